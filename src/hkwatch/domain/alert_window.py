# SPDX-License-Identifier: MIT
"""The lowest and highest price of a moving window, in constant time a price.

Of each kind only those prices are kept that can still become the lowest (highest): every later one is higher (lower).
"""

from collections import deque
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

Points = tuple[tuple[datetime, Decimal], ...]


class Window:
    """Prices must come in order of time. The same price at the same time may come twice."""

    def __init__(self, lows: Iterable[tuple[datetime, Decimal]] = (), highs: Iterable[tuple[datetime, Decimal]] = ()):
        self.lows = deque(lows)
        self.highs = deque(highs)

    def push(self, at: datetime, price: Decimal) -> None:
        """One more price."""
        self.push_low(at, price)
        self.push_high(at, price)

    def push_low(self, at: datetime, price: Decimal) -> None:
        """A price that counts for the lowest only."""
        lows = self.lows
        while lows and lows[-1][1] >= price:
            lows.pop()
        lows.append((at, price))

    def push_high(self, at: datetime, price: Decimal) -> None:
        """A price that counts for the highest only."""
        highs = self.highs
        while highs and highs[-1][1] <= price:
            highs.pop()
        highs.append((at, price))

    def expire(self, start: datetime) -> None:
        """Forget what is older than `start`, which itself stays."""
        lows, highs = self.lows, self.highs
        while lows and lows[0][0] < start:
            lows.popleft()
        while highs and highs[0][0] < start:
            highs.popleft()

    @property
    def points(self) -> tuple[Points, Points]:
        """Lows and highs, to be kept."""
        return tuple(self.lows), tuple(self.highs)
