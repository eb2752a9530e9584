# SPDX-License-Identifier: MIT
"""Word lists and finding them in a text, fast.

    text ──fold──► gate: which pairs of characters and word beginnings occur? ──► only those phrases are searched ──► spans
         then lists that hide others remove the shorter hits they cover (中國證監會 hides 證監會)

A phrase is matched without regard to case, width, script or hyphens. Latin phrases match whole words, Chinese ones
anywhere: ETF is found in 現貨ETF上市 and not in netf. `licens*` stands for any ending.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import chain, pairwise
from typing import TypeVar

from hkwatch.domain.fold import Folder, is_word_char

Span = tuple[int, int]
"""Start and end of a hit, character offsets in the scanned text."""

Hits = dict[str, list[Span]]
"""Hits by the id of the word list, each in the order of the text."""

# Everyday characters and word beginnings, roughly the commonest first: what is not listed is rare. Only the speed depends on
# it, so it need not be exact.
_COMMON_MARKS = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定"
    "行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其"
    "些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反明看原又利比或但质气第向道此变条只没结解问意建月公无"
    "系情者最立代想已通并提直题程展五果料象员位入常文总次品式活设及管特件长求老头基资边流路级少图统接知较将组见计别手"
    "角期根论运指几区强放决被做必先回则任取据处给色光门即保治造百规领口导器压世金增争济思术极交受联什认六共权收证改清"
    "美再转更单风切打白教速带安场身车例真务具万每目至达走积示议声报完类离名确才科信话整空元况今集传许步群广记需段研界"
    "律且究观影算低持众书布复容须际商非连断深难近千周委技备半办列约支般史感便团往历市何除消构府称太准值号率维划选标写"
    "存候快效查型按格易置层片始却专状识适属包住调满局照参细引该价严币股银亿财投融券监涨跌额息"
)
_COMMON_STEMS = (
    "the of and to in a is that for it as was with be by on not he i this are or his from at whic but "
    "have an had they you were thei one all we can her has ther been if more when will woul who so no "
    "said what up its abou into than them only some coul time thes two may then do firs any my now "
    "such like our over man me even most made afte also did many befo must thro back year wher much "
    "your way well down shou beca each just thos peop mr how too stat good very make worl stil own "
    "see men work long get here betw both life bein unde neve day same anot know whil last migh us "
    "grea old off come sinc agai go came righ used take thre hims few hous use duri plac arou howe "
    "home smal foun thou went say part once gene high upon scho ever don does got unit left numb cour "
    "war unti alwa away fact wate less publ put thin almo hand enou far took head yet gove syst bett "
    "set told noth nigh end why call didn eyes find goin look aske late knew poin next prog city busi "
    "give grou towa days youn let room word pres side soci seve orde nati poss rath seco face per "
    "amon form impo ofte earl whit case larg beco john need big four felt alon chil best chur leas "
    "powe deve ligh seem fami inte want memb othe mind coun area done turn alth open god serv cert "
    "kind prob bega diff door thus help sens mean whol matt new bank mark pric shar trad fund mone "
    "rate tax law rule repo plan comp fina econ inve asse digi cryp bitc bloc exch toke coin stab "
    "ethe plat regu lice laun anno mill bill perc rise fall hong kong chin "
)
_RANK = {part: n for n, part in enumerate((*_COMMON_MARKS, *_COMMON_STEMS.split()))}

_LATIN_WORD = re.compile(r"[a-z0-9]+")
_PHRASE_WORD = re.compile(r"([a-z0-9]+)(\*?)")
_AFTER_DIGIT = re.compile(r"[0-9](?=([a-z][a-z0-9]*))")
"""A word may begin after a digit in what looks like one word: ETF is a word of its own in 50ETF, `btc` in `x5btc`."""
_STEM = re.compile(r"[a-z0-9]+\*?")
_STEM_LENGTH = 4
_LEAST_STEM = 3
_MAX_STEMS = 20_000


class _Gate(Enum):
    """By which part of a phrase a text is asked whether it may hold it."""

    PAIR = "two Chinese characters"
    WORDS = "two Latin words"
    WORD = "a Latin word"
    STEM = "the beginning of a Latin word"


@dataclass(frozen=True, slots=True)
class WordList:
    """A named list of phrases that rules refer to as `@id`. Its hits take away hits of the lists in `hides` that they cover.

    `why` says what is in it; `pack` names the file it stands in.
    """

    id: str
    phrases: tuple[str, ...]
    hides: tuple[str, ...] = ()
    why: str = ""
    pack: str = ""


_Find = Callable[[str, int], Iterator[re.Match[str]]]


class _Search:
    """Finds a phrase with edges. The pattern is compiled when it is first wanted: most wait long, some for ever."""

    __slots__ = ("_source", "find")

    def __init__(self, source: str) -> None:
        self._source = source
        self.find: _Find | None = None

    def compiled(self) -> _Find:
        self.find = find = re.compile(self._source).finditer
        return find


_Entry = tuple[str, int, _Search, tuple[str, ...]]
"""What is looked for first; its length where finding it is all, otherwise 0; how to find it from there; the lists it is in."""

_Key = TypeVar("_Key")
_Waiting = dict[_Key, list[_Entry]]

_span_of = re.Match.span


class _Stems(dict[str, tuple[str, ...]]):
    """The gating stems that each word met so far begins with, mostly none: texts repeat their words."""

    def __init__(self, stems: Iterable[str]) -> None:
        super().__init__()
        self._stems = frozenset(stems)
        self._lengths = tuple(sorted(set(map(len, self._stems))))

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) >= _MAX_STEMS:
            self.clear()
        self[word] = found = tuple(
            [word[:size] for size in self._lengths if size <= len(word) and word[:size] in self._stems]
        )
        return found


class Lexicon:
    """All word lists of a pack, compiled once. Immutable, safe to share between threads.

    Expects phrases that `check_phrase` finds nothing wrong with.
    """

    def __init__(self, lists: Iterable[WordList], folder: Folder) -> None:
        self._folder = folder
        owners: dict[str, list[str]] = {}
        self._hides: list[tuple[str, tuple[str, ...]]] = []
        for words in lists:
            for phrase in words.phrases:
                owners.setdefault(self.prepare(phrase).strip(), []).append(words.id)
            if words.hides:
                self._hides.append((words.id, words.hides))
        self._by_stem: _Waiting[str] = {}
        self._by_word: _Waiting[str] = {}
        self._by_words: _Waiting[tuple[str, str]] = {}
        self._by_first_word: _Waiting[str] = {}
        self._by_pair: _Waiting[tuple[str, str]] = {}
        self._ungated: list[_Entry] = []
        self._ungated_wide: list[_Entry] = []
        gates = _Gates(owners)
        for text, ids in owners.items():
            entry = _compile(text, tuple(dict.fromkeys(ids)))
            match gates.of(text):
                case _Gate.PAIR, (first, second):
                    self._by_pair.setdefault((first, second), []).append(entry)
                case _Gate.WORDS, (first, second):
                    self._by_words.setdefault((first, second), []).append(entry)
                    self._by_first_word.setdefault(first, []).append(entry)
                case _Gate.WORD, (word, _):
                    self._by_word.setdefault(word, []).append(entry)
                case _Gate.STEM, (stem, _):
                    self._by_stem.setdefault(stem, []).append(entry)
                case _:
                    (self._ungated if text.isascii() else self._ungated_wide).append(entry)
        # Sets meet one another faster than the keys of a dictionary do.
        self._keys_word, self._stems = frozenset(self._by_word), _Stems(self._by_stem)
        self._keys_words, self._keys_pair = frozenset(self._by_words), frozenset(self._by_pair)
        self._find_pairs: Callable[[str], list[tuple[str, str]]] = _nothing
        if self._by_pair:
            left, right = ("".join(sorted({p[side] for p in self._by_pair})) for side in (0, 1))
            self._find_pairs = re.compile(f"([{re.escape(left)}])(?=([{re.escape(right)}]))").findall

    def prepare(self, text: str) -> str:
        """`text` as it is scanned: folded with its length kept, hyphens read as spaces."""
        return self._folder.aligned(text).replace("-", " ")

    def _candidates(self, prepared: str) -> list[_Entry]:
        """The phrases whose rarest part occurs."""
        candidates = self._ungated[:]
        words = _LATIN_WORD.findall(prepared)
        if words:
            after_digit = _AFTER_DIGIT.findall(prepared)
            by_words = self._by_words
            for two in self._keys_words.intersection(pairwise(words)):
                candidates += by_words[two]
            for word in self._by_first_word.keys() & set(after_digit) if after_digit else ():
                # `btc price` in `x5btc price`, where the first of the two words is no word of the text.
                candidates += [one for one in self._by_first_word[word] if one not in candidates]
            seen = set(words)
            seen.update(after_digit)
            for word in self._keys_word & seen:
                candidates += self._by_word[word]
            for stem in set(chain.from_iterable(map(self._stems.__getitem__, seen))):
                candidates += self._by_stem[stem]
        if not prepared.isascii():
            candidates += self._ungated_wide
            for pair in self._keys_pair.intersection(self._find_pairs(prepared)):
                candidates += self._by_pair[pair]
        return candidates

    def scan(self, prepared: str) -> Hits:
        """Every hit in a text that `prepare` gave."""
        hits: Hits = {}
        find = prepared.find
        candidates = self._candidates(prepared)
        for start, plain, search, owners in candidates:
            at = find(start)
            if at < 0:
                continue
            if plain:
                # A Chinese phrase stands wherever it is found; most hits are of this kind, so no pattern is spent on them.
                spans = [(at, at + plain)]
                while (at := find(start, at + plain)) >= 0:
                    spans.append((at, at + plain))
            elif not (spans := list(map(_span_of, (search.find or search.compiled())(prepared, at)))):
                continue
            for owner in owners:
                if owner in hits:
                    hits[owner] += spans
                else:
                    hits[owner] = spans[:]
        for owner, hidden in self._hides:
            if owner in hits:
                _hide(hits, hits[owner], hidden)
        for spans in hits.values():
            if len(spans) > 1:
                spans.sort()
        return hits


def check_phrase(phrase: str) -> str:
    """What is wrong with a phrase, in words for its author; empty when it is fine."""
    bare = phrase.replace("*", "").strip()
    if not bare:
        return "an empty phrase"
    if re.search(r"\*\S", phrase) or re.search(r"(?:^|[^A-Za-z0-9])\*", phrase):
        return f"«{phrase}»: * may only end a Latin word"
    stems = _STEM.findall(phrase.lower())
    if stems and not re.search(r"[^\x00-\x7f]", phrase) and all(s.endswith("*") and len(s) < 5 for s in stems):
        return f"«{phrase}»: at least four letters are needed before *"
    return ""


_Gated = tuple[_Gate, tuple[str, str]]


class _Gates:
    """Chooses by which part a phrase is gated: the one that the fewest phrases share, of these the rarest in the news."""

    def __init__(self, phrases: Iterable[str]) -> None:
        phrases = list(phrases)
        self._pairs = Counter(pair for phrase in phrases for pair in set(_pairs(phrase)))
        self._words = Counter(pair for phrase in phrases for pair in set(_word_pairs(phrase)))

    def of(self, text: str) -> _Gated | None:
        """The part without which the phrase cannot occur; None when it must always be looked for.

        Where it holds Chinese two neighbouring characters; of Latin two neighbouring words, one word, or the beginning
        of one.
        """
        if pairs := _pairs(text):
            return _Gate.PAIR, min(pairs, key=lambda pair: (self._pairs[pair], -_rank(pair[0]) - _rank(pair[1]), pair))
        if whole := _word_pairs(text):
            return _Gate.WORDS, min(
                whole, key=lambda pair: (self._words[pair], -_stem_rank(pair[0]) - _stem_rank(pair[1]), pair)
            )
        words = [
            (_stem_rank(word), _Gate.STEM if is_open else _Gate.WORD, word)
            for word, is_open in _PHRASE_WORD.findall(text)
            if not is_open or len(word) >= _LEAST_STEM
        ]
        if not words:
            return None
        _, gate, word = max(words, key=lambda one: (one[0], one[1] is _Gate.WORD, one[2]))
        return gate, (word, "")


def _pairs(text: str) -> list[tuple[str, str]]:
    """Neighbouring Chinese characters; without any, neighbours of which one is. Not what a `*` leaves open."""
    mixed = [(a, b) for a, b in pairwise(text) if (a > "\x7f" or b > "\x7f") and a != "*" != b]
    return [(a, b) for a, b in mixed if a > "\x7f" and b > "\x7f"] or mixed


def _word_pairs(text: str) -> list[tuple[str, str]]:
    """Neighbouring words that are both whole."""
    words = _PHRASE_WORD.findall(text)
    return [(a, b) for (a, a_open), (b, b_open) in pairwise(words) if not a_open and not b_open]


def _stem_rank(word: str) -> int:
    return _rank(word[:_STEM_LENGTH])


def _rank(part: str) -> int:
    return _RANK.get(part, len(_RANK))


def _compile(text: str, owners: tuple[str, ...]) -> _Entry:
    left, right = is_word_char(text[0]), is_word_char(text[-1])
    is_open = "*" in text
    start = text.partition("*")[0]
    # What must not stand before comes after the beginning, which `re` finds fast only where the pattern begins with it.
    # A Latin word that seems to begin may really go on; a digit joins only digits.
    begin, rest = re.escape(start), re.escape(text[len(start) :]).replace(r"\*", "[a-z0-9]*")
    before = "" if not left else f"(?<![a-z0-9]{begin})" if text[0].isdigit() else f"(?<![a-z]{begin})"
    after = "(?![a-z0-9])" if right or is_open else ""
    plain = 0 if left or right or is_open else len(text)
    return start, plain, _Search(f"{begin}{before}{rest}{after}"), owners


def _hide(hits: Hits, covers: Sequence[Span], hidden: Iterable[str]) -> None:
    for name in hidden:
        spans = hits.get(name)
        if spans is None:
            continue
        kept = [s for s in spans if not any(c[0] <= s[0] and s[1] <= c[1] for c in covers)]
        if kept:
            hits[name] = kept
        else:
            del hits[name]


def _nothing(_text: str) -> list[tuple[str, str]]:
    return []
