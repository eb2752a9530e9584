# SPDX-License-Identifier: MIT
"""Bars of the consensus price."""

import sqlite3
from datetime import datetime, timedelta

import pytest

from hkwatch.domain.detail import ChartPoint
from hkwatch.store import prices
from hkwatch.store.prices import HOUR_S, MINUTE_S

from .stored import NOW


def at(minutes: float) -> datetime:
    return NOW + timedelta(minutes=minutes)


def bar(minutes: float, close: float = 95_000.0) -> ChartPoint:
    return ChartPoint(at(minutes), close - 1, close + 5, close - 5, close)


def test_bars_come_back_oldest_first_from_a_time_on(db: sqlite3.Connection) -> None:
    for minute in (3, 1, 2, 0):
        prices.put_bar(db, "BTC", MINUTE_S, bar(minute))
    prices.put_bar(db, "ETH", MINUTE_S, bar(2))
    prices.put_bar(db, "BTC", HOUR_S, bar(2))
    assert prices.bars(db, "BTC", MINUTE_S, at(1)) == [bar(1), bar(2), bar(3)]


def test_an_own_bar_replaces_the_one_of_the_same_time(db: sqlite3.Connection) -> None:
    prices.put_bar(db, "BTC", MINUTE_S, bar(0, 1.0))
    prices.put_bar(db, "BTC", MINUTE_S, bar(0, 2.0))
    assert prices.bars(db, "BTC", MINUTE_S, NOW) == [bar(0, 2.0)]


def test_a_back_filled_bar_never_replaces_an_own_one(db: sqlite3.Connection) -> None:
    prices.put_bar(db, "BTC", MINUTE_S, bar(0, 1.0))
    prices.put_bars(db, "BTC", MINUTE_S, [bar(0, 2.0), bar(1, 3.0)])
    assert prices.bars(db, "BTC", MINUTE_S, NOW) == [bar(0, 1.0), bar(1, 3.0)]


def test_an_own_bar_replaces_a_back_filled_one_and_a_later_back_fill_does_not_undo_it(db: sqlite3.Connection) -> None:
    prices.put_bars(db, "BTC", MINUTE_S, [bar(0, 1.0)])
    prices.put_bars(db, "BTC", MINUTE_S, [bar(0, 2.0)])
    assert prices.bars(db, "BTC", MINUTE_S, NOW) == [bar(0, 2.0)]
    prices.put_bar(db, "BTC", MINUTE_S, bar(0, 3.0))
    prices.put_bars(db, "BTC", MINUTE_S, [bar(0, 4.0)])
    assert prices.bars(db, "BTC", MINUTE_S, NOW) == [bar(0, 3.0)]


def test_minutes_grow_an_hour(db: sqlite3.Connection) -> None:
    prices.grow_hour(db, "BTC", ChartPoint(at(0), 10, 12, 9, 11), NOW)
    prices.grow_hour(db, "BTC", ChartPoint(at(1), 11, 15, 10, 14), NOW)
    prices.grow_hour(db, "BTC", ChartPoint(at(2), 14, 14, 8, 9), NOW)
    assert prices.bars(db, "BTC", HOUR_S, NOW) == [ChartPoint(NOW, 10, 15, 8, 9)]


def test_an_hour_that_a_minute_grew_is_not_back_filled_over(db: sqlite3.Connection) -> None:
    prices.put_bars(db, "BTC", HOUR_S, [ChartPoint(NOW, 10, 12, 9, 11)])
    prices.grow_hour(db, "BTC", ChartPoint(at(1), 11, 15, 10, 14), NOW)
    prices.put_bars(db, "BTC", HOUR_S, [ChartPoint(NOW, 1, 2, 0, 1)])
    assert prices.bars(db, "BTC", HOUR_S, NOW) == [ChartPoint(NOW, 10, 15, 9, 14)]


@pytest.mark.parametrize(
    ("minute", "close"),
    [
        pytest.param(10, 9.0, id="the minute that ended then"),
        pytest.param(10.5, 9.0, id="within a minute: the one before, whose close is known"),
        pytest.param(11, 10.0, id="the newest"),
        pytest.param(70, 10.0, id="an hour later, still within the tolerance"),
        pytest.param(72, None, id="too old"),
        pytest.param(0.9, None, id="before the first one closed"),
    ],
)
def test_the_close_at_a_time_is_the_newest_one_known_then(
    db: sqlite3.Connection, minute: float, close: float | None
) -> None:
    prices.put_bars(db, "BTC", MINUTE_S, [bar(n, float(n)) for n in range(11)])
    assert prices.close_at(db, "BTC", at(minute), 3600) == close


def test_without_a_minute_the_hour_that_has_ended_tells_the_close(db: sqlite3.Connection) -> None:
    prices.put_bars(db, "BTC", HOUR_S, [bar(0, 1.0), bar(60, 2.0)])
    assert prices.close_at(db, "BTC", at(59), 3600) is None
    assert prices.close_at(db, "BTC", at(60), 3600) == 1.0
    assert prices.close_at(db, "BTC", at(100), 3600) == 1.0
    assert prices.close_at(db, "BTC", at(121), 3600) == 2.0
    assert prices.close_at(db, "ETH", at(121), 3600) is None


def test_bars_are_counted_for_their_asset_and_step_from_a_time_on(db: sqlite3.Connection) -> None:
    assert prices.count_bars(db, "BTC", MINUTE_S, at(0)) == 0
    prices.put_bars(db, "BTC", MINUTE_S, [bar(5), bar(2)])
    prices.put_bars(db, "ETH", MINUTE_S, [bar(9)])
    assert prices.count_bars(db, "BTC", MINUTE_S, at(0)) == 2
    assert prices.count_bars(db, "BTC", MINUTE_S, at(5)) == 1
