# SPDX-License-Identifier: MIT
"""What a text tells of an event, in tokens that are the same in English and Chinese.

    headline + opening ──► names, things and acts of the dictionaries (bilingual) ─► `firm:osl`, `a:fine`
                           numbers and dates ─► `v:8.75e+05`, `d:2-24`
                           what is left: Latin words, pairs of Chinese characters

A dictionary file of another part of the program may add names: `StoryPack.names` is a plain mapping by kind.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from hkwatch.domain.fold import Folder
from hkwatch.domain.lexicon import Lexicon, Span, WordList
from hkwatch.domain.quantities import MONEY, Figures, Quantity, read_figures, read_quantities
from hkwatch.domain.spelling import joined

LEAD_CHARS = 420
"""So much of the text is read after the headline; the rest is background."""
_LEAD_CHARS_CHINESE = 220

_SITE_FORM = (
    r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|hk|io|cn|co|app|xyz|info|top|vip|cc|me|site|online|pro)(?![a-z])"
)
_SITE = re.compile(r"(?:www\.)?((?:[a-z0-9._-]+@)?" + _SITE_FORM + ")")
_LATIN = re.compile(_SITE_FORM + r"|[a-z][a-z0-9']*[a-z0-9]|[0-9]+[a-z]+[a-z0-9]*")
_HAN_RUN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_SPELLINGS = {"centre": "center", "programme": "program", "defence": "defens", "defense": "defens", "labour": "labor"}
_ENDINGS = ("ing", "ies", "ed", "es", "s")
_REFERENCE = re.compile(r"(?<![a-z0-9])(\d{2}(?:pr|ec|cp|cc)\d{1,3})(?![0-9])")
_OUTLET_TAIL = re.compile(r"\s*[|_|]\s*[^|_|]{1,24}$")
_COLUMN = re.compile(r"^[^|]{2,12}[|]\s*(?=[^|]{8,}$)")
"""The name of a running column before a headline that is longer."""
_FILE_NOTE = re.compile(r"\s*\((?:pdf|word|excel|zip)[^()]*\)")
_LABEL = re.compile(r"^(?:数据|快讯|突发|breaking|just in|update)\s*[::]\s*")

NAME_WEIGHTS = {"firm": 3.0, "person": 2.6, "body": 1.3, "coin": 1.6, "place": 0.9, "media": 0.8}
_COMMON_NAMES = {
    "coin:btc": 0.4,
    "coin:eth": 0.6,
    "place:hk": 0.5,
    "place:us": 0.6,
    "place:cn": 0.6,
    "body:sfc": 0.9,
    "body:hkma": 0.9,
    "body:us-sec": 0.9,
    "body:fed": 0.9,
    "firm:lookonchain": 0.6,
    "firm:binance": 2.0,
    "firm:coinbase": 2.2,
    "person:trump": 1.5,
}
_COMMON_THINGS = {
    "virtual-asset": 0.35,
    "company": 0.3,
    "market": 0.3,
    "exchange": 0.5,
    "bank": 0.5,
    "trading": 0.4,
    "blockchain": 0.5,
    "price": 0.4,
    "rules": 0.6,
}
_MOVES = ("a:rise", "a:fall", "a:hit", "a:hold", "t:record-high", "t:price")
_THING = 1.1
_ACT = 0.9
_LATIN_BANDS = (0.15, 0.5, 1.0, 1.5)
_LATIN_RARE = 2.4
_LATIN_FORMED = 1.5
_FORMED = re.compile(r"(?:ly|[tsx]ions?|ments?|ness|[ai]bility|[a-z]{2}ing|[a-z]{2}ed|[ai]nce|ful|less|ous|ive|able)$")
"""Endings of everyday words rather than names."""
_HAN_BANDS = (0.15, 0.3, 0.5, 0.7)
_HAN_SERVING = (1.0, 0.5, 0.15)
"""What a pair that is not listed weighs with none, one or two characters that serve the sentence."""
_EDGE = "\n"
"""What stands around each token of `Face.rest`; no token holds it."""
_SHARED_WORDS = 4_096
_TELLING = 2.0
"""An amount or share that weighs so much is rarely the same by chance."""


@dataclass(frozen=True, slots=True)
class StoryPack:
    """The dictionaries. `names` by kind, then id; `against` names acts that are never one event with the key's,
    `ends` those that the key's ends.

    `templates` are headlines that recur: by id the groups of word-list ids of which each must occur. `common_words`
    and `common_chinese` give everyday words in bands, the commonest first; `serving` holds the Chinese characters
    that serve the sentence rather than name anything. Chinese is Simplified.
    """

    names: Mapping[str, Mapping[str, Sequence[str]]]
    things: Mapping[str, Sequence[str]] = field(default_factory=dict)
    acts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    against: Mapping[str, Sequence[str]] = field(default_factory=dict)
    ends: Mapping[str, Sequence[str]] = field(default_factory=dict)
    templates: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)
    common_words: Sequence[Sequence[str]] = ()
    common_chinese: Sequence[Sequence[str]] = ()
    serving: str = ""


@dataclass(frozen=True, slots=True)
class Opposites:
    """Acts that are never one event: `against` both ways; one of `ends` excludes what it ends, where that stands alone."""

    against: Mapping[str, frozenset[str]]
    ends: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Face:
    """One text of an item as tokens with weights. `chinese` tells which words can be compared.

    Thousands are kept for days, so they are small: no set where a few words do, no dictionary where one string does.

    `title` maps the tokens of the headline to weights; `rest` holds those that the opening has beside them, each between
    line ends. Pairs of Chinese characters are looked for in `body`, the folded opening, empty where it has none.
    `values` are amounts and shares of both, `telling` those whose weight is 2 or more. `firms` are those of the
    headline, `names_near` all firms of headline and opening. `strange` are Latin words in a Chinese headline
    that no dictionary knows: names. `speech` marks the words of a speaker, `template` is empty for single events.
    """

    chinese: bool
    title: dict[str, float]
    rest: str
    keys: tuple[str, ...]
    quantities: tuple[Quantity, ...]
    values: tuple[str, ...]
    telling: tuple[str, ...]
    days: tuple[str, ...]
    periods: tuple[str, ...]
    weekdays: tuple[str, ...]
    firms: tuple[str, ...]
    names_near: tuple[str, ...]
    acts: tuple[str, ...]
    strange: tuple[str, ...]
    refs: tuple[str, ...]
    sites: tuple[str, ...]
    """Web and mail addresses of the headline, whole."""
    template: str
    body: str
    speech: bool
    prices: tuple[float, ...]
    """Levels of a headline that speaks of a price."""
    plain: str

    def says(self, token: str) -> bool:
        """Whether headline or opening have this token; pairs of Chinese characters are told by the headline alone."""
        return token in self.title or f"{_EDGE}{token}{_EDGE}" in self.rest

    def has(self, token: str) -> bool:
        """Whether headline or opening tell this."""
        return self.says(token) or (":" not in token and token in self.body)


class StoryReader:
    """Reads texts with one set of dictionaries. Immutable, safe to share between threads."""

    def __init__(self, pack: StoryPack, folder: Folder) -> None:
        lists: list[WordList] = []
        weights: dict[str, float] = {}
        for kind, entries in pack.names.items():
            for ident, phrases in entries.items():
                token = f"{kind}:{ident}"
                lists.append(WordList(token, tuple(phrases)))
                weights[token] = _COMMON_NAMES.get(token, NAME_WEIGHTS.get(kind, 1.5))
        for ident, phrases in pack.things.items():
            lists.append(WordList(f"t:{ident}", tuple(phrases)))
            weights[f"t:{ident}"] = _COMMON_THINGS.get(ident, _THING)
        for ident, phrases in pack.acts.items():
            lists.append(WordList(f"a:{ident}", tuple(phrases)))
            weights[f"a:{ident}"] = _ACT
        self._templates: list[tuple[str, tuple[frozenset[str], ...]]] = []
        for ident, groups in pack.templates.items():
            needs: list[frozenset[str]] = []
            for number, group in enumerate(groups):
                own = tuple(phrase for phrase in group if not phrase.startswith("@"))
                name = f"x:{ident}.{number}"
                if own:
                    lists.append(WordList(name, own))
                refer = {f"t:{phrase[1:]}" for phrase in group if phrase.startswith("@")}
                needs.append(frozenset({name, *refer}))
            self._templates.append((ident, tuple(needs)))
        lists.append(
            WordList("x:speech", ("remarks", "speech", "keynote", "致辭", "演辭", "演講", "講話", "speaks at"))
        )
        self._weights = weights
        self._folder = folder
        self._lexicon = Lexicon(lists, folder)
        self._latin = _lightest(((_stem(word) for word in band) for band in pack.common_words), _LATIN_BANDS)
        self._pairs = _lightest(
            ((word[at : at + 2] for word in band for at in range(len(word) - 1)) for band in pack.common_chinese),
            _HAN_BANDS,
        )
        self._serving = frozenset(pack.serving)
        against: dict[str, frozenset[str]] = {}
        for act, others in pack.against.items():
            for one, other in [(a, b) for x in others for a, b in ((act, x), (x, act))]:
                against[_named(one, pack)] = against.get(_named(one, pack), frozenset()) | {_named(other, pack)}
        ends = {_named(act, pack): frozenset(_named(x, pack) for x in begun) for act, begun in pack.ends.items()}
        self.opposites = Opposites(against, ends)
        self._deeds = frozenset((*against, *ends, *(token for begun in ends.values() for token in begun)))

    def read(self, title: str, text: str, ref: str = "") -> Face:
        """The tokens of one text; `ref` is its reference number, empty without one."""
        title = " ".join(title.split())
        chinese = len(_HAN.findall(title)) * 3 > len(title.replace(" ", ""))
        lead = " ".join(text[: _LEAD_CHARS_CHINESE if chinese else LEAD_CHARS].split())
        headline = joined(self._folder.aligned(title))
        column, headline = _headline(headline)
        prepared_title = self._lexicon.prepare(headline)
        size = len(prepared_title)
        if lead:
            lead = self._lexicon.prepare(joined(self._folder.aligned(lead)))
        prepared = f"{prepared_title}\n{lead}" if lead else prepared_title
        hits = self._lexicon.scan(prepared)
        figures_title = read_figures(prepared_title)
        in_title = {name for name, spans in hits.items() if spans[0][0] < size}
        template = next((ident for ident, needs in self._templates if all(need & in_title for need in needs)), "")
        title_tokens: dict[str, float] = {}
        text_tokens: dict[str, float] = {}
        # The longest of overlapping names stands: «Hong Kong stock exchange» is not Hong Kong and an exchange.
        covered: list[Span] = []
        spans = sorted(
            (s[0], -s[1], name) for name, found in hits.items() if name[1] != ":" or name[0] != "x" for s in found
        )
        end = 0
        near: set[str] = set()
        for start, minus_stop, name in spans:
            stop = -minus_stop
            if start < end and not (covered and covered[-1] == (start, stop)):
                continue
            weight = self._weights[name]
            if start < size:
                title_tokens[name] = weight
            text_tokens[name] = weight
            if name.startswith("firm:"):
                near.add(name)
            if stop > end:
                covered.append((start, stop))
                end = stop
        strange = self._words(prepared_title, covered, figures_title, title_tokens, column, size)
        _figure_tokens(figures_title, title_tokens)
        text_tokens.update(title_tokens)
        body = prepared[size:]
        if lead:
            for word in _LATIN.findall(body):
                text_tokens[_word(_stem(word))] = 0.0
            _quantity_tokens(read_quantities(body), text_tokens)
        refs = set(_REFERENCE.findall(prepared))
        if ref:
            refs.add(ref.lower())
        values = _sorted(token for token in text_tokens if token.startswith(("v:", "p:")))
        return Face(
            chinese=chinese,
            title=title_tokens,
            rest=_rest(title_tokens, text_tokens),
            keys=_keys(title_tokens, text_tokens, refs),
            quantities=figures_title.quantities,
            values=values,
            telling=tuple(token for token in values if text_tokens[token] >= _TELLING),
            days=_sorted(figures_title.days),
            periods=_sorted(figures_title.periods),
            weekdays=_sorted(figures_title.weekdays),
            firms=_sorted(token for token in title_tokens if token.startswith("firm:")),
            names_near=_sorted(near),
            acts=_sorted(token for token in title_tokens if token in self._deeds),
            strange=_sorted(strange if chinese else ()),
            refs=_sorted(refs),
            sites=_sorted(set(_SITE.findall(headline))),
            template=template,
            body=body if _HAN.search(body) else "",
            speech="x:speech" in in_title,
            prices=_prices(title_tokens, figures_title),
            plain=re.sub(r"[^a-z0-9\u3400-\u9fff]+", "", prepared_title),
        )

    def _words(
        self, prepared: str, covered: Sequence[Span], figures: Figures, tokens: dict[str, float], low: int, high: int
    ) -> frozenset[str]:
        """Add what no dictionary covers between two places; the Latin words that are rare are given back."""
        taken = sorted([*(s for s in covered if s[0] < high and s[1] > low), *figures.spans])
        strange: set[str] = set()
        at = low
        for start, stop in [*taken, (high, high)]:
            if start > at:
                self._gap(prepared[at : min(start, high)], tokens, strange)
            at = max(at, stop)
            if at >= high:
                break
        return frozenset(strange)

    def _gap(self, piece: str, tokens: dict[str, float], strange: set[str]) -> None:
        for word in _LATIN.findall(piece):
            stem = _stem(word)
            weight = self._latin.get(stem)
            if weight is None:
                weight = _unlisted(word)
            tokens[_word(stem)] = weight
            if weight >= _LATIN_RARE:
                strange.add(stem)
        if not piece.isascii():
            pairs, serving = self._pairs, self._serving
            for run in _HAN_RUN.findall(piece):
                for first, second in pairwise(run):
                    pair = first + second
                    weight = pairs.get(pair)
                    if weight is None:
                        weight = _HAN_SERVING[(first in serving) + (second in serving)]
                    tokens[pair] = weight


def _headline(folded: str) -> tuple[int, str]:
    """A headline without an outlet's name after it, a note on the file or a label; and how long a column's name before
    it is: that stays, for it may be a firm, but its other words tell of no event."""
    bare = _LABEL.sub("", _FILE_NOTE.sub("", folded))
    column = _COLUMN.match(bare)
    if column and column.end() <= len(bare) - column.end():
        return column.end(), bare
    return 0, _OUTLET_TAIL.sub("", bare) or bare or folded


def _lightest(bands: Iterable[Iterable[str]], weights: Sequence[float]) -> dict[str, float]:
    """The words of all bands with their weights; a word of two bands counts as the commoner."""
    found: dict[str, float] = {}
    for words, weight in zip(bands, weights, strict=False):
        for word in words:
            found.setdefault(word, weight)
    return found


def _unlisted(word: str) -> float:
    """How much a Latin word tells that no list has: one formed like an everyday word is hardly a name."""
    if _FORMED.search(word):
        return _LATIN_FORMED
    return _LATIN_RARE


def _figure_tokens(figures: Figures, tokens: dict[str, float]) -> None:
    _quantity_tokens(figures.quantities, tokens)
    for day in figures.days:
        tokens[f"d:{day}"] = 0.9
    for period in figures.periods:
        tokens[f"q:{period}"] = 0.9


def _quantity_tokens(quantities: Sequence[Quantity], tokens: dict[str, float]) -> None:
    for one in quantities:
        if one.kind == "year":
            tokens[f"y:{one.key}"] = 0.3
        elif one.kind == "pct":
            tokens[f"p:{one.key}"] = 0.6 + 0.6 * min(one.digits, 4)
        elif one.kind in MONEY or one.kind == "coin" or one.value >= 100 or one.digits > 2:
            tokens[f"v:{one.key}"] = 0.8 + 0.8 * min(one.digits, 4)
        else:
            tokens[f"n:{one.key}"] = 0.6


def _prices(title: dict[str, float], figures: Figures) -> tuple[float, ...]:
    if not any(move in title for move in _MOVES) or not any(token.startswith("coin:") for token in title):
        return ()
    if "a:buy" in title or "a:sell" in title or "t:holdings" in title:
        return ()
    return tuple(q.value for q in figures.quantities if q.kind in MONEY or (q.kind == "count" and q.value >= 1000))


def _keys(title: dict[str, float], text: dict[str, float], refs: set[str]) -> tuple[str, ...]:
    """Tokens worth looking neighbours up by: what is rare in the headline, names and numbers of the opening."""
    keys = [token for token, weight in title.items() if weight >= 0.85]
    keys += [
        token
        for token, weight in text.items()
        if token not in title and weight >= _TELLING and token[1] == ":" and token[0] in "vp"
    ]
    keys += [token for token in text if token not in title and token.startswith(("firm:", "person:"))]
    keys += [f"ref:{ref}" for ref in refs]
    return tuple(keys)


def _rest(title: dict[str, float], text: dict[str, float]) -> str:
    """What the opening has beside the headline, for `Face.rest`."""
    found = [token for token in text if token not in title]
    return _EDGE + _EDGE.join(found) + _EDGE if found else ""


def _sorted(tokens: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(tokens))


@lru_cache(maxsize=_SHARED_WORDS)
def _word(stem: str) -> str:
    """The token of a word: one string for all texts that have it."""
    return f"w:{stem}"


@lru_cache(maxsize=_SHARED_WORDS)
def _stem(word: str) -> str:
    word = word.removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return _SPELLINGS.get(word) or (word[:-1] if word[-1] == "e" and len(word) > 4 else word)


def _named(act: str, pack: StoryPack) -> str:
    return f"a:{act}" if act in pack.acts else f"t:{act}"
