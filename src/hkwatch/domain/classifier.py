# SPDX-License-Identifier: MIT
"""Applies a rule pack to items.

    title, body, publisher ──► Lexicon.scan ──► labels ──► Hong Kong? ──► topics ──► bitcoin level ──► severity ──► Flags

Each rule holds or not; the first that settles a topic, Hong Kong or the severity is kept as the reason, with the words that
made it hold. Jurisdiction is settled before topic. Nothing here reads a clock, a file or the network.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hkwatch.domain.btc_levels import LevelReader
from hkwatch.domain.doctype import doc_type
from hkwatch.domain.entities import EntityIndex
from hkwatch.domain.flags import FlagInput, Flags, Reason
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import PublisherId
from hkwatch.domain.item import DocType, Level, Topic
from hkwatch.domain.lexicon import Hits, Lexicon, Span
from hkwatch.domain.licence_reader import LicenceReader
from hkwatch.domain.rules import LEAD_CHARS, OPENING_CHARS, Field, Near, Rule, RulePack, Stage
from hkwatch.domain.sentences import first_sentence_end

_MAX_SPANS = 2
_LEVEL_WHY = "Bitcoin reaches a stated level"
_EVENT_WHY = "What happened to the licence"
_FLAGGING = {"sfc": 0, "licence": 0, "btc_threshold": 0, "severity": 2, "hk": 3}
_FIELD_ORDER = {"title": 0, "body": 1}
"""Words shown for a rule: enough to see why, and cheap."""

_MAX_SPEAKERS = 4096

_Speaker = tuple[PublisherId | None, str, str]

_TOPIC_FACTS = tuple((topic, f"topic:{topic.value}") for topic in Topic)


@dataclass(slots=True)
class _Compiled:
    """A rule with what can be worked out beforehand."""

    rule: Rule
    outcomes: frozenset[str]
    reason_topic: str
    needs: frozenset[str]
    bars: bool


@dataclass(slots=True)
class _ListTriggers:
    """The rules, as bits, of which a hit of one list is the first or the last part; some only by a hit in the title."""

    first: int = 0
    second: int = 0
    first_in_title: int = 0
    second_in_title: int = 0

    def add_first(self, bit: int, *, in_title: bool) -> None:
        if in_title:
            self.first_in_title |= bit
        else:
            self.first |= bit

    def add_second(self, bit: int, *, in_title: bool) -> None:
        if in_title:
            self.second_in_title |= bit
        else:
            self.second |= bit


@dataclass(slots=True)
class _Triggers:
    """What wakes a rule. `first_free` and `second_free` are the rules that need no such hit."""

    of_list: dict[str, _ListTriggers]
    first_free: int
    second_free: int


class _Reading:
    """One item while it is being judged."""

    __slots__ = ("_breaks", "_doc_type", "barred", "facts", "hits", "item", "prepared", "ranges", "title_end")

    def __init__(self, item: FlagInput, prepared: str, title_end: int, first_end: int, hits: Hits) -> None:
        end = len(prepared)
        self.item = item
        self.prepared = prepared
        self.hits = hits
        self.title_end = title_end
        # In the order of Field.
        self.ranges = (
            (0, title_end),
            (0, first_end),
            (0, min(end, max(first_end, title_end + OPENING_CHARS))),
            (title_end, end),
            (0, end),
        )
        self.facts: set[str] = set()
        self.barred: set[str] = set()
        self._breaks: list[int] | None = None
        self._doc_type: DocType | None = None

    @property
    def doc_type(self) -> DocType:
        if self._doc_type is None:
            self._doc_type = doc_type(self.item)
        return self._doc_type

    def is_broken(self, start: int, end: int) -> bool:
        """Whether a sentence ends between two places."""
        if self._breaks is None:
            self._breaks = []
            at, last = 0, len(self.prepared)
            while at < last:
                at = first_sentence_end(self.prepared, at)
                self._breaks.append(at)
        index = bisect_left(self._breaks, start)
        return index < len(self._breaks) and self._breaks[index] < end


class Classifier:
    """A compiled pack. `classify` is deterministic and may be called from any thread."""

    def __init__(self, pack: RulePack, folder: Folder, entities: EntityIndex | None = None) -> None:
        self._lexicon = Lexicon(pack.words, folder)
        firms = entities if entities is not None else EntityIndex((), folder)
        self._licences = LicenceReader(pack.licence, firms, folder) if pack.licence is not None else None
        self._levels = LevelReader(pack.levels, folder) if pack.levels is not None else None
        rules = sorted(pack.rules, key=_order)
        self._rules = tuple(_compile(rule) for rule in rules)
        self._severity_mask = _mask(n for n, rule in enumerate(rules) if rule.stage is Stage.SEVERITY)
        self._triggers = _triggers(rules)
        self._speakers: dict[_Speaker, int] = {}

    def classify(self, item: FlagInput) -> Flags:
        """What `item` is about, whether it concerns Hong Kong, how much it matters, and why.

        Of the body the first `LEAD_CHARS` characters are read.
        """
        title_end = len(item.title)
        text = f"{item.title}\n{item.body[:LEAD_CHARS]}" if item.body else item.title
        prepared = self._lexicon.prepare(text)
        hits = self._lexicon.scan(prepared)
        first_end = first_sentence_end(prepared, title_end)
        reading = _Reading(item, prepared, title_end, first_end, hits)
        wanted = self._wanted(hits, title_end) & self._rules_for(item)
        facts = reading.facts
        reasons: list[Reason] = []
        rest = wanted & ~self._severity_mask
        rules = self._rules
        while rest:
            lowest = rest & -rest
            rest ^= lowest
            compiled = rules[lowest.bit_length() - 1]
            # Most rules fall here: what they would find is found, or what they build on is missing.
            if compiled.needs <= facts and (compiled.bars or not compiled.outcomes <= facts):
                self._apply(compiled, reading, text, reasons)
        level = self._levels.read(prepared, title_end, first_end) if self._levels is not None else None
        if level is not None and level.value.reached:
            facts.update(("topic:btc_price", "topic:btc_threshold"))
            reasons.append(_reason("btc-level", "btc_threshold", (level.start, level.end), title_end, text, _LEVEL_WHY))
            if level.round_10k or (level.record and level.start < title_end):
                facts.add("label:btc-milestone")
        elif level is not None and level.start < title_end:
            # A level that is only forecast makes the item one of forecasts, in whatever words it does so.
            facts.add("label:forecast")
        topics = tuple(topic for topic, fact in _TOPIC_FACTS if fact in facts)
        if not topics:
            topics = (Topic.OTHER,)
            facts.add("topic:other")
        hk = "hk" in facts
        licence = None
        if self._licences is not None and "topic:licence" in facts:
            licence = self._licences.read(text, prepared, title_end, hk=hk)
            if licence is not None:
                reasons.append(
                    _reason("licence-event", "licence", (licence.start, licence.end), title_end, text, _EVENT_WHY)
                )
        return Flags(
            topics=topics,
            hk=hk,
            flag="topic:sfc" in facts or "topic:btc_threshold" in facts or (hk and "topic:licence" in facts),
            severity=self._severity(wanted & self._severity_mask, reading, text, reasons),
            doc_type=reading.doc_type,
            reasons=tuple(sorted(reasons, key=_weight)),
            btc_level=level.value if level is not None else None,
            licence_event=licence,
        )

    def _apply(self, compiled: _Compiled, reading: _Reading, text: str, reasons: list[Reason]) -> None:
        outcomes = compiled.outcomes
        evidence = _evidence(compiled, reading)
        if evidence is None:
            return
        if compiled.bars:
            reading.barred.update(outcomes)
            return
        if reading.barred:
            outcomes = outcomes - reading.barred
            if not outcomes:
                return
        reading.facts.update(outcomes)
        if compiled.rule.stage is not Stage.LABEL:
            reasons += _reasons(compiled, evidence, reading, text)

    def _wanted(self, hits: Hits, title_end: int) -> int:
        """The rules, as bits, of which each part that names words has a hit; the others cannot hold."""
        triggers = self._triggers
        first, second = triggers.first_free, triggers.second_free
        for name, spans in hits.items():
            found = triggers.of_list.get(name)
            if found is not None:
                first |= found.first
                second |= found.second
                if spans[0][0] < title_end:
                    first |= found.first_in_title
                    second |= found.second_in_title
        return first & second

    def _rules_for(self, item: FlagInput) -> int:
        """The rules that may apply to who speaks here, as bits; worked out once a speaker."""
        speaker = (item.publisher.id if item.publisher else None, item.source_id, item.lang)
        known = self._speakers.get(speaker)
        if known is None:
            known = _mask(n for n, compiled in enumerate(self._rules) if _speaker_fits(compiled.rule, item))
            if len(self._speakers) >= _MAX_SPEAKERS:
                self._speakers.clear()
            self._speakers[speaker] = known
        return known

    def _severity(self, rest: int, reading: _Reading, text: str, reasons: list[Reason]) -> Level:
        """The highest severity that a rule asks for, not above the lowest cap. Rules come caps first, then highest first."""
        ceiling = Level.HIGH
        while rest:
            lowest = rest & -rest
            rest ^= lowest
            compiled = self._rules[lowest.bit_length() - 1]
            if not compiled.needs <= reading.facts:
                continue
            wanted = compiled.rule.severity
            if wanted is None:
                cap = compiled.rule.cap
                if cap is not None and cap < ceiling and _evidence(compiled, reading) is not None:
                    ceiling = cap
                continue
            if wanted > ceiling:
                wanted = ceiling
            evidence = _evidence(compiled, reading)
            if evidence is not None:
                if wanted is not Level.LOW:
                    reasons += _reasons(compiled, evidence, reading, text)
                return wanted
        return Level.LOW


def _triggers(rules: Sequence[Rule]) -> _Triggers:
    of_list: dict[str, _ListTriggers] = {}
    first_free = second_free = 0
    for index, rule in enumerate(rules):
        bit = 1 << index
        parts = [p for p in (rule.any, *rule.all, *(side for n in rule.near for side in (n.left, n.right))) if p]
        in_title = rule.field is Field.TITLE
        for name in parts[0] if parts else ():
            of_list.setdefault(name, _ListTriggers()).add_first(bit, in_title=in_title)
        for name in parts[-1] if len(parts) > 1 else ():
            of_list.setdefault(name, _ListTriggers()).add_second(bit, in_title=in_title)
        if not parts:
            first_free |= bit
        if len(parts) < 2:
            second_free |= bit
    return _Triggers(of_list, first_free, second_free)


def _order(rule: Rule) -> tuple[int, int]:
    """By stage; in the last one caps first, then the highest severity first."""
    if rule.stage is not Stage.SEVERITY:
        return rule.stage, 0
    return rule.stage, 0 if rule.severity is None else 1 + Level.HIGH - rule.severity


def _compile(rule: Rule) -> _Compiled:
    facts = {f"topic:{t.value}" for t in rule.topics} | set(rule.bars)
    if rule.label:
        facts.add(f"label:{rule.label}")
    elif rule.stage is Stage.HK:
        facts.add("hk")
    topic = rule.topics[0].value if rule.topics else "hk" if rule.stage is Stage.HK else "severity"
    return _Compiled(rule, frozenset(facts), topic, rule.needs, bool(rule.bars))


def _mask(bits: Iterable[int]) -> int:
    return sum(1 << bit for bit in bits)


def _speaker_fits(rule: Rule, item: FlagInput) -> bool:
    publisher = item.publisher
    if rule.publishers and (publisher is None or publisher.id not in rule.publishers):
        return False
    if rule.not_publishers and publisher is not None and publisher.id in rule.not_publishers:
        return False
    if rule.roles and (publisher.role.value if publisher is not None else "media") not in rule.roles:
        return False
    if rule.sources and not any(part in item.source_id for part in rule.sources):
        return False
    if any(part in item.source_id for part in rule.not_sources):
        return False
    return not rule.languages or item.lang.startswith(rule.languages)


def _evidence(compiled: _Compiled, reading: _Reading) -> list[Span] | None:
    """The hits that make the rule hold, empty when it names no words, None when it does not hold."""
    rule = compiled.rule
    facts = reading.facts
    if (rule.needs and not rule.needs <= facts) or (rule.unless and not rule.unless.isdisjoint(facts)):
        return None
    if rule.doc_types and reading.doc_type not in rule.doc_types:
        return None
    hits = reading.hits
    low, high = reading.ranges[rule.field]
    spans: list[Span] = []
    if rule.any:
        spans = _hits_in(hits, rule.any, low, high)
        if len(spans) < rule.at_least:
            return None
    for group in rule.all:
        found = _hits_in(hits, group, low, high)
        if not found:
            return None
        spans.append(found[0])
    for near in rule.near:
        pair = _pair(near, low, high, reading)
        if pair is None:
            return None
        spans += pair
    if rule.none and _speaks_against(rule, spans, reading):
        return None
    return spans


def _speaks_against(rule: Rule, spans: Sequence[Span], reading: _Reading) -> bool:
    low, high = reading.ranges[rule.none_in]
    against = _hits_in(reading.hits, rule.none, low, high)
    if against and rule.none_within and spans:
        low = min(s[0] for s in spans) - rule.none_within
        high = max(s[1] for s in spans) + rule.none_within
        return any(s[1] > low and s[0] < high for s in against)
    return bool(against)


def _hits_in(hits: Hits, names: tuple[str, ...], low: int, high: int) -> list[Span]:
    found = [s for name in names if name in hits for s in hits[name] if low <= s[0] and s[1] <= high]
    if len(names) > 1:
        found.sort()
    return found


def _pair(near: Near, low: int, high: int, reading: _Reading) -> list[Span] | None:
    """The first two hits that stand near each other in one sentence."""
    left = _hits_in(reading.hits, near.left, low, high)
    right = _hits_in(reading.hits, near.right, low, high) if left else []
    for a in left:
        for b in right:
            first, second = (a, b) if a[0] <= b[0] or near.ordered else (b, a)
            gap = second[0] - first[1]
            if 0 <= gap <= near.within and not reading.is_broken(first[1], second[0]):
                return [a, b]
    return None


def _reasons(compiled: _Compiled, evidence: Sequence[Span], reading: _Reading, text: str) -> list[Reason]:
    rule, topic, why = compiled.rule.id, compiled.reason_topic, compiled.rule.why
    if not evidence:
        item = reading.item
        return [Reason(rule, topic, "source", item.publisher.id if item.publisher else item.source_id, 0, 0, why)]
    return [_reason(rule, topic, span, reading.title_end, text, why) for span in evidence[:_MAX_SPANS]]


def _reason(rule: str, topic: str, span: Span, title_end: int, text: str, why: str) -> Reason:
    start, end = span
    words = text[start:end]
    if start >= title_end:
        return Reason(rule, topic, "body", words, start - title_end - 1, end - title_end - 1, why)
    return Reason(rule, topic, "title", words, start, end, why)


def _weight(reason: Reason) -> tuple[int, int, int]:
    """What a reader wants to know first: what made the flag, then the other topics; headline before text before source."""
    return (_FLAGGING.get(reason.topic, 1), _FIELD_ORDER.get(reason.field, 2), reason.start)
