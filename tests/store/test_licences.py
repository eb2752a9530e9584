# SPDX-License-Identifier: MIT
"""What happened to licences, stored with the items that tell it."""

import sqlite3
from dataclasses import replace

from hkwatch.domain.item import Topic
from hkwatch.domain.licence_event import Happening, LicenceEvent, Licensee, Regime
from hkwatch.store import item_detail, items, licences

from .stored import FOLDER, flags, new_item

TWO = LicenceEvent(
    Happening.GRANTED, (Licensee("Example", "ZZZ001", "example"), Licensee("Sample")), Regime.VATP, True, 4, 10
)
NOBODY = LicenceEvent(Happening.REFUSED, (), None, False, 0, 7)


def store(db: sqlite3.Connection, event: LicenceEvent | None) -> int:
    verdict = replace(flags(Topic.LICENCE), licence_event=event)
    return items.insert_items(db, [new_item(verdict=verdict)], FOLDER)[0]


def test_an_event_comes_back_with_all_its_firms(db: sqlite3.Connection) -> None:
    item = items.ItemId(store(db, TWO))
    assert licences.of_item(db, item) == replace(TWO, start=0, end=0)
    detail = item_detail.detail(db, item)
    assert detail is not None
    assert detail.licence == replace(TWO, start=0, end=0)


def test_an_event_without_a_firm_is_kept_too(db: sqlite3.Connection) -> None:
    item = items.ItemId(store(db, NOBODY))
    assert licences.of_item(db, item) == replace(NOBODY, end=0)


def test_new_flags_replace_the_event(db: sqlite3.Connection) -> None:
    item = items.ItemId(store(db, TWO))
    items.set_flags(db, item, flags(Topic.LICENCE), "en")
    assert licences.of_item(db, item) is None
    assert db.execute("SELECT count(*) FROM licence_event").fetchone() == (0,)
