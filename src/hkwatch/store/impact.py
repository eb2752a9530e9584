# SPDX-License-Identifier: MIT
"""The price around the first sight of one item."""

import sqlite3
from datetime import datetime

from hkwatch.domain.ids import ItemId
from hkwatch.domain.impact import AFTER, BEFORE, Impact
from hkwatch.domain.order import from_ms
from hkwatch.store.pins import moves_after
from hkwatch.store.price_history import columns
from hkwatch.store.prices import HOUR_S, MINUTE_S

_MOST_POINTS = 240
_LEAST_MINUTES = 10
"""With fewer minutes the hours tell more."""


def impact(db: sqlite3.Connection, asset: str, item: ItemId, now: datetime) -> Impact | None:
    """None for an item that does not exist, or was old already when it was first seen: the price of then says nothing."""
    found = db.execute("SELECT first_seen_ms FROM item WHERE id = ? AND back = 0", (item,)).fetchone()
    if found is None:
        return None
    at = from_ms(found[0])
    price, moves = moves_after(db, asset, at, now)
    return Impact(item, asset, at, price, moves, _curve(db, asset, at, min(at + AFTER, now)))


def _curve(db: sqlite3.Connection, asset: str, at: datetime, end: datetime) -> tuple[tuple[float, float], ...]:
    step_s = MINUTE_S
    bars = columns(db, asset, step_s, at - BEFORE, end)
    if len(bars) < _LEAST_MINUTES:
        step_s = HOUR_S
        bars = columns(db, asset, step_s, at - BEFORE, end)
    stride = max(1, -(-len(bars) // _MOST_POINTS))
    kept = sorted({*range(0, len(bars), stride), *([len(bars) - 1] if len(bars) else [])})
    # A bar closes at its end.
    start_s = at.timestamp() - step_s
    return tuple((bars.times[n] - start_s, bars.closes[n]) for n in kept)
