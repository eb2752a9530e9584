# SPDX-License-Identifier: MIT
"""The nouns of price alerts: the rule (`AlertSpec`), where it stands (`AlertState`), what it reads
(`Sample`), what came of it (`Firing`).

The words they are made of are in `alert_terms.py`, the rules themselves in `alerts.py`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Self, assert_never

from hkwatch.domain.alert_terms import (
    AMOUNT_KINDS,
    EXTREME_KINDS,
    RANGE_KINDS,
    REMINDERS,
    SHARE_KINDS,
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
from hkwatch.domain.ids import AlertId, ItemId, VenueId
from hkwatch.domain.item import Level
from hkwatch.domain.plain import from_plain, to_plain
from hkwatch.domain.price import Consensus, PriceState


def draft_problems(
    *,
    level: Decimal,
    band: Decimal,
    cooldown_s: int,
    expires_at: datetime | None = None,
    now: datetime | None = None,
    kind: AlertKind = AlertKind.CROSS_BELOW,
    upper: Decimal | None = None,
    pct: Decimal | None = None,
    window_s: int = 0,
    with_item: ItemCondition | None = None,
    hours: Hours | None = None,
    readings: int = 1,
    since: datetime | None = None,
) -> tuple[str, ...]:
    """What keeps a draft from being saved, as keys: `level`, `upper`, `pct`, `window`, `band`, `cooldown`,
    `expires`, `item`, `hours`, `readings`, `since`; empty when it may be saved.

    The level must be above 0 where the kind has one (a step has it or a share, not both), the upper end of a range so
    far above the lower one that the band leaves room between, the share above 0 and at most 10 (a price cannot fall by
    more than 1), the window from a minute to 31 days (a high or low: 0 = all time or since a moment in the past, else an
    hour or more), the band from 0 to below 0.5, the cooldown 0 or more (a reminder: a minute or more), the end in the
    future (when `now` is given).
    """
    found = []
    is_share_step = kind is AlertKind.STEP and pct is not None
    needs_level = kind in AMOUNT_KINDS and not is_share_step
    if not level.is_finite() or level < 0 or (needs_level and level == 0) or (is_share_step and level != 0):
        found.append("level")
    band_ok = band.is_finite() and 0 <= band < Decimal("0.5")
    if kind in RANGE_KINDS and (
        upper is None
        or not upper.is_finite()
        or upper <= level
        or (band_ok and level * (1 + band) > upper * (1 - band))
    ):
        found.append("upper")
    if (kind in SHARE_KINDS or is_share_step) and (pct is None or not pct.is_finite() or not 0 < pct <= 10):
        found.append("pct")
    shortest = 3600 if kind in EXTREME_KINDS else 60
    all_time = kind in EXTREME_KINDS and window_s == 0
    has_window = kind in EXTREME_KINDS or kind in (AlertKind.MOVE, AlertKind.NO_PRICE, AlertKind.PREMIUM)
    if has_window and not all_time and not shortest <= window_s <= LONGEST_WINDOW_S:
        found.append("window")
    if not band_ok:
        found.append("band")
    if cooldown_s < (60 if kind in REMINDERS else 0):
        found.append("cooldown")
    if expires_at is not None and (expires_at.tzinfo is None or (now is not None and expires_at <= now)):
        found.append("expires")
    if with_item is None:
        if kind is AlertKind.ITEM:
            found.append("item")
    elif with_item.within_s < 60:
        found.append("item")
    if hours is not None and not (
        0 <= hours.from_min < 1440 and 0 <= hours.until_min <= 1440 and hours.from_min != hours.until_min
    ):
        found.append("hours")
    if not 1 <= readings <= 20:
        found.append("readings")
    if since is not None and (
        kind not in EXTREME_KINDS or window_s or since.tzinfo is None or (now is not None and since >= now)
    ):
        found.append("since")
    return tuple(found)


@dataclass(frozen=True, slots=True)
class AlertSpec:
    """One alert as the user made it.

    `level` is in `currency`: the level, the lower end of a range, the width of a step, or the high (low) to
    beat where a new one of all time is waited for; 0 where the kind has none. `band` is the share of the level by
    which the price must go back before the alert arms again (0.0025 = 0.25 %); with 0 it must be strictly on
    the other side. Within `cooldown_s` after a pop-up further crossings are recorded but not popped up; a
    reminder fires no more often than that. `notify` is how loud. `expires_at` None = never.

    `upper` ends a range. `pct` is a share (0.03 = 3 %), and `direction` the way it counts; a step with one goes by
    that share of the price at the making, and its `level` is 0. `window_s` is the window of a move, high or low (0 = of
    all time, or since the moment `since` where that is set), the time without a price, or how long a premium must last.
    `venue` names the venue of a premium, empty = the median of all licensed in Hong Kong. `readings` is how many
    samples in a row must hold. `with_item` and `hours` are further conditions. `sound` is what is heard with its notices;
    `in_inbox` = each firing is an item of the inbox as well.

    Raises ValueError naming the fields of `draft_problems`.
    """

    id: AlertId
    asset: str
    kind: AlertKind
    level: Decimal
    currency: Currency = Currency.USD
    band: Decimal = Decimal("0.0025")
    cooldown_s: int = 900
    repeat: Repeat = Repeat.ONCE
    notify: Level = Level.HIGH
    expires_at: datetime | None = None
    note: str = ""
    upper: Decimal | None = None
    pct: Decimal | None = None
    window_s: int = 0
    direction: Direction = Direction.BOTH
    venue: str = ""
    readings: int = 1
    with_item: ItemCondition | None = None
    hours: Hours | None = None
    since: datetime | None = None
    sound: Sound = Sound.LEVEL
    in_inbox: bool = False

    def __post_init__(self) -> None:
        wrong = draft_problems(
            level=self.level,
            band=self.band,
            cooldown_s=self.cooldown_s,
            expires_at=self.expires_at,
            kind=self.kind,
            upper=self.upper,
            pct=self.pct,
            window_s=self.window_s,
            with_item=self.with_item,
            hours=self.hours,
            readings=self.readings,
            since=self.since,
        )
        if wrong:
            raise ValueError(f"alert {self.id}: not usable: {', '.join(wrong)}")

    @property
    def is_in_hkd(self) -> bool:
        """Whether it compares Hong Kong dollars: an amount stated in them."""
        return self.currency is Currency.HKD and self.kind in AMOUNT_KINDS and self.level > 0

    @property
    def is_above(self) -> bool:
        """Whether it waits for the price to rise to the level."""
        return self.kind is AlertKind.CROSS_ABOVE

    @property
    def rearm_level(self) -> Decimal:
        """In `currency`, of a level crossed one way: the price that arms the alert again (with band 0 it must be
        passed, not only reached).
        """
        return self.level * (1 - self.band if self.is_above else 1 + self.band)

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        plain: dict[str, Any] = to_plain(self)
        return plain

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Self:
        """The alert that `to_dict` was asked of. Raises ValueError naming the key that is wrong."""
        return from_plain(cls, plain)


@dataclass(frozen=True, slots=True)
class Sample:
    """One consensus, as alerts read it.

    `price_usd` None without a price. `fx` = Hong Kong dollars for one US dollar, None when unknown. `held` =
    a jump that no second sample has confirmed. `venues` are those that counted, with their prices. `id` is
    the sample's row, None unstored. `licensed` are prices of venues licensed in Hong Kong that do not count, in
    US dollars.
    """

    at: datetime
    price_usd: Decimal | None
    state: PriceState = PriceState.OK
    fx: Decimal | None = None
    id: int | None = None
    held: bool = False
    venues: tuple[tuple[VenueId, Decimal], ...] = ()
    licensed: tuple[tuple[VenueId, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class Memory:
    """What kinds other than a crossing one way remember. Prices are in the alert's currency.

    `base` with its time: the border below (step; of one by shares the border told last), the price a move is measured
    from, the high or low to beat, or (time only) since when something lasts. `up` and `down` are the two arms of a
    crossing either way. `lows` and `highs` are the prices of the window that no later one has made irrelevant.
    `warm_from` = since when the window has been filled, None where that no longer matters. `anchor` is the price at the
    making, from which shares step.
    """

    base: Decimal | None = None
    base_at: datetime | None = None
    up: bool = False
    down: bool = False
    lows: tuple[tuple[datetime, Decimal], ...] = ()
    highs: tuple[tuple[datetime, Decimal], ...] = ()
    warm_from: datetime | None = None
    anchor: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """No valid price between two moments."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Firing:
    """One crossing, with all that made it one.

    `told` False = recorded without a pop-up (cooldown or snooze); `times` = crossings since the last pop-up,
    this one included. `late` = found after a gap; `between` then says when it happened, None where bars give
    the minute (`at`). `price_usd` is None only where no price made it fire. `price_hkd` and `fx` are None when no
    rate is known. `rearm_level` is in `currency`, None for a one-shot alert. `level` is what was reached, in
    `currency`: for a move the price that was far enough from `base`, which stood at `base_at`. `share` is by how
    much it moved, or the premium; negative downwards. `item` is what appeared. `spec` is the rule as it was then,
    None in the log of earlier versions.
    """

    alert_id: AlertId
    asset: str
    kind: AlertKind
    level: Decimal
    currency: Currency
    at: datetime
    price_usd: Decimal | None
    price_hkd: Decimal | None
    fx: Decimal | None
    state: PriceState
    venues: tuple[tuple[VenueId, Decimal], ...]
    sample_id: int | None = None
    told: bool = True
    times: int = 1
    late: bool = False
    between: tuple[datetime, datetime] | None = None
    rearm_level: Decimal | None = None
    base: Decimal | None = None
    base_at: datetime | None = None
    share: Decimal | None = None
    item: ItemId | None = None
    spec: AlertSpec | None = None

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        plain: dict[str, Any] = to_plain(self)
        return plain

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Self:
        """The firing as it was when it was stored; ValueError names a key that does not fit."""
        return from_plain(cls, plain)


@dataclass(frozen=True, slots=True)
class AlertState:
    """Where an alert stands; the whole of what must be stored between two samples.

    `since` = when the phase began. `pending_since` = first sample of a crossing that waits for confirmation.
    `blocked` with `blocked_since` = cannot be evaluated, why and since when. `fires` counts crossings since
    creation, `untold` those since the last pop-up. `last_fire_at` and `last_fire_price` (US dollars) are of
    the newest crossing, `last_told_at` of the newest pop-up. `fx` is the rate with which the price was last
    seen on the near side (HK$ levels only). `gap_from` = the price was unknown from then until now, so a
    crossing found next is late. `changed_at` = the newest usable sample that changed anything here, or
    when the alert was armed by hand; nothing older is evaluated. `seen` counts the readings that hold while
    pending. `waiting` = the price got there, and the item that must go with it has not come yet. `memory` is for
    the kinds that have one.
    """

    phase: Phase
    since: datetime
    pending_since: datetime | None = None
    blocked: Blocked | None = None
    blocked_since: datetime | None = None
    snoozed_until: datetime | None = None
    fires: int = 0
    untold: int = 0
    last_fire_at: datetime | None = None
    last_fire_price: Decimal | None = None
    last_told_at: datetime | None = None
    fx: Decimal | None = None
    gap_from: datetime | None = None
    changed_at: datetime | None = None
    seen: int = 0
    waiting: Firing | None = None
    memory: Memory | None = None

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        plain: dict[str, Any] = to_plain(self)
        return plain

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Self:
        """The state behind a stored text. A key of another kind is a ValueError."""
        return from_plain(cls, plain)


LONGEST_WINDOW_S = 31 * 86_400
CONFIRM_AFTER = timedelta(seconds=20)
"""With two venues only, the crossing must still hold this long after it was first seen."""
STORM_POPUPS = 6
STORM_WINDOW = timedelta(minutes=5)


def sample_of(
    consensus: Consensus,
    fx: Decimal | None = None,
    sample_id: int | None = None,
    licensed: tuple[tuple[VenueId, Decimal], ...] = (),
) -> Sample:
    """What alerts read of a consensus. `fx` = Hong Kong dollars for one US dollar, None when unknown; `licensed`
    as in `Sample`.
    """
    return Sample(
        at=consensus.at,
        price_usd=consensus.price,
        state=consensus.state,
        fx=fx,
        id=sample_id,
        held=consensus.jump_pending,
        venues=tuple((kept.venue, kept.price_usd) for kept in consensus.kept),
        licensed=licensed,
    )


def snooze(state: AlertState, until: datetime | None) -> AlertState:
    """No pop-ups before `until`; crossings are recorded all the same. None ends it."""
    return state if state.snoozed_until == until else replace(state, snoozed_until=until)


def status(spec: AlertSpec, state: AlertState, now: datetime) -> Status:
    """The one word for a list: what stands above the phase (expired, snoozed, cannot be evaluated) wins."""
    match state.phase:
        case Phase.FIRED:
            return Status.FIRED
        case Phase.EXPIRED:
            return Status.EXPIRED
        case Phase.NEW | Phase.ARMED | Phase.PENDING | Phase.REARMING:
            if spec.expires_at is not None and now >= spec.expires_at:
                return Status.EXPIRED
            if state.snoozed_until is not None and now < state.snoozed_until:
                return Status.SNOOZED
            if state.blocked is not None or state.phase is Phase.NEW:
                return Status.CANNOT_EVALUATE
            return Status.PENDING if state.waiting is not None else Status(state.phase.value)
        case _:
            assert_never(state.phase)


def is_storm(popped_up_at: Iterable[datetime], now: datetime) -> bool:
    """Whether one more pop-up would be the seventh in 5 minutes: then one summary takes its place; rows are
    never dropped.
    """
    return sum(1 for at in popped_up_at if now - STORM_WINDOW < at <= now) >= STORM_POPUPS
