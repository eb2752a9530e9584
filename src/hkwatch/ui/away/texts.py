# SPDX-License-Identifier: MIT
"""The texts of services in the window's language: the same words as in notices and digests, from Qt's translator."""

from PySide6.QtCore import QCoreApplication

from hkwatch.services.texts import Texts


class WindowTexts(Texts):
    """Asks the translator that is installed."""

    def __init__(self, language: str) -> None:
        super().__init__(language, {})

    def translate(self, context: str, text: str) -> str:
        """`text` in the window's language."""
        return QCoreApplication.translate(context, text)
