# SPDX-License-Identifier: MIT
"""Answers kept byte for byte beside the texts that were read from them."""

import json
import sqlite3
import zlib

from hkwatch.domain.evidence import Evidence
from hkwatch.domain.ids import ItemId
from hkwatch.domain.order import from_ms, to_ms

MAX_BYTES = 1_000_000
"""A larger answer is kept by its hash and size only."""


def keep(db: sqlite3.Connection, item: ItemId, lang: str, evidence: Evidence) -> None:
    """Keep an answer; one with the same bytes as before is kept as first fetched."""
    body = evidence.body
    packed = None if body is None or len(body) > MAX_BYTES else zlib.compress(body)
    headers = json.dumps(dict(evidence.headers), ensure_ascii=False, sort_keys=True)
    db.execute(
        "INSERT OR IGNORE INTO evidence (item_id, lang, fetched_ms, url, status, headers, hash, size, body)"
        " VALUES (?,?,?,?,?,?,?,?,?)",
        (
            item,
            lang,
            to_ms(evidence.fetched_at),
            evidence.url,
            evidence.status,
            headers,
            evidence.hash,
            evidence.size,
            packed,
        ),
    )


def kept(db: sqlite3.Connection, item: ItemId, lang: str) -> tuple[Evidence, ...]:
    """Every different answer of an item in one language, oldest first."""
    return tuple(evidence for found, evidence in all_kept(db, item) if found == lang)


def all_kept(db: sqlite3.Connection, item: ItemId) -> tuple[tuple[str, Evidence], ...]:
    """Every different answer of an item with the language it was read for, oldest first."""
    rows = db.execute(
        "SELECT lang, url, status, fetched_ms, headers, hash, size, body FROM evidence WHERE item_id = ?"
        " ORDER BY fetched_ms, rowid",
        (item,),
    ).fetchall()
    return tuple((lang, _evidence(*row)) for lang, *row in rows)


def addresses(db: sqlite3.Connection, item: ItemId) -> tuple[str, ...]:
    """The addresses an item's texts have at their source."""
    rows = db.execute("SELECT DISTINCT url FROM item_text WHERE item_id = ? AND url <> ''", (item,))
    return tuple(str(row[0]) for row in rows)


def with_ref(db: sqlite3.Connection, ref: str) -> tuple[ItemId, ...]:
    """Items with exactly this reference, the case apart. There is no index: for a single question, not for a window."""
    rows = db.execute("SELECT id FROM item WHERE ref = ? COLLATE NOCASE ORDER BY id DESC LIMIT 20", (ref,))
    return tuple(ItemId(row[0]) for row in rows)


def _evidence(url: str, status: int, at: int, headers: str, name: str, size: int, body: bytes | None) -> Evidence:
    unpacked = None if body is None else zlib.decompress(body)
    return Evidence(url, status, from_ms(at), json.loads(headers), name, size, unpacked)
