# SPDX-License-Identifier: MIT
"""What stands in place of a list that has nothing to show: one sentence, one reason, one action."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import baseline

_DISC = 72
_ABOVE_MIDDLE = 70
_WITH_ACTION, _WITHOUT_ACTION = 200, 150
"""The least heights in px that hold the disc over the texts."""


class EmptyState(QWidget):
    """A disc with an icon, a sentence, its reason, one primary and at most one secondary action.

    Until it is told what to say it is empty ground: nobody knows yet whether anything is there.
    """

    primary = Signal()
    secondary = Signal()

    def __init__(self, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self._icon = "inbox"
        self._sentence = ""
        self._reason = ""
        self.language = "en"
        self.primary_button = QPushButton(self)
        self.primary_button.setProperty("kind", "primary")
        self.secondary_button = QPushButton(self)
        for button in (self.primary_button, self.secondary_button):
            button.setProperty("bar", True)
            button.hide()
        self.primary_button.clicked.connect(self.primary)
        self.secondary_button.clicked.connect(self.secondary)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        marks.theme.changed.connect(self.update)

    def tell(self, icon: str, sentence: str, reason: str = "", primary: str = "", secondary: str = "") -> None:
        """Say what is not there and why; empty texts leave their part out."""
        self._icon, self._sentence, self._reason = icon, sentence, reason
        self.setAccessibleName(f"{sentence} {reason}".strip())
        for button, text in ((self.primary_button, primary), (self.secondary_button, secondary)):
            button.setText(text)
            button.setVisible(bool(text))
        self._place()
        self.update()

    def _buttons(self) -> list[QPushButton]:
        return [button for button in (self.primary_button, self.secondary_button) if not button.isHidden()]

    def _is_low(self) -> bool:
        """Too low for the disc: sentence and action are needed more."""
        return self.height() < (_WITH_ACTION if self._buttons() else _WITHOUT_ACTION)

    def _lines(self) -> tuple[float, float, int]:
        """Middles of sentence and reason, and the top of the actions."""
        if not self._is_low():
            middle = self._middle()
            return middle + 64, middle + 88, middle + (116 if self._reason else 92)
        block = 24 + (20 if self._reason else 0) + (36 if self._buttons() else 0)
        top = max(4, (self.height() - block) // 2)
        return top + 12, top + 34, top + block - 28

    def _middle(self) -> int:
        return max(_DISC // 2 + 8, self.height() // 2 - _ABOVE_MIDDLE)

    def _place(self) -> None:
        shown = self._buttons()
        for button in shown:
            button.adjustSize()
        x = (self.width() - sum(button.width() for button in shown) - 8 * (len(shown) - 1)) // 2
        for button in shown:
            button.move(x, self._lines()[2])
            x += button.width() + 8

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        marks, theme, fonts = self._marks, self._marks.theme, self._marks.fonts
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        if not self._sentence:
            return
        middle_x, middle_y = self.width() / 2, float(self._middle())
        if not self._is_low():
            disc = QRectF(middle_x - _DISC / 2, middle_y - _DISC / 2, _DISC, _DISC)
            marks.round_rect(painter, disc, _DISC / 2, theme.colour("accent_tint"))
            marks.icon(painter, self._icon, "accent", middle_x - 14, middle_y - 14, 28)
        first, second, _ = self._lines()
        lines = ((self._sentence, "h2", "text", first, 16), (self._reason, "body", "muted", second, 13))
        for text, role, colour, y, px in lines:
            metrics = fonts.metrics(role, self.language)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, self.width() - 32))
            painter.setFont(fonts.shared(role, self.language))
            painter.setPen(theme.colour(colour))
            x = middle_x - metrics.horizontalAdvance(shown) / 2
            painter.drawText(QPointF(x, baseline(y - 12, 24, px)), shown)
