# SPDX-License-Identifier: MIT
"""What the price did after an item was first seen, and how usual such a move is. Timing, never cause.

closes of a year → the sizes of all moves of a length, sorted (`Ranks`) → how many were smaller than this one
"""

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import datetime, timedelta

from hkwatch.domain.detail import Columns
from hkwatch.domain.rows import InboxRow

LENGTHS = (timedelta(minutes=15), timedelta(hours=1), timedelta(hours=24), timedelta(days=7))
"""After so long moves are looked at."""
_STRIDE_S = 300.0
"""Windows are taken from every five minutes: those between them say nearly the same."""
_LEAST_WINDOWS = 200
"""Of fewer windows no share is said."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A flagged item at the time it was first seen, with the moves after the `LENGTHS`.

    A move is a fraction (−0.008 = −0.8 %); None where its time is not over or its price is not known.
    """

    row: InboxRow
    at: datetime
    price: float | None
    moves: tuple[float | None, ...]

    def is_over(self, length: timedelta, now: datetime) -> bool:
        """Whether this long has passed since it was first seen."""
        return now - self.at >= length

    @property
    def latest(self) -> tuple[timedelta, float] | None:
        """The hour's move, or the shorter one before that is over; None before any is known."""
        for index in (1, 0):
            move = self.moves[index]
            if move is not None:
                return LENGTHS[index], move
        return None


class Ranks:
    """The sizes of the moves of each length over the last year."""

    def __init__(self, columns: Columns) -> None:
        """`columns` are the closes of a year, minutes as far as there are any. Takes a second for a whole year."""
        self._sizes = [_sizes(columns, length.total_seconds()) for length in LENGTHS]

    def share_below(self, index: int, move: float) -> float | None:
        """The share of windows of `LENGTHS[index]` with a smaller move, up or down; None where too few are known."""
        sizes = self._sizes[index]
        return None if len(sizes) < _LEAST_WINDOWS else bisect_left(sizes, abs(move)) / len(sizes)

    def count(self, index: int) -> int:
        """How many windows of `LENGTHS[index]` were looked at."""
        return len(self._sizes[index])


def _sizes(columns: Columns, length_s: float) -> "array[float]":
    """Sizes of the moves of one length, rising. A window counts where there is a close near both of its ends."""
    times, closes = columns.times, columns.closes
    # A close that is older than this says nothing of the time asked about. Hours say nothing of a quarter of an hour.
    near_s = min(max(120.0, length_s / 4), 3600.0)
    found = array("d")
    last = len(times) - 1
    index, next_at = 0, 0.0
    end = 0
    while index <= last:
        at = times[index]
        if at < next_at:
            index += 1
            continue
        next_at = at + _STRIDE_S
        wanted = at + length_s
        if wanted > times[last]:
            break
        # Bars come a step apart, so the next end is near the one before.
        if end < index or times[end] > wanted:
            end = index
        if end < last and times[min(end + 2000, last)] < wanted:
            end = bisect_right(times, wanted, end) - 1
        while end < last and times[end + 1] <= wanted:
            end += 1
        if wanted - times[end] <= near_s and end > index:
            found.append(abs(closes[end] / closes[index] - 1))
        index += 1
    return array("d", sorted(found))
