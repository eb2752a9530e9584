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

    What a later mark set as well stays as that one set it, and is undone with it. `actor` is who does it, for the journal.
    """
    rows = db.execute("SELECT item_id, mark FROM mark_step WHERE command = ? ORDER BY item_id", (command,)).fetchall()
    if not rows:
        return ()
    items, mark = tuple(ItemId(row[0]) for row in rows), Mark(rows[0][1])
    before = journal.standing(db, items)
    for column in _TOUCHED[mark]:
        _put_column_back(db, command, column)
    if "state" in _TOUCHED[mark]:
        # A text that says something else since then is to be looked at again, whatever was read before.
        db.execute(
            "UPDATE item SET state = min(state, 1) WHERE EXISTS (SELECT 1 FROM mark_step s WHERE s.command = ?"
            " AND s.item_id = item.id AND s.at_ms < item.substance_ms)"
            " AND id IN (SELECT item_id FROM mark_step WHERE command = ?)",
            (command, command),
        )
    journal.note_put_back(db, before, journal.standing(db, items), mark, now, actor)
    db.execute("DELETE FROM mark_step WHERE command = ?", (command,))
    return items


def _put_column_back(db: sqlite3.Connection, command: CommandId, column: str) -> None:
    """One column as it was; of items where a later mark set it, that mark's step takes over what was there before."""
    marks = json.dumps([mark.value for mark, touched in _TOUCHED.items() if column in touched])
    steps = db.execute(
        f"SELECT s.item_id, s.{column}, (SELECT l.command FROM mark_step l WHERE l.item_id = s.item_id"
        "  AND l.at_ms > s.at_ms AND l.mark IN (SELECT value FROM json_each(?2)) ORDER BY l.at_ms LIMIT 1)"
        " FROM mark_step s WHERE s.command = ?1",
        (command, marks),
    ).fetchall()
    db.executemany(
        f"UPDATE item SET {column} = ? WHERE id = ?", [(value, item) for item, value, later in steps if later is None]
    )
    db.executemany(
        f"UPDATE mark_step SET {column} = ? WHERE item_id = ? AND command = ?",
        [(value, item, later) for item, value, later in steps if later is not None],
    )
