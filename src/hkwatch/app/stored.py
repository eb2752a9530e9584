# SPDX-License-Identifier: MIT
"""What is stored, for commands: read beside a running watch, or changed by whoever has the data folder to himself."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TypeVar

from hkwatch.app.lock import acquire
from hkwatch.app.paths import AppPaths
from hkwatch.domain.errors import StoreError
from hkwatch.store.db import open_reader, open_writer, transaction

_T = TypeVar("_T")


@contextlib.contextmanager
def not_ready_explained() -> Iterator[None]:
    """Inside, where nothing is stored yet, the error says which command to run first."""
    try:
        yield
    except StoreError as error:
        if error.key == "not-ready":
            raise StoreError(error.key, error.detail, "Run `hkwatch check` or `hkwatch` first.") from error
        raise


def open_stored(paths: AppPaths) -> sqlite3.Connection:
    """The database to read from; the caller closes it. Raises StoreError."""
    with not_ready_explained():
        return open_reader(paths.database_file)


def change(paths: AppPaths, now: datetime, write: Callable[[sqlite3.Connection], _T]) -> _T:
    """Write in one transaction; what `write` returns. Raises StoreError, and SettingsError where another has the folder."""
    paths.create()
    with (
        acquire(paths.data_dir, "cli"),
        contextlib.closing(open_writer(paths.database_file, paths.backups_dir, now)) as db,
        transaction(db),
    ):
        return write(db)
