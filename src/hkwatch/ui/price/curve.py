# SPDX-License-Identifier: MIT
"""The price series as the chart draws it: cut to a window, thinned to the pixels there are, broken where data is missing.

Pure arithmetic without Qt. Thinning keeps the lowest and the highest price of every pixel column, so that no spike is lost.
"""

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise

from hkwatch.ui.price.scales import PriceScale, TimeScale
from hkwatch.ui.price.series import BLOCK, Series

__all__ = ["Candle", "Line", "Series", "candle_step", "candles", "polylines"]

Line = list[tuple[float, float]]
_DENSE = 2.0
"""From this many points a pixel on, points are thinned."""
_CANDLE_PX = 6.0
_CANDLE_STEPS_S = (60, 300, 900, 1800, 3600, 7200, 14_400, 28_800, 43_200, 86_400, 3 * 86_400, 7 * 86_400)
_HKT_S = 8 * 3600


@dataclass(frozen=True, slots=True)
class Candle:
    """One candle: times in seconds since 1970, prices in US$. It is still growing while it is the last one."""

    start: float
    end: float
    open: float
    high: float
    low: float
    close: float


def candle_step(scale: TimeScale, series: Series) -> int:
    """Seconds of a candle in this window: wide enough to be seen, and no shorter than the bars there are."""
    least = (scale.end - scale.start) / max(1.0, (scale.right - scale.left) / _CANDLE_PX)
    first, after = series.window(scale.start, scale.end)
    if after - first > 1:
        # Half of the steps: where hours end in minutes, the hours decide.
        middle = (first + after) // 2
        least = max(least, 0.99 * (series.times[middle] - series.times[middle - 1]))
    return next((step for step in _CANDLE_STEPS_S if step >= least), _CANDLE_STEPS_S[-1])


def candles(series: Series, scale: TimeScale, step_s: int) -> list[Candle]:
    """The window as candles that begin on round Hong Kong times, oldest first; spans without a bar have none."""
    first, after = series.window(scale.start - step_s, scale.end)
    times = series.times
    found = []
    while first < after:
        start = (times[first] + _HKT_S) // step_s * step_s - _HKT_S
        end = min(bisect_right(times, start + step_s - 0.5, first), after)
        low, high = series.extremes_of(first, end, wicks=True)
        found.append(Candle(start, start + step_s, series.opens[first], high, low, series.closes[end - 1]))
        first = end
    # The first may lie wholly to the left of the window.
    return [candle for candle in found if candle.end > scale.start]


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
    # `indices` rises, so a line is a slice of it.
    cuts = [bisect_left(indices, at) for at in breaks[bisect_right(breaks, first) :]]
    places = [at for at, after_at in pairwise((0, *cuts, len(indices))) if at < after_at]
    lines = [
        [(x_base + times[index] * x_factor, y_base - closes[index] * y_factor) for index in indices[begin:end]]
        for begin, end in pairwise((*places, len(indices)))
    ]
    for at, (x, y) in enumerate(lines[0] if lines else ()):
        if x >= time_scale.left:
            break
        # The one point more on the left; thinned, it may be there twice.
        lines[0][at] = (time_scale.left, y)
    return lines


def _thinned(series: Series, first: int, after: int, scale: TimeScale) -> list[int]:
    """Lowest and highest of every pixel column in order of time, and the two ends of the window.

    Columns are found by bisection and searched by slices: a loop over ten thousand points would be felt.
    """
    times, closes = series.times, series.closes
    column_s = (scale.end - scale.start) / (scale.right - scale.left)
    if (after - first) / (scale.right - scale.left) > 2 * BLOCK:
        return _thinned_by_blocks(series, first, after, scale)
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


def _thinned_by_blocks(series: Series, first: int, after: int, scale: TimeScale) -> list[int]:
    """The same where a pixel holds several blocks: a block belongs to the column in which it begins."""
    times = series.times
    column_s = (scale.end - scale.start) / (scale.right - scale.left)
    begin, last = -(-first // BLOCK), after // BLOCK
    kept: list[int] = [first]
    starts = times[begin * BLOCK : last * BLOCK : BLOCK]
    at = 0
    while at < len(starts):
        edge = scale.start + (math.floor((starts[at] - scale.start) / column_s) + 1) * column_s
        end = max(bisect_right(starts, edge, at), at + 1)
        lows, highs = series.close_low[begin + at : begin + end], series.close_high[begin + at : begin + end]
        low = series.low_at[begin + at + lows.index(min(lows))]
        high = series.high_at[begin + at + highs.index(max(highs))]
        kept.extend((low, high) if low < high else (high, low))
        at = end
    kept.append(after - 1)
    return kept
