# SPDX-License-Identifier: MIT
"""The table's lines: what each cell says, and which lines are shown in which order. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.catalogue import Catalogue, SourceRow
from hkwatch.domain.events import SourceHealth, SourceState
from hkwatch.domain.ids import SourceId
from hkwatch.ui.formats import short_time
from hkwatch.ui.sources.words import interval_text, kind_text, language_tag, share_text, state_text
from hkwatch.ui.watch_words import publisher_short, source_name


class Column(IntEnum):
    """The columns, from the left."""

    SOURCE = 0
    KIND = 1
    INTERVAL = 2
    STATE = 3
    LAST = 4
    NEW = 5
    SHARE = 6
    NEXT = 7


class Grouping(StrEnum):
    """What lines are gathered under."""

    NONE = "none"
    PUBLISHER = "publisher"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class GroupHead:
    """The line over a group. `count` sources are under it."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source with the words of its cells."""

    health: SourceHealth
    row: SourceRow | None
    cells: tuple[str, ...]
    """A text for each Column."""
    tag: str
    publisher: str
    order: int
    """Its place in the catalogue."""

    @property
    def spoken(self) -> str:
        """How a screen reader says the line: name and state first, then the rest with its column's name."""
        heads = column_names()
        rest = [f"{heads[column]}: {self.cells[column]}" for column in Column if column > 0 and self.cells[column]]
        rest = [text for text in rest if not text.startswith(f"{heads[Column.STATE]}: ")]
        return ". ".join([f"{self.cells[Column.SOURCE]}: {self.cells[Column.STATE]}", *rest])


Line = SourceLine | GroupHead


@dataclass(frozen=True, slots=True)
class View:
    """Which lines are shown and how. `sort` None = the catalogue's order; `words` filters by all of its words."""

    words: str = ""
    failing_first: bool = False
    show_off: bool = False
    sort: Column | None = None
    descending: bool = False
    grouping: Grouping = Grouping.NONE


_SEVERITY = {
    SourceState.FAILING: 0,
    SourceState.BLOCKED: 0,
    SourceState.FORMAT_CHANGED: 0,
    SourceState.OFFLINE: 1,
    SourceState.MOVED: 2,
    SourceState.QUIET: 3,
    SourceState.UNCHECKED: 4,
    SourceState.OK: 5,
    SourceState.OFF: 6,
}


def column_names() -> dict[Column, str]:
    """The heads of the columns."""
    translate = QCoreApplication.translate
    return {
        Column.SOURCE: translate("Sources", "Source"),
        Column.KIND: translate("Sources", "Kind"),
        Column.INTERVAL: translate("Sources", "Interval"),
        Column.STATE: translate("Sources", "State"),
        Column.LAST: translate("Sources", "Last answer"),
        Column.NEW: translate("Sources", "New today"),
        Column.SHARE: translate("Sources", "Good polls"),
        Column.NEXT: translate("Sources", "Next try"),
    }


def make_lines(
    sources: Sequence[SourceHealth],
    catalogue: Catalogue,
    publishers: Mapping[str, str],
    now: datetime,
    language: str,
) -> list[SourceLine]:
    """A line for each source, by publisher in the order of `publishers`, which gives their short names; own ones last."""
    places = {name: place for place, name in enumerate(publishers)}
    rows = {source: place for place, source in enumerate(catalogue.sources)}
    # Not the order in which they are told: a source that is paused or comes back must not change its place.
    in_order = sorted(
        sources,
        key=lambda one: (one.own, places.get(str(one.publisher), len(places)), rows.get(one.source, len(rows))),
    )
    lines = []
    for order, health in enumerate(in_order):
        row = None if health.own else catalogue.sources.get(health.source)
        is_off = health.state is SourceState.OFF
        was_asked = health.state is not SourceState.UNCHECKED and health.last_ok_at is not None
        cells = (
            source_name(health, language),
            kind_text(row),
            interval_text(health, row, language),
            state_text(health, row, now, language),
            short_time(health.last_ok_at, now, language) if health.last_ok_at is not None else "",
            str(health.new_today) if was_asked and not is_off else "",
            share_text(health),
            short_time(health.next_at, now, language) if health.next_at is not None and not is_off else "",
        )
        publisher = publishers.get(str(health.publisher)) or publisher_short(health, language)
        if health.own:
            publisher = QCoreApplication.translate("Sources", "Your own")
        lines.append(SourceLine(health, row, cells, language_tag(health, row), publisher, order))
    return lines


def arrange(
    lines: Sequence[SourceLine], view: View, kept: frozenset[SourceId] | set[SourceId] = frozenset()
) -> list[Line]:
    """The lines the view shows, in its order, with a head over each group. `kept` are shown though they are off."""
    shown = [line for line in lines if _is_shown(line, view, kept)]
    if view.sort is not None:
        column = view.sort
        filled = [line for line in shown if _has_value(line, column)]
        empty = [line for line in shown if not _has_value(line, column)]
        # Empty cells stand last in both directions.
        shown = sorted(filled, key=lambda line: _key(line, column), reverse=view.descending) + empty
    if view.failing_first:
        shown.sort(key=lambda line: _SEVERITY[line.health.state])
    if view.grouping is Grouping.NONE:
        return list(shown)
    groups: dict[str, list[SourceLine]] = {}
    for line in shown:
        groups.setdefault(_group(line, view.grouping), []).append(line)
    found: list[Line] = []
    for name, members in groups.items():
        found.append(GroupHead(name, len(members)))
        found.extend(members)
    return found


def _group(line: SourceLine, grouping: Grouping) -> str:
    if grouping is Grouping.PUBLISHER:
        return line.publisher
    return line.health.folder or QCoreApplication.translate("Sources", "No folder")


def _is_shown(line: SourceLine, view: View, kept: frozenset[SourceId] | set[SourceId]) -> bool:
    words = view.words.casefold().split()
    if not words:
        return view.show_off or line.health.state is not SourceState.OFF or line.health.source in kept
    health = line.health
    # Who looks for a name means it whatever its state.
    text = " ".join(
        (
            health.source,
            health.name_en,
            health.name_zh_hant,
            health.name_zh_hans,
            health.url,
            health.folder,
            line.publisher,
            *line.cells[:4],
        )
    ).casefold()
    return all(word in text for word in words)


def _has_value(line: SourceLine, column: Column) -> bool:
    return column is Column.STATE or bool(line.cells[column])


def _key(line: SourceLine, column: Column) -> tuple[float, str]:
    health = line.health
    match column:
        case Column.STATE:
            since = health.failing_since or health.quiet_since
            return (_SEVERITY[health.state], f"{since:%Y%m%d%H%M%S}" if since is not None else "9")
        case Column.INTERVAL:
            return (health.interval_min or health.options.interval_min or _usual_min(line.row), "")
        case Column.LAST:
            return (health.last_ok_at.timestamp() if health.last_ok_at is not None else 0.0, "")
        case Column.NEW:
            return (health.new_today, "")
        case Column.SHARE:
            return (health.good_polls / health.polls if health.polls else 0.0, "")
        case Column.NEXT:
            return (health.next_at.timestamp() if health.next_at is not None else 0.0, "")
        case _:
            return (0.0, line.cells[column].casefold())


def _usual_min(row: SourceRow | None) -> float:
    return row.poll[-1].every_min if row is not None and row.poll else 0.0
