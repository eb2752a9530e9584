# SPDX-License-Identifier: MIT
"""UPower or NetworkManager written by hand: one property on a bus, and the signal that it changed."""

import asyncio
import contextlib
from typing import Any, Self

from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import DBusNameFlags, message_bus
from jeepney.io.asyncio import DBusConnection, DBusRouter, Proxy, open_dbus_connection

PROPERTIES = "org.freedesktop.DBus.Properties"


class FakeService:
    """Owns `name` inside `async with`; `set` changes the property and says so."""

    def __init__(self, address: str, name: str, member: str, signature: str, value: Any) -> None:
        self.asked = 0
        self.refuses = False
        self._address, self._name, self._member = address, name, member
        self._value = (signature, value)
        self._path = "/" + name.replace(".", "/")
        self._connection: DBusConnection | None = None
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._connection = await open_dbus_connection(self._address)
        async with DBusRouter(self._connection) as router:
            (outcome,) = await Proxy(message_bus, router).RequestName(self._name, DBusNameFlags.replace_existing)
            assert outcome == 1
        self._task = asyncio.create_task(self._serve())
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.die()

    async def die(self) -> None:
        """Leave the bus. May be called twice."""
        if self._task is None or self._connection is None:
            return
        task, self._task = self._task, None
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError, EOFError):
            await task
        await self._connection.close()

    async def set(self, value: Any, *, says: Any = None) -> None:
        """Another value; `says` is what the signal claims instead."""
        self._value = (self._value[0], value)
        assert self._connection is not None
        claimed = (self._value[0], value if says is None else says)
        await self._connection.send(changed(self._name, self._path, self._member, claimed))

    async def _serve(self) -> None:
        assert self._connection is not None
        while True:
            message = await self._connection.receive()
            if message.header.message_type is not MessageType.method_call:
                continue
            fields = message.header.fields
            self.asked += 1
            if not self.refuses and (fields[HeaderFields.member], message.body) == ("Get", (self._name, self._member)):
                await self._connection.send(new_method_return(message, "v", (self._value,)))
            else:
                await self._connection.send(
                    new_error(message, "org.freedesktop.DBus.Error.UnknownProperty", "s", ("",))
                )


def changed(name: str, path: str, member: str, value: tuple[str, Any]) -> Any:
    """A PropertiesChanged signal."""
    source = DBusAddress(path, bus_name=name, interface=PROPERTIES)
    return new_signal(source, "PropertiesChanged", "sa{sv}as", (name, {member: value}, []))


def upower(address: str, *, on_battery: bool) -> FakeService:
    """A laptop."""
    return FakeService(address, "org.freedesktop.UPower", "OnBattery", "b", on_battery)


def network_manager(address: str, metered: int) -> FakeService:
    """A link, with NetworkManager's own numbers."""
    return FakeService(address, "org.freedesktop.NetworkManager", "Metered", "u", metered)
