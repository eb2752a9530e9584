# SPDX-License-Identifier: MIT
"""Who is told, once. Takes what is due from the outbox, holds it while it is quiet, folds bursts, brings clicks back.

due rows ─► quiet? ─► `held`; afterwards one summary of all that was
         ─► more than 3 items, or a storm of alerts? ─► one summary, the others folded into it
         ─► an alert more after a storm's summary? ─► stays due until the storm is over
         ─► `sending` committed ─► shown by the first way out that takes it ─► `shown`
critical ─► shown again every 5 minutes until somebody answers
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from hkwatch.domain.absence import Absence
from hkwatch.domain.alerts import AlertSpec, Sample, sample_firing
from hkwatch.domain.away import LEAST
from hkwatch.domain.clock import Clock
from hkwatch.domain.deadline import CountedDeadline
from hkwatch.domain.events import Event, NoticeActivated, SourceHealth
from hkwatch.domain.hkt import to_hkt
from hkwatch.domain.ids import ItemId, NoticeId
from hkwatch.domain.item import ItemState, Level
from hkwatch.domain.notice_budget import NORMAL_WINDOW, Shown, plan
from hkwatch.domain.notify_grid import POPUP, SOUND, NoticeRow, row_of
from hkwatch.domain.quiet import passes
from hkwatch.notify.port import CloseReason, Notice, NoticePort
from hkwatch.services import deadline_notices as deadlines
from hkwatch.services.alert_telling import AlertTelling
from hkwatch.services.alert_wording import sound_of
from hkwatch.services.away import changes_between
from hkwatch.services.database import Database
from hkwatch.services.hand_over import HandOver, Outcome
from hkwatch.services.notice_rows import fold, fold_held, folded_into, settle
from hkwatch.services.notice_words import OPENS, REPEAT, REPEATED, held_words, repeated
from hkwatch.services.quiet import LOOK_AGAIN, QuietKeeper, QuietNow
from hkwatch.services.wording import Wording
from hkwatch.store import deliveries, item_detail, outbox, pages, saved_searches
from hkwatch.store.outbox import OutboxRow

_RETRY_S = 60.0
_SNOOZE = timedelta(hours=1)


class Notices:
    """The only one that talks to the ways out. Used by the engine's loop only."""

    def __init__(
        self,
        clock: Clock,
        database: Database,
        ports: Sequence[NoticePort],
        wording: Wording,
        emit: Callable[[Event], None],
        *,
        desktop_shows: bool,
    ) -> None:
        """`desktop_shows`: where no port can, the desktop is asked to show the notice in its own window or tray."""
        self._clock = clock
        self._database = database
        self.hand_over = HandOver(clock, database, ports, emit, desktop_shows=desktop_shows)
        self._ports = self.hand_over.ports
        self.wording = wording
        self._emit = emit
        self.quiet = QuietKeeper(clock, database)
        self.quiet_now: QuietNow | None = None
        """As last looked; `on_quiet` is called when that changed."""
        self.on_quiet: Callable[[], None] = lambda: None
        self.repeat_critical = False
        self._again_at: datetime | None = None
        self._items_told: list[Shown] = []
        self._wake = asyncio.Event()
        self._alerts = AlertTelling(clock, database, lambda: self.wording, self._hand_over)
        self.paused = False
        self.holding = False
        """Items wait while everything is asked again after an absence; alerts and outages do not."""
        self.outages: Mapping[str, SourceHealth] = {}
        """The outages that are on, by their keys; one that is over is not told any more."""
        self.worded: dict[str, Callable[[], Awaitable[tuple[str, str]]]] = {}
        """What words notices of further kinds, by kind: title and body."""
        self.also_wake: Callable[[], None] = lambda: None
        """Called as well when something may be due: it may leave by channels."""
        self.maybe_not_shown = 0
        self.holidays: frozenset[date] = frozenset()
        """Hong Kong's general holidays, for working days left."""

    async def start(self) -> None:
        """Settle what a crash left behind, then look for ways out."""
        self.maybe_not_shown = await self._database.run(settle, self._clock.now())
        await self._alerts.load()
        since = self._clock.now() - NORMAL_WINDOW
        self._items_told = await self._database.run(deliveries.items_shown_since, since)
        await self.quiet.load()
        for port in self._ports:
            await port.start()

    def wake(self) -> None:
        """Something may be due."""
        self._wake.set()
        self.also_wake()

    async def run(self) -> None:
        """Hand over what becomes due until cancelled."""
        while True:
            self._wake.clear()
            waiting = False if self.paused else await self.step()
            waits: set[asyncio.Future[Any]] = {asyncio.ensure_future(self._wake.wait())}
            if (rest_s := self._rest_s(waiting=waiting)) is not None:
                waits.add(asyncio.ensure_future(self._clock.sleep(rest_s)))
            try:
                await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for wait in waits:
                    wait.cancel()

    def _rest_s(self, *, waiting: bool) -> float | None:
        """Seconds until something is to be done again; None = nothing waits for a time."""
        if self.paused:
            return None
        rests = [_RETRY_S] if waiting else []
        if self._again_at is not None:
            rests.append(max(0.5, (self._again_at - self._clock.now()).total_seconds()))
        return min(rests, default=None)

    def _look_again(self, at: datetime | None) -> None:
        if at is not None:
            self._again_at = at if self._again_at is None else min(at, self._again_at)

    async def step(self) -> bool:
        """Hand over all that is due. True when something could not be and waits for another try."""
        await self._look_whether_quiet()
        queued = await self._database.run(outbox.due, self._clock.now())
        rows = await self._still_wanted([row for row in queued if row.item is None or not self.holding])
        if self.quiet_now is not None:
            rows = await self._hold(rows)
        items = [row for row in rows if row.kind == "item"]
        alerts = [row for row in rows if row.alert is not None]
        waiting = await self._tell_items(items)
        waiting |= await self._alerts.tell(alerts)
        for row in rows:
            if row.kind == "test":
                waiting |= await self._tell_test(row)
            elif row.kind == "quiet":
                waiting |= await self._tell_held(row)
            elif row.kind == "summary":
                waiting |= await self._tell_again(row)
            elif row.kind in self.worded:
                title, body = await self.worded[row.kind]()
                waiting |= await self._hand_over(row.id, title, body, row.level, row.kind)
            elif row.kind == "outage":
                waiting |= await self._tell_outage(row)
            elif row.kind == "held":
                title, body = self.wording.held(row.key.split(":")[1])
                waiting |= await self._hand_over(row.id, title, body, row.level, "held")
            elif row.kind in (deadlines.REMINDER, deadlines.MOVED):
                waiting |= await self._tell_deadline(row)
        for row in await repeated(self._database, self._clock.now(), wanted=self.repeat_critical):
            await self._tell_once_more(row)
        self._look_again(await self._database.run(deliveries.next_at, self._clock.now()))
        return waiting

    async def _look_whether_quiet(self) -> None:
        before, self._again_at = self.quiet_now, None
        now = self.quiet_now = await self.quiet.look()
        if now is not None:
            self._look_again(now.until or self._clock.now() + LOOK_AGAIN)
        else:
            held = await self._still_wanted(await self._database.run(deliveries.held))
            # Signs of life and the like are no news to be counted: each is told in its own words.
            await self._database.run(deliveries.release, [row.id for row in held if row.kind in self.worded])
            if news := [row for row in held if row.kind not in self.worded]:
                await self._database.run(fold_held, news, self._clock.now())
            if self.quiet.hours is not None:
                self._look_again(self._clock.now() + timedelta(seconds=_RETRY_S))
        if before != now:
            self.on_quiet()

    async def _hold(self, rows: list[OutboxRow]) -> list[OutboxRow]:
        """Keep what must wait until it is no longer quiet; the rest, with what has become critical since it was held."""

        def may_pass(row: OutboxRow) -> bool:
            return row.kind == "test" or passes(row.level, critical_passes=self.quiet.critical_passes)

        raised = [row for row in await self._database.run(deliveries.held) if may_pass(row)]
        await self._database.run(deliveries.release, [row.id for row in raised])
        await self._database.run(deliveries.hold, [row.id for row in rows if not may_pass(row)], self._clock.now())
        return [*(row for row in rows if may_pass(row)), *await self._still_wanted(raised)]

    async def set_quiet(self, until: datetime | None) -> None:
        """Quiet until then, None = no longer."""
        await self.quiet.set_by_hand(until)
        self.quiet_now = self.quiet.planned()
        self.on_quiet()
        self.wake()

    async def _tell_once_more(self, row: OutboxRow) -> None:
        if self.quiet_now is not None and not passes(row.level, critical_passes=self.quiet.critical_passes):
            return
        title, body = await self._database.run(deliveries.words_of, row.id)
        # Before it is shown: a crash in between must not make it two at once.
        await self._database.run(deliveries.repeat_at, row.id, self._clock.now() + REPEAT, again=True)
        notice = Notice(row.id, title, body, row.level, self.wording.actions(row.kind), row.item, row.alert)
        await self.hand_over.give(notice, await self._ways(row.kind, row.level, row.item), again=True)

    async def _ways(self, kind: str, level: Level, item: ItemId | None) -> tuple[str, ...]:
        of_register = item is not None and await self._database.run(deliveries.of_register, item)
        return self.hand_over.ways(row_of(kind, level, of_register=of_register), is_item=kind in REPEATED)

    async def fold_absence(self, absence: Absence) -> bool:
        """Make all items that are due one summary of an absence, to be told with the next step. False where there is none."""
        rows = await self._still_wanted(await self._database.run(outbox.due, self._clock.now()))
        items = [row for row in rows if row.kind == "item"]
        if items:
            await self._database.run(fold, items, None, self._clock.now(), absence.key)
        return bool(items)

    async def test(self, way: str = "") -> None:
        """Queue a test notification; by one `way` alone, or as one of level high goes out."""
        now = self._clock.now()
        await self._database.run(outbox.add, f"test:{now.isoformat()}:{way}", "test", Level.HIGH, now)
        self.wake()

    async def test_alert(self, spec: AlertSpec, latest: Sample | None) -> None:
        """Tell an alert now, as if the latest price had made it fire. Nothing of it is logged."""
        now = self._clock.now()
        # In `sending` from the start: `run` must not tell it as well.
        notice = await self._database.run(
            outbox.add, f"test:{now.isoformat()}", "test", spec.notify, now, state="sending"
        )
        if notice is not None:
            title, body = self.wording.test_firing(sample_firing(spec, latest, now))
            await self._hand_over(notice, title, body, spec.notify, "test", sound=sound_of(spec))

    async def shown_by_desktop(self, notice: NoticeId, error: str, way: str) -> None:
        """The desktop, or a terminal, showed a notice it was asked to show, or could not."""
        now = self._clock.now()
        await self._database.run(
            outbox.finish, notice, "failed" if error else "shown", now, error, "" if error else way
        )
        if not error:
            words = await self._database.run(deliveries.words_of, notice)
            ways = await self.hand_over.desktop_told(notice)
            await self._database.run(deliveries.record_told, notice, *words, ways, now)

    async def closed(self, notice: NoticeId, reason: CloseReason) -> None:
        """It is off the screen. Dismissing is an answer; that it timed out, or its daemon ended, is none."""
        ended = "gone" if reason is CloseReason.DAEMON_GONE else reason.name.lower()
        await self._database.run(deliveries.record_closed, notice, ended, self._clock.now())

    def holds(self, level: Level) -> bool:
        """Whether quiet that the user set, by hand or by hours, holds back what is of this level.

        A desktop that is not to be disturbed, or a full-screen window, speaks of this screen alone: other ways out go on.
        """
        # Asked of the clock: what was looked at last may be a minute old, and at the start nobody has looked yet.
        return self.quiet.planned() is not None and not passes(level, critical_passes=self.quiet.critical_passes)

    async def withdraw(self, items: Sequence[ItemId]) -> None:
        """Take notices of items that were read off the screen."""
        over = await self._database.run(deliveries.answered_summaries, items)
        for notice in (*await self._database.run(outbox.shown_for, items), *over):
            for port in self._ports:
                await port.withdraw(notice)

    async def withdraw_outage(self, key: str) -> None:
        """The source answers again: take its notice off the screen, or do not show it any more."""
        found = await self._database.run(outbox.find, key)
        if found is None:
            return
        notice, state = found
        if state in ("due", "held"):
            error = "over before it could be told"
            await self._database.run(outbox.finish, notice, "failed", self._clock.now(), error)
        elif state == "shown":
            for port in self._ports:
                await port.withdraw(notice)

    async def activated(self, notice: NoticeId, action: str, token: str | None) -> NoticeActivated:
        """A click came back; who it was about."""
        items, alert = await self._database.run(outbox.items_of, notice)
        kind, now = await self._database.run(outbox.kind_of, notice), self._clock.now()
        if kind == "quiet" and not items:
            alert = next((row.alert for row in await self._database.run(deliveries.told_by, notice)), None)
        await self._database.run(deliveries.record_answer, notice, action, now)
        if action == "snooze" and alert is None:
            await self._database.run(deliveries.snooze, notice, now + _SNOOZE)
            self.wake()
        if action == "default":
            action = OPENS.get(kind, action)
            absence = Absence.of_key(await self._database.run(outbox.key_of, notice))
            if absence is not None and absence.end - absence.start >= LEAST:
                action = "open-away"
        event = NoticeActivated(notice, action, items, alert, token or "")
        self._emit(event)
        # Some daemons keep a notice on the screen after its click.
        for port in self._ports:
            await port.withdraw(notice)
        return event

    def describe(self) -> tuple[str, str]:
        """(who shows notices, why nobody can): one of the two is empty."""
        for port in self._ports:
            if port.available:
                return type(port).__name__, ""
        return "", next((port.reason for port in self._ports), "no way to notify is set up")

    async def close(self) -> None:
        """Let the ways out go."""
        await self.quiet.close()
        for port in self._ports:
            await port.close()

    async def _still_wanted(self, rows: list[OutboxRow]) -> list[OutboxRow]:
        """The rows without those whose item was dealt with while nobody could be told."""
        ids = tuple(row.item for row in rows if row.item is not None and row.kind == "item")
        found = await self._database.run(pages.rows_of, ids) if ids else ()
        done = {row.id for row in found if row.state is ItemState.READ or row.archived}
        for row in rows:
            if row.item in done and row.kind == "item":
                await self._database.run(
                    outbox.finish, row.id, "failed", self._clock.now(), "dealt with before it could be told"
                )
        # That an item was read makes no reminder needless.
        return [row for row in rows if row.kind != "item" or row.item not in done]

    async def _tell_items(self, rows: list[OutboxRow]) -> bool:
        """Within what may pop up: some at once, more as one, the rest later."""
        now = self._clock.now()
        self._items_told = [one for one in self._items_told if now - one.at < NORMAL_WINDOW]
        todo = plan([row.level for row in rows], self._items_told, now)
        self._look_again(todo.again_at)
        waiting = False
        for place in todo.tell:
            waiting |= await self._tell_item(rows[place])
        if todo.fold:
            waiting |= await self._tell_summary([rows[place] for place in todo.fold])
        return waiting

    async def _tell_item(self, row: OutboxRow) -> bool:
        assert row.item is not None
        detail = await self._database.run(item_detail.detail, row.item)
        if detail is None:
            await self._database.run(outbox.finish, row.id, "failed", self._clock.now(), "the item is gone")
            return False
        today = to_hkt(self._clock.now()).date()
        left = await self._database.run(deadlines.of_item, row.item, today, self.holidays)
        title, body = self.wording.item(detail, left)
        body += self.wording.found_by(await self._database.run(saved_searches.names_of, row.id))
        return await self._hand_over(row.id, title, body, row.level, "item", item=row.item)

    async def _tell_summary(self, rows: list[OutboxRow]) -> bool:
        # Fold first: whatever happens next, these are one notice from now on.
        summary = await self._database.run(fold, rows, None, self._clock.now())
        return await self._tell_again(summary)

    async def _tell_again(self, summary: OutboxRow) -> bool:
        items, _ = await self._database.run(outbox.items_of, summary.id)
        found = await self._database.run(pages.rows_of, items)
        ordered = sorted(found, key=lambda row: (-row.level, -row.id))
        absence = Absence.of_key(summary.key)
        if absence is None:
            title, body = self.wording.summary(ordered)
        else:
            title, body = self.wording.absence(absence, ordered)
            line = await self._database.run(
                changes_between, self.wording, absence.start, absence.end, self._clock.now(), self.holidays
            )
            body = "\n".join(part for part in (line, body) if part)
        body += self.wording.found_by(await self._database.run(saved_searches.names_of, summary.id))
        return await self._hand_over(summary.id, title, body, summary.level, "summary")

    async def _tell_test(self, row: OutboxRow) -> bool:
        title, body = self.wording.test()
        way = row.key.rpartition(":")[2]
        ways = (way,) if way in (POPUP, SOUND) else self.hand_over.ways(NoticeRow.HIGH, is_item=True)
        await self._database.run(outbox.begin_sending, [row.id])
        notice = Notice(row.id, title, body, row.level, self.wording.actions("test"))
        return await self.hand_over.give(notice, ways) is Outcome.NOBODY

    async def _tell_held(self, row: OutboxRow) -> bool:
        """All that was held while it was quiet, as one."""
        today = to_hkt(self._clock.now()).date()
        words = await held_words(self._database, self.wording, row, today, self.holidays)
        if words is None:
            await self._database.run(outbox.finish, row.id, "failed", self._clock.now(), "over before it could be told")
            return False
        return await self._hand_over(row.id, *words, row.level, "quiet")

    async def _tell_outage(self, row: OutboxRow) -> bool:
        line = self.outages.get(row.key)
        if line is None:
            # Queued by an engine before this one: it is told once this one has seen it for as long.
            return False
        title, body = self.wording.outage(line, self._clock.now())
        return await self._hand_over(row.id, title, body, row.level, "outage")

    async def _tell_deadline(self, row: OutboxRow) -> bool:
        now = self._clock.now()
        told = await self._database.run(deadlines.to_tell, row, to_hkt(now).date(), self.holidays)
        if told is None:
            await self._database.run(outbox.finish, row.id, "failed", now, "over before it could be told")
            return False
        title, body = self.wording.reminder(told) if isinstance(told, CountedDeadline) else self.wording.moved(*told)
        return await self._hand_over(row.id, title, body, row.level, row.kind, item=row.item)

    async def _hand_over(
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
    ) -> bool:
        """True when nobody took it and another try must follow."""
        ways = await self._ways(kind, level, item)
        await self._database.run(outbox.begin_sending, [notice])
        alert = row.alert if row is not None else None
        full = Notice(notice, title, body, level, self.wording.actions(kind), item, alert, sound)
        outcome = await self.hand_over.give(full, ways)
        now = self._clock.now()
        if outcome in (Outcome.NOBODY, Outcome.OFF):
            return outcome is Outcome.NOBODY
        if kind == "alert":
            self._alerts.told(now)
        elif kind in ("item", "summary"):
            count = max(1, await self._database.run(folded_into, notice))
            self._items_told.append(Shown(now, level, count))
        if outcome is Outcome.MAYBE:
            self.maybe_not_shown += 1
        elif self.repeat_critical and level is Level.CRITICAL and kind in REPEATED:
            await self._database.run(deliveries.repeat_at, notice, now + REPEAT)
        return False
