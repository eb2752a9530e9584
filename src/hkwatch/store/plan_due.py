# SPDX-License-Identifier: MIT
"""Deadlines in queries as SQL: conditions on a row of `item`, and what to sort by."""

from datetime import date, datetime

from hkwatch.domain.query_due import Holidays, due_interval
from hkwatch.domain.query_tree import Value
from hkwatch.store.deadlines import day_ms
from hkwatch.store.row_tests import Test

_OF_ITEM = "deadline_item l JOIN deadline d ON d.id = l.deadline_id WHERE l.item_id = item.id"
_OF_STORIES = (
    "item m JOIN deadline_item l ON l.item_id = m.id JOIN deadline d ON d.id = l.deadline_id WHERE m.story IS NOT NULL"
)
"""A release leads the story whose paper says until when; the lead is what is found. Asked once, not for every row."""
_CLOSES = (
    f"coalesce((SELECT d.closes_ms FROM {_OF_ITEM}),"
    f" (SELECT max(d.closes_ms) FROM {_OF_STORIES} AND m.story = item.story))"
)
_FAR = 1 << 62


def _with(condition: str) -> str:
    """Whether the item, or another of its story, has a deadline for which a condition holds."""
    own = f"EXISTS (SELECT 1 FROM {_OF_ITEM}{condition})"
    return f"({own} OR (item.story IS NOT NULL AND item.story IN (SELECT m.story FROM {_OF_STORIES}{condition})))"


HAS_DEADLINE = _with("")


def due_test(value: Value, now: datetime, holidays: Holidays) -> Test:
    """Whether the item's deadline lies within a value of `due:`."""
    span = due_interval(value, now, holidays)
    tests: list[tuple[str, int]] = []
    tests += [(" AND d.closes_ms >= ?", span.low)] if span.low is not None else []
    tests += [(" AND d.closes_ms < ?", span.high)] if span.high is not None else []
    params = tuple(param for _, param in tests)
    return _with("".join(test for test, _ in tests)), params + params


def open_test(today: date) -> Test:
    """Whether something can still be handed in."""
    day = day_ms(today)
    return _with(" AND d.closes_ms >= ? AND d.conclusion_ref = '' AND d.concluded_ms IS NULL"), (day, day)


def due_order(*, descending: bool) -> str:
    """What `sort:due` sorts by; items without a deadline come last either way."""
    return f"coalesce({_CLOSES}, {-_FAR if descending else _FAR})"
