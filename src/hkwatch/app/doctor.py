# SPDX-License-Identifier: MIT
"""`hkwatch doctor`: where everything is, whether the database is sound, and what each source really answers.

Sources are asked afresh and nothing is stored; what differs from the catalogue's promise is said.
"""

import asyncio
import contextlib
import platform
import sqlite3
from dataclasses import replace
from datetime import date, datetime
from importlib.metadata import version

from hkwatch import __version__
from hkwatch.app import exit_codes
from hkwatch.app.choices import address_map, enabled_sources, priced_assets
from hkwatch.app.compose import hong_kong_holidays
from hkwatch.app.counted import counted
from hkwatch.app.explaining import explain
from hkwatch.app.files import Files, read_files
from hkwatch.app.lock import holder
from hkwatch.app.options import Options, make_clock
from hkwatch.app.source_secrets import source_secrets
from hkwatch.app.tables import table
from hkwatch.app.ways_out import system_notices
from hkwatch.domain.catalogue import Kind, SourceRow, Status
from hkwatch.domain.clock import Clock
from hkwatch.domain.errors import SourceError, StoreError
from hkwatch.domain.fold import Folder
from hkwatch.domain.hkt import format_minute, to_hkt
from hkwatch.domain.item import Entry
from hkwatch.domain.promise import broken_promises
from hkwatch.services.quotes import FxRates, Venues
from hkwatch.services.worker import Worker
from hkwatch.sources import registers as register_source
from hkwatch.sources.archives import archive_of
from hkwatch.sources.feeds import parse_feed
from hkwatch.sources.http import Fetcher
from hkwatch.sources.request import Fetched, Request, Want
from hkwatch.store.db import open_reader, quick_check, schema


def main(options: Options) -> int:
    """Print the findings; 1 if a source fails, 5 if the database is damaged."""
    paths = options.paths
    files = read_files(paths)
    print(f"hkwatch {__version__}, schema {schema()}")
    print(f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {platform.platform()}")
    for name, path in (
        ("data", paths.data_dir),
        ("settings", paths.settings_file),
        ("own sources", paths.catalogue_dir),
        ("own rules", paths.rules_dir),
        ("log", paths.log_dir),
        ("resources", files.resources),
    ):
        print(f"{name + ':':13}{path}")
    held = holder(paths.data_dir) if paths.data_dir.exists() else None
    print(f"{'in use by:':13}{'nobody' if held is None else f'{held.kind} (pid {held.pid})'}")
    for problem in files.problems:
        print(f"Warning: {explain(problem)}")
    damaged = _database(options)
    clock = make_clock(options)
    failed = asyncio.run(_probe(options, files, clock))
    return exit_codes.DAMAGED if damaged else exit_codes.SOME_FAILED if failed else exit_codes.FINE


def _database(options: Options) -> bool:
    file = options.paths.database_file
    try:
        with contextlib.closing(open_reader(file)) as db:
            found = quick_check(db)
            count = db.execute("SELECT count(*) FROM item").fetchone()[0] if not found else 0
    except StoreError as error:
        print(f"{'database:':13}{explain(error)}")
        return error.key == "damaged"
    if found:
        print(f"{'database:':13}DAMAGED: {found[0]}. Restore the newest copy from {options.paths.backups_dir}.")
        return True
    print(f"{'database:':13}{file}, sound, {counted(count, 'item')}, {file.stat().st_size / 1e6:.1f} MB")
    return False


async def _probe(options: Options, files: Files, clock: Clock) -> bool:
    worker, fetcher = Worker(), Fetcher(clock, address_map=address_map(options.replica))
    fetcher.reveal = source_secrets().reveal
    try:
        days = hong_kong_holidays(clock)
        print(f"{'holidays:':13}{_holidays(days, clock.now())}")
        print(f"{'notices:':13}{await _notices(clock, files)}")
        rows = enabled_sources(files.catalogue, files.settings)
        print()
        found = await asyncio.gather(*(_probe_one(row, fetcher, worker, clock, files.folder) for row in rows))
        print(table(("source", "status", "type", "items", "newest", "known how", "differs"), found))
        failed = any(line[1] not in ("200", "304") for line in found)
        venues = Venues(clock, fetcher, worker, files.catalogue.venues.values())
        for asset in priced_assets(files.catalogue, files.settings):
            answers = await venues.ask(asset)
            lines = [
                (venues.rows[venue].name, "failed" if answer.error else "ok", answer.error)
                for venue, answer in answers.items()
            ]
            print("\n" + table((f"venue ({asset})", "status", "what went wrong"), lines))
            failed |= any(answer.error for venue, answer in answers.items() if venues.rows[venue].vote)
        rates = FxRates(clock, fetcher, files.catalogue.fx)
        await rates.refresh()
        print(f"\nUSD/HKD {rates.current.rate} {rates.problem or rates.current.source}")
        return failed
    finally:
        await fetcher.close()
        worker.close()


async def _notices(clock: Clock, files: Files) -> str:
    ports = system_notices(clock, files.resources, lambda notice, action, token: None, lambda notice, reason: None)
    if not ports:
        return "shown by the window"
    await ports[0].start()
    answer = "a notification daemon answers" if ports[0].available else ports[0].reason
    await ports[0].close()
    return answer


async def _probe_one(row: SourceRow, fetcher: Fetcher, worker: Worker, clock: Clock, folder: Folder) -> tuple[str, ...]:
    try:
        if row.kind is Kind.API:
            archive = archive_of(row)
            year = archive.years(clock.now(), clock.now())[0]
            answer = await fetcher.fetch(archive.request(row, 0, archive.page_size(20), year))
            assert isinstance(answer, Fetched)
            entries = (await worker.run(archive.parse, answer.body, row)).entries
        elif row.kind is Kind.REGISTER:
            answer = await register_source.fetch(row, fetcher)
            reading = await worker.run(register_source.read, row, answer)
            kind = answer.content_type.split(";")[0]
            return (row.id, str(answer.status), kind, str(len(reading.rows)), "", row.status.value, "")
        else:
            answer = await fetcher.fetch(Request(row.url, want=Want.FEED, headers=dict(row.headers), proxy=row.proxy))
            assert isinstance(answer, Fetched)
            # Read as it stands, not as promised: what the row would make a date alone may have a time.
            bare = replace(row, quirks=row.quirks - {"date-only"})
            feed = await worker.run(parse_feed, answer.body, answer.url, bare, clock.now(), answer.content_type)
            entries = feed.entries
    except SourceError as error:
        return (row.id, error.key, "", "", "", row.status.value, explain(error))
    newest = max((entry.published_at for entry in entries if entry.published_at), default=None)
    kind = answer.content_type.split(";")[0]
    return (
        row.id,
        str(answer.status),
        kind,
        str(len(entries)),
        "" if newest is None else format_minute(newest),
        row.status.value,
        "; ".join(_differences(row, answer, entries, clock.now(), folder)),
    )


def _differences(
    row: SourceRow, answer: Fetched, entries: tuple[Entry, ...], now: datetime, folder: Folder
) -> list[str]:
    found = []
    if answer.redirects:
        found.append(f"moved: {answer.redirects[-1].status} to {answer.redirects[-1].url}")
    broken = broken_promises(row, answer.content_type, entries, now, folder)
    if row.status in (Status.STATED, Status.INFERRED) and not found and not broken:
        found.append("as promised; first answer seen from here")
    return found + broken


def _holidays(days: frozenset[date], now: datetime) -> str:
    years = {day.year for day in days}
    today = to_hkt(now).year
    if today not in years:
        return f"Hong Kong's of {today} are NOT known: they count as working days. Install a newer hkwatch."
    return f"Hong Kong's are known until {max(years)}, by the package holidays {version('holidays')}"
