# SPDX-License-Identifier: MIT
"""Asking venues and exchange-rate services. A venue that fails is a line in the price panel, never an exception."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from hkwatch.domain.bars import Bar, consensus_bars
from hkwatch.domain.catalogue import FxRow, VenueRow
from hkwatch.domain.clock import Clock
from hkwatch.domain.errors import FetchError, HkwatchError, SourceError
from hkwatch.domain.ids import VenueId
from hkwatch.domain.price import FxRate, Quote
from hkwatch.services.poller import Fetch
from hkwatch.services.worker import Worker
from hkwatch.sources import candles, fx, venues
from hkwatch.sources.request import Fetched, Request, Want

_FX_RETRY = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class VenueAnswer:
    """The newest quote of a venue, None before the first, and what went wrong last time, empty if nothing."""

    quote: Quote | None
    error: str


class Venues:
    """The price venues of the catalogue. A venue that asks for a pause gets it."""

    def __init__(self, clock: Clock, fetcher: Fetch, worker: Worker, rows: Iterable[VenueRow]) -> None:
        self._clock = clock
        self._fetcher = fetcher
        self._worker = worker
        self.rows = {row.id: row for row in rows if row.enabled}
        self._answers: dict[tuple[VenueId, str], VenueAnswer] = {}
        self._asked_at: dict[VenueId, float] = {}
        self._resting_until: dict[VenueId, float] = {}

    async def ask(self, asset: str) -> dict[VenueId, VenueAnswer]:
        """Ask every venue that quotes `asset` and is due; the newest answer of each, old ones included."""
        rows = [row for row in self.rows.values() if asset in row.symbols]
        steady = self._clock.monotonic()
        due = [row for row in rows if self._is_due(row, steady)]
        await asyncio.gather(*(self._ask_one(row, asset) for row in due))
        return {row.id: self._answers.get((row.id, asset), VenueAnswer(None, "")) for row in rows}

    def _is_due(self, row: VenueRow, steady: float) -> bool:
        if steady < self._resting_until.get(row.id, steady):
            return False
        asked = self._asked_at.get(row.id)
        # A tenth early still counts: the loop's own interval is only as exact as a timer.
        return asked is None or steady - asked >= 0.9 * row.interval_s

    async def _ask_one(self, row: VenueRow, asset: str) -> None:
        steady = self._clock.monotonic()
        self._asked_at[row.id] = steady
        before = self._answers.get((row.id, asset), VenueAnswer(None, ""))
        try:
            answer = await self._fetcher.fetch(Request(venues.address(row, asset), want=Want.JSON))
            if not isinstance(answer, Fetched):
                raise FetchError("unexpected-304", f"{row.name}: 304 to a question without validators.")
            quote = venues.parse_ticker(row, asset, answer.body, self._clock.now())
        except SourceError as error:
            pause_s = error.retry_after_s if isinstance(error, FetchError) else None
            if pause_s:
                self._resting_until[row.id] = steady + pause_s
            self._answers[row.id, asset] = replace(before, error=error.detail)
            return
        self._answers[row.id, asset] = VenueAnswer(quote, "")

    async def history(self, asset: str, step_s: int, start: datetime, end: datetime) -> list[Bar]:
        """Bars that at least two venues agree on between two instants, oldest first; empty where none can be had."""
        found: dict[VenueId, list[Bar]] = {}
        rows = [
            row for row in self.rows.values() if asset in row.symbols and row.id in candles.CANDLE_VENUES and row.vote
        ]
        for row, bars in zip(
            rows, await asyncio.gather(*(self._history_of(row, asset, step_s, start, end) for row in rows)), strict=True
        ):
            if bars:
                found[row.id] = bars
        step = timedelta(seconds=step_s)
        return [bar for bar in consensus_bars(found) if start <= bar.at and bar.at + step <= end]

    async def _history_of(self, row: VenueRow, asset: str, step_s: int, start: datetime, end: datetime) -> list[Bar]:
        bars: list[Bar] = []
        for since, until in candles.candle_pages(row.id, step_s, start, end):
            # Venues count both ends: a page as long as their limit would be one bar too long and refused.
            last = until - timedelta(seconds=1)
            address = candles.candles_address(row.id, row.symbols[asset], step_s, since, last)
            try:
                answer = await self._fetcher.fetch(Request(address, want=Want.JSON, spacing_s=1.0))
                if isinstance(answer, Fetched):
                    bars += await self._worker.run(candles.parse_candles, row.id, answer.body, step_s)
            except SourceError:
                # History is an extra: what the other venues give still counts.
                return bars
        return bars


class FxRates:
    """US dollar in Hong Kong dollars, from the first service that answers within the peg band."""

    def __init__(self, clock: Clock, fetcher: Fetch, rows: Iterable[FxRow]) -> None:
        self._clock = clock
        self._fetcher = fetcher
        self._rows = tuple(rows)
        self._rates: dict[str, FxRate] = {}
        self._tried_at: dict[str, datetime] = {}
        self.problem = ""
        """What went wrong last, empty if nothing."""

    @property
    def current(self) -> FxRate:
        """The rate to use now; the middle of the peg band, marked as such, where no service gave one."""
        return fx.choose_rate(self._rates.values(), self._clock.now())

    async def refresh(self) -> None:
        """Ask the services whose interval is over, in order, until one answers."""
        now = self._clock.now()
        for row in self._rows:
            held = self._rates.get(row.id)
            fetched_at = None if held is None else held.fetched_at
            if fetched_at is not None and now - fetched_at < timedelta(minutes=row.interval_min):
                return
            tried = self._tried_at.get(row.id)
            if tried is not None and now - tried < _FX_RETRY:
                # Prices come every few seconds; a service that is down must not be asked as often.
                continue
            self._tried_at[row.id] = now
            try:
                answer = await self._fetcher.fetch(Request(row.url, want=Want.JSON))
                if isinstance(answer, Fetched):
                    self._rates[row.id] = fx.parse_rate(row, answer.body, now)
                    self.problem = ""
                    return
            except HkwatchError as error:
                self.problem = error.detail
