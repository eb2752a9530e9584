# SPDX-License-Identifier: MIT
"""What is new today, by Hong Kong's calendar."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from fakes import START, SteppedClock
from hkwatch.replica import Replica, World
from hkwatch.services.today import midnight
from services.rig import EN, Rig, release, run


def test_day_begins_at_midnight_in_hong_kong() -> None:
    assert midnight(datetime(2025, 2, 19, 15, 59, tzinfo=UTC)) == datetime(2025, 2, 18, 16, 0, tzinfo=UTC)
    assert midnight(datetime(2025, 2, 19, 16, 0, tzinfo=UTC)) == datetime(2025, 2, 19, 16, 0, tzinfo=UTC)


def test_new_items_count_over_a_restart_until_midnight_and_back_catalogue_never_does(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            await rig.poll()
            assert rig.poller.today.of(EN) == 0
            world.publish(release(2, at=START + timedelta(minutes=1)))
            clock.step(minutes=10)
            await rig.poll()
            assert rig.poller.today.of(EN) == 1
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            assert rig.poller.today.of(EN) == 1
            clock.step(minutes=11 * 60)
            assert rig.poller.today.of(EN) == 0

    run(test())
