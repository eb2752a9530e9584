# SPDX-License-Identifier: MIT
"""The last changes of the user's rules file, and how often each rule held."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta

from hkwatch.domain.order import first_id, from_ms, sort_ms_of, to_ms
from hkwatch.domain.rule_views import QUESTION_DAYS

KEPT = 20
HIT_DAYS = 30


@dataclass(frozen=True, slots=True)
class RuleChange:
    """One change: `what` it was in words of the file (a rule's name), the file's text before and after."""

    id: int
    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Hits:
    """How often each rule held, by its id: in the last 30 days, in the last 180, and when last.

    `items` is how many items there are of the last 180 days, `watched_days` for how long anything is stored.
    """

    recent: dict[str, int]
    long: dict[str, int]
    last_at: dict[str, datetime]
    items: int
    watched_days: float


def add(db: sqlite3.Connection, what: str, before: str, after: str, now: datetime) -> None:
    """Remember a change; the oldest beyond `KEPT` are forgotten."""
    db.execute(
        "INSERT INTO rule_change (at_ms, what, before, after) VALUES (?,?,?,?)", (to_ms(now), what, before, after)
    )
    db.execute(
        "DELETE FROM rule_change WHERE id <= (SELECT id FROM rule_change ORDER BY id DESC LIMIT 1 OFFSET ?)", (KEPT,)
    )


def last(db: sqlite3.Connection) -> RuleChange | None:
    """The newest change, None without one."""
    row = db.execute("SELECT id, what, before, after FROM rule_change ORDER BY id DESC LIMIT 1").fetchone()
    return None if row is None else RuleChange(*row)


def forget(db: sqlite3.Connection, change: int) -> None:
    """Take a change away that was undone."""
    db.execute("DELETE FROM rule_change WHERE id = ?", (change,))


def hits(db: sqlite3.Connection, now: datetime) -> Hits:
    """How often each rule held; counted from the reasons stored with the items, so it is never out of step with them."""
    long_id = first_id(to_ms(now - timedelta(days=QUESTION_DAYS)))
    recent_id = first_id(to_ms(now - timedelta(days=HIT_DAYS)))
    found = Hits({}, {}, {}, 0, 0.0)
    for rule, long, recent, newest in db.execute(
        "SELECT json_extract(reason.value, '$.rule'), count(DISTINCT item.id),"
        " count(DISTINCT CASE WHEN item.id >= ? THEN item.id END), max(item.id)"
        " FROM item, json_each(item.reasons) reason WHERE item.id >= ? GROUP BY 1",
        (recent_id, long_id),
    ):
        found.long[rule] = long
        found.recent[rule] = recent
        found.last_at[rule] = from_ms(sort_ms_of(newest))
    items = db.execute("SELECT count(*) FROM item WHERE id >= ?", (long_id,)).fetchone()[0]
    first = db.execute("SELECT min(first_seen_ms) FROM item").fetchone()[0]
    days = (now - from_ms(first)) / timedelta(days=1) if first is not None else 0.0
    return Hits(found.recent, found.long, found.last_at, items, days)
