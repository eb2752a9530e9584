# SPDX-License-Identifier: MIT
"""Old items leave once a day, in small batches, and only after today's copy of the database was made.

Which are spared and how the others are remembered is `store/retention.py`.
"""

import logging
from collections.abc import Callable
from datetime import timedelta

from hkwatch.domain.clock import Clock
from hkwatch.domain.events import Event, Resync
from hkwatch.domain.hkt import to_hkt
from hkwatch.domain.ids import ItemId
from hkwatch.services.database import Database
from hkwatch.services.ingest import Ingest
from hkwatch.store import retention

log = logging.getLogger(__name__)

BATCH = 100
"""Items in one transaction: nobody who writes waits longer than for these."""
_PAUSE_S = 0.2
_FIRST_S = 120.0
"""After the day's copy had its turn."""
_LOOK_S = 600.0


class Retention:
    """Used by the engine's loop only."""

    def __init__(
        self,
        clock: Clock,
        database: Database,
        ingest: Ingest,
        emit: Callable[[Event], None],
        has_copy: Callable[[], bool],
        keep_days: int,
    ) -> None:
        """`has_copy`: whether today's copy is there. `keep_days` 0 = items are kept for ever."""
        self._clock = clock
        self._database = database
        self._ingest = ingest
        self._emit = emit
        self._has_copy = has_copy
        self.keep_days = keep_days

    async def run(self) -> None:
        """Look once a day until cancelled."""
        await self._clock.sleep(_FIRST_S)
        while True:
            await self.step()
            await self._clock.sleep(_LOOK_S)

    async def step(self) -> int:
        """Take out what is too old, unless it was looked for today already; how many items."""
        now = self._clock.now()
        last = await self._database.run(retention.last_run)
        if last is not None and to_hkt(last).date() == to_hkt(now).date():
            return 0
        await self._database.run(retention.trim, now)
        removed = 0
        if self.keep_days:
            if not self._has_copy():
                # What is taken out must be in a copy first; looked for again in ten minutes.
                return 0
            removed = await self._remove_all()
        await self._database.run(retention.note_run, now)
        return removed

    async def _remove_all(self) -> int:
        now = self._clock.now()
        before = now - timedelta(days=self.keep_days)
        removed, after = 0, ItemId(0)
        while True:
            async with self._ingest.turn:
                batch = await self._database.run(retention.remove_old, before, after, BATCH, now)
            removed += len(batch.items)
            if batch.resume is None:
                break
            after = batch.resume
            await self._clock.sleep(_PAUSE_S)
        if removed:
            log.info("retention removed=%d before=%s", removed, before.isoformat())
            self._emit(Resync())
        return removed
