# SPDX-License-Identifier: MIT
"""The watch itself: joins schedule, poller, bodies, prices, alerts and notices, and carries commands out.

schedule ─fires─► poll task ─► Poller ─► Ingest ─► events, notices
every interval ─► PriceWatch ─► Alerting ─► notices
every 30 s     ─► did the machine sleep? → gap, staggered catch-up, prices first
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any

from hkwatch.domain import commands as cmd
from hkwatch.domain.absence import Absence, AbsenceKind
from hkwatch.domain.catalogue import SourceRow
from hkwatch.domain.channel_commands import ChannelCommand
from hkwatch.domain.commands import Mark
from hkwatch.domain.errors import HkwatchError, SettingsError
from hkwatch.domain.events import (
    CommandDone,
    Event,
    SourceHealth,
    WatchState,
    WatchStatusChanged,
)
from hkwatch.domain.ids import NoticeId, SourceId
from hkwatch.domain.order import from_ms
from hkwatch.domain.rule_commands import RuleCommand
from hkwatch.domain.saved_search import SearchCommand
from hkwatch.notify.port import CloseReason
from hkwatch.services.catch_up import PAUSE_S, CatchUp
from hkwatch.services.channels import carry_out as carry_out_channel
from hkwatch.services.gaps import Gaps
from hkwatch.services.health import checked_at, health_lines, is_offline
from hkwatch.services.live import LOOK_S
from hkwatch.services.marking import Marking
from hkwatch.services.moves import Moves
from hkwatch.services.newest import tell_newest
from hkwatch.services.outages import Outages
from hkwatch.services.parts import Parts
from hkwatch.services.poller import Polled
from hkwatch.services.presence import Presence, not_running
from hkwatch.services.prices import PriceWatch
from hkwatch.services.records import NETWORK_KEYS
from hkwatch.services.roster import Roster
from hkwatch.services.saved_searches import SavedSearches
from hkwatch.services.saving import Saving
from hkwatch.services.schedule import Schedule
from hkwatch.services.source_commands import SourceCommands
from hkwatch.services.story_wishes import StoryWishes
from hkwatch.services.wording import Wording
from hkwatch.store import commands as done_store
from hkwatch.store import items as item_store

log = logging.getLogger(__name__)

_LOOK_S = 30.0
"""How often wall and steady clock are compared."""
_SLEPT_S = 90.0
"""A wall clock that ran this much further than the steady one means that the machine slept."""
_SET_S = 20.0
"""A wall clock that ran this much other than the steady one was set by hand or by the network."""


class Engine:
    """Watches until stopped. All methods belong to its loop. A wish carried out before `ready` is set would be lost."""

    def __init__(self, parts: Parts, emit: Callable[[Event], None], reload: Callable[[], None]) -> None:
        """`reload` reads the settings file again and applies it."""
        self._parts = parts
        self._clock = parts.clock
        self._emit = emit
        self._reload = reload
        self._roster = parts.roster or Roster.of(parts.sources)
        self._rows = self._roster.rows
        self._schedule = Schedule(parts.clock, self._fire)
        self._polling: dict[SourceId, asyncio.Task[None]] = {}
        self._again: set[SourceId] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._stop, self.ready = asyncio.Event(), asyncio.Event()
        self._paused_until: datetime | None = None
        self._paused = False
        self._saving = parts.saving or Saving(parts.clock)
        self._saving.on_changed(self._replan)
        self._catch_up = CatchUp(parts.clock, parts.notices, self._texts_wanted, self._is_offline, self._announce)
        self._watched = (parts.clock.now(), parts.clock.monotonic())
        self._failure: BaseException | None = None
        self._marking = Marking(parts.clock, parts.database, parts.notices, emit, parts.actor)
        self._presence = Presence(parts.clock, parts.database)
        self._story_wishes = StoryWishes(parts.clock, parts.database, parts.ingest.stories, emit)
        self._gaps = Gaps(parts.clock, parts.database, self._rows, parts.poller)
        self._moves = Moves(parts.database, self._rows, parts.save_address)
        self._sources = SourceCommands(parts, self._roster, self._schedule, self._moves, emit, self._start)
        self._searches = SavedSearches.of(parts, emit)
        self._outages = Outages(parts.clock, parts.database, parts.notices, parts.poller.holidays)

    async def run(self) -> None:
        """Watch until `stop`. Raises what a task raised (a bug, or the store failing)."""
        await self._load()
        for price in self._parts.prices:
            price.on_fired(self._parts.notices.wake)
            self._start(self._watch_price(price))
        self._schedule.start()
        self._plan_first()
        self._start(self._catch_up.run())
        self._start(self._saving.run())
        self.ready.set()
        self._start(self._look_for_sleep())
        self._parts.notices.on_quiet = self._announce
        self._start(self._parts.notices.run())
        if self._parts.bodies is not None:
            self._start(self._parts.bodies.run(self._body_read))
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
        self._stop.set()

    def fail(self, problem: BaseException) -> None:
        """Something that belongs to the watch went wrong elsewhere: end, and raise it from `run`."""
        self._failure = self._failure or problem
        self._stop.set()

    async def once(self) -> list[Polled]:
        """Ask everything once, read the texts that are wanted, look at prices, tell what is due; then it is over."""
        await self._load()
        polled = list(await asyncio.gather(*(self._parts.poller.poll(row) for row in self._rows.values())))
        if self._parts.bodies is not None:
            while await self._parts.bodies.step():
                pass
        for price in self._parts.prices:
            await price.sample()
            await price.flush()
        await self._parts.alerting.look_at_items()
        await self._look_at_deadlines()
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
                await self._carry_out(command)
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
        await asyncio.wait({self._start(self._follow_click(notice, action, token))})

    def closed(self, notice: NoticeId, reason: CloseReason) -> None:
        """A notification left the screen."""
        self._start(self._parts.notices.closed(notice, reason))

    async def _follow_click(self, notice: NoticeId, action: str, token: str | None) -> None:
        event = await self._parts.notices.activated(notice, action, token)
        if action == "acknowledge":
            await self._marking.mark(event.item_ids, Mark.ACKNOWLEDGE)
        elif action == "snooze" and event.alert_id is not None:
            await self._parts.alerting.snooze(event.alert_id, self._clock.now() + timedelta(hours=1))

    async def _load(self) -> None:
        if self._parts.rules is not None:
            await self._parts.rules.load()
        await self._parts.poller.load(list(self._rows.values()))
        await self._parts.alerting.load()
        await self._searches.load()
        for price in self._parts.prices:
            await price.load()
        await self._parts.notices.start()
        await self._gaps.load()
        await self._moves.load()

    async def _carry_out(self, command: cmd.Command) -> None:
        if isinstance(command, ChannelCommand):
            await carry_out_channel(self._parts.channels, command)
            return
        if isinstance(command, RuleCommand):
            if self._parts.rules is not None:
                await self._parts.rules.carry_out(command)
            return
        if isinstance(command, SearchCommand):
            return await self._searches.carry_out(command)
        match command:
            case cmd.MarkItems(ident, chosen, mark, note):
                await self._marking.mark(chosen, mark, note, ident)
            case cmd.UndoMarks(_, former):
                await self._marking.undo(former)
            case cmd.SplitStory() | cmd.MergeStories() | cmd.UndoStories():
                await self._story_wishes.carry_out(command)
            case cmd.SaveAlert(ident, spec):
                await self._parts.alerting.save(spec, ident)
            case cmd.RemoveAlert(_, alert):
                await self._parts.alerting.remove(alert)
            case cmd.RestoreAlert(_, alert):
                await self._parts.alerting.restore(alert)
            case cmd.SnoozeAlert(_, alert, until):
                await self._parts.alerting.snooze(alert, until)
            case cmd.TryAlert(_, spec):
                await self._parts.notices.test_alert(spec, self._parts.alerting.latest(spec.asset))
            case cmd.CheckNow(_, source):
                self._sources.check_now(source)
            case cmd.Pause(_, until):
                self._set_paused(paused=True, until=until)
            case cmd.Resume():
                self._set_paused(paused=False, until=None)
            case cmd.DismissGap(_, gap):
                await self._gaps.dismiss(gap)
            case cmd.UseAddress(_, source, use):
                await self._moves.decide(source, use=use)
                self._announce()
            case (
                cmd.FindSources()
                | cmd.AddSources()
                | cmd.RemoveSource()
                | cmd.RestoreSource()
                | cmd.SwitchSource()
                | cmd.SetSourceOptions()
                | cmd.ReadBody()
            ):
                if await self._sources.carry_out(command):
                    for gone in self._catch_up.waiting - self._rows.keys():
                        self._catch_up.answered(gone)
                    self._announce()
            case cmd.FetchPictures():
                self._start(self._fetch_pictures(command))
            case cmd.AcceptLayout(_, register):
                await self._accept_layout(register)
            case cmd.ReloadSettings():
                self._reload()
            case cmd.NoticeShown(_, notice, error):
                await self._parts.notices.shown_by_desktop(notice, error)
            case cmd.UserActive() | cmd.MarkAway():
                await self._presence.carry_out(command)
            case cmd.AskNewest(ident):
                self._start(tell_newest(self._parts.newest, ident, self._emit))
            case cmd.TestNotice(_, way):
                await self._parts.notices.test(way)
            case cmd.Quiet(_, until):
                await self._parts.notices.set_quiet(until)
            case cmd.AnswerNotice(_, notice, action):
                await self._follow_click(notice, action, None)
            case cmd.Stop():
                raise AssertionError("handled before")

    async def _fetch_pictures(self, command: cmd.FetchPictures) -> None:
        if self._parts.pictures is not None:
            self._emit(await self._parts.pictures.fetch(command))

    async def _accept_layout(self, register: SourceId) -> None:
        if self._parts.registers is None:
            raise SettingsError("no-registers", "No register is watched.", "Switch one on in the source manager.")
        await self._parts.registers.accept(register)
        if register in self._rows:
            # Asked again at once: only an answer says that the source is well.
            self._schedule.set(register, self._clock.now())
        self._parts.notices.wake()
        self._announce()

    # --- sources

    def _plan_first(self) -> None:
        now = self._clock.now()
        first: set[SourceId] = set()
        for number, row in enumerate(self._rows.values()):
            record = self._parts.poller.records[row.id]
            # The stored time holds over restarts: starting ten times must not ask ten times.
            due = self._saving.due(row, record) or now
            if record.last_try_ms is not None and from_ms(record.last_try_ms) > now:
                due = now  # planned by a clock that was ahead
            self._schedule.set(row.id, max(due, now + timedelta(milliseconds=150 * number)))
            if due <= now:
                first.add(row.id)
        tries = [record.last_try_ms for record in self._parts.poller.records.values() if record.last_try_ms is not None]
        self._catch_up.begin(first, not_running(from_ms(max(tries)), now) if tries else None)

    def _fire(self, source: SourceId) -> None:
        if self._paused or self._stop.is_set() or source not in self._rows:
            return
        if source in self._polling:
            # The answer on its way was asked for before this wish: it may lack what the wish is about.
            self._again.add(source)
            return
        self._polling[source] = self._start(self._poll(self._rows[source]))

    async def _poll(self, row: SourceRow) -> None:
        records = self._parts.poller.records
        await self._look_at_clocks(row.id)
        failed_since_ms = records[row.id].failing_since_ms
        offline_since = is_offline(self._rows.values(), records)
        try:
            polled = await self._parts.poller.poll(row)
        finally:
            self._polling.pop(row.id, None)
        # Asleep with the question on its way: what it brought belongs to the absence, and it is asked again after that.
        slept = await self._look_at_clocks()
        again = row.id in self._again
        self._again.discard(row.id)
        due = self._saving.due(row, records[row.id]) or polled.next_at
        if not slept and row.id in self._rows:
            self._schedule.set(row.id, self._clock.now() if again else due)
            if self._rows[row.id].poll != row.poll:
                self._sources.pull_in(self._rows[row.id])
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
        if offline_since is not None and not self._is_offline():
            self._back_online(offline_since)
        if polled.stored.added or polled.stored.changed:
            await self._parts.alerting.look_at_items()
        await self._moves.follow(row, polled)
        for archive in await self._gaps.follow(row, polled):
            self._schedule.set(archive, self._clock.now())
        if not slept and not again:
            self._catch_up.answered(row.id)
        # While catching up, the items found wait: after an absence one summary says more than ten pop-ups.
        self._parts.notices.wake()
        self._announce()

    def _body_read(self) -> None:
        self._catch_up.look()
        self._deadlines_changed()
        # A text may have raised its item's level.
        self._start(self._look_at_items())
        self._announce()

    async def _look_at_items(self) -> None:
        await self._parts.alerting.look_at_items()
        self._parts.notices.wake()

    # --- time

    async def _look_for_sleep(self) -> None:
        self._watched = (self._clock.now(), self._clock.monotonic())
        while True:
            await self._clock.sleep(_LOOK_S)
            await self._look_at_clocks()
            now = self._clock.now()
            if self._paused_until is not None and now >= self._paused_until:
                self._set_paused(paused=False, until=None)
            if not self._paused and not self._catch_up.waiting and not self._is_offline():
                await self._outages.look(self._rows, self._lines(offline=False))
            if not self._paused:
                await self._look_at_deadlines()
                self._ask_again_when_online(now)
            self._announce()

    def _ask_again_when_online(self, now: datetime) -> None:
        """A venue that answers shows that the network is back: sources need not wait for their next try."""
        answers = [price.answered_at for price in self._parts.prices if price.answered_at is not None]
        if self._is_offline() and answers and now - max(answers) < timedelta(seconds=_LOOK_S):
            self._sources.check_now(None)

    async def _look_at_deadlines(self) -> None:
        if self._parts.deadlines is not None:
            await self._parts.deadlines.look()

    def _deadlines_changed(self) -> None:
        if self._parts.deadlines is not None:
            self._parts.deadlines.changed()

    async def _look_at_clocks(self, asking: SourceId | None = None) -> bool:
        """Whether the machine slept since the last look; `asking` is the source that is about to be asked anyway."""
        (wall, steady), now, ticks = self._watched, self._clock.now(), self._clock.monotonic()
        self._watched = (now, ticks)
        lost_s = (now - wall).total_seconds() - (ticks - steady)
        if abs(lost_s) > _SET_S and self._parts.skew is not None:
            self._parts.skew.forget()
        if lost_s > _SLEPT_S:
            await self._woke(wall, now, asking)
        elif lost_s < -_SLEPT_S:
            # Set back: what is due was planned by a clock that was ahead.
            self._ask_all_again(now)
        return lost_s > _SLEPT_S

    async def _woke(self, slept_from: datetime, now: datetime, asking: SourceId | None) -> None:
        """The machine slept: say so, look at the prices, then ask everything again one after the other."""
        log.info("slept from=%s to=%s", slept_from.isoformat(), now.isoformat())
        self._catch_up.begin(self._rows, Absence(AbsenceKind.ASLEEP, slept_from, now))
        self._saving.look_now()
        await self._gaps.slept(slept_from, now)
        self._outages.count_anew()
        self._again |= {source for source in self._polling if source != asking}
        self._ask_all_again(now)
        self._announce()

    def _ask_all_again(self, now: datetime) -> None:
        """Ask everything one after the other, regulators first, whatever was planned."""
        # APScheduler's timer stood still with the machine, or goes by the time that was.
        self._schedule.wake()
        ordered = sorted(self._rows.values(), key=lambda row: (row.publisher.role != "regulator", not row.adapter))
        for number, row in enumerate(ordered):
            self._schedule.set(row.id, now + timedelta(seconds=PAUSE_S * (number + 1)))

    def _back_online(self, since: datetime) -> None:
        """Something answers again: look at the prices, ask the others one after the other, however long they were to wait."""
        self._outages.count_anew()
        records, now = self._parts.poller.records, self._clock.now()
        failing = [name for name in self._rows if records[name].failures and records[name].error_key in NETWORK_KEYS]
        for number, name in enumerate(failing):
            self._schedule.set(name, now + timedelta(seconds=PAUSE_S * (number + 1)))
        self._catch_up.begin(failing, Absence(AbsenceKind.OFFLINE, since, now))
        self._saving.look_now()

    def _replan(self) -> None:
        """Polling is slower from now on, or no slower any more. What was brought forward on purpose stays where it is."""
        now, overdue = self._clock.now(), 0
        for row in self._rows.values():
            record, planned = self._parts.poller.records[row.id], self._schedule.due_at(row.id)
            due = self._saving.due(row, record)
            if planned is None or due is None or record.next_ms is None or planned < from_ms(record.next_ms):
                continue
            if due <= now:
                overdue += 1
                due = now + timedelta(seconds=PAUSE_S * overdue)
            self._schedule.set(row.id, due)
        for price in self._parts.prices:
            price.slowed = self._saving.price_factor
        self._saving.look_now()
        log.info("saving reason=%s", self._saving.reason or "none")
        self._announce()

    async def _texts_wanted(self) -> bool:
        return self._parts.bodies is not None and await self._parts.database.run(item_store.wants_fresh_text)

    def _is_offline(self) -> bool:
        return is_offline(self._rows.values(), self._parts.poller.records) is not None

    async def _watch_price(self, price: PriceWatch) -> None:
        # A month of history takes seconds to fetch; looks at the price must not wait for it.
        self._start(self._fill_history(price))
        while True:
            started = self._clock.monotonic()
            if not self._paused:
                await price.sample()
            live = self._parts.live
            pause_s = min(LOOK_S, price.interval_s) if live is not None and live.is_connected else price.interval_s
            rest_s = pause_s - (self._clock.monotonic() - started)
            await self._saving.rest(max(rest_s, 0.1 * pause_s))

    async def _fill_history(self, price: PriceWatch) -> None:
        await price.fill_history()
        price.announce()

    def _set_paused(self, *, paused: bool, until: datetime | None) -> None:
        self._paused, self._paused_until = paused, until
        self._parts.notices.paused = paused
        if self._parts.live is not None:
            self._parts.live.hold(paused)
        if not paused:
            now = self._clock.now()
            for number, row in enumerate(self._rows.values()):
                due = self._schedule.due_at(row.id)
                if due is None or due <= now:
                    self._schedule.set(row.id, now + timedelta(seconds=PAUSE_S * number))
            self._parts.notices.wake()
        self._announce()

    # --- saying

    def _lines(self, *, offline: bool) -> tuple[SourceHealth, ...]:
        return health_lines(
            self._rows.values(),
            self._parts.poller,
            self._schedule.due_at,
            self._moves.of,
            self._clock.now(),
            offline,
            lambda source: self._roster.choice(source).options,
            self._roster.off,
        )

    def _clock_ahead_s(self) -> int | None:
        ahead_s = self._parts.skew.ahead_s if self._parts.skew is not None else None
        return None if ahead_s is None else round(ahead_s)

    def _announce(self) -> None:
        records = self._parts.poller.records
        offline_since = is_offline(self._rows.values(), records)
        upcoming = self._schedule.next()
        shown_by, problem = self._parts.notices.describe()
        if self._paused:
            state = WatchState.PAUSED
        elif offline_since is not None:
            state = WatchState.OFFLINE
        elif self._catch_up.waiting:
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
                sources=self._lines(offline=offline_since is not None),
                gaps=self._gaps.open,
                offline_since=offline_since,
                paused_until=self._paused_until,
                progress=self._catch_up.progress,
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

    # --- tasks

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
        self._schedule.stop()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for price in self._parts.prices:
            await price.flush()
        await self._parts.notices.close()
