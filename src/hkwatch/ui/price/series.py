# SPDX-License-Identifier: MIT
"""The price series as columns, with what makes a year of minutes quick to draw: lowest and highest of every 16 bars.

Pure arithmetic without Qt. A series does not change; `with_tail` gives a new one that shares what stayed the same.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from hkwatch.domain.detail import ChartPoint, Columns
from hkwatch.domain.median import median

BLOCK = 16
"""Bars in a block."""
_LEAST_GAP_S = 300.0
_AROUND = 5
"""So many steps on either side of a step say what is usual there."""


class Series:
    """Times (seconds since 1970) and prices in rising order of time.

    Making one of a year's minutes takes a second; the thread that read them may do it.
    """

    __slots__ = (
        "block_high",
        "block_low",
        "breaks",
        "close_high",
        "close_low",
        "closes",
        "gap_s",
        "high_at",
        "highs",
        "low_at",
        "lows",
        "opens",
        "times",
    )

    def __init__(self, points: Sequence[ChartPoint] = ()) -> None:
        """`points` may come in any order; of two with the same time the later one counts."""
        ordered = list(points)
        if any(a.at >= b.at for a, b in pairwise(ordered)):
            ordered = [point for _, point in sorted({point.at: point for point in ordered}.items())]
        self._fill(
            Columns(
                array("d", [point.at.timestamp() for point in ordered]),
                array("d", [point.open for point in ordered]),
                array("d", [point.high for point in ordered]),
                array("d", [point.low for point in ordered]),
                array("d", [point.close for point in ordered]),
            )
        )

    @classmethod
    def of(cls, columns: Columns) -> "Series":
        """The series of columns, which are not copied."""
        made = cls.__new__(cls)
        made._fill(columns)
        return made

    def with_tail(self, tail: Columns) -> "Series":
        """This series with all from the tail's first time on replaced by the tail."""
        if not len(tail):
            return self
        cut = bisect_left(self.times, tail.times[0])
        made = Series.__new__(Series)
        columns = Columns(
            self.times[:cut] + tail.times,
            self.opens[:cut] + tail.opens,
            self.highs[:cut] + tail.highs,
            self.lows[:cut] + tail.lows,
            self.closes[:cut] + tail.closes,
        )
        made._fill(columns, self, cut)
        return made

    def _fill(self, columns: Columns, before: "Series | None" = None, cut: int = 0) -> None:
        self.times, self.opens, self.highs = columns.times, columns.opens, columns.highs
        self.lows, self.closes = columns.lows, columns.closes
        whole = cut // BLOCK
        self.low_at: array[int] = array("l") if before is None else before.low_at[:whole]
        """Index of the lowest close of each block."""
        self.high_at: array[int] = array("l") if before is None else before.high_at[:whole]
        self.close_low: array[float] = array("d") if before is None else before.close_low[:whole]
        """Lowest close of each block: what stands in a row of its own is compared without asking for each by its index."""
        self.close_high: array[float] = array("d") if before is None else before.close_high[:whole]
        self.block_low: array[float] = array("d") if before is None else before.block_low[:whole]
        """Lowest low of each block."""
        self.block_high: array[float] = array("d") if before is None else before.block_high[:whole]
        for begin in range(whole * BLOCK, len(self.times), BLOCK):
            closes = self.closes[begin : begin + BLOCK]
            low, high = min(closes), max(closes)
            self.low_at.append(begin + closes.index(low))
            self.high_at.append(begin + closes.index(high))
            self.close_low.append(low)
            self.close_high.append(high)
            self.block_low.append(min(self.lows[begin : begin + BLOCK]))
            self.block_high.append(max(self.highs[begin : begin + BLOCK]))
        # Whether a step is a hole depends on some steps after it as well.
        sure = max(0, cut - 2 * _AROUND)
        known: list[int] = [] if before is None else [at for at in before.breaks if at <= sure]
        start = max(0, sure - 2 * _AROUND) if before is not None else 0
        found = [start + at for at in _holes(self.times[start:])]
        self.breaks: list[int] = known + [at for at in found if before is None or at > sure]
        """Indices of the points that come after a hole: neighbours not to be joined by a line."""
        steps = [b - a for a, b in pairwise(self.times[-_AROUND - 1 :])]
        self.gap_s = max(_LEAST_GAP_S, 3 * median(steps)) if steps else _LEAST_GAP_S
        """A price this much later than the last point, in seconds, is still joined to it."""

    def __len__(self) -> int:
        return len(self.times)

    def window(self, start: float, end: float) -> tuple[int, int]:
        """First index and the index after the last of the points from `start` to `end`, both included."""
        return bisect_left(self.times, start), bisect_right(self.times, end)

    def extremes(self, start: float, end: float, *, wicks: bool = False) -> tuple[float, float] | None:
        """Lowest and highest close of a window, of lows and highs with `wicks`; None when it is empty."""
        first, after = self.window(start, end)
        return self.extremes_of(first, after, wicks=wicks) if first < after else None

    def extremes_of(self, first: int, after: int, *, wicks: bool) -> tuple[float, float]:
        """The same of the points from index `first` to before `after`, of which there is at least one."""
        lows, highs = (self.lows, self.highs) if wicks else (self.closes, self.closes)
        inner, outer = -(-first // BLOCK), after // BLOCK
        if outer <= inner:
            return min(lows[first:after]), max(highs[first:after])
        edges = (first, inner * BLOCK), (outer * BLOCK, after)
        if wicks:
            low, high = min(self.block_low[inner:outer]), max(self.block_high[inner:outer])
        else:
            low, high = min(self.close_low[inner:outer]), max(self.close_high[inner:outer])
        for begin, end in edges:
            if begin < end:
                low, high = min(low, *lows[begin:end]), max(high, *highs[begin:end])
        return low, high

    def nearest(self, at: float) -> int | None:
        """Index of the point closest to a time, None when there is no point."""
        if not self.times:
            return None
        after = bisect_left(self.times, at)
        candidates = [index for index in (after - 1, after) if 0 <= index < len(self.times)]
        return min(candidates, key=lambda index: abs(self.times[index] - at))

    def close_near(self, at: float, tolerance_s: float) -> float | None:
        """The close of the last point at or before a time, None when there is none so near."""
        index = bisect_right(self.times, at) - 1
        return self.closes[index] if index >= 0 and at - self.times[index] <= tolerance_s else None


def _holes(times: Sequence[float]) -> list[int]:
    """Where a step is far longer than those around it. Judged by its neighbours: hours of history end in minutes."""
    long = [index for index, (a, b) in enumerate(pairwise(times)) if b - a > _LEAST_GAP_S]
    holes = []
    for index in long:
        step = times[index + 1] - times[index]
        before = [b - a for a, b in pairwise(times[max(0, index - _AROUND) : index + 1])]
        behind = [b - a for a, b in pairwise(times[index + 1 : index + 2 + _AROUND])]
        usual = max(median(before) if before else 0.0, median(behind) if behind else 0.0)
        if step > max(_LEAST_GAP_S, 3 * usual):
            holes.append(index + 1)
    return holes
