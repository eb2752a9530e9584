# SPDX-License-Identifier: MIT
"""One price out of several venues: what a venue quotes (`Quote`), what they agree on (`Consensus`), and how
far to trust it.

    quotes → valid? → fresh? → in US dollars → trim the worst, one at a time → median → state → jump held?

One venue's bad tick must not move the price, and a real crash must pass at once: so outliers are dropped only
against at least two others, and a move that all venues share is no outlier. Alerts read the result (see
`alerts.py`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Self

from hkwatch.domain.ids import VenueId
from hkwatch.domain.plain import from_plain, to_plain

TRIM_LIMIT = Decimal("0.05")
"""A venue further than this from the median is left out; one left out before must come back within half of
it.
"""
DISPUTE_SPREAD = Decimal("0.02")
"""Two venues that differ by more than this share of their median give no price."""
JUMP_LIMIT = Decimal("0.10")
"""A move beyond this share within one interval waits for a second sample."""
DEPEG_LIMIT = Decimal("0.02")
"""A stablecoin further than this from one dollar cannot be converted; its venues lose their vote."""
DISPERSION_WARNING = Decimal("0.01")
"""Show the dispersion as a warning beyond this."""
SANITY_LIMIT = Decimal("0.02")
"""A second opinion further than this from the consensus is shown as a warning; it never changes the price."""
SKEW_LIMIT = timedelta(seconds=10)
MAX_AGE_S = 180.0
"""No quote or conversion rate older than this counts, whatever the interval."""

_STABLECOINS = frozenset({"USDT", "USDC"})
_ZERO, _ONE = Decimal(0), Decimal(1)


class PriceState(StrEnum):
    """How far a consensus may be trusted.

    ok = three venues or more agree; degraded = two agree; disputed = two differ, no price; single = one venue
    only; stale = none. Only ok and degraded may fire an alert.
    """

    OK = "ok"
    DEGRADED = "degraded"
    DISPUTED = "disputed"
    SINGLE = "single"
    STALE = "stale"


class Exclusion(StrEnum):
    """Why a venue did not count."""

    INVALID = "invalid"  # not a positive number
    CROSSED = "crossed"  # bid above ask
    OLD = "old"
    NO_RATE = "no-rate"  # its currency cannot be converted: no fresh rate, or the coin is off its peg
    OUTLIER = "outlier"
    NO_VOTE = "no-vote"  # shown only


@dataclass(frozen=True, slots=True)
class Quote:
    """What one venue says.

    `price`, `bid` and `ask` are in `currency` (`USD`, `USDT`, `USDC`, `HKD`). `t_source` is the venue's own
    time, None where it states none; `t_received` is when the answer came. `vote` False = shown, not counted.
    `every_s` is how often this venue is asked, 0 = as often as all; `max_age_s` how old a quote without a vote may be,
    None = as old as one with a vote.
    """

    venue: VenueId
    asset: str
    price: Decimal
    t_received: datetime
    bid: Decimal | None = None
    ask: Decimal | None = None
    t_source: datetime | None = None
    currency: str = "USD"
    vote: bool = True
    every_s: float = 0.0
    max_age_s: float | None = None


@dataclass(frozen=True, slots=True)
class ConversionRate:
    """What one unit of a currency is worth in US dollars (`USDT` → 0.9998), and when that was so."""

    rate: Decimal
    at: datetime


@dataclass(frozen=True, slots=True)
class FxRate:
    """Hong Kong dollars for one US dollar.

    `as_of` is the day the rate stands for, None where not stated; `source` the service's id; `fetched_at`
    None for the fallback, which is no measurement but the middle of the peg band.
    """

    rate: Decimal
    source: str
    as_of: date | None = None
    fetched_at: datetime | None = None

    @property
    def is_fallback(self) -> bool:
        """Whether nobody was asked for it: the middle of the linked rate's band stands in."""
        return self.fetched_at is None


@dataclass(frozen=True, slots=True)
class Kept:
    """A venue that counted. `price_usd` is converted; `age_s` counts from the quote's time; `deviation` =
    price ÷ consensus − 1, None without one.
    """

    venue: VenueId
    price_usd: Decimal
    age_s: float
    deviation: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Excluded:
    """A venue that did not count, and why. `price_usd` and `deviation` are None where they cannot be told."""

    venue: VenueId
    reason: Exclusion
    price_usd: Decimal | None
    age_s: float
    deviation: Decimal | None = None


@dataclass(frozen=True, slots=True)
class PricePoint:
    """A price in US dollars at a time."""

    price: Decimal
    at: datetime


@dataclass(frozen=True, slots=True)
class Consensus:
    """What the venues agree on at `at`.

    `price` in US dollars is None in the states disputed and stale. `last_good` is the last price in state ok
    or degraded (this one, where it is one), None before the first: shown greyed with its age. `dispersion` =
    (max − min) ÷ median of the kept ones, None below two. `jump_pending` = the move is so large that a second
    sample must confirm it before anything fires. `skewed` are venues whose clock runs ahead.
    """

    asset: str
    at: datetime
    price: Decimal | None
    state: PriceState
    kept: tuple[Kept, ...] = ()
    excluded: tuple[Excluded, ...] = ()
    dispersion: Decimal | None = None
    last_good: PricePoint | None = None
    jump_pending: bool = False
    skewed: tuple[VenueId, ...] = ()


@dataclass(frozen=True, slots=True)
class ConsensusMemory:
    """What must be known from the samples before: who was left out, the last good price, a jump that waits.

    Start with `ConsensusMemory("BTC")`.
    """

    asset: str
    excluded: frozenset[VenueId] = frozenset()
    last_good: PricePoint | None = None
    jump: PricePoint | None = None

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        plain: dict[str, Any] = to_plain(self)
        return plain

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Self:
        """The inverse of `to_dict`. Raises ValueError naming the key."""
        return from_plain(cls, plain)


_NO_RATES: Mapping[str, ConversionRate] = MappingProxyType({})


def oldest_age_s(interval_s: float) -> float:
    """How old a quote may be, in seconds, when venues are asked every `interval_s`: three intervals, from 60
    to 180.
    """
    return min(max(3 * interval_s, 60.0), MAX_AGE_S)


def consensus(
    quotes: Iterable[Quote],
    now: datetime,
    interval_s: float,
    previous: ConsensusMemory,
    rates: Mapping[str, ConversionRate] = _NO_RATES,
) -> tuple[Consensus, ConsensusMemory]:
    """What the venues agree on at `now`, and what to remember for the next call.

    `quotes` are the newest of each venue (of several the newest counts); `interval_s` is how often venues are
    asked; `rates` turns currencies other than USD into dollars (`USDT`, `USDC`, `HKD`). Every venue given
    comes back in `kept` or in `excluded`. Raises ValueError for a quote of another asset.
    """
    newest: dict[VenueId, Quote] = {}
    for quote in quotes:
        if quote.asset != previous.asset:
            raise ValueError(f"{quote.venue} quotes {quote.asset}, not {previous.asset}")
        if quote.venue not in newest or newest[quote.venue].t_received < quote.t_received:
            newest[quote.venue] = quote

    prices: dict[VenueId, Decimal] = {}
    ages: dict[VenueId, float] = {}
    outside: dict[VenueId, tuple[Exclusion, Decimal | None]] = {}
    skewed = []
    for venue, quote in sorted(newest.items()):
        stamp = quote.t_source or quote.t_received
        if stamp - quote.t_received > SKEW_LIMIT:
            stamp = quote.t_received
            skewed.append(venue)
        ages[venue] = (now - stamp).total_seconds()
        fault, price_usd = _screen(quote, ages[venue], now, interval_s, rates)
        if fault is None and price_usd is not None:
            prices[venue] = price_usd
        else:
            outside[venue] = (fault or Exclusion.INVALID, price_usd)

    last = previous.last_good
    outliers = _trim(prices, previous.excluded, last.price if last else None)
    kept = {venue: price for venue, price in prices.items() if venue not in outliers}
    outside.update((venue, (Exclusion.OUTLIER, prices[venue])) for venue in outliers)

    middle = _median(list(kept.values())) if kept else None
    dispersion = None
    if middle is not None and len(kept) >= 2:
        dispersion = (max(kept.values()) - min(kept.values())) / middle
    state = _state(len(kept), dispersion)
    price = None if state is PriceState.DISPUTED else middle
    is_good = state in (PriceState.OK, PriceState.DEGRADED) and price is not None

    jump = None
    if is_good and price is not None and last is not None:
        jump = _jump(price, now, interval_s, last, previous.jump)
    if is_good and price is not None and jump is None:
        last = PricePoint(price, now)
    # Who was left out stays so until it counts again in a sample that others vouch for.
    absolved = frozenset(kept) if is_good else frozenset()
    memory = ConsensusMemory(
        previous.asset, (previous.excluded | outliers) - absolved, last, jump if is_good else previous.jump
    )
    result = Consensus(
        asset=previous.asset,
        at=now,
        price=price,
        state=state,
        kept=tuple(Kept(venue, kept[venue], ages[venue], _deviation(kept[venue], price)) for venue in sorted(kept)),
        excluded=tuple(
            Excluded(venue, reason, usd, ages[venue], _deviation(usd, price))
            for venue, (reason, usd) in sorted(outside.items())
        ),
        dispersion=dispersion,
        last_good=last,
        jump_pending=jump is not None,
        skewed=tuple(skewed),
    )
    return result, memory


def _screen(
    quote: Quote, age_s: float, now: datetime, interval_s: float, rates: Mapping[str, ConversionRate]
) -> tuple[Exclusion | None, Decimal | None]:
    """Why a quote may not vote (None if it may), and its price in dollars where that can be told."""
    if not quote.price.is_finite() or quote.price <= 0:
        return Exclusion.INVALID, None
    factor = _ONE if quote.currency == "USD" else _factor(quote.currency, now, rates)
    price_usd = None if factor is None else quote.price * factor
    bid, ask = quote.bid, quote.ask
    if any(side is not None and (not side.is_finite() or side <= 0) for side in (bid, ask)):
        return Exclusion.INVALID, price_usd
    if bid is not None and ask is not None and bid > ask:
        return Exclusion.CROSSED, price_usd
    oldest_s = oldest_age_s(max(interval_s, quote.every_s))
    if not quote.vote and quote.max_age_s is not None:
        oldest_s = quote.max_age_s
    if age_s > oldest_s:
        return Exclusion.OLD, price_usd
    if not quote.vote:
        return Exclusion.NO_VOTE, price_usd
    return (Exclusion.NO_RATE if price_usd is None else None), price_usd


def _factor(currency: str, now: datetime, rates: Mapping[str, ConversionRate]) -> Decimal | None:
    rate = rates.get(currency)
    if rate is None or not rate.rate.is_finite() or rate.rate <= 0:
        return None
    if (now - rate.at).total_seconds() > MAX_AGE_S:
        return None
    if currency in _STABLECOINS and abs(rate.rate - 1) > DEPEG_LIMIT:
        return None
    return rate.rate


def _trim(
    prices: Mapping[VenueId, Decimal], left_out_before: frozenset[VenueId], last: Decimal | None
) -> frozenset[VenueId]:
    """The outliers, found one at a time: the worst can drag the median so far that good venues look bad
    beside it.
    """
    left = dict(prices)
    while len(left) >= 3:
        middle = _median(list(left.values()))
        suspects = []
        for venue, price in left.items():
            deviation = abs(price / middle - 1)
            is_known = venue in left_out_before
            if deviation > (TRIM_LIMIT / 2 if is_known else TRIM_LIMIT):
                # Two camps of equal size are equally far from the middle: the known offender, then the one
                # further from the last good price, is the worse.
                suspects.append((deviation, is_known, abs(price - last) if last else _ZERO, venue))
        if not suspects:
            break
        del left[max(suspects)[3]]
    return frozenset(prices) - frozenset(left)


def _state(count: int, dispersion: Decimal | None) -> PriceState:
    if count >= 3:
        return PriceState.OK
    if count == 2 and dispersion is not None:
        return PriceState.DISPUTED if dispersion > DISPUTE_SPREAD else PriceState.DEGRADED
    return PriceState.SINGLE if count == 1 else PriceState.STALE


def _jump(
    price: Decimal, now: datetime, interval_s: float, last: PricePoint, waiting: PricePoint | None
) -> PricePoint | None:
    """The jump that must wait for a second sample, None if this price may count.

    A second sample that is beyond the limit on the same side confirms it, even when the price runs on. After
    a gap there is no "one interval": alerts have their own rule for gaps.
    """
    reach = timedelta(seconds=max(3 * interval_s, 120.0))
    if abs(price / last.price - 1) <= JUMP_LIMIT:
        return None
    if waiting is not None and now - waiting.at <= reach:
        return None if (waiting.price > last.price) == (price > last.price) else PricePoint(price, now)
    return PricePoint(price, now) if now - last.at <= reach else None


def _deviation(price: Decimal | None, middle: Decimal | None) -> Decimal | None:
    return None if price is None or middle is None else price / middle - 1


def _median(prices: list[Decimal]) -> Decimal:
    prices.sort()
    half = len(prices) // 2
    return prices[half] if len(prices) % 2 else (prices[half - 1] + prices[half]) / 2
