# SPDX-License-Identifier: MIT
"""A watch that asks less often while the machine saves, says so, and is at full speed again at once."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from fakes import START
from hkwatch.app.clock import Scene, SceneClock
from hkwatch.domain.events import PriceChanged, WatchStatusChanged
from hkwatch.domain.order import from_ms
from hkwatch.domain.saving import Supply
from hkwatch.notify.supply import OnSupply
from hkwatch.replica import Replica, World
from hkwatch.services.engine import Engine
from hkwatch.services.saving import Saving
from services.rig import EN, RTHK, Rig, release, run
from services.test_engine import status, swept, watching

MINUTE = timedelta(minutes=1)


class FakeSupply:
    """Tells what the test says."""

    def __init__(self) -> None:
        self.told: OnSupply | None = None

    async def run(self, told: OnSupply) -> None:
        self.told = told
        await asyncio.Event().wait()

    def tell(self, *, on_battery: bool | None = None, metered: bool | None = None) -> None:
        assert self.told is not None
        self.told(Supply(on_battery, metered))


@pytest.fixture
def clock() -> SceneClock:
    return SceneClock((Scene(0.0, START, 60.0),))


@pytest.fixture
def replica(world: World, clock: SceneClock) -> Iterator[Replica]:
    with Replica(world, clock.now) as running:
        yield running


def saving_rig(folder: Path, replica: Replica, clock: SceneClock, **options: object) -> tuple[Rig, FakeSupply, Saving]:
    """A rig whose sources have a pause of ten minutes, the official one a busy band of it."""
    rig = Rig(folder, replica, clock, every_min=10, sources=(EN, RTHK), **options)  # type: ignore[arg-type]
    supply = FakeSupply()
    saving = Saving(clock, supply)
    rig.parts = replace(rig.parts, saving=saving)
    rig.engine = Engine(rig.parts, rig.events.append, rig._reload)
    busy = replace(rig.rows[EN].poll[0], workdays_only=True)
    rig.engine.rounds.rows[EN] = replace(rig.rows[EN], poll=(busy,))
    return rig, supply, saving


def next_of(rig: Rig) -> dict[str, datetime | None]:
    return {line.source: line.next_at for line in status(rig).sources}


def looks(rig: Rig) -> list[datetime]:
    """When prices were looked at; an event may be sent twice."""
    return sorted({event.at for event in rig.of(PriceChanged)})


def base(rig: Rig, source: object) -> datetime:
    return from_ms(rig.poller.records[source].next_ms or 0)  # type: ignore[index]


def last(rig: Rig, source: object) -> datetime:
    return from_ms(rig.poller.records[source].last_try_ms or 0)  # type: ignore[index]


def test_on_battery_sources_are_planned_later_and_on_mains_as_before(
    tmp_path: Path, world: World, replica: Replica, clock: SceneClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        rig, supply, _ = saving_rig(tmp_path, replica, clock, with_prices=False)
        async with watching(rig):
            await rig.until(lambda: swept(rig))
            assert status(rig).saving == ""
            before = next_of(rig)
            supply.tell(on_battery=True)
            assert status(rig).saving == "battery"
            slow = next_of(rig)
            # The official source in its busy band twice as long, the other three times; a tenth is chance.
            assert 20 * MINUTE <= slow[EN] - last(rig, EN) <= 22 * MINUTE  # type: ignore[operator]
            assert 30 * MINUTE <= slow[RTHK] - last(rig, RTHK) <= 33 * MINUTE  # type: ignore[operator]
            supply.tell(on_battery=True, metered=True)
            assert status(rig).saving == "battery metered"
            slow = next_of(rig)
            assert 40 * MINUTE <= slow[RTHK] - last(rig, RTHK) <= 44 * MINUTE  # type: ignore[operator]
            supply.tell(on_battery=False)
            assert status(rig).saving == ""
            assert next_of(rig) == before

    run(test())


def test_a_source_that_is_overdue_when_mains_power_returns_is_asked_at_once(
    tmp_path: Path, world: World, replica: Replica
) -> None:
    clock = SceneClock((Scene(0.0, START, 1200.0),))

    async def test() -> None:
        with Replica(world, clock.now) as fast:
            rig, supply, _ = saving_rig(tmp_path, fast, clock, with_prices=False)
            async with watching(rig):
                await rig.until(lambda: swept(rig))
                supply.tell(on_battery=True)
                asked = len(fast.requests_to("rthk.hk"))
                await clock.sleep(15 * 60)
                assert len(fast.requests_to("rthk.hk")) == asked
                supply.tell(on_battery=False)
                await rig.until(lambda: len(fast.requests_to("rthk.hk")) > asked)
                assert last(rig, RTHK) < clock.now()

    run(test())


def test_each_poll_on_battery_is_followed_by_the_longer_pause_and_remembers_the_usual_one(
    tmp_path: Path, world: World, replica: Replica, clock: SceneClock
) -> None:
    async def test() -> None:
        rig, supply, _ = saving_rig(tmp_path, replica, clock, with_prices=False)
        async with watching(rig):
            await rig.until(lambda: supply.told is not None)
            supply.tell(metered=True)
            await rig.until(lambda: swept(rig))
            assert next_of(rig)[RTHK] - last(rig, RTHK) >= 40 * MINUTE  # type: ignore[operator]
            assert base(rig, RTHK) - last(rig, RTHK) <= 11 * MINUTE
        # The same data on mains power: nothing waits for the long pause.
        again, _, _ = saving_rig(tmp_path, replica, clock, with_prices=False)
        async with watching(again):
            await again.until(lambda: bool(again.of(WatchStatusChanged)))
            assert next_of(again)[RTHK] - last(again, RTHK) <= 11 * MINUTE  # type: ignore[operator]

    run(test())


def test_prices_are_looked_at_a_quarter_as_often_and_again_at_once_on_mains(
    tmp_path: Path, world: World, replica: Replica, clock: SceneClock
) -> None:
    async def test() -> None:
        rig, supply, _ = saving_rig(tmp_path, replica, clock, interval_s=60.0)
        async with watching(rig):
            await rig.until(lambda: swept(rig) and rig.of(PriceChanged))
            supply.tell(on_battery=True)
            assert rig.price.interval_s == 240.0
            await rig.until(lambda: len(looks(rig)) >= 3)
            *_, earlier, later = looks(rig)
            assert later - earlier >= timedelta(seconds=200)
            seen, at = len(looks(rig)), clock.now()
            supply.tell(on_battery=False)
            assert rig.price.interval_s == 60.0
            await rig.until(lambda: len(looks(rig)) > seen)
            assert looks(rig)[seen] - at < timedelta(seconds=120)

    run(test())


def test_the_users_setting_switches_saving_off_while_it_runs(
    tmp_path: Path, world: World, replica: Replica, clock: SceneClock
) -> None:
    async def test() -> None:
        rig, supply, saving = saving_rig(tmp_path, replica, clock, with_prices=False)
        async with watching(rig):
            await rig.until(lambda: swept(rig))
            before = next_of(rig)
            supply.tell(on_battery=True)
            saving.want(False)
            assert (status(rig).saving, next_of(rig)) == ("", before)
            saving.want(True)
            assert status(rig).saving == "battery"

    run(test())


def test_what_was_brought_forward_is_not_put_off_by_saving(
    tmp_path: Path, world: World, replica: Replica, clock: SceneClock
) -> None:
    async def test() -> None:
        rig, supply, _ = saving_rig(tmp_path, replica, clock, with_prices=False)
        async with watching(rig):
            await rig.until(lambda: swept(rig))
            soon = clock.now() + 5 * MINUTE
            rig.engine.rounds.schedule.set(RTHK, soon)
            supply.tell(on_battery=True)
            assert next_of(rig)[RTHK] == soon

    run(test())
