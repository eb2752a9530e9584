# SPDX-License-Identifier: MIT
"""Every source of the catalogue that is on, asked at the replica as the program asks it, and what becomes of the answers."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from fakes import START, SteppedClock
from hkwatch.domain.catalogue import Keep, Kind
from hkwatch.domain.ids import SourceId
from hkwatch.domain.order import from_ms
from hkwatch.replica import Circular, FeedItem, HkmaItem, Replica, World
from hkwatch.replica.scenario import load
from hkwatch.services.bodies import Bodies
from hkwatch.store.items import Body
from services.rig import API, EN, HKMA, Rig, release, run, shipped

ENABLED = tuple(row.id for row in shipped().catalogue.sources.values() if row.enabled and row.kind is not Kind.REGISTER)
"""Sources of items; of a register nothing is told until it changes."""
NOW = START + timedelta(minutes=75)
"""15:15, when both scenes of the demo are over."""


@pytest.fixture(scope="module")
def demo_world() -> World:
    return load(Path(__file__).parents[2] / "resources" / "demo").world()


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock(NOW)


@pytest.fixture
def demo(demo_world: World, clock: SteppedClock) -> Iterator[Replica]:
    with Replica(demo_world, clock.now) as running:
        yield running


@pytest.mark.parametrize("name", ENABLED)
def test_every_source_that_is_on_answers_with_items_that_can_be_read(
    tmp_path: Path, demo: Replica, clock: SteppedClock, name: SourceId
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, demo, clock, sources=(name,)) as rig:
            await rig.load()
            (polled,) = await rig.poll()
            assert polled.error is None
            assert polled.entries >= 1
            assert len(polled.stored.added) >= 1
            rows = await rig.sql(
                "SELECT i.title, t.url, i.published_ms, i.lang FROM item i JOIN item_text t ON t.item_id = i.id"
                " WHERE t.title <> ''"
            )
            row = rig.rows[name]
            for title, link, published_ms, lang in rows:
                assert title.strip()
                assert "(PDF File" not in title
                assert link.startswith("https://")
                assert from_ms(published_ms) <= clock.now()
                assert lang == row.lang
            if row.keep is Keep.TITLE_LINK:
                assert await rig.one("SELECT max(length(text)) FROM item_text") == 0
            (again,) = await rig.poll()
            assert (again.error, again.stored.added, again.stored.changed) == (None, (), ())

    run(test())


def test_all_sources_together_make_one_item_of_what_is_one(tmp_path: Path, demo: Replica, clock: SteppedClock) -> None:
    async def test() -> None:
        async with Rig(tmp_path, demo, clock, sources=ENABLED, with_bodies=False) as rig:
            await rig.load()
            polled = await rig.poll()
            assert [one.source for one in polled if one.error] == []
            refs = [ref for (ref,) in await rig.sql("SELECT ref FROM item WHERE ref <> ''")]
            assert len(refs) == len(set(refs))
            langs = await rig.one("SELECT langs FROM item WHERE ref = '25PR20'")
            assert set(langs.split()) == {"en", "zh-Hant"}
            hkma = await rig.one("SELECT langs FROM item WHERE ref = '20250219-4'")
            assert set(hkma.split()) == {"en", "zh-Hant"}
            assert await rig.one("SELECT count(*) FROM item WHERE title LIKE 'Supervisory Incubator for Distr%'") == 1

    run(test())


def test_a_circular_in_feed_and_archive_is_one_item(tmp_path: Path, world: World, clock: SteppedClock) -> None:
    names = (SourceId("sfc-circulars-en"), SourceId("sfc-circular-api"))
    world.publish(Circular("25EC9", {"en": "Circular on X"}, NOW - timedelta(hours=1), "circular/aml"))

    async def test(replica: Replica) -> None:
        async with Rig(tmp_path, replica, clock, sources=names) as rig:
            await rig.load()
            first, second = await rig.poll()
            assert (len(first.stored.added), len(second.stored.added)) == (1, 0)
            assert await rig.one("SELECT ref FROM item") == "25EC9"

    with Replica(world, clock.now) as replica:
        run(test(replica))


def test_the_daily_digest_is_told_once_and_changes_with_its_text(
    tmp_path: Path, world: World, clock: SteppedClock
) -> None:
    name = SourceId("cointelegraph")

    def digest(number: int, text: str) -> FeedItem:
        return FeedItem("cointelegraph", number, "what-happened-today", "What happened today", text, clock.now())

    async def test(replica: Replica) -> None:
        async with Rig(tmp_path, replica, clock, sources=(name,)) as rig:
            await rig.load()
            await rig.poll()
            for day in range(1, 4):
                clock.step(minutes=24 * 60)
                world.publish(digest(day, f"What happened on day {day}."))
                await rig.poll()
            assert rig.told_new() == 1
            assert await rig.one("SELECT count(*) FROM item") == 1
            assert await rig.one("SELECT text FROM item_text") == "What happened on day 3."

    with Replica(world, clock.now) as replica:
        run(test(replica))


# ---- the texts of HKMA releases


def with_pages(rig: Rig) -> Bodies:
    """The rig's reader of texts, reading the HKMA's pages too."""
    assert rig.own_fetcher is not None
    rig.bodies = Bodies(rig.clock, rig.database, rig.worker, rig.own_fetcher, rig.ingest, rig.rows[API], rig.rows[HKMA])
    return rig.bodies


def hkma(number: str, days_ago: float, title: str = "HKMA announces results") -> HkmaItem:
    return HkmaItem(
        number, {"en": title}, NOW - timedelta(days=days_ago), {"en": (f"{title} of {number}, in its own words.",)}
    )


def test_texts_of_hkma_releases_come_from_their_pages_newest_first_and_a_second_apart(
    tmp_path: Path, world: World, clock: SteppedClock
) -> None:
    for number, days in (("20250217-3", 2), ("20250218-3", 1), ("20250210-3", 9), ("20241201-3", 80)):
        world.publish(hkma(number, days))

    async def test(replica: Replica) -> None:
        async with Rig(tmp_path, replica, clock, sources=(API, HKMA)) as rig:
            with_pages(rig)
            await rig.load()
            await rig.poll(HKMA)
            started = clock.monotonic()
            await rig.read_all_bodies()
            asked = [one.path.rstrip("/").rpartition("/")[2] for one in replica.requests_to("www.hkma.gov.hk/eng/news")]
            assert asked == ["20250218-3", "20250217-3", "20250210-3"]
            assert clock.monotonic() - started >= 2
            texts = await rig.sql(
                "SELECT i.ref, t.text, t.title FROM item_text t JOIN item i ON i.id = t.item_id AND t.lang='en'"
            )
            found = {ref: (text, title) for ref, text, title in texts}
            assert found["20250218-3"][0].startswith("HKMA announces results of 20250218-3, in its own words.")
            assert found["20250218-3"][1] == "HKMA announces results"
            assert found["20241201-3"][0] == ""
            pages = await rig.sql("SELECT i.ref, e.url FROM evidence e JOIN item i ON i.id = e.item_id AND e.lang='en'")
            assert sorted(ref for ref, _ in pages) == ["20250210-3", "20250217-3", "20250218-3"]
            assert all(ref in url for ref, url in pages)
            await rig.poll(HKMA)
            assert not await rig.read_all_bodies()

    with Replica(world, clock.now) as replica:
        run(test(replica))


def test_a_page_that_is_not_there_is_given_up_and_holds_nothing_else_up(
    tmp_path: Path, world: World, clock: SteppedClock
) -> None:
    world.publish(hkma("20250218-3", 1))
    world.publish(release(10, at=NOW - timedelta(days=1)))

    async def test(replica: Replica) -> None:
        async with Rig(tmp_path, replica, clock, sources=(API, HKMA)) as rig:
            with_pages(rig)
            await rig.load()
            await rig.poll()
            await rig.read_all_bodies()
            states = {
                (ref, lang): body
                for ref, lang, body in await rig.sql(
                    "SELECT i.ref, t.lang, t.body FROM item_text t JOIN item i ON i.id = t.item_id"
                )
            }
            # It is published in English only: the Chinese page answers 404.
            assert states["20250218-3", "en"] == Body.STORED
            assert states["20250218-3", "zh-Hant"] == Body.GIVEN_UP
            assert states["25PR10", "en"] == Body.STORED

    with Replica(world, clock.now) as replica:
        run(test(replica))


def test_without_its_row_no_page_of_the_hkma_is_ever_asked(tmp_path: Path, world: World, clock: SteppedClock) -> None:
    world.publish(hkma("20250218-3", 1))

    async def test(replica: Replica) -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN, API, HKMA)) as rig:
            await rig.load()
            await rig.poll()
            assert await rig.read_all_bodies() == 0

    with Replica(world, clock.now) as replica:
        run(test(replica))
