# SPDX-License-Identifier: MIT
"""The nouns of price alerts: the rule (`AlertSpec`), where it stands (`AlertState`), what it reads
(`Sample`), what came of it (`Firing`).

The rules themselves are in `alerts.py`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any, Self, assert_never

from hkwatch.domain.ids import AlertId, VenueId
from hkwatch.domain.item import Level
from hkwatch.domain.plain import from_plain, to_plain
from hkwatch.domain.price import Consensus, PriceState


class AlertKind(StrEnum):
    """What an alert waits for. Both are edges: they fire when the price gets there, not while it is there."""

    CROSS_ABOVE = "cross_above"
    CROSS_BELOW = "cross_below"


class Currency(StrEnum):
    """The currency a level is stated in."""

    USD = "USD"
    HKD = "HKD"


class Repeat(StrEnum):
    """Once: the alert rests after firing until the user arms it again. Every: it arms itself again beyond the
    band.
    """

    ONCE = "once"
    EVERY = "every"


class Phase(StrEnum):
    """Where an alert stands.

    new = no usable price yet, so it is not known on which side the price is; armed; pending = reached on two
    venues only, a second sample must confirm; fired = a one-shot alert that is done; rearming = waits for the
    price to go back beyond the band; expired.
    """

    NEW = "new"
    ARMED = "armed"
    PENDING = "pending"
    FIRED = "fired"
    REARMING = "rearming"
    EXPIRED = "expired"


class Blocked(StrEnum):
    """Why an alert cannot be evaluated."""

    NO_PRICE = "no-price"
    SINGLE = "single"
    DISPUTED = "disputed"
    NO_FX = "no-fx"


class Status(StrEnum):
    """What a list of alerts shows: the phase, or what stands above it."""

    ARMED = "armed"
    PENDING = "pending"
    FIRED = "fired"
    REARMING = "rearming"
    CANNOT_EVALUATE = "cannot_evaluate"
    SNOOZED = "snoozed"
    EXPIRED = "expired"


def draft_problems(
    *,
    level: Decimal,
    band: Decimal,
    cooldown_s: int,
    expires_at: datetime | None = None,
    now: datetime | None = None,
) -> tuple[str, ...]:
    """What keeps a draft from being saved, as keys: `level`, `band`, `cooldown`, `expires`; empty when it may
    be saved.

    The level must be above 0, the band from 0 to below 0.5, the cooldown 0 or more, the end in the future
    (when `now` is given).
    """
    found = []
    if not level.is_finite() or level <= 0:
        found.append("level")
    if not band.is_finite() or not 0 <= band < Decimal("0.5"):
        found.append("band")
    if cooldown_s < 0:
        found.append("cooldown")
    if expires_at is not None and (expires_at.tzinfo is None or (now is not None and expires_at <= now)):
        found.append("expires")
    return tuple(found)


@dataclass(frozen=True, slots=True)
class AlertSpec:
    """One alert as the user made it.

    `level` is in `currency`. `band` is the share of the level by which the price must go back before the
    alert arms again (0.0025 = 0.25 %); with 0 it must be strictly on the other side. Within `cooldown_s`
    after a pop-up further crossings are recorded but not popped up. `notify` is how loud. `expires_at` None =
    never. Other kinds will add fields with defaults.

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

    def __post_init__(self) -> None:
        wrong = draft_problems(level=self.level, band=self.band, cooldown_s=self.cooldown_s, expires_at=self.expires_at)
        if wrong:
            raise ValueError(f"alert {self.id}: not usable: {', '.join(wrong)}")

    @property
    def is_above(self) -> bool:
        """Whether it waits for the price to rise to the level."""
        return self.kind is AlertKind.CROSS_ABOVE

    @property
    def rearm_level(self) -> Decimal:
        """In `currency`: the price that arms the alert again (with band 0 it must be passed, not only
        reached).
        """
        return self.level * (1 - self.band if self.is_above else 1 + self.band)

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        plain: dict[str, Any] = to_plain(self)
        return plain

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Self:
        """The inverse of `to_dict`. Raises ValueError naming the key."""
        return from_plain(cls, plain)


@dataclass(frozen=True, slots=True)
class Sample:
    """One consensus, as alerts read it.

    `price_usd` None without a price. `fx` = Hong Kong dollars for one US dollar, None when unknown. `held` =
    a jump that no second sample has confirmed. `venues` are those that counted, with their prices. `id` is
    the sample's row, None unstored.
    """

    at: datetime
    price_usd: Decimal | None
    state: PriceState = PriceState.OK
    fx: Decimal | None = None
    id: int | None = None
    held: bool = False
    venues: tuple[tuple[VenueId, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """No valid price between two moments."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class AlertState:
    """Where an alert stands; the whole of what must be stored between two samples.

    `since` = when the phase began. `pending_since` = first sample of a crossing that waits for confirmation.
    `blocked` with `blocked_since` = cannot be evaluated, why and since when. `fires` counts crossings since
    creation, `untold` those since the last pop-up. `last_fire_at` and `last_fire_price` (US dollars) are of
    the newest crossing, `last_told_at` of the newest pop-up. `fx` is the rate with which the price was last
    seen on the near side (HK$ levels only). `gap_from` = the price was unknown from then until now, so a
    crossing found next is late. `changed_at` = the newest usable sample that changed anything here, or
    when the alert was armed by hand; nothing older is evaluated.
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

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        plain: dict[str, Any] = to_plain(self)
        return plain

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Self:
        """The inverse of `to_dict`. Raises ValueError naming the key."""
        return from_plain(cls, plain)


@dataclass(frozen=True, slots=True)
class Firing:
    """One crossing, with all that made it one.

    `told` False = recorded without a pop-up (cooldown or snooze); `times` = crossings since the last pop-up,
    this one included. `late` = found after a gap; `between` then says when it happened, None where bars give
    the minute (`at`). `price_hkd` and `fx` are None when no rate is known. `rearm_level` is in `currency`,
    None for a one-shot alert.
    """

    alert_id: AlertId
    asset: str
    kind: AlertKind
    level: Decimal
    currency: Currency
    at: datetime
    price_usd: Decimal
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

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        plain: dict[str, Any] = to_plain(self)
        return plain

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Self:
        """The inverse of `to_dict`. Raises ValueError naming the key."""
        return from_plain(cls, plain)


CONFIRM_AFTER = timedelta(seconds=20)
"""With two venues only, the crossing must still hold this long after it was first seen."""
STORM_POPUPS = 6
STORM_WINDOW = timedelta(minutes=5)


def sample_of(consensus: Consensus, fx: Decimal | None = None, sample_id: int | None = None) -> Sample:
    """What alerts read of a consensus. `fx` = Hong Kong dollars for one US dollar, None when unknown."""
    return Sample(
        at=consensus.at,
        price_usd=consensus.price,
        state=consensus.state,
        fx=fx,
        id=sample_id,
        held=consensus.jump_pending,
        venues=tuple((kept.venue, kept.price_usd) for kept in consensus.kept),
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
            return Status(state.phase.value)
        case _:
            assert_never(state.phase)


def is_storm(popped_up_at: Iterable[datetime], now: datetime) -> bool:
    """Whether one more pop-up would be the seventh in 5 minutes: then one summary takes its place; rows are
    never dropped.
    """
    return sum(1 for at in popped_up_at if now - STORM_WINDOW < at <= now) >= STORM_POPUPS
