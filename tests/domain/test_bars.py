# SPDX-License-Identifier: MIT
"""Bars out of ticks, and one bar out of several venues' bars."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.bars import HOUR_S, Bar, add, consensus_bars, floor_to
from hkwatch.domain.ids import VenueId

START = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def bar(minute: int, *ohlc: object) -> Bar:
    return Bar(at(60 * minute), *(Decimal(str(value)) for value in ohlc))


def merged(*rows: list[Bar], least: int = 2) -> list[Bar]:
    return consensus_bars({VenueId(f"v{n}"): row for n, row in enumerate(rows)}, least)


def test_a_time_is_floored_to_its_minute_or_hour():
    assert floor_to(at(119.999)) == at(60)
    assert floor_to(at(3599), HOUR_S) == START
    with pytest.raises(ValueError, match="aware"):
        floor_to(datetime(2026, 11, 20))  # noqa: DTZ001


def test_ticks_grow_a_bar_and_the_next_minute_finishes_it():
    growing, finished = add(None, at(5), Decimal(100))
    assert (growing, finished) == (bar(0, 100, 100, 100, 100), None)
    growing, _ = add(growing, at(10), Decimal(103))
    growing, finished = add(growing, at(59), Decimal(99))
    assert (growing, finished) == (bar(0, 100, 103, 99, 99), None)
    growing, finished = add(growing, at(185), Decimal(101))
    assert (growing, finished) == (bar(3, 101, 101, 101, 101), bar(0, 100, 103, 99, 99))


def test_a_tick_that_repeats_the_close_gives_the_same_bar_back():
    growing = bar(0, 100, 103, 99, 101)
    assert add(growing, at(30), Decimal(101))[0] is growing
    assert add(growing, at(30), Decimal(100))[0] == bar(0, 100, 103, 99, 100)


def test_a_late_tick_is_left_out():
    growing = bar(5, 100, 100, 100, 100)
    assert add(growing, at(299), Decimal(1)) == (growing, None)


def test_three_venues_give_the_median_of_each_value():
    assert merged([bar(0, 100, 105, 95, 102)], [bar(0, 101, 106, 96, 103)], [bar(0, 99, 108, 94, 101)]) == [
        bar(0, 100, 106, 95, 102)
    ]


def test_one_venues_wick_does_not_show():
    calm = bar(0, 67_350, 67_400, 67_300, 67_350)
    wick = bar(0, 67_350, 67_400, 8_900, 67_000)
    assert merged([calm], [calm], [wick]) == [calm]
    assert merged([calm], [wick])[0].low >= 67_175, "with two venues neither the wick nor half of it"


def test_with_two_venues_the_extremes_are_those_both_saw():
    assert merged([bar(0, 100, 110, 95, 100)], [bar(0, 101, 105, 90, 100)]) == [bar(0, "100.5", 105, 95, 100)]


def test_two_venues_that_dispute_the_close_give_no_bar():
    assert merged([bar(0, 100, 103, 99, 100)], [bar(0, 100, 103, 99, 103)]) == []


def test_minutes_that_too_few_venues_have_are_left_out_and_the_rest_is_in_order():
    a, b, c = (bar(n, 100, 100, 100, 100) for n in range(3))
    assert merged([c, a, b], [a, c]) == [a, c]
    assert merged([b, a], least=1) == [a, b]


def test_bars_of_different_length_are_not_mixed():
    hour = Bar(START, *(Decimal(100),) * 4, span_s=HOUR_S)
    assert merged([hour], [bar(0, 100, 100, 100, 100)]) == []
    assert hour.ends_at == at(3600)


PRICE = st.decimals("99", "101", places=2)
OHLC = st.tuples(PRICE, PRICE, PRICE, PRICE).map(lambda found: bar(0, found[0], max(found), min(found), found[3]))


@given(st.lists(OHLC, min_size=2, max_size=6))
def test_a_consensus_bar_encloses_its_open_and_close_and_lies_within_the_venues(bars):
    for found in merged(*([each] for each in bars)):
        assert found.low <= min(found.open, found.close)
        assert found.high >= max(found.open, found.close)
        assert min(each.low for each in bars) <= found.low
        assert found.high <= max(each.high for each in bars)
