# SPDX-License-Identifier: MIT
"""A database file opened to be read by one thread: open, close, interrupt, and rows as they are shown.

Every read is over when it returns: all rows are fetched and no transaction stays open, so checkpoints can run.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hkwatch.domain.deadline import CountedDeadline, KnownDeadline, counted
from hkwatch.domain.errors import StoreError
from hkwatch.domain.fold import Folder
from hkwatch.domain.hkt import to_hkt
from hkwatch.domain.query_due import Holidays
from hkwatch.domain.rows import InboxRow
from hkwatch.store import db as store
from hkwatch.store import pages

if TYPE_CHECKING:
    from hkwatch.domain.catalogue import Catalogue


class ReadInterruptedError(Exception):
    """Another thread asked for the running read to end; its result is not wanted."""


class StoreReader:
    """Holds the connection. All reads raise StoreError; `not-ready` before `open`."""

    def __init__(
        self,
        database_file: Path,
        folder: Folder,
        catalogue: Catalogue | None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        holidays: Holidays = frozenset,
    ) -> None:
        """`catalogue` None = `know` tells before anything is asked but pages and counts.

        `now` is what dates in a query are counted from; `holidays` gives Hong Kong's when working days are."""
        self._file = database_file
        self._folder = folder
        if catalogue is not None:
            self._catalogue: Catalogue = catalogue
        self._now = now
        self._holidays = holidays
        self._db: sqlite3.Connection | None = None
        self._language = "en"

    def know(self, folder: Folder, catalogue: Catalogue) -> None:
        """How words are folded and who publishes what, from the next read on: whoever shows the first rows has neither."""
        self._folder, self._catalogue = folder, catalogue

    @property
    def is_open(self) -> bool:
        """Whether reads can be answered."""
        return self._db is not None

    def open(self, schema: int | None = None) -> None:
        """Open read-only at the engine's schema (None = this program's own); an open file is opened anew."""
        self.close()
        self._db = store.open_reader(self._file, schema)

    def close(self) -> None:
        """Let go of the file. May be called twice."""
        db, self._db = self._db, None
        if db is not None:
            db.close()

    def interrupt(self) -> None:
        """End the running read with ReadInterruptedError; from any thread, also while nothing runs."""
        db = self._db
        if db is not None:
            try:
                db.interrupt()
            except sqlite3.ProgrammingError:
                return  # closed in between: nothing runs

    def speak(self, language: str) -> None:
        """Give titles in this language where an item exists in it, from the next read on; from any thread."""
        self._language = language

    def _counted(self, deadline: KnownDeadline) -> CountedDeadline:
        return counted(deadline, to_hkt(self._now()).date(), self._holidays())

    def _shown(self, db: sqlite3.Connection, rows: tuple[InboxRow, ...]) -> tuple[InboxRow, ...]:
        return tuple(self._current(row) for row in pages.in_language(db, rows, self._language))

    def _current(self, row: InboxRow) -> InboxRow:
        """The row without a deadline that is over."""
        is_over = row.closes_on is not None and row.closes_on < to_hkt(self._now()).date()
        return replace(row, closes_on=None, extended_from=None) if is_over else row

    def _reading(self) -> _Reading:
        if self._db is None:
            raise StoreError("not-ready", f"{self._file} is not open yet.")
        return _Reading(self._db, self._file)


class _Reading:
    """Turns what SQLite raises into what callers know."""

    def __init__(self, db: sqlite3.Connection, file: Path) -> None:
        self._db = db
        self._file = file

    def __enter__(self) -> sqlite3.Connection:
        return self._db

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, sqlite3.OperationalError) and "interrupted" in str(error):
            raise ReadInterruptedError from error
        if isinstance(error, sqlite3.Error):
            raise store.as_store_error(error, self._file) from error
