# SPDX-License-Identifier: MIT
"""Documents of items in the database."""

import sqlite3

from hkwatch.domain.attachment import Attachment
from hkwatch.store import attachments
from hkwatch.store.db import transaction

from .stored import add, new_item

FIRST = Attachment("Annex", "https://example.test/a.pdf", "pdf", 10)
SECOND = Attachment("Form", "https://example.test/b.doc", "doc")


def test_documents_come_back_in_order_and_by_language(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item())
    with transaction(db):
        assert attachments.put(db, item, "en", (SECOND, FIRST))
        assert attachments.put(db, item, "zh-Hant", (FIRST,))
    assert attachments.of_item(db, item) == {"en": (SECOND, FIRST), "zh-Hant": (FIRST,)}


def test_a_list_that_names_fewer_takes_nothing_away_unless_it_is_whole(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item())
    with transaction(db):
        attachments.put(db, item, "en", (FIRST, SECOND))
        assert not attachments.put(db, item, "en", (FIRST, SECOND))
        bare = Attachment("Annex", FIRST.url)
        assert not attachments.put(db, item, "en", (bare,))
        assert attachments.of_item(db, item)["en"] == (FIRST, SECOND)
        assert attachments.put(db, item, "en", (bare,), whole=True)
    assert attachments.of_item(db, item)["en"] == (FIRST,)


def test_documents_go_with_their_item(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item())
    with transaction(db):
        attachments.put(db, item, "en", (FIRST,))
        db.execute("DELETE FROM item_index WHERE item_id = ?", (item,))
        db.execute("DELETE FROM item WHERE id = ?", (item,))
    assert attachments.of_item(db, item) == {}
