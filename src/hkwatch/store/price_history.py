# SPDX-License-Identifier: MIT
"""Long stretches of price bars: as columns for the chart, brought in from files, thinned from minutes to hours."""

import sqlite3
from array import array
from collections.abc import Sequence
from datetime import datetime

from hkwatch.domain.detail import ChartPoint, Columns
from hkwatch.domain.order import from_ms, to_ms
from hkwatch.store.prices import HOUR_S, MINUTE_S

_BATCH = 20_000


def columns(db: sqlite3.Connection, asset: str, step_s: int, start: datetime, end: datetime) -> Columns:
    """Bars that begin from `start` to before `end`, oldest first.

    An object for each of half a million bars would take many times as long and as much room.
    """
    cursor = db.execute(
        "SELECT at_ms / 1000.0, open, high, low, close FROM price_bar"
        " WHERE asset = ? AND step_s = ? AND at_ms >= ? AND at_ms < ? ORDER BY at_ms",
        (asset, step_s, to_ms(start), to_ms(end)),
    )
    parts = tuple(array("d") for _ in range(5))
    while rows := cursor.fetchmany(_BATCH):
        for part, values in zip(parts, zip(*rows, strict=True), strict=True):
            part.extend(values)
    return Columns(*parts)


def bring_in(db: sqlite3.Connection, asset: str, step_s: int, points: Sequence[ChartPoint]) -> int:
    """Store bars from elsewhere; how many were new. What was watched here stays as it is."""
    before = db.total_changes
    db.executemany(
        "INSERT INTO price_bar VALUES (?,?,?,?,?,?,?,0) ON CONFLICT (asset, step_s, at_ms) DO NOTHING",
        ((asset, step_s, to_ms(bar.at), bar.open, bar.high, bar.low, bar.close) for bar in points),
    )
    return db.total_changes - before


def thin(db: sqlite3.Connection, before: datetime) -> int:
    """Let minutes older than `before` go; how many. An hour that has none of its own is made of them first."""
    edge = to_ms(before) // (1000 * HOUR_S) * 1000 * HOUR_S
    db.execute(
        "INSERT INTO price_bar SELECT hour.asset, ?, hour.start, one.open, hour.high, hour.low, last.close, hour.own"
        " FROM (SELECT asset, at_ms / 3600000 * 3600000 AS start, min(at_ms) AS first_ms, max(at_ms) AS last_ms,"
        " max(high) AS high, min(low) AS low, max(own) AS own FROM price_bar WHERE step_s = ? AND at_ms < ?"
        " GROUP BY asset, start) hour"
        " JOIN price_bar one ON one.asset = hour.asset AND one.step_s = ? AND one.at_ms = hour.first_ms"
        " JOIN price_bar last ON last.asset = hour.asset AND last.step_s = ? AND last.at_ms = hour.last_ms"
        " WHERE true ON CONFLICT (asset, step_s, at_ms) DO NOTHING",
        (HOUR_S, MINUTE_S, edge, MINUTE_S, MINUTE_S),
    )
    return db.execute("DELETE FROM price_bar WHERE step_s = ? AND at_ms < ?", (MINUTE_S, edge)).rowcount


def reach(db: sqlite3.Connection, asset: str, step_s: int) -> tuple[datetime, datetime] | None:
    """Beginning of the first and of the last bar, None without any."""
    first, last = db.execute(
        "SELECT min(at_ms), max(at_ms) FROM price_bar WHERE asset = ? AND step_s = ?", (asset, step_s)
    ).fetchone()
    return None if first is None else (from_ms(first), from_ms(last))
