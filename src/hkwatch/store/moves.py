# SPDX-License-Identifier: MIT
"""Sources that moved: one remembered value a source, `moved:<id>`."""

import json
import sqlite3

from hkwatch.domain.ids import SourceId
from hkwatch.domain.move import Choice, Move
from hkwatch.store.db import set_meta


def load_moves(db: sqlite3.Connection) -> dict[SourceId, tuple[str, Move]]:
    """For each source the address that it left and its move."""
    rows = db.execute("SELECT key, value FROM meta WHERE key >= 'moved:' AND key < 'moved;'")
    found = {}
    for key, value in rows:
        kept = json.loads(value)
        move = Move(kept["url"], int(kept["seen"]), Choice(kept["choice"]))
        found[SourceId(key.removeprefix("moved:"))] = (str(kept["from"]), move)
    return found


def save_move(db: sqlite3.Connection, source: SourceId, left: str, move: Move | None) -> None:
    """Remember that a source moved away from `left`; None = it did not."""
    if move is None:
        db.execute("DELETE FROM meta WHERE key = ?", (f"moved:{source}",))
        return
    kept = {"from": left, "url": move.url, "seen": move.seen, "choice": move.choice.value}
    set_meta(db, f"moved:{source}", json.dumps(kept, ensure_ascii=False))
