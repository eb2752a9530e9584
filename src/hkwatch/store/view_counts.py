# SPDX-License-Identifier: MIT
"""How many items a view has, and how many are open."""

import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from hkwatch.domain.fold import Folder
from hkwatch.domain.item import Level
from hkwatch.domain.query import Query
from hkwatch.domain.query_due import Holidays
from hkwatch.store import deadlines, plan_rows, to_acknowledge
from hkwatch.store.plan import Plan, plan

COUNTED = 2000
"""Chips count the newest this many rows of a view; beyond that a number says little and costs much."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows of a view there are, per level and publisher, among the newest `COUNTED` (`capped` = there are more).

    `hidden` counts what mutes keep out of the view.
    """

    total: int
    by_level: dict[Level, int]
    by_publisher: dict[str, int]
    capped: bool
    hidden: int = 0
    by_both: dict[tuple[Level, str], int] = field(default_factory=dict, compare=False)
    """The same by level and publisher together."""


@dataclass(frozen=True, slots=True)
class OpenCounts:
    """Unread items for the rail and the tray; `starred` counts read ones too. Archived items count nowhere."""

    inbox: int
    flagged: int
    starred: int
    high: int
    by_publisher: dict[str, int]
    deadlines: int = 0
    """Deadlines that can still be met; 0 as well where nobody asked for a day."""
    to_acknowledge: int = 0
    """Items that wait for their acknowledgement, archived ones too."""
    by_level: Mapping[Level, int] = field(default_factory=dict)

    def badge(self, levels: Collection[Level]) -> int:
        """Unread items of these levels."""
        return sum(count for level, count in self.by_level.items() if level in levels)


def counts(
    db: sqlite3.Connection, query: Query, folder: Folder, now: datetime | None = None, holidays: Holidays = frozenset
) -> Counts:
    """Rows per level and publisher in a view. `now` and `holidays` as in `pages.page`."""
    planned = plan_rows.spelt_out(db, plan(replace(query, sort=None), folder, now, holidays))
    inner, params = plan_rows.select("item.id AS i, item.level AS l, item.publisher AS p", planned, None, COUNTED + 1)
    # Counted by SQLite: a row at a time would hold up whoever paints.
    groups = list(
        plan_rows.read(
            db, planned, f"SELECT l, p, count(*), min(i) FROM ({inner}) GROUP BY l, p ORDER BY min(i)", params
        )
    )
    by_both = {(Level(level), str(publisher)): int(count) for level, publisher, count, _ in groups}
    total = sum(by_both.values())
    if total > COUNTED:
        # The oldest only says that there are more.
        level, publisher, count, _ = groups[0]
        by_both[Level(level), publisher] = count - 1
    by_level: dict[Level, int] = {}
    by_publisher: dict[str, int] = {}
    for (one, who), count in by_both.items():
        by_level[one] = by_level.get(one, 0) + count
        by_publisher[who] = by_publisher.get(who, 0) + count
    hidden = 0
    if query.hides_muted and db.execute("SELECT 1 FROM item WHERE muted_by IS NOT NULL LIMIT 1").fetchone():
        behind = plan(replace(query, sort=None), folder, now, hidden=True)
        hidden = _how_many(db, behind, COUNTED)
    return Counts(min(total, COUNTED), by_level, by_publisher, total > COUNTED, hidden, by_both)


def count(
    db: sqlite3.Connection,
    query: Query,
    folder: Folder,
    now: datetime | None = None,
    holidays: Holidays = frozenset,
    at_least: int | None = None,
) -> int:
    """How many items a query finds, all of them or from the id `at_least` on. `now` and `holidays` as in `pages.page`."""
    planned = plan(replace(query, sort=None), folder, now, holidays)
    return _how_many(db, planned, -1, at_least)


def _how_many(db: sqlite3.Connection, planned: Plan, most: int, at_least: int | None = None) -> int:
    sql, params = plan_rows.select("item.id", planned, None, most, at_least)
    ((found,),) = plan_rows.read(db, planned, f"SELECT count(*) FROM ({sql})", params)
    return int(found)


def open_counts(db: sqlite3.Connection, today: date | None = None) -> OpenCounts:
    """Unread items by view and publisher, and the deadlines that are open on a Hong Kong day."""
    inbox = flagged = high = 0
    by_publisher: dict[str, int] = {}
    by_level: dict[Level, int] = {}
    for publisher, flag, level, count in db.execute(
        "SELECT publisher, flag, level, count(*) FROM item WHERE state < 2 AND archived = 0 AND lead = 1"
        " AND muted_by IS NULL GROUP BY 1, 2, 3"
    ):
        inbox += count
        flagged += count if flag else 0
        high += count if level >= Level.HIGH else 0
        by_level[Level(level)] = by_level.get(Level(level), 0) + count
        by_publisher[publisher] = by_publisher.get(publisher, 0) + count
    starred = db.execute(
        "SELECT count(*) FROM item WHERE starred = 1 AND archived = 0 AND lead = 1 AND muted_by IS NULL"
    ).fetchone()[0]
    due = deadlines.count_open(db, today) if today is not None else 0
    waiting = db.execute(to_acknowledge.COUNT).fetchone()[0]
    return OpenCounts(inbox, flagged, starred, high, by_publisher, due, waiting, by_level)
