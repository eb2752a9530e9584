# SPDX-License-Identifier: MIT
"""Each step of the schema, from a file that a program of that schema wrote."""

import gzip
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hkwatch.domain.item import Entry, ItemState
from hkwatch.store import db as store
from hkwatch.store import item_detail, pages

from .stored import NOW, find, revise, titles

OLD = Path(__file__).parent / "old"
NUMBERS = sorted(int(file.name[:4]) for file in OLD.glob("*.db.gz"))


@pytest.fixture
def old(file: Path, request: pytest.FixtureRequest) -> Path:
    """The stored file of a schema, unpacked."""
    file.write_bytes(gzip.decompress((OLD / f"{request.param:04}.db.gz").read_bytes()))
    return file


def shape(db: sqlite3.Connection) -> dict[str, set[tuple[object, ...]]]:
    """Columns of every table, in any order: what is added later stands last in an old file."""
    tables = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return {table: {row[1:] for row in db.execute(f"PRAGMA table_info({table})")} for table in tables}


def indexes(db: sqlite3.Connection) -> set[tuple[str, str | None]]:
    return set(db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'index'"))


def test_every_former_schema_has_a_stored_file() -> None:
    assert list(range(1, store.schema())) == NUMBERS


@pytest.mark.parametrize("old", NUMBERS, indirect=True)
def test_an_old_file_becomes_one_like_a_fresh_one(old: Path, tmp_path: Path) -> None:
    with (
        closing(store.open_writer(old, tmp_path / "backups", NOW)) as migrated,
        closing(store.open_writer(tmp_path / "fresh.db", tmp_path / "none", NOW)) as fresh,
    ):
        assert shape(migrated) == shape(fresh)
        assert indexes(migrated) == indexes(fresh)
        assert store.quick_check(migrated) == []
        assert migrated.execute("PRAGMA foreign_key_check").fetchall() == []
        migrated.execute("INSERT INTO item_fts (item_fts) VALUES ('integrity-check')")
    assert len(list((tmp_path / "backups").iterdir())) == 1


@pytest.mark.parametrize("old", NUMBERS, indirect=True)
def test_what_was_stored_and_what_the_user_did_is_kept(old: Path, tmp_path: Path) -> None:
    with closing(store.open_writer(old, tmp_path / "backups", NOW)) as db:
        assert titles(db, "is:acked") == ["SFC grants a licence"]
        assert titles(db, "is:starred") == ["證監會發牌"]
        assert len(find(db, "牌照")) == 1
        assert find(db, "first") == []
        (item,) = find(db, "second")
        detail = item_detail.detail(db, item)
        assert detail is not None
        assert (detail.note, detail.row.revision, detail.row.is_changed) == ("a note", 2, False)
        assert [version.text for version in detail.versions_in("en")] == ["The first text.", "The second text."]


@pytest.mark.parametrize("old", NUMBERS, indirect=True)
def test_an_old_file_can_be_written_on(old: Path, tmp_path: Path) -> None:
    with closing(store.open_writer(old, tmp_path / "backups", NOW)) as db:
        (item,) = find(db, "second")
        revise(db, item, Entry("Another title", "https://example.test/1", "en", text="Third."), substance=True)
        row = pages.rows_of(db, (item,))[0]
        assert (row.revision, row.is_changed, row.state) == (3, True, ItemState.SEEN)


@pytest.mark.parametrize("old", NUMBERS, indirect=True)
def test_each_step_can_be_taken_alone(old: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(old)) as db:
        version = int(db.execute("PRAGMA user_version").fetchone()[0])
    folder = tmp_path / "steps"
    folder.mkdir()
    for number, step in store.migrations():
        if number <= version + 1:
            shutil.copy(step, folder / step.name)
    with closing(store.open_writer(old, tmp_path / "backups", NOW, folder)) as db:
        assert db.execute("PRAGMA user_version").fetchone()[0] == version + 1
        assert store.quick_check(db) == []
