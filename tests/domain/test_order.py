# SPDX-License-Identifier: MIT
"""Where an item stands in the list."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.item import Precision
from hkwatch.domain.order import SLOTS_PER_MS, first_id, from_ms, sort_at, sort_ms_of, to_ms

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SEEN = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
MOMENTS = st.integers(0, 7_000_000_000_000_000).map(lambda us: EPOCH + timedelta(microseconds=us))


@pytest.mark.parametrize("age", [timedelta(0), timedelta(minutes=5), timedelta(hours=48)])
def test_a_time_stated_to_the_second_and_at_most_48_hours_old_decides(age: timedelta) -> None:
    assert sort_at(SEEN - age, Precision.SECOND, SEEN, back=False) == SEEN - age


def test_an_older_release_that_turns_up_late_stands_where_it_was_first_seen() -> None:
    published = SEEN - timedelta(hours=48, seconds=1)
    assert sort_at(published, Precision.SECOND, SEEN, back=False) == SEEN


@pytest.mark.parametrize("precision", [Precision.MINUTE, Precision.DAY])
def test_a_time_not_stated_to_the_second_does_not_bury_a_release_at_midnight(precision: Precision) -> None:
    assert sort_at(SEEN - timedelta(hours=4), precision, SEEN, back=False) == SEEN


@pytest.mark.parametrize("back", [False, True])
def test_without_a_stated_time_first_seen_decides(back: bool) -> None:
    assert sort_at(None, Precision.SECOND, SEEN, back=back) == SEEN


@pytest.mark.parametrize("back", [False, True])
def test_a_time_in_the_future_counts_as_first_seen(back: bool) -> None:
    assert sort_at(SEEN + timedelta(seconds=1), Precision.SECOND, SEEN, back=back) == SEEN


@pytest.mark.parametrize("precision", list(Precision))
def test_the_back_catalogue_stands_where_it_was_published_however_old(precision: Precision) -> None:
    published = SEEN - timedelta(days=3000)
    assert sort_at(published, precision, SEEN, back=True) == published


@given(MOMENTS, st.sampled_from(Precision), MOMENTS, st.booleans())
def test_nothing_ever_stands_later_than_it_was_first_seen(
    published: datetime, precision: Precision, seen: datetime, back: bool
) -> None:
    assert sort_at(published, precision, seen, back=back) <= seen


@given(MOMENTS)
def test_milliseconds_there_and_back_lose_less_than_one(moment: datetime) -> None:
    lost = moment - from_ms(to_ms(moment))
    assert timedelta(0) <= lost < timedelta(milliseconds=1)


@given(st.integers(-(2**40), 2**41))
def test_milliseconds_survive_the_way_through_a_time(ms: int) -> None:
    assert to_ms(from_ms(ms)) == ms


@given(st.integers(-(2**40), 2**41), st.integers(0, SLOTS_PER_MS - 1))
def test_every_id_of_a_millisecond_tells_that_millisecond(ms: int, n: int) -> None:
    assert sort_ms_of(type(first_id(ms))(first_id(ms) + n)) == ms


@given(st.integers(-(2**40), 2**41))
def test_the_ids_of_a_millisecond_end_where_the_next_begins(ms: int) -> None:
    assert first_id(ms) + SLOTS_PER_MS == first_id(ms + 1)


def test_ids_fit_into_a_row_id_until_the_year_2200() -> None:
    assert first_id(to_ms(datetime(2200, 1, 1, tzinfo=UTC))) < 2**63
