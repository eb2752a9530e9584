# SPDX-License-Identifier: MIT
"""Reading: pages of the inbox, and rows by id. Keyset paging, newest first; nothing stays open after a call."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Level
from hkwatch.domain.query import Query
from hkwatch.domain.query_due import Holidays
from hkwatch.domain.rows import InboxRow
from hkwatch.domain.summary import summary_of
from hkwatch.store import plan_rows
from hkwatch.store.inbox_rows import COLUMNS, row_from
from hkwatch.store.item_values import LANG_ORDER
from hkwatch.store.plan import plan

PAGE = 200
_NEAREST = {"zh-Hant": ("zh-Hant", "zh-Hans"), "zh-Hans": ("zh-Hans", "zh-Hant")}


@dataclass(frozen=True, slots=True)
class Page:
    """Rows newest first; `more` says whether older ones follow."""

    rows: tuple[InboxRow, ...]
    more: bool


def page(
    db: sqlite3.Connection,
    query: Query,
    folder: Folder,
    *,
    before: ItemId | None = None,
    limit: int = PAGE,
    now: datetime | None = None,
    holidays: Holidays = frozenset,
) -> Page:
    """The next rows after `before` (None = from the first), in the list's order or the query's own. Raises QueryError.

    `now` is what dates in the query are counted from; None only where it has none. `holidays` are Hong Kong's.
    """
    planned = plan_rows.spelt_out(db, plan(query, folder, now, holidays))
    rows = [
        row_from(values)
        for values in plan_rows.read(db, planned, *plan_rows.select(COLUMNS, planned, before, limit + 1))
    ]
    return Page(_with_members(db, tuple(rows[:limit])), len(rows) > limit)


def rows_of(db: sqlite3.Connection, items: tuple[ItemId, ...]) -> tuple[InboxRow, ...]:
    """These items' rows, newest first; ids that do not exist are left out."""
    # As JSON: SQLite counts placeholders, and builds differ in how many they take.
    sql = f"SELECT {COLUMNS} FROM item WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id DESC"
    return _with_members(db, tuple(row_from(values) for values in db.execute(sql, (json.dumps(items),))))


def _with_members(db: sqlite3.Connection, rows: tuple[InboxRow, ...]) -> tuple[InboxRow, ...]:
    """The same rows with the languages of all members of their stories."""
    stories = [row.id for row in rows if row.sources_count > 1]
    if not stories:
        return rows
    langs: dict[int, set[str]] = {}
    for item, found in db.execute(
        "SELECT i.id, m.langs FROM item i JOIN item m ON m.story = i.story WHERE i.id IN (SELECT value FROM json_each(?))",
        (json.dumps(stories),),
    ):
        langs.setdefault(item, set()).update(found.split())
    order = {lang: place for place, lang in enumerate(LANG_ORDER)}
    return tuple(
        replace(row, langs=tuple(sorted(langs[row.id], key=lambda lang: (order.get(lang, 9), lang))))
        if row.id in langs
        else row
        for row in rows
    )


def in_language(db: sqlite3.Connection, rows: tuple[InboxRow, ...], language: str) -> tuple[InboxRow, ...]:
    """The same rows with the title in `language` where the item exists in it; the other Chinese script before English."""
    order = _NEAREST.get(language, (language,))
    wanted = [row.id for row in rows if row.lang != language and any(lang in row.langs for lang in order)]
    if not wanted:
        return rows
    found: dict[tuple[int, str], tuple[str, str]] = {
        (item, lang): (title, text)
        for item, lang, title, text in db.execute(
            "SELECT item_id, lang, title, substr(text, 1, 400) FROM item_text"
            " WHERE title <> '' AND item_id IN (SELECT value FROM json_each(?))",
            (json.dumps(wanted),),
        )
    }
    return tuple(_translated(row, found, order) for row in rows)


def _translated(row: InboxRow, found: dict[tuple[int, str], tuple[str, str]], order: tuple[str, ...]) -> InboxRow:
    for lang in order:
        if (row.id, lang) in found:
            title, text = found[row.id, lang]
            return replace(row, title=title, lang=lang, summary=summary_of(text) or row.summary)
    return row


def matching(
    db: sqlite3.Connection,
    query: Query,
    folder: Folder,
    items: tuple[ItemId, ...],
    now: datetime | None = None,
    holidays: Holidays = frozenset,
) -> tuple[ItemId, ...]:
    """Which of these items the query finds, newest first. `now` and `holidays` as in `page`."""
    if not items:
        return ()
    low, high = min(items), max(items)
    planned = plan(replace(query, sort=None), folder, now, holidays)
    sql, params = plan_rows.select("item.id", planned, ItemId(high + 1), -1, at_least=low)
    wanted = set(items)
    return tuple(ItemId(row[0]) for row in plan_rows.read(db, planned, sql, params) if row[0] in wanted)


def matching_ids(
    db: sqlite3.Connection,
    query: Query,
    folder: Folder,
    limit: int,
    now: datetime,
    holidays: Holidays = frozenset,
    at_least: int | None = None,
) -> Iterator[ItemId]:
    """The newest items that a query finds, one after the other, at most `limit`, none older than `at_least`.

    Raises QueryError.
    """
    planned = plan_rows.spelt_out(db, plan(query, folder, now, holidays))
    for row in plan_rows.read(db, planned, *plan_rows.select("item.id", planned, None, limit, at_least)):
        yield ItemId(row[0])


def all_ids(
    db: sqlite3.Connection, query: Query, folder: Folder, newest: ItemId, now: datetime, holidays: Holidays
) -> tuple[ItemId, ...]:
    """Every item up to `newest` that a query finds, newest first. Raises QueryError."""
    planned = plan(replace(query, sort=None), folder, now, holidays)
    sql, params = plan_rows.select("item.id", planned, ItemId(newest + 1), -1)
    return tuple(ItemId(row[0]) for row in plan_rows.read(db, planned, sql, params))


def latest_serious(db: sqlite3.Connection, limit: int) -> tuple[InboxRow, ...]:
    """The newest items of level high and above, for the tray menu."""
    sql = (
        f"SELECT {COLUMNS} FROM item WHERE level >= ? AND archived = 0 AND lead = 1 AND muted_by IS NULL"
        " ORDER BY id DESC LIMIT ?"
    )
    return tuple(row_from(values) for values in db.execute(sql, (int(Level.HIGH), limit)))
