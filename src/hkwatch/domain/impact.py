# SPDX-License-Identifier: MIT
"""What the price did around the time an item was first seen here: the curve and the moves. Timing, never cause."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from hkwatch.domain.ids import ItemId
from hkwatch.domain.pins import LENGTHS

BEFORE = timedelta(minutes=15)
"""So much of the curve lies before the first sight."""
AFTER = timedelta(hours=24)
"""And so much behind it."""


@dataclass(frozen=True, slots=True)
class Impact:
    """The asset's price around `at`, when the item was first seen (aware UTC).

    `price` is US$ at that time, None where none is stored near it. `moves` are fractions after the `LENGTHS`, None where
    the time is not over or no price is stored. `curve` holds (seconds from `at`, US$) in rising order, from `BEFORE` to
    `AFTER` it as far as there are prices.
    """

    item: ItemId
    asset: str
    at: datetime
    price: float | None
    moves: tuple[float | None, ...]
    curve: tuple[tuple[float, float], ...]

    def is_over(self, index: int, now: datetime) -> bool:
        """Whether `LENGTHS[index]` has passed since the first sight."""
        return now - self.at >= LENGTHS[index]

    @property
    def telling(self) -> int | None:
        """Which of the moves says most: that of an hour, else the shorter or the longer ones; None without any."""
        return next((index for index in (1, 0, 2, 3) if self.moves[index] is not None), None)
