# SPDX-License-Identifier: MIT
"""Where every part of the price chart goes, worked out once a change instead of once a repaint.

┌ plot ─────────────────────────┬ axis ─┐
│ bands, grid, curve, levels    │ 97k   │
│                               │[96,214]│
├───────────────────────────────┴───────┤
│ 14   15   16   17   18  19 Feb        │
└───────────────────────────────────────┘
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from hkwatch.domain.ids import AlertId
from hkwatch.ui.price.curve import Candle, Line, Series, candle_step, candles, polylines
from hkwatch.ui.price.scales import (
    Band,
    PriceScale,
    Span,
    TimeScale,
    TimeTick,
    bands,
    give_way,
    nice_ticks,
    price_label,
    price_range,
    spread,
    time_ticks,
)

AXIS_WIDTH = 54.0
TIME_HEIGHT = 24.0
TAG_HEIGHT = 18.0
TAG_GAP = 20.0
LABEL_CLEAR = 15.5
"""An axis label closer than this to the middle of a tag is left out: half a tag and half a line of figures."""
_TICK_PX = 34.0
_MESSAGE_CLEAR = 14.0
_FARTHEST_PX = 1.5 * TAG_GAP


class LevelState(StrEnum):
    """How an alert's line is drawn."""

    ARMED = "armed"
    FIRED = "fired"
    REARMING = "rearming"
    CANNOT = "cannot"


@dataclass(frozen=True, slots=True)
class ChartLevel:
    """An alert as a line on the chart. `price` is US$; `label` is what it says to a person pointing at it.

    `rearm` is where it becomes ready again, drawn as dots while it waits; None leaves it out.
    """

    alert_id: AlertId
    price: float
    state: LevelState
    label: str
    rearm: float | None = None


@dataclass(frozen=True, slots=True)
class PlacedLevel:
    """A level with the pixel of its line and the middle of its tag. `is_left`: it is being dragged away from there."""

    level: ChartLevel
    y: float
    tag_y: float
    rearm_y: float | None
    is_left: bool = False


@dataclass(frozen=True, slots=True)
class PlacedNow:
    """The current price: its dot and the middle of its tag."""

    price: float
    x: float
    y: float
    tag_y: float


@dataclass(frozen=True, slots=True)
class ChartInput:
    """All that decides the picture. `end` is the right edge, seconds since 1970, 0 while the time is not known yet; `now` the
    current price, None without one.

    `draft` is a level being placed by hand; it is always inside the scale. `moving` is the alert whose level that will be, None
    where it is a new one. `live` False = `now` is an old price, so
    the curve does not run on to it. `length_s` is what zooming made of the span, None = the span's own; `until` the right edge
    while it does not follow the time. `marked` is the time a pin stands for.
    """

    series: Series
    span: Span
    end: float
    width: float
    height: float
    now: float | None = None
    levels: tuple[ChartLevel, ...] = ()
    draft: float | None = None
    moving: AlertId | None = None
    live: bool = True
    language: str = "en"
    closed_days: frozenset[date] = frozenset()
    length_s: float | None = None
    until: float | None = None
    as_candles: bool = False
    marked: float | None = None

    @property
    def window(self) -> tuple[float, float]:
        """Times of the left and the right edge."""
        stop = self.end if self.until is None else self.until
        return stop - (self.length_s or self.span.seconds), stop


@dataclass(frozen=True, slots=True)
class Geometry:
    """Places in logical pixels. `prices` is None while there is nothing to scale."""

    left: float
    top: float
    right: float
    bottom: float
    times: TimeScale
    prices: PriceScale | None
    lines: tuple[Line, ...]
    price_ticks: tuple[tuple[float, str, bool], ...]
    """y, label and whether the label is shown (a tag may stand in its place; the grid line stays)."""
    time_ticks: tuple[TimeTick, ...]
    levels: tuple[PlacedLevel, ...]
    now: PlacedNow | None
    bands: tuple[Band, ...]
    data_from: float | None
    """Time of the first price in the window, None when the window is empty."""
    candles: tuple[Candle, ...] = ()
    mark: tuple[float, float] | None = None
    """Where the curve is at the time a selected pin stands for, None where it is not in the window."""

    def inside(self, x: float, y: float) -> bool:
        """Whether a point lies on the plot."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def lay_out(given: ChartInput, text_width: Callable[[str], float]) -> Geometry:
    """Place everything. `text_width` measures an axis label in pixels."""
    left, top = 0.0, TAG_HEIGHT / 2
    right = max(left + 1, given.width - AXIS_WIDTH)
    bottom = max(top + 1, given.height - TIME_HEIGHT)
    times = TimeScale(*given.window, left, right)
    ticks = time_ticks(times, given.language, text_width, gap=6.0, right_limit=right + 30) if given.end else []
    shading = bands(times.start, times.end, given.closed_days) if given.end else []
    found = given.series.extremes(times.start, times.end, wicks=given.as_candles)
    # The present price belongs on the axis of a window that holds the present, or of one that holds nothing.
    now_price = given.now if given.until is None or found is None else None
    known = [value for value in (*(found or ()), now_price, given.draft) if value is not None]
    if not known:
        return Geometry(left, top, right, bottom, times, None, (), (), tuple(ticks), (), None, tuple(shading), None)
    step_s = candle_step(times, given.series) if given.as_candles else 0
    low, high = price_range(min(known), max(known), [level.price for level in given.levels])
    prices = PriceScale(low, high, top, bottom)
    # The tag of a level that is dragged goes with the pointer: the others need not keep clear of where it was.
    moving = given.moving if given.draft is not None else None
    levels = _place_levels([level for level in given.levels if level.alert_id != moving], prices)
    left_behind = _place_levels([level for level in given.levels if level.alert_id == moving], prices)
    draft = [] if given.draft is None else [prices.y(given.draft)]
    now = _place_now(given, times, prices, levels, draft)
    if now is not None and (abs(now.tag_y - now.y) > _FARTHEST_PX or _is_out_of_order(levels, now)):
        levels, now = _share(levels, now, prices)
    taken = [level.tag_y for level in levels] + draft + ([now.tag_y] if now is not None else [])
    first, after = given.series.window(times.start, times.end)
    return Geometry(
        left,
        top,
        right,
        bottom,
        times,
        prices,
        () if step_s else tuple(_with_now(polylines(given.series, times, prices), given, now)),
        tuple(_price_ticks(prices, taken)),
        tuple(ticks),
        (*(replace(level, is_left=True, rearm_y=None) for level in left_behind), *levels),
        now,
        tuple(shading),
        given.series.times[first] if first < after else None,
        tuple(candles(given.series, times, step_s)) if step_s else (),
        _place_mark(given, times, prices),
    )


def message_y(g: Geometry) -> float:
    """The middle of a line of text in an empty plot: in its middle, unless a level or the price would cross it out."""
    lines = [level.y for level in g.levels] + ([g.now.y] if g.now is not None else [])
    wanted = [g.top + (g.bottom - g.top) * share for share in (0.5, 0.3, 0.7, 0.4, 0.6)]
    return next((y for y in wanted if all(abs(y - line) >= _MESSAGE_CLEAR for line in lines)), wanted[0])


def _place_mark(given: ChartInput, times: TimeScale, prices: PriceScale) -> tuple[float, float] | None:
    if given.marked is None or not times.start <= given.marked <= times.end:
        return None
    price = given.series.close_near(given.marked, 2 * 3600)
    return None if price is None else (times.x(given.marked), prices.y(price))


def _place_levels(levels: Sequence[ChartLevel], prices: PriceScale) -> tuple[PlacedLevel, ...]:
    shown = [level for level in levels if prices.low <= level.price <= prices.high]
    wanted = [prices.y(level.price) for level in shown]
    places = spread(wanted, TAG_GAP, prices.top, prices.bottom)
    placed = []
    for level, y, tag_y in zip(shown, wanted, places, strict=True):
        rearm = level.rearm if level.rearm is not None and prices.low <= level.rearm <= prices.high else None
        placed.append(PlacedLevel(level, y, tag_y, None if rearm is None else prices.y(rearm)))
    return tuple(placed)


def _place_now(
    given: ChartInput, times: TimeScale, prices: PriceScale, levels: Sequence[PlacedLevel], draft: list[float]
) -> PlacedNow | None:
    """The price's tag gives way to the others, between those of higher and of lower prices where there is room."""
    if given.now is None or not times.start <= given.end <= times.end or not prices.low <= given.now <= prices.high:
        return None
    y = prices.y(given.now)
    top = max([prices.top, *(level.tag_y + TAG_GAP for level in levels if level.y < y)])
    bottom = min([prices.bottom, *(level.tag_y - TAG_GAP for level in levels if level.y >= y)])
    if top <= bottom:
        place = give_way(y, draft, TAG_GAP, top, bottom)
        if all(abs(place - tag) >= TAG_GAP for tag in draft):
            return PlacedNow(given.now, times.x(given.end), y, place)
    tags = [level.tag_y for level in levels] + draft
    return PlacedNow(given.now, times.x(given.end), y, give_way(y, tags, TAG_GAP, prices.top, prices.bottom))


def _is_out_of_order(levels: Sequence[PlacedLevel], now: PlacedNow) -> bool:
    """Whether the price's tag stands above one that is higher, or below one that is lower: among prices that would be read."""
    return any((level.y - now.y) * (level.tag_y - now.tag_y) < 0 for level in levels)


def _share(
    levels: tuple[PlacedLevel, ...], now: PlacedNow, prices: PriceScale
) -> tuple[tuple[PlacedLevel, ...], PlacedNow]:
    """In a low chart the price's tag would end up among other prices; then all tags move a little and keep their order."""
    wanted = [*(level.y for level in levels), now.y]
    *places, now_place = spread(wanted, TAG_GAP, prices.top, prices.bottom)
    moved = [replace(level, tag_y=place) for level, place in zip(levels, places, strict=True)]
    return tuple(moved), replace(now, tag_y=now_place)


def _with_now(lines: list[Line], given: ChartInput, now: PlacedNow | None) -> list[Line]:
    """The curve runs on to the current price unless prices stopped coming before it."""
    if now is None or not given.live or not lines:
        return lines
    if given.end - given.series.times[-1] <= given.series.gap_s:
        lines[-1].append((now.x, now.y))
    return lines


def _price_ticks(prices: PriceScale, taken: Sequence[float]) -> list[tuple[float, str, bool]]:
    values, step = nice_ticks(prices.low, prices.high, max(2, int((prices.bottom - prices.top) / _TICK_PX)))
    ticks = []
    for value in values:
        y = prices.y(value)
        free = all(abs(y - tag) >= LABEL_CLEAR for tag in taken)
        ticks.append((y, price_label(value, step), free))
    return ticks
