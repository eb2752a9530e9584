# SPDX-License-Identifier: MIT
"""What an absence brought is told once, at the end of the sweep that follows it."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from fakes import START, SteppedClock
from hkwatch.domain.absence import Absence, AbsenceKind
from hkwatch.domain.address import host_of
from hkwatch.domain.events import PriceChanged, WatchState, WatchStatusChanged
from hkwatch.domain.item import Level
from hkwatch.replica import Replica, World, faults
from hkwatch.services.catch_up import LIMIT_S
from hkwatch.services.poller import Fetch
from hkwatch.sources.request import Fetched, NotModified, Request
from hkwatch.store import outbox
from patience import PATIENCE_S
from services.rig import EN, GRANT, HKMA, RTHK, Rig, price_path, release, run

FEED = "www.sfc.hk/en/RSS-Feeds/Press-releases"
SOURCES = (EN, HKMA, RTHK)
NIGHT = timedelta(hours=6, minutes=45)


class WaitingClock(SteppedClock):
    """Stepped by the test; who waits goes on once the steady time has come. A jump is a sleep of the machine."""

    async def sleep(self, seconds: float) -> None:
        end = self.monotonic() + max(0.0, seconds)
        while self.monotonic() < end:
            await asyncio.sleep(0.002)

    def to_real(self, instant: datetime) -> datetime:
        # APScheduler knows real time only and would fire all that is past: here nothing ever is, see `Watch.until`.
        return instant + timedelta(days=3650)


class Watch:
    """The engine over a rig; time passes in steps of a second or more while the test waits."""

    def __init__(self, rig: Rig, clock: WaitingClock) -> None:
        self.rig, self.clock = rig, clock

    @property
    def status(self) -> WatchStatusChanged:
        found: WatchStatusChanged = self.rig.of(WatchStatusChanged)[-1]
        return found

    async def until(self, is_so: object, *, step_s: float = 1.0, real_s: float = PATIENCE_S) -> None:
        assert callable(is_so)
        async with asyncio.timeout(real_s):
            while not is_so():
                self.clock.step(step_s)
                # What the stepped clock says is due is fired here.
                for source in self.rig.rows:
                    due = self.rig.engine.rounds.schedule.due_at(source)
                    if due is not None and due <= self.clock.now():
                        self.rig.engine.rounds.schedule.remove(source)
                        self.rig.engine.rounds.fire(source)
                await asyncio.sleep(0.005)

    async def settled(self) -> None:
        await self.until(lambda: self.status.state is WatchState.WATCHING and not self.rig.notices.holding)


class FallsAsleep:
    """Asks, and the machine sleeps through the night before the first question has reached its server."""

    def __init__(self, inner: Fetch, clock: WaitingClock) -> None:
        self._inner, self._clock = inner, clock
        self._is_tired = True

    async def fetch(self, request: Request) -> NotModified | Fetched:
        if self._is_tired:
            self._is_tired = False
            self._clock.jump(NIGHT)
        return await self._inner.fetch(request)


@asynccontextmanager
async def watching(rig: Rig, clock: WaitingClock) -> AsyncIterator[Watch]:
    async with rig:
        running = asyncio.create_task(rig.engine.run())
        try:
            await asyncio.wait_for(rig.engine.ready.wait(), 5)
            watch = Watch(rig, clock)
            await watch.settled()
            yield watch
            rig.engine.stop()
            await running
        finally:
            rig.engine.stop()
            await asyncio.gather(running, return_exceptions=True)


@pytest.fixture
def clock() -> WaitingClock:
    # 02:10 in Hong Kong.
    return WaitingClock(datetime.fromisoformat("2025-02-19T02:10:00+08:00"))


def told(rig: Rig) -> list[str]:
    """Titles that were shown. The last digit of a minute hangs on how many steps the start took."""
    return [re.sub(r"(02:1|08:5)\d", r"\1x", notice.title) for notice in rig.port.shown]


def publish(world: World, clock: WaitingClock, count: int) -> None:
    """News of the night."""
    for number in range(2, 2 + count):
        world.publish(release(number, f"{GRANT} no. {number}", clock.now() + timedelta(minutes=10 * number)))


def the_rig(folder: Path, replica: Replica, clock: WaitingClock, *, with_prices: bool = False) -> Rig:
    return Rig(folder, replica, clock, every_min=600, sources=SOURCES, with_prices=with_prices)


def test_a_night_is_one_summary_that_names_its_span_with_the_critical_ones_first(
    tmp_path: Path, world: World, replica: Replica, clock: WaitingClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        rig = the_rig(tmp_path, replica, clock)
        async with watching(rig, clock) as watch:
            publish(world, clock, 7)
            clock.jump(NIGHT)
            await watch.until(lambda: rig.told_new() == 7)
            assert rig.port.shown == []
            # What the rules call critical is named before the rest.
            await rig.sql("UPDATE item SET level = ? WHERE ref = '25PR4'", int(Level.CRITICAL))
            await watch.until(lambda: rig.port.shown)
            await watch.settled()
            (notice,) = rig.port.shown
            (title,) = told(rig)
            assert title == "While this computer slept (02:1x–08:5x HKT): 7 new, 1 critical, 6 high"
            assert notice.body.splitlines()[0] == f"SFC: {GRANT} no. 4"
            assert await rig.sql("SELECT DISTINCT state FROM outbox WHERE kind = 'item'") == [("folded",)]

    run(test())


def test_a_night_without_news_is_not_told(tmp_path: Path, world: World, replica: Replica, clock: WaitingClock) -> None:
    world.publish(release(1))

    async def test() -> None:
        rig = the_rig(tmp_path, replica, clock)
        async with watching(rig, clock) as watch:
            clock.jump(NIGHT)
            await watch.until(lambda: watch.status.state is WatchState.CATCHING_UP)
            await watch.settled()
            assert rig.port.shown == []

    run(test())


def test_sources_that_fail_do_not_hold_the_summary_up_or_add_to_it(
    tmp_path: Path, world: World, replica: Replica, clock: WaitingClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        rig = the_rig(tmp_path, replica, clock)
        async with watching(rig, clock) as watch:
            publish(world, clock, 5)
            replica.faults.set("www.hkma.gov.hk", faults.status(503))
            replica.faults.set("rthk.hk", faults.captive_portal())
            clock.jump(NIGHT)
            await watch.until(lambda: rig.port.shown)
            await watch.settled()
            assert told(rig) == ["While this computer slept (02:1x–08:5x HKT): 5 new, 5 high"]

    run(test())


def test_a_source_that_does_not_answer_is_waited_for_only_so_long(
    tmp_path: Path, world: World, replica: Replica, clock: WaitingClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        rig = the_rig(tmp_path, replica, clock)
        async with watching(rig, clock) as watch:
            publish(world, clock, 4)
            replica.faults.set("www.hkma.gov.hk", faults.slow(delay_s=30))
            clock.jump(NIGHT)
            await watch.until(lambda: rig.told_new() == 4)
            asked_s = clock.monotonic()
            assert rig.port.shown == []
            await watch.until(lambda: rig.port.shown, step_s=2)
            assert LIMIT_S - 60 <= clock.monotonic() - asked_s <= LIMIT_S + 120
            assert len(rig.port.shown) == 1
            await watch.until(lambda: watch.status.state is WatchState.WATCHING)

    run(test())


def test_an_answer_that_was_on_its_way_when_the_machine_fell_asleep_is_part_of_the_summary(
    tmp_path: Path, world: World, replica: Replica, clock: WaitingClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        rig = the_rig(tmp_path, replica, clock)
        async with watching(rig, clock) as watch:
            publish(world, clock, 5)
            replica.forget_requests()
            rig.poller._fetcher = FallsAsleep(rig.poller._fetcher, clock)
            rig.engine.rounds.fire(EN)
            await watch.until(lambda: rig.port.shown)
            await watch.settled()
            assert len(replica.requests_to(FEED)) == 2
            assert told(rig) == ["While this computer slept (02:1x–08:5x HKT): 5 new, 5 high"]

    run(test())


def test_prices_are_looked_at_before_any_source_and_an_alert_does_not_break_the_summary_up(
    tmp_path: Path, world: World, replica: Replica, clock: WaitingClock
) -> None:
    world.publish(release(1))
    world.prices = price_path((0, 95_500), (5000, 95_500), start=clock.now())

    async def test() -> None:
        rig = the_rig(tmp_path, replica, clock, with_prices=True)
        async with watching(rig, clock) as watch:
            await watch.until(lambda: rig.of(PriceChanged))
            publish(world, clock, 5)
            replica.forget_requests()
            clock.jump(NIGHT)
            # An alert wakes those who tell while the sweep is under way.
            await watch.until(lambda: rig.told_new() == 5)
            rig.notices.wake()
            await watch.until(lambda: rig.port.shown)
            hosts = [request.host for request in replica.requests]
            # Which venue's question arrives first is for the network to say.
            assert hosts[0] not in {host_of(row.url) for row in rig.rows.values()}
            assert told(rig) == ["While this computer slept (02:1x–08:5x HKT): 5 new, 5 high"]

    run(test())


def test_a_network_that_returns_is_one_summary_of_the_time_without_it(
    tmp_path: Path, world: World, replica: Replica, clock: WaitingClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        rig = the_rig(tmp_path, replica, clock)
        async with watching(rig, clock) as watch:
            replica.faults.set("", faults.drop())
            for source in SOURCES:
                rig.engine.rounds.schedule.set(source, clock.now())
            await watch.until(lambda: watch.status.state is WatchState.OFFLINE)
            publish(world, clock, 4)
            await watch.until(lambda: clock.now() >= START - timedelta(hours=10), step_s=60)
            replica.faults.clear()
            rig.engine.rounds.schedule.set(RTHK, clock.now())
            await watch.until(lambda: rig.port.shown)
            await watch.settled()
            (notice,) = rig.port.shown
            assert notice.title.startswith("While this computer was offline (02:1")
            assert notice.title.endswith(" HKT): 4 new, 4 high")

    run(test())


def test_a_price_that_comes_again_has_everything_asked_at_once(
    tmp_path: Path, world: World, replica: Replica, clock: WaitingClock
) -> None:
    world.publish(release(1))
    world.prices = price_path((0, 95_500), (50_000, 95_500), start=clock.now())

    async def test() -> None:
        rig = the_rig(tmp_path, replica, clock, with_prices=True)
        async with watching(rig, clock) as watch:
            replica.faults.set("", faults.drop())
            for source in SOURCES:
                rig.engine.rounds.schedule.set(source, clock.now())
            await watch.until(lambda: watch.status.state is WatchState.OFFLINE)
            gone = clock.now()
            await watch.until(lambda: clock.now() >= gone + timedelta(hours=3), step_s=30)
            assert watch.status.state is WatchState.OFFLINE
            replica.faults.clear()
            back = clock.now()
            await watch.until(lambda: watch.status.state is WatchState.WATCHING)
            assert clock.now() - back < timedelta(minutes=3)

    run(test())


def test_a_network_that_comes_long_after_waking_is_still_one_summary_of_the_whole_absence(
    tmp_path: Path, world: World, replica: Replica, clock: WaitingClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        rig = the_rig(tmp_path, replica, clock)
        async with watching(rig, clock) as watch:
            publish(world, clock, 4)
            replica.faults.set("", faults.drop())
            clock.jump(NIGHT)
            await watch.until(lambda: watch.status.state is WatchState.OFFLINE)
            await watch.until(lambda: not rig.notices.holding)
            assert rig.port.shown == []
            replica.faults.clear()
            rig.engine.rounds.schedule.set(RTHK, clock.now())
            await watch.until(lambda: rig.port.shown)
            await watch.settled()
            (notice,) = rig.port.shown
            assert notice.title.startswith("While this computer slept (02:1")
            assert notice.title.endswith("4 new, 4 high")

    run(test())


def test_a_summary_that_nobody_could_show_keeps_its_words_over_a_restart(
    tmp_path: Path, world: World, replica: Replica, clock: WaitingClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            await rig.poll(EN)
            publish(world, clock, 2)
            start = clock.now()
            clock.jump(NIGHT)
            await rig.poll(EN)
            rig.port.takes = False
            assert await rig.notices.fold_absence(Absence(AbsenceKind.ASLEEP, start, clock.now()))
            assert await rig.notices.step()
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as again:
            await again.load()
            assert await again.tell() == ["While this computer slept (02:10–08:55 HKT): 2 new, 2 high"]
            assert await again.tell() == []
            assert await again.database.run(outbox.due, clock.now()) == []

    run(test())
