# SPDX-License-Identifier: MIT
"""Bitcoin levels in a headline or first sentence: the value, the direction, and whether it was reached or only forecast.

    «Bitcoin briefly dips below $21K»  name … arrival verb … price  → 21,000, below, reached
    «Bitcoin could climb to $28K»      a forecast word in between   → 28,000, above, not reached
    «Bitcoin retreats toward $38K»     no arrival                   → nothing

The words are data (`LevelWords`); the grammar is here. It works on the spans that a small lexicon
finds in headline and first sentence.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal

from hkwatch.domain.fold import Folder, is_word_char
from hkwatch.domain.lexicon import Hits, Lexicon, Span, WordList

HKD_PER_USD = Decimal("7.8")
"""The peg; its band is ±0.7 %, close enough to say which level an HK$ amount means."""

_LEAST, _MOST = 1_000, 10_000_000
# A bare number counts only when it looks like a price; 2025 is a year.
_LEAST_BARE = 10_000

_MAX_NAME_TO_VERB = 48
_MAX_BEFORE_NAME = 14
_MAX_WAGER_TO_NAME = 10
_MAX_WAY = 32
_MAX_GAP = 40
_MAX_LEAD_IN = 6
_MAX_MOVE_TO_VERB = 20
_MAX_TO_RECORD = 12
_MAX_NAME_TO_PRICE = 16
_STOPS_WAY = re.compile(r"[.;|](?:\s|$)")
_STOPS_WAGER = re.compile(r"[,，:：.;|]")
_STOPS_GAP = re.compile(r"[\d$;|]")

_NUMERALS = {c: i for i, c in enumerate("零一二三四五六七八九十")}

_NUMBER = re.compile(
    r"""
    (?P<number>\d+(?:,\d{3})*(?:\.\d+)?)
    (?:\s?(?P<unit>million|mn|k|m)(?![a-z0-9])|\s?(?P<wan>万)(?:\s?(?P<rest>\d{1,4})(?![\d,.]))?)?
    (?:\s?(?P<after>美元|美金|港元|刀|usdt?(?![a-z])|dollars?(?![a-z])))?
    """,
    re.VERBOSE,
)
_HAN_NUMBER = re.compile(r"(?P<han>[一二三四五六七八九十]{1,3})万\s?(?:美元|美金|大关|关口)")
_CURRENCY_BEFORE = re.compile(r"(?:(?P<hk>hk\s?\$)|(?:us\s?)?\$|(?<![a-z0-9])usdt?|(?<![a-z0-9])us)\s?$")
_UNITS = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "million": 1_000_000}
# What makes a number something else than a price.
_NOT_PRICE_AFTER = re.compile(
    r"\s?(?:%|percent|亿|兆|枚|个|張|张|倍|点|名|人|家|天|日|月|年|周|小时|btc|bitcoin|eth|billion|bn|trillion|points?|days?|weeks?|hours?|months?|years?|times|x\b)"
)


@dataclass(frozen=True, slots=True)
class BtcLevel:
    """A level that a text states. `usd` in US dollars, `direction` is `above` or `below`; `reached` False = a forecast."""

    usd: Decimal
    direction: str
    reached: bool


@dataclass(frozen=True, slots=True)
class LevelHit:
    """A level with its place in the text. `record` = an all-time high; `round_10k` = a multiple of 10,000 in the title."""

    value: BtcLevel
    start: int
    end: int
    record: bool
    round_10k: bool


@dataclass(frozen=True, slots=True)
class LevelWords:
    """The vocabulary. English verbs may end in `*`; Chinese words stand in either script.

    `moves_up`/`moves_down`/`moves` need one of `arrivals_above`/`arrivals_below`/`arrivals` before the price;
    `reach_up`/`reach_down`/`reach` take the price directly. `doubts` between name and price (`doubts_in_text` only below
    the headline), or just before the name, make it a forecast, and so do `doubts_after` right after the price and `wagers`
    on the name; `looks_back` as the very first words means a day long past. A price that `rests` above one of `floors`, or below
    one of `ceilings`, has reached nothing: these stand right behind the price. `others` and `not_the_price` mean that something
    else moved.
    """

    names: tuple[str, ...]
    moves_up: tuple[str, ...] = ()
    moves_down: tuple[str, ...] = ()
    moves: tuple[str, ...] = ()
    arrivals_above: tuple[str, ...] = ()
    arrivals_below: tuple[str, ...] = ()
    arrivals: tuple[str, ...] = ()
    reach_up: tuple[str, ...] = ()
    reach_down: tuple[str, ...] = ()
    reach: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    doubts_in_text: tuple[str, ...] = ()
    doubts_before: tuple[str, ...] = ()
    doubts_after: tuple[str, ...] = ()
    wagers: tuple[str, ...] = ()
    looks_back: tuple[str, ...] = ()
    not_quite: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    not_the_price: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    lows: tuple[str, ...] = ()
    rests: tuple[str, ...] = ()
    floors: tuple[str, ...] = ()
    ceilings: tuple[str, ...] = ()


_BEHIND_THE_PRICE = frozenset({"doubts_after", "floors", "ceilings"})
"""Lists whose words are not searched for: they count at one place only."""


class LevelReader:
    """Reads levels with one vocabulary. Immutable, safe to share between threads."""

    def __init__(self, words: LevelWords, folder: Folder) -> None:
        lists = [WordList(f.name, getattr(words, f.name)) for f in fields(words) if f.name not in _BEHIND_THE_PRICE]
        self._lexicon = Lexicon(lists, folder)
        names = {self._lexicon.prepare(name) for name in words.names}
        # Where «bitcoin's» stands, there stands «bitcoin».
        self._names = tuple(name for name in names if not any(other in name for other in names - {name}))
        self._doubts_after = tuple(self._lexicon.prepare(w) for w in words.doubts_after)
        self._holds = {
            "above": tuple(self._lexicon.prepare(w) for w in words.floors),
            "below": tuple(self._lexicon.prepare(w) for w in words.ceilings),
        }

    def read(self, prepared: str, title_end: int, first_end: int) -> LevelHit | None:
        """The level reached in the title, else in the first sentence of the body; else a forecast one; else None.

        `prepared` is the text as `Lexicon.prepare` gives it.
        """
        forecast: LevelHit | None = None
        if not any(map(prepared[:first_end].__contains__, self._names)):
            # So end most items.
            return None
        for start, end in ((0, title_end), (title_end, first_end)):
            part = prepared[start:end]
            if not any(name in part for name in self._names):
                continue
            prices = _prices(part)
            if not prices:
                continue
            hits = self._lexicon.scan(part)
            for price, price_end, usd in prices:
                hit = self._judge(part, hits, price, price_end, usd, in_title=start == 0)
                if hit is None:
                    continue
                hit = replace(hit, start=hit.start + start, end=hit.end + start)
                if hit.value.reached:
                    return hit
                forecast = forecast or hit
        return forecast

    def _judge(
        self, part: str, hits: Hits, price: int, price_end: int, usd: Decimal, *, in_title: bool
    ) -> LevelHit | None:
        names = hits.get("names", ())
        found = _arrival(part, hits, price)
        if found is None:
            found_so = _record_behind(part, hits, price, price_end, usd, in_title=in_title)
            return found_so or (_bare_headline(part, hits, price, price_end, usd) if in_title else None)
        verb, verb_end, after = found
        name = next((n for n in reversed(names) if n[1] <= verb), None)
        if name is None or verb - name[1] > _MAX_NAME_TO_VERB:
            return None
        if _within(hits, ("others",), name[1], price) or _within(hits, ("not_quite",), verb_end, price):
            return None
        if _within(hits, ("not_the_price",), name[1], verb) or _within(hits, ("not_the_price",), after, price):
            return None
        doubtful = (
            _within(hits, ("doubts",) if in_title else ("doubts", "doubts_in_text"), name[1], price)
            or (part.endswith(" to ", 0, verb) and not _moves_just_before(hits, name[1], verb))
            or _within(hits, ("doubts_before",), max(0, name[0] - _MAX_BEFORE_NAME), name[0])
            or part.startswith(self._doubts_after, price_end)
            or _is_wager(part, hits, name)
            or any(start == 0 and end <= name[0] for start, end in hits.get("looks_back", ()))
        )
        if _within(hits, ("arrivals_below", "lows"), verb_end, price):
            direction = "below"
        elif _within(hits, ("arrivals_above",), verb_end, price):
            direction = "above"
        else:
            direction = "below" if _within(hits, ("moves_down", "reach_down"), verb, verb_end) else "above"
        if part.startswith(self._holds[direction], price_end) and _within(hits, ("rests",), verb, verb_end):
            # «Settled above the $20,500 support»: where it was before, it still is.
            return None
        record = not doubtful and direction == "above" and "records" in hits
        value = BtcLevel(usd, direction, not doubtful)
        return LevelHit(value, verb, price_end, record, in_title and usd % 10_000 == 0)


def _arrival(part: str, hits: Hits, price: int) -> tuple[int, int, int] | None:
    """The nearest verb that arrives at the price: its start, its end, and where the way to the price begins."""
    found: list[tuple[int, int, int]] = []
    for start, end in _spans(hits, ("reach_up", "reach_down", "reach")):
        if end <= price and _is_short_way(part[end:price], _MAX_GAP):
            found.append((start, end, end))
    arrivals = _spans(hits, ("arrivals_above", "arrivals_below", "arrivals"))
    arrivals = [a for a in arrivals if a[1] <= price and _is_short_way(part[a[1] : price], _MAX_GAP)]
    for start, end in _spans(hits, ("moves_up", "moves_down", "moves")) if arrivals else ():
        for a_start, a_end in arrivals:
            way = part[end:a_start]
            if 0 <= a_start - end <= _MAX_WAY and not _STOPS_WAY.search(way):
                found.append((start, end, a_end))
    # The nearest, and of two that end together the longer: 跌破, not 破.
    return max(found, key=lambda f: (f[1], -f[0]), default=None)


def _moves_just_before(hits: Hits, low: int, verb: int) -> bool:
    """Whether the «to» before a verb belongs to a move that took place: «rallies 8% to top»."""
    return _within(hits, ("moves_up", "moves_down"), max(low, verb - _MAX_MOVE_TO_VERB), verb)


def _is_wager(part: str, hits: Hits, name: Span) -> bool:
    """Whether the name is what a bet is on: «odds of bitcoin», not «after lost bets, bitcoin»."""
    ways = [part[end : name[0]] for _, end in hits.get("wagers", ()) if end <= name[0]]
    return any(len(way) <= _MAX_WAGER_TO_NAME and not _STOPS_WAGER.search(way) for way in ways)


def _record_behind(
    part: str, hits: Hits, price: int, price_end: int, usd: Decimal, *, in_title: bool
) -> LevelHit | None:
    """A price that is called a record right after it: «Bitcoin at $125,000: new all-time high»."""
    record = next((r for r in hits.get("records", ()) if 0 <= r[0] - price_end <= _MAX_TO_RECORD), None)
    name = next((n for n in reversed(hits.get("names", ())) if n[1] <= price), None)
    if record is None or name is None or not _is_short_way(part[name[1] : price], _MAX_NAME_TO_PRICE):
        return None
    low = max(0, name[0] - _MAX_BEFORE_NAME)
    if _within(hits, ("doubts", "doubts_before", "not_quite", "others", "not_the_price"), low, record[1]):
        return None
    return LevelHit(BtcLevel(usd, "above", True), name[0], record[1], True, in_title and usd % 10_000 == 0)


def _bare_headline(part: str, hits: Hits, price: int, price_end: int, usd: Decimal) -> LevelHit | None:
    """A headline without a verb: «Bitcoin below USD 20K»."""
    for name in hits.get("names", ()):
        for side, words in (("above", "arrivals_above"), ("below", "arrivals_below")):
            for start, end in hits.get(words, ()):
                between = part[name[1] : start].replace("price", "").strip()
                if name[0] <= _MAX_LEAD_IN and start >= name[1] and not between and 0 <= price - end <= _MAX_LEAD_IN:
                    return LevelHit(BtcLevel(usd, side, True), name[0], price_end, False, usd % 10_000 == 0)
    return None


def _spans(hits: Hits, names: Sequence[str]) -> list[Span]:
    return [span for name in names for span in hits.get(name, ())]


def _within(hits: Hits, names: Sequence[str], low: int, high: int) -> bool:
    return any(low <= start and end <= high for name in names for start, end in hits.get(name, ()))


def _is_short_way(gap: str, limit: int) -> bool:
    return len(gap) <= limit and not _STOPS_GAP.search(gap)


def _prices(part: str) -> list[tuple[int, int, Decimal]]:
    """Every amount that can be a bitcoin price: its start (with the currency), its end, US dollars."""
    found: list[tuple[int, int, Decimal]] = []
    for m in _NUMBER.finditer(part):
        start, end = m.span()
        before = _CURRENCY_BEFORE.search(part, max(0, start - 6), start)
        if before is not None:
            start = before.start()
        elif start and (is_word_char(part[start - 1]) or part[start - 1] in ".,"):
            continue
        if end < len(part) and is_word_char(part[end]):
            continue
        usd = Decimal(m["number"].replace(",", ""))
        if m["unit"]:
            usd *= _UNITS[m["unit"]]
        elif m["wan"]:
            usd = usd * 10_000 + Decimal(m["rest"] or 0)
        elif before is None and not m["after"] and usd < _LEAST_BARE:
            continue
        if m["after"] == "港元" or (before is not None and before["hk"]):
            usd = (usd / HKD_PER_USD).quantize(Decimal(1))
        if _LEAST <= usd <= _MOST and not _NOT_PRICE_AFTER.match(part, end):
            found.append((start, end, usd))
    for m in _HAN_NUMBER.finditer(part) if "万" in part else ():
        found.append((*m.span(), Decimal(_han(m["han"]) * 10_000)))
    return found


def _han(text: str) -> int:
    """二十 = 20, 十二 = 12, 九 = 9."""
    if "十" not in text:
        return _NUMERALS[text[0]]
    tens, _, ones = text.partition("十")
    return (_NUMERALS[tens] if tens else 1) * 10 + (_NUMERALS[ones] if ones else 0)
