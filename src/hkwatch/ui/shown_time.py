# SPDX-License-Identifier: MIT
"""In which zone times are shown, and how dates are written. Hong Kong's time, and dates as the language writes them, unless
the user chose otherwise.

One choice for the whole window, set where settings come into force, before the texts are made anew: passing it to every
sentence would put it into a hundred signatures. Evidence, exports, alerts and the chart keep Hong Kong's time; they are
made inside `hong_kong`.
"""

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import ParamSpec, TypeVar

HKT = timezone(timedelta(hours=8), "HKT")
"""Hong Kong time. It has had no daylight saving since 1979, so a fixed offset is exact."""
_P = ParamSpec("_P")
_R = TypeVar("_R")


@dataclass(frozen=True, slots=True)
class TimeStyle:
    """`zone` None = this computer's. `iso`: dates as 2026-11-20 in every language."""

    zone: tzinfo | None = HKT
    iso: bool = False
    name: str = "HKT"
    """What the zone is called."""


_style = TimeStyle()


def style() -> TimeStyle:
    """What is in force."""
    return _style


def set_style(wanted: TimeStyle) -> None:
    """Write times like this from now on."""
    global _style
    _style = wanted


def style_for(zone: str, dates: str, now: datetime) -> TimeStyle:
    """What the settings say: `hkt`, `local` or `utc`; `language` or `iso`. `now` says in which year a zone is named."""
    wanted = {"hkt": HKT, "utc": UTC}.get(zone)
    return TimeStyle(wanted, dates == "iso", zone_name(wanted, now.year))


@contextmanager
def hong_kong() -> Iterator[None]:
    """Hong Kong's time inside, whatever was chosen."""
    before = _style
    set_style(replace(before, zone=HKT, name="HKT"))
    try:
        yield
    finally:
        set_style(before)


def in_hong_kong(work: Callable[_P, _R]) -> Callable[_P, _R]:
    """What this function writes is in Hong Kong's time, whatever was chosen."""

    @functools.wraps(work)
    def wrapped(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        with hong_kong():
            return work(*args, **kwargs)

    return wrapped


def shown(at: datetime) -> datetime:
    """The same instant with the clock that is shown. Raises ValueError when `at` is naive."""
    if at.tzinfo is None:
        raise ValueError("a time without a zone cannot be shown")
    return at.astimezone(_style.zone)


def is_hong_kong() -> bool:
    """Whether times are shown with Hong Kong's clock."""
    return _style.zone is HKT


def shown_name() -> str:
    """What the zone that is shown is called, `HKT`."""
    return _style.name


def zone_name(zone: tzinfo | None, year: int) -> str:
    """`HKT`, `UTC`, `GMT/BST` where there is summer time, `UTC+05:30` where the zone has no name of letters."""
    names: list[str] = []
    for month in (1, 7):
        local = datetime(year, month, 1, tzinfo=UTC).astimezone(zone)
        name = local.tzname() or ""
        if not (name.isascii() and name.isalpha() and len(name) <= 5):
            offset = local.strftime("%z")
            name = f"UTC{offset[:3]}:{offset[3:5]}"
        names.append(name)
    return "/".join(dict.fromkeys(names))
