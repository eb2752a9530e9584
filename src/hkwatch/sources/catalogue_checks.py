# SPDX-License-Identifier: MIT
"""Checks of single values in the catalogue's files, each naming file, line and key of what is wrong."""

import re
from collections.abc import Mapping
from datetime import time
from urllib.parse import urlsplit

from hkwatch.sources import catalogue_toml as toml
from hkwatch.sources.catalogue_toml import RawRow


def clock_time(row: RawRow, text: str) -> time | None:
    """A time of day, None for an empty text. Raises SettingsError."""
    if not text:
        return None
    try:
        hour, minute = text.split(":")
        # A band may end with the day.
        return time(23, 59, 59) if text == "24:00" else time(int(hour), int(minute))
    except ValueError:
        raise row.error("wrong-value", "poll", f"{text!r} is no time of day.", 'Write "16:00".') from None


def one_of(row: RawRow, key: str, value: str, allowed: frozenset[str]) -> None:
    """Raises SettingsError where a value is none of those that are allowed."""
    if value not in allowed:
        hint = toml.suggestion(value, allowed) or f"Allowed: {', '.join(sorted(allowed))}."
        raise row.error("wrong-value", key, f"{value!r} is not allowed.", hint)


def web_address(row: RawRow, url: str) -> None:
    """Raises SettingsError where a text is no http or https address."""
    try:
        parts = urlsplit(url)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname) and not any(c.isspace() for c in url)
    except ValueError:
        is_web = False
    if not is_web:
        raise row.error("wrong-value", "url", f"{url[:100]!r} is no web address.", "It must begin with https://.")


_ANSWER_PATH = re.compile(r"(?:\[\d+\]|[^.\[\]\s]+)(?:\[\d+\]|\.[^.\[\]\s]+)*")


def answer_path(row: RawRow, key: str, path: str) -> None:
    """Raises SettingsError where a text is no path into an answer. Empty = none, except for the price."""
    if not path and key != "price":
        return
    if not _ANSWER_PATH.fullmatch(path):
        raise row.error(
            "wrong-value",
            key,
            f"{path[:60]!r} is no path.",
            'For example "result.*.c[0]": keys, [places], * = the only key.',
        )


def place(url: str) -> tuple[str, str, str]:
    """What two spellings of one address have in common."""
    parts = urlsplit(url)
    return (parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/"), parts.query)


def asked(url: str, symbols: Mapping[str, str]) -> set[str]:
    """Every address a venue is asked at."""
    return {url.replace("{symbol}", symbol) for symbol in symbols.values()}
