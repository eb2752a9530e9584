# SPDX-License-Identifier: MIT
"""What takes messages at the other end of a webhook: keeps every request, answers as it is told."""

import threading
from collections import deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

_LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Receipt:
    """A request as it came; header names in lower case."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Reply:
    """How to answer. Status 0 closes the connection without a word."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    wait: threading.Event | None = None
    """Answer only once this is set; None = at once."""


class Receiver:
    """Listens on a free port of this computer; use it as a context manager.

    `replies` are given in order; once they are used up, everything is taken with 200.
    """

    def __init__(self) -> None:
        self.received: list[Receipt] = []
        self.replies: deque[Reply] = deque()
        self._server = ThreadingHTTPServer((_LOOPBACK, 0), self._handler())
        # Closing waits for whoever still answers.
        self._server.daemon_threads = False
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), name="receiver", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def url(self) -> str:
        """`http://127.0.0.1:PORT`, without a slash at the end."""
        return f"http://{_LOOPBACK}:{self._server.server_port}"

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def _take(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                body = self.rfile.read(length)
                headers = {name.lower(): value for name, value in self.headers.items()}
                receiver.received.append(Receipt(self.command, self.path, headers, body))
                reply = receiver.replies.popleft() if receiver.replies else Reply()
                if reply.wait is not None:
                    reply.wait.wait(30)
                if not reply.status:
                    self.close_connection = True
                    return
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(reply.body)))
                self.end_headers()
                self.wfile.write(reply.body)

            def do_POST(self) -> None:
                self._take()

            def do_GET(self) -> None:
                self._take()

            def log_message(self, format: str, *args: object) -> None:
                """Nothing: what came is in `received`."""

        return Handler
