# SPDX-License-Identifier: MIT
"""Applies a rule pack to items.

    title, body, publisher ──► Lexicon.scan ──► labels ──► Hong Kong? ──► topics ──► bitcoin level ──► severity ──► Flags

Each rule holds or not; the first that settles a topic, Hong Kong or the severity is kept as the reason, with the words that
made it hold. Jurisdiction is settled before topic. Nothing here reads a clock, a file or the network.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from hkwatch.domain.btc_levels import LevelReader
from hkwatch.domain.compiled_rules import (
    CompiledRule,
    Facts,
    Picks,
    compile_rule,
    only_against,
    rule_mask,
    rule_order,
    triggers_of,
)
from hkwatch.domain.entities import EntityIndex
from hkwatch.domain.flags import FlagInput, Flags, Reason
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import PublisherId
from hkwatch.domain.item import Level, Topic
from hkwatch.domain.lexicon import Hits, Lexicon, Span
from hkwatch.domain.licence_event import EVENT_FACTS, LicenceEvent, Regime
from hkwatch.domain.licence_reader import LicenceReader
from hkwatch.domain.rule_reading import Reading
from hkwatch.domain.rules import LEAD_CHARS, Near, Rule, RulePack, Stage
from hkwatch.domain.sentences import first_sentence_end

_MAX_SPANS = 2
_LEVEL_WHY = "Bitcoin reaches a stated level"
_EVENT_WHY = "What happened to the licence"
_EVENT_HK_WHY = "A licence of a regime that Hong Kong's authorities run"
_HK_REGIMES = frozenset({Regime.VATP, Regime.STABLECOIN})
_FLAGGING = {"sfc": 0, "licence": 0, "btc_threshold": 0, "severity": 2, "hk": 3}
_FIELD_ORDER = {"title": 0, "body": 1}
"""Words shown for a rule: enough to see why, and cheap."""

_MILESTONE = "label:btc-milestone"
_AMOUNT = re.compile(r" ?\d[\d,.]*(?<=\d)(?: ?[kKmM]\b| ?[萬万])?")
_MAX_SPEAKERS = 4096

_Speaker = tuple[PublisherId | None, str, str]

_NO_TOPIC = (Topic.OTHER,)


class Classifier:
    """A compiled pack. `classify` is deterministic and may be called from any thread."""

    def __init__(self, pack: RulePack, folder: Folder, entities: EntityIndex | None = None) -> None:
        late = only_against(pack.words, pack.rules)
        self._lexicon = Lexicon([words for words in pack.words if words.id not in late], folder)
        # Looked for where a rule would hold without them, which is seldom: a third of all hits are theirs.
        self._objections = Lexicon([words for words in pack.words if words.id in late], folder)
        firms = entities if entities is not None else EntityIndex((), folder)
        self._licences = LicenceReader(pack.licence, firms, folder) if pack.licence is not None else None
        self._levels = LevelReader(pack.levels, folder) if pack.levels is not None else None
        rules = sorted(pack.rules, key=rule_order)
        facts = Facts()
        self._hk, self._btc = facts["hk"], facts.mask(("topic:btc_price", "topic:btc_threshold"))
        self._milestone, self._forecast = facts[_MILESTONE], facts["label:forecast"]
        self._topics = tuple((topic, facts[f"topic:{topic.value}"]) for topic in Topic)
        self._other, self._licence = facts["topic:other"], facts["topic:licence"]
        self._of_event = {name: facts[name] for name in EVENT_FACTS}
        self._elsewhere = facts["label:elsewhere"] | facts["label:mainland-speaker"]
        self._flagged = facts["topic:sfc"] | facts["topic:btc_threshold"]
        self._rules = tuple(compile_rule(rule, facts) for rule in rules)
        self._picks = Picks(self._rules)
        self._severity_mask = rule_mask(n for n, rule in enumerate(rules) if rule.stage is Stage.SEVERITY)
        self._triggers = triggers_of(rules)
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
        reading = Reading(item, prepared, title_end, first_end, hits, self._objections)
        wanted = self._wanted(hits, title_end) & self._rules_for(item)
        reasons: list[Reason] = []
        facts = self._hold(wanted & ~self._severity_mask, reading, text, reasons)
        licence = None
        if self._licences is not None and facts & self._licence:
            hk = bool(facts & self._hk)
            licence = self._licences.read(text, prepared, title_end, hk=hk)
            if licence is not None and not hk and self._is_told_of_hk(licence, facts, title_end):
                # The place is known now, and what builds on it is asked anew.
                reasons.clear()
                facts = self._hold(wanted & ~self._severity_mask, reading, text, reasons, known=self._hk)
                span = (licence.start, licence.end)
                reasons.append(_reason("hk-licence-event", "hk", span, title_end, text, _EVENT_HK_WHY))
        level = self._levels.read(prepared, title_end, first_end) if self._levels is not None else None
        if level is not None and level.value.reached:
            facts |= self._btc
            reasons.append(_reason("btc-level", "btc_threshold", (level.start, level.end), title_end, text, _LEVEL_WHY))
            if level.round_10k or (level.record and level.start < title_end):
                facts |= self._milestone
        elif level is not None and level.start < title_end:
            # A level that is only forecast makes the item one of forecasts, in whatever words it does so.
            facts |= self._forecast
        topics = tuple([topic for topic, fact in self._topics if fact & facts])
        if not topics:
            topics = _NO_TOPIC
            facts |= self._other
        if licence is not None:
            if licence.start < title_end:
                # What the text tells of by the way does not settle how much the headline matters.
                facts |= sum(map(self._of_event.__getitem__, licence.facts))
            reasons.append(
                _reason("licence-event", "licence", (licence.start, licence.end), title_end, text, _EVENT_WHY)
            )
        hk = bool(facts & self._hk)
        severity = self._severity(wanted & self._severity_mask, reading, facts, text, reasons)
        if len(reasons) > 1:
            reasons.sort(key=_weight)
        return Flags(
            topics=topics,
            hk=hk,
            flag=bool(facts & self._flagged) or (hk and bool(facts & self._licence)),
            severity=severity,
            doc_type=reading.doc_type,
            reasons=tuple(reasons),
            btc_level=level.value if level is not None else None,
            licence_event=licence,
        )

    def _is_told_of_hk(self, event: LicenceEvent, facts: int, title_end: int) -> bool:
        """Whether the headline's event is of a regime that only Hong Kong has, and no other place is named there."""
        return event.hk and event.regime in _HK_REGIMES and event.start < title_end and not facts & self._elsewhere

    def _hold(self, rest: int, reading: Reading, text: str, reasons: list[Reason], known: int = 0) -> int:
        """The facts that these rules find, one building on the other and all on what is `known`.

        Adds what they were found by to `reasons`.
        """
        facts, barred = known, 0
        hits = reading.hits
        for compiled in self._picks[rest]:
            outcomes, needs = compiled.outcomes, compiled.needs
            # Most rules fall here: what they would find is found, or what they build on is missing.
            if (needs and facts & needs != needs) or (facts & outcomes == outcomes and not compiled.bars):
                continue
            evidence: list[Span] | None
            if (only := compiled.only) is not None and not compiled.unless & facts:
                # The list has a hit, or the rule would not have been woken; is one where the rule looks?
                low, high = reading.ranges[compiled.field]
                evidence = [s for s in hits[only] if s[1] <= high and low <= s[0]]
                if not evidence:
                    continue
            else:
                evidence = _evidence(compiled, reading, facts)
                if evidence is None:
                    continue
            if compiled.bars:
                barred |= outcomes
                continue
            outcomes &= ~barred
            if outcomes:
                facts |= outcomes
                if compiled.told:
                    reasons += _reasons(compiled, evidence, reading, text, reasons)
        return facts

    def _wanted(self, hits: Hits, title_end: int) -> int:
        """The rules, as bits, of which each part that names words has a hit; the others cannot hold."""
        triggers = self._triggers
        of_list = triggers.of_list
        woken = triggers.free
        for name, spans in hits.items():
            if name in of_list:
                anywhere, in_title = of_list[name]
                woken |= anywhere
                if in_title and spans[0][0] < title_end:
                    woken |= in_title
        return woken & (woken >> triggers.shift)

    def _rules_for(self, item: FlagInput) -> int:
        """The rules that may apply to who speaks here, as bits; worked out once a speaker."""
        speaker = (item.publisher.id if item.publisher else None, item.source_id, item.lang)
        known = self._speakers.get(speaker)
        if known is None:
            known = rule_mask(n for n, compiled in enumerate(self._rules) if _speaker_fits(compiled.rule, item))
            if len(self._speakers) >= _MAX_SPEAKERS:
                self._speakers.clear()
            self._speakers[speaker] = known
        return known

    def _severity(self, rest: int, reading: Reading, facts: int, text: str, reasons: list[Reason]) -> Level:
        """The highest severity that a rule asks for, not above the lowest cap. Rules come caps first, then highest first."""
        ceiling = Level.HIGH
        for compiled in self._picks[rest]:
            if compiled.needs & ~facts:
                continue
            wanted = compiled.rule.severity
            if wanted is None:
                cap = compiled.rule.cap
                if cap is not None and cap < ceiling and _evidence(compiled, reading, facts) is not None:
                    ceiling = cap
                continue
            if wanted > ceiling:
                wanted = ceiling
            evidence = _evidence(compiled, reading, facts)
            if evidence is not None:
                if wanted is not Level.LOW:
                    reasons += _reasons(compiled, evidence, reading, text, reasons)
                return wanted
        return Level.LOW


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


def _evidence(compiled: CompiledRule, reading: Reading, facts: int) -> list[Span] | None:
    """The hits that make the rule hold, empty when it names no words, None when it does not hold.

    What the rule needs is known to be there.
    """
    if compiled.unless & facts:
        return None
    rule = compiled.rule
    hits = reading.hits
    if compiled.is_plain:
        spans = _hits_anywhere(hits, rule.any)
        return spans if len(spans) >= rule.at_least else None
    if rule.doc_types and reading.doc_type not in rule.doc_types:
        return None
    low, high = reading.ranges[rule.field]
    spans = []
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


def _hits_anywhere(hits: Hits, names: tuple[str, ...]) -> list[Span]:
    """Like `_hits_in` for the whole text; not to be changed, it may be the list in `hits`."""
    lists = [hits[name] for name in names if name in hits]
    if len(lists) == 1:
        return lists[0]
    found = [span for spans in lists for span in spans]
    found.sort()
    return found


def _speaks_against(rule: Rule, spans: Sequence[Span], reading: Reading) -> bool:
    low, high = reading.ranges[rule.none_in]
    against = _hits_in(reading.against, rule.none, low, high)
    if against and rule.none_within and spans:
        low = min(s[0] for s in spans) - rule.none_within
        high = max(s[1] for s in spans) + rule.none_within
        return any(s[1] > low and s[0] < high for s in against)
    return bool(against)


def _hits_in(hits: Hits, names: tuple[str, ...], low: int, high: int) -> list[Span]:
    found = [s for name in names if name in hits for s in hits[name] if low <= s[0] and s[1] <= high]
    if len(found) > 1 and len(names) > 1:
        found.sort()
    return found


def _pair(near: Near, low: int, high: int, reading: Reading) -> list[Span] | None:
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


def _reasons(
    compiled: CompiledRule, evidence: Sequence[Span], reading: Reading, text: str, known: Sequence[Reason]
) -> list[Reason]:
    rule, topic, why = compiled.rule.id, compiled.reason_topic, compiled.rule.why
    if not evidence:
        item = reading.item
        # A rule that only builds on what others found is shown by the words that those found.
        found = next((one for one in known if _founds(one, compiled.rule)), None)
        if found is not None:
            return [replace(found, rule=rule, topic=topic, why=why)]
        return [Reason(rule, topic, "source", item.publisher.id if item.publisher else item.source_id, 0, 0, why)]
    return [_reason(rule, topic, span, reading.title_end, text, why) for span in evidence[:_MAX_SPANS]]


def _founds(reason: Reason, rule: Rule) -> bool:
    needed = f"topic:{reason.topic}" in rule.needs or (reason.rule == "btc-level" and _MILESTONE in rule.needs)
    return needed and reason.field != "source"


def _reason(rule: str, topic: str, span: Span, title_end: int, text: str, why: str) -> Reason:
    start, end = span
    if end - start == 1 and (amount := _AMOUNT.match(text, end)) is not None and not text[start].isalnum():
        # The sign of a currency alone shows nothing.
        end = amount.end()
    words = text[start:end]
    if start >= title_end:
        return Reason(rule, topic, "body", words, start - title_end - 1, end - title_end - 1, why)
    return Reason(rule, topic, "title", words, start, end, why)


def _weight(reason: Reason) -> tuple[int, int, int]:
    """What a reader wants to know first: what made the flag, then the other topics; headline before text before source."""
    return (_FLAGGING.get(reason.topic, 1), _FIELD_ORDER.get(reason.field, 2), reason.start)
