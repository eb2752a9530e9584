# SPDX-License-Identifier: MIT
"""What goes through channels: one delivery a notice and channel, queued with the notice.

new ──► due ──► sending ──► sent      new: not worded yet, held by quiet hours; due: worded, waits for its (next) try
 │       ▲────────┤  failed try, with a pause
 │                ├──► failed         the last try failed too
 │                └──► maybe          found in `sending` at start: it may have arrived, and is never sent again
 └──► folded | dropped                told by another message | over before it was told
"""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from hkwatch.domain.channels import Message, Subject
from hkwatch.domain.ids import AlertId, ChannelId, ItemId, NoticeId
from hkwatch.domain.item import Level
from hkwatch.domain.order import from_ms, to_ms

_SUBJECTS = {
    "alert": Subject.ALERTS,
    "deadline": Subject.DEADLINES,
    "deadline-moved": Subject.DEADLINES,
    "held": Subject.REGISTERS,
    "outage": Subject.WATCH,
    "life": Subject.WATCH,
    "digest-failed": Subject.WATCH,
}
"""By the notice's kind; items are looked at one by one, and what is not named here leaves by no channel."""
_ASKED_FOR = frozenset({"life"})
"""Kinds that the user asked for: a channel that takes their subject takes them, however low their level."""
_FOLDED = "summary:"


@dataclass(frozen=True, slots=True)
class Queued:
    """A delivery that is not worded yet, with its notice."""

    id: int
    channel: ChannelId
    key: str
    at: datetime
    notice: NoticeId
    notice_key: str
    kind: str
    notice_state: str
    item: ItemId | None
    alert: AlertId | None
    firing: int | None
    level: Level
    subject: Subject


@dataclass(frozen=True, slots=True)
class Due:
    """A delivery to be tried. `tries` counts those before."""

    id: int
    channel: ChannelId
    tries: int
    message: Message


def queue(
    db: sqlite3.Connection, notice: NoticeId, key: str, kind: str, level: Level, now: datetime, item: ItemId | None
) -> None:
    """Queue a notice for each channel that takes it, inside the caller's transaction; twice is once."""
    subject = _subject_of(db, key, kind, item)
    if subject is None:
        return
    db.execute(
        "INSERT OR IGNORE INTO delivery (channel_id, notice_id, key, subject, state, created_ms, due_ms)"
        " SELECT id, ?, lower(hex(randomblob(16))), ?, 'new', ?, ? FROM channel"
        " WHERE removed_ms IS NULL AND paused = 0 AND least <= ? AND instr(subjects, ?) > 0",
        (notice, subject.value, to_ms(now), to_ms(now), _standing(kind, level), f" {subject.value} "),
    )


def takes(db: sqlite3.Connection, key: str, kind: str, level: Level, item: ItemId | None) -> bool:
    """Whether any channel that sends takes such a notice."""
    wanted = db.execute(
        "SELECT subjects FROM channel WHERE removed_ms IS NULL AND paused = 0 AND least <= ?", (_standing(kind, level),)
    ).fetchall()
    subject = _subject_of(db, key, kind, item) if wanted else None
    return subject is not None and any(f" {subject.value} " in row[0] for row in wanted)


def requeue(db: sqlite3.Connection, notice: NoticeId, *, anew: bool = False) -> None:
    """A notice that still waits became more serious: channels that did not take it before may take it now.

    `anew`: those that sent it, or were about to, are to say what it says now, as another message.
    """
    if anew:
        db.execute(
            "UPDATE delivery SET state = 'new', key = lower(hex(randomblob(16))), tries = 0, message = '', error = '',"
            " done_ms = NULL WHERE notice_id = ? AND (state IN ('sent', 'maybe', 'failed', 'folded')"
            # One that stands for others keeps its words, or nobody would tell of those.
            " OR (state = 'due' AND json_extract(message, '$.count') = 1))",
            (notice,),
        )
    row = db.execute("SELECT key, kind, level, created_ms, item_id FROM outbox WHERE id = ?", (notice,)).fetchone()
    if row is not None:
        queue(db, notice, row[0], row[1], Level(row[2]), from_ms(row[3]), None if row[4] is None else ItemId(row[4]))


def _standing(kind: str, level: Level) -> int:
    """The level that a channel's least is held against."""
    return int(Level.CRITICAL if kind in _ASKED_FOR else level)


def _subject_of(db: sqlite3.Connection, key: str, kind: str, item: ItemId | None) -> Subject | None:
    if key.startswith(_FOLDED):
        # Stands for notices that were queued themselves.
        return None
    if kind != "item":
        return _SUBJECTS.get(kind)
    found = db.execute(
        "SELECT EXISTS (SELECT 1 FROM register_state r JOIN item i ON i.source = r.register WHERE i.id = ?)", (item,)
    ).fetchone()
    return Subject.REGISTERS if found[0] else Subject.ITEMS


def queued(db: sqlite3.Connection) -> list[Queued]:
    """Deliveries that are not worded yet, of channels that send, oldest first."""
    rows = db.execute(
        "SELECT d.id, d.channel_id, d.key, d.created_ms, o.id, o.key, o.kind, o.state, o.item_id, o.alert_id, o.firing_id,"
        " o.level, d.subject FROM delivery d JOIN outbox o ON o.id = d.notice_id JOIN channel c ON c.id = d.channel_id"
        " WHERE d.state = 'new' AND c.paused = 0 AND c.removed_ms IS NULL ORDER BY d.id"
    )
    return [
        Queued(
            row[0],
            ChannelId(row[1]),
            row[2],
            from_ms(row[3]),
            NoticeId(row[4]),
            row[5],
            row[6],
            row[7],
            None if row[8] is None else ItemId(row[8]),
            None if row[9] is None else AlertId(row[9]),
            row[10],
            Level(row[11]),
            Subject(row[12]),
        )
        for row in rows
    ]


def word(db: sqlite3.Connection, message: Message, deliveries: Sequence[int]) -> None:
    """The first of these deliveries carries the message; it stands for the others."""
    first, *others = deliveries
    db.execute("UPDATE delivery SET state = 'due', message = ? WHERE id = ? AND state = 'new'", (_json(message), first))
    db.executemany("UPDATE delivery SET state = 'folded' WHERE id = ? AND state = 'new'", [(one,) for one in others])


def drop(db: sqlite3.Connection, delivery: int, now: datetime, why: str) -> None:
    """It is over before it was told."""
    db.execute(
        "UPDATE delivery SET state = 'dropped', done_ms = ?, error = ? WHERE id = ? AND state = 'new'",
        (to_ms(now), why, delivery),
    )


def due(db: sqlite3.Connection, now: datetime, limit: int = 100) -> list[Due]:
    """What is to be tried now: what failed least often first, the older before the newer."""
    rows = db.execute(
        "SELECT d.id, d.channel_id, d.tries, d.message FROM delivery d JOIN channel c ON c.id = d.channel_id"
        " WHERE d.state = 'due' AND d.due_ms <= ? AND c.paused = 0 AND c.removed_ms IS NULL ORDER BY d.tries, d.id LIMIT ?",
        (to_ms(now), limit),
    )
    return [Due(row[0], ChannelId(row[1]), row[2], _message(row[3])) for row in rows]


def next_due(db: sqlite3.Connection) -> datetime | None:
    """When the next try is; None without one."""
    row = db.execute(
        "SELECT min(d.due_ms) FROM delivery d JOIN channel c ON c.id = d.channel_id"
        " WHERE d.state = 'due' AND c.paused = 0 AND c.removed_ms IS NULL"
    ).fetchone()
    return None if row[0] is None else from_ms(row[0])


def begin(db: sqlite3.Connection, delivery: int) -> bool:
    """Commit that a delivery is being sent. False where somebody else took it away meanwhile."""
    return (
        db.execute(
            "UPDATE delivery SET state = 'sending', tries = tries + 1 WHERE id = ? AND state = 'due'", (delivery,)
        ).rowcount
        > 0
    )


def sent(db: sqlite3.Connection, delivery: int, now: datetime) -> None:
    """It arrived."""
    db.execute("UPDATE delivery SET state = 'sent', done_ms = ?, error = '' WHERE id = ?", (to_ms(now), delivery))


def not_sent(
    db: sqlite3.Connection, deliveries: Sequence[int], error: str, now: datetime, next_at: datetime | None
) -> None:
    """The try failed; the next one at `next_at`, None = given up."""
    for one in deliveries:
        if next_at is None:
            db.execute(
                "UPDATE delivery SET state = 'failed', done_ms = ?, error = ? WHERE id = ?", (to_ms(now), error, one)
            )
        else:
            db.execute(
                "UPDATE delivery SET state = 'due', due_ms = ?, error = ? WHERE id = ?", (to_ms(next_at), error, one)
            )


def not_reached(db: sqlite3.Connection, delivery: int, error: str, next_at: datetime) -> None:
    """Nothing can be reached from here: what was begun is no try, and is begun again at `next_at`."""
    db.execute(
        "UPDATE delivery SET state = 'due', tries = tries - 1, due_ms = ?, error = ? WHERE id = ?",
        (to_ms(next_at), error, delivery),
    )


def postpone(db: sqlite3.Connection, deliveries: Sequence[int], until: datetime) -> None:
    """They were not tried; they are at `until`."""
    db.executemany(
        "UPDATE delivery SET due_ms = ? WHERE id = ? AND state = 'due'", [(to_ms(until), one) for one in deliveries]
    )


def settle_after_crash(db: sqlite3.Connection) -> int:
    """What was being sent when the engine died may have arrived: list it, never send it again."""
    return db.execute("UPDATE delivery SET state = 'maybe' WHERE state = 'sending'").rowcount


def _json(message: Message) -> str:
    return json.dumps(
        {
            "key": message.key,
            "subject": message.subject.value,
            "level": int(message.level),
            "title": message.title,
            "body": message.body,
            "at": to_ms(message.at),
            "url": message.url,
            "count": message.count,
        },
        ensure_ascii=False,
    )


def _message(text: str) -> Message:
    data = json.loads(text)
    return Message(
        data["key"],
        Subject(data["subject"]),
        Level(data["level"]),
        data["title"],
        data["body"],
        from_ms(data["at"]),
        data["url"],
        data["count"],
    )
