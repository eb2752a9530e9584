# SPDX-License-Identifier: MIT
"""`hkwatch stories`: JSON Lines of items on stdin, the story of each on stdout."""

import sys

from hkwatch.app import exit_codes
from hkwatch.app.files import load_reader
from hkwatch.app.paths import resources
from hkwatch.services.story_lines import story_stream
from hkwatch.sources.fold_table import load_folder


def main() -> int:
    """Answer every line once all are read."""
    folder = resources()
    reader = load_reader(folder, load_folder(folder / "fold" / "hant_hans.tsv"))
    out = sys.stdout.buffer
    for line in story_stream(sys.stdin.buffer, reader):
        out.write(line.encode("utf-8") + b"\n")
    out.flush()
    return exit_codes.FINE
