# SPDX-License-Identifier: MIT
"""The price around the first sight of an item: what is read, and when nothing is."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hkwatch.domain.detail import ChartPoint
from hkwatch.domain.ids import ItemId
from hkwatch.domain.order import to_ms
from hkwatch.store.db import open_writer
from hkwatch.store.impact import impact
from hkwatch.store.prices import HOUR_S, MINUTE_S, put_bar
from services.stored_items import put

AT = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
ITEM = ItemId(7)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    db = open_writer(tmp_path / "hkwatch.db", tmp_path / "backups", AT)
    put(db, 7, "x", first_seen_ms=to_ms(AT))
    put(db, 8, "old", first_seen_ms=to_ms(AT), back=1)
    yield db
    db.close()


def bar(db: sqlite3.Connection, at: datetime, close: float, step_s: int = MINUTE_S) -> None:
    put_bar(db, "BTC", step_s, ChartPoint(at, close, close, close, close))


def test_the_curve_reaches_from_before_the_first_sight_to_a_day_after_it(db: sqlite3.Connection) -> None:
    for minutes in range(-60, 26 * 60):
        bar(db, AT + timedelta(minutes=minutes), 100_000.0 + minutes)
    found = impact(db, "BTC", ITEM, AT + timedelta(days=2))
    assert found is not None
    assert found.curve[0][0] == pytest.approx(-14 * 60)
    assert found.curve[-1][0] == pytest.approx(24 * 3600)
    assert len(found.curve) <= 242
    assert found.price == 99_999.0
    assert found.moves[1] == pytest.approx(100_059 / 99_999 - 1)
    assert found.moves[3] is None
    assert found.telling == 1


def test_with_few_minutes_the_hours_are_drawn(db: sqlite3.Connection) -> None:
    bar(db, AT, 1.0)
    for hours in range(-2, 30):
        bar(db, AT + timedelta(hours=hours), 100_000.0 + hours, HOUR_S)
    found = impact(db, "BTC", ITEM, AT + timedelta(days=2))
    assert found is not None
    assert [at for at, _ in found.curve[:2]] == [3600.0, 7200.0]


def test_where_only_hours_are_stored_they_tell_the_price_and_the_days(db: sqlite3.Connection) -> None:
    for hours in range(-2, 24 * 8):
        bar(db, AT + timedelta(hours=hours, minutes=-20), 100_000.0 + hours, HOUR_S)
    found = impact(db, "BTC", ITEM, AT + timedelta(days=9))
    assert found is not None
    # The hour that was over 20 minutes before.
    assert found.price == 99_999.0
    assert found.moves == (
        None,
        None,
        pytest.approx(100_023 / 99_999 - 1),
        pytest.approx(100_167 / 99_999 - 1),
    )
    assert found.telling == 2


def test_an_hour_that_was_over_long_before_tells_nothing(db: sqlite3.Connection) -> None:
    bar(db, AT - timedelta(hours=3), 100_000.0, HOUR_S)
    found = impact(db, "BTC", ITEM, AT + timedelta(days=9))
    assert found is not None
    assert found.price is None


def test_nothing_of_the_time_to_come_is_told(db: sqlite3.Connection) -> None:
    for minutes in range(-20, 120):
        bar(db, AT + timedelta(minutes=minutes), 100_000.0)
    found = impact(db, "BTC", ITEM, AT + timedelta(minutes=30))
    assert found is not None
    assert found.curve[-1][0] <= 30 * 60 + 60
    assert found.moves[0] == 0.0
    assert found.moves[1:] == (None, None, None)
    assert found.telling == 0
    assert not found.is_over(1, AT + timedelta(minutes=30))


def test_without_prices_it_says_so_by_holding_none(db: sqlite3.Connection) -> None:
    found = impact(db, "BTC", ITEM, AT + timedelta(days=2))
    assert found is not None
    assert (found.price, found.curve, found.telling) == (None, (), None)


def test_an_item_that_was_old_when_first_seen_has_no_impact(db: sqlite3.Connection) -> None:
    assert impact(db, "BTC", ItemId(8), AT) is None
    assert impact(db, "BTC", ItemId(99), AT) is None
