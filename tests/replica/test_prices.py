# SPDX-License-Identifier: MIT
"""The price path: the control points are met, the same question has the same answer."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.replica import ControlPoint, PricePath
from hkwatch.replica.prices import VENUE_NOISE_PPM, VENUE_OFFSET_PPM

START = datetime(2025, 2, 18, 16, 0, tzinfo=UTC)


def path(noise: float = 0.0) -> PricePath:
    return PricePath(
        {
            "BTC": [
                ControlPoint(START + timedelta(hours=1), Decimal(94_000), noise),
                ControlPoint(START, Decimal(95_000), noise),
            ]
        }
    )


def test_path_without_noise_runs_straight_and_is_level_outside() -> None:
    prices = [path().price("BTC", START + timedelta(minutes=minute)) for minute in (-600, 0, 15, 30, 60, 6000)]
    assert prices == [Decimal(f"{price}.00") for price in (95_000, 95_000, 94_750, 94_500, 94_000, 94_000)]


def test_noise_moves_the_price_within_its_width_and_without_jumps() -> None:
    noisy, straight = path(0.001), path()
    shares = []
    for second in range(0, 3600, 5):
        at = START + timedelta(seconds=second)
        shares.append(float(noisy.price("BTC", at) / straight.price("BTC", at)) - 1)
    assert max(map(abs, shares)) <= 0.001
    assert max(shares) - min(shares) > 0.0002
    assert max(abs(right - left) for left, right in pairwise(shares)) < 0.00005


def test_two_paths_of_the_same_points_agree_at_every_venue() -> None:
    one, two = path(0.002), path(0.002)
    for venue in VENUE_OFFSET_PPM:
        at = START + timedelta(seconds=1234)
        assert one.at_venue(venue, "BTC", at) == two.at_venue(venue, "BTC", at)


def test_venue_stays_near_its_offset() -> None:
    for venue, offset in VENUE_OFFSET_PPM.items():
        for minute in range(60):
            at = START + timedelta(minutes=minute)
            ppm = float(path().at_venue(venue, "BTC", at) / path().price("BTC", at) - 1) * 1e6
            assert abs(ppm - offset) <= VENUE_NOISE_PPM + 0.3


def test_candles_are_gapless_and_join() -> None:
    bars = path(0.001).candles("kraken", "BTC", 60, START + timedelta(minutes=30, seconds=20), 30)
    starts = [bar.start_s for bar in bars]
    assert starts == list(range(starts[0], starts[0] + 30 * 60, 60))
    assert all(left.close == right.open for left, right in pairwise(bars))
    assert all(bar.low <= min(bar.open, bar.close) <= max(bar.open, bar.close) <= bar.high for bar in bars)


def test_unknown_asset_has_no_price() -> None:
    with pytest.raises(KeyError):
        path().price("DOGE", START)


@given(
    second=st.floats(-10_000, 10_000),
    step_s=st.sampled_from([60, 300, 3600]),
    count=st.integers(1, 40),
    venue=st.sampled_from(sorted(VENUE_OFFSET_PPM)),
)
def test_last_candle_closes_at_the_quoted_price(second: float, step_s: int, count: int, venue: str) -> None:
    end = START + timedelta(seconds=second)
    bars = path(0.003).candles(venue, "BTC", step_s, end, count)
    assert len(bars) == count
    assert bars[-1].close == path(0.003).at_venue(venue, "BTC", end)
    assert bars[-1].start_s <= end.timestamp() < bars[-1].start_s + step_s
