# SPDX-License-Identifier: MIT
"""Many rows written in few statements.

Each statement that is carried out gives up the interpreter and has to wait for it again; while another thread computes,
that costs more than the writing itself. So a batch of new items takes a handful of statements, not some hundreds.
"""

import json
import sqlite3
from collections.abc import Sequence
from functools import cache

from hkwatch.domain.ids import ItemId
from hkwatch.domain.order import SLOTS_PER_MS, first_id

_MOST = 64
"""So many rows one statement takes at most. Preparing one of another size costs less than carrying out a second one."""


def insert_rows(db: sqlite3.Connection, into: str, columns: str, rows: Sequence[Sequence[object]]) -> None:
    """Insert rows of values, in this order, one for each of the comma-separated columns."""
    for start in range(0, len(rows), _MOST):
        part = rows[start : start + _MOST]
        db.execute(_statement(into, columns, len(part)), [value for row in part for value in row])


def free_ids(db: sqlite3.Connection, times_ms: Sequence[int]) -> list[ItemId]:
    """For each time in turn the next free id of its millisecond; of the next millisecond where all of it are taken."""
    tops = _tops(db, sorted(set(times_ms)))
    found: list[ItemId] = []
    for at_ms in times_ms:
        while True:
            if at_ms not in tops:
                tops |= _tops(db, [at_ms])
            low, top = first_id(at_ms), tops[at_ms]
            new = low if top is None else ItemId(top + 1)
            if new < low + SLOTS_PER_MS:
                break
            at_ms += 1
        tops[at_ms] = new
        found.append(new)
    return found


def _tops(db: sqlite3.Connection, times_ms: Sequence[int]) -> dict[int, int | None]:
    """The highest id of each millisecond, None where it has none."""
    # One row with all the answers: each row that is fetched gives up the interpreter as well.
    text = db.execute(
        "SELECT json_group_array((SELECT max(id) FROM item WHERE id >= t.value * :slots AND id < (t.value + 1) * :slots))"
        " FROM (SELECT value FROM json_each(:times) ORDER BY key) t",
        {"slots": SLOTS_PER_MS, "times": json.dumps(times_ms)},
    ).fetchone()[0]
    return dict(zip(times_ms, json.loads(text), strict=True))


@cache
def _statement(into: str, columns: str, size: int) -> str:
    marks = f"({','.join('?' * (columns.count(',') + 1))})"
    return f"INSERT INTO {into} ({columns}) VALUES {','.join([marks] * size)}"
