# SPDX-License-Identifier: MIT
"""The page Notifications: what is told; a widget of the ways out may be hosted below. Then signs of life and digests."""

from hkwatch.ui.away.settings_rows import report_sections
from hkwatch.ui.noop import QT_TRANSLATE_NOOP
from hkwatch.ui.settings.page import Facts, PageSpec, Sections
from hkwatch.ui.settings_row import Row

_TELL = (
    ("high", QT_TRANSLATE_NOOP("SettingsDialog", "High and above")),
    ("normal", QT_TRANSLATE_NOOP("SettingsDialog", "Normal and above")),
    ("nothing", QT_TRANSLATE_NOOP("SettingsDialog", "None")),
)


def _sections(facts: Facts) -> Sections:
    rows = [
        Row(
            "notify",
            "tell_from",
            QT_TRANSLATE_NOOP("SettingsDialog", "Notify of items"),
            QT_TRANSLATE_NOOP("SettingsDialog", "The level says how much it matters"),
            _TELL,
        ),
        Row(
            "notify",
            "alerts",
            QT_TRANSLATE_NOOP("SettingsDialog", "Notify when a price alert fires"),
            QT_TRANSLATE_NOOP("SettingsDialog", "It is logged in any case"),
        ),
    ]
    return [("", rows), *report_sections(facts.settings)]


NOTIFICATIONS = PageSpec(
    "notifications",
    QT_TRANSLATE_NOOP("SettingsDialog", "Notifications"),
    QT_TRANSLATE_NOOP("SettingsDialog", "A level always names the rule that set it."),
    "bell",
    _sections,
    (QT_TRANSLATE_NOOP("SettingsDialog", "Send a test notification"),),
)
