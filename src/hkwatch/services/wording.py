# SPDX-License-Identifier: MIT
"""What a notification says: who and how serious, the headline, one fact. In the user's language."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from hkwatch.domain.absence import Absence, AbsenceKind
from hkwatch.domain.alerts import Currency, Firing
from hkwatch.domain.catalogue import Catalogue
from hkwatch.domain.detail import ItemDetail
from hkwatch.domain.events import SourceHealth, SourceState
from hkwatch.domain.hkt import format_clock, to_hkt
from hkwatch.domain.ids import PublisherId, SourceId
from hkwatch.domain.item import DocType, Level
from hkwatch.domain.rows import InboxRow
from hkwatch.services.texts import Texts

HEADLINE_CHARS = 110


class Wording:
    """Words notices. Every text goes through `translate`, in this form so that the translation tools find it."""

    def __init__(self, texts: Texts, catalogue: Catalogue) -> None:
        self._texts = texts
        self._catalogue = catalogue

    def item(self, detail: ItemDetail) -> tuple[str, str]:
        """Title and body for one item: `SFC · Policy · High`, then the headline."""
        row = detail.row
        parts = (self.publisher(row.publisher), self.doc_type(row.doc_type), self.level(row.level))
        return " · ".join(parts), self.headline(detail)

    def headline(self, detail: ItemDetail) -> str:
        """The title, in the user's language where the item exists in it, at most `HEADLINE_CHARS` long."""
        chosen = next((text.title for text in detail.texts if text.lang == self._texts.language), detail.row.title)
        return chosen if len(chosen) <= HEADLINE_CHARS else chosen[: HEADLINE_CHARS - 1].rstrip() + "…"

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
        else:
            title = translate("EngineNotices", "While this computer was offline ({span}): {detail}")
        return title.format(span=span, detail=detail), self._headlines(rows)

    def _counts(self, rows: Sequence[InboxRow]) -> list[str]:
        counts = [(level, sum(row.level is level for row in rows)) for level in (Level.CRITICAL, Level.HIGH)]
        return [f"{count} {self.level(level).lower()}" for level, count in counts if count]

    def _headlines(self, rows: Sequence[InboxRow]) -> str:
        return "\n".join(f"{self.publisher(row.publisher)}: {row.title[:HEADLINE_CHARS]}" for row in rows[:3])

    def firing(self, firing: Firing) -> tuple[str, str]:
        """Title and body for a price alert: `BTC below US$95,000`, then price, time, basis and when it is ready again."""
        translate = self._texts.translate
        level = money(firing.level, firing.currency)
        if firing.kind.value == "cross_above":
            title = translate("EngineNotices", "{asset} above {level}").format(asset=firing.asset, level=level)
        else:
            title = translate("EngineNotices", "{asset} below {level}").format(asset=firing.asset, level=level)
        price = money(firing.price_usd, Currency.USD)
        if firing.price_hkd is not None:
            price = f"{price} ({money(firing.price_hkd, Currency.HKD)})"
        facts = [f"{price} {self._time(firing.at)}"]
        if firing.late and firing.between is not None:
            facts.append(
                translate("EngineNotices", "crossed between {start} and {end}").format(
                    start=self._time(firing.between[0]), end=self._time(firing.between[1])
                )
            )
        elif firing.late:
            facts.append(translate("EngineNotices", "while hkwatch could not see prices"))
        if len(firing.venues) > 1:
            facts.append(translate("EngineNotices", "median of {count}").format(count=len(firing.venues)))
        if firing.times > 1:
            facts.append(
                translate("EngineNotices", "{count} crossings since the last notice").format(count=firing.times)
            )
        if firing.rearm_level is not None:
            ready = money(firing.rearm_level, firing.currency)
            if firing.kind.value == "cross_above":
                facts.append(translate("EngineNotices", "re-arms below {level}").format(level=ready))
            else:
                facts.append(translate("EngineNotices", "re-arms above {level}").format(level=ready))
        return title, " · ".join(facts)

    def firings(self, count: int, first: Firing) -> tuple[str, str]:
        """Title and body where so many alerts fire that one notice must do."""
        title, body = self.firing(first)
        more = self._texts.translate("EngineNotices", "and {count} more price alerts").format(count=count - 1)
        return title, f"{body}\n{more}"

    def outage(self, line: SourceHealth, now: datetime) -> tuple[str, str]:
        """Title and body for a source that cannot be read: `SFC press releases not reachable for 30 min`, why, next try."""
        translate = self._texts.translate
        row = self._catalogue.sources.get(line.source)
        name = line.name_en if row is None else row.name.in_language(self._texts.language)
        minutes = int((now - (line.failing_since or now)).total_seconds() // 60)
        if line.state is SourceState.FORMAT_CHANGED:
            title = translate("EngineNotices", "{source} not readable for {count} min").format(
                source=name, count=minutes
            )
        else:
            title = translate("EngineNotices", "{source} not reachable for {count} min").format(
                source=name, count=minutes
            )
        facts = [line.error]
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
                )
            case "alert":
                return (
                    ("default", translate("EngineNotices", "Open chart")),
                    ("snooze", translate("EngineNotices", "Snooze 1 h")),
                )
            case "outage" | "held":
                return (("default", translate("EngineNotices", "Details")),)
            case "summary":
                return (("default", translate("EngineNotices", "Open list")),)
            case _:
                return (("default", translate("EngineNotices", "Open")),)

    def _time(self, moment: datetime) -> str:
        return self._texts.translate("EngineNotices", "{time} HKT").format(time=format_clock(moment))

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


def money(amount: Decimal, currency: Currency) -> str:
    """`US$94,962` or `HK$738,548`; below 100 with cents."""
    sign = "US$" if currency is Currency.USD else "HK$"
    return f"{sign}{amount:,.0f}" if amount >= 100 else f"{sign}{amount:,.2f}"
