# SPDX-License-Identifier: MIT
"""Counting what a search finds: within its limits, and saying so beyond them."""

import sqlite3

from hkwatch.domain.flags import Flags
from hkwatch.domain.item import Level
from hkwatch.store import items
from hkwatch.store.search_counts import MOST_COUNTED, Found, of_values, unread

from .stored import FOLDER, NOW, add, flags, new_item


def high() -> Flags:
    return flags(level=Level.HIGH)


def test_unread_items_are_counted_and_read_ones_are_not(db: sqlite3.Connection) -> None:
    one, _two = add(db, new_item("Custody rules"), new_item("Custody notes"))
    assert unread(db, "custody", FOLDER, NOW) == Found(2)
    db.execute("UPDATE item SET state = 2 WHERE id = ?", (one,))
    assert unread(db, "custody", FOLDER, NOW) == Found(1)
    assert unread(db, "custody is:read", FOLDER, NOW) == Found(0)


def test_more_than_can_be_counted_is_a_lower_bound(db: sqlite3.Connection) -> None:
    items.insert_items(db, [new_item("Custody") for _ in range(MOST_COUNTED + 2)], FOLDER)
    assert unread(db, "custody", FOLDER, NOW) == Found(MOST_COUNTED, capped=True)
    assert unread(db, "custody", FOLDER, NOW).text == "999+"


def test_a_search_that_takes_too_long_says_what_it_found_so_far(db: sqlite3.Connection) -> None:
    items.insert_items(db, [new_item(f"Custody {n}", "x" * 500) for n in range(600)], FOLDER)
    found = unread(db, r"body:/no such text/", FOLDER, NOW, budget_s=0.0)
    assert (found.count, found.capped) == (0, True)
    # The connection still answers, without a limit of time.
    assert db.execute("SELECT count(*) FROM item_text").fetchone() == (600,)


def test_a_search_that_cannot_be_read_is_named_not_raised(db: sqlite3.Connection) -> None:
    assert unread(db, "src:", FOLDER, NOW).problem == "missing-value"
    assert unread(db, 'entity:"Example"', FOLDER, NOW).problem in ("not-searchable", "")


def test_values_are_counted_each_by_itself(db: sqlite3.Connection) -> None:
    add(db, new_item("One", verdict=high()), new_item("Two", verdict=high()), new_item("Three"))
    found = of_values(db, "level", ("high", "normal", "high..", "nonsense"), FOLDER, NOW)
    assert [found[value].count for value in ("high", "normal", "high..")] == [2, 1, 2]
    assert found["nonsense"].problem == "unknown-value"
    assert of_values(db, "src", ("sfc", "hkma"), FOLDER, NOW)["sfc"] == Found(3)
