# SPDX-License-Identifier: MIT
"""Amounts, shares, dates and periods in a folded headline, one form for all languages.

us$100k · 10万美元 · 100,000 美元      → usd 100000
hk$900万 · hk$9 million                → hkd 9000000
25 basis points · 0.25厘 · 0.25%       → pct 0.25
24 february · 2月24日                  → day 2-24
"""

import re
from dataclasses import dataclass

_SCALES = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "million": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "billion": 1e9,
    "t": 1e12,
    "tn": 1e12,
    "trillion": 1e12,
    "千": 1e3,
    "万": 1e4,
    "百万": 1e6,
    "千万": 1e7,
    "亿": 1e8,
    "万亿": 1e12,
}
_BEFORE = {
    "hk$": "hkd",
    "hkd": "hkd",
    "us$": "usd",
    "usd": "usd",
    "$": "usd",
    "rmb": "cny",
    "cny": "cny",
    "€": "eur",
    "£": "gbp",
}
_AFTER = {
    "美元": "usd",
    "美金": "usd",
    "usd": "usd",
    "dollars": "usd",
    "港元": "hkd",
    "港币": "hkd",
    "元": "money",
    "人民币": "cny",
    "日元": "jpy",
    "欧元": "eur",
    "英镑": "gbp",
    "%": "pct",
    "percent": "pct",
    "per cent": "pct",
    "厘": "pct",
    "basis points": "bps",
    "basis point": "bps",
    "bps": "bps",
    "个基点": "bps",
    "基点": "bps",
    "枚": "coin",
    "btc": "coin",
    "bitcoin": "coin",
    "bitcoins": "coin",
    "eth": "coin",
    "ether": "coin",
    "比特币": "coin",
    "年期": "tenor",
    "year": "tenor",
}
_NUMBER = re.compile(
    r"(?<![\d.,])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:\s?(?P<scale>millions?|mln|mn|m|billions?|bn|b|trillions?|tn|k)(?![a-z0-9])|\s?(?P<wan>万亿|千万|百万|万|亿|千))?\+?"
    r"(?:\s?(?P<after>美元|美金|usd(?!t)|dollars|港元|港币|元|人民币|日元|欧元|英镑|%|percent|per cent|厘|"
    r"basis points?|bps|个?基点|枚|btc|bitcoins?|eth(?:er)?(?![a-z])|比特币|年期|year(?=\s)))?"
)
_CURRENCY = re.compile(r"(hk\s?\$|us\s?\$|\$|usd|hkd|rmb|cny|€|£)\s?$")
_MONTHS = {
    m: n for n, m in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = re.compile(
    rf"(?<![a-z])(?P<m1>{_MONTH})\.?\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?![\d,.]*\d)"
    rf"|(?<![\d.,$])(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<m2>{_MONTH})(?![a-z])"
    r"|(?<!\d)(?P<m3>\d{1,2})月(?P<d3>\d{1,2})日?"
)
_PERIOD = re.compile(
    r"(?P<q>(?<![a-z0-9])q[1-4](?![0-9a-z])|(?:first|second|third|fourth) quarter|首季|第?[一二三四]季)"
    r"|(?<!\d)(?P<m>\d{1,2})月(?!\d)"
    r"|(?<![a-z])(?P<name>january|february|april|june|july|august|september|october|november|december)(?![a-z])"
    r"|(?P<h>first half|second half|(?<![a-z0-9])h[12](?![0-9a-z])|上半年|下半年)"
    r"|(?P<n>首[一二三四五六七八九十]+个?月|first (?:two|three|four|five|six|seven|eight|nine|ten|eleven) months)"
)
_QUARTERS = {
    "first": "1",
    "second": "2",
    "third": "3",
    "fourth": "4",
    "首": "1",
    "一": "1",
    "二": "2",
    "三": "3",
    "四": "4",
}
_WEEKDAY = re.compile(
    r"(?:周|星期|礼拜)(?P<zh>[一二三四五六日天])|(?<![a-z])(?P<en>mon|tues|wednes|thurs|fri|satur|sun)day(?![a-z])"
)
_WORD_COUNT = re.compile(
    r"(?<![a-z])(?P<en>two|three|four|five|six|seven|eight|nine|ten)(?![a-z])"
    r"|(?P<zh>两|二|三|四|五|六|七|八|九|十)(?=[家间名个只批宗人])"
)
_COUNTS = {w: n for n, w in enumerate(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 2)}
_COUNTS |= {w: n for n, w in enumerate("二三四五六七八九十", 2)}
_COUNTS["两"] = 2

MONEY = frozenset({"usd", "hkd", "cny", "eur", "gbp", "jpy", "money"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number. `kind` is a currency, `money` (which one is not said), `pct`, `coin`, `tenor`, `year` or `count`.

    `start` and `end` are where it stands.
    """

    kind: str
    value: float
    start: int
    end: int

    @property
    def key(self) -> str:
        """What equal numbers share; three digits count, as headlines round."""
        return f"{self.value:.3g}"

    @property
    def digits(self) -> int:
        """How many digits are not a trailing nought: how much the number tells."""
        return len(f"{self.value:.6g}".split("e")[0].replace(".", "").strip("0"))


@dataclass(frozen=True, slots=True)
class Figures:
    """All that a text says in numbers. `days` are `month-day`, `periods` quarters, months and halves, `weekdays` 0–6."""

    quantities: tuple[Quantity, ...]
    days: frozenset[str]
    periods: frozenset[str]
    weekdays: frozenset[str]
    spans: tuple[tuple[int, int], ...]


_NO_DAYS: frozenset[str] = frozenset()
"""One for all: an empty set of its own takes 216 bytes, and thousands of texts are remembered."""
_NONE = Figures((), _NO_DAYS, _NO_DAYS, _NO_DAYS, ())
_ANY = re.compile(
    r"\d|[一二三四五六七八九十两首半]|day|quarter|half|two|three|four|five|six|seven|eight|nine|ten|ber|uary|ju|april|august"
)


def read_figures(folded: str) -> Figures:
    """The numbers and dates of a folded text (Simplified, lower case)."""
    if _ANY.search(folded) is None:
        return _NONE
    spans: list[tuple[int, int]] = []
    days: set[str] = set()
    for found in _DATE.finditer(folded):
        month = found["m1"] or found["m2"] or found["m3"]
        day = found["d1"] or found["d2"] or found["d3"]
        number = int(month) if month.isdigit() else _MONTHS[month[:3]]
        if 1 <= number <= 12 and 1 <= int(day) <= 31:
            days.add(f"{number}-{int(day)}")
            spans.append(found.span())
    taken = list(spans)
    periods: set[str] = set()
    for found in _PERIOD.finditer(folded):
        if _inside(found.span(), taken):
            continue
        periods.add(_period(found))
        spans.append(found.span())
    weekdays = {(found["zh"] or found["en"]).replace("天", "日") for found in _WEEKDAY.finditer(folded)}
    taken = list(spans)
    quantities: list[Quantity] = []
    for found in _NUMBER.finditer(folded):
        if _inside(found.span("number"), taken):
            continue
        quantities.append(_quantity(found, folded))
        spans.append(found.span())
    for found in _WORD_COUNT.finditer(folded):
        word = found["en"] or found["zh"]
        if not _inside(found.span(), taken):
            quantities.append(Quantity("count", float(_COUNTS[word]), *found.span()))
            spans.append(found.span())
    return Figures(
        tuple(quantities),
        frozenset(days) or _NO_DAYS,
        frozenset(periods) or _NO_DAYS,
        frozenset(weekdays) or _NO_DAYS,
        tuple(spans),
    )


def read_quantities(folded: str) -> tuple[Quantity, ...]:
    """The numbers alone, quicker; parts of dates are among them."""
    return tuple(_quantity(found, folded) for found in _NUMBER.finditer(folded))


def agree(a: float, b: float, tolerance: float = 0.01) -> bool:
    """Whether two numbers may be one, rounded differently."""
    return abs(a - b) <= tolerance * max(abs(a), abs(b))


def _inside(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)


def _quantity(found: re.Match[str], folded: str) -> Quantity:
    value = float(found["number"].replace(",", ""))
    scale = found["scale"] or found["wan"] or ""
    value *= _SCALES.get(scale.rstrip("s") if len(scale) > 2 else scale, 1.0)
    currency = _CURRENCY.search(folded, max(0, found.start() - 5), found.start())
    before = currency[1].replace(" ", "") if currency is not None else ""
    after = found["after"] or ""
    kind = _BEFORE.get(before) or _AFTER.get(after) or "count"
    if kind == "bps":
        kind, value = "pct", value / 100
    if kind == "count" and not scale and 1990 <= value <= 2100 and len(found["number"]) == 4:
        kind = "year"
    if kind == "count" and folded[found.end() : found.end() + 1] == "年" and 1990 <= value <= 2100:
        kind = "year"
    return Quantity(kind, value, *found.span())


def _period(found: re.Match[str]) -> str:
    if (quarter := found["q"]) is not None:
        if quarter[0] == "q":
            return f"q{quarter[1]}"
        return "q" + next(
            (_QUARTERS[w] for w in (quarter.split()[0], quarter.strip("第季")[:1]) if w in _QUARTERS), "0"
        )
    if (month := found["m"]) is not None:
        return f"m{int(month)}"
    if (name := found["name"]) is not None:
        return f"m{_MONTHS[name[:3]]}"
    if (half := found["h"]) is not None:
        return "h1" if half in ("first half", "h1", "上半年") else "h2"
    return "n" + str(found["n"])
