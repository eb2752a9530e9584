# SPDX-License-Identifier: MIT
"""Translations straight from the Qt Linguist files (.ts): what translators edit is what runs, with nothing to compile."""

from pathlib import Path

from PySide6.QtCore import QObject, QTranslator

from hkwatch.services.error_words import ERRORS
from hkwatch.services.texts import Texts


class FileTranslator(QTranslator):
    """Answers Qt's look-ups from one .ts file. English needs none and answers nothing."""

    def __init__(self, resources: Path, language: str, parent: QObject | None = None) -> None:
        """`language` is `en`, `zh-Hant` or `zh-Hans`."""
        super().__init__(parent)
        self._texts = Texts.load(resources, language)

    def isEmpty(self) -> bool:
        return not self._texts.size

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """The translation; None for "not here" (an empty text would be shown as one)."""
        if context == ERRORS:
            return self._texts.errors.say(text, disambiguation or "")
        return self._texts.find(context, text)
