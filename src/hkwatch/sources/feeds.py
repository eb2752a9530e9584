# SPDX-License-Identifier: MIT
"""Bytes of a feed → entries by the rules of its source. Pure; run it in the worker thread.

What a single source does differently is named in its catalogue row (`quirks`) and done here; what the formats do
is in `feed_document.py` and the readers behind it.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from hkwatch.domain.attachment import Attachment, kind_of, stated_size
from hkwatch.domain.catalogue import Keep, Role, SourceRow
from hkwatch.domain.digits import natural
from hkwatch.domain.errors import FormatError
from hkwatch.domain.item import Entry, Precision
from hkwatch.domain.unseen import without_unseen
from hkwatch.sources import sfc
from hkwatch.sources.dates import HONG_KONG, Stated, read_loose
from hkwatch.sources.documents import attachments_in
from hkwatch.sources.feed_document import read_document
from hkwatch.sources.feed_raw import MAX_ENTRIES, RawEntry, RawText, is_web, whole_line
from hkwatch.sources.hkma_lists import join_attachments, without_twins
from hkwatch.sources.html import (
    MAX_TEXT_CHARS,
    as_paragraphs,
    has_markup,
    plain_line,
    sanitise,
    text_of_safe,
    tidy,
)
from hkwatch.sources.html_bounds import with_breakable_words

__all__ = ["MAX_ENTRIES", "MAX_SUMMARY_CHARS", "FeedResult", "first_words", "parse_feed"]

MAX_SUMMARY_CHARS = 600
"""What is kept of a source whose terms allow a summary only."""
_TITLE_FROM_TEXT_CHARS = 120
_FUTURE = timedelta(hours=24)
# The HKMA lists a circular twice, once with the size of its file behind the title.
_FILE_SIZE = re.compile(r"\s*[(（](?:PDF|Word|Excel)\b[^()（）]{0,30}?\d\s?[KM]B[)）]$", re.IGNORECASE)
_HKMA_REF = re.compile(r"/press-releases/\d{4}/\d{2}/(\d{8}-\d+)(?:/|$)")


@dataclass(frozen=True, slots=True)
class FeedResult:
    """What a feed says, in its own order. `ttl_min` is its wish for the time between two polls, None without one."""

    entries: tuple[Entry, ...]
    ttl_min: int | None
    title: str
    warnings: tuple[str, ...]


def parse_feed(body: bytes, base_url: str, row: SourceRow, received_at: datetime, content_type: str = "") -> FeedResult:
    """Read a feed of any kind: RSS, RDF, Atom, CDF, JSON Feed, RSS in JSON, well-formed or not.

    `base_url` resolves relative links; it should be the row's own address, which does not change when a server
    redirects. A date more than a day after `received_at` (aware UTC) is dropped and counted in the warnings.
    Raises FormatError `not-a-feed`, `too-complex`, `broken-off` inside the first item, or `unreadable-feed` when there are
    items but none could be read.
    """
    warnings: list[str] = []
    feed = read_document(body, base_url, content_type, row.lang, warnings, only_whole=True)
    reader = _Reader(row, base_url, received_at)
    entries = tuple(entry for raw in feed.entries if (entry := reader.entry(raw)) is not None)
    if "twins" in row.quirks:
        entries = without_twins(entries)
    if "attachments" in row.quirks:
        entries = join_attachments(entries)
    if not entries and feed.item_count:
        raise FormatError(
            "unreadable-feed",
            f"The feed has {feed.item_count} items and none can be read: {feed.problem or 'no text'}.",
        )
    warnings.extend(reader.warnings())
    return FeedResult(entries, _ttl(feed.ttl), plain_line(feed.title), tuple(warnings))


class _Reader:
    """Reads the entries of one feed by one row's rules and counts what had to be left out."""

    def __init__(self, row: SourceRow, base_url: str, received_at: datetime) -> None:
        self._row = row
        self._base_url = base_url
        self._latest = received_at + _FUTURE
        self._clock = HONG_KONG if row.publisher.in_hk or "naive-hkt" in row.quirks else None
        self._is_chinese = row.lang.startswith("zh") or self._clock is not None
        self._undated = self._future = self._empty = 0

    def entry(self, raw: RawEntry) -> Entry | None:
        """None where neither title nor text nor link can be found."""
        guid, link = without_unseen(raw.guid), without_unseen(raw.link)
        link = link if is_web(link) else guid if is_web(guid) else ""
        html, text = self._content(raw)
        title = without_unseen(_own_title(raw)) or first_words(text) or link
        if not title:
            self._empty += 1
            return None
        ref = self._ref(guid, link)
        if ref is not None and "sfc-ref" in self._row.quirks:
            guid = ref
            link = link or sfc.public_url(ref, self._row.lang)
        modified = self._time(raw.updated)
        published = self._time(raw.published) or modified
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
            attachments=self._attachments(raw, title, link, html),
        )

    def _attachments(self, raw: RawEntry, title: str, link: str, html: str) -> tuple[Attachment, ...]:
        """The document that the entry is, with the size its title states, and those its text links to."""
        if self._row.keep is not Keep.FULL or self._row.publisher.role is Role.MEDIA:
            return ()
        if kind := kind_of(link):
            return (Attachment(title, link, kind, stated_size(whole_line(raw.title))),)
        return attachments_in(html)

    def warnings(self) -> list[str]:
        """What a reader of the source's health should know, in words."""
        counts = (
            (self._empty, "items without title, text and link left out"),
            (self._undated, "items without a readable date"),
            (self._future, "dates more than a day ahead ignored"),
        )
        return [f"{count} {what}" for count, what in counts if count]

    def _ref(self, guid: str, link: str) -> str | None:
        if "sfc-ref" in self._row.quirks:
            return sfc.find_ref(guid) or sfc.find_ref(link)
        if "hkma-ref" in self._row.quirks:
            match = _HKMA_REF.search(link)
            return match[1] if match else None
        return None

    def _content(self, raw: RawEntry) -> tuple[str, str]:
        """Sanitised HTML and plain text, as much of it as the row may keep."""
        if self._row.keep is Keep.TITLE_LINK:
            return "", ""
        if self._row.keep is Keep.SUMMARY:
            chosen = raw.summary if raw.summary.value else raw.content
        else:
            chosen = raw.content if len(raw.content.value) >= len(raw.summary.value) else raw.summary
        html, text = _shown(chosen, self._base_url)
        if self._row.keep is Keep.SUMMARY and len(text) > MAX_SUMMARY_CHARS:
            text = _cut(text, MAX_SUMMARY_CHARS)
            html = as_paragraphs(text)
        return html, text

    def _time(self, said: str) -> Stated | None:
        stated = read_loose(said, self._clock, is_chinese=self._is_chinese) if said else None
        if stated is None:
            return None
        if stated.at > self._latest:
            self._future += 1
            return None
        return Stated(stated.at, Precision.DAY) if "date-only" in self._row.quirks else stated


def _own_title(raw: RawEntry) -> str:
    """The title without what aggregators and file servers hang on it: the outlet's name, the file's size."""
    title = whole_line(raw.title)
    if title.endswith(("B)", "B）")):
        title = _FILE_SIZE.sub("", title)
    return title.removesuffix(f" - {whole_line(RawText(raw.source))}") if raw.source else title


def _shown(raw: RawText, base_url: str) -> tuple[str, str]:
    if "<" not in raw.value and "&" not in raw.value and raw.value.isprintable():
        # Words and single signs, as most summaries are: what follows would look through them five times over.
        text = tidy(raw.value)[:MAX_TEXT_CHARS]
        shown = text.rstrip().replace(">", "&gt;")
        return with_breakable_words(f"<p>{shown}</p>") if shown else "", text
    value = without_unseen(raw.as_html)
    if not value.strip():
        return "", ""
    if has_markup(value):
        # Once more: what was written as `&#1;` is a sign only now.
        html = without_unseen(sanitise(value, raw.base or base_url))
        return html, text_of_safe(html)
    text = text_of_safe(as_paragraphs(value)) if "<" in value or "&" in value else tidy(value)[:MAX_TEXT_CHARS]
    text = without_unseen(text)
    return as_paragraphs(text), text


def first_words(text: str) -> str:
    """The beginning of a text, as the title of an item that has none."""
    return _cut(" ".join(text.split()), _TITLE_FROM_TEXT_CHARS)


def _cut(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    head, space, _rest = text[:limit].rpartition(" ")
    # Chinese has no spaces: a last one far back is no place to cut.
    return f"{(head if space and len(head) > limit // 2 else text[: limit - 1]).rstrip()}…"


def _ttl(text: str) -> int | None:
    return natural(text, 5) or None
