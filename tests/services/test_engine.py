# SPDX-License-Identifier: MIT
"""The whole watch in one loop, on a fast clock: sleep, pause, commands, a bug, the end."""

import asyncio
import gc
import itertools
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from fakes import START
from hkwatch.app.clock import Scene, SceneClock
from hkwatch.domain import commands as cmd
from hkwatch.domain.alerts import AlertKind
from hkwatch.domain.events import ItemsAdded, PriceChanged, SourceState, WatchState, WatchStatusChanged
from hkwatch.domain.ids import CommandId, SourceId
from hkwatch.domain.order import from_ms
from hkwatch.replica import Replica, World, faults
from services.rig import API, EN, GRANT, HKMA, RTHK, TC, Rig, alert, flash, price_path, query, release, run

RATE = 120.0
FEED = "www.sfc.hk/en/RSS-Feeds/Press-releases"


@pytest.fixture
def clock() -> SceneClock:
    return SceneClock((Scene(0.0, START, RATE),))


@pytest.fixture
def replica(world: World, clock: SceneClock) -> Iterator[Replica]:
    with Replica(world, clock.now) as running:
        yield running


@asynccontextmanager
async def watching(rig: Rig) -> AsyncIterator[Rig]:
    """The engine runs inside; what it raises is raised at the end."""
    async with rig:
        running = asyncio.create_task(rig.engine.run())
        try:
            yield rig
            rig.engine.stop()
            await running
        finally:
            rig.engine.stop()
            await asyncio.gather(running, return_exceptions=True)


def status(rig: Rig) -> WatchStatusChanged:
    found: WatchStatusChanged = rig.of(WatchStatusChanged)[-1]
    return found


def swept(rig: Rig) -> bool:
    return bool(rig.of(WatchStatusChanged)) and status(rig).state is WatchState.WATCHING


def test_watch_asks_all_sources_then_each_at_its_own_pace(
    tmp_path: Path, world: World, replica: Replica, clock: SceneClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with watching(Rig(tmp_path, replica, clock, every_min=1)) as rig:
            await rig.until(lambda: swept(rig))
            assert status(rig).checked_at is not None
            assert all(source.last_ok_at for source in status(rig).sources)
            before = len(replica.requests_to(FEED))
            await rig.until(lambda: len(replica.requests_to(FEED)) >= before + 3)
            times = [request.at for request in replica.requests_to(FEED)]
            assert min(later - earlier for earlier, later in itertools.pairwise(times)) >= timedelta(seconds=55)

    run(test())


def test_news_is_found_announced_and_told(tmp_path: Path, world: World, replica: Replica, clock: SceneClock) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with watching(Rig(tmp_path, replica, clock, every_min=1)) as rig:
            await rig.until(lambda: swept(rig))
            world.publish(release(2, f"{GRANT} Example Two", clock.now()))
            await rig.until(lambda: rig.port.shown)
            assert rig.port.titles == [f"{GRANT} Example Two"]

    run(test())


def test_text_that_comes_later_and_matters_is_told_without_waiting_for_the_next_poll(
    tmp_path: Path, world: World, replica: Replica, clock: SceneClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with watching(Rig(tmp_path, replica, clock, every_min=1, sources=(EN, API))) as rig:
            await rig.until(lambda: swept(rig))
            replica.faults.set("apps.sfc.hk/edistributionWeb/api/news/content", faults.status(500), times=2)
            world.publish(release(2, "SFC announcement", clock.now(), body=f"{GRANT} Example Two."))
            await rig.until(lambda: rig.told_new() == 1)
            # No feed is asked any more: only the text can bring it out.
            for name in rig.rows:
                rig.engine.rounds.schedule.remove(name)
            await rig.until(lambda: rig.port.shown)
            assert rig.port.titles == ["SFC announcement"]

    run(test())


def test_feed_that_overflowed_opens_a_gap_and_the_archive_fills_and_closes_it(
    tmp_path: Path, world: World, replica: Replica, clock: SceneClock
) -> None:
    world.publish(release(1))
    rows = (EN, API)

    async def test() -> None:
        rig = Rig(tmp_path, replica, clock, every_min=1, sources=rows)
        slow = replace(rig.rows[API], poll=(replace(rig.rows[API].poll[0], every_min=600),))
        rig.engine.rounds.rows[API] = slow
        async with watching(rig):
            await rig.until(lambda: swept(rig))
            since = from_ms(rig.poller.records[EN].last_ok_ms or 0)
            replica.faults.set("apps.sfc.hk/edistributionWeb/api/news/search", faults.status(503))
            for number in range(2, 12):
                world.publish(release(number, at=clock.now()))
            await rig.until(lambda: status(rig).gaps)
            (gap,) = status(rig).gaps
            assert (gap.kind, gap.source, gap.state) == ("source", "sfc", "open")
            assert gap.end > gap.start >= since
            replica.faults.clear()
            # Asked less than 15 seconds ago it would not be asked again.
            await clock.sleep(20)
            await rig.engine.handle(cmd.CheckNow(CommandId("now"), API))
            await rig.until(lambda: not status(rig).gaps)
            assert query(tmp_path, "SELECT state FROM gap") == [("filled",)]
            assert query(tmp_path, "SELECT count(*) FROM item") == [(11,)]
            assert rig.told_new() == 10

    run(test())


def test_after_a_sleep_everything_is_asked_again_one_after_the_other_and_told_in_one_summary(
    tmp_path: Path, world: World
) -> None:
    jump_at_s, hours = 3.0, 3
    woken = START + timedelta(hours=hours)
    clock = SceneClock((Scene(0.0, START, RATE), Scene(jump_at_s, woken, RATE)))
    world.publish(release(1))
    world.prices = price_path((0, 95_500), (30, 95_500), (60, 94_500), (90, 94_500), (120, 95_600), (1000, 95_600))
    for number in range(2, 8):
        world.publish(release(number, f"{GRANT} no. {number}", START + timedelta(minutes=20 * number)))
    world.publish(flash(1, "Stocks rise", START - timedelta(hours=1)))

    async def test() -> None:
        with Replica(world, clock.now) as replica:
            # Only the sleep makes them due: their own pace is ten hours.
            async with watching(Rig(tmp_path, replica, clock, every_min=600)) as rig:
                await rig.until(lambda: swept(rig) and rig.of(PriceChanged))
                await rig.engine.handle(cmd.SaveAlert(CommandId("a"), alert(95_000, AlertKind.CROSS_BELOW)))
                await rig.until(lambda: clock.now() >= woken and status(rig).state is WatchState.CATCHING_UP)
                asleep = status(rig)
                await rig.until(lambda: swept(rig) and rig.port.shown)
                await rig.until(lambda: query(tmp_path, "SELECT count(*) FROM firing") == [(1,)])
                await rig.until(lambda: len(rig.port.shown) == 2)
                alone, summary = sorted(rig.port.titles)
                assert alone == "BTC below US$95,000"
                assert summary.startswith("While this computer slept (14:0")
                assert summary.endswith("HKT): 6 new, 6 high")
                assert any(gap.source == "sfc" and gap.end - gap.start > timedelta(hours=2) for gap in asleep.gaps)
                assert not status(rig).gaps
                planned = next(event for event in rig.of(WatchStatusChanged) if event.gaps)
                # The first may be under way already.
                times = sorted(source.next_at for source in planned.sources if source.next_at is not None)
                assert len(times) >= 3
                assert {later - earlier for earlier, later in itertools.pairwise(times)} == {timedelta(seconds=2)}
                (late,) = query(tmp_path, "SELECT late FROM firing")
                assert late == (1,)

    run(test())


def test_pause_stops_asking_and_telling_and_resume_goes_on(
    tmp_path: Path, world: World, replica: Replica, clock: SceneClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with watching(Rig(tmp_path, replica, clock, every_min=1, sources=(EN, HKMA), with_prices=False)) as rig:
            await rig.until(lambda: swept(rig))
            await rig.engine.handle(cmd.Pause(CommandId("p")))
            assert status(rig).state is WatchState.PAUSED
            await rig.until(lambda: not rig.engine.rounds.polling)
            replica.forget_requests()
            world.publish(release(2, f"{GRANT} Example Two", clock.now()))
            await clock.sleep(180)
            assert replica.requests == ()
            assert rig.port.shown == []
            await rig.engine.handle(cmd.Resume(CommandId("r")))
            await rig.until(lambda: rig.port.shown)
            assert status(rig).state is WatchState.WATCHING

    run(test())


def test_pause_asks_no_venue_and_resume_does(tmp_path: Path, world: World, replica: Replica, clock: SceneClock) -> None:
    async def test() -> None:
        async with watching(Rig(tmp_path, replica, clock, every_min=1, sources=(EN,), with_bodies=False)) as rig:
            await rig.until(lambda: swept(rig) and rig.of(PriceChanged))
            await rig.engine.handle(cmd.Pause(CommandId("p")))
            # What was on its way may still arrive.
            await rig.until(lambda: not rig.engine.rounds.polling)
            await clock.sleep(120)
            replica.forget_requests()
            told = len(rig.of(PriceChanged))
            await clock.sleep(180)
            assert replica.requests == ()
            assert len(rig.of(PriceChanged)) == told
            await rig.engine.handle(cmd.Resume(CommandId("r")))
            await rig.until(lambda: len(rig.of(PriceChanged)) > told)
            assert replica.requests_to("api.exchange.coinbase.com")

    run(test())


def test_pause_until_a_time_ends_by_itself(tmp_path: Path, world: World, replica: Replica, clock: SceneClock) -> None:
    async def test() -> None:
        async with watching(Rig(tmp_path, replica, clock, every_min=1, sources=(EN,))) as rig:
            await rig.until(lambda: swept(rig))
            until = clock.now() + timedelta(minutes=2)
            await rig.engine.handle(cmd.Pause(CommandId("p"), until))
            assert status(rig).paused_until == until
            replica.forget_requests()
            await rig.until(lambda: replica.requests_to(FEED))
            assert clock.now() >= until
            assert status(rig).paused_until is None

    run(test())


def test_check_now_keeps_the_publishers_pace(tmp_path: Path, world: World, replica: Replica) -> None:
    clock = SceneClock((Scene(0.0, START, 20.0),))

    async def test() -> None:
        async with watching(Rig(tmp_path, replica, clock, every_min=600, sources=(EN, HKMA))) as rig:
            await rig.until(lambda: swept(rig))
            replica.forget_requests()
            await rig.engine.handle(cmd.CheckNow(CommandId("too soon")))
            await clock.sleep(20)
            await rig.engine.handle(cmd.CheckNow(CommandId("later"), EN))
            await rig.until(lambda: replica.requests_to(FEED))
            await rig.engine.handle(cmd.CheckNow(CommandId("unknown"), SourceId("nobody")))
            assert len(replica.requests_to(FEED)) == 1
            assert replica.requests_to("www.hkma.gov.hk") == ()

    run(test())


def test_mistake_in_a_task_ends_the_watch_with_that_mistake(
    tmp_path: Path, world: World, replica: Replica, clock: SceneClock
) -> None:
    class BrokenError(Exception):
        pass

    async def test() -> None:
        rig = Rig(tmp_path, replica, clock, every_min=1)

        async def sample() -> PriceChanged:
            raise BrokenError("a mistake")

        rig.price.sample = sample  # type: ignore[method-assign]
        async with rig:
            with pytest.raises(BrokenError, match="a mistake"):
                await rig.engine.run()
            assert rig.port.is_closed

    run(test())


def test_restart_asks_nobody_before_its_time(tmp_path: Path, world: World, replica: Replica, clock: SceneClock) -> None:
    async def test() -> None:
        async with watching(Rig(tmp_path, replica, clock, every_min=600, with_prices=False)) as rig:
            await rig.until(lambda: swept(rig))
        replica.forget_requests()
        for _ in range(5):
            async with watching(Rig(tmp_path, replica, clock, every_min=600, with_prices=False)) as rig:
                await rig.until(lambda: swept(rig))
                assert status(rig).next_at is not None
        assert replica.requests == ()

    run(test())


def test_engine_stops_within_two_seconds_with_polls_in_flight_and_leaves_nothing_running(
    tmp_path: Path, world: World, replica: Replica, clock: SceneClock
) -> None:
    for host in ("www.sfc.hk", "apps.sfc.hk", "www.hkma.gov.hk", "rthk.hk", "api.", "www.bitstamp.net"):
        replica.faults.set(host, faults.slow(delay_s=30))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            running = asyncio.create_task(rig.engine.run())
            await rig.until(lambda: len(rig.engine.rounds.polling) >= 4)
            before = time.monotonic()
            rig.engine.stop()
            await running
            stopped_s = time.monotonic() - before
        closed_s = time.monotonic() - before
        # The answers would take 30 s; how long it takes at most on a quiet machine is for the benchmark to say.
        assert stopped_s < 15
        assert closed_s < 15
        assert len(asyncio.all_tasks()) <= 2
        assert not [thread for thread in threading.enumerate() if thread.name in ("database", "worker_0")]
        gc.collect()

    run(test())


def test_once_asks_everything_reads_the_texts_and_tells_nothing_of_a_first_start(
    tmp_path: Path, world: World, replica: Replica
) -> None:
    clock = SceneClock((Scene(0.0, START, 600.0),))
    for number in range(1, 4):
        world.publish(release(number, f"{GRANT} no. {number}", START - timedelta(days=number)))

    async def test() -> None:
        with Replica(world, clock.now) as fast:
            async with Rig(tmp_path, fast, clock) as rig:
                polled = await rig.engine.once()
                assert {one.source for one in polled} == {EN, TC, API, HKMA, RTHK}
                assert all(one.error is None for one in polled)
                assert await rig.one("SELECT count(*) FROM item_text WHERE lang = 'en' AND text <> ''") == 3
                assert rig.of(PriceChanged)[-1].price_usd is not None
                assert abs(rig.of(PriceChanged)[-1].price_usd - Decimal(95_500)) < 100
                assert rig.port.shown == []
                assert sum(len(event.ids) for event in rig.of(ItemsAdded)) == 3
                assert await rig.one("SELECT count(*) FROM price_bar") == 1

    run(test())


def test_a_source_wished_for_while_its_answer_is_on_the_way_is_asked_again(
    tmp_path: Path, world: World, replica: Replica, clock: SceneClock
) -> None:
    world.publish(release(1))
    replica.faults.set(FEED, faults.slow(delay_s=0.4), times=1)

    async def test() -> None:
        async with watching(Rig(tmp_path, replica, clock, every_min=600)) as rig:
            await rig.until(lambda: len(replica.requests_to(FEED)) == 1)
            await rig.engine.handle(cmd.CheckNow(CommandId("again"), EN))
            await rig.until(lambda: len(replica.requests_to(FEED)) >= 2)

    run(test())


def test_an_official_source_that_is_out_in_its_busy_hours_is_told_and_taken_back(tmp_path: Path, world: World) -> None:
    world.publish(release(1))
    # Half an hour in three seconds.
    clock = SceneClock((Scene(0.0, START, 600.0),))

    async def test(replica: Replica) -> None:
        rig = Rig(tmp_path, replica, clock, sources=(EN, RTHK), with_prices=False)
        # The shipped bands hold from 09:00 on this working day; a poll a minute makes the outage and its end short.
        bands = (replace(rig.rows[EN].poll[1], every_min=1),)
        rig.engine.rounds.rows[EN] = replace(rig.rows[EN], poll=bands)
        async with watching(rig):
            await rig.until(lambda: swept(rig))
            replica.faults.set(FEED, faults.status(403))
            await rig.engine.handle(cmd.CheckNow(CommandId("now"), EN))
            await rig.until(lambda: rig.port.shown)
            (notice,) = rig.port.shown
            assert notice.title.startswith("SFC press releases not reachable for 3")
            (line,) = [one for one in status(rig).sources if one.source == EN]
            assert line.state is SourceState.BLOCKED
            replica.faults.clear()
            rig.engine.rounds.schedule.set(EN, clock.now())
            await rig.until(lambda: rig.port.withdrawn == [notice.id])

    with Replica(world, clock.now) as replica:
        run(test(replica))


def test_a_desktop_that_connects_before_anything_was_read_gets_an_answer(
    tmp_path: Path, replica: Replica, clock: SceneClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            rig.engine._announce()
            assert {one.state for one in status(rig).sources} == {SourceState.UNCHECKED}

    run(test())
