# SPDX-License-Identifier: MIT
"""The journal in the database: entries are added in the transaction of the act itself, and read in order."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from hkwatch.domain.ids import ItemId, NoticeId
from hkwatch.domain.item import ItemState, Precision
from hkwatch.domain.journal import NO_HASH, PROGRAM, Act, Head, JournalEntry, chained, detail_text
from hkwatch.domain.mark import Mark
from hkwatch.domain.order import to_ms
from hkwatch.store.rows import insert_rows

_COLUMNS = "id, at_ms, kind, item, actor, detail, prev_hash, hash"
_AT_ONCE = 2000
_CHANGES = {
    Mark.SEEN: "state = 0",
    Mark.READ: "state < 2",
    Mark.UNREAD: "(state = 2 OR acked_ms IS NOT NULL)",
    Mark.STAR: "starred = 0",
    Mark.UNSTAR: "starred = 1",
    Mark.ACKNOWLEDGE: "1",
    Mark.UNACKNOWLEDGE: "acked_ms IS NOT NULL",
    Mark.ARCHIVE: "archived = 0",
    Mark.UNARCHIVE: "archived = 1",
    Mark.NOTE: "1",
}
"""Of which items a mark changes something: one that is set again is no act."""
_WITH_NOTE = frozenset({Act.ACKNOWLEDGE, Act.UNACKNOWLEDGE, Act.NOTE})
"""Acts whose entries say which note stands afterwards, where they put something back."""
_NOTICE_ACTS = {"shown": Act.NOTIFIED, "maybe": Act.MAYBE_NOTIFIED, "failed": Act.NOT_NOTIFIED}


@dataclass(frozen=True, slots=True)
class Standing:
    """The user's marks on an item, as stored."""

    state: int
    starred: int
    archived: int
    acked_ms: int | None
    note: str


def begin(db: sqlite3.Connection, now: datetime) -> None:
    """Write the first entry, and one for each item that is there already; nothing where the journal has begun.

    Inside the caller's transaction.
    """
    exists = db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'audit_log'").fetchone()
    if exists is None or db.execute("SELECT 1 FROM audit_log LIMIT 1").fetchone():
        return
    at_ms = to_ms(now)
    count = db.execute("SELECT count(*) FROM item").fetchone()[0]
    append(db, [(at_ms, Act.BEGUN.value, None, PROGRAM, detail_text(items=count))])
    told = {
        item: [state, done]
        for item, state, done in db.execute(
            "SELECT o.item_id, min(coalesce(s.state, o.state)), min(coalesce(s.done_ms, o.done_ms)) FROM outbox o"
            " LEFT JOIN outbox s ON s.id = o.summary_id"
            " WHERE o.item_id IS NOT NULL AND coalesce(s.state, o.state) IN ('shown', 'maybe') GROUP BY 1"
        )
    }
    rows = db.execute(
        "SELECT id, identity, publisher, published_ms, precision, first_seen_ms, back, state, acked_ms, note FROM item"
        " ORDER BY id"
    )
    while part := rows.fetchmany(_AT_ONCE):
        append(db, [(at_ms, Act.BEFORE.value, row[0], PROGRAM, _before(row, told.get(row[0]))) for row in part])


def append(db: sqlite3.Connection, acts: Sequence[tuple[int, str, int | None, str, str]]) -> None:
    """Add acts (at_ms, kind, item, actor, detail) inside the caller's transaction."""
    if acts:
        insert_rows(db, "audit_log", _COLUMNS, list(chained(head(db), acts)))


def head(db: sqlite3.Connection) -> Head:
    """How far the journal goes."""
    row = db.execute("SELECT id, hash FROM audit_log ORDER BY id DESC LIMIT 1").fetchone()
    return Head(0, NO_HASH) if row is None else Head(row[0], bytes(row[1]))


def hash_of(db: sqlite3.Connection, entry: int) -> bytes | None:
    """The hash of an entry; None where there is none of this number."""
    row = db.execute("SELECT hash FROM audit_log WHERE id = ?", (entry,)).fetchone()
    return None if row is None else bytes(row[0])


def entries(db: sqlite3.Connection, after: int | None, limit: int) -> list[JournalEntry]:
    """The next entries after a number, in their order; None = from the very beginning, whatever its number."""
    where, values = ("", ()) if after is None else ("WHERE id > ?", (after,))
    rows = db.execute(f"SELECT {_COLUMNS} FROM audit_log {where} ORDER BY id LIMIT ?", (*values, limit))
    return [_entry(row) for row in rows]


def of_items(db: sqlite3.Connection, items: Iterable[ItemId], upto: int) -> dict[ItemId, list[JournalEntry]]:
    """The entries about each of these items up to a number, in their order."""
    found: dict[ItemId, list[JournalEntry]] = {}
    for row in db.execute(
        f"SELECT {_COLUMNS} FROM audit_log WHERE item IN (SELECT value FROM json_each(?)) AND id <= ? ORDER BY id",
        (json.dumps(list(items)), upto),
    ):
        found.setdefault(ItemId(row[3]), []).append(_entry(row))
    return found


def of_none(db: sqlite3.Connection, upto: int) -> list[JournalEntry]:
    """The entries up to a number that are about no item, in their order."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM audit_log WHERE item IS NULL AND id <= ? ORDER BY id", (upto,))
    return [_entry(row) for row in rows]


# What the acts of the engine say


def note_new(db: sqlite3.Connection, rows: Sequence[tuple[ItemId, str, str, int | None, str, bool, datetime]]) -> None:
    """Items were stored: (item, identity, publisher, published_ms, precision, back, first seen)."""
    append(
        db,
        [
            (
                to_ms(seen),
                Act.FIRST_SEEN.value,
                item,
                PROGRAM,
                detail_text(
                    identity=identity, publisher=publisher, published_ms=published, precision=precision, back=back
                ),
            )
            for item, identity, publisher, published, precision, back, seen in rows
        ],
    )


def note_published(
    db: sqlite3.Connection,
    item: ItemId,
    published_ms: int,
    precision: Precision,
    no_better: Sequence[Precision],
    now: datetime,
) -> None:
    """Another time of publishing is about to be stored, where the one known is none or of a precision in `no_better`."""
    known, how = db.execute("SELECT published_ms, precision FROM item WHERE id = ?", (item,)).fetchone()
    if (known, how) != (published_ms, precision) and (known is None or how in no_better):
        append(
            db,
            [
                (
                    to_ms(now),
                    Act.PUBLISHED.value,
                    item,
                    PROGRAM,
                    detail_text(published_ms=published_ms, precision=precision.value),
                )
            ],
        )


def note_marks(
    db: sqlite3.Connection, items: Sequence[ItemId], mark: Mark, note: str, now: datetime, actor: str
) -> None:
    """A mark is about to be set; to be called before it is."""
    changed = db.execute(
        f"SELECT id FROM item WHERE id IN (SELECT value FROM json_each(?)) AND {_CHANGES[mark]} ORDER BY id",
        (json.dumps(items),),
    ).fetchall()
    at_ms, detail = to_ms(now), detail_text(note=note)
    append(db, [(at_ms, Act(mark.value).value, row[0], actor, detail) for row in changed])


def standing(db: sqlite3.Connection, items: Sequence[ItemId]) -> dict[ItemId, Standing]:
    """How the user's marks on these items stand."""
    rows = db.execute(
        "SELECT id, state, starred, archived, acked_ms, note FROM item WHERE id IN (SELECT value FROM json_each(?))"
        " ORDER BY id",
        (json.dumps(list(items)),),
    )
    return {ItemId(row[0]): Standing(*row[1:]) for row in rows}


def note_put_back(
    db: sqlite3.Connection,
    before: Mapping[ItemId, Standing],
    after: Mapping[ItemId, Standing],
    mark: Mark,
    now: datetime,
    actor: str,
) -> None:
    """A mark was undone: what that changed of each item, and nothing of those it left as they were."""
    plain = detail_text(undo=mark.value)
    acts = [
        (to_ms(now), act.value, item, actor, with_note if act in _WITH_NOTE else plain)
        for item, then in after.items()
        for with_note in [detail_text(undo=mark.value, note=then.note)]
        for act in _changes(before[item], then)
    ]
    append(db, acts)


def _changes(before: Standing, after: Standing) -> Iterator[Act]:
    """The acts that lead from one standing to the other."""
    if before.starred != after.starred:
        yield Act.STAR if after.starred else Act.UNSTAR
    if before.archived != after.archived:
        yield Act.ARCHIVE if after.archived else Act.UNARCHIVE
    was_acked, is_acked = before.acked_ms is not None, after.acked_ms is not None
    was_read, is_read = before.state == ItemState.READ, after.state == ItemState.READ
    if is_read and not was_read:
        yield Act.READ
    elif was_read and not is_read and not (was_acked and not is_acked):
        # That an acknowledgement is taken back says it as well.
        yield Act.UNREAD
    if was_acked != is_acked:
        yield Act.ACKNOWLEDGE if is_acked else Act.UNACKNOWLEDGE
    elif before.note != after.note:
        yield Act.NOTE


def note_told(
    db: sqlite3.Connection, notice: NoticeId, state: str, now: datetime, error: str = "", channel: str = ""
) -> None:
    """A notice came to its end as `shown`, `maybe` or `failed`: noted for each item it speaks of."""
    act = _NOTICE_ACTS.get(state)
    if act is None:
        return
    items = db.execute(
        "SELECT DISTINCT coalesce(o.item_id, json_extract(f.data, '$.item')) FROM outbox o"
        " LEFT JOIN firing f ON f.id = o.firing_id WHERE o.id = ?1 OR o.summary_id = ?1 ORDER BY 1",
        (notice,),
    ).fetchall()
    facts = {"notice": notice, "error": error, "channel": channel}
    acts = [(to_ms(now), act.value, row[0], PROGRAM, detail_text(**facts)) for row in items if row[0] is not None]
    for firing in firings_of(db, notice):
        acts.append((to_ms(now), act.value, None, PROGRAM, detail_text(firing=firing, **facts)))
    append(db, acts)


def firings_of(db: sqlite3.Connection, notice: NoticeId) -> list[int]:
    """The firings of alerts a notice speaks of, all of them for a summary."""
    rows = db.execute(
        "SELECT DISTINCT firing_id FROM outbox WHERE (id = ?1 OR summary_id = ?1) AND firing_id IS NOT NULL ORDER BY 1",
        (notice,),
    )
    return [row[0] for row in rows]


def note_removed(db: sqlite3.Connection, items: Sequence[ItemId], now: datetime) -> None:
    """Items were taken out because of their age; their entries stay."""
    append(db, [(to_ms(now), Act.REMOVED.value, item, PROGRAM, "{}") for item in items])


def _before(row: tuple[object, ...], told: list[object] | None) -> str:
    _, identity, publisher, published, precision, first_seen, back, state, acked, note = row
    return detail_text(
        identity=identity,
        publisher=publisher,
        published_ms=published,
        precision=precision,
        first_seen_ms=first_seen,
        back=bool(back),
        state=state,
        acked_ms=acked,
        note=note,
        told=told,
    )


def _entry(row: tuple[int, int, str, int | None, str, str, bytes, bytes]) -> JournalEntry:
    # Whatever somebody else wrote into the file: it is to be found wrong, not to end the check.
    ident, at_ms, kind, item, actor, detail, prev, made = row
    return JournalEntry(ident, at_ms, str(kind), item, str(actor), str(detail), _bytes(prev), _bytes(made))


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()
