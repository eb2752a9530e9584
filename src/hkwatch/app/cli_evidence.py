# SPDX-License-Identifier: MIT
"""The words of `hkwatch evidence …` on the command line. Light: what they do is elsewhere."""

import argparse
from collections.abc import Callable
from pathlib import Path


def add_evidence_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    run: Callable[[argparse.Namespace], int],
) -> None:
    """Add the command."""
    one = commands.add_parser("evidence", help="what a publisher sent, byte for byte, with its hash")
    one.add_argument("item", metavar="ID", help="the item's number, as in `search --json`, or its reference: 26PR140")
    one.add_argument("--out", type=Path, metavar="FILE", help="write it to a new .zip file, or into a folder")
    one.add_argument("--number", type=int, metavar="N", help="which of several answers (the newest)")
    one.set_defaults(run=run)
