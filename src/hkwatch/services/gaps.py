# SPDX-License-Identifier: MIT
"""Spans that may be incomplete: found when a feed shares nothing with what is known, or after a sleep; filled or dismissed.

a feed without overlap ─┬─ its publisher has an archive ─► gap of the publisher, filled once all its archives were read
                        └─ it has none                  ─► gap of the source, shown until it is dismissed
the machine slept ──────┬─ publishers with an archive   ─► gap at once, for the archive to fill
                        └─ other feeds                  ─► a gap only where the oldest item is newer than the sleep's start
"""

from collections.abc import Mapping
from datetime import datetime

from hkwatch.domain.catalogue import Kind, SourceRow
from hkwatch.domain.clock import Clock
from hkwatch.domain.events import Gap
from hkwatch.domain.ids import GapId, SourceId
from hkwatch.services.archive import all_covered
from hkwatch.services.database import Database
from hkwatch.services.poller import Polled, Poller
from hkwatch.store import polls


class Gaps:
    """Knows the open gaps. Used by the engine's loop only."""

    def __init__(
        self,
        clock: Clock,
        database: Database,
        rows: Mapping[SourceId, SourceRow],
        poller: Poller,
    ) -> None:
        self._clock = clock
        self._database = database
        self._rows = rows
        self._poller = poller
        self._slept_from: dict[SourceId, datetime] = {}
        self.open: tuple[Gap, ...] = ()

    async def load(self) -> None:
        """Read what is open."""
        self.open = await self._database.run(polls.gaps)

    async def dismiss(self, gap: GapId) -> None:
        """The user has seen it."""
        await self._database.run(polls.dismiss_gap, gap)
        await self.load()

    async def follow(self, row: SourceRow, polled: Polled) -> list[SourceId]:
        """What a poll says about gaps; the archives to be asked now for one that was found."""
        slept_from = self._slept_from.pop(row.id, None) if polled.error is None else None
        start = polled.missing_since
        if start is None and slept_from is not None and polled.oldest is not None and polled.oldest > slept_from:
            start = slept_from
        if start is not None:
            now = self._clock.now()
            # What the feed still lists is known to be complete.
            end = polled.oldest if polled.oldest is not None and start < polled.oldest < now else now
            archives = self._archives_of(row)
            about = str(row.publisher.id) if archives else str(row.id)
            await self._database.run(polls.open_gap, "source", about, start, end)
            await self.load()
            return archives
        if polled.error is None and row.kind is Kind.API:
            ends = [gap.end for gap in self.open if gap.source == row.publisher.id]
            if ends and all_covered(self._rows.values(), self._poller.records, row.publisher.id, max(ends)):
                now = self._clock.now()
                await self._database.run(polls.close_gaps, "source", str(row.publisher.id), "filled", now)
                await self.load()
        return []

    async def slept(self, start: datetime, end: datetime) -> None:
        """The machine slept in this span."""
        for publisher in sorted({row.publisher.id for row in self._rows.values() if row.kind is Kind.API}):
            await self._database.run(polls.open_gap, "source", str(publisher), start, end)
        for row in self._rows.values():
            if not self._archives_of(row):
                # Of two sleeps without an answer in between the first counts.
                self._slept_from.setdefault(row.id, start)
        await self.load()

    def _archives_of(self, row: SourceRow) -> list[SourceId]:
        return [
            other.id
            for other in self._rows.values()
            if other.kind is Kind.API and other.publisher.id == row.publisher.id
        ]
