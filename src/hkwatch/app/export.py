# SPDX-License-Identifier: MIT
"""`hkwatch export`: stored items as a file. Reads only, so it works beside a running watch."""

import sys
from datetime import datetime
from pathlib import Path

from hkwatch.app import exit_codes
from hkwatch.app.counted import counted
from hkwatch.app.files import Files, read_files
from hkwatch.app.paths import AppPaths
from hkwatch.app.reading import reading
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.export import USUAL, Column, Format
from hkwatch.domain.query import Query, QueryError, parse_query
from hkwatch.services.exporting import Chosen, Export, plain_words, write_export, write_export_file
from hkwatch.services.query_complaint import complaint


def main(paths: AppPaths, text: str, form: str, *, out: Path | None, columns: str, titles: str, now: datetime) -> int:
    """Write what a query finds to a new file or to standard output. Raises StoreError, SettingsError."""
    files = read_files(paths)
    query = query_of(files, text)
    export = Export(Chosen(query), Format(form), now, _columns(columns), plain_words(publisher_names(files)), titles)
    if out is not None:
        refuse_existing(out)
    with reading(paths, files.folder, files.catalogue, now) as reader:
        reader.speak(titles)
        if out is None:
            write_export(reader, export, sys.stdout.buffer)
            sys.stdout.buffer.flush()
            return exit_codes.FINE
        count = write_export_file(reader, export, out)
    print(f"{counted(count, 'item')} written to {out}", file=sys.stderr)
    return exit_codes.FINE


def query_of(files: Files, text: str) -> Query:
    """What a query means. Raises SettingsError `bad-query`, with the reason in words."""
    try:
        return parse_query(text)
    except QueryError as error:
        raise BadQueryError(
            "bad-query",
            f"{text!r}, at character {error.position + 1}: {complaint(error, lambda _context, words: words)}",
        ) from error


class BadQueryError(SettingsError):
    """A query that cannot be understood is a mistake in the command."""

    exit_code = exit_codes.USAGE


def publisher_names(files: Files) -> list[tuple[str, str]]:
    """Publishers' ids and short names, in English."""
    return [(str(row.id), row.short.en) for row in files.catalogue.publishers.values()]


def refuse_existing(file: Path) -> None:
    """Raises SettingsError `file-exists` where something is there already."""
    if file.exists():
        raise SettingsError("file-exists", f"{file} is there already.", "Name a new file.")


def _columns(text: str) -> tuple[Column, ...]:
    if not text:
        return USUAL
    try:
        return tuple(Column(name.strip()) for name in text.split(","))
    except ValueError as error:
        known = ", ".join(column.value for column in Column)
        raise BadQueryError("unknown-column", f"{error}.", f"Columns are {known}.") from error
