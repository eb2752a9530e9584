# SPDX-License-Identifier: MIT
"""What a source usually does, and when it is silent for longer."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.habits import ENOUGH, POLLS_KEPT, TIMES_KEPT, History, longest_usual, working_span

MONDAY = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)
"""08:00 in Hong Kong."""
NONE: frozenset[date] = frozenset()
DAY = timedelta(days=1)


def daily(count: int, step: timedelta = DAY, start: datetime = MONDAY) -> tuple[datetime, ...]:
    return tuple(start + step * n for n in range(count))


def history(times: tuple[datetime, ...], *, workdays_only: bool = False) -> History:
    return History().after_items(times, times[-1], NONE, workdays_only=workdays_only)


def test_three_times_the_usual_span_is_quiet_and_less_is_not() -> None:
    known = history(daily(20))
    assert known.limit == 3 * DAY
    assert known.quiet_since(known.times[-1] + 3 * DAY, NONE, workdays_only=False) is None
    late = known.times[-1] + 3 * DAY + timedelta(minutes=1)
    assert known.quiet_since(late, NONE, workdays_only=False) == known.times[-1]


def test_one_long_pause_among_many_spans_does_not_make_long_pauses_usual() -> None:
    times = [*daily(20), MONDAY + 19 * DAY + timedelta(days=60)]
    times += [times[-1] + DAY * n for n in range(1, 20)]
    assert longest_usual(times, NONE, workdays_only=False) == 3 * DAY


def test_a_source_seen_too_seldom_is_never_quiet() -> None:
    known = history(daily(ENOUGH))
    assert known.limit is None
    assert known.quiet_since(MONDAY + 500 * DAY, NONE, workdays_only=False) is None
    assert History().quiet_since(MONDAY, NONE, workdays_only=False) is None


def test_a_busy_newsroom_may_sleep_at_night() -> None:
    known = history(daily(40, timedelta(minutes=20)))
    assert known.quiet_since(known.times[-1] + timedelta(hours=11), NONE, workdays_only=False) is None
    assert known.quiet_since(known.times[-1] + timedelta(hours=13), NONE, workdays_only=False) is not None


def test_weekends_and_holidays_are_no_silence_of_an_office() -> None:
    spaced = tuple(MONDAY + timedelta(days=n) for n in range(28) if (MONDAY + timedelta(days=n)).weekday() < 5)
    office = history(spaced, workdays_only=True)
    assert office.limit == 3 * DAY
    friday = office.times[-1]
    wednesday = friday + 5 * DAY
    assert office.quiet_since(wednesday - timedelta(hours=1), NONE, workdays_only=True) is None
    assert office.quiet_since(wednesday + timedelta(hours=25), NONE, workdays_only=True) == friday
    days_off = frozenset((friday + timedelta(days=n)).date() for n in range(3, 6))
    assert office.quiet_since(wednesday + timedelta(hours=25), days_off, workdays_only=True) is None


def test_only_working_days_count_in_a_working_span() -> None:
    friday_noon = datetime(2026, 11, 27, 4, 0, tzinfo=UTC)
    monday_noon = friday_noon + 3 * DAY
    assert working_span(friday_noon, monday_noon, NONE) == DAY
    assert working_span(friday_noon, monday_noon, frozenset([date(2026, 11, 30)])) == timedelta(hours=12)
    assert working_span(monday_noon, friday_noon, NONE) == timedelta(0)


@given(st.integers(0, 10**7), st.integers(0, 10**7), st.integers(0, 10**7))
def test_a_working_span_is_never_longer_than_the_time_and_adds_up(a: int, b: int, c: int) -> None:
    first, second, third = sorted((a, b, c))
    one, two, three = (MONDAY + timedelta(seconds=s) for s in (first, second, third))
    assert working_span(one, three, NONE) <= three - one
    assert working_span(one, two, NONE) + working_span(two, three, NONE) == working_span(one, three, NONE)


def test_future_dates_and_known_times_change_nothing() -> None:
    known = history(daily(20))
    now = known.times[-1]
    assert known.after_items((now + DAY, *known.times[:3]), now, NONE, workdays_only=False) is known


def test_only_the_latest_polls_and_times_are_kept() -> None:
    known = history(daily(TIMES_KEPT + 5))
    assert known.times == daily(TIMES_KEPT + 5)[5:]
    for number in range(POLLS_KEPT + 3):
        known = known.after_poll(good=number >= 4)
    assert (len(known.polls), known.good) == (POLLS_KEPT, POLLS_KEPT - 1)
