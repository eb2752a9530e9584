# SPDX-License-Identifier: MIT
"""What becomes of notices after they were queued: held while it is quiet, told, answered, put off, told again.

due ──► held ──► folded          quiet; afterwards one summary stands for all that was held
shown ──► due (later)            snoozed
shown ──► shown (`repeats`)      critical, until somebody answers
"""

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime

from hkwatch.domain.delivery import Delivery, ToldFact
from hkwatch.domain.ids import ItemId, NoticeId
from hkwatch.domain.item import Level
from hkwatch.domain.notice_budget import Shown
from hkwatch.domain.order import from_ms, to_ms
from hkwatch.store.outbox import COLUMNS, OutboxRow, items_of, row_from

LISTED = 500
_ANSWERED = "ended NOT IN ('', 'expired', 'gone')"


def hold(db: sqlite3.Connection, notices: Sequence[NoticeId], now: datetime) -> None:
    """Keep notices that are due until it is no longer quiet."""
    for notice in notices:
        db.execute("UPDATE outbox SET state = 'held', held_ms = ? WHERE id = ? AND state = 'due'", (to_ms(now), notice))


def held(db: sqlite3.Connection) -> list[OutboxRow]:
    """What is held, oldest first."""
    return [row_from(row) for row in db.execute(f"SELECT {COLUMNS} FROM outbox WHERE state = 'held' ORDER BY id")]


def release(db: sqlite3.Connection, notices: Sequence[NoticeId]) -> None:
    """Make notices that are held due again."""
    for notice in notices:
        db.execute("UPDATE outbox SET state = 'due' WHERE id = ? AND state = 'held'", (notice,))


def adopt(db: sqlite3.Connection, summary: NoticeId, folded: Sequence[NoticeId]) -> None:
    """What was told by notices that are now folded themselves is told by `summary`."""
    db.execute(
        "UPDATE outbox SET summary_id = ? WHERE summary_id IN (SELECT value FROM json_each(?))",
        (summary, json.dumps(folded)),
    )


def told_by(db: sqlite3.Connection, summary: NoticeId) -> list[OutboxRow]:
    """The notices a summary stands for, oldest first."""
    rows = db.execute(f"SELECT {COLUMNS} FROM outbox WHERE summary_id = ? ORDER BY id", (summary,))
    return [row_from(row) for row in rows]


def of_register(db: sqlite3.Connection, item: ItemId) -> bool:
    """Whether an item tells of a change in a register."""
    return db.execute("SELECT 1 FROM register_change WHERE item_id = ? LIMIT 1", (item,)).fetchone() is not None


def record_told(
    db: sqlite3.Connection, notice: NoticeId, title: str, body: str, ways: Sequence[str], now: datetime
) -> None:
    """It was handed over in these words by these ways; the first time stays."""
    db.execute(
        "UPDATE outbox SET told_title = ?, told_body = ?, ways = ?, told_ms = coalesce(told_ms, ?),"
        " ended = '', ended_ms = NULL WHERE id = ?",
        (title, body, " ".join(ways), to_ms(now), notice),
    )


def record_words(db: sqlite3.Connection, notice: NoticeId, title: str, body: str) -> None:
    """What it says, before anybody was told."""
    db.execute("UPDATE outbox SET told_title = ?, told_body = ? WHERE id = ?", (title, body, notice))


def record_answer(db: sqlite3.Connection, notice: NoticeId, answer: str, now: datetime) -> None:
    """What the user did with it; that ends its repetition."""
    db.execute("UPDATE outbox SET ended = ?, ended_ms = ?, repeat_ms = NULL WHERE id = ?", (answer, to_ms(now), notice))


def record_closed(db: sqlite3.Connection, notice: NoticeId, reason: str, now: datetime) -> None:
    """What took it off the screen, where the user did not answer it: a daemon closes what was clicked, too."""
    db.execute(
        f"UPDATE outbox SET ended = ?, ended_ms = ? WHERE id = ? AND state = 'shown' AND NOT ({_ANSWERED})",
        (reason, to_ms(now), notice),
    )
    db.execute(f"UPDATE outbox SET repeat_ms = NULL WHERE id = ? AND {_ANSWERED}", (notice,))


def snooze(db: sqlite3.Connection, notice: NoticeId, until: datetime) -> None:
    """Tell it again at `until`, as if it were new."""
    db.execute(
        "UPDATE outbox SET state = 'due', due_ms = ?, done_ms = NULL, ended = '', ended_ms = NULL, repeat_ms = NULL"
        " WHERE id = ? AND state IN ('shown', 'maybe')",
        (to_ms(until), notice),
    )


def repeat_at(db: sqlite3.Connection, notice: NoticeId, at: datetime | None, *, again: bool = False) -> None:
    """When it is told again, None = never. `again`: it is being told again now."""
    db.execute(
        f"UPDATE outbox SET repeat_ms = ?, repeats = repeats + ? WHERE id = ? AND NOT ({_ANSWERED})",
        (None if at is None else to_ms(at), int(again), notice),
    )


def repeats_due(db: sqlite3.Connection, now: datetime) -> list[OutboxRow]:
    """Notices on which nobody has answered and that are told again now."""
    rows = db.execute(
        f"SELECT {COLUMNS} FROM outbox WHERE repeat_ms <= ? AND state = 'shown' ORDER BY id", (to_ms(now),)
    )
    return [row_from(row) for row in rows]


def words_of(db: sqlite3.Connection, notice: NoticeId) -> tuple[str, str]:
    """Title and body it was told in."""
    found = db.execute("SELECT told_title, told_body FROM outbox WHERE id = ?", (notice,)).fetchone()
    return ("", "") if found is None else (str(found[0]), str(found[1]))


def is_answered(db: sqlite3.Connection, items: Sequence[ItemId]) -> bool:
    """Whether all these items were read, acknowledged or put away; False for none."""
    if not items:
        return False
    open_ones = db.execute(
        "SELECT count(*) FROM item WHERE id IN (SELECT value FROM json_each(?)) AND state < 2 AND NOT archived",
        (json.dumps(items),),
    ).fetchone()
    return int(open_ones[0]) == 0


def answered_summaries(db: sqlite3.Connection, items: Sequence[ItemId]) -> list[NoticeId]:
    """Summaries on the screen that tell of any of these items, all of whose items were dealt with."""
    rows = db.execute(
        "SELECT DISTINCT s.id FROM outbox o JOIN outbox s ON s.id = o.summary_id"
        " WHERE s.state = 'shown' AND o.item_id IN (SELECT value FROM json_each(?)) ORDER BY 1",
        (json.dumps(items),),
    ).fetchall()
    return [NoticeId(row[0]) for row in rows if is_answered(db, items_of(db, NoticeId(row[0]))[0])]


def next_at(db: sqlite3.Connection, now: datetime) -> datetime | None:
    """When something is due or told again that is not yet; None = nothing waits for a time."""
    found = db.execute(
        "SELECT min(at) FROM (SELECT min(due_ms) AS at FROM outbox WHERE state = 'due' AND due_ms > :now"
        " UNION ALL SELECT min(repeat_ms) FROM outbox WHERE repeat_ms > :now AND state = 'shown')",
        {"now": to_ms(now)},
    ).fetchone()[0]
    return None if found is None else from_ms(found)


def items_shown_since(db: sqlite3.Connection, start: datetime) -> list[Shown]:
    """Notices of items that popped up since `start`, or may have; oldest first."""
    rows = db.execute(
        "SELECT o.done_ms, o.level, max(1, (SELECT count(*) FROM outbox f WHERE f.summary_id = o.id)) FROM outbox o"
        " WHERE o.kind IN ('item', 'summary') AND o.state IN ('shown', 'maybe') AND o.done_ms >= ? ORDER BY o.done_ms",
        (to_ms(start),),
    )
    return [Shown(from_ms(at), Level(level), count) for at, level, count in rows]


def told_of_item(db: sqlite3.Connection, item: ItemId) -> ToldFact | None:
    """When and how the user was first told of an item, alone or in a summary; None where nobody was."""
    found = db.execute(
        "SELECT coalesce(s.told_ms, o.told_ms), coalesce(s.ways, o.ways) FROM outbox o"
        " LEFT JOIN outbox s ON s.id = o.summary_id"
        " WHERE o.item_id = ? AND coalesce(s.told_ms, o.told_ms) IS NOT NULL ORDER BY 1 LIMIT 1",
        (item,),
    ).fetchone()
    return None if found is None else ToldFact(from_ms(found[0]), tuple(str(found[1]).split()))


def newest(db: sqlite3.Connection, limit: int = LISTED) -> tuple[Delivery, ...]:
    """What became of the latest notices, newest first. What was never worded has its item's headline."""
    rows = db.execute(
        "SELECT o.id, o.kind, o.level, o.state, CASE WHEN o.told_title = '' THEN coalesce(i.title, '') ELSE o.told_title END,"
        " o.told_body, o.ways, o.created_ms, o.due_ms, o.told_ms, o.ended, o.ended_ms, o.error, o.repeats, o.item_id"
        " FROM outbox o LEFT JOIN item i ON i.id = o.item_id ORDER BY o.id DESC LIMIT ?",
        (limit,),
    ).fetchall()
    return tuple(
        Delivery(
            NoticeId(ident),
            kind,
            Level(level),
            state,
            title,
            body,
            tuple(ways.split()),
            from_ms(created),
            from_ms(due),
            None if told is None else from_ms(told),
            ended,
            None if ended_ms is None else from_ms(ended_ms),
            error,
            repeats,
            None if item is None else ItemId(item),
        )
        for ident, kind, level, state, title, body, ways, created, due, told, ended, ended_ms, error, repeats, item in rows
    )
