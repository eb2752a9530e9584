# SPDX-License-Identifier: MIT
"""Hong Kong time and working days. Public holidays come in as a set of dates: the domain keeps no calendar of
its own.
"""

from datetime import date, datetime, timedelta, timezone

HKT = timezone(timedelta(hours=8), "HKT")
"""Hong Kong has had no summer time since 1979, so a fixed offset needs no zone database."""


def to_hkt(moment: datetime) -> datetime:
    """The same instant with Hong Kong's clock. Raises ValueError if `moment` is naive."""
    if moment.tzinfo is None:
        raise ValueError("a naive time has no place in Hong Kong")
    return moment.astimezone(HKT)


def start_of(day: date) -> datetime:
    """The midnight with which a Hong Kong day begins."""
    return datetime(day.year, day.month, day.day, tzinfo=HKT)


def is_workday(day: date, holidays: frozenset[date]) -> bool:
    """Whether offices are open: Monday to Friday, not a general holiday."""
    return day.weekday() < 5 and day not in holidays


def workdays_between(start: date, end: date, holidays: frozenset[date]) -> int:
    """How many working days come after `start` up to and including `end`; negative when `end` lies before
    `start`.

    Monday to Tuesday is 1; Friday to the next Monday is 1; a day to itself is 0.
    """
    if end < start:
        return -workdays_between(end, start, holidays)
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(is_workday(day, holidays) for day in days)


def format_clock(moment: datetime) -> str:
    """`21:04:17`, without the name of the zone."""
    return f"{to_hkt(moment):%H:%M:%S}"


def format_minute(moment: datetime) -> str:
    """`2026-11-25 21:04 HKT`."""
    return f"{to_hkt(moment):%Y-%m-%d %H:%M} HKT"


def format_day(day: date) -> str:
    """`25 Nov`, in English whatever the locale."""
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return f"{day.day} {months[day.month - 1]}"
