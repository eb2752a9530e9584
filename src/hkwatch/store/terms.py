# SPDX-License-Identifier: MIT
"""Beginnings of words spelt out for the index: `lic*` as the dozen words that begin so and occur.

For a beginning the index gathers every row of every word before it gives the first: with a million items that takes a
tenth of a second, and the newest sixty were wanted. Of whole words it gives the newest rows at once.
"""

import re
import sqlite3

_MOST = 64
"""A beginning of more words than this is left to the index: looking each up would take as long."""
_BEGINNING = re.compile(r'words : "([a-z0-9]+)" \*')
_AFTER = "\x01"
"""Stands before every character of a word, so that `the` with it comes right behind `the`."""


def prepare(db: sqlite3.Connection) -> None:
    """Let `spelt_out` look words up in a connection, which must not be query-only yet."""
    # In memory: a table that lists another's words holds nothing itself.
    db.execute("PRAGMA temp_store = MEMORY")
    db.execute("CREATE VIRTUAL TABLE temp.index_term USING fts5vocab('main', 'item_fts', 'instance')")


def spelt_out(db: sqlite3.Connection, match: str | None) -> str | None:
    """An expression for the index that finds the same with whole words, where there are few and `prepare` was called."""
    if match is None or " *" not in match or not _is_prepared(db):
        return match

    def words(found: re.Match[str]) -> str:
        known = _beginning_with(db, found[1])
        return found[0] if not known else f"words : ({' OR '.join(known)})"

    return _BEGINNING.sub(words, match)


def _is_prepared(db: sqlite3.Connection) -> bool:
    return db.execute("SELECT 1 FROM temp.sqlite_master WHERE name = 'index_term'").fetchone() is not None


def _beginning_with(db: sqlite3.Connection, start: str) -> list[str]:
    """The words, quoted; none where there are too many. Words that only properties are made of may be among them."""
    end = start[:-1] + chr(ord(start[-1]) + 1)
    found: list[str] = []
    at = start
    while (row := _first(db, at, end)) is not None:
        if len(found) == _MOST:
            return []
        found.append('"' + row.replace('"', '""') + '"')
        at = row + _AFTER
    return found


def _first(db: sqlite3.Connection, low: str, end: str) -> str | None:
    # Asked one by one: the table has a row for each place where a word stands, and is entered at a word at once.
    row = db.execute("SELECT term FROM temp.index_term WHERE term >= ? AND term < ? LIMIT 1", (low, end)).fetchone()
    return None if row is None else str(row[0])
