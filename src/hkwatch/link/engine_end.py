# SPDX-License-Identifier: MIT
"""The engine's end of the link: commands from stdin in a thread, events to the old stdout from another thread.

Nothing here blocks the engine's loop: a pipe holds 64 KB, and a desktop that is busy must not stop the watch. At most
1 MB waits to be written; beyond that, news of items collapse to one `Resync`. The state of the watch is written at most
six times a second: with two hundred sources it is a long line, and each one tells all that the one before told.
"""

import asyncio
import os
import sys
import threading
import time
from collections import deque
from collections.abc import Callable

import msgspec

from hkwatch.domain.commands import Command
from hkwatch.domain.events import Event, ItemsAdded, ItemsChanged, PriceChanged, Resync, WatchStatusChanged
from hkwatch.link.hello import Hello
from hkwatch.link.messages import decode_from_desktop, encode_event, encode_hello
from hkwatch.link.standard_files import have_stderr

MAX_QUEUED = 1_000_000
STATUS_EVERY_S = 0.16


class EngineLink:
    """Made before anything else prints: it takes fd 1 for itself and points what others print to stderr."""

    def __init__(self, hello: Hello) -> None:
        have_stderr()
        self._out = os.dup(1)
        os.dup2(2, 1)
        sys.stdout = sys.stderr
        self._lines: deque[bytes] = deque()
        self._status: WatchStatusChanged | None = None
        self._status_from_s = 0.0
        self._queued = 0
        self._is_lost = False
        self._is_closing = False
        self._ready = threading.Condition()
        self._writer = threading.Thread(target=self._write, name="link-write", daemon=True)
        self._writer.start()
        self._put(encode_hello(hello))

    def send(self, event: Event) -> None:
        """Queue an event; never blocks. Of the watch's states only the latest is kept until it is time for the next."""
        if isinstance(event, WatchStatusChanged):
            with self._ready:
                self._status = event
                self._ready.notify()
            return
        self._put(encode_event(event), collapsible=isinstance(event, ItemsAdded | ItemsChanged | Resync), event=event)

    def listen(
        self,
        loop: asyncio.AbstractEventLoop,
        on_command: Callable[[Hello | Command], None],
        on_end: Callable[[str], None],
    ) -> None:
        """Read stdin in a thread. Both callbacks run in `loop`; `on_end` gets why, empty when the desktop closed it."""
        threading.Thread(target=self._read, args=(loop, on_command, on_end), name="link-read", daemon=True).start()

    def close(self, timeout_s: float = 2.0) -> None:
        """Write what is queued, within `timeout_s`, and let go."""
        with self._ready:
            self._is_closing = True
            self._ready.notify()
        self._writer.join(timeout_s)

    def _put(self, line: bytes, *, collapsible: bool = False, event: Event | None = None) -> None:
        with self._ready:
            if self._is_lost and collapsible:
                return
            if self._queued + len(line) > MAX_QUEUED:
                if collapsible:
                    self._is_lost = True
                    line = encode_event(Resync())
                elif isinstance(event, PriceChanged):
                    # The next one says it all again.
                    return
            self._lines.append(line)
            self._queued += len(line)
            self._ready.notify()

    def _due_status(self) -> WatchStatusChanged | None:
        """Take the state of the watch if it may be written now: after its pause, or because this is the end."""
        now = time.monotonic()
        if self._status is None or (now < self._status_from_s and not self._is_closing):
            return None
        status, self._status = self._status, None
        self._status_from_s = now + STATUS_EVERY_S
        return status

    def _write(self) -> None:
        while True:
            with self._ready:
                while (status := self._due_status()) is None and not self._lines:
                    if self._is_closing:
                        os.close(self._out)
                        return
                    self._ready.wait(None if self._status is None else self._status_from_s - time.monotonic())
                if status is not None:
                    line = encode_event(status)
                    # The last line says that all is over; nothing comes behind it.
                    (self._lines.appendleft if self._is_closing else self._lines.append)(line)
                    self._queued += len(line)
                block = b"".join(self._lines)
                self._lines.clear()
                # What is lost from here on is lost behind the Resync in this block and needs another.
                self._is_lost = False
            try:
                left = memoryview(block)
                while left:
                    left = left[os.write(self._out, left) :]
            except OSError:
                # The desktop is gone; stdin closes as well and ends the engine.
                return
            with self._ready:
                # Until it is written it still waits, and counts.
                self._queued -= len(block)

    def _read(
        self,
        loop: asyncio.AbstractEventLoop,
        on_command: Callable[[Hello | Command], None],
        on_end: Callable[[str], None],
    ) -> None:
        reason = ""
        waiting = b""
        try:
            # Not sys.stdin: a thread that sits in its buffer makes the interpreter abort when it ends.
            while block := os.read(0, 65_536):
                *lines, waiting = (waiting + block).split(b"\n")
                for line in lines:
                    if line.strip():
                        loop.call_soon_threadsafe(on_command, decode_from_desktop(line))
        except (msgspec.MsgspecError, OSError, ValueError) as error:
            reason = f"unreadable message from the desktop: {error}"
        except RuntimeError:
            return  # the loop is closed: nobody is left to tell
        try:
            loop.call_soon_threadsafe(on_end, reason)
        except RuntimeError:
            return
