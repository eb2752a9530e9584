# SPDX-License-Identifier: MIT
"""The newest pins of the window as rows: icon, title, time, and the move after an hour."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hkwatch.domain.ids import ItemId
from hkwatch.domain.pins import Pin
from hkwatch.ui import formats
from hkwatch.ui.formats import Direction
from hkwatch.ui.marks import Marks
from hkwatch.ui.price.pin_words import direction_of, length_text
from hkwatch.ui.shown_time import in_hong_kong
from hkwatch.ui.theme import baseline

ROW = 40
MOST = 3
_DEADLINE, _LEAST_BESIDE = 92, 528
"""Height in px of the section about a deadline, and what must be left for pins in words under a chart that can be read."""
_LEFT, _TEXT, _RIGHT = 8, 36, 8


class PinList(QWidget):
    """Up to three rows; the selected pin is always among them. The rail above carries the keys."""

    chosen = Signal(object)
    """ItemId of the row that was clicked."""

    def __init__(self, marks: Marks, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks, self._language = marks, language
        self._rows: tuple[Pin, ...] = ()
        self._selected: ItemId | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        marks.theme.changed.connect(self.update)

    def set_pins(self, shown: tuple[Pin, ...], selected: ItemId | None, most: int = MOST) -> None:
        """The pins in the window, oldest first; at most `most` rows are made of them."""
        rows = list(reversed(shown))[:most]
        chosen = next((pin for pin in shown if pin.row.id == selected), None)
        if chosen is not None and chosen not in rows:
            rows[-1] = chosen
        self._rows, self._selected = tuple(rows), selected
        self.setFixedHeight(max(1, ROW * len(rows)))
        self.setVisible(bool(rows))
        self.update()

    @property
    def rows(self) -> tuple[Pin, ...]:
        """What is shown, newest first."""
        return self._rows

    def set_language(self, language: str) -> None:
        """Language of dates and fonts."""
        self._language = language
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        for index, pin in enumerate(self._rows):
            self._paint_row(p, index * ROW, pin)

    def _paint_row(self, p: QPainter, top: int, pin: Pin) -> None:
        marks, theme, language = self._marks, self._marks.theme, self._language
        is_chosen = pin.row.id == self._selected
        if is_chosen:
            marks.round_rect(p, QRectF(0, top, self.width(), ROW), 6, theme.colour("select"))
        marks.pin(p, _LEFT + 9, top + ROW / 2, pin.row.doc_type, selected=is_chosen)
        right: float = self.width() - _RIGHT
        if pin.latest is not None:
            length, move = pin.latest
            right = self._paint_move(p, top, move, length_text(length)) - 10
        metrics = marks.fonts.metrics("medium", pin.row.lang)
        title = metrics.elidedText(pin.row.title, Qt.TextElideMode.ElideRight, right - _TEXT)
        p.setFont(marks.fonts.shared("medium", pin.row.lang))
        p.setPen(theme.colour("text"))
        p.drawText(_TEXT, baseline(top + 2, 20, 13), title)
        p.setFont(marks.fonts.shared("small", language, figures=True))
        p.setPen(theme.colour("muted"))
        p.drawText(_TEXT, baseline(top + 20, 18, 13), in_hong_kong(formats.day_time)(pin.at, language))

    def _paint_move(self, p: QPainter, top: int, move: float, length: str) -> float:
        """Direction and size over the length, at the right; the left end is returned."""
        marks, theme = self._marks, self._marks.theme
        way = direction_of(move)
        ink = {Direction.UP: theme.up(), Direction.DOWN: theme.down()}.get(way, theme.colour("muted"))
        size = formats.percent(abs(move))
        metrics = marks.fonts.metrics("small_strong", self._language, figures=True)
        x = self.width() - _RIGHT - metrics.horizontalAdvance(size)
        p.setFont(marks.fonts.shared("small_strong", self._language, figures=True))
        p.setPen(ink)
        p.drawText(round(x), baseline(top + 2, 20, 13), size)
        left = x
        if way is not Direction.FLAT:
            left -= 11
            marks.triangle(p, left, top + 12, ink, up=way is Direction.UP)
        p.setFont(marks.fonts.shared("small", self._language))
        p.setPen(theme.colour("muted"))
        wide = marks.fonts.metrics("small", self._language).horizontalAdvance(length)
        p.drawText(round(self.width() - _RIGHT - wide), baseline(top + 20, 18, 13), length)
        return min(left, self.width() - _RIGHT - wide)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = int(event.position().y() // ROW)
        if 0 <= index < len(self._rows):
            self.chosen.emit(self._rows[index].row.id)

    def sizeHint(self) -> QSize:
        return QSize(280, ROW * max(1, len(self._rows)))


def rows_for(height: int, *, with_deadline: bool = False) -> int:
    """How many rows a panel of this height has room for, beside a deadline or without one."""
    if with_deadline:
        height -= _DEADLINE
        if height < _LEAST_BESIDE:
            return 0
    return 1 if height < 640 else 2 if height < 900 else MOST
