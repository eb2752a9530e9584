# SPDX-License-Identifier: MIT
"""Commands that were carried out, so that one re-sent after a crash does not act twice."""

import sqlite3
from datetime import datetime

from hkwatch.domain.ids import CommandId
from hkwatch.domain.order import to_ms

KEPT = 1000


def find(db: sqlite3.Connection, command: CommandId) -> str | None:
    """The error a command ended with, empty if it went well; None if it was not carried out yet."""
    row = db.execute("SELECT error FROM command_done WHERE id = ?", (command,)).fetchone()
    return None if row is None else str(row[0])


def add(db: sqlite3.Connection, command: CommandId, now: datetime, error: str) -> None:
    """Remember a command; the oldest beyond `KEPT` are forgotten."""
    db.execute("INSERT OR REPLACE INTO command_done VALUES (?, ?, ?)", (command, to_ms(now), error))
    db.execute(
        "DELETE FROM command_done WHERE at_ms < (SELECT at_ms FROM command_done ORDER BY at_ms DESC LIMIT 1 OFFSET ?)",
        (KEPT - 1,),
    )
