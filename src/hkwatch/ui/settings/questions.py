# SPDX-License-Identifier: MIT
"""Questions before something large: what happens, what stays, and the word to type where nothing comes back."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hkwatch.ui.dialogs import plain
from hkwatch.ui.marks import Marks

_WIDTH = 520


class Question(QDialog):
    """A modal sheet. `agreed` is told once it has closed; Esc and Cancel tell nothing."""

    agreed = Signal()

    def __init__(
        self,
        title: str,
        text: str,
        yes: str,
        marks: Marks,
        language: str,
        parent: QWidget,
        *,
        warning: str = "",
        danger: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setProperty("ground", "surface")
        self.setWindowTitle("hkwatch")
        head = plain(title)
        head.setFont(marks.fonts.font("h2", language))
        head.setWordWrap(True)
        self.column = QVBoxLayout()
        self.column.setSpacing(8)
        self.column.addWidget(head)
        for words, role in ((text, "text2"), (warning, "warn")):
            if words:
                label = plain(words, role)
                label.setWordWrap(True)
                self.column.addWidget(label)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.yes = QPushButton(yes)
        self.yes.setProperty("kind", "danger" if danger else "primary")
        self.yes.clicked.connect(self._on_yes)
        self.cancel.setAutoDefault(danger)
        self.yes.setDefault(not danger)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.yes)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 16)
        whole.setSpacing(16)
        whole.addLayout(self.column)
        whole.addLayout(foot)
        self.setMinimumWidth(_WIDTH)
        (self.cancel if danger else self.yes).setFocus()

    def _on_yes(self) -> None:
        self.accept()
        self.agreed.emit()


class EraseQuestion(Question):
    """Wants a word typed: one click too many must not cost everything."""

    def __init__(self, backups: Path, marks: Marks, language: str, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        title = translate("EraseQuestion", "Erase everything hkwatch keeps?")
        yes = translate("EraseQuestion", "Erase everything")
        super().__init__(title, "", yes, marks, language, parent, danger=True)
        word = self.tr("ERASE")
        text = self.tr(
            "Items with their marks and notes, alerts, prices, rules and sources of your own, settings, older backups and"
            " logs. A last backup of it all is made first, checked, and stays in {0}; delete it by hand if you want that"
            " gone too."
        ).format(backups)
        label = plain(text, "text2")
        label.setWordWrap(True)
        self.column.addWidget(label)
        ask = plain(self.tr("Type {0} to go on:").format(word))
        self.column.addSpacing(8)
        self.column.addWidget(ask)
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Type {0} to go on:").format(word))
        self.column.addWidget(self.field)
        self.yes.setEnabled(False)
        self.field.textChanged.connect(lambda typed: self.yes.setEnabled(typed.strip() == word))
        self.field.setFocus()
