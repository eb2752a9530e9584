# SPDX-License-Identifier: MIT
"""Hong Kong's general holidays, looked up only when somebody counts working days: the calendar takes long to load."""

import functools
from collections.abc import Callable
from datetime import date, datetime


@functools.cache
def around(year: int) -> frozenset[date]:
    """General holidays of the year before, this one and the next."""
    import holidays  # noqa: PLC0415 - the window must not wait for it

    return frozenset(holidays.country_holidays("HK", years=range(year - 1, year + 2)))


def lazily(now: Callable[[], datetime]) -> Callable[[], frozenset[date]]:
    """Gives the holidays around the time at which it is called."""
    return lambda: around(now().year)
