# SPDX-License-Identifier: MIT
"""Two small windows of the source manager: the terms of a source before it is watched, and what it answered last."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from hkwatch.ui.dialogs import plain
from hkwatch.ui.formats import DOT, date_time
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources.parts import IconButton, fit_to_screen, wrapping

_TERMS_WIDTH = 460


class TermsDialog(QDialog):
    """The publisher's terms, and two answers."""

    agreed = Signal()

    def __init__(self, marks: Marks, language: str, name: str, terms: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setProperty("ground", "surface")
        self.setWindowTitle(self.tr("Terms of use"))
        title = wrapping()
        title.setText(self.tr("{0} has terms of use").format(name))
        title.setFont(marks.fonts.font("h2", language))
        self.terms = wrapping(selectable=True)
        self.terms.setText(terms)
        note = wrapping("muted")
        note.setText(self.tr("It is asked only after you say that this suits your use."))
        self.cancel, self.agree = QPushButton(self.tr("Leave it off")), QPushButton(self.tr("Watch it"))
        self.agree.setProperty("kind", "primary")
        self.agree.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.agree.clicked.connect(self._on_agree)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.agree)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        for label in (title, self.terms, note):
            box.addWidget(label)
        box.addSpacing(4)
        box.addLayout(foot)
        self.setMinimumWidth(_TERMS_WIDTH)
        self.resize(_TERMS_WIDTH, box.heightForWidth(_TERMS_WIDTH))

    def _on_agree(self) -> None:
        self.accept()
        self.agreed.emit()


class BodyDialog(QDialog):
    """What a source answered last, as plain text."""

    def __init__(self, marks: Marks, language: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self._language = language
        self.setWindowTitle(self.tr("Last answer"))
        title = wrapping()
        title.setText(self.tr("What {0} answered last").format(name))
        title.setFont(marks.fonts.font("h2", language))
        self.note = plain(self.tr("Reading…"), "muted")
        self.note.setWordWrap(True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.text.setAccessibleName(self.tr("Text of the answer"))
        self.copy = IconButton(marks, "copy")
        self.copy.set_words(self.tr("Copy all"))
        self.copy.setEnabled(False)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(8)
        box.addWidget(title)
        box.addWidget(self.note)
        box.addWidget(self.text, 1)
        box.addSpacing(4)
        box.addLayout(foot)
        fit_to_screen(self, 760, 560)

    def show_body(self, text: str, at: datetime | None, error: str) -> None:
        """Show the text, or why there is none. `at` is when it came, None when that is not known."""
        parts = [error] if error else []
        if not error and at is not None:
            parts.append(self.tr("came {0} HKT").format(date_time(at, self._language)))
        if text:
            parts.append(self.tr("{0} characters").format(f"{len(text):,}"))
        self.note.setText(f" {DOT} ".join(parts))
        self.text.setPlainText(text)
        self.copy.setEnabled(bool(text))
