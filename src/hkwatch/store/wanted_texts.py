# SPDX-License-Identifier: MIT
"""Texts that are still to be fetched: which are next, and how many there are. What becomes of one is written in `items`."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from hkwatch.domain.ids import ItemId
from hkwatch.domain.order import to_ms


@dataclass(frozen=True, slots=True)
class WantedBody:
    """A text to fetch. `title` and `url` are empty where the item is not known in this language yet."""

    item: ItemId
    identity: str
    ref: str
    lang: str
    source: str
    title: str
    url: str
    tries: int


def wanted_bodies(db: sqlite3.Connection, now: datetime, limit: int) -> list[WantedBody]:
    """Texts to fetch now: new items before the back catalogue, English first, newest first."""
    rows = db.execute(
        "SELECT t.item_id, i.identity, i.ref, t.lang, t.source, t.title, t.url, t.tries"
        " FROM item_text t JOIN item i ON i.id = t.item_id"
        " WHERE t.body = 1 AND t.retry_ms <= ? ORDER BY i.back, t.lang <> 'en', t.item_id DESC LIMIT ?",
        (to_ms(now), limit),
    ).fetchall()
    return [WantedBody(ItemId(item), *rest) for item, *rest in rows]


def count_wanted(db: sqlite3.Connection) -> tuple[int, int]:
    """How many texts are still to be fetched, and how many are there."""
    wanted = db.execute("SELECT count(*) FROM item_text WHERE body = 1").fetchone()[0]
    stored = db.execute("SELECT count(*) FROM item_text WHERE body = 2").fetchone()[0] if wanted else 0
    return int(wanted), int(stored)


def wants_fresh_text(db: sqlite3.Connection) -> bool:
    """Whether the text of a new item is wanted that was not tried yet."""
    row = db.execute(
        "SELECT 1 FROM item_text t JOIN item i ON i.id = t.item_id"
        " WHERE t.body = 1 AND t.tries = 0 AND t.lang = i.lang AND i.back = 0 LIMIT 1"
    ).fetchone()
    return row is not None
