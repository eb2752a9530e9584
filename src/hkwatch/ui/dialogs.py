# SPDX-License-Identifier: MIT
"""Small windows that ask or explain: what closing means."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hkwatch.ui.theme import Fonts


def plain(text: str, role: str = "", parent: QWidget | None = None) -> QLabel:
    """A label that shows its text as it is."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    return label


class CloseQuestion(QDialog):
    """Asked at the first closing of the window."""

    answered = Signal(str, bool)
    """`tray` or `quit`, and whether to remember it. Closing the question answers nothing: the window stays."""

    def __init__(self, fonts: Fonts, language: str, *, has_tray: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setProperty("ground", "surface")
        self.setWindowTitle(self.tr("Close hkwatch"))
        title = plain(self.tr("Keep watching when the window is closed?"))
        title.setFont(fonts.font("h2", language))
        if has_tray:
            text = self.tr("In the tray hkwatch goes on watching and notifies you. You can quit it there at any time.")
        else:
            text = self.tr("There is no tray here. hkwatch would go on unseen; starting it again shows the window.")
        reason = plain(text, "muted")
        reason.setWordWrap(True)
        self.remember = QCheckBox(self.tr("Do the same next time"))
        self.quit = QPushButton(self.tr("Quit"))
        self.keep = QPushButton(self.tr("Keep watching in the tray") if has_tray else self.tr("Keep watching"))
        self.keep.setProperty("kind", "primary")
        self.keep.setDefault(True)
        self.quit.clicked.connect(self._on_quit)
        self.keep.clicked.connect(self._on_keep)
        foot = QHBoxLayout()
        foot.addWidget(self.remember)
        foot.addStretch(1)
        foot.addWidget(self.quit)
        foot.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(reason)
        column.addSpacing(16)
        column.addLayout(foot)
        self.setMinimumWidth(520)
        self.keep.setFocus()

    def _on_quit(self) -> None:
        self._answer("quit")

    def _on_keep(self) -> None:
        self._answer("tray")

    def _answer(self, choice: str) -> None:
        remember = self.remember.isChecked()
        self.accept()
        self.answered.emit(choice, remember)
