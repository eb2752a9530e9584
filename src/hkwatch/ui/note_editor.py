# SPDX-License-Identifier: MIT
"""A small sheet in which a note is written: with an acknowledgement, or alone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from hkwatch.ui.dialogs import plain
from hkwatch.ui.theme import Fonts

MOST = 2000
"""A note has at most so many characters."""


class NoteEditor(QDialog):
    """Ctrl+Enter keeps it, Esc does not."""

    written = Signal(str)
    """The note, which may be empty."""

    def __init__(
        self, fonts: Fonts, language: str, about: str, note: str, *, acknowledges: bool, parent: QWidget
    ) -> None:
        """`about` is the item's title, or how many there are; `acknowledges` says what keeping the note does besides."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        heading = self.tr("Acknowledge with a note") if acknowledges else self.tr("Note")
        self.setWindowTitle(heading)
        self.setMinimumWidth(440)
        title = plain(heading)
        title.setFont(fonts.font("h2", language))
        subject = plain(about, "muted")
        subject.setWordWrap(True)
        self.text = QPlainTextEdit(note)
        self.text.setAccessibleName(self.tr("Note"))
        self.text.setPlaceholderText(self.tr("What was decided, who was told…"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(96)
        self.keep = QPushButton(self.tr("Acknowledge") if acknowledges else self.tr("Save note"))
        self.keep.setProperty("kind", "primary")
        self.keep.setDefault(True)
        self.keep.setToolTip("Ctrl+Enter")
        cancel = QPushButton(self.tr("Cancel"))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(plain(self.tr("Ctrl+Enter keeps it. Found again with has:note."), "muted"), 1)
        foot.addWidget(cancel)
        foot.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(subject)
        column.addSpacing(4)
        column.addWidget(self.text)
        column.addSpacing(4)
        column.addLayout(foot)
        self.keep.clicked.connect(self._keep)
        cancel.clicked.connect(self.reject)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self._keep)
        self.text.setFocus()
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)

    def _keep(self) -> None:
        self.written.emit(self.text.toPlainText().strip()[:MOST])
        self.accept()
