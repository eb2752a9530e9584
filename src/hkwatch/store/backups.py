# SPDX-License-Identifier: MIT
"""Copies of the database: made while it is written, checked by opening them, rotated by day, put back.

backups/daily-2026-11-25.db        by itself, one a day, the newest seven
backups/hkwatch-20261125T…Z.db     by `hkwatch backup`; never taken away
backups/replaced-20261125T…Z.db    what a restore replaced; never taken away
"""

import contextlib
import os
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hkwatch.domain.errors import StoreError
from hkwatch.domain.hkt import to_hkt
from hkwatch.store.db import APPLICATION_ID, as_store_error, backup, newer, schema

DAYS_KEPT = 7
_DAILY = re.compile(r"daily-\d{4}-\d{2}-\d{2}\.db$")
_COUNTED = ("item", "item_text", "alert", "saved_search", "outbox")


@dataclass(frozen=True, slots=True)
class Checked:
    """A sound copy: its schema, and how many rows each table that matters holds."""

    schema: int
    counts: dict[str, int]


def copy(database: Path, target: Path) -> Checked:
    """Write a consistent copy of `database`, also while it is written, and check it. Raises StoreError."""
    if not database.exists():
        raise StoreError("not-ready", f"{database} does not exist yet.")
    fresh = target.with_name(f"{target.name}.new")
    try:
        with _open(database) as db:
            version = int(db.execute("PRAGMA user_version").fetchone()[0])
            if version > schema():
                raise newer(database, version, schema())
            backup(db, fresh)
        fresh.chmod(0o600)
        checked = check(fresh)
        fresh.replace(target)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise as_store_error(error, database) from error
    except OSError as error:
        raise StoreError("disk", f"{target}: {error}.", "Choose another folder, or free some space.") from error
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
    return checked


def check(file: Path) -> Checked:
    """Open a copy, check all of it and count.

    Raises StoreError `no-such-file`, `damaged`, `foreign-file` or `newer-database`.
    """
    if not file.is_file():
        raise StoreError("no-such-file", f"{file} is not there.", "Check the name.")
    try:
        with _open(file) as db:
            application = int(db.execute("PRAGMA application_id").fetchone()[0])
            version = int(db.execute("PRAGMA user_version").fetchone()[0])
            if application != APPLICATION_ID:
                raise StoreError("foreign-file", f"{file} is a database of another program.")
            if version > schema():
                raise StoreError(
                    "newer-database",
                    f"{file} was written by a newer hkwatch (schema {version}, this one knows {schema()}).",
                    "Install the newer version.",
                )
            wrong = [str(row[0]) for row in db.execute("PRAGMA integrity_check(5)") if row[0] != "ok"]
            if wrong:
                raise StoreError("damaged", f"{file}: {wrong[0]}.", "Use another copy.")
            present = {str(row[0]) for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
            counts = {
                table: int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
                for table in _COUNTED
                if table in present
            }
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise StoreError("damaged", f"{file}: {error}.", "Use another copy.") from error
    return Checked(version, counts)


def daily(database: Path, folder: Path, now: datetime) -> Path | None:
    """Make today's copy (Hong Kong's day) unless it is there, then keep the newest seven. None = nothing to do."""
    target = daily_file(folder, now)
    if target.exists() or not database.exists():
        return None
    copy(database, target)
    # Only after the new copy was found sound: rotation must not trade a good one for a bad one.
    for old in dailies(folder)[:-DAYS_KEPT]:
        old.unlink(missing_ok=True)
    return target


def daily_file(folder: Path, now: datetime) -> Path:
    """Where the copy of this day (in Hong Kong) is, or will be."""
    return folder / f"daily-{to_hkt(now):%Y-%m-%d}.db"


def dailies(folder: Path) -> list[Path]:
    """The automatic copies, oldest first."""
    return sorted(path for path in folder.glob("daily-*.db") if _DAILY.match(path.name))


def restore(source: Path, database: Path, folder: Path, now: datetime) -> tuple[Checked, Path | None]:
    """Put a checked copy in the database's place; what was there is kept in `folder` (None = nothing was).

    The caller holds the data folder's lock. Raises StoreError; the database is then as it was.
    """
    checked = check(source)
    fresh = database.with_name(f"{database.name}.restoring")
    try:
        with _open(source) as db:
            backup(db, fresh)
        fresh.chmod(0o600)
        kept = _set_aside(database, folder / f"replaced-{now:%Y%m%dT%H%M%SZ}.db")
        fresh.replace(database)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise as_store_error(error, source) from error
    except OSError as error:
        raise StoreError("disk", f"{database}: {error}.", "Free some space, or check the permissions.") from error
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
    return checked, kept


def _set_aside(database: Path, kept: Path) -> Path | None:
    if not database.exists():
        return None
    kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(database)) as db:
        # A damaged file keeps its journal; together they may still be read by somebody.
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    wal = database.with_name(f"{database.name}-wal")
    if wal.exists():
        # The journal of the old file must not be played into the new one.
        wal.replace(kept.with_name(f"{kept.name}-wal"))
    database.with_name(f"{database.name}-shm").unlink(missing_ok=True)
    # Until the new file takes its place the old one stays there as well: a power cut leaves one of the two.
    try:
        os.link(database, kept)
    except OSError:
        kept.write_bytes(database.read_bytes())
        kept.chmod(0o600)
    return kept


@contextlib.contextmanager
def _open(file: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as db:
        yield db
