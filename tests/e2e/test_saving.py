# SPDX-License-Identifier: MIT
"""The whole program on a laptop: a system bus with UPower and NetworkManager on it."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from e2e.bus import PrivateBus
from e2e.command import HKWATCH, environment
from e2e.desktop import require
from hkwatch.replica import Replica, World
from notify.fake_system import FakeService, network_manager, upower

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has a system bus")


async def watched(
    folder: Path, replica: Replica, bus: str, test: Callable[[Callable[[str], Awaitable[None]]], Awaitable[None]]
) -> None:
    """`hkwatch watch` on this bus; `test` gets a function that waits for a line of its error output."""
    process = await asyncio.create_subprocess_exec(
        *HKWATCH,
        *("watch", "--data", str(folder), "--replica", replica.base_url),
        env={**environment(), "DBUS_SYSTEM_BUS_ADDRESS": bus},
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stderr is not None
        stderr = process.stderr

        async def until(line: str) -> None:
            async with asyncio.timeout(20):
                while (await stderr.readline()).decode().strip() != line:
                    assert not stderr.at_eof()

        await test(until)
    finally:
        process.terminate()
        await process.communicate()


def test_the_watch_says_when_it_checks_less_often_and_when_no_more(tmp_path: Path) -> None:
    require("dbus-daemon")

    async def plug(power: FakeService, network: FakeService, until: Callable[[str], Awaitable[None]]) -> None:
        await until("Checking 3 times less often on battery.")
        await network.set(3)
        await until("Checking 4 times less often on battery and on a metered connection.")
        await power.set(False)
        await network.set(2)
        await until("Checking as often as usual again.")

    async def test(replica: Replica, bus: str) -> None:
        async with upower(bus, on_battery=True) as power, network_manager(bus, 4) as network:
            await watched(tmp_path / "data", replica, bus, lambda until: plug(power, network, until))

    with Replica(World(), lambda: datetime.now(UTC)) as replica, PrivateBus(tmp_path) as bus:
        asyncio.run(test(replica, bus.address))
