# SPDX-License-Identifier: MIT
"""What became of one notice, as the window lists it."""

from dataclasses import dataclass
from datetime import datetime

from hkwatch.domain.ids import ItemId, NoticeId
from hkwatch.domain.item import Level


@dataclass(frozen=True, slots=True)
class ToldFact:
    """That the user was told of an item: when first, and by which ways (`popup`, `sound`, or a channel's id)."""

    at: datetime
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Delivery:
    """A notice with its fate. `title` is empty until it was worded for the first time.

    `state`: due, held (it is quiet), sending, shown, maybe (may not have been shown), failed, folded (told by another), off.
    `ended`: an action that was chosen, `dismissed`, `expired`, `withdrawn`; empty while nothing is known. `repeats` counts
    how often it was told again.
    """

    id: NoticeId
    kind: str
    level: Level
    state: str
    title: str
    body: str
    ways: tuple[str, ...]
    created_at: datetime
    due_at: datetime
    told_at: datetime | None
    ended: str
    ended_at: datetime | None
    error: str
    repeats: int
    item: ItemId | None
