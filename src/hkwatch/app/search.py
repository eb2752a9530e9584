# SPDX-License-Identifier: MIT
"""`hkwatch search QUERY`: the inbox's search in the terminal. Reads only, so it works beside a running watch."""

import contextlib
import json
import sys

from hkwatch.app import exit_codes
from hkwatch.app.compose import read_files
from hkwatch.app.paths import AppPaths
from hkwatch.app.tables import table
from hkwatch.domain.errors import StoreError
from hkwatch.domain.hkt import format_minute
from hkwatch.domain.query import QueryError, parse_query
from hkwatch.domain.rows import InboxRow
from hkwatch.store.db import open_reader
from hkwatch.store.pages import page


def main(paths: AppPaths, text: str, *, as_json: bool, limit: int) -> int:
    """Print what a query finds, newest first. Raises StoreError."""
    files = read_files(paths)
    try:
        with contextlib.closing(open_reader(paths.database_file)) as db:
            found = page(db, parse_query(text), files.folder, limit=limit)
    except StoreError as error:
        if error.key == "not-ready":
            raise StoreError(error.key, error.detail, "Run `hkwatch check` or `hkwatch` first.") from error
        raise
    except QueryError as error:
        known = f" Known: {', '.join(error.allowed)}." if error.allowed else ""
        print(
            f"{text}\n{' ' * error.position}^ {error.key.replace('-', ' ')}: {error.value!r}.{known}", file=sys.stderr
        )
        return exit_codes.USAGE
    if as_json:
        for row in found.rows:
            print(json.dumps(_plain(row), ensure_ascii=False))
        return exit_codes.FINE
    if not found.rows:
        print("Nothing found.")
        return exit_codes.FINE
    lines = [
        (format_minute(row.sort_at), row.publisher, row.level.name.lower(), row.ref, row.title) for row in found.rows
    ]
    print(table(("time", "source", "level", "reference", "title"), lines))
    if found.more:
        print(f"… and more: --limit {limit * 2} shows them.")
    return exit_codes.FINE


def _plain(row: InboxRow) -> dict[str, object]:
    return {
        "id": row.id,
        "ref": row.ref,
        "title": row.title,
        "lang": row.lang,
        "langs": list(row.langs),
        "publisher": row.publisher,
        "type": row.doc_type.value,
        "level": row.level.name.lower(),
        "flag": row.flagged,
        "state": row.state.name.lower(),
        "published": row.published_at.isoformat() if row.published_at else None,
        "precision": row.precision.value,
        "first_seen": row.first_seen_at.isoformat(),
        "revision": row.revision,
    }
