# SPDX-License-Identifier: MIT
"""The user's wish for quiet: until when nothing pops up. Kept over restarts; what is held stays due in the outbox."""

import sqlite3
from datetime import datetime

from hkwatch.domain.clock import Clock
from hkwatch.domain.order import from_ms, to_ms
from hkwatch.services.database import Database
from hkwatch.store.db import get_meta, set_meta

_KEY = "quiet-until"


class Hush:
    """Used by the engine's loop only."""

    def __init__(self, clock: Clock, database: Database) -> None:
        self._clock, self._database = clock, database
        self._until: datetime | None = None

    @property
    def until(self) -> datetime | None:
        """The end of the quiet (aware UTC), None where there is none any more."""
        return self._until if self._until is not None and self._clock.now() < self._until else None

    @property
    def left_s(self) -> float | None:
        """Seconds of the engine's clock until its end, None without quiet."""
        until = self.until
        return None if until is None else (until - self._clock.now()).total_seconds()

    async def load(self) -> None:
        """What was wished before a restart still holds."""
        self._until = await self._database.run(_stored)

    async def want(self, until: datetime | None) -> None:
        """Quiet until an instant; None ends it."""
        self._until = until
        await self._database.run(_store, until)


def _stored(db: sqlite3.Connection) -> datetime | None:
    value = get_meta(db, _KEY)
    return from_ms(int(value)) if value else None


def _store(db: sqlite3.Connection, until: datetime | None) -> None:
    set_meta(db, _KEY, "" if until is None else str(to_ms(until)))
