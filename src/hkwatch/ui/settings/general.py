# SPDX-License-Identifier: MIT
"""The page General: language, closing, who you are."""

from hkwatch.ui.noop import QT_TRANSLATE_NOOP
from hkwatch.ui.settings.page import Facts, PageSpec, Sections
from hkwatch.ui.settings_row import Row

SYSTEM = ("system", QT_TRANSLATE_NOOP("SettingsDialog", "As the system"))
LANGUAGES = (("en", "English"), ("zh-Hant", "繁體中文"), ("zh-Hans", "简体中文"))
_CLOSING = (
    ("ask", QT_TRANSLATE_NOOP("SettingsDialog", "Ask")),
    ("tray", QT_TRANSLATE_NOOP("SettingsDialog", "Keep watching in the tray")),
    ("quit", QT_TRANSLATE_NOOP("SettingsDialog", "Quit hkwatch")),
)


def _sections(_: Facts) -> Sections:
    rows = [
        Row(
            "general",
            "language",
            QT_TRANSLATE_NOOP("SettingsDialog", "Language"),
            QT_TRANSLATE_NOOP("SettingsDialog", "Of the window and of notifications"),
            (SYSTEM, *LANGUAGES),
        ),
        Row(
            "general",
            "close",
            QT_TRANSLATE_NOOP("SettingsDialog", "When I close the window"),
            QT_TRANSLATE_NOOP("SettingsDialog", "In the tray hkwatch goes on watching and notifying"),
            _CLOSING,
        ),
        Row(
            "general",
            "keep_without_tray",
            QT_TRANSLATE_NOOP("SettingsDialog", "Keep watching without a tray"),
            QT_TRANSLATE_NOOP(
                "SettingsDialog",
                "Where there is no tray, closing the window otherwise quits. Starting hkwatch again shows it.",
            ),
        ),
        Row(
            "general",
            "user_name",
            QT_TRANSLATE_NOOP("SettingsDialog", "Your name"),
            QT_TRANSLATE_NOOP(
                "SettingsDialog",
                "Stands in the audit journal beside the name of your account, from the next acknowledgement on",
            ),
            placeholder=QT_TRANSLATE_NOOP("SettingsDialog", "Optional"),
        ),
    ]
    return [("", rows)]


GENERAL = PageSpec(
    "general",
    QT_TRANSLATE_NOOP("SettingsDialog", "General"),
    "",
    "sliders-horizontal",
    _sections,
    (QT_TRANSLATE_NOOP("SettingsDialog", "Search history"),),
)
