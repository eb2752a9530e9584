# SPDX-License-Identifier: MIT
"""`hkwatch alerts …`: list, add, remove, and try an alert on past candles.

What only reads works beside a running watch. What writes takes the data folder, and ends with 4 while another has it.
"""

import argparse
import contextlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path

from hkwatch.app import exit_codes
from hkwatch.app.alert_file import read_alert, read_candles
from hkwatch.app.alert_lines import line, log_line, why, wish
from hkwatch.app.counted import counted
from hkwatch.app.files import read_files
from hkwatch.app.name_warnings import warn
from hkwatch.app.options import Options, make_clock
from hkwatch.app.paths import AppPaths, resources
from hkwatch.app.stored import change, open_stored
from hkwatch.app.tables import table
from hkwatch.domain.alert_backtest import can_test, replay
from hkwatch.domain.alert_presets import Preset, preset_alert
from hkwatch.domain.alerts import AlertKind, AlertSpec, Currency, Firing, Repeat, arm, status
from hkwatch.domain.catalogue import Catalogue
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.ids import AlertId
from hkwatch.domain.query import QueryError, parse_query
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.store import alerts as store


class WrongAlertError(SettingsError):
    """The alert that was asked for is none; the command line ends with `exit_code`."""

    exit_code = exit_codes.USAGE


def run(args: argparse.Namespace, options: Options) -> int:
    """Carry out `args.word`; returns the exit code. Raises HkwatchError."""
    match args.word:
        case "list":
            return show(options.paths, make_clock(options).now(), as_json=args.json, log=args.log)
        case "add":
            with _wrong_alert():
                spec = _wanted(args)
                check(spec, options.paths)
            warn_of(spec, options.paths, make_clock(options).now())
            return add(options.paths, spec, make_clock(options).now())
        case "remove":
            return remove(options.paths, args.id, make_clock(options).now())
        case _:
            return try_out(args.alert, args.candles, closes_only=args.on == "close", as_json=args.json)


def show(paths: AppPaths, now: datetime, *, as_json: bool, log: bool) -> int:
    """Print all alerts, or what fired."""
    with contextlib.closing(open_stored(paths)) as db:
        views, firings = store.load_alerts(db), store.firings(db) if log else []
    if log:
        names = {str(row.id): row.name for row in _catalogue(paths).venues.values()}
        for firing in firings:
            print(json.dumps(firing.to_dict()) if as_json else log_line(firing, names))
        if not firings and not as_json:
            print("Nothing has fired.")
        return exit_codes.FINE
    if as_json:
        for view in views:
            state = status(view.spec, view.state, now).value
            print(json.dumps({**view.spec.to_dict(), "status": state, "fires": view.state.fires}))
        return exit_codes.FINE
    if not views:
        print("No alerts. `hkwatch alerts add --above 100000` makes one.")
        return exit_codes.FINE
    print(table(("id", "alert", "how often", "state", "last fired"), [line(view, now) for view in views]))
    return exit_codes.FINE


def add(paths: AppPaths, spec: AlertSpec, now: datetime) -> int:
    """Store an alert; the next watch arms it at its first price. Raises HkwatchError."""

    def write(db: sqlite3.Connection) -> AlertId:
        ident = store.new_alert_id(db)
        store.save_alert(db, replace(spec, id=ident), arm(spec, None, now), now)
        return ident

    ident = change(paths, now, write)
    print(f"Alert {ident}: {wish(spec)}. It is armed by the first price of the next watch.")
    return exit_codes.FINE


def check(spec: AlertSpec, paths: AppPaths) -> None:
    """Raise SettingsError for an asset nobody quotes, a venue nobody watches, and a search that cannot be read."""
    catalogue = _catalogue(paths)
    if spec.asset not in catalogue.assets:
        known = ", ".join(sorted(catalogue.assets))
        raise SettingsError("unknown-asset", f"No venue quotes {spec.asset!r}.", f"Known are {known}.")
    licensed = sorted(row.id for row in catalogue.venues.values() if row.enabled and row.licensed_hk)
    if spec.venue and spec.venue not in licensed:
        raise SettingsError(
            "unknown-venue",
            f"No venue licensed in Hong Kong is called {spec.venue!r}.",
            f"Known are {', '.join(licensed)}.",
        )
    if spec.with_item is not None and spec.with_item.query.strip():
        try:
            parse_query(spec.with_item.query)
        except QueryError as error:
            raise SettingsError(
                "query", f"The search cannot be read: {error}.", "Try it with `hkwatch search`."
            ) from error


def warn_of(spec: AlertSpec, paths: AppPaths, now: datetime) -> None:
    """Say which names in the search that the item must match nothing is called."""
    if spec.with_item is not None and spec.with_item.query.strip():
        text = spec.with_item.query
        warn(paths, read_files(paths), text, parse_query(text), now)


def remove(paths: AppPaths, names: list[int], now: datetime) -> int:
    """Take alerts away. Raises HkwatchError; then none is taken."""

    def write(db: sqlite3.Connection) -> None:
        known = {view.spec.id for view in store.load_alerts(db)}
        unknown = [name for name in names if name not in known]
        if unknown:
            raise SettingsError("unknown-alert", f"There is no alert {unknown[0]}.", "`hkwatch alerts list` shows all.")
        for name in names:
            store.remove_alert(db, AlertId(name), now)

    change(paths, now, write)
    print(f"Removed: {', '.join(map(str, names))}. The log stays.")
    return exit_codes.FINE


def try_out(alert: Path, candles: Path, *, closes_only: bool, as_json: bool) -> int:
    """Print each firing of an alert on a file of candles, and how many there are. Raises SettingsError."""
    with _wrong_alert():
        spec = read_alert(alert, Repeat.EVERY)
    if not can_test(spec):
        raise SettingsError(
            "not-testable", f"{alert}: candles say nothing about this alert.", "Try one that waits for a price only."
        )
    if spec.currency is Currency.HKD:
        raise SettingsError("not-testable", f"{alert}: candles are in US$.", 'Write currency = "USD".')
    bars = read_candles(candles)
    firings = replay(spec, bars, closes_only=closes_only)
    if as_json:
        told = sum(firing.told for firing in firings)
        plain = [_plain(firing) for firing in firings]
        print(
            json.dumps(
                {"alert": spec.to_dict(), "bars": len(bars), "count": len(firings), "told": told, "firings": plain}
            )
        )
        return exit_codes.FINE
    for firing in firings:
        print(f"{firing.at:%Y-%m-%d %H:%M:%S} UTC  {firing.price_usd:>12,}  {why(firing)}")
    print(f"{counted(len(firings), 'firing')} on {counted(len(bars), 'candle')}.")
    return exit_codes.FINE


@contextlib.contextmanager
def _wrong_alert() -> Iterator[None]:
    """What is wrong inside is a mistake of whoever wrote the alert."""
    try:
        yield
    except SettingsError as error:
        raise WrongAlertError(error.key, error.detail, error.next_step) from error


def _wanted(args: argparse.Namespace) -> AlertSpec:
    repeat = Repeat.EVERY if args.every else Repeat.ONCE
    asset = args.asset.upper()
    if args.alert is not None:
        return read_alert(args.alert, repeat)
    if args.preset is not None:
        return preset_alert(Preset(args.preset), asset)
    text = args.above if args.above is not None else args.below
    try:
        level = Decimal(text.replace(",", ""))
        kind = AlertKind.CROSS_ABOVE if args.above is not None else AlertKind.CROSS_BELOW
        currency = Currency.HKD if args.hkd else Currency.USD
        return AlertSpec(AlertId(0), asset, kind, level, currency, repeat=repeat)
    except (InvalidOperation, ValueError):
        raise SettingsError("level", f"{text!r} is no level.", "Write a number above 0: 95,000.") from None


def _catalogue(paths: AppPaths) -> Catalogue:
    return load_catalogue(resources() / "catalogue", paths.catalogue_dir)[0]


def _plain(firing: Firing) -> dict[str, object]:
    return {
        "time": firing.at.isoformat(),
        "price": str(firing.price_usd),
        "why": why(firing),
        "told": firing.told,
        "level": str(firing.level),
        "base": None if firing.base is None else str(firing.base),
        "base_at": None if firing.base_at is None else firing.base_at.isoformat(),
    }
