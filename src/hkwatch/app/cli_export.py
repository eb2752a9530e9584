# SPDX-License-Identifier: MIT
"""The words of `hkwatch export …` and `hkwatch audit …` on the command line. Light: what they do is elsewhere."""

import argparse
from collections.abc import Callable
from pathlib import Path

Run = Callable[[argparse.Namespace], int]
_QUERY = 'which items, as in `hkwatch search`: "is:flagged pub:2026-11" (all in the inbox)'


def add_export_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", run_export: Run, run_audit: Run
) -> None:
    """Add both commands."""
    export = commands.add_parser("export", help="write stored items as CSV, XLSX, JSON, Markdown or HTML")
    export.add_argument("--query", default="", metavar="Q", help=_QUERY)
    export.add_argument(
        "--format", choices=("csv", "xlsx", "json", "md", "html"), default="csv", help="csv if not given"
    )
    export.add_argument("--out", type=Path, metavar="FILE", help="a new file (standard output)")
    export.add_argument("--columns", default="", metavar="A,B", help="published,title,link … (the usual ones)")
    export.add_argument("--titles", choices=("en", "zh-Hant", "zh-Hans"), default="", help="language of titles")
    export.set_defaults(run=run_export)

    audit = commands.add_parser(
        "audit", help="when each item was published, seen, told, acknowledged; checks the journal"
    )
    words = audit.add_subparsers(title="commands", metavar="", required=True)
    report = words.add_parser("export", help="write an audit report")
    report.add_argument("--query", default="", metavar="Q", help=_QUERY)
    report.add_argument("--since", default="", metavar="DATE", help="only items first seen from this Hong Kong day on")
    report.add_argument(
        "--alerts",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="with the price alerts that fired (where no --query is given)",
    )
    report.add_argument("--format", choices=("csv", "pdf"), default="csv", help="csv if not given")
    report.add_argument("--out", type=Path, required=True, metavar="FILE", help="a new file")
    report.set_defaults(run=run_audit, kind="export")
    verify = words.add_parser(
        "verify",
        help="check the journal, and a report against it",
        description="Checks that no entry of the journal was changed, deleted, inserted or moved. Entries cut off at its end"
        " cannot be missed by the journal alone: give a report exported earlier, or the head it states.",
        epilog="Exit codes: 0 nothing differs, 5 something does.",
    )
    verify.add_argument("file", nargs="?", type=Path, metavar="FILE", help="an audit report as CSV")
    verify.add_argument(
        "--head", default="", metavar="N:HASH", help="check that entry N has this hash, as a report states it"
    )
    verify.set_defaults(run=run_audit, kind="verify")
