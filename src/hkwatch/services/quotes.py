# SPDX-License-Identifier: MIT
"""Asking venues and exchange-rate services. A venue that fails is a line in the price panel, never an exception."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal

from hkwatch.domain.bars import Bar, consensus_bars
from hkwatch.domain.catalogue import FxRow, VenueRole, VenueRow
from hkwatch.domain.clock import Clock
from hkwatch.domain.errors import FetchError, HkwatchError, SourceError
from hkwatch.domain.ids import VenueId
from hkwatch.domain.median import median
from hkwatch.domain.price import MAX_AGE_S, ConversionRate, FxRate, Quote
from hkwatch.services.poller import Fetch
from hkwatch.services.worker import Worker
from hkwatch.sources import candles, fx, venues
from hkwatch.sources.request import Fetched, Request, Want

Allowed = Callable[[], Awaitable[object]]
"""Comes back once a request may be made."""

_FX_RETRY = timedelta(minutes=5)
_REST_S = {403: 900.0, 418: 120.0, 429: 30.0, 451: 3600.0}
"""How long a venue is left alone that refuses without saying for how long."""


@dataclass(frozen=True, slots=True)
class VenueAnswer:
    """The newest quote of a venue, None before the first, and what went wrong last time, empty if nothing."""

    quote: Quote | None
    error: str


async def at_once() -> None:
    """Requests may be made at any time."""


class Venues:
    """The price venues of the catalogue. A venue that asks for a pause gets it."""

    def __init__(self, clock: Clock, fetcher: Fetch, worker: Worker, rows: Iterable[VenueRow]) -> None:
        self._clock = clock
        self._fetcher = fetcher
        self._worker = worker
        enabled = [row for row in rows if row.enabled]
        self.rows = {row.id: row for row in enabled if row.role is not VenueRole.CONVERSION}
        self._converters = tuple(row for row in enabled if row.role is VenueRole.CONVERSION)
        self._answers: dict[tuple[VenueId, str], VenueAnswer] = {}
        self._asked_at: dict[tuple[VenueId, str], float] = {}
        self._resting_until: dict[VenueId, float] = {}

    async def ask(self, asset: str) -> dict[VenueId, VenueAnswer]:
        """Ask every venue that quotes `asset` and is due; the newest answer of each, old ones included."""
        rows = [row for row in self.rows.values() if asset in row.symbols]
        await self._ask_due((row, asset) for row in rows)
        return {row.id: self._answers.get((row.id, asset), VenueAnswer(None, "")) for row in rows}

    async def rates(self) -> dict[str, ConversionRate]:
        """What one unit of each currency that venues quote in is worth in US dollars, as far as it is known and fresh.

        The median of the venues that state it, as old as the oldest of them.
        """
        wanted = {row.quote for row in self.rows.values()} - {"USD"}
        asked = [(row, currency) for row in self._converters for currency in row.symbols if currency in wanted]
        await self._ask_due(asked)
        now = self._clock.now()
        stated: dict[str, list[tuple[Decimal, datetime]]] = {}
        for row, currency in asked:
            quote = self._answers.get((row.id, currency), VenueAnswer(None, "")).quote
            if quote is None:
                continue
            at = min(quote.t_source or quote.t_received, quote.t_received)
            if (now - at).total_seconds() <= MAX_AGE_S:
                stated.setdefault(currency, []).append((quote.price, at))
        return {
            currency: ConversionRate(median(rate for rate, _ in found), min(at for _, at in found))
            for currency, found in stated.items()
        }

    def take(self, quote: Quote) -> None:
        """A quote that came by itself, over a live connection; the venue need not be asked while they come."""
        if quote.venue in self.rows:
            self._answers[quote.venue, quote.asset] = VenueAnswer(quote, "")
            self._asked_at[quote.venue, quote.asset] = self._clock.monotonic()

    async def _ask_due(self, pairs: Iterable[tuple[VenueRow, str]]) -> None:
        steady = self._clock.monotonic()
        await asyncio.gather(*(self._ask_one(row, name) for row, name in pairs if self._is_due(row, name, steady)))

    def _is_due(self, row: VenueRow, asset: str, steady: float) -> bool:
        if steady < self._resting_until.get(row.id, steady):
            return False
        asked = self._asked_at.get((row.id, asset))
        # A tenth early still counts: the loop's own interval is only as exact as a timer.
        return asked is None or steady - asked >= 0.9 * row.interval_s

    async def _ask_one(self, row: VenueRow, asset: str) -> None:
        steady = self._clock.monotonic()
        self._asked_at[row.id, asset] = steady
        before = self._answers.get((row.id, asset), VenueAnswer(None, ""))
        try:
            request = Request(venues.address(row, asset), want=Want.JSON, spacing_s=row.spacing_s)
            answer = await self._fetcher.fetch(request)
            if not isinstance(answer, Fetched):
                raise FetchError("unexpected-304", f"{row.name}: 304 to a question without validators.")
            quote = venues.parse_ticker(row, asset, answer.body, self._clock.now())
        except SourceError as error:
            pause_s = _pause_s(error)
            if pause_s:
                self._resting_until[row.id] = steady + pause_s
            self._answers[row.id, asset] = replace(before, error=error.detail)
            return
        self._answers[row.id, asset] = VenueAnswer(quote, "")

    async def history(
        self, asset: str, step_s: int, start: datetime, end: datetime, allowed: Allowed = at_once
    ) -> list[Bar]:
        """Bars that at least two venues agree on between two instants, oldest first; empty where none can be had.

        `allowed` is awaited before each page is asked for.
        """
        found: dict[VenueId, list[Bar]] = {}
        rows = [
            row for row in self.rows.values() if asset in row.symbols and row.id in candles.CANDLE_VENUES and row.vote
        ]
        for row, bars in zip(
            rows,
            await asyncio.gather(*(self._history_of(row, asset, step_s, start, end, allowed) for row in rows)),
            strict=True,
        ):
            if bars:
                found[row.id] = bars
        step = timedelta(seconds=step_s)
        return [bar for bar in consensus_bars(found) if start <= bar.at and bar.at + step <= end]

    async def _history_of(
        self, row: VenueRow, asset: str, step_s: int, start: datetime, end: datetime, allowed: Allowed
    ) -> list[Bar]:
        bars: list[Bar] = []
        for since, until in candles.candle_pages(row.id, step_s, start, end):
            # Venues count both ends: a page as long as their limit would be one bar too long and refused.
            last = until - timedelta(seconds=1)
            address = candles.candles_address(row.id, row.symbols[asset], step_s, since, last)
            await allowed()
            try:
                answer = await self._fetcher.fetch(Request(address, want=Want.JSON, spacing_s=1.0))
                if isinstance(answer, Fetched):
                    bars += await self._worker.read(candles.parse_candles, row.id, answer.body, step_s)
            except SourceError:
                # History is an extra: what the other venues give still counts.
                return bars
        return bars


def _pause_s(error: SourceError) -> float | None:
    """How long to leave a venue alone after this; None = ask again at its next turn."""
    if not isinstance(error, FetchError):
        return None
    return error.retry_after_s or _REST_S.get(error.http_status or 0)


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
