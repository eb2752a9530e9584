# SPDX-License-Identifier: MIT
"""One D-Bus session connection in the running loop: calls with a deadline, signals in the order they came.

jeepney supplies the bytes (messages, parser, authentication). Its own router is not used for three reasons:
a signal right behind a reply would be delivered before the caller has seen that reply, an answer to a call
that was just given up stops its receiver, and a lost bus shows there as a KeyError.

Linux only: jeepney is not installed elsewhere.
"""

import asyncio
import contextlib
import itertools
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Self

from jeepney import DBusAddress, HeaderFields, Message, MessageType, Parser, message_bus, new_method_call
from jeepney.auth import BEGIN, Authenticator
from jeepney.bus import get_connectable_addresses

from hkwatch.domain.errors import NotifyError

OnReply = Callable[[tuple[Any, ...]], None]
OnSignal = Callable[[str, str, str, tuple[Any, ...]], None]
"""(sender's unique name, interface, member, body)."""


class BusError(Exception):
    """The other side answered with an error. `name` is the D-Bus name of it, `text` its words."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(f"{name}: {text}" if text else name)
        self.name = name
        self.text = text


class BusLostError(NotifyError):
    """The connection to the bus is gone or never came to be."""


def session_bus_address(environ: Mapping[str, str]) -> str:
    """Where the user's session bus is, by the environment given; empty when there is none."""
    if address := environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return address
    if (runtime := environ.get("XDG_RUNTIME_DIR")) and (Path(runtime) / "bus").exists():
        return f"unix:path={runtime}/bus"
    return ""


class Bus:
    """An open connection; made by `open`. Belongs to the loop it was opened in."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        on_signal: OnSignal,
        on_lost: Callable[[], None],
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._on_signal = on_signal
        self._on_lost = on_lost
        self._serials = itertools.count(1)
        self._pending: dict[int, tuple[asyncio.Future[Message], OnReply | None]] = {}
        self._is_lost = False
        self._receiver = asyncio.create_task(self._receive(), name="dbus receiver")

    @classmethod
    async def open(cls, address: str, on_signal: OnSignal, on_lost: Callable[[], None], timeout_s: float) -> Self:
        """Connect, authenticate and say Hello within `timeout_s` real seconds.

        `on_signal` and `on_lost` are called between two steps of the loop and must be quick; `on_lost`
        comes at most once and not after `close`. Raises BusLostError when there is no bus.
        """
        if not address:
            raise BusLostError("notify-no-bus", "There is no D-Bus session bus.")
        writer: asyncio.StreamWriter | None = None
        bus: Self | None = None
        try:
            async with asyncio.timeout(timeout_s):
                reader, writer = await asyncio.open_unix_connection(next(get_connectable_addresses(address)))
                await _authenticate(reader, writer)
                bus = cls(reader, writer, on_signal, on_lost)
                await bus.call(message_bus.Hello(), timeout_s)
        except (OSError, EOFError, ValueError, RuntimeError, BusError, BusLostError) as exc:
            await _abandon(bus, writer)
            cause = str(exc) or f"nothing within {timeout_s:g} s"
            raise BusLostError("notify-no-bus", f"The D-Bus session bus does not answer ({cause}).") from exc
        except BaseException:
            await _abandon(bus, writer)
            raise
        return bus

    async def call(self, message: Message, timeout_s: float, on_reply: OnReply | None = None) -> tuple[Any, ...]:
        """Send a method call and wait at most `timeout_s` real seconds for its answer.

        `on_reply` gets the answer before any signal that came behind it, even if it is later than the
        deadline. Raises BusError (an error came back), TimeoutError, BusLostError.
        """
        if self._is_lost:
            raise BusLostError("notify-bus-lost", "The connection to the D-Bus session bus is lost.")
        serial = next(self._serials)
        reply: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
        self._pending[serial] = (reply, on_reply)
        async with asyncio.timeout(timeout_s):
            try:
                self._writer.write(message.serialise(serial=serial))
                await self._writer.drain()
            except ConnectionError as exc:
                self._lose()
                raise BusLostError("notify-bus-lost", f"The session bus closed the connection ({exc}).") from exc
            answer = await reply
        if answer.header.message_type is MessageType.error:
            words = answer.body[0] if answer.body and isinstance(answer.body[0], str) else ""
            raise BusError(answer.header.fields.get(HeaderFields.error_name, ""), words)
        return tuple(answer.body)

    async def close(self) -> None:
        """Drop the connection; calls under way get BusLostError."""
        self._is_lost = True
        self._receiver.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._receiver
        await _shut(self._writer)

    async def _receive(self) -> None:
        parser = Parser()
        try:
            while data := await self._reader.read(65536):
                for message in parser.feed(data):
                    self._dispatch(message)
        except (OSError, ValueError):
            # A broken line or a message that cannot be read: either way nothing after it can be trusted.
            pass
        finally:
            self._lose()

    def _dispatch(self, message: Message) -> None:
        fields = message.header.fields
        kind = message.header.message_type
        if kind in (MessageType.method_return, MessageType.error):
            reply, on_reply = self._pending.pop(fields.get(HeaderFields.reply_serial, -1), (None, None))
            if on_reply is not None and kind is MessageType.method_return:
                on_reply(tuple(message.body))
            if reply is not None and not reply.done():
                reply.set_result(message)
        elif kind is MessageType.signal:
            self._on_signal(
                fields.get(HeaderFields.sender, ""),
                fields.get(HeaderFields.interface, ""),
                fields.get(HeaderFields.member, ""),
                tuple(message.body),
            )

    def _lose(self) -> None:
        pending, self._pending = self._pending, {}
        for reply, _ in pending.values():
            if not reply.done():
                reply.set_exception(BusLostError("notify-bus-lost", "The connection to the D-Bus session bus is lost."))
                # Looked at once, so that a call given up meanwhile is not reported as a forgotten error.
                reply.exception()
        if not self._is_lost:
            self._is_lost = True
            self._writer.close()
            self._on_lost()


def method(address: DBusAddress, member: str, signature: str = "", body: tuple[Any, ...] = ()) -> Message:
    """A method call message; `signature` is that of the arguments in `body`."""
    return new_method_call(address, member, signature or None, body)


async def _authenticate(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    conversation = Authenticator()
    for line in conversation:
        writer.write(line)
        await writer.drain()
        answer = await reader.read(1024)
        if not answer:
            raise EOFError("closed while authenticating")
        conversation.feed(answer)
    writer.write(BEGIN)
    await writer.drain()


async def _abandon(bus: Bus | None, writer: asyncio.StreamWriter | None) -> None:
    if bus is not None:
        await bus.close()
    elif writer is not None:
        await _shut(writer)


async def _shut(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with contextlib.suppress(OSError):
        await writer.wait_closed()
