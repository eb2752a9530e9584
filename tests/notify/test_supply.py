# SPDX-License-Identifier: MIT
"""Battery and metered link, asked of services on a real bus."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from e2e.bus import PrivateBus
from e2e.desktop import require
from hkwatch.domain.saving import UNKNOWN, Supply
from hkwatch.notify.supply import NobodyKnows
from hkwatch.notify.supply_dbus import RETRY_S, SystemSupply, system_bus_address
from notify.dbus_port import DEADLINE_S, run
from notify.dbus_port import SteppedClock as Clock
from notify.fake_system import network_manager, upower


class WaitingClock(Clock):
    """Sleeping ends when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.slept: list[float] = []
        self.go = asyncio.Event()

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await self.go.wait()
        self.go.clear()


class Heard:
    """What the port told."""

    def __init__(self) -> None:
        self.all: list[Supply] = []
        self._changed = asyncio.Event()

    def take(self, supply: Supply) -> None:
        self.all.append(supply)
        self._changed.set()

    async def until(self, is_so: Callable[[], bool]) -> None:
        async with asyncio.timeout(DEADLINE_S):
            while not is_so():
                await asyncio.sleep(0.001)


@asynccontextmanager
async def listening(address: str, clock: Clock | None = None) -> AsyncIterator[Heard]:
    heard = Heard()
    task = asyncio.create_task(SystemSupply(clock or WaitingClock(), address).run(heard.take))
    try:
        yield heard
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def test_battery_and_metered_link_are_read_at_once_and_followed(bus_address: str) -> None:
    async def test() -> None:
        async with (
            upower(bus_address, on_battery=True) as power,
            network_manager(bus_address, 2) as network,
            listening(bus_address) as heard,
        ):
            await heard.until(lambda: heard.all[-1:] == [Supply(True, False)])
            await network.set(1)
            await heard.until(lambda: heard.all[-1] == Supply(True, True))
            await power.set(False)
            await heard.until(lambda: heard.all[-1] == Supply(False, True))
            assert len(heard.all) == 3

    run(test())


@pytest.mark.parametrize(("number", "metered"), [(0, None), (1, True), (2, False), (3, True), (4, False), (9, None)])
def test_a_guess_of_network_manager_counts_and_its_not_knowing_does_not(
    bus_address: str, number: int, metered: bool | None
) -> None:
    async def test() -> None:
        async with (
            upower(bus_address, on_battery=True),
            network_manager(bus_address, number) as network,
            listening(bus_address) as heard,
        ):
            await heard.until(lambda: heard.all[-1:] == [Supply(True, metered)] and network.asked == 1)

    run(test())


def test_a_daemon_that_is_not_there_is_unknown_and_one_that_comes_is_asked(bus_address: str) -> None:
    async def test() -> None:
        async with upower(bus_address, on_battery=True), listening(bus_address) as heard:
            await heard.until(lambda: heard.all == [Supply(True, None)])
            async with network_manager(bus_address, 3) as network:
                await heard.until(lambda: heard.all[-1] == Supply(True, True))
                await network.die()
                await heard.until(lambda: heard.all[-1] == Supply(True, None))

    run(test())


def test_a_daemon_that_answers_with_an_error_is_unknown(bus_address: str) -> None:
    async def test() -> None:
        async with upower(bus_address, on_battery=True) as power, network_manager(bus_address, 1):
            power.refuses = True
            async with listening(bus_address) as heard:
                await heard.until(lambda: heard.all == [Supply(None, True)])

    run(test())


def test_what_a_signal_claims_is_asked_for_and_not_believed(bus_address: str) -> None:
    async def test() -> None:
        async with upower(bus_address, on_battery=False) as power, listening(bus_address) as heard:
            await heard.until(lambda: heard.all == [Supply(False, None)])
            asked = power.asked
            await power.set(False, says=True)
            await heard.until(lambda: power.asked == asked + 1)
            await power.set(True)
            await heard.until(lambda: heard.all[-1] == Supply(True, None))
            assert heard.all == [Supply(False, None), Supply(True, None)]

    run(test())


def test_a_bus_that_goes_is_unknown_at_once_and_found_again_without_a_word(tmp_path: Path) -> None:
    require("dbus-daemon")

    async def test() -> None:
        clock = WaitingClock()
        bus = PrivateBus(tmp_path)
        async with listening(bus.address, clock) as heard:
            await heard.until(lambda: clock.slept == [RETRY_S])
            assert heard.all == []
            with bus:
                async with upower(bus.address, on_battery=True):
                    clock.go.set()
                    await heard.until(lambda: heard.all == [Supply(True, None)])
                    await asyncio.to_thread(bus.stop)
                    await heard.until(lambda: heard.all[-1] == UNKNOWN)
            await heard.until(lambda: len(clock.slept) == 2)
            with PrivateBus(tmp_path):
                async with upower(bus.address, on_battery=True):
                    clock.go.set()
                    await heard.until(lambda: heard.all[-1] == Supply(True, None))

    run(test())


def test_where_nobody_knows_nothing_is_told() -> None:
    heard = Heard()
    run(NobodyKnows().run(heard.take))
    assert heard.all == []


def test_the_system_bus_is_where_the_environment_or_custom_says() -> None:
    assert system_bus_address({}) == "unix:path=/run/dbus/system_bus_socket"
    assert system_bus_address({"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/x"}) == "unix:path=/x"
