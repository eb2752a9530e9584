# SPDX-License-Identifier: MIT
"""The page Deadlines: when to be reminded, and which years the calendar of working days is good for."""

from hkwatch.ui.noop import QT_TRANSLATE_NOOP
from hkwatch.ui.settings.page import Facts, PageSpec, Sections
from hkwatch.ui.settings_row import Row

_DAYS = (20, 10, 5, 3, 1, 0)


def _sections(facts: Facts) -> Sections:
    days = sorted({*_DAYS, *facts.settings.deadlines.remind_working_days}, reverse=True)
    row = Row(
        "deadlines",
        "remind_working_days",
        QT_TRANSLATE_NOOP("SettingsDialog", "Remind me when so many working days are left"),
        QT_TRANSLATE_NOOP("SettingsDialog", "0 is the last day itself; with none ticked nothing reminds"),
        several=tuple((str(day), str(day)) for day in days),
        may_be_none=True,
        of_numbers=True,
    )
    return [("", [row])]


DEADLINES = PageSpec(
    "deadlines",
    QT_TRANSLATE_NOOP("SettingsDialog", "Deadlines"),
    QT_TRANSLATE_NOOP(
        "SettingsDialog", "Working days are Hong Kong’s: Saturdays, Sundays and general holidays are none."
    ),
    "calendar-clock",
    _sections,
    (QT_TRANSLATE_NOOP("SettingsDialog", "Calendar of working days"),),
)
