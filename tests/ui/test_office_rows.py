# SPDX-License-Identifier: MIT
"""Office hours in the settings."""

from datetime import date, datetime

from PySide6.QtCore import QTime
from pytestqt.qtbot import QtBot

from hkwatch.domain.hkt import HKT
from hkwatch.services.settings import Office
from hkwatch.ui.marks import Marks
from hkwatch.ui.notices.office import OfficeRows


def test_a_day_is_switched_on_and_its_hours_are_stored_only_where_they_make_sense(qtbot: QtBot, marks: Marks) -> None:
    told: list[tuple[str, object]] = []
    rows = OfficeRows(Office(on=True), marks.fonts, "en", lambda name, value: told.append((name, value)))
    qtbot.addWidget(rows)
    rows.days["sat"].click()
    rows.times["sat"][1].setTime(QTime(13, 0))
    rows.days["mon"].click()
    assert told == [("sat", "09:00-18:00"), ("sat", "09:00-13:00"), ("mon", "")]
    rows.times["sat"][1].setTime(QTime(8, 0))
    assert told[-1] == ("mon", "")
    assert rows.wrong.text() == "Sat: the office must close after it opens."
    rows.on.click()
    assert not rows.grid.isEnabled()


def test_the_settings_make_a_profile_that_leaves_out_holidays_unless_told_otherwise() -> None:
    monday = date(2026, 12, 21)
    now = datetime(2026, 12, 21, 12, tzinfo=HKT)
    assert Office().profile(frozenset()) is None
    profile, open_on_holidays = Office(on=True), Office(on=True, holidays_off=False)
    closed, opened = profile.profile(frozenset({monday})), open_on_holidays.profile(frozenset({monday}))
    assert closed is not None
    assert opened is not None
    assert closed.until(now) == datetime(2026, 12, 22, 9, tzinfo=HKT)
    assert opened.until(now) is None
