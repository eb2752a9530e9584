# SPDX-License-Identifier: MIT
"""Long stretches of bars: columns, import, thinning."""

import sqlite3
from datetime import timedelta

from hkwatch.domain.detail import ChartPoint
from hkwatch.store import price_history, prices
from hkwatch.store.db import transaction
from hkwatch.store.prices import HOUR_S, MINUTE_S

from .stored import NOW

HOUR = NOW.replace(minute=0, second=0, microsecond=0)


def bar(minutes: float, close: float = 100.0, spread: float = 1.0) -> ChartPoint:
    return ChartPoint(HOUR + timedelta(minutes=minutes), close - 0.5, close + spread, close - spread, close)


def test_columns_hold_a_stretch_in_order(db: sqlite3.Connection) -> None:
    for minute in (2, 0, 1, 3):
        prices.put_bar(db, "BTC", MINUTE_S, bar(minute, 100.0 + minute))
    found = price_history.columns(db, "BTC", MINUTE_S, HOUR + timedelta(minutes=1), HOUR + timedelta(minutes=3))
    assert list(found.closes) == [101.0, 102.0]
    assert list(found.times) == [HOUR.timestamp() + 60, HOUR.timestamp() + 120]
    assert (list(found.opens), list(found.highs), list(found.lows)) == ([100.5, 101.5], [102.0, 103.0], [100.0, 101.0])
    assert len(price_history.columns(db, "ETH", MINUTE_S, HOUR, HOUR + timedelta(days=1))) == 0


def test_bars_from_elsewhere_never_replace_what_was_watched(db: sqlite3.Connection) -> None:
    prices.put_bar(db, "BTC", MINUTE_S, bar(0, 50.0))
    with transaction(db):
        assert price_history.bring_in(db, "BTC", MINUTE_S, [bar(0), bar(1)]) == 1
        assert price_history.bring_in(db, "BTC", MINUTE_S, [bar(0), bar(1)]) == 0
    assert [point.close for point in prices.bars(db, "BTC", MINUTE_S, HOUR)] == [50.0, 100.0]


def test_thinning_keeps_the_hours_and_makes_those_that_are_missing(db: sqlite3.Connection) -> None:
    prices.put_bar(db, "BTC", HOUR_S, bar(-60, 7.0))
    for minute, close in ((-60, 1.0), (-59, 2.0), (-180, 30.0), (-150, 50.0), (-121, 40.0), (0, 9.0)):
        prices.put_bar(db, "BTC", MINUTE_S, bar(minute, close))
    with transaction(db):
        assert price_history.thin(db, HOUR + timedelta(minutes=30)) == 5
    made, kept = prices.bars(db, "BTC", HOUR_S, HOUR - timedelta(days=1))
    assert made == ChartPoint(HOUR - timedelta(hours=3), 29.5, 51.0, 29.0, 40.0)
    assert kept.close == 7.0
    assert [point.close for point in prices.bars(db, "BTC", MINUTE_S, HOUR - timedelta(days=1))] == [9.0]


def test_reach_says_from_when_to_when(db: sqlite3.Connection) -> None:
    assert price_history.reach(db, "BTC", MINUTE_S) is None
    prices.put_bar(db, "BTC", MINUTE_S, bar(0))
    prices.put_bar(db, "BTC", MINUTE_S, bar(9))
    assert price_history.reach(db, "BTC", MINUTE_S) == (HOUR, HOUR + timedelta(minutes=9))
