# SPDX-License-Identifier: MIT
"""What came of the first 24 hours: how often was asked, what was new, what was told."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta

from hkwatch.domain.order import from_ms, to_ms

DAY = timedelta(hours=24)
_HOUR_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class FirstDay:
    """`started_at`: when the first source was met. `checks` are counted by whole hours, `items` without back catalogue,
    `notices` are those that were told, a folded one with the one that stands for it.
    """

    started_at: datetime
    checks: int
    items: int
    notices: int


def first_day(db: sqlite3.Connection, now: datetime) -> FirstDay | None:
    """The figures of the first day. None before anything was asked, and before the day is over."""
    row = db.execute("SELECT min(added_ms) FROM source_state").fetchone()
    if row is None or row[0] is None or from_ms(row[0]) + DAY > now:
        return None
    start, end = int(row[0]), to_ms(from_ms(row[0]) + DAY)
    checks = "SELECT coalesce(sum(checks), 0) FROM poll_hour WHERE hour_ms >= ? AND hour_ms < ?"
    items = "SELECT count(*) FROM item WHERE back = 0 AND first_seen_ms >= ? AND first_seen_ms < ?"
    notices = "SELECT count(*) FROM outbox WHERE state IN ('shown', 'maybe') AND kind <> 'life' AND done_ms >= ? AND done_ms < ?"
    return FirstDay(
        from_ms(start),
        db.execute(checks, (start // _HOUR_MS * _HOUR_MS, end)).fetchone()[0],
        db.execute(items, (start, end)).fetchone()[0],
        db.execute(notices, (start, end)).fetchone()[0],
    )
