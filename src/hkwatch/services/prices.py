# SPDX-License-Identifier: MIT
"""The price loop: venues → consensus → bar, alerts and notices in one transaction → the desktop.

A gap (no valid price for three intervals and two minutes; the machine slept; the engine was off) is filled with bars of at
least two venues before anything is evaluated across it.
"""

import json
import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal

from hkwatch.domain.alerts import Gap, is_gap, sample_of
from hkwatch.domain.bars import Bar, add, floor_to, joined
from hkwatch.domain.catalogue import VenueRole
from hkwatch.domain.clock import Clock
from hkwatch.domain.detail import ChartPoint
from hkwatch.domain.events import Event, PriceChanged, VenueView
from hkwatch.domain.ids import VenueId
from hkwatch.domain.price import (
    SANITY_LIMIT,
    Consensus,
    ConsensusMemory,
    ConversionRate,
    Excluded,
    Exclusion,
    FxRate,
    Kept,
    PriceState,
    consensus,
)
from hkwatch.services.alerting import Alerting, Outcome
from hkwatch.services.database import Database
from hkwatch.services.quotes import Allowed, FxRates, VenueAnswer, Venues, at_once
from hkwatch.store import db as meta
from hkwatch.store import prices as store

DAY = timedelta(hours=24)
MONTH = timedelta(days=30)
_LONG_GAP = timedelta(hours=1)
"""A longer gap also lacks hours."""
FAR_OFF = "far-off"
"""Why of a second opinion that is far from the consensus."""
_WHOLE = 0.9
"""A stretch of history with this share of its bars is not fetched again."""


class PriceWatch:
    """Watches one asset. Used by the engine's loop only."""

    def __init__(
        self,
        asset: str,
        clock: Clock,
        database: Database,
        venues: Venues,
        fx: FxRates,
        alerting: Alerting,
        emit: Callable[[Event], None],
        interval_s: float,
    ) -> None:
        self._asset = asset
        self._clock = clock
        self._database = database
        self._venues = venues
        self._fx = fx
        self._alerting = alerting
        self._emit = emit
        self._interval_s = interval_s
        self.slowed = 1
        """How many times as long the pause between two looks is now."""
        self._memory = ConsensusMemory(asset)
        self._bar: Bar | None = None
        self._latest: PriceChanged | None = None
        self.answered_at: datetime | None = None
        """When a venue answered last, whatever its price; None while none has."""
        self._fired: Callable[[], None] = lambda: None

    @property
    def interval_s(self) -> float:
        """Seconds between two looks at the venues, with `slowed` in it; set without."""
        return self._interval_s * self.slowed

    @interval_s.setter
    def interval_s(self, seconds: float) -> None:
        self._interval_s = seconds

    def on_fired(self, call: Callable[[], None]) -> None:
        """`call` when a firing was stored, to hand its notice over."""
        self._fired = call

    async def load(self) -> None:
        """Go on where the last run stopped."""
        stored = await self._database.run(meta.get_meta, self._key)
        if stored is not None:
            self._memory = ConsensusMemory.from_dict(json.loads(stored))

    async def sample(self) -> PriceChanged:
        """One look at all venues."""
        await self._fx.refresh()
        answers = await self._venues.ask(self._asset)
        rates = await self._venues.rates()
        now = self._clock.now()
        quotes = [answer.quote for answer in answers.values() if answer.quote is not None]
        if quotes:
            self.answered_at = now
        before = self._memory.last_good
        rate = self._fx.current
        if not rate.is_fallback:
            # A daily rate inside the peg band holds all day.
            rates["HKD"] = ConversionRate(1 / rate.rate, now)
        agreed, memory = consensus(quotes, now, self.interval_s, self._memory, rates)
        valid = agreed.price is not None and agreed.state in (PriceState.OK, PriceState.DEGRADED)
        gap: Gap | None = None
        bars: list[Bar] = []
        hours: list[Bar] = []
        if valid and before is not None and is_gap(before.at, now, self.interval_s):
            gap = Gap(before.at, now)
            bars, hours = await self._bars_of(gap)
        finished: Bar | None = None
        if valid and agreed.price is not None:
            self._bar, finished = add(self._bar, now, agreed.price)
        async with self._alerting.turn:
            sample = sample_of(agreed, rate.rate, licensed=self._licensed(agreed))
            filling = [] if gap is None else joined(bars, hours, gap.since)
            outcome = self._alerting.evaluate(self._asset, sample, self.interval_s, gap, filling, rate.rate)
            await self._database.run(self._write, memory, finished, bars, hours, outcome, now)
            self._memory = memory
            self._alerting.written(outcome)
        if outcome.firings:
            self._fired()
        day_ago = await self._database.run(store.close_at, self._asset, now - DAY, 7200)
        self._latest = self._event(agreed, answers, rate, day_ago)
        self._emit(self._latest)
        return self._latest

    async def flush(self) -> None:
        """Store the bar that is still growing."""
        if self._bar is not None:
            await self._database.run(store.put_bar, self._asset, store.MINUTE_S, _point(self._bar))
        await self._alerting.flush()

    def announce(self) -> None:
        """Tell the desktop the latest price again."""
        if self._latest is not None:
            self._emit(self._latest)

    async def _bars_of(self, gap: Gap) -> tuple[list[Bar], list[Bar]]:
        """Minutes and hours of a gap. One of over a day has minutes of its last day, and up to its first whole hour."""
        since, until = gap.since, gap.until
        if until - since <= _LONG_GAP:
            return await self._venues.history(self._asset, store.MINUTE_S, since, until), []
        first_hour = floor_to(since, store.HOUR_S)
        last_day = floor_to(until - DAY, store.HOUR_S)
        minutes: list[Bar] = []
        if since < last_day:
            whole_from = first_hour + timedelta(seconds=store.HOUR_S)
            minutes = await self._venues.history(self._asset, store.MINUTE_S, since, whole_from)
        minutes += await self._venues.history(self._asset, store.MINUTE_S, max(since, last_day), until)
        return minutes, await self._venues.history(self._asset, store.HOUR_S, first_hour, until)

    async def fill_history(self, allowed: Allowed = at_once) -> None:
        """Hours of 30 days and minutes of 24 hours, as far as they are missing; at the start and after a gap.

        `allowed` is awaited before each request: a watch that was paused meanwhile asks nobody.
        """
        now = self._clock.now()
        for step_s, reach in ((store.MINUTE_S, DAY), (store.HOUR_S, MONTH)):
            start = floor_to(now - reach, step_s)
            stored = await self._database.run(store.count_bars, self._asset, step_s, start)
            if stored >= _WHOLE * reach.total_seconds() / step_s:
                continue
            bars = await self._venues.history(self._asset, step_s, start, now, allowed)
            await self._database.run(store.put_bars, self._asset, step_s, [_point(bar) for bar in bars])

    def _licensed(self, agreed: Consensus) -> tuple[tuple[VenueId, Decimal], ...]:
        """Fresh prices of the venues licensed in Hong Kong, in US dollars."""
        return tuple(
            (one.venue, one.price_usd)
            for one in agreed.excluded
            if one.reason is Exclusion.NO_VOTE
            and one.price_usd is not None
            and self._venues.rows[one.venue].licensed_hk
        )

    @property
    def _key(self) -> str:
        return f"consensus:{self._asset}"

    def _write(
        self,
        db: sqlite3.Connection,
        memory: ConsensusMemory,
        finished: Bar | None,
        bars: list[Bar],
        hours: list[Bar],
        outcome: Outcome,
        now: datetime,
    ) -> None:
        store.put_bars(db, self._asset, store.MINUTE_S, [_point(bar) for bar in bars])
        store.put_bars(db, self._asset, store.HOUR_S, [_point(bar) for bar in hours])
        if finished is not None:
            store.put_bar(db, self._asset, store.MINUTE_S, _point(finished))
            store.grow_hour(db, self._asset, _point(finished), floor_to(finished.at, store.HOUR_S))
        if finished is not None or outcome.firings or bars:
            meta.set_meta(db, self._key, json.dumps(memory.to_dict()))
        self._alerting.write(db, outcome, now)

    def _event(
        self, agreed: Consensus, answers: dict[VenueId, VenueAnswer], rate: FxRate, day_ago: float | None
    ) -> PriceChanged:
        good = agreed.last_good
        price = agreed.price if agreed.price is not None else (good.price if good else None)
        change = None
        if price is not None and day_ago and agreed.price is not None:
            change = price / Decimal(str(day_ago)) - 1
        return PriceChanged(
            asset=self._asset,
            at=agreed.at,
            price_usd=price,
            as_of=agreed.at if agreed.price is not None else (good.at if good else None),
            state=agreed.state,
            venues=self._venue_views(agreed, answers),
            dispersion=agreed.dispersion,
            change_24h=change,
            fx_rate=rate.rate,
            fx_source="" if rate.is_fallback else rate.source,
            fx_as_of=None
            if rate.as_of is None
            else datetime.combine(rate.as_of, datetime.min.time(), agreed.at.tzinfo),
            bar_at=self._bar.at if self._bar is not None else None,
        )

    def _venue_views(self, agreed: Consensus, answers: dict[VenueId, VenueAnswer]) -> tuple[VenueView, ...]:
        every: list[Kept | Excluded] = [*agreed.kept, *agreed.excluded]
        judged = {one.venue: one for one in every}
        kept = {one.venue for one in agreed.kept}
        why = {one.venue: one.reason.value for one in agreed.excluded}
        views = []
        for venue, answer in answers.items():
            row, quote, seen = self._venues.rows[venue], answer.quote, judged.get(venue)
            deviation = None if seen is None else seen.deviation
            reason = answer.error if venue not in kept and answer.error else why.get(venue, "")
            if quote is None and not reason:
                reason = "no-answer"
            elif row.role is VenueRole.SANITY and reason == Exclusion.NO_VOTE.value and _is_far(deviation):
                reason = FAR_OFF
            views.append(
                VenueView(
                    venue,
                    row.name,
                    None if quote is None else quote.price,
                    None if quote is None else (quote.t_source or quote.t_received),
                    venue in kept,
                    reason,
                    currency=row.quote,
                    price_usd=None if seen is None else seen.price_usd,
                    deviation=deviation,
                    licensed_hk=row.licensed_hk,
                    votes=row.vote,
                )
            )
        return tuple(views)


def _is_far(deviation: Decimal | None) -> bool:
    return deviation is not None and abs(deviation) > SANITY_LIMIT


def _point(bar: Bar) -> ChartPoint:
    return ChartPoint(bar.at, float(bar.open), float(bar.high), float(bar.low), float(bar.close))
