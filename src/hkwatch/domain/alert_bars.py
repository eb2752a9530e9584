# SPDX-License-Identifier: MIT
"""Bars through an alert: what happened in a gap, or what would have happened. Most bars change nothing and are skipped.

bars ─► calm? skip : walk (open, nearer extreme, other extreme, close) ─► step
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from hkwatch.domain import alert_rules as rules
from hkwatch.domain.alert_calm import calm
from hkwatch.domain.alert_machine import open_gap, step
from hkwatch.domain.alert_terms import REMINDERS, AlertKind, Direction, Phase
from hkwatch.domain.alert_types import AlertSpec, AlertState, Firing, Gap, Sample
from hkwatch.domain.alert_window import Window
from hkwatch.domain.bars import Bar


def evaluate_bars(
    spec: AlertSpec,
    state: AlertState,
    bars: Iterable[Bar],
    *,
    gap: Gap | None = None,
    fx: Decimal | None = None,
    closes_only: bool = False,
    late: bool = True,
    items: Sequence[datetime] = (),
) -> tuple[AlertState, tuple[Firing, ...]]:
    """The state and firings after a row of bars, oldest first: what happened in a gap, or what would have
    happened.

    Each bar is walked open, the extreme nearer the open (the high when both are as near), the other extreme,
    close; or its close alone. `fx` is taken for all of them, None with a HK$ level evaluates nothing. Firings
    bear `late`. `items` as in `evaluate`. `gap` is what the bars are to fill; where they begin more than two bars
    after it does, a crossing found in their first price is only known to lie `between`. What is left of a gap after
    the last bar is for `is_gap` and `after_gap` again.
    """
    bars = list(bars)
    if gap is not None and bars and bars[0].at - gap.since > 2 * timedelta(seconds=bars[0].span_s):
        state = open_gap(spec, state, gap)
    firings: list[Firing] = []
    in_hkd = spec.is_in_hkd
    factor = fx if in_hkd and fx is not None else None
    quiet = calm(spec, state.phase, state.memory) if _may_skip(state) else None
    number, count = 0, len(bars)
    while number < count:
        bar = bars[number]
        phase = state.phase
        if phase is Phase.FIRED or phase is Phase.EXPIRED:
            break
        if (spec.expires_at is None or bar.ends_at < spec.expires_at) and not (
            in_hkd and (fx is None or state.fx != fx)
        ):
            if quiet is not None:
                low, high = (bar.close, bar.close) if closes_only else (bar.low, bar.high)
                if factor is not None:
                    low, high = low * factor, high * factor
                if quiet.holds(low, high):
                    number += 1
                    continue
            if spec.kind in REMINDERS and _rests(spec, state, bar):
                number += 1
                continue
            if rules.has_window(spec) and _may_skip(state):
                state, passed = _pass_windows(spec, state, bars, number, closes_only)
                if passed > number:
                    number = passed
                    continue
        for at, price in walk(bar, closes_only):
            after, firing = step(spec, state, Sample(at, price, fx=fx), at, late, items)
            if firing is not None:
                firings.append(firing)
            if after is not state:
                state = after
                quiet = calm(spec, state.phase, state.memory) if _may_skip(state) else None
        number += 1
    return state, tuple(firings)


def _rests(spec: AlertSpec, state: AlertState, bar: Bar) -> bool:
    """Whether a reminder is too fresh for another one throughout a bar."""
    last = state.last_fire_at
    return last is not None and _may_skip(state) and bar.ends_at < last + timedelta(seconds=spec.cooldown_s)


def _may_skip(state: AlertState) -> bool:
    return (
        state.phase in (Phase.ARMED, Phase.REARMING)
        and state.blocked is None
        and state.gap_from is None
        and state.waiting is None
    )


def _pass_windows(
    spec: AlertSpec, state: AlertState, bars: list[Bar], number: int, closes_only: bool
) -> tuple[AlertState, int]:
    """Take bars into a window for as long as none of them can fire; the state then, and the first bar not taken in.

    Whether a bar may fire is judged by the window as it was before anything in it expired, which is never too bold.
    """
    memory = state.memory
    if (
        memory is None
        or memory.warm_from is not None
        or not (memory.lows or memory.highs)
        or state.phase is not Phase.ARMED
    ):
        return state, number
    window = Window(memory.lows, memory.highs)
    lows, highs = window.lows, window.highs
    span = timedelta(seconds=spec.window_s)
    third = timedelta(seconds=bars[number].span_s) / 3
    ends = timedelta(seconds=bars[number].span_s)
    is_move, pct = spec.kind is AlertKind.MOVE, spec.pct or Decimal(0)
    up = is_move and spec.direction is not Direction.DOWN
    down = is_move and spec.direction is not Direction.UP
    is_high = spec.kind is AlertKind.NEW_HIGH
    step = 1 + rules.NEW_EXTREME_STEP if is_high else 1 - rules.NEW_EXTREME_STEP
    mark, base_at = Decimal(0), memory.base_at
    if not is_move:
        assert memory.base is not None
        assert memory.base_at is not None
        mark = memory.base * step
    rise, fall = 1 + pct, 1 - pct
    # A high needs no lows, a low no highs; a move needs both, whichever way it counts.
    keeps_lows, keeps_highs = bool(lows), bool(highs)
    lowest = lows[0][1] if keeps_lows else Decimal(0)
    highest = highs[0][1] if keeps_highs else Decimal(0)
    top, bottom = lowest * rise, highest * fall
    at = state.changed_at
    begun = number
    expires_at, span_s = spec.expires_at, bars[number].span_s
    two_thirds, count = 2 * third, len(bars)
    base, edge = memory.base, highs if is_high else lows
    # What is done for every bar of a year is written out: a call each would take longer than the work.
    while number < count:
        bar = bars[number]
        opened_at = bar.at
        if bar.span_s != span_s or (at is not None and opened_at < at):
            break
        end = opened_at + ends
        if expires_at is not None and end >= expires_at:
            break
        close = bar.close
        low, high = (close, close) if closes_only else (bar.low, bar.high)
        start = end - span
        if is_move:
            if low < lowest:
                lowest, top = low, low * rise
            if high > highest:
                highest, bottom = high, high * fall
            if (up and high >= top) or (down and low <= bottom):
                break
        else:
            assert base_at is not None
            if base_at < start:
                left = next((point for point in edge if point[0] >= start), None)
                if left is None or (high >= left[1] if is_high else low <= left[1]):
                    break
                # Nothing in this bar is beyond what is left of the window, so its extreme is the one to beat now.
                base_at, base = left
                mark = base * step
            if high > mark if is_high else low < mark:
                break
        if keeps_lows:
            if low < close:
                opened = bar.open
                while lows and lows[-1][1] >= low:
                    lows.pop()
                lows.append((opened_at + (two_thirds if high - opened <= opened - low else third), low))
            else:
                while lows and lows[-1][1] >= close:
                    lows.pop()
            lows.append((end, close))
            if lows[0][0] < start:
                while lows[0][0] < start:
                    lows.popleft()
                lowest = lows[0][1]
                top = lowest * rise
        if keeps_highs:
            if high > close:
                opened = bar.open
                while highs and highs[-1][1] <= high:
                    highs.pop()
                highs.append((opened_at + (third if high - opened <= opened - low else two_thirds), high))
            else:
                while highs and highs[-1][1] <= close:
                    highs.pop()
            highs.append((end, close))
            if highs[0][0] < start:
                while highs[0][0] < start:
                    highs.popleft()
                highest = highs[0][1]
                bottom = highest * fall
        at = end
        number += 1
    if number == begun:
        return state, number
    kept_lows, kept_highs = window.points
    memory = replace(memory, base=base, base_at=base_at, lows=kept_lows, highs=kept_highs)
    return replace(state, memory=memory, changed_at=at), number


def walk(bar: Bar, closes_only: bool) -> tuple[tuple[datetime, Decimal], ...]:
    """The prices of a bar in the order they are taken to have come, spread over its span."""
    if closes_only:
        return ((bar.ends_at, bar.close),)
    third = timedelta(seconds=bar.span_s) / 3
    is_high_first = bar.high - bar.open <= bar.open - bar.low
    first, second = (bar.high, bar.low) if is_high_first else (bar.low, bar.high)
    return (
        (bar.at, bar.open),
        (bar.at + third, first),
        (bar.at + 2 * third, second),
        (bar.ends_at, bar.close),
    )
