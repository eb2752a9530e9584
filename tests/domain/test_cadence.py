# SPDX-License-Identifier: MIT
"""When a source is asked again."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.cadence import HttpHints, band_at, may_send_validators, next_poll
from hkwatch.domain.catalogue import PollBand
from hkwatch.domain.hkt import HKT

SFC = (
    PollBand(3, time(16, 0), time(19, 0), workdays_only=True),
    PollBand(10, time(9, 0), time(22, 0), workdays_only=True),
    PollBand(30),
)
COARSE = (PollBand(3, time(16, 0), time(19, 0), workdays_only=True), PollBand(30))
HOLIDAYS = frozenset({date(2026, 12, 25)})


def hkt(day: int, hour: int, minute: int = 0, second: int = 0) -> datetime:
    """November 2026; the 25th is a Wednesday."""
    return datetime(2026, 11, day, hour, minute, second, tzinfo=HKT)


@pytest.mark.parametrize(
    ("now", "every"),
    [
        (hkt(25, 16, 0), 3),
        (hkt(25, 18, 59, 59), 3),
        (hkt(25, 19, 0), 10),
        (hkt(25, 8, 59), 30),
        (hkt(28, 17, 0), 30),
        (datetime(2026, 12, 25, 17, 0, tzinfo=HKT), 30),
    ],
)
def test_the_first_band_that_holds_counts_and_holidays_are_quiet(now, every):
    assert band_at(SFC, now, HOLIDAYS).every_min == every


def test_the_clock_that_counts_is_hong_kongs():
    assert band_at(SFC, datetime(2026, 11, 25, 8, 30, tzinfo=UTC)).every_min == 3


def test_where_no_band_holds_the_slowest_does():
    assert band_at(SFC[:2], hkt(28, 12)).every_min == 10


def test_a_band_over_midnight_belongs_to_the_day_it_began():
    night = (PollBand(5, time(22, 0), time(2, 0), workdays_only=True), PollBand(60))
    assert band_at(night, hkt(28, 1)).every_min == 5, "Friday's night"
    assert band_at(night, hkt(28, 23)).every_min == 60
    assert band_at(night, hkt(23, 1)).every_min == 60, "Sunday's night"


def test_without_hints_or_failures_it_is_one_interval():
    assert next_poll(hkt(25, 17), SFC) == hkt(25, 17, 3)
    assert next_poll(hkt(25, 20), SFC) == hkt(25, 20, 10)


def test_the_answer_is_in_utc():
    assert next_poll(hkt(25, 17), SFC).tzinfo is UTC
    assert next_poll(hkt(25, 15, 50), COARSE).tzinfo is UTC


def test_a_busier_band_that_begins_earlier_pulls_the_poll_in():
    assert next_poll(hkt(25, 15, 50), COARSE) == hkt(25, 16, 0)
    assert next_poll(hkt(25, 15, 58, 30), COARSE) == hkt(25, 16, 1, 30)


def test_a_quieter_band_that_begins_earlier_changes_nothing():
    assert next_poll(hkt(25, 18, 58), SFC) == hkt(25, 19, 1)


def test_a_band_that_begins_only_on_working_days_pulls_nothing_in_on_a_saturday():
    assert next_poll(hkt(28, 15, 50), COARSE) == hkt(28, 16, 20)


def test_the_edge_is_found_beyond_midnight():
    daily = (PollBand(10, time(9, 0), time(22, 0), workdays_only=True), PollBand(720))
    assert next_poll(hkt(25, 23), daily) == hkt(26, 9)


@pytest.mark.parametrize(("failures", "minutes"), [(0, 30), (1, 30), (2, 60), (3, 120), (4, 240), (5, 360), (900, 360)])
def test_failures_double_the_wait_up_to_six_hours_and_never_end_it(failures, minutes):
    assert next_poll(hkt(28, 1), (PollBand(30),), failures) == hkt(28, 1) + timedelta(minutes=minutes)


def test_an_interval_beyond_six_hours_is_not_shortened_by_failures():
    assert next_poll(hkt(28, 1), (PollBand(720),), 9) == hkt(28, 13)


def test_one_failure_before_the_busy_hours_does_not_miss_their_beginning():
    assert next_poll(hkt(25, 15, 50), COARSE, 1) == hkt(25, 16, 0)
    assert next_poll(hkt(25, 15, 50), COARSE, 5) == hkt(25, 16, 38)


@pytest.mark.parametrize(
    "hints", [HttpHints(retry_after_s=3600), HttpHints(max_age_s=3600), HttpHints(ttl_min=60), HttpHints(3600, 5, 0)]
)
def test_not_before_the_server_wishes_even_when_a_busier_band_begins(hints):
    assert next_poll(hkt(25, 15, 50), COARSE, 0, hints) == hkt(25, 16, 50)


def test_a_wish_shorter_than_the_interval_changes_nothing():
    assert next_poll(hkt(25, 20), SFC, 0, HttpHints(5, 5, 1)) == hkt(25, 20, 10)


def test_a_wish_of_weeks_is_cut_to_a_day():
    assert next_poll(hkt(25, 20), SFC, 0, HttpHints(retry_after_s=1e9)) == hkt(26, 20)


def test_jitter_adds_a_tenth_at_most():
    assert next_poll(hkt(25, 20), SFC, jitter=1.0) == hkt(25, 20, 11)
    assert next_poll(hkt(25, 20), SFC, jitter=0.5) == hkt(25, 20, 10, 30)


def test_jitter_after_a_pulled_in_poll_is_small():
    assert next_poll(hkt(25, 15, 50), COARSE, jitter=1.0) == hkt(25, 16, 0, 18)


@pytest.mark.parametrize(
    "call",
    [
        lambda: next_poll(datetime(2026, 11, 25), SFC),  # noqa: DTZ001
        lambda: next_poll(hkt(25, 1), ()),
        lambda: next_poll(hkt(25, 1), (PollBand(0),)),
        lambda: next_poll(hkt(25, 1), SFC, jitter=1.1),
    ],
)
def test_senseless_arguments_are_refused(call):
    with pytest.raises(ValueError):
        call()


def test_validators_are_dropped_after_eight_days():
    assert may_send_validators(hkt(1, 0), hkt(8, 23))
    assert not may_send_validators(hkt(1, 0), hkt(9, 0))


TIMES = st.none() | st.times().map(lambda clock: clock.replace(microsecond=0))
BANDS = st.lists(
    st.builds(PollBand, st.sampled_from([1, 3, 30, 600, 5000]), TIMES, TIMES, st.booleans()), min_size=1, max_size=4
)


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001
    BANDS,
    st.integers(0, 50),
    st.none() | st.floats(0, 1e7),
    st.floats(0, 1),
)
def test_the_next_poll_is_always_ahead_within_a_day_and_not_before_retry_after(now, bands, failures, wish, jitter):
    due = next_poll(now, bands, failures, HttpHints(retry_after_s=wish), HOLIDAYS, jitter)
    assert now < due <= now + timedelta(hours=24)
    if wish is not None:
        assert due - now >= timedelta(seconds=min(wish, 86_400))
