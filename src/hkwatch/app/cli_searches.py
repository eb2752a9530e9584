# SPDX-License-Identifier: MIT
"""The words of `hkwatch searches …` on the command line. Light: what they do is elsewhere."""

import argparse
from collections.abc import Callable


def add_searches_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    run: Callable[[argparse.Namespace], int],
) -> None:
    """Add the command with its words: `run` carries out the one that `args.word` names."""
    searches = commands.add_parser("searches", help="list, add and remove saved searches")
    words = searches.add_subparsers(title="commands", metavar="", required=True)

    def word(name: str, text: str) -> argparse.ArgumentParser:
        parser = words.add_parser(name, help=text)
        parser.set_defaults(run=run, word=name)
        return parser

    shown = word("list", "all saved searches with their unread items")
    shown.add_argument("--json", action="store_true", help="one JSON object a line")
    added = word("add", "save a search; it stands in the window's rail")
    added.add_argument("name", help="what it is called")
    added.add_argument("query", help="as in `hkwatch search`: src:sfc label:licence -type:speech")
    added.add_argument("--notify", action="store_true", help="tell new items it finds, whatever their level")
    removed = word("remove", "take saved searches away")
    removed.add_argument("id", nargs="+", type=int, metavar="ID")
