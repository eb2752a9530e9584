# SPDX-License-Identifier: MIT
"""A locked screen, asked of screen savers and a login manager on a real bus."""

import asyncio
import contextlib
from typing import Any, Self

import pytest
from jeepney import HeaderFields, MessageType, new_error, new_method_return
from jeepney.bus_messages import DBusNameFlags, message_bus
from jeepney.io.asyncio import DBusConnection, DBusRouter, Proxy, open_dbus_connection

from hkwatch.domain.quiet import QuietReason
from hkwatch.notify.attention_dbus import DesktopAttention
from hkwatch.notify.lock_dbus import LOGIN, OWN_SESSION, SAVERS, ScreenLock
from notify.dbus_port import run


class FakeLock:
    """Owns a name inside `async with` and answers `member` with `answer`; None = never answers."""

    def __init__(self, address: str, name: str, path: str, member: str, signature: str, answer: Any) -> None:
        self.answer = answer
        self.asked = 0
        self._address, self._name, self._path, self._member, self._signature = address, name, path, member, signature
        self._connection: DBusConnection | None = None
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._connection = await open_dbus_connection(self._address)
        async with DBusRouter(self._connection) as router:
            await Proxy(message_bus, router).RequestName(self._name, DBusNameFlags.replace_existing)
        self._task = asyncio.create_task(self._serve(self._connection))
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._task is not None
        assert self._connection is not None
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError, EOFError):
            await self._task
        await self._connection.close()

    async def _serve(self, connection: DBusConnection) -> None:
        while True:
            message = await connection.receive()
            if message.header.message_type is not MessageType.method_call:
                continue
            fields = message.header.fields
            self.asked += 1
            if (fields[HeaderFields.member], fields[HeaderFields.path]) != (self._member, self._path):
                await connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod", "s", ("",)))
            elif self.answer is not None:
                await connection.send(new_method_return(message, self._signature, (self.answer,)))


def saver(address: str, number: int, *, active: bool | None) -> FakeLock:
    name, path = SAVERS[number]
    return FakeLock(address, name, path, "GetActive", "b", active)


def login(address: str, *, locked: bool) -> FakeLock:
    return FakeLock(address, LOGIN, OWN_SESSION, "Get", "v", ("b", locked))


@pytest.mark.parametrize("number", range(len(SAVERS)), ids=[name for name, _ in SAVERS])
def test_a_locked_screen_is_seen_under_each_desktops_name(bus_address: str, number: int) -> None:
    async def test() -> None:
        attention = DesktopAttention(bus_address, None)
        async with saver(bus_address, number, active=False) as screen:
            assert await attention.reason() is None
            screen.answer = True
            assert await attention.reason() is QuietReason.LOCKED
            screen.answer = False
            assert await attention.reason() is None
        assert await attention.reason() is None
        await attention.close()
        await attention.close()

    run(test())


def test_the_login_managers_word_counts_too(bus_address: str) -> None:
    async def test() -> None:
        lock = ScreenLock("", bus_address)
        async with login(bus_address, locked=True) as manager:
            assert await lock.is_locked()
            manager.answer = ("b", False)
            assert not await lock.is_locked()
        await lock.close()

    run(test())


def test_nobody_who_can_tell_means_not_locked(bus_address: str) -> None:
    async def test() -> None:
        for session, system in (("", ""), (bus_address, bus_address), ("unix:path=/nonexistent", "unix:path=/none")):
            lock = ScreenLock(session, system)
            assert not await lock.is_locked()
            await lock.close()

    run(test())


def test_a_screen_saver_that_never_answers_is_waited_for_once(bus_address: str) -> None:
    async def test() -> None:
        lock = ScreenLock(bus_address, "")
        async with saver(bus_address, 0, active=None) as screen, saver(bus_address, 1, active=True):
            assert await lock.is_locked()
            assert await lock.is_locked()
            assert screen.asked == 1
        await lock.close()

    run(test())
