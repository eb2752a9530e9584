# SPDX-License-Identifier: MIT
"""Rows that a mark takes out of the view keep their places when the list is read again."""

from hypothesis import given
from hypothesis import strategies as st
from inbox_rows import hkt, make_row

from hkwatch.ui.inbox.place import kept_in

ROWS = [make_row(hkt(19, 20 - hour, 0)) for hour in range(12)]
IDS = [row.id for row in ROWS]


@given(st.sets(st.integers(0, 11)), st.sets(st.integers(0, 11)))
def test_what_is_held_stays_where_it_was(gone: set[int], held: set[int]) -> None:
    rows = [row for place, row in enumerate(ROWS) if place not in gone]
    kept = kept_in(rows, [ROWS[place] for place in held], IDS)
    assert kept == [row for place, row in enumerate(ROWS) if place not in gone or place in held]


def test_a_row_that_came_meanwhile_has_its_place_and_what_was_never_shown_does_not_come() -> None:
    first, second, third, stranger = ROWS[:4]
    assert kept_in([first, third], [second], [second.id, third.id]) == [second, first, third]
    assert kept_in([first], [stranger], [first.id]) == [first]
