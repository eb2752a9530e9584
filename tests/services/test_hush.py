# SPDX-License-Identifier: MIT
"""Quiet for a while: nothing pops up, nothing is lost, and it outlives a restart."""

from datetime import timedelta
from pathlib import Path

import pytest

from fakes import SteppedClock
from hkwatch.domain import commands as cmd
from hkwatch.domain.events import WatchStatusChanged
from hkwatch.domain.ids import CommandId
from hkwatch.replica import Replica, World
from services.rig import EN, GRANT, Rig, release, run


async def publish_and_poll(rig: Rig, world: World, clock: SteppedClock, number: int) -> None:
    world.publish(release(number, f"{GRANT} no. {number}", clock.step(minutes=1)))
    await rig.poll(EN)


@pytest.mark.parametrize("ends_by", ["time", "wish"])
def test_what_came_in_the_quiet_is_told_when_it_ends(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, ends_by: str
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll(EN)
            until = clock.now() + timedelta(hours=1)
            await rig.engine.handle(cmd.Quiet(CommandId("1"), until))
            assert rig.of(WatchStatusChanged)[-1].quiet_until == until
            await publish_and_poll(rig, world, clock, 2)
            assert await rig.tell() == []
            await rig.notices.test()
            assert len(await rig.tell()) == 1
            if ends_by == "time":
                clock.step(minutes=60)
            else:
                await rig.engine.handle(cmd.Quiet(CommandId("2")))
                assert rig.of(WatchStatusChanged)[-1].quiet_until is None
            assert len(await rig.tell()) == 1
            assert await rig.one("SELECT count(*) FROM outbox WHERE state = 'due'") == 0

    run(test())


def test_quiet_outlives_a_restart_of_the_engine(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll(EN)
            await rig.engine.handle(cmd.Quiet(CommandId("1"), clock.now() + timedelta(hours=1)))
            await publish_and_poll(rig, world, clock, 2)
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.notices.start()
            assert await rig.tell() == []
            clock.step(minutes=61)
            assert len(await rig.tell()) == 1

    run(test())
