# SPDX-License-Identifier: MIT
"""Asking the sources: each when it is due, all of them again after a sleep or an outage, none while paused.

schedule ─fires─► poll task ─► Poller ─► Ingest ─► events, notices
every 30 s      ─► did the machine sleep? → gap, staggered catch-up
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any

from hkwatch.domain.absence import Absence, AbsenceKind
from hkwatch.domain.catalogue import SourceRow
from hkwatch.domain.events import SourceHealth
from hkwatch.domain.ids import SourceId
from hkwatch.domain.order import from_ms
from hkwatch.services.catch_up import PAUSE_S, CatchUp
from hkwatch.services.clock_jumps import ClockJumps
from hkwatch.services.gaps import Gaps
from hkwatch.services.health import health_lines, is_offline, reaches_nothing
from hkwatch.services.moves import Moves
from hkwatch.services.outages import Outages
from hkwatch.services.parts import Parts
from hkwatch.services.presence import not_running
from hkwatch.services.records import NETWORK_KEYS
from hkwatch.services.roster import Roster
from hkwatch.services.saving import Saving
from hkwatch.services.schedule import Schedule
from hkwatch.store.switched import note_watched
from hkwatch.store.wanted_texts import wants_fresh_text

log = logging.getLogger(__name__)

_LOOK_S = 30.0
"""How often wall and steady clock are compared."""
_FORCED_S = 15.0
"""A source asked less than this ago is not asked again by hand."""


class Rounds:
    """Asks what the roster lists. Used by the engine's loop only."""

    def __init__(
        self,
        parts: Parts,
        roster: Roster,
        saving: Saving,
        start: Callable[[Coroutine[Any, Any, None]], "asyncio.Task[None]"],
        announce: Callable[[], None],
    ) -> None:
        """`start` runs something beside; `announce` says how the watch stands."""
        self._parts = parts
        self._clock = parts.clock
        self._roster, self._saving = roster, saving
        self._start, self._announce = start, announce
        self.progressed = announce
        """Says how the watch stands where nothing turned better or worse; it may wait for more of the kind."""
        self.rows = roster.rows
        """What is asked, by its id; the roster's own."""
        self.schedule = Schedule(parts.clock, self.fire)
        self.polling: dict[SourceId, asyncio.Task[None]] = {}
        """Sources that are being asked right now."""
        self._again: set[SourceId] = set()
        self._is_over = False
        self.paused = False
        self._unpaused = asyncio.Event()
        self._unpaused.set()
        self.paused_until: datetime | None = None
        """None while paused until the user says otherwise."""
        self._jumps = ClockJumps(parts.clock)
        self.catch_up = CatchUp(parts.clock, parts.notices, self._texts_wanted, self.is_offline, announce)
        self.gaps = Gaps(parts.clock, parts.database, self.rows, parts.poller)
        self.moves = Moves(parts.database, self.rows, parts.save_address)
        self._outages = Outages(parts.clock, parts.database, parts.notices, parts.poller.holidays)
        saving.on_changed(self._replan)

    async def load(self) -> None:
        """Read what the last run left behind."""
        await self.gaps.load()
        await self.moves.load()
        await self._parts.database.run(note_watched, tuple(self.rows), self._clock.now())

    def begin(self) -> None:
        """Plan the first round and fire; needs a running loop."""
        self.schedule.start()
        self._plan_first()

    def end(self) -> None:
        """Fire nothing any more."""
        self._is_over = True

    async def run(self) -> None:
        """Look at the clocks, and at what goes by them, until cancelled."""
        self._jumps.begin()
        while True:
            await self._clock.sleep(_LOOK_S)
            await self._look_at_clocks()
            now = self._clock.now()
            if self.paused_until is not None and now >= self.paused_until:
                self.set_paused(paused=False, until=None)
            if not self.paused and not self.catch_up.waiting and not self.is_offline():
                await self._outages.look(self.rows, self.lines(offline=False))
            if not self.paused:
                await self._look_at_deadlines()
                self._ask_again_when_online(now)
            self._announce()

    def fire(self, source: SourceId) -> None:
        """Ask a source that is due, unless paused."""
        if self.paused or self._is_over or source not in self.rows:
            return
        if source in self.polling:
            # The answer on its way was asked for before this wish: it may lack what the wish is about.
            self._again.add(source)
            return
        self.polling[source] = self._start(self._poll(self.rows[source]))

    def _plan_first(self) -> None:
        now = self._clock.now()
        first: set[SourceId] = set()
        for number, row in enumerate(self.rows.values()):
            record = self._parts.poller.records[row.id]
            # The stored time holds over restarts: starting ten times must not ask ten times.
            due = self._saving.due(row, record) or now
            if record.last_try_ms is not None and from_ms(record.last_try_ms) > now:
                due = now  # planned by a clock that was ahead
            self.schedule.set(row.id, max(due, now + timedelta(milliseconds=150 * number)))
            if due <= now:
                first.add(row.id)
        tries = [record.last_try_ms for record in self._parts.poller.records.values() if record.last_try_ms is not None]
        self.catch_up.begin(first, not_running(from_ms(max(tries)), now) if tries else None)

    async def _poll(self, row: SourceRow) -> None:
        records = self._parts.poller.records
        await self._look_at_clocks(row.id)
        failed_since_ms, stood = records[row.id].failing_since_ms, self._standing(row)
        offline_since = is_offline(self.rows.values(), records)
        try:
            polled = await self._parts.poller.poll(row)
        finally:
            self.polling.pop(row.id, None)
        # Asleep with the question on its way: what it brought belongs to the absence, and it is asked again after that.
        slept = await self._look_at_clocks()
        again = row.id in self._again
        self._again.discard(row.id)
        due = self._saving.due(row, records[row.id]) or polled.next_at
        if not slept and row.id in self.rows:
            self.schedule.set(row.id, self._clock.now() if again else due)
            if self.rows[row.id].poll != row.poll:
                self.pull_in(self.rows[row.id])
        if polled.error is not None:
            log.info("source=%s key=%s detail=%s", row.id, polled.error.key, polled.error.detail)
        elif polled.stored.added:
            log.info("source=%s added=%d back=%d", row.id, len(polled.stored.added), len(polled.stored.back))
        if self._parts.bodies is not None and (polled.stored.added or polled.stored.changed):
            self._parts.bodies.wake()
        if polled.stored.dated:
            self._deadlines_changed()
        if failed_since_ms is not None and polled.error is None:
            await self._outages.over(row.id, from_ms(failed_since_ms))
        if offline_since is not None and not self.is_offline():
            self._back_online(offline_since)
        if polled.stored.added or polled.stored.changed:
            await self._parts.alerting.look_at_items()
        await self.moves.follow(row, polled)
        for archive in await self.gaps.follow(row, polled):
            self.schedule.set(archive, self._clock.now())
        if not slept and not again:
            self.catch_up.answered(row.id)
        # While catching up, the items found wait: after an absence one summary says more than ten pop-ups.
        self._parts.notices.wake()
        (self.progressed if self._standing(row) == stood else self._announce)()

    def _standing(self, row: SourceRow) -> tuple[object, ...]:
        """What a poll may turn better or worse."""
        record = self._parts.poller.records[row.id]
        move = self.moves.of(row.id)
        return (
            record.failing_since_ms,
            record.error_key,
            move,
            self.is_offline(),
            self.gaps.open,
            self.catch_up.waiting == set(),
        )

    def check_now(self, source: SourceId | None) -> None:
        """Ask one source now, or all; one that was asked just now is not asked again."""
        now = self._clock.now()
        for row in self.rows.values():
            if source is not None and row.id != source:
                continue
            tried_ms = self._parts.poller.records[row.id].last_try_ms
            last = from_ms(tried_ms) if tried_ms is not None else None
            interval_s = min((band.every_min * 60 for band in row.poll), default=_FORCED_S)
            if last is not None and now - last < timedelta(seconds=min(_FORCED_S, interval_s)):
                continue
            self.schedule.set(row.id, now)

    def pull_in(self, row: SourceRow) -> None:
        """A shorter interval holds at once, counted from the last try; a longer one from the next poll on."""
        due, tried_ms = self.schedule.due_at(row.id), self._parts.poller.records[row.id].last_try_ms
        failing = self._parts.poller.records[row.id].failures > 0
        if due is None or tried_ms is None or failing:
            return
        soonest = from_ms(tried_ms) + timedelta(minutes=min(band.every_min for band in row.poll))
        if soonest < due:
            self.schedule.set(row.id, max(soonest, self._clock.now()))

    def set_paused(self, *, paused: bool, until: datetime | None) -> None:
        """Ask, look and tell nothing until then (None = until resumed), or go on."""
        self.paused, self.paused_until = paused, until
        if paused:
            self._unpaused.clear()
        else:
            self._unpaused.set()
        self._parts.notices.paused = paused
        if self._parts.live is not None:
            self._parts.live.hold(paused)
        if not paused:
            now = self._clock.now()
            for number, row in enumerate(self.rows.values()):
                due = self.schedule.due_at(row.id)
                if due is None or due <= now:
                    self.schedule.set(row.id, now + timedelta(seconds=PAUSE_S * number))
            self._parts.notices.wake()
        self._announce()

    async def unpaused(self) -> None:
        """At once while the watch goes on; else when it does again."""
        await self._unpaused.wait()

    def is_offline(self) -> bool:
        """Whether nothing that is asked can be reached."""
        return is_offline(self.rows.values(), self._parts.poller.records) is not None

    def reaches_nothing(self) -> bool:
        """Whether neither a source nor a venue was reached of late."""
        answers = [price.answered_at for price in self._parts.prices if price.answered_at is not None]
        return reaches_nothing(self.rows.values(), self._parts.poller.records, max(answers, default=None))

    def lines(self, *, offline: bool) -> tuple[SourceHealth, ...]:
        """How each source does."""
        return health_lines(
            self.rows.values(),
            self._parts.poller,
            self.schedule.due_at,
            self.moves.of,
            self._clock.now(),
            offline,
            lambda source: self._roster.choice(source).options,
            self._roster.off,
        )

    def body_read(self) -> None:
        """A text was read."""
        self.catch_up.look()
        self._deadlines_changed()
        # A text may have raised its item's level.
        self._start(self._look_at_items())
        self.progressed()

    async def _look_at_items(self) -> None:
        await self._parts.alerting.look_at_items()
        self._parts.notices.wake()

    def _ask_again_when_online(self, now: datetime) -> None:
        """A venue that answers shows that the network is back: sources need not wait for their next try."""
        answers = [price.answered_at for price in self._parts.prices if price.answered_at is not None]
        if self.is_offline() and answers and now - max(answers) < timedelta(seconds=_LOOK_S):
            self.check_now(None)

    async def _look_at_deadlines(self) -> None:
        if self._parts.deadlines is not None:
            await self._parts.deadlines.look()

    def _deadlines_changed(self) -> None:
        if self._parts.deadlines is not None:
            self._parts.deadlines.changed()

    async def _look_at_clocks(self, asking: SourceId | None = None) -> bool:
        """Whether the machine slept since the last look; `asking` is the source that is about to be asked anyway."""
        jump = self._jumps.look()
        if jump.is_other and self._parts.skew is not None:
            self._parts.skew.forget()
        if jump.slept:
            await self._woke(jump.since, jump.now, asking)
        elif jump.set_back:
            # Set back: what is due was planned by a clock that was ahead.
            self._ask_all_again(jump.now)
        return jump.slept

    async def _woke(self, slept_from: datetime, now: datetime, asking: SourceId | None) -> None:
        """The machine slept: say so, look at the prices, then ask everything again one after the other."""
        log.info("slept from=%s to=%s", slept_from.isoformat(), now.isoformat())
        self.catch_up.begin(self.rows, Absence(AbsenceKind.ASLEEP, slept_from, now))
        self._saving.look_now()
        await self.gaps.slept(slept_from, now)
        self._outages.count_anew()
        self._again |= {source for source in self.polling if source != asking}
        self._ask_all_again(now)
        self._announce()

    def _ask_all_again(self, now: datetime) -> None:
        """Ask everything one after the other, regulators first, whatever was planned."""
        # APScheduler's timer stood still with the machine, or goes by the time that was.
        self.schedule.wake()
        ordered = sorted(self.rows.values(), key=lambda row: (row.publisher.role != "regulator", not row.adapter))
        for number, row in enumerate(ordered):
            self.schedule.set(row.id, now + timedelta(seconds=PAUSE_S * (number + 1)))

    def _back_online(self, since: datetime) -> None:
        """Something answers again: look at the prices, ask the others one after the other, however long they were to wait."""
        self._outages.count_anew()
        records, now = self._parts.poller.records, self._clock.now()
        failing = [name for name in self.rows if records[name].failures and records[name].error_key in NETWORK_KEYS]
        for number, name in enumerate(failing):
            self.schedule.set(name, now + timedelta(seconds=PAUSE_S * (number + 1)))
        self.catch_up.begin(failing, Absence(AbsenceKind.OFFLINE, since, now))
        self._saving.look_now()

    def _replan(self) -> None:
        """Polling is slower from now on, or no slower any more. What was brought forward on purpose stays where it is."""
        now, overdue = self._clock.now(), 0
        for row in self.rows.values():
            record, planned = self._parts.poller.records[row.id], self.schedule.due_at(row.id)
            due = self._saving.due(row, record)
            if planned is None or due is None or record.next_ms is None or planned < from_ms(record.next_ms):
                continue
            if due <= now:
                overdue += 1
                due = now + timedelta(seconds=PAUSE_S * overdue)
            self.schedule.set(row.id, due)
        for price in self._parts.prices:
            price.slowed = self._saving.price_factor
        self._saving.look_now()
        log.info("saving reason=%s", self._saving.reason or "none")
        self._announce()

    async def _texts_wanted(self) -> bool:
        return self._parts.bodies is not None and await self._parts.database.run(wants_fresh_text)
