# SPDX-License-Identifier: MIT
"""Opening, migrating and backing up the database file."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from hkwatch.domain.errors import StoreError
from hkwatch.store import db as store

from .stored import NOW, add_texts, find


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    """A folder of migrations with the shipped ones and one more."""
    folder = tmp_path / "migrations"
    folder.mkdir()
    for number, step in store.migrations():
        (folder / f"{number:04}.sql").write_text(step.read_text("utf-8"), "utf-8")
    (folder / f"{store.schema() + 1:04}.sql").write_text(
        "ALTER TABLE item ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey';\nCREATE TABLE extra (a);", "utf-8"
    )
    return folder


@pytest.fixture
def filled(file: Path, tmp_path: Path) -> Path:
    """A file of the present schema with two items in it."""
    with closing(store.open_writer(file, tmp_path / "backups", NOW)) as db:
        add_texts(db, ["licence", "stablecoin"])
    return file


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def refused(file: Path, backups: Path) -> StoreError:
    with pytest.raises(StoreError) as caught:
        store.open_writer(file, backups, NOW)
    return caught.value


def columns(db: sqlite3.Connection) -> list[str]:
    return [row[1] for row in db.execute("PRAGMA table_info(item)")]


def version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def test_a_fresh_file_gets_the_present_schema_and_our_mark(db: sqlite3.Connection, file: Path) -> None:
    assert version(db) == store.schema()
    assert db.execute("PRAGMA application_id").fetchone()[0] == store.APPLICATION_ID
    assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert db.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    assert db.execute("PRAGMA synchronous").fetchone()[0] == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_writer_holds_no_more_than_6_mb_of_pages_for_itself(db: sqlite3.Connection) -> None:
    assert db.execute("PRAGMA cache_size").fetchone() == (-6000,)


def test_a_reader_holds_no_more_than_4_mb_of_pages_for_itself(filled: Path) -> None:
    with closing(store.open_reader(filled)) as db:
        assert db.execute("PRAGMA cache_size").fetchone() == (-4000,)
        assert db.execute("PRAGMA mmap_size").fetchone() == (0,)


def test_nobody_else_may_read_the_file(db: sqlite3.Connection, file: Path) -> None:
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_fresh_file_needs_no_backup(db: sqlite3.Connection, backups: Path) -> None:
    assert not backups.exists()


def test_opening_twice_keeps_what_is_stored(filled: Path, backups: Path) -> None:
    with closing(store.open_writer(filled, backups, NOW)) as db:
        assert len(find(db, "licence")) == 1
    assert not backups.exists()


def test_migrations_are_numbered_without_a_gap_and_read_in_order(steps: Path) -> None:
    (steps / "notes.txt").write_text("no migration")
    assert [number for number, _ in store.migrations(steps)] == list(range(1, store.schema() + 2))


def test_an_older_file_is_backed_up_and_then_migrated(filled: Path, backups: Path, steps: Path) -> None:
    with closing(store.open_writer(filled, backups, NOW, steps)) as db:
        assert version(db) == store.schema() + 1
        assert "colour" in columns(db)
        assert len(find(db, "licence")) == 1
    (copy,) = backups.iterdir()
    assert copy.name == f"before-schema-{store.schema() + 1}-20261125T040000Z.db"
    with closing(sqlite3.connect(copy)) as db:
        assert version(db) == store.schema()
        assert "colour" not in columns(db)
        assert db.execute("SELECT count(*) FROM item").fetchone()[0] == 2


def test_a_backup_opens_as_a_database_of_ours(filled: Path, backups: Path, tmp_path: Path) -> None:
    with closing(store.open_writer(filled, backups, NOW)) as db:
        store.backup(db, tmp_path / "kept" / "copy.db")
    with closing(store.open_writer(tmp_path / "kept" / "copy.db", backups, NOW)) as db:
        assert len(find(db, "licence")) == 1
    assert not (tmp_path / "kept" / "copy.partial").exists()


def test_a_migration_that_fails_half_way_leaves_the_old_schema(filled: Path, backups: Path, steps: Path) -> None:
    last = steps / f"{store.schema() + 1:04}.sql"
    last.write_text(last.read_text() + "\nINSERT INTO no_such_table VALUES (1);")
    with pytest.raises(StoreError, match="no_such_table"):
        store.open_writer(filled, backups, NOW, steps)
    with closing(store.open_writer(filled, backups, NOW)) as db:
        assert version(db) == store.schema()
        assert "colour" not in columns(db)
        assert len(find(db, "licence")) == 1


def test_an_earlier_step_stays_when_a_later_one_fails(filled: Path, backups: Path, steps: Path) -> None:
    (steps / f"{store.schema() + 2:04}.sql").write_text("CREATE TABLE other (a);\nSELECT no_such_column FROM item;")
    with pytest.raises(StoreError):
        store.open_writer(filled, backups, NOW, steps)
    with closing(sqlite3.connect(filled)) as db:
        assert version(db) == store.schema() + 1
        assert not db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'other'").fetchone()


def test_a_program_killed_in_the_middle_of_a_migration_leaves_the_old_schema_and_the_copy_of_it(
    filled: Path, backups: Path, steps: Path
) -> None:
    """The step stops in a function of ours, in which the process dies as from a kill or a power cut."""
    last = steps / f"{store.schema() + 1:04}.sql"
    last.write_text(last.read_text() + "\nSELECT die();")
    program = (
        "import os, sqlite3, sys\nfrom datetime import UTC, datetime\nfrom pathlib import Path\n"
        "from hkwatch.store import db\n"
        "connect = sqlite3.connect\n"
        "def deadly(*given, **named):\n"
        "    connection = connect(*given, **named)\n"
        "    connection.create_function('die', 0, lambda: os._exit(9))\n"
        "    return connection\n"
        "sqlite3.connect = deadly\n"
        "db.open_writer(*map(Path, sys.argv[1:3]), datetime.now(UTC), Path(sys.argv[3]))\n"
    )
    done = subprocess.run([sys.executable, "-c", program, filled, backups, steps], capture_output=True, check=False)
    assert done.returncode == 9, done.stderr
    (copy,) = backups.glob("before-schema-*.db")
    for file in (filled, copy):
        with closing(store.open_writer(file, backups / "none", NOW)) as db:
            assert version(db) == store.schema()
            assert "colour" not in columns(db)
            assert store.quick_check(db) == []
            assert len(find(db, "licence")) == 1


def test_a_newer_file_is_refused_and_untouched(filled: Path, backups: Path, steps: Path) -> None:
    store.open_writer(filled, backups, NOW, steps).close()
    before = filled.read_bytes()
    error = refused(filled, backups)
    assert error.key == "newer-database"
    assert str(filled) in error.detail
    assert error.next_step
    assert filled.read_bytes() == before


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    path = tmp_path / "places.sqlite"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE bookmark (url TEXT)")
        db.commit()
    path.chmod(0o644)
    return path


def test_another_programs_database_is_refused(foreign: Path, backups: Path) -> None:
    error = refused(foreign, backups)
    assert error.key == "foreign-file"
    assert str(foreign) in error.detail


def test_another_programs_database_is_left_as_it_was(foreign: Path, backups: Path) -> None:
    before, mode = foreign.read_bytes(), foreign.stat().st_mode
    refused(foreign, backups)
    assert foreign.read_bytes() == before
    assert foreign.stat().st_mode == mode
    assert [path.name for path in foreign.parent.iterdir()] == [foreign.name]


def test_an_empty_database_with_another_programs_mark_is_refused(tmp_path: Path, backups: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA application_id = 42")
    assert refused(path, backups).key == "foreign-file"


def test_a_file_that_is_no_database_is_named_as_damaged(tmp_path: Path, backups: Path) -> None:
    path = tmp_path / "hkwatch.db"
    path.write_bytes(b"This was a database once. " * 200)
    error = refused(path, backups)
    assert error.key == "damaged"
    assert str(path) in error.detail
    assert "backup" in error.next_step
    assert path.read_bytes() == b"This was a database once. " * 200


def test_a_damaged_page_is_found_by_the_quick_check(filled: Path, backups: Path) -> None:
    with closing(store.open_writer(filled, backups, NOW)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        size = db.execute("PRAGMA page_size").fetchone()[0]
        assert store.quick_check(db) == []
        (root,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'item'").fetchone()
    content = bytearray(filled.read_bytes())
    content[(root - 1) * size : root * size] = b"\xff" * size
    filled.write_bytes(content)
    with closing(store.open_reader(filled)) as db:
        assert store.quick_check(db)
        with pytest.raises(sqlite3.DatabaseError) as caught:
            db.execute("SELECT * FROM item").fetchall()
    error = store.as_store_error(caught.value, filled)
    assert error.key == "damaged"
    assert str(filled) in error.detail


def test_a_file_cut_short_is_named_as_damaged(filled: Path, backups: Path) -> None:
    content = filled.read_bytes()
    filled.write_bytes(content[:4096])
    error = refused(filled, backups)
    assert error.key == "damaged"
    assert str(filled) in error.detail


@pytest.mark.parametrize("name", ["", "missing/hkwatch.db"])
def test_a_place_where_no_file_can_be_is_named(tmp_path: Path, backups: Path, name: str) -> None:
    error = refused(tmp_path / name, backups)
    assert error.key == "disk"
    assert str(tmp_path / name) in error.detail
    assert "permissions" in error.next_step


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_folder_is_named(tmp_path: Path, backups: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    assert refused(folder / "hkwatch.db", backups).key == "disk"


def test_a_backup_that_cannot_be_written_stops_the_migration(filled: Path, tmp_path: Path, steps: Path) -> None:
    (tmp_path / "in-the-way").write_text("a file, not a folder")
    with pytest.raises(StoreError) as caught:
        store.open_writer(filled, tmp_path / "in-the-way", NOW, steps)
    assert caught.value.key == "disk"
    assert "in-the-way" in caught.value.detail
    with closing(sqlite3.connect(filled)) as db:
        assert version(db) == store.schema()


def test_a_full_disk_is_named_and_nothing_stored_is_lost(filled: Path, backups: Path) -> None:
    with closing(store.open_writer(filled, backups, NOW)) as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(sqlite3.OperationalError) as caught:
            add_texts(db, [f"word{n} " * 300 for n in range(200)])
        assert not db.in_transaction
        assert db.execute("SELECT count(*) FROM item").fetchone()[0] == 2
        assert len(find(db, "licence")) == 1
    error = store.as_store_error(caught.value, filled)
    assert error.key == "disk"
    assert "space" in error.next_step


def test_a_file_locked_by_another_program_is_named(db: sqlite3.Connection, file: Path) -> None:
    other = sqlite3.connect(file, isolation_level=None, timeout=0)
    with closing(other), store.transaction(db), pytest.raises(sqlite3.OperationalError) as caught:
        other.execute("BEGIN IMMEDIATE")
    assert store.as_store_error(caught.value, file).key == "locked"


def test_a_reader_cannot_write(db: sqlite3.Connection, file: Path) -> None:
    with closing(store.open_reader(file)) as reader, pytest.raises(sqlite3.OperationalError, match="readonly"):
        store.set_meta(reader, "a", "b")


def test_a_reader_sees_what_is_committed_and_nothing_before(db: sqlite3.Connection, file: Path) -> None:
    with closing(store.open_reader(file)) as reader:
        with store.transaction(db):
            store.set_meta(db, "a", "b")
            assert store.get_meta(reader, "a") is None
        assert store.get_meta(reader, "a") == "b"


def test_a_reader_waits_for_the_file_and_for_its_schema(file: Path, filled: Path, tmp_path: Path) -> None:
    for path, expected in ((tmp_path / "none.db", None), (filled, store.schema() + 1)):
        with pytest.raises(StoreError) as caught:
            store.open_reader(path, expected)
        assert caught.value.key == "not-ready"
    assert not (tmp_path / "none.db").exists()


def test_a_reader_refuses_a_newer_file_as_the_writer_does(filled: Path) -> None:
    with pytest.raises(StoreError, match="newer hkwatch") as caught:
        store.open_reader(filled, store.schema() - 1)
    assert caught.value.key == "newer-database"
    assert "newer version" in caught.value.next_step


def test_a_reader_names_a_file_that_is_no_database(file: Path) -> None:
    file.write_bytes(b"no database " * 500)
    with pytest.raises(StoreError) as caught:
        store.open_reader(file)
    assert caught.value.key == "damaged"


def test_a_transaction_is_all_or_nothing(db: sqlite3.Connection) -> None:
    def set_and_fail() -> None:
        with store.transaction(db):
            store.set_meta(db, "a", "b")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        set_and_fail()
    assert store.get_meta(db, "a") is None
    assert not db.in_transaction


def test_a_transaction_inside_a_transaction_is_a_mistake(db: sqlite3.Connection) -> None:
    again = store.transaction(db)
    with store.transaction(db), pytest.raises(sqlite3.OperationalError, match="within a transaction"):
        again.__enter__()
    assert not db.in_transaction


def test_a_remembered_value_can_be_changed(db: sqlite3.Connection) -> None:
    assert store.get_meta(db, "a") is None
    store.set_meta(db, "a", "1")
    store.set_meta(db, "a", "2")
    assert store.get_meta(db, "a") == "2"
