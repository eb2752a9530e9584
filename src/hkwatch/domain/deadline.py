# SPDX-License-Identifier: MIT
"""Until when a consultation takes comments: what its publisher states, what is known of it, how much time is left.

Deadline (stated)  ─► stored ─► KnownDeadline ─► counted(today, holidays) ─► CountedDeadline
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from hkwatch.domain.hkt import workdays_between
from hkwatch.domain.ids import ItemId

NEAR_WORKDAYS = 3
"""So many working days before the last day, or fewer, a deadline is near: its item counts as critical."""
REMIND_AT = (10, 3, 1)
"""Working days left at which a reminder is due, where nothing else was chosen."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The deadline of one consultation, as its publisher states it; days are Hong Kong's.

    `announced` is the day named at first, `actual` the one that holds after any extension; None where not stated.
    `conclusion_ref` and `concluded_at` (aware UTC) are None until conclusions are out.
    """

    ref: str
    lang: str
    title: str
    announced: date | None
    actual: date | None
    conclusion_ref: str | None = None
    concluded_at: datetime | None = None

    @property
    def closes_on(self) -> date | None:
        """The last day for comments, None where none is stated."""
        return self.actual or self.announced

    @property
    def is_extended(self) -> bool:
        """Whether the day moved back after it was announced."""
        return self.announced is not None and self.actual is not None and self.actual > self.announced


class DeadlineKind(StrEnum):
    """What is taken until then."""

    COMMENTS = "comments"
    APPLICATIONS = "applications"


class DeadlineState(StrEnum):
    """How a deadline stands on a day. EXTENDED is open too; CONCLUDED goes before CLOSED."""

    OPEN = "open"
    EXTENDED = "extended"
    CLOSED = "closed"
    CONCLUDED = "concluded"


@dataclass(frozen=True, slots=True)
class KnownDeadline:
    """A deadline as it is stored. `item` and `conclusion` are None where no such item is stored.

    `closes_on` is the last day, `announced` the one named at first. `moves` counts how often it changed. `ref` is empty
    where the publisher numbers nothing, `conclusion_ref` until conclusions are out. `concluded_at` is aware UTC.
    `stated`: the publisher's own data say so; else it was read in a text.
    """

    id: int
    item: ItemId | None
    publisher: str
    ref: str
    title: str
    kind: DeadlineKind
    announced: date
    closes_on: date
    moves: int = 0
    stated: bool = False
    conclusion_ref: str = ""
    conclusion: ItemId | None = None
    concluded_at: datetime | None = None
    url: str = ""

    @property
    def extended_from(self) -> date | None:
        """The day named at first, where the last day is later by now."""
        return self.announced if self.announced < self.closes_on else None

    @property
    def is_concluded(self) -> bool:
        """Whether conclusions are out."""
        return bool(self.conclusion_ref) or self.concluded_at is not None

    def state(self, today: date) -> DeadlineState:
        """How it stands on a Hong Kong day; the last day itself is open."""
        if self.is_concluded:
            return DeadlineState.CONCLUDED
        if self.closes_on < today:
            return DeadlineState.CLOSED
        return DeadlineState.OPEN if self.extended_from is None else DeadlineState.EXTENDED


@dataclass(frozen=True, slots=True)
class CountedDeadline:
    """A deadline counted from one Hong Kong day. `days` and `workdays` are 0 on the last day and negative after it."""

    deadline: KnownDeadline
    days: int
    workdays: int
    state: DeadlineState

    @property
    def is_open(self) -> bool:
        """Whether something can still be handed in."""
        return self.state in (DeadlineState.OPEN, DeadlineState.EXTENDED)

    @property
    def is_near(self) -> bool:
        """Whether it is open and `NEAR_WORKDAYS` or fewer are left."""
        return self.is_open and self.workdays <= NEAR_WORKDAYS


def counted(deadline: KnownDeadline, today: date, holidays: frozenset[date]) -> CountedDeadline:
    """How much time is left on `today`. Working days count after today up to the last day."""
    days = (deadline.closes_on - today).days
    return CountedDeadline(deadline, days, workdays_between(today, deadline.closes_on, holidays), deadline.state(today))


def reminder_due(left: int, learned_left: int | None, remind_at: Iterable[int]) -> int | None:
    """Which reminder is due with `left` working days left: the nearest step reached. None = none, or already over.

    `learned_left` is how many were left when the day became known and was told; steps behind that are not made up for.
    None = it was not told, so the nearest step counts even if it was passed long ago.
    """
    if left < 0:
        return None
    reached = [step for step in remind_at if left <= step and (learned_left is None or learned_left > step)]
    return min(reached, default=None)
