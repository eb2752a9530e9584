# SPDX-License-Identifier: MIT
"""Price alerts in the engine: evaluated on every consensus; state, firing and notice stored in one transaction."""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal

from hkwatch.domain import alerts as rules
from hkwatch.domain.alert_terms import EXTREME_KINDS
from hkwatch.domain.alerts import AlertKind, AlertSpec, AlertState, Blocked, Firing, Gap, Phase, Sample
from hkwatch.domain.bars import Bar
from hkwatch.domain.clock import Clock
from hkwatch.domain.events import AlertFired, AlertsChanged, AlertView, Event, ItemsAdded
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import AlertId, CommandId, ItemId
from hkwatch.domain.price import PriceState
from hkwatch.services.alert_inbox import FiringInbox
from hkwatch.services.alert_items import look
from hkwatch.services.alert_wording import AlertWording
from hkwatch.services.database import Database
from hkwatch.services.texts import Texts
from hkwatch.store import alert_journal, outbox, prices
from hkwatch.store import alerts as store
from hkwatch.store import commands as command_store

_STORE_EVERY = timedelta(minutes=1)
"""A window that only moves on is stored this often; a crash costs a minute of it at most."""
_WORDS = AlertWording(Texts("en", {}))
"""The journal is in English, whatever the window is in."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a sample did to the alerts, not yet stored."""

    states: dict[AlertId, AlertState]
    firings: tuple[Firing, ...]


class Alerting:
    """All alerts and how far they got. Used by the engine's loop only."""

    def __init__(
        self, clock: Clock, database: Database, emit: Callable[[Event], None], folder: Folder | None = None
    ) -> None:
        """`folder` folds texts for alerts that look at items; None = those find only by level."""
        self._clock = clock
        self._database = database
        self._emit = emit
        self._views: dict[AlertId, AlertView] = {}
        self._latest: dict[str, Sample] = {}
        self._folder = folder or Folder({})
        self._seen: dict[AlertId, tuple[datetime, ...]] = {}
        self._stored_at: dict[AlertId, datetime] = {}
        self._unsaved: set[AlertId] = set()
        self._seeds: dict[AlertId, list[tuple[datetime, Decimal]]] = {}
        self.tell = True
        """Whether firings are told (a setting); they are logged in any case."""
        self.assets: frozenset[str] | None = None
        """What is priced, None = every asset. Alerts on others must not seem to watch."""
        self.inbox: FiringInbox | None = None
        """Where firings become items, None = nowhere."""
        self._put: list[ItemId] = []
        self.turn = asyncio.Lock()
        """Held from `evaluate` to `written`: an alert must not be edited between what it was and what is stored of it."""

    async def load(self) -> None:
        """Read what is stored."""
        self._views = {view.spec.id: view for view in await self._database.run(store.load_alerts)}
        for view in self._views.values():
            if view.state.phase is Phase.NEW:
                await self._read_seeds(view.spec)
        await self._block_unpriced()
        await self.look_at_items()
        self.announce()

    async def _block_unpriced(self) -> None:
        """Alerts on what nobody prices cannot be evaluated, and say so."""
        if self.assets is None:
            return
        now = self._clock.now()
        for asset in {view.spec.asset for view in self._views.values()} - self.assets:
            async with self.turn:
                outcome = self.evaluate(asset, Sample(now, None, PriceState.STALE), 0)
                await self._database.run(self.write, outcome, now)
                self.written(outcome)

    def announce(self) -> None:
        """Tell the desktop all alerts."""
        self._emit(AlertsChanged(tuple(AlertView(view.spec, _slim(view.state)) for view in self._views.values())))

    def latest(self, asset: str) -> Sample | None:
        """The newest sample of an asset, None before the first."""
        return self._latest.get(asset)

    async def look_at_items(self) -> bool:
        """Items came in or changed: fire the searches they match. True when something is to be told."""
        if not any(view.spec.with_item is not None for view in self._views.values()):
            return False
        async with self.turn:
            views, now = tuple(self._views.values()), self._clock.now()
            found = await self._database.run(look, views, self._folder, self._latest, now, self._log)
            self._seen = found.seen
            for alert, state in found.states.items():
                self._views[alert] = replace(self._views[alert], state=state)
            for firing in found.firings:
                self._emit(AlertFired(firing))
        if found.states:
            self.announce()
        return bool(found.firings)

    async def flush(self) -> None:
        """Store what of moving windows is not stored yet."""
        async with self.turn:
            waiting = {alert: self._views[alert].state for alert in self._unsaved if alert in self._views}
            self._unsaved.clear()
            if waiting:
                await self._database.run(_save_states, waiting)

    def evaluate(
        self,
        asset: str,
        sample: Sample,
        interval_s: float,
        gap: Gap | None = None,
        bars: Sequence[Bar] = (),
        fx: Decimal | None = None,
    ) -> Outcome:
        """Run a sample through the asset's alerts. `gap` None = none before it; `bars` fill it, empty = not filled."""
        self._latest[asset] = sample
        # Filling a gap takes its time: the sample may be old by now.
        now = self._clock.now()
        states: dict[AlertId, AlertState] = {}
        firings: list[Firing] = []
        for view in self._views.values():
            if view.spec.asset != asset or view.state.blocked is Blocked.QUERY:
                continue
            state, items = view.state, self._seen.get(view.spec.id, ())
            if gap is not None and bars:
                state, late = rules.evaluate_bars(view.spec, state, bars, gap=gap, fx=fx, items=items)
                firings += late
                if rules.is_gap(bars[-1].ends_at, sample.at, interval_s):
                    rest = Gap(bars[-1].ends_at, sample.at)
                    state, firing = rules.after_gap(view.spec, state, sample, rest, now, items)
                else:
                    state, firing = rules.evaluate(view.spec, state, sample, now, items, interval_s)
            elif gap is not None:
                state, firing = rules.after_gap(view.spec, state, sample, gap, now, items)
            else:
                state, firing = rules.evaluate(view.spec, state, sample, now, items, interval_s)
            if firing is not None:
                firings.append(firing)
            if view.state.phase is Phase.NEW and state.phase is not Phase.NEW:
                state = rules.seeded(view.spec, state, self._seeds.pop(view.spec.id, []))
            if state != view.state:
                states[view.spec.id] = state
        return Outcome(states, tuple(firings))

    def write(self, db: sqlite3.Connection, outcome: Outcome, now: datetime) -> None:
        """Store an outcome; inside the transaction that stores the sample's bar."""
        self._put = []
        for alert, state in outcome.states.items():
            stored_at = self._stored_at.get(alert)
            view = self._views.get(alert)
            if view is not None and _only_moved_on(view.state, state) and stored_at and now - stored_at < _STORE_EVERY:
                self._unsaved.add(alert)
                continue
            store.save_state(db, alert, state)
            self._stored_at[alert] = now
            self._unsaved.discard(alert)
        for firing in outcome.firings:
            self._log(db, self._views[firing.alert_id].spec, firing)

    def _log(self, db: sqlite3.Connection, spec: AlertSpec, firing: Firing) -> int:
        row = store.add_firing(db, firing)
        if firing.told:
            # Who wants nothing of it on the screen may want it by a channel.
            queue = outbox.add if self.tell else outbox.add_for_channels
            queue(db, f"firing:{row}", "alert", spec.notify, self._clock.now(), alert=firing.alert_id, firing=row)
        item = None if self.inbox is None else self.inbox.put(db, row, firing, self._clock.now())
        if item is not None:
            self._put.append(item)
        alert_journal.note_fired(db, row, firing, _WORDS.title(firing), self._untold(firing), item, self._clock.now())
        return row

    def _untold(self, firing: Firing) -> str:
        if not firing.told:
            return "not told: snoozed, or another was told just before"
        return "" if self.tell else "not told: alerts are not told"

    def written(self, outcome: Outcome) -> None:
        """The outcome is committed: it now holds, and the desktop learns of it."""
        is_news = False
        for alert, state in outcome.states.items():
            if alert in self._views:
                is_news = is_news or _slim(self._views[alert].state) != _slim(state)
                self._views[alert] = replace(self._views[alert], state=state)
        for firing in outcome.firings:
            self._emit(AlertFired(firing))
        if self._put:
            self._emit(ItemsAdded(tuple(self._put), back=False))
            self._put = []
        if is_news:
            self.announce()

    async def save(self, spec: AlertSpec, command: CommandId) -> None:
        """Store a new or changed alert and arm it from the latest price; it never fires by being saved.

        The command is remembered in the same transaction: sent again after a crash it must not make a second alert.
        """
        async with self.turn:
            now = self._clock.now()
            known = self._views.get(spec.id)
            sample = self._latest.get(spec.asset)
            state = rules.arm(spec, sample, now) if known is None else rules.rearm(spec, known.state, sample, now)
            points = await self._points(spec)
            state = rules.seeded(spec, state, points)
            spec = await self._database.run(_save, spec, state, now, command)
            self._views[spec.id] = AlertView(spec, state)
            self._seeds.pop(spec.id, None)
            if state.phase is Phase.NEW and points:
                self._seeds[spec.id] = points
        await self.look_at_items()
        self.announce()

    async def _read_seeds(self, spec: AlertSpec) -> None:
        points = await self._points(spec)
        if points:
            self._seeds[spec.id] = points

    async def _points(self, spec: AlertSpec) -> list[tuple[datetime, Decimal]]:
        if spec.kind not in EXTREME_KINDS or not (spec.window_s or spec.since):
            return []
        start = spec.since or self._clock.now() - timedelta(seconds=spec.window_s)
        return await self._database.run(_stored_extremes, spec, start)

    async def remove(self, alert: AlertId) -> None:
        """Take an alert away; its log stays."""
        async with self.turn:
            await self._database.run(_remove, alert, self._views.get(alert), self._clock.now())
            self._views.pop(alert, None)
            self._unsaved.discard(alert)
        self.announce()

    async def restore(self, alert: AlertId) -> None:
        """Bring a removed alert back as it was; it is not armed anew, so one that has fired stays fired."""
        async with self.turn:
            view = await self._database.run(store.restore_alert, alert)
            if view is None:
                return
            if view.state.phase is Phase.NEW:
                await self._read_seeds(view.spec)
            self._views = {one.spec.id: one for one in sorted((*self.all(), view), key=lambda one: one.spec.id)}
        await self.look_at_items()
        self.announce()

    async def snooze(self, alert: AlertId, until: datetime | None) -> None:
        """No pop-ups of this alert until then; None ends it."""
        async with self.turn:
            view = self._views.get(alert)
            if view is None:
                return
            state = rules.snooze(view.state, until)
            await self._database.run(store.save_state, alert, state)
            self._views[alert] = replace(view, state=state)
        self.announce()

    def all(self) -> tuple[AlertView, ...]:
        """Every alert."""
        return tuple(self._views.values())


def _save(db: sqlite3.Connection, spec: AlertSpec, state: AlertState, now: datetime, command: CommandId) -> AlertSpec:
    numbered = spec if spec.id else replace(spec, id=store.new_alert_id(db))
    store.save_alert(db, numbered, state, now)
    command_store.add(db, command, now, "")
    return numbered


def _remove(db: sqlite3.Connection, alert: AlertId, view: AlertView | None, now: datetime) -> None:
    if view is not None:
        # A window that only moved on may not be stored yet, and the alert may be brought back.
        store.save_state(db, alert, view.state)
    store.remove_alert(db, alert, now)


def _save_states(db: sqlite3.Connection, states: dict[AlertId, AlertState]) -> None:
    for alert, state in states.items():
        store.save_state(db, alert, state)


def _stored_extremes(db: sqlite3.Connection, spec: AlertSpec, start: datetime) -> list[tuple[datetime, Decimal]]:
    """Highs (lows) of stored bars since `start`, oldest first: hours, then minutes for as far as there are any."""
    minutes = prices.bars(db, spec.asset, prices.MINUTE_S, start)
    hours = prices.bars(db, spec.asset, prices.HOUR_S, start)
    bars = [bar for bar in hours if not minutes or bar.at < minutes[0].at] + minutes
    is_high = spec.kind is AlertKind.NEW_HIGH
    # Stored as floats, exact enough to the cent; what fires is always an exact price of now.
    return [(bar.at, Decimal(f"{bar.high if is_high else bar.low:.2f}")) for bar in bars]


def _slim(state: AlertState) -> AlertState:
    """The state without what changes at every sample and nobody looks at."""
    if state.memory is None:
        return state
    return replace(state, memory=replace(state.memory, lows=(), highs=()), changed_at=None)


def _only_moved_on(before: AlertState, after: AlertState) -> bool:
    return after.memory is not None and _slim(before) == _slim(after)
