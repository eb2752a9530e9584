# SPDX-License-Identifier: MIT
"""The page Look: theme, colours of prices, density, size of text."""

from hkwatch.ui.noop import QT_TRANSLATE_NOOP
from hkwatch.ui.settings.general import SYSTEM
from hkwatch.ui.settings.page import Facts, PageSpec, Sections
from hkwatch.ui.settings_row import Row

_THEMES = (
    SYSTEM,
    ("light", QT_TRANSLATE_NOOP("SettingsDialog", "Light")),
    ("dark", QT_TRANSLATE_NOOP("SettingsDialog", "Dark")),
)
_COLOURS = (
    ("green-up", QT_TRANSLATE_NOOP("SettingsDialog", "Green up, red down")),
    ("red-up", QT_TRANSLATE_NOOP("SettingsDialog", "Red up, green down")),
    ("blue-orange", QT_TRANSLATE_NOOP("SettingsDialog", "Blue up, orange down")),
)


def _sections(_: Facts) -> Sections:
    rows = [
        Row(
            "look",
            "theme",
            QT_TRANSLATE_NOOP("SettingsDialog", "Theme"),
            QT_TRANSLATE_NOOP("SettingsDialog", "Light or dark grounds in all windows"),
            _THEMES,
        ),
        Row(
            "look",
            "price_colours",
            QT_TRANSLATE_NOOP("SettingsDialog", "Price colours"),
            QT_TRANSLATE_NOOP("SettingsDialog", "▲ and ▼ are always there too"),
            _COLOURS,
        ),
        Row(
            "look",
            "two_line_rows",
            QT_TRANSLATE_NOOP("SettingsDialog", "Two lines a row"),
            QT_TRANSLATE_NOOP("SettingsDialog", "A wide window always has them"),
        ),
        Row(
            "look",
            "text_size_percent",
            QT_TRANSLATE_NOOP("SettingsDialog", "Text size"),
            QT_TRANSLATE_NOOP(
                "SettingsDialog", "Texts and all that stands around them; the window comes up anew for it, where it was"
            ),
            limits=(80, 200),
            suffix=" %",
        ),
        Row(
            "look",
            "reading_size_percent",
            QT_TRANSLATE_NOOP("SettingsDialog", "Text size in the reader"),
            QT_TRANSLATE_NOOP("SettingsDialog", "Ctrl + and Ctrl − change it there, too"),
            limits=(70, 250),
            suffix=" %",
        ),
    ]
    return [("", rows)]


LOOK = PageSpec("look", QT_TRANSLATE_NOOP("SettingsDialog", "Look"), "", "sun", _sections)
