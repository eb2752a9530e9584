# SPDX-License-Identifier: MIT
"""Headers of one source as lines that can be edited: `Name: value`, secrets as dots. Pure."""

from collections.abc import Sequence

from hkwatch.domain.source_secrets import DOTS, is_secret_header

Headers = Sequence[tuple[str, str]]


def header_lines(headers: Headers) -> str:
    """A line each."""
    return "\n".join(f"{name}: {DOTS if is_secret_header(name) and value else value}" for name, value in headers)


def headers_of(text: str, before: Headers) -> tuple[tuple[str, str], ...] | None:
    """What the lines say; dots stand for the value of before. None where a line is no header."""
    known = {name.lower(): value for name, value in before}
    found = []
    for line in filter(None, (one.strip() for one in text.splitlines())):
        name, colon, value = (part.strip() for part in line.partition(":"))
        if value == DOTS:
            value = known.get(name.lower(), "")
        if not colon or not name or not value or not f"{name}{value}".isascii() or " " in name:
            return None
        found.append((name, value))
    return tuple(found)
