# SPDX-License-Identifier: MIT
"""When an alert fires: armed → (pending) → fired, or → waiting to re-arm → armed.

    arm ── evaluate(sample) ── … ── gap: after_gap(sample) or evaluate_bars(bars) ── evaluate(sample) …

Everything is a fold over samples: the same samples give the same firings however they are split into calls,
and over a restart in between. A function that changes nothing gives back the very state it was given, so a
caller stores a state only when `new is not old`. The nouns are in `alert_terms.py` and `alert_types.py` and can be
imported from here.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from hkwatch.domain import alert_machine as machine
from hkwatch.domain import alert_rules as rules
from hkwatch.domain.alert_bars import evaluate_bars
from hkwatch.domain.alert_terms import (
    AlertKind,
    Blocked,
    Currency,
    Direction,
    Hours,
    ItemCondition,
    Phase,
    Repeat,
    Sound,
    Status,
)
from hkwatch.domain.alert_types import (
    CONFIRM_AFTER,
    STORM_WINDOW,
    AlertSpec,
    AlertState,
    Firing,
    Gap,
    Memory,
    Sample,
    draft_problems,
    is_storm,
    sample_of,
    snooze,
    status,
)
from hkwatch.domain.ids import ItemId
from hkwatch.domain.price import MAX_AGE_S, PriceState

__all__ = [
    "CONFIRM_AFTER",
    "STORM_WINDOW",
    "AlertKind",
    "AlertSpec",
    "AlertState",
    "Blocked",
    "Currency",
    "Direction",
    "Firing",
    "Gap",
    "Hours",
    "ItemCondition",
    "Memory",
    "Phase",
    "Repeat",
    "Sample",
    "Sound",
    "Status",
    "after_gap",
    "arm",
    "draft_problems",
    "evaluate",
    "evaluate_bars",
    "is_gap",
    "is_storm",
    "on_item",
    "rearm",
    "sample_firing",
    "sample_of",
    "seeded",
    "snooze",
    "status",
]

_OLDEST = timedelta(seconds=MAX_AGE_S)


def arm(spec: AlertSpec, sample: Sample | None, now: datetime) -> AlertState:
    """The first state of an alert. It never fires here.

    On the near side of the level it is armed. At or beyond the level it waits until the price has gone back
    past the band. Without a usable sample the next usable one decides. Samples and bars from before `now` will
    not count.
    """
    if spec.expires_at is not None and now >= spec.expires_at:
        return AlertState(Phase.EXPIRED, now)
    if spec.kind in (AlertKind.ITEM, AlertKind.NO_PRICE):
        return AlertState(Phase.ARMED, now, changed_at=now)
    new = AlertState(Phase.NEW, now, blocked=Blocked.NO_PRICE, blocked_since=now, changed_at=now)
    if sample is None or sample.held:
        return new
    blocked = Blocked.NO_PRICE if now - sample.at > _OLDEST else machine.blocked_by(spec, sample)
    if blocked is not None:
        return replace(new, blocked=blocked)
    return replace(machine.first_side(spec, new, sample), changed_at=now)


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


def seeded(spec: AlertSpec, state: AlertState, points: Sequence[tuple[datetime, Decimal]]) -> AlertState:
    """The state of an alert on a high or low of a window once it knows prices from before it was made, oldest first.

    Other kinds, and one that has no price of its own yet, stay as they are.
    """
    memory = rules.seed(spec, state.memory, list(points))
    return state if memory is state.memory else replace(state, memory=memory)


def on_item(
    spec: AlertSpec, state: AlertState, item: ItemId, now: datetime, latest: Sample | None = None
) -> tuple[AlertState, Firing | None]:
    """An alert on a saved search, once for each new item it finds; the caller knows which were met before.

    Outside its hours, and of other kinds, nothing happens. `latest` is the price to be logged with it.
    """
    if spec.kind is not AlertKind.ITEM or state.phase is not Phase.ARMED:
        return state, None
    if spec.expires_at is not None and now >= spec.expires_at:
        return replace(state, phase=Phase.EXPIRED, since=spec.expires_at), None
    if spec.hours is not None and not spec.hours.hold(now):
        return state, None
    price, fx = (None, None) if latest is None else (latest.price_usd, latest.fx)
    firing = Firing(
        alert_id=spec.id,
        asset=spec.asset,
        kind=spec.kind,
        level=Decimal(0),
        currency=spec.currency,
        at=now,
        price_usd=price,
        price_hkd=None if price is None or fx is None else price * fx,
        fx=fx,
        state=PriceState.STALE if latest is None else latest.state,
        venues=() if latest is None else latest.venues,
        item=item,
        spec=spec,
    )
    return machine.count_item(spec, state, firing)


def sample_firing(spec: AlertSpec, latest: Sample | None, now: datetime) -> Firing:
    """What a firing would look like if the alert were reached now, to show what will be told."""
    state = arm(spec, latest, now)
    memory = state.memory
    base = None if memory is None else memory.base
    price = None if latest is None else latest.price_usd
    level = spec.upper if spec.kind is AlertKind.LEAVE_RANGE and spec.upper is not None else spec.level
    share = spec.pct
    if share is not None and spec.direction is Direction.DOWN:
        share = -share
    if spec.kind is AlertKind.MOVE and price is not None and share is not None:
        base = price / (1 + share)
    if spec.kind is AlertKind.STEP and base is not None:
        level = base if share is None else base * (1 + share)
    return Firing(
        alert_id=spec.id,
        asset=spec.asset,
        kind=spec.kind,
        level=level,
        currency=spec.currency,
        at=now,
        price_usd=price,
        price_hkd=None if price is None or latest is None or latest.fx is None else price * latest.fx,
        fx=None if latest is None else latest.fx,
        state=PriceState.STALE if latest is None else latest.state,
        venues=() if latest is None else latest.venues,
        base=base,
        base_at=now if spec.kind in (AlertKind.MOVE, AlertKind.PREMIUM) else None,
        share=share,
        spec=spec,
    )


def evaluate(
    spec: AlertSpec,
    state: AlertState,
    sample: Sample,
    now: datetime,
    items: Sequence[datetime] = (),
    interval_s: float = 0,
) -> tuple[AlertState, Firing | None]:
    """The state after one more sample, and the firing if this sample made one.

    A price from three venues or more fires at once. One from two venues must hold for 20 seconds, every
    sample in between included. Single, disputed, stale and jump-held prices never fire; nor does a sample
    older than three minutes at `now`. The level itself counts as reached. Samples must come in order; one
    older than the last change is left out. After a gap (`is_gap`) call `after_gap` or `evaluate_bars` first.
    `items` are the times at which what the alert's condition asks for was first seen. `interval_s` is the time
    between two looks, 0 = not known: a longer pause than it explains is no time without a price.
    """
    return machine.step(spec, state, _aged(sample, now), now, items=items, interval_s=interval_s)


def is_gap(last_valid_at: datetime | None, now: datetime, interval_s: float) -> bool:
    """Whether the price was unknown for so long that an edge must not be drawn across: over 3 intervals, and
    over 2 minutes.

    `last_valid_at` is the time of the last sample in state ok or degraded, None before the first (which is no
    gap).
    """
    return last_valid_at is not None and now - last_valid_at > machine.longest_pause(interval_s)


def after_gap(
    spec: AlertSpec, state: AlertState, sample: Sample, gap: Gap, now: datetime, items: Sequence[datetime] = ()
) -> tuple[AlertState, Firing | None]:
    """The first sample after a gap for which there are no bars, in place of `evaluate`.

    An armed alert that finds the price beyond its level fires once, `late`, `between` the gap's beginning and
    this sample. If this sample may not fire (two venues only, a held jump, no price), the next that may does
    so; go on with `evaluate`.
    """
    return machine.step(spec, machine.open_gap(spec, state, gap), _aged(sample, now), now, items=items)


def _aged(sample: Sample, now: datetime) -> Sample:
    """The sample, without its price where that is too old by now."""
    return replace(sample, price_usd=None, state=PriceState.STALE) if now - sample.at > _OLDEST else sample
