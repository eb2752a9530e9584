# SPDX-License-Identifier: MIT
"""The audit report on paper: A4 across, one block an item, the journal's head on every page.

May be drawn in any thread once `ReportFonts` was made in the window's.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextLayout,
    QTextOption,
)

from hkwatch import __version__
from hkwatch.domain.audit import ItemAudit
from hkwatch.domain.errors import StoreError
from hkwatch.services.alert_audit import FiringLine
from hkwatch.services.auditing import CHECK, AuditLine, AuditReport
from hkwatch.ui import formats
from hkwatch.ui.shown_time import hong_kong, in_hong_kong
from hkwatch.ui.theme import Fonts
from hkwatch.ui.words import level_text

MOST_ITEMS = 2000
"""Beyond this many nobody turns the pages: the CSV holds them all."""
_PT = 10
"""Device units a point."""
_MARGIN, _WIDTH, _HEIGHT = 36, 842, 595
_FOOT = 24
_COLUMNS = (("number", 24), ("item", 276), ("published", 74), ("first_seen", 74), ("notified", 80), ("seen", 74))
_MORE = (("opened", 74), ("acknowledged", 94))
_GAP = 8
_PAD = 6
_INK, _SOFT, _LINE = QColor("#16202b"), QColor("#5c6773"), QColor("#d9dfe6")
_SIZES = {"title": (17.0, 700), "head": (7.5, 600), "strong": (8.5, 600), "text": (8.0, 400), "small": (7.0, 400)}


class ReportFonts:
    """The report's fonts in every language."""

    def __init__(self, fonts: Fonts) -> None:
        self._made: dict[tuple[str, str], QFont] = {}
        for role, (points, weight) in _SIZES.items():
            for language in ("en", "zh-Hant", "zh-Hans"):
                font = fonts.font("body", language, figures=True)
                font.setPixelSize(round(points * _PT))
                font.setWeight(QFont.Weight(weight))
                # Tabular figures are glyphs of their own, which a PDF draws but cannot name: nobody could copy the hash.
                font.clearFeatures()
                font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0)
                self._made[role, language] = font

    def __call__(self, role: str, language: str) -> QFont:
        """The font of a role in a language; languages not known look like English."""
        return self._made.get((role, language)) or self._made[role, "en"]


@dataclass(slots=True)
class _Text:
    """A wrapped text at its place in a block; x, y and width in device units."""

    layout: QTextLayout
    x: float
    y: float
    height: float
    colour: QColor


@dataclass(slots=True)
class _Block:
    """What is drawn as one and never parted by a page's end."""

    texts: list[_Text] = field(default_factory=list)
    height: float = 0.0
    line: bool = True

    def add(self, text: str, font: QFont, x: float, y: float, width: float, colour: QColor = _INK) -> float:
        """Put a text at a place of the block; where it ends."""
        if not text:
            return y
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height() * 1.12
        layout.endLayout()
        self.texts.append(_Text(layout, x, y, height, colour))
        self.height = max(self.height, y + height)
        return y + height

    def draw(self, painter: QPainter, top: float) -> None:
        """Draw it from `top` downwards."""
        for text in self.texts:
            painter.setPen(text.colour)
            text.layout.draw(painter, QPointF(text.x, top + text.y))


class ReportPdf:
    """Draws one report in a language."""

    def __init__(self, report: AuditReport, fonts: ReportFonts, language: str) -> None:
        """Raises StoreError `too-many` where the report has more than `MOST_ITEMS` items."""
        if len(report.lines) > MOST_ITEMS:
            raise StoreError(
                "too-many",
                f"The report has {len(report.lines):,} items; a PDF takes {MOST_ITEMS:,}.",
                "Choose fewer items, or CSV.",
            )
        self._report, self._fonts, self._language = report, fonts, language
        self._places = dict(_places())

    def write(self, target: BinaryIO) -> int:
        """Draw all pages into `target`; how many they are."""
        made = QBuffer()
        made.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(made)
        writer.setResolution(72 * _PT)
        writer.setPageLayout(
            QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF())
        )
        writer.setTitle(_tr("Audit report"))
        writer.setCreator(f"hkwatch {__version__}")
        pages = list(self._pages())
        painter = QPainter(writer)
        for number, blocks in enumerate(pages, 1):
            if number > 1:
                writer.newPage()
            top = float(_MARGIN * _PT)
            for block in blocks:
                block.draw(painter, top)
                top += block.height
                if block.line:
                    painter.setPen(QPen(_LINE, 0.5 * _PT))
                    painter.drawLine(QPointF(_MARGIN * _PT, top), QPointF((_WIDTH - _MARGIN) * _PT, top))
            self._foot(painter, number, len(pages))
        painter.end()
        made.close()
        target.write(bytes(made.data().data()))
        return len(pages)

    def _pages(self) -> Iterator[list[_Block]]:
        bottom = (_HEIGHT - _MARGIN - _FOOT) * _PT
        page = [*self._title(), self._head()]
        used = _MARGIN * _PT + sum(block.height for block in page)
        for number, line in enumerate(self._report.lines, 1):
            block = self._item(number, line)
            if used + block.height > bottom and len(page) > 1:
                yield page
                page = [self._head()]
                used = _MARGIN * _PT + page[0].height
            page.append(block)
            used += block.height
        for number, fired in enumerate(self._report.firings):
            parts = [self._firing(fired)] if number else [self._firings_title(), self._head(), self._firing(fired)]
            height = sum(part.height for part in parts)
            if used + height > bottom and len(page) > 1:
                yield page
                parts = parts if number == 0 else [self._head(), *parts]
                height = sum(part.height for part in parts)
                page, used = [], float(_MARGIN * _PT)
            page += parts
            used += height
        notes = self._notes()
        if used + notes.height > bottom:
            yield page
            page = []
        yield [*page, notes]

    def _title(self) -> list[_Block]:
        report, language = self._report, self._language
        block = _Block(line=False)
        left, width = _MARGIN * _PT, (_WIDTH - 2 * _MARGIN) * _PT
        y = block.add(_tr("Audit report"), self._fonts("title", language), left, 0, width) + 4 * _PT
        said = _tr("When each item was published, first seen, notified, looked at, opened and acknowledged")
        y = block.add(said, self._fonts("text", language), left, y, width, _SOFT) + 10 * _PT
        count = len(report.lines)
        head = report.head
        facts = (
            (_tr("Range"), report.range),
            (_tr("Items"), f"{count:,}"),
            (_tr("Generated"), f"{_when(report.at, language)} HKT · hkwatch {__version__}"),
            (_tr("Journal"), _tr("entry {0} · SHA-256 {1}").format(f"{head.id:,}", head.hash.hex())),
            (_tr("To check"), f"{CHECK} --head {head.id}:{head.hash.hex()}"),
        )
        for name, fact in facts:
            block.add(name, self._fonts("head", language), left, y, 90 * _PT, _SOFT)
            y = block.add(fact, self._fonts("text", language), left + 92 * _PT, y, width - 92 * _PT) + 2.5 * _PT
        block.height = y + 10 * _PT
        return [block]

    def _head(self) -> _Block:
        names = {
            "number": "",
            "item": _tr("Item"),
            "published": _tr("Published"),
            "first_seen": _tr("First seen"),
            "notified": _tr("Notified"),
            "seen": _tr("On screen"),
            "opened": _tr("Opened"),
            "acknowledged": _tr("Acknowledged"),
        }
        block = _Block()
        for name, (x, width) in self._places.items():
            block.add(names[name], self._fonts("head", self._language), x, 2 * _PT, width, _SOFT)
        block.height += 5 * _PT
        return block

    def _item(self, number: int, line: AuditLine) -> _Block:
        row, audit, fonts = line.row, line.audit, self._fonts
        block = _Block()
        top = _PAD * _PT
        x, width = self._places["number"]
        block.add(str(number), fonts("text", "en"), x, top, width, _SOFT)
        x, width = self._places["item"]
        y = block.add(_cut(row.title, 280), fonts("strong", row.lang), x, top, width) + 1.5 * _PT
        about = [self._report.publishers.get(row.publisher, row.publisher), row.ref, level_text(row.level)]
        y = block.add(" · ".join(part for part in about if part), fonts("small", self._language), x, y, width, _SOFT)
        if audit.note:
            said = _tr("Note: {0}").format(_cut(audit.note, 600))
            y = block.add(said, fonts("text", _script(audit.note, self._language)), x, y + 2 * _PT, width)
        if audit.withdrawn_at is not None:
            said = _tr("Acknowledgement withdrawn {0}").format(_when(audit.withdrawn_at, self._language))
            block.add(said, fonts("small", self._language), x, y + 2 * _PT, width, _SOFT)
        for name in ("published", "first_seen", "notified", "seen", "opened", "acknowledged"):
            self._time(block, name, audit, top)
        block.height += _PAD * _PT
        return block

    def _firings_title(self) -> _Block:
        block = _Block(line=False)
        left, width = _MARGIN * _PT, (_WIDTH - 2 * _MARGIN) * _PT
        said = _tr("Price alerts that fired: {0}").format(f"{len(self._report.firings):,}")
        y = block.add(said, self._fonts("strong", self._language), left, 12 * _PT, width)
        said = _tr("“Published” is when an alert fired, “first seen” when that was stored.")
        y = block.add(said, self._fonts("small", self._language), left, y + _PT, width, _SOFT)
        block.height = y + 4 * _PT
        return block

    def _firing(self, line: FiringLine) -> _Block:
        block, fonts, top = _Block(), self._fonts, _PAD * _PT
        x, width = self._places["number"]
        block.add(str(line.firing), fonts("text", "en"), x, top, width, _SOFT)
        x, width = self._places["item"]
        y = block.add(_cut(line.title, 280), fonts("strong", "en"), x, top, width) + 1.5 * _PT
        about = [_tr("alert {0}").format(line.alert), line.level, line.price_usd and f"US${line.price_usd}"]
        block.add(" · ".join(part for part in about if part), fonts("small", self._language), x, y, width, _SOFT)
        for name in ("published", "first_seen", "notified", "seen", "opened", "acknowledged"):
            self._time(block, name, line.audit, top)
        block.height += _PAD * _PT
        return block

    @in_hong_kong
    def _time(self, block: _Block, name: str, audit: ItemAudit, top: float) -> None:
        x, width = self._places[name]
        text, small = self._fonts("text", self._language), self._fonts("small", self._language)
        at: datetime | None = getattr(audit, name)
        mark = " †" if name in audit.by_story else ""
        if at is None:
            said = _tr("yes, time not recorded") if name in audit.before else "—"
            y = block.add(said, text, x, top, width, _SOFT)
        else:
            y = block.add(formats.date(at, self._language) + mark, text, x, top, width)
            if name == "published" and audit.day_only:
                y = block.add(_tr("date only"), small, x, y, width, _SOFT)
            else:
                y = block.add(formats.clock(at, seconds=True), text, x, y, width)
        if name == "acknowledged" and audit.acknowledged_by:
            by = _tr("by {0}").format(_cut(audit.acknowledged_by, 90)) if at is not None else ""
            block.add(by, self._fonts("small", _script(by, self._language)), x, y + _PT, width)
        if name == "notified" and audit.notified_how.startswith(("maybe", "not told")):
            said = _tr("may not have been shown") if audit.notified_how.startswith("maybe") else _tr("not told")
            block.add(said, small, x, y + _PT, width, _SOFT)
        if name == "first_seen" and audit.is_old:
            block.add(_tr("before the journal ‡"), small, x, y + _PT, width, _SOFT)

    def _notes(self) -> _Block:
        lines = [_tr("All times are Hong Kong time (HKT, UTC+8). “Opened” includes items marked as read by hand.")]
        audits = [*(line.audit for line in self._report.lines), *(line.audit for line in self._report.firings)]
        if any(audit.by_story for audit in audits):
            lines.append(_tr("† Done with another item that tells of the same event."))
        if any(line.audit.is_old for line in self._report.lines):
            lines.append(_tr("‡ Recorded before the journal began: these acts were not chained at the time."))
        lines.append(
            _tr(
                "Each entry of the journal holds the hash of the one before it, so a changed, deleted, inserted or moved entry"
                " shows. Entries cut off at the end show only against a report made before, such as this one: keep it apart."
            )
        )
        block = _Block(line=False)
        y = 8.0 * _PT
        for line in lines:
            width = (_WIDTH - 2 * _MARGIN) * _PT
            y = block.add(line, self._fonts("small", self._language), _MARGIN * _PT, y, width, _SOFT) + _PT
        return block

    def _foot(self, painter: QPainter, number: int, count: int) -> None:
        painter.setFont(self._fonts("small", self._language))
        painter.setPen(_SOFT)
        box = QRectF(_MARGIN * _PT, (_HEIGHT - _MARGIN - 8) * _PT, (_WIDTH - 2 * _MARGIN) * _PT, 12 * _PT)
        head = self._report.head
        said = _tr("Journal entry {0} · {1}").format(f"{head.id:,}", f"{head.hash.hex()[:16]}…")
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, said)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, _tr("Page {0} of {1}").format(number, count))


def _places() -> Iterator[tuple[str, tuple[float, float]]]:
    x = float(_MARGIN)
    for name, width in (*_COLUMNS, *_MORE):
        yield name, (x * _PT, (width - _GAP) * _PT)
        x += width


def _when(at: datetime, language: str) -> str:
    with hong_kong():
        return f"{formats.date(at, language)} {formats.clock(at, seconds=True)}"


def _cut(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def _script(text: str, language: str) -> str:
    """The language whose font a text of unknown language is drawn in."""
    if text.isascii() or language != "en":
        return language
    return "zh-Hant" if any("\u3400" <= char <= "\u9fff" for char in text) else "en"


def _tr(text: str) -> str:
    return QCoreApplication.translate("AuditReport", text)
