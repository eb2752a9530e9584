# SPDX-License-Identifier: MIT
"""Tables for the terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.app.tables import table, width


@pytest.mark.parametrize(
    ("text", "columns"), [("", 0), ("SFC", 3), ("證監會", 6), ("現貨ETF", 7), ("ＢＴＣ", 6), ("US$ −5", 6), ("·", 1)]
)
def test_a_chinese_character_takes_two_columns(text: str, columns: int) -> None:
    assert width(text) == columns


def test_columns_are_as_wide_as_their_widest_cell_also_with_chinese() -> None:
    assert table(("Source", "State"), [("證監會新聞", "fine"), ("SFC", "failing")]).split("\n") == [
        "Source      State",
        "證監會新聞  fine",
        "SFC         failing",
    ]


def test_numbers_stand_to_the_right_with_their_head() -> None:
    assert table(("Items", "Price"), [("5", "95,000.50"), ("1,200", "9")]).split("\n") == [
        "Items      Price",
        "    5  95,000.50",
        "1,200          9",
    ]


def test_one_cell_that_is_no_number_puts_a_column_to_the_left() -> None:
    assert table(("Items",), [("5",), ("none",)]).split("\n") == ["Items", "5", "none"]


def test_a_table_without_rows_is_its_head() -> None:
    assert table(("Source", "Items"), []) == "Source  Items"


CELLS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), max_size=8)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_the_second_column_begins_at_one_place_in_every_line(rows: list[tuple[str, str]]) -> None:
    made = table(("|one", "|two"), [(first, f"|{second}") for first, second in rows]).split("\n")
    assert len(made) == len(rows) + 1
    assert len({width(line[: line.rindex("|")]) for line in made}) == 1


def test_a_cell_is_neither_two_rows_nor_a_word_to_the_terminal() -> None:
    shown = table(("Title",), [("a\nforged  row",), ("\x1b]0;x\x07\x9b31mb\u202e",)])
    assert shown.split("\n") == ["Title", "a forged row", "]0;x31mb"]
