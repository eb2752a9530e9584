# SPDX-License-Identifier: MIT
"""One venue's market as a request sees it: last price, bid, ask, the last day's figures, candles."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_EVEN, Decimal

from hkwatch.replica.answer import Request
from hkwatch.replica.prices import Candle
from hkwatch.replica.world import World

_HOUR_S = 3600
#: Half the distance between bid and ask, as a fraction of the price.
_HALF_SPREAD = Decimal("0.000012")


@dataclass(frozen=True, slots=True)
class Day:
    """The last 24 hours of a pair.

    Prices in US dollars, `volume` in coins, `vwap` the volume-weighted price.
    """

    open: Decimal
    high: Decimal
    low: Decimal
    vwap: Decimal
    volume: Decimal
    trades: int


class Tape:
    """The market of one asset at one venue.

    The last trade is up to `quiet_s` seconds older than the request. `quote` is the currency of its prices: US dollars, a
    dollar stablecoin, or Hong Kong dollars.
    """

    def __init__(
        self, world: World, request: Request, venue: str, asset: str, quiet_s: int = 3, quote: str = "USD"
    ) -> None:
        self._path = world.prices
        self._quote = quote
        self._factor = request.price_factor
        self._venue = venue
        self.asset = asset
        self.at: datetime = request.market_at if request.market_at is not None else request.at
        if quote == "HKD":
            self._factor *= world.usd_hkd
        elif quote != "USD":
            self._factor /= self._path.price(quote, self.at)
        since = int(self.at.timestamp() * 1000) % (quiet_s * 1000) if quiet_s else 0
        self.traded_at = self.at - timedelta(milliseconds=since)
        self.last = self.scaled(self._path.at_venue(venue, asset, self.traded_at))
        step = max(self._tick, (self.last * _HALF_SPREAD).quantize(self._tick))
        self.bid = self.last - step
        self.ask = self.last + step

    @property
    def _tick(self) -> Decimal:
        return Decimal("0.01") if self._path.at_venue(self._venue, self.asset, self.at) >= 10 else Decimal("0.00001")

    @property
    def trade_id(self) -> int:
        """A number that grows with every trade."""
        return 700_000_000 + int(self.traded_at.timestamp()) // 3

    @property
    def traded_ms(self) -> int:
        """The last trade's time in milliseconds since 1970."""
        return int(self.traded_at.timestamp() * 1000)

    def scaled(self, price: Decimal) -> Decimal:
        """A price as the venue shows it: a price fault multiplies it, the number of decimals stays."""
        return (price * self._factor).quantize(price, rounding=ROUND_HALF_EVEN) if self._factor != 1 else price

    def day(self) -> Day:
        """The figures of the 24 hours before the request."""
        bars = self.candles(_HOUR_S, 24)
        volume = sum((bar.volume for bar in bars), Decimal(0))
        turnover = sum((bar.volume * (bar.high + bar.low + bar.close) / 3 for bar in bars), Decimal(0))
        vwap = (turnover / volume).quantize(self.last) if volume else self.last
        return Day(
            open=bars[0].open,
            high=max(self.last, *(bar.high for bar in bars)),
            low=min(self.last, *(bar.low for bar in bars)),
            vwap=vwap,
            volume=volume,
            trades=sum(bar.trades for bar in bars),
        )

    def candles(self, step_s: int, count: int, end: datetime | None = None) -> list[Candle]:
        """Up to `count` bars, oldest first, the last one holding `end` (None or later than now = now)."""
        last = self.at if end is None or end > self.at else end
        bars = self._path.candles(self._venue, self.asset, step_s, last, count)
        if self._factor == 1:
            return bars
        return [
            Candle(
                bar.start_s,
                self.scaled(bar.open),
                self.scaled(bar.high),
                self.scaled(bar.low),
                self.scaled(bar.close),
                bar.volume,
                bar.trades,
            )
            for bar in bars
        ]
