# SPDX-License-Identifier: MIT
"""One WebSocket connection from the handshake to its end, with the faults that can befall it."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from hkwatch.replica import websocket
from hkwatch.replica.faults import SILENCE, Faults
from hkwatch.replica.streams import Stream
from hkwatch.replica.websocket import Opcode


class Talk:
    """Reads what the client says, answers, and sends a tick every `tick_s` real seconds.

    A fault set for `host/path` applies at every tick: price faults change the figures, `silence` keeps the connection open
    and says nothing, `said` puts a text in, any other ends the connection.
    """

    def __init__(self, stream: Stream, faults: Faults, now: Callable[[], datetime], tick_s: float) -> None:
        self._stream = stream
        self._faults = faults
        self._now = now
        self._tick_s = tick_s
        self._is_silent = False
        self._place = f"{stream.request.host}{stream.request.path}"

    async def run(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Until either side ends it. Raises ConnectionError and IncompleteReadError as connections do."""
        writer.write(websocket.handshake(self._stream.request.headers))
        await writer.drain()
        ticking = asyncio.create_task(self._tick_for_ever(writer))
        try:
            await self._listen(reader, writer)
        finally:
            ticking.cancel()
            with contextlib.suppress(asyncio.CancelledError, ConnectionError):
                await ticking

    async def _listen(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        parts: list[bytes] = []
        while True:
            frame = await websocket.read_frame(reader)
            if frame.opcode is Opcode.CLOSE:
                writer.write(websocket.encode(frame.payload, Opcode.CLOSE))
                await writer.drain()
                return
            if frame.opcode is Opcode.PING:
                writer.write(websocket.encode(frame.payload, Opcode.PONG))
            elif frame.opcode in (Opcode.TEXT, Opcode.MORE):
                parts.append(frame.payload)
                if frame.is_last:
                    text, parts = b"".join(parts).decode("utf-8", "replace"), []
                    if not self._is_silent:
                        self._send(writer, self._stream.take(text))
            await writer.drain()

    async def _tick_for_ever(self, writer: asyncio.StreamWriter) -> None:
        while True:
            await asyncio.sleep(self._tick_s)
            self._stream.ticks += 1
            request = replace(self._stream.request, at=self._now(), market_at=None, price_factor=Decimal(1))
            fault = self._faults.take(self._place)
            said = [fault.text] if fault is not None and fault.text else []
            self._is_silent = fault is not None and fault.name == SILENCE
            if self._is_silent:
                continue
            if fault is not None and fault.before is not None:
                request = fault.before(request)
            elif fault is not None and not said:
                writer.transport.abort()
                return
            self._stream.request = request
            self._send(writer, [*self._stream.tick(), *said])
            await writer.drain()

    def _send(self, writer: asyncio.StreamWriter, texts: list[str]) -> None:
        for text in texts:
            writer.write(websocket.encode(text.encode()))
