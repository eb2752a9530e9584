# SPDX-License-Identifier: MIT
"""The line over the list that says how much mutes hide there, and shows it when it is pressed."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from hkwatch.ui.dialogs import plain
from hkwatch.ui.marks import Marks

_HEIGHT = 32


class HiddenLine(QWidget):
    """Not there while nothing is hidden. Its button shows the muted items, or the others again."""

    show_wanted = Signal(bool)
    """True: show what is muted; False: show the list again."""

    def __init__(self, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self._hidden, self._shows_muted = 0, False
        self.label = plain("", "muted")
        self.button = QPushButton()
        self.button.setProperty("kind", "link")
        self.button.setProperty("bar", "true")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(lambda: self.show_wanted.emit(not self._shows_muted))
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 0, 12, 0)
        row.setSpacing(6)
        row.addWidget(self.label)
        row.addWidget(self.button)
        row.addStretch(1)
        self.setFixedHeight(_HEIGHT)
        marks.theme.changed.connect(self.update)
        self.hide()

    def tell(self, hidden: int, *, shows_muted: bool) -> None:
        """`hidden` items are kept out of this list; `shows_muted`: the list is of them."""
        self._hidden, self._shows_muted = hidden, shows_muted
        self.setVisible(shows_muted or hidden > 0)
        self._retranslate()

    def _retranslate(self) -> None:
        if self._shows_muted:
            self.label.setText(self.tr("Only what is muted"))
            self.button.setText(self.tr("Back to the list"))
        else:
            # Numbers above this are not counted on.
            count = f"{self._hidden:,}"
            one = self.tr("1 hidden by a mute") if self._hidden == 1 else self.tr("{0} hidden by mutes").format(count)
            self.label.setText(one)
            self.button.setText(self.tr("Show"))
        self.button.setAccessibleName(f"{self.label.text()}: {self.button.text()}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._marks.theme.colour("panel"))
        self._marks.icon(painter, "bell-off", "muted", 16, self.height() / 2 - 7, 14)
        self._marks.hairline(painter, 0, self.width(), self.height() - 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
