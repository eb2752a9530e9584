# SPDX-License-Identifier: MIT
"""When a price alert fires: armed → (pending) → fired, or → waiting to re-arm → armed.

    arm ── evaluate(sample) ── … ── gap: after_gap(sample) or evaluate_bars(bars) ── evaluate(sample) …

Everything is a fold over samples: the same samples give the same firings however they are split into calls,
and over a restart in between. A function that changes nothing gives back the very state it was given, so a
caller stores a state only when `new is not old`. The nouns are in `alert_types.py` and can be imported from
here.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import assert_never

from hkwatch.domain.alert_types import (
    CONFIRM_AFTER,
    AlertKind,
    AlertSpec,
    AlertState,
    Blocked,
    Currency,
    Firing,
    Gap,
    Phase,
    Repeat,
    Sample,
    Status,
    draft_problems,
    is_storm,
    sample_of,
    snooze,
    status,
)
from hkwatch.domain.bars import Bar
from hkwatch.domain.price import MAX_AGE_S, PriceState

__all__ = [
    "CONFIRM_AFTER",
    "AlertKind",
    "AlertSpec",
    "AlertState",
    "Blocked",
    "Currency",
    "Firing",
    "Gap",
    "Phase",
    "Repeat",
    "Sample",
    "Status",
    "after_gap",
    "arm",
    "draft_problems",
    "evaluate",
    "evaluate_bars",
    "is_gap",
    "is_storm",
    "rearm",
    "sample_of",
    "snooze",
    "status",
]

_OLDEST = timedelta(seconds=MAX_AGE_S)
_SHORTEST_GAP_S = 120.0


def arm(spec: AlertSpec, sample: Sample | None, now: datetime) -> AlertState:
    """The first state of an alert. It never fires here.

    On the near side of the level it is armed. At or beyond the level it waits until the price has gone back
    past the band. Without a usable sample the next usable one decides. Samples and bars from before `now` will
    not count.
    """
    new = AlertState(Phase.NEW, now, blocked=Blocked.NO_PRICE, blocked_since=now, changed_at=now)
    if spec.expires_at is not None and now >= spec.expires_at:
        return AlertState(Phase.EXPIRED, now)
    if sample is None or sample.held:
        return new
    blocked = Blocked.NO_PRICE if now - sample.at > _OLDEST else _blocked(spec, sample)
    if blocked is not None:
        return replace(new, blocked=blocked)
    return replace(_first_side(spec, new, sample), changed_at=now)


def rearm(spec: AlertSpec, state: AlertState, sample: Sample | None, now: datetime) -> AlertState:
    """`arm`, for an alert that was edited or that fired and is wanted again: what it did before stays on its
    record.
    """
    return replace(
        arm(spec, sample, now),
        fires=state.fires,
        last_fire_at=state.last_fire_at,
        last_fire_price=state.last_fire_price,
    )


def evaluate(spec: AlertSpec, state: AlertState, sample: Sample, now: datetime) -> tuple[AlertState, Firing | None]:
    """The state after one more sample, and the firing if this sample made one.

    A price from three venues or more fires at once. One from two venues must hold for 20 seconds, every
    sample in between included. Single, disputed, stale and jump-held prices never fire; nor does a sample
    older than three minutes at `now`. The level itself counts as reached. Samples must come in order; one
    older than the last change is left out. After a gap (`is_gap`) call `after_gap` or `evaluate_bars` first.
    """
    if now - sample.at > _OLDEST:
        sample = replace(sample, price_usd=None, state=PriceState.STALE)
    return _step(spec, state, sample, now)


def is_gap(last_valid_at: datetime | None, now: datetime, interval_s: float) -> bool:
    """Whether the price was unknown for so long that an edge must not be drawn across: over 3 intervals, and
    over 2 minutes.

    `last_valid_at` is the time of the last sample in state ok or degraded, None before the first (which is no
    gap).
    """
    return last_valid_at is not None and (now - last_valid_at).total_seconds() > max(3 * interval_s, _SHORTEST_GAP_S)


def after_gap(
    spec: AlertSpec, state: AlertState, sample: Sample, gap: Gap, now: datetime
) -> tuple[AlertState, Firing | None]:
    """The first sample after a gap for which there are no bars, in place of `evaluate`.

    An armed alert that finds the price beyond its level fires once, `late`, `between` the gap's beginning and
    this sample. If this sample may not fire (two venues only, a held jump, no price), the next that may does
    so; go on with `evaluate`.
    """
    return _step(spec, _open_gap(state, gap), sample, now)


def evaluate_bars(
    spec: AlertSpec,
    state: AlertState,
    bars: Iterable[Bar],
    *,
    gap: Gap | None = None,
    fx: Decimal | None = None,
    closes_only: bool = False,
    late: bool = True,
) -> tuple[AlertState, tuple[Firing, ...]]:
    """The state and firings after a row of bars, oldest first: what happened in a gap, or what would have
    happened.

    Each bar is walked open, the extreme nearer the open (the high when both are as near), the other extreme,
    close; or its close alone. `fx` is taken for all of them, None with a HK$ level evaluates nothing. Firings
    bear `late`. `gap` is what the bars are to fill; where they begin more than two bars after it does, a crossing
    found in their first price is only known to lie `between`. What is left of a gap after the last bar is for
    `is_gap` and `after_gap` again.
    """
    bars = list(bars)
    if gap is not None and bars and bars[0].at - gap.since > 2 * timedelta(seconds=bars[0].span_s):
        state = _open_gap(state, gap)
    firings: list[Firing] = []
    in_hkd = spec.currency is Currency.HKD
    factor = fx if in_hkd and fx is not None else None
    above, level, back, has_band = spec.is_above, spec.level, spec.rearm_level, bool(spec.band)
    for bar in bars:
        phase = state.phase
        if phase is Phase.FIRED or phase is Phase.EXPIRED:
            break
        # A bar that stays on one side changes nothing, and most do: a year of minutes must take less than a
        # second.
        if (
            (spec.expires_at is None or bar.ends_at < spec.expires_at)
            and state.blocked is None
            and state.gap_from is None
            and (not in_hkd or (fx is not None and state.fx == fx))
        ):
            if phase is Phase.ARMED:
                edge = bar.close if closes_only else bar.high if above else bar.low
                if factor is not None:
                    edge *= factor
                if edge < level if above else edge > level:
                    continue
            elif phase is Phase.REARMING:
                edge = bar.close if closes_only else bar.low if above else bar.high
                if factor is not None:
                    edge *= factor
                if _is_short_of(edge, back, above, has_band):
                    continue
        for at, price in _walk(bar, closes_only):
            state, firing = _step(spec, state, Sample(at, price, fx=fx), at, late)
            if firing is not None:
                firings.append(firing)
    return state, tuple(firings)


def _open_gap(state: AlertState, gap: Gap) -> AlertState:
    """An armed alert that no longer knows on which side the price is."""
    if state.phase is Phase.PENDING:
        # What was seen before the gap confirms nothing after it.
        state = replace(state, phase=Phase.ARMED, pending_since=None)
    if state.phase is Phase.ARMED and state.gap_from is None:
        state = replace(state, gap_from=max(gap.since, state.since))
    return state


def _step(
    spec: AlertSpec, state: AlertState, sample: Sample, now: datetime, late: bool = False
) -> tuple[AlertState, Firing | None]:
    phase = state.phase
    if phase is Phase.FIRED or phase is Phase.EXPIRED:
        return state, None
    if spec.expires_at is not None and now >= spec.expires_at:
        return (
            replace(
                state,
                phase=Phase.EXPIRED,
                since=spec.expires_at,
                pending_since=None,
                blocked=None,
                blocked_since=None,
                gap_from=None,
            ),
            None,
        )
    if sample.held or (state.changed_at is not None and sample.at < state.changed_at):
        return state, None
    blocked = _blocked(spec, sample)
    if blocked is not None:
        return _block(state, blocked, sample.at), None
    clear = state.blocked is None and state.gap_from is None
    if phase is Phase.ARMED or phase is Phase.PENDING:
        if not _is_reached(spec, sample, sample.fx):
            if clear and phase is Phase.ARMED and (spec.currency is Currency.USD or state.fx == sample.fx):
                return state, None
            return _move(state, Phase.ARMED, sample, fx=_reference(spec, sample)), None
        if not _is_reached(spec, sample, state.fx):
            # Only the exchange rate moved. The old rate stays the measure, so that a real crossing still
            # fires.
            if clear and phase is Phase.ARMED:
                return state, None
            return _move(state, Phase.ARMED, sample, fx=state.fx), None
        since = state.pending_since
        if sample.state is PriceState.OK or (since is not None and sample.at - since >= CONFIRM_AFTER):
            return _fire(spec, state, sample, late)
        if since is not None:
            return state, None
        return replace(
            _move(state, Phase.PENDING, sample, fx=state.fx), pending_since=sample.at, gap_from=state.gap_from
        ), None
    if phase is Phase.NEW:
        return _first_side(spec, state, sample), None
    price = _price(spec, sample, sample.fx)
    if not _is_short_of(price, spec.rearm_level, spec.is_above, bool(spec.band)):
        return _move(state, Phase.ARMED, sample, fx=_reference(spec, sample)), None
    return (state if clear else _move(state, phase, sample, fx=state.fx)), None


def _fire(spec: AlertSpec, state: AlertState, sample: Sample, late: bool) -> tuple[AlertState, Firing]:
    assert sample.price_usd is not None
    at, once = sample.at, spec.repeat is Repeat.ONCE
    is_snoozed = state.snoozed_until is not None and at < state.snoozed_until
    cooldown = timedelta(seconds=spec.cooldown_s)
    is_cooling = state.last_told_at is not None and at - state.last_told_at < cooldown
    told = not (is_snoozed or is_cooling)
    between = None if state.gap_from is None else (state.gap_from, state.pending_since or at)
    firing = Firing(
        alert_id=spec.id,
        asset=spec.asset,
        kind=spec.kind,
        level=spec.level,
        currency=spec.currency,
        at=at,
        price_usd=sample.price_usd,
        price_hkd=None if sample.fx is None else sample.price_usd * sample.fx,
        fx=sample.fx,
        state=sample.state,
        venues=sample.venues,
        sample_id=sample.id,
        told=told,
        times=state.untold + 1,
        late=late or between is not None,
        between=between,
        rearm_level=None if once else spec.rearm_level,
    )
    after = replace(
        _move(state, Phase.FIRED if once else Phase.REARMING, sample, fx=state.fx),
        fires=state.fires + 1,
        untold=0 if told else state.untold + 1,
        last_fire_at=at,
        last_fire_price=sample.price_usd,
        last_told_at=at if told else state.last_told_at,
    )
    return after, firing


def _first_side(spec: AlertSpec, state: AlertState, sample: Sample) -> AlertState:
    is_beyond = _is_reached(spec, sample, sample.fx)
    return _move(state, Phase.REARMING if is_beyond else Phase.ARMED, sample, fx=_reference(spec, sample))


def _move(state: AlertState, phase: Phase, sample: Sample, fx: Decimal | None) -> AlertState:
    """A usable sample was read: whatever waited or stood in the way is over."""
    return replace(
        state,
        phase=phase,
        since=state.since if phase is state.phase else sample.at,
        pending_since=None,
        blocked=None,
        blocked_since=None,
        gap_from=None,
        fx=fx,
        changed_at=sample.at,
    )


def _block(state: AlertState, reason: Blocked, at: datetime) -> AlertState:
    # Two samples that confirm each other must follow each other, so a pending crossing starts anew.
    is_pending = state.phase is Phase.PENDING
    if state.blocked is reason and not is_pending:
        return state
    return replace(
        state,
        phase=Phase.ARMED if is_pending else state.phase,
        since=at if is_pending else state.since,
        pending_since=None,
        blocked=reason,
        blocked_since=state.blocked_since or at,
    )


def _blocked(spec: AlertSpec, sample: Sample) -> Blocked | None:
    match sample.state:
        case PriceState.OK | PriceState.DEGRADED:
            if sample.price_usd is None:
                return Blocked.NO_PRICE
            return Blocked.NO_FX if spec.currency is Currency.HKD and sample.fx is None else None
        case PriceState.DISPUTED:
            return Blocked.DISPUTED
        case PriceState.SINGLE:
            return Blocked.SINGLE
        case PriceState.STALE:
            return Blocked.NO_PRICE
        case _:
            assert_never(sample.state)


def _price(spec: AlertSpec, sample: Sample, fx: Decimal | None) -> Decimal:
    assert sample.price_usd is not None
    if spec.currency is Currency.USD:
        return sample.price_usd
    assert fx is not None
    return sample.price_usd * fx


def _is_reached(spec: AlertSpec, sample: Sample, fx: Decimal | None) -> bool:
    price = _price(spec, sample, sample.fx if fx is None else fx)
    return price >= spec.level if spec.is_above else price <= spec.level


def _is_short_of(price: Decimal, back: Decimal, above: bool, has_band: bool) -> bool:
    """Whether the price has not gone back far enough to arm again. Without a band, at the level is not
    enough.
    """
    if above:
        return price > back if has_band else price >= back
    return price < back if has_band else price <= back


def _reference(spec: AlertSpec, sample: Sample) -> Decimal | None:
    return sample.fx if spec.currency is Currency.HKD else None


def _walk(bar: Bar, closes_only: bool) -> tuple[tuple[datetime, Decimal], ...]:
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
