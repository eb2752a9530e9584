# SPDX-License-Identifier: MIT
"""How the watch stands, said as one event: state, sources, gaps, what shows the notices."""

import asyncio
from collections.abc import Callable

from hkwatch.domain.events import Event, WatchState, WatchStatusChanged
from hkwatch.services.health import checked_at, is_offline
from hkwatch.services.parts import Parts
from hkwatch.services.rounds import Rounds
from hkwatch.services.saving import Saving

PROGRESS_EVERY_S = 0.25
"""Progress is said no more often than this: with two hundred sources each event is long, and takes long to put together."""


class WatchStatus:
    """Looks at the parts and says what they come to."""

    def __init__(self, parts: Parts, rounds: Rounds, saving: Saving, emit: Callable[[Event], None]) -> None:
        self._parts, self._rounds, self._saving, self._emit = parts, rounds, saving, emit
        self._said_s: float | None = None
        self._later: asyncio.TimerHandle | None = None

    def progressed(self) -> None:
        """Something was done, and nothing turned better or worse by it: said with what follows in the same moment."""
        if self._later is not None:
            return
        since_s = None if self._said_s is None else self._parts.clock.monotonic() - self._said_s
        if since_s is None or since_s >= PROGRESS_EVERY_S:
            self.announce()
        else:
            self._later = asyncio.get_running_loop().call_later(PROGRESS_EVERY_S - since_s, self.announce)

    def finish(self) -> None:
        """The watch ends: what waits to be said is said now."""
        if self._later is not None:
            self.announce()

    def announce(self) -> None:
        """Say it, changed or not."""
        if self._later is not None:
            self._later.cancel()
            self._later = None
        self._said_s = self._parts.clock.monotonic()
        records = self._parts.poller.records
        offline_since = is_offline(self._rounds.rows.values(), records)
        upcoming = self._rounds.schedule.next()
        shown_by, problem = self._parts.notices.describe()
        if self._rounds.paused:
            state = WatchState.PAUSED
        elif offline_since is not None:
            state = WatchState.OFFLINE
        elif self._rounds.catch_up.waiting:
            state = WatchState.CATCHING_UP
        else:
            state = WatchState.WATCHING
        bodies, quiet = self._parts.bodies, self._parts.notices.quiet_now
        self._emit(
            WatchStatusChanged(
                state=state,
                checked_at=checked_at(records.values()),
                next_source=upcoming[0] if upcoming else None,
                next_at=upcoming[1] if upcoming else None,
                sources=self._rounds.lines(offline=offline_since is not None),
                gaps=self._rounds.gaps.open,
                offline_since=offline_since,
                paused_until=self._rounds.paused_until,
                progress=self._rounds.catch_up.progress,
                backfill=bodies.progress if bodies is not None else None,
                notices_by=shown_by,
                notices_problem=problem,
                clock_ahead_s=self._clock_ahead_s(),
                maybe_not_shown=self._parts.notices.maybe_not_shown,
                saving=self._saving.reason,
                quiet=quiet.reason.value if quiet is not None else "",
                quiet_until=quiet.until if quiet is not None else None,
            )
        )

    def _clock_ahead_s(self) -> int | None:
        ahead_s = self._parts.skew.ahead_s if self._parts.skew is not None else None
        return None if ahead_s is None else round(ahead_s)
