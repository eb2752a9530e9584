# SPDX-License-Identifier: MIT
"""When the user is away, and when the program was: `services/away.py` tells what happened meanwhile.

the window ─UserActive─► Presence ─► store: two hours without one are an absence
"""

from datetime import datetime

from hkwatch.domain.absence import Absence, AbsenceKind
from hkwatch.domain.away import LEAST
from hkwatch.domain.clock import Clock
from hkwatch.domain.commands import MarkAway, UserActive
from hkwatch.services.database import Database
from hkwatch.store import away as store


class Presence:
    """Keeps when the user was away. Used by the engine's loop only."""

    def __init__(self, clock: Clock, database: Database) -> None:
        self._clock = clock
        self._database = database

    async def carry_out(self, command: UserActive | MarkAway) -> None:
        """Note a sign of the user, or what was done with an absence."""
        now = self._clock.now()
        if isinstance(command, UserActive):
            # A command that waited for an engine must not move the clock of the absence on.
            await self._database.run(store.note_active, min(command.at, now), now)
        else:
            await self._database.run(store.mark, command.away, command.mark, now)


def not_running(last_try: datetime, now: datetime) -> Absence | None:
    """The absence of a program that asked last at `last_try` and was started now; None where it was short."""
    return Absence(AbsenceKind.CLOSED, last_try, now) if now - last_try >= LEAST else None
