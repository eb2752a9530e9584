# SPDX-License-Identifier: MIT
"""Copies of the database: consistent, checked, rotated, and put back."""

import contextlib
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from hkwatch.domain.errors import StoreError
from hkwatch.store import backups
from hkwatch.store.db import open_writer, schema, set_meta, transaction

from .stored import NOW


def value(file: Path) -> str:
    """What `set_meta` left in a file."""
    with contextlib.closing(sqlite3.connect(file)) as db:
        row = db.execute("SELECT value FROM meta WHERE key = 'mark'").fetchone()
    return "" if row is None else str(row[0])


def spoil(file: Path) -> None:
    """Overwrite the middle of a file."""
    size = file.stat().st_size
    with file.open("r+b") as out:
        out.seek(size // 4)
        out.write(b"\xff" * (size // 2))


def test_a_copy_holds_all_that_is_committed_and_nothing_half_written(
    db: sqlite3.Connection, file: Path, tmp_path: Path
) -> None:
    set_meta(db, "mark", "committed")
    target = tmp_path / "copy.db"
    with contextlib.suppress(ZeroDivisionError), transaction(db):
        set_meta(db, "mark", "half")
        checked = backups.copy(file, target)
        raise ZeroDivisionError
    assert value(target) == "committed"
    assert checked.schema == schema()
    assert checked.counts == {"item": 0, "item_text": 0, "alert": 0, "saved_search": 0, "outbox": 0}
    assert target.stat().st_mode & 0o777 == 0o600
    # One file, without a journal beside it.
    assert {path.name for path in tmp_path.glob("copy.db*")} == {"copy.db"}


def test_a_copy_is_made_each_day_of_hong_kong_and_seven_are_kept(
    db: sqlite3.Connection, file: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "copies"
    other = folder / "daily-notes.db"
    folder.mkdir()
    other.write_text("mine")
    made = [backups.daily(file, folder, NOW + timedelta(days=day)) for day in range(10)]
    assert all(made)
    assert backups.daily(file, folder, NOW + timedelta(days=9, minutes=1)) is None
    assert backups.dailies(folder) == made[3:]
    assert other.exists()
    assert db.execute("SELECT 1").fetchone() == (1,)


def test_a_damaged_database_takes_no_good_copy_away(db: sqlite3.Connection, file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    made = [backups.daily(file, folder, NOW + timedelta(days=day)) for day in range(7)]
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    spoil(file)
    with pytest.raises(StoreError) as caught:
        backups.daily(file, folder, NOW + timedelta(days=8))
    assert caught.value.key == "damaged"
    assert backups.dailies(folder) == made
    assert len(list(folder.iterdir())) == 7


def test_a_newer_database_is_not_copied_and_named_by_its_own_name(
    db: sqlite3.Connection, file: Path, tmp_path: Path
) -> None:
    db.execute("PRAGMA user_version = 999")
    with pytest.raises(StoreError) as caught:
        backups.copy(file, tmp_path / "copy.db")
    assert caught.value.key == "newer-database"
    assert str(file) in caught.value.detail
    assert ".new" not in caught.value.detail
    assert not list(tmp_path.glob("copy.db*"))


def test_checking_tells_a_missing_a_damaged_a_foreign_and_a_newer_file(
    db: sqlite3.Connection, file: Path, tmp_path: Path
) -> None:
    good = tmp_path / "good.db"
    backups.copy(file, good)
    damaged, foreign, newer = (tmp_path / f"{name}.db" for name in ("damaged", "foreign", "newer"))
    for path in (damaged, newer):
        path.write_bytes(good.read_bytes())
    spoil(damaged)
    with contextlib.closing(sqlite3.connect(foreign)) as other:
        other.execute("CREATE TABLE notes (text TEXT)")
    with contextlib.closing(sqlite3.connect(newer)) as other:
        other.execute(f"PRAGMA user_version = {schema() + 1}")
    text = tmp_path / "text.db"
    text.write_text("no database at all, but long enough to be looked at" * 30)
    expected = {
        tmp_path / "missing.db": "no-such-file",
        damaged: "damaged",
        text: "damaged",
        foreign: "foreign-file",
        newer: "newer-database",
    }
    for path, key in expected.items():
        with pytest.raises(StoreError) as caught:
            backups.check(path)
        assert caught.value.key == key, path.name


def test_a_restore_brings_the_copy_back_and_keeps_what_was_there(
    db: sqlite3.Connection, file: Path, tmp_path: Path
) -> None:
    copy, folder = tmp_path / "copy.db", tmp_path / "backups"
    set_meta(db, "mark", "old")
    backups.copy(file, copy)
    set_meta(db, "mark", "new")
    db.close()
    _, kept = backups.restore(copy, file, folder, NOW)
    assert value(file) == "old"
    assert kept is not None
    assert value(kept) == "new"
    with contextlib.closing(open_writer(file, folder, NOW)) as again:
        set_meta(again, "mark", "newer")
    assert (value(copy), value(kept)) == ("old", "new")


def test_a_damaged_database_can_be_replaced_and_its_journal_is_not_played_into_the_copy(
    db: sqlite3.Connection, file: Path, tmp_path: Path
) -> None:
    copy, folder = tmp_path / "copy.db", tmp_path / "backups"
    set_meta(db, "mark", "old")
    backups.copy(file, copy)
    db.close()
    file.write_bytes(b"x" * 8192)
    wal = file.with_name(f"{file.name}-wal")
    wal.write_bytes(b"y" * 4096)
    _, kept = backups.restore(copy, file, folder, NOW)
    assert value(file) == "old"
    assert kept is not None
    assert kept.read_bytes() == b"x" * 8192


def test_a_bad_copy_leaves_the_database_as_it_was(db: sqlite3.Connection, file: Path, tmp_path: Path) -> None:
    set_meta(db, "mark", "mine")
    bad = tmp_path / "bad.db"
    backups.copy(file, bad)
    spoil(bad)
    with pytest.raises(StoreError):
        backups.restore(bad, file, tmp_path / "backups", NOW)
    assert value(file) == "mine"
    assert not list(tmp_path.glob("*.restoring"))


def test_without_a_database_there_is_nothing_to_copy_and_nothing_to_keep(
    db: sqlite3.Connection, file: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    backups.copy(file, copy)
    empty = tmp_path / "elsewhere" / "hkwatch.db"
    empty.parent.mkdir()
    with pytest.raises(StoreError) as caught:
        backups.copy(empty, tmp_path / "other.db")
    assert caught.value.key == "not-ready"
    assert backups.daily(empty, tmp_path / "copies", NOW) is None
    assert backups.restore(copy, empty, tmp_path / "backups", NOW)[1] is None
    assert empty.exists()
