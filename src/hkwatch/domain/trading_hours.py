# SPDX-License-Identifier: MIT
"""When Hong Kong's stock exchange trades: 09:30 to 12:00 and 13:00 to 16:00, on three eves in the morning alone."""

from collections.abc import Collection
from datetime import date, timedelta

MORNING = (34_200, 43_200)
AFTERNOON = (46_800, 57_600)
"""First and last second of a session, counted from Hong Kong midnight."""

_EVES = ((12, 24), (12, 31))
_LUNAR_FROM, _LUNAR_TO = (1, 20), (2, 21)
"""The Lunar New Year falls between these days, and no other general holiday does."""


def sessions(day: date, closed: Collection[date]) -> tuple[tuple[int, int], ...]:
    """The sessions of a day in seconds from Hong Kong midnight; none at weekends and on the general holidays `closed`.

    A morning whose afternoon is lost to the weather is not known here.
    """
    if day.weekday() >= 5 or day in closed:
        return ()
    return (MORNING,) if is_half_day(day, closed) else (MORNING, AFTERNOON)


def is_half_day(day: date, closed: Collection[date]) -> bool:
    """Whether the eve of Christmas, of New Year or of the Lunar New Year, which is the first holiday of its season."""
    if (day.month, day.day) in _EVES:
        return True
    after = day + timedelta(days=1)
    if day in closed or after not in closed or not _LUNAR_FROM <= (after.month, after.day) <= _LUNAR_TO:
        return False
    season = [one for one in closed if one.year == after.year and _LUNAR_FROM <= (one.month, one.day) <= _LUNAR_TO]
    return after == min(season)
