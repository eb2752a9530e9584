# SPDX-License-Identifier: MIT
"""What stands in the Away view, in words: tiles, lines of each section, the text that is copied. No widget."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.away import AwaySummary
from hkwatch.domain.ids import AlertId
from hkwatch.domain.item import Level
from hkwatch.domain.rows import InboxRow
from hkwatch.services.away_wording import AwayWording
from hkwatch.ui.away.lines import Line
from hkwatch.ui.away.tiles import TileText
from hkwatch.ui.formats import is_chinese
from hkwatch.ui.words import Counts, doc_type_text, level_text

MOST_OTHERS = 5
"""So many items below High stand here; the inbox has them all."""


@dataclass(frozen=True, slots=True)
class OfAlert:
    """A line that opens an alert."""

    alert: AlertId


class AwayContent:
    """One summary in the language in force; `names` are the publishers' short names."""

    def __init__(self, told: AwaySummary, words: AwayWording, names: Mapping[str, str], language: str) -> None:
        self._told, self._words, self._names, self._language = told, words, names, language

    # Head

    def subtitle(self) -> str:
        """`Fri 14 Feb 17:00 to Mon 17 Feb 09:00 HKT · 1,204 checks, 26 of 26 sources answered`."""
        span = self._told.span
        return " · ".join((self._words.when(span), self._words.watched(self._told)))

    def sentence(self) -> str:
        """Everything in one sentence."""
        return self._words.sentence(self._told)

    def tiles(self) -> tuple[TileText, ...]:
        """Critical, High, licence changes, deadlines, alerts."""
        translate, told = QCoreApplication.translate, self._told
        facts = told.facts
        days = len(facts.moves) or len(facts.due)
        if facts.moves:
            day_name, day_note = translate("Away", "Deadlines moved"), self._words.move(facts.moves[0])[1]
        elif facts.due:
            day_name, day_note = translate("Away", "Deadlines near"), self._words.due(facts.due[0])[1]
        else:
            day_name, day_note = translate("Away", "Deadlines moved"), translate("Away", "none moved, none near")
        news = facts.news
        firings = facts.firings
        return (
            self._level_tile(Level.CRITICAL, told.critical, translate("Away", "nothing needs you at once")),
            self._level_tile(Level.HIGH, told.high, translate("Away", "nothing of this level")),
            TileText(
                ("badge-check", "licence"),
                translate("Away", "Licence changes"),
                str(len(news)),
                self._words.news(news[0])[0] if news else translate("Away", "lists as they were"),
                not news,
            ),
            TileText(("calendar-clock", "consultation"), day_name, str(days), day_note, not days),
            TileText(
                ("bell-ring", "high"),
                translate("Away", "Alerts fired"),
                str(len(firings)),
                self._words.firing(firings[0])[0] if firings else translate("Away", "no level reached"),
                not firings,
            ),
        )

    def _level_tile(self, level: Level, rows: tuple[InboxRow, ...], calm: str) -> TileText:
        return TileText(level, level_text(level), str(len(rows)), self._by_publisher(rows) or calm, not rows)

    def _by_publisher(self, rows: tuple[InboxRow, ...]) -> str:
        counts: dict[str, int] = {}
        for row in rows:
            name = self._name(row.publisher)
            counts[name] = counts.get(name, 0) + 1
        ordered = sorted(counts.items(), key=lambda one: -one[1])
        if is_chinese(self._language):
            # A blank only between letters and a number.
            return "、".join(f"{name}{' ' if name.isascii() else ''}{count}" for name, count in ordered)
        return ", ".join(f"{count} {name}" for name, count in ordered)

    def _name(self, publisher: str) -> str:
        return self._names.get(publisher, publisher.upper())

    # Sections

    def items(self, rows: tuple[InboxRow, ...], *, strong: bool) -> list[Line]:
        """Items, each opens itself."""
        return [self._item(row, strong=strong) for row in rows]

    def others(self) -> list[Line]:
        """The first items below High."""
        return self.items(self._told.others[:MOST_OTHERS], strong=False)

    def _item(self, row: InboxRow, *, strong: bool) -> Line:
        facts = [row.ref] if row.ref else []
        if row.sources_count > 1:
            facts.append(Counts().sources(row.sources_count))
        if row.summary and not facts:
            facts.append(row.summary)
        return Line(
            row.level,
            row.title,
            " · ".join(facts),
            self._words.near(row.sort_at, self._told.span),
            self._name(row.publisher),
            row.doc_type,
            row.id,
            strong,
            f"{level_text(row.level)}, {doc_type_text(row.doc_type)}",
        )

    def changes(self) -> list[Line]:
        """Registers and deadlines."""
        words, facts, span = self._words, self._told.facts, self._told.span
        found = [
            Line(
                ("badge-check", "licence"),
                *words.news(one),
                words.near(one.at, span),
                opens=one.item if one.item is not None else "licences",
                strong=True,
            )
            for one in facts.news
        ]
        found += [
            Line(
                ("calendar-clock", "consultation"),
                *words.move(one),
                words.near(one.at, span),
                opens=one.deadline.item if one.deadline.item is not None else "deadlines",
                strong=True,
            )
            for one in facts.moves
        ]
        moved = {one.deadline.id for one in facts.moves}
        found += [
            Line(
                ("timer", "warn"),
                *words.due(left),
                opens=left.deadline.item if left.deadline.item is not None else "deadlines",
            )
            for left in facts.due
            if left.deadline.id not in moved
        ]
        return found

    def alerts(self) -> list[Line]:
        """What fired, and what would have."""
        words, span = self._words, self._told.span
        return [
            Line(
                ("history" if one.late else "bell-ring", "high"),
                *words.firing(one),
                words.near(one.at, span),
                opens=one.item if one.item is not None else OfAlert(one.alert_id),
            )
            for one in self._told.facts.firings
        ]

    def unsure(self) -> list[Line]:
        """Notices that may not have been shown."""
        words, span = self._words, self._told.span
        return [
            Line(("bell-off", "warn"), *words.unsure(one), words.near(one.at, span), opens=one.item)
            for one in self._told.facts.unsure
        ]

    def watch(self) -> list[Line]:
        """How the watch itself did: what was not watched, gaps, sources that failed; a tick where all was well."""
        words, told, span = self._words, self._told, self._told.span
        facts = told.facts
        found = [Line(("circle-dashed", "muted"), *words.unwatched(one, span)) for one in facts.unwatched]
        for gap in facts.gaps:
            mark = ("check", "ok") if gap.state == "filled" else ("triangle-alert", "warn")
            found.append(Line(mark, *words.gap(gap, span)))
        found += [
            Line(("triangle-alert", "warn") if one.end is None else ("rotate-ccw", "muted"), *words.trouble(one, span))
            for one in told.troubles[:6]
        ]
        more = len(told.troubles) - 6
        translate = QCoreApplication.translate
        if more > 0:
            said = translate("Away", "and {0} more sources failed for a while").format(more)
            found.append(Line(("ellipsis", "muted"), said, "", opens="sources"))
        if facts.checks:
            title = translate("Away", "{0} of {1} sources answered").format(facts.answered, facts.sources)
            good = facts.answered == facts.sources
            mark = ("check", "ok") if good else ("triangle-alert", "warn")
            note = translate("Away", "{0} checks").format(f"{facts.checks:,}")
            found.append(Line(mark, title, note, opens="sources"))
        return found

    def price_note(self) -> str:
        """High and low, and the other prices."""
        words, facts = self._words, self._told.facts
        if not facts.paths:
            return ""
        said = [words.reach(facts.paths[0], self._told.span)]
        said += [f"{words.path_short(path)} ({words.path(path)})" for path in facts.paths[1:]]
        return "\n".join(said)

    # As text

    def text(self) -> str:
        """Everything for the clipboard, a line each."""
        translate = QCoreApplication.translate
        lines = [self.sentence(), self.subtitle()]
        for name, part in (
            (translate("Away", "Critical and high"), self.items(self._told.critical + self._told.high, strong=True)),
            (translate("Away", "Registers and deadlines"), self.changes()),
            (translate("Away", "Alerts"), self.alerts()),
            (translate("Away", "Normal and low"), self.items(self._told.others, strong=False)),
            (translate("Away", "May not have been shown"), self.unsure()),
            (translate("Away", "The watch itself"), self.watch()),
        ):
            if part:
                lines += ["", name, *(_plain(line) for line in part)]
        if self._told.facts.paths:
            lines += [
                "",
                *(f"{self._words.path_short(path)} · {self._words.path(path)}" for path in self._told.facts.paths),
            ]
        return "\n".join(lines)


def _plain(line: Line) -> str:
    return "\t".join(part for part in (line.time, line.publisher, line.title, line.detail) if part)


def is_worth_a_look(told: AwaySummary) -> bool:
    """Whether the view comes up by itself on return: something serious happened, or the watch had a hole of an hour."""
    return bool(told.news_count or told.facts.unsure or told.lost >= timedelta(hours=1))
