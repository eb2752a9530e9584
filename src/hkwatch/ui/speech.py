# SPDX-License-Identifier: MIT
"""The interface language in force: its translator on the application, its fonts, and the language titles are read in."""

from collections.abc import Callable

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from hkwatch.ui.shown_time import TimeStyle, style
from hkwatch.ui.theme import Appearance


class Speech:
    """Says everything in one language. What composes its texts itself is told by others."""

    def __init__(
        self, translator: Callable[[str], QTranslator], appearance: Appearance, told: Callable[[str], None]
    ) -> None:
        """`told` is called with each language that comes into force."""
        self._make, self._appearance, self._told = translator, appearance, told
        self._translator: QTranslator | None = None
        self._spoken: tuple[str, TimeStyle] | None = None

    def speak(self, language: str) -> None:
        """Speak this one from now on; nothing is done where it is in force with the zone of times as it is now."""
        wanted = (language, style())
        if wanted == self._spoken:
            return
        self.end()
        self._spoken = wanted
        self._translator = self._make(language)
        QApplication.installTranslator(self._translator)
        self._appearance.set_language(language)
        self._told(language)

    def end(self) -> None:
        """Speak no language any more."""
        if self._translator is not None:
            QApplication.removeTranslator(self._translator)
            self._translator = self._spoken = None
