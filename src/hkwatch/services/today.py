# SPDX-License-Identifier: MIT
"""How many items of each source are new today, by Hong Kong's calendar. Back catalogue is not new."""

from datetime import UTC, datetime, time

from hkwatch.domain.clock import Clock
from hkwatch.domain.hkt import HKT, to_hkt
from hkwatch.domain.ids import SourceId
from hkwatch.services.database import Database
from hkwatch.store import polls


def midnight(now: datetime) -> datetime:
    """The last midnight in Hong Kong, in UTC."""
    return datetime.combine(to_hkt(now).date(), time.min, HKT).astimezone(UTC)


class Today:
    """Counts in memory; the store is asked once. Used by the engine's loop only."""

    def __init__(self, clock: Clock, database: Database) -> None:
        self._clock = clock
        self._database = database
        self._since = midnight(clock.now())
        self._counts: dict[SourceId, int] = {}

    async def load(self) -> None:
        """Count what came before this start."""
        self._since = midnight(self._clock.now())
        self._counts = await self._database.run(polls.new_since, self._since)

    def add(self, source: SourceId, count: int) -> None:
        """So many new items were stored now."""
        self._turn()
        self._counts[source] = self._counts.get(source, 0) + count

    def of(self, source: SourceId) -> int:
        """Items of this source first seen since midnight."""
        self._turn()
        return self._counts.get(source, 0)

    def _turn(self) -> None:
        since = midnight(self._clock.now())
        if since != self._since:
            self._since, self._counts = since, {}
