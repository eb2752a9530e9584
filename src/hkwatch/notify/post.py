# SPDX-License-Identifier: MIT
"""What is posted to a server to tell something: built here, carried out by the one HTTP client."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Post:
    """One POST. `headers` may hold a token, so neither they nor the body are ever logged."""

    url: str
    body: bytes = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)


def cut(text: str, most_bytes: int) -> str:
    """The text, cut to so many bytes of UTF-8 with `…` at its end where it was longer."""
    raw = text.encode("utf-8", "replace")
    if len(raw) <= most_bytes:
        return raw.decode("utf-8")
    return raw[: most_bytes - 3].decode("utf-8", "ignore") + "…"
