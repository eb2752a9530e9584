# SPDX-License-Identifier: MIT
"""When nothing pops up: hours of the day, an hour by hand, and what the desktop itself wants.

22:00–08:00 on Fri      from Friday 22:00 to Saturday 08:00: the day is the one on which it begins
08:00–08:00             the whole day
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from hkwatch.domain.item import Level

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WAKE = time(8)


class QuietReason(StrEnum):
    """Why it is quiet."""

    BY_HAND = "by-hand"
    HOURS = "hours"
    DO_NOT_DISTURB = "do-not-disturb"
    FULL_SCREEN = "full-screen"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Hours that repeat. `days` are names out of `DAYS` on which they begin; `zone` None = this computer's."""

    start: time
    end: time
    days: Collection[str]
    zone: tzinfo | None = None

    def until(self, now: datetime) -> datetime | None:
        """When the hours end that hold at `now` (aware); None outside them."""
        local = now.astimezone(self.zone)
        for back in (0, 1):
            day = local.date() - timedelta(days=back)
            if DAYS[day.weekday()] not in self.days:
                continue
            last = day if self.end > self.start else day + timedelta(days=1)
            begins, ends = self._at(day, self.start), self._at(last, self.end)
            if begins <= now < ends:
                return ends
        return None

    def _at(self, day: date, clock: time) -> datetime:
        naive = datetime.combine(day, clock)
        # Without a zone, the computer's own rules hold for that very day, summer time included.
        return naive.astimezone() if self.zone is None else naive.replace(tzinfo=self.zone)


def passes(level: Level, *, critical_passes: bool) -> bool:
    """Whether a notice of this level is told although it is quiet."""
    return critical_passes and level is Level.CRITICAL


def next_morning(now: datetime, zone: tzinfo | None) -> datetime:
    """The next 08:00 by that clock."""
    local = now.astimezone(zone)
    day = local.date() if local.time() < WAKE else local.date() + timedelta(days=1)
    naive = datetime.combine(day, WAKE)
    return naive.astimezone() if zone is None else naive.replace(tzinfo=zone)
