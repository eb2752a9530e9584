# SPDX-License-Identifier: MIT
"""Flagged items as pins on the price chart, with what the price did afterwards."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime, timedelta

from hkwatch.domain.ids import ItemId
from hkwatch.domain.order import to_ms
from hkwatch.domain.pins import LENGTHS, Pin
from hkwatch.domain.rows import InboxRow
from hkwatch.store.prices import HOUR_S, close_at

MOST = 300
_NEAR_S = 600
_HOURS_SERVE_FROM = timedelta(days=1)
"""For moves as long as this, and for the price at the time, the last hour that was over serves where no minute is stored."""


def pinned(db: sqlite3.Connection, since: datetime, limit: int = MOST) -> tuple[ItemId, ...]:
    """The newest flagged items first seen from `since` on. What was old when it was first seen here is no news then."""
    rows = db.execute(
        "SELECT id FROM item WHERE flag <> 0 AND back = 0 AND archived = 0 AND first_seen_ms >= ? ORDER BY id DESC LIMIT ?",
        (to_ms(since), limit),
    )
    return tuple(ItemId(row[0]) for row in rows)


def with_moves(db: sqlite3.Connection, asset: str, rows: Sequence[InboxRow], now: datetime) -> tuple[Pin, ...]:
    """The rows as pins, oldest first."""
    found = []
    for row in rows:
        at = row.first_seen_at
        price, moves = moves_after(db, asset, at, now)
        found.append(Pin(row, at, price, moves))
    return tuple(sorted(found, key=lambda pin: (pin.at, pin.row.id)))


def moves_after(
    db: sqlite3.Connection, asset: str, at: datetime, now: datetime
) -> tuple[float | None, tuple[float | None, ...]]:
    """The price at a time, and its moves after the `LENGTHS` as fractions; None where not stored or not over."""
    near = close_at(db, asset, at, _NEAR_S)
    price = near or close_at(db, asset, at, HOUR_S)
    moves = []
    for length in LENGTHS:
        # Hours alone say nothing of a quarter hour, and of an hour only what other hours did.
        is_long = length >= _HOURS_SERVE_FROM
        start = price if is_long else near
        later = None
        if start and at + length <= now:
            later = close_at(db, asset, at + length, _NEAR_S)
            if later is None and is_long:
                later = close_at(db, asset, at + length, HOUR_S)
        moves.append(None if later is None or not start else later / start - 1)
    return price, tuple(moves)
