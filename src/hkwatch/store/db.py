# SPDX-License-Identifier: MIT
"""Opening the database: one writer in the engine, read-only connections elsewhere, numbered migrations.

A file of an older schema is copied to the backup folder before it is migrated; a newer one is refused.
"""

import contextlib
import re
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from hkwatch.domain.errors import StoreError
from hkwatch.store import journal, terms

APPLICATION_ID = 0x686B7761  # "hkwa"
_MIGRATIONS = Path(__file__).parent / "migrations"


def migrations(folder: Path = _MIGRATIONS) -> list[tuple[int, Path]]:
    """Number and file of each migration, ascending."""
    found = [(int(match[1]), path) for path in folder.iterdir() if (match := re.match(r"(\d{4})\.sql$", path.name))]
    return sorted(found)


def schema(folder: Path = _MIGRATIONS) -> int:
    """The schema this program writes."""
    return migrations(folder)[-1][0]


def open_writer(path: Path, backups: Path, now: datetime, folder: Path = _MIGRATIONS) -> sqlite3.Connection:
    """Open for writing, migrate if needed.

    Raises StoreError `newer-database`, `damaged`, `disk` or `foreign-file`; the file is then untouched.
    """
    with contextlib.ExitStack() as opened:
        try:
            db = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=5)
            opened.callback(db.close)
            version = _user_version(db)
            _recognise(db, path, version)
            if version > schema(folder):
                raise newer(path, version, schema(folder))
            # Only now: these write into the file.
            _set_up(db, path)
            if version < schema(folder):
                if version:
                    backup(db, backups / f"before-schema-{schema(folder)}-{now:%Y%m%dT%H%M%SZ}.db")
                _migrate(db, version, folder)
                with transaction(db):
                    journal.begin(db, now)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise as_store_error(error, path) from error
        except OSError as error:
            raise StoreError("disk", f"{path} or its backup: {error}.", "Check the folder's permissions.") from error
        opened.pop_all()
    return db


def open_reader(path: Path, expected_schema: int | None = None) -> sqlite3.Connection:
    """Open read-only. Raises StoreError `not-ready` where the file or its schema is not there yet, `newer-database`."""
    if not path.exists():
        raise StoreError("not-ready", f"{path} does not exist yet.")
    with contextlib.ExitStack() as opened:
        try:
            db = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, check_same_thread=False
            )
            opened.callback(db.close)
            terms.prepare(db)
            db.execute("PRAGMA query_only = ON")
            # The system holds the file's pages anyway: 16 MB here made no search faster, and the window larger by 12.
            db.execute("PRAGMA cache_size = -4000")
            version = _user_version(db)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise as_store_error(error, path) from error
        known = schema() if expected_schema is None else expected_schema
        if version > known:
            # Waiting for its writer would be in vain.
            raise newer(path, version, known)
        if version != known:
            raise StoreError("not-ready", f"{path} has schema {version}, and schema {known} is due.")
        opened.pop_all()
    return db


def newer(path: Path, version: int, known: int) -> StoreError:
    """The error for a file that a later version wrote."""
    return StoreError(
        "newer-database",
        f"{path} was written by a newer hkwatch (schema {version}, this one knows {known}).",
        "Install the newer version again, or choose another folder with --data.",
    )


def backup(db: sqlite3.Connection, target: Path) -> None:
    """Copy the whole database to `target`, consistent even while it is written."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = target.with_suffix(".partial")
    try:
        with contextlib.closing(sqlite3.connect(partial)) as copy:
            db.backup(copy)
            # One file that can be moved about and opened anywhere; the writer turns the journal on again.
            copy.execute("PRAGMA journal_mode = DELETE")
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def quick_check(db: sqlite3.Connection) -> list[str]:
    """What SQLite finds wrong with the file; empty if nothing."""
    try:
        return [row[0] for row in db.execute("PRAGMA quick_check(20)") if row[0] != "ok"]
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        return [str(error)]


@contextlib.contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All or nothing. Nested use is a mistake and raises from SQLite."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        # On a full disk SQLite has rolled back already; a second ROLLBACK would hide the cause.
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def get_meta(db: sqlite3.Connection, key: str) -> str | None:
    """A remembered value, None if it was never set."""
    row = db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return None if row is None else str(row[0])


def set_meta(db: sqlite3.Connection, key: str, value: str) -> None:
    """Remember a value."""
    db.execute("INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", (key, value))


def as_store_error(error: sqlite3.Error | UnicodeDecodeError, path: Path) -> StoreError:
    """What a SQLite error means to a person. Where the damage is in a name, its message is no UTF-8 and cannot be read."""
    text = str(error)
    if isinstance(error, UnicodeDecodeError) or "Could not decode" in text:
        # It quotes the text, which is somebody's content and no help.
        text = "the database disk image is malformed: a text cannot be read"
    if isinstance(error, sqlite3.OperationalError):
        if "disk is full" in text or "disk I/O" in text:
            return StoreError("disk", f"{path}: {text}.", "Free some space; nothing stored so far is lost.")
        if "readonly" in text or "unable to open" in text:
            return StoreError("disk", f"{path} cannot be written: {text}.", "Check the folder's permissions.")
        if "locked" in text:
            return StoreError("locked", f"{path} is in use by another program.", "Close that program.")
    if any(word in text for word in ("malformed", "not a database", "corrupt", "unsupported file format")):
        return StoreError("damaged", f"{path}: {text}.", "Restore the last good backup from the backups folder.")
    return StoreError("database", f"{path}: {text}.")


def _set_up(db: sqlite3.Connection, path: Path) -> None:
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")  # a power cut must not lose what was told or acknowledged
    db.execute("PRAGMA foreign_keys = ON")
    # More makes taking in thousands of items no faster: the system holds the file's pages as well.
    db.execute("PRAGMA cache_size = -6000")
    # Pages that many batches touch are copied into the file once, not for every few batches; the journal has 16 MB then.
    db.execute("PRAGMA wal_autocheckpoint = 4000")
    path.chmod(0o600)


def _user_version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _recognise(db: sqlite3.Connection, path: Path, version: int) -> None:
    application = int(db.execute("PRAGMA application_id").fetchone()[0])
    empty = not db.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
    fresh = empty and version == 0 and application == 0
    if application != APPLICATION_ID and not fresh:
        raise StoreError(
            "foreign-file", f"{path} is a database of another program.", "Choose another folder with --data."
        )


def _migrate(db: sqlite3.Connection, version: int, folder: Path) -> None:
    for number, file in migrations(folder):
        if number <= version:
            continue
        script = file.read_text("utf-8")
        db.executescript(
            f"BEGIN IMMEDIATE;\n{script}\n"
            f"PRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {number};\nCOMMIT;"
        )
