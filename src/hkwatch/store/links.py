# SPDX-License-Identifier: MIT
"""What belongs together: pairs of items, stored from both sides."""

import sqlite3
from collections.abc import Collection, Sequence
from datetime import timedelta

from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import ItemId
from hkwatch.domain.joint import APART, RECURS, Issued, candidates, is_template, title_key
from hkwatch.domain.order import SLOTS_PER_MS, from_ms, sort_ms_of, to_ms

JOINT = "joint"
_SLACK_MS = 3 * 86_400_000
"""An item's place may be a few days from its publication."""


def link_joint(
    db: sqlite3.Connection, items: Sequence[ItemId], official: Collection[str], folder: Folder
) -> tuple[ItemId, ...]:
    """Link items that were just stored with those of other official publishers that are the same announcement.

    Returns the items on either side that were linked now. Inside the caller's transaction.
    """
    if not items or len(official) < 2:
        return ()
    wanted = set(items)
    near = _issued(db, min(items), max(items), APART, tuple(official), folder)
    linked: dict[ItemId, None] = {}
    for one, other in candidates([issued for issued in near if issued.id in wanted], near):
        # Only now: who looks two months around for each item of a busy day looks long.
        same = _issued(db, one.id, one.id, RECURS, (one.publisher, other.publisher), folder, like=one.key)
        if not is_template(one, same) and link(db, one.id, other.id, JOINT):
            linked |= {one.id: None, other.id: None}
    return tuple(linked)


def _issued(
    db: sqlite3.Connection,
    first: ItemId,
    last: ItemId,
    around: timedelta,
    publishers: tuple[str, ...],
    folder: Folder,
    like: str = "",
) -> list[Issued]:
    """Items of some publishers between two others and `around` them, once for each title; `like` = of that key only."""
    reach = to_ms(from_ms(0) + around) + _SLACK_MS
    low, high = sort_ms_of(first) - reach, sort_ms_of(last) + reach
    marks = ",".join("?" * len(publishers))
    # A key is its title less spaces and signs, so a title of quite another length cannot have it.
    lengths = (len(like), 2 * len(like) + 24) if like else (0, 1 << 30)
    found = [
        Issued(ItemId(item), publisher, title_key(title, folder), from_ms(sort_ms_of(item) if at is None else at))
        for item, publisher, at, title in db.execute(
            "SELECT i.id, i.publisher, i.published_ms, t.title FROM item i JOIN item_text t ON t.item_id = i.id"
            f" WHERE i.id BETWEEN ? AND ? AND i.publisher IN ({marks}) AND t.title <> ''"
            " AND length(t.title) BETWEEN ? AND ?",
            (low * SLOTS_PER_MS, high * SLOTS_PER_MS, *publishers, *lengths),
        )
    ]
    return [one for one in found if one.key and (not like or one.key == like)]


def link(db: sqlite3.Connection, one: ItemId, other: ItemId, kind: str) -> bool:
    """Link two items from both sides; False where they were linked before."""
    rows = [(one, other, kind), (other, one, kind)]
    before = db.total_changes
    db.executemany("INSERT OR IGNORE INTO item_link (item_id, other_id, kind) VALUES (?,?,?)", rows)
    return db.total_changes > before


def linked_to(db: sqlite3.Connection, item: ItemId) -> list[tuple[ItemId, str]]:
    """(item, kind) of everything linked with an item, oldest first."""
    rows = db.execute("SELECT other_id, kind FROM item_link WHERE item_id = ? ORDER BY other_id", (item,)).fetchall()
    return [(ItemId(other), kind) for other, kind in rows]
