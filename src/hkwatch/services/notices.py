# SPDX-License-Identifier: MIT
"""Who is told, once. Takes what is due from the outbox, folds bursts, hands over, and brings clicks back.

due rows ─► more than 3 items, or a storm of alerts? ─► one summary, the others folded into it
         ─► an alert more after a storm's summary? ─► stays due until the storm is over
         ─► `sending` committed ─► shown by the first way out that takes it ─► `shown`
"""

import asyncio
import logging
import sqlite3
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from hkwatch.domain.absence import Absence
from hkwatch.domain.alerts import STORM_WINDOW, AlertSpec, Sample, is_storm, sample_firing
from hkwatch.domain.away import LEAST
from hkwatch.domain.clock import Clock
from hkwatch.domain.deadline import CountedDeadline
from hkwatch.domain.errors import NotifyError
from hkwatch.domain.events import Event, NoticeActivated, NoticeWanted, SourceHealth
from hkwatch.domain.hkt import to_hkt
from hkwatch.domain.ids import ItemId, NoticeId
from hkwatch.domain.item import ItemState, Level
from hkwatch.notify.port import Notice, NoticePort
from hkwatch.services import deadline_notices as deadlines
from hkwatch.services.alert_wording import sound_of
from hkwatch.services.away import changes_between
from hkwatch.services.database import Database
from hkwatch.services.hush import Hush
from hkwatch.services.wording import Wording
from hkwatch.store import alerts as alert_store
from hkwatch.store import outbox, pages, saved_searches
from hkwatch.store.outbox import OutboxRow

log = logging.getLogger(__name__)

BURST = 3
"""More new items than this at once become one summary."""
_RETRY_S = 60.0
_OPENS = {
    "outage": "open-sources",
    "held": "open-licences",
    "life": "open-away",
    deadlines.REMINDER: "open-deadlines",
    deadlines.MOVED: "open-deadlines",
}
"""What a click on a notice opens, where that is no item, by the notice's kind."""


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
        self._ports = tuple(ports)
        self.wording = wording
        self._emit = emit
        self._desktop_shows = desktop_shows
        self._wake = asyncio.Event()
        self._alerts_told_at: list[datetime] = []
        """When alerts popped up, for the budget of a storm."""
        self._held: set[NoticeId] = set()
        """Alerts that wait for the end of a storm, to be told as one."""
        self.paused = False
        self.hush = Hush(clock, database)
        """While it holds nothing pops up; what is due waits."""
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
        self.maybe_not_shown = await self._database.run(_settle, self._clock.now())
        await self.hush.load()
        self._alerts_told_at = await self._database.run(outbox.alerts_told_since, self._clock.now() - STORM_WINDOW)
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
            if waiting:
                waits.add(asyncio.ensure_future(self._clock.sleep(_RETRY_S)))
            if (left_s := self.hush.left_s) is not None:
                waits.add(asyncio.ensure_future(self._clock.sleep(left_s)))
            try:
                await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for wait in waits:
                    wait.cancel()

    async def step(self) -> bool:
        """Hand over all that is due. True when something could not be and waits for another try."""
        queued = await self._database.run(outbox.due, self._clock.now())
        if self.hush.until is not None:
            # Asked for by the user himself, a test is no disturbance.
            queued = [row for row in queued if row.kind == "test"]
        rows = await self._still_wanted([row for row in queued if row.item is None or not self.holding])
        items = [row for row in rows if row.kind == "item"]
        alerts = [row for row in rows if row.alert is not None]
        waiting = False
        if len(items) > BURST:
            waiting |= await self._tell_summary(items)
        else:
            for row in items:
                waiting |= await self._tell_item(row)
        waiting |= await self._tell_alerts(alerts)
        for row in rows:
            if row.kind == "test":
                title, body = self.wording.test()
                waiting |= await self._hand_over(row.id, title, body, row.level, "test")
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
        return waiting

    async def fold_absence(self, absence: Absence) -> bool:
        """Make all items that are due one summary of an absence, to be told with the next step. False where there is none."""
        rows = await self._still_wanted(await self._database.run(outbox.due, self._clock.now()))
        items = [row for row in rows if row.kind == "item"]
        if items:
            await self._database.run(_fold, items, None, self._clock.now(), absence.key)
        return bool(items)

    async def test(self) -> None:
        """Queue a test notification."""
        now = self._clock.now()
        await self._database.run(outbox.add, f"test:{now.isoformat()}", "test", Level.HIGH, now)
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

    async def shown_by_desktop(self, notice: NoticeId, error: str) -> None:
        """The desktop showed a notice it was asked to show, or could not."""
        await self._database.run(outbox.finish, notice, "failed" if error else "shown", self._clock.now(), error)

    async def withdraw(self, items: Sequence[ItemId]) -> None:
        """Take notices of items that were read off the screen."""
        for notice in await self._database.run(outbox.shown_for, items):
            for port in self._ports:
                await port.withdraw(notice)

    async def withdraw_outage(self, key: str) -> None:
        """The source answers again: take its notice off the screen, or do not show it any more."""
        found = await self._database.run(outbox.find, key)
        if found is None:
            return
        notice, state = found
        if state == "due":
            error = "over before it could be told"
            await self._database.run(outbox.finish, notice, "failed", self._clock.now(), error)
        elif state == "shown":
            for port in self._ports:
                await port.withdraw(notice)

    async def activated(self, notice: NoticeId, action: str, token: str | None) -> NoticeActivated:
        """A click came back; who it was about."""
        items, alert = await self._database.run(outbox.items_of, notice)
        if action == "default":
            kind = await self._database.run(outbox.kind_of, notice)
            action = _OPENS.get(kind, action)
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

    async def _tell_item(self, row: OutboxRow) -> bool:
        assert row.item is not None
        detail = await self._database.run(pages.detail, row.item)
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
        summary = await self._database.run(_fold, rows, None, self._clock.now())
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

    async def _tell_alerts(self, rows: list[OutboxRow]) -> bool:
        """So many at a time, then one for the rest; what comes after that waits until the storm is over."""
        waiting = False
        summaries = await self._database.run(_standing_for_others, rows)
        for row in (row for row in rows if row.id in summaries):
            waiting |= True if self._is_spent else await self._tell_alert(row)
        rows = [row for row in rows if row.id not in summaries]
        late = await self._database.run(_late_of, rows) if len(rows) > 1 else []
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
            waiting |= await self._tell_alert(row)
        self._held.clear()
        return waiting

    @property
    def _is_stormy(self) -> bool:
        return is_storm(self._alerts_told_at, self._clock.now())

    @property
    def _is_spent(self) -> bool:
        """Whether even the one notice for the rest of a storm was told."""
        return is_storm(self._alerts_told_at[:-1], self._clock.now())

    async def _tell_alert(self, row: OutboxRow) -> bool:
        firing = None if row.firing is None else await self._database.run(alert_store.firing, row.firing)
        if firing is None:
            await self._database.run(outbox.finish, row.id, "failed", self._clock.now(), "the firing is gone")
            return False
        # A storm that nobody could be told of is still a storm at the next try.
        folded = await self._database.run(_folded_into, row.id)
        detail = None if firing.item is None else await self._database.run(pages.detail, firing.item)
        headline = "" if detail is None else self.wording.headline(detail)
        title, body = self.wording.firings(folded, firing) if folded else self.wording.firing(firing, headline)
        return await self._hand_over(row.id, title, body, row.level, "alert", row=row, sound=sound_of(firing.spec))

    async def _tell_storm(self, rows: list[OutboxRow]) -> bool:
        first = rows[0]
        firing = None if first.firing is None else await self._database.run(alert_store.firing, first.firing)
        if firing is None:
            return False
        others = [await self._database.run(alert_store.firing, row.firing or 0) for row in rows[1:3]]
        title, body = self.wording.firings(len(rows), firing, [other for other in others if other is not None])
        summary = await self._database.run(_fold, rows, first, self._clock.now())
        sound = sound_of(firing.spec)
        return await self._hand_over(summary.id, title, body, summary.level, "alert", row=first, sound=sound)

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
        await self._database.run(outbox.begin_sending, [notice])
        alert = row.alert if row is not None else None
        full = Notice(notice, title, body, level, self.wording.actions(kind), item, alert, sound)
        taken, problem = "", ""
        for port in self._ports:
            try:
                if await port.show(full):
                    taken = f"{taken} {type(port).__name__.removesuffix('Notices').lower()}".strip()
            except NotifyError as error:
                # Nobody can tell whether it was seen: it is listed, never popped up again.
                log.warning("notice %d may not have been shown: %s", notice, error.detail)
                problem = error.detail
        now = self._clock.now()
        if kind == "alert" and (taken or problem or self._desktop_shows):
            self._alerts_told_at = [at for at in self._alerts_told_at if now - at < STORM_WINDOW] + [now]
        if taken:
            await self._database.run(outbox.finish, notice, "shown", now, channel=taken)
            return False
        if problem:
            await self._database.run(outbox.finish, notice, "maybe", now, problem)
            self.maybe_not_shown += 1
            return False
        if self._desktop_shows:
            self._emit(NoticeWanted(notice, title, body, level, sound))
            return False
        await self._database.run(outbox.finish, notice, "due", now, self.describe()[1])
        return True


def _settle(db: sqlite3.Connection, now: datetime) -> int:
    outbox.settle_after_crash(db, now)
    return len(outbox.maybe_not_shown(db))


def _late_of(db: sqlite3.Connection, rows: Sequence[OutboxRow]) -> list[OutboxRow]:
    """Those of several alerts that were found after a gap."""
    found = []
    for row in rows:
        firing = None if row.firing is None else alert_store.firing(db, row.firing)
        if firing is not None and firing.late:
            found.append(row)
    return found


def _standing_for_others(db: sqlite3.Connection, rows: Sequence[OutboxRow]) -> set[NoticeId]:
    """Those of several alerts into which others were folded, and that could not be told then."""
    return {row.id for row in rows if _folded_into(db, row.id)}


def _folded_into(db: sqlite3.Connection, summary: NoticeId) -> int:
    return int(db.execute("SELECT count(*) FROM outbox WHERE summary_id = ?", (summary,)).fetchone()[0])


def _fold(
    db: sqlite3.Connection, rows: Sequence[OutboxRow], alert: OutboxRow | None, now: datetime, key: str = ""
) -> OutboxRow:
    """One row that stands for all of `rows`: a summary of items, or `alert`'s notice for a storm of alerts."""
    key = key or f"summary:{rows[0].id}-{rows[-1].id}"
    kind = "summary" if alert is None else "alert"
    level = max(row.level for row in rows)
    about = (None, None) if alert is None else (alert.alert, alert.firing)
    summary = outbox.add(db, key, kind, level, now, alert=about[0], firing=about[1])
    if summary is None:
        raise AssertionError("these notices were folded before")
    outbox.begin_sending(db, [row.id for row in rows], summary)
    return OutboxRow(summary, key, kind, None, about[0], about[1], level)
