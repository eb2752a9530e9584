# SPDX-License-Identifier: MIT
"""Days, numbers, levels, names and expressions as queries write them.

Days are Hong Kong days. `7d` is today and the six days before it, `24h` the last 24 hours to the millisecond, `week`
the days since Monday. `>7d` and `<7d` are about age: longer ago, less long ago than the beginning of those seven days.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from hkwatch.domain.hkt import HKT, to_hkt
from hkwatch.domain.order import to_ms
from hkwatch.domain.query_tree import Above, Below, Between, Pattern, Value, Word

if TYPE_CHECKING:
    import regex

REGEX_TEXT_S = 0.05
"""Longest time one regular expression may take on one text."""
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_AGE = re.compile(r"([1-9]\d{0,3})(h|d|w)", re.ASCII)
_NUMBER = re.compile(r"([-+]?)(?:us\$|\$)?(\d{1,15}(?:\.\d{0,9})?|\.\d{1,9})(k|m|萬|万)?", re.ASCII)
_GROUPED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_TIMES = {"": 1.0, "k": 1e3, "m": 1e6, "萬": 1e4, "万": 1e4}
_LEVELS = ("low", "normal", "high", "critical")
_SLUG = re.compile(r"[^0-9a-z]+")


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` on and before `high`, ms since 1970; None = open."""

    low: int | None
    high: int | None

    def holds(self, at_ms: int) -> bool:
        """Whether a time lies within."""
        return (self.low is None or at_ms >= self.low) and (self.high is None or at_ms < self.high)


@dataclass(frozen=True, slots=True)
class Bounds:
    """A range of numbers; None = open. `low_open` and `high_open` leave the end itself out."""

    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False

    def holds(self, number: float) -> bool:
        """Whether a number lies within."""
        if self.low is not None and (number < self.low or (self.low_open and number == self.low)):
            return False
        return self.high is None or not (number > self.high or (self.high_open and number == self.high))


def slug(text: str) -> str:
    """A name made comparable: `SFC Press EN` and `sfc-press-en` are the same."""
    return _SLUG.sub("_", text.lower())


def label_slug(text: str) -> str:
    """A label made comparable, in ASCII: upper and lower case, `-` and `_` are the same, and no other letters."""
    return "".join(_SLUG.sub("_", char) if char.isascii() else f"_{ord(char):x}_" for char in text.lower())


def is_day(text: str) -> bool:
    """Whether `text` names days: `2026`, `2026-11`, `2026-11-25`, `today`, `week`, `7d`, `24h`."""
    try:
        _span(text, datetime(2026, 1, 1, tzinfo=HKT))
    except ValueError:
        return False
    return True


def interval(value: Value, now: datetime) -> Interval:
    """The time a date value means at `now`. Raises ValueError for what is no date or if `now` is naive."""
    match value:
        case Between(low, high):
            return Interval(_span(low, now).low if low else None, _span(high, now, alone=False).high if high else None)
        case Above(text, or_equal):
            span = _span(text, now)
            if _AGE.fullmatch(text.lower()):
                return Interval(None, span.low)
            return Interval(span.low if or_equal else span.high, None)
        case Below(text, or_equal):
            span = _span(text, now)
            if _AGE.fullmatch(text.lower()):
                return Interval(span.low, None)
            return Interval(None, span.high if or_equal else span.low)
        case _:
            return _span(getattr(value, "text", ""), now)


def number(text: str) -> float:
    """`100000`, `100,000`, `US$95k`, `10萬`, `-5`. Raises ValueError."""
    plain = _GROUPED.sub("", text.strip().lower().replace("\u2212", "-"))
    match = _NUMBER.fullmatch(plain)
    if match is None:
        raise ValueError(text)
    sign, digits, unit = match.groups(default="")
    return (-1 if sign == "-" else 1) * float(digits) * _TIMES[unit]


def bounds(value: Value) -> Bounds:
    """The numbers a value means; a `%` is passed over. Raises ValueError."""
    match value:
        case Between(low, high):
            return Bounds(_amount(low) if low else None, _amount(high) if high else None)
        case Above(text, or_equal):
            return Bounds(_amount(text), None, low_open=not or_equal)
        case Below(text, or_equal):
            return Bounds(None, _amount(text), high_open=not or_equal)
        case _:
            raise ValueError(value)


def _amount(text: str) -> float:
    return number(text.strip().removesuffix("%").removesuffix("％"))


def _span(text: str, now: datetime, *, alone: bool = True) -> Interval:
    """The days that `text` names; an age that is the end of a range names only its first day."""
    today = to_hkt(now).date()
    lowered = text.lower()
    age = _AGE.fullmatch(lowered)
    if age is not None:
        count, unit = int(age[1]), age[2]
        if unit == "h":
            start = to_ms(now - timedelta(hours=count))
            return Interval(start, None if alone else start)
        first = today - timedelta(days=count * (7 if unit == "w" else 1) - 1)
        return _days(first, today if alone else first)
    match lowered:
        case "today":
            return _days(today, today)
        case "yesterday":
            return _days(today - timedelta(days=1), today - timedelta(days=1))
        case "week":
            return _days(today - timedelta(days=today.weekday()), today)
        case "month":
            return _days(today.replace(day=1), today)
    named = _DAY.fullmatch(lowered)
    if named is None:
        raise ValueError(text)
    year, month, day = int(named[1]), named[2], named[3]
    if not 1970 <= year <= 9990:
        raise ValueError(text)
    if month is None:
        return _days(date(year, 1, 1), date(year, 12, 31))
    if day is None:
        first = date(year, int(month), 1)
        following = (first + timedelta(days=31)).replace(day=1)
        return _days(first, following - timedelta(days=1))
    return _days(date(year, int(month), int(day)), date(year, int(month), int(day)))


def _days(first: date, last: date) -> Interval:
    return Interval(_midnight(first), _midnight(last + timedelta(days=1)))


def _midnight(day: date) -> int:
    return to_ms(datetime(day.year, day.month, day.day, tzinfo=HKT))


def compile_pattern(pattern: Pattern) -> "regex.Pattern[str]":
    """The compiled expression. Raises regex.error for what is none."""
    import regex  # noqa: PLC0415 - few searches hold an expression, and the start none

    return regex.compile(pattern.source, regex.IGNORECASE if pattern.ignore_case else 0)


def ends(value: Value) -> list[str]:
    """The texts of a value that must each be valid."""
    if isinstance(value, Between):
        return [end for end in (value.low, value.high) if end]
    return [getattr(value, "text", "")]


def lowered(value: Value) -> Value:
    """The value in small letters."""
    match value:
        case Between(low, high):
            return Between(low.lower(), high.lower())
        case Above(text, or_equal):
            return Above(text.lower(), or_equal)
        case Below(text, or_equal):
            return Below(text.lower(), or_equal)
        case _:
            return Word(getattr(value, "text", "").lower())


def levels_of(value: Value) -> tuple[str, ...]:
    """The levels that a value of `level:` stands for, the lowest first."""
    order = _LEVELS
    match value:
        case Between(low, high):
            return order[order.index(low) if low else 0 : order.index(high) + 1 if high else None]
        case Above(text, or_equal):
            return order[order.index(text) + (not or_equal) :]
        case Below(text, or_equal):
            return order[: order.index(text) + or_equal]
        case _:
            return (getattr(value, "text", ""),)
