# SPDX-License-Identifier: MIT
"""Today's copy beside the running watch."""

import logging
from datetime import timedelta
from pathlib import Path

import pytest

from fakes import SteppedClock
from hkwatch.replica import Replica, World
from hkwatch.services.backups import Backups
from hkwatch.store.backups import check, dailies
from services.rig import EN, Rig, release, run


def test_a_running_watch_is_copied_once_a_day(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            await rig.poll()
            copies = Backups(clock, rig.file, tmp_path / "copies")
            first = await copies.step()
            assert first is not None
            assert check(first).counts["item"] == 1
            assert await copies.step() is None
            clock.jump(timedelta(days=1))
            assert await copies.step() is not None
            assert len(dailies(tmp_path / "copies")) == 2

    run(test())


def test_a_folder_that_cannot_be_written_is_logged_and_the_watch_goes_on(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, caplog: pytest.LogCaptureFixture
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN,)) as rig:
            await rig.load()
            (tmp_path / "copies").write_text("a file where the folder should be")
            with caplog.at_level(logging.WARNING):
                assert await Backups(clock, rig.file, tmp_path / "copies").step() is None
            assert "backup key=disk" in caplog.text

    run(test())
