# SPDX-License-Identifier: MIT
"""Small marks, drawn in one place: level mark, type badge, tags of a row, source dot, pin.

All coordinates are logical pixels of the painter. Shapes are paths, not characters: some of these characters
come from the Chinese font at Chinese width.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from hkwatch.domain.item import DocType, ItemState, Level
from hkwatch.ui.shapes import level_path
from hkwatch.ui.theme import Fonts, Icons, Theme, baseline
from hkwatch.ui.words import doc_type_text

_LEVEL_COLOUR = {Level.CRITICAL: "critical", Level.HIGH: "high", Level.NORMAL: "normal", Level.LOW: "low"}
_TYPES = {
    DocType.ENFORCEMENT: ("gavel", "enforcement"),
    DocType.ALERT_LIST: ("shield-alert", "alertlist"),
    DocType.CONSULTATION: ("message-square-quote", "consultation"),
    DocType.CONCLUSION: ("message-square-quote", "consultation"),
    DocType.LICENCE: ("badge-check", "licence"),
    DocType.CIRCULAR: ("file-text", "circular"),
    DocType.POLICY: ("compass", "policy"),
    DocType.LAW: ("scale", "policy"),
    DocType.SPEECH: ("mic", "speech"),
    DocType.PRESS: ("megaphone", "speech"),
    DocType.MEDIA: ("rss", "media"),
    DocType.PRICE: ("trending-up", "price"),
}
BADGE_HEIGHT = 20
PIN_PX = 18
_BADGE_LEFT, _BADGE_RIGHT, _BADGE_GAP = 6, 7, 4
_TRIANGLE_W, _TRIANGLE_H = 7.0, 6.0
_STAMP_HEIGHT = 24
_STAMPS_KEPT = 500


class DotState(StrEnum):
    """How a publisher's sources are: all answer, some fail, all fail, no network, not asked."""

    OK = "ok"
    PART = "part"
    FAILING = "failing"
    OFFLINE = "offline"
    UNCHECKED = "unchecked"


class TagKind(StrEnum):
    """The tags at the right end of a row."""

    STAR = "star"
    NOTE = "note"
    DEADLINE = "deadline"
    LANGUAGE = "language"
    PLAIN = "plain"
    NEEDS_ACK = "needs-ack"
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag; `text` is shown as it is. Star and note have no text."""

    kind: TagKind
    text: str


class Marks:
    """Draws the marks in the theme in force; widths are measured once a text and language."""

    def __init__(self, theme: Theme, fonts: Fonts, icons: Icons) -> None:
        self.theme = theme
        self.fonts = fonts
        self.icons = icons
        self._widths: dict[tuple[str, str, str], int] = {}
        self._stamps: dict[tuple[object, ...], QPixmap] = {}
        theme.changed.connect(self._stamps.clear)

    # Level mark

    def level_mark(
        self,
        painter: QPainter,
        cx: float,
        cy: float,
        level: Level,
        state: ItemState,
        *,
        acknowledged: bool = False,
    ) -> None:
        """Shape = level, fill = state; read items have no mark, acknowledged ones a tick."""
        if acknowledged:
            self.icon(painter, "check", "muted", cx - 7, cy - 7, 14)
            return
        if state is ItemState.READ:
            return
        self.level_shape(painter, cx, cy, level, filled=state is ItemState.NEW)

    def level_shape(self, painter: QPainter, cx: float, cy: float, level: Level, *, filled: bool = True) -> None:
        """The level's shape alone, as in chips and heads."""
        colour = self.theme.colour(_LEVEL_COLOUR[level])
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawPath(level_path(cx, cy, level, 0))
            if level is Level.CRITICAL:
                painter.setBrush(self.theme.colour("surface"))
                painter.drawRoundedRect(QRectF(cx - 0.85, cy - 3.6, 1.7, 4.4), 0.85, 0.85)
                painter.drawEllipse(QPointF(cx, cy + 2.8), 1.0, 1.0)
        else:
            painter.setPen(QPen(colour, 1.5, j=Qt.PenJoinStyle.MiterJoin))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(level_path(cx, cy, level, 0.75))
        painter.restore()

    # Type badge

    def type_icon(self, doc_type: DocType) -> str:
        """The icon that stands for a kind of document."""
        return _TYPES[doc_type][0]

    def type_colour(self, doc_type: DocType) -> tuple[str, str]:
        """Colour tokens of text and tint."""
        name = _TYPES[doc_type][1]
        return name, f"{name}_t"

    def badge_width(self, doc_type: DocType, language: str) -> int:
        """Width of a badge with its word in the interface language."""
        text = self._text_width("badge", language, doc_type_text(doc_type))
        return _BADGE_LEFT + 12 + _BADGE_GAP + text + _BADGE_RIGHT

    def widest_badge(self, language: str) -> int:
        """Width of the widest badge, for a column."""
        return max(self.badge_width(doc_type, language) for doc_type in DocType)

    def badge(
        self,
        painter: QPainter,
        x: float,
        cy: float,
        doc_type: DocType,
        language: str,
        *,
        height: int = BADGE_HEIGHT,
        read: bool = False,
    ) -> int:
        """Draw with the left edge at `x`, centred on `cy`; the width is returned. Read = no tint."""
        width = self.badge_width(doc_type, language)
        # The word is part of the key: a switch of language changes it.
        key = ("badge", doc_type, doc_type_text(doc_type), language, height, read)
        self._stamp(
            painter, key, x, cy, width, lambda p, px, py: self._badge(p, px, py, doc_type, language, height, read)
        )
        return width

    def _badge(
        self, painter: QPainter, x: float, cy: float, doc_type: DocType, language: str, height: int, read: bool
    ) -> None:
        colour, tint = self.type_colour(doc_type)
        if read:
            colour = "muted"
        if not read:
            width = self.badge_width(doc_type, language)
            self.round_rect(painter, QRectF(x, cy - height / 2, width, height), 4, self.theme.colour(tint))
        self.icon(painter, self.type_icon(doc_type), colour, x + _BADGE_LEFT, cy - 6, 12)
        painter.setFont(self.fonts.shared("badge", language))
        painter.setPen(self.theme.colour(colour))
        px = self.fonts.px("badge", language)
        text_x = x + _BADGE_LEFT + 12 + _BADGE_GAP
        painter.drawText(QPointF(text_x, baseline(cy - 10, 20, px)), doc_type_text(doc_type))

    # Tags of a row

    def tag_width(self, tag: Tag, language: str) -> int:
        """Width of one tag."""
        return _TAG_FRAME[tag.kind] + self._text_width(_TAG_ROLE[tag.kind], language, tag.text)

    def tag(self, painter: QPainter, x: float, cy: float, tag: Tag, language: str) -> int:
        """Draw with the left edge at `x`, centred on `cy`; the width is returned."""
        width = self.tag_width(tag, language)
        self._stamp(
            painter, ("tag", tag, language), x, cy, width, lambda p, px, py: self._tag(p, px, py, tag, language)
        )
        return width

    def _tag(self, painter: QPainter, x: float, cy: float, tag: Tag, language: str) -> None:
        width = self.tag_width(tag, language)
        inset = 0.0
        colour = self.theme.colour("muted")
        match tag.kind:
            case TagKind.STAR:
                self.icon(painter, "star", "star", x, cy - 7, 14)
                return
            case TagKind.NOTE:
                self.icon(painter, "sticky-note", "muted", x, cy - 6.5, 13)
                return
            case TagKind.DEADLINE:
                self.icon(painter, "calendar-clock", "consultation", x, cy - 6.5, 13)
                colour, inset = self.theme.colour("consultation"), 17
            case TagKind.LANGUAGE:
                self.outline(painter, QRectF(x, cy - 8, width, 16), 4, self.theme.colour("line_strong"))
                inset = 5
            case TagKind.NEEDS_ACK:
                ground = self.theme.colour("bad_t")
                self.round_rect(painter, QRectF(x, cy - 9, width, 18), 4, ground)
                colour, inset = self.theme.colour("bad"), 7
            case TagKind.UP | TagKind.DOWN:
                rises = tag.kind is TagKind.UP
                colour, inset = self.theme.up() if rises else self.theme.down(), _TRIANGLE_W + 3
                self.triangle(painter, x, cy, colour, up=rises)
            case TagKind.PLAIN:
                pass
        role = _TAG_ROLE[tag.kind]
        painter.setFont(self.fonts.shared(role, language))
        painter.setPen(colour)
        px = self.fonts.px(role, language)
        painter.drawText(QPointF(x + inset, baseline(cy - 10, 20, px)), tag.text)

    def triangle(self, painter: QPainter, x: float, cy: float, colour: QColor, *, up: bool) -> None:
        """The sign of a move, 7 × 6 px, left edge at `x`."""
        tip = -_TRIANGLE_H / 2 if up else _TRIANGLE_H / 2
        path = QPainterPath(QPointF(x + _TRIANGLE_W / 2, cy + tip))
        path.lineTo(x + _TRIANGLE_W, cy - tip)
        path.lineTo(x, cy - tip)
        path.closeSubpath()
        self.fill_path(painter, path, colour)

    # Source dot

    def source_dot(self, painter: QPainter, cx: float, cy: float, state: DotState) -> None:
        """The state of a publisher's sources; each state has a shape of its own."""
        colour = self.theme.colour(_DOT_COLOUR[state])
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        centre = QPointF(cx, cy)
        match state:
            case DotState.OK:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawEllipse(centre, 3.5, 3.5)
            case DotState.PART:
                painter.setPen(QPen(colour, 1.25))
                painter.drawEllipse(centre, 4, 4)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawPie(QRectF(cx - 4, cy - 4, 8, 8), 90 * 16, 180 * 16)
            case DotState.FAILING:
                painter.setPen(QPen(colour, 1.75, c=Qt.PenCapStyle.RoundCap))
                painter.drawLine(QPointF(cx - 3, cy - 3), QPointF(cx + 3, cy + 3))
                painter.drawLine(QPointF(cx - 3, cy + 3), QPointF(cx + 3, cy - 3))
            case DotState.OFFLINE:
                painter.setPen(QPen(colour, 1.5))
                painter.drawEllipse(centre, 3.25, 3.25)
            case DotState.UNCHECKED:
                pen = QPen(colour, 1.5, c=Qt.PenCapStyle.FlatCap)
                pen.setDashPattern([1.6, 1.6])
                painter.setPen(pen)
                painter.drawEllipse(centre, 4, 4)
        painter.restore()

    # Pins of the chart and of the event list

    def pin(self, painter: QPainter, cx: float, cy: float, doc_type: DocType, *, selected: bool = False) -> None:
        """A square with the type's icon, 18 px; selected = filled."""
        colour, tint = self.type_colour(doc_type)
        box = QRectF(cx - PIN_PX / 2, cy - PIN_PX / 2, PIN_PX, PIN_PX)
        self.round_rect(painter, box, 5, self.theme.colour(colour if selected else tint))
        if not selected:
            self.outline(painter, box, 5, self.theme.colour(colour))
        self.icon(painter, self.type_icon(doc_type), "surface" if selected else colour, cx - 6, cy - 6, 12)

    def cluster(self, painter: QPainter, cx: float, cy: float, count: int, *, selected: bool = False) -> None:
        """A disc with the number of pins that stand at one place."""
        box = QRectF(cx - PIN_PX / 2, cy - PIN_PX / 2, PIN_PX, PIN_PX)
        ground = self.theme.colour("accent" if selected else "surface")
        self.round_rect(painter, box, PIN_PX / 2, ground)
        if not selected:
            self.outline(painter, box, PIN_PX / 2, self.theme.colour("control"))
        painter.setFont(self.fonts.shared("badge"))
        painter.setPen(self.theme.colour("on_accent" if selected else "text2"))
        text = str(count) if count < 100 else "99"
        width = self.fonts.metrics("badge").horizontalAdvance(text)
        painter.drawText(QPointF(cx - width / 2, baseline(cy - 10, 20, 11)), text)

    # Basics

    def _stamp(
        self,
        painter: QPainter,
        key: tuple[object, ...],
        x: float,
        cy: float,
        width: int,
        draw: Callable[[QPainter, float, float], None],
    ) -> None:
        """Draw a small piece from its picture: a list shows the same few badges over and over.

        At a fractional screen ratio, or between two pixels, a picture would be soft; there it is drawn afresh.
        """
        ratio = painter.device().devicePixelRatio()
        if ratio != int(ratio) or x != int(x) or cy != int(cy):
            draw(painter, x, cy)
            return
        key = (*key, ratio)
        found = self._stamps.get(key)
        if found is None:
            if len(self._stamps) > _STAMPS_KEPT:
                self._stamps.clear()
            found = QPixmap(round(max(1, width) * ratio), round(_STAMP_HEIGHT * ratio))
            found.setDevicePixelRatio(ratio)
            found.fill(Qt.GlobalColor.transparent)
            inner = QPainter(found)
            draw(inner, 0, _STAMP_HEIGHT / 2)
            inner.end()
            self._stamps[key] = found
        painter.drawPixmap(QPointF(x, cy - _STAMP_HEIGHT / 2), found)

    def icon(self, painter: QPainter, name: str, colour: str, x: float, y: float, px: int) -> None:
        """An icon sharp at the ratio of the painter's device, left top at (x, y)."""
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(QPointF(x, y), self.icons.pixmap(name, colour, px, ratio))

    def round_rect(self, painter: QPainter, box: QRectF, radius: float, colour: QColor) -> None:
        """A filled box with round corners."""
        path = QPainterPath()
        path.addRoundedRect(box, radius, radius)
        self.fill_path(painter, path, colour)

    def outline(self, painter: QPainter, box: QRectF, radius: float, colour: QColor, width: float = 1) -> None:
        """A line inside the box's edge."""
        half = width / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius - half, radius - half)
        painter.restore()

    def hairline(self, painter: QPainter, x1: float, x2: float, y: float, colour: str = "line") -> None:
        """A horizontal line of one device pixel at any screen ratio."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(self.theme.colour(colour), 0))
        painter.drawLine(QPointF(x1, y), QPointF(x2, y))

    def fill_path(self, painter: QPainter, path: QPainterPath, colour: QColor) -> None:
        """Fill with soft edges and no line."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, colour)

    def _text_width(self, role: str, language: str, text: str) -> int:
        key = (role, language, text)
        found = self._widths.get(key)
        if found is None:
            # Widths are fractions; a column rounded down would cut the last letter.
            width = math.ceil(self.fonts.metrics(role, language).horizontalAdvance(text)) if text else 0
            if len(self._widths) > 5000:
                self._widths.clear()
            found = self._widths[key] = width
        return found


_DOT_COLOUR = {
    DotState.OK: "ok",
    DotState.PART: "high",
    DotState.FAILING: "critical",
    DotState.OFFLINE: "low",
    DotState.UNCHECKED: "low",
}
_TAG_FRAME = {
    TagKind.STAR: 14,
    TagKind.NOTE: 13,
    TagKind.DEADLINE: 17,
    TagKind.LANGUAGE: 10,
    TagKind.PLAIN: 0,
    TagKind.NEEDS_ACK: 14,
    TagKind.UP: round(_TRIANGLE_W) + 3,
    TagKind.DOWN: round(_TRIANGLE_W) + 3,
}
_TAG_ROLE = {
    TagKind.STAR: "micro",
    TagKind.NOTE: "micro",
    TagKind.DEADLINE: "badge",
    TagKind.LANGUAGE: "micro",
    TagKind.PLAIN: "micro",
    TagKind.NEEDS_ACK: "badge",
    TagKind.UP: "badge",
    TagKind.DOWN: "badge",
}
