# SPDX-License-Identifier: MIT
"""Quiet hours: over midnight, on chosen days, by another clock."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.hkt import HKT
from hkwatch.domain.quiet import DAYS, QuietHours, next_morning

NIGHT = QuietHours(time(22), time(8), DAYS, HKT)


def hk(day: int, hour: int, minute: int = 0) -> datetime:
    """A time in February 2025 in Hong Kong; the 21st is a Friday."""
    return datetime(2025, 2, day, hour, minute, tzinfo=HKT)


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (hk(21, 21, 59), None),
        (hk(21, 22), hk(22, 8)),
        (hk(22, 3), hk(22, 8)),
        (hk(22, 7, 59), hk(22, 8)),
        (hk(22, 8), None),
    ],
)
def test_a_night_goes_over_midnight(now: datetime, until: datetime | None) -> None:
    assert NIGHT.until(now) == until
    assert NIGHT.until(now.astimezone(UTC)) == until


def test_a_night_belongs_to_the_day_on_which_it_begins() -> None:
    friday = QuietHours(time(22), time(8), ("fri",), HKT)
    assert friday.until(hk(22, 3)) == hk(22, 8)
    assert friday.until(hk(21, 3)) is None
    assert friday.until(hk(22, 23)) is None


def test_equal_times_are_a_whole_day() -> None:
    weekend = QuietHours(time(0), time(0), ("sat", "sun"), HKT)
    assert weekend.until(hk(22, 12)) == hk(23, 0)
    assert weekend.until(hk(24, 0)) is None


def test_hours_by_day_do_not_reach_into_the_night() -> None:
    assert QuietHours(time(12), time(13), DAYS, HKT).until(hk(21, 12, 30)) == hk(21, 13)
    assert QuietHours(time(12), time(13), DAYS, HKT).until(hk(21, 13)) is None


@given(st.integers(0, 1500 * 1440), st.times(), st.times(), st.sets(st.sampled_from(DAYS)))
def test_quiet_always_ends_within_a_day(minutes: int, start: time, end: time, days: set[str]) -> None:
    hours = QuietHours(start, end, days, HKT)
    now = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    until = hours.until(now)
    if until is not None:
        assert now < until <= now + timedelta(days=1)
        assert until.astimezone(HKT).time() == end


@pytest.mark.parametrize(("now", "then"), [(hk(21, 7, 59), hk(21, 8)), (hk(21, 8), hk(22, 8)), (hk(21, 23), hk(22, 8))])
def test_the_next_morning_is_at_eight(now: datetime, then: datetime) -> None:
    assert next_morning(now, HKT) == then
