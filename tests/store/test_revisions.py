# SPDX-License-Identifier: MIT
"""What an edit by the publisher does to an item, and how its wordings are read back."""

import sqlite3
from datetime import timedelta

import pytest

from hkwatch.domain.commands import Mark
from hkwatch.domain.decide import Change
from hkwatch.domain.detail import TextVersion
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Entry, ItemState
from hkwatch.domain.rows import InboxRow
from hkwatch.store import item_detail, items, pages

from .stored import NOW, add, new_item, revise

LATER, LATEST = NOW + timedelta(hours=1), NOW + timedelta(hours=2)


def entry(text: str, lang: str = "en", title: str = "A title", **more: object) -> Entry:
    return Entry(title, "https://example.test/1", lang, text=text, **more)  # type: ignore[arg-type]


def row(db: sqlite3.Connection, item: ItemId) -> InboxRow:
    return pages.rows_of(db, (item,))[0]


def versions(db: sqlite3.Connection, item: ItemId) -> tuple[TextVersion, ...]:
    detail = item_detail.detail(db, item)
    assert detail is not None
    return detail.versions


@pytest.fixture
def item(db: sqlite3.Connection) -> ItemId:
    """An item that was read."""
    (added,) = add(db, new_item("A title", "One."))
    items.mark_items(db, [added], Mark.READ, "", NOW)
    return added


def test_a_change_of_substance_marks_the_item_and_opens_it_again(db: sqlite3.Connection, item: ItemId) -> None:
    revise(db, item, entry("Two."), substance=True)
    assert (row(db, item).is_changed, row(db, item).state, row(db, item).revision) == (True, ItemState.SEEN, 2)
    assert pages.open_counts(db).inbox == 1


def test_a_small_one_does_neither_but_is_kept(db: sqlite3.Connection, item: ItemId) -> None:
    revise(db, item, entry("One ."))
    assert (row(db, item).is_changed, row(db, item).state, row(db, item).revision) == (False, ItemState.READ, 2)
    assert [version.text for version in versions(db, item)] == ["One.", "One ."]


@pytest.mark.parametrize("mark", [Mark.STAR, Mark.ARCHIVE, Mark.ACKNOWLEDGE])
def test_the_users_marks_stay(db: sqlite3.Connection, item: ItemId, mark: Mark) -> None:
    items.mark_items(db, [item], mark, "a note", NOW)
    before = row(db, item)
    revise(db, item, entry("Two."), substance=True)
    after = row(db, item)
    assert (after.starred, after.archived, after.acknowledged) == (before.starred, before.archived, before.acknowledged)


def test_an_item_not_looked_at_stays_new(db: sqlite3.Connection) -> None:
    (fresh,) = add(db, new_item("A title", "One."))
    revise(db, fresh, entry("Two."), substance=True)
    assert row(db, fresh).state is ItemState.NEW


def test_an_item_opened_by_an_edit_is_settled(db: sqlite3.Connection, item: ItemId) -> None:
    assert items.is_settled(db, item)
    revise(db, item, entry("Two."), substance=True)
    assert items.is_settled(db, item)


def test_one_edit_in_several_languages_opens_an_item_once(db: sqlite3.Connection, item: ItemId) -> None:
    revise(db, item, entry("一。", "zh-Hant"), Change.LANGUAGE)
    revise(db, item, entry("Two."), substance=True)
    items.mark_items(db, [item], Mark.READ, "", NOW)
    revise(db, item, entry("二。", "zh-Hant"), substance=True)
    assert row(db, item).state is ItemState.READ
    revise(db, item, entry("Three."), substance=True)
    assert row(db, item).state is ItemState.SEEN


def test_an_edit_that_only_the_second_language_shows_to_be_of_substance_opens_it(
    db: sqlite3.Connection, item: ItemId
) -> None:
    revise(db, item, entry("一。", "zh-Hant"), Change.LANGUAGE)
    revise(db, item, entry("One ."))
    revise(db, item, entry("二。", "zh-Hant"), substance=True)
    assert (row(db, item).state, row(db, item).is_changed) == (ItemState.SEEN, True)


def test_wordings_come_oldest_first_with_the_times_they_were_first_seen(db: sqlite3.Connection, item: ItemId) -> None:
    assert versions(db, item) == ()
    revise(db, item, entry("Two.", modified_at=LATER - timedelta(minutes=5)), substance=True, now=LATER)
    revise(db, item, entry("Three.", title="Another title"), now=LATEST)
    revise(db, item, entry("一。", "zh-Hant"), Change.LANGUAGE, now=LATEST)
    assert versions(db, item) == (
        TextVersion("en", 1, NOW, None, "A title", "One."),
        TextVersion("en", 2, LATER, LATER - timedelta(minutes=5), "A title", "Two."),
        TextVersion("en", 3, LATEST, None, "Another title", "Three."),
    )
    detail = item_detail.detail(db, item)
    assert detail is not None
    assert len(detail.versions_in("en")) == 3
    assert detail.versions_in("zh-Hant") == ()
