# SPDX-License-Identifier: MIT
"""What the user did about alerts that fired, into the journal: a notification answered, the log looked at."""

from hkwatch.domain.clock import Clock
from hkwatch.domain.commands import MarkFirings
from hkwatch.domain.ids import NoticeId
from hkwatch.notify.port import CloseReason
from hkwatch.services.actor import Actor, system_user
from hkwatch.services.database import Database
from hkwatch.store import alert_journal


class AlertMarks:
    """Used by the engine's loop only."""

    def __init__(self, clock: Clock, database: Database, actor: Actor | None) -> None:
        """`actor` is who the journal names; None = the account alone."""
        self._clock, self._database = clock, database
        self._actor = actor or Actor(system_user())

    async def answered(self, notice: NoticeId, action: str) -> None:
        """A notification was answered."""
        await self._database.run(alert_journal.note_answer, notice, action, self._clock.now(), self._actor.text)

    async def closed(self, notice: NoticeId, reason: CloseReason) -> None:
        """A notification left the screen; only the user's own hand says that it was seen."""
        if reason is CloseReason.DISMISSED:
            await self.answered(notice, "dismissed")

    async def mark(self, command: MarkFirings) -> None:
        """The log of alerts is on the screen, or what stands there is acknowledged."""
        await self._database.run(
            alert_journal.note_looked_at,
            command.alert,
            command.upto,
            acknowledge=command.acknowledge,
            now=self._clock.now(),
            actor=self._actor.text,
        )
