# SPDX-License-Identifier: MIT
"""`hkwatch digest` and `hkwatch coverage`: from what is stored, also beside a running watch. Reads only."""

import contextlib
import sqlite3
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from hkwatch.app import exit_codes
from hkwatch.app.files import read_files
from hkwatch.app.hk_holidays import lazily
from hkwatch.app.options import Options, interface_language, make_clock
from hkwatch.app.stored import not_ready_explained
from hkwatch.domain.coverage import Month
from hkwatch.services.coverage import CoverageWording, read_statement
from hkwatch.services.digest import Format, read_digest, render, write_atomically
from hkwatch.services.texts import Texts
from hkwatch.store.db import as_store_error, open_reader


def digest(options: Options, *, since: timedelta, form: Format, out: Path | None) -> int:
    """Print or write a digest of the time up to now. Raises StoreError, SettingsError."""
    files, now = read_files(options.paths), make_clock(options).now()
    texts = Texts.load(files.resources, interface_language(files.settings))
    with _opened(options.paths.database_file) as db:
        told = read_digest(db, files.catalogue, now - since, now, texts, lazily(lambda: now))
    return _give(render(told, form), out)


def coverage(options: Options, *, month: Month | None, form: str, out: Path | None) -> int:
    """Print or write the coverage statement of a month, None = the present one. Raises StoreError, SettingsError."""
    files, now = read_files(options.paths), make_clock(options).now()
    words = CoverageWording(Texts.load(files.resources, interface_language(files.settings)))
    with _opened(options.paths.database_file) as db:
        told = read_statement(db, files.catalogue, month or Month.of(now), now)
    return _give(words.csv(told) if form == "csv" else words.markdown(told), out)


def _give(text: str, out: Path | None) -> int:
    if out is None:
        # The byte order mark is for files.
        print(text.removeprefix("\ufeff"), end="")
    else:
        write_atomically(out, text)
        print(f"written to {out}", file=sys.stderr)
    return exit_codes.FINE


@contextlib.contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    with not_ready_explained():
        db = open_reader(file)
    try:
        yield db
    except sqlite3.Error as error:
        raise as_store_error(error, file) from error
    finally:
        db.close()
