# SPDX-License-Identifier: MIT
"""`hkwatch parse-feed [FILE|-] [--base-url URL]`: a feed in, one JSON object a line out."""

import sys
from pathlib import Path

from hkwatch.app import exit_codes
from hkwatch.services.parse_feed import as_json_lines, parse


def main(file: str, base_url: str | None) -> int:
    """Print the items of a feed file, `-` = standard input; what had to be mended goes to stderr.

    FormatError for what is no feed or cannot be read passes through to the caller.
    """
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as exc:
        print(f"hkwatch: {file} cannot be read: {exc.strerror or exc}.", file=sys.stderr)
        return exit_codes.USAGE
    items, warnings = parse(data, base_url)
    for warning in warnings:
        print(f"Warning: {warning}", file=sys.stderr)
    out = sys.stdout.buffer
    for line in as_json_lines(items):
        out.write(line + b"\n")
    out.flush()
    return exit_codes.FINE
