# SPDX-License-Identifier: MIT
"""Pages, counts and single items."""

import sqlite3
from datetime import timedelta
from itertools import chain

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hkwatch.domain.commands import Mark
from hkwatch.domain.decide import Change
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Entry, Level, Topic
from hkwatch.domain.query import Query, QueryError, parse_query
from hkwatch.store import details, items, pages, view_counts

from .stored import FOLDER, NOW, add, flags, new_item

EVERYTHING = Query()


def mark(db: sqlite3.Connection, what: Mark, *marked: ItemId) -> None:
    items.mark_items(db, marked, what, "", NOW)


def fill(db: sqlite3.Connection, count: int, text: str = "licence 牌照") -> list[ItemId]:
    return add(db, *(new_item(f"n{n}", text, at=NOW + timedelta(seconds=n)) for n in range(count)))


def walk(db: sqlite3.Connection, query: Query, limit: int) -> list[list[ItemId]]:
    """All pages to the end."""
    found: list[list[ItemId]] = []
    before: ItemId | None = None
    while True:
        page = pages.page(db, query, FOLDER, before=before, limit=limit)
        found.append([row.id for row in page.rows])
        if not page.more:
            return found
        before = page.rows[-1].id


@pytest.mark.parametrize("text", ["", "licence", "牌照", "-nothing", "src:sfc"])
def test_pages_follow_one_another_newest_first_and_miss_nothing(db: sqlite3.Connection, text: str) -> None:
    ids = fill(db, 25)
    found = walk(db, parse_query(text), 10)
    assert [len(page) for page in found] == [10, 10, 5]
    assert list(chain(*found)) == ids[::-1]


@pytest.mark.parametrize("text", ["", "licence", "-nothing"])
def test_a_last_page_that_is_full_says_that_nothing_follows(db: sqlite3.Connection, text: str) -> None:
    fill(db, 20)
    assert [len(page) for page in walk(db, parse_query(text), 10)] == [10, 10]


def test_a_page_of_nothing_is_empty(db: sqlite3.Connection) -> None:
    assert pages.page(db, EVERYTHING, FOLDER) == pages.Page((), more=False)


@pytest.mark.parametrize("text", ["", "licence"])
def test_the_next_page_stays_the_same_while_newer_rows_come_in(db: sqlite3.Connection, text: str) -> None:
    ids = fill(db, 20)
    query = parse_query(text)
    first = pages.page(db, query, FOLDER, limit=10)
    add(db, *(new_item("newer", "licence", at=NOW + timedelta(hours=1)) for _ in range(7)))
    second = pages.page(db, query, FOLDER, before=first.rows[-1].id, limit=10)
    assert [row.id for row in (*first.rows, *second.rows)] == ids[::-1]


def test_the_next_page_stays_the_same_when_the_row_before_it_goes_away(db: sqlite3.Connection) -> None:
    ids = fill(db, 20)
    first = pages.page(db, EVERYTHING, FOLDER, limit=10)
    mark(db, Mark.ARCHIVE, first.rows[-1].id)
    second = pages.page(db, EVERYTHING, FOLDER, before=first.rows[-1].id, limit=10)
    assert [row.id for row in second.rows] == ids[9::-1]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(st.lists(st.integers(0, 3), min_size=1, max_size=30), st.integers(1, 12))
def test_any_page_size_shows_every_item_once(db: sqlite3.Connection, seconds: list[int], limit: int) -> None:
    add(db, *(new_item(at=NOW + timedelta(seconds=n)) for n in seconds))
    everything = [row[0] for row in db.execute("SELECT id FROM item ORDER BY id DESC")]
    assert list(chain(*walk(db, EVERYTHING, limit))) == everything


def test_a_query_error_names_where_in_the_text_nothing_can_be_found(db: sqlite3.Connection) -> None:
    with pytest.raises(QueryError) as caught:
        pages.page(db, parse_query("licence  —"), FOLDER)
    assert (caught.value.key, caught.value.position, caught.value.value) == ("nothing-to-find", 9, "—")


def test_rows_of_ids_come_newest_first_without_those_that_are_gone(db: sqlite3.Connection) -> None:
    ids = fill(db, 3)
    found = pages.rows_of(db, (ids[0], ItemId(5), ids[2]))
    assert [row.id for row in found] == [ids[2], ids[0]]
    assert pages.rows_of(db, ()) == ()


def test_more_ids_than_a_statement_takes_can_be_asked_for(db: sqlite3.Connection) -> None:
    ids = fill(db, 3)
    many = (*ids, *(ItemId(n) for n in range(40_000)))
    assert [row.id for row in pages.rows_of(db, many)] == ids[::-1]


def test_matching_says_which_of_some_items_a_query_finds(db: sqlite3.Connection) -> None:
    ids = fill(db, 5)
    other = add(db, new_item("other", at=NOW + timedelta(seconds=2.5)))
    query = parse_query("licence")
    assert set(pages.matching(db, query, FOLDER, (ids[1], *other, ids[3]))) == {ids[1], ids[3]}
    assert pages.matching(db, parse_query("other"), FOLDER, tuple(ids)) == ()
    assert pages.matching(db, EVERYTHING, FOLDER, (ids[0],)) == (ids[0],)
    assert pages.matching(db, query, FOLDER, ()) == ()


def test_counts_of_a_view_by_level_and_publisher(db: sqlite3.Connection) -> None:
    high = flags(level=Level.HIGH)
    add(db, new_item("a", verdict=high), new_item("b", publisher="hkma"), new_item("b", publisher="hkma", verdict=high))
    whole = view_counts.counts(db, EVERYTHING, FOLDER)
    assert whole == view_counts.Counts(3, {Level.HIGH: 2, Level.NORMAL: 1}, {"sfc": 1, "hkma": 2}, capped=False)
    assert view_counts.counts(db, parse_query("src:hkma level:high"), FOLDER).total == 1


def test_a_count_may_leave_out_what_stands_below_an_item(db: sqlite3.Connection) -> None:
    ids = fill(db, 5)
    add(db, new_item("other", "other", at=NOW + timedelta(seconds=9)))
    assert view_counts.count(db, parse_query("licence"), FOLDER) == 5
    assert view_counts.count(db, parse_query("licence"), FOLDER, at_least=ids[3]) == 2


def test_counts_stop_at_a_number_that_still_says_something(db: sqlite3.Connection) -> None:
    fill(db, view_counts.COUNTED)
    assert not view_counts.counts(db, EVERYTHING, FOLDER).capped
    add(db, new_item())
    capped = view_counts.counts(db, EVERYTHING, FOLDER)
    assert (capped.total, capped.capped) == (view_counts.COUNTED, True)
    assert sum(capped.by_publisher.values()) == sum(capped.by_level.values()) == view_counts.COUNTED


def test_open_counts_count_what_is_unread_and_not_archived(db: sqlite3.Connection) -> None:
    serious = flags(Topic.SFC, level=Level.CRITICAL, flag=True)
    _, read, archived, starred, _, gone = add(
        db,
        *(
            new_item("n", verdict=verdict, publisher=publisher, at=NOW + timedelta(seconds=n))
            for n, (verdict, publisher) in enumerate(
                [
                    (serious, "sfc"),
                    (serious, "sfc"),
                    (serious, "sfc"),
                    (flags(), "hkma"),
                    (flags(level=Level.HIGH), "hkma"),
                    (flags(), "hkma"),
                ]
            )
        ),
    )
    mark(db, Mark.READ, read)
    mark(db, Mark.ARCHIVE, archived, gone)
    mark(db, Mark.STAR, starred, gone)
    assert view_counts.open_counts(db) == view_counts.OpenCounts(
        inbox=3,
        flagged=1,
        starred=1,
        high=2,
        by_publisher={"sfc": 1, "hkma": 2},
        to_acknowledge=3,
        by_level=view_counts.open_counts(db).by_level,
    )
    assert view_counts.open_counts(db).badge({Level.HIGH, Level.CRITICAL}) == 2
    assert view_counts.open_counts(db).badge(set(Level)) == 3
    assert view_counts.open_counts(db).badge(()) == 0


def test_a_starred_item_that_is_archived_is_counted_like_it_is_listed(db: sqlite3.Connection) -> None:
    (item,) = add(db, new_item())
    mark(db, Mark.STAR, item)
    assert view_counts.open_counts(db).starred == len(pages.page(db, parse_query("is:starred"), FOLDER).rows) == 1
    mark(db, Mark.ARCHIVE, item)
    assert view_counts.open_counts(db).starred == len(pages.page(db, parse_query("is:starred"), FOLDER).rows) == 0


def test_an_item_that_does_not_exist_has_no_detail(db: sqlite3.Connection) -> None:
    assert details.detail(db, ItemId(1)) is None


def test_the_latest_serious_items_are_the_newest_of_high_and_above(db: sqlite3.Connection) -> None:
    levels = [Level.CRITICAL, Level.NORMAL, Level.HIGH, Level.LOW, Level.HIGH]
    ids = add(
        db, *(new_item(verdict=flags(level=level), at=NOW + timedelta(seconds=n)) for n, level in enumerate(levels))
    )
    mark(db, Mark.ARCHIVE, ids[4])
    assert [row.id for row in pages.latest_serious(db, 5)] == [ids[2], ids[0]]
    assert [row.id for row in pages.latest_serious(db, 1)] == [ids[2]]


def test_titles_come_in_the_wanted_language_where_the_item_exists_in_it(db: sqlite3.Connection) -> None:
    both, only = add(db, new_item("SFC licenses a platform"), new_item("In English only"))
    chinese = Entry("證監會向平台發牌", "https://example.test/zh", "zh-Hant")
    items.put_text(db, both, chinese, "sfc-press-tc", Change.LANGUAGE, items.Body.NONE, NOW)
    rows = pages.rows_of(db, (both, only))
    hant = {row.id: (row.title, row.lang) for row in pages.in_language(db, rows, "zh-Hant")}
    assert hant == {both: ("證監會向平台發牌", "zh-Hant"), only: ("In English only", "en")}
    assert {row.title for row in pages.in_language(db, rows, "zh-Hans")} == {"證監會向平台發牌", "In English only"}
    assert pages.in_language(db, rows, "en") == rows
