# SPDX-License-Identifier: MIT
from datetime import date, timedelta

import pytest

from hkwatch.app.hk_holidays import around
from hkwatch.domain.trading_hours import AFTERNOON, MORNING, sessions


def clock(second: int) -> str:
    return f"{second // 3600:02}:{second % 3600 // 60:02}"


def test_a_day_has_two_sessions_with_lunch_between() -> None:
    assert sessions(date(2025, 2, 19), around(2025)) == (MORNING, AFTERNOON)
    assert [clock(at) for at in (*MORNING, *AFTERNOON)] == ["09:30", "12:00", "13:00", "16:00"]


@pytest.mark.parametrize(
    "day",
    [
        date(2024, 2, 9),
        date(2024, 12, 24),
        date(2024, 12, 31),
        date(2025, 1, 28),
        date(2025, 12, 24),
        date(2025, 12, 31),
        date(2026, 2, 16),
    ],
)
def test_the_three_eves_end_at_noon(day: date) -> None:
    assert sessions(day, around(day.year)) == (MORNING,)


@pytest.mark.parametrize(
    "day", [date(2025, 1, 29), date(2025, 12, 25), date(2025, 2, 22), date(2023, 1, 22), date(2022, 12, 24)]
)
def test_weekends_and_holidays_have_none(day: date) -> None:
    assert sessions(day, around(day.year)) == ()


def test_a_year_has_at_most_three_half_days_and_never_another() -> None:
    for year in range(2016, 2031):
        days = [date(year, 1, 1) + timedelta(days=number) for number in range(365)]
        half = [day for day in days if sessions(day, around(year)) == (MORNING,)]
        assert len(half) <= 3
        assert all(day.month in (1, 2) or (day.month, day.day) in ((12, 24), (12, 31)) for day in half)
        assert len([day for day in half if day.month < 3]) <= 1
