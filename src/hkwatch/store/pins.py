# SPDX-License-Identifier: MIT
"""Flagged items as pins on the price chart, with what the price did afterwards."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from hkwatch.domain.ids import ItemId
from hkwatch.domain.order import to_ms
from hkwatch.domain.pins import LENGTHS, Pin
from hkwatch.domain.rows import InboxRow
from hkwatch.store.prices import close_at

MOST = 300
_NEAR_S = 600


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
    price = close_at(db, asset, at, _NEAR_S)
    moves = []
    for length in LENGTHS:
        later = close_at(db, asset, at + length, _NEAR_S) if price and at + length <= now else None
        moves.append(None if later is None or not price else later / price - 1)
    return price, tuple(moves)
