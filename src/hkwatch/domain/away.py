# SPDX-License-Identifier: MIT
"""What happened while the user was away: when that was, the facts of it, and what of them comes first. Pure.

no sign of the user in the window for `LEAST` ─► AwaySpan ─► facts out of the store ─► summarise ─► one page
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from hkwatch.domain.alerts import Firing
from hkwatch.domain.coverage import Stretch
from hkwatch.domain.deadline import CountedDeadline, KnownDeadline
from hkwatch.domain.detail import ChartPoint
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Level
from hkwatch.domain.pins import Pin
from hkwatch.domain.register import RegisterChange
from hkwatch.domain.rows import InboxRow

LEAST = timedelta(hours=2)
"""A shorter absence is none."""

Names = tuple[str, str, str]
"""Of a source or publisher: (en, zh-Hant, zh-Hans)."""


class AwayMark(StrEnum):
    """What the user did with an absence."""

    SEEN = "seen"
    CLEARED = "cleared"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class AwaySpan:
    """From the last sign of the user to the next one, aware UTC. `id` is 0 while the absence goes on."""

    id: int
    start: datetime
    end: datetime
    cleared: bool = False

    @property
    def length(self) -> timedelta:
        """How long it was."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class RegisterNews:
    """A change of a register that was seen; `item` is None where its item is not stored."""

    at: datetime
    register: str
    change: RegisterChange
    item: ItemId | None


@dataclass(frozen=True, slots=True)
class DayMoved:
    """A last day that became another one; days are Hong Kong's."""

    at: datetime
    deadline: KnownDeadline
    before: date
    after: date

    @property
    def is_extended(self) -> bool:
        """Whether there is more time now."""
        return self.after > self.before


@dataclass(frozen=True, slots=True)
class PricePath:
    """Where a price went. US$; `low` ≤ `first`, `last` ≤ `high`."""

    asset: str
    first: float
    last: float
    high: float
    high_at: datetime
    low: float
    low_at: datetime

    @property
    def change(self) -> float:
        """A fraction: −0.041 = 4.1 % down."""
        return self.last / self.first - 1


@dataclass(frozen=True, slots=True)
class Unsure:
    """A notice that may not have been shown. `title` is empty where what it was about is not stored any more."""

    at: datetime
    kind: str
    title: str
    item: ItemId | None


@dataclass(frozen=True, slots=True)
class FailedRun:
    """Polls of one source that failed one after the other; `end` is the good answer after, None while it goes on."""

    source: str
    names: Names
    start: datetime
    end: datetime | None
    checks: int
    error_key: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """How a source failed. `end` None = it still does; `runs` times, with `checks` polls in all."""

    source: str
    names: Names
    start: datetime
    end: datetime | None
    runs: int
    checks: int
    lost: timedelta
    error_key: str


@dataclass(frozen=True, slots=True)
class GapTold:
    """A span that may lack items, of a source or of all sources of a publisher. `state` is open, filled or dismissed."""

    names: Names
    start: datetime
    end: datetime
    state: str
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class AwayFacts:
    """All that is stored of a span. `rows` are newest first; `due` are deadlines that ended in it or end soon after.

    `unwatched` is when nothing at all answered: asleep, switched off, offline. `checks` were made, by `sources` sources,
    of which `answered` answered at least once. `points` are bars of the first asset of `paths`, oldest first.
    """

    span: AwaySpan
    rows: tuple[InboxRow, ...] = ()
    news: tuple[RegisterNews, ...] = ()
    moves: tuple[DayMoved, ...] = ()
    due: tuple[CountedDeadline, ...] = ()
    firings: tuple[Firing, ...] = ()
    paths: tuple[PricePath, ...] = ()
    points: tuple[ChartPoint, ...] = ()
    pins: tuple[Pin, ...] = ()
    unsure: tuple[Unsure, ...] = ()
    failed: tuple[FailedRun, ...] = ()
    gaps: tuple[GapTold, ...] = ()
    unwatched: tuple[Stretch, ...] = ()
    checks: int = 0
    sources: int = 0
    answered: int = 0


@dataclass(frozen=True, slots=True)
class AwaySummary:
    """The page: every row is in exactly one of `critical`, `high` and `others`, newest first in each."""

    facts: AwayFacts
    critical: tuple[InboxRow, ...]
    high: tuple[InboxRow, ...]
    others: tuple[InboxRow, ...]
    extended: int
    brought_forward: int
    reconstructed: int
    """Firings that were found afterwards, in prices that were not watched live."""
    troubles: tuple[Trouble, ...]
    lost: timedelta
    """How long nothing at all was watched."""

    @property
    def span(self) -> AwaySpan:
        """When it was."""
        return self.facts.span

    @property
    def news_count(self) -> int:
        """What the rail counts: everything that asks for a look."""
        facts = self.facts
        return len(self.critical) + len(self.high) + len(facts.news) + len(facts.moves) + len(facts.firings)

    @property
    def is_quiet(self) -> bool:
        """Whether there is nothing to tell beyond that it was watched."""
        facts = self.facts
        return not (
            facts.rows
            or facts.news
            or facts.moves
            or facts.due
            or facts.firings
            or facts.unsure
            or self.troubles
            or facts.gaps
            or facts.unwatched
        )


def summarise(facts: AwayFacts) -> AwaySummary:
    """What comes first of what happened."""
    by_level: dict[Level, list[InboxRow]] = {}
    for row in facts.rows:
        by_level.setdefault(row.level, []).append(row)
    others = tuple(row for row in facts.rows if row.level < Level.HIGH)
    inside = (one.within(facts.span.start, facts.span.end) for one in facts.unwatched)
    return AwaySummary(
        facts=facts,
        critical=tuple(by_level.get(Level.CRITICAL, ())),
        high=tuple(by_level.get(Level.HIGH, ())),
        others=others,
        extended=sum(move.is_extended for move in facts.moves),
        brought_forward=sum(not move.is_extended for move in facts.moves),
        reconstructed=sum(firing.late for firing in facts.firings),
        troubles=troubles(facts.failed, facts.span.start, facts.span.end),
        lost=sum((one.length for one in inside if one is not None), timedelta(0)),
    )


def troubles(runs: Iterable[FailedRun], start: datetime, end: datetime) -> tuple[Trouble, ...]:
    """One line a source, the one that was out for longest first; only the time between `start` and `end` counts as lost."""
    by_source: dict[str, list[FailedRun]] = {}
    for run in runs:
        by_source.setdefault(run.source, []).append(run)
    found = []
    for source, ours in by_source.items():
        ours.sort(key=lambda run: run.start)
        is_on = any(run.end is None for run in ours)
        ends = [run.end for run in ours if run.end is not None]
        lost = timedelta(0)
        for run in ours:
            until = min(run.end if run.end is not None else end, end)
            lost += max(timedelta(0), until - max(run.start, start))
        found.append(
            Trouble(
                source=source,
                names=ours[-1].names,
                start=ours[0].start,
                end=None if is_on else max(ends),
                runs=len(ours),
                checks=sum(run.checks for run in ours),
                lost=lost,
                error_key=ours[-1].error_key,
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.lost, one.start, one.source)))


def price_path(asset: str, points: Sequence[ChartPoint]) -> PricePath | None:
    """The path through bars, oldest first; None without one of a price above zero."""
    bars = [point for point in points if point.open > 0 and point.low > 0]
    if not bars:
        return None
    high, low = max(bars, key=lambda bar: bar.high), min(bars, key=lambda bar: bar.low)
    return PricePath(asset, bars[0].open, bars[-1].close, high.high, high.at, low.low, low.at)
