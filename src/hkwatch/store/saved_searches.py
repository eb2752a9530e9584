# SPDX-License-Identifier: MIT
"""Saved searches, and which of them a notice is told for."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from hkwatch.domain.ids import CommandId, NoticeId, SearchId
from hkwatch.domain.order import to_ms
from hkwatch.domain.saved_search import SavedSearch


def searches(db: sqlite3.Connection) -> tuple[SavedSearch, ...]:
    """All of them in their order."""
    rows = db.execute(
        "SELECT id, name, query, notify, problem FROM saved_search WHERE removed_ms IS NULL ORDER BY position, id"
    )
    return tuple(SavedSearch(SearchId(row[0]), row[1], row[2], bool(row[3]), row[4]) for row in rows)


def save(
    db: sqlite3.Connection, search: SearchId, name: str, query: str, *, notify: bool, command: CommandId, now: datetime
) -> SearchId | None:
    """Store a search; 0 makes one at the end, once for each command. None where there is none of this id."""
    if search:
        found = db.execute(
            "UPDATE saved_search SET name = ?, query = ?, notify = ?, problem = '' WHERE id = ? AND removed_ms IS NULL",
            (name, query, notify, search),
        )
        return search if found.rowcount else None
    db.execute(
        "INSERT OR IGNORE INTO saved_search (name, query, notify, position, created_ms, command)"
        " VALUES (?,?,?,(SELECT coalesce(max(position) + 1, 0) FROM saved_search),?,?)",
        (name, query, notify, to_ms(now), command),
    )
    return SearchId(db.execute("SELECT id FROM saved_search WHERE command = ?", (command,)).fetchone()[0])


def remove(db: sqlite3.Connection, search: SearchId, now: datetime) -> bool:
    """Take one away; it can be restored. False where there is none."""
    found = db.execute(
        "UPDATE saved_search SET removed_ms = ? WHERE id = ? AND removed_ms IS NULL", (to_ms(now), search)
    )
    return bool(found.rowcount)


def restore(db: sqlite3.Connection, search: SearchId) -> bool:
    """Bring one back to its place. False where there never was one."""
    return bool(db.execute("UPDATE saved_search SET removed_ms = NULL WHERE id = ?", (search,)).rowcount)


def put_in_order(db: sqlite3.Connection, order: Sequence[SearchId]) -> None:
    """Number them anew: these first, then the others as they were."""
    rest = [one.id for one in searches(db) if one.id not in set(order)]
    db.executemany(
        "UPDATE saved_search SET position = ? WHERE id = ?",
        [(place, search) for place, search in enumerate((*order, *rest))],
    )


def set_problem(db: sqlite3.Connection, search: SearchId, problem: str) -> bool:
    """Remember why a search could not be asked; empty when it could. Whether that is news."""
    found = db.execute("UPDATE saved_search SET problem = ?1 WHERE id = ?2 AND problem <> ?1", (problem, search))
    return bool(found.rowcount)


def told_for(db: sqlite3.Connection, notice: NoticeId, search: SearchId) -> None:
    """Remember that a notice is told for a search as well."""
    db.execute("INSERT OR IGNORE INTO outbox_search VALUES (?, ?)", (notice, search))


def names_of(db: sqlite3.Connection, notice: NoticeId) -> tuple[str, ...]:
    """Names of the searches that a notice, or one folded into it, is told for, in their order."""
    rows = db.execute(
        # The least of the tables first: notices are many.
        "SELECT s.name FROM saved_search s WHERE EXISTS (SELECT 1 FROM outbox_search o JOIN outbox n ON n.id = o.outbox_id"
        " WHERE o.search_id = s.id AND (n.id = ?1 OR n.summary_id = ?1)) ORDER BY s.position, s.id",
        (notice,),
    )
    return tuple(str(row[0]) for row in rows)
