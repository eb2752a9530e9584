# SPDX-License-Identifier: MIT
"""`hkwatch classify`: JSON Lines of items on stdin, flags on stdout."""

import sys

from hkwatch.app import exit_codes
from hkwatch.app.explaining import explain
from hkwatch.app.files import read_files
from hkwatch.app.paths import AppPaths
from hkwatch.services.classify import classify_stream


def main(paths: AppPaths) -> int:
    """Answer every line; problems of the user's rule files go to stderr."""
    files = read_files(paths)
    for problem in files.problems:
        print(f"Warning: {explain(problem)}", file=sys.stderr)
    out = sys.stdout.buffer
    for line in classify_stream(sys.stdin.buffer, files.classifier.classify, files.catalogue):
        out.write(line.encode("utf-8") + b"\n")
        # A program at the other end may wait for this answer before it asks on.
        out.flush()
    return exit_codes.FINE
