# SPDX-License-Identifier: MIT
"""Asking one source: what is remembered between polls, and when it is asked again."""

from datetime import timedelta
from pathlib import Path

from fakes import START, FakeFetcher, SteppedClock
from hkwatch.domain.errors import FetchError
from hkwatch.domain.order import from_ms
from hkwatch.replica import Replica, World, faults
from services.rig import API, EN, RTHK, Rig, flash, release, run

FEED = "www.sfc.hk/en/RSS-Feeds/Press-releases"
SEARCH = "apps.sfc.hk/edistributionWeb/api/news/search"


def test_archive_is_read_ninety_days_back_and_no_further(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    for day in range(0, 200, 2):
        world.publish(release(300 - day, at=START - timedelta(days=day, hours=1)))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(API,)) as rig:
            await rig.load()
            (polled,) = await rig.poll()
            assert len(polled.stored.back) == 45
            oldest = await rig.one("SELECT min(published_ms) FROM item")
            assert START - from_ms(oldest) <= timedelta(days=90)

    run(test())


def test_absence_of_a_week_is_made_up_from_the_archive_page_by_page(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN, API)) as rig:
            await rig.load()
            await rig.poll()
            for number in range(2, 252):
                world.publish(release(number, at=clock.step(minutes=40)))
            clock.step(minutes=1)
            feed, archive = await rig.poll()
            assert feed.overflowed
            assert len(feed.stored.added) + len(archive.stored.added) == 250
            assert archive.stored.back == ()

    run(test())


def test_not_modified_stores_no_item_and_keeps_the_validators(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(flash(1, "Stocks rise", START - timedelta(hours=1)))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(RTHK,)) as rig:
            await rig.load()
            (first,) = await rig.poll()
            assert first.record.etag
            clock.step(minutes=10)
            (second,) = await rig.poll()
            assert second.unchanged
            assert replica.requests[-1].status == 304
            assert second.record.etag == first.record.etag
            assert second.record.http_status == 304
            assert second.record.items == 1
            assert await rig.one("SELECT changed_ms = first_seen_ms FROM item") == 1

    run(test())


def test_validators_are_left_out_after_eight_days(tmp_path: Path, world: World, clock: SteppedClock) -> None:
    fetcher = FakeFetcher()
    fetcher.answer(b"<rss><channel><item><guid>a</guid><title>A</title></item></channel></rss>", etag='"1"')
    fetcher.not_modified('"1"')

    async def test() -> None:
        async with Rig(tmp_path, None, clock, fetcher=fetcher, sources=(RTHK,)) as rig:
            await rig.load()
            for days in (0, 1, 8):
                clock.step(minutes=1440 * days)
                await rig.poll()
            assert [request.etag for request in fetcher.requests] == [None, '"1"', None]

    run(test())


def test_same_bytes_as_last_time_are_not_parsed_again(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(10))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            await rig.poll()
            before = len(rig.events)
            clock.step(minutes=10)
            (polled,) = await rig.poll()
            assert polled.unchanged
            assert replica.requests[-1].status == 200
            assert len(rig.events) == before

    run(test())


def test_after_a_failure_the_answer_is_read_whole_again(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(flash(1, "Stocks rise", START - timedelta(hours=1)))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(RTHK,)) as rig:
            await rig.load()
            await rig.poll()
            replica.faults.set("rthk.hk", faults.status(500), times=1)
            await rig.poll()
            clock.step(minutes=30)
            (polled,) = await rig.poll()
            assert not polled.unchanged
            assert replica.requests[-1].status == 200

    run(test())


def test_feed_that_shares_nothing_with_what_is_known_has_overflowed(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    for number in range(1, 8):
        world.publish(release(number, at=START - timedelta(hours=10 - number)))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            (first,) = await rig.poll()
            for number in range(8, 14):
                world.publish(release(number, at=clock.step(minutes=1)))
            (second,) = await rig.poll()
            for number in range(14, 24):
                world.publish(release(number, at=clock.step(minutes=1)))
            clock.step(minutes=1)
            (third,) = await rig.poll()
            assert [one.overflowed for one in (first, second, third)] == [False, False, True]
            assert third.missing_since == from_ms(second.record.last_ok_ms or 0)

    run(test())


def test_feed_that_was_empty_before_has_not_overflowed(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            await rig.poll()
            for number in range(2):
                world.publish(release(number + 1, at=clock.step(minutes=1)))
            (polled,) = await rig.poll()
            assert (len(polled.stored.added), polled.overflowed) == (2, False)

    run(test())


def test_server_that_asks_for_a_pause_gets_it(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    replica.faults.set(FEED, faults.status(503, retry_after=5400))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            (polled,) = await rig.poll()
            assert polled.next_at >= clock.now() + timedelta(seconds=5400)
            (again,) = await rig.poll()
            assert isinstance(again.error, FetchError)
            assert again.error.key == "host-waits"
            assert len(replica.requests) == 1

    run(test())


def test_back_off_grows_to_its_ceiling_and_never_gives_up(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    replica.faults.set(FEED, faults.status(500))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,), every_min=10) as rig:
            await rig.load()
            waits_min = []
            for _ in range(12):
                (polled,) = await rig.poll()
                waits_min.append((polled.next_at - clock.now()).total_seconds() / 60)
                clock.step(minutes=waits_min[-1])
            for number, wait_min in enumerate(waits_min):
                expected = min(10 * 2**number, 360)
                assert expected <= wait_min <= 1.1 * expected
            replica.faults.clear()
            (polled,) = await rig.poll()
            assert polled.record.failures == 0
            assert polled.next_at - clock.now() <= timedelta(minutes=11)

    run(test())


def test_restart_keeps_failures_and_the_time_of_the_next_poll(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    replica.faults.set(FEED, faults.status(500))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,), every_min=10) as rig:
            await rig.load()
            for _ in range(3):
                (polled,) = await rig.poll()
        async with Rig(tmp_path, replica, clock, sources=(EN,), every_min=10) as rig:
            await rig.load()
            record = rig.poller.records[EN]
            assert record == polled.record
            assert record.failures == 3
            assert from_ms(record.next_ms or 0) > clock.now() + timedelta(minutes=39)

    run(test())


def test_outcomes_and_item_times_are_remembered_over_a_restart(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    for day in range(1, 15):
        world.publish(flash(day, f"Flash {day}", START - timedelta(hours=day)))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(RTHK,)) as rig:
            await rig.load()
            await rig.poll()
            replica.faults.set("", faults.status(503))
            clock.step(minutes=30)
            await rig.poll()
            before = rig.poller.histories[RTHK]
            assert before.polls == (True, False)
            assert before.times[-1] == START - timedelta(hours=1)
            assert before.limit is not None
        async with Rig(tmp_path, replica, clock, sources=(RTHK,)) as rig:
            await rig.load()
            assert rig.poller.histories[RTHK] == before

    run(test())
