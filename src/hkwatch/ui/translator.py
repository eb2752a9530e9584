# SPDX-License-Identifier: MIT
"""Translations straight from the Qt Linguist files (.ts): what translators edit is what runs, with nothing to compile."""

import re
from pathlib import Path

from PySide6.QtCore import QObject, QTranslator

from hkwatch.services.error_words import ERRORS
from hkwatch.services.texts import Texts
from hkwatch.ui.shown_time import is_hong_kong, shown_name

_NAMES = re.compile("HKT|香港時間|香港时间")
_SHOWN = frozenset(
    (
        *("AlertLog", "BodyDialog", "Channels", "ChannelsDialog", "InboxRow", "NoticeLog", "Notices"),
        *("PrivacyPage", "Reader", "RevisionStrip", "Watch"),
    )
)
"""Contexts whose sentences name the zone of a time that follows the user's choice."""


class FileTranslator(QTranslator):
    """Answers Qt's look-ups from one .ts file. English needs none and answers nothing.

    Sentences name Hong Kong's time; where another zone is shown, that zone's name stands in its place.
    """

    def __init__(self, resources: Path, language: str, parent: QObject | None = None) -> None:
        """`language` is `en`, `zh-Hant` or `zh-Hans`."""
        super().__init__(parent)
        self._texts = Texts.load(resources, language)

    def isEmpty(self) -> bool:
        return not self._texts.size and is_hong_kong()

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """The translation; None for "not here" (an empty text would be shown as one)."""
        found = (
            self._texts.errors.say(text, disambiguation or "") if context == ERRORS else self._texts.find(context, text)
        )
        if is_hong_kong() or context not in _SHOWN or "HKT" not in text:
            return found
        return _NAMES.sub(shown_name(), found or text)
