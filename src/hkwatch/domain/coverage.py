# SPDX-License-Identifier: MIT
"""How completely a month was watched: times without an answer, what share of the time that leaves. Pure.

A source is silent while its last good answer is older than it should be; the rest of the time it is watched.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hkwatch.domain.hkt import start_of, to_hkt


@dataclass(frozen=True, slots=True)
class Stretch:
    """A span of time, aware UTC; `start` ≤ `end`."""

    start: datetime
    end: datetime

    @property
    def length(self) -> timedelta:
        """How long it is."""
        return self.end - self.start

    def within(self, start: datetime, end: datetime) -> "Stretch | None":
        """The part inside a span; None where there is none."""
        first, last = max(self.start, start), min(self.end, end)
        return Stretch(first, last) if first < last else None


@dataclass(frozen=True, slots=True)
class Month:
    """A month of Hong Kong's calendar."""

    year: int
    number: int

    @classmethod
    def of(cls, at: datetime) -> "Month":
        """The month that an instant lies in."""
        day = to_hkt(at)
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> "Month":
        """Read `2026-11`. Raises ValueError for anything else."""
        year, dash, number = text.partition("-")
        if not dash or len(year) != 4 or len(number) != 2:
            raise ValueError(f"{text!r} is no month")
        date(int(year), int(number), 1)
        return cls(int(year), int(number))

    @property
    def start(self) -> datetime:
        """Its first midnight."""
        return start_of(date(self.year, self.number, 1))

    @property
    def end(self) -> datetime:
        """The midnight with which the next one begins."""
        return start_of(date(self.year + self.number // 12, self.number % 12 + 1, 1))

    @property
    def previous(self) -> "Month":
        """The month before."""
        return Month.of(self.start - timedelta(days=1))

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted of one source. `good_at` is its last good answer, None before the first.

    `silences` are those that are over. `allowed` is how old an answer may be now; `longest` the longest time without one
    that ended in the month. `gaps` counts stretches that may lack items, `filled` those of them that were made up for.
    `off` is when it was switched off: no time to be watched in, and no silence.
    """

    source: str
    first_at: datetime
    good_at: datetime | None
    allowed: timedelta
    checks: int
    good: int
    longest: timedelta
    silences: tuple[Stretch, ...]
    gaps: int = 0
    filled: int = 0
    off: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One source in the statement. `since` is set where it was watched only from then on.

    `uptime` is the share of the time, 0 to 1, in which the last good answer was no older than allowed; None where the
    source was not watched in the month. `silent` is the rest of the time. While it was switched off it was not watched.
    """

    source: str
    since: datetime | None
    checks: int
    good: int
    uptime: float | None
    silent: timedelta
    longest: timedelta
    gaps: int
    filled: int

    @property
    def share_good(self) -> float | None:
        """Good answers of all checks, 0 to 1; None without a check."""
        return self.good / self.checks if self.checks else None


def merged(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The same time in as few stretches as can be, in order; none touch."""
    found: list[Stretch] = []
    for one in sorted(stretches, key=lambda stretch: (stretch.start, stretch.end)):
        if found and one.start <= found[-1].end:
            found[-1] = Stretch(found[-1].start, max(found[-1].end, one.end))
        else:
            found.append(one)
    return tuple(found)


def without(one: Stretch, off: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """What is left of a stretch outside of others, in order."""
    left, at = [], one.start
    for gap in merged(off):
        if gap.end <= at or gap.start >= one.end:
            continue
        if gap.start > at:
            left.append(Stretch(at, gap.start))
        at = gap.end
    if at < one.end:
        left.append(Stretch(at, one.end))
    return tuple(left)


def silences_of(one: Counted, start: datetime, end: datetime, now: datetime) -> tuple[Stretch, ...]:
    """When a source was silent between `start` and `end`, what goes on until `now` included."""
    every = list(one.silences)
    last = one.good_at or one.first_at
    going_on = without(Stretch(last, max(last, now)), one.off)
    every += [stretch for stretch in going_on if one.good_at is None or stretch.length > one.allowed]
    inside = (stretch.within(max(start, one.first_at), min(end, now)) for stretch in every)
    wanted = (left for stretch in inside if stretch is not None for left in without(stretch, one.off))
    return merged(wanted)


def line_of(one: Counted, start: datetime, end: datetime, now: datetime) -> Line:
    """A source's line for the time from `start` to `end`, or to `now` where that comes first."""
    first, last = max(start, one.first_at), min(end, now)
    on = without(Stretch(first, max(first, last)), one.off)
    total = sum((stretch.length for stretch in on), timedelta(0))
    found = silences_of(one, start, end, now)
    silent = sum((stretch.length for stretch in found), timedelta(0))
    longest = max([one.longest, *(stretch.length for stretch in found)], default=timedelta(0))
    return Line(
        source=one.source,
        since=one.first_at if start < one.first_at < end else None,
        checks=one.checks,
        good=one.good,
        uptime=1 - silent / total if total > timedelta(0) else None,
        silent=silent,
        longest=min(longest, total),
        gaps=one.gaps,
        filled=one.filled,
    )


def mean_uptime(lines: Sequence[Line]) -> float | None:
    """The mean of the sources' uptimes; None where none was watched."""
    known = [line.uptime for line in lines if line.uptime is not None]
    return sum(known) / len(known) if known else None
