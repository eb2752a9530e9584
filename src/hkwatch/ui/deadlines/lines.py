# SPDX-License-Identifier: MIT
"""The lines of the deadline board: which there are, in which order, and the words of each cell. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.deadline import CountedDeadline
from hkwatch.ui.deadlines.words import conclusion_text, long_day, state_text


class Column(IntEnum):
    """The columns, from left to right."""

    TITLE = 0
    BODY = 1
    LAST = 2
    DAYS = 3
    WORKDAYS = 4
    STATE = 5
    CONCLUSION = 6


NUMBERS = frozenset({Column.DAYS, Column.WORKDAYS})
"""Columns that stand to the right."""


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """One deadline with the texts of its cells; `spoken` is what a screen reader says of the row."""

    left: CountedDeadline
    cells: tuple[str, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class GroupHead:
    """Head of the open or the past ones. `key` is `open` or `past`."""

    key: str
    name: str
    count: int
    folded: bool


Line = DeadlineLine | GroupHead


@dataclass(frozen=True, slots=True)
class View:
    """How the board is arranged. `sort` None = open ones by the nearest last day, past ones by the latest."""

    sort: Column | None = None
    descending: bool = False
    folded: frozenset[str] = frozenset({"past"})


def column_names() -> dict[Column, str]:
    """Heads in the interface language in force."""
    translate = QCoreApplication.translate
    return {
        Column.TITLE: translate("Deadlines", "Consultation"),
        Column.BODY: translate("Deadlines", "Body"),
        Column.LAST: translate("Deadlines", "Last day"),
        Column.DAYS: translate("Deadlines", "Days"),
        Column.WORKDAYS: translate("Deadlines", "Working days"),
        Column.STATE: translate("Deadlines", "State"),
        Column.CONCLUSION: translate("Deadlines", "Conclusions"),
    }


def make_lines(
    deadlines: Sequence[CountedDeadline], publishers: Mapping[str, str], language: str
) -> list[DeadlineLine]:
    """Every deadline with its words; `publishers` are short names by id."""
    return [_line(one, publishers, language) for one in deadlines]


def _line(left: CountedDeadline, publishers: Mapping[str, str], language: str) -> DeadlineLine:
    one = left.deadline
    cells = (
        one.title,
        " ".join(part for part in (publishers.get(one.publisher, one.publisher.upper()), one.ref) if part),
        long_day(one.closes_on, language),
        str(left.days) if left.is_open else "",
        str(left.workdays) if left.is_open else "",
        state_text(left, language),
        conclusion_text(left, language),
    )
    names = column_names()
    counted = [f"{names[column]}: {cells[column]}" for column in (Column.DAYS, Column.WORKDAYS) if cells[column]]
    parts = (cells[Column.STATE], cells[Column.BODY], one.title, cells[Column.LAST], *counted, cells[Column.CONCLUSION])
    return DeadlineLine(left, cells, ". ".join(part for part in parts if part))


def arrange(lines: Sequence[DeadlineLine], view: View) -> list[Line]:
    """The open ones, then the past ones under a head that folds; without any open one the head says none."""
    translate = QCoreApplication.translate
    found: list[Line] = []
    opened = [line for line in lines if line.left.is_open]
    past = [line for line in lines if not line.left.is_open]
    for key, name, group in (
        ("open", translate("Deadlines", "Open"), opened),
        ("past", translate("Deadlines", "Past"), past),
    ):
        if not group and key == "past":
            continue
        folded = key in view.folded
        found.append(GroupHead(key, name, len(group), folded))
        if not folded:
            found += _sorted(group, view, past=key == "past")
    return found


def _sorted(lines: Sequence[DeadlineLine], view: View, *, past: bool) -> list[DeadlineLine]:
    if view.sort is None:
        return sorted(lines, key=_BY[Column.LAST], reverse=past)
    # Equal ones keep the order of their days.
    by_day = sorted(lines, key=_BY[Column.LAST], reverse=past)
    return sorted(by_day, key=_BY[view.sort], reverse=view.descending)


def _concluded(line: DeadlineLine) -> float:
    at: datetime | None = line.left.deadline.concluded_at
    return at.timestamp() if at is not None else 0.0


_BY: dict[Column, Callable[[DeadlineLine], tuple[str | float, ...]]] = {
    Column.TITLE: lambda line: (line.cells[Column.TITLE].casefold(),),
    Column.BODY: lambda line: (line.cells[Column.BODY].casefold(),),
    Column.LAST: lambda line: (line.left.deadline.closes_on.toordinal(),),
    Column.DAYS: lambda line: (line.left.days,),
    Column.WORKDAYS: lambda line: (line.left.workdays, line.left.days),
    Column.STATE: lambda line: (line.cells[Column.STATE].casefold(),),
    Column.CONCLUSION: lambda line: (_concluded(line),),
}


def as_text(lines: Sequence[DeadlineLine]) -> str:
    """The lines for a spreadsheet: tabs between cells, dates as they sort."""
    rows = []
    for line in lines:
        cells = list(line.cells)
        cells[Column.LAST] = line.left.deadline.closes_on.isoformat()
        rows.append("\t".join((*cells, line.left.deadline.url)).replace("\n", " "))
    return "\n".join(rows)
