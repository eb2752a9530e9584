# SPDX-License-Identifier: MIT
"""What a feed says, without a source's rules: for `hkwatch parse-feed` and for anyone who wants to try an address."""

from collections.abc import Iterator
from datetime import UTC

import msgspec

from hkwatch.domain.errors import FormatError
from hkwatch.sources.dates import read_loose
from hkwatch.sources.feed_document import read_document
from hkwatch.sources.feed_raw import RawEntry, safe_html, whole_line
from hkwatch.sources.feeds import first_words
from hkwatch.sources.html import plain_text, without_images

ParsedItem = dict[str, str | None]


def parse(data: bytes, base_url: str | None = None) -> tuple[list[ParsedItem], list[str]]:
    """The items of a feed in its own order, and what had to be mended or left out, in words.

    An item is `{title, link, published_utc, updated_utc, summary, guid}`. Times are `YYYY-MM-DDTHH:MM:SSZ` or None; a
    time without a zone counts as UTC. `summary` is sanitised HTML; an item without a title has its first words as one.
    `base_url` is where the feed came from and resolves relative links; None = its own words must do.
    Raises FormatError for what is no feed or cannot be read.
    """
    warnings: list[str] = []
    feed = read_document(data, base_url or "", "", "", warnings)
    return [item_of(entry, base_url or "") for entry in feed.entries], warnings


def parse_lenient(data: bytes, base_url: str | None = None) -> list[ParsedItem]:
    """The items of a feed as `parse` gives them; none of what is no feed."""
    try:
        return parse(data, base_url)[0]
    except FormatError:
        return []


def as_json_lines(items: list[ParsedItem]) -> Iterator[bytes]:
    """Each item as one line of JSON in UTF-8, without its line end."""
    encode = msgspec.json.Encoder().encode
    for item in items:
        yield encode(item)


def item_of(entry: RawEntry, base_url: str) -> ParsedItem:
    """One item of a feed as `parse` gives it."""
    summary = without_images(safe_html(entry.summary if entry.summary.value else entry.content, base_url))
    updated = _utc(entry.updated)
    return {
        "title": whole_line(entry.title) or first_words(plain_text(summary)) or entry.link or None,
        "link": entry.link or None,
        "published_utc": _utc(entry.published) or updated,
        "updated_utc": updated,
        "summary": summary or None,
        "guid": entry.guid or None,
    }


def _utc(text: str) -> str | None:
    stated = read_loose(text, UTC) if text else None
    return stated.at.strftime("%Y-%m-%dT%H:%M:%SZ") if stated else None
