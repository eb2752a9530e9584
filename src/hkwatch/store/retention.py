# SPDX-License-Identifier: MIT
"""Taking old items out for good, and remembering that they were here.

Spared whatever their age: flagged, starred, acknowledged and noted items, and those of level high and above. What a feed
still lists after its item was taken out is known by the identity and address kept in `meta`, and never stored again.
"""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Level
from hkwatch.domain.order import first_id, from_ms, to_ms
from hkwatch.store import coverage, journal, price_history
from hkwatch.store.db import set_meta

MINUTE_BARS_KEPT = timedelta(days=366)
"""Hours are kept for ever. A year of one asset's minutes takes 32 MB, its hours 0.7 MB."""
GAPS_KEPT = timedelta(days=90)
"""How long a notice about the watch is remembered."""
COUNTS_KEPT = timedelta(days=800)
"""How long polls stay counted and closed gaps known: statements of the last two years can be made again."""
COMMANDS_KEPT = timedelta(days=30)
"""How long a command is known as carried out; the desktop repeats one within seconds."""
_GONE = "gone:"
_GONE_ADDRESS = "gone-address:"
_CHUNK = 500
_OLD = (
    "first_seen_ms < :before AND changed_ms < :before AND level < :high AND flag = 0 AND starred = 0"
    " AND acked_ms IS NULL AND note = ''"
)
_OLD_MEMBER = (
    "m.first_seen_ms < :before AND m.changed_ms < :before AND m.level < :high AND m.flag = 0 AND m.starred = 0"
    " AND m.acked_ms IS NULL AND m.note = ''"
)


@dataclass(frozen=True, slots=True)
class Removed:
    """What a batch came to. `resume` is where the next one begins, None when the end was reached."""

    items: tuple[ItemId, ...]
    resume: ItemId | None


def remove_old(db: sqlite3.Connection, before: datetime, after: ItemId, limit: int, now: datetime) -> Removed:
    """Take out up to `limit` items with ids above `after` that were first seen and last changed before `before`."""
    rows = db.execute(
        f"SELECT id, identity, publisher, second_key FROM item WHERE id > :after AND id < :first AND {_OLD}"
        # A story goes whole or not at all: its lead stands for all of them.
        f" AND (story IS NULL OR NOT EXISTS (SELECT 1 FROM item m WHERE m.story = item.story AND NOT ({_OLD_MEMBER})))"
        " ORDER BY id LIMIT :limit",
        {"after": after, "first": first_id(to_ms(before)), "before": to_ms(before), "high": int(Level.HIGH)}
        | {"limit": limit},
    ).fetchall()
    for item, identity, publisher, address in rows:
        _remove(db, ItemId(item))
        set_meta(db, f"{_GONE}{identity}", str(to_ms(now)))
        if address:
            set_meta(db, f"{_GONE_ADDRESS}{publisher}:{address}", str(to_ms(now)))
    items = tuple(ItemId(row[0]) for row in rows)
    journal.note_removed(db, items, now)
    return Removed(items, items[-1] if len(items) == limit else None)


def gone(db: sqlite3.Connection, publisher: str, keys: Sequence[tuple[str, str]]) -> frozenset[str]:
    """Of these (identity, second key) pairs, the identities of items that were here once and taken out."""
    wanted: dict[str, str] = {}
    for identity, address in keys:
        wanted[f"{_GONE}{identity}"] = identity
        if address:
            wanted[f"{_GONE_ADDRESS}{publisher}:{address}"] = identity
    found: set[str] = set()
    names = list(wanted)
    for start in range(0, len(names), _CHUNK):
        rows = db.execute(
            "SELECT key FROM meta WHERE key IN (SELECT value FROM json_each(?))",
            (json.dumps(names[start : start + _CHUNK]),),
        )
        found |= {wanted[row[0]] for row in rows}
    return frozenset(found)


def trim(db: sqlite3.Connection, now: datetime) -> int:
    """Take out minute bars, closed gaps, carried-out commands and notices about the watch that are of no more use."""
    minutes = price_history.thin(db, now - MINUTE_BARS_KEPT)
    gaps = db.execute("DELETE FROM gap WHERE state <> 'open' AND to_ms < ?", (to_ms(now - COUNTS_KEPT),)).rowcount
    gaps += coverage.trim(db, now - COUNTS_KEPT)
    commands = db.execute("DELETE FROM command_done WHERE at_ms < ?", (to_ms(now - COMMANDS_KEPT),)).rowcount
    notices = db.execute(
        "DELETE FROM outbox WHERE kind IN ('outage', 'test', 'life', 'digest-failed')"
        " AND state NOT IN ('due', 'sending') AND created_ms < ?",
        (to_ms(now - GAPS_KEPT),),
    ).rowcount
    return minutes + gaps + commands + notices


def last_run(db: sqlite3.Connection) -> datetime | None:
    """When old items were last looked for; None if never."""
    row = db.execute("SELECT value FROM meta WHERE key = 'retention'").fetchone()
    return None if row is None else from_ms(int(row[0]))


def note_run(db: sqlite3.Connection, now: datetime) -> None:
    """Old items were looked for."""
    set_meta(db, "retention", str(to_ms(now)))


def _remove(db: sqlite3.Connection, item: ItemId) -> None:
    old = db.execute("SELECT words, bigrams, facets FROM item_index WHERE item_id = ?", (item,)).fetchone()
    if old is not None:
        # The index holds no texts of its own: words leave it only when it is given the very strings it was given.
        db.execute(
            "INSERT INTO item_fts (item_fts, rowid, words, bigrams, facets) VALUES ('delete', ?, ?, ?, ?)",
            (item, *old),
        )
        db.execute("DELETE FROM item_index WHERE item_id = ?", (item,))
    summaries = [
        row[0]
        for row in db.execute(
            "SELECT DISTINCT summary_id FROM outbox WHERE item_id = ? AND summary_id IS NOT NULL", (item,)
        )
    ]
    db.execute("DELETE FROM outbox WHERE item_id = ?", (item,))
    for summary in summaries:
        # A summary goes with the last of its items.
        db.execute(
            "DELETE FROM outbox WHERE id = ? AND kind = 'summary'"
            " AND NOT EXISTS (SELECT 1 FROM outbox other WHERE other.summary_id = outbox.id)",
            (summary,),
        )
    # Texts, revisions and evidence go with it.
    db.execute("DELETE FROM item WHERE id = ?", (item,))
