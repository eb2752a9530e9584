# SPDX-License-Identifier: MIT
"""What a source usually does: how often something new appears, and when it has been silent for longer than that.

    times of its items → spans between them → 95th percentile × 3 = the longest usual silence

Publishers that keep office hours are measured in working days: a weekend or a holiday is no silence of theirs.
"""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from hkwatch.domain.hkt import HKT, is_workday, to_hkt

POLLS_KEPT = 50
"""Outcomes of polls that count for the share of good ones."""
TIMES_KEPT = 100
"""Item times remembered of a source."""
ENOUGH = 10
"""With fewer spans than this nothing is called usual."""
QUIET_FACTOR = 3
QUIET_AT_LEAST = timedelta(hours=12)
"""No source is called quiet sooner: every newsroom has a night."""
_SHARE = 0.95
_LONGEST = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class History:
    """`polls`: outcomes of the last polls, oldest first, True = good. `times`: aware UTC, ascending, each once.

    `limit` is the longest usual silence, None while too little is known.
    """

    polls: tuple[bool, ...] = ()
    times: tuple[datetime, ...] = ()
    limit: timedelta | None = None

    @property
    def good(self) -> int:
        """How many of `polls` were good."""
        return sum(self.polls)

    def after_poll(self, *, good: bool) -> "History":
        """With one more outcome."""
        return replace(self, polls=(*self.polls, good)[-POLLS_KEPT:])

    def after_items(
        self, times: Sequence[datetime], now: datetime, holidays: frozenset[date], *, workdays_only: bool
    ) -> "History":
        """With the times of what the source lists now; those in the future do not count. The same object if none is new."""
        known = set(self.times)
        if not any(at not in known and at <= now for at in times):
            return self
        merged = tuple(sorted(known | {at for at in times if at <= now}))[-TIMES_KEPT:]
        return replace(self, times=merged, limit=longest_usual(merged, holidays, workdays_only=workdays_only))

    def quiet_since(self, now: datetime, holidays: frozenset[date], *, workdays_only: bool) -> datetime | None:
        """The last item's time where the silence since then is unusual; None while it is not."""
        if self.limit is None or not self.times or now - self.times[-1] <= self.limit:
            return None
        silence = _span(self.times[-1], now, holidays, workdays_only=workdays_only)
        return self.times[-1] if silence > self.limit else None


def longest_usual(times: Sequence[datetime], holidays: frozenset[date], *, workdays_only: bool) -> timedelta | None:
    """Three times the 95th percentile of the spans between `times` (ascending), at least 12 hours.

    None with fewer than `ENOUGH` spans.
    """
    spans = sorted(
        _span(earlier, later, holidays, workdays_only=workdays_only) for earlier, later in itertools.pairwise(times)
    )
    if len(spans) < ENOUGH:
        return None
    usual = spans[math.ceil(_SHARE * len(spans)) - 1]
    return max(QUIET_FACTOR * usual, QUIET_AT_LEAST)


def working_span(start: datetime, end: datetime, holidays: frozenset[date]) -> timedelta:
    """How much of the time from `start` to `end` lies on Hong Kong's working days, each counted with 24 hours."""
    if end <= start:
        return timedelta(0)
    begin, finish = to_hkt(max(start, end - _LONGEST)), to_hkt(end)
    total, day = timedelta(0), begin.date()
    while day <= finish.date():
        if is_workday(day, holidays):
            midnight = datetime.combine(day, time.min, HKT)
            total += min(finish, midnight + timedelta(days=1)) - max(begin, midnight)
        day += timedelta(days=1)
    return total


def _span(start: datetime, end: datetime, holidays: frozenset[date], *, workdays_only: bool) -> timedelta:
    return working_span(start, end, holidays) if workdays_only else end - start
