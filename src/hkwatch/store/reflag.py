# SPDX-License-Identifier: MIT
"""Stored items read for flagging anew, and what came of it written back. The user's own state is never touched."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from hkwatch.domain.catalogue import Publisher
from hkwatch.domain.flags import FlagInput, Flags
from hkwatch.domain.ids import ItemId
from hkwatch.domain.level import ROW_REMOVED
from hkwatch.domain.order import from_ms
from hkwatch.domain.user_rules import BODY_CHARS
from hkwatch.store import firms
from hkwatch.store.alerts import FIRED
from hkwatch.store.index import index_facets
from hkwatch.store.items import LANG_ORDER, flags_row, set_flags_row
from hkwatch.store.licences import StoredRow, stored_form, stored_of


@dataclass(frozen=True, slots=True)
class StoredItem:
    """An item as the rules read it: `lang` is the text that was chosen, `source` where that came from.

    `changed_ms` is when it last got another text; `former` are the flags it has, `licence` what it says of a licence and
    `firms` whom it names, in the form they are stored in. `register_row_gone`: it reports a row gone from a register.
    """

    id: ItemId
    title: str
    body: str
    lang: str
    source: str
    publisher: str
    url: str
    ref: str
    published_ms: int | None
    changed_ms: int
    former: tuple[object, ...]
    licence: tuple[StoredRow, ...]
    firms: firms.StoredFirms
    register_row_gone: bool

    def input(self, publisher: Publisher | None, now: datetime) -> FlagInput:
        """What the rules are given at `now`; only the catalogue knows who `publisher` is."""
        at = None if self.published_ms is None else from_ms(self.published_ms)
        return FlagInput(
            self.title,
            self.body,
            self.lang,
            publisher,
            self.source,
            self.url,
            at,
            now,
            self.register_row_gone,
            self.ref,
        )

    def verdict(self, flags: Flags) -> "Verdict | None":
        """The new flags to be stored; None where they are those it has."""
        row, licence = flags_row(flags, self.lang), stored_form(flags.licence_event)
        named = firms.stored_form(flags.firms)
        if (row, licence, named) == (self.former, self.licence, self.firms):
            return None
        return Verdict(self.id, self.changed_ms, row, licence, named)


@dataclass(frozen=True, slots=True)
class Verdict:
    """New flags of an item that was read at `changed_ms`."""

    item: ItemId
    changed_ms: int
    row: tuple[object, ...]
    licence: tuple[StoredRow, ...]
    firms: firms.StoredFirms
    """All three in the form they are stored in."""


def count(db: sqlite3.Connection) -> int:
    """How many items there are."""
    return int(db.execute("SELECT count(*) FROM item").fetchone()[0])


def read(db: sqlite3.Connection, before: ItemId | None, limit: int) -> list[StoredItem]:
    """The next items, newest first."""
    rows = db.execute(
        # In a story `level` and `flag` of the lead are the story's.
        "SELECT id, publisher, ref, published_ms, changed_ms, doc_type, coalesce(own_level, level), topics, hk,"
        " coalesce(own_flag, flag), reasons, reasons_lang, labels, pinned, asks_ack FROM item"
        " WHERE id IN (SELECT id FROM item WHERE id < ? ORDER BY id DESC LIMIT ?)"
        # What a register's change means was known when it was seen; no rule reads it better out of its words.
        " AND id NOT IN (SELECT item_id FROM register_change WHERE item_id IS NOT NULL)"
        # Nor is there a rule on what the user's own alerts say.
        " AND source <> ? ORDER BY id DESC",
        (2**62 if before is None else before, limit, FIRED),
    ).fetchall()
    texts: dict[int, dict[str, tuple[str, str, str, str]]] = {}
    for item, lang, *text in db.execute(
        f"SELECT item_id, lang, title, substr(text, 1, {BODY_CHARS}), source, url FROM item_text"
        " WHERE title <> '' AND item_id IN (SELECT value FROM json_each(?))",
        (json.dumps([row[0] for row in rows]),),
    ):
        texts.setdefault(item, {})[lang] = (text[0], text[1], text[2], text[3])
    events = stored_of(db, [ItemId(row[0]) for row in rows])
    named = firms.stored_of(db, [ItemId(row[0]) for row in rows])
    found: list[StoredItem] = []
    for item, publisher, ref, published, changed, *former in rows:
        of_item = texts.get(item)
        if not of_item:
            continue
        lang = _chosen(of_item, former[6])
        title, body, source, url = of_item[lang]
        found.append(
            StoredItem(
                ItemId(item),
                title,
                body,
                lang,
                source,
                publisher,
                url,
                ref,
                published,
                changed,
                tuple(former),
                events.get(ItemId(item), ()),
                named.get(ItemId(item), ()),
                # Only the comparison of registers knew; what it found then stays so.
                ROW_REMOVED in former[5],
            )
        )
    return found


def last_id(db: sqlite3.Connection, before: ItemId | None, limit: int) -> ItemId | None:
    """The oldest of the next `limit` items; None when there are no more."""
    row = db.execute(
        "SELECT min(id) FROM (SELECT id FROM item WHERE id < ? ORDER BY id DESC LIMIT ?)",
        (2**62 if before is None else before, limit),
    ).fetchone()
    return None if row[0] is None else ItemId(row[0])


def write(db: sqlite3.Connection, verdicts: Sequence[Verdict]) -> tuple[ItemId, ...]:
    """Store new flags with the index's words for them; items that got another text meanwhile have new ones already.

    The stories of those written must be settled.
    """
    written: list[ItemId] = []
    for verdict in verdicts:
        row = db.execute("SELECT changed_ms FROM item WHERE id = ?", (verdict.item,)).fetchone()
        if row is not None and row[0] == verdict.changed_ms:
            set_flags_row(db, verdict.item, verdict.row, verdict.licence)
            firms.put(db, verdict.item, verdict.firms)
            index_facets(db, verdict.item)
            written.append(verdict.item)
    return tuple(written)


def _chosen(texts: dict[str, tuple[str, str, str, str]], reasons_lang: object) -> str:
    """The text the rules read: the first language that has a body, else the one they read before."""
    full = next((lang for lang in LANG_ORDER if lang in texts and texts[lang][1]), None)
    if full is not None:
        return full
    return reasons_lang if isinstance(reasons_lang, str) and reasons_lang in texts else next(iter(texts))
