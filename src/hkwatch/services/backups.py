# SPDX-License-Identifier: MIT
"""Today's copy of the database, made beside the running watch: one a day, the newest seven are kept."""

import asyncio
import logging
from pathlib import Path

from hkwatch.domain.clock import Clock
from hkwatch.domain.errors import StoreError
from hkwatch.store import backups

log = logging.getLogger(__name__)

_FIRST_S = 60.0
"""Not in the first minute: the start belongs to the news."""
_LOOK_S = 600.0


class Backups:
    """Used by the engine's loop only; the copying runs in a thread with a connection of its own."""

    def __init__(self, clock: Clock, database: Path, folder: Path) -> None:
        self._clock = clock
        self._file = database
        self._folder = folder

    async def run(self) -> None:
        """Copy once a day until cancelled."""
        await self._clock.sleep(_FIRST_S)
        while True:
            await self.step()
            await self._clock.sleep(_LOOK_S)

    async def step(self) -> Path | None:
        """Make today's copy if it is not there; what stands in the way is logged, never raised: the watch goes on."""
        try:
            made = await asyncio.to_thread(backups.daily, self._file, self._folder, self._clock.now())
        except StoreError as error:
            log.warning("backup key=%s detail=%s", error.key, error.detail)
            return None
        if made is not None:
            log.info("backup file=%s", made.name)
        return made
