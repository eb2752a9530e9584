# SPDX-License-Identifier: MIT
"""The page General: language, times and dates, closing, what makes an item read, who you are."""

from PySide6.QtWidgets import QSystemTrayIcon

from hkwatch.ui.noop import QT_TRANSLATE_NOOP
from hkwatch.ui.settings.page import Facts, PageSpec, Sections
from hkwatch.ui.settings_row import Row

SYSTEM = ("system", QT_TRANSLATE_NOOP("SettingsDialog", "As the system"))
LANGUAGES = (("en", "English"), ("zh-Hant", "繁體中文"), ("zh-Hans", "简体中文"))
_ZONES = (
    ("hkt", QT_TRANSLATE_NOOP("SettingsDialog", "Hong Kong time (HKT)")),
    ("local", QT_TRANSLATE_NOOP("SettingsDialog", "This computer’s time")),
    ("utc", "UTC"),
)
_DATES = (
    ("language", QT_TRANSLATE_NOOP("SettingsDialog", "As in the language")),
    ("iso", "2026-11-20 (ISO 8601)"),
)
_CLOSING = (
    ("ask", QT_TRANSLATE_NOOP("SettingsDialog", "Ask")),
    ("tray", QT_TRANSLATE_NOOP("SettingsDialog", "Keep watching in the tray")),
    ("quit", QT_TRANSLATE_NOOP("SettingsDialog", "Quit hkwatch")),
)

_READING = (
    ("opened", QT_TRANSLATE_NOOP("SettingsDialog", "As soon as it is shown")),
    ("after", QT_TRANSLATE_NOOP("SettingsDialog", "After a time on the screen")),
    ("by-hand", QT_TRANSLATE_NOOP("SettingsDialog", "By hand only")),
)


def _sections(facts: Facts) -> Sections:
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
            "time_zone",
            QT_TRANSLATE_NOOP("SettingsDialog", "Times"),
            QT_TRANSLATE_NOOP(
                "SettingsDialog",
                "In lists and the reader; evidence, exports, alerts and the chart keep Hong Kong time, and so do days",
            ),
            _ZONES,
        ),
        Row(
            "general",
            "dates",
            QT_TRANSLATE_NOOP("SettingsDialog", "Dates"),
            QT_TRANSLATE_NOOP("SettingsDialog", "Everywhere in the window"),
            _DATES,
        ),
        _closing(facts),
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
            "start_at_login",
            QT_TRANSLATE_NOOP("SettingsDialog", "Start at login"),
            QT_TRANSLATE_NOOP("SettingsDialog", "In the tray, without a window"),
        ),
        Row(
            "general",
            "open_links",
            QT_TRANSLATE_NOOP("SettingsDialog", "Open hkwatch:// links"),
            QT_TRANSLATE_NOOP("SettingsDialog", "A link to an item, as Copy hkwatch link makes it, opens here"),
        ),
        Row(
            "general",
            "mark_read",
            QT_TRANSLATE_NOOP("SettingsDialog", "An item becomes read"),
            QT_TRANSLATE_NOOP("SettingsDialog", "Only in the window that is in use; by hand at any time"),
            _READING,
        ),
        Row(
            "general",
            "mark_read_after_s",
            QT_TRANSLATE_NOOP("SettingsDialog", "Time until it is read"),
            QT_TRANSLATE_NOOP("SettingsDialog", "Without interruption; holds where an item becomes read after a time"),
            limits=(1, 60),
            suffix=" s",
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


def _closing(facts: Facts) -> Row:
    """Without a tray one of the answers cannot be had, and the row says so."""
    reason: str = QT_TRANSLATE_NOOP("SettingsDialog", "In the tray hkwatch goes on watching and notifying")
    barred: tuple[str, ...] = ()
    if not QSystemTrayIcon.isSystemTrayAvailable():
        barred = ("tray",)
        if facts.settings.general.keep_without_tray:
            reason = QT_TRANSLATE_NOOP(
                "SettingsDialog", "There is no tray here: it goes on unseen, and starting it again shows the window."
            )
        else:
            reason = QT_TRANSLATE_NOOP(
                "SettingsDialog", "There is no tray here, so hkwatch quits. The next option changes that."
            )
    text = QT_TRANSLATE_NOOP("SettingsDialog", "When I close the window")
    return Row("general", "close", text, reason, _CLOSING, barred=barred)


GENERAL = PageSpec(
    "general",
    QT_TRANSLATE_NOOP("SettingsDialog", "General"),
    "",
    "sliders-horizontal",
    _sections,
    (QT_TRANSLATE_NOOP("SettingsDialog", "Search history"),),
)
