# SPDX-License-Identifier: MIT
"""One line over the search field that says what limits the watch, and what can be done."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import baseline


class BannerKind(StrEnum):
    """What a banner is about; it sets colours and the usual icon."""

    WARN = "warn"
    BAD = "bad"
    INFO = "info"
    DEMO = "demo"


_LOOKS = {
    BannerKind.WARN: ("warn_t", "warn_line", "warn", "triangle-alert"),
    BannerKind.BAD: ("bad_t", "bad_line", "bad", "circle-alert"),
    BannerKind.INFO: ("info_t", "info_line", "accent", "info"),
    BannerKind.DEMO: ("info_t", "info_line", "accent", "flask-conical"),
}


class Banner(QWidget):
    """40 px: icon, fact in 600, consequence, at most two actions at the right. Hidden until `tell` is called."""

    acted = Signal()
    acted_otherwise = Signal()
    """The second action."""
    told = Signal(str)
    """It says something, in words."""

    def __init__(self, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self._kind = BannerKind.INFO
        self._icon = "info"
        self._fact = ""
        self._consequence = ""
        self.language = "en"
        self.button, self.second = QPushButton(self), QPushButton(self)
        for button in (self.button, self.second):
            button.setProperty("kind", "link")
            button.setProperty("bar", True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.clicked.connect(self.acted)
        self.second.clicked.connect(self.acted_otherwise)
        self.setFixedHeight(marks.theme.size("banner"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        marks.theme.changed.connect(self.update)
        self.hide()

    @property
    def fact(self) -> str:
        """The fact shown; empty while hidden."""
        return self._fact

    def tell(
        self, kind: BannerKind, fact: str, consequence: str = "", action: str = "", icon: str = "", second: str = ""
    ) -> None:
        """Show a banner. `action` and `second` empty have no button; `icon` empty takes the kind's own."""
        self._kind, self._fact, self._consequence = kind, fact, consequence
        self._icon = icon or _LOOKS[kind][3]
        for button, label in ((self.button, action), (self.second, second)):
            button.setText(label.replace("&", "&&"))
            button.setVisible(bool(label))
        text = f"{fact} {consequence}".strip()
        self.setAccessibleName(text)
        self.setToolTip(text)
        self._place()
        self.show()
        self.update()
        self.told.emit(text)

    def dismiss(self) -> None:
        """Take the banner away."""
        self._fact = self._consequence = ""
        self.hide()

    def _place(self) -> None:
        x = self.width() - 12
        for button in self._shown_buttons():
            button.adjustSize()
            x -= button.width()
            button.move(x, (self.height() - button.height()) // 2)

    def _shown_buttons(self) -> list[QPushButton]:
        """From right to left."""
        return [button for button in (self.second, self.button) if not button.isHidden()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        marks, theme, fonts = self._marks, self._marks.theme, self._marks.fonts
        tint, edge, colour, _ = _LOOKS[self._kind]
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), theme.colour(tint))
        marks.hairline(painter, 0, self.width(), self.height() - 1, edge)
        marks.icon(painter, self._icon, colour, 16, self.height() / 2 - 8, 16)
        line = baseline(0, self.height(), 13)
        stop = min([button.x() - 8 for button in self._shown_buttons()], default=self.width() - 16)
        x = 42.0
        for text, role, ink in ((self._fact, "strong", "text"), (self._consequence, "body", "text2")):
            metrics = fonts.metrics(role, self.language)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, stop - x))
            painter.setFont(fonts.shared(role, self.language))
            painter.setPen(theme.colour(ink))
            painter.drawText(QPointF(x, line), shown)
            x += metrics.horizontalAdvance(shown) + 6
