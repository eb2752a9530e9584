# SPDX-License-Identifier: MIT
"""Counts every request and every kept-open connection by host, and writes the counts down once a minute and at the end."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from urllib.parse import urlsplit

from hkwatch.domain.clock import Clock
from hkwatch.services.database import Database
from hkwatch.services.live import Opener
from hkwatch.sources.sockets import Socket
from hkwatch.store import asked as store
from hkwatch.store.asked import Asked

_FLUSH_S = 60.0


class AskedHosts:
    """Used by the engine's loop only."""

    def __init__(self, clock: Clock, database: Database) -> None:
        self._clock, self._database = clock, database
        self._fresh: dict[str, Asked] = {}

    def note(self, host: str) -> None:
        """This host is asked now."""
        before = self._fresh.get(host)
        self._fresh[host] = Asked(1 if before is None else before.count + 1, self._clock.now())

    async def run(self) -> None:
        """Write down what was counted, until cancelled."""
        while True:
            await self._clock.sleep(_FLUSH_S)
            await self.flush()

    async def flush(self) -> None:
        """Write down what was counted since the last time."""
        fresh, self._fresh = self._fresh, {}
        if fresh:
            await self._database.run(store.add, fresh)


class CountedOpener:
    """Opens connections and counts each attempt."""

    def __init__(self, opener: Opener, note: Callable[[str], None]) -> None:
        self._opener, self._note = opener, note

    def open(self, url: str) -> AbstractAsyncContextManager[Socket]:
        """A connection. Raises FetchError."""
        self._note(urlsplit(url).hostname or url)
        return self._opener.open(url)
