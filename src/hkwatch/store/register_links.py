# SPDX-License-Identifier: MIT
"""A change of a register and the release that names the same entity, linked from both sides, whichever came first."""

import re
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Precision
from hkwatch.domain.order import SLOTS_PER_MS, from_ms, sort_ms_of, to_ms
from hkwatch.domain.register import RegisterRow, core_name, match_name
from hkwatch.store.links import link
from hkwatch.store.registers import StoredChange, changes

REGISTER = "register"
REACH = timedelta(days=3)
_DAY_SLACK_MS = 86_400_000
"""A release that states a date alone may stand a day from when it came; of others only the place in the list may."""
_LEAST_CHARS = 6
"""A shorter name without its legal form is an ordinary word."""
_NOT_WORD = re.compile(r"[^\w]+|_+")


def link_changes(
    db: sqlite3.Connection, items: Sequence[ItemId], official: Collection[str], sources: Collection[str], folder: Folder
) -> tuple[ItemId, ...]:
    """Link changes that were just stored with the releases near them. `sources` are the registers' own, left out.

    Returns the items on either side that were linked now. Inside the caller's transaction.
    """
    wanted = set(items)
    linked: dict[ItemId, None] = {}
    for change in _near(db, items):
        if change.item not in wanted:
            continue
        for item, texts in _texts(db, change.at, official, sources):
            linked |= _link_if_named(db, change, item, texts, folder)
    return tuple(linked)


def link_releases(
    db: sqlite3.Connection, items: Sequence[ItemId], official: Collection[str], sources: Collection[str], folder: Folder
) -> tuple[ItemId, ...]:
    """Link releases that were just stored, or whose text came now, with the changes near them. As `link_changes`."""
    linked: dict[ItemId, None] = {}
    near = [change for change in _near(db, items) if change.item is not None]
    if not near:
        return ()
    wanted = set(items)
    for change in near:
        for item, texts in _texts(db, change.at, official, sources):
            if item in wanted:
                linked |= _link_if_named(db, change, item, texts, folder)
    return tuple(linked)


def names_in(row: RegisterRow, text: str, folder: Folder) -> bool:
    """Whether a text names an entity: its number, its Chinese name, or its English one with or without its legal form."""
    folded = f" {' '.join(_NOT_WORD.sub(' ', folder.fold(text)).split())} "
    if row.ce and f" {row.ce.lower()} " in folded:
        return True
    chinese = "".join(folder.fold(row.name_zh).split())
    if len(chinese) >= 4 and chinese in "".join(folder.fold(text).split()):
        return True
    core = core_name(row.name_en)
    whole = match_name(row.name_en)
    if not whole:
        return False
    # The name of one word is a name only with its legal form.
    bare = core if " " in core and len(core) >= _LEAST_CHARS else whole
    return f" {bare} " in f" {match_name(folded)} "


def _link_if_named(
    db: sqlite3.Connection, change: StoredChange, item: ItemId, texts: Iterable[str], folder: Folder
) -> dict[ItemId, None]:
    named = [row for row in (change.change.old, change.change.new) if row is not None]
    if change.item is None or not any(names_in(row, text, folder) for text in texts for row in named):
        return {}
    return {change.item: None, item: None} if link(db, change.item, item, REGISTER) else {}


def _near(db: sqlite3.Connection, items: Sequence[ItemId]) -> tuple[StoredChange, ...]:
    if not items:
        return ()
    since = from_ms(sort_ms_of(min(items)) - _DAY_SLACK_MS) - REACH
    until = from_ms(sort_ms_of(max(items)) + _DAY_SLACK_MS) + REACH
    return changes(db, since=since, until=until)


def _texts(
    db: sqlite3.Connection, at: datetime, official: Collection[str], sources: Collection[str]
) -> list[tuple[ItemId, list[str]]]:
    """(item, its texts) of official releases within `REACH` of a change; a bare date reaches to the end of its day."""
    low, high = to_ms(at - REACH), to_ms(at + REACH)
    marks, apart = ",".join("?" * len(official)), ",".join("?" * len(sources))
    found: dict[ItemId, list[str]] = {}
    for item, title, text in db.execute(
        "SELECT i.id, t.title, t.text FROM item i JOIN item_text t ON t.item_id = i.id"
        f" WHERE i.id BETWEEN ? AND ? AND i.publisher IN ({marks}) AND i.source NOT IN ({apart}) AND t.title <> ''"
        " AND coalesce(i.published_ms, i.first_seen_ms) BETWEEN ? - iif(i.published_ms IS NOT NULL AND i.precision = ?, ?, 0)"
        " AND ?",
        (
            (low - _DAY_SLACK_MS) * SLOTS_PER_MS,
            (high + _DAY_SLACK_MS) * SLOTS_PER_MS,
            *official,
            *sources,
            low,
            Precision.DAY.value,
            _DAY_SLACK_MS,
            high,
        ),
    ):
        found.setdefault(ItemId(item), []).append(f"{title}\n{text}")
    return list(found.items())
