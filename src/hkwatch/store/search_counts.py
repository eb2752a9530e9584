# SPDX-License-Identifier: MIT
"""How many unread items a saved search finds: bounded in number and in time, and honest about both."""

import sqlite3
import time
from dataclasses import dataclass, replace
from datetime import datetime

from hkwatch.domain.fold import Folder
from hkwatch.domain.query import QueryError, all_of, parse_query
from hkwatch.domain.query_due import Holidays
from hkwatch.store.pages import matching_ids

MOST_COUNTED = 999
"""More than this is not counted: the rail says `999+`."""
BUDGET_S = 0.15
"""Longest time one search may be counted for; what was found until then is a lower bound."""
_STEPS = 2000
"""SQLite looks at the clock after so many of its steps."""


@dataclass(frozen=True, slots=True)
class Found:
    """`count` unread items; with `capped` there are more. `problem` is the key of a QueryError, empty without one."""

    count: int = 0
    capped: bool = False
    problem: str = ""


def unread(
    db: sqlite3.Connection,
    text: str,
    folder: Folder,
    now: datetime,
    holidays: Holidays = frozenset,
    budget_s: float = BUDGET_S,
) -> Found:
    """How many unread items a query finds. `now` is what its dates are counted from."""
    count, ends_at = 0, time.monotonic() + budget_s
    try:
        query = all_of(parse_query("is:unread"), parse_query(text))
        db.set_progress_handler(lambda: time.monotonic() > ends_at, _STEPS)
        try:
            for _ in matching_ids(db, replace(query, sort=None), folder, MOST_COUNTED + 1, now, holidays):
                count += 1
        finally:
            db.set_progress_handler(None, 0)
    except QueryError as error:
        return Found(count, capped=count > 0, problem=error.key)
    except sqlite3.OperationalError as error:
        if "interrupted" not in str(error) or time.monotonic() <= ends_at:
            raise
        return Found(min(count, MOST_COUNTED), capped=True)
    return Found(min(count, MOST_COUNTED), count > MOST_COUNTED)
