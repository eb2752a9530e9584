# SPDX-License-Identifier: MIT
"""Texts that feeds leave out: in which order, how often, and what happens when they do not come."""

from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs

from fakes import START, SteppedClock
from hkwatch.replica import Replica, World, faults
from hkwatch.store.items import Body
from services.rig import API, EN, Rig, release, run

CONTENT = "apps.sfc.hk/edistributionWeb/api/news/content"


def asked(replica: Replica) -> list[tuple[str, str]]:
    """(reference, language) of every text asked for."""
    queries = [parse_qs(request.query) for request in replica.requests_to(CONTENT)]
    return [(query["refNo"][0], query["lang"][0]) for query in queries]


def test_texts_are_read_newest_first_english_first_and_a_second_apart(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    for number in (10, 11, 12):
        world.publish(release(number, at=START - timedelta(days=20 - number), tc=f"證監會第{number}號"))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll(API)
            started = clock.monotonic()
            assert await rig.read_all_bodies() == 6
            assert clock.monotonic() - started >= 5
            assert asked(replica) == [
                *(("25PR12", "EN"), ("25PR11", "EN"), ("25PR10", "EN")),
                *(("25PR12", "TC"), ("25PR11", "TC"), ("25PR10", "TC")),
            ]

    run(test())


def test_reading_goes_on_where_a_restart_broke_it_off(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    for number in range(10, 15):
        world.publish(release(number, at=START - timedelta(days=20 - number), tc=f"證監會第{number}號"))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll(API)
            assert rig.bodies is not None
            for _ in range(3):
                assert await rig.bodies.step()
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            assert await rig.read_all_bodies() == 7
        assert len(asked(replica)) == len(set(asked(replica))) == 10

    run(test())


def test_new_items_come_before_the_back_catalogue(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    for number in range(10, 13):
        world.publish(release(number, at=START - timedelta(days=20 - number)))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll(EN, API)
            replica.faults.set(CONTENT, faults.status(500), times=1)
            world.publish(release(20, at=clock.step(minutes=5)))
            await rig.poll(EN)
            replica.forget_requests()
            clock.step(minutes=2)
            assert rig.bodies is not None
            await rig.bodies.step()
            assert asked(replica) == [("25PR20", "EN")]

    run(test())


def test_text_that_the_publisher_does_not_have_is_asked_for_once(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(10, tc=""))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll(API)
            await rig.read_all_bodies()
            # Without a Chinese edition the server answers 404.
            assert sorted(asked(replica)) == [("25PR10", "EN"), ("25PR10", "TC")]
            assert await rig.one("SELECT body FROM item_text WHERE lang = 'zh-Hant'") == Body.GIVEN_UP
            clock.step(minutes=24 * 60)
            assert await rig.read_all_bodies() == 0
            assert await rig.one("SELECT langs FROM item") == "en"

    run(test())


def test_server_in_trouble_is_left_alone_and_every_text_comes_in_the_end(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    for number in range(10, 13):
        world.publish(release(number, at=START - timedelta(days=20 - number), tc=f"證監會第{number}號"))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll(API)
            replica.faults.set(CONTENT, faults.status(503))
            started = clock.monotonic()
            for _ in range(3):
                assert rig.bodies is not None
                await rig.bodies.step()
            assert clock.monotonic() - started >= 60
            replica.faults.clear()
            for _ in range(10):
                clock.step(minutes=5)
                await rig.read_all_bodies()
            assert await rig.one("SELECT count(*) FROM item_text WHERE text = ''") == 0

    run(test())


def test_answer_about_another_release_is_not_stored_here(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(10))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll(API)
            other = b'{"newsRefNo": "25PR99", "lang": "EN", "title": "Another", "html": "<p>Another.</p>"}'
            replica.load_feed_bytes(CONTENT, other)
            assert rig.bodies is not None
            await rig.bodies.step()
            assert await rig.sql("SELECT DISTINCT ref FROM item") == [("25PR10",)]
            assert await rig.one("SELECT count(*) FROM item_text WHERE text <> ''") == 0

    run(test())


def test_release_without_any_text_is_given_up(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(10, body="<br>"))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll(API)
            await rig.read_all_bodies()
            assert await rig.one("SELECT body FROM item_text WHERE lang = 'en'") == Body.GIVEN_UP
            clock.step(minutes=24 * 60)
            assert await rig.read_all_bodies() == 0

    run(test())


def test_papers_that_stand_on_another_page_have_no_text_to_fetch(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    entry = (
        '<item><guid isPermaLink="false">25CP10</guid><title>Consultation</title><link>https://apps.sfc.hk/edistributionWeb/'
        "gateway/EN/consultation/doc?refNo=25CP10</link><pubDate>Tue, 18 Feb 2025 18:00:00 +0800</pubDate></item>"
    )
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>SFC</title>{entry}</channel></rss>'
    replica.load_feed_bytes("www.sfc.hk/en/RSS-Feeds/Press-releases", feed.encode())

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll(EN)
            assert await rig.sql("SELECT ref FROM item") == [("25CP10",)]
            assert await rig.read_all_bodies() == 0

    run(test())
