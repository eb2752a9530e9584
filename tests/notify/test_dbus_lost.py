# SPDX-License-Identifier: MIT
"""Notices over D-Bus when the daemon hangs, dies or comes back, or the bus itself is not there."""

import asyncio
from pathlib import Path

import pytest

from e2e.bus import PrivateBus
from e2e.desktop import require
from hkwatch.domain.errors import NotifyError
from hkwatch.notify.dbus import RETRY_S
from hkwatch.notify.port import CloseReason
from notify.dbus_port import DEADLINE_S, NOTICE, SteppedClock, run, started, until_reason
from notify.fake_daemon import FakeDaemon


def test_daemon_that_hangs_is_an_error_and_then_left_alone_for_half_a_minute(bus_address: str) -> None:
    async def test() -> None:
        clock = SteppedClock()
        async with FakeDaemon(bus_address) as daemon, started(bus_address, clock, call_timeout_s=0.1) as (port, _):
            daemon.is_silent = True
            turns = 0

            async def count_turns() -> None:
                nonlocal turns
                while True:
                    turns += 1
                    await asyncio.sleep(0)

            counting = asyncio.create_task(count_turns())
            with pytest.raises(NotifyError) as caught:
                await port.show(NOTICE)
            counting.cancel()
            assert caught.value.key == "notify-timeout"
            assert turns > 100
            assert not port.available
            assert "did not answer" in port.reason
            calls = len(daemon.asked)
            assert not await port.show(NOTICE)
            assert len(daemon.asked) == calls
            daemon.is_silent = False
            clock.elapsed_s += RETRY_S
            assert await port.show(NOTICE)
            assert port.available

    run(test())


@pytest.mark.parametrize("member", ["GetCapabilities", "GetServerInformation", "Notify"])
@pytest.mark.parametrize(
    "answer",
    [("", ()), ("s", ("x" * 1000,)), ("as", (["\u202e"],)), ("ai", ([1],))],
    ids=["none", "text", "list", "numbers"],
)
def test_daemon_that_answers_nonsense_is_given_the_notice_and_loses_nobody_the_bus(
    bus_address: str, member: str, answer: tuple[str, tuple[object, ...]]
) -> None:
    async def test() -> None:
        async with FakeDaemon(bus_address) as daemon:
            daemon.instead[member] = answer
            async with started(bus_address) as (port, _):
                assert port.available
                assert await port.show(NOTICE)
                assert "\u202e" not in port.server
                del daemon.instead[member]
                assert await port.show(NOTICE)
                assert port.available

    run(test())


def test_daemon_that_dies_takes_its_notices_along_and_its_successor_gets_the_next(bus_address: str) -> None:
    async def test() -> None:
        clock = SteppedClock()
        async with started(bus_address, clock) as (port, told):
            assert port.reason == "No notification daemon is running."
            async with FakeDaemon(bus_address) as first:
                await until_reason(port, "")
                assert await port.show(NOTICE)
                await first.die()
                await told.until(lambda: told.closed)
                assert told.closed == [(41, CloseReason.DAEMON_GONE)]
                assert port.reason == "The notification daemon stopped."
                assert not await port.show(NOTICE)
                await port.withdraw(NOTICE.id)
            async with FakeDaemon(bus_address, ("body",)) as second:
                await until_reason(port, "")
                assert await port.show(NOTICE)
                assert second.shown[0].replaces_id == 0
                assert second.shown[0].body == NOTICE.body
            assert clock.elapsed_s == 0

    run(test())


def test_daemon_that_dies_while_it_is_asked_may_have_shown_the_notice(bus_address: str) -> None:
    async def test() -> None:
        async with FakeDaemon(bus_address) as daemon, started(bus_address) as (port, _):
            daemon.is_silent = True
            showing = asyncio.create_task(port.show(NOTICE))
            async with asyncio.timeout(DEADLINE_S):
                while "Notify" not in daemon.asked:
                    await asyncio.sleep(0)
            await daemon.die()
            with pytest.raises(NotifyError) as caught:
                await showing
            assert caught.value.key == "notify-lost"

    run(test())


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/bus", "tcp:host=localhost", "nonsense"])
def test_without_a_bus_nothing_is_shown_and_the_reason_is_told(address: str) -> None:
    async def test() -> None:
        async with started(address) as (port, _):
            assert not port.available
            assert "session bus" in port.reason
            assert not await port.show(NOTICE)
            await port.withdraw(NOTICE.id)

    run(test())


def test_bus_that_comes_later_is_found_by_a_notice_after_half_a_minute(tmp_path: Path) -> None:
    require("dbus-daemon")

    async def test() -> None:
        clock = SteppedClock()
        bus = PrivateBus(tmp_path)
        async with started(bus.address, clock) as (port, _):
            with bus:
                async with FakeDaemon(bus.address) as daemon:
                    clock.elapsed_s += RETRY_S - 1
                    assert not await port.show(NOTICE)
                    clock.elapsed_s += 1
                    assert await port.show(NOTICE)
                    assert len(daemon.shown) == 1

    run(test())


def test_bus_that_goes_away_is_noticed_and_the_port_closes_cleanly(tmp_path: Path) -> None:
    require("dbus-daemon")

    async def test() -> None:
        clock = SteppedClock()
        with PrivateBus(tmp_path) as bus:
            daemon = FakeDaemon(bus.address)
            await daemon.__aenter__()
            async with started(bus.address, clock) as (port, told):
                await port.show(NOTICE)
                await asyncio.to_thread(bus.stop)
                await told.until(lambda: told.closed)
                assert told.closed == [(41, CloseReason.DAEMON_GONE)]
                assert "lost" in port.reason
                clock.elapsed_s += RETRY_S
                assert not await port.show(NOTICE)
            await daemon.die()

    run(test())
