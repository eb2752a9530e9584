# SPDX-License-Identifier: MIT
"""Live prices: one connection a venue, opened again when it ends, grows silent or is about to be ended.

open ─► subscribe ─► texts ─► Venues.take      silent, ended, refused ─► back-off ─► open …

While a venue's texts come it is not asked over HTTP; the moment they stop it is, by its own interval.
"""

import asyncio
import logging
import random
from collections.abc import Callable, Iterable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from hkwatch.domain.catalogue import VenueRow
from hkwatch.domain.clock import Clock
from hkwatch.domain.errors import FetchError, SourceError
from hkwatch.domain.ids import VenueId
from hkwatch.domain.price import Quote
from hkwatch.sources.sockets import Socket
from hkwatch.sources.streams import Stream, hear, stream_of, wanted_names

log = logging.getLogger(__name__)

_FIRST_S, _LONGEST_S = 1.0, 120.0
_GOOD_S = 60.0
"""A connection that held so long is forgiven its earlier failures."""
_TURN_S = 1.0
"""A silent connection is looked at this often."""
LOOK_S = 2.0
"""Seconds between two looks at the prices while connections are open."""


class Opener(Protocol):
    """Opens connections."""

    def open(self, url: str) -> AbstractAsyncContextManager[Socket]:
        """A connection. Raises FetchError."""


@dataclass(slots=True)
class _Line:
    """One venue's connection. `error` is what ended the last one, empty while it is open."""

    is_open: bool = False
    error: str = ""
    opened: int = 0


class LivePrices:
    """Keeps the connections that are wanted. Used by the engine's loop only."""

    def __init__(
        self,
        clock: Clock,
        opener: Opener,
        rows: Iterable[VenueRow],
        assets: tuple[str, ...],
        take: Callable[[Quote], None],
        chance: random.Random,
        *,
        wanted: bool,
    ) -> None:
        """`take` gets every quote."""
        self._clock = clock
        self._opener = opener
        self._rows = [
            row for row in rows if row.enabled and stream_of(row.id) is not None and wanted_names(row, assets)
        ]
        self._assets = assets
        self._take = take
        self._chance = chance
        self._lines = {row.id: _Line() for row in self._rows}
        self._wanted, self._held = wanted, False
        self._changed = asyncio.Event()
        self._failure: BaseException | None = None

    @property
    def is_connected(self) -> bool:
        """Whether at least one connection is open."""
        return any(line.is_open for line in self._lines.values())

    @property
    def problems(self) -> dict[VenueId, str]:
        """What ended the last connection of each venue that has none now."""
        return {venue: line.error for venue, line in self._lines.items() if line.error and not line.is_open}

    def want(self, wanted: bool) -> None:
        """Whether connections are wanted at all."""
        self._wanted = wanted
        self._changed.set()

    def hold(self, held: bool) -> None:
        """Whether to close them for a while: the watch is paused."""
        self._held = held
        self._changed.set()

    async def run(self) -> None:
        """Keep connections open as wanted, until cancelled."""
        tasks: list[asyncio.Task[None]] = []
        try:
            while True:
                self._changed.clear()
                should = self._wanted and not self._held
                if should and not tasks:
                    tasks = [asyncio.create_task(self._keep(row)) for row in self._rows]
                    for task in tasks:
                        task.add_done_callback(self._on_end)
                elif not should and tasks:
                    await _end(tasks)
                    tasks = []
                await self._changed.wait()
                if self._failure is not None:
                    raise self._failure
        finally:
            await _end(tasks)

    def _on_end(self, task: asyncio.Task[None]) -> None:
        """A connection's task never ends by itself, so this is a bug."""
        if not task.cancelled() and task.exception() is not None:
            self._failure = task.exception()
            self._changed.set()

    async def _keep(self, row: VenueRow) -> None:
        stream, line = stream_of(row.id), self._lines[row.id]
        assert stream is not None
        pause_s = _FIRST_S
        while True:
            started = self._clock.monotonic()
            at_once = False
            try:
                async with self._opener.open(stream.url) as socket:
                    line.is_open, line.error, line.opened = True, "", line.opened + 1
                    log.info("venue=%s live connection open", row.id)
                    at_once = await self._follow(row, stream, socket)
            except SourceError as error:
                line.error = error.detail
                log.info("venue=%s live key=%s detail=%s", row.id, error.key, error.detail)
            finally:
                line.is_open = False
            if at_once:
                # The venue asked for it, or the day is over: nothing has failed.
                continue
            if self._clock.monotonic() - started >= _GOOD_S:
                pause_s = _FIRST_S
            # Not all copies of the program may come back in the same second.
            await self._clock.sleep(pause_s * self._chance.uniform(0.75, 1.25))
            pause_s = min(2 * pause_s, _LONGEST_S)

    async def _follow(self, row: VenueRow, stream: Stream, socket: Socket) -> bool:
        """Listen until the connection is to be opened anew; whether at once. Raises SourceError when it failed."""
        names = wanted_names(row, self._assets)
        for wish in stream.subscribe(list(names)):
            await socket.send(wish)
        opened = heard_at = pinged_at = self._clock.monotonic()
        while True:
            text = await socket.receive(_TURN_S)
            steady = self._clock.monotonic()
            if text is not None:
                heard_at = steady
                heard = hear(row, names, text, self._clock.now())
                for quote in heard.quotes:
                    self._take(quote)
                if heard.reconnect:
                    return True
            elif steady - heard_at >= stream.silent_s:
                raise FetchError(
                    "stream-silent",
                    f"{row.name} sent nothing for {stream.silent_s:.0f} s.",
                    "It is opened again; until then the venue is asked over HTTP.",
                )
            if stream.ping and steady - pinged_at >= stream.ping_every_s:
                pinged_at = steady
                await socket.send(stream.ping)
            if steady - opened >= stream.lives_s:
                return True


async def _end(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
