# SPDX-License-Identifier: MIT
"""The outbox: one row a notice, so that each is told at most once.

due ──► sending ──► shown            the state is committed before the notification daemon is asked,
             │                       so a crash in between can lose a pop-up but never repeat it
             ├────► failed           no way out; retried from `due` while the daemon is away
             └────► maybe            found in `sending` at start: "may not have been shown"
due ──► folded                       told by a summary (`summary_id`) instead
off                                  the settings give it no way; channels may tell it all the same
due ◄─► held                         it is quiet; what became of a notice afterwards is in deliveries.py
"""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from hkwatch.domain.ids import AlertId, ItemId, NoticeId
from hkwatch.domain.item import Level
from hkwatch.domain.order import from_ms, to_ms
from hkwatch.store import channel_queue, journal

COLUMNS = "id, key, kind, item_id, alert_id, firing_id, level"
OFF = "off"
"""The state of a notice of which the desktop says nothing, by the settings."""


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A notice to be told. Exactly one of `item`, `alert` is set, or neither for a summary or a notice about the watch."""

    id: NoticeId
    key: str
    kind: str
    item: ItemId | None
    alert: AlertId | None
    firing: int | None
    level: Level


def add(
    db: sqlite3.Connection,
    key: str,
    kind: str,
    level: Level,
    now: datetime,
    *,
    item: ItemId | None = None,
    alert: AlertId | None = None,
    firing: int | None = None,
    state: str = "due",
) -> NoticeId | None:
    """Queue a notice inside the caller's transaction. None where the key was used before: it is not told again."""
    cursor = db.execute(
        "INSERT OR IGNORE INTO outbox (key, kind, item_id, alert_id, firing_id, level, state, created_ms, due_ms)"
        " VALUES (?,?,?,?,?,?,?,?,?)",
        (key, kind, item, alert, firing, int(level), state, to_ms(now), to_ms(now)),
    )
    if not cursor.rowcount:
        return None
    notice = NoticeId(cursor.lastrowid or 0)
    channel_queue.queue(db, notice, key, kind, level, now, item)
    return notice


def add_for_channels(
    db: sqlite3.Connection,
    key: str,
    kind: str,
    level: Level,
    now: datetime,
    *,
    item: ItemId | None = None,
    alert: AlertId | None = None,
    firing: int | None = None,
) -> None:
    """Queue a notice of which the desktop says nothing, where a channel takes it."""
    if channel_queue.takes(db, key, kind, level, item):
        add(db, key, kind, level, now, item=item, alert=alert, firing=firing, state=OFF)


def tell_after_all(db: sqlite3.Connection, key: str, now: datetime) -> bool:
    """The desktop says it, too: make a notice due that was queued for channels alone. False where there is none."""
    return (
        db.execute("UPDATE outbox SET state = 'due', due_ms = ? WHERE key = ? AND state = ?", (to_ms(now), key, OFF))
    ).rowcount > 0


def due(db: sqlite3.Connection, now: datetime) -> list[OutboxRow]:
    """What waits to be told, oldest first."""
    rows = db.execute(
        f"SELECT {COLUMNS} FROM outbox WHERE state = 'due' AND due_ms <= ? ORDER BY id",
        (to_ms(now),),
    )
    return [row_from(values) for values in rows]


def begin_sending(db: sqlite3.Connection, notices: Sequence[NoticeId], summary: NoticeId | None = None) -> None:
    """Commit that these are being handed over; with `summary` they are folded into that one instead."""
    for notice in notices:
        if summary is None:
            db.execute("UPDATE outbox SET state = 'sending' WHERE id = ? AND state = 'due'", (notice,))
        else:
            db.execute(
                "UPDATE outbox SET state = 'folded', summary_id = ? WHERE id = ? AND state = 'due'", (summary, notice)
            )


def finish(
    db: sqlite3.Connection, notice: NoticeId, state: str, now: datetime, error: str = "", channel: str = ""
) -> None:
    """How it ended: `shown` by a `channel`, `failed`, or `due` again with the error of the last try."""
    journal.note_told(db, notice, state, now, error, channel)
    db.execute(
        "UPDATE outbox SET state = ?, done_ms = ?, error = ? WHERE id = ?",
        (state, None if state == "due" else to_ms(now), error, notice),
    )


def settle_after_crash(db: sqlite3.Connection, now: datetime) -> int:
    """Rows that were being handed over when the engine died may have been seen: list them, never pop them again."""
    for (notice,) in db.execute("SELECT id FROM outbox WHERE state = 'sending' ORDER BY id").fetchall():
        journal.note_told(db, NoticeId(notice), "maybe", now)
    return db.execute("UPDATE outbox SET state = 'maybe' WHERE state = 'sending'").rowcount


def maybe_not_shown(db: sqlite3.Connection) -> list[OutboxRow]:
    """Notices that may not have been shown, newest first."""
    rows = db.execute(f"SELECT {COLUMNS} FROM outbox WHERE state = 'maybe' ORDER BY id DESC")
    return [row_from(values) for values in rows]


def items_of(db: sqlite3.Connection, notice: NoticeId) -> tuple[tuple[ItemId, ...], AlertId | None]:
    """The items a notice speaks of (all of them for a summary), and its alert."""
    rows = db.execute(
        # The row that stands for the item's story may be another by now.
        "SELECT coalesce((SELECT l.id FROM item i JOIN item l ON l.story = i.story AND l.lead = 1 WHERE i.id = o.item_id),"
        " o.item_id) FROM outbox o WHERE (o.id = ? OR o.summary_id = ?) ORDER BY 1 DESC",
        (notice, notice),
    )
    items = tuple(dict.fromkeys(ItemId(row[0]) for row in rows if row[0] is not None))
    alert = db.execute("SELECT alert_id FROM outbox WHERE id = ?", (notice,)).fetchone()
    if not items:
        # A saved search fired: its alert is what was told, its item what it is about.
        fired = db.execute(
            "SELECT json_extract(firing.data, '$.item') FROM outbox JOIN firing ON firing.id = outbox.firing_id"
            " WHERE outbox.id = ?",
            (notice,),
        ).fetchone()
        if fired is not None and fired[0] is not None:
            items = (ItemId(fired[0]),)
    return items, None if alert is None or alert[0] is None else AlertId(alert[0])


@dataclass(frozen=True, slots=True)
class Told:
    """A notice of an item: its state, its level, and who published the item it was queued for."""

    id: NoticeId
    state: str
    level: Level
    publisher: str


def told_of(db: sqlite3.Connection, items: Sequence[ItemId]) -> list[Told]:
    """The notices of any of these items, oldest first."""
    rows = db.execute(
        "SELECT o.id, o.state, o.level, coalesce(k.publisher, i.publisher) FROM outbox o JOIN item i ON i.id = o.item_id"
        " LEFT JOIN item k ON k.identity = substr(o.key, 6)"
        " WHERE o.kind = 'item' AND o.item_id IN (SELECT value FROM json_each(?)) ORDER BY o.id",
        (json.dumps(items),),
    )
    return [Told(NoticeId(row[0]), row[1], Level(row[2]), row[3]) for row in rows]


def retarget(
    db: sqlite3.Connection, notice: NoticeId, item: ItemId, level: Level, again: datetime | None = None
) -> None:
    """A notice that still waits speaks of another item of the same story, or of more.

    `again`: of so much more that it is due at that time at the latest, and leaves anew by channels that sent it before.
    """
    db.execute(
        "UPDATE outbox SET item_id = ?1, level = ?2, due_ms = min(due_ms, coalesce(?3, due_ms))"
        " WHERE id = ?4 AND state IN ('due', 'held')",
        (item, int(level), None if again is None else to_ms(again), notice),
    )
    channel_queue.requeue(db, notice, anew=again is not None)


def publisher_of(db: sqlite3.Connection, item: ItemId) -> str:
    """Who published an item; empty for one that does not exist."""
    row = db.execute("SELECT publisher FROM item WHERE id = ?", (item,)).fetchone()
    return "" if row is None else str(row[0])


def find(db: sqlite3.Connection, key: str) -> tuple[NoticeId, str] | None:
    """The notice of this key and its state; None if the key was never used."""
    row = db.execute("SELECT id, state FROM outbox WHERE key = ?", (key,)).fetchone()
    return None if row is None else (NoticeId(row[0]), str(row[1]))


def kind_of(db: sqlite3.Connection, notice: NoticeId) -> str:
    """What a notice is about; empty for one that does not exist."""
    row = db.execute("SELECT kind FROM outbox WHERE id = ?", (notice,)).fetchone()
    return "" if row is None else str(row[0])


def key_of(db: sqlite3.Connection, notice: NoticeId) -> str:
    """The key of a notice; empty for one that does not exist."""
    row = db.execute("SELECT key FROM outbox WHERE id = ?", (notice,)).fetchone()
    return "" if row is None else str(row[0])


def alerts_told_since(db: sqlite3.Connection, start: datetime) -> list[datetime]:
    """When price alerts were shown, or may have been, since `start`; oldest first."""
    rows = db.execute(
        "SELECT done_ms FROM outbox WHERE kind = 'alert' AND state IN ('shown', 'maybe') AND done_ms >= ?"
        " ORDER BY done_ms",
        (to_ms(start),),
    )
    return [from_ms(row[0]) for row in rows]


def shown_for(db: sqlite3.Connection, items: Sequence[ItemId]) -> list[NoticeId]:
    """Shown notices of single items, to withdraw them once the items are read."""
    # As JSON: all items of the inbox may be marked at once, more than a statement takes placeholders.
    rows = db.execute(
        "SELECT id FROM outbox WHERE state = 'shown' AND item_id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(items),),
    )
    return [NoticeId(row[0]) for row in rows]


def row_from(values: tuple[int, str, str, int | None, int | None, int | None, int]) -> OutboxRow:
    """The row of `COLUMNS`."""
    ident, key, kind, item, alert, firing, level = values
    return OutboxRow(
        NoticeId(ident),
        key,
        kind,
        None if item is None else ItemId(item),
        None if alert is None else AlertId(alert),
        firing,
        Level(level),
    )
