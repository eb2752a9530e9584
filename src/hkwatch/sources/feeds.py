# SPDX-License-Identifier: MIT
"""Bytes of a feed → entries, by feedparser (imported nowhere else). Pure and slow: run it in the worker thread.

    bytes → UTF-8 → without entity declarations, empty elements and surplus items → feedparser → Entry

What a single source does differently is named in its catalogue row (`quirks`) and done here.
"""

import calendar
import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import struct_time
from typing import Any

import feedparser

from hkwatch.domain.catalogue import Keep, SourceRow
from hkwatch.domain.errors import FormatError
from hkwatch.domain.item import Entry, Precision
from hkwatch.sources import sfc
from hkwatch.sources.charset import to_utf8
from hkwatch.sources.dates import HONG_KONG, Stated, names_zone, read_any
from hkwatch.sources.html import as_paragraphs, has_markup, plain_line, sanitise, text_of_safe

MAX_ENTRIES = 2000
"""More items in one feed are not read; the largest known feed has under 700. Keeps 4 MB of tiny items under a second."""
MAX_SUMMARY_CHARS = 600
"""What is kept of a source whose terms allow a summary only."""
_TITLE_FROM_TEXT_CHARS = 120
_FUTURE = timedelta(hours=24)
# feedparser takes 16 µs a tag; the largest known feed has under 10,000.
_MAX_TAGS = 100_000

# An empty element after the real one makes feedparser forget the text (CoinDesk).
_EMPTY_ELEMENT = re.compile(rb"<(dc:description|content:encoded)\s*(?:/>|>\s*</\1\s*>)")
# A guid that is no address is taken for a relative one unless it says that it is none.
_BARE_GUID = re.compile(rb"<guid>(?=\s*(?:<!\[CDATA\[)?\s*(?![a-zA-Z][a-zA-Z0-9+.-]*:))")
_DOCTYPE = re.compile(rb"<!DOCTYPE\b", re.IGNORECASE)
_SUBSET_END = re.compile(rb"\]\s*>")
_ENTITY_DECLARATION = re.compile(rb"<!ENTITY\b", re.IGNORECASE)
_ITEM_START = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]", re.IGNORECASE)
_FEED_START = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf|channel)[\s>]", re.IGNORECASE)
_TAG = re.compile(rb"</?[a-zA-Z]")
_HKMA_REF = re.compile(r"/press-releases/\d{4}/\d{2}/(\d{8}-\d+)(?:/|$)")


@dataclass(frozen=True, slots=True)
class FeedResult:
    """What a feed says, in its own order. `ttl_min` is its wish for the time between two polls, None without one."""

    entries: tuple[Entry, ...]
    ttl_min: int | None
    title: str
    warnings: tuple[str, ...]


def parse_feed(body: bytes, base_url: str, row: SourceRow, received_at: datetime, content_type: str = "") -> FeedResult:
    """Read a feed of any kind that feedparser knows.

    `base_url` resolves relative links; it should be the row's own address, which does not change when a server
    redirects. A date more than a day after `received_at` (aware UTC) is dropped and counted in the warnings.
    Raises FormatError `not-a-feed`, or `unreadable-feed` when there are items but none could be read.
    """
    text = to_utf8(body, content_type, row.lang)
    warnings: list[str] = []
    items = len(_ITEM_START.findall(text))
    if _FEED_START.search(text) is None:
        raise FormatError(
            "not-a-feed", f"The answer begins {_begin(text)} and is no feed.", "Check the address of this source."
        )
    parsed = _parse(_made_safe(text, items, warnings), base_url)
    if parsed.get("bozo") and parsed.entries:
        warnings.append(f"ill-formed: {_one_line(parsed.get('bozo_exception'))}")
    reader = _Reader(row, base_url, received_at)
    entries = tuple(entry for raw in parsed.entries if (entry := reader.entry(raw)) is not None)
    if not entries and items:
        raise FormatError(
            "unreadable-feed",
            f"The feed has {items} items and none can be read: {_one_line(parsed.get('bozo_exception')) or 'no text'}.",
        )
    if not parsed.get("version") and not entries:
        raise FormatError(
            "not-a-feed", f"The answer begins {_begin(text)} and is no feed.", "Check the address of this source."
        )
    warnings.extend(reader.warnings())
    return FeedResult(entries, _ttl(parsed.feed), plain_line(str(parsed.feed.get("title", ""))), tuple(warnings))


def _parse(text: bytes, base_url: str) -> Any:
    # Links inside texts are made absolute by the sanitiser: feedparser's own way takes twice the time.
    return feedparser.parse(
        text,
        response_headers={"content-type": "application/xml; charset=utf-8", "content-location": base_url},
        sanitize_html=False,
        resolve_relative_uris=False,
    )


def _made_safe(text: bytes, items: int, warnings: list[str]) -> bytes:
    if _ENTITY_DECLARATION.search(text):
        # No feed needs entities of its own; a few lines of them can unfold to gigabytes.
        text = _ENTITY_DECLARATION.sub(b"<!IGNORED", _without_doctype(text))
        warnings.append("entity declarations ignored")
    if items > MAX_ENTRIES:
        start = next(itertools.islice(_ITEM_START.finditer(text), MAX_ENTRIES, None)).start()
        text = text[:start] + (b"</feed>" if b"<feed" in text[:2000] else b"</channel></rss>")
        warnings.append(f"only the first {MAX_ENTRIES} of {items} items were read")
    tags = _count_tags(text)
    if tags > _MAX_TAGS:
        raise FormatError("too-complex", f"The feed has {tags:,} elements, more than any real one, and was not read.")
    return _BARE_GUID.sub(b'<guid isPermaLink="false">', _EMPTY_ELEMENT.sub(b"", text))


def _without_doctype(text: bytes) -> bytes:
    start = _DOCTYPE.search(text)
    if start is None:
        return text
    plain_end, subset = text.find(b">", start.end()), text.find(b"[", start.end())
    if -1 < subset < plain_end:
        end = _SUBSET_END.search(text, subset)
        return text[: start.start()] + (text[end.end() :] if end else text[plain_end + 1 :])
    return text[: start.start()] + text[plain_end + 1 :]


def _count_tags(text: bytes) -> int:
    """Opening and closing tags outside CDATA sections."""
    first, *rest = text.split(b"<![CDATA[")
    return sum(len(_TAG.findall(part)) for part in (first, *(part.partition(b"]]>")[2] for part in rest)))


class _Reader:
    """Reads the entries of one feed by one row's rules and counts what had to be left out."""

    def __init__(self, row: SourceRow, base_url: str, received_at: datetime) -> None:
        self._row = row
        self._base_url = base_url
        self._latest = received_at + _FUTURE
        self._zone = HONG_KONG if row.publisher.in_hk or "naive-hkt" in row.quirks else None
        self._undated = self._future = self._empty = 0

    def entry(self, raw: Mapping[str, Any]) -> Entry | None:
        """None where neither title nor text nor link can be found."""
        guid = _string(raw, "id")
        link = self._link(_string(raw, "link"), guid)
        html, text = self._content(raw)
        title = plain_line(_string(raw, "title")) or _first_words(text) or link
        if not title:
            self._empty += 1
            return None
        ref = self._ref(guid, link)
        if ref is not None and "sfc-ref" in self._row.quirks:
            guid = ref
            link = link or sfc.public_url(ref, self._row.lang)
        published = self._time(raw, "published") or self._time(raw, "updated")
        modified = self._time(raw, "updated")
        if published is None:
            self._undated += 1
        return Entry(
            title=title,
            link=link,
            lang=self._row.lang,
            guid=guid,
            ref=ref,
            html=html,
            text=text,
            published_at=published.at if published else None,
            precision=published.precision if published else Precision.SECOND,
            modified_at=modified.at if modified and modified != published else None,
        )

    def warnings(self) -> list[str]:
        """What a reader of the source's health should know, in words."""
        counts = (
            (self._empty, "items without title, text and link left out"),
            (self._undated, "items without a readable date"),
            (self._future, "dates more than a day ahead ignored"),
        )
        return [f"{count} {what}" for count, what in counts if count]

    def _link(self, link: str, guid: str) -> str:
        return next((text for text in (link, guid) if text.startswith(("https://", "http://"))), "")

    def _ref(self, guid: str, link: str) -> str | None:
        if "sfc-ref" in self._row.quirks:
            return sfc.find_ref(guid) or sfc.find_ref(link)
        if "hkma-ref" in self._row.quirks:
            match = _HKMA_REF.search(link)
            return match[1] if match else None
        return None

    def _content(self, raw: Mapping[str, Any]) -> tuple[str, str]:
        """Sanitised HTML and plain text, as much of it as the row may keep."""
        if self._row.keep is Keep.TITLE_LINK:
            return "", ""
        summary = _value(raw.get("summary_detail"))
        whole = max(
            (_value(part) for part in raw.get("content") or ()), key=lambda part: len(part[0]), default=("", "")
        )
        if self._row.keep is Keep.SUMMARY:
            value, base = summary if summary[0] else whole
        else:
            value, base = whole if len(whole[0]) >= len(summary[0]) else summary
        if not value.strip():
            return "", ""
        if has_markup(value):
            html = sanitise(value, base or self._base_url)
            text = text_of_safe(html)
        else:
            text = text_of_safe(as_paragraphs(value))
            html = as_paragraphs(text)
        if self._row.keep is Keep.SUMMARY and len(text) > MAX_SUMMARY_CHARS:
            text = _cut(text, MAX_SUMMARY_CHARS)
            html = as_paragraphs(text)
        return html, text

    def _time(self, raw: Mapping[str, Any], name: str) -> Stated | None:
        # feedparser answers a missing `updated` with `published` and a warning; asking first avoids both.
        if name not in raw:
            return None
        stated = _read_time(_string(raw, name), raw.get(f"{name}_parsed"), self._zone)
        if stated is None:
            return None
        if stated.at > self._latest:
            self._future += 1
            return None
        return Stated(stated.at, Precision.DAY) if "date-only" in self._row.quirks else stated


def _read_time(text: str, parsed: struct_time | None, zone: Any) -> Stated | None:
    stated = read_any(text, zone)
    if stated is not None or parsed is None or not names_zone(text):
        return stated
    try:
        # The struct is in UTC; mktime would read it as local time.
        return Stated(datetime.fromtimestamp(calendar.timegm(parsed), UTC), Precision.SECOND)
    except (ValueError, OverflowError, OSError):
        return None


def _string(raw: Mapping[str, Any], name: str) -> str:
    value = raw.get(name)
    return value.strip() if isinstance(value, str) else ""


def _value(detail: Any) -> tuple[str, str]:
    """The text of one of feedparser's details and the address its links start from."""
    if not isinstance(detail, Mapping):
        return "", ""
    value = _string(detail, "value")
    if _string(detail, "type") == "text/plain":
        value = value.replace("&", "&amp;").replace("<", "&lt;")
    return value, _string(detail, "base")


def _first_words(text: str) -> str:
    return _cut(" ".join(text.split()), _TITLE_FROM_TEXT_CHARS)


def _cut(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    head, space, _rest = text[:limit].rpartition(" ")
    # Chinese has no spaces: a last one far back is no place to cut.
    return f"{(head if space and len(head) > limit // 2 else text[: limit - 1]).rstrip()}…"


def _ttl(feed: Mapping[str, Any]) -> int | None:
    text = _string(feed, "ttl")
    return int(text) if text.isascii() and text.isdigit() and 0 < int(text[:6]) < 100_000 else None


def _one_line(value: object) -> str:
    return " ".join(str(value).split())[:200] if value is not None else ""


def _begin(text: bytes) -> str:
    return repr(text[:40].decode("utf-8", "replace"))
