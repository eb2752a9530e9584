# SPDX-License-Identifier: MIT
"""Office hours: quiet outside them, weekday by weekday, holidays off."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.hkt import HKT
from hkwatch.domain.office import OfficeHours, together
from hkwatch.domain.quiet import DAYS, QuietHours

NINE, SIX = time(9), time(18)
WEEK = OfficeHours(dict.fromkeys(DAYS[:5], (NINE, SIX)), frozenset({date(2026, 12, 25), date(2026, 12, 26)}))


def hkt(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 12, day, hour, minute, tzinfo=HKT)


def test_it_is_quiet_from_closing_to_the_next_opening() -> None:
    # 21 December 2026 is a Monday.
    assert WEEK.until(hkt(21, 9)) is None
    assert WEEK.until(hkt(21, 17, 59)) is None
    assert WEEK.until(hkt(21, 18)) == hkt(22, 9)
    assert WEEK.until(hkt(21, 3)) == hkt(21, 9)


def test_a_holiday_and_the_weekend_after_it_are_one_long_quiet_time() -> None:
    assert WEEK.until(hkt(24, 18)) == hkt(28, 9)
    assert WEEK.until(hkt(25, 12)) == hkt(28, 9)


def test_each_weekday_has_its_own_hours_and_saturday_may_be_open() -> None:
    mixed = OfficeHours({"fri": (time(10), time(16)), "sat": (NINE, time(13))})
    assert mixed.until(hkt(18, 16)) == hkt(19, 9)
    assert mixed.until(hkt(19, 13)) == hkt(25, 10)


def test_quiet_hours_beside_office_hours_end_with_the_last_of_them() -> None:
    late = QuietHours(time(8), time(10), DAYS, HKT)
    both = together(WEEK, late)
    assert both is not None
    assert both.until(hkt(21, 3)) == hkt(21, 10)
    assert both.until(hkt(21, 12)) is None
    assert together(None, None) is None
    assert together(None, late) is late


@given(st.integers(0, 60 * 24 * 60).map(lambda minutes: datetime(2026, 12, 1, tzinfo=UTC) + timedelta(minutes=minutes)))
def test_the_end_of_quiet_lies_ahead_and_is_not_quiet(now: datetime) -> None:
    end = WEEK.until(now)
    assert end is None or (end > now and WEEK.until(end) is None)
