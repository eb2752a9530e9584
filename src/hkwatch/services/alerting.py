# SPDX-License-Identifier: MIT
"""Price alerts in the engine: evaluated on every consensus; state, firing and notice stored in one transaction."""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from hkwatch.domain import alerts as rules
from hkwatch.domain.alerts import AlertSpec, AlertState, Firing, Gap, Sample
from hkwatch.domain.bars import Bar
from hkwatch.domain.clock import Clock
from hkwatch.domain.events import AlertFired, AlertsChanged, AlertView, Event
from hkwatch.domain.ids import AlertId, CommandId
from hkwatch.services.database import Database
from hkwatch.store import alerts as store
from hkwatch.store import commands as command_store
from hkwatch.store import outbox


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a sample did to the alerts, not yet stored."""

    states: dict[AlertId, AlertState]
    firings: tuple[Firing, ...]


class Alerting:
    """All alerts and how far they got. Used by the engine's loop only."""

    def __init__(self, clock: Clock, database: Database, emit: Callable[[Event], None]) -> None:
        self._clock = clock
        self._database = database
        self._emit = emit
        self._views: dict[AlertId, AlertView] = {}
        self._latest: dict[str, Sample] = {}
        self.tell = True
        """Whether firings are told (a setting); they are logged in any case."""
        self.turn = asyncio.Lock()
        """Held from `evaluate` to `written`: an alert must not be edited between what it was and what is stored of it."""

    async def load(self) -> None:
        """Read what is stored."""
        self._views = {view.spec.id: view for view in await self._database.run(store.load_alerts)}
        self.announce()

    def announce(self) -> None:
        """Tell the desktop all alerts."""
        self._emit(AlertsChanged(tuple(self._views.values())))

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
        states: dict[AlertId, AlertState] = {}
        firings: list[Firing] = []
        for view in self._views.values():
            if view.spec.asset != asset:
                continue
            state = view.state
            if gap is not None and bars:
                state, late = rules.evaluate_bars(view.spec, state, bars, gap=gap, fx=fx)
                firings += late
                if rules.is_gap(bars[-1].ends_at, sample.at, interval_s):
                    rest = Gap(bars[-1].ends_at, sample.at)
                    state, firing = rules.after_gap(view.spec, state, sample, rest, sample.at)
                else:
                    state, firing = rules.evaluate(view.spec, state, sample, sample.at)
            elif gap is not None:
                state, firing = rules.after_gap(view.spec, state, sample, gap, sample.at)
            else:
                state, firing = rules.evaluate(view.spec, state, sample, sample.at)
            if firing is not None:
                firings.append(firing)
            if state != view.state:
                states[view.spec.id] = state
        return Outcome(states, tuple(firings))

    def write(self, db: sqlite3.Connection, outcome: Outcome, now: datetime) -> None:
        """Store an outcome; inside the transaction that stores the sample's bar."""
        for alert, state in outcome.states.items():
            store.save_state(db, alert, state)
        for firing in outcome.firings:
            row = store.add_firing(db, firing)
            if firing.told and self.tell:
                level = self._views[firing.alert_id].spec.notify
                outbox.add(db, f"firing:{row}", "alert", level, now, alert=firing.alert_id, firing=row)

    def written(self, outcome: Outcome) -> None:
        """The outcome is committed: it now holds, and the desktop learns of it."""
        for alert, state in outcome.states.items():
            if alert in self._views:
                self._views[alert] = replace(self._views[alert], state=state)
        for firing in outcome.firings:
            self._emit(AlertFired(firing))
        if outcome.states:
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
            spec = await self._database.run(_save, spec, state, now, command)
            self._views[spec.id] = AlertView(spec, state)
        self.announce()

    async def remove(self, alert: AlertId) -> None:
        """Take an alert away; its log stays."""
        async with self.turn:
            await self._database.run(store.remove_alert, alert, self._clock.now())
            self._views.pop(alert, None)
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
