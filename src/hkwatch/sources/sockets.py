# SPDX-License-Identifier: MIT
"""WebSockets as a client: the one place that knows the library. Everything it raises becomes `FetchError`."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Protocol

import truststore
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException

from hkwatch.domain.errors import FetchError

_OPEN_S = 10.0
_LONGEST = 256 * 1024
"""Bytes: a ticker is a thousandth of that."""


class Socket(Protocol):
    """An open connection that carries texts."""

    async def send(self, text: str) -> None:
        """Say something. Raises FetchError when the connection has ended."""

    async def receive(self, timeout_s: float) -> str | None:
        """The next text, None when none came in time. Raises FetchError when the connection has ended."""


class Sockets:
    """Opens connections to the addresses of venues."""

    def __init__(self, user_agent: str, address_map: Callable[[str], str] | None = None) -> None:
        """`address_map` turns an http address into the one that is really asked (None: the same)."""
        self._user_agent = user_agent
        self._address_map = address_map

    @asynccontextmanager
    async def open(self, url: str) -> AsyncIterator[Socket]:
        """A connection for as long as the block lasts. Raises FetchError when none can be opened."""
        address = url
        if self._address_map is not None:
            address = self._address_map(url).replace("http://", "ws://", 1)
        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if address.startswith("wss://") else None
        try:
            connection = await connect(
                address,
                ssl=context,
                user_agent_header=self._user_agent,
                open_timeout=_OPEN_S,
                close_timeout=2.0,
                max_size=_LONGEST,
                compression=None,
            )
        except (OSError, WebSocketException, TimeoutError, ValueError) as error:
            raise _lost(url, error) from error
        try:
            yield _Open(url, connection)
        finally:
            await connection.close()


class _Open:
    def __init__(self, url: str, connection: ClientConnection) -> None:
        self._url = url
        self._connection = connection

    async def send(self, text: str) -> None:
        try:
            await self._connection.send(text)
        except ConnectionClosed as error:
            raise _lost(self._url, error) from error

    async def receive(self, timeout_s: float) -> str | None:
        try:
            async with asyncio.timeout(timeout_s):
                message = await self._connection.recv()
        except TimeoutError:
            return None
        except ConnectionClosed as error:
            raise _lost(self._url, error) from error
        return message if isinstance(message, str) else bytes(message).decode("utf-8", "replace")


def _lost(url: str, error: Exception) -> FetchError:
    what = str(error) or type(error).__name__
    return FetchError("stream-lost", f"{url}: {what}.", "It is opened again; until then the venue is asked over HTTP.")
