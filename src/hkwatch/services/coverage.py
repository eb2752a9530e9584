# SPDX-License-Identifier: MIT
"""The coverage statement of a month: how completely each source was watched, as data, Markdown and CSV."""

import csv
import io
import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta

from hkwatch.domain.away import GapTold, Names
from hkwatch.domain.catalogue import Catalogue
from hkwatch.domain.coverage import Line, Month, Stretch, line_of, mean_uptime, silences_of
from hkwatch.domain.hkt import format_minute
from hkwatch.services.away import names_of
from hkwatch.services.texts import Texts
from hkwatch.store import coverage as store


@dataclass(frozen=True, slots=True)
class Statement:
    """What was counted in a month up to `until`. `since` is when counting began, None before any poll was counted.

    `whole` is all sources together: silent while nothing at all answered. `unwatched` are those times. `gaps` are
    stretches that may lack items, those of publishers too.
    """

    month: Month
    until: datetime
    since: datetime | None
    lines: tuple[tuple[Names, Line], ...]
    whole: Line | None
    unwatched: tuple[Stretch, ...]
    gaps: tuple[GapTold, ...]

    @property
    def checks(self) -> int:
        """All polls."""
        return sum(line.checks for _, line in self.lines)

    @property
    def good(self) -> int:
        """Polls with a good answer."""
        return sum(line.good for _, line in self.lines)

    @property
    def uptime(self) -> float | None:
        """The mean of the sources' uptimes, 0 to 1; None where none was watched."""
        return mean_uptime([line for _, line in self.lines])

    @property
    def is_partial(self) -> bool:
        """Whether the month is not over, or counting began in it."""
        return self.until < self.month.end or (self.since is not None and self.since > self.month.start)


def read_statement(db: sqlite3.Connection, catalogue: Catalogue, month: Month, now: datetime) -> Statement:
    """Read a month; sources in the catalogue's order, then those that are in it no more."""
    start, end = month.start, month.end
    order = {str(name): place for place, name in enumerate(catalogue.sources)}
    lines: list[tuple[Names, Line]] = []
    whole: Line | None = None
    unwatched: tuple[Stretch, ...] = ()
    for one in store.counted(db, start, end, now):
        if one.source == store.ALL:
            whole, unwatched = line_of(one, start, end, now), silences_of(one, start, end, now)
        else:
            lines.append((names_of(catalogue, one.source), line_of(one, start, end, now)))
    lines.sort(key=lambda pair: (order.get(pair[1].source, len(order)), pair[1].source))
    gaps = tuple(
        GapTold(names_of(catalogue, gap.source), gap.start, gap.end, gap.state, gap.closed_at)
        for gap in store.gaps(db, start, end)
        if gap.kind == "source"
    )
    return Statement(month, min(end, now), store.counted_since(db), tuple(lines), whole, unwatched, gaps)


class CoverageWording:
    """A statement as text, in the user's language."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def minute(self, at: datetime) -> str:
        """A minute in Hong Kong, as it stands in files."""
        return format_minute(at)

    def heads(self) -> tuple[str, ...]:
        """Columns of the table."""
        translate = self._texts.translate
        return (
            translate("Coverage", "Source"),
            translate("Coverage", "Checks"),
            translate("Coverage", "Good answers"),
            translate("Coverage", "Good"),
            translate("Coverage", "Uptime"),
            translate("Coverage", "Longest silence"),
            translate("Coverage", "Gaps"),
            translate("Coverage", "Back-filled"),
            translate("Coverage", "Watched since"),
        )

    def cells(self, names: Names, line: Line) -> tuple[str, ...]:
        """One source's row of the table."""
        return (
            self.name(names),
            f"{line.checks:,}",
            f"{line.good:,}",
            percent(line.share_good),
            percent(line.uptime),
            self.length(line.longest),
            str(line.gaps) if line.gaps else "",
            str(line.filled) if line.gaps else "",
            "" if line.since is None else self.minute(line.since).removesuffix(" HKT"),
        )

    def name(self, names: Names) -> str:
        """A source's name in the language."""
        return names[{"zh-Hant": 1, "zh-Hans": 2}.get(self._texts.language, 0)]

    def length(self, span: timedelta) -> str:
        """`2 d 3 h`, `8 h 52 min`, `12 min`; at most two units."""
        translate = self._texts.translate
        minutes = int(span.total_seconds()) // 60
        days, hours = divmod(minutes // 60, 24)
        if days:
            return translate("Coverage", "{0} d {1} h").format(days, hours)
        if hours:
            return translate("Coverage", "{0} h {1} min").format(hours, minutes % 60)
        return translate("Coverage", "{0} min").format(minutes)

    def summary(self, told: Statement) -> str:
        """`26 sources · 34,120 checks · 33,987 good (99.6 %) · uptime 98.2 % · nothing watched for 12 h 5 min`."""
        translate = self._texts.translate
        if not told.lines:
            return translate("Coverage", "nothing was counted in this month")
        share = told.good / told.checks if told.checks else None
        said = [
            translate("Coverage", "{0} sources").format(len(told.lines)),
            translate("Coverage", "{0} checks").format(f"{told.checks:,}"),
            translate("Coverage", "{0} good ({1})").format(f"{told.good:,}", percent(share)),
            translate("Coverage", "uptime {0}").format(percent(told.uptime)),
        ]
        if told.whole is not None and told.whole.silent:
            said.append(translate("Coverage", "nothing watched for {0}").format(self.length(told.whole.silent)))
        return " · ".join(said)

    def span(self, told: Statement) -> str:
        """From when to when it holds."""
        first = told.month.start if told.since is None else max(told.since, told.month.start)
        text = self._texts.translate("Coverage", "{0} to {1}")
        said = text.format(self.minute(first), self.minute(told.until))
        if told.is_partial:
            return self._texts.translate("Coverage", "{0}, not the whole month").format(said)
        return said

    def meaning(self) -> str:
        """What the figures mean, so that nobody takes them for more."""
        return self._texts.translate(
            "Coverage",
            "Uptime is the share of the time in which a source’s last good answer was no older than three times its"
            " usual pause, and at least an hour. While the computer slept, was offline or hkwatch was not running,"
            " every source is silent. A gap is a time whose items may be missing; it is back-filled where the"
            " publisher’s archive was read for it.",
        )

    def gap(self, one: GapTold) -> tuple[str, str, str, str]:
        """(source, from, to, what became of it)."""
        translate = self._texts.translate
        if one.state == "filled" and one.closed_at is not None:
            how = translate("Coverage", "back-filled {0}").format(self.minute(one.closed_at))
        elif one.state == "filled":
            how = translate("Coverage", "back-filled")
        else:
            how = translate("Coverage", "not filled")
        return self.name(one.names), self.minute(one.start), self.minute(one.end), how

    def markdown(self, told: Statement) -> str:
        """The whole statement."""
        translate = self._texts.translate
        lines = [
            f"# {translate('Coverage', 'Coverage {0}').format(told.month)}",
            "",
            self.span(told),
            "",
            self.summary(told),
            "",
        ]
        if told.lines:
            heads = self.heads()
            lines += [_row(heads), _row(("---",) + ("---:",) * (len(heads) - 1))]
            lines += [_row(self.cells(names, line)) for names, line in told.lines]
            lines.append("")
        if told.unwatched:
            lines += [f"## {translate('Coverage', 'Nothing was watched')}", ""]
            for one in told.unwatched:
                times = translate("Coverage", "{0} to {1}").format(format_minute(one.start), format_minute(one.end))
                lines.append(f"- {times} ({self.length(one.length)})")
            lines.append("")
        if told.gaps:
            lines += [f"## {translate('Coverage', 'Gaps')}", ""]
            for one_gap in told.gaps:
                name, first, last, how = self.gap(one_gap)
                lines.append(f"- {escaped(name)}: {translate('Coverage', '{0} to {1}').format(first, last)}, {how}")
            lines.append("")
        return "\n".join([*lines, self.meaning(), ""])

    def csv(self, told: Statement) -> str:
        """One row a source, with plain numbers and a byte order mark, for a spreadsheet."""
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(
            (
                *("month", "source", "name", "checks", "good_answers", "good_percent", "uptime_percent"),
                *("silent_minutes", "longest_silence_minutes", "gaps", "gaps_back_filled", "watched_since"),
            )
        )
        for names, line in told.lines:
            writer.writerow(
                (
                    *(str(told.month), line.source, _harmless(self.name(names)), line.checks, line.good),
                    *(_number(line.share_good), _number(line.uptime)),
                    *(int(line.silent.total_seconds()) // 60, int(line.longest.total_seconds()) // 60),
                    *(line.gaps, line.filled, "" if line.since is None else line.since.isoformat()),
                )
            )
        return "\ufeff" + out.getvalue()


def percent(share: float | None) -> str:
    """`99.6 %`; `–` where it is not known. What is not the whole is never rounded up to it."""
    if share is None:
        return "–"
    shown = min(round(share * 100, 1), 99.9) if share < 1 else 100.0
    return f"{shown:.1f}\N{NO-BREAK SPACE}%"


def escaped(text: str) -> str:
    """A text that Markdown takes as it is."""
    for sign in "\\`*_[]<>|#":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell if set(cell) <= set("-:") else escaped(cell) for cell in cells) + " |"


def _number(share: float | None) -> str:
    return "" if share is None else f"{share * 100:.2f}"


def _harmless(text: str) -> str:
    """A spreadsheet takes a text that begins like this for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t") else text
