# SPDX-License-Identifier: MIT
"""What is publicly known of licences from before hkwatch looked, and the story of one entity out of it and what was seen.

Facts of both kinds stand in one line of time and are never taken for one another: `observed` says which is which.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from hkwatch.domain.hkt import to_hkt
from hkwatch.domain.register import LICENSED, ChangeKind, RegisterChange, RegisterRow, match_name


class PastEvent(StrEnum):
    """What a known fact of the past says."""

    LICENSED = "licensed"
    RENAMED = "renamed"
    APPLIED = "applied"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class PastFact:
    """A public fact that hkwatch did not see happen. `source` is where the public can read it.

    `is_by` says that the day is when it was found so, not when it came about. `former_en` is the name before a RENAMED.
    """

    day: date
    event: PastEvent
    name_en: str
    source: str
    name_zh: str = ""
    platform: str = ""
    ce: str = ""
    former_en: str = ""
    is_by: bool = False

    def row(self) -> RegisterRow:
        """The fact as a row of the licensed list."""
        return RegisterRow(LICENSED, self.name_en, self.name_zh, self.platform, self.ce, self.day.isoformat())


@dataclass(frozen=True, slots=True)
class Seen:
    """A change that hkwatch saw, and when."""

    at: datetime
    change: RegisterChange


@dataclass(frozen=True, slots=True)
class Moment:
    """One point of an entity's story. Exactly one of `past` and `seen` is there, or neither: it stood so at the baseline."""

    day: date
    row: RegisterRow
    past: PastFact | None = None
    seen: Seen | None = None

    @property
    def observed(self) -> bool:
        """Whether hkwatch saw it itself."""
        return self.past is None


@dataclass(frozen=True, slots=True)
class CountPoint:
    """How many licences there were from a day on."""

    day: date
    count: int
    observed: bool


def story(
    about: RegisterRow,
    past: Iterable[PastFact],
    seen: Iterable[Seen],
    baseline: Iterable[tuple[datetime, RegisterRow]],
) -> tuple[Moment, ...]:
    """Everything known of an entity under all its names, oldest first. `baseline` are rows of the first pages."""
    past, seen, baseline = tuple(past), tuple(seen), tuple(baseline)
    names, numbers = {match_name(name) for name in (about.name_en, about.name_zh) if name}, {about.ce} - {""}
    while True:
        before = (len(names), len(numbers))
        for row in _linked(past, seen, baseline, names, numbers):
            names |= {match_name(name) for name in (row.name_en, row.name_zh) if name}
            numbers |= {row.ce} - {""}
        if (len(names), len(numbers)) == before:
            break

    def is_it(row: RegisterRow | None) -> bool:
        return row is not None and _is_one_of(row, names, numbers)

    moments = [Moment(fact.day, fact.row(), past=fact) for fact in past if is_it(fact.row())]
    moments += [Moment(_day(at), row) for at, row in baseline if is_it(row)]
    moments += [
        Moment(_day(one.at), one.change.row, seen=one) for one in seen if is_it(one.change.old) or is_it(one.change.new)
    ]
    return tuple(sorted(moments, key=lambda one: (one.day, one.observed)))


def former_names(past: Iterable[PastFact], seen: Iterable[Seen]) -> tuple[tuple[str, RegisterRow], ...]:
    """(former name, row it is now) of every rename that is known, observed or not."""
    found = [(fact.former_en, fact.row()) for fact in past if fact.event is PastEvent.RENAMED and fact.former_en]
    for one in seen:
        old, new = one.change.old, one.change.new
        if one.change.kind is ChangeKind.RENAMED and old is not None and new is not None:
            found += [
                (name, new) for name in (old.name_en, old.name_zh) if name and name not in (new.name_en, new.name_zh)
            ]
    return tuple(found)


def counts(
    past: Iterable[PastFact],
    baseline_at: datetime | None,
    baseline: int,
    seen: Sequence[Seen],
    now: datetime,
) -> tuple[CountPoint, ...]:
    """Licences over time: by known facts up to the first page, by what was seen from there on; the last point is `now`."""
    first = _day(baseline_at) if baseline_at is not None else _day(now) + timedelta(days=1)
    points: list[CountPoint] = []
    number = 0
    for fact in sorted(past, key=lambda one: one.day):
        if fact.event is PastEvent.LICENSED and fact.day < first:
            number += 1
            points.append(CountPoint(fact.day, number, observed=False))
    if baseline_at is None:
        return tuple(points)
    number = baseline
    points.append(CountPoint(first, number, observed=True))
    for one in sorted(seen, key=lambda found: found.at):
        step = _on_licensed(one.change.new) - _on_licensed(one.change.old)
        if step:
            number += step
            points.append(CountPoint(_day(one.at), number, observed=True))
    if points[-1].day < _day(now):
        points.append(CountPoint(_day(now), number, observed=True))
    return tuple(points)


def _on_licensed(row: RegisterRow | None) -> int:
    return int(row is not None and row.list == LICENSED)


def _linked(
    past: Sequence[PastFact],
    seen: Sequence[Seen],
    baseline: Sequence[tuple[datetime, RegisterRow]],
    names: set[str],
    numbers: set[str],
) -> list[RegisterRow]:
    found: list[RegisterRow] = []
    for fact in past:
        if _is_one_of(fact.row(), names, numbers) or match_name(fact.former_en) in names:
            found += [fact.row(), RegisterRow(LICENSED, fact.former_en, ce=fact.ce)]
    for one in seen:
        rows = [row for row in (one.change.old, one.change.new) if row is not None]
        if any(_is_one_of(row, names, numbers) for row in rows):
            found += rows
    return found + [row for _, row in baseline if _is_one_of(row, names, numbers)]


def _is_one_of(row: RegisterRow, names: set[str], numbers: set[str]) -> bool:
    return row.ce in numbers or any(match_name(name) in names for name in (row.name_en, row.name_zh) if name)


def _day(at: datetime) -> date:
    return to_hkt(at).date()
