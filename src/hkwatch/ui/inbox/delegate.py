# SPDX-License-Identifier: MIT
"""Paints the rows of the inbox: one line, two lines, or narrow; and the heads of the days."""

import math
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import ItemState
from hkwatch.ui.inbox.model import InboxModel
from hkwatch.ui.inbox.prepared import GroupHeader, PreparedRow
from hkwatch.ui.inbox.row_cache import RowCache
from hkwatch.ui.marks import Marks
from hkwatch.ui.shown_time import is_hong_kong
from hkwatch.ui.theme import baseline

AnyIndex = QModelIndex | QPersistentModelIndex

MARK_X = 20
TIME_X = 34
SOURCE_X = 80
OTHER_DAY = 18
"""Room for `−1` after a time."""
SOURCE_GAP = 10
SOURCE_MAX = 96
SOURCE_MIN = 38
BADGE_GAP = 3
BADGE_GAP_ZH = 8
TAG_GAP = 10
RIGHT_INSET = 16
TITLE_MIN = 280
NARROW_UNDER = 400
HEADER_ROW = 32
_TITLE_X_NARROW = 36
_CACHE_LIMIT = 4000


class Density(StrEnum):
    """How much room a row takes; narrow comes by itself when the list is under 400 px wide."""

    ONE_LINE = "one-line"
    TWO_LINES = "two-lines"


@dataclass(frozen=True, slots=True)
class Look:
    """How one row is painted: colour tokens and font roles by its state."""

    title_role: str
    title: str
    time: str
    source_role: str
    source: str


_NEW = Look("strong", "text", "text2", "small_strong", "text")
_SEEN = Look("body", "text2", "muted", "small_medium", "muted")
_READ = Look("body", "muted", "muted", "small_medium", "muted")
_LOOKS = {ItemState.NEW: _NEW, ItemState.SEEN: _SEEN, ItemState.READ: _READ}


class RowDelegate(QStyledItemDelegate):
    """One painter call a row; column widths are measured from the texts of the interface language."""

    def __init__(self, marks: Marks, model: InboxModel) -> None:
        super().__init__()
        self._marks = marks
        self._model = model
        self.density = Density.ONE_LINE
        self.active = False
        """Whether the list has the focus; the view keeps it up to date."""
        self.ring = False
        """Whether the selection came by keyboard."""
        self.current: ItemId | None = None
        """The item of the current row."""
        self.several = False
        """Whether rows are chosen beside the current one, which then has an edge of its own."""
        self.scroll_bar = 0
        """Width of the scroll bar beside the rows, so that right edges line up with the search field."""
        self._width = 768
        self._source_x = SOURCE_X
        self._badge_x = 0
        self._title_x = 0
        self._elided: dict[tuple[str, str, str, int], str] = {}
        self._widths: dict[tuple[str, str], float] = {}
        self._two_lines: dict[tuple[str, str, str, int], tuple[str, str]] = {}
        self._pictures = RowCache()
        marks.theme.changed.connect(self._pictures.clear)
        self.measure()

    @property
    def narrow(self) -> bool:
        """Whether rows take the narrow form."""
        return self._width < NARROW_UNDER

    @property
    def uniform(self) -> bool:
        """Whether all rows and heads have one height, which lets the view skip asking."""
        return self.density is Density.ONE_LINE and not self.narrow

    @property
    def title_x(self) -> int:
        """Left edge of the title in one-line rows."""
        return self._title_x

    def set_width(self, width: int) -> bool:
        """Tell the width of the rows; True when row heights may have changed."""
        if width == self._width:
            return False
        was_narrow, self._width = self.narrow, width
        return self.narrow or was_narrow

    def measure(self) -> None:
        """Measure the columns again: other publishers, another language."""
        before = (self._badge_x, self._title_x)
        language = self._model.language
        metrics = self._marks.fonts.metrics("small_strong", language)
        names = [metrics.horizontalAdvance(name) for name in self._model.publishers()]
        source = min(SOURCE_MAX, max(SOURCE_MIN, math.ceil(max(names, default=0))))
        # In another zone a time may carry by how many days its date is off.
        self._source_x = SOURCE_X + (0 if is_hong_kong() else OTHER_DAY)
        self._badge_x = self._source_x + source + SOURCE_GAP
        # Chinese badges are nearly all as wide as the widest, so they need a gap of their own.
        gap = BADGE_GAP if language == "en" else BADGE_GAP_ZH
        self._title_x = self._badge_x + _to_grid(self._marks.widest_badge(language) + gap)
        if (self._badge_x, self._title_x) != before:
            self._pictures.clear()

    # QStyledItemDelegate

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        if self.uniform:
            return QSize(0, HEADER_ROW)
        entry = self._model.entry(index.row())
        if isinstance(entry, GroupHeader):
            return QSize(0, HEADER_ROW)
        sizes = self._marks.theme
        if not self.narrow:
            return QSize(0, sizes.size("row_two_line"))
        # Measured in the heavy weight, so that reading an item does not change its height.
        one_line = self._wide(entry.row.title, entry.row.lang) <= self._narrow_title_width()
        return QSize(0, 60 if one_line else sizes.size("row_narrow"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        entry = self._model.entry(index.row())
        state = option.state
        rect: QRect = option.rect
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        if isinstance(entry, GroupHeader):
            self._header(painter, rect, entry, selected=selected, first=index.row() == 0)
        elif selected or hover or entry.row.id == self.current:
            self._ground(painter, rect, selected=selected, hover=hover, is_current=entry.row.id == self.current)
            self._row(painter, rect, entry)
        else:
            look = (self.scroll_bar, self.density, self.narrow)
            ground = self._marks.theme.colour("surface")
            self._pictures.paint(painter, rect, entry, look, ground, lambda brush, box: self._row(brush, box, entry))
        painter.restore()

    # Pieces

    def _row(self, painter: QPainter, rect: QRect, entry: PreparedRow) -> None:
        if self.narrow:
            self._narrow_row(painter, rect, entry)
        elif self.density is Density.TWO_LINES:
            self._two_line_row(painter, rect, entry)
        else:
            self._one_line_row(painter, rect, entry)

    def _right(self, rect: QRect) -> int:
        return rect.right() + 1 - max(4, RIGHT_INSET - self.scroll_bar)

    def _ground(self, painter: QPainter, rect: QRect, *, selected: bool, hover: bool, is_current: bool = True) -> None:
        theme, marks = self._marks.theme, self._marks
        right = 4 if self.scroll_bar == 0 else 0
        box = QRectF(rect).adjusted(4, 1, -right, -1)
        radius = theme.radius("control")
        if selected:
            marks.round_rect(painter, box, radius, theme.colour("select" if self.active else "select_off"))
        elif hover:
            marks.round_rect(painter, box, radius, theme.colour("hover"))
        if selected and (self.active or self.several):
            # Chosen rows are known by their bar as well, also behind a menu.
            bar = QRectF(box.left(), box.center().y() - 9, theme.size("selection_bar"), 18)
            marks.round_rect(painter, bar, 1.5, theme.colour("accent" if self.active else "control"))
        if not self.active:
            return
        # A keyboard's ring stands at the one row that moves, which several chosen ones are not.
        if (is_current or (selected and not self.several)) and (self.ring or self.several):
            marks.outline(painter, box, radius, theme.colour("accent"), 2 if self.ring else 1)

    def _header(self, painter: QPainter, rect: QRect, header: GroupHeader, *, selected: bool, first: bool) -> None:
        marks, fonts, theme = self._marks, self._marks.fonts, self._marks.theme
        language = self._model.language
        if not first:
            marks.hairline(painter, rect.left() + RIGHT_INSET, self._right(rect), rect.top() + 3)
        if selected:
            self._ground(painter, rect.adjusted(0, 3, 0, 0), selected=True, hover=False)
        middle = rect.bottom() + 1 - 14
        icon = "chevron-right" if header.collapsed else "chevron-down"
        marks.icon(painter, icon, "muted", rect.left() + 12, middle - 6, 12)
        line = baseline(middle - 14, 28, 13)
        x = rect.left() + 30.0
        texts = [(header.name, "small_strong", "text"), (header.dated, "small", "muted")]
        if header.collapsed:
            texts.append((f"·  {header.count}", "small", "muted"))
        for text, role, colour in texts:
            painter.setFont(fonts.shared(role, language))
            painter.setPen(theme.colour(colour))
            painter.drawText(QPointF(x, line), text)
            x += fonts.metrics(role, language).horizontalAdvance(text) + 8

    def _one_line_row(self, painter: QPainter, rect: QRect, entry: PreparedRow) -> None:
        marks, row, look = self._marks, entry.row, _LOOKS[entry.state]
        language = self._model.language
        left, middle = rect.left(), rect.top() + rect.height() / 2
        line = baseline(rect.top(), rect.height(), 13)
        acknowledged = row.acknowledged
        marks.level_mark(painter, left + MARK_X, middle, row.level, row.state, acknowledged=acknowledged)
        self._time(painter, left + TIME_X, line, entry, look)
        source_width = self._badge_x - self._source_x - SOURCE_GAP + 4
        self._source(painter, left + self._source_x, line, entry, look, source_width)
        is_read = row.state is ItemState.READ
        marks.badge(painter, left + self._badge_x, middle, row.doc_type, language, read=is_read)
        title_left = left + self._title_x
        end = self._tags(painter, title_left, self._right(rect), middle, entry)
        title = self._elide(row.title, look.title_role, row.lang, end - title_left)
        self._text(painter, title_left, line, title, look.title_role, row.lang, look.title)

    def _two_line_row(self, painter: QPainter, rect: QRect, entry: PreparedRow) -> None:
        marks, row, look = self._marks, entry.row, _LOOKS[entry.state]
        left, right = rect.left(), self._right(rect)
        upper, lower = rect.top() + 18, rect.top() + 38
        marks.level_mark(painter, left + MARK_X, upper, row.level, row.state, acknowledged=row.acknowledged)
        line = baseline(upper - 10, 20, 13)
        time_width = math.ceil(marks.fonts.metrics("small", figures=True).horizontalAdvance(entry.time))
        if entry.time:
            self._time(painter, right - time_width, line, entry, look)
        title_left = left + _TITLE_X_NARROW
        room = right - title_left - (time_width + 12 if entry.time else 0)
        title = self._elide(row.title, look.title_role, row.lang, room)
        self._text(painter, title_left, line, title, look.title_role, row.lang, look.title)
        end = self._second_line(painter, left, right, lower, entry, look)
        if row.summary and end is not None:
            start, stop = end
            summary = self._elide(row.summary, "small", row.lang, stop - start)
            self._text(painter, start, baseline(lower - 9, 18, 13), summary, "small", row.lang, "muted")

    def _narrow_row(self, painter: QPainter, rect: QRect, entry: PreparedRow) -> None:
        marks, row, look = self._marks, entry.row, _LOOKS[entry.state]
        left, right = rect.left(), self._right(rect)
        upper = rect.top() + 18
        marks.level_mark(painter, left + MARK_X, upper, row.level, row.state, acknowledged=row.acknowledged)
        title_left = left + _TITLE_X_NARROW
        lines = self._wrap(row.title, look.title_role, row.lang, right - title_left)
        for place, text in enumerate(lines):
            line = baseline(upper - 10 + 20 * place, 20, 13)
            self._text(painter, title_left, line, text, look.title_role, row.lang, look.title)
        lower = rect.bottom() + 1 - 19
        x = left
        if entry.time:
            self._time(painter, title_left, baseline(lower - 9, 18, 13), entry, look)
            metrics = marks.fonts.metrics("small", figures=True)
            x += math.ceil(metrics.horizontalAdvance(entry.time)) + 10
        self._second_line(painter, x, right, lower, entry, look)

    def _second_line(
        self, painter: QPainter, left: int, right: int, middle: int, entry: PreparedRow, look: Look
    ) -> tuple[int, int] | None:
        """Source, badge and tags; the room left between badge and tags, None when there is hardly any."""
        marks, row = self._marks, entry.row
        language = self._model.language
        x = left + _TITLE_X_NARROW
        line = baseline(middle - 9, 18, 13)
        x += self._source(painter, x, line, entry, look, SOURCE_MAX) + 8
        is_read = row.state is ItemState.READ
        x += marks.badge(painter, x, middle, row.doc_type, language, height=18, read=is_read) + 10
        stop = self._tags(painter, x, right, middle, entry, reserve=0)
        return (x, stop) if stop - x >= 40 else None

    def _time(self, painter: QPainter, x: float, line: int, entry: PreparedRow, look: Look) -> None:
        if entry.time:
            painter.setFont(self._marks.fonts.shared("small", figures=True))
            painter.setPen(self._marks.theme.colour(look.time))
            painter.drawText(QPointF(x, line), entry.time)

    def _source(self, painter: QPainter, x: float, line: int, entry: PreparedRow, look: Look, width: int) -> int:
        language = self._model.language
        name = self._elide(entry.publisher, look.source_role, language, width)
        self._text(painter, x, line, name, look.source_role, language, look.source)
        return math.ceil(self._marks.fonts.metrics(look.source_role, language).horizontalAdvance(name))

    def _tags(
        self,
        painter: QPainter,
        start: int,
        right: int,
        middle: float,
        entry: PreparedRow,
        *,
        reserve: int = TITLE_MIN,
    ) -> int:
        """Draw the tags that leave `reserve` px from `start`; where the room for the text before them ends."""
        marks, language = self._marks, self._model.language
        widths = [marks.tag_width(tag, language) for tag in entry.tags]
        first = 0
        while first < len(widths) and right - sum(widths[first:]) - TAG_GAP * (len(widths) - first) - start < (reserve):
            first += 1
        x = right
        for tag, width in reversed(list(zip(entry.tags, widths, strict=True))[first:]):
            x -= width
            marks.tag(painter, x, middle, tag, language)
            x -= TAG_GAP
        return x

    def _text(self, painter: QPainter, x: float, line: int, text: str, role: str, language: str, colour: str) -> None:
        painter.setFont(self._marks.fonts.shared(role, language))
        painter.setPen(self._marks.theme.colour(colour))
        painter.drawText(QPointF(x, line), text)

    def _elide(self, text: str, role: str, language: str, width: int) -> str:
        key = (text, role, language, width)
        found = self._elided.get(key)
        if found is None:
            if len(self._elided) > _CACHE_LIMIT:
                self._elided.clear()
            metrics = self._marks.fonts.metrics(role, language)
            found = self._elided[key] = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))
        return found

    def _wrap(self, text: str, role: str, language: str, width: int) -> tuple[str, ...]:
        """One or two lines, the second one elided."""
        if self._marks.fonts.metrics(role, language).horizontalAdvance(text) <= width:
            return (text,)
        key = (text, role, language, width)
        found = self._two_lines.get(key)
        if found is None:
            if len(self._two_lines) > _CACHE_LIMIT:
                self._two_lines.clear()
            layout = QTextLayout(text, self._marks.fonts.shared(role, language))
            layout.beginLayout()
            first_line = layout.createLine()
            first_line.setLineWidth(width)
            layout.endLayout()
            cut = first_line.textLength()
            rest = self._elide(text[cut:].lstrip(), role, language, width)
            found = self._two_lines[key] = (text[:cut].rstrip(), rest)
        return found

    def _wide(self, title: str, language: str) -> float:
        key = (title, language)
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) > 4 * _CACHE_LIMIT:
                self._widths.clear()
            metrics = self._marks.fonts.metrics("strong", language)
            found = self._widths[key] = metrics.horizontalAdvance(title)
        return found

    def _narrow_title_width(self) -> int:
        return self._width - _TITLE_X_NARROW - max(4, RIGHT_INSET - self.scroll_bar)


def _to_grid(width: int) -> int:
    return math.ceil(width / 4) * 4
