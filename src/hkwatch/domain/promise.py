# SPDX-License-Identifier: MIT
"""Where a source's answer differs from what the catalogue promises of it: type, depth, dates, language."""

from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta

from hkwatch.domain.catalogue import Kind, SourceRow
from hkwatch.domain.fold import Folder
from hkwatch.domain.hkt import to_hkt
from hkwatch.domain.item import Entry, Precision

_OLD = timedelta(days=400)
"""A source that is on and has listed nothing newer was given up by its publisher, or froze."""
_TELLING_CHARS = 12
"""Chinese characters needed before a text says which script it is in."""


def broken_promises(
    row: SourceRow, content_type: str, entries: Sequence[Entry], now: datetime, folder: Folder
) -> list[str]:
    """What differs, a few English words each; empty where all is as promised. `content_type` as the server states it.

    `entries` as read without the row's `date-only`, which makes a day of every time.
    """
    found = [
        _type(row, content_type),
        *_depth(row, entries),
        *_dates(row, entries, now),
        _language(row, entries, folder),
    ]
    if "sfc-ref" in row.quirks and entries and not all(entry.ref for entry in entries):
        found.append("items without reference number")
    return [words for words in found if words]


def language_of(texts: Sequence[str], folder: Folder) -> str:
    """`en`, `zh-Hant`, `zh-Hans`, `zh` where the script does not show, or empty where nothing tells."""
    text = "".join(texts)
    chinese = [char for char in text if "\u3400" <= char <= "\u9fff"]
    latin = sum(char.isascii() and char.isalpha() for char in text)
    # A Chinese headline holds names in Latin letters; five letters are about one Chinese word of two characters.
    if len(chinese) * 3 < latin:
        return "en" if latin >= _TELLING_CHARS else ""
    if len(chinese) < _TELLING_CHARS:
        return ""
    # Each script has characters of its own; about one in four of any text is one of them.
    traditional = sum(folder.aligned(char) != char for char in chinese)
    if traditional * 12 >= len(chinese):
        return "zh-Hant"
    return "zh-Hans" if traditional * 50 <= len(chinese) else "zh"


def _type(row: SourceRow, content_type: str) -> str:
    stated = content_type.partition(";")[0].strip().lower()
    wanted: Callable[[str], bool] = (
        (lambda text: "xml" in text or "rss" in text or "json" in text)
        if row.kind is Kind.RSS
        else (lambda text: "json" in text)
    )
    if wanted(stated):
        return ""
    return f"type {stated or 'not stated'} where {'a feed' if row.kind is Kind.RSS else 'JSON'} is promised"


def _depth(row: SourceRow, entries: Sequence[Entry]) -> list[str]:
    if not entries:
        return ["no items"]
    if row.depth and not row.depth / 2 <= len(entries) <= row.depth * 2:
        return [f"{len(entries)} item{'s' * (len(entries) > 1)} deep where about {row.depth} are promised"]
    return []


def _dates(row: SourceRow, entries: Sequence[Entry], now: datetime) -> list[str]:
    dated = [entry for entry in entries if entry.published_at is not None]
    if not entries:
        return []
    if not dated:
        return ["no readable date"]
    found = []
    if len(dated) < len(entries):
        found.append(f"{len(entries) - len(dated)} of {len(entries)} items without a readable date")
    if "date-only" in row.quirks:
        if any(_has_time(entry) for entry in dated):
            found.append("states times, the catalogue says dates only")
    elif len(dated) > 1 and not any(_has_time(entry) for entry in dated):
        found.append("states dates only, the catalogue says times")
    newest = max(entry.published_at for entry in dated if entry.published_at is not None)
    if now - newest > _OLD:
        found.append(f"nothing newer than {(now - newest).days} days")
    return found


def _has_time(entry: Entry) -> bool:
    """Whether a time of the day is stated; publishers write a date alone as its midnight."""
    at = entry.published_at
    return at is not None and entry.precision is not Precision.DAY and to_hkt(at).time() != time.min


def _language(row: SourceRow, entries: Sequence[Entry], folder: Folder) -> str:
    spoken = language_of([entry.title for entry in entries], folder)
    if not spoken or not row.lang or row.lang.startswith(spoken):
        return ""
    return f"titles in {spoken} where {row.lang} is promised"
