# SPDX-License-Identifier: MIT
"""An official source that is out in its busy hours is told once, and its recovery takes that back."""

from datetime import datetime, timedelta
from pathlib import Path

from fakes import SteppedClock
from hkwatch.domain.events import NoticeActivated
from hkwatch.domain.ids import NoticeId, SourceId
from hkwatch.domain.order import from_ms
from hkwatch.replica import Replica, World, faults
from hkwatch.services.health import source_health
from hkwatch.services.outages import Outages
from services.rig import API, EN, RTHK, TC, Rig, release, run

BUSY = datetime.fromisoformat("2025-02-19T16:10:00+08:00")
"""Within the working-day band of the press releases."""
FEED = "www.sfc.hk/en/RSS-Feeds/Press-releases"
CHINESE = "www.sfc.hk/TC/RSS-Feeds/Press-releases"


class Watch:
    """The outages over a rig, stepped by hand."""

    def __init__(self, rig: Rig, clock: SteppedClock) -> None:
        self.rig, self.clock = rig, clock
        self.outages = Outages(clock, rig.database, rig.notices, frozenset())

    async def ask(self, *sources: SourceId) -> None:
        for source in sources:
            since = self.rig.poller.records[source].failing_since_ms
            (polled,) = await self.rig.poll(source)
            if since is not None and polled.error is None:
                await self.outages.over(source, from_ms(since))

    async def look(self, *, offline: bool = False) -> list[str]:
        poller = self.rig.poller
        lines = [
            source_health(row, poller.records[row.id], self.clock.now() + timedelta(minutes=4), offline=offline)
            for row in self.rig.rows.values()
        ]
        await self.outages.look(self.rig.rows, lines)
        before = len(self.rig.port.shown)
        await self.rig.notices.step()
        return [f"{notice.title} | {notice.body}" for notice in self.rig.port.shown[before:]]


def at(clock: SteppedClock, time: datetime) -> None:
    clock.step((time - clock.now()).total_seconds())


def test_a_failure_of_half_an_hour_in_busy_hours_is_told_once_with_reason_and_next_try(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN, RTHK)) as rig:
            await rig.load()
            at(clock, BUSY)
            watch = Watch(rig, clock)
            await watch.ask(EN, RTHK)
            replica.faults.set(FEED, faults.status(503))
            await watch.ask(EN)
            clock.step(minutes=30)
            assert await watch.look() == []
            clock.step(minutes=1)
            (told,) = await watch.look()
            assert told.startswith("SFC press releases not reachable for 31 min | www.sfc.hk ")
            assert "HTTP 503" in told
            assert told.endswith("Next try 16:45 HKT.")
            clock.step(minutes=60)
            await watch.ask(EN)
            assert await watch.look() == []
            # The same outage after a restart of the engine: still told only once.
            assert await Watch(rig, clock).look() == []

    run(test())


def test_recovery_withdraws_the_notice_and_the_next_outage_is_told_anew(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            at(clock, BUSY)
            watch = Watch(rig, clock)
            for _ in range(2):
                replica.faults.set(FEED, faults.status(503))
                await watch.ask(EN)
                clock.step(minutes=40)
                assert len(await watch.look()) == 1
                replica.faults.clear()
                # Another engine may bring the recovery.
                watch = Watch(rig, clock)
                await watch.ask(EN)
                assert rig.port.withdrawn == [notice.id for notice in rig.port.shown]
                assert await watch.look() == []

    run(test())


def test_an_outage_that_ends_before_anybody_could_be_told_is_not_told(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            at(clock, BUSY)
            watch = Watch(rig, clock)
            rig.port.takes = False
            replica.faults.set(FEED, faults.status(503))
            await watch.ask(EN)
            clock.step(minutes=40)
            assert await watch.look() == []
            replica.faults.clear()
            await watch.ask(EN)
            rig.port.takes = True
            assert await watch.look() == []
            assert await rig.sql("SELECT kind, state FROM outbox") == [("outage", "failed")]

    run(test())


def test_at_night_on_holidays_and_from_the_press_nothing_is_told(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN, RTHK)) as rig:
            await rig.load()
            at(clock, BUSY)
            watch = Watch(rig, clock)
            replica.faults.set("", faults.status(503))
            await watch.ask(RTHK)
            clock.step(minutes=60)
            assert await watch.look() == []
            at(clock, BUSY + timedelta(hours=7))
            await watch.ask(EN)
            clock.step(minutes=60)
            assert await watch.look() == []
            # Out since the night: told when the busy hours begin.
            at(clock, BUSY + timedelta(days=1))
            assert len(await watch.look()) == 1

    run(test())


def test_one_host_that_is_down_is_one_notice(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN, TC, API)) as rig:
            await rig.load()
            at(clock, BUSY)
            watch = Watch(rig, clock)
            replica.faults.set("", faults.status(503))
            await watch.ask(EN, TC)
            clock.step(minutes=40)
            assert len(await watch.look()) == 1
            # The one that was told answers again, the other does not: now that one is named.
            replica.faults.clear()
            replica.faults.set(CHINESE, faults.status(503))
            await watch.ask(EN)
            assert len(await watch.look()) == 1
            assert rig.port.shown[-1].title.startswith("SFC press releases (Chinese)")

    run(test())


def test_what_failed_while_the_machine_was_offline_gets_its_half_hour_anew(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            at(clock, BUSY)
            watch = Watch(rig, clock)
            replica.faults.set(FEED, faults.drop())
            await watch.ask(EN)
            clock.step(minutes=40)
            assert await watch.look(offline=True) == []
            watch.outages.count_anew()
            assert await watch.look() == []
            clock.step(minutes=31)
            assert len(await watch.look()) == 1

    run(test())


def test_a_click_on_the_notice_asks_for_the_sources(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            at(clock, BUSY)
            watch = Watch(rig, clock)
            replica.faults.set(FEED, faults.status(403))
            await watch.ask(EN)
            clock.step(minutes=40)
            await watch.look()
            notice: NoticeId = rig.port.shown[0].id
            await rig.notices.activated(notice, "default", None)
            assert rig.of(NoticeActivated)[-1].action == "open-sources"

    run(test())
