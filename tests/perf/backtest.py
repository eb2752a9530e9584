# SPDX-License-Identifier: MIT
"""How long one alert takes to run over a year of one-minute bars."""

import random
import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hkwatch.domain.alerts import AlertKind, AlertSpec, Repeat, arm, evaluate_bars
from hkwatch.domain.bars import Bar
from hkwatch.domain.ids import AlertId
from perf.figures import Figure, Target, figure

BARS = 525_600
RUNS = 5


def bars(count: int = BARS, seed: int = 3) -> list[Bar]:
    """A year of minutes that wanders around 95,000 and crosses it now and then."""
    chance = random.Random(seed)
    at, price, made = datetime(2025, 1, 1, tzinfo=UTC), 95_000.0, []
    for _ in range(count):
        opened = price
        price += chance.gauss(0, 45) + (95_000 - price) * 0.0002
        top, low = max(opened, price) + abs(chance.gauss(0, 20)), min(opened, price) - abs(chance.gauss(0, 20))
        made.append(Bar(at, *(Decimal(f"{value:.2f}") for value in (opened, top, low, price))))
        at += timedelta(minutes=1)
    return made


def specs() -> list[AlertSpec]:
    """A level that is crossed often, a move and a high of a day; all repeat."""
    every = Repeat.EVERY
    return [
        AlertSpec(AlertId(1), "BTC", AlertKind.CROSS_BELOW, Decimal(94_000), cooldown_s=0, repeat=every),
        AlertSpec(AlertId(2), "BTC", AlertKind.MOVE, Decimal(0), repeat=every, pct=Decimal("0.02"), window_s=86_400),
        AlertSpec(AlertId(3), "BTC", AlertKind.NEW_HIGH, Decimal(0), repeat=every, window_s=86_400),
    ]


def measure(*, big: bool = False) -> list[Figure]:
    """One row a kind of alert."""
    del big
    year = bars()
    rows = []
    for spec in specs():
        taken, fired = [], 0
        for _ in range(RUNS):
            state = arm(spec, None, year[0].at)
            started = time.perf_counter()
            state, firings = evaluate_bars(spec, state, year)
            taken.append(time.perf_counter() - started)
            fired = len(firings)
        assert fired > 10, (spec.kind, fired)
        rows.append(
            figure(
                f"back-test of one alert ({spec.kind.value}) over {BARS:,} one-minute bars",
                "s",
                taken,
                [Target("median", 1.0)],
                notes=(f"the alert fired {fired:,} times",),
            )
        )
    return rows
