# SPDX-License-Identifier: MIT
"""The watch itself: starts rounds, texts, prices, alerts and notices, keeps their tasks, and ends them all.

Rounds         ─► sources ─► events, notices
every interval ─► PriceWatch ─► Alerting ─► notices
a command      ─► Dispatch ─► CommandDone
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from hkwatch.domain import commands as cmd
from hkwatch.domain.errors import HkwatchError
from hkwatch.domain.events import CommandDone, Event
from hkwatch.domain.ids import NoticeId
from hkwatch.notify.port import CloseReason
from hkwatch.services.dispatch import Dispatch
from hkwatch.services.live import LOOK_S
from hkwatch.services.parts import Parts
from hkwatch.services.poller import Polled
from hkwatch.services.prices import PriceWatch
from hkwatch.services.roster import Roster
from hkwatch.services.rounds import Rounds
from hkwatch.services.saved_searches import SavedSearches
from hkwatch.services.saving import Saving
from hkwatch.services.watch_status import WatchStatus
from hkwatch.services.wording import Wording
from hkwatch.store import commands as done_store


class Engine:
    """Watches until stopped. All methods belong to its loop. A wish carried out before `ready` is set would be lost."""

    def __init__(self, parts: Parts, emit: Callable[[Event], None], reload: Callable[[], None]) -> None:
        """`reload` reads the settings file again and applies it."""
        self._parts = parts
        self._clock = parts.clock
        self._emit = emit
        self._tasks: set[asyncio.Task[None]] = set()
        self._stop, self.ready = asyncio.Event(), asyncio.Event()
        self._failure: BaseException | None = None
        roster = parts.roster or Roster.of(parts.sources)
        self._saving = parts.saving or Saving(parts.clock)
        self._searches = SavedSearches.of(parts, emit)
        self.rounds = Rounds(parts, roster, self._saving, self._start, self._announce)
        """What asks the sources."""
        self._status = WatchStatus(parts, self.rounds, self._saving, emit)
        self.rounds.progressed = self._status.progressed
        if parts.channels is not None:
            parts.channels.is_offline = self.rounds.reaches_nothing
        self.dispatch = Dispatch(parts, roster, self.rounds, self._searches, emit, reload, self._start, self._announce)
        """What carries commands out."""

    async def run(self) -> None:
        """Watch until `stop`. Raises what a task raised (a bug, or the store failing)."""
        await self._load()
        for price in self._parts.prices:
            price.on_fired(self._parts.notices.wake)
            self._start(self._watch_price(price))
        self.rounds.begin()
        self._start(self.rounds.catch_up.run())
        self._start(self._saving.run())
        self.ready.set()
        self._start(self.rounds.run())
        self._parts.notices.on_quiet = self._announce
        self._start(self._parts.notices.run())
        if self._parts.bodies is not None:
            self._start(self._parts.bodies.run(self.rounds.body_read))
        if self._parts.backups is not None:
            self._start(self._parts.backups.run())
        for work in self._parts.rules.works() if self._parts.rules is not None else ():
            self._start(work)
        if self._parts.reports is not None:
            self._start(self._parts.reports.run())
        if self._parts.retention is not None:
            self._start(self._parts.retention.run())
        if self._parts.live is not None:
            self._start(self._parts.live.run())
        if self._parts.asked is not None:
            self._start(self._parts.asked.run())
        if self._parts.channels is not None:
            self._parts.channels.on_failure = self.fail
            self._start(self._parts.channels.run())
        self._parts.notices.wake()
        self._announce()
        await self._stop.wait()
        await self._shut_down()
        if self._failure is not None:
            raise self._failure

    def stop(self) -> None:
        """End soon; `run` returns when everything is flushed."""
        self.rounds.end()
        self._stop.set()

    def fail(self, problem: BaseException) -> None:
        """Something that belongs to the watch went wrong elsewhere: end, and raise it from `run`."""
        self._failure = self._failure or problem
        self.stop()

    async def once(self) -> list[Polled]:
        """Ask everything once, read the texts that are wanted, look at prices, tell what is due; then it is over."""
        await self._load()
        polled = list(await asyncio.gather(*(self._parts.poller.poll(row) for row in self.rounds.rows.values())))
        if self._parts.bodies is not None:
            while await self._parts.bodies.step():
                pass
        for price in self._parts.prices:
            await price.sample()
            await price.flush()
        await self._parts.alerting.look_at_items()
        if self._parts.deadlines is not None:
            await self._parts.deadlines.look()
        await self._parts.notices.step()
        if self._parts.channels is not None:
            await self._parts.channels.once()
        self._announce()
        return polled

    async def handle(self, command: cmd.Command) -> None:
        """Carry a command out and confirm it; a repeated one is only confirmed."""
        if isinstance(command, cmd.Stop):
            self.stop()
            return
        known = await self._parts.database.run(done_store.find, command.id)
        if known is None:
            try:
                await self.dispatch.carry_out(command)
                known = ""
            except HkwatchError as error:
                known = f"{error.detail} {error.next_step}".strip()
            await self._parts.database.run(done_store.add, command.id, self._clock.now(), known)
        self._emit(CommandDone(command.id, known))

    @property
    def wording(self) -> Wording:
        """How notices are worded, in the language of the settings."""
        return self._parts.notices.wording

    def announce_all(self) -> None:
        """Say everything again, for a desktop that just connected."""
        self._announce()
        self._parts.alerting.announce()
        self._searches.announce()
        for price in self._parts.prices:
            price.announce()
        if self._parts.rules is not None:
            self._parts.rules.announce()
        if self._parts.channels is not None:
            self._parts.channels.announce_soon()

    async def activated(self, notice: NoticeId, action: str, token: str | None) -> None:
        """A notification was clicked."""
        await asyncio.wait({self._start(self.dispatch.follow_click(notice, action, token))})

    def closed(self, notice: NoticeId, reason: CloseReason) -> None:
        """A notification left the screen."""
        self._start(self.dispatch.closed(notice, reason))

    async def _load(self) -> None:
        if self._parts.rules is not None:
            await self._parts.rules.load()
        await self._parts.poller.load(list(self.rounds.rows.values()))
        await self._parts.alerting.load()
        await self._searches.load()
        for price in self._parts.prices:
            await price.load()
        await self._parts.notices.start()
        await self.rounds.load()

    async def _watch_price(self, price: PriceWatch) -> None:
        # A month of history takes seconds to fetch; looks at the price must not wait for it.
        self._start(self._fill_history(price))
        while True:
            started = self._clock.monotonic()
            if not self.rounds.paused:
                await price.sample()
            live = self._parts.live
            pause_s = min(LOOK_S, price.interval_s) if live is not None and live.is_connected else price.interval_s
            rest_s = pause_s - (self._clock.monotonic() - started)
            await self._saving.rest(max(rest_s, 0.1 * pause_s))

    async def _fill_history(self, price: PriceWatch) -> None:
        await price.fill_history(self.rounds.unpaused)
        price.announce()

    def _announce(self) -> None:
        self._status.announce()

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (problem := task.exception()) is not None:
            # No task may die in silence: a watch that only half works is worse than one that says it stopped.
            self.fail(problem)

    async def _shut_down(self) -> None:
        self._status.finish()
        self.rounds.schedule.stop()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for price in self._parts.prices:
            await price.flush()
        if self._parts.asked is not None:
            await self._parts.asked.flush()
        await self._parts.notices.close()
