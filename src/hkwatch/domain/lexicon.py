# SPDX-License-Identifier: MIT
"""Word lists and finding them in a text, fast.

    text ──fold──► one pass finds every phrase at once ──► edges and endings are looked at where one stands ──► spans
         then lists that hide others remove the shorter hits they cover (中國證監會 hides 證監會)

A phrase is matched without regard to case, width, script or hyphens. Latin phrases match whole words, Chinese ones
anywhere: ETF is found in 現貨ETF上市 and not in netf. `licens*` stands for any ending.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hkwatch.domain.fold import Folder, is_word_char

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

Span = tuple[int, int]
"""Start and end of a hit, character offsets in the scanned text."""

Hits = dict[str, list[Span]]
"""Hits by the id of the word list, each in the order of the text."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WORD_CHARS = _LETTERS + "0123456789"
_STEM = re.compile(r"[a-z0-9]+\*?")
_SURROGATE = re.compile("[\ud800-\udfff]")
_FILLER = "\ufffd"


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


class _Search:
    """Matches a phrase from a place on. The pattern is compiled when it is first wanted: most wait long, some for ever."""

    __slots__ = ("_source", "match")

    def __init__(self, source: str) -> None:
        self._source = source
        self.match: Callable[[str, int], re.Match[str] | None] = self._compile

    def _compile(self, text: str, at: int) -> re.Match[str] | None:
        self.match = match = re.compile(self._source).match
        return match(text, at)


_TO_WORD_END = _Search("")
"""Stands for the search of a phrase with nothing open but its end: the word just goes on, and no pattern is needed."""

_Edged = tuple[str, str, _Search | None, tuple[str, ...]]
"""A phrase of which more may have to hold: what must not stand before and behind; how to match it from its start, None
where it is matched; the lists it is in."""

_Pass = tuple["AhoCorasick", tuple[_Edged, ...]]
"""Finds all phrases at once, and what each find is, by its number."""


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
        narrow: list[tuple[str, _Edged]] = []
        wide: list[tuple[str, _Edged]] = []
        for text, ids in owners.items():
            if _SURROGATE.search(text) is not None:
                # Half a character is no text, and stands in none.
                continue
            sure = text.partition("*")[0]
            entry = sure, _compile(text, sure, tuple(dict.fromkeys(ids)))
            wide.append(entry)
            if text.isascii():
                narrow.append(entry)
        # A text in English cannot hold a Chinese phrase, and is through sooner without them.
        self._narrow, self._wide = _pass(narrow), _pass(wide)

    def prepare(self, text: str) -> str:
        """`text` as it is scanned: folded with its length kept, hyphens read as spaces."""
        return self._folder.aligned(text).replace("-", " ")

    def scan(self, prepared: str) -> Hits:
        """Every hit in a text that `prepare` gave. Of one phrase's places that overlap, the first counts."""
        hits: defaultdict[str, list[Span]] = defaultdict(list)
        found = self._narrow if prepared.isascii() else self._wide
        if found is None:
            return hits
        finder, phrases = found
        try:
            places = finder.find_matches_as_indexes(prepared, overlapping=True)
        except UnicodeEncodeError:
            # A broken feed sends half a character.
            places = finder.find_matches_as_indexes(_SURROGATE.sub(_FILLER, prepared), overlapping=True)
        until: dict[int, int] = {}
        # What stands before the beginning and behind the end: nothing that belongs to a word.
        padded = f"{prepared} "
        for number, start, end in places:
            before, behind, search, owners = phrases[number]
            if (behind and padded[end] in behind) or (before and padded[start - 1] in before):
                continue
            if search is None:
                span = (start, end)
            elif start < until.get(number, 0):
                continue
            elif search is _TO_WORD_END:
                while padded[end] in _WORD_CHARS:
                    end += 1
                until[number] = end
                span = (start, end)
            else:
                match = search.match(prepared, start)
                if match is None:
                    continue
                span = match.span()
                until[number] = span[1]
            for owner in owners:
                hits[owner].append(span)
        hits.default_factory = None
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


def _pass(phrases: Sequence[tuple[str, _Edged]]) -> _Pass | None:
    """Finds all of these in one pass; None where there are none."""
    if not phrases:
        return None
    # The window imports this file with the words for a hit, and looks for none.
    from ahocorasick_rs import AhoCorasick, Implementation  # noqa: PLC0415

    finder = AhoCorasick(
        [sure for sure, _ in phrases], implementation=Implementation.ContiguousNFA, store_patterns=False
    )
    return finder, tuple([entry for _, entry in phrases])


def _compile(text: str, sure: str, owners: tuple[str, ...]) -> _Edged:
    left, right = is_word_char(text[0]), is_word_char(text[-1])
    is_open = "*" in text
    # A Latin word that seems to begin may really go on; a digit joins only digits.
    before = "" if not left else _WORD_CHARS if text[0].isdigit() else _LETTERS
    behind = _WORD_CHARS if right and not is_open else ""
    search = None
    if text == f"{sure}*":
        search = _TO_WORD_END
    elif is_open or _may_overlap(sure, before):
        rest = re.escape(text[len(sure) :]).replace(r"\*", "[a-z0-9]*")
        search = _Search(f"{re.escape(sure)}{rest}" + ("(?![a-z0-9])" if right or is_open else ""))
    return before, behind, search, owners


def _may_overlap(phrase: str, before: str) -> bool:
    """Whether two places of it may share characters: it ends as it begins, and what stands there before that may do so."""
    return any(
        phrase.endswith(phrase[:size]) and not (before and phrase[-size - 1] in before)
        for size in range(1, len(phrase))
    )


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
