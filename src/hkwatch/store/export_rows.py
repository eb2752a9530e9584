# SPDX-License-Identifier: MIT
"""What an export says of items beyond their rows in the list: address, topics, acknowledgement, note."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from hkwatch.domain.ids import ItemId
from hkwatch.domain.order import from_ms


@dataclass(frozen=True, slots=True)
class Extra:
    """`urls` and `titles` by language; `acknowledged_at` None while it is not acknowledged."""

    urls: dict[str, str]
    topics: tuple[str, ...]
    acknowledged_at: datetime | None
    note: str
    titles: dict[str, str] = field(default_factory=dict)


def extras(db: sqlite3.Connection, items: Sequence[ItemId]) -> dict[ItemId, Extra]:
    """For each of these items what else is known of it; ids that do not exist are left out."""
    wanted = json.dumps(list(items))
    urls: dict[int, dict[str, str]] = {}
    titles: dict[int, dict[str, str]] = {}
    for item, lang, url, title in db.execute(
        "SELECT item_id, lang, url, title FROM item_text WHERE title <> '' AND item_id IN (SELECT value FROM json_each(?))",
        (wanted,),
    ):
        urls.setdefault(item, {})[lang] = url
        titles.setdefault(item, {})[lang] = title
    return {
        ItemId(item): Extra(
            urls.get(item, {}),
            tuple(topics.split()),
            None if acked is None else from_ms(acked),
            str(note),
            titles.get(item, {}),
        )
        for item, topics, acked, note in db.execute(
            "SELECT id, topics, acked_ms, note FROM item WHERE id IN (SELECT value FROM json_each(?))", (wanted,)
        )
    }
