# SPDX-License-Identifier: MIT
"""Documents of items, in each language."""

import sqlite3

from hkwatch.domain.attachment import Attachment, joined
from hkwatch.domain.ids import ItemId


def put(
    db: sqlite3.Connection, item: ItemId, lang: str, attachments: tuple[Attachment, ...], *, whole: bool = False
) -> bool:
    """Store what a source names of an item's documents in one language; whether that changed anything.

    `whole` = these are all there are; otherwise those known before stay.
    """
    before = of_item(db, item).get(lang, ())
    after = joined(before, attachments)
    if whole:
        kept = {one.url for one in attachments}
        after = tuple(one for one in after if one.url in kept)
    if after == before:
        return False
    db.execute("DELETE FROM attachment WHERE item_id = ? AND lang = ?", (item, lang))
    db.executemany(
        "INSERT INTO attachment (item_id, lang, n, title, url, kind, size) VALUES (?,?,?,?,?,?,?)",
        [(item, lang, n, one.title, one.url, one.kind, one.size) for n, one in enumerate(after)],
    )
    return True


def of_item(db: sqlite3.Connection, item: ItemId) -> dict[str, tuple[Attachment, ...]]:
    """All documents of an item by language, in the publisher's order."""
    found: dict[str, tuple[Attachment, ...]] = {}
    for lang, *values in db.execute(
        "SELECT lang, title, url, kind, size FROM attachment WHERE item_id = ? ORDER BY lang, n", (item,)
    ):
        found[lang] = (*found.get(lang, ()), Attachment(*values))
    return found
