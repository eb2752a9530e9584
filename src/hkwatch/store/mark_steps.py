# SPDX-License-Identifier: MIT
"""What the user's marks changed, as it was before: kept for a week, so that each can be put back."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime, timedelta

from hkwatch.domain.commands import Mark
from hkwatch.domain.ids import CommandId, ItemId
from hkwatch.domain.order import to_ms
from hkwatch.store import journal

KEPT = timedelta(days=7)
"""Longer than a desktop stands open between two looks at it."""

_TOUCHED = {
    Mark.READ: ("state",),
    Mark.UNREAD: ("state", "acked_ms"),
    Mark.STAR: ("starred",),
    Mark.UNSTAR: ("starred",),
    Mark.ACKNOWLEDGE: ("acked_ms", "note", "state"),
    Mark.UNACKNOWLEDGE: ("acked_ms",),
    Mark.ARCHIVE: ("archived",),
    Mark.UNARCHIVE: ("archived",),
    Mark.NOTE: ("note",),
}
"""What each mark changes. What another one changed meanwhile is left alone; SEEN is the program's own and stays."""


def remember(db: sqlite3.Connection, command: CommandId, items: Sequence[ItemId], mark: Mark, now: datetime) -> None:
    """Keep how these items stand, before `command` sets `mark` on them. Steps older than a week are forgotten."""
    if mark not in _TOUCHED:
        return
    db.execute("DELETE FROM mark_step WHERE at_ms < ?", (to_ms(now - KEPT),))
    db.execute(
        "INSERT OR IGNORE INTO mark_step (command, item_id, mark, state, starred, archived, acked_ms, note, at_ms)"
        " SELECT ?1, id, ?2, state, starred, archived, acked_ms, note, ?3 FROM item"
        " WHERE id IN (SELECT value FROM json_each(?4))",
        (command, mark.value, to_ms(now), json.dumps(list(items))),
    )


def put_back(db: sqlite3.Connection, command: CommandId, now: datetime, actor: str = "") -> tuple[ItemId, ...]:
    """Undo what `command` changed; the items, oldest first, empty where nothing of it is known. It is forgotten then.

    `actor` is who does it, for the journal.
    """
    rows = db.execute(
        "SELECT item_id, state, acked_ms, note, mark FROM mark_step WHERE command = ? ORDER BY item_id", (command,)
    ).fetchall()
    if not rows:
        return ()
    mark = Mark(rows[0][4])
    journal.note_put_back(db, [row[:4] for row in rows], mark, now, actor)
    columns = ", ".join(_TOUCHED[mark])
    db.execute(
        f"UPDATE item SET ({columns}) = (SELECT {columns} FROM mark_step s WHERE s.command = ?1 AND s.item_id = item.id)"
        " WHERE id IN (SELECT item_id FROM mark_step WHERE command = ?1)",
        (command,),
    )
    db.execute("DELETE FROM mark_step WHERE command = ?", (command,))
    return tuple(ItemId(row[0]) for row in rows)
