# SPDX-License-Identifier: MIT
"""Things to store, and short ways to store and find them."""

import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from hkwatch.domain.decide import Change
from hkwatch.domain.evidence import Evidence
from hkwatch.domain.flags import Flags, Reason
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import ItemId, MuteId
from hkwatch.domain.item import DocType, Entry, Level, Topic
from hkwatch.domain.query import parse_query
from hkwatch.store import items, pages
from hkwatch.store.db import transaction
from hkwatch.store.index import index_item

NOW = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
FOLDER = Folder(
    {"證": "证", "監": "监", "會": "会", "現": "现", "貨": "货", "發": "发", "銀": "银", "業": "业"},
    lambda: {"VATP licences": ("平台發牌", "平台发牌")},
)

_count = 0


def flags(
    *topics: Topic,
    doc_type: DocType = DocType.PRESS,
    level: Level = Level.NORMAL,
    flag: bool = False,
    reasons: tuple[Reason, ...] = (),
) -> Flags:
    """What the rules might say."""
    return Flags(topics=topics, hk=True, flag=flag, severity=level, doc_type=doc_type, reasons=reasons)


def new_item(
    title: str = "A title",
    text: str = "",
    *,
    lang: str = "en",
    ref: str | None = None,
    identity: str | None = None,
    second_key: str = "",
    source: str = "sfc-press-en",
    publisher: str = "sfc",
    verdict: Flags | None = None,
    at: datetime = NOW,
    seen: datetime | None = None,
    published: datetime | None = None,
    back: bool = False,
    body: items.Body = items.Body.NONE,
    original: Evidence | None = None,
    muted_by: MuteId | None = None,
) -> items.NewItem:
    """An item with whatever the test cares for."""
    global _count
    _count += 1
    return items.NewItem(
        identity=identity or f"test:{_count}",
        second_key=second_key,
        source=source,
        publisher=publisher,
        entry=Entry(title, f"https://example.test/{_count}", lang, ref=ref, text=text, published_at=published),
        flags=verdict or flags(),
        sort_at=at,
        first_seen_at=seen or at,
        back=back,
        body=body,
        original=original,
        muted_by=muted_by,
    )


def add(db: sqlite3.Connection, *new: items.NewItem) -> list[ItemId]:
    """Insert in one transaction; ids in list order, oldest first."""
    with transaction(db):
        return items.insert_items(db, new, FOLDER)


def add_texts(db: sqlite3.Connection, texts: Iterable[str]) -> list[ItemId]:
    """One item for each text, a second apart; the ids are in the order of the texts."""
    return add(db, *(new_item("T", text, at=NOW + timedelta(seconds=n)) for n, text in enumerate(texts)))


def revise(
    db: sqlite3.Connection,
    item: ItemId,
    entry: Entry,
    change: Change = Change.REVISED,
    *,
    substance: bool = False,
    now: datetime = NOW,
) -> None:
    """Store another text and index it, as one poll does."""
    with transaction(db):
        items.put_text(db, item, entry, "sfc-press-en", change, items.Body.NONE, now, substance=substance)
        index_item(db, item, FOLDER)


def find(db: sqlite3.Connection, text: str) -> list[ItemId]:
    """Ids that a search text finds, newest first."""
    return [row.id for row in pages.page(db, parse_query(text), FOLDER, now=NOW).rows]


def titles(db: sqlite3.Connection, text: str) -> list[str]:
    """Titles that a search text finds, newest first."""
    return [row.title for row in pages.page(db, parse_query(text), FOLDER, now=NOW).rows]
