# SPDX-License-Identifier: MIT
"""How many items a search finds: bounded in number and in time, and honest about both."""

import sqlite3
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from hkwatch.domain.fold import Folder
from hkwatch.domain.query import Query, QueryError, all_of, parse_query
from hkwatch.domain.query_due import Holidays
from hkwatch.store.pages import matching_ids

MOST_COUNTED = 999
"""More than this is not counted: the rail says `999+`."""
BUDGET_S = 0.15
"""Longest time one search may be counted for; what was found until then is a lower bound."""
VALUE_BUDGET_S = 0.02
"""The same for one value in the completion, of which several are counted at once."""
_STEPS = 2000
"""SQLite looks at the clock after so many of its steps."""


@dataclass(frozen=True, slots=True)
class Found:
    """`count` items; with `capped` there are more. `problem` is the key of a QueryError, empty without one."""

    count: int = 0
    capped: bool = False
    problem: str = ""

    @property
    def text(self) -> str:
        """`12`, or `12+` where there are more."""
        return f"{self.count}{'+' if self.capped else ''}"


def unread(
    db: sqlite3.Connection,
    text: str,
    folder: Folder,
    now: datetime,
    holidays: Holidays = frozenset,
    budget_s: float = BUDGET_S,
) -> Found:
    """How many unread items a query finds. `now` is what its dates are counted from."""
    try:
        query = all_of(parse_query("is:unread"), parse_query(text))
    except QueryError as error:
        return Found(problem=error.key)
    oldest: int | None = None
    if query.hides_archived:
        # Unread items are mostly the latest; what is older than all of them need not be looked at.
        oldest = db.execute("SELECT min(id) FROM item WHERE state < 2 AND archived = 0 AND lead = 1").fetchone()[0]
        if oldest is None:
            return Found()
    return _bounded(db, query, folder, now, holidays, budget_s, oldest)


def of_values(
    db: sqlite3.Connection,
    field: str,
    values: Iterable[str],
    folder: Folder,
    now: datetime,
    holidays: Holidays = frozenset,
    budget_s: float = VALUE_BUDGET_S,
) -> dict[str, Found]:
    """How many items each value of a field finds."""
    found: dict[str, Found] = {}
    for value in values:
        try:
            query = parse_query(f"{field}:{value}")
        except QueryError as error:
            found[value] = Found(problem=error.key)
            continue
        found[value] = _bounded(db, query, folder, now, holidays, budget_s)
    return found


def _bounded(
    db: sqlite3.Connection,
    query: Query,
    folder: Folder,
    now: datetime,
    holidays: Holidays,
    budget_s: float,
    at_least: int | None = None,
) -> Found:
    count, ends_at = 0, time.monotonic() + budget_s
    db.set_progress_handler(lambda: time.monotonic() > ends_at, _STEPS)
    try:
        for _ in matching_ids(db, replace(query, sort=None), folder, MOST_COUNTED + 1, now, holidays, at_least):
            count += 1
    except QueryError as error:
        return Found(count, capped=count > 0, problem=error.key)
    except sqlite3.OperationalError as error:
        # Interrupted before the time was over: another question goes first.
        if "interrupted" not in str(error) or time.monotonic() <= ends_at:
            raise
        return Found(min(count, MOST_COUNTED), capped=True)
    finally:
        db.set_progress_handler(None, 0)
    return Found(min(count, MOST_COUNTED), count > MOST_COUNTED)
