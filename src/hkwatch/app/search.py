# SPDX-License-Identifier: MIT
"""`hkwatch search QUERY`: the inbox's search in the terminal. Reads only, so it works beside a running watch."""

import contextlib
import json
import sys
import time
from datetime import datetime

from hkwatch.app import exit_codes
from hkwatch.app.files import read_files
from hkwatch.app.hk_holidays import lazily
from hkwatch.app.name_warnings import place, warn_with
from hkwatch.app.paths import AppPaths
from hkwatch.app.stored import open_stored
from hkwatch.app.tables import table
from hkwatch.domain.hkt import format_minute
from hkwatch.domain.query import Query, QueryError, parse_query
from hkwatch.domain.rows import InboxRow
from hkwatch.services.query_complaint import complaint
from hkwatch.services.query_wording import QueryWording
from hkwatch.store.pages import Page, page


def main(paths: AppPaths, text: str, *, as_json: bool, limit: int, now: datetime) -> int:
    """Print what a query finds, in the list's order or its own; what was understood goes to standard error.

    Raises StoreError.
    """
    files = read_files(paths)
    names = {str(row.id): row.short.en for row in files.catalogue.publishers.values()}
    wording = QueryWording(lambda _context, words: words, names)
    try:
        query = parse_query(text)
        began = time.perf_counter()
        with contextlib.closing(open_stored(paths)) as db:
            found = page(db, query, files.folder, limit=limit, now=now, holidays=lazily(lambda: now))
            took_ms = 1000 * (time.perf_counter() - began)
            warn_with(db, files, text, query, now)
    except QueryError as error:
        print(f"{place(text, error.position)} {complaint(error, lambda _context, words: words)}", file=sys.stderr)
        return exit_codes.USAGE
    print(_explained(wording, query, found, took_ms), file=sys.stderr)
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


def _explained(wording: QueryWording, query: Query, found: Page, took_ms: float) -> str:
    meaning = "".join(text for text, _ in wording.explain(query)) or "everything"
    count = f"{len(found.rows)}{' or more' if found.more else ''} item{'' if len(found.rows) == 1 else 's'}"
    return f"= {meaning} — {count} in {took_ms:.0f} ms"


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
