# SPDX-License-Identifier: MIT
"""Alerts on past prices: presets, what a preview counts, the quick way over long windows, and a month of real minutes."""

import csv
import os
import random
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from hkwatch.domain.alert_backtest import backtest, can_test, replay
from hkwatch.domain.alert_presets import KNOWN_HIGHS, Preset, preset_alert
from hkwatch.domain.alerts import (
    AlertKind,
    AlertSpec,
    AlertState,
    Direction,
    Firing,
    ItemCondition,
    Phase,
    Repeat,
    Sample,
    evaluate,
    evaluate_bars,
)
from hkwatch.domain.bars import Bar
from hkwatch.domain.ids import AlertId

START = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
MONTH = Path(os.environ.get("HKWATCH_CANDLES") or "/nonexistent")
"""One-minute candles of January 2022 as CSV, where somebody has them."""


def alert(kind: AlertKind, level: object = 0, **more: object) -> AlertSpec:
    values = {"repeat": Repeat.EVERY, "cooldown_s": 0, **more}
    return AlertSpec(AlertId(1), "BTC", kind, Decimal(str(level)), **values)  # type: ignore[arg-type]


def closes(*values: float) -> list[Bar]:
    found = [Decimal(str(value)) for value in values]
    return [Bar(START + timedelta(minutes=n), close, close, close, close) for n, close in enumerate(found)]


def test_a_preview_counts_with_and_without_the_band() -> None:
    found = backtest(alert(AlertKind.CROSS_ABOVE, 100), closes(99, 100, 99.9, 100, 99.7, 100.1))
    assert (len(found.firings), found.without_band) == (2, 3)
    assert found.apart == timedelta(minutes=4)
    assert found.since == START


def test_a_close_exactly_at_the_level_neither_arms_again_nor_fires_twice() -> None:
    # 41,990 arms; 42,000 fires; 42,000 again is neither; 42,010 is above still; 41,999 arms; 42,000 fires.
    bars = closes(41_990, 42_000, 42_000, 42_010, 42_000, 41_999, 42_000)
    assert len(replay(alert(AlertKind.CROSS_ABOVE, 42_000, band=Decimal(0)), bars, closes_only=True)) == 2


def test_an_alert_for_once_is_tried_as_if_it_repeated_and_never_expired() -> None:
    spec = alert(AlertKind.CROSS_ABOVE, 100, repeat=Repeat.ONCE, expires_at=START + timedelta(seconds=1))
    assert len(backtest(spec, closes(99, 100, 99, 100)).firings) == 2


def test_what_bars_say_nothing_about_is_not_tried() -> None:
    for spec in (
        alert(AlertKind.PREMIUM, pct=Decimal("0.01"), window_s=180),
        alert(AlertKind.NO_PRICE, window_s=600),
        alert(AlertKind.ITEM, with_item=ItemCondition()),
        alert(AlertKind.CROSS_ABOVE, 100, with_item=ItemCondition()),
    ):
        assert not can_test(spec)
        assert replay(spec, closes(99, 100)) == ()


def test_the_usual_alerts() -> None:
    assert preset_alert(Preset.ROUND, "BTC").level == 10_000
    hour, day = preset_alert(Preset.MOVE_HOUR, "BTC"), preset_alert(Preset.MOVE_DAY, "ETH")
    assert (hour.pct, hour.window_s, hour.direction) == (Decimal("0.03"), 3600, Direction.BOTH)
    assert (day.pct, day.window_s, day.asset) == (Decimal("0.05"), 86_400, "ETH")
    assert preset_alert(Preset.ALL_TIME_HIGH, "BTC").level == KNOWN_HIGHS["BTC"]
    assert preset_alert(Preset.ALL_TIME_HIGH, "BTC", Decimal(130_000)).level == 130_000
    assert all(preset_alert(preset, "BTC").repeat is Repeat.EVERY for preset in Preset)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("closes_only", [False, True])
@pytest.mark.parametrize(
    "spec",
    [
        alert(AlertKind.MOVE, pct=Decimal("0.01"), window_s=3600),
        alert(AlertKind.MOVE, pct=Decimal("0.01"), window_s=1800, direction=Direction.DOWN),
        alert(AlertKind.NEW_HIGH, window_s=3600),
        alert(AlertKind.NEW_LOW, window_s=7200),
    ],
    ids=["move", "fall", "high", "low"],
)
def test_the_quick_way_over_a_moving_window_gives_what_every_price_gives(
    spec: AlertSpec, closes_only: bool, seed: int
) -> None:
    chance = random.Random(seed)
    price, bars = 1000.0, []
    for n in range(600):
        points = [round(price + chance.gauss(0, 2), 1) for _ in range(4)]
        values = [Decimal(str(point)) for point in points]
        bars.append(Bar(START + timedelta(minutes=n), values[0], max(values), min(values), values[3]))
        price = points[3] + chance.gauss(0, 1) + (1000 - points[3]) * 0.01
    start = AlertState(Phase.NEW, START, changed_at=START)
    state, firings = start, list[Firing]()
    for each in bars:
        high_first = each.high - each.open <= each.open - each.low
        extremes = (each.high, each.low) if high_first else (each.low, each.high)
        for n, value in enumerate((each.close,) if closes_only else (each.open, *extremes, each.close)):
            moment = each.ends_at if closes_only else each.at + timedelta(seconds=20 * n)
            state, firing = evaluate(spec, state, Sample(moment, value), moment)
            if firing is not None:
                firings.append(firing)
    quick, quick_firings = evaluate_bars(spec, start, bars, closes_only=closes_only, late=False)
    assert firings
    assert list(quick_firings) == firings
    assert quick == state


@pytest.fixture(scope="module")
def month() -> list[Bar]:
    if not MONTH.exists():
        pytest.skip(f"no recorded minutes in {MONTH}")
    with MONTH.open(newline="") as file:
        return [
            Bar(
                datetime.fromisoformat(row["timestamp"]).replace(tzinfo=UTC),
                *(Decimal(row[name]) for name in ("open", "high", "low", "close")),
            )
            for row in csv.DictReader(file)
            if row["timestamp"].startswith("2022-01")
        ]


@pytest.mark.parametrize(
    ("spec", "count"),
    [
        (alert(AlertKind.CROSS_ABOVE, 42_000, band=Decimal(0)), 139),
        (alert(AlertKind.CROSS_ABOVE, 42_000, band=Decimal("0.0025")), 36),
        (alert(AlertKind.CROSS_ABOVE, 42_000, band=Decimal("0.005")), 24),
        (alert(AlertKind.MOVE, pct=Decimal("0.02"), window_s=3600), 89),
        (alert(AlertKind.MOVE, pct=Decimal("0.05"), window_s=86_400), 25),
    ],
    ids=["42,000", "band 0.25 %", "band 0.5 %", "2 % in 60 min", "5 % in 24 h"],
)
def test_firings_on_the_minute_closes_of_january_2022(month: list[Bar], spec: AlertSpec, count: int) -> None:
    assert len(replay(spec, month, closes_only=True)) == count
