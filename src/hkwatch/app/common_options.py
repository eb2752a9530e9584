# SPDX-License-Identifier: MIT
"""The options that every command takes, before its words and after them. Light: every command imports this."""

import argparse
from collections.abc import Iterator
from pathlib import Path


def add_common_options(root: argparse.ArgumentParser) -> None:
    """Let every command below `root` take what the program itself takes; `root` has them already.

    SUPPRESS keeps a value that was given before the command.
    """
    for command in commands_of(root):
        command.add_argument("--data", metavar="DIR", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        command.add_argument("--portable", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        command.add_argument("--replica", default=argparse.SUPPRESS, help=argparse.SUPPRESS)


def commands_of(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """Every command and every word of one, at any depth."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield command
                yield from commands_of(command)


def refuse_two_folders(parser: argparse.ArgumentParser, args: argparse.Namespace) -> None:
    """End with a usage error where more than one data folder is named."""
    if args.portable and args.data is not None:
        parser.error("--portable and --data name two folders; give one of them")
    if args.demo and (args.portable or args.data is not None):
        named = "--portable" if args.portable else "--data"
        parser.error(f"--demo plays in a folder of its own that is thrown away afterwards; leave {named} out")
