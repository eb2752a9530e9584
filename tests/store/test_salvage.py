# SPDX-License-Identifier: MIT
"""Reading past damage."""

import sqlite3
from pathlib import Path

import pytest

from hkwatch.domain.errors import StoreError
from hkwatch.store import salvage
from hkwatch.store.salvage import TableSalvage

PAGE = 4096


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Three thousand rows with numbers far apart, and a table without numbers."""
    made = tmp_path / "store.db"
    with sqlite3.connect(made) as db:
        db.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, title TEXT)")
        db.execute("CREATE TABLE day (name TEXT PRIMARY KEY, n INTEGER) WITHOUT ROWID")
        db.execute("CREATE VIRTUAL TABLE words USING fts5(title)")
        db.executemany("INSERT INTO item VALUES (?,?)", ((n << 40, f"Title {n} " + "x" * 60) for n in range(1, 3001)))
        db.executemany("INSERT INTO day VALUES (?,?)", ((f"d{n:04}", n) for n in range(2000)))
    db.close()
    return made


def break_page(file: Path, page: int) -> None:
    raw = bytearray(file.read_bytes())
    raw[(page - 1) * PAGE : page * PAGE] = b"\xff" * PAGE
    file.write_bytes(raw)


def leaf_of(file: Path, title: str) -> int:
    return file.read_bytes().find(title.encode()) // PAGE + 1


def read(file: Path, table: str) -> tuple[list[object], TableSalvage]:
    told = TableSalvage(table)
    with salvage.reading(file) as db:
        return [row[0] for row in salvage.rows(db, table, told)], told


def test_a_sound_table_is_read_whole_and_search_indexes_are_left_out(file: Path) -> None:
    found, told = read(file, "item")
    assert (len(found), told.read, told.lost_ranges) == (3000, 3000, 0)
    with salvage.reading(file) as db:
        assert salvage.tables(db) == ["day", "item"]


@pytest.mark.parametrize("titles", [["Title 1500 "], ["Title 1 "], ["Title 3000 "], ["Title 1 ", "Title 3000 "]])
def test_a_damaged_page_costs_its_own_rows_only(file: Path, titles: list[str]) -> None:
    for title in titles:
        break_page(file, leaf_of(file, title))
    found, told = read(file, "item")
    # A page holds about fifty of these rows.
    if len(titles) == 1:
        assert 2900 <= len(found) < 3000
        assert told.lost_ranges == 1
    else:
        assert len(found) < 3000
    assert len(found) == len(set(found)) == told.read


def test_several_damaged_pages_are_each_passed_over(file: Path) -> None:
    for title in ("Title 500 ", "Title 1500 ", "Title 2500 "):
        break_page(file, leaf_of(file, title))
    found, told = read(file, "item")
    assert 2800 <= len(found) < 3000
    assert told.lost_ranges == 3


def test_a_table_without_numbers_is_read_from_both_ends(file: Path) -> None:
    break_page(file, leaf_of(file, "d1000"))
    found, told = read(file, "day")
    assert {"d0000", "d1999"} <= set(found)
    assert 1500 < len(found) < 2000
    assert told.lost_ranges == 2


def test_a_file_without_a_readable_list_of_tables_says_so(file: Path) -> None:
    break_page(file, 1)
    with pytest.raises(StoreError) as caught, salvage.reading(file):
        pass
    assert caught.value.key == "damaged"
