# SPDX-License-Identifier: MIT
"""The words of `hkwatch registers …` on the command line. Light: what they do is elsewhere."""

import argparse
from collections.abc import Callable
from pathlib import Path

REGISTERS = ("sfc-vatp", "sfc-alert-list", "hkma-stablecoin", "sfc-public-register")


def add_registers_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    run: Callable[[argparse.Namespace], int],
) -> None:
    """Add the command with its words: `run` carries out the one that `args.word` names."""
    registers = commands.add_parser("registers", help="licence registers: rows, history, check of a name, difference")
    words = registers.add_subparsers(title="commands", metavar="", required=True)

    def word(name: str, text: str) -> argparse.ArgumentParser:
        parser = words.add_parser(name, help=text)
        parser.set_defaults(run=run, word=name)
        parser.add_argument("--json", action="store_true", help="JSON instead of a table")
        return parser

    shown = word("show", "the rows as they were read last")
    shown.add_argument("--register", choices=REGISTERS, help="one register only")
    told = word("history", "every change, newest first, with what is known from before")
    told.add_argument("name", nargs="?", default="", metavar="NAME", help="one firm, by its name or number")
    told.add_argument("--register", choices=REGISTERS, help="one register only")
    asked = word("check", "which lists know a firm, platform, number or web address; asks nobody")
    asked.add_argument("name", metavar="NAME", help="a name, a CE number, or a domain such as osl.com")
    compared = word("diff", "compare two saved pages; exit 3 where they must not be compared")
    compared.add_argument("old", type=Path, metavar="OLD")
    compared.add_argument("new", type=Path, metavar="NEW")
    compared.add_argument(
        "--register", choices=REGISTERS, default="sfc-vatp", help="which register they are of (sfc-vatp)"
    )
