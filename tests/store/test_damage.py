# SPDX-License-Identifier: MIT
"""A byte of the database file changes somewhere: it is found or harmless, never a crash, and the last copy brings all back."""

import contextlib
import random
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from hkwatch.domain.errors import StoreError
from hkwatch.store import backups
from hkwatch.store import db as store

from .stored import NOW, add, new_item

ITEMS = 300
Rows = dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A file with items of some length, as a stopped program leaves it, and the day's copy beside it."""
    file = tmp_path / "hkwatch.db"
    chance = random.Random(1)
    words = ("licence", "platform", "custody", "stablecoin", "牌照", "交易平台", "circular", "fined")
    with closing(store.open_writer(file, tmp_path / "backups", NOW)) as db:
        add(
            db,
            *(
                new_item(
                    f"Notice {n} {chance.choice(words)}",
                    " ".join(chance.choices(words, k=80)),
                    at=NOW - timedelta(hours=n),
                )
                for n in range(ITEMS)
            ),
        )
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.execute("PRAGMA journal_mode = DELETE")
    backups.daily(file, tmp_path / "backups", NOW)
    return file


def everything(db: sqlite3.Connection) -> Rows:
    """All rows of all tables that are no index of SQLite's own. Raises StoreError where one cannot be read."""
    tables = [
        row[0]
        for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    ]
    return {name: db.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables if not name.startswith("sqlite_")}


def _is_one_of(error: StoreError, *keys: str) -> None:
    assert error.key in keys, error


def outcome(file: Path, before: Rows) -> str:
    """How a changed byte shows: `open`, `check` or `read` = found there; `content` = a value differs; `nothing`."""
    try:
        with closing(store.open_reader(file)) as db:
            if store.quick_check(db):
                return "check"
            try:
                after = everything(db)
                db.execute("SELECT rowid FROM item_fts WHERE item_fts MATCH 'licence'").fetchall()
            except (sqlite3.Error, UnicodeDecodeError) as error:
                _is_one_of(store.as_store_error(error, file), "damaged")
                return "read"
    except StoreError as error:
        # A file of another schema, another program or a newer one is refused, whatever made it so.
        _is_one_of(error, "damaged", "not-ready", "foreign-file", "newer-database")
        return "open"
    if after == before:
        return "nothing"
    different = sum(len(set(map(repr, rows)) ^ set(map(repr, after.get(name, [])))) for name, rows in before.items())
    # One value of one row, once as it was and once as it is; or the rows of one page.
    assert different <= 60, different
    return "content"


def flip(sound: Path, places: int, seed: int) -> "Counter[str]":
    """Change one byte at so many places, one after the other, and see each time what becomes of it."""
    chance = random.Random(seed)
    content = sound.read_bytes()
    with closing(store.open_reader(sound)) as db:
        before = everything(db)
    found: Counter[str] = Counter()
    damaged = sound.with_name("damaged.db")
    for number in range(places):
        # The file's first hundred bytes say what it is: a tenth of the places is there.
        at = chance.randrange(100) if number % 10 == 0 else chance.randrange(len(content))
        damaged.write_bytes(content[:at] + bytes([content[at] ^ chance.randrange(1, 256)]) + content[at + 1 :])
        how = outcome(damaged, before)
        found[how] += 1
        if how in ("open", "check", "read"):
            _write_to(damaged)
            # A copy of it is not taken for a good one.
            if how != "read":
                with contextlib.suppress(StoreError):
                    backups.copy(damaged, sound.with_name("copy.db"))
                    assert backups.check(sound.with_name("copy.db"))
        if number % 10 == 0:
            checked, kept = backups.restore(_last(sound), damaged, sound.parent / "backups", NOW)
            assert checked.counts["item"] == ITEMS
            assert kept is not None
            with closing(store.open_reader(damaged)) as db:
                assert everything(db) == before
        for name in ("damaged.db-wal", "damaged.db-shm"):
            sound.with_name(name).unlink(missing_ok=True)
    return found


def _write_to(file: Path) -> None:
    """The engine's way in: it opens, or says why not; what is written is written or refused, in words."""
    try:
        with closing(store.open_writer(file, file.parent / "migrated", NOW)) as db:
            try:
                add(db, new_item("One more", "licence"))
            except (sqlite3.Error, UnicodeDecodeError) as error:
                _is_one_of(store.as_store_error(error, file), "damaged", "database")
    except StoreError as error:
        _is_one_of(error, "damaged", "foreign-file", "newer-database", "database")


def _last(sound: Path) -> Path:
    return backups.dailies(sound.parent / "backups")[-1]


def test_a_byte_changed_at_fifty_places_is_found_or_harmless_and_the_copy_brings_all_back(
    sound: Path, figures: Callable[[str], None]
) -> None:
    found = flip(sound, 50, seed=50)
    figures(f"50 changed bytes: {dict(found)}")
    assert found["check"] + found["open"] + found["read"] >= 5


@pytest.mark.long
@pytest.mark.timeout(900)
def test_a_byte_changed_at_a_thousand_places_is_found_or_harmless_and_the_copy_brings_all_back(
    sound: Path, figures: Callable[[str], None]
) -> None:
    found = flip(sound, 1_000, seed=1_000)
    figures(f"1,000 changed bytes: {dict(found)}")
    assert found["check"] + found["open"] + found["read"] >= 100


@pytest.mark.parametrize("table", ["item", "item_text", "alert", "outbox"])
def test_a_page_of_zeroes_is_found_by_the_check_and_by_whoever_reads_it(sound: Path, table: str) -> None:
    with closing(sqlite3.connect(sound)) as db:
        size = db.execute("PRAGMA page_size").fetchone()[0]
        (root,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    content = bytearray(sound.read_bytes())
    content[(root - 1) * size : root * size] = bytes(size)
    sound.write_bytes(content)
    with closing(store.open_reader(sound)) as db:
        assert store.quick_check(db)
        with pytest.raises(sqlite3.DatabaseError) as caught:
            db.execute(f"SELECT * FROM {table}").fetchall()
    error = store.as_store_error(caught.value, sound)
    assert error.key == "damaged"
    assert "backup" in error.next_step
    with pytest.raises(StoreError) as refused:
        backups.copy(sound, sound.with_name("copy.db"))
    assert refused.value.key == "damaged"
    assert not sound.with_name("copy.db").exists()


def test_a_text_that_is_no_text_any_more_is_damage(sound: Path) -> None:
    with closing(sqlite3.connect(sound)) as db:
        db.execute("UPDATE item_text SET title = CAST(x'4e6fff' AS TEXT) WHERE rowid = 1")
        db.commit()
    with closing(store.open_reader(sound)) as db, pytest.raises(sqlite3.DatabaseError) as caught:
        db.execute("SELECT title FROM item_text").fetchall()
    assert store.as_store_error(caught.value, sound).key == "damaged"
