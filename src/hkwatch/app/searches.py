# SPDX-License-Identifier: MIT
"""`hkwatch searches …`: list, add and remove saved searches.

Listing works beside a running watch. What writes takes the data folder, and ends with 4 while another has it.
"""

import argparse
import contextlib
import json
import sqlite3
import uuid
from datetime import datetime

from hkwatch.app import exit_codes
from hkwatch.app.files import read_files
from hkwatch.app.hk_holidays import lazily
from hkwatch.app.name_warnings import warn
from hkwatch.app.options import Options, make_clock
from hkwatch.app.paths import AppPaths, resources
from hkwatch.app.stored import change, open_stored
from hkwatch.app.tables import table
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import CommandId, SearchId
from hkwatch.domain.query import QueryError
from hkwatch.domain.saved_search import MOST, checked_name, checked_query
from hkwatch.sources.fold_table import load_folder
from hkwatch.store import saved_searches as store
from hkwatch.store.plan import plan
from hkwatch.store.search_counts import Found, unread


class WrongSearchError(SettingsError):
    """The search that was asked for is none; the command line ends with `exit_code`."""

    exit_code = exit_codes.USAGE


def run(args: argparse.Namespace, options: Options) -> int:
    """Carry out `args.word`; returns the exit code. Raises HkwatchError."""
    now = make_clock(options).now()
    match args.word:
        case "list":
            return show(options.paths, now, as_json=args.json)
        case "add":
            return add(options.paths, args.name, args.query, notify=args.notify, now=now)
        case _:
            return remove(options.paths, args.id, now)


def show(paths: AppPaths, now: datetime, *, as_json: bool) -> int:
    """Print all saved searches in their order. Raises StoreError."""
    folder, holidays = _folder(), lazily(lambda: now)
    with contextlib.closing(open_stored(paths)) as db:
        found = [(one, unread(db, one.query, folder, now, holidays)) for one in store.searches(db)]
    if as_json:
        for one, count in found:
            plain = {"id": one.id, "name": one.name, "query": one.query, "notify": one.notify}
            more = {"unread": count.count, "unread_at_least": count.capped, "problem": one.problem or count.problem}
            print(json.dumps({**plain, **more}, ensure_ascii=False))
        return exit_codes.FINE
    if not found:
        print("No saved searches. `hkwatch searches add NAME QUERY` makes one.")
        return exit_codes.FINE
    lines = [(str(one.id), one.name, _count(count), "yes" if one.notify else "", one.query) for one, count in found]
    print(table(("id", "name", "unread", "notify", "query"), lines))
    return exit_codes.FINE


def add(paths: AppPaths, name: str, query: str, *, notify: bool, now: datetime) -> int:
    """Save a search. Raises HkwatchError."""
    try:
        name, read = checked_name(name), checked_query(query)
        plan(read, _folder(), now, lazily(lambda: now))
    except SettingsError as error:
        raise WrongSearchError(error.key, error.detail, error.next_step) from error
    except QueryError as error:
        raise WrongSearchError("search-query", f"It cannot be searched for: {error}.", "") from error

    warn(paths, read_files(paths), query, read, now)

    def write(db: sqlite3.Connection) -> SearchId | None:
        if len(store.searches(db)) >= MOST:
            raise SettingsError("search-many", f"{MOST} searches are saved already.", "Remove one first.")
        command = CommandId(uuid.uuid4().hex)
        return store.save(db, SearchId(0), name, query.strip(), notify=notify, command=command, now=now)

    print(f"Saved search {change(paths, now, write)}: {name}.")
    return exit_codes.FINE


def remove(paths: AppPaths, names: list[int], now: datetime) -> int:
    """Take searches away. Raises HkwatchError; then none is taken."""

    def write(db: sqlite3.Connection) -> None:
        for name in names:
            if not store.remove(db, SearchId(name), now):
                raise SettingsError(
                    "unknown-search", f"There is no saved search {name}.", "`hkwatch searches list` shows all."
                )

    change(paths, now, write)
    print(f"Removed: {', '.join(map(str, names))}.")
    return exit_codes.FINE


def _count(found: Found) -> str:
    if found.problem:
        return "?"
    return found.text


def _folder() -> Folder:
    return load_folder(resources() / "fold" / "hant_hans.tsv", resources() / "rules" / "names")
