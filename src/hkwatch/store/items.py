# SPDX-License-Identifier: MIT
"""Items, their texts in each language, revisions and the search index. Writing; lists are read in `pages.py`."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from hkwatch.domain.decide import Change, Known, KnownText
from hkwatch.domain.errors import FormatError
from hkwatch.domain.evidence import Evidence
from hkwatch.domain.flags import Flags
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import ItemId, MuteId
from hkwatch.domain.item import Entry, ItemState, Precision
from hkwatch.domain.mark import Mark
from hkwatch.domain.order import from_ms, to_ms
from hkwatch.domain.summary import summary_of
from hkwatch.store import attachments, evidence, firms, journal, licences
from hkwatch.store.index import NewIndexed, index_new
from hkwatch.store.item_values import LANG_ORDER as LANG_ORDER
from hkwatch.store.item_values import Body as Body
from hkwatch.store.reasons import reasons_json
from hkwatch.store.rows import free_ids, insert_rows

_CHUNK = 500
_ITEM = (
    "id, identity, source, publisher, ref, second_key, title, lang, summary, langs, doc_type, level, topics, hk, flag,"
    " reasons, reasons_lang, published_ms, precision, first_seen_ms, changed_ms, back, state, labels, pinned, asks_ack,"
    " muted_by"
)
_TEXT = "item_id, lang, source, title, html, text, url, modified_ms, body"
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class NewItem:
    """An item to insert. `sort_at` decides its place for ever; `back` = back catalogue, stored as read."""

    identity: str
    second_key: str
    source: str
    publisher: str
    entry: Entry
    flags: Flags
    sort_at: datetime
    first_seen_at: datetime
    back: bool
    body: Body
    original: Evidence | None = None
    """The answer that its text was read from, where one was asked for."""
    unreadable: FormatError | None = None
    """Why no text could be read from that answer."""
    muted_by: MuteId | None = None
    """The mute that hides it, None while it may be seen."""


def known_items(db: sqlite3.Connection, publisher: str, keys: Sequence[tuple[str, str]]) -> dict[str, Known]:
    """For each (identity, second key) what is stored, by identity; unknown ones are left out."""
    ids: dict[str, int] = {}
    for chunk in _chunks([identity for identity, _ in keys]):
        marks = ",".join("?" * len(chunk))
        ids |= dict(db.execute(f"SELECT identity, id FROM item WHERE identity IN ({marks})", chunk).fetchall())
    by_url = {url: identity for identity, url in keys if url and identity not in ids}
    for chunk in _chunks(list(by_url)):
        marks = ",".join("?" * len(chunk))
        rows = db.execute(
            f"SELECT second_key, id FROM item WHERE publisher = ? AND second_key IN ({marks}) AND second_key <> ''",
            (publisher, *chunk),
        ).fetchall()
        ids |= {by_url[url]: item for url, item in rows}
    texts: dict[int, list[KnownText]] = {}
    for numbers in _chunks(list(set(ids.values()))):
        marks = ",".join("?" * len(numbers))
        # A text that is only wanted has no title yet and is no text.
        for item, lang, title, text, source, modified in db.execute(
            "SELECT item_id, lang, title, text, source, modified_ms FROM item_text"
            f" WHERE title <> '' AND item_id IN ({marks})",
            numbers,
        ):
            known = KnownText(lang, title, text, source, None if modified is None else from_ms(modified))
            texts.setdefault(item, []).append(known)
    return {identity: Known(ItemId(item), tuple(texts.get(item, ()))) for identity, item in ids.items()}


def insert_items(db: sqlite3.Connection, items: Iterable[NewItem], folder: Folder) -> list[ItemId]:
    """Insert inside the caller's transaction, oldest first (descending ids cost five times as much)."""
    ordered = sorted(items, key=lambda new: new.sort_at)
    added = free_ids(db, [to_ms(new.sort_at) for new in ordered])
    numbered = list(zip(added, ordered, strict=True))
    insert_rows(db, "item", _ITEM, [_item_row(item, new) for item, new in numbered])
    insert_rows(db, "item_text", _TEXT, [_text_row(item, new.entry, new.source, new.body) for item, new in numbered])
    for item, new in numbered:
        if new.flags.licence_event is not None:
            licences.put(db, item, licences.stored_form(new.flags.licence_event))
        if new.flags.firms:
            firms.add(db, item, firms.stored_form(new.flags.firms))
        if new.original is not None:
            evidence.keep(db, item, new.entry.lang, new.original)
        if new.unreadable is not None:
            body_unreadable(db, item, new.entry.lang, new.unreadable, new.first_seen_at, for_ever=True)
        if new.entry.attachments:
            attachments.put(db, item, new.entry.lang, new.entry.attachments)
    index_new(db, [_for_index(item, new) for item, new in numbered], folder)
    journal.note_new(db, [_for_journal(item, new) for item, new in numbered])
    return added


def put_text(
    db: sqlite3.Connection,
    item: ItemId,
    entry: Entry,
    source: str,
    change: Change,
    body: Body,
    now: datetime,
    *,
    substance: bool = False,
) -> None:
    """Store what an entry adds to a known item, keeping the former text as a revision where it was revised.

    `substance` says of a revision that the text now says something else: the item is marked, and open again.
    """
    if change is Change.OUTDATED:
        # An edit is rarely of one language alone, and not every language is listed with its time.
        db.execute(
            "UPDATE item_text SET body = ?, tries = 0, retry_ms = 0 WHERE item_id = ? AND (lang = ? OR body = ?)",
            (Body.WANTED, item, entry.lang, Body.STORED),
        )
        return
    if change is Change.REVISED:
        if substance:
            _note_substance(db, item, entry.lang, now)
        db.execute(
            "INSERT INTO revision SELECT item_id, lang,"
            " (SELECT count(*) + 1 FROM revision r WHERE r.item_id = t.item_id AND r.lang = t.lang),"
            " ?, title, html, text, modified_ms FROM item_text t WHERE item_id = ? AND lang = ?",
            (to_ms(now), item, entry.lang),
        )
        db.execute(
            "UPDATE item SET revision = (SELECT 1 + max(n) FROM revision WHERE item_id = ?) WHERE id = ?",
            (item, item),
        )
    db.execute("DELETE FROM item_text WHERE item_id = ? AND lang = ?", (item, entry.lang))
    insert_rows(db, "item_text", _TEXT, [_text_row(item, entry, source, body)])
    rows = db.execute("SELECT lang, title, text FROM item_text WHERE item_id = ? AND title <> ''", (item,)).fetchall()
    rows.sort(key=lambda row: LANG_ORDER.index(row[0]) if row[0] in LANG_ORDER else len(LANG_ORDER))
    lang, title, text = rows[0]
    db.execute(
        "UPDATE item SET title = ?, lang = ?, summary = ?, langs = ?, changed_ms = ? WHERE id = ?",
        (title, lang, summary_of(text), " ".join(row[0] for row in rows), to_ms(now), item),
    )
    if entry.published_at is not None:
        # A date alone says less than the time to the second that another feed stated.
        exact = [Precision.DAY, Precision.MINUTE, Precision.SECOND]
        no_better = exact[: exact.index(entry.precision) + 1]
        journal.note_published(db, item, to_ms(entry.published_at), entry.precision, no_better, now)
        db.execute(
            "UPDATE item SET published_ms = ?, precision = ? WHERE id = ?"
            f" AND (published_ms IS NULL OR precision IN ({','.join('?' * len(no_better))}))",
            (to_ms(entry.published_at), entry.precision.value, item, *no_better),
        )


def set_flags(db: sqlite3.Connection, item: ItemId, flags: Flags, lang: str) -> None:
    """Store what the rules say of an item; `lang` is the text they read."""
    set_flags_row(db, item, flags_row(flags, lang), licences.stored_form(flags.licence_event))
    firms.put(db, item, firms.stored_form(flags.firms))


def set_flags_row(
    db: sqlite3.Connection, item: ItemId, row: tuple[object, ...], licence: tuple[licences.StoredRow, ...]
) -> None:
    """Store what `flags_row` and `licences.stored_form` gave. In a story they are the item's own until it is settled anew."""
    licences.put(db, item, licence)
    db.execute(
        "UPDATE item SET doc_type = ?, level = ?, topics = ?, hk = ?, flag = ?, reasons = ?, reasons_lang = ?, labels = ?,"
        " pinned = ?, asks_ack = ?, own_level = NULL, own_flag = NULL WHERE id = ?",
        (*row, item),
    )


def flags_row(flags: Flags, lang: str) -> tuple[object, ...]:
    """What `set_flags` stores in the item's row, in its order."""
    return (
        flags.doc_type.value,
        int(flags.severity),
        " ".join(flags.topics),
        int(flags.hk),
        int(flags.flag),
        reasons_json(flags),
        lang,
        " ".join(flags.labels),
        int(flags.pin),
        int(flags.needs_ack),
    )


def want_text(db: sqlite3.Connection, item: ItemId, lang: str, source: str) -> None:
    """Note that an item should exist in another language; until it is fetched the language is not shown."""
    db.execute(
        "INSERT OR IGNORE INTO item_text (item_id, lang, source, title, html, text, url, body)"
        " VALUES (?,?,?,'','','','',?)",
        (item, lang, source, Body.WANTED),
    )


def body_failed(db: sqlite3.Connection, item: ItemId, lang: str, now: datetime, *, for_ever: bool) -> None:
    """A text could not be fetched: try again after 1, 2, 4 … at most 64 minutes, or never where it does not exist."""
    db.execute(
        "UPDATE item_text SET body = ?, tries = tries + 1, retry_ms = ? + 60000 * (1 << min(tries, 6))"
        " WHERE item_id = ? AND lang = ?",
        (Body.GIVEN_UP if for_ever else Body.WANTED, to_ms(now), item, lang),
    )


def body_unreadable(
    db: sqlite3.Connection, item: ItemId, lang: str, error: FormatError, now: datetime, *, for_ever: bool
) -> None:
    """A document came and no text could be read from it: the reader says why; tried again unless `for_ever`."""
    body_failed(db, item, lang, now, for_ever=for_ever)
    db.execute(
        "UPDATE item_text SET error_key = ?, error = ?, next_step = ? WHERE item_id = ? AND lang = ?",
        (error.key, error.detail, error.next_step, item, lang),
    )


def body_confirmed(db: sqlite3.Connection, item: ItemId, lang: str, modified_at: datetime | None) -> None:
    """The stored text was read again and has not changed."""
    db.execute(
        "UPDATE item_text SET body = ?, modified_ms = coalesce(?, modified_ms) WHERE item_id = ? AND lang = ?",
        (Body.STORED, None if modified_at is None else to_ms(modified_at), item, lang),
    )


def mark_items(
    db: sqlite3.Connection, items: Sequence[ItemId], mark: Mark, note: str, now: datetime, actor: str = ""
) -> None:
    """Change the user's own state of items; `actor` is who does it, for the journal."""
    journal.note_marks(db, items, mark, note, now, actor)
    change: str
    values: tuple[object, ...] = ()
    match mark:
        case Mark.SEEN:
            change = "state = max(state, 1)"
        case Mark.READ:
            change = "state = 2"
        case Mark.UNREAD:
            change = "state = 1, acked_ms = NULL"
        case Mark.STAR:
            change = "starred = 1"
        case Mark.UNSTAR:
            change = "starred = 0"
        case Mark.ACKNOWLEDGE:
            change, values = (
                "acked_ms = ?, note = CASE WHEN ? <> '' THEN ? ELSE note END, state = 2",
                (to_ms(now), note, note),
            )
        case Mark.UNACKNOWLEDGE:
            change = "acked_ms = NULL"
        case Mark.ARCHIVE:
            change = "archived = 1"
        case Mark.UNARCHIVE:
            change = "archived = 0"
        case Mark.NOTE:
            change, values = "note = ?", (note,)
    for chunk in _chunks(list(items)):
        marks = ",".join("?" * len(chunk))
        db.execute(f"UPDATE item SET {change} WHERE id IN ({marks})", (*values, *chunk))


def texts_of(db: sqlite3.Connection, item: ItemId) -> list[tuple[str, str, str]]:
    """(lang, title, text) of an item, English first."""
    rows = db.execute("SELECT lang, title, text FROM item_text WHERE item_id = ? AND title <> ''", (item,)).fetchall()
    rows.sort(key=lambda row: LANG_ORDER.index(row[0]) if row[0] in LANG_ORDER else len(LANG_ORDER))
    return rows


def identity_of(db: sqlite3.Connection, item: ItemId) -> str:
    """The identity an item was stored under."""
    return str(db.execute("SELECT identity FROM item WHERE id = ?", (item,)).fetchone()[0])


def find_identity(db: sqlite3.Connection, identity: str) -> ItemId | None:
    """The item that is stored under an identity; None if there is none."""
    row = db.execute("SELECT id FROM item WHERE identity = ?", (identity,)).fetchone()
    return None if row is None else ItemId(row[0])


def is_settled(db: sqlite3.Connection, item: ItemId) -> bool:
    """Whether nobody needs to be told of an item any more: back catalogue, read already, or open again after an edit."""
    back, state, changed = db.execute("SELECT back, state, substance_ms FROM item WHERE id = ?", (item,)).fetchone()
    return bool(back) or state == ItemState.READ or changed is not None


def _note_substance(db: sqlite3.Connection, item: ItemId, lang: str, now: datetime) -> None:
    """Mark an item whose text in `lang` is about to be revised in substance."""
    revision, marked, kept = db.execute(
        "SELECT revision, substance_ms, (SELECT count(*) FROM revision r WHERE r.item_id = item.id AND r.lang = ?)"
        " FROM item WHERE id = ?",
        (lang, item),
    ).fetchone()
    # One edit reaches the languages one after the other; the first has opened the item, and who read it then is done.
    if marked is not None and kept + 1 < revision:
        return
    db.execute("UPDATE item SET substance_ms = ?, state = min(state, 1) WHERE id = ?", (to_ms(now), item))


def _item_row(item: ItemId, new: NewItem) -> tuple[object, ...]:
    """The values of `_ITEM`."""
    entry, flags = new.entry, new.flags
    return (
        item,
        new.identity,
        new.source,
        new.publisher,
        entry.ref or "",
        new.second_key,
        entry.title,
        entry.lang,
        summary_of(entry.text),
        entry.lang,
        flags.doc_type.value,
        int(flags.severity),
        " ".join(flags.topics),
        flags.hk,
        flags.flag,
        reasons_json(flags),
        entry.lang,
        None if entry.published_at is None else to_ms(entry.published_at),
        entry.precision.value,
        to_ms(new.first_seen_at),
        to_ms(new.first_seen_at),
        new.back,
        int(ItemState.READ if new.back else ItemState.NEW),
        " ".join(flags.labels),
        flags.pin,
        flags.needs_ack,
        new.muted_by,
    )


def _text_row(item: ItemId, entry: Entry, source: str, body: Body) -> tuple[object, ...]:
    """The values of `_TEXT`."""
    return (
        item,
        entry.lang,
        source,
        entry.title,
        entry.html,
        entry.text,
        entry.link,
        None if entry.modified_at is None else to_ms(entry.modified_at),
        Body.STORED if entry.text else body,
    )


def _for_journal(item: ItemId, new: NewItem) -> tuple[ItemId, str, str, int | None, str, bool, datetime]:
    entry = new.entry
    published_ms = None if entry.published_at is None else to_ms(entry.published_at)
    return (item, new.identity, new.publisher, published_ms, entry.precision.value, new.back, new.first_seen_at)


def _for_index(item: ItemId, new: NewItem) -> NewIndexed:
    entry, flags = new.entry, new.flags
    topics, labels = " ".join(flags.topics), " ".join(flags.labels)
    about = (new.source, new.publisher, flags.doc_type.value, topics, entry.lang, entry.ref or "", labels)
    return NewIndexed(item, about, int(flags.severity), entry.title, entry.text)


def _chunks(values: list[_T]) -> Iterable[list[_T]]:
    for start in range(0, len(values), _CHUNK):
        yield values[start : start + _CHUNK]
