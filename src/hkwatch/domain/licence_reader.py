# SPDX-License-Identifier: MIT
"""What happened to which licence of which firm, read from a headline or the first sentences.

    sentence ──► event words near a licence word ──► no plan, duty or denial ──► whose law? ──► which firm? ──► regime

The words are data (`LicenceWords`), the firms a dictionary (`EntityIndex`); the grammar is here. A firm that is not in
the dictionary is found by how names look. Reads no clock, file or network.
"""

import re
from collections.abc import Sequence
from dataclasses import fields, replace

from hkwatch.domain.entities import Entity, EntityIndex, Mention
from hkwatch.domain.firm_names import NameFinder
from hkwatch.domain.fold import Folder
from hkwatch.domain.lexicon import Hits, Lexicon, Span, WordList
from hkwatch.domain.licence_event import Happening, LicenceEvent, LicenceWords, Licensee, Regime
from hkwatch.domain.sentences import first_sentence_end

_MAX_SENTENCES = 2
_REACH = 60
"""An event word and its licence word stand at most this many characters apart; in Chinese half of it."""
_DOUBT_REACH = 48
_SOON = 30
_RIGHT_BEFORE = 4
_NOT_SEARCHED = frozenset({"describes", "ends_name"})
_JOINT = re.compile(r"[,，;；] ?|　| (?:while|as|but|and|whereas|after) |而")
"""What may stand between two events that one sentence tells."""
_CLAUSE_MARKS = ",，;；:：。|"

# In order, the first that holds: what is rarer and more exact before what is common and vague.
_NEEDS_APPLICATION = (
    (Happening.RETURNED, "returned"),
    (Happening.WITHDRAWN, "withdrawn"),
    (Happening.REFUSED, "refused"),
)
_NEEDS_LICENCE = (
    (Happening.SUSPENDED, "suspended"),
    (Happening.REVOKED, "revoked"),
    (Happening.REFUSED, "refused"),
    (Happening.LAPSED, "lapsed"),
    (Happening.UPLIFTED, "uplifted"),
    (Happening.GRANTED, "granted"),
    (Happening.APPLIED, "applied"),
)
_WHOLE = (
    (Happening.LAPSED, "lapsed_whole"),
    (Happening.UPLIFTED, "uplifted_whole"),
    (Happening.GRANTED, "granted_whole"),
)
_REGIMES = (
    (Regime.STABLECOIN, "stablecoin"),
    (Regime.VATP, "vatp"),
    (Regime.VA_CUSTODY, "va_custody"),
    (Regime.TYPE_1, "type_1"),
    (Regime.TYPE_7, "type_7"),
    (Regime.TYPE_9, "type_9"),
    (Regime.TYPE_4, "type_4"),
    (Regime.VA_DEALING, "va_dealing"),
)
_AFTER_THE_FIRM = frozenset({Happening.APPLIED, Happening.WITHDRAWN, Happening.LAPSED})


class LicenceReader:
    """Reads licence events with one vocabulary and one dictionary. Immutable, safe to share between threads."""

    def __init__(self, words: LicenceWords, entities: EntityIndex, folder: Folder) -> None:
        hides = {
            "doubts_not": ("doubts",),
            "hk_not": ("hk",),
            "suspended": ("revoked",),
            "refused": ("granted",),
            "withdrawn": ("revoked",),
            "attributes": ("anchors", "granted", "granted_whole", "applied", "applications", "uplifted_whole"),
        }
        self._lexicon = Lexicon(
            [
                WordList(f.name, getattr(words, f.name), hides.get(f.name, ()))
                for f in fields(words)
                if f.name not in _NOT_SEARCHED
            ],
            folder,
        )
        self._entities = entities
        # Without the beginning of one of these a sentence tells no event; asking so is cheaper than a search.
        telling = (
            *words.anchors,
            *words.in_principle,
            *words.granted_whole,
            *words.uplifted_whole,
            *words.lapsed_whole,
        )
        starts = {_start(self._lexicon.prepare(word)) for word in (*telling, *words.licensed, *words.licenses)}
        self._may_tell = re.compile("|".join(map(re.escape, sorted(starts))) or "(?!)")
        self._names = NameFinder(words.describes, words.ends_name)

    def read(self, text: str, prepared: str, title_end: int, *, hk: bool) -> LicenceEvent | None:
        """The event of the title, else of the first sentences of the text; None where there is none.

        `prepared` is `text` (title, line break, body) as `Lexicon.prepare` gives it; `hk` says whether the item
        concerns Hong Kong.
        """
        start, end = 0, title_end
        best: LicenceEvent | None = None
        for number in range(1 + _MAX_SENTENCES):
            found = self._sentence(text, prepared[start:end], start, title_end, hk=hk)
            if found is not None and best is None and (found.firms or number <= 1):
                best = found
            elif found is not None and best is not None and found.firms and found.event is best.event:
                best = replace(best, firms=found.firms, regime=best.regime or found.regime)
            if (best is not None and best.firms) or end >= len(prepared):
                break
            # A headline that names no firm: the text tells which.
            start, end = end, first_sentence_end(prepared, end)
        return best

    def _sentence(self, text: str, sentence: str, offset: int, title_end: int, *, hk: bool) -> LicenceEvent | None:
        if self._may_tell.search(sentence) is None:
            return None
        hits = self._lexicon.scan(sentence)
        found = _event(sentence, hits)
        if found is None:
            return None
        event, span, licence = found
        mentions = self._entities.mentions(text[offset : offset + len(sentence)], sentence, weak=True)
        place = _place(hits, licence, hk=hk)
        deed = _deed(hits, event, span)
        original = text[offset : offset + len(sentence)]
        low, high = self._own_part(event, sentence, span)
        firms: tuple[Licensee, ...] = ()
        if (low, high) != (0, len(sentence)):
            inside = [m for m in mentions if low <= m.start and m.end <= high]
            near = {name: [s for s in spans if low <= s[0] and s[1] <= high] for name, spans in hits.items()}
            firms = self._firms(event, near, deed, original, sentence, inside, low, high)
        firms = firms or self._firms(event, hits, deed, original, sentence, mentions)
        if not firms and 0 < offset <= title_end + 1:
            title = self._entities.mentions(text[:title_end], weak=True)
            firms = _licensees(title[:1])
        if not firms and event is Happening.APPLIED:
            return None
        regime = self._regime(hits, licence, firms, text[:title_end]) if place else None
        return LicenceEvent(event, firms, regime, place, offset + span[0], offset + span[1])

    def _own_part(self, event: Happening, sentence: str, span: Span) -> Span:
        """The part of a sentence that tells this event: without the clauses before and after that tell another one."""
        low, high = 0, len(sentence)
        at = 0
        for start, end in [*(found.span() for found in _JOINT.finditer(sentence)), (high, high)]:
            clause = (at, start)
            at = end
            if clause[0] <= span[0] < clause[1]:
                continue
            part = sentence[clause[0] : clause[1]]
            other = _event(part, self._lexicon.scan(part)) if self._may_tell.search(part) is not None else None
            if other is None or other[0] is event:
                continue
            if clause[1] <= span[0]:
                low = end
            else:
                return low, clause[0]
        return low, high

    def _firms(
        self,
        event: Happening,
        hits: Hits,
        span: Span,
        original: str,
        sentence: str,
        mentions: Sequence[Mention],
        low: int = 0,
        high: int | None = None,
    ) -> tuple[Licensee, ...]:
        giving = _is_giving(event, sentence, hits, span)
        becomes = [s for s in hits.get("becomes", ()) if s[1] <= span[0]]
        if becomes:
            span, giving = becomes[-1], False
        mentions = [m for m in mentions if not _is_owner(m, mentions, sentence)]
        if mentions:
            before = [m for m in mentions if m.end <= span[0]]
            after = [m for m in mentions if m.start >= span[1]]
            # A list of firms belongs together: the two that were cleared, the four that were licensed.
            first = after if after and (giving or not before) else before
            return _licensees(first)
        at = (span[0] - low, span[1] - low)
        return tuple(map(Licensee, self._names.near(original[low:high], at, giving=giving)))

    def _regime(self, hits: Hits, licence: Span, firms: Sequence[Licensee], title: str) -> Regime | None:
        best = _nearest_regime(hits, licence)
        if best is None:
            best = _nearest_regime(self._lexicon.scan(self._lexicon.prepare(title)), (0, 0))
        if best is None and firms and firms[0].entity:
            known = self._entities.entities[firms[0].entity].regime
            best = Regime(known) if known else None
        return best


def _is_owner(mention: Mention, mentions: Sequence[Mention], sentence: str) -> bool:
    """Whether a firm is named only as the owner of the next one: «Example's Sample», 旗下."""
    if not sentence.startswith(("'s ", "旗下"), mention.end):
        return False
    return any(0 < other.start - mention.end <= _SOON // 2 for other in mentions)


def _start(word: str) -> str:
    """Enough of a word's beginning to ask whether it may occur."""
    return word.rstrip("*")[: 4 if word.isascii() else 2]


def _licensees(mentions: Sequence[Mention]) -> tuple[Licensee, ...]:
    entities: dict[str, Entity] = {m.entity.id: m.entity for m in mentions}
    return tuple(Licensee(e.label, e.ce, e.id) for e in entities.values())


def _event(sentence: str, hits: Hits) -> tuple[Happening, Span, Span] | None:
    """The event, its word and the licence word it belongs to."""
    if "denials" in hits:
        return None
    anchors = hits.get("anchors", [])
    applications = hits.get("applications", [])
    for event, name in _NEEDS_APPLICATION:
        for span in hits.get(name, ()):
            near = _near(sentence, span, applications)
            if near is not None and anchors and not _is_doubtful(sentence, hits, span):
                return event, span, near
    for span in hits.get("in_principle", ()):
        if not _is_doubtful(sentence, hits, span):
            return Happening.IN_PRINCIPLE, span, span
    for span in hits.get("changes", ()):
        near = _near(sentence, span, hits.get("conditions", []))
        if near is not None and anchors and not _is_doubtful(sentence, hits, span):
            return Happening.CONDITIONS, span, near
    for event, name in _WHOLE:
        for span in hits.get(name, ()):
            if not _is_doubtful(sentence, hits, span):
                return event, span, span
    # «becomes the tenth licensed platform», 向某平台發牌
    for first, second in (("becomes", "licensed"), ("gives_to", "licenses")):
        found = _in_order(sentence, hits, first, second)
        if found is not None:
            return Happening.GRANTED, found, found
    for event, name in _NEEDS_LICENCE:
        if event is Happening.LAPSED and "periods" in hits:
            continue
        for span in hits.get(name, ()):
            near = _near(sentence, span, anchors)
            if near is None or _is_doubtful(sentence, hits, span):
                continue
            high = max(near[0], span[1] + 10)
            if event is Happening.UPLIFTED and any(
                0 <= span[0] - end <= _RIGHT_BEFORE for _, end in hits.get("applied", ())
            ):
                return Happening.APPLIED, span, near
            if event is not Happening.GRANTED or not (
                any(_between(hits, n, span[1], high) for n in ("objects", "applications"))
                or _is_receipt(hits, span, near)
            ):
                return event, span, near
    return None


def _is_receipt(hits: Hits, span: Span, licence: Span) -> bool:
    """Whether what came in are applications for the licence: «receives 77 licence applications»."""
    if span not in hits.get("receipts", ()) or licence[0] < span[1]:
        return False
    return any(0 <= start - licence[1] <= _RIGHT_BEFORE for start, _ in hits.get("applications", ()))


def _in_order(sentence: str, hits: Hits, first: str, second: str) -> Span | None:
    """The first hit of one list that stands soon behind one of another."""
    for span in hits.get(second, ()):
        if any(0 <= span[0] - end <= _SOON for _, end in hits.get(first, ())) and not _is_doubtful(
            sentence, hits, span
        ):
            return span
    return None


def _between(hits: Hits, name: str, low: int, high: int) -> bool:
    return any(low <= start and end <= high for start, end in hits.get(name, ()))


def _near(sentence: str, span: Span, others: Sequence[Span]) -> Span | None:
    """The nearest of `others` in reach of `span`, in its own clause or the next."""
    best: Span | None = None
    least = _REACH + 1
    for other in others:
        low, high = (span[1], other[0]) if other[0] >= span[0] else (other[1], span[0])
        gap = high - low
        between = sentence[low:high] if gap > 0 else ""
        weight = gap + sum(1 for char in between if char > "\u2e80")
        if weight < least and not any(mark in between for mark in "。;；|"):
            best, least = other, weight
    return best


def _is_doubtful(sentence: str, hits: Hits, span: Span) -> bool:
    """Whether a doubt stands before the event word in its clause, or right after it."""
    leave = [s for s in hits.get("granted", ()) if s[1] <= span[0] and span[0] - s[1] <= _SOON]
    if leave and span in hits.get("uplifted", ()):
        # «gets approval to upgrade»: what was got is done, whatever it allows.
        span = leave[0]
    low = max(0, span[0] - _DOUBT_REACH)
    for mark in _CLAUSE_MARKS:
        low = max(low, sentence.rfind(mark, low, span[0]) + 1)
    if any(low <= start < span[1] and end <= span[1] for start, end in hits.get("doubts", ())):
        return True
    high = span[1] + _DOUBT_REACH // 2
    if _between(hits, "doubts_after", span[1], high):
        return True
    if any(0 <= start - span[1] <= _RIGHT_BEFORE // 2 for start, _ in hits.get("none_of", ())):
        return True
    if sentence.rstrip(" \n").endswith(("?", "？")):
        return True
    # «becomes the first to obtain» is done, «asks to obtain» is not.
    return sentence.endswith(" to ", 0, span[0]) and not _between(hits, "becomes", low, span[0])


def _place(hits: Hits, licence: Span, *, hk: bool) -> bool:
    """Whether the licence is one of Hong Kong: the nearest word of a place decides, without one the item does."""
    here = _distance(hits.get("hk", ()), licence)
    there = _distance(hits.get("abroad", ()), licence)
    if here is None and there is None:
        return hk
    if there is None:
        return True
    return here is not None and here <= there


def _nearest_regime(hits: Hits, licence: Span) -> Regime | None:
    found = [
        (d, n, regime)
        for n, (regime, name) in enumerate(_REGIMES)
        if (d := _distance(hits.get(name, ()), licence)) is not None
    ]
    return min(found)[2] if found else None


def _distance(spans: Sequence[Span], to: Span) -> int | None:
    return min((max(start - to[1], to[0] - end, 0) for start, end in spans), default=None)


def _deed(hits: Hits, event: Happening, span: Span) -> Span:
    """The word that tells who gives and who gets; of an approval in principle that is the verb beside it."""
    if event is not Happening.IN_PRINCIPLE:
        return span
    return min(hits.get("granted", ()), key=lambda other: abs(other[0] - span[0]), default=span)


def _is_giving(event: Happening, sentence: str, hits: Hits, span: Span) -> bool:
    """Whether the event word is what an authority does («grants», 批出), so that the firm comes after it."""
    if event in _AFTER_THE_FIRM or sentence.endswith(_PASSIVE, 0, span[0]):
        return False
    if event in (Happening.GRANTED, Happening.IN_PRINCIPLE):
        if sentence.startswith(_GIVEN, span[0]):
            # «Example granted licence» leaves out the «is»; who grants is an authority.
            return any(_between(hits, name, 0, span[0]) for name in ("authorities", "hk", "abroad")) or span[0] == 0
        return sentence.startswith(_GIVING, span[0])
    if any(0 <= span[0] - end <= 1 for name in ("applications", "anchors") for _, end in hits.get(name, ())):
        # «Example's application returned» leaves out the «is» as well.
        return False
    return event is not Happening.UPLIFTED


_GIVING = (
    *("grant", "issu", "award", "approv", "hand", "licens", "gives", "given"),
    *("批出", "颁发", "发出", "授予", "发放", "批准", "下发", "发牌", "平台发牌"),
)
_GIVEN = ("granted", "awarded", "given", "handed", "issued", "approved")
_PASSIVE = (" is ", " was ", " were ", " are ", " been ", " being ", " has ", " have ", "被", "遭", "获", "获得")
