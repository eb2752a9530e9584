# SPDX-License-Identifier: MIT
"""Where things go on the price chart: prices to pixels, round ticks, labels that do not touch.

Pure arithmetic without Qt. Prices are US$ as float, times are seconds since 1970 UTC, places are logical pixels with y downwards.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise

from hkwatch.domain.trading_hours import sessions
from hkwatch.ui.formats import amount, day_month, month_label
from hkwatch.ui.shown_time import HKT

HKT_OFFSET_S = 8 * 3600
DAY_S = 86_400
_NICE = (1.0, 2.0, 2.5, 5.0, 10.0)


class Span(StrEnum):
    """How much of the past the chart shows."""

    HOUR = "1H"
    DAY = "24H"
    WEEK = "7D"
    MONTH = "30D"
    QUARTER = "90D"
    YEAR = "1Y"

    @property
    def seconds(self) -> int:
        """Length of the span."""
        days = {"24H": 1, "7D": 7, "30D": 30, "90D": 90, "1Y": 365}
        return 3600 if self is Span.HOUR else days[self.value] * DAY_S


@dataclass(frozen=True, slots=True)
class PriceScale:
    """Prices `low` to `high` on pixels `bottom` to `top`; `low` < `high` and `top` < `bottom`."""

    low: float
    high: float
    top: float
    bottom: float

    def y(self, price: float) -> float:
        """The pixel of a price; prices outside give pixels outside."""
        return self.bottom - (price - self.low) / (self.high - self.low) * (self.bottom - self.top)

    def price(self, y: float) -> float:
        """The price at a pixel: the inverse of `y`."""
        return self.low + (self.bottom - y) / (self.bottom - self.top) * (self.high - self.low)


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Times `start` to `end` on pixels `left` to `right`; `start` < `end` and `left` < `right`."""

    start: float
    end: float
    left: float
    right: float

    def x(self, at: float) -> float:
        """The pixel of a time."""
        return self.left + (at - self.start) / (self.end - self.start) * (self.right - self.left)

    def at(self, x: float) -> float:
        """The time at a pixel: the inverse of `x`."""
        return self.start + (x - self.left) / (self.right - self.left) * (self.end - self.start)


def price_range(low: float, high: float, extra: Sequence[float] = ()) -> tuple[float, float]:
    """The prices the axis should span: the curve's own with 6 % of air.

    Values of `extra` (alert levels) widen it when they lie within 60 % of the curve's range beyond it, so that a far level
    does not press the curve flat. A flat curve gets 0.5 % of its price on both sides.
    """
    if high - low < abs(high) * 1e-6:
        half = max(abs(high) * 0.005, 0.01)
        low, high = low - half, high + half
    reach = (high - low) * 0.6
    near = [value for value in extra if low - reach <= value <= high + reach]
    low, high = min([low, *near]), max([high, *near])
    air = (high - low) * 0.06
    return low - air, high + air


def nice_step(extent: float, wanted: int) -> float:
    """The smallest round step (1, 2, 2.5 or 5 times a power of ten) that cuts `extent` into at most `wanted` pieces."""
    if not extent > 0 or wanted < 1:
        raise ValueError("a scale needs an extent above zero and at least one piece")
    raw = extent / wanted
    power = 10.0 ** math.floor(math.log10(raw))
    for factor in _NICE:
        if factor * power >= raw * (1 - 1e-9):
            return factor * power
    return 10.0 * power


def nice_ticks(low: float, high: float, wanted: int) -> tuple[list[float], float]:
    """Round values inside `low` to `high`, at most `wanted` + 1 of them, and their step."""
    step = nice_step(high - low, wanted)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [index * step for index in range(first, last + 1)], step


def price_label(value: float, step: float) -> str:
    """`99k`, `97.5k` while the step allows it without losing a digit, else `96,150` or `0.52`."""
    if abs(value) >= 10_000 and step >= 100:
        decimals = 0 if _is_whole(step / 1000) and _is_whole(value / 1000) else 1
        if decimals == 1 and not (_is_whole(step / 100) and _is_whole(value / 100)):
            decimals = 2
        return f"{amount(value / 1000, decimals)}k"
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    if not _is_whole(step * 10**decimals):
        decimals += 1
    return amount(value, decimals)


def _is_whole(value: float) -> bool:
    return abs(value - round(value)) < 1e-6


def spread(wanted: Sequence[float], gap: float, top: float, bottom: float) -> list[float]:
    """Places for labels that want to be at `wanted`, at least `gap` apart and inside `top` to `bottom`, in the same order.

    The answer has the order of the input. Where there is no room for all of them the distance shrinks evenly.
    """
    if not wanted:
        return []
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    room = max(0.0, bottom - top)
    distance = min(gap, room / (len(order) - 1)) if len(order) > 1 else gap
    places = [min(max(wanted[index], top), bottom) for index in order]
    for i in range(1, len(places)):
        places[i] = max(places[i], places[i - 1] + distance)
    places[-1] = min(places[-1], bottom)
    for i in range(len(places) - 2, -1, -1):
        places[i] = min(places[i], places[i + 1] - distance)
    result = [0.0] * len(wanted)
    for index, place in zip(order, places, strict=True):
        result[index] = place
    return result


def give_way(wanted: float, others: Sequence[float], gap: float, top: float, bottom: float) -> float:
    """The nearest place to `wanted` inside `top` to `bottom` at least `gap` from all `others`; else `wanted`."""
    wanted = min(max(wanted, top), bottom)
    candidates = [wanted, *(other + sign * gap for other in others for sign in (-1, 1))]
    free = [
        place
        for place in candidates
        if top <= place <= bottom and all(abs(place - other) >= gap - 1e-6 for other in others)
    ]
    return min(free, key=lambda place: abs(place - wanted), default=wanted)


@dataclass(frozen=True, slots=True)
class TimeTick:
    """A label of the time axis: its time, the pixel of its tick and the left edge of its text."""

    at: float
    x: float
    text: str
    text_left: float
    text_width: float


_MOST_TICKS = 10
_CLEAR_PX = 6.0
_MONTHS_FROM_S = 100 * DAY_S
_SHADED_UP_TO_S = 70 * DAY_S
_STEPS_S = tuple(minutes * 60 for minutes in (1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 720)) + tuple(
    days * DAY_S for days in (1, 2, 3, 5, 7, 10, 14, 30)
)


def time_label(at: float, full: bool, language: str) -> str:
    """`16:00` inside a day; at Hong Kong midnight the day, `19`, with its month when `full` is set (`19 Feb`, `2月19日`)."""
    moment = datetime.fromtimestamp(at, HKT)
    if moment.hour or moment.minute:
        return f"{moment:%H:%M}"
    return day_month(moment, language) if full else str(moment.day)


def time_ticks(
    scale: TimeScale,
    language: str,
    width: Callable[[str], float],
    *,
    gap: float = 10.0,
    right_limit: float | None = None,
) -> list[TimeTick]:
    """Ticks on round Hong Kong times with labels at least `gap` pixels apart, as many as there is room for.

    The last day shown and the first day of a month carry the month, and where a month ends among them the first day shown.
    `width` measures a label in pixels. Labels are
    centred on their tick; one that would pass `scale.left` or `right_limit` (`scale.right` when None) is left out with its tick.
    """
    limit = scale.right if right_limit is None else right_limit
    if scale.end - scale.start > _MONTHS_FROM_S:
        return _month_ticks(scale, language, width, gap, limit)
    for step in _STEPS_S:
        # More than ten labels are noise, and hours among days too.
        if (scale.end - scale.start) / step > _MOST_TICKS:
            continue
        ticks = _ticks_at(scale, step, language, width, limit)
        if all(b.text_left - (a.text_left + a.text_width) >= gap for a, b in pairwise(ticks)):
            return ticks
    return []


def _month_ticks(
    scale: TimeScale, language: str, width: Callable[[str], float], gap: float, limit: float
) -> list[TimeTick]:
    """The first days of months in Hong Kong, January as its year; every second, third or sixth where all have no room."""
    first = datetime.fromtimestamp(scale.start, HKT)
    starts = []
    year, month = first.year, first.month
    while True:
        month, year = (1, year + 1) if month == 12 else (month + 1, year)
        start = datetime(year, month, 1, tzinfo=HKT)
        if start.timestamp() > scale.end:
            break
        starts.append(start)
    for every in (1, 2, 3, 6, 12):
        ticks = []
        for start in starts:
            if (start.month - 1) % every:
                continue
            text = month_label(start, language)
            x, wide = scale.x(start.timestamp()), width(text)
            if x - wide / 2 >= scale.left - 1 and x + wide / 2 <= limit:
                ticks.append(TimeTick(start.timestamp(), x, text, x - wide / 2, wide))
        if all(b.text_left - (a.text_left + a.text_width) >= gap for a, b in pairwise(ticks)):
            return ticks
    return []


def _ticks_at(
    scale: TimeScale, step: int, language: str, width: Callable[[str], float], limit: float
) -> list[TimeTick]:
    # Steps of several days are counted back from the last midnight, so that today is always among them.
    anchor = 0 if step <= DAY_S else int((scale.end + HKT_OFFSET_S) // DAY_S) * DAY_S % step
    first = math.ceil((scale.start + HKT_OFFSET_S - anchor) / step)
    last = math.floor((scale.end + HKT_OFFSET_S - anchor) / step)
    times = [index * step + anchor - HKT_OFFSET_S for index in range(first, last + 1)]
    months = [datetime.fromtimestamp(at, HKT).month for at in times]
    ticks: list[TimeTick] = []
    for index in reversed(range(len(times))):
        # Among clock times a bare day number would be a riddle, so midnight always carries its month there.
        full = step < DAY_S or not ticks or (index > 0 and months[index] != months[index - 1])
        text = time_label(times[index], full, language)
        x, wide = scale.x(times[index]), width(text)
        # A label that would be cut off at an edge is left out; moved, it would name another time.
        if x - wide / 2 >= scale.left - 1 and x + wide / 2 <= limit:
            ticks.append(TimeTick(times[index], x, text, x - wide / 2, wide))
    return _with_first_month(ticks[::-1], scale, language, width)


def _with_first_month(
    ticks: list[TimeTick], scale: TimeScale, language: str, width: Callable[[str], float]
) -> list[TimeTick]:
    """Where a month ends among the labels, the first of them says its own as well, or the next one that has the room."""
    for at, (tick, after) in enumerate(pairwise(ticks)):
        if _month(tick.at) == _month(ticks[-1].at) or _month(tick.at) != _month(ticks[0].at):
            break
        text = time_label(tick.at, True, language)
        wide = width(text)
        left = scale.left - 1 if at == 0 else ticks[at - 1].text_left + ticks[at - 1].text_width + _CLEAR_PX
        if tick.x - wide / 2 >= left and tick.x + wide / 2 + _CLEAR_PX <= after.text_left:
            named = TimeTick(tick.at, tick.x, text, tick.x - wide / 2, wide)
            return [*ticks[:at], named, *ticks[at + 1 :]]
    return ticks


def _month(at: float) -> int:
    return datetime.fromtimestamp(at, HKT).month


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of time shaded behind the curve: `weekend`, or the stock exchange's `session`."""

    start: float
    end: float
    kind: str


def bands(start: float, end: float, closed: frozenset[date] = frozenset()) -> list[Band]:
    """Weekends and trading sessions of Hong Kong (with their lunch break and half days) between two times, cut at both ends.

    `closed` are the general holidays, which have no session. Neighbouring weekend days are one band. Spans beyond ten days
    leave the sessions out, beyond seventy the weekends too: they would be stripes.
    """
    found: list[Band] = []
    if end - start > _SHADED_UP_TO_S:
        return found
    day = int((start + HKT_OFFSET_S) // DAY_S)
    while day * DAY_S - HKT_OFFSET_S < end:
        midnight = day * DAY_S - HKT_OFFSET_S
        that_day = datetime.fromtimestamp(midnight, HKT).date()
        if that_day.weekday() >= 5:
            if found and found[-1].kind == "weekend" and found[-1].end == midnight:
                found[-1] = Band(found[-1].start, midnight + DAY_S, "weekend")
            else:
                found.append(Band(midnight, midnight + DAY_S, "weekend"))
        elif end - start <= 10 * DAY_S:
            found += [
                Band(midnight + opens, midnight + shuts, "session") for opens, shuts in sessions(that_day, closed)
            ]
        day += 1
    cut = [Band(max(band.start, start), min(band.end, end), band.kind) for band in found]
    return [band for band in cut if band.start < band.end]
