# SPDX-License-Identifier: MIT
"""The words of `hkwatch deadlines …` on the command line. Light: what they do is elsewhere."""

import argparse
from collections.abc import Callable
from pathlib import Path


def add_deadlines_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    run: Callable[[argparse.Namespace], int],
) -> None:
    """Add the command."""
    deadlines = commands.add_parser("deadlines", help="until when consultations take comments; calendar files")
    words = deadlines.add_subparsers(title="commands", metavar="", required=True)
    shown = words.add_parser("list", help="open deadlines with the days left, the nearest first")
    shown.add_argument("--all", action="store_true", help="also those that are over")
    shown.add_argument("--ref", default="", help="only this one: 26CP4")
    shown.add_argument("--json", action="store_true", help="one JSON object a line")
    shown.add_argument("--ics", type=Path, metavar="FILE", help="write them to a new calendar file")
    shown.set_defaults(run=run)
