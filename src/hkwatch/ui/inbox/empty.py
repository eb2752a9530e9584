# SPDX-License-Identifier: MIT
"""What stands in place of a list that has nothing to show: one sentence, one reason, one action."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import baseline

_DISC = 72
_ABOVE_MIDDLE = 70


class EmptyState(QWidget):
    """A disc with an icon, a sentence, its reason, one primary and at most one secondary action."""

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

    def _middle(self) -> int:
        return max(_DISC // 2 + 8, self.height() // 2 - _ABOVE_MIDDLE)

    def _place(self) -> None:
        shown = [b for b in (self.primary_button, self.secondary_button) if not b.isHidden()]
        for button in shown:
            button.adjustSize()
        x = (self.width() - sum(button.width() for button in shown) - 8 * (len(shown) - 1)) // 2
        for button in shown:
            button.move(x, self._middle() + 116)
            x += button.width() + 8

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        marks, theme, fonts = self._marks, self._marks.theme, self._marks.fonts
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        middle_x, middle_y = self.width() / 2, float(self._middle())
        disc = QRectF(middle_x - _DISC / 2, middle_y - _DISC / 2, _DISC, _DISC)
        marks.round_rect(painter, disc, _DISC / 2, theme.colour("accent_tint"))
        marks.icon(painter, self._icon, "accent", middle_x - 14, middle_y - 14, 28)
        lines = ((self._sentence, "h2", "text", 64, 16), (self._reason, "body", "muted", 88, 13))
        for text, role, colour, down, px in lines:
            metrics = fonts.metrics(role, self.language)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, self.width() - 32))
            painter.setFont(fonts.shared(role, self.language))
            painter.setPen(theme.colour(colour))
            x = middle_x - metrics.horizontalAdvance(shown) / 2
            painter.drawText(QPointF(x, baseline(middle_y + down - 12, 24, px)), shown)
