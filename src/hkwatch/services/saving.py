# SPDX-License-Identifier: MIT
"""Asking less often while the machine saves: why it does now, and when a source is asked because of it.

What is remembered of a source is always when it would be asked at full speed, so mains power brings that back at once.
"""

import asyncio
import random
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from hkwatch.domain.cadence import NO_HINTS, next_poll
from hkwatch.domain.catalogue import SourceRow
from hkwatch.domain.clock import Clock
from hkwatch.domain.order import from_ms
from hkwatch.domain.saving import UNKNOWN, Supply, price_factor_of, saving_for, stretched
from hkwatch.notify.supply import NobodyKnows, SupplyPort
from hkwatch.services.poller import is_official
from hkwatch.store.polls import SourceRecord


class Saving:
    """Used by the engine's loop only."""

    def __init__(
        self,
        clock: Clock,
        port: SupplyPort | None = None,
        *,
        wanted: bool = True,
        holidays: frozenset[date] = frozenset(),
        chance: random.Random | None = None,
    ) -> None:
        """`port` None = nobody can tell; `wanted` is the user's setting."""
        self._clock = clock
        self._port = port or NobodyKnows()
        self._wanted = wanted
        self._holidays = holidays
        self._chance = chance or random.Random(0)  # noqa: S311
        self._supply = UNKNOWN
        self._changed: Callable[[], None] = lambda: None
        self._price_wake = asyncio.Event()
        self.reason = ""
        """Why asking is slower now, as `WatchStatusChanged.saving` has it; empty at full speed."""

    def on_changed(self, call: Callable[[], None]) -> None:
        """`call` whenever `reason` changed."""
        self._changed = call

    async def run(self) -> None:
        """Listen to the system until cancelled."""
        await self._port.run(self.take)

    def take(self, supply: Supply) -> None:
        """The system said what it lives on."""
        self._supply = supply
        self._update()

    def want(self, wanted: bool) -> None:
        """The user's setting changed."""
        self._wanted = wanted
        self._update()

    def due(self, row: SourceRow, record: SourceRecord) -> datetime | None:
        """When a source is asked next: as remembered, later while something is saved. None = at once, it never was asked."""
        if record.next_ms is None:
            return None
        due = from_ms(record.next_ms)
        if not self.reason or record.last_try_ms is None:
            return due
        bands = stretched(row.poll, self.reason, official=is_official(row))
        last = from_ms(record.last_try_ms)
        return max(due, next_poll(last, bands, record.failures, NO_HINTS, self._holidays, self._chance.random()))

    @property
    def price_factor(self) -> int:
        """How many times as long the pause between two looks at the venues is."""
        return price_factor_of(self.reason)

    async def rest(self, seconds: float) -> None:
        """The pause between two looks at the venues; `look_now` ends it."""
        self._price_wake.clear()
        waits: set[asyncio.Future[Any]] = {
            asyncio.ensure_future(self._price_wake.wait()),
            asyncio.ensure_future(self._clock.sleep(seconds)),
        }
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()

    def look_now(self) -> None:
        """Let the prices be looked at without waiting for the pause to end."""
        self._price_wake.set()

    def _update(self) -> None:
        reason = saving_for(self._supply, wanted=self._wanted)
        if reason != self.reason:
            self.reason = reason
            self._changed()
