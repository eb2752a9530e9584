# SPDX-License-Identifier: MIT
"""What the exit codes of every command mean."""

from hkwatch.domain.errors import HkwatchError

FINE = 0
SOME_FAILED = 1
"""Some sources failed."""
USAGE = 2
REFUSED = 3
"""Refused or quarantined."""
LOCKED = 4
"""Another hkwatch holds the data folder."""
DAMAGED = 5


def of(error: HkwatchError) -> int:
    """The code an error ends a command with."""
    match error.key:
        case "locked":
            return LOCKED
        case "damaged":
            return DAMAGED
        case "no-such-file" | "file-exists" | "bad-link" | "bad-pause" | "unknown-request" | "refused":
            return USAGE
        case "newer-database" | "foreign-file" | "no-display":
            return REFUSED
        case _:
            return SOME_FAILED
