# SPDX-License-Identifier: MIT
"""What a notification says: who and how serious, the headline, one fact. In the user's language."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from hkwatch.domain.absence import Absence, AbsenceKind
from hkwatch.domain.alerts import Firing
from hkwatch.domain.catalogue import Catalogue
from hkwatch.domain.deadline import CountedDeadline, DeadlineKind, KnownDeadline
from hkwatch.domain.detail import ItemDetail
from hkwatch.domain.events import SourceHealth, SourceState
from hkwatch.domain.hkt import format_day, to_hkt
from hkwatch.domain.ids import PublisherId, SourceId
from hkwatch.domain.item import DocType, Level
from hkwatch.domain.rows import InboxRow
from hkwatch.services.alert_wording import AlertWording, money
from hkwatch.services.texts import Texts

__all__ = ["HEADLINE_CHARS", "Wording", "money"]

_LONG_MIN = 120
"""From here on an outage is told in hours."""
HEADLINE_CHARS = 110


class Wording:
    """Words notices. Every text goes through `translate`, in this form so that the translation tools find it."""

    def __init__(self, texts: Texts, catalogue: Catalogue) -> None:
        self._texts = texts
        self._catalogue = catalogue
        self._alerts = AlertWording(texts)
        self.texts, self.catalogue = texts, catalogue

    @property
    def language(self) -> str:
        """The language of the words."""
        return self._texts.language

    def item(self, detail: ItemDetail, left: CountedDeadline | None = None) -> tuple[str, str]:
        """Title and body for one item: `SFC · Policy · High`, then the headline, and until when it takes comments."""
        row = detail.row
        parts = (self.publisher(row.publisher), self.doc_type(row.doc_type), self.level(row.level))
        body = self.headline(detail)
        if left is not None and left.is_open:
            translate = self._texts.translate
            if left.deadline.kind is DeadlineKind.APPLICATIONS:
                until = translate("EngineNotices", "Applications by {day}, {count} working days left")
            else:
                until = translate("EngineNotices", "Comments by {day}, {count} working days left")
            body = f"{body}\n{until.format(day=self._day(left.deadline.closes_on), count=left.workdays)}"
        return " · ".join(parts), body

    def found_by(self, searches: Sequence[str]) -> str:
        """A line of its own that names the saved searches a notice is told for; empty for none."""
        if not searches:
            return ""
        translate = self._texts.translate
        return "\n" + translate("EngineNotices", "Saved search: {names}").format(names=" · ".join(searches))

    def headline(self, detail: ItemDetail) -> str:
        """The title, in the user's language where the item exists in it, at most `HEADLINE_CHARS` long."""
        chosen = next((text.title for text in detail.texts if text.lang == self._texts.language), detail.row.title)
        return self._cut(chosen)

    def _cut(self, text: str) -> str:
        return text if len(text) <= HEADLINE_CHARS else text[: HEADLINE_CHARS - 1].rstrip() + "…"

    def summary(self, rows: Sequence[InboxRow]) -> tuple[str, str]:
        """Title and body for many at once: counts by level, then the first three headlines."""
        translate = self._texts.translate
        parts = self._counts(rows)
        detail = parts[0] if parts else ""
        if len(parts) == 2:
            detail = translate("EngineNotices", "{one}, {other}").format(one=parts[0], other=parts[1])
        title = translate("EngineNotices", "{count} new").format(count=len(rows))
        body = self._headlines(rows)
        if detail:
            title = translate("EngineNotices", "{title} ({detail})").format(title=title, detail=detail)
        return title, body

    def absence(self, absence: Absence, rows: Sequence[InboxRow]) -> tuple[str, str]:
        """Title and body for what an absence brought: `While this computer slept (02:10–08:55 HKT): 7 new, 1 critical`."""
        translate = self._texts.translate
        start, end = to_hkt(absence.start), to_hkt(absence.end)
        times = [f"{start:%H:%M}", f"{end:%H:%M}"]
        if end - start >= timedelta(days=1):
            dated = translate("EngineNotices", "{day}/{month} {time}")
            times = [
                dated.format(day=at.day, month=at.month, time=time)
                for at, time in zip((start, end), times, strict=True)
            ]
        span = translate("EngineNotices", "{time} HKT").format(time="–".join(times))
        detail = translate("EngineNotices", "{count} new").format(count=len(rows))
        for part in self._counts(rows):
            detail = translate("EngineNotices", "{one}, {other}").format(one=detail, other=part)
        if absence.kind is AbsenceKind.ASLEEP:
            title = translate("EngineNotices", "While this computer slept ({span}): {detail}")
        elif absence.kind is AbsenceKind.CLOSED:
            title = translate("EngineNotices", "While hkwatch was not running ({span}): {detail}")
        else:
            title = translate("EngineNotices", "While this computer was offline ({span}): {detail}")
        return title.format(span=span, detail=detail), self._headlines(rows)

    def quiet_over(
        self, rows: Sequence[InboxRow], firings: Sequence[Firing], reminders: Sequence[str], troubles: int
    ) -> tuple[str, str]:
        """Title and body for what was held: `While it was quiet: 3 new, 1 critical, 2 price alerts`.

        `rows` most serious first; `reminders` are the titles of those; `troubles` counts sources that cannot be read.
        """
        translate = self._texts.translate
        parts = []
        if rows:
            parts = [translate("EngineNotices", "{count} new").format(count=len(rows)), *self._counts(rows)]
        if len(firings) == 1:
            parts.append(translate("EngineNotices", "1 price alert"))
        elif firings:
            parts.append(translate("EngineNotices", "{count} price alerts").format(count=len(firings)))
        if len(reminders) == 1:
            parts.append(translate("EngineNotices", "1 deadline"))
        elif reminders:
            parts.append(translate("EngineNotices", "{count} deadlines").format(count=len(reminders)))
        if troubles == 1:
            parts.append(translate("EngineNotices", "1 source not readable"))
        elif troubles:
            parts.append(translate("EngineNotices", "{count} sources not readable").format(count=troubles))
        detail = parts[0] if parts else ""
        for part in parts[1:]:
            detail = translate("EngineNotices", "{one}, {other}").format(one=detail, other=part)
        lines = self._headlines(rows).splitlines() + [self._alerts.title(firing) for firing in firings]
        lines += reminders
        title = translate("EngineNotices", "While it was quiet: {detail}").format(detail=detail)
        return title, "\n".join(lines[:3])

    def _counts(self, rows: Sequence[InboxRow]) -> list[str]:
        counts = [(level, sum(row.level is level for row in rows)) for level in (Level.CRITICAL, Level.HIGH)]
        return [f"{count} {self.level(level).lower()}" for level, count in counts if count]

    def _headlines(self, rows: Sequence[InboxRow]) -> str:
        return "\n".join(f"{self.publisher(row.publisher)}: {row.title[:HEADLINE_CHARS]}" for row in rows[:3])

    def firing(self, firing: Firing, headline: str = "") -> tuple[str, str]:
        """Title and body for an alert: `BTC below US$95,000`, then price, time, basis and when it is ready again.

        `headline` is the title of the item that made it fire.
        """
        facts = " · ".join(self._alerts.facts(firing))
        title = self._alerts.title(firing, headline)
        return title, f"{headline[:HEADLINE_CHARS]}\n{facts}" if headline else facts

    def test_firing(self, firing: Firing) -> tuple[str, str]:
        """An alert as it would be told, marked as a test."""
        title, body = self.firing(firing)
        return self._texts.translate("EngineNotices", "Test: {title}").format(title=title), body

    def firings(self, count: int, first: Firing, others: Sequence[Firing] = ()) -> tuple[str, str]:
        """Title and body where so many alerts fire that one notice must do. `others` are those named after the first.

        Where the first was found after a gap, so were they all: `While away: 3 price alerts`.
        """
        translate = self._texts.translate
        if first.late:
            lines = [f"{title}: {body}" for title, body in map(self.firing, (first, *others))]
            left = count - len(lines)
            if left > 0:
                lines.append(translate("EngineNotices", "and {count} more price alerts").format(count=left))
            return translate("EngineNotices", "While away: {count} price alerts").format(count=count), "\n".join(lines)
        title, body = self.firing(first)
        more = translate("EngineNotices", "and {count} more price alerts").format(count=count - 1)
        return title, f"{body}\n{more}"

    def outage(self, line: SourceHealth, now: datetime) -> tuple[str, str]:
        """Title and body for a source that cannot be read: `SFC press releases not reachable for 30 min`, why, next try."""
        translate = self._texts.translate
        row = self._catalogue.sources.get(line.source)
        name = line.name_en if row is None else row.name.in_language(self._texts.language)
        minutes = int((now - (line.failing_since or now)).total_seconds() // 60)
        # After a sleep it may be half a day: nobody counts that in minutes.
        count = minutes if minutes < _LONG_MIN else round(minutes / 60)
        if line.state is SourceState.FORMAT_CHANGED:
            title = (
                translate("EngineNotices", "{source} not readable for {count} min")
                if minutes < _LONG_MIN
                else translate("EngineNotices", "{source} not readable for {count} h")
            )
        else:
            title = (
                translate("EngineNotices", "{source} not reachable for {count} min")
                if minutes < _LONG_MIN
                else translate("EngineNotices", "{source} not reachable for {count} h")
            )
        title = title.format(source=name, count=count)
        facts = [self._texts.errors.say(line.error, "")]
        if line.next_at is not None:
            at = translate("EngineNotices", "{time} HKT").format(time=f"{to_hkt(line.next_at):%H:%M}")
            facts.append(translate("EngineNotices", "Next try {time}.").format(time=at))
        return title, " ".join(fact for fact in facts if fact)

    def held(self, source: str) -> tuple[str, str]:
        """Title and body for a register whose page has not had its shape for a day."""
        translate = self._texts.translate
        row = self._catalogue.sources.get(SourceId(source))
        name = source if row is None else row.name.in_language(self._texts.language)
        title = translate("EngineNotices", "{source}: the page changed shape").format(source=name)
        return title, translate("EngineNotices", "It has not been compared for 24 hours. Look at it and accept it.")

    def reminder(self, left: CountedDeadline) -> tuple[str, str]:
        """Title and body for a deadline that comes near: `3 working days left: 26CP4`, then the day and what it is about."""
        translate = self._texts.translate
        one = left.deadline
        match left.workdays:
            case 0 if left.days == 0:
                title = translate("EngineNotices", "Last day today: {what}")
            case 0:
                title = translate("EngineNotices", "No working day left: {what}")
            case 1:
                title = translate("EngineNotices", "1 working day left: {what}")
            case _:
                title = translate("EngineNotices", "{count} working days left: {what}")
        day = translate("EngineNotices", "until {day}").format(day=self._day(one.closes_on))
        title = title.format(count=left.workdays, what=one.ref or self.publisher(one.publisher))
        return title, f"{self._cut(one.title)} · {day}"

    def moved(self, one: KnownDeadline, before: date, after: date) -> tuple[str, str]:
        """Title and body for a deadline that changed: `Deadline extended 19 Jan → 2 Feb: 26CP4`."""
        translate = self._texts.translate
        if after > before:
            title = translate("EngineNotices", "Deadline extended {before} → {after}: {what}")
        else:
            title = translate("EngineNotices", "Deadline brought forward {before} → {after}: {what}")
        what = one.ref or self.publisher(one.publisher)
        return title.format(before=self._day(before), after=self._day(after), what=what), self._cut(one.title)

    def _day(self, day: date) -> str:
        return format_day(day) if self._texts.language == "en" else f"{day.month}月{day.day}日"

    def test(self) -> tuple[str, str]:
        """The test notification."""
        translate = self._texts.translate
        return (
            translate("EngineNotices", "hkwatch test notification"),
            translate("EngineNotices", "This is how hkwatch tells you. A click opens the window."),
        )

    def actions(self, kind: str) -> tuple[tuple[str, str], ...]:
        """Buttons under a notice."""
        translate = self._texts.translate
        match kind:
            case "item":
                return (
                    ("default", translate("EngineNotices", "Open")),
                    ("acknowledge", translate("EngineNotices", "Acknowledge")),
                    ("snooze", translate("EngineNotices", "Snooze 1 h")),
                )
            case "alert":
                return (
                    ("default", translate("EngineNotices", "Open chart")),
                    ("acknowledge", translate("EngineNotices", "Acknowledge")),
                    ("snooze", translate("EngineNotices", "Snooze 1 h")),
                )
            case "deadline" | "deadline-moved":
                return (
                    ("default", translate("EngineNotices", "Open")),
                    ("acknowledge", translate("EngineNotices", "Done")),
                    ("snooze", translate("EngineNotices", "Snooze 1 h")),
                )
            case "outage" | "held":
                return (
                    ("default", translate("EngineNotices", "Details")),
                    ("snooze", translate("EngineNotices", "Snooze 1 h")),
                )
            case "summary" | "quiet":
                return (("default", translate("EngineNotices", "Open list")),)
            case _:
                return (("default", translate("EngineNotices", "Open")),)

    def publisher(self, publisher: str) -> str:
        """The badge of a publisher: `SFC`, `證監會`."""
        known = self._catalogue.publishers.get(PublisherId(publisher))
        return publisher if known is None else known.short.in_language(self._texts.language)

    def level(self, level: Level) -> str:
        """The level in a word."""
        translate = self._texts.translate
        return {
            Level.LOW: translate("EngineNotices", "Low"),
            Level.NORMAL: translate("EngineNotices", "Normal"),
            Level.HIGH: translate("EngineNotices", "High"),
            Level.CRITICAL: translate("EngineNotices", "Critical"),
        }[level]

    def doc_type(self, kind: DocType) -> str:
        """The kind of document in a word or two."""
        translate = self._texts.translate
        return {
            DocType.ENFORCEMENT: translate("EngineNotices", "Enforcement"),
            DocType.ALERT_LIST: translate("EngineNotices", "Alert list"),
            DocType.CONSULTATION: translate("EngineNotices", "Consultation"),
            DocType.CONCLUSION: translate("EngineNotices", "Conclusion"),
            DocType.LICENCE: translate("EngineNotices", "Licence"),
            DocType.CIRCULAR: translate("EngineNotices", "Circular"),
            DocType.POLICY: translate("EngineNotices", "Policy"),
            DocType.LAW: translate("EngineNotices", "Law"),
            DocType.SPEECH: translate("EngineNotices", "Speech"),
            DocType.PRESS: translate("EngineNotices", "Press"),
            DocType.MEDIA: translate("EngineNotices", "Media"),
            DocType.PRICE: translate("EngineNotices", "Price"),
        }[kind]
