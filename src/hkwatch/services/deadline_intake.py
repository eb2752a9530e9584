# SPDX-License-Identifier: MIT
"""Deadlines from what comes in: the publisher's own data, and texts. Runs inside the intake's transaction.

    stated (ref, days, conclusion) ─┐                       ┌─ new row
    an item's text ─► recognised ───┴─► same consultation? ─┼─ another day ─► moved: item marked, notice queued
                                                            └─ conclusion ─► closed and linked

What a text says never overrules the publisher's data, except for an extension, which press releases tell first.
"""

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from hkwatch.domain.deadline import Deadline, DeadlineKind
from hkwatch.domain.deadline_match import Statement, same_deadline
from hkwatch.domain.deadline_text import FoundDeadline, find_deadline
from hkwatch.domain.hkt import to_hkt
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import DocType
from hkwatch.domain.order import from_ms
from hkwatch.services import deadline_notices
from hkwatch.store import deadlines as store
from hkwatch.store import links
from hkwatch.store.items import LANG_ORDER

CONCLUSION = "conclusion"
"""Kind of the link between a consultation and its conclusions."""


@dataclass(frozen=True, slots=True)
class _Item:
    """The part of an item that is needed here."""

    id: ItemId
    publisher: str
    ref: str
    title: str
    doc_type: str
    is_flagged: bool
    revision: int
    published_at: datetime | None
    first_seen_at: datetime


def take_stated(
    db: sqlite3.Connection, publisher: str, stated: Sequence[Deadline], now: datetime
) -> tuple[ItemId, ...]:
    """Store what a publisher's data say; the items that are other than before."""
    changed: dict[ItemId, None] = {}
    for one in stated:
        if one.closes_on is not None:
            changed |= dict.fromkeys(_take_one(db, publisher, one, one.closes_on, now))
    return tuple(changed)


def _take_one(db: sqlite3.Connection, publisher: str, said: Deadline, day: date, now: datetime) -> list[ItemId]:
    announced = said.announced or day
    item = _by_ref(db, publisher, said.ref)
    changed: list[ItemId] = []
    ident = store.by_ref(db, publisher, said.ref)
    if ident is None:
        published = item.published_at if item is not None else None
        statement = Statement(said.title, published and to_hkt(published).date(), frozenset({announced, day}))
        ident = same_deadline(statement, store.candidates(db, (publisher,), unnumbered=True))
        if ident is not None:
            # A press release told of it first.
            store.number(db, ident, said.ref, item.id if item is not None else None, said.title)
            changed += store.items_of(db, ident)
            changed += _follow(db, ident, announced, day, now)
        else:
            kind = DeadlineKind.COMMENTS
            owner = item.id if item is not None else None
            new = store.NewDeadline(publisher, said.ref, owner, said.title, kind, published, announced, day, day)
            ident = store.insert(db, new, now)
            changed += [owner] if owner is not None else []
    else:
        changed += _follow(db, ident, announced, day, now)
    if item is not None and store.attach(db, ident, item.id):
        store.set_item(db, ident, item.id)
        changed.append(item.id)
    if said.conclusion_ref:
        changed += _conclude(db, publisher, ident, said, item)
    return changed


def _follow(db: sqlite3.Connection, ident: int, announced: date, day: date, now: datetime) -> list[ItemId]:
    """Take over what the data say now, where that is other than they said before."""
    before = store.stated_day(db, ident)
    known = store.known(db, ident)
    assert known is not None
    store.set_stated(db, ident, announced, day)
    if day in (before, known.closes_on):
        # A text may have told of an extension that the data do not know yet.
        return []
    return _move(db, ident, day, now)


def _move(db: sqlite3.Connection, ident: int, day: date, now: datetime) -> list[ItemId]:
    store.move(db, ident, day, now)
    known = store.known(db, ident)
    assert known is not None
    if known.item is not None:
        store.reopen_item(db, known.item, now)
        is_wanted = db.execute("SELECT flag OR starred FROM item WHERE id = ?", (known.item,)).fetchone()[0]
        if is_wanted and day >= to_hkt(now).date() and not known.is_concluded:
            deadline_notices.queue_move(db, known, now)
    return store.items_of(db, ident)


def _conclude(db: sqlite3.Connection, publisher: str, ident: int, said: Deadline, item: _Item | None) -> list[ItemId]:
    assert said.conclusion_ref is not None
    conclusion = _by_ref(db, publisher, said.conclusion_ref) if said.conclusion_ref != said.ref else None
    known = store.known(db, ident)
    there = conclusion.id if conclusion is not None else known.conclusion if known is not None else None
    changed = (
        store.items_of(db, ident) if store.conclude(db, ident, said.conclusion_ref, there, said.concluded_at) else []
    )
    if item is not None and conclusion is not None and links.link(db, item.id, conclusion.id, CONCLUSION):
        changed += [item.id, conclusion.id]
    return changed


def take_texts(
    db: sqlite3.Connection, items: Sequence[ItemId], official: Collection[str], now: datetime
) -> tuple[ItemId, ...]:
    """Look for deadlines in the texts of official items that were just stored; the items that are other than before.

    Only in what is flagged or is a consultation: of every tender's last day nobody wants to hear.
    """
    changed: dict[ItemId, None] = {}
    # Most items of most batches are none of these; asking for each by itself took longer than storing it.
    asked = db.execute(
        "SELECT item.id FROM json_each(?) AS listed CROSS JOIN item ON item.id = listed.value"
        " WHERE item.publisher IN (SELECT value FROM json_each(?))"
        " AND item.doc_type <> ? AND (item.flag OR item.doc_type = ?) ORDER BY listed.key",
        (json.dumps(items), json.dumps(list(official)), DocType.CONCLUSION, DocType.CONSULTATION),
    ).fetchall()
    for (ident,) in asked:
        item = _item(db, ItemId(ident))
        assert item is not None
        found = _read(db, item)
        if found is not None:
            changed |= dict.fromkeys(_take_found(db, item, found, now))
    return tuple(changed)


def _read(db: sqlite3.Connection, item: _Item) -> FoundDeadline | None:
    texts = dict(db.execute("SELECT lang, title || char(10) || text FROM item_text WHERE item_id = ?", (item.id,)))
    published = to_hkt(item.published_at or item.first_seen_at).date()
    languages = [lang for lang in LANG_ORDER if lang in texts]
    return next((found for lang in languages if (found := find_deadline(texts[lang], published)) is not None), None)


def _take_found(db: sqlite3.Connection, item: _Item, found: FoundDeadline, now: datetime) -> list[ItemId]:
    published = to_hkt(item.published_at or item.first_seen_at)
    ident = store.by_item(db, item.id)
    changed: list[ItemId] = []
    if ident is None:
        days = frozenset({found.day, *((found.extended_from,) if found.extended_from else ())})
        said = Statement(item.title, published.date(), days, found.extends)
        ident = same_deadline(said, store.candidates(db, _publishers(db, item)))
        if ident is None:
            announced = found.extended_from or found.day
            kind, at = found.kind, item.published_at or item.first_seen_at
            new = store.NewDeadline(item.publisher, "", item.id, item.title, kind, at, announced, found.day, None)
            store.insert(db, new, now)
            return [item.id]
        store.attach(db, ident, item.id)
        changed.append(item.id)
    known = store.known(db, ident)
    assert known is not None
    if found.day == known.closes_on or known.is_concluded:
        return changed
    if found.extends and found.day > known.closes_on:
        return changed + _move(db, ident, found.day, now)
    if not known.stated and known.item == item.id and known.moves == 0:
        if item.revision > 1:
            return changed + _move(db, ident, found.day, now)
        # Another language of the same release reads better; the release itself did not change.
        store.correct(db, ident, found.day, now)
        changed.append(item.id)
    return changed


def join_linked(db: sqlite3.Connection, items: Sequence[ItemId]) -> tuple[ItemId, ...]:
    """Items of several bodies were found to be one announcement: they have one deadline; the items that changed."""
    changed: dict[ItemId, None] = {}
    for item in items:
        for other, kind in links.linked_to(db, item):
            one, two = store.by_item(db, item), store.by_item(db, other)
            if kind != links.JOINT or one is None or two is None or one == two:
                continue
            first, second = store.known(db, one), store.known(db, two)
            assert first is not None
            assert second is not None
            if first.closes_on != second.closes_on or (first.stated and second.stated):
                continue
            kept, gone = (two, one) if second.stated or (not first.stated and two < one) else (one, two)
            store.merge(db, kept, gone)
            changed |= {item: None, other: None}
    return tuple(changed)


def _publishers(db: sqlite3.Connection, item: _Item) -> tuple[str, ...]:
    """The item's own publisher, and those that issued it jointly."""
    rows = db.execute(
        "SELECT DISTINCT i.publisher FROM item_link l JOIN item i ON i.id = l.other_id WHERE l.item_id = ? AND l.kind = ?",
        (item.id, links.JOINT),
    )
    return tuple(dict.fromkeys((item.publisher, *(str(row[0]) for row in rows))))


def _by_ref(db: sqlite3.Connection, publisher: str, ref: str) -> _Item | None:
    row = db.execute("SELECT id FROM item WHERE identity = ?", (f"{publisher}:{ref.upper()}",)).fetchone()
    return None if row is None else _item(db, ItemId(row[0]))


def _item(db: sqlite3.Connection, item: ItemId) -> _Item | None:
    row = db.execute(
        "SELECT id, publisher, ref, title, doc_type, flag, revision, published_ms, first_seen_ms FROM item WHERE id = ?",
        (item,),
    ).fetchone()
    if row is None:
        return None
    ident, publisher, ref, title, doc_type, flag, revision, published, seen = row
    at = None if published is None else from_ms(published)
    return _Item(ItemId(ident), publisher, ref, title, doc_type, bool(flag), revision, at, from_ms(seen))
