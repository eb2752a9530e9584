# SPDX-License-Identifier: MIT
"""What happened in a span of time, in words: for the Away view, its notice, and digests. In the user's language."""

from datetime import date, datetime, timedelta

from hkwatch.domain.alerts import Firing
from hkwatch.domain.away import (
    AwaySpan,
    AwaySummary,
    DayMoved,
    GapTold,
    Names,
    PricePath,
    RegisterNews,
    Trouble,
    Unsure,
)
from hkwatch.domain.coverage import Stretch
from hkwatch.domain.deadline import CountedDeadline, DeadlineState
from hkwatch.domain.hkt import format_day, to_hkt
from hkwatch.domain.register import ChangeKind, RegisterChange
from hkwatch.services.alert_wording import AlertWording
from hkwatch.services.texts import Texts

MINUS = "\N{MINUS SIGN}"
_DAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DAYS_ZH = "一二三四五六日"
_SHORT = timedelta(hours=10)
"""Below this an absence is told with its minutes."""


class AwayWording:
    """Every text goes through `translate` with its literal, so that the translation tools find it."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._alerts = AlertWording(texts)

    # Time

    def length(self, span: timedelta) -> str:
        """`64 h`, `2 h 40 min`, `7 min`."""
        translate = self._texts.translate
        minutes = max(0, int(span.total_seconds()) // 60)
        if minutes < 60:
            return translate("Away", "{0} min").format(minutes)
        hours, rest = divmod(minutes, 60)
        if span >= _SHORT or not rest:
            return translate("Away", "{0} h").format(f"{round(span.total_seconds() / 3600):,}")
        return translate("Away", "{0} h {1} min").format(hours, rest)

    def moment(self, at: datetime) -> str:
        """`Fri 17:00`-like with its date: `Fri 14 Feb 17:00`, `2月14日(五) 17:00`."""
        there = to_hkt(at)
        if self._texts.language == "en":
            return f"{_DAYS_EN[there.weekday()]} {format_day(there.date())} {there:%H:%M}"
        return f"{there.month}月{there.day}日({_DAYS_ZH[there.weekday()]}) {there:%H:%M}"

    def near(self, at: datetime, span: AwaySpan) -> str:
        """`Fri 20:57` in a span of less than a week, else with the date."""
        there = to_hkt(at)
        if span.length >= timedelta(days=6):
            return self.moment(at)
        if to_hkt(span.start).date() == to_hkt(span.end).date() == there.date():
            return f"{there:%H:%M}"
        name = _DAYS_EN[there.weekday()] if self._texts.language == "en" else f"星期{_DAYS_ZH[there.weekday()]}"
        return f"{name} {there:%H:%M}"

    def when(self, span: AwaySpan) -> str:
        """`Fri 14 Feb 17:00 to Mon 17 Feb 09:00 HKT`."""
        text = self._texts.translate("Away", "{start} to {end} HKT")
        start, end = self.moment(span.start), self.moment(span.end)
        if to_hkt(span.start).date() == to_hkt(span.end).date():
            end = f"{to_hkt(span.end):%H:%M}"
        return text.format(start=start, end=end)

    def day(self, day: date) -> str:
        """`26 Feb`, `2月26日`."""
        return format_day(day) if self._texts.language == "en" else f"{day.month}月{day.day}日"

    def stretch(self, start: datetime, end: datetime, span: AwaySpan) -> str:
        """`Sat 02:10 to 03:40`."""
        last = self.near(end, span)
        if to_hkt(start).date() == to_hkt(end).date():
            last = f"{to_hkt(end):%H:%M}"
        return self._texts.translate("Away", "{start} to {end}").format(start=self.near(start, span), end=last)

    def name(self, names: Names) -> str:
        """A source's or publisher's name in the language."""
        return names[{"zh-Hant": 1, "zh-Hans": 2}.get(self._texts.language, 0)]

    # The whole

    def sentence(self, told: AwaySummary) -> str:
        """`64 h: 0 critical, 3 high, 1 licence change, 1 deadline extended, BTC −4.1 %`."""
        head = self.length(told.span.length)
        return self._texts.translate("Away", "{length}: {facts}").format(
            length=head, facts=self.quiet() if told.is_quiet and not told.facts.paths else self.facts(told)
        )

    def facts(self, told: AwaySummary) -> str:
        """`0 critical, 3 high, 1 licence change, …`: what is always said, then what there is."""
        return self._joined(self.counts(told) + self.changes(told))

    def counts(self, told: AwaySummary) -> list[str]:
        """How many items of each level that matters, zero too: `0 critical`, `3 high`."""
        translate = self._texts.translate
        return [
            translate("Away", "{0} critical").format(len(told.critical)),
            translate("Away", "{0} high").format(len(told.high)),
        ]

    def changes(self, told: AwaySummary) -> list[str]:
        """Registers, deadlines, alerts and prices in a few words each; only what there is."""
        facts = told.facts
        said = [
            self._count(len(facts.news), "licence"),
            self._count(told.extended, "extended"),
            self._count(told.brought_forward, "forward"),
            self._count(len(facts.firings), "alert"),
        ]
        said += [self.path_short(path) for path in facts.paths[:1]]
        return [one for one in said if one]

    def _count(self, count: int, what: str) -> str:
        translate = self._texts.translate
        if not count:
            return ""
        one, many = {
            "licence": (translate("Away", "1 licence change"), translate("Away", "{0} licence changes")),
            "extended": (translate("Away", "1 deadline extended"), translate("Away", "{0} deadlines extended")),
            "forward": (
                translate("Away", "1 deadline brought forward"),
                translate("Away", "{0} deadlines brought forward"),
            ),
            "alert": (translate("Away", "1 price alert"), translate("Away", "{0} price alerts")),
        }[what]
        return one if count == 1 else many.format(count)

    def _joined(self, parts: list[str]) -> str:
        translate = self._texts.translate
        said = parts[0] if parts else ""
        for part in parts[1:]:
            said = translate("Away", "{0}, {1}").format(said, part)
        return said

    def quiet(self) -> str:
        """Nothing to tell, in a sentence."""
        return self._texts.translate("Away", "nothing happened that was to be told")

    def watched(self, told: AwaySummary) -> str:
        """`1,204 checks, 26 of 26 sources answered`; the worst first where it was not watched all the time."""
        translate = self._texts.translate
        facts = told.facts
        if not facts.checks:
            return translate("Away", "not watched: nothing was asked in this time")
        checks = (
            translate("Away", "1 check")
            if facts.checks == 1
            else translate("Away", "{0} checks").format(f"{facts.checks:,}")
        )
        answered = translate("Away", "{0} of {1} sources answered").format(facts.answered, facts.sources)
        said = translate("Away", "{0}, {1}").format(checks, answered)
        if told.lost:
            lost = translate("Away", "not watched for {0}").format(self.length(told.lost))
            said = translate("Away", "{0}, {1}").format(lost, said)
        return said

    # One line each

    def news(self, one: RegisterNews) -> tuple[str, str]:
        """(what it is about, what became of it): `Example Digital Ltd`, `+ Added · licensed · CE ZZZ001`."""
        row = one.change.row
        name = (row.name_en if self._texts.language == "en" else row.name_zh) or row.name or row.key
        parts = [self._kind(one.change.kind), self._what(one.change), row.ce]
        return name, " · ".join(part for part in parts if part)

    def _kind(self, kind: ChangeKind) -> str:
        translate = self._texts.translate
        return {
            ChangeKind.ADDED: translate("Licences", "+ Added"),
            ChangeKind.REMOVED: translate("Licences", "− Removed"),
            ChangeKind.MOVED: translate("Licences", "→ Moved"),
            ChangeKind.RENAMED: translate("Licences", "~ Renamed"),
            ChangeKind.CHANGED: translate("Licences", "~ Changed"),
            ChangeKind.REAPPEARED: translate("Licences", "+ Back"),
        }[kind]

    def _list(self, name: str) -> str:
        translate = self._texts.translate
        return {
            "licensed": translate("Licences", "licensed"),
            "applicants": translate("Licences", "applicants"),
            "deemed": translate("Licences", "deemed licensed"),
            "returned": translate("Licences", "returned or withdrawn"),
            "closing-down": translate("Licences", "closing down"),
            "suspicious": translate("Licences", "suspicious"),
            "issuers": translate("Licences", "stablecoin issuers"),
            "registered": translate("Licences", "public register"),
        }.get(name, name)

    def _what(self, change: RegisterChange) -> str:
        if change.kind is ChangeKind.MOVED:
            return f"{self._list(change.from_list)} → {self._list(change.row.list)}"
        if change.kind is ChangeKind.RENAMED and change.old is not None:
            return self._texts.translate("Licences", "until now {name}").format(name=change.old.name)
        return self._list(change.row.list)

    def move(self, one: DayMoved) -> tuple[str, str]:
        """(title, `26CP4 · extended 19 Jan → 2 Feb`)."""
        translate = self._texts.translate
        text = (
            translate("Away", "extended {0} → {1}")
            if one.is_extended
            else translate("Away", "brought forward {0} → {1}")
        )
        said = text.format(self.day(one.before), self.day(one.after))
        return one.deadline.title, f"{one.deadline.ref} · {said}" if one.deadline.ref else said

    def due(self, left: CountedDeadline) -> tuple[str, str]:
        """(title, `26CP4 · 26 Feb · 2 working days left`)."""
        translate = self._texts.translate
        one = left.deadline
        if left.state is DeadlineState.CONCLUDED:
            how = translate("Away", "concluded")
        elif left.state is DeadlineState.CLOSED:
            how = translate("Away", "closed")
        elif left.days == 0:
            how = translate("Away", "last day today")
        elif left.workdays == 1:
            how = translate("Away", "1 working day left")
        else:
            how = translate("Away", "{0} working days left").format(left.workdays)
        return one.title, " · ".join(part for part in (one.ref, self.day(one.closes_on), how) if part)

    def firing(self, one: Firing) -> tuple[str, str]:
        """(`BTC below US$95,000`, what made it fire; marked where it was found afterwards)."""
        translate = self._texts.translate
        facts = self._alerts.facts(one)
        if one.late:
            facts.insert(0, translate("Away", "reconstructed"))
        if not one.told:
            facts.append(translate("Away", "logged without a notice"))
        return self._alerts.title(one), " · ".join(facts)

    def path_short(self, path: PricePath) -> str:
        """`BTC −4.1 %`."""
        return f"{path.asset} {signed(path.change)}"

    def path(self, path: PricePath) -> str:
        """`97,700 to 96,150`."""
        text = self._texts.translate("Away", "{0} to {1}")
        return text.format(dollars(path.first), dollars(path.last))

    def reach(self, path: PricePath, span: AwaySpan) -> str:
        """`high 98,420 Fri 22:40 · low 95,980 Mon 04:12`."""
        text = self._texts.translate("Away", "high {high} {high_at} · low {low} {low_at}")
        return text.format(
            high=dollars(path.high),
            high_at=self.near(path.high_at, span),
            low=dollars(path.low),
            low_at=self.near(path.low_at, span),
        )

    def trouble(self, one: Trouble, span: AwaySpan) -> tuple[str, str]:
        """(`RTHK finance failed Sat 02:10 to 03:40`, `4 checks in 2 runs · HTTP 503`)."""
        translate = self._texts.translate
        name = self.name(one.names)
        if one.end is None:
            title = translate("Away", "{0} has failed since {1}").format(name, self.near(one.start, span))
        else:
            title = translate("Away", "{0} failed {1}").format(name, self.stretch(one.start, one.end, span))
        facts = [
            translate("Away", "1 check failed")
            if one.checks == 1
            else translate("Away", "{0} checks failed").format(one.checks)
        ]
        if one.runs > 1:
            facts.append(translate("Away", "{0} times").format(one.runs))
        facts += [self.length(one.lost), self.reason(one.error_key)]
        return title, " · ".join(facts)

    def reason(self, key: str) -> str:
        """`HTTP 503`, `no answer in time`: why a check failed; the key itself where it has no words."""
        translate = self._texts.translate
        if key.startswith("http-"):
            return f"HTTP {key.removeprefix('http-')}"
        return {
            "timeout": translate("Away", "no answer in time"),
            "dns": translate("Away", "host not found"),
            "unreachable": translate("Away", "no way to the host"),
            "refused": translate("Away", "connection refused"),
            "connection-lost": translate("Away", "connection broke off"),
            "proxy": translate("Away", "proxy failed"),
            "page-changed": translate("Away", "page changed shape"),
            "empty-body": translate("Away", "empty answer"),
            "not-a-feed": translate("Away", "no feed in the answer"),
            "html-instead-of-feed": translate("Away", "a web page in place of the feed"),
        }.get(key, key)

    def gap(self, one: GapTold, span: AwaySpan) -> tuple[str, str]:
        """(`SFC had a gap Sat 02:10 to 03:40`, `filled at 03:42 from the archive`)."""
        translate = self._texts.translate
        title = translate("Away", "{0} had a gap {1}").format(
            self.name(one.names), self.stretch(one.start, one.end, span)
        )
        if one.state == "filled" and one.closed_at is not None:
            how = translate("Away", "filled {0} from the archive").format(self.near(one.closed_at, span))
        elif one.state == "filled":
            how = translate("Away", "filled from the archive")
        elif one.state == "dismissed":
            how = translate("Away", "not filled; dismissed")
        else:
            how = translate("Away", "not filled: items of this time may be missing")
        return title, how

    def unwatched(self, one: Stretch, span: AwaySpan) -> tuple[str, str]:
        """(`Nothing was watched Sat 23:10 to Sun 08:02`, `8 h 52 min`)."""
        title = self._texts.translate("Away", "Nothing was watched {0}")
        why = self._texts.translate("Away", "asleep, offline or not running for {0}")
        return title.format(self.stretch(one.start, one.end, span)), why.format(self.length(one.length))

    def unsure(self, one: Unsure) -> tuple[str, str]:
        """(what it was about, that it may not have been shown)."""
        translate = self._texts.translate
        kinds = {
            "alert": translate("Away", "Price alert"),
            "summary": translate("Away", "Several new items"),
            "outage": translate("Away", "A source was not reachable"),
            "deadline": translate("Away", "A deadline"),
            "deadline-moved": translate("Away", "A deadline moved"),
        }
        title = one.title or kinds.get(one.kind, translate("Away", "A notice"))
        return title, translate("Away", "its notice may not have been shown")


def signed(share: float) -> str:
    """`+3.1 %`, `−4.1 %`; what rounds to zero has no sign."""
    rounded = round(share * 100, 1)
    sign = "" if rounded == 0 else MINUS if rounded < 0 else "+"
    return f"{sign}{abs(rounded):.1f}\N{NO-BREAK SPACE}%"


def dollars(price: float) -> str:
    """`97,700`, `2,431.5`, `0.52`: as exact as its size needs."""
    return f"{price:,.0f}" if price >= 10_000 else f"{price:,.1f}" if price >= 1_000 else f"{price:,.2f}"
