# SPDX-License-Identifier: MIT
"""What is new, what is known, what is told: from real answers of the replica to rows in the database."""

from datetime import timedelta
from pathlib import Path

from fakes import START, SteppedClock
from hkwatch.domain.events import ItemsAdded
from hkwatch.domain.item import Entry, Level
from hkwatch.domain.order import from_ms, sort_ms_of
from hkwatch.replica import HkmaItem, Replica, World, faults
from hkwatch.services.batch import Batch
from services.rig import API, EN, GRANT, HKMA, RTHK, TC, Rig, flash, release, run

CONTENT = "apps.sfc.hk/edistributionWeb/api/news/content"
WEEK = timedelta(days=7)


def test_first_good_poll_is_back_catalogue_read_and_never_told(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(10, f"{GRANT} Example One"))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            (polled,) = await rig.poll(EN)
            assert (len(polled.stored.added), len(polled.stored.back)) == (1, 1)
            assert await rig.sql("SELECT back, state, level FROM item") == [(1, 2, int(Level.HIGH))]
            assert await rig.one("SELECT count(*) FROM outbox") == 0
            assert await rig.tell() == []
            assert [event.back for event in rig.of(ItemsAdded)] == [True]

    run(test())


def test_item_that_appears_later_is_new_and_told_once(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(10))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll(EN)
            world.publish(release(11, f"{GRANT} Example Two", clock.step(minutes=5)))
            await rig.poll(EN)
            assert await rig.sql("SELECT ref, back, state FROM item WHERE ref = '25PR11'") == [("25PR11", 0, 0)]
            assert await rig.tell() == [f"{GRANT} Example Two"]
            clock.step(minutes=5)
            await rig.poll(EN)
            assert await rig.tell() == []
            assert rig.told_new() == 1

    run(test())


def test_failed_polls_before_the_first_good_one_leave_it_the_first(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(10, GRANT))
    replica.faults.set("", faults.status(503), times=2)

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            for _ in range(3):
                await rig.poll(EN)
                clock.step(minutes=30)
            assert await rig.sql("SELECT back FROM item") == [(1,)]

    run(test())


def test_source_that_is_added_later_brings_back_catalogue_first_and_news_afterwards(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(10))
    world.publish(flash(1, "Bitcoin falls below US$95,000", START - timedelta(hours=2)))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            await rig.poll()
        clock.step(minutes=600)
        world.publish(flash(2, "Bitcoin falls below US$94,000", clock.now() - timedelta(hours=1)))
        async with Rig(tmp_path, replica, clock, sources=(EN, RTHK)) as rig:
            await rig.load()
            await rig.poll()
            assert await rig.sql("SELECT back FROM item WHERE source = ?", RTHK) == [(1,), (1,)]
            world.publish(flash(3, "Bitcoin falls below US$93,000", clock.step(minutes=10)))
            clock.step(minutes=1)
            await rig.poll(RTHK)
            assert await rig.one("SELECT back FROM item WHERE title LIKE '%93,000'") == 0

    run(test())


def test_item_published_before_its_source_was_added_is_back_catalogue_whenever_it_appears(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(10))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll(EN)
            clock.step(minutes=10)
            world.publish(release(9, f"{GRANT} Example Old", START - WEEK))
            await rig.poll(EN)
            assert await rig.one("SELECT back FROM item WHERE ref = '25PR9'") == 1
            assert await rig.tell() == []

    run(test())


def test_release_of_the_day_its_source_was_added_is_new_though_its_date_says_midnight(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(HkmaItem("20250218-3", {"en": "Monetary statistics for January"}, START - timedelta(days=1)))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(HKMA,)) as rig:
            await rig.load()
            await rig.poll()
            title = "HKMA grants stablecoin issuer licence to Example Coin Ltd"
            world.publish(HkmaItem("20250219-3", {"en": title}, clock.step(minutes=30)))
            await rig.poll()
            assert await rig.tell() == [title]
            # Of the day before, it can only have been left out until now.
            world.publish(HkmaItem("20250218-4", {"en": f"{title} II"}, START - timedelta(hours=20)))
            clock.step(minutes=30)
            await rig.poll()
            assert await rig.sql("SELECT title, back FROM item ORDER BY ref") == [
                ("Monetary statistics for January", 1),
                (f"{title} II", 1),
                (title, 0),
            ]

    run(test())


def test_release_of_the_second_its_source_was_added_is_new(tmp_path: Path, world: World, replica: Replica) -> None:
    clock = SteppedClock(START + timedelta(milliseconds=400))

    async def test() -> None:
        with Replica(world, clock.now) as exact:
            async with Rig(tmp_path, exact, clock, sources=(EN,)) as rig:
                await rig.load()
                await rig.poll()
                world.publish(release(11, GRANT, clock.step(0.3)))
                clock.step(60)
                await rig.poll()
                assert await rig.tell() == [GRANT]

    run(test())


def test_one_release_in_two_feeds_and_the_archive_is_one_item_with_its_languages(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(10, f"{GRANT} Example One", tc="證監會向虛擬資產交易平台發牌"))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll(TC, EN, API)
            await rig.read_all_bodies()
            assert await rig.sql("SELECT identity, langs, lang, title FROM item") == [
                ("sfc:25PR10", "en zh-Hant", "en", f"{GRANT} Example One")
            ]
            texts = dict(await rig.sql("SELECT lang, text FROM item_text WHERE text <> ''"))
            assert set(texts) == {"en", "zh-Hant"}
            assert "第10號文件" in texts["zh-Hant"]
            assert await rig.one("SELECT count(*) FROM revision") == 0

    run(test())


def test_same_release_in_all_sources_is_announced_and_told_once(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(10, tc="證監會季刊"))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll()
            world.publish(release(11, f"{GRANT} Example Two", clock.step(minutes=2), tc="證監會向虛擬資產交易平台發牌"))
            await rig.poll(TC, API, EN)
            await rig.read_all_bodies()
            await rig.poll(TC, API, EN)
            assert rig.told_new() == 1
            assert len(await rig.tell()) == 1
            assert await rig.one("SELECT count(*) FROM outbox") == 1

    run(test())


def test_release_twice_in_one_document_is_one_item(tmp_path: Path, clock: SteppedClock, replica: Replica) -> None:
    entry = (
        '<item><guid isPermaLink="false">25PR10</guid><title>{title}</title><link>https://apps.sfc.hk/edistributionWeb/'
        "gateway/EN/news-and-announcements/news/doc?refNo=25PR10</link><pubDate>Tue, 18 Feb 2025 18:00:00 +0800</pubDate></item>"
    )
    twins = "".join(entry.format(title=title) for title in ("The first", "The second"))
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>SFC</title>{twins}</channel></rss>'
    replica.load_feed_bytes("www.sfc.hk/en/RSS-Feeds/Press-releases", feed.encode())

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            await rig.poll()
            assert await rig.sql("SELECT title FROM item") == [("The first",)]

    run(test())


def test_an_item_is_published_in_the_future_only_by_the_servers_clock(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(flash(1, "Flash 1", START - timedelta(hours=1)))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(RTHK, HKMA)) as rig:
            await rig.load()
            replica.faults.set("", faults.date_skew(timedelta(minutes=10)))
            await rig.poll()
            assert rig.own_fetcher is not None
            assert rig.own_fetcher.skew.is_off
            # Our clock is ten minutes behind: what seems to come eight minutes from now was published two minutes ago.
            published = clock.now() + timedelta(minutes=8)
            clock.step(seconds=30)
            entry = Entry("Flash 2", "https://www.example.test/2", "en", "g", published_at=published)
            stored = await rig.ingest.take(Batch(rig.rows[RTHK], (entry,), lambda _: False))
            assert from_ms(sort_ms_of(stored.added[0])) == published

    run(test())


def test_what_happened_to_a_licence_is_stored_with_the_item(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(10, f"{GRANT} HKVAX"))
    world.publish(release(11))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll(EN)
            rows = await rig.sql(
                "SELECT ref, event, firm, ce, licence_event.regime FROM licence_event JOIN item ON item.id = item_id"
            )
            assert rows == [("25PR10", "granted", "HKVAX", "BPW549", "vatp")]

    run(test())
