# SPDX-License-Identifier: MIT
"""The page Notifications: what is told; a widget of the ways out may be hosted below. Then signs of life and digests."""

from hkwatch.ui.away.settings_rows import report_sections
from hkwatch.ui.noop import QT_TRANSLATE_NOOP
from hkwatch.ui.settings.page import Facts, PageSpec, Sections


def _sections(facts: Facts) -> Sections:
    return report_sections(facts.settings)


NOTIFICATIONS = PageSpec(
    "notifications",
    QT_TRANSLATE_NOOP("SettingsDialog", "Notifications"),
    QT_TRANSLATE_NOOP("SettingsDialog", "A level always names the rule that set it."),
    "bell",
    _sections,
    (
        QT_TRANSLATE_NOOP("SettingsDialog", "Send a test notification"),
        QT_TRANSLATE_NOOP("SettingsDialog", "Quiet hours"),
        QT_TRANSLATE_NOOP("SettingsDialog", "Office hours"),
    ),
)
