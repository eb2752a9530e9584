# SPDX-License-Identifier: MIT
"""A notification daemon written by hand: answers as it is told to and remembers every call, in the test's own
loop.
"""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import DBusNameFlags, message_bus
from jeepney.io.asyncio import DBusConnection, DBusRouter, Proxy, open_dbus_connection

NAME = "org.freedesktop.Notifications"
ALL_CAPABILITIES = ("actions", "body", "body-markup", "persistence")
_OBJECT = DBusAddress("/org/freedesktop/Notifications", bus_name=NAME, interface=NAME)


@dataclass(frozen=True, slots=True)
class Shown:
    """One Notify call: who sent it, with which signature and arguments, and the id it was given."""

    id: int
    sender: str
    signature: str
    app_name: str
    replaces_id: int
    icon: str
    summary: str
    body: str
    actions: list[str]
    hints: dict[str, tuple[str, Any]]
    expire_ms: int


class FakeDaemon:
    """Owns the name inside `async with`. Change `refuses`, `is_silent` and `on_shown` at any time.

    `is_silent` never answers Notify, `refuses` answers it with an error of that name, `on_shown` runs right
    after the answer to it was sent, before anything else can happen.
    """

    def __init__(self, address: str, capabilities: tuple[str, ...] = ALL_CAPABILITIES, first_id: int = 1) -> None:
        self.shown: list[Shown] = []
        self.closed: list[int] = []
        self.asked: list[str] = []
        self.refuses = ""
        self.is_silent = False
        self.on_shown: Callable[[Shown], Any] | None = None
        self.instead: dict[str, tuple[str, tuple[Any, ...]]] = {}
        """Signature and values that answer a call by this name, whatever it should be answered with."""
        self._address = address
        self._capabilities = capabilities
        self._next_id = first_id
        self._connection: DBusConnection | None = None
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._connection = await open_dbus_connection(self._address)
        async with DBusRouter(self._connection) as router:
            (outcome,) = await Proxy(message_bus, router).RequestName(NAME, DBusNameFlags.replace_existing)
            assert outcome == 1, "somebody else is the notification daemon"
        self._task = asyncio.create_task(self._serve())
        return self

    async def die(self) -> None:
        """Leave the bus without a word, as a crash does. May be called twice."""
        if self._task is None or self._connection is None:
            return
        task, self._task = self._task, None
        task.cancel()
        # EOFError is the bus itself having gone before.
        with contextlib.suppress(asyncio.CancelledError, EOFError):
            await task
        await self._connection.close()

    async def __aexit__(self, *_: object) -> None:
        await self.die()

    async def signal(self, to: str | None, member: str, signature: str, body: tuple[Any, ...]) -> None:
        """Send a signal to one connection, or to everybody with None."""
        assert self._connection is not None
        message = new_signal(_OBJECT, member, signature, body)
        if to is not None:
            message.header.fields[HeaderFields.destination] = to
        await self._connection.send(message)

    async def click(self, shown: Shown, action: str = "default", token: str | None = None) -> None:
        """What a click does: the token if there is one, the action, then the notice closes."""
        if token is not None:
            await self.signal(shown.sender, "ActivationToken", "us", (shown.id, token))
        await self.signal(shown.sender, "ActionInvoked", "us", (shown.id, action))
        await self.signal(shown.sender, "NotificationClosed", "uu", (shown.id, 2))

    async def _serve(self) -> None:
        assert self._connection is not None
        while True:
            message = await self._connection.receive()
            if message.header.message_type is MessageType.method_call:
                await self._answer(message)

    async def _answer(self, call: Message) -> None:
        assert self._connection is not None
        fields = call.header.fields
        member = fields[HeaderFields.member]
        self.asked.append(member)
        match member:
            case _ if member in self.instead:
                reply = new_method_return(call, *self.instead[member])
            case "GetCapabilities":
                reply = new_method_return(call, "as", (list(self._capabilities),))
            case "GetServerInformation":
                reply = new_method_return(call, "ssss", ("fake", "tests", "7.1", "1.2"))
            case "CloseNotification":
                self.closed.append(call.body[0])
                await self.signal(fields[HeaderFields.sender], "NotificationClosed", "uu", (call.body[0], 3))
                reply = new_method_return(call)
            case "Notify" if self.refuses:
                reply = new_error(call, self.refuses, "s", ("too many",))
            case "Notify":
                if self.is_silent:
                    return
                shown = self._show(call)
                await self._connection.send(new_method_return(call, "u", (shown.id,)))
                if self.on_shown is not None:
                    await self.on_shown(shown)
                return
            case _:
                reply = new_error(call, "org.freedesktop.DBus.Error.UnknownMethod", "s", (member,))
        await self._connection.send(reply)

    def _show(self, call: Message) -> Shown:
        fields = call.header.fields
        notice_id = call.body[1] or self._next_id
        self._next_id = max(self._next_id, notice_id + 1)
        shown = Shown(notice_id, fields[HeaderFields.sender], fields[HeaderFields.signature], *call.body)
        self.shown.append(shown)
        return shown
