# SPDX-License-Identifier: MIT
import sqlite3
from datetime import timedelta

from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Level, Topic
from hkwatch.domain.query import parse_query
from hkwatch.store import pages, stories, view_counts
from hkwatch.store.db import transaction
from store.stored import FOLDER, NOW, add, find, flags, new_item


def rank(publisher: str) -> int:
    return 0 if publisher in ("sfc", "hkma") else 3


def _story(db: sqlite3.Connection) -> tuple[ItemId, ...]:
    """A report in English, one in Chinese, and the regulator's own."""
    ids = add(
        db,
        new_item(
            "A report",
            "wording",
            publisher="rthk",
            source="rthk-en-finance",
            verdict=flags(level=Level.HIGH, flag=True),
        ),
        new_item(
            "證監會發牌", lang="zh-Hant", publisher="rthk", source="rthk-zh-finance", at=NOW + timedelta(seconds=1)
        ),
        new_item("The act", ref="26PR7", at=NOW + timedelta(seconds=2), verdict=flags(Topic.SFC)),
    )
    with transaction(db):
        for item in ids[1:]:
            stories.join(db, item, int(ids[0]), ids[:1])
        assert stories.settle(db, int(ids[0]), rank, FOLDER) == ids[2]
    return tuple(ids)


def test_the_best_source_leads_and_the_others_are_not_listed(db: sqlite3.Connection) -> None:
    _, _, act = _story(db)
    (row,) = pages.page(db, parse_query(""), FOLDER).rows
    assert (row.id, row.sources_count, row.langs) == (act, 3, ("en", "zh-Hant"))
    assert (row.level, row.flagged) == (Level.HIGH, True)


def test_a_story_is_found_by_any_members_words_once(db: sqlite3.Connection) -> None:
    _, _, act = _story(db)
    for text in ("wording", "發牌", "report", "src:rthk", "lang:zh-hant", "ref:26PR7", "level:high", "is:flagged"):
        assert find(db, text) == [act], text
    assert find(db, "-wording") == []


def test_all_counts_count_a_story_once(db: sqlite3.Connection) -> None:
    _story(db)
    counts = view_counts.open_counts(db)
    assert (counts.inbox, counts.flagged, counts.high, counts.by_publisher) == (1, 1, 1, {"sfc": 1})
    assert view_counts.counts(db, parse_query(""), FOLDER).total == 1
    assert len(pages.latest_serious(db, 5)) == 1


def test_who_leaves_takes_its_own_level_and_words_along(db: sqlite3.Connection) -> None:
    report, chinese, act = _story(db)
    with transaction(db):
        stories.alone(db, report, FOLDER)
        assert stories.settle(db, int(report), rank, FOLDER) == act
    assert find(db, "wording") == [report]
    assert find(db, "發牌") == [act]
    levels = {row.id: row.level for row in pages.rows_of(db, (report, act))}
    assert levels == {report: Level.HIGH, act: Level.NORMAL}
    assert stories.free_number(db, report) < 0
    with transaction(db):
        stories.alone(db, chinese, FOLDER)
        assert stories.settle(db, int(report), rank, FOLDER) is None
    assert stories.members_of(db, [act]) == (act,)
    assert stories.free_number(db, report) == report


def test_the_index_holds_no_word_of_a_member_twice(db: sqlite3.Connection) -> None:
    _story(db)
    assert db.execute("SELECT count(*) FROM item_index").fetchone()[0] == 1
    assert db.execute("SELECT count(*) FROM item_fts WHERE item_fts MATCH 'wording'").fetchone()[0] == 1
