# SPDX-License-Identifier: MIT
"""Notices about deadlines: their keys in the outbox, which make each of them one for ever, and what each speaks of.

deadline:7:2027-02-02:3        the reminder at three working days of deadline 7, as long as it ends on that day
deadline-moved:7:2027-02-02:1  its first change, to that day
"""

import sqlite3
from datetime import date, datetime

from hkwatch.domain.deadline import CountedDeadline, KnownDeadline, counted
from hkwatch.domain.ids import ItemId, NoticeId
from hkwatch.domain.item import Level
from hkwatch.store import deadlines as store
from hkwatch.store import outbox
from hkwatch.store.outbox import OutboxRow

REMINDER = "deadline"
MOVED = "deadline-moved"


def queue_reminder(db: sqlite3.Connection, one: KnownDeadline, step: int, level: Level, now: datetime) -> bool:
    """Queue the reminder of one step; False where it was queued or told before."""
    key = f"{REMINDER}:{one.id}:{one.closes_on.isoformat()}:{step}"
    return outbox.add(db, key, REMINDER, level, now, item=one.item) is not None


def queue_move(db: sqlite3.Connection, one: KnownDeadline, now: datetime) -> NoticeId | None:
    """Queue the notice that a last day changed to what it is now."""
    key = f"{MOVED}:{one.id}:{one.closes_on.isoformat()}:{one.moves}"
    return outbox.add(db, key, MOVED, Level.HIGH, now, item=one.item)


def of_item(db: sqlite3.Connection, item: ItemId, today: date, holidays: frozenset[date]) -> CountedDeadline | None:
    """The deadline that an item speaks of, counted from a day; None without one."""
    ident = store.by_item(db, item)
    one = None if ident is None else store.known(db, ident)
    return None if one is None else counted(one, today, holidays)


def to_tell(
    db: sqlite3.Connection, row: OutboxRow, today: date, holidays: frozenset[date]
) -> CountedDeadline | tuple[KnownDeadline, date, date] | None:
    """What a notice speaks of: time left, or a change from one day to another. None where it is over meanwhile."""
    _, ident, day, _ = row.key.split(":")
    one = store.known(db, int(ident))
    if one is None or one.closes_on.isoformat() != day:
        # It moved again since: another notice says so.
        return None
    left = counted(one, today, holidays)
    if not left.is_open:
        return None
    if row.kind == REMINDER:
        return left
    move = store.last_move(db, one.id)
    return None if move is None else (one, *move)
