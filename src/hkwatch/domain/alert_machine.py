# SPDX-License-Identifier: MIT
"""One sample through one alert: new → armed → (pending) → fired, or → waiting to re-arm → armed.

    expired? ─ usable? ─ note ─ first side | reached? ─ confirmed? ─ hours? ─ item? ─► firing | back far enough?

What a kind looks at is in `alert_rules.py`; how samples are handed in is in `alerts.py`.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import assert_never

from hkwatch.domain import alert_rules as rules
from hkwatch.domain.alert_rules import Hit
from hkwatch.domain.alert_terms import REMINDERS, AlertKind, Blocked, Phase, Repeat
from hkwatch.domain.alert_types import CONFIRM_AFTER, AlertSpec, AlertState, Firing, Gap, Memory, Sample
from hkwatch.domain.price import PriceState

_SHORTEST_GAP_S = 120.0


def longest_pause(interval_s: float) -> timedelta:
    """Samples further apart than this say nothing of the time between them: 3 intervals, and 2 minutes at least."""
    return timedelta(seconds=max(3 * interval_s, _SHORTEST_GAP_S))


def open_gap(spec: AlertSpec, state: AlertState, gap: Gap) -> AlertState:
    """An armed alert that no longer knows on which side the price is."""
    if state.phase is Phase.PENDING:
        # What was seen before the gap confirms nothing after it.
        state = replace(state, phase=Phase.ARMED, pending_since=None, seen=0)
    if state.phase is Phase.ARMED and state.gap_from is None:
        memory = rules.after_unfilled_gap(spec, state.memory)
        state = replace(state, gap_from=max(gap.since, state.since), memory=memory)
    return state


def step(
    spec: AlertSpec,
    state: AlertState,
    sample: Sample,
    now: datetime,
    late: bool = False,
    items: Sequence[datetime] = (),
    interval_s: float = 0,
) -> tuple[AlertState, Firing | None]:
    """The state after a sample, and the firing it made. A state in which nothing changed is the very one given.

    `interval_s` is the time between two looks, 0 = not known.
    """
    phase = state.phase
    if phase is Phase.FIRED or phase is Phase.EXPIRED:
        return state, None
    if spec.expires_at is not None and now >= spec.expires_at:
        return _expired(spec, state), None
    if spec.kind is AlertKind.ITEM or (state.changed_at is not None and sample.at < state.changed_at):
        return state, None
    if state.waiting is not None:
        seen_at = state.changed_at
        state, firing = _after_waiting(spec, state, sample.at, items)
        if firing is not None:
            # The sample counts as well. Without items it can make no second firing: a crossing waits for the next one.
            after, _ = step(spec, replace(state, changed_at=seen_at), sample, now, late)
            return replace(after, changed_at=sample.at), firing
    if spec.kind is AlertKind.NO_PRICE:
        return _without_price(spec, state, sample, late, longest_pause(interval_s))
    if sample.held:
        return state, None
    blocked = blocked_by(spec, sample)
    if blocked is not None:
        return block(state, blocked, sample.at), None
    price = price_of(spec, sample, sample.fx)
    if phase is Phase.NEW:
        return first_side(spec, state, sample), None
    memory = rules.note(spec, state.memory, price, sample)
    if memory is not state.memory:
        state = replace(state, memory=memory, changed_at=sample.at)
    clear = state.blocked is None and state.gap_from is None
    if phase is Phase.REARMING:
        if rules.is_back(spec, memory, price, sample):
            return move(state, Phase.ARMED, sample, fx=reference(spec, sample)), None
        return (state if clear else move(state, phase, sample, fx=state.fx)), None
    hit = rules.reached(spec, memory, price, sample)
    if hit is None:
        if clear and phase is Phase.ARMED and (not spec.is_in_hkd or state.fx == sample.fx):
            return state, None
        return move(state, Phase.ARMED, sample, fx=reference(spec, sample)), None
    if spec.is_in_hkd and rules.reached(spec, memory, price_of(spec, sample, state.fx), sample) is None:
        # Only the exchange rate moved. The old rate stays the measure, so that a real crossing still
        # fires.
        if clear and phase is Phase.ARMED:
            return state, None
        return move(state, Phase.ARMED, sample, fx=state.fx), None
    if spec.kind in REMINDERS and _is_too_soon(spec, state, sample.at):
        return (state if clear and phase is Phase.ARMED else move(state, Phase.ARMED, sample, fx=state.fx)), None
    return _confirmed(spec, state, sample, hit, price, late, items)


def _confirmed(
    spec: AlertSpec,
    state: AlertState,
    sample: Sample,
    hit: Hit,
    price: Decimal,
    late: bool,
    items: Sequence[datetime],
) -> tuple[AlertState, Firing | None]:
    """Reached: fire, or wait for another reading, for the hours, or for the item."""
    since = state.pending_since
    # The same sample again is no further reading.
    seen = state.seen + (1 if since is None or state.changed_at is None or sample.at > state.changed_at else 0)
    is_sure = sample.state is PriceState.OK or (since is not None and sample.at - since >= CONFIRM_AFTER)
    if not is_sure or seen < spec.readings:
        if since is not None and seen == state.seen:
            return state, None
        pending = move(state, Phase.PENDING, sample, fx=state.fx)
        if since is not None and spec.readings == 1:
            return state, None
        return replace(pending, pending_since=since or sample.at, seen=seen, gap_from=state.gap_from), None
    if spec.hours is not None and not spec.hours.hold(sample.at):
        # Not consumed: what still holds when the hours begin is told then.
        if state.gap_from is not None and state.phase is Phase.ARMED and state.blocked is None:
            return state, None
        return replace(move(state, Phase.ARMED, sample, fx=state.fx), gap_from=state.gap_from or sample.at), None
    firing = _firing(spec, state, sample, hit, late)
    after_phase, memory = rules.consumed(spec, state.memory, price, sample)
    # Where the next crossing may follow at once, this price is the near side of it, and its rate the measure.
    is_near = after_phase is Phase.ARMED and spec.kind not in REMINDERS
    fx = reference(spec, sample) if is_near else state.fx
    after = replace(move(state, after_phase, sample, fx=fx), memory=memory)
    if spec.with_item is not None and not _has_item(spec, sample.at, items):
        return replace(after, waiting=firing), None
    return _count(spec, after, firing)


def _after_waiting(
    spec: AlertSpec, state: AlertState, at: datetime, items: Sequence[datetime]
) -> tuple[AlertState, Firing | None]:
    firing = state.waiting
    assert firing is not None
    assert spec.with_item is not None
    if at <= firing.at:
        return state, None
    if _has_item(spec, firing.at, items):
        when = max(at, firing.at)
        firing = replace(firing, at=when, between=firing.between or (firing.at, when))
        return _count(spec, replace(state, waiting=None, changed_at=when), firing)
    if at - firing.at > timedelta(seconds=spec.with_item.within_s):
        return replace(state, waiting=None), None
    return state, None


def _without_price(
    spec: AlertSpec, state: AlertState, sample: Sample, late: bool, lost: timedelta
) -> tuple[AlertState, Firing | None]:
    """The kind that waits for the price to fail: time counts from the first sample that could not be trusted."""
    at = sample.at
    is_good = sample.price_usd is not None and sample.state in (PriceState.OK, PriceState.DEGRADED)
    if is_good:
        if state.phase is Phase.ARMED and state.memory is None:
            return state, None
        return replace(move(state, Phase.ARMED, sample, fx=None), memory=None), None
    if state.phase is Phase.REARMING:
        return state, None
    seen = state.changed_at
    memory = state.memory
    if memory is None or memory.base_at is None or (seen is not None and at - seen > lost):
        memory = Memory(base_at=at)
    state = replace(move(state, Phase.ARMED, sample, fx=None), memory=memory)
    assert memory.base_at is not None
    if at - memory.base_at < timedelta(seconds=spec.window_s) or (spec.hours is not None and not spec.hours.hold(at)):
        return state, None
    firing = _firing(spec, state, sample, Hit(Decimal(0), None, memory.base_at), late)
    return _count(spec, replace(state, phase=Phase.REARMING, since=at), firing)


def _firing(spec: AlertSpec, state: AlertState, sample: Sample, hit: Hit, late: bool) -> Firing:
    between = None if state.gap_from is None else (state.gap_from, state.pending_since or sample.at)
    crosses = spec.kind in (AlertKind.CROSS_ABOVE, AlertKind.CROSS_BELOW)
    price = sample.price_usd
    return Firing(
        alert_id=spec.id,
        asset=spec.asset,
        kind=spec.kind,
        level=hit.level,
        currency=spec.currency,
        at=sample.at,
        price_usd=price,
        price_hkd=None if sample.fx is None or price is None else price * sample.fx,
        fx=sample.fx,
        state=sample.state,
        venues=sample.venues,
        sample_id=sample.id,
        late=late or between is not None,
        between=between,
        rearm_level=spec.rearm_level if crosses and spec.repeat is Repeat.EVERY else None,
        base=hit.base,
        base_at=hit.base_at,
        share=hit.share,
        spec=spec,
    )


def _count(spec: AlertSpec, state: AlertState, firing: Firing) -> tuple[AlertState, Firing]:
    """Enter a firing in the alert's record, and settle whether it pops up."""
    at = firing.at
    is_snoozed = state.snoozed_until is not None and at < state.snoozed_until
    cooldown = timedelta(seconds=0 if spec.kind in REMINDERS else spec.cooldown_s)
    is_cooling = state.last_told_at is not None and at - state.last_told_at < cooldown
    told = not (is_snoozed or is_cooling)
    is_done = spec.repeat is Repeat.ONCE
    after = replace(
        state,
        phase=Phase.FIRED if is_done else state.phase,
        since=at if is_done else state.since,
        fires=state.fires + 1,
        untold=0 if told else state.untold + 1,
        last_fire_at=at,
        last_fire_price=firing.price_usd,
        last_told_at=at if told else state.last_told_at,
    )
    return after, replace(firing, told=told, times=state.untold + 1)


def count_item(spec: AlertSpec, state: AlertState, firing: Firing) -> tuple[AlertState, Firing]:
    """Enter a firing that an item made."""
    return _count(spec, replace(state, changed_at=firing.at), firing)


def first_side(spec: AlertSpec, state: AlertState, sample: Sample) -> AlertState:
    """The state after the first usable sample."""
    phase, memory = rules.first(spec, price_of(spec, sample, sample.fx), sample)
    return replace(move(state, phase, sample, fx=reference(spec, sample)), memory=memory)


def move(state: AlertState, phase: Phase, sample: Sample, fx: Decimal | None) -> AlertState:
    """A usable sample was read: whatever waited or stood in the way is over."""
    return replace(
        state,
        phase=phase,
        since=state.since if phase is state.phase else sample.at,
        pending_since=None,
        seen=0,
        blocked=None,
        blocked_since=None,
        gap_from=None,
        fx=fx,
        changed_at=sample.at,
    )


def block(state: AlertState, reason: Blocked, at: datetime) -> AlertState:
    """The state after a sample that cannot be used."""
    # Two samples that confirm each other must follow each other, so a pending crossing starts anew.
    is_pending = state.phase is Phase.PENDING
    if state.blocked is reason and not is_pending:
        return state
    return replace(
        state,
        phase=Phase.ARMED if is_pending else state.phase,
        since=at if is_pending else state.since,
        pending_since=None,
        seen=0,
        blocked=reason,
        blocked_since=state.blocked_since or at,
    )


def blocked_by(spec: AlertSpec, sample: Sample) -> Blocked | None:
    """Why a sample cannot be used for an alert, None when it can."""
    match sample.state:
        case PriceState.OK | PriceState.DEGRADED:
            if sample.price_usd is None:
                return Blocked.NO_PRICE
            if spec.kind is AlertKind.PREMIUM and rules.premium(spec, sample) is None:
                return Blocked.NO_VENUE
            return Blocked.NO_FX if spec.is_in_hkd and sample.fx is None else None
        case PriceState.DISPUTED:
            return Blocked.DISPUTED
        case PriceState.SINGLE:
            return Blocked.SINGLE
        case PriceState.STALE:
            return Blocked.NO_PRICE
        case _:
            assert_never(sample.state)


def price_of(spec: AlertSpec, sample: Sample, fx: Decimal | None) -> Decimal:
    """The price in the currency that the kind compares in, with `fx` or, where that is None, the sample's own rate."""
    assert sample.price_usd is not None
    if not spec.is_in_hkd:
        return sample.price_usd
    rate = sample.fx if fx is None else fx
    assert rate is not None
    return sample.price_usd * rate


def reference(spec: AlertSpec, sample: Sample) -> Decimal | None:
    """The rate that a later crossing must also hold with."""
    return sample.fx if spec.is_in_hkd else None


def _is_too_soon(spec: AlertSpec, state: AlertState, at: datetime) -> bool:
    # The sample that showed on which side the price is does not remind as well. While pending, `since` is the
    # first reading beyond the level: coming again, it must not undo itself.
    is_first = state.phase is Phase.ARMED and at <= state.since
    last = state.last_fire_at
    return is_first or (last is not None and at - last < timedelta(seconds=spec.cooldown_s))


def _has_item(spec: AlertSpec, at: datetime, items: Sequence[datetime]) -> bool:
    assert spec.with_item is not None
    reach = timedelta(seconds=spec.with_item.within_s)
    return any(abs(seen - at) <= reach for seen in items)


def _expired(spec: AlertSpec, state: AlertState) -> AlertState:
    assert spec.expires_at is not None
    return replace(
        state,
        phase=Phase.EXPIRED,
        since=spec.expires_at,
        pending_since=None,
        seen=0,
        blocked=None,
        blocked_since=None,
        gap_from=None,
        waiting=None,
    )
