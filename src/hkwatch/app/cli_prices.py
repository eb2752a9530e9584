# SPDX-License-Identifier: MIT
"""The words of `hkwatch prices …` on the command line. Light: what they do is elsewhere."""

import argparse
from collections.abc import Callable
from pathlib import Path


def add_prices_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    run: Callable[[argparse.Namespace], int],
) -> None:
    """Add the command with its words: `run` carries out the one that `args.word` names."""
    prices = commands.add_parser("prices", help="stored price history: CSV in and out")
    words = prices.add_subparsers(title="commands", metavar="", required=True)

    brought = words.add_parser(
        "import",
        help="take in minutes or hours from CSV files in the layout of Binance or Bitstamp",
        description="Times may be seconds, milliseconds or microseconds. Prices are taken as US dollars. What was watched"
        " here is never replaced.",
    )
    brought.add_argument("file", nargs="+", type=Path, metavar="FILE")
    brought.add_argument("--asset", default="BTC", help="what the prices are of (BTC)")
    brought.set_defaults(run=run, word="import")

    written = words.add_parser("export", help="write stored bars as CSV: timestamp in seconds, open, high, low, close")
    written.add_argument("file", nargs="?", default="-", metavar="FILE", help="a new file, or - for standard output")
    written.add_argument("--asset", default="BTC", help="what to write (BTC)")
    written.add_argument("--step", choices=("minutes", "hours"), default="hours", help="which bars (hours)")
    written.add_argument("--since", metavar="DATE", help="from this day on, Hong Kong time: 2026-11-01")
    written.set_defaults(run=run, word="export")
