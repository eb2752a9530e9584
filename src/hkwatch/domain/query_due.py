# SPDX-License-Identifier: MIT
"""Deadlines as queries ask for them: `due:<14wd`, `due:past`, `due:2027-01`, `due:week`.

A count looks ahead from today, Hong Kong's: `7d` days, `2w` weeks, `14wd` working days after today. Alone and with `<` it
means what is still open, `due:14wd` up to that far, `due:<14wd` less far; `due:>14wd` farther. `week` and `month` are the
present ones to their end.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from hkwatch.domain.hkt import is_workday, start_of, to_hkt
from hkwatch.domain.order import to_ms
from hkwatch.domain.query_tree import Above, Below, Between, Value
from hkwatch.domain.query_values import Interval, interval

Holidays = Callable[[], frozenset[date]]
"""Gives Hong Kong's general holidays; asked only where working days are counted. `frozenset` itself knows of none."""
_COUNT = re.compile(r"(\d{1,3})(wd|d|w|h)", re.ASCII)
_DAY = timedelta(days=1)


def due_interval(value: Value, now: datetime, holidays: Holidays = frozenset) -> Interval:
    """The last days that a value of `due:` means, as times: a deadline lies in it with the midnight its day begins with.

    Raises ValueError for what is no date or if `now` is naive.
    """
    today = to_hkt(now).date()
    ahead = _Ahead(today, holidays)
    match value:
        case Between(low, high):
            first = ahead.first(low) if low and _COUNT.fullmatch(low) else None
            last = ahead.last(high) if high and _COUNT.fullmatch(high) else None
            named = interval(Between(_as_date(low, today), _as_date(high, today)), now)
            return Interval(
                _ms(first) if first is not None else named.low, _ms(last + _DAY) if last is not None else named.high
            )
        case Above(text, or_equal) if _COUNT.fullmatch(text):
            return Interval(_ms(ahead.first(text) if or_equal else ahead.last(text) + _DAY), None)
        case Below(text, or_equal) if _COUNT.fullmatch(text):
            return Interval(_ms(today), _ms(ahead.last(text) + _DAY if or_equal else ahead.first(text)))
        case Above() | Below():
            return interval(value, now)
    text = str(getattr(value, "text", ""))
    if _COUNT.fullmatch(text):
        return Interval(_ms(today), _ms(ahead.last(text) + _DAY))
    match text:
        case "past":
            return Interval(None, _ms(today))
        case "week":
            first = today - timedelta(days=today.weekday())
            return Interval(_ms(first), _ms(first + 7 * _DAY))
        case "month":
            first = today.replace(day=1)
            return Interval(_ms(first), _ms((first + 31 * _DAY).replace(day=1)))
    return interval(value, now)


def is_due(day: date | None, values: Iterable[Value], now: datetime, holidays: Holidays = frozenset) -> bool:
    """Whether a last day (None = there is none) lies within one of the values."""
    return day is not None and any(due_interval(value, now, holidays).holds(_ms(day)) for value in values)


def is_open(day: date | None, is_concluded: bool, now: datetime) -> bool:
    """Whether something can still be handed in at `now`."""
    return day is not None and not is_concluded and day >= to_hkt(now).date()


class _Ahead:
    """Days so far ahead of today."""

    def __init__(self, today: date, holidays: Holidays) -> None:
        self._today, self._holidays = today, holidays

    def first(self, text: str) -> date:
        """The first day with so much left."""
        count, is_workdays = self._count(text)
        if not is_workdays:
            return self._today + count * _DAY
        holidays, day = self._holidays(), self._today
        while count:
            day += _DAY
            count -= is_workday(day, holidays)
        return day

    def last(self, text: str) -> date:
        """The last day with so much left: a weekend has no more working days left than the Friday before it."""
        day, is_workdays = self.first(text), self._count(text)[1]
        while is_workdays and not is_workday(day + _DAY, self._holidays()):
            day += _DAY
        return day

    def _count(self, text: str) -> tuple[int, bool]:
        found = _COUNT.fullmatch(text)
        assert found is not None
        count, unit = int(found[1]), found[2]
        return {"w": 7 * count, "h": count // 24}.get(unit, count), unit == "wd"


def _as_date(text: str, today: date) -> str:
    """A count stands for nothing in a range of dates; its end is worked out apart."""
    return today.isoformat() if _COUNT.fullmatch(text) else text


def _ms(day: date) -> int:
    return to_ms(start_of(day))
