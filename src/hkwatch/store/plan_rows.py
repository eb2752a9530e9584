# SPDX-License-Identifier: MIT
"""The statement of a plan, and the rows it finds."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hkwatch.domain.ids import ItemId
from hkwatch.store import terms
from hkwatch.store.plan import Plan


def spelt_out(db: sqlite3.Connection, planned: Plan) -> Plan:
    """The plan with all stored words that its beginnings of words stand for."""
    # In an order of its own a query reads every row all the same.
    return planned if planned.order else replace(planned, match=terms.spelt_out(db, planned.match))


def select(
    columns: str,
    planned: Plan,
    before: ItemId | None,
    limit: int,
    at_least: int | None = None,
) -> tuple[str, tuple[object, ...]]:
    """The statement and its values: at most `limit` rows (-1 = all) after `before`, in the plan's order.

    `at_least` is the lowest id. None = from the first, to the last.
    """
    params: list[object] = []
    if planned.match is None:
        key, start = "item.id", f"SELECT {columns} FROM item WHERE {planned.where}"
    else:
        key = "item_fts.rowid"
        start = (
            f"SELECT {columns} FROM item_fts CROSS JOIN item ON item.id = item_fts.rowid"
            f" WHERE item_fts MATCH ? AND {planned.where}"
        )
        params.append(planned.match)
    params.extend(planned.params)
    first = ""
    if planned.order:
        first = f"{planned.order} {'ASC' if planned.ascending else 'DESC'}, "
        if before is not None:
            # The row before it is looked up anew, so that a page needs no more than its id.
            last = f"(SELECT {planned.order} FROM item WHERE item.id = ?)"
            side = ">" if planned.ascending else "<"
            start += f" AND ({planned.order} {side} {last} OR ({planned.order} = {last} AND {key} < ?))"
            params.extend((before, before, before))
    elif before is not None:
        start += f" AND {key} < ?"
        params.append(before)
    if at_least is not None:
        start += f" AND {key} >= ?"
        params.append(at_least)
    return f"{start} ORDER BY {first}{key} DESC LIMIT ?", (*params, limit)


def read(db: sqlite3.Connection, planned: Plan, sql: str, params: tuple[object, ...]) -> Iterator[tuple[Any, ...]]:
    """The rows of a statement. Raises QueryError where a regular expression in it took too long."""
    planned.functions.install(db)
    try:
        yield from db.execute(sql, params)
    except sqlite3.OperationalError as error:
        if planned.functions.error is not None:
            raise planned.functions.error from error
        raise
