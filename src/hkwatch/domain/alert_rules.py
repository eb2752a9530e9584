# SPDX-License-Identifier: MIT
"""What each kind of alert looks at: its first side, its memory, when it is reached, when it arms again.

    first ─► (note ─► reached? ─► consumed | is_back?) for every sample

Pure functions of rule, memory and price; phases, confirmation and pop-ups are the machine's in `alerts.py`. Prices are
in the alert's currency, but for shares and extremes, which are always of the price in US dollars.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from hkwatch.domain.alert_terms import EXTREME_KINDS, AlertKind, Direction, Phase
from hkwatch.domain.alert_types import AlertSpec, Memory, Sample
from hkwatch.domain.alert_window import Window
from hkwatch.domain.median import median

NEW_EXTREME_STEP = Decimal("0.001")
"""A new high must be this share above the one before; otherwise a slow climb would fire at every sample."""
WARM = Decimal("0.5")
"""A window says nothing before this share of it has been watched."""

_KINDS_WITH_WINDOW = EXTREME_KINDS | {AlertKind.MOVE}
_EMPTY = Memory()


@dataclass(frozen=True, slots=True)
class Hit:
    """An alert is reached: at which price, measured from what, and by which share."""

    level: Decimal
    base: Decimal | None = None
    base_at: datetime | None = None
    share: Decimal | None = None


def has_window(spec: AlertSpec) -> bool:
    """Whether every sample changes its memory: a window that moves."""
    return spec.kind in _KINDS_WITH_WINDOW and spec.window_s > 0


def warm_at(spec: AlertSpec, memory: Memory | None) -> datetime | None:
    """When a window has been watched for long enough to fire; None where nothing must be waited for."""
    if memory is None or memory.warm_from is None:
        return None
    return memory.warm_from + timedelta(seconds=spec.window_s * float(WARM))


def seed(spec: AlertSpec, memory: Memory | None, points: list[tuple[datetime, Decimal]]) -> Memory | None:
    """The memory of a window after prices from before the alert was made, oldest first; other kinds keep theirs."""
    if memory is None or not points:
        return memory
    if spec.since is not None:
        return _beaten(spec, memory, points)
    if not has_window(spec) or spec.kind is AlertKind.MOVE:
        return memory
    window = Window()
    push = window.push_low if spec.kind is AlertKind.NEW_LOW else window.push_high
    for at, price in points:
        push(at, price)
    start = memory.warm_from or points[-1][0]
    window.expire(start - timedelta(seconds=spec.window_s))
    for at, price in memory.lows if spec.kind is AlertKind.NEW_LOW else memory.highs:
        push(at, price)
    lows, highs = window.points
    edge = (highs if spec.kind is AlertKind.NEW_HIGH else lows)[0]
    return replace(memory, base=edge[1], base_at=edge[0], lows=lows, highs=highs, warm_from=points[0][0])


def _beaten(spec: AlertSpec, memory: Memory, points: list[tuple[datetime, Decimal]]) -> Memory:
    """The high (low) to beat since a moment, once older prices are known; what it was already where none is beyond."""
    assert spec.since is not None
    since = [(at, price) for at, price in points if at >= spec.since]
    is_high = spec.kind is AlertKind.NEW_HIGH
    best = (max if is_high else min)(since, key=lambda point: point[1], default=None)
    if best is None or memory.base is None or (best[1] <= memory.base if is_high else best[1] >= memory.base):
        return memory
    return replace(memory, base=best[1], base_at=best[0])


def first(spec: AlertSpec, price: Decimal, sample: Sample) -> tuple[Phase, Memory | None]:
    """Where an alert stands after its first price. It never fires there."""
    at, level = sample.at, spec.level
    armed, rearming = Phase.ARMED, Phase.REARMING
    match spec.kind:
        case AlertKind.CROSS_ABOVE:
            return (rearming if price >= level else armed), None
        case AlertKind.CROSS_BELOW:
            return (rearming if price <= level else armed), None
        case AlertKind.CROSS:
            memory = Memory(up=price < level, down=price > level)
            return (armed if memory.up or memory.down else rearming), memory
        case AlertKind.LEAVE_RANGE:
            return (armed if _is_inside(spec, price) else rearming), None
        case AlertKind.ENTER_RANGE:
            return (rearming if _is_inside(spec, price) else armed), None
        case AlertKind.STEP if spec.pct is not None:
            return armed, Memory(price, at, anchor=price)
        case AlertKind.STEP:
            return armed, Memory(base=(price / level).to_integral_value(ROUND_FLOOR) * level)
        case AlertKind.MOVE:
            return armed, Memory(lows=((at, price),), highs=((at, price),), warm_from=at)
        case AlertKind.MOVE_BASE:
            return armed, Memory(base=price, base_at=at)
        case AlertKind.NEW_HIGH | AlertKind.NEW_LOW:
            if spec.window_s:
                edge = ((at, price),)
                if spec.kind is AlertKind.NEW_HIGH:
                    return armed, Memory(price, at, highs=edge, warm_from=at)
                return armed, Memory(price, at, lows=edge, warm_from=at)
            is_beaten = not level or (price > level if spec.kind is AlertKind.NEW_HIGH else price < level)
            return armed, Memory(price if is_beaten else level, at)
        case AlertKind.PREMIUM:
            lasting = note(spec, _EMPTY, price, sample)
            return (armed if lasting == _EMPTY else rearming), lasting
        case AlertKind.ABOVE | AlertKind.BELOW | AlertKind.NO_PRICE | AlertKind.ITEM:
            return armed, None


def note(spec: AlertSpec, memory: Memory | None, price: Decimal, sample: Sample) -> Memory | None:
    """The memory with one more price in it, before it is asked whether the alert is reached.

    What the price does not change is given back as the very object, but for the points of a window.
    """
    at = sample.at
    if spec.kind is AlertKind.CROSS:
        assert memory is not None
        back = spec.level * (1 - spec.band), spec.level * (1 + spec.band)
        up = memory.up or (price <= back[0] if spec.band else price < spec.level)
        down = memory.down or (price >= back[1] if spec.band else price > spec.level)
        return memory if (up, down) == (memory.up, memory.down) else replace(memory, up=up, down=down)
    if spec.kind is AlertKind.PREMIUM:
        assert memory is not None
        share = premium(spec, sample)
        if share is None or not _is_wide(spec, share):
            # The very one given, so that what changed is the same before and after a restart.
            return memory if memory == _EMPTY else _EMPTY
        # A discount does not go on where a premium ended.
        is_same = memory.base_at is not None and memory.up is (share > 0)
        return memory if is_same else Memory(base_at=at, up=share > 0)
    if not has_window(spec):
        return memory
    assert memory is not None
    window = Window(memory.lows, memory.highs)
    start = at - timedelta(seconds=spec.window_s)
    window.expire(start)
    if spec.kind is not AlertKind.MOVE and memory.base_at is not None and memory.base_at < start:
        former = window.highs if spec.kind is AlertKind.NEW_HIGH else window.lows
        edge = former[0] if former else (at, price)
        memory = replace(memory, base=edge[1], base_at=edge[0])
    if spec.kind is not AlertKind.NEW_HIGH:
        window.push_low(at, price)
    if spec.kind is not AlertKind.NEW_LOW:
        window.push_high(at, price)
    warm_from = memory.warm_from or (None if memory.lows or memory.highs else at)
    lows, highs = window.points
    memory = replace(memory, lows=lows, highs=highs, warm_from=warm_from)
    warm = warm_at(spec, memory)
    return replace(memory, warm_from=None) if warm is not None and at >= warm else memory


def reached(spec: AlertSpec, memory: Memory | None, price: Decimal, sample: Sample) -> Hit | None:
    """What the price reached, None when nothing. `memory` is that of `note`."""
    level = spec.level
    match spec.kind:
        case AlertKind.CROSS_ABOVE | AlertKind.ABOVE:
            return Hit(level) if price >= level else None
        case AlertKind.CROSS_BELOW | AlertKind.BELOW:
            return Hit(level) if price <= level else None
        case AlertKind.CROSS:
            assert memory is not None
            return Hit(level) if (memory.up and price >= level) or (memory.down and price <= level) else None
        case AlertKind.LEAVE_RANGE:
            assert spec.upper is not None
            if _is_inside(spec, price):
                return None
            return Hit(spec.upper if price > spec.upper else level)
        case AlertKind.ENTER_RANGE:
            assert spec.upper is not None
            if not _is_inside(spec, price):
                return None
            return Hit(level if abs(price - level) <= abs(spec.upper - price) else spec.upper)
        case AlertKind.STEP if spec.pct is not None:
            return _share_step_reached(spec, memory, price)
        case AlertKind.STEP:
            return _step_reached(spec, memory, price)
        case AlertKind.MOVE:
            return _moved(spec, memory, price)
        case AlertKind.MOVE_BASE:
            assert memory is not None
            assert memory.base is not None
            assert spec.pct is not None
            share = price / memory.base - 1
            if abs(share) < spec.pct or not _is_wanted(spec.direction, share):
                return None
            factor = 1 + spec.pct if share > 0 else 1 - spec.pct
            return Hit(memory.base * factor, memory.base, memory.base_at, share)
        case AlertKind.NEW_HIGH | AlertKind.NEW_LOW:
            assert memory is not None
            assert memory.base is not None
            is_high = spec.kind is AlertKind.NEW_HIGH
            mark = memory.base * (1 + NEW_EXTREME_STEP if is_high else 1 - NEW_EXTREME_STEP)
            if memory.warm_from is not None or not (price > mark if is_high else price < mark):
                return None
            return Hit(memory.base, memory.base, memory.base_at, price / memory.base - 1)
        case AlertKind.PREMIUM:
            share_now = premium(spec, sample)
            assert memory is not None
            if share_now is None or memory.base_at is None:
                return None
            if sample.at - memory.base_at < timedelta(seconds=spec.window_s):
                return None
            return Hit(price * (1 + share_now), price, memory.base_at, share_now)
        case AlertKind.NO_PRICE | AlertKind.ITEM:
            return None


def consumed(spec: AlertSpec, memory: Memory | None, price: Decimal, sample: Sample) -> tuple[Phase, Memory | None]:
    """Phase and memory of a repeating alert after it was reached at this price."""
    at = sample.at
    match spec.kind:
        case AlertKind.CROSS:
            assert memory is not None
            # At the level itself both arms are reached: one firing tells of both.
            memory = replace(memory, up=memory.up and price < spec.level, down=memory.down and price > spec.level)
            return (Phase.ARMED if memory.up or memory.down else Phase.REARMING), memory
        case AlertKind.STEP if spec.pct is not None:
            hit = _share_step_reached(spec, memory, price)
            assert hit is not None
            assert memory is not None
            return Phase.ARMED, replace(memory, base=hit.level)
        case AlertKind.STEP:
            hit = _step_reached(spec, memory, price)
            assert hit is not None
            assert memory is not None
            assert memory.base is not None
            return Phase.ARMED, Memory(base=hit.level if hit.level > memory.base else hit.level - spec.level)
        case AlertKind.MOVE:
            return Phase.ARMED, Memory(lows=((at, price),), highs=((at, price),))
        case AlertKind.MOVE_BASE:
            return Phase.ARMED, Memory(price, at)
        case AlertKind.NEW_HIGH | AlertKind.NEW_LOW:
            assert memory is not None
            return Phase.ARMED, replace(memory, base=price, base_at=at)
        case AlertKind.ABOVE | AlertKind.BELOW:
            return Phase.ARMED, memory
        case _:
            return Phase.REARMING, memory


def is_back(spec: AlertSpec, memory: Memory | None, price: Decimal, sample: Sample) -> bool:
    """Whether the price has gone back far enough to arm again. Without a band, at the level is not enough."""
    band, level = spec.band, spec.level
    match spec.kind:
        case AlertKind.CROSS_ABOVE:
            return price <= level * (1 - band) if band else price < level
        case AlertKind.CROSS_BELOW:
            return price >= level * (1 + band) if band else price > level
        case AlertKind.CROSS:
            return memory is not None and (memory.up or memory.down)
        case AlertKind.LEAVE_RANGE:
            assert spec.upper is not None
            return level * (1 + band) <= price <= spec.upper * (1 - band)
        case AlertKind.ENTER_RANGE:
            assert spec.upper is not None
            low, high = level * (1 - band), spec.upper * (1 + band)
            return (price <= low or price >= high) and not _is_inside(spec, price)
        case AlertKind.PREMIUM:
            share = premium(spec, sample)
            assert spec.pct is not None
            return share is not None and not (_is_wanted(spec.direction, share) and abs(share) >= spec.pct / 2)
        case _:
            return True


def after_unfilled_gap(spec: AlertSpec, memory: Memory | None) -> Memory | None:
    """What may still be remembered after a time without prices: a move's window restarts empty."""
    return _EMPTY if spec.kind in (AlertKind.MOVE, AlertKind.PREMIUM) and memory is not None else memory


def premium(spec: AlertSpec, sample: Sample) -> Decimal | None:
    """By which share the licensed venue (or the median of all of them) stands above the consensus; None without one."""
    prices = [price for venue, price in sample.licensed if not spec.venue or venue == spec.venue]
    if not prices or not sample.price_usd:
        return None
    return median(prices) / sample.price_usd - 1


def _is_inside(spec: AlertSpec, price: Decimal) -> bool:
    assert spec.upper is not None
    return spec.level <= price <= spec.upper


def _is_wanted(direction: Direction, share: Decimal) -> bool:
    return direction is Direction.BOTH or (share > 0) is (direction is Direction.UP)


def _is_wide(spec: AlertSpec, share: Decimal | None) -> bool:
    assert spec.pct is not None
    return share is not None and abs(share) >= spec.pct and _is_wanted(spec.direction, share)


def _step_reached(spec: AlertSpec, memory: Memory | None, price: Decimal) -> Hit | None:
    """The furthest multiple of the step that the price has passed by the band."""
    assert memory is not None
    assert memory.base is not None
    step, band = spec.level, spec.band
    above = (price / (step * (1 + band))).to_integral_value(ROUND_FLOOR) * step
    if above > memory.base:
        return Hit(above, memory.base)
    if band:
        below = (price / (step * (1 - band))).to_integral_value(ROUND_CEILING) * step
    else:
        # At a border the price still is in the step above it.
        below = ((price / step).to_integral_value(ROUND_FLOOR) + 1) * step
    return Hit(below, memory.base) if below <= memory.base else None


def share_step(spec: AlertSpec, memory: Memory) -> Decimal:
    """How wide a step is that is a share of the price at the making."""
    assert spec.pct is not None
    assert memory.anchor is not None
    return memory.anchor * spec.pct


def _share_step_reached(spec: AlertSpec, memory: Memory | None, price: Decimal) -> Hit | None:
    """The furthest step from the price at the making that was passed by the band; never the one told last."""
    assert memory is not None
    assert memory.base is not None
    assert memory.anchor is not None
    width, base, band = share_step(spec, memory), memory.base, spec.band
    is_up = price > base
    edge = price / (1 + band if is_up else 1 - band)
    count = (abs(edge - base) / width).to_integral_value(ROUND_FLOOR) if (edge > base) is is_up else Decimal(0)
    level = base + count * width if is_up else base - count * width
    # The quotient is rounded: at the border itself it may have come out a step short.
    further = level + width if is_up else level - width
    if price >= further * (1 + band) if is_up else price <= further * (1 - band):
        count, level = count + 1, further
    return Hit(level, memory.anchor, memory.base_at, level / memory.anchor - 1) if count else None


def _moved(spec: AlertSpec, memory: Memory | None, price: Decimal) -> Hit | None:
    assert memory is not None
    assert spec.pct is not None
    if memory.warm_from is not None or not memory.lows:
        return None
    found = []
    (low_at, low), (high_at, high) = memory.lows[0], memory.highs[0]
    if spec.direction is not Direction.DOWN and price >= low * (1 + spec.pct):
        found.append(Hit(low * (1 + spec.pct), low, low_at, price / low - 1))
    if spec.direction is not Direction.UP and price <= high * (1 - spec.pct):
        found.append(Hit(high * (1 - spec.pct), high, high_at, price / high - 1))
    # A fall and a rise at once: the one whose beginning is nearer in time is the one going on.
    return max(found, key=lambda hit: (hit.base_at, hit.share), default=None)
