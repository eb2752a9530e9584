# SPDX-License-Identifier: MIT
"""The words of `hkwatch sources …` on the command line. Light: what they do is elsewhere."""

import argparse
from collections.abc import Callable
from pathlib import Path

_LANGS = ("en", "zh-Hant", "zh-Hans")
_NOTIFY = ("usual", "all", "high", "critical", "nothing")


def add_sources_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    run: Callable[[argparse.Namespace], int],
) -> None:
    """Add the command with its words: `run` carries out the one that `args.word` names."""
    sources = commands.add_parser("sources", help="list, find, add, remove and set sources; OPML in and out")
    words = sources.add_subparsers(title="commands", metavar="", required=True)

    def word(name: str, text: str) -> argparse.ArgumentParser:
        parser = words.add_parser(name, help=text)
        parser.set_defaults(run=run, word=name)
        return parser

    shown = word("list", "all sources, with what is set for them")
    shown.add_argument("--all", action="store_true", help="also those that were removed")
    shown.add_argument("--json", action="store_true", help="one JSON object a line")

    found = word("find", "what addresses of sites or feeds lead to; adds nothing")
    found.add_argument("address", nargs="+", metavar="ADDRESS")
    found.add_argument("--json", action="store_true", help="one JSON object a line")

    added = word("add", "watch the feed of an address or a site")
    added.add_argument("address", nargs="+", metavar="ADDRESS")
    added.add_argument("--folder", default="", help='a folder, or a path of them: "Press / Hong Kong"')
    added.add_argument("--lang", default="", choices=_LANGS, help="the language, where the feed states a wrong one")

    for name, text in (
        ("remove", "take sources out of the lists; their items stay"),
        ("restore", "put removed sources back"),
        ("pause", "do not ask sources until they are resumed"),
        ("resume", "watch paused sources, and those that are off, again"),
    ):
        word(name, text).add_argument("id", nargs="+", metavar="ID")

    setter = word("set", "how sources are asked and told; `usual` puts an option back")
    setter.add_argument("id", nargs="+", metavar="ID")
    setter.add_argument("--interval", metavar="MINUTES", help="minutes between two polls, 1 to 10080, or usual")
    setter.add_argument("--notify", choices=_NOTIFY, help="of which items to notify")
    setter.add_argument("--lang", choices=(*_LANGS, "usual"), help="the language of its items")
    setter.add_argument("--proxy", metavar="URL", help="http://host:port, direct for none, or usual")
    setter.add_argument(
        "--secrets-in-file",
        action="store_true",
        help="keep the proxy's password in own.toml, in plain text (the keyring of this system)",
    )

    read = word("import", "add the sources of an OPML file")
    read.add_argument("file", type=Path, metavar="FILE")
    written = word("export", "write the sources as OPML")
    written.add_argument("file", type=Path, nargs="?", metavar="FILE", help="a new file (standard output)")
