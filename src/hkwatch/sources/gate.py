# SPDX-License-Identifier: MIT
"""How many requests may run at once, and how close together to one host. Counts on the program's clock, knows no HTTP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from hkwatch.domain.clock import Clock


class Gate:
    """One request at a time to a host, a few overall; optional pauses between two to one host."""

    def __init__(self, clock: Clock, overall: int = 8) -> None:
        """`overall` is the number of requests that may run at once, at least 1."""
        self._clock = clock
        self._overall = asyncio.Semaphore(overall)
        self._hosts: dict[str, asyncio.Lock] = {}
        self._last_start: dict[str, float] = {}
        self._closed_until: dict[str, float] = {}

    @asynccontextmanager
    async def enter(self, host: str, spacing_s: float = 0.0) -> AsyncIterator[None]:
        """Wait for this host's turn; the turn lasts as long as the block.

        `spacing_s` is the least time since the last turn of this host began.
        """
        # The host first: a queue at one slow host must not use up the places of the others.
        async with self._hosts.setdefault(host, asyncio.Lock()):
            last = self._last_start.get(host)
            if last is not None and spacing_s > 0:
                wait_s = last + spacing_s - self._clock.monotonic()
                if wait_s > 0:
                    await self._clock.sleep(wait_s)
            async with self._overall:
                self._last_start[host] = self._clock.monotonic()
                yield

    def close_host(self, host: str, seconds: float) -> None:
        """Note that a host asked not to be asked for a while; a longer wish stands against a shorter one."""
        until = self._clock.monotonic() + seconds
        self._closed_until[host] = max(until, self._closed_until.get(host, until))

    def closed_for_s(self, host: str) -> float:
        """Seconds until the host may be asked again; 0 = now."""
        until = self._closed_until.get(host)
        return 0.0 if until is None else max(0.0, until - self._clock.monotonic())
