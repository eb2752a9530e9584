# SPDX-License-Identifier: MIT
"""How the watch stands, said as one event: state, sources, gaps, what shows the notices."""

from collections.abc import Callable

from hkwatch.domain.events import Event, WatchState, WatchStatusChanged
from hkwatch.services.health import checked_at, is_offline
from hkwatch.services.parts import Parts
from hkwatch.services.rounds import Rounds
from hkwatch.services.saving import Saving


class WatchStatus:
    """Looks at the parts and says what they come to."""

    def __init__(self, parts: Parts, rounds: Rounds, saving: Saving, emit: Callable[[Event], None]) -> None:
        self._parts, self._rounds, self._saving, self._emit = parts, rounds, saving, emit

    def announce(self) -> None:
        """Say it, changed or not."""
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
