# SPDX-License-Identifier: MIT
"""The price series as the chart draws it: cut to a window, thinned to the pixels there are, broken where data is missing.

Pure arithmetic without Qt. Thinning keeps the lowest and the highest price of every pixel column, so that no spike is lost.
"""

import math
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from hkwatch.domain.detail import ChartPoint
from hkwatch.ui.price.scales import PriceScale, TimeScale

Line = list[tuple[float, float]]
_LEAST_GAP_S = 300.0
_AROUND = 5
"""So many steps on either side of a step say what is usual there."""
_DENSE = 2.0
"""From this many points a pixel on, points are thinned."""


class Series:
    """Times (seconds since 1970) and closing prices in rising order of time.

    Making one of a week's minutes takes some milliseconds; the thread that read them may do it.
    """

    __slots__ = ("breaks", "closes", "gap_s", "times")

    def __init__(self, points: Sequence[ChartPoint] = ()) -> None:
        """`points` may come in any order; of two with the same time the later one counts."""
        pairs = [(point.at.timestamp(), point.close) for point in points]
        if any(a[0] >= b[0] for a, b in pairwise(pairs)):
            pairs = sorted(dict(pairs).items())
        self.times = array("d", [at for at, _ in pairs])
        self.closes = array("d", [price for _, price in pairs])
        self.breaks = _holes(self.times)
        """Indices of the points that come after a hole: neighbours not to be joined by a line."""
        steps = [b - a for a, b in pairwise(self.times[-_AROUND - 1 :])]
        self.gap_s = max(_LEAST_GAP_S, 3 * median(steps)) if steps else _LEAST_GAP_S
        """A price this much later than the last point, in seconds, is still joined to it."""

    def __len__(self) -> int:
        return len(self.times)

    def window(self, start: float, end: float) -> tuple[int, int]:
        """First index and the index after the last of the points from `start` to `end`, both included."""
        return bisect_left(self.times, start), bisect_right(self.times, end)

    def extremes(self, start: float, end: float) -> tuple[float, float] | None:
        """Lowest and highest price of a window, None when it is empty."""
        first, after = self.window(start, end)
        part = self.closes[first:after]
        return (min(part), max(part)) if part else None

    def nearest(self, at: float) -> int | None:
        """Index of the point closest to a time, None when there is no point."""
        if not self.times:
            return None
        after = bisect_left(self.times, at)
        candidates = [index for index in (after - 1, after) if 0 <= index < len(self.times)]
        return min(candidates, key=lambda index: abs(self.times[index] - at))


def _holes(times: Sequence[float]) -> list[int]:
    """Where a step is far longer than those around it. Judged by its neighbours: hours of history end in minutes."""
    steps = [b - a for a, b in pairwise(times)]
    holes = []
    for index, step in enumerate(steps):
        if step <= _LEAST_GAP_S:
            continue
        before, behind = steps[max(0, index - _AROUND) : index], steps[index + 1 : index + 1 + _AROUND]
        usual = max(median(before) if before else 0.0, median(behind) if behind else 0.0)
        if step > max(_LEAST_GAP_S, 3 * usual):
            holes.append(index + 1)
    return holes


def polylines(series: Series, time_scale: TimeScale, price_scale: PriceScale) -> list[Line]:
    """The window of `time_scale` as lines in pixels; a gap in the data ends one line and starts another.

    A line of one point stands for a reading with gaps on both sides.
    """
    first, after = series.window(time_scale.start, time_scale.end)
    times, closes = series.times, series.closes
    # One more point on the left lets the curve run in from the edge instead of starting a pixel late.
    if 0 < first < after and first not in series.breaks:
        first -= 1
    x_factor = (time_scale.right - time_scale.left) / (time_scale.end - time_scale.start)
    x_base = time_scale.left - time_scale.start * x_factor
    y_factor = (price_scale.bottom - price_scale.top) / (price_scale.high - price_scale.low)
    y_base = price_scale.bottom + price_scale.low * y_factor
    if after - first > _DENSE * (time_scale.right - time_scale.left):
        indices = _thinned(series, first, after, time_scale)
    else:
        indices = list(range(first, after))
    # A hole narrower than a pixel cannot be seen, and would only make the line ragged.
    breaks = [at for at in series.breaks if (times[at] - times[at - 1]) * x_factor > 1]
    lines: list[Line] = []
    line: Line = []
    next_break = bisect_right(breaks, first)
    for index in indices:
        if next_break < len(breaks) and index >= breaks[next_break]:
            if line:
                lines.append(line)
                line = []
            next_break = bisect_right(breaks, index)
        line.append((max(x_base + times[index] * x_factor, time_scale.left), y_base - closes[index] * y_factor))
    if line:
        lines.append(line)
    return lines


def _thinned(series: Series, first: int, after: int, scale: TimeScale) -> list[int]:
    """Lowest and highest of every pixel column in order of time, and the two ends of the window.

    Columns are found by bisection and searched by slices: a loop over ten thousand points would be felt.
    """
    times, closes = series.times, series.closes
    column_s = (scale.end - scale.start) / (scale.right - scale.left)
    kept: list[int] = [first]
    begin = first
    edge = times[first]
    while begin < after:
        edge += column_s
        if edge < times[begin]:
            edge += math.floor((times[begin] - edge) / column_s + 1) * column_s
        end = min(bisect_right(times, edge, begin), after)
        part = closes[begin:end]
        if part:
            low, high = begin + part.index(min(part)), begin + part.index(max(part))
            kept.extend((low, high) if low < high else (high, low))
        begin = end
    kept.append(after - 1)
    return kept
