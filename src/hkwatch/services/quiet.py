# SPDX-License-Identifier: MIT
"""Whether it is quiet now: by hand, by the hours of the settings, or because the desktop is not to be disturbed."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta

from hkwatch.domain.clock import Clock
from hkwatch.domain.office import Hours
from hkwatch.domain.order import from_ms, to_ms
from hkwatch.domain.quiet import QuietReason
from hkwatch.notify.attention import AttentionPort
from hkwatch.services.database import Database
from hkwatch.store import db as store

_UNTIL, _LIFTED = "quiet_until_ms", "quiet_lifted_ms"
LOOK_AGAIN = timedelta(seconds=15)
"""How soon a desktop that is not to be disturbed is asked again while something is held for it."""


@dataclass(frozen=True, slots=True)
class QuietNow:
    """Why it is quiet and until when; None = until the desktop says otherwise."""

    reason: QuietReason
    until: datetime | None


class QuietKeeper:
    """Used by the engine's loop only. What was set by hand outlives a restart."""

    def __init__(self, clock: Clock, database: Database, attention: AttentionPort | None = None) -> None:
        self._clock, self._database, self._attention = clock, database, attention
        self.hours: Hours | None = None
        self.critical_passes = True
        self.with_desktop = True
        self._until: datetime | None = None
        self._lifted_until: datetime | None = None

    async def load(self) -> None:
        """Read what was set by hand."""
        self._until, self._lifted_until = await self._database.run(_read)

    async def set_by_hand(self, until: datetime | None) -> None:
        """Quiet until then; None = not quiet, which also ends quiet hours that are on, this once."""
        now = self._clock.now()
        self._until = until
        self._lifted_until = None if until is not None or self.hours is None else self.hours.until(now)
        await self._database.run(_write, self._until, self._lifted_until)

    def planned(self) -> QuietNow | None:
        """Whether it is quiet by hand or hours, without asking the desktop."""
        now = self._clock.now()
        by_hand = self._until if self._until is not None and self._until > now else None
        by_hours = self.hours.until(now) if self.hours is not None else None
        if by_hours is not None and self._lifted_until is not None and now < self._lifted_until:
            by_hours = None
        if by_hand is None and by_hours is None:
            return None
        if by_hours is not None and (by_hand is None or by_hours > by_hand):
            return QuietNow(QuietReason.HOURS, by_hours)
        return QuietNow(QuietReason.BY_HAND, by_hand)

    async def look(self) -> QuietNow | None:
        """Whether it is quiet now."""
        if (planned := self.planned()) is not None:
            return planned
        if not self.with_desktop or self._attention is None:
            return None
        reason = await self._attention.reason()
        return None if reason is None else QuietNow(reason, None)

    async def close(self) -> None:
        """Let go of the desktop."""
        if self._attention is not None:
            await self._attention.close()


def _read(db: sqlite3.Connection) -> tuple[datetime | None, datetime | None]:
    until, lifted = (store.get_meta(db, key) for key in (_UNTIL, _LIFTED))
    return (from_ms(int(until)) if until else None, from_ms(int(lifted)) if lifted else None)


def _write(db: sqlite3.Connection, until: datetime | None, lifted: datetime | None) -> None:
    for key, value in ((_UNTIL, until), (_LIFTED, lifted)):
        store.set_meta(db, key, "" if value is None else str(to_ms(value)))
