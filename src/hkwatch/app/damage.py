# SPDX-License-Identifier: MIT
"""A command met a damaged place of the database while it read: said as any other error, not as a bug."""

import sqlite3
import sys
from pathlib import Path

from hkwatch.app import exit_codes
from hkwatch.domain.errors import StoreError
from hkwatch.store.db import as_store_error


def said(problem: sqlite3.Error, database: Path) -> int:
    """Print what a problem of the database means; the exit code. Raises `problem` where it is no environment's fault."""
    error: StoreError = as_store_error(problem, database)
    if error.key == "database":
        raise problem
    print(f"hkwatch: {error.detail}", file=sys.stderr)
    print(f"         {error.next_step}", file=sys.stderr)
    return exit_codes.of(error)
