# SPDX-License-Identifier: MIT
"""Hong Kong's general holidays: a table for the years about now, the library for all others.

Loading the library takes long and much memory for a few dates, in the window as in the engine.
"""

import functools
import logging
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from hkwatch.app.paths import resources

log = logging.getLogger(__name__)


@functools.cache
def around(year: int) -> frozenset[date]:
    """General holidays of the year before, this one and the next."""
    return frozenset().union(*(_of_year(one) for one in range(year - 1, year + 2)))


def lazily(now: Callable[[], datetime]) -> Callable[[], frozenset[date]]:
    """Gives the holidays around the time at which it is called."""
    return lambda: around(now().year)


def read_table(file: Path) -> dict[int, frozenset[date]]:
    """The holidays of each year in a table: a line is a year and its days as month-day. Raises OSError, ValueError."""
    found: dict[int, frozenset[date]] = {}
    for line in file.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            year, *days = line.split()
            found[int(year)] = frozenset(date.fromisoformat(f"{year}-{day}") for day in days)
    return found


def _of_year(year: int) -> frozenset[date]:
    known = _shipped().get(year)
    if known is not None:
        return known
    import holidays  # noqa: PLC0415 - only a year that is not in the table waits for it

    # What the library calls optional are the general holidays; its `public` are the days employees must have, and
    # Good Friday is not yet one of them.
    return frozenset(holidays.country_holidays("HK", years=year, categories=("optional",)))


@functools.cache
def _shipped() -> dict[int, frozenset[date]]:
    file = resources() / "calendar" / "hk-general-holidays.txt"
    try:
        return read_table(file)
    except (OSError, ValueError) as problem:
        # The library knows the same days; only loading it costs.
        log.warning("calendar file=%s problem=%s", file.name, problem)
        return {}
