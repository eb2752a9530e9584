# SPDX-License-Identifier: MIT
"""What reading a PDF comes to, as one line of JSON between the reading process and the one that asked."""

import msgspec

MAX_BYTES = 10_000_000
"""A larger document is not read."""
MAX_PAGES = 200
MAX_CHARS = 200_000
"""What comes after is left out of search and flags."""
MAX_MEMORY_BYTES = 768 * 1024 * 1024
"""Address space of the reading process, where the system can limit it."""
TIMEOUT_S = 10.0
"""Real seconds a document may take before its reader is ended."""


class Outcome(msgspec.Struct, frozen=True):
    """`error` is empty, or says why there is no text: `not-pdf`, `html`, `encrypted`, `no-text`, `broken`, `memory`.

    `pages` counts those of the document, as far as known; `is_cut` = there is more than was read.
    """

    error: str = ""
    text: str = ""
    pages: int = 0
    is_cut: bool = False


def encode(outcome: Outcome) -> bytes:
    """One line of JSON."""
    return msgspec.json.encode(outcome) + b"\n"


def decode(line: bytes) -> Outcome | None:
    """The outcome; None where the reader died before it could say anything whole."""
    try:
        return msgspec.json.decode(line, type=Outcome)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
