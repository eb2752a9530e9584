# SPDX-License-Identifier: MIT
"""Bars of the consensus price. Floats: a chart and a 24-hour change need no more; alerts never read these."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from hkwatch.domain.order import from_ms, to_ms

if TYPE_CHECKING:
    from hkwatch.domain.detail import ChartPoint

MINUTE_S = 60
HOUR_S = 3600


def put_bar(db: sqlite3.Connection, asset: str, step_s: int, bar: "ChartPoint", *, own: bool = True) -> None:
    """Store a bar, replacing the one of the same time. A back-filled bar (`own` False) never replaces an own one."""
    db.execute(
        "INSERT INTO price_bar VALUES (?,?,?,?,?,?,?,?) ON CONFLICT (asset, step_s, at_ms) DO UPDATE SET"
        " open = excluded.open, high = excluded.high, low = excluded.low, close = excluded.close, own = excluded.own"
        " WHERE excluded.own >= price_bar.own",
        (asset, step_s, to_ms(bar.at), bar.open, bar.high, bar.low, bar.close, own),
    )


def put_bars(db: sqlite3.Connection, asset: str, step_s: int, bars: Iterable["ChartPoint"]) -> None:
    """Store back-filled bars."""
    for bar in bars:
        put_bar(db, asset, step_s, bar, own=False)


def grow_hour(db: sqlite3.Connection, asset: str, minute: "ChartPoint", hour_at: datetime) -> None:
    """Let a finished minute count in its hour."""
    db.execute(
        "INSERT INTO price_bar VALUES (?,?,?,?,?,?,?,1) ON CONFLICT (asset, step_s, at_ms) DO UPDATE SET"
        " high = max(high, excluded.high), low = min(low, excluded.low), close = excluded.close, own = 1",
        (asset, HOUR_S, to_ms(hour_at), minute.open, minute.high, minute.low, minute.close),
    )


def bars(db: sqlite3.Connection, asset: str, step_s: int, start: datetime) -> list["ChartPoint"]:
    """Bars from `start` on, oldest first."""
    from hkwatch.domain.detail import ChartPoint  # noqa: PLC0415 - who plans a query imports this file too

    rows = db.execute(
        "SELECT at_ms, open, high, low, close FROM price_bar WHERE asset = ? AND step_s = ? AND at_ms >= ? ORDER BY at_ms",
        (asset, step_s, to_ms(start)),
    )
    return [ChartPoint(from_ms(at), open_, high, low, close) for at, open_, high, low, close in rows]


def close_at(db: sqlite3.Connection, asset: str, at: datetime, tolerance_s: int) -> float | None:
    """The newest close at or before `at`, minute bars first, then hours; None if the nearest is older than `tolerance_s`.

    A bar closes at its end: the hour from 10:00 says nothing of 10:30.
    """
    for step_s in (MINUTE_S, HOUR_S):
        row = db.execute(
            "SELECT close FROM price_bar WHERE asset = ? AND step_s = ? AND at_ms <= ? AND at_ms >= ?"
            " ORDER BY at_ms DESC LIMIT 1",
            (asset, step_s, to_ms(at) - 1000 * step_s, to_ms(at) - 1000 * (step_s + tolerance_s)),
        ).fetchone()
        if row is not None:
            return float(row[0])
    return None


def at_price_sql(at_ms: str) -> str:
    """SQL for bitcoin's price at a time (an expression in ms), NULL where none is known near it.

    The last minute that was over by then, at most ten minutes old, or else the last hour, at most an hour old.
    """
    latest = (
        "(SELECT close FROM price_bar WHERE asset = 'BTC' AND step_s = {step} AND at_ms <= {at} - {end}"
        " AND at_ms >= {at} - {old} ORDER BY at_ms DESC LIMIT 1)"
    )
    minute = latest.format(step=MINUTE_S, at=at_ms, end=60_000, old=660_000)
    hour = latest.format(step=HOUR_S, at=at_ms, end=3_600_000, old=7_200_000)
    return f"coalesce({minute}, {hour})"


def own_since(db: sqlite3.Connection, asset: str, step_s: int = MINUTE_S) -> datetime | None:
    """When the first bar that was watched here begins, None while all are fetched."""
    row = db.execute(
        "SELECT min(at_ms) FROM price_bar WHERE asset = ? AND step_s = ? AND own = 1", (asset, step_s)
    ).fetchone()
    return None if row[0] is None else from_ms(row[0])


def known_since(db: sqlite3.Connection, asset: str) -> datetime | None:
    """When the oldest stored bar of any length begins, None without one."""
    row = db.execute("SELECT min(at_ms) FROM price_bar WHERE asset = ?", (asset,)).fetchone()
    return None if row[0] is None else from_ms(row[0])


def count_bars(db: sqlite3.Connection, asset: str, step_s: int, start: datetime) -> int:
    """How many bars there are from `start` on."""
    row = db.execute(
        "SELECT count(*) FROM price_bar WHERE asset = ? AND step_s = ? AND at_ms >= ?", (asset, step_s, to_ms(start))
    ).fetchone()
    return int(row[0])
