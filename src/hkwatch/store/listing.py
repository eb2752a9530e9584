# SPDX-License-Identifier: MIT
"""What is done with a whole list: its unread items, which of some items still stand in a list, and their addresses."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime

from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import ItemId
from hkwatch.domain.query import Query, all_of, parse_query
from hkwatch.domain.query_due import Holidays
from hkwatch.store import pages

_UNREAD = parse_query("is:unread")


def unread(
    db: sqlite3.Connection, query: Query, folder: Folder, newest: ItemId, now: datetime, holidays: Holidays
) -> tuple[ItemId, ...]:
    """Every unread item that the query finds up to `newest`, newest first. Raises QueryError."""
    return pages.all_ids(db, all_of(query, _UNREAD), folder, newest, now, holidays)


def standing(db: sqlite3.Connection, items: Iterable[ItemId]) -> tuple[ItemId, ...]:
    """Those that are a row of their own: no other item stands for them, and no mute hides them."""
    rows = db.execute(
        "SELECT id FROM item WHERE id IN (SELECT value FROM json_each(?)) AND lead = 1 AND muted_by IS NULL",
        (json.dumps(list(items)),),
    )
    return tuple(ItemId(row[0]) for row in rows)


def addresses(db: sqlite3.Connection, items: Iterable[ItemId], language: str) -> dict[ItemId, str]:
    """Each item's web address, in `language` where it has one, else in English or what there is; without one left out."""
    rows = db.execute(
        "SELECT item_id, lang, url FROM item_text WHERE url <> '' AND item_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(items)),),
    ).fetchall()
    # The wanted language last, so that it stays.
    rows.sort(key=lambda row: (row[1] == language, row[1] == "en"))
    return {ItemId(item): url for item, _lang, url in rows}
