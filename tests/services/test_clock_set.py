# SPDX-License-Identifier: MIT
"""Somebody sets the computer's clock back a day or on a year: the watch goes on, nothing is told twice or lost."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from fakes import START, SteppedClock
from hkwatch.app.clock import Scene, SceneClock
from hkwatch.domain.alerts import Repeat
from hkwatch.domain.events import WatchStatusChanged
from hkwatch.domain.ids import CommandId
from hkwatch.replica import Replica, World
from services.rig import EN, GRANT, RTHK, Rig, alert, flash, price_path, release, run
from services.test_engine import swept, watching

RATE = 120.0
DAY, YEAR = timedelta(days=1), timedelta(days=365)


class SetClock:
    """A computer's clock that the test sets, over a true one."""

    def __init__(self, truth: SceneClock | SteppedClock) -> None:
        self.truth = truth
        self.off = timedelta(0)

    def now(self) -> datetime:
        return self.truth.now() + self.off

    def monotonic(self) -> float:
        return self.truth.monotonic()

    async def sleep(self, seconds: float) -> None:
        await self.truth.sleep(seconds)

    def to_real(self, instant: datetime) -> datetime:
        return self.truth.to_real(instant - self.off)


@pytest.fixture
def set_clock() -> SetClock:
    return SetClock(SceneClock((Scene(0.0, START, RATE),)))


@pytest.fixture
def served(world: World, set_clock: SetClock) -> Iterator[Replica]:
    with Replica(world, set_clock.truth.now) as running:
        yield running


@pytest.mark.parametrize("by", [-DAY, YEAR], ids=["back a day", "on a year"])
def test_a_clock_that_is_set_does_not_stop_the_watch_and_tells_nothing_twice(
    tmp_path: Path, world: World, served: Replica, set_clock: SetClock, by: timedelta
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with watching(Rig(tmp_path, served, set_clock, every_min=1, sources=(EN, RTHK))) as rig:
            await rig.until(lambda: swept(rig))
            world.publish(release(2, f"{GRANT} Example Two", set_clock.truth.now()))
            await rig.until(lambda: len(rig.port.shown) == 1)
            set_clock.off += by
            planned = len(rig.of(WatchStatusChanged))
            await rig.until(lambda: len(rig.of(WatchStatusChanged)) > planned + 2)
            # No source waits for a time that is a day away.
            latest = max(rig.engine.rounds.schedule.due_at(name) or set_clock.now() for name in rig.rows)
            assert latest <= set_clock.now() + timedelta(minutes=5)
            world.publish(release(3, f"{GRANT} Example Three", set_clock.truth.now()))
            await rig.until(lambda: len(rig.port.shown) == 2)
            set_clock.off = timedelta(0)
            world.publish(release(4, f"{GRANT} Example Four", set_clock.truth.now()))
            await rig.until(lambda: len(rig.port.shown) == 3)
            *told, last = rig.port.titles
            assert told == [f"{GRANT} Example Two", f"{GRANT} Example Three"]
            # A clock that goes on at once looks like a computer that slept, until a server says otherwise.
            assert last == f"{GRANT} Example Four" or "1 new, 1 high" in last
            assert await rig.one("SELECT count(*) FROM item") == 4

    run(test())


def test_a_program_that_starts_with_its_clock_set_back_asks_at_once(
    tmp_path: Path, world: World, served: Replica, set_clock: SetClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        for set_clock.off in (timedelta(0), DAY):
            async with watching(Rig(tmp_path, served, set_clock, sources=(EN,))) as rig:
                asked = len(served.requests)
                await rig.until(lambda asked=asked: swept(rig) and len(served.requests) > asked)
        set_clock.off = timedelta(0)
        world.publish(release(2, f"{GRANT} Example Two", set_clock.truth.now()))
        async with watching(Rig(tmp_path, served, set_clock, sources=(EN,))) as rig:
            await rig.until(lambda: rig.port.shown)
            assert rig.port.titles == [f"{GRANT} Example Two"]

    run(test())


@pytest.fixture
def by_hand(clock: SteppedClock) -> SetClock:
    """A computer's clock over the stepped one, which the publishers go by."""
    return SetClock(clock)


@pytest.mark.parametrize("by", [-DAY, YEAR], ids=["back a day", "on a year"])
def test_an_alert_fires_again_after_the_clock_was_wrong(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, by_hand: SetClock, by: timedelta
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, by_hand) as rig:
            await rig.load()
            await rig.price.sample()
            await rig.alerting.save(alert(95_000, repeat=Repeat.EVERY), CommandId("one"))
            for off in (timedelta(0), by, timedelta(0)):
                by_hand.off = off
                for price in (96_000, 94_000):
                    world.prices = price_path((0, price), start=clock.now() - timedelta(minutes=30))
                    for _ in range(80):
                        clock.step(15)
                        await rig.price.sample()
            # Each fall below the level that was seen at a time when prices were known; the first and the last were.
            assert await rig.one("SELECT count(*) FROM firing") == 2
            current = rig.alerting.latest("BTC")
            assert current is not None
            assert current.price_usd is not None
            assert abs(float(current.price_usd) - 94_000) < 200

    run(test())


@pytest.mark.parametrize("by", [-DAY, YEAR], ids=["back a day", "on a year"])
def test_news_is_told_while_the_clock_is_wrong(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, by_hand: SetClock, by: timedelta
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, by_hand, sources=(EN, RTHK)) as rig:
            await rig.load()
            await rig.poll()
            clock.step(minutes=20)
            by_hand.off = by
            world.publish(flash(7, f"{GRANT} Example Seven", clock.now()))
            clock.step(minutes=20)
            await rig.poll()
            assert rig.told_new() == 1
            assert await rig.tell() == [f"{GRANT} Example Seven"]

    run(test())
