# SPDX-License-Identifier: MIT
"""One item whole: its texts and how they were revised, its story, what it is linked with."""

import sqlite3

from hkwatch.domain.detail import ItemDetail, ItemText, Related, StoryMember, TextVersion
from hkwatch.domain.ids import ItemId
from hkwatch.domain.order import from_ms, sort_ms_of
from hkwatch.store import attachments, licences, links
from hkwatch.store.inbox_rows import COLUMN_COUNT, COLUMNS, row_from
from hkwatch.store.item_values import LANG_ORDER, Body
from hkwatch.store.pages import rows_of
from hkwatch.store.paper_links import PAPER
from hkwatch.store.reasons import reasons_from_json


def detail(db: sqlite3.Connection, item: ItemId) -> ItemDetail | None:
    """One item with all its texts, None if it does not exist. Names of source and attribution are the caller's."""
    values = db.execute(
        f"SELECT {COLUMNS}, item.topics, item.reasons, item.reasons_lang, item.acked_ms, item.note, item.source"
        " FROM item WHERE id = ?",
        (item,),
    ).fetchone()
    if values is None:
        return None
    topics, reasons, reasons_lang, acked, note, source = values[COLUMN_COUNT:]
    stored = db.execute(
        "SELECT lang, title, html, text, url, modified_ms, body, error_key, error, next_step"
        " FROM item_text WHERE item_id = ?",
        (item,),
    ).fetchall()
    stored.sort(key=lambda row: LANG_ORDER.index(row[0]) if row[0] in LANG_ORDER else len(LANG_ORDER))
    modified = [row[5] for row in stored if row[5] is not None]
    documents = attachments.of_item(db, item)
    members = _members(db, item)
    told = {member.id for member in members}
    # A release that is in the paper's story stands there already.
    others = {one: kind for one, kind in links.linked_to(db, item) if kind != PAPER or one not in told}
    return ItemDetail(
        row=row_from(values[:COLUMN_COUNT]),
        texts=tuple(
            ItemText(lang, title, html, text, url, documents.get(lang, ()), *problem)
            for lang, title, html, text, url, _modified, _body, *problem in stored
            if title
        ),
        reasons=reasons_from_json(reasons),
        reasons_lang=reasons_lang,
        topics=tuple(topics.split()),
        source_names=(source, source, source),
        attribution="",
        modified_at=from_ms(max(modified)) if modified else None,
        acknowledged_at=None if acked is None else from_ms(acked),
        note=note,
        body_pending=any(row[6] == Body.WANTED for row in stored),
        versions=_versions(db, item),
        related=tuple(Related(others[row.id], row) for row in rows_of(db, tuple(others))[::-1]),
        members=members,
        licence=licences.of_item(db, item),
    )


def _members(db: sqlite3.Connection, item: ItemId) -> tuple[StoryMember, ...]:
    """All items of the story of this one, its lead first, then oldest first; empty while it is alone."""
    rows = db.execute(
        "SELECT m.id, m.publisher, m.source, m.title, m.lang, m.lead FROM item i JOIN item m ON m.story = i.story"
        " WHERE i.id = ? ORDER BY m.lead DESC, m.id",
        (item,),
    )
    return tuple(
        StoryMember(
            ItemId(row[0]), row[1], (row[2],) * 3, row[3], row[4], from_ms(sort_ms_of(ItemId(row[0]))), bool(row[5])
        )
        for row in rows
    )


def _versions(db: sqlite3.Connection, item: ItemId) -> tuple[TextVersion, ...]:
    """Every wording of each text that was revised; the time of one is when its forerunner was replaced."""
    rows = db.execute(
        "SELECT lang, n, at_ms, title, text, modified_ms FROM revision WHERE item_id = ?1"
        " UNION ALL SELECT lang, (SELECT max(n) + 1 FROM revision r WHERE r.item_id = ?1 AND r.lang = t.lang), NULL,"
        " title, text, modified_ms FROM item_text t WHERE item_id = ?1"
        " AND EXISTS (SELECT 1 FROM revision r WHERE r.item_id = ?1 AND r.lang = t.lang) ORDER BY 1, 2",
        (item,),
    ).fetchall()
    if not rows:
        return ()
    first_seen = db.execute("SELECT first_seen_ms FROM item WHERE id = ?", (item,)).fetchone()[0]
    versions: list[TextVersion] = []
    since = first_seen
    for lang, number, replaced, title, text, modified in rows:
        at = from_ms(first_seen if number == 1 else since)
        versions.append(TextVersion(lang, number, at, None if modified is None else from_ms(modified), title, text))
        since = replaced
    return tuple(versions)
