# SPDX-License-Identifier: MIT
"""Price alerts told, a storm of them as one: so many at a time, then one for the rest."""

import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from hkwatch.domain.alerts import STORM_WINDOW, Firing, is_storm
from hkwatch.domain.clock import Clock
from hkwatch.domain.ids import ItemId, NoticeId
from hkwatch.domain.item import Level
from hkwatch.services.alert_wording import sound_of
from hkwatch.services.database import Database
from hkwatch.services.notice_rows import fold, folded_into, late_of
from hkwatch.services.wording import Wording
from hkwatch.store import alerts as alert_store
from hkwatch.store import item_detail, outbox
from hkwatch.store.outbox import OutboxRow


class Give(Protocol):
    """Hands a notice over; True when nobody took it and another try must follow."""

    def __call__(
        self,
        notice: NoticeId,
        title: str,
        body: str,
        level: Level,
        kind: str,
        *,
        item: ItemId | None = None,
        row: OutboxRow | None = None,
        sound: str = "",
    ) -> Awaitable[bool]: ...


@dataclass(frozen=True, slots=True)
class _Known:
    """What a notice tells: the firing, None where it is gone; for how many others it stands: a storm that nobody could be
    told of is still a storm at the next try.
    """

    firing: Firing | None
    folded: int


def _look_up(db: sqlite3.Connection, rows: Sequence[OutboxRow]) -> dict[NoticeId, _Known]:
    """All of them in one turn of the database: each turn is a wait on the way from a price to its notification."""
    return {
        row.id: _Known(None if row.firing is None else alert_store.firing(db, row.firing), folded_into(db, row.id))
        for row in rows
    }


class AlertTelling:
    """Used by the notices only."""

    def __init__(self, clock: Clock, database: Database, wording: Callable[[], Wording], give: Give) -> None:
        self._clock, self._database, self._wording, self._give = clock, database, wording, give
        self._told_at: list[datetime] = []
        """When alerts popped up, for the budget of a storm."""
        self._held: set[NoticeId] = set()
        """Alerts that wait for the end of a storm, to be told as one."""

    async def load(self) -> None:
        """A storm goes on over a restart."""
        self._told_at = await self._database.run(outbox.alerts_told_since, self._clock.now() - STORM_WINDOW)

    def told(self, now: datetime) -> None:
        """An alert popped up."""
        self._told_at = [at for at in self._told_at if now - at < STORM_WINDOW] + [now]

    async def tell(self, rows: list[OutboxRow]) -> bool:
        """So many at a time, then one for the rest; what comes after that waits until the storm is over."""
        waiting = False
        known = await self._database.run(_look_up, rows)
        summaries = {row.id for row in rows if known[row.id].folded}
        for row in (row for row in rows if row.id in summaries):
            waiting |= True if self._is_spent else await self._tell_one(row, known[row.id])
        rows = [row for row in rows if row.id not in summaries]
        late = await self._database.run(late_of, rows) if len(rows) > 1 else []
        if len(late) > 1 and not self._is_spent:
            # What was missed in one absence is one notice, however much it was.
            waiting |= await self._tell_storm(late)
            rows = [row for row in rows if row not in late]
        held = [row for row in rows if row.id in self._held]
        if len(held) > 1 and not self._is_stormy:
            waiting |= await self._tell_storm(held)
            rows = [row for row in rows if row not in held]
        for index, row in enumerate(rows):
            if self._is_stormy:
                rest = rows[index:]
                if len(rest) > 1 and not self._is_spent:
                    return await self._tell_storm(rest) or waiting
                self._held = {row.id for row in rest}
                return True
            waiting |= await self._tell_one(row, known[row.id])
        self._held.clear()
        return waiting

    @property
    def _is_stormy(self) -> bool:
        return is_storm(self._told_at, self._clock.now())

    @property
    def _is_spent(self) -> bool:
        """Whether even the one notice for the rest of a storm was told."""
        return is_storm(self._told_at[:-1], self._clock.now())

    async def _tell_one(self, row: OutboxRow, known: "_Known") -> bool:
        firing, folded = known.firing, known.folded
        if firing is None:
            await self._database.run(outbox.finish, row.id, "failed", self._clock.now(), "the firing is gone")
            return False
        detail = None if firing.item is None else await self._database.run(item_detail.detail, firing.item)
        headline = "" if detail is None else self._wording().headline(detail)
        title, body = self._wording().firings(folded, firing) if folded else self._wording().firing(firing, headline)
        return await self._give(row.id, title, body, row.level, "alert", row=row, sound=sound_of(firing.spec))

    async def _tell_storm(self, rows: list[OutboxRow]) -> bool:
        first = rows[0]
        firing = None if first.firing is None else await self._database.run(alert_store.firing, first.firing)
        if firing is None:
            return False
        others = [await self._database.run(alert_store.firing, row.firing or 0) for row in rows[1:3]]
        title, body = self._wording().firings(len(rows), firing, [other for other in others if other is not None])
        summary = await self._database.run(fold, rows, first, self._clock.now())
        sound = sound_of(firing.spec)
        return await self._give(summary.id, title, body, summary.level, "alert", row=first, sound=sound)
