# SPDX-License-Identifier: MIT
"""What an alert would have done on past bars: how often, how far apart, and how often without its band."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise

from hkwatch.domain.alert_bars import evaluate_bars
from hkwatch.domain.alert_terms import BAND_KINDS, PRICE_KINDS, AlertKind, Phase, Repeat
from hkwatch.domain.alert_types import AlertSpec, AlertState, Firing
from hkwatch.domain.bars import Bar
from hkwatch.domain.median import median


@dataclass(frozen=True, slots=True)
class Backtest:
    """Firings, oldest first. `without_band` = how many there would be without a band, None where none counts.
    `apart` = the median time between two, None with fewer than two. `since` = when the bars begin.
    """

    firings: tuple[Firing, ...]
    without_band: int | None
    apart: timedelta | None
    since: datetime | None


def can_test(spec: AlertSpec) -> bool:
    """Whether bars say anything about an alert: not about venues, failures and items."""
    return spec.kind in PRICE_KINDS and spec.kind is not AlertKind.PREMIUM and spec.with_item is None


def replay(
    spec: AlertSpec, bars: Sequence[Bar], *, fx: Decimal | None = None, closes_only: bool = False
) -> tuple[Firing, ...]:
    """The firings of an alert that was made before the first of these bars."""
    if spec.since is not None:
        bars = [bar for bar in bars if bar.at >= spec.since]
    if not bars or not can_test(spec):
        return ()
    state = AlertState(Phase.NEW, bars[0].at, changed_at=bars[0].at)
    return evaluate_bars(spec, state, bars, fx=fx, closes_only=closes_only, late=False)[1]


def backtest(spec: AlertSpec, bars: Sequence[Bar], *, fx: Decimal | None = None) -> Backtest:
    """What a repeating alert would have done; one for once is tested as if it repeated. It never expires here."""
    spec = replace(spec, repeat=Repeat.EVERY, expires_at=None)
    firings = replay(spec, bars, fx=fx)
    without = None
    if spec.kind in BAND_KINDS and spec.band:
        without = len(replay(replace(spec, band=Decimal(0)), bars, fx=fx))
    gaps = [(later.at - earlier.at).total_seconds() for earlier, later in pairwise(firings)]
    return Backtest(firings, without, timedelta(seconds=median(gaps)) if gaps else None, bars[0].at if bars else None)
