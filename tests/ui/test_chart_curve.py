# SPDX-License-Identifier: MIT
"""The price series: windows, thinning, gaps."""

import itertools
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.detail import ChartPoint
from hkwatch.ui.price.curve import Series, polylines
from hkwatch.ui.price.scales import PriceScale, TimeScale

START = datetime(2025, 2, 12, 9, tzinfo=UTC)


def point(minute: float, price: float) -> ChartPoint:
    return ChartPoint(START + timedelta(minutes=minute), price, price, price, price)


def scales(minutes: float, width: float = 200) -> tuple[TimeScale, PriceScale]:
    begin = START.timestamp()
    return TimeScale(begin, begin + minutes * 60, 0, width), PriceScale(0, 100, 0, 100)


def test_points_in_any_order_come_out_in_order_and_the_later_of_two_twins_counts() -> None:
    series = Series([point(2, 30), point(0, 10), point(1, 20), point(2, 31)])
    assert list(series.closes) == [10, 20, 31]


def test_a_hole_breaks_the_line_and_joins_nothing_across() -> None:
    minutes = [*range(10), *range(40, 50)]
    lines = polylines(Series([point(m, 50) for m in minutes]), *scales(50))
    assert [len(line) for line in lines] == [10, 10]


def test_hourly_prices_are_joined_although_an_hour_is_a_hole_between_minutes() -> None:
    lines = polylines(Series([point(60 * h, 50) for h in range(24)]), *scales(24 * 60))
    assert len(lines) == 1


def test_a_hole_is_seen_also_among_thinned_points() -> None:
    minutes = [m for m in range(10_080) if not 4000 < m < 4600]
    lines = polylines(Series([point(m, 50) for m in minutes]), *scales(10_080))
    assert len(lines) == 2


@given(st.integers(min_value=1000, max_value=3000), st.integers(min_value=0))
def test_thinning_keeps_the_extremes_and_both_ends(count: int, seed: int) -> None:
    chance = Random(seed)
    prices = [chance.uniform(1, 99) for _ in range(count)]
    series = Series([point(index, price) for index, price in enumerate(prices)])
    time_scale, price_scale = scales(len(prices) - 1, width=100)
    [line] = polylines(series, time_scale, price_scale)
    ys = [y for _, y in line]
    assert min(ys) == pytest.approx(price_scale.y(max(prices)))
    assert max(ys) == pytest.approx(price_scale.y(min(prices)))
    assert line[0] == pytest.approx((0, price_scale.y(prices[0])))
    assert line[-1] == pytest.approx((100, price_scale.y(prices[-1])))
    assert len(line) <= 2 * 102 + 2
    assert all(a[0] <= b[0] for a, b in itertools.pairwise(line))


def test_a_spike_of_one_minute_in_a_week_is_drawn() -> None:
    prices = [50.0] * 10_080
    prices[5_000] = 5.0
    [line] = polylines(Series([point(i, p) for i, p in enumerate(prices)]), *scales(10_080))
    assert max(y for _, y in line) == pytest.approx(95)


def test_the_curve_runs_in_from_the_left_edge() -> None:
    series = Series([point(m, 50) for m in range(-3, 10)])
    [line] = polylines(series, *scales(10))
    assert line[0][0] == 0


def test_an_empty_series_has_no_extremes_no_nearest_point_and_no_line() -> None:
    series = Series()
    assert series.extremes(0, 1e12) is None
    assert series.nearest(5.0) is None
    assert polylines(series, *scales(10)) == []


def test_the_nearest_reading_is_found_on_both_sides() -> None:
    series = Series([point(0, 1), point(10, 2)])
    begin = START.timestamp()
    assert series.nearest(begin - 999) == 0
    assert series.nearest(begin + 4 * 60) == 0
    assert series.nearest(begin + 6 * 60) == 1
    assert series.nearest(begin + 9e9) == 1


def test_hours_of_history_run_into_minutes_without_a_hole() -> None:
    hours = [point(60 * n, 100.0 + n) for n in range(48)]
    minutes = [point(60 * 47 + n, 150.0) for n in range(1, 120)]
    assert Series([*hours, *minutes]).breaks == []


def test_two_hours_without_prices_among_minutes_are_a_hole() -> None:
    before = [point(n, 100.0) for n in range(60)]
    after = [point(120 + 59 + n, 100.0) for n in range(60)]
    assert Series([*before, *after]).breaks == [60]
