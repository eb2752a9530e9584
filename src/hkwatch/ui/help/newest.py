# SPDX-License-Identifier: MIT
"""The small window that asks, when the user does, whether there is a newer version."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hkwatch import __version__
from hkwatch.domain.ids import CommandId
from hkwatch.domain.versions import is_newer
from hkwatch.ui.dialogs import plain
from hkwatch.ui.theme import Fonts
from hkwatch.ui.web import open_address

_PAGE = "https://pypi.org/project/hkwatch/"


class NewestWindow(QDialog):
    """Says what will be asked of whom before it is asked; then what came of it."""

    ask_wanted = Signal()

    def __init__(self, fonts: Fonts, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self.asked: CommandId | None = None
        """The question on its way or answered last, None before the first."""
        self._fonts, self._language = fonts, language
        self._version, self._error, self._is_waiting = "", "", False
        self.fact, self.more = plain(""), plain("", "muted")
        for label in (self.fact, self.more):
            label.setWordWrap(True)
        self.check, self.show_page, self._close = QPushButton(), QPushButton(), QPushButton()
        self.check.clicked.connect(self.ask_wanted)
        self.show_page.clicked.connect(lambda: open_address(_PAGE))
        self._close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        for button in (self._close, self.show_page, self.check):
            foot.addWidget(button)
        self.check.setProperty("kind", "primary")
        self.check.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(self.fact)
        column.addWidget(self.more)
        column.addStretch(1)
        column.addSpacing(12)
        column.addLayout(foot)
        self.setMinimumWidth(520)
        self.retranslate()

    def set_waiting(self, asked: CommandId) -> None:
        """The question is on its way."""
        self.asked, self._is_waiting = asked, True
        self.retranslate()

    def set_answer(self, version: str, error: str) -> None:
        """The newest version, or why it is not known."""
        self._version, self._error, self._is_waiting = version, error, False
        self.retranslate()

    def set_language(self, language: str) -> None:
        """Say everything in another interface language; the translation is installed already."""
        self._language = language
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self.setWindowTitle(self.tr("Newer version"))
        self.fact.setFont(self._fonts.font("h2", self._language))
        self.check.setText(self.tr("Check again") if self._version or self._error else self.tr("Check"))
        self.show_page.setText(self.tr("Open its page"))
        self._close.setText(self.tr("Close"))
        self.check.setEnabled(not self._is_waiting)
        is_newer_there = bool(self._version) and is_newer(self._version, __version__)
        self.show_page.setVisible(is_newer_there)
        if self._is_waiting:
            fact, more = self.tr("Asking pypi.org…"), ""
        elif self._error:
            fact, more = self.tr("It could not be found out"), self._error
        elif is_newer_there:
            fact = self.tr("hkwatch {0} is there").format(self._version)
            more = self.tr("You have {0}. Install it the way you installed this one; what is stored stays.")
            more = more.format(__version__)
        elif self._version:
            fact = self.tr("You have the newest version")
            more = self.tr("hkwatch {0}; pypi.org names {1}.").format(__version__, self._version)
        else:
            fact = self.tr("You have hkwatch {0}").format(__version__)
            more = self.tr(
                "Check asks pypi.org once which version is the newest. hkwatch never does so by itself, and nothing"
                " else is sent."
            )
        self.fact.setText(fact)
        self.more.setText(more)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
