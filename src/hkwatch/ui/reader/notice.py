# SPDX-License-Identifier: MIT
"""The row that stands where an item has no text: why, and the way to the source."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from hkwatch.domain.detail import ItemDetail, ItemText
from hkwatch.ui.reader.documents import problem_text
from hkwatch.ui.theme import Fonts


def notice_text(detail: ItemDetail, text: ItemText | None) -> str:
    """Why there is no text; empty where there is one."""
    if text is not None and (text.html or text.text):
        return ""
    translate = QCoreApplication.translate
    if text is not None and text.error_key:
        return problem_text(text)
    if detail.body_pending:
        return translate("ReaderPane", "The text has not been fetched yet.")
    return translate("ReaderPane", "The text is not in the feed.")


class NoticeRow(QWidget):
    """Hidden while it has nothing to say."""

    open_wanted = Signal()

    def __init__(self, fonts: Fonts, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fonts = fonts
        self.message = QLabel()
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setProperty("role", "muted")
        self.message.setWordWrap(True)
        self.button = QPushButton()
        self.button.setProperty("bar", True)
        self.button.clicked.connect(self.open_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 12)
        row.addWidget(self.message, 1)
        row.addWidget(self.button)
        self.hide()
        self.set_language(language)

    def tell(self, message: str, *, has_link: bool) -> None:
        """Say why, or nothing; the button is there where the item has an address."""
        self.message.setText(message)
        self.button.setVisible(has_link)
        self.setVisible(bool(message))

    def set_language(self, language: str) -> None:
        """Language of the words."""
        self.message.setFont(self._fonts.font("body", language))
        self._retranslate()

    def _retranslate(self) -> None:
        self.button.setText(QCoreApplication.translate("ReaderPane", "Open at the source"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
