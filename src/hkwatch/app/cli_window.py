# SPDX-License-Identifier: MIT
"""What the command line asks of the window: a link to open, a pause, a check. Light: every command imports this."""

import argparse
from collections.abc import Callable, Sequence

from hkwatch.domain.request import Request, Verb, is_link, pause_request

_WITH_VALUE = ("--data", "--replica", "--pause", "--open")


def add_window_options(parser: argparse.ArgumentParser, duration: Callable[[str], float]) -> None:
    """Add --open, --pause and --check-now; `duration` turns `1h` into seconds."""
    asked = parser.add_mutually_exclusive_group()
    asked.add_argument(
        "--open", metavar="LINK", help="show what a link names: hkwatch://item/123, hkwatch://view/deadlines"
    )
    asked.add_argument(
        "--pause", type=duration, metavar="TIME", help="pause the running hkwatch, or start paused in the tray: 1h"
    )
    asked.add_argument(
        "--check-now", action="store_true", help="let the running hkwatch ask all sources now, or start it"
    )


def asks_window(args: argparse.Namespace) -> bool:
    """Whether one of these options was given."""
    return args.open is not None or args.pause is not None or args.check_now


def request_of(args: argparse.Namespace) -> Request:
    """What is asked of the running window or the one to be started. A link is not looked into here.

    Raises RequestError for a pause of no sensible length.
    """
    if args.open is not None:
        return Request(Verb.OPEN, args.open)
    if args.pause is not None:
        return pause_request(args.pause)
    if args.check_now:
        return Request(Verb.CHECK)
    return Request(Verb.STAY if args.hidden else Verb.SHOW)


def with_link_named(arguments: Sequence[str]) -> list[str]:
    """The arguments with a bare link, as desktops hand it over, made the value of --open.

    A link is the last argument or it is none: what a stranger's link smuggled in behind itself becomes part of the
    link, and is refused with it.
    """
    skips = False
    for place, argument in enumerate(arguments):
        if skips or argument.startswith("-"):
            skips = not skips and argument in _WITH_VALUE
            continue
        if not is_link(argument):
            break
        return [*arguments[:place], f"--open={' '.join(arguments[place:])}"]
    return list(arguments)
