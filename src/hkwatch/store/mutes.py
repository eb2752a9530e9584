# SPDX-License-Identifier: MIT
"""Mutes and the items they hide."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hkwatch.domain.ids import CommandId, ItemId, MuteId
from hkwatch.domain.mutes import LEAD_CHARS, Mute, MuteKind, Subject
from hkwatch.domain.order import from_ms, to_ms
from hkwatch.domain.rule_views import MuteView


def add(db: sqlite3.Connection, mute: Mute, made_by: CommandId) -> MuteId:
    """Store a mute; its own id is not looked at. The same command twice makes one."""
    db.execute(
        "INSERT OR IGNORE INTO mute (kind, value, publisher, story, created_ms, until_ms, command)"
        " VALUES (?,?,?,?,?,?,?)",
        (
            mute.kind.value,
            mute.value,
            mute.publisher,
            mute.story,
            to_ms(mute.created_at),
            None if mute.until is None else to_ms(mute.until),
            made_by,
        ),
    )
    return MuteId(db.execute("SELECT id FROM mute WHERE command = ?", (made_by,)).fetchone()[0])


def remove(db: sqlite3.Connection, mute: MuteId) -> tuple[ItemId, ...]:
    """Forget a mute; the items it hid, which may now be seen."""
    items = tuple(ItemId(row[0]) for row in db.execute("SELECT id FROM item WHERE muted_by = ?", (mute,)))
    db.execute("UPDATE item SET muted_by = NULL WHERE muted_by = ?", (mute,))
    db.execute("DELETE FROM mute WHERE id = ?", (mute,))
    return items


def mutes(db: sqlite3.Connection) -> list[MuteView]:
    """All of them, the newest first, each with how many items it hides."""
    rows = db.execute(
        "SELECT id, kind, value, publisher, story, created_ms, until_ms, command,"
        # A story is one row of the list.
        " (SELECT count(*) FROM item WHERE muted_by = mute.id AND lead = 1) FROM mute ORDER BY id DESC"
    ).fetchall()
    return [
        MuteView(
            Mute(
                MuteId(ident),
                MuteKind(kind),
                value,
                from_ms(created),
                None if until is None else from_ms(until),
                publisher,
                story,
            ),
            hidden,
            CommandId(command),
        )
        for ident, kind, value, publisher, story, created, until, command, hidden in rows
    ]


def hide(db: sqlite3.Connection, items: Iterable[tuple[ItemId, MuteId]]) -> None:
    """Hide items; what waited to be told of them is not told any more."""
    pairs = list(items)
    db.executemany("UPDATE item SET muted_by = ? WHERE id = ?", [(mute, item) for item, mute in pairs])
    db.execute(
        "UPDATE outbox SET state = 'muted' WHERE state IN ('due', 'held') AND item_id IN (SELECT value FROM json_each(?))",
        (json.dumps([item for item, _ in pairs]),),
    )


def subjects(db: sqlite3.Connection, before: ItemId | None, limit: int) -> list[tuple[ItemId, Subject]]:
    """The next items that are not hidden, newest first, as mutes look at them."""
    return _subjects(db, "i.id < ? ORDER BY i.id DESC LIMIT ?", (2**62 if before is None else before, limit))


def subjects_of(db: sqlite3.Connection, items: Sequence[ItemId]) -> list[tuple[ItemId, Subject]]:
    """These items that are not hidden, as mutes look at them."""
    return _subjects(db, "i.id IN (SELECT value FROM json_each(?))", (json.dumps(items),))


def _subjects(db: sqlite3.Connection, where: str, params: tuple[object, ...]) -> list[tuple[ItemId, Subject]]:
    rows = db.execute(
        f"SELECT i.id, i.title, i.publisher, i.reasons, coalesce(substr(t.text, 1, {LEAD_CHARS}), ''), i.story,"
        " (SELECT group_concat(entity, ' ') FROM licence_event e WHERE e.item_id = i.id) FROM item i"
        f" LEFT JOIN item_text t ON t.item_id = i.id AND t.lang = i.lang WHERE i.muted_by IS NULL AND {where}",
        params,
    ).fetchall()
    return [
        (ItemId(item), Subject(title, body, who, _rules(reasons), story, frozenset((firms or "").split())))
        for item, title, who, reasons, body, story, firms in rows
    ]


def is_muted(db: sqlite3.Connection, item: ItemId) -> bool:
    """Whether a mute hides an item, or the row of the list that it is shown in."""
    row = db.execute(
        "SELECT 1 FROM item i WHERE i.id = ?1 AND (i.muted_by IS NOT NULL OR EXISTS"
        " (SELECT 1 FROM item l WHERE l.story = i.story AND l.lead = 1 AND l.muted_by IS NOT NULL))",
        (item,),
    ).fetchone()
    return row is not None


@dataclass(frozen=True, slots=True)
class Muteable:
    """What there is to mute about an item; `story` None while it is alone."""

    title: str
    publisher: str
    story: int | None


def about(db: sqlite3.Connection, item: ItemId) -> Muteable | None:
    """What there is to mute about an item; None if it does not exist."""
    row = db.execute("SELECT title, publisher, story FROM item WHERE id = ?", (item,)).fetchone()
    return None if row is None else Muteable(*row)


def _rules(reasons: str) -> frozenset[str]:
    return frozenset(reason["rule"] for reason in json.loads(reasons))
