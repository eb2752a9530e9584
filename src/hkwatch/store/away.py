# SPDX-License-Identifier: MIT
"""When the user was away, and what was stored meanwhile."""

import sqlite3
from datetime import datetime, timedelta

from hkwatch.domain.away import LEAST, AwayMark, AwaySpan
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Level
from hkwatch.domain.order import from_ms, to_ms
from hkwatch.store.db import get_meta, set_meta

_ACTIVE = "away:active"
SETTLING = timedelta(minutes=15)
"""So long after a return it is still found out what happened before it."""
_LATE = timedelta(days=1)
_AHEAD = timedelta(days=1)
"""A clock that was less ahead is waited for: a day without an absence is soon over."""


def last_active(db: sqlite3.Connection) -> datetime | None:
    """The last sign of the user; None before the first."""
    value = get_meta(db, _ACTIVE)
    return None if value is None else from_ms(int(value))


def note_active(db: sqlite3.Connection, at: datetime, now: datetime | None = None) -> AwaySpan | None:
    """The user did something; the absence that ended with it, None where there was none.

    One that nobody looked at yet is joined with the next, so that nothing is lost by a minute's visit. `now` is what the
    clock says, None = `at`.
    """
    before = last_active(db)
    if before is not None and before > (now or at):
        # The clock was ahead then and was set since: what it said would hide every absence until that time comes.
        if before - (now or at) > _AHEAD:
            set_meta(db, _ACTIVE, str(to_ms(at)))
        return None
    if before is not None and at <= before:
        return None
    set_meta(db, _ACTIVE, str(to_ms(at)))
    if before is None or at - before < LEAST:
        return None
    open_one = _newest(db)
    if open_one is not None and open_one[3] is None and open_one[4] is None:
        db.execute("UPDATE away SET to_ms = ? WHERE id = ?", (to_ms(at), open_one[0]))
        return AwaySpan(open_one[0], from_ms(open_one[1]), at)
    cursor = db.execute("INSERT INTO away (from_ms, to_ms) VALUES (?, ?)", (to_ms(before), to_ms(at)))
    return AwaySpan(int(cursor.lastrowid or 0), before, at)


def mark(db: sqlite3.Connection, ident: int, wanted: AwayMark, now: datetime) -> None:
    """What the user did with an absence: looked at it, cleared it, took the clearing back."""
    match wanted:
        case AwayMark.SEEN:
            db.execute("UPDATE away SET seen_ms = coalesce(seen_ms, ?) WHERE id = ?", (to_ms(now), ident))
        case AwayMark.CLEARED:
            db.execute("UPDATE away SET cleared_ms = ? WHERE id = ?", (to_ms(now), ident))
        case AwayMark.OPEN:
            db.execute("UPDATE away SET cleared_ms = NULL WHERE id = ?", (ident,))


def current(db: sqlite3.Connection, now: datetime) -> AwaySpan | None:
    """The absence to tell of: the one that goes on, else the newest; None where the user was never away."""
    newest = _newest(db)
    active = last_active(db)
    if active is not None and now - active >= LEAST:
        start = active
        if newest is not None and newest[3] is None and newest[4] is None:
            start = min(active, from_ms(newest[1]))
        return AwaySpan(0, start, now)
    if newest is None:
        return None
    ident, start_ms, end_ms, _, cleared = newest
    return AwaySpan(ident, from_ms(start_ms), from_ms(end_ms), cleared is not None)


def _newest(db: sqlite3.Connection) -> tuple[int, int, int, int | None, int | None] | None:
    row = db.execute("SELECT id, from_ms, to_ms, seen_ms, cleared_ms FROM away ORDER BY id DESC LIMIT 1").fetchone()
    return None if row is None else (row[0], row[1], row[2], row[3], row[4])


def items_between(db: sqlite3.Connection, start: datetime, end: datetime) -> tuple[ItemId, ...]:
    """Items that came in a span, newest first: seen in it, or just after it and published before its end."""
    rows = db.execute(
        "SELECT id FROM item WHERE back = 0 AND first_seen_ms > ?1 AND lead = 1 AND archived = 0 AND muted_by IS NULL"
        " AND (first_seen_ms <= ?2 OR (first_seen_ms <= ?3 AND published_ms <= ?2 AND precision <> 'day')"
        " OR (first_seen_ms <= ?4 AND published_ms IS NULL)) ORDER BY id DESC",
        (to_ms(start), to_ms(end), to_ms(end + _LATE), to_ms(end + SETTLING)),
    )
    return tuple(ItemId(row[0]) for row in rows)


def count_of_level(db: sqlite3.Connection, level: Level, start: datetime, end: datetime) -> int:
    """How many items of a level were first seen in a span, each story once."""
    row = db.execute(
        "SELECT count(*) FROM item WHERE back = 0 AND first_seen_ms >= ? AND first_seen_ms <= ? AND level = ?"
        " AND lead = 1 AND muted_by IS NULL",
        (to_ms(start), to_ms(end), int(level)),
    ).fetchone()
    return int(row[0])


def moves_between(db: sqlite3.Connection, start: datetime, end: datetime) -> list[tuple[int, datetime, int, int]]:
    """(deadline, when, day before, day after) of last days that changed in a span, oldest first; days in ms."""
    rows = db.execute(
        "SELECT deadline_id, at_ms, before_ms, after_ms FROM deadline_move WHERE at_ms > ? AND at_ms <= ? ORDER BY id",
        (to_ms(start), to_ms(end + SETTLING)),
    )
    return [(ident, from_ms(at), before, after) for ident, at, before, after in rows]


def firings_between(db: sqlite3.Connection, start: datetime, end: datetime, told: int | None = None) -> list[str]:
    """The data of firings logged in a span, oldest first.

    `told` is the number of the last firing that was known when the span before was told: with it, what was told then is
    left out, and what was found of that span since then is there.
    """
    rows = db.execute(
        "SELECT data FROM firing WHERE at_ms <= ?1 AND CASE WHEN ?3 IS NULL THEN at_ms > ?2 ELSE id > ?3 OR at_ms > ?4 END"
        " ORDER BY at_ms, id",
        (to_ms(end + SETTLING), to_ms(start), told, to_ms(start + SETTLING)),
    )
    return [row[0] for row in rows]


def last_firing(db: sqlite3.Connection) -> int:
    """The number of the newest firing; 0 before any."""
    return int(db.execute("SELECT coalesce(max(id), 0) FROM firing").fetchone()[0])


def unsure_between(db: sqlite3.Connection, start: datetime, end: datetime) -> list[tuple[int, str, datetime]]:
    """(notice, kind, when) of notices of a span that may not have been shown, oldest first."""
    rows = db.execute(
        "SELECT id, kind, created_ms FROM outbox WHERE state = 'maybe' AND coalesce(done_ms, created_ms) > ?"
        " AND created_ms <= ? ORDER BY id",
        (to_ms(start), to_ms(end + SETTLING)),
    )
    return [(ident, kind, from_ms(at)) for ident, kind, at in rows]
