# SPDX-License-Identifier: MIT
"""Items: their place, their texts, their revisions, and the user's state that no poll touches."""

import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.commands import Mark
from hkwatch.domain.decide import Change
from hkwatch.domain.flags import Reason
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import DocType, Entry, ItemState, Level, Precision, Topic
from hkwatch.domain.order import SLOTS_PER_MS, first_id, sort_ms_of, to_ms
from hkwatch.store import item_detail, items, pages
from hkwatch.store.db import migrations, transaction
from hkwatch.store.items import Body

from .stored import NOW, add, flags, new_item, revise

SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)
USER_COLUMNS = "state, starred, archived, acked_ms, note"


def user_state(db: sqlite3.Connection, item: ItemId) -> tuple[object, ...]:
    row: tuple[object, ...] = db.execute(f"SELECT {USER_COLUMNS} FROM item WHERE id = ?", (item,)).fetchone()
    return row


def shown(db: sqlite3.Connection, item: ItemId) -> pages.ItemDetail:
    found = item_detail.detail(db, item)
    assert found is not None
    return found


def mark(db: sqlite3.Connection, item: ItemId, what: Mark, note: str = "", now: datetime = NOW) -> None:
    with transaction(db):
        items.mark_items(db, [item], what, note, now)


def put(
    db: sqlite3.Connection,
    item: ItemId,
    entry: Entry,
    change: Change,
    source: str = "sfc-press-en",
    now: datetime = NOW,
) -> None:
    with transaction(db):
        items.put_text(db, item, entry, source, change, Body.NONE, now)


def entry(title: str = "Title", text: str = "text", lang: str = "en") -> Entry:
    return Entry(title, "https://example.test/1", lang, text=text)


def test_ids_follow_the_sort_time_whatever_the_order_of_insertion(db: sqlite3.Connection) -> None:
    late, early = new_item("late", at=NOW + HOUR), new_item("early", at=NOW - HOUR)
    first = add(db, late, early)
    second = add(db, new_item("between", at=NOW))
    assert [sort_ms_of(item) for item in first] == [to_ms(NOW - HOUR), to_ms(NOW + HOUR)]
    assert first[0] < second[0] < first[1]


def test_items_of_one_millisecond_get_ids_one_after_the_other(db: sqlite3.Connection) -> None:
    low = first_id(to_ms(NOW))
    assert add(db, new_item(), new_item()) == [low, low + 1]
    assert add(db, new_item()) == [low + 2]


def test_the_1025th_item_of_a_millisecond_goes_to_the_next_one(db: sqlite3.Connection) -> None:
    ids = add(db, *(new_item(f"n{n}") for n in range(SLOTS_PER_MS + 2)))
    assert ids == sorted(set(ids))
    assert [sort_ms_of(item) - to_ms(NOW) for item in ids] == [0] * SLOTS_PER_MS + [1, 1]
    assert add(db, new_item(at=NOW + timedelta(milliseconds=1))) == [ids[-1] + 1]


def test_an_identity_is_stored_once(db: sqlite3.Connection) -> None:
    add(db, new_item(identity="sfc:26PR1"))
    with pytest.raises(sqlite3.IntegrityError):
        add(db, new_item(), new_item(identity="sfc:26PR1"))
    assert db.execute("SELECT count(*) FROM item").fetchone()[0] == 1


def test_the_back_catalogue_is_stored_as_read_and_new_items_as_new(db: sqlite3.Connection) -> None:
    fresh, old = add(db, new_item(at=NOW - HOUR), new_item(back=True))
    assert shown(db, fresh).row.state is ItemState.NEW
    assert shown(db, old).row.state is ItemState.READ
    assert [items.is_settled(db, item) for item in (fresh, old)] == [False, True]


def test_what_is_stored_comes_back_whole(db: sqlite3.Connection) -> None:
    why = Reason("sfc-name", "sfc", "title", "證監會", 0, 3)
    verdict = flags(Topic.SFC, Topic.LICENCE, doc_type=DocType.LICENCE, level=Level.HIGH, flag=True, reasons=(why,))
    published = NOW - HOUR
    new = new_item("證監會發牌", "x  y\n" * 100, lang="zh-Hant", ref="26PR107", verdict=verdict, published=published)
    (item,) = add(db, replace(new, entry=replace(new.entry, html="<p>x</p>", precision=Precision.MINUTE)))
    detail = shown(db, item)
    row = detail.row
    assert (row.title, row.lang, row.langs, row.ref) == ("證監會發牌", "zh-Hant", ("zh-Hant",), "26PR107")
    assert (row.doc_type, row.level, row.flagged) == (DocType.LICENCE, Level.HIGH, True)
    assert (row.published_at, row.precision, row.first_seen_at) == (published, Precision.MINUTE, NOW)
    assert (row.revision, row.starred, row.acknowledged, row.archived) == (1, False, False, False)
    assert row.summary.startswith("x y x y")
    assert len(row.summary) == 160
    assert (detail.reasons, detail.reasons_lang, detail.topics) == ((why,), "zh-Hant", ("sfc", "licence"))
    assert (detail.texts[0].html, detail.texts[0].url) == ("<p>x</p>", new.entry.link)
    assert items.texts_of(db, item) == [("zh-Hant", "證監會發牌", "x  y\n" * 100)]
    assert items.identity_of(db, item) == new.identity


def test_known_items_are_found_by_identity_with_all_their_texts(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item("One", "text", identity="sfc:1"))
    put(db, item, entry("題", "文", "zh-Hant"), Change.LANGUAGE)
    found = items.known_items(db, "sfc", [("sfc:1", ""), ("sfc:2", "")])
    assert list(found) == ["sfc:1"]
    assert found["sfc:1"].id == item
    assert {(text.lang, text.title, text.text) for text in found["sfc:1"].texts} == {
        ("en", "One", "text"),
        ("zh-Hant", "題", "文"),
    }


def test_an_item_whose_guid_changed_is_found_by_its_second_key(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item(identity="old", second_key="https://example.test/a"))
    assert items.known_items(db, "sfc", [("new", "https://example.test/a")])["new"].id == item


def test_a_second_key_counts_within_its_publisher_only(db: sqlite3.Connection) -> None:
    add(db, new_item(identity="old", second_key="https://example.test/a"))
    assert items.known_items(db, "hkma", [("new", "https://example.test/a")]) == {}


def test_an_empty_second_key_finds_nothing(db: sqlite3.Connection) -> None:
    add(db, new_item(identity="old"), new_item(identity="older"))
    assert items.known_items(db, "sfc", [("new", "")]) == {}


def test_identity_wins_over_a_second_key(db: sqlite3.Connection) -> None:
    url = "https://example.test/a"
    one, two = add(db, new_item(identity="one", second_key=url), new_item(identity="two"))
    found = items.known_items(db, "sfc", [("two", url)])
    assert {name: known.id for name, known in found.items()} == {"two": two}
    assert one != two


def test_more_keys_than_one_statement_takes_are_found(db: sqlite3.Connection) -> None:
    added = add(db, *(new_item(identity=f"i{n}", second_key=f"u{n}") for n in range(1200)))
    by_name = items.known_items(db, "sfc", [(f"i{n}", "") for n in range(1200)])
    by_url = items.known_items(db, "sfc", [(f"new{n}", f"u{n}") for n in range(1200)])
    assert sorted(known.id for known in by_name.values()) == added
    assert sorted(known.id for known in by_url.values()) == added


def test_a_language_that_is_only_wanted_is_no_text(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item(identity="sfc:1", ref="26PR1"))
    with transaction(db):
        items.want_text(db, item, "zh-Hant", "sfc-api")
        items.want_text(db, item, "en", "sfc-api")
    assert [text.lang for text in items.known_items(db, "sfc", [("sfc:1", "")])["sfc:1"].texts] == ["en"]
    detail = shown(db, item)
    assert [text.lang for text in detail.texts] == ["en"]
    assert detail.row.langs == ("en",)
    assert detail.body_pending
    assert [(wanted.lang, wanted.ref) for wanted in items.wanted_bodies(db, NOW, 9)] == [("zh-Hant", "26PR1")]


def test_a_revision_keeps_the_former_text(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item("First", "one"))
    put(db, item, entry("Second", "two"), Change.REVISED, now=NOW + SECOND)
    put(db, item, entry("Third", "three"), Change.REVISED, now=NOW + 2 * SECOND)
    kept = db.execute("SELECT n, at_ms, title, text FROM revision WHERE item_id = ? ORDER BY n", (item,)).fetchall()
    assert kept == [(1, to_ms(NOW + SECOND), "First", "one"), (2, to_ms(NOW + 2 * SECOND), "Second", "two")]
    assert (shown(db, item).row.title, shown(db, item).row.revision) == ("Third", 3)


@pytest.mark.parametrize("change", [Change.LANGUAGE, Change.BODY])
def test_a_language_or_a_first_text_is_no_revision(db: sqlite3.Connection, change: Change) -> None:
    (item,) = add(db, new_item("Title"))
    put(db, item, entry("Title", "text", "en" if change is Change.BODY else "zh-Hans"), change)
    assert shown(db, item).row.revision == 1
    assert db.execute("SELECT count(*) FROM revision").fetchone()[0] == 0


def test_english_names_an_item_then_traditional_chinese(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item("简", lang="zh-Hans"))
    put(db, item, entry("繁", "文", "zh-Hant"), Change.LANGUAGE)
    assert (shown(db, item).row.title, shown(db, item).row.langs) == ("繁", ("zh-Hant", "zh-Hans"))
    put(db, item, entry("English", "text"), Change.LANGUAGE)
    assert (shown(db, item).row.title, shown(db, item).row.lang) == ("English", "en")
    assert [text.lang for text in shown(db, item).texts] == ["en", "zh-Hant", "zh-Hans"]


def test_an_outdated_text_stays_until_it_is_fetched_again(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item("Title", "the text"))
    put(db, item, entry("Title", ""), Change.OUTDATED)
    assert items.texts_of(db, item) == [("en", "Title", "the text")]
    assert shown(db, item).body_pending
    assert items.count_wanted(db) == (1, 0)
    with transaction(db):
        items.body_confirmed(db, item, "en", NOW)
    assert items.count_wanted(db) == (0, 0)
    assert shown(db, item).modified_at == NOW
    assert not shown(db, item).body_pending


def test_with_one_text_outdated_the_other_languages_are_fetched_again_too(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item("Title", "the text"))
    put(db, item, entry("標題", "內文", lang="zh-Hant"), Change.LANGUAGE)
    items.want_text(db, item, "zh-Hans", "sfc-news-api")
    items.body_failed(db, item, "zh-Hans", NOW, for_ever=True)
    put(db, item, entry("Title", ""), Change.OUTDATED)
    assert {wanted.lang for wanted in items.wanted_bodies(db, NOW, 9)} == {"en", "zh-Hant"}


def test_a_stated_time_takes_its_precision_with_it(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item("Title"))
    midnight = NOW.replace(hour=0)
    put(db, item, replace(entry(), published_at=midnight, precision=Precision.DAY), Change.BODY)
    assert (shown(db, item).row.published_at, shown(db, item).row.precision) == (midnight, Precision.DAY)
    exact = NOW - HOUR
    put(db, item, replace(entry(), published_at=exact, precision=Precision.SECOND), Change.REVISED)
    assert (shown(db, item).row.published_at, shown(db, item).row.precision) == (exact, Precision.SECOND)


def test_a_date_alone_does_not_replace_a_time_to_the_second(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item("Title", published=NOW))
    put(db, item, replace(entry(), published_at=NOW.replace(hour=0), precision=Precision.DAY), Change.REVISED)
    assert (shown(db, item).row.published_at, shown(db, item).row.precision) == (NOW, Precision.SECOND)


def test_an_update_without_a_time_keeps_the_stated_one(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item("Title", published=NOW - HOUR))
    put(db, item, entry(), Change.REVISED)
    assert shown(db, item).row.published_at == NOW - HOUR


def test_a_text_that_cannot_be_had_is_asked_for_after_ever_longer_waits(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item("Title", body=Body.WANTED))
    now, waits = NOW, []
    for _ in range(9):
        with transaction(db):
            items.body_failed(db, item, "en", now, for_ever=False)
        minutes = 0
        while not items.wanted_bodies(db, now + timedelta(minutes=minutes), 1):
            minutes += 1
        waits.append(minutes)
    assert waits == [1, 2, 4, 8, 16, 32, 64, 64, 64]
    with transaction(db):
        items.body_failed(db, item, "en", now, for_ever=True)
    assert items.wanted_bodies(db, now + timedelta(days=99), 1) == []


def test_texts_of_new_items_are_fetched_first_english_first_newest_first(db: sqlite3.Connection) -> None:
    def wanted(title: str, lang: str, seconds: int, back: bool = False) -> items.NewItem:
        return new_item(title, lang=lang, at=NOW + seconds * SECOND, back=back, body=Body.WANTED, identity=title)

    add(
        db, wanted("en old", "en", 0), wanted("en new", "en", 1), wanted("zh", "zh-Hant", 2), wanted("b", "en", 3, True)
    )
    names = [wanted.identity for wanted in items.wanted_bodies(db, NOW, 9)]
    assert names == ["en new", "en old", "zh", "b"]
    assert [wanted.identity for wanted in items.wanted_bodies(db, NOW, 1)] == ["en new"]


@pytest.mark.parametrize(
    ("marks", "state", "starred", "archived", "acknowledged"),
    [
        ([Mark.SEEN], ItemState.SEEN, False, False, False),
        ([Mark.READ, Mark.SEEN], ItemState.READ, False, False, False),
        ([Mark.READ, Mark.UNREAD], ItemState.SEEN, False, False, False),
        ([Mark.STAR], ItemState.NEW, True, False, False),
        ([Mark.STAR, Mark.UNSTAR], ItemState.NEW, False, False, False),
        ([Mark.ARCHIVE], ItemState.NEW, False, True, False),
        ([Mark.ARCHIVE, Mark.UNARCHIVE], ItemState.NEW, False, False, False),
        ([Mark.ACKNOWLEDGE], ItemState.READ, False, False, True),
        ([Mark.ACKNOWLEDGE, Mark.UNACKNOWLEDGE], ItemState.READ, False, False, False),
        ([Mark.ACKNOWLEDGE, Mark.UNREAD], ItemState.SEEN, False, False, False),
    ],
)
def test_marks(
    db: sqlite3.Connection, marks: list[Mark], state: ItemState, starred: bool, archived: bool, acknowledged: bool
) -> None:
    (item,) = add(db, new_item())
    for one in marks:
        mark(db, item, one)
    row = shown(db, item).row
    assert (row.state, row.starred, row.archived, row.acknowledged) == (state, starred, archived, acknowledged)


def test_acknowledging_again_without_a_note_keeps_the_note(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item())
    mark(db, item, Mark.ACKNOWLEDGE, "told the desk")
    mark(db, item, Mark.ACKNOWLEDGE)
    assert shown(db, item).note == "told the desk"


def test_marks_reach_many_items_at_once_and_no_others(db: sqlite3.Connection) -> None:
    added = add(db, *(new_item() for _ in range(1201)))
    with transaction(db):
        items.mark_items(db, added[:-1], Mark.READ, "", NOW)
        items.mark_items(db, [], Mark.ARCHIVE, "", NOW)
    assert db.execute("SELECT count(*) FROM item WHERE state = 2").fetchone()[0] == 1200
    assert shown(db, added[-1]).row.state is ItemState.NEW


def test_critical_items_need_a_word_unless_they_are_back_catalogue(db: sqlite3.Connection) -> None:
    verdict = flags(level=Level.CRITICAL)
    fresh, old, high = add(
        db, new_item(verdict=verdict), new_item(verdict=verdict, back=True), new_item(verdict=flags(level=Level.HIGH))
    )
    assert [shown(db, item).row.needs_ack for item in (fresh, old, high)] == [True, False, False]
    mark(db, fresh, Mark.ACKNOWLEDGE)
    assert not shown(db, fresh).row.needs_ack


CHANGES = st.sampled_from(Change)
LANGS = st.sampled_from(["en", "zh-Hant", "zh-Hans"])
MARKS = st.lists(st.sampled_from(Mark), max_size=4)


@given(MARKS, st.lists(st.tuples(CHANGES, LANGS, st.text(max_size=5)), max_size=5), st.sampled_from(Level))
def test_no_text_and_no_flag_ever_touches_what_is_the_users(
    marks: list[Mark], updates: list[tuple[Change, str, str]], level: Level
) -> None:
    from_memory = _empty_database()
    (item,) = add(from_memory, new_item("Title", "text"))
    for one in marks:
        mark(from_memory, item, one, "a note")
    before = user_state(from_memory, item)
    for change, lang, text in updates:
        if lang not in shown(from_memory, item).row.langs:
            change = Change.LANGUAGE
        put(from_memory, item, Entry("Title", "https://example.test/1", lang, text=text), change)
        revise(from_memory, item, Entry("Other", "https://example.test/1", lang, text=text))
    items.set_flags(from_memory, item, flags(level=level, flag=True), "en")
    assert user_state(from_memory, item) == before
    from_memory.close()


def _empty_database() -> sqlite3.Connection:
    from_memory = sqlite3.connect(":memory:", isolation_level=None)
    for _, step in migrations():
        from_memory.executescript(step.read_text("utf-8"))
    return from_memory
