# SPDX-License-Identifier: MIT
"""How often it is said how the watch stands: what changes at once, progress a few times a second, the last never lost."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from fakes import START, SteppedClock
from hkwatch.domain.events import Event, SourceState, WatchStatusChanged
from hkwatch.replica import Replica, World, faults
from hkwatch.services.saving import Saving
from hkwatch.services.watch_status import PROGRESS_EVERY_S, WatchStatus
from services.rig import EN, Rig, run

FEED = "www.sfc.hk/en/RSS-Feeds/Press-releases"
LATER = START + timedelta(hours=2)


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock()


@pytest.fixture
def replica(world: World, clock: SteppedClock) -> Iterator[Replica]:
    with Replica(world, clock.now) as running:
        yield running


def watched(rig: Rig, said: list[Event]) -> WatchStatus:
    return WatchStatus(rig.parts, rig.engine.rounds, Saving(rig.clock), said.append)


def test_of_progress_in_one_moment_the_first_and_the_last_are_said(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            said: list[Event] = []
            status = watched(rig, said)
            for _ in range(200):
                status.progressed()
            rig.engine.rounds.paused_until = LATER
            assert len(said) == 1
            await rig.until(lambda: len(said) == 2)
            assert isinstance(said[-1], WatchStatusChanged)
            assert said[-1].paused_until == LATER, "what is said late is how the watch stands then"
            clock.step(PROGRESS_EVERY_S)
            status.progressed()
            assert len(said) == 3

    run(test())


def test_a_change_is_said_at_once_and_takes_the_progress_before_it_along(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            said: list[Event] = []
            status = watched(rig, said)
            status.progressed()
            status.progressed()
            status.announce()
            assert len(said) == 2
            status.finish()
            assert len(said) == 2, "nothing was left to be said"

    run(test())


def test_progress_that_waits_is_said_when_the_watch_ends(tmp_path: Path, replica: Replica, clock: SteppedClock) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            said: list[Event] = []
            status = watched(rig, said)
            status.progressed()
            rig.engine.rounds.paused_until = LATER
            status.progressed()
            status.finish()
            assert [event.paused_until for event in said if isinstance(event, WatchStatusChanged)] == [None, LATER]

    run(test())


def test_an_answer_like_the_one_before_is_progress_and_a_failure_is_a_change(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            rounds, progress = rig.engine.rounds, list[str]()
            rounds.progressed = lambda: progress.append("progress")
            await rounds._poll(rig.rows[EN])
            await rounds._poll(rig.rows[EN])
            assert (len(progress), rig.of(WatchStatusChanged)) == (2, [])
            replica.faults.set(FEED, faults.status(500))
            await rounds._poll(rig.rows[EN])
            (status,) = rig.of(WatchStatusChanged)
            assert [line.state for line in status.sources] == [SourceState.FAILING]
            await rounds._poll(rig.rows[EN])
            assert len(progress) == 3, "it fails as it did"
            replica.faults.clear()
            await rounds._poll(rig.rows[EN])
            assert rig.of(WatchStatusChanged)[-1].sources[0].state is SourceState.OK

    run(test())
