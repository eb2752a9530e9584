# SPDX-License-Identifier: MIT
"""Deadlines in queries as SQL: conditions on a row of `item`, and what to sort by."""

from datetime import date, datetime

from hkwatch.domain.query_due import Holidays, due_interval
from hkwatch.domain.query_tree import Value
from hkwatch.store.deadlines import day_ms
from hkwatch.store.row_tests import Test

_OF_ITEM = "deadline_item l JOIN deadline d ON d.id = l.deadline_id WHERE l.item_id = item.id"
_CLOSES = f"(SELECT d.closes_ms FROM {_OF_ITEM})"
_FAR = 1 << 62
HAS_DEADLINE = "EXISTS (SELECT 1 FROM deadline_item l WHERE l.item_id = item.id)"


def due_test(value: Value, now: datetime, holidays: Holidays) -> Test:
    """Whether the item's deadline lies within a value of `due:`."""
    span = due_interval(value, now, holidays)
    tests: list[Test] = [(f"EXISTS (SELECT 1 FROM {_OF_ITEM}", ())]
    tests += [("d.closes_ms >= ?", (span.low,))] if span.low is not None else []
    tests += [("d.closes_ms < ?", (span.high,))] if span.high is not None else []
    sql = " AND ".join(test for test, _ in tests)
    return f"{sql})", tuple(param for _, params in tests for param in params)


def open_test(today: date) -> Test:
    """Whether something can still be handed in."""
    return (
        f"EXISTS (SELECT 1 FROM {_OF_ITEM} AND d.closes_ms >= ? AND d.conclusion_ref = '' AND d.concluded_ms IS NULL)",
        (day_ms(today),),
    )


def due_order(*, descending: bool) -> str:
    """What `sort:due` sorts by; items without a deadline come last either way."""
    return f"coalesce({_CLOSES}, {-_FAR if descending else _FAR})"
