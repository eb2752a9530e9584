# SPDX-License-Identifier: MIT
"""A firing as an item of the inbox, for alerts that ask for it; stored in the transaction that stores the firing.

It comes from no source: no rule judges it again, it belongs to no story, and no saved search fires of it.
"""

import sqlite3
from collections.abc import Callable
from datetime import datetime

from hkwatch.domain.alert_terms import AlertKind
from hkwatch.domain.alert_types import Firing
from hkwatch.domain.flags import Flags
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import DocType, Entry, Topic
from hkwatch.services.wording import Wording
from hkwatch.store import items
from hkwatch.store.alerts import FIRED, PUBLISHER


class FiringInbox:
    """Puts firings where items are. `wording` gives the words in the language of the moment."""

    def __init__(self, folder: Folder, wording: Callable[[], Wording]) -> None:
        self._folder, self._wording = folder, wording

    def put(self, db: sqlite3.Connection, row: int, firing: Firing, now: datetime) -> ItemId | None:
        """Store the firing of this row as an item, new and unread; None where its alert does not ask for that.

        A saved search puts nothing there: what it found is in the inbox already.
        """
        spec = firing.spec
        if spec is None or not spec.in_inbox or spec.kind is AlertKind.ITEM:
            return None
        words = self._wording()
        title, text = words.firing(firing)
        if spec.note:
            text = f"{text}\n{spec.note}"
        entry = Entry(title, "", words.language, text=text, published_at=firing.at)
        topics = (Topic.BTC_PRICE,) if firing.asset == "BTC" else ()
        flags = Flags(topics, False, False, spec.notify, DocType.PRICE, ())
        identity = f"{FIRED}/firing:{row}"
        # Found later, it still belongs where the inbox is read: on top.
        new = items.NewItem(identity, "", FIRED, PUBLISHER, entry, flags, now, now, False, items.Body.NONE)
        return items.insert_items(db, [new], self._folder)[0]
