# SPDX-License-Identifier: MIT
"""Where an item stands in every list, and the id that says so.

sort_at = published, if stated to the second and at most 48 h before it was first seen
          first seen otherwise (a date alone would bury a release at midnight)
          published for the back catalogue, which was never "new" here
item id = sort_at in ms × 1024 + n, so that row order in the database is list order
"""

from datetime import UTC, datetime, timedelta

from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Precision

SLOTS_PER_MS = 1024
_FRESH = timedelta(hours=48)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def to_ms(instant: datetime) -> int:
    """Milliseconds since 1970 of an aware datetime."""
    delta = instant - _EPOCH
    return delta.days * 86_400_000 + delta.seconds * 1000 + delta.microseconds // 1000


def from_ms(value: int) -> datetime:
    """The aware UTC datetime of milliseconds since 1970."""
    return _EPOCH + timedelta(milliseconds=value)


def sort_at(published_at: datetime | None, precision: Precision, first_seen_at: datetime, *, back: bool) -> datetime:
    """Where an item goes in the list; see the module's rule. A published time in the future counts as first seen."""
    if published_at is None or published_at > first_seen_at:
        return first_seen_at
    if back:
        return published_at
    if precision is Precision.SECOND and first_seen_at - published_at <= _FRESH:
        return published_at
    return first_seen_at


def first_id(sort_ms: int) -> ItemId:
    """The lowest id of a millisecond; the store takes the next free one after it."""
    return ItemId(sort_ms * SLOTS_PER_MS)


def sort_ms_of(item: ItemId) -> int:
    """The sort time an id was made from, in ms."""
    return int(item) // SLOTS_PER_MS
