# SPDX-License-Identifier: MIT
"""Registers: what is believed of each, the pages as they came, the rows of now, and every change."""

import json
import sqlite3
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from hkwatch.domain.ids import ItemId
from hkwatch.domain.order import from_ms, to_ms
from hkwatch.domain.register import ChangeKind, RegisterChange, RegisterRow, Snapshot
from hkwatch.domain.register_watch import Belief

MAX_BYTES = 2_000_000
"""A larger page is kept by its hash and size only."""
_HELD = "held"


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page as it came. `body` is None where it was too large to keep; `reason` and `detail` say why it was held."""

    id: int
    register: str
    at: datetime
    seen_at: datetime
    url: str
    content_type: str
    hash: str
    size: int
    last_update: str
    state: str
    reason: str
    detail: str
    counts: dict[str, int]
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class StoredChange:
    """A change that was seen, with the page that showed it; `item` is None where its item was taken out."""

    id: int
    register: str
    at: datetime
    change: RegisterChange
    page: int | None
    item: ItemId | None


@dataclass(frozen=True, slots=True)
class StoredRow:
    """A row of now. `since` is when it was first seen on its list, None where it stood there from the start."""

    row: RegisterRow
    since: datetime | None


def beliefs(db: sqlite3.Connection) -> dict[str, tuple[Belief, datetime | None, datetime]]:
    """(belief, time of the first reading, time of the last one) of each register that was ever read."""
    rows = db.execute("SELECT register, belief, baseline_ms, checked_ms FROM register_state").fetchall()
    return {
        name: (
            msgspec.json.decode(text, type=Belief),
            None if first is None else from_ms(first),
            from_ms(checked),
        )
        for name, text, first, checked in rows
    }


def save_belief(db: sqlite3.Connection, register: str, belief: Belief, now: datetime) -> None:
    """Remember what is believed; the first belief with rows is the baseline."""
    text = msgspec.json.encode(belief).decode()
    baseline = None if belief.known is None else to_ms(now)
    db.execute(
        "INSERT INTO register_state VALUES (?,?,?,?) ON CONFLICT (register) DO UPDATE SET belief = excluded.belief,"
        " baseline_ms = coalesce(baseline_ms, excluded.baseline_ms), checked_ms = excluded.checked_ms",
        (register, text, baseline, to_ms(now)),
    )


def keep_page(
    db: sqlite3.Connection,
    register: str,
    now: datetime,
    url: str,
    content_type: str,
    hash_: str,
    body: bytes,
    *,
    reading: Snapshot | None,
    state: str,
    reason: str = "",
    detail: str = "",
) -> int:
    """Keep a page unless it is byte for byte the last one and held, or not, for the same reason; its id either way."""
    last = db.execute(
        "SELECT id, hash, state = ?, reason FROM register_snapshot WHERE register = ? ORDER BY id DESC LIMIT 1",
        (_HELD, register),
    ).fetchone()
    is_held = state == _HELD
    # A page that was the baseline, or was accepted, is the same page when it is compared with itself.
    if last is not None and last[1:3] == (hash_, is_held) and (last[3] == reason or not is_held):
        db.execute("UPDATE register_snapshot SET seen_ms = ? WHERE id = ?", (to_ms(now), last[0]))
        return int(last[0])
    counts = {} if reading is None else reading.counts()
    added = db.execute(
        "INSERT INTO register_snapshot (register, at_ms, seen_ms, url, content_type, hash, size, body, last_update, state,"
        " reason, detail, counts) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            register,
            to_ms(now),
            to_ms(now),
            url,
            content_type,
            hash_,
            len(body),
            zlib.compress(body) if len(body) <= MAX_BYTES else None,
            "" if reading is None else reading.last_update,
            state,
            reason,
            detail,
            json.dumps(counts),
        ),
    )
    return int(added.lastrowid or 0)


def accept_held(db: sqlite3.Connection, register: str) -> int | None:
    """Mark the page that is held as accepted; its id, None where none is held."""
    row = db.execute(
        "SELECT id FROM register_snapshot WHERE register = ? AND state = 'held' ORDER BY id DESC LIMIT 1", (register,)
    ).fetchone()
    if row is None:
        return None
    db.execute("UPDATE register_snapshot SET state = 'accepted' WHERE id = ?", row)
    return int(row[0])


def pages(db: sqlite3.Connection, register: str, limit: int = 1000) -> tuple[StoredPage, ...]:
    """The pages of a register without their bytes, newest first."""
    rows = db.execute(
        "SELECT id, register, at_ms, seen_ms, url, content_type, hash, size, last_update, state, reason, detail, counts"
        " FROM register_snapshot WHERE register = ? ORDER BY id DESC LIMIT ?",
        (register, limit),
    ).fetchall()
    return tuple(_page(row) for row in rows)


def page_body(db: sqlite3.Connection, page: int) -> bytes | None:
    """A page byte for byte; None where it was too large to keep or is not there."""
    row = db.execute("SELECT body FROM register_snapshot WHERE id = ?", (page,)).fetchone()
    return None if row is None or row[0] is None else zlib.decompress(row[0])


def put_rows(
    db: sqlite3.Connection,
    register: str,
    rows: Sequence[RegisterRow],
    now: datetime | None,
    changes: Sequence[RegisterChange] = (),
) -> None:
    """Replace the rows of now. One that stood on its list before keeps its time; `now` None = all from the start.

    `changes` say which rows stood there under another name or number.
    """
    before = {
        (name, key): since
        for name, key, since in db.execute(
            "SELECT list, key, since_ms FROM register_row WHERE register = ?", (register,)
        )
    }
    for change in changes:
        old, new = change.old, change.new
        if old is not None and new is not None and old.list == new.list and (old.list, old.key) in before:
            before[new.list, new.key] = before[old.list, old.key]
    fresh = None if now is None else to_ms(now)
    db.execute("DELETE FROM register_row WHERE register = ?", (register,))
    db.executemany(
        "INSERT INTO register_row VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        [
            (
                register,
                number,
                row.list,
                row.key,
                row.name_en,
                row.name_zh,
                row.platform,
                row.ce,
                row.date,
                json.dumps(dict(row.fields), ensure_ascii=False),
                before.get((row.list, row.key), fresh),
            )
            for number, row in enumerate(rows)
        ],
    )


def rows(db: sqlite3.Connection, register: str | None = None) -> tuple[tuple[str, StoredRow], ...]:
    """(register, row) of now in the pages' order; of one register or of all."""
    where, values = ("", ()) if register is None else (" WHERE register = ?", (register,))
    found = db.execute(
        "SELECT register, list, name_en, name_zh, platform, ce, date, fields, since_ms FROM register_row"
        f"{where} ORDER BY register, n",
        values,
    ).fetchall()
    return tuple(
        (
            name,
            StoredRow(
                RegisterRow(list_, english, chinese, platform, ce, day, tuple(sorted(json.loads(fields).items()))),
                None if since is None else from_ms(since),
            ),
        )
        for name, list_, english, chinese, platform, ce, day, fields, since in found
    )


def add_change(
    db: sqlite3.Connection, register: str, change: RegisterChange, now: datetime, page: int | None, item: ItemId | None
) -> int:
    """Remember a change."""
    added = db.execute(
        "INSERT INTO register_change (register, at_ms, kind, list, from_list, key, old, new, snapshot_id, item_id)"
        " VALUES (?,?,?,?,?,?,?,?,?,?)",
        (
            register,
            to_ms(now),
            change.kind.value,
            change.row.list,
            change.from_list,
            change.row.key,
            _row_json(change.old),
            _row_json(change.new),
            page,
            item,
        ),
    )
    return int(added.lastrowid or 0)


def changes(
    db: sqlite3.Connection, register: str | None = None, since: datetime | None = None, until: datetime | None = None
) -> tuple[StoredChange, ...]:
    """Changes of one register or of all, newest first."""
    where = ["1"]
    values: list[object] = []
    for test, value in (
        ("register = ?", register),
        ("at_ms >= ?", None if since is None else to_ms(since)),
        ("at_ms <= ?", None if until is None else to_ms(until)),
    ):
        if value is not None:
            where.append(test)
            values.append(value)
    found = db.execute(
        "SELECT id, register, at_ms, kind, old, new, snapshot_id, item_id FROM register_change"
        f" WHERE {' AND '.join(where)} ORDER BY id DESC",
        values,
    ).fetchall()
    return tuple(
        StoredChange(
            number,
            name,
            from_ms(at),
            RegisterChange(ChangeKind(kind), _row(old), _row(new)),
            page,
            None if item is None else ItemId(item),
        )
        for number, name, at, kind, old, new, page, item in found
    )


def _page(row: tuple[Any, ...]) -> StoredPage:
    number, register, at, seen, url, kind, hash_, size, updated, state, reason, detail, counts = row
    times = (from_ms(at), from_ms(seen))
    return StoredPage(
        number, register, *times, url, kind, hash_, size, updated, state, reason, detail, json.loads(counts)
    )


def _row_json(row: RegisterRow | None) -> str:
    return "" if row is None else msgspec.json.encode(row).decode()


def _row(text: str) -> RegisterRow | None:
    return msgspec.json.decode(text, type=RegisterRow) if text else None
