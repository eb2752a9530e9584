# SPDX-License-Identifier: MIT
"""What publishers are called, read before the whole catalogue is: the first rows of the list need no more of it."""

from pathlib import Path

from hkwatch.sources.toml_text import read_toml

FILE = "publishers.toml"
"""Of the shipped catalogue: all its publishers are in there."""


def short_names(shipped: Path, user: Path | None, language: str) -> dict[str, str] | None:
    """Each publisher's short name in a language, by id and in the catalogue's order.

    None where only the whole catalogue can tell: the user has rows of their own, or the shipped file cannot be read.
    """
    if user is not None and next(user.glob("*.toml"), None) is not None:
        return None
    try:
        rows = read_toml((shipped / FILE).read_text("utf-8"))["publisher"]
        return {row["id"]: _in_language(row.get("short") or row["name"], language) for row in rows}
    except (OSError, ValueError, KeyError):
        return None


def _in_language(name: str | dict[str, str], language: str) -> str:
    if isinstance(name, str):
        return name
    return name.get(language) or name["en"]
