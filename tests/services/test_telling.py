# SPDX-License-Identifier: MIT
"""Whether an item is told: a notice that waits grows with what it waits for, and nothing new is lost in it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from fakes import START
from hkwatch.domain.channels import ChannelKind, ChannelSpec, Subject
from hkwatch.domain.commands import Mark
from hkwatch.domain.ids import ChannelId, ItemId, NoticeId
from hkwatch.domain.item import ItemState, Level
from hkwatch.services.telling import queue
from hkwatch.store import channel_queue, channels, deliveries, items, outbox, stories
from hkwatch.store.db import open_writer, transaction
from store.stored import FOLDER, add, new_item

LATER = START + timedelta(minutes=10)


def rank(publisher: str) -> int:
    return 0 if publisher == "sfc" else 1


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_writer(tmp_path / "hkwatch.db", tmp_path / "backups", START)) as made:
        yield made


def report(db: sqlite3.Connection, level: Level = Level.HIGH) -> ItemId:
    (item,) = add(db, new_item("A paper reports", identity="report", publisher="rthk", at=START))
    with transaction(db):
        queue(db, item, "report", level, START, rank)
    return item


def own_act(db: sqlite3.Connection, story: ItemId, level: Level = Level.HIGH, publisher: str = "sfc") -> ItemId:
    (item,) = add(db, new_item("The act itself", identity="act", publisher=publisher, at=LATER))
    with transaction(db):
        stories.join(db, item, int(story), [story])
        stories.settle(db, int(story), rank, FOLDER)
        queue(db, item, "act", level, LATER, rank)
    return item


def due(db: sqlite3.Connection) -> list[tuple[ItemId | None, Level]]:
    return [(row.item, row.level) for row in outbox.due(db, LATER)]


def snooze(db: sqlite3.Connection) -> None:
    with transaction(db):
        outbox.finish(db, NoticeId(1), "shown", START)
        deliveries.snooze(db, NoticeId(1), START + timedelta(hours=1))


def test_a_text_that_makes_an_item_critical_makes_the_notice_that_waits_critical(db: sqlite3.Connection) -> None:
    item = report(db)
    with transaction(db):
        deliveries.hold(db, [NoticeId(1)], START)
        queue(db, item, "report", Level.CRITICAL, LATER, rank)
    assert [row.level for row in deliveries.held(db)] == [Level.CRITICAL]


@pytest.mark.parametrize(
    ("level", "publisher"), [(Level.HIGH, "sfc"), (Level.CRITICAL, "rthk")], ids=["own act", "more serious"]
)
def test_what_would_be_told_again_does_not_wait_for_the_end_of_a_snooze(
    db: sqlite3.Connection, level: Level, publisher: str
) -> None:
    story = report(db)
    snooze(db)
    assert due(db) == []
    own_act(db, story, level, publisher)
    assert [found[1] for found in due(db)] == [level]


def test_more_of_the_same_leaves_a_snoozed_story_snoozed(db: sqlite3.Connection) -> None:
    story = report(db)
    snooze(db)
    own_act(db, story, publisher="am730")
    assert due(db) == []


@pytest.mark.parametrize("held", [False, True])
def test_the_regulators_own_act_is_new_although_the_report_that_still_waits_was_read(
    db: sqlite3.Connection, held: bool
) -> None:
    story = report(db)
    with transaction(db):
        if held:
            deliveries.hold(db, [NoticeId(1)], START)
        items.mark_items(db, [story], Mark.READ, "", START, "chan")
    act = own_act(db, story)
    waits = [(row.item, row.level) for row in deliveries.held(db)] if held else due(db)
    assert waits == [(act, Level.HIGH)]
    states = [row[0] for row in db.execute("SELECT state FROM item")]
    assert states == [ItemState.NEW, ItemState.NEW]


def test_a_report_that_was_read_before_it_could_be_told_stays_read_with_more_reports(db: sqlite3.Connection) -> None:
    story = report(db)
    with transaction(db):
        items.mark_items(db, [story], Mark.READ, "", START, "chan")
    own_act(db, story, publisher="am730")
    assert [row[0] for row in db.execute("SELECT state FROM item")] == [ItemState.READ, ItemState.READ]


def test_a_channel_that_sent_the_report_sends_it_again_where_it_becomes_more_serious(db: sqlite3.Connection) -> None:
    spec = ChannelSpec(ChannelId(0), "Desk", ChannelKind.NTFY, "https://a.test/t", (Subject.ITEMS,), waits=False)
    with transaction(db):
        channels.save(db, spec, START)
    story = report(db)
    with transaction(db):
        deliveries.hold(db, [NoticeId(1)], START)
        (first,) = channel_queue.queued(db)
        channel_queue.sent(db, first.id, START)
    own_act(db, story, Level.CRITICAL)
    (again,) = channel_queue.queued(db)
    assert again.level is Level.CRITICAL
    assert again.key != first.key


def channel(db: sqlite3.Connection, least: Level = Level.NORMAL) -> None:
    spec = ChannelSpec(ChannelId(0), "Desk", ChannelKind.NTFY, "https://a.test/t", (Subject.ITEMS,), least)
    with transaction(db):
        channels.save(db, spec, START)


def news(db: sqlite3.Connection, *, desktop: bool) -> ItemId:
    (item,) = add(db, new_item("News", identity="news", publisher="sfc", at=START))
    with transaction(db):
        queue(db, item, "news", Level.NORMAL, START, rank, desktop=desktop)
    return item


@pytest.mark.parametrize(("least", "sent"), [(Level.NORMAL, 1), (Level.HIGH, 0)])
def test_a_channel_gets_the_levels_it_takes_also_where_the_desktop_is_told_nothing(
    db: sqlite3.Connection, least: Level, sent: int
) -> None:
    channel(db, least)
    news(db, desktop=False)
    assert due(db) == []
    assert len(channel_queue.queued(db)) == sent


def test_without_a_channel_nothing_is_queued_of_what_the_desktop_is_not_told(db: sqlite3.Connection) -> None:
    news(db, desktop=False)
    assert db.execute("SELECT count(*) FROM outbox").fetchone() == (0,)


def test_what_only_a_channel_took_is_told_on_the_desktop_where_a_search_finds_it(db: sqlite3.Connection) -> None:
    channel(db)
    item = news(db, desktop=False)
    with transaction(db):
        queue(db, item, "news", Level.NORMAL, LATER, rank)
    assert due(db) == [(item, Level.NORMAL)]
    assert len(channel_queue.queued(db)) == 1


def test_a_channel_hears_of_a_story_once_where_the_desktop_hears_nothing(db: sqlite3.Connection) -> None:
    channel(db)
    story = news(db, desktop=False)
    (second,) = add(db, new_item("The same", identity="second", publisher="am730", at=LATER))
    with transaction(db):
        stories.join(db, second, int(story), [story])
        stories.settle(db, int(story), rank, FOLDER)
        queue(db, second, "second", Level.NORMAL, LATER, rank, desktop=False)
    assert len(channel_queue.queued(db)) == 1
