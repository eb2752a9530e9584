# SPDX-License-Identifier: MIT
"""The words of `hkwatch digest` and `hkwatch coverage` on the command line. Light: what they do is elsewhere."""

import argparse
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from hkwatch.domain.coverage import Month

_SPAN = re.compile(r"(\d{1,4})([hdw])", re.ASCII)
_LONGEST = timedelta(days=366)


def add_report_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    digest: Callable[[argparse.Namespace], int],
    coverage: Callable[[argparse.Namespace], int],
) -> None:
    """Add both commands."""
    told = commands.add_parser("digest", help="everything of the last day or week as Markdown or HTML")
    told.add_argument("--since", type=_span, default=timedelta(hours=24), metavar="TIME", help="24h, 7d, 2w (24h)")
    told.add_argument("--format", choices=("md", "html"), default="md", help="md or html (md)")
    told.add_argument("--out", type=Path, metavar="FILE", help="write a file instead of printing")
    told.set_defaults(run=digest)
    stated = commands.add_parser("coverage", help="how completely a month was watched: checks, uptime, gaps")
    stated.add_argument("--month", type=_month, metavar="MONTH", help="2026-11 (the present one)")
    stated.add_argument("--format", choices=("md", "csv"), default="md", help="md or csv (md)")
    stated.add_argument("--out", type=Path, metavar="FILE", help="write a file instead of printing")
    stated.set_defaults(run=coverage)


def _span(text: str) -> timedelta:
    found = _SPAN.fullmatch(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no time: 24h, 7d, 2w")
    count = int(found[1])
    span = {"h": timedelta(hours=count), "d": timedelta(days=count), "w": timedelta(weeks=count)}[found[2]]
    if not timedelta(0) < span <= _LONGEST:
        raise argparse.ArgumentTypeError(f"{text!r} is not between 1h and 366d")
    return span


def _month(text: str) -> Month:
    try:
        return Month.parse(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no month: 2026-11") from error
