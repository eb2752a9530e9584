# SPDX-License-Identifier: MIT
"""One event in several sources: one row, one notice, one state, and what the user decides stays so."""

import asyncio
import re
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fakes import SteppedClock
from hkwatch.app.compose import make_keeper
from hkwatch.app.paths import resources
from hkwatch.domain import commands as cmd
from hkwatch.domain.commands import Mark
from hkwatch.domain.events import ItemsChanged, Resync
from hkwatch.domain.ids import CommandId, ItemId, SourceId
from hkwatch.domain.item import Entry, ItemState, Level
from hkwatch.domain.query import parse_query
from hkwatch.domain.rows import InboxRow
from hkwatch.replica import FeedItem, OfficialItem, Replica, RthkItem
from hkwatch.replica.scenario import load
from hkwatch.services.batch import Batch, Stored
from hkwatch.store import item_detail, pages
from services.rig import EN, HKMA, RTHK, TC, Rig, run, shipped

CHINESE = SourceId("rthk-zh-finance")
PAPERS = SourceId("sfc-consultations-en")
PRESS = {"mingpao": "mingpao-econ", "panews": "panews", "wublock": "wublock"}
WIRE = SourceId("coindesk")
ENGLISH_FINE = ("HKMA fines Octopus HK$1.25 million over customer checks", "The HKMA fined Octopus for lapses.")
CHINESE_FINE = ("金管局向八達通罰款125萬元", "金管局指八達通在打擊洗錢方面有缺失，罰款125萬元。")
GRANT = (
    "SFC grants licence to Example Digital as virtual asset trading platform",
    "Example Digital obtained it today.",
)
GRANT_TOO = ("Example Digital obtains SFC licence as virtual asset trading platform", "The SFC granted the licence.")


async def take(
    rig: Rig, source: SourceId, *texts: tuple[str, str], back: bool = False, ref: str | None = None, days_ago: int = 0
) -> None:
    """News of a source, at the clock's time or so many days before."""
    row = shipped().catalogue.sources[source]
    entries = tuple(
        Entry(
            title,
            f"https://example.test/{source}/{abs(hash((title, rig.clock.now())))}",
            row.lang,
            guid=f"{source}-{title}",
            ref=ref,
            text=text,
            published_at=rig.clock.now() - timedelta(days=days_ago),
        )
        for title, text in texts
    )
    await rig.ingest.take(Batch(row, entries, lambda _: back))


async def rows(rig: Rig, query: str = "") -> list[InboxRow]:
    found = await rig.database.run(lambda db: pages.page(db, parse_query(query), shipped().folder))
    return list(found.rows)


async def items(rig: Rig) -> list[ItemId]:
    return [ItemId(row[0]) for row in await rig.sql("SELECT id FROM item ORDER BY id")]


async def command(rig: Rig, wish: cmd.Command) -> None:
    await rig.engine.handle(wish)


@pytest.fixture
def rig(tmp_path: Path, replica: Replica, clock: SteppedClock) -> Rig:
    return Rig(tmp_path, replica, clock, with_prices=False)


def test_one_event_in_three_sources_and_two_languages_is_one_row_and_one_notice(rig: Rig, clock: SteppedClock) -> None:
    async def test() -> None:
        async with rig:
            rig.ingest.tell_from = Level.LOW
            await take(rig, CHINESE, CHINESE_FINE)
            clock.step(minutes=5)
            await take(rig, RTHK, ENGLISH_FINE)
            clock.step(minutes=5)
            await take(rig, HKMA, ("HKMA fines Octopus Cards Limited HK$1,250,000", "The HKMA has fined Octopus."))
            (row,) = await rows(rig)
            assert row.publisher == "hkma"
            assert row.sources_count == 3
            assert row.langs == ("en", "zh-Hant")
            assert len(await rig.tell()) == 1
            assert await rig.tell() == []
            counts = await rig.database.run(pages.open_counts)
            assert counts.inbox == 1

    run(test())


def test_the_demos_roadmap_is_one_row_and_one_notice_in_all_its_sources_and_spellings(
    rig: Rig, clock: SteppedClock
) -> None:
    scenario = load(resources() / "demo")
    start = datetime(2025, 2, 19, 6, 19, tzinfo=UTC)
    (release,) = (one for one in scenario.items if isinstance(one, OfficialItem) and one.ref == "25PR20")
    press = [
        one
        for one in scenario.items
        if isinstance(one, FeedItem | RthkItem)
        and start < one.issued_at < start + timedelta(hours=2)
        and re.search(r"ASPIRe|12-point|12項措施", one.title)
    ]
    assert len(press) == 5

    async def test() -> None:
        async with rig:
            for lang, source in (("en", EN), ("tc", TC)):
                text = release.texts[lang]
                await take(rig, source, (text.title, text.html), ref=release.ref)
            told = len(await rig.tell())
            for one in sorted(press, key=lambda one: one.issued_at):
                clock.step(minutes=5)
                rthk = RTHK if isinstance(one, RthkItem) and one.lang == "en" else CHINESE
                source = SourceId(PRESS[one.feed]) if isinstance(one, FeedItem) else rthk
                await take(rig, source, (one.title, one.text))
                told += len(await rig.tell())
            (row,) = await rows(rig)
            assert (row.ref, row.sources_count, told) == ("25PR20", 6, 1)

    run(test())


def test_a_paper_and_its_press_release_are_told_once(rig: Rig, clock: SteppedClock) -> None:
    async def test() -> None:
        async with rig:
            rig.ingest.tell_from = Level.LOW
            release = "SFC consults on clearer custody rules for stablecoins sold to retail investors"
            await take(rig, EN, (release, "The SFC today began a consultation."), ref="26PR41")
            assert len(await rig.tell()) == 1
            clock.step(minutes=30)
            await take(rig, PAPERS, ("Consultation on custody rules for stablecoins", ""), ref="26CP4")
            assert await rig.tell() == []
            (row,) = await rows(rig)
            assert row.sources_count == 2

    run(test())


def test_a_paper_and_its_release_of_the_back_catalogue_are_related_and_told_to_nobody(
    rig: Rig, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with rig:
            release = "SFC consults on a shorter settlement path for listed funds"
            await take(rig, EN, (release, "It runs to 7 March."), ref="26PR3", back=True, days_ago=30)
            await take(
                rig, EN, ("SFC consults on other matters of listed funds", ""), ref="26PR4", back=True, days_ago=30
            )
            clock.step(minutes=1)
            paper = "Consultation on a shorter settlement path for listed funds"
            await take(rig, PAPERS, (paper, ""), ref="26CP1", back=True, days_ago=30)
            found = {row.ref: row.id for row in await rows(rig)}
            for one, other in (("26PR3", "26CP1"), ("26CP1", "26PR3")):
                detail = await rig.database.run(item_detail.detail, found[one])
                assert detail is not None
                assert [(related.kind, related.row.ref) for related in detail.related] == [("paper", other)]
            assert await rig.tell() == []

    run(test())


def test_a_story_is_found_by_the_words_and_properties_of_any_member(rig: Rig) -> None:
    async def test() -> None:
        async with rig:
            await take(rig, RTHK, ENGLISH_FINE)
            await take(rig, CHINESE, CHINESE_FINE)
            for query in ("打擊洗錢", "lapses", "lang:zh", "src:rthk"):
                assert len(await rows(rig, query)) == 1, query

    run(test())


def test_a_mark_on_a_story_holds_for_all_its_items(rig: Rig) -> None:
    async def test() -> None:
        async with rig:
            await take(rig, RTHK, ENGLISH_FINE)
            await take(rig, CHINESE, CHINESE_FINE)
            (row,) = await rows(rig)
            await command(rig, cmd.MarkItems(CommandId("m"), (row.id,), Mark.ACKNOWLEDGE, "done"))
            await command(rig, cmd.MarkItems(CommandId("n"), (row.id,), Mark.STAR))
            stored = await rig.sql("SELECT state, starred, note, acked_ms IS NOT NULL FROM item")
            assert stored == [(2, 1, "done", 1)] * 2
            await command(rig, cmd.MarkItems(CommandId("o"), (row.id,), Mark.ARCHIVE))
            assert await rows(rig) == []
            assert len(await rows(rig, "is:archived")) == 1

    run(test())


def test_a_late_arrival_joins_what_was_read_without_a_word(rig: Rig, clock: SteppedClock) -> None:
    async def test() -> None:
        async with rig:
            await take(rig, RTHK, GRANT)
            assert len(await rig.tell()) == 1
            (row,) = await rows(rig)
            await command(rig, cmd.MarkItems(CommandId("m"), (row.id,), Mark.READ))
            clock.step(minutes=20)
            await take(rig, WIRE, GRANT_TOO)
            assert await rig.tell() == []
            (row,) = await rows(rig)
            assert row.state is ItemState.READ
            assert row.sources_count == 2

    run(test())


def test_the_regulators_own_act_is_told_after_reports_of_it_and_only_once(rig: Rig, clock: SteppedClock) -> None:
    async def test() -> None:
        async with rig:
            await take(rig, RTHK, GRANT)
            assert len(await rig.tell()) == 1
            (row,) = await rows(rig)
            await command(rig, cmd.MarkItems(CommandId("m"), (row.id,), Mark.READ))
            clock.step(minutes=10)
            await take(rig, EN, GRANT_TOO, ref="26PR7")
            assert len(await rig.tell()) == 1
            (row,) = await rows(rig)
            assert (row.publisher, row.state) == ("sfc", ItemState.NEW)
            clock.step(minutes=10)
            await take(rig, WIRE, GRANT)
            assert await rig.tell() == []

    run(test())


def test_reports_after_the_regulators_act_are_not_told(rig: Rig, clock: SteppedClock) -> None:
    async def test() -> None:
        async with rig:
            await take(rig, EN, GRANT, ref="26PR7")
            assert len(await rig.tell()) == 1
            clock.step(minutes=10)
            await take(rig, RTHK, GRANT_TOO)
            assert await rig.tell() == []
            (row,) = await rows(rig)
            assert row.publisher == "sfc"

    run(test())


def test_a_story_bears_the_highest_level_of_its_items_and_gives_it_back_when_split(rig: Rig) -> None:
    async def test() -> None:
        async with rig:
            await take(rig, RTHK, GRANT)
            await take(rig, EN, GRANT_TOO, ref="26PR7")
            await rig.sql("UPDATE item SET own_level = 1 WHERE publisher = 'sfc'")
            (row,) = await rows(rig)
            assert row.level is Level.HIGH
            await command(rig, cmd.SplitStory(CommandId("s"), row.id))
            levels = {row.publisher: row.level for row in await rows(rig)}
            assert levels == {"sfc": Level.NORMAL, "rthk": Level.HIGH}

    run(test())


def test_a_split_and_a_merge_can_be_undone(rig: Rig) -> None:
    async def test() -> None:
        async with rig:
            await take(rig, RTHK, ENGLISH_FINE)
            await take(rig, CHINESE, CHINESE_FINE)
            await take(rig, WIRE, ("Weather service warns of a typhoon", ""))
            fine = (await rows(rig, "octopus"))[0].id
            await command(rig, cmd.SplitStory(CommandId("s"), fine))
            assert len(await rows(rig)) == 3
            assert rig.of(Resync)
            assert rig.of(ItemsChanged)
            await command(rig, cmd.UndoStories(CommandId("u"), CommandId("s")))
            assert len(await rows(rig)) == 2
            storm = (await rows(rig, "typhoon"))[0].id
            await command(rig, cmd.MergeStories(CommandId("m"), (fine, storm)))
            (row,) = await rows(rig)
            assert row.sources_count == 3
            await command(rig, cmd.UndoStories(CommandId("v"), CommandId("m")))
            assert sorted(row.sources_count for row in await rows(rig)) == [1, 2]

    run(test())


def test_what_the_user_merged_takes_later_arrivals_of_either_kind(rig: Rig, clock: SteppedClock) -> None:
    async def test() -> None:
        async with rig:
            await take(rig, RTHK, ENGLISH_FINE)
            await take(rig, WIRE, ("HKMA fines Octopus HK$9 million over customer checks", ""))
            assert len(await rows(rig)) == 2
            await command(rig, cmd.MergeStories(CommandId("m"), tuple(await items(rig))))
            clock.step(minutes=3)
            await take(rig, CHINESE, CHINESE_FINE)
            (row,) = await rows(rig)
            assert row.sources_count == 3

    run(test())


def test_two_rows_become_one_when_a_later_item_shows_that_they_are_one_event(rig: Rig, clock: SteppedClock) -> None:
    gains = ("Sample Markets gains SFC licence", "The list now has ten licensed platforms.")
    chinese = ("Sample Markets獲證監會發牌　持牌虛擬資產交易平台增至十個", "證監會名單顯示。")

    async def test() -> None:
        async with rig:
            # Told apart first, as if a restart had lain between.
            await take(rig, RTHK, gains)
            (first,) = await items(rig)
            clock.step(minutes=1)
            rig.ingest.stories = None
            await take(rig, CHINESE, chinese)
            rig.ingest.stories = make_keeper(shipped())
            second = (await items(rig))[1]
            await command(rig, cmd.MarkItems(CommandId("r"), (first,), Mark.READ))
            await command(rig, cmd.MarkItems(CommandId("s"), (second,), Mark.STAR))
            assert len(await rows(rig)) == 2
            clock.step(minutes=10)
            await rig.tell()
            await take(rig, WIRE, ("SFC adds Sample Markets to list of licensed crypto exchanges", ""))
            (row,) = await rows(rig)
            assert (row.sources_count, row.state, row.starred) == (3, ItemState.READ, True)
            assert {tuple(found) for found in await rig.sql("SELECT DISTINCT story FROM item")} == {(first,)}
            changed = {item for event in rig.of(ItemsChanged) for item in event.ids}
            assert {first, second} <= changed or rig.of(Resync)
            assert await rig.tell() == []

    run(test())


def test_what_comes_behind_a_batch_that_failed_is_not_grouped_with_it(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    def fail(db: sqlite3.Connection, stored: Stored) -> None:
        raise ValueError(stored.added)

    def batch(source: SourceId, text: tuple[str, str]) -> Batch:
        row = shipped().catalogue.sources[source]
        entry = Entry(text[0], f"https://example.test/{source}", row.lang, text=text[1], published_at=clock.now())
        return Batch(row, (entry,), lambda _: False)

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            failed, stored = await asyncio.gather(
                rig.ingest.take(batch(RTHK, GRANT), fail),
                rig.ingest.take(batch(WIRE, GRANT_TOO)),
                return_exceptions=True,
            )
            assert isinstance(failed, ValueError)
            assert isinstance(stored, Stored)
            assert await rig.sql("SELECT id, lead, story FROM item") == [(stored.added[0], 1, None)]
            await take(rig, RTHK, GRANT)
            assert len(await items(rig)) == 2
            assert len(await rows(rig)) == 1

    run(test())


def test_stories_outlast_a_restart(tmp_path: Path, replica: Replica, clock: SteppedClock) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock, with_prices=False) as rig:
            await take(rig, RTHK, ENGLISH_FINE)
        clock.step(minutes=30)
        async with Rig(tmp_path, replica, clock, with_prices=False) as rig:
            await take(rig, CHINESE, CHINESE_FINE)
            assert len(await rows(rig)) == 1

    run(test())


def test_a_batch_that_could_not_be_stored_leaves_nothing_behind_in_memory(rig: Rig) -> None:
    async def test() -> None:
        async with rig:
            row = shipped().catalogue.sources[RTHK]
            entry = Entry(ENGLISH_FINE[0], "https://example.test/1", "en", guid="1", published_at=rig.clock.now())

            def fail(*_: object) -> None:
                raise RuntimeError("no room")

            with pytest.raises(RuntimeError):
                await rig.ingest.take(Batch(row, (entry,), lambda _: False), fail)
            await take(rig, CHINESE, CHINESE_FINE)
            assert [row.sources_count for row in await rows(rig)] == [1]
            await take(rig, RTHK, ENGLISH_FINE)
            assert [row.sources_count for row in await rows(rig)] == [2]

    run(test())


def test_news_of_what_was_only_in_the_back_catalogue_is_new(rig: Rig) -> None:
    async def test() -> None:
        async with rig:
            await take(rig, WIRE, GRANT_TOO, back=True)
            assert await rig.tell() == []
            await take(rig, RTHK, GRANT)
            (row,) = await rows(rig)
            assert row.state is ItemState.NEW
            assert len(await rig.tell()) == 1

    run(test())


def test_the_reader_gets_all_members_and_a_click_on_a_notice_leads_to_the_row_shown(
    rig: Rig, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with rig:
            await take(rig, RTHK, GRANT)
            await rig.tell()
            told = rig.port.shown[-1]
            clock.step(minutes=1)
            await take(rig, EN, GRANT_TOO, ref="26PR7")
            (row,) = await rows(rig)
            detail = await rig.database.run(item_detail.detail, row.id)
            assert detail is not None
            assert [(m.publisher, m.is_lead) for m in detail.members] == [("sfc", True), ("rthk", False)]
            event = await rig.notices.activated(told.id, "default", None)
            assert event.item_ids == (row.id,)

    run(test())


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.integers(0, 3), min_size=1, max_size=6))
def test_what_the_user_split_is_never_put_together_again(
    tmp_path_factory: pytest.TempPathFactory, replica: Replica, arrivals: list[int]
) -> None:
    clock = SteppedClock()
    texts = [(RTHK, ENGLISH_FINE), (CHINESE, CHINESE_FINE), (WIRE, GRANT), (EN, GRANT_TOO)]

    async def test() -> None:
        async with Rig(tmp_path_factory.mktemp("split"), replica, clock, with_prices=False) as rig:
            await take(rig, RTHK, ENGLISH_FINE)
            await take(rig, CHINESE, CHINESE_FINE)
            one, two = await items(rig)
            await command(rig, cmd.SplitStory(CommandId("s"), one))
            for number in arrivals:
                clock.step(minutes=7)
                source, (title, text) = texts[number]
                await take(rig, source, (f"{title} ({clock.now():%H%M})", text))
            story = dict(await rig.sql("SELECT id, coalesce(story, id) FROM item WHERE id IN (?, ?)", one, two))
            assert story[one] != story[two]

    run(test())
