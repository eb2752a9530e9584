# SPDX-License-Identifier: MIT
"""One line of the Away view: a mark, what happened, what is known of it, when. A button that opens it."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hkwatch.domain.item import DocType, Level
from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import baseline, has_ring

_HEIGHT = 56
_TEXT_LEFT = 26
_GAP = 8


@dataclass(frozen=True, slots=True)
class Line:
    """What a line says. `mark` is a level's shape, or an icon's name with its colour.

    `publisher` and `doc_type` stand before `detail`, where there are any. `opens` is told when it is chosen; None = it is
    only read. `strong` for what asks for a look. `spoken` is what a screen reader says.
    """

    mark: Level | tuple[str, str]
    title: str
    detail: str
    time: str = ""
    publisher: str = ""
    doc_type: DocType | None = None
    opens: Any = None
    strong: bool = False
    spoken: str = ""


class LineButton(QAbstractButton):
    """Painted; ↑ and ↓ go from line to line, Enter opens."""

    chosen = Signal(object)
    """What the line opens."""

    def __init__(self, marks: Marks, line: Line, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks, self.line, self._language = marks, line, language
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        # Also what opens nothing is reached: it is read there.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if line.opens is not None:
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        parts = (line.spoken, line.title, line.publisher, line.detail, line.time)
        self.setAccessibleName(". ".join(part for part in parts if part))
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        return QSize(320, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, _HEIGHT)

    def _on_clicked(self) -> None:
        if self.line.opens is not None:
            self.chosen.emit(self.line.opens)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_O):
            self.click()
            return
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1}
        if event.key() in steps and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._step(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        page = self.window()
        lines = [one for one in page.findChildren(LineButton) if one.isVisible()]
        lines.sort(
            key=lambda one: (one.mapTo(page, one.rect().topLeft()).x(), one.mapTo(page, one.rect().topLeft()).y())
        )
        at = lines.index(self) + by
        if 0 <= at < len(lines):
            lines[at].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        marks, theme, fonts, line = self._marks, self._marks.theme, self._marks.fonts, self.line
        p = QPainter(self)
        if line.opens is not None and (self.underMouse() or self.isDown()):
            marks.round_rect(
                p, QRectF(self.rect()).adjusted(0, 1, 0, -1), theme.radius("control"), theme.colour("hover")
            )
        marks.hairline(p, _TEXT_LEFT, self.width(), self.height() - 1)
        if isinstance(line.mark, Level):
            marks.level_shape(p, 8, 18, line.mark)
        else:
            marks.icon(p, line.mark[0], line.mark[1], 0, 10, 16)
        right = self.width() - 2
        if line.time:
            metrics = fonts.metrics("small", self._language)
            wide = metrics.horizontalAdvance(line.time)
            p.setFont(fonts.shared("small", self._language))
            p.setPen(theme.colour("muted"))
            p.drawText(QPointF(right - wide, baseline(8, 20, 12)), line.time)
            right -= round(wide) + 12
        role = "strong" if line.strong else "body"
        p.setFont(fonts.shared(role, self._language))
        p.setPen(theme.colour("text"))
        title = fonts.metrics(role, self._language).elidedText(
            line.title, Qt.TextElideMode.ElideRight, right - _TEXT_LEFT
        )
        p.drawText(QPointF(_TEXT_LEFT, baseline(8, 20, 13)), title)
        self.setToolTip("" if title == line.title else line.title)
        self._paint_second(p)
        if has_ring(self):
            marks.outline(p, QRectF(self.rect()), theme.radius("control"), theme.colour("accent"), 2)

    def _paint_second(self, p: QPainter) -> None:
        marks, theme, fonts, line = self._marks, self._marks.theme, self._marks.fonts, self.line
        x = float(_TEXT_LEFT)
        if line.publisher:
            p.setFont(fonts.shared("small_strong", self._language))
            p.setPen(theme.colour("text2"))
            p.drawText(QPointF(x, baseline(29, 18, 12)), line.publisher)
            x += round(fonts.metrics("small_strong", self._language).horizontalAdvance(line.publisher)) + _GAP
        if line.doc_type is not None:
            x += marks.badge(p, x, 38, line.doc_type, self._language) + _GAP
        if line.detail:
            p.setFont(fonts.shared("small", self._language))
            p.setPen(theme.colour("muted"))
            room = self.width() - x - 2
            text = fonts.metrics("small", self._language).elidedText(
                line.detail, Qt.TextElideMode.ElideRight, round(room)
            )
            p.drawText(QPointF(x, baseline(29, 18, 12)), text)
