# SPDX-License-Identifier: MIT
"""Asking everything again after an absence, and telling what it brought once, at its end.

begin(sources, absence) ─► items are held back ─► every source answered or failed ─► texts of new items read, a minute at most
                                                └─ or it took too long ────────────┴─► one summary of what was found
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from typing import Any

from hkwatch.domain.absence import Absence
from hkwatch.domain.clock import Clock
from hkwatch.domain.ids import SourceId
from hkwatch.services.notices import Notices

LIMIT_S = 300.0
"""A sweep takes no longer than this for the notices, and `PAUSE_S` more for each source; then what is there is told."""
PAUSE_S = 2.0
"""Pause between two sources, so that not all hosts are asked at once."""
TEXTS_S = 60.0
"""Once all sources were asked, the texts of what is new may take this long: they may raise its level."""


class CatchUp:
    """Knows which sources are still to be asked. Used by the engine's loop only."""

    def __init__(
        self,
        clock: Clock,
        notices: Notices,
        texts_wanted: Callable[[], Awaitable[bool]],
        is_offline: Callable[[], bool],
        ended: Callable[[], None],
    ) -> None:
        """`texts_wanted`: whether a new item's text is still to be read. `ended` is called when a sweep is over."""
        self._clock = clock
        self._notices = notices
        self._texts_wanted = texts_wanted
        self._is_offline = is_offline
        self._ended = ended
        self._begun, self._news = asyncio.Event(), asyncio.Event()
        self._absence: Absence | None = None
        self._until_s = 0.0
        self._sweeps = 0
        self._total = 0
        self.waiting: set[SourceId] = set()
        """Sources that are still to be asked; empty outside a sweep."""

    @property
    def progress(self) -> tuple[int, int] | None:
        """(asked, all) sources of the sweep under way; None outside one."""
        return (self._total - len(self.waiting), self._total) if self.waiting else None

    def begin(self, sources: Collection[SourceId], absence: Absence | None) -> None:
        """These are asked again now. `absence` None = at the start, where nothing was missed by sleeping."""
        self.waiting |= set(sources)
        if not self.waiting:
            return
        self._total = len(self.waiting)
        if absence is not None:
            self._absence = absence if self._absence is None else self._absence.joined(absence)
        self._until_s = self._clock.monotonic() + LIMIT_S + PAUSE_S * self._total
        self._sweeps += 1
        self._notices.holding = True
        self._begun.set()
        self._news.set()

    def answered(self, source: SourceId) -> None:
        """A source was asked, with whatever result."""
        self.waiting.discard(source)
        self._news.set()

    def look(self) -> None:
        """A text was read."""
        self._news.set()

    async def run(self) -> None:
        """End each sweep until cancelled."""
        while True:
            await self._begun.wait()
            await self._until_over()
            await self._end()

    async def _until_over(self) -> None:
        sweep, is_swept = 0, False
        while True:
            self._news.clear()
            if sweep != self._sweeps:
                sweep, is_swept = self._sweeps, False
            left_s = self._until_s - self._clock.monotonic()
            if left_s <= 0:
                return
            if not self.waiting:
                if self._absence is None or not await self._texts_wanted():
                    return
                if not is_swept:
                    is_swept = True
                    left_s = min(left_s, TEXTS_S)
                    self._until_s = self._clock.monotonic() + left_s
            await self._wait(left_s)

    async def _wait(self, seconds: float) -> None:
        waits: set[asyncio.Future[Any]] = {
            asyncio.ensure_future(self._news.wait()),
            asyncio.ensure_future(self._clock.sleep(seconds)),
        }
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()

    async def _end(self) -> None:
        self._begun.clear()
        self.waiting.clear()
        sweep, absence = self._sweeps, self._absence
        told = absence is not None and await self._notices.fold_absence(absence)
        if sweep != self._sweeps:
            # Asleep again meanwhile: the next sweep ends it.
            return
        # Without a network the sweep found nothing; the one that follows its return tells of the whole absence.
        if told or not self._is_offline():
            self._absence = None
        self._notices.holding = False
        self._notices.wake()
        self._ended()
