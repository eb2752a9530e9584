# SPDX-License-Identifier: MIT
"""`hkwatch prices import` and `export`: stored price history from and to CSV files."""

import argparse
import contextlib
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time
from pathlib import Path

from hkwatch.app import exit_codes
from hkwatch.app.counted import counted
from hkwatch.app.lock import acquire
from hkwatch.app.options import Options
from hkwatch.app.paths import AppPaths
from hkwatch.domain.bars import HOUR_S, MINUTE_S, Bar
from hkwatch.domain.detail import ChartPoint
from hkwatch.domain.errors import SettingsError, StoreError
from hkwatch.domain.hkt import HKT
from hkwatch.sources.price_csv import hours_of, read_bars, write_bars
from hkwatch.store import price_history
from hkwatch.store.db import open_reader, open_writer, transaction
from hkwatch.store.prices import bars

_STEPS = {"minutes": MINUTE_S, "hours": HOUR_S}


def run(args: argparse.Namespace, options: Options) -> int:
    """Carry out `args.word`. Raises HkwatchError."""
    asset = args.asset.strip().upper()
    if not asset.isascii() or not asset.isalnum():
        raise SettingsError("wrong-value", f"{args.asset!r} is no asset.", "For example --asset BTC.")
    if args.word == "import":
        return _import(options.paths, args.file, asset)
    return _export(options.paths, args.file, asset, _STEPS[args.step], _since(args.since))


def _import(paths: AppPaths, files: list[Path], asset: str) -> int:
    """All files or none: they are read before anything is stored. Raises LockedError while a watch runs."""
    found = [(file, _read(file)) for file in files]
    paths.create()
    with acquire(paths.data_dir, "cli"):
        db = open_writer(paths.database_file, paths.backups_dir, datetime.now(UTC))
        with contextlib.closing(db), transaction(db):
            for file, read in found:
                span_s = read[0].span_s
                new = price_history.bring_in(db, asset, span_s, [_point(bar) for bar in read])
                if span_s == MINUTE_S:
                    price_history.bring_in(db, asset, HOUR_S, [_point(bar) for bar in hours_of(read)])
                kind = "minute" if span_s == MINUTE_S else "hour"
                first, last = (f"{bar.at:%Y-%m-%d %H:%M}" for bar in (read[0], read[-1]))
                print(f"{file.name}: {counted(len(read), kind)} of {asset}, {first} to {last} UTC, {new:,} new.")
    return exit_codes.FINE


def _export(paths: AppPaths, target: str, asset: str, step_s: int, since: datetime) -> int:
    with contextlib.closing(open_reader(paths.database_file)) as db:
        found = bars(db, asset, step_s, since)
    if not found:
        raise StoreError("no-prices", f"No prices of {asset} are stored.", "Import some, or watch for a while.")
    if target == "-":
        _write(sys.stdout.write, write_bars(found))
        return exit_codes.FINE
    try:
        with Path(target).open("x", encoding="utf-8", newline="") as out:
            _write(out.write, write_bars(found))
    except FileExistsError as error:
        raise StoreError("file-exists", f"{target} is there already.", "Name another file.") from error
    except OSError as error:
        raise StoreError("unwritable", f"{target}: {error}.", "Check the folder.") from error
    print(f"{target}: {counted(len(found), 'bar')}.")
    return exit_codes.FINE


def _write(write: Callable[[str], object], lines: Iterable[str]) -> None:
    for line in lines:
        write(f"{line}\n")


def _read(file: Path) -> list[Bar]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            return read_bars(file.name, lines)
    except OSError as error:
        raise StoreError("no-such-file", f"{file}: {error}.", "Name a CSV file.") from error


def _since(text: str | None) -> datetime:
    if text is None:
        return datetime(2009, 1, 1, tzinfo=UTC)
    try:
        return datetime.combine(date.fromisoformat(text), time(), HKT)
    except ValueError as error:
        raise SettingsError("wrong-value", f"{text!r} is no day.", "Write 2026-11-01.") from error


def _point(bar: Bar) -> ChartPoint:
    return ChartPoint(bar.at, float(bar.open), float(bar.high), float(bar.low), float(bar.close))
