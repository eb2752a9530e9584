# SPDX-License-Identifier: MIT
"""The words an alert is made of: what it waits for, in which currency, how often, and under which further conditions."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hkwatch.domain.hkt import to_hkt
from hkwatch.domain.item import Level


class AlertKind(StrEnum):
    """What an alert waits for. All are edges, which fire when the price gets there and not while it is there,
    but for `above`, `below` (reminders), `no_price` and `premium`, which are states that last.

    cross_above, cross_below, cross (either way); above, below; step = every multiple of an amount; enter_range,
    leave_range; move = by a share within a window; move_base = by a share from the price at the making and then
    from each firing; new_high, new_low = of a window or of all time; no_price; premium = a venue licensed in
    Hong Kong against the consensus; item = something new that a search finds.
    """

    CROSS_ABOVE = "cross_above"
    CROSS_BELOW = "cross_below"
    CROSS = "cross"
    ABOVE = "above"
    BELOW = "below"
    STEP = "step"
    ENTER_RANGE = "enter_range"
    LEAVE_RANGE = "leave_range"
    MOVE = "move"
    MOVE_BASE = "move_base"
    NEW_HIGH = "new_high"
    NEW_LOW = "new_low"
    NO_PRICE = "no_price"
    PREMIUM = "premium"
    ITEM = "item"


LEVEL_KINDS = frozenset(
    {AlertKind.CROSS_ABOVE, AlertKind.CROSS_BELOW, AlertKind.CROSS, AlertKind.ABOVE, AlertKind.BELOW}
)
"""Kinds with one level."""
RANGE_KINDS = frozenset({AlertKind.ENTER_RANGE, AlertKind.LEAVE_RANGE})
SHARE_KINDS = frozenset({AlertKind.MOVE, AlertKind.MOVE_BASE, AlertKind.PREMIUM})
"""Kinds with a share (`pct`)."""
EXTREME_KINDS = frozenset({AlertKind.NEW_HIGH, AlertKind.NEW_LOW})
REMINDERS = frozenset({AlertKind.ABOVE, AlertKind.BELOW})
AMOUNT_KINDS = LEVEL_KINDS | RANGE_KINDS | {AlertKind.STEP}
"""Kinds with an amount of money, which may be in HK$."""
BAND_KINDS = frozenset({AlertKind.CROSS_ABOVE, AlertKind.CROSS_BELOW, AlertKind.CROSS, AlertKind.STEP} | RANGE_KINDS)
"""Kinds for which the band counts."""
PRICE_KINDS = frozenset(AlertKind) - {AlertKind.ITEM, AlertKind.NO_PRICE}
"""Kinds that fire at a price."""


class Direction(StrEnum):
    """Which way a share counts."""

    UP = "up"
    DOWN = "down"
    BOTH = "both"


class Currency(StrEnum):
    """The currency a level is stated in."""

    USD = "USD"
    HKD = "HKD"


class Sound(StrEnum):
    """What is heard with a notice: what its level has, nothing, or one of three short sounds by name."""

    LEVEL = "level"
    NONE = "none"
    PING = "ping"
    CHIME = "chime"
    ALARM = "alarm"


class Repeat(StrEnum):
    """Once: the alert rests after firing until the user arms it again. Every: it arms itself again beyond the
    band.
    """

    ONCE = "once"
    EVERY = "every"


class Phase(StrEnum):
    """Where an alert stands.

    new = no usable price yet, so it is not known on which side the price is; armed; pending = reached, but more
    readings must confirm; fired = a one-shot alert that is done; rearming = waits for the price to go back
    beyond the band; expired.
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
    NO_VENUE = "no-venue"
    QUERY = "query"


class Status(StrEnum):
    """What a list of alerts shows: the phase, or what stands above it."""

    ARMED = "armed"
    PENDING = "pending"
    FIRED = "fired"
    REARMING = "rearming"
    CANNOT_EVALUATE = "cannot_evaluate"
    SNOOZED = "snoozed"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class ItemCondition:
    """Something must have appeared in the inbox: of at least this level, found by this search (empty = any), and
    first seen at most `within_s` seconds before or after the price got there. For the kind `item` alone
    `within_s` does not count.
    """

    level: Level = Level.HIGH
    query: str = ""
    within_s: int = 3600


@dataclass(frozen=True, slots=True)
class Hours:
    """From one minute of the day to another, in Hong Kong time; the last one is left out. Over midnight when
    `until_min` is the smaller.
    """

    from_min: int = 8 * 60
    until_min: int = 23 * 60

    def hold(self, at: datetime) -> bool:
        """Whether an instant falls into them."""
        local = to_hkt(at)
        minute = local.hour * 60 + local.minute
        if self.from_min <= self.until_min:
            return self.from_min <= minute < self.until_min
        return minute >= self.from_min or minute < self.until_min
