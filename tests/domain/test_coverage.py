# SPDX-License-Identifier: MIT
"""How completely a month was watched: uptime is a share of time, and silence is never counted twice."""

import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.coverage import Counted, Month, Stretch, line_of, mean_uptime, merged, silences_of, without

NOVEMBER = Month(2026, 11)
START, END = NOVEMBER.start, NOVEMBER.end
HOUR = timedelta(hours=1)


def counted(*silences: Stretch, first: datetime = START, good: datetime | None = END) -> Counted:
    return Counted("a", first, good, HOUR, 10, 9, timedelta(0), silences)


def hours(first: float, last: float) -> Stretch:
    return Stretch(START + first * HOUR, START + last * HOUR)


STRETCHES = st.lists(
    st.tuples(st.integers(-100, 900), st.integers(0, 200)).map(lambda one: hours(one[0], one[0] + one[1])), max_size=15
)


@given(STRETCHES)
def test_merged_time_is_the_same_time_in_stretches_that_do_not_touch(stretches: list[Stretch]) -> None:
    found = merged(stretches)
    assert all(one.end < other.start for one, other in itertools.pairwise(found))
    for at in range(-100, 1100, 7):
        moment = START + (at + 0.5) * HOUR
        assert any(one.start <= moment < one.end for one in found) is any(
            one.start <= moment < one.end for one in stretches
        )


@given(STRETCHES, st.integers(-50, 700), st.integers(1, 900))
def test_uptime_is_a_share_and_silence_is_the_rest_of_the_time(
    stretches: list[Stretch], first: int, now_at: int
) -> None:
    one = counted(*stretches, first=START + first * HOUR, good=None)
    now = START + max(now_at, first + 1) * HOUR
    line = line_of(one, START, END, now)
    total = min(END, now) - max(START, one.first_at)
    assert timedelta(0) <= line.silent <= max(total, timedelta(0))
    assert line.uptime is None or 0 <= line.uptime <= 1
    assert (line.uptime is None) is (total <= timedelta(0))


def test_a_source_that_answered_all_the_time_was_up_all_the_time() -> None:
    line = line_of(counted(), START, END, END)
    assert (line.uptime, line.silent, line.since) == (1.0, timedelta(0), None)


def test_a_silence_that_goes_on_counts_until_now() -> None:
    now = START + 100 * HOUR
    one = counted(good=START + 90 * HOUR)
    assert silences_of(one, START, END, now) == (hours(90, 100),)
    assert line_of(one, START, END, now).uptime == pytest.approx(0.9)


def test_an_answer_that_is_as_old_as_allowed_is_no_silence() -> None:
    assert silences_of(counted(good=START + 99 * HOUR), START, END, START + 100 * HOUR) == ()


def test_a_source_added_in_the_month_is_measured_from_then_on() -> None:
    line = line_of(counted(first=START + 24 * HOUR), START, END, END)
    assert (line.since, line.uptime) == (START + 24 * HOUR, 1.0)


def test_the_mean_leaves_out_what_was_not_watched() -> None:
    lines = [line_of(counted(), START, END, END), line_of(counted(first=END), START, END, END)]
    assert mean_uptime(lines) == 1.0
    assert mean_uptime([]) is None


def test_a_month_is_hong_kongs() -> None:
    assert datetime(2026, 10, 31, 16, tzinfo=UTC) == START
    assert Month.of(START) == NOVEMBER
    assert Month.of(START - timedelta(seconds=1)) == NOVEMBER.previous == Month(2026, 10)
    assert Month(2026, 12).end == Month(2027, 1).start
    assert str(Month.parse("2026-11")) == "2026-11"


@pytest.mark.parametrize("text", ["2026-13", "2026-00", "26-11", "2026-1", "2026", "x", "2026-11-01"])
def test_anything_else_is_no_month(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Month.parse(text)


@given(STRETCHES, st.integers(-100, 900), st.integers(0, 400))
def test_what_is_left_of_a_time_is_all_of_it_that_lies_outside_the_others(
    others: list[Stretch], first: int, length: int
) -> None:
    whole = hours(first, first + length)
    left = without(whole, others)
    assert list(left) == sorted(left, key=lambda one: one.start)
    for at in range(first - 10, first + length + 10, 3):
        moment = START + (at + 0.5) * HOUR
        wanted = whole.start <= moment < whole.end and not any(one.start <= moment < one.end for one in others)
        assert any(one.start <= moment < one.end for one in left) is wanted


def test_a_source_switched_off_in_the_month_counts_only_while_it_was_on() -> None:
    now = START + 400 * HOUR
    one = replace(counted(good=START + 99.5 * HOUR), off=(Stretch(START + 100 * HOUR, now),))
    line = line_of(one, START, END, now)
    assert (line.uptime, line.silent, line.longest) == (1.0, timedelta(0), timedelta(0))


def test_a_source_switched_off_all_month_has_no_uptime() -> None:
    assert line_of(replace(counted(), off=(Stretch(START, END),)), START, END, END).uptime is None
