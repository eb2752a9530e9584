# SPDX-License-Identifier: MIT
"""The HTTP server of the replica.

One thread, one event loop, HTTP/1.1 with keep-alive on the loopback address.
"""

import asyncio
import socket
import threading
import time
from collections import deque
from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit
from weakref import WeakSet

from hkwatch.replica import websocket
from hkwatch.replica.answer import HTML, Answer, LoggedRequest, Request
from hkwatch.replica.faults import Faults
from hkwatch.replica.feeds import http_date
from hkwatch.replica.routes import RAW_PREFIX, Router, default_content_type
from hkwatch.replica.streams import stream_for
from hkwatch.replica.talk import Talk
from hkwatch.replica.world import World

LOOPBACK = "127.0.0.1"
_MAX_HEAD_BYTES = 64 * 1024
_MAX_BODY_BYTES = 1024 * 1024
_LOG_LENGTH = 100_000
_SLOW_STEP_S = 0.02
_OWN_SEGMENTS = ("bench", "raw")


class Replica:
    """Serves a `World` as its publishers would.

    `now` is the replica's clock, aware; `faults` None = none yet; `port` 0 = any that is free.

    An original address `https://host/path?query` is found at `http://127.0.0.1:PORT/host/path?query`. Use
    it as a context manager, or `start` and `stop`; a stopped replica can be started again, on another port.
    """

    def __init__(self, world: World, now: Callable[[], datetime], faults: Faults | None = None, port: int = 0) -> None:
        self.world = world
        self.faults = faults if faults is not None else Faults()
        self._now = now
        self._wanted_port = port
        self._port: int | None = None
        self._router = Router(world)
        self._log: deque[LoggedRequest] = deque(maxlen=_LOG_LENGTH)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopping: asyncio.Event | None = None
        self._ready = threading.Event()
        self._thread: threading.Thread | None = None
        self._open: WeakSet[asyncio.WriteTransport] = WeakSet()
        self.tick_s = 1.0
        """Real seconds between two messages of a ticker over a WebSocket."""

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> Self:
        """Listen. Raises OSError if the wanted port is taken, RuntimeError if the replica already runs."""
        if self._thread is not None:
            raise RuntimeError("the replica already runs")
        listener = socket.create_server((LOOPBACK, self._wanted_port), backlog=512)
        self._port = listener.getsockname()[1]
        self._ready.clear()
        self._thread = threading.Thread(target=self._run, args=(listener,), name="replica", daemon=True)
        self._thread.start()
        self._ready.wait()
        return self

    def stop(self) -> None:
        """Close all connections and wait for the thread. Does nothing if the replica does not run."""
        if self._thread is None or self._loop is None or self._stopping is None:
            return
        self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join()
        self._thread = self._loop = self._stopping = self._port = None

    @property
    def base_url(self) -> str:
        """`http://127.0.0.1:PORT`, without a slash at the end. Raises RuntimeError before `start`."""
        if self._port is None:
            raise RuntimeError("the replica is not started")
        return f"http://{LOOPBACK}:{self._port}"

    def address_of(self, url: str) -> str:
        """The replica's address for an original one; an address of the replica itself stays as it is."""
        if url.startswith(f"{self.base_url}/"):
            return url
        parts = urlsplit(url)
        query = f"?{parts.query}" if parts.query else ""
        return f"{self.base_url}/{parts.netloc}{parts.path or '/'}{query}"

    def original_of(self, address: str) -> str:
        """The original address (https) for one of the replica's; any other address stays as it is."""
        own = f"{self.base_url}/"
        return f"https://{address.removeprefix(own)}" if address.startswith(own) else address

    @property
    def requests(self) -> tuple[LoggedRequest, ...]:
        """The requests so far, oldest first (the last 100,000)."""
        return tuple(self._log)

    def requests_to(self, prefix: str) -> tuple[LoggedRequest, ...]:
        """The requests whose `host/path` starts with `prefix`; `https://` in front is ignored."""
        key = prefix.removeprefix("https://").removeprefix("http://")
        return tuple(entry for entry in self.requests if f"{entry.host}{entry.path}".startswith(key))

    def forget_requests(self) -> None:
        """Empty the log."""
        self._log.clear()

    def load_feed_bytes(self, host_path: str, body: bytes, content_type: str | None = None) -> None:
        """Serve recorded bytes verbatim at `host/path`, or at `host/path?query` for that query only.

        `content_type` None = XML or JSON by the first byte.
        """
        target = host_path.removeprefix("https://").removeprefix("http://")
        self._router.record(target, body, content_type or default_content_type(body))

    def load_raw(self, name: str, body: bytes, content_type: str | None = None) -> str:
        """Serve bytes at `/raw/<name>`, there and below any host; the answer is the full address."""
        self._router.record(f"{RAW_PREFIX}{name}", body, content_type or default_content_type(body))
        return f"{self.base_url}{RAW_PREFIX}{name}"

    def _run(self, listener: socket.socket) -> None:
        try:
            asyncio.run(self._serve(listener))
        finally:
            # `start` must not wait for ever for a loop that failed to come up.
            self._ready.set()

    async def _serve(self, listener: socket.socket) -> None:
        self._loop = asyncio.get_running_loop()
        self._stopping = asyncio.Event()
        server = await asyncio.start_server(self._accept, sock=listener, limit=_MAX_HEAD_BYTES)
        self._ready.set()
        await self._stopping.wait()
        server.close()
        # Connections that were accepted a moment ago come to their first step, and with it to `_open`.
        for _ in range(4):
            await asyncio.sleep(0)
        for task in (tasks := asyncio.all_tasks() - {asyncio.current_task()}):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        # A client that went away without reading leaves what was written for it, and its socket.
        for transport in tuple(self._open):
            transport.abort()
        await server.wait_closed()
        # One more turn, so that the transports just closed let go of their sockets.
        await asyncio.sleep(0)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer.transport)
        try:
            while not self._is_stopping and await self._exchange(reader, writer):
                pass
        except (
            ConnectionError,
            asyncio.IncompleteReadError,
            asyncio.LimitOverrunError,
            asyncio.CancelledError,
        ):
            # The client went away, sent rubbish, or the replica stops: nobody is left to tell.
            pass
        finally:
            if self._is_stopping:
                writer.transport.abort()
            else:
                writer.close()

    @property
    def _is_stopping(self) -> bool:
        return self._stopping is not None and self._stopping.is_set()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Answer one request; False ends the connection."""
        head = await reader.readuntil(b"\r\n\r\n")
        line, *header_lines = head[:-4].decode("latin-1").split("\r\n")
        method, _, rest = line.partition(" ")
        target, _, version = rest.rpartition(" ")
        headers = {}
        for header in header_lines:
            name, _, value = header.partition(":")
            headers[name.strip().lower()] = value.strip()
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > _MAX_BODY_BYTES or "transfer-encoding" in headers:
            self._write(writer, "", Answer(413, b"", HTML), http_date(self._now()), keep=False)
            await writer.drain()
            return False
        body = await reader.readexactly(int(length)) if length != "0" else b""
        request = self._request(method, target, headers, body)
        stream = stream_for(self.world, request) if websocket.is_wish(headers) else None
        answer = self._answer(request) if stream is None else Answer(101)
        self._log.append(
            LoggedRequest(
                request.at,
                time.monotonic(),
                request.method,
                request.host,
                request.path,
                request.query,
                headers,
                body,
                answer.status,
            )
        )
        if stream is not None:
            await Talk(stream, self.faults, self._now, self.tick_s).run(reader, writer)
            return False
        keep = version == "HTTP/1.1" and headers.get("connection", "").lower() != "close"
        return await self._deliver(writer, request, answer, keep)

    def _request(self, method: str, target: str, headers: dict[str, str], body: bytes) -> Request:
        path, _, query = target.partition("?")
        first, slash, rest = path.removeprefix("/").partition("/")
        if first in _OWN_SEGMENTS:
            return Request(self._now(), method, "", unquote(path), query, headers, body)
        return Request(self._now(), method, first.lower(), unquote(f"{slash}{rest}"), query, headers, body)

    def _answer(self, request: Request) -> Answer:
        fault = self.faults.take(f"{request.host}{request.path}")
        if fault is not None and fault.before is not None:
            request = fault.before(request)
        answer = self._router.answer(request)
        if fault is not None and fault.after is not None:
            answer = fault.after(request, answer)
        return answer

    async def _deliver(self, writer: asyncio.StreamWriter, request: Request, answer: Answer, keep: bool) -> bool:
        if answer.delay_s > 0:
            await asyncio.sleep(answer.delay_s)
        if answer.cut_after == 0:
            return False
        date = http_date(request.at)
        if answer.bytes_per_s is None:
            self._write(writer, request.method, answer, date, keep)
            await writer.drain()
        else:
            await self._trickle(writer, self._head(answer, date, keep) + self._payload(request.method, answer), answer)
        return keep and answer.cut_after is None

    def _write(self, writer: asyncio.StreamWriter, method: str, answer: Answer, date: str, keep: bool) -> None:
        writer.write(self._head(answer, date, keep) + self._payload(method, answer))

    async def _trickle(self, writer: asyncio.StreamWriter, data: bytes, answer: Answer) -> None:
        rate = answer.bytes_per_s or 1.0
        step = max(1, int(rate * _SLOW_STEP_S))
        for start in range(0, len(data), step):
            writer.write(data[start : start + step])
            await writer.drain()
            await asyncio.sleep(step / rate)

    def _head(self, answer: Answer, date: str, keep: bool) -> bytes:
        status = answer.status
        phrase = HTTPStatus(status).phrase if status in HTTPStatus._value2member_map_ else "Unknown"
        lines = [f"HTTP/1.1 {status} {phrase}"]
        if not any(name == "Date" for name, _ in answer.headers):
            lines.append(f"Date: {date}")
        if answer.content_type:
            lines.append(f"Content-Type: {answer.content_type}")
        if status not in (204, 304):
            lines.append(f"Content-Length: {len(answer.body)}")
        lines.extend(f"{name}: {value}" for name, value in answer.headers)
        lines.append(f"Connection: {'keep-alive' if keep else 'close'}")
        return "\r\n".join((*lines, "", "")).encode("latin-1")

    def _payload(self, method: str, answer: Answer) -> bytes:
        if method == "HEAD" or answer.status in (204, 304):
            return b""
        return answer.body if answer.cut_after is None else answer.body[: answer.cut_after]
