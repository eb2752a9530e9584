# SPDX-License-Identifier: MIT
"""The words of `hkwatch alerts …` on the command line. Light: what they do is elsewhere."""

import argparse
from collections.abc import Callable
from pathlib import Path

_PRESETS = ("round", "move-1h", "move-24h", "all-time-high")
_FORM = """The file is TOML: kind = "cross_above" | "cross_below" | "cross" | "above" | "below" | "step" | "enter_range" |
"leave_range" | "move" | "move_base" | "new_high" | "new_low" | "no_price" | "premium" | "item"; level, upper, percent,
window = "60m", direction, band = 0.25 (percent), cooldown = "15m", repeat = "once" | "every", hours = "08:00-23:00",
item = { level = "high", query = "src:sfc", within = "60m" }, currency = "USD" | "HKD", notify, expires, note,
since = 2026-01-31 (highs and lows), sound = "level" | "none" | "ping" | "chime" | "alarm", inbox = true. A step goes by
level (an amount) or by percent (of the price when it is made)."""


def add_alerts_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    run: Callable[[argparse.Namespace], int],
) -> None:
    """Add the command with its words: `run` carries out the one that `args.word` names."""
    alerts = commands.add_parser("alerts", help="list, add and remove price alerts; try them on past prices")
    words = alerts.add_subparsers(title="commands", metavar="", required=True)

    def word(name: str, text: str, epilog: str = "") -> argparse.ArgumentParser:
        parser = words.add_parser(name, help=text, epilog=epilog)
        parser.set_defaults(run=run, word=name)
        return parser

    shown = word("list", "all alerts and how they stand")
    shown.add_argument("--json", action="store_true", help="one JSON object a line")
    shown.add_argument("--log", action="store_true", help="what fired, newest first, with the prices that counted")

    added = word("add", "make an alert", _FORM)
    what = added.add_mutually_exclusive_group(required=True)
    what.add_argument("--alert", type=Path, metavar="FILE.toml", help="the alert in a file")
    what.add_argument("--above", metavar="LEVEL", help="when the price rises to a level")
    what.add_argument("--below", metavar="LEVEL", help="when the price falls to a level")
    what.add_argument("--preset", choices=_PRESETS, help="one of the usual alerts")
    added.add_argument("--asset", default="BTC", help="what is watched (BTC)")
    added.add_argument("--hkd", action="store_true", help="the level is in HK$")
    added.add_argument("--every", action="store_true", help="every crossing, not only the first")

    removed = word("remove", "take alerts away; their log stays")
    removed.add_argument("id", nargs="+", type=int, metavar="ID")

    tried = word("backtest", "what an alert would have done on a file of candles", _FORM)
    tried.add_argument("--alert", type=Path, required=True, metavar="FILE.toml")
    tried.add_argument("--candles", type=Path, required=True, metavar="FILE.csv", help="time, open, high, low, close")
    tried.add_argument("--on", choices=("bars", "close"), default="bars", help="whole bars (the usual), or closes only")
    tried.add_argument("--json", action="store_true", help="one JSON object")
