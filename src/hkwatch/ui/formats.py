# SPDX-License-Identifier: MIT
"""How times, dates, ages, prices and percentages are written, in the three interface languages.

`language` is `en`, `zh-Hant` or `zh-Hans` everywhere; anything else reads as English. Times are shown in the zone that
`shown_time` says, Hong Kong's as a rule; a date without a time is always Hong Kong's. The
words here are parts of a number ("12 s ago", "2月19日"), not sentences: sentences are translated where they are shown.
"""

from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from hkwatch.ui.shown_time import HKT, shown, style

MINUS = "\N{MINUS SIGN}"
NO_BREAK = "\N{NO-BREAK SPACE}"
DOT = "\N{MIDDLE DOT}"
BETWEEN = f"   {DOT}   "
"""Between two facts of a meta line."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WEEKDAYS_ZH = "一二三四五六日"
_CHINESE = ("zh-Hant", "zh-Hans")
_UNITS = {
    "en": ("s", "min", "h", "d"),
    "zh-Hant": ("秒", "分鐘", "小時", "天"),
    "zh-Hans": ("秒", "分钟", "小时", "天"),
}


class Direction(StrEnum):
    """Which way a price went, after rounding to what is shown."""

    UP = "up"
    DOWN = "down"
    FLAT = "flat"


def is_chinese(language: str) -> bool:
    """True for both Chinese scripts."""
    return language in _CHINESE


def in_hkt(at: datetime) -> datetime:
    """The same instant with Hong Kong's clock. Raises ValueError when `at` is naive."""
    if at.tzinfo is None:
        raise ValueError("a time without a zone cannot be shown")
    return at.astimezone(HKT)


def amount(value: Decimal | float, decimals: int | None = None) -> str:
    """A number with thousands separators and U+2212 when negative.

    `decimals` None shows whole numbers from 1,000 up and two decimals below, as prices are quoted.
    """
    number = value if isinstance(value, Decimal) else Decimal(repr(value))
    places = (0 if abs(number) >= 1000 else 2) if decimals is None else decimals
    rounded = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    sign = MINUS if rounded < 0 else ""
    return f"{sign}{abs(rounded):,.{places}f}"


def exact(value: Decimal) -> str:
    """A number as the user set it: every digit that is not a trailing zero, with thousands separators."""
    exponent = value.normalize().as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return amount(value, places)


def money(value: Decimal | float, currency: str = "USD") -> str:
    """`US$99,812` or `HK$776,737`: never a bare dollar sign."""
    return _with_symbol(amount(value), currency)


def level(value: Decimal, currency: str = "USD") -> str:
    """An alert level, `US$95,000` or `US$95,000.5`: never rounded."""
    return _with_symbol(exact(value), currency)


def symbol(currency: str) -> str:
    """`US$` or `HK$`; another currency by its code and a space."""
    return {"USD": "US$", "HKD": "HK$"}.get(currency, f"{currency}{NO_BREAK}")


def _with_symbol(number: str, currency: str) -> str:
    if number.startswith(MINUS):
        return f"{MINUS}{symbol(currency)}{number[1:]}"
    return f"{symbol(currency)}{number}"


def percent(fraction: Decimal | float, decimals: int = 1) -> str:
    """`0.7 %` from 0.007, U+2212 when negative; a value that rounds to zero has no sign."""
    number = fraction if isinstance(fraction, Decimal) else Decimal(repr(fraction))
    return f"{amount(number * 100, decimals)}{NO_BREAK}%"


def change(fraction: Decimal) -> tuple[Direction, str]:
    """Direction and size of a move, `(DOWN, "2.1 %")`: the direction is shown by a triangle, so the number has no sign."""
    rounded = (fraction * 100).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    if rounded == 0:
        return Direction.FLAT, percent(Decimal(0))
    return (Direction.UP if rounded > 0 else Direction.DOWN), percent(abs(fraction))


def clock(at: datetime, *, seconds: bool = False) -> str:
    """`14:18`, or `14:18:05`, in the zone that is shown."""
    # By hand: strftime imports a module at every call, and the binding to Qt looks at every import.
    at = shown(at)
    return f"{at.hour:02}:{at.minute:02}:{at.second:02}" if seconds else f"{at.hour:02}:{at.minute:02}"


def date(at: datetime, language: str) -> str:
    """`20 Nov 2026` or `2026年11月20日`; `2026-11-20` where the user wants that."""
    return _date(in_hkt(at), language)


def _date(day: datetime, language: str) -> str:
    if style().iso:
        return f"{day:%Y-%m-%d}"
    if is_chinese(language):
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def day_month(at: datetime, language: str) -> str:
    """`19 Feb` or `2月19日`, without padding; `02-19` where the user wants that."""
    return _day_month(in_hkt(at), language)


def _day_month(day: datetime, language: str) -> str:
    if style().iso:
        return f"{day:%m-%d}"
    if is_chinese(language):
        return f"{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]}"


def month_label(at: datetime, language: str) -> str:
    """`Feb`, `2月`; January as its year, `2026`, `2026年`."""
    day = in_hkt(at)
    if day.month == 1:
        return f"{day.year}年" if is_chinese(language) else str(day.year)
    return f"{day.month}月" if is_chinese(language) else _MONTHS[day.month - 1]


def weekday_date(at: datetime, language: str) -> str:
    """`Wed 19 Feb` or `2月19日 星期三`."""
    weekday = in_hkt(at).weekday()
    if is_chinese(language):
        return f"{day_month(at, language)} 星期{_WEEKDAYS_ZH[weekday]}"
    return f"{_WEEKDAYS[weekday]} {day_month(at, language)}"


def date_time(at: datetime, language: str) -> str:
    """`19 Feb 2025 14:15` or `2025年2月19日 14:15`. The zone is named by the sentence around it."""
    return f"{_date(shown(at), language)} {clock(at)}"


def short_time(at: datetime, now: datetime, language: str) -> str:
    """`14:18` today, `14 Feb 22:40` on another day, with the year in another year."""
    then, today = shown(at), shown(now)
    if then.date() == today.date():
        return clock(at)
    if then.year != today.year:
        return date_time(at, language)
    return day_time(at, language)


def day_time(at: datetime, language: str, *, seconds: bool = False) -> str:
    """`14 Feb 22:40`, `14 Feb 22:40:05`."""
    return f"{_day_month(shown(at), language)} {clock(at, seconds=seconds)}"


def hong_kong_time(at: datetime, language: str) -> str:
    """`19 Feb 2025 14:15 HKT`, whatever zone is shown: for tooltips beside another zone."""
    day = in_hkt(at)
    return f"{_date(day, language)} {day:%H:%M} HKT"


def span(duration: timedelta, language: str) -> str:
    """`12 s`, `6 min`, `3 h`, `4 d` (秒, 分鐘, 小時, 天): whole units, rounded down; a negative span reads as zero."""
    seconds = max(0, int(duration.total_seconds()))
    units = _UNITS.get(language, _UNITS["en"])
    for size, unit in ((86_400, units[3]), (3_600, units[2]), (60, units[1])):
        if seconds >= size * (2 if size == 86_400 else 1):
            return f"{seconds // size}{NO_BREAK}{unit}"
    return f"{seconds}{NO_BREAK}{units[0]}"


def age(at: datetime, now: datetime, language: str) -> str:
    """`12 s ago`, `3 分鐘前`. A clock that lies in the future reads as `0 s ago`."""
    length = span(now - at, language)
    return f"{length}前" if is_chinese(language) else f"{length} ago"


def old(at: datetime, now: datetime, language: str) -> str:
    """`6 min old`, `6 分鐘前`: for a price that should be newer than it is."""
    length = span(now - at, language)
    return f"{length}前" if is_chinese(language) else f"{length} old"
