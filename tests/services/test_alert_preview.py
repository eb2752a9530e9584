# SPDX-License-Identifier: MIT
"""What an alert would have done on the stored prices, and from when on they are known."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from hkwatch.domain.alerts import AlertKind, AlertSpec
from hkwatch.domain.bars import HOUR_S, MINUTE_S
from hkwatch.domain.detail import ChartPoint
from hkwatch.domain.ids import AlertId
from hkwatch.services.alert_preview import AlertHistory
from hkwatch.store import prices
from hkwatch.store.db import open_writer, transaction

NOW = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
SPEC = AlertSpec(AlertId(0), "BTC", AlertKind.NEW_HIGH, Decimal(0), window_s=0, since=NOW - timedelta(days=600))


def bar(at: datetime, price: float) -> ChartPoint:
    return ChartPoint(at, price, price, price, price)


def test_prices_too_old_to_be_tried_still_say_how_far_back_they_are_known(tmp_path: Path) -> None:
    db = open_writer(tmp_path / "hkwatch.db", tmp_path, NOW)
    oldest = NOW - timedelta(days=300)
    with transaction(db):
        prices.put_bars(db, "BTC", HOUR_S, [bar(oldest, 90_000), bar(NOW - timedelta(days=40), 95_000)])
        prices.put_bars(db, "BTC", MINUTE_S, [bar(NOW - timedelta(hours=1), 96_000)])
        prices.put_bars(db, "ETH", HOUR_S, [bar(NOW - timedelta(days=500), 3_000)])
    found = AlertHistory().preview(db, SPEC, None, NOW)
    db.close()
    assert found.known_since == oldest
    assert found.since == NOW - timedelta(days=40)


def test_without_a_stored_price_nothing_is_known(tmp_path: Path) -> None:
    db = open_writer(tmp_path / "hkwatch.db", tmp_path, NOW)
    found = AlertHistory().preview(db, SPEC, None, NOW)
    db.close()
    assert (found.known_since, found.since) == (None, None)
