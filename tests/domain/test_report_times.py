# SPDX-License-Identifier: MIT
"""When reports are due: by Hong Kong's clock, once, and not for the time before they were wanted."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.hkt import to_hkt
from hkwatch.domain.report_times import is_due, latest_due, read_clock

NOW = datetime(2025, 2, 19, 6, 0, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=90)
NOWS = st.integers(0, 60 * 24 * 40).map(lambda minutes: NOW + timedelta(minutes=minutes))
TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))


@given(NOWS, TIMES, st.one_of(st.none(), st.integers(0, 6)))
def test_the_last_due_time_is_past_and_its_clock_and_day_are_right(
    now: datetime, at: time, weekday: int | None
) -> None:
    due = latest_due(now, at, weekday)
    assert due <= now < due + timedelta(days=1 if weekday is None else 7)
    assert to_hkt(due).time() == at
    assert weekday is None or to_hkt(due).weekday() == weekday


@given(st.lists(st.integers(1, 60 * 30), min_size=1, max_size=40), TIMES)
def test_looking_often_or_seldom_each_due_time_is_used_once_at_most(steps: list[int], at: time) -> None:
    now, last, made = NOW, None, []
    for step in steps:
        now += timedelta(minutes=step)
        if is_due(now, at, last, NOW):
            last = latest_due(now, at)
            made.append(last)
    assert len(set(made)) == len(made)
    assert all(due >= NOW for due in made)


def test_what_was_due_before_it_was_switched_on_is_not_made_up_for() -> None:
    assert not is_due(NOW, time(13, 0), None, NOW)
    assert is_due(NOW, time(13, 0), None, LONG_AGO)
    assert is_due(NOW, time(14, 0), None, NOW)


def test_a_clock_is_read_strictly() -> None:
    assert read_clock("18:30") == time(18, 30)
    for text in ("24:00", "1:30", "18:60", "18.30", "", "18:30:00"):
        with pytest.raises(ValueError, match="no time of day"):
            read_clock(text)
