# SPDX-License-Identifier: MIT
"""A batch made ready to be stored: its new items, what known ones get, and what was known when that was found out."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hkwatch.domain.catalogue import Keep
from hkwatch.domain.deadline import Deadline
from hkwatch.domain.decide import Change, Known
from hkwatch.domain.evidence import Evidence
from hkwatch.domain.flags import Flags
from hkwatch.domain.identity import identity, second_keys
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Entry
from hkwatch.domain.story_words import Face
from hkwatch.services.batch import Batch
from hkwatch.store import items as store
from hkwatch.store import retention


@dataclass(frozen=True, slots=True)
class Update:
    """What a known item gets."""

    item: ItemId
    entry: Entry
    change: Change
    flags: Flags | None
    flags_lang: str
    substance: bool


@dataclass(frozen=True, slots=True)
class ReadyBatch:
    """A batch ready to be written, and what was found stored when it was made ready."""

    keys: list[tuple[str, str]]
    store_knows: tuple[frozenset[str], dict[str, Known]]
    new: list[store.NewItem]
    faces: dict[str, Face]
    updates: list[Update]
    originals: list[tuple[ItemId, str, Evidence]]
    documents: list[tuple[ItemId, Entry]]
    deadlines: tuple[Deadline, ...]
    entries: int


def lookup(
    db: sqlite3.Connection, publisher: str, keys: Sequence[tuple[str, str]]
) -> tuple[frozenset[str], dict[str, Known]]:
    """Identities of what was here and taken out, and what is stored of the others."""
    gone = retention.gone(db, publisher, keys)
    return gone, store.known_items(db, publisher, [key for key in keys if key[0] not in gone] if gone else keys)


def kept_with_keys(batch: Batch) -> tuple[tuple[Entry, ...], list[tuple[str, str]]]:
    """What may be kept of a batch's entries, and what each is known by: identity and second key."""
    row = batch.row
    entries = tuple([kept(entry, row.keep) for entry in batch.entries])
    urls = second_keys(entries)
    return entries, [(batch.identity or identity(entry, row), url) for entry, url in zip(entries, urls, strict=True)]


def kept(entry: Entry, keep: Keep) -> Entry:
    """No more of an entry than its publisher's terms allow."""
    match keep:
        case Keep.FULL:
            return entry
        case Keep.SUMMARY:
            return entry
        case Keep.TITLE_LINK:
            return replace(entry, html="", text="", attachments=())
