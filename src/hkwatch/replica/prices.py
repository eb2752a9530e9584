# SPDX-License-Identifier: MIT
"""The price path of the replica.

Control points, a little noise, and each venue's small offset. The same in every run.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import ROUND_HALF_EVEN, Decimal
from functools import lru_cache
from hashlib import blake2b

#: Each venue's standing difference from the middle price, in parts per million; real venues differ by a few.
VENUE_OFFSET_PPM = {
    "coinbase": 6,
    "kraken": -9,
    "bitstamp": 21,
    "gemini": 14,
    "bitfinex": -24,
    "binance": 31,
    "okx": 27,
    "hashkey": -140,
    "osl": 230,
    "bullish": 60,
    "coingecko": 12,
    "mempool": 3,
}
#: How far a venue wanders around that difference, in parts per million.
VENUE_NOISE_PPM = 22.0
_VENUE_NOISE_PERIOD_S = 97
#: Periods of the middle price's noise in seconds, and the share of the whole that each carries.
_NOISE_OCTAVES = ((2_903, 0.62), (421, 0.38))
#: What dollar stablecoins are worth where a path says nothing else.
PEGGED = {"USDT": Decimal("0.9998"), "USDC": Decimal("0.9999")}
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class ControlPoint:
    """The middle price in US dollars at an aware instant.

    `noise` is the width of the wander around it, as a fraction.
    """

    at: datetime
    price: Decimal
    noise: float = 0.0


@dataclass(frozen=True, slots=True)
class Candle:
    """One bar. `start_s` is its first second since 1970; prices in US dollars; `volume` in coins."""

    start_s: int
    open: Decimal
    high: Decimal
    low: Decimal
    close: Decimal
    volume: Decimal
    trades: int


@lru_cache(maxsize=65_536)
def _lattice(name: str, index: int) -> float:
    """A fixed number between −1 and 1 for this name and place."""
    digest = blake2b(f"{name}:{index}".encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big") / 0x7FFFFFFF - 1.0


def _smooth_noise(name: str, second: float, period_s: int) -> float:
    """Noise between −1 and 1 without corners: the lattice values joined by a smooth step."""
    index, inside = divmod(second, period_s)
    share = inside / period_s
    share = share * share * (3.0 - 2.0 * share)
    left, right = _lattice(name, int(index)), _lattice(name, int(index) + 1)
    return left + (right - left) * share


class PricePath:
    """The price of each asset at any instant.

    Before the first control point and after the last the path is level.
    """

    def __init__(self, points: Mapping[str, Sequence[ControlPoint]]) -> None:
        self._points = {
            asset: sorted(sequence, key=lambda point: point.at) for asset, sequence in points.items() if sequence
        }
        self._named = tuple(self._points)
        for coin, price in PEGGED.items():
            self._points.setdefault(coin, [ControlPoint(datetime(2020, 1, 1, tzinfo=UTC), price)])
        self._seconds = {
            asset: [point.at.timestamp() for point in sequence] for asset, sequence in self._points.items()
        }
        self._bars: dict[tuple[str, str, int, int], Candle] = {}

    @property
    def assets(self) -> tuple[str, ...]:
        """The assets that have a path, for instance `("BTC", "ETH")`."""
        return self._named

    def has(self, asset: str) -> bool:
        """Whether there is a price; the dollar stablecoins always have one."""
        return asset in self._points

    def price(self, asset: str, instant: datetime) -> Decimal:
        """The middle price in US dollars, to the cent. Raises KeyError for an asset without a path."""
        return self._round(asset, self._middle(asset, instant.timestamp()))

    def at_venue(self, venue: str, asset: str, instant: datetime) -> Decimal:
        """What `venue` quotes at `instant`, to the cent (to 1/100,000 below ten dollars)."""
        return self._round(asset, self._quote(venue, asset, instant.timestamp()))

    def candles(self, venue: str, asset: str, step_s: int, end: datetime, count: int) -> list[Candle]:
        """The last `count` bars of `step_s` seconds, oldest first.

        The last one holds `end` and is still open.
        """
        last_start = int(end.timestamp()) // step_s * step_s
        bars = []
        for start in range(last_start - (count - 1) * step_s, last_start + 1, step_s):
            if start == last_start:
                bars.append(self._bar(venue, asset, start, end.timestamp()))
                continue
            key = (venue, asset, step_s, start)
            bar = self._bars.get(key)
            if bar is None:
                bar = self._bars[key] = self._bar(venue, asset, start, start + step_s)
            bars.append(bar)
        return bars

    def _middle(self, asset: str, second: float) -> float:
        points, seconds = self._points[asset], self._seconds[asset]
        place = bisect_right(seconds, second)
        if place == 0 or place == len(points):
            edge = points[0 if place == 0 else -1]
            level, width = float(edge.price), edge.noise
        else:
            left, right = points[place - 1], points[place]
            share = (second - seconds[place - 1]) / (seconds[place] - seconds[place - 1])
            level = float(left.price) + (float(right.price) - float(left.price)) * share
            width = left.noise + (right.noise - left.noise) * share
        wander = sum(part * _smooth_noise(f"{asset}/{period}", second, period) for period, part in _NOISE_OCTAVES)
        return level * (1.0 + width * wander)

    def _quote(self, venue: str, asset: str, second: float) -> float:
        offset = VENUE_OFFSET_PPM.get(venue, 0)
        wander = _smooth_noise(f"{venue}/{asset}", second, _VENUE_NOISE_PERIOD_S)
        return self._middle(asset, second) * (1.0 + (offset + VENUE_NOISE_PPM * wander) * 1e-6)

    def _bar(self, venue: str, asset: str, start: int, end: float) -> Candle:
        samples = [self._quote(venue, asset, start + (end - start) * part / 4) for part in range(5)]
        prices = [self._round(asset, sample) for sample in samples]
        activity = 1.0 + 0.6 * _lattice(f"volume/{venue}/{asset}", start)
        volume = Decimal(activity * (end - start) / 60.0 * 4.0).quantize(Decimal("0.00000001"))
        return Candle(start, prices[0], max(prices), min(prices), prices[-1], volume, int(activity * (end - start)))

    def _round(self, asset: str, price: float) -> Decimal:
        unit = _CENT if price >= 10 else Decimal("0.00001")
        return Decimal(price).quantize(unit, rounding=ROUND_HALF_EVEN)


def level_path(asset: str, price: Decimal, **others: Decimal) -> PricePath:
    """A path that stays at one price, for tests that need no movement; `others` are more assets by name."""
    prices = {asset: price, **others}
    return PricePath({name: [ControlPoint(datetime(2020, 1, 1, tzinfo=UTC), at)] for name, at in prices.items()})
