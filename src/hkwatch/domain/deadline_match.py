# SPDX-License-Identifier: MIT
"""Which known deadline a new statement speaks of: a press release and the publisher's list name one consultation."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

TOGETHER = timedelta(days=3)
"""A paper and the release about it come out within this time."""
ALIKE = 80.0
"""Titles that share so much (0 to 100) are about one matter where their days agree."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a paper, a list or a text says. `published` is its Hong Kong day, None where not stated.

    `days` are all last days that it names for one consultation, past and present; `extends`: it puts a day off.
    """

    title: str
    published: date | None
    days: frozenset[date]
    extends: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A deadline that is known already; `days` as in `Statement`."""

    id: int
    title: str
    published: date | None
    days: frozenset[date]


def same_deadline(said: Statement, known: Iterable[Candidate]) -> int | None:
    """The id of the one that `said` speaks of, None where none is near enough. Of several the likest title counts."""
    rated = [(_alike(said.title, one.title), one) for one in known]
    fitting = [(alike, one) for alike, one in rated if _fits(said, one, alike)]
    best = max(fitting, key=lambda pair: (pair[0], -pair[1].id), default=None)
    return None if best is None else best[1].id


def _fits(said: Statement, one: Candidate, alike: float) -> bool:
    if said.days & one.days:
        # An extension comes weeks after the paper; that it names the paper's day says enough.
        return said.extends or alike >= ALIKE or _together(said.published, one.published)
    return said.extends and len(said.days) == 1 and alike >= ALIKE


def _together(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and abs(one - other) <= TOGETHER


def _alike(one: str, other: str) -> float:
    from rapidfuzz import fuzz, utils  # noqa: PLC0415 - the window reads deadlines and matches none

    return fuzz.token_set_ratio(one, other, processor=utils.default_process)
