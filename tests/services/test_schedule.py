# SPDX-License-Identifier: MIT
"""The alarm clock of the sources: real APScheduler, fast clock."""

import asyncio
from datetime import timedelta

from fakes import START
from hkwatch.app.clock import Scene, SceneClock
from hkwatch.domain.ids import SourceId
from hkwatch.services.schedule import Schedule
from patience import PATIENCE_S
from services.rig import run

A, B = SourceId("a"), SourceId("b")
RATE = 60.0


class Fired:
    """Which sources were fired, and when by the clock."""

    def __init__(self, clock: SceneClock) -> None:
        self._clock = clock
        self.seen: list[tuple[SourceId, float]] = []

    def __call__(self, source: SourceId) -> None:
        self.seen.append((source, (self._clock.now() - START).total_seconds()))

    async def until(self, count: int) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while len(self.seen) < count:
                await asyncio.sleep(0.005)


def test_each_source_fires_once_at_its_own_time_by_the_fast_clock() -> None:
    async def test() -> None:
        clock = SceneClock((Scene(0.0, START, RATE),))
        fired = Fired(clock)
        schedule = Schedule(clock, fired)
        schedule.start()
        schedule.set(A, START + timedelta(seconds=40))
        schedule.set(B, START + timedelta(seconds=20))
        assert schedule.next() == (B, START + timedelta(seconds=20))
        await fired.until(2)
        assert [source for source, _ in fired.seen] == [B, A]
        assert fired.seen[0][1] >= 20
        assert fired.seen[1][1] >= 40
        assert schedule.next() is None
        assert schedule.due_at(A) is None
        schedule.stop()

    run(test())


def test_new_time_replaces_the_one_set_before() -> None:
    async def test() -> None:
        clock = SceneClock((Scene(0.0, START, RATE),))
        fired = Fired(clock)
        schedule = Schedule(clock, fired)
        schedule.start()
        schedule.set(A, START + timedelta(hours=5))
        schedule.set(A, START + timedelta(seconds=10))
        schedule.set(B, START + timedelta(seconds=20))
        await fired.until(2)
        assert [source for source, _ in fired.seen] == [A, B]
        schedule.stop()

    run(test())


def test_removed_source_does_not_fire() -> None:
    async def test() -> None:
        clock = SceneClock((Scene(0.0, START, RATE),))
        fired = Fired(clock)
        schedule = Schedule(clock, fired)
        schedule.start()
        schedule.set(A, START + timedelta(seconds=5))
        schedule.set(B, START + timedelta(seconds=20))
        schedule.remove(A)
        schedule.remove(SourceId("never set"))
        await fired.until(1)
        assert [source for source, _ in fired.seen] == [B]
        schedule.stop()

    run(test())


def test_time_in_the_past_fires_at_once() -> None:
    async def test() -> None:
        clock = SceneClock((Scene(0.0, START, RATE),))
        fired = Fired(clock)
        schedule = Schedule(clock, fired)
        schedule.start()
        schedule.set(A, START - timedelta(days=400))
        await fired.until(1)
        schedule.stop()

    run(test())


def test_time_inside_a_jump_of_the_clock_fires_when_the_machine_wakes() -> None:
    async def test() -> None:
        woken = START + timedelta(hours=10)
        clock = SceneClock((Scene(0.0, START, RATE), Scene(0.5, woken, RATE)))
        fired = Fired(clock)
        schedule = Schedule(clock, fired)
        schedule.start()
        schedule.set(A, START + timedelta(hours=5))
        await fired.until(1)
        assert timedelta(0) <= timedelta(seconds=fired.seen[0][1]) - timedelta(hours=10) < timedelta(minutes=2)
        schedule.stop()

    run(test())


def test_stopped_schedule_fires_nothing_and_may_be_stopped_twice() -> None:
    async def test() -> None:
        clock = SceneClock((Scene(0.0, START, RATE),))
        fired = Fired(clock)
        schedule = Schedule(clock, fired)
        schedule.start()
        schedule.set(A, START + timedelta(seconds=3))
        schedule.stop()
        schedule.stop()
        await clock.sleep(10)
        assert fired.seen == []

    run(test())


def test_a_source_asked_for_again_at_the_moment_it_fires_is_fired_again() -> None:
    async def test() -> None:
        clock = SceneClock((Scene(0.0, START, RATE),))
        fired = Fired(clock)

        def fire(source: SourceId) -> None:
            fired(source)
            if len(fired.seen) < 4:
                schedule.set(source, clock.now())

        schedule = Schedule(clock, fire)
        schedule.start()
        schedule.set(A, START + timedelta(seconds=5))
        await fired.until(4)
        schedule.stop()

    run(test())
