# SPDX-License-Identifier: MIT
"""When reports are due, by Hong Kong's clock: once a day, once a week. Pure."""

import re
from datetime import datetime, time, timedelta

from hkwatch.domain.hkt import HKT, to_hkt

_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
WEEKLY_ON = 4
"""Friday."""


def read_clock(text: str) -> time:
    """`18:30`. Raises ValueError for anything else."""
    found = _CLOCK.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no time of day")
    return time(int(found[1]), int(found[2]))


def latest_due(now: datetime, at: time, weekday: int | None = None) -> datetime:
    """The last instant at or before `now` with this time in Hong Kong, on this weekday (0 = Monday; None = any day)."""
    there = to_hkt(now)
    due = datetime.combine(there.date(), at, HKT)
    if weekday is not None:
        due -= timedelta(days=(there.weekday() - weekday) % 7)
    step = timedelta(days=1 if weekday is None else 7)
    return due if due <= now else due - step


def is_due(now: datetime, at: time, last: datetime | None, enabled_at: datetime, weekday: int | None = None) -> bool:
    """Whether a report is to be made now; `last` is the due time of the last one, None before any.

    What was due before `enabled_at` is not made up for.
    """
    due = latest_due(now, at, weekday)
    return due >= enabled_at and (last is None or due > last)
