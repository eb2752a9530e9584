# SPDX-License-Identifier: MIT
"""Hong Kong time and working days."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.hkt import format_clock, format_day, format_minute, is_workday, to_hkt, workdays_between

NEW_YEAR = frozenset({date(2026, 2, 17), date(2026, 2, 18), date(2026, 2, 19)})


def test_hong_kong_is_eight_hours_ahead_and_the_day_may_differ():
    moment = datetime(2026, 11, 25, 16, 4, 17, tzinfo=UTC)
    assert to_hkt(moment).date() == date(2026, 11, 26)
    assert format_clock(moment) == "00:04:17"
    assert format_minute(moment) == "2026-11-26 00:04 HKT"
    assert to_hkt(moment) == moment


def test_a_naive_time_is_refused():
    with pytest.raises(ValueError, match="naive"):
        to_hkt(datetime(2026, 11, 25))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("day", "open_"),
    [(date(2026, 2, 16), True), (date(2026, 2, 17), False), (date(2026, 2, 20), True), (date(2026, 2, 21), False)],
)
def test_weekends_and_public_holidays_are_no_working_days(day, open_):
    assert is_workday(day, NEW_YEAR) is open_


def test_working_days_are_counted_from_the_next_day_up_to_the_last():
    assert workdays_between(date(2026, 2, 9), date(2026, 2, 10), NEW_YEAR) == 1
    assert workdays_between(date(2026, 2, 13), date(2026, 2, 16), NEW_YEAR) == 1
    assert workdays_between(date(2026, 2, 16), date(2026, 2, 20), NEW_YEAR) == 1
    assert workdays_between(date(2026, 2, 16), date(2026, 2, 20), frozenset()) == 4
    assert workdays_between(date(2026, 2, 20), date(2026, 2, 16), NEW_YEAR) == -1


DAYS = st.dates(date(2025, 1, 1), date(2026, 12, 31))


@given(DAYS, DAYS, DAYS)
def test_counts_of_adjoining_spans_add_up(a, b, c):
    first, middle, last = sorted((a, b, c))
    whole = workdays_between(first, last, NEW_YEAR)
    assert whole == workdays_between(first, middle, NEW_YEAR) + workdays_between(middle, last, NEW_YEAR)


def test_days_are_written_in_english_whatever_the_locale():
    assert format_day(date(2026, 1, 5)) == "5 Jan"
