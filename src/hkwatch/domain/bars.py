# SPDX-License-Identifier: MIT
"""Price bars: growing one out of ticks, and one bar out of several venues' bars."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hkwatch.domain.ids import VenueId
from hkwatch.domain.median import median
from hkwatch.domain.price import DISPUTE_SPREAD

MINUTE_S = 60
HOUR_S = 3600


@dataclass(frozen=True, slots=True)
class Bar:
    """Open, high, low and close in US dollars of the `span_s` seconds that begin at `at`."""

    at: datetime
    open: Decimal
    high: Decimal
    low: Decimal
    close: Decimal
    span_s: int = MINUTE_S

    @property
    def ends_at(self) -> datetime:
        """The first instant after it."""
        return self.at + timedelta(seconds=self.span_s)


def floor_to(at: datetime, span_s: int = MINUTE_S) -> datetime:
    """The beginning of the bar that `at` falls in, UTC. Raises ValueError if `at` is naive."""
    if at.tzinfo is None:
        raise ValueError("a bar needs an aware time")
    seconds = int(at.timestamp()) // span_s * span_s
    return datetime.fromtimestamp(seconds, UTC)


def add(bar: Bar | None, at: datetime, price: Decimal, span_s: int = MINUTE_S) -> tuple[Bar, Bar | None]:
    """The growing bar after one more tick, and the bar that this tick finished (None while it goes on).

    A tick older than the growing bar is left out: its bar is stored already.
    """
    start = floor_to(at, span_s)
    if bar is None or start > bar.at:
        return Bar(start, price, price, price, price, span_s), bar
    if start < bar.at or (bar.low <= price <= bar.high and price == bar.close):
        return bar, None
    return Bar(bar.at, bar.open, max(bar.high, price), min(bar.low, price), price, bar.span_s), None


def joined(minutes: Sequence[Bar], hours: Sequence[Bar], since: datetime) -> list[Bar]:
    """Minutes, and the whole hours since `since` of which there are no minutes; oldest first, none over another."""
    known = {floor_to(bar.at, HOUR_S) for bar in minutes}
    return sorted(
        [*minutes, *(bar for bar in hours if bar.at >= since and bar.at not in known)], key=lambda bar: bar.at
    )


def consensus_bars(by_venue: Mapping[VenueId, Sequence[Bar]], min_venues: int = 2) -> list[Bar]:
    """One bar a minute (or hour) out of several venues' bars, oldest first.

    Open, high, low and close are the medians of the venues'. With two venues a median is their mean, and one
    venue's wick would still count by half: so then the high is the lower of the two highs and the low the
    higher of the two lows (but never inside open and close). Spans that fewer than `min_venues` venues have,
    and spans where only two have a bar and their closes are disputed, are left out.
    """
    grouped: dict[tuple[datetime, int], dict[VenueId, Bar]] = {}
    for venue, bars in by_venue.items():
        for bar in bars:
            grouped.setdefault((bar.at, bar.span_s), {})[venue] = bar
    out = []
    for (at, span_s), found in sorted(grouped.items()):
        bars_here = list(found.values())
        if len(bars_here) < min_venues:
            continue
        opened = median(bar.open for bar in bars_here)
        closed = median(bar.close for bar in bars_here)
        if len(bars_here) == 2:
            closes = [bar.close for bar in bars_here]
            if max(closes) - min(closes) > DISPUTE_SPREAD * closed:
                continue
            high = max(min(bar.high for bar in bars_here), opened, closed)
            low = min(max(bar.low for bar in bars_here), opened, closed)
        else:
            high = median(bar.high for bar in bars_here)
            low = median(bar.low for bar in bars_here)
        out.append(Bar(at, opened, high, low, closed, span_s))
    return out
