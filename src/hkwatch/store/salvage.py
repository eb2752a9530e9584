# SPDX-License-Identifier: MIT
"""Reading what can still be read of a damaged database: table by table, page by page, past the places that fail.

Rows come in the order of their number. Where that fails, the next readable number is looked for in growing steps and then
by halving, so that one damaged page costs its own rows and a hundred questions.
"""

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hkwatch.store.db import as_store_error

_MOST_FAILURES = 4000
"""A table that fails so often holds nothing more worth the wait."""
_SHADOWS = ("_data", "_idx", "_content", "_docsize", "_config")


@dataclass(slots=True)
class TableSalvage:
    """What became of one table. `lost_ranges` are places that could not be read, each of unknown content."""

    table: str
    read: int = 0
    lost_ranges: int = 0


def open_damaged(file: Path) -> sqlite3.Connection:
    """Open read-only whatever the file is. Raises StoreError `damaged` where not even its list of tables can be read."""
    try:
        db = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    except sqlite3.DatabaseError as error:
        raise as_store_error(error, file) from error
    try:
        db.execute("PRAGMA query_only = ON")
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        # A broken word in a text must not end the reading.
        db.text_factory = lambda raw: raw.decode("utf-8", "replace")
    except sqlite3.DatabaseError as error:
        db.close()
        raise as_store_error(error, file) from error
    return db


def tables(db: sqlite3.Connection) -> list[str]:
    """The tables that hold rows of their own; search indexes are made anew from them."""
    rows = db.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    virtual = {name for name, sql in rows if str(sql or "").upper().startswith("CREATE VIRTUAL")}
    shadows = {f"{name}{end}" for name in virtual for end in _SHADOWS}
    return sorted(name for name, _ in rows if name not in virtual and name not in shadows)


def quoted(name: object) -> str:
    """A name as a statement takes it, whatever characters it has: in a damaged file it may be anything."""
    return '"' + str(name).replace('"', '""') + '"'


def columns(db: sqlite3.Connection, table: str) -> list[str]:
    """Names of a table's columns."""
    return [str(row[1]) for row in db.execute(f"PRAGMA table_info({quoted(table)})")]


def rows(db: sqlite3.Connection, table: str, told: TableSalvage) -> Iterator[tuple[object, ...]]:
    """Every row that can be read; `told` counts them and the places that were passed over."""
    try:
        db.execute(f"SELECT rowid FROM {quoted(table)} LIMIT 0").fetchone()
    except sqlite3.OperationalError:
        yield from _without_numbers(db, table, told)
        return
    except sqlite3.DatabaseError:
        told.lost_ranges += 1
        return
    at, high = _limits(db, table)
    while at <= high:
        try:
            for row in db.execute(f"SELECT rowid, * FROM {quoted(table)} WHERE rowid >= ? ORDER BY rowid", (at,)):
                told.read += 1
                at = int(row[0]) + 1
                yield tuple(row[1:])
            return
        except sqlite3.DatabaseError:
            # Python asks for a row before it gives the one ahead of it, so the last good one is still to come.
            while (single := _one(db, table, at)) is not None:
                at = int(str(single[0])) + 1
                told.read += 1
                yield tuple(single[1:])
            told.lost_ranges += 1
            onward = _next_readable(db, table, at, high) if told.lost_ranges < _MOST_FAILURES else None
            if onward is None:
                return
            at = onward


def _one(db: sqlite3.Connection, table: str, number: int) -> tuple[object, ...] | None:
    """The first row from a number on; None where it cannot be read, or there is none."""
    try:
        found = db.execute(
            f"SELECT rowid, * FROM {quoted(table)} WHERE rowid >= ? ORDER BY rowid LIMIT 1", (number,)
        ).fetchone()
    except sqlite3.DatabaseError:
        return None
    return None if found is None else tuple(found)


def _next_readable(db: sqlite3.Connection, table: str, at: int, high: int) -> int | None:
    """The first number after `at` from which reading works, None where none was found up to `high`."""
    bad, step = at, 1
    while not _is_readable(db, table, good := min(at + step, high)):
        if good == high:
            return None
        bad, step = good, step * 2
    while good - bad > 1:
        middle = (good + bad) // 2
        if _is_readable(db, table, middle):
            good = middle
        else:
            bad = middle
    return good


def _is_readable(db: sqlite3.Connection, table: str, number: int) -> bool:
    try:
        db.execute(f"SELECT * FROM {quoted(table)} WHERE rowid >= ? ORDER BY rowid LIMIT 1", (number,)).fetchone()
    except sqlite3.DatabaseError:
        return False
    return True


def _limits(db: sqlite3.Connection, table: str) -> tuple[int, int]:
    """First and last row number; from an index where the table's own ends cannot be read. None there: all there may be."""
    indexes = [
        f" INDEXED BY {quoted(row[1])}" for row in _quietly(db, f"PRAGMA index_list({quoted(table)})") if not row[4]
    ]
    ends: list[int] = []
    for word, usual in (("min", 0), ("max", 2**62)):
        found: int | None = usual
        for by in ("", *indexes):
            try:
                found = db.execute(f"SELECT {word}(rowid) FROM {quoted(table)}{by}").fetchone()[0]
                break
            except sqlite3.DatabaseError:
                continue
        if found is None:
            return 1, 0
        ends.append(found)
    return ends[0], ends[1]


def _quietly(db: sqlite3.Connection, sql: str) -> list[tuple[object, ...]]:
    try:
        return db.execute(sql).fetchall()
    except sqlite3.DatabaseError:
        return []


def _without_numbers(db: sqlite3.Connection, table: str, told: TableSalvage) -> Iterator[tuple[object, ...]]:
    """A table WITHOUT ROWID: forwards to the first place that fails, then backwards to the last one."""
    keys = [quoted(row[1]) for row in db.execute(f"PRAGMA table_info({quoted(table)})") if row[5]]
    seen: set[tuple[object, ...]] = set()
    for direction in ("ASC", "DESC"):
        order = ", ".join(f"{key} {direction}" for key in keys) if keys else "1"
        try:
            for row in db.execute(f"SELECT * FROM {quoted(table)} ORDER BY {order}"):
                if tuple(row) in seen:
                    continue
                seen.add(tuple(row))
                told.read += 1
                yield tuple(row)
            return
        except sqlite3.DatabaseError:
            told.lost_ranges += 1


@contextlib.contextmanager
def reading(file: Path) -> Iterator[sqlite3.Connection]:
    """`open_damaged`, closed again."""
    with contextlib.closing(open_damaged(file)) as db:
        yield db
