# SPDX-License-Identifier: MIT
"""Items on their way to be told: each by itself while they are few, as one where they are many, the rest later."""

from collections.abc import Callable
from datetime import date, datetime

from hkwatch.domain.absence import Absence
from hkwatch.domain.clock import Clock
from hkwatch.domain.hkt import to_hkt
from hkwatch.domain.ids import NoticeId
from hkwatch.domain.item import Level
from hkwatch.domain.notice_budget import NORMAL_WINDOW, Shown, plan
from hkwatch.services import deadline_notices as deadlines
from hkwatch.services.alert_telling import Give
from hkwatch.services.away import changes_between
from hkwatch.services.database import Database
from hkwatch.services.notice_rows import fold, folded_into
from hkwatch.services.wording import Wording
from hkwatch.store import deliveries, details, outbox, pages, saved_searches
from hkwatch.store.outbox import OutboxRow


class ItemTelling:
    """Keeps to what may pop up in an hour. Used by the engine's loop only."""

    def __init__(
        self,
        clock: Clock,
        database: Database,
        wording: Callable[[], Wording],
        holidays: Callable[[], frozenset[date]],
        give: Give,
    ) -> None:
        """`holidays` are Hong Kong's, for working days left."""
        self._clock, self._database = clock, database
        self._wording, self._holidays, self._give = wording, holidays, give
        self._told: list[Shown] = []
        self.again_at: datetime | None = None
        """When more may pop up, as last looked; None where nothing waits for it."""

    async def load(self) -> None:
        """What was shown before this start."""
        self._told = await self._database.run(deliveries.items_shown_since, self._clock.now() - NORMAL_WINDOW)

    async def told(self, notice: NoticeId, level: Level, now: datetime) -> None:
        """A notice of items was handed over."""
        count = max(1, await self._database.run(folded_into, notice))
        self._told.append(Shown(now, level, count))

    async def tell(self, rows: list[OutboxRow]) -> bool:
        """Within what may pop up: some at once, more as one, the rest later. True where another try must follow."""
        now = self._clock.now()
        self._told = [one for one in self._told if now - one.at < NORMAL_WINDOW]
        todo = plan([row.level for row in rows], self._told, now)
        self.again_at = todo.again_at
        waiting = False
        for place in todo.tell:
            waiting |= await self._tell_one(rows[place])
        if todo.fold:
            waiting |= await self._tell_summary([rows[place] for place in todo.fold])
        return waiting

    async def _tell_one(self, row: OutboxRow) -> bool:
        assert row.item is not None
        detail = await self._database.run(details.detail, row.item)
        if detail is None:
            await self._database.run(outbox.finish, row.id, "failed", self._clock.now(), "the item is gone")
            return False
        today = to_hkt(self._clock.now()).date()
        left = await self._database.run(deadlines.of_item, row.item, today, self._holidays())
        title, body = self._wording().item(detail, left)
        body += self._wording().found_by(await self._database.run(saved_searches.names_of, row.id))
        return await self._give(row.id, title, body, row.level, "item", item=row.item)

    async def _tell_summary(self, rows: list[OutboxRow]) -> bool:
        # Fold first: whatever happens next, these are one notice from now on.
        summary = await self._database.run(fold, rows, None, self._clock.now())
        return await self.tell_again(summary)

    async def tell_again(self, summary: OutboxRow) -> bool:
        """One notice for all that were folded into it. True where another try must follow."""
        items, _ = await self._database.run(outbox.items_of, summary.id)
        found = await self._database.run(pages.rows_of, items)
        ordered = sorted(found, key=lambda row: (-row.level, -row.id))
        absence = Absence.of_key(summary.key)
        if absence is None:
            title, body = self._wording().summary(ordered)
        else:
            title, body = self._wording().absence(absence, ordered)
            line = await self._database.run(
                changes_between, self._wording(), absence.start, absence.end, self._clock.now(), self._holidays()
            )
            body = "\n".join(part for part in (line, body) if part)
        body += self._wording().found_by(await self._database.run(saved_searches.names_of, summary.id))
        return await self._give(summary.id, title, body, summary.level, "summary")
