# SPDX-License-Identifier: MIT
"""An answer of a publisher as it came, kept to show later what a page said and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Evidence:
    """One answer. `hash` is the SHA-256 of the unpacked body in hex, `size` its length in bytes.

    `fetched_at` is aware UTC, on the program's clock. `headers` are the few worth keeping, names in lower case. `body`
    is None where it was too large to keep.
    """

    url: str
    status: int
    fetched_at: datetime
    headers: Mapping[str, str]
    hash: str
    size: int
    body: bytes | None
