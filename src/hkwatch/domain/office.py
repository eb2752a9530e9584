# SPDX-License-Identifier: MIT
"""Office hours, weekday by weekday in Hong Kong: outside them notices wait as in quiet hours.

Fri 09:00-18:00, Sat and Sun off      from Friday 18:00 it is quiet until Monday 09:00, or later after a holiday
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol

from hkwatch.domain.hkt import HKT, to_hkt
from hkwatch.domain.quiet import DAYS

_FAR = 16
"""So many days are looked at; no run of holidays is longer."""


class Hours(Protocol):
    """Hours in which it is quiet."""

    def until(self, now: datetime) -> datetime | None:
        """When the quiet that holds at `now` (aware) ends; None where it is not quiet."""
        ...


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """`hours` are beginning and end by the names of `DAYS`, the end after the beginning; a day that is missing is off.
    `holidays` are off too.
    """

    hours: Mapping[str, tuple[time, time]]
    holidays: frozenset[date] = frozenset()

    def until(self, now: datetime) -> datetime | None:
        """When the office opens next; None while it is open. With no hours at all, a day from the last look."""
        today = to_hkt(now).date()
        for ahead in range(_FAR):
            day = today + timedelta(days=ahead)
            hours = None if day in self.holidays else self.hours.get(DAYS[day.weekday()])
            if hours is None:
                continue
            start, end = (datetime.combine(day, clock, HKT) for clock in hours)
            if start <= now < end:
                return None
            if now < start:
                return start
        return now + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Together:
    """Quiet where any of these is; it ends when the last of them does."""

    parts: Sequence[Hours]

    def until(self, now: datetime) -> datetime | None:
        """When none of them holds any more; None where none does now."""
        at = now
        # One may begin before another ends; each turn goes at least to the end of one.
        for _ in range(len(self.parts) * _FAR):
            ends = [end for part in self.parts if (end := part.until(at)) is not None]
            if not ends:
                break
            at = max(ends)
        return at if at > now else None


def together(*parts: Hours | None) -> Hours | None:
    """Those that are there, as one; None where none is."""
    found = [part for part in parts if part is not None]
    if not found:
        return None
    return found[0] if len(found) == 1 else Together(found)
