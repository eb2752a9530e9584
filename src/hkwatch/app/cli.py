# SPDX-License-Identifier: MIT
"""The command line. Each command's module is imported in its function: `hkwatch classify` must not load Qt or httpx."""

import argparse
import contextlib
import gc
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hkwatch import __version__
from hkwatch.app import damage, exit_codes
from hkwatch.app.cli_alerts import add_alerts_command
from hkwatch.app.cli_channels import add_channels_command
from hkwatch.app.cli_deadlines import add_deadlines_command
from hkwatch.app.cli_evidence import add_evidence_command
from hkwatch.app.cli_export import add_export_commands
from hkwatch.app.cli_prices import add_prices_command
from hkwatch.app.cli_registers import add_registers_command
from hkwatch.app.cli_reports import add_report_commands
from hkwatch.app.cli_searches import add_searches_command
from hkwatch.app.cli_sources import add_sources_command
from hkwatch.app.cli_window import add_window_options, asks_window, request_of, with_link_named
from hkwatch.app.common_options import add_common_options, refuse_two_folders
from hkwatch.app.display import refuse_without_display
from hkwatch.app.streams import settle_streams
from hkwatch.domain.errors import HkwatchError

if TYPE_CHECKING:
    from hkwatch.app.options import Options

_SECONDS = {"s": 1.0, "m": 60.0, "h": 3600.0}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit code: 0 fine, 1 some sources failed, 2 usage, 3 refused, 4 locked, 5 damaged."""
    settle_streams()
    root = parser()
    given = sys.argv[1:] if arguments is None else arguments
    args = root.parse_args(with_link_named(given))
    refuse_two_folders(root, args)
    if args.demo and args.run not in (_window, _watch):
        root.error("--demo is for the window and for `hkwatch watch`")
    if args.run is not _window and asks_window(args):
        root.error("--open, --pause and --check-now belong to the window, not to a command")
    try:
        return int(args.run(args))
    except HkwatchError as error:
        print(f"hkwatch: {error.detail}", file=sys.stderr)
        if error.next_step:
            print(f"         {error.next_step}", file=sys.stderr)
        return getattr(error, "exit_code", exit_codes.of(error))
    except sqlite3.Error as problem:
        return damage.said(problem, _options(args).paths.database_file)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output went away (`| head`); nothing is wrong with us.
        with contextlib.suppress(OSError):
            sys.stdout.close()
        return exit_codes.FINE


def parser() -> argparse.ArgumentParser:
    """Every command and option; the manual page is made from it."""
    parser = argparse.ArgumentParser(
        prog="hkwatch",
        description="Watches what happens to digital assets in Hong Kong. Without a command: opens the window.",
        epilog="Exit codes: 0 fine, 1 some sources failed, 2 usage, 3 refused, 4 data folder in use, 5 database damaged.",
    )
    parser.add_argument("--version", action="version", version=f"hkwatch {__version__}")
    parser.add_argument("--data", metavar="DIR", type=Path, help="keep everything in this folder")
    parser.add_argument("--portable", action="store_true", help="keep everything in hkwatch-data beside the program")
    parser.add_argument(
        "--demo", action="store_true", help="play a scenario on an embedded replica, in a throw-away folder"
    )
    parser.add_argument("--hidden", action="store_true", help="start in the tray, without a window")
    add_window_options(parser, _duration)
    parser.add_argument("--replica", default="", metavar="URL", help=argparse.SUPPRESS)
    parser.add_argument("--welcome", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--check-first", action="store_true", help=argparse.SUPPRESS)
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(title="commands", metavar="")

    watch = commands.add_parser("watch", help="watch in this terminal; prints flagged items and price alerts")
    watch.add_argument("--for", dest="for_s", type=_duration, metavar="TIME", help="end after this time: 60s, 10m, 2h")
    watch.add_argument("--once", action="store_true", help="ask everything once, then end")
    watch.set_defaults(run=_watch)

    check = commands.add_parser("check", help="ask every source and venue once; prints a table")
    check.set_defaults(run=_check)

    search = commands.add_parser("search", help="search the stored items")
    search.add_argument("query", help='words, "a phrase", is:unread, src:sfc, (a OR b), -type:speech, pub:2026-11')
    search.add_argument("--json", action="store_true", help="one JSON object a line")
    search.add_argument("--limit", type=int, default=50, help="how many at most (50)")
    search.set_defaults(run=_search)

    doctor = commands.add_parser("doctor", help="paths, versions, database check, each source probed")
    doctor.set_defaults(run=_doctor)

    classify = commands.add_parser("classify", help="flag items given as JSON Lines on standard input")
    classify.set_defaults(run=_classify)

    stories = commands.add_parser("stories", help="group items given as JSON Lines on standard input by event")
    stories.set_defaults(run=_stories)

    parse = commands.add_parser("parse-feed", help="read a feed document; prints its items as JSON Lines")
    parse.add_argument("file", nargs="?", default="-", metavar="FILE", help="a file, or - for standard input")
    parse.add_argument("--base-url", metavar="URL", help="the address it came from, for relative links")
    parse.set_defaults(run=_parse_feed)

    backup = commands.add_parser("backup", help="copy everything stored, also beside a running watch")
    backup.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="a new file or a folder (the backups folder)"
    )
    backup.set_defaults(run=_backup)

    restore = commands.add_parser("restore", help="put a copy back; what was there is kept")
    restore.add_argument("file", type=Path, metavar="FILE", help="a copy made by hkwatch")
    restore.add_argument("--verify", action="store_true", help="only check the copy, restore nothing")
    restore.set_defaults(run=_restore)

    rules = commands.add_parser("rules", help="the flagging rules: list, try out, export, import, apply")
    _add_rules(rules)
    add_sources_command(commands, _sources)
    add_registers_command(commands, _registers)
    add_alerts_command(commands, _alerts)
    add_channels_command(commands, _channels)
    add_prices_command(commands, _prices)
    add_deadlines_command(commands, _deadlines)
    add_report_commands(commands, _digest, _coverage)
    add_searches_command(commands, _searches)
    add_export_commands(commands, _export, _audit)
    add_evidence_command(commands, _evidence)
    # Started for one document by the engine; without help it is not listed.
    commands.add_parser("pdf-text").set_defaults(run=_pdf_text)

    engine = commands.add_parser("engine", help="the desktop's engine process; not for use by hand")
    engine.add_argument("--demo-epoch", type=float, help=argparse.SUPPRESS)
    engine.set_defaults(run=_engine)
    add_common_options(parser)
    watch.add_argument("--demo", action="store_true", default=argparse.SUPPRESS, help="play the demo here")
    return parser


def _add_rules(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(title="what to do", metavar="", required=True)
    one = kinds.add_parser("list", help="your own rules")
    one.add_argument("--shipped", action="store_true", help="the shipped ones as well")
    one.set_defaults(run=_rules, kind="list")
    one = kinds.add_parser("show", help="one rule whole")
    one.add_argument("rule", metavar="RULE")
    one.set_defaults(run=_rules, kind="show")
    kinds.add_parser("check", help="name what cannot be used").set_defaults(run=_rules, kind="check")
    one = kinds.add_parser("test", help="what the rules make of an item")
    one.add_argument("--title", required=True)
    one.add_argument("--body", default="")
    one.add_argument("--source", default="", metavar="ID", help="whose item it is: sfc-press-en (nobody's)")
    one.set_defaults(run=_rules, kind="test")
    one = kinds.add_parser("export", help="your own rules as a file")
    one.add_argument("rule", nargs="?", default="", metavar="RULE", help="this one only")
    one.add_argument("--to", type=Path, metavar="FILE", help="a new file (standard output)")
    one.set_defaults(run=_rules, kind="export")
    one = kinds.add_parser("import", help="take rules over from a file")
    one.add_argument("file", type=Path, metavar="FILE")
    one.add_argument("--dry-run", action="store_true", help="only say what would change")
    one.set_defaults(run=_rules, kind="import")
    kinds.add_parser("reflag", help="flag all stored items anew").set_defaults(run=_rules, kind="reflag")


def _duration(text: str) -> float:
    number, unit = (text[:-1], text[-1]) if text[-1:] in _SECONDS else (text, "s")
    try:
        seconds = float(number) * _SECONDS[unit]
    except ValueError:
        seconds = 0.0
    if seconds <= 0:
        raise argparse.ArgumentTypeError(f"{text!r} is no time; write 60s, 10m or 2h")
    return seconds


def _options(args: argparse.Namespace) -> "Options":
    from hkwatch.app.options import Options
    from hkwatch.app.paths import AppPaths
    from hkwatch.app.portable import folder_beside_program

    folder = folder_beside_program() if args.portable else args.data
    return Options(AppPaths.choose(folder), args.replica, getattr(args, "demo_epoch", None))


@contextlib.contextmanager
def _demo_options(args: argparse.Namespace) -> Iterator["Options"]:
    """Options with the demo's clock and a folder that is removed afterwards."""
    from hkwatch.app.options import Options
    from hkwatch.app.paths import AppPaths

    with tempfile.TemporaryDirectory(prefix="hkwatch-demo-", ignore_cleanup_errors=True) as folder:
        yield Options(AppPaths.under(Path(folder)), "", time.time())


def _window(args: argparse.Namespace) -> int:
    # What loading makes stays; looking for garbage among it takes a tenth of the start. The desktop switches it on again.
    gc.disable()
    refuse_without_display()
    from hkwatch.app.binding import look_into_no_source

    look_into_no_source()
    asked = request_of(args)
    hidden = args.hidden or not asked.needs_window
    if args.demo:
        from hkwatch.app.desktop import main as run

        with _demo_options(args) as options:
            return run(options, asked, hidden=hidden)
    options = _options(args)
    from hkwatch.services.store_check import BUDGET_S, EarlyLook

    paths = options.paths
    looked = EarlyLook(paths.database_file, paths.backups_dir, None if args.check_first else BUDGET_S)
    from hkwatch.app.desktop import main as run

    # Who asks a replica is no new user.
    welcome = not hidden and (args.welcome or not args.replica)
    return run(options, asked, hidden=hidden, welcome=welcome, check_all=args.check_first, looked=looked)


def _watch(args: argparse.Namespace) -> int:
    from hkwatch.app.watch import main as run

    if args.demo:
        with _demo_options(args) as options:
            return run(options, for_s=args.for_s, once=args.once)
    return run(_options(args), for_s=args.for_s, once=args.once)


def _check(args: argparse.Namespace) -> int:
    from hkwatch.app.check import main as run

    return run(_options(args))


def _search(args: argparse.Namespace) -> int:
    from hkwatch.app.options import make_clock
    from hkwatch.app.search import main as run

    options = _options(args)
    return run(options.paths, args.query, as_json=args.json, limit=args.limit, now=make_clock(options).now())


def _doctor(args: argparse.Namespace) -> int:
    from hkwatch.app.doctor import main as run

    return run(_options(args))


def _classify(args: argparse.Namespace) -> int:
    from hkwatch.app.classify import main as run

    return run(_options(args).paths)


def _stories(args: argparse.Namespace) -> int:
    from hkwatch.app.stories import main as run

    return run()


def _rules(args: argparse.Namespace) -> int:
    from hkwatch.app import rules

    paths = _options(args).paths
    match args.kind:
        case "list":
            return rules.list_rules(paths, shipped=args.shipped)
        case "show":
            return rules.show(paths, args.rule)
        case "check":
            return rules.check(paths)
        case "test":
            return rules.test(paths, args.title, args.body, args.source)
        case "export":
            return rules.export(paths, args.rule, args.to)
        case "import":
            return rules.import_rules(paths, args.file, dry_run=args.dry_run)
        case _:
            return rules.reflag(paths)


def _parse_feed(args: argparse.Namespace) -> int:
    from hkwatch.app.parse_feed import main as run

    return run(args.file, args.base_url)


def _backup(args: argparse.Namespace) -> int:
    from hkwatch.app.backup import make

    return make(_options(args).paths, args.file)


def _restore(args: argparse.Namespace) -> int:
    from hkwatch.app.backup import restore

    return restore(_options(args).paths, args.file, verify_only=args.verify)


def _sources(args: argparse.Namespace) -> int:
    from hkwatch.app.sources import run

    return run(args, _options(args))


def _registers(args: argparse.Namespace) -> int:
    from hkwatch.app.registers import run

    return run(args, _options(args))


def _prices(args: argparse.Namespace) -> int:
    from hkwatch.app.prices import run

    return run(args, _options(args))


def _digest(args: argparse.Namespace) -> int:
    from hkwatch.app.reports import digest

    options = _options(args)
    return digest(options, since=args.since, form=args.format, out=args.out)


def _coverage(args: argparse.Namespace) -> int:
    from hkwatch.app.reports import coverage

    options = _options(args)
    return coverage(options, month=args.month, form=args.format, out=args.out)


def _deadlines(args: argparse.Namespace) -> int:
    from hkwatch.app.deadlines import main as run
    from hkwatch.app.options import make_clock

    options = _options(args)
    now = make_clock(options).now()
    return run(options.paths, with_past=args.all, ref=args.ref, as_json=args.json, ics=args.ics, now=now)


def _export(args: argparse.Namespace) -> int:
    from hkwatch.app.export import main as run
    from hkwatch.app.options import make_clock

    options = _options(args)
    now = make_clock(options).now()
    return run(options.paths, args.query, args.format, out=args.out, columns=args.columns, titles=args.titles, now=now)


def _audit(args: argparse.Namespace) -> int:
    from hkwatch.app.audit import run

    return run(args, _options(args))


def _evidence(args: argparse.Namespace) -> int:
    from hkwatch.app.evidence import main as run
    from hkwatch.app.options import make_clock

    options = _options(args)
    return run(options.paths, args.item, out=args.out, number=args.number, now=make_clock(options).now())


def _pdf_text(args: argparse.Namespace) -> int:
    from hkwatch.app.pdf_text import main as run

    return run()


def _alerts(args: argparse.Namespace) -> int:
    from hkwatch.app.alerts import run

    return run(args, _options(args))


def _searches(args: argparse.Namespace) -> int:
    from hkwatch.app.searches import run

    return run(args, _options(args))


def _channels(args: argparse.Namespace) -> int:
    from hkwatch.app.channels import run

    return run(args, _options(args))


def _engine(args: argparse.Namespace) -> int:
    from hkwatch.app.engine import main as run

    return run(_options(args))
