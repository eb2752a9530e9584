# SPDX-License-Identifier: MIT
"""Bytes of a feed of any format → `RawFeed`: made safe and bounded, then read by the fastest reader that can.

bytes → UTF-8 → at most MAX_ENTRIES items and MAX_TAGS elements ─┬─ JSON
                                                                 ├─ strict: well-formed RSS, RDF, Atom
                                                                 ├─ strict again, with stray signs mended
                                                                 └─ tolerant: all the rest, without declarations
"""

import itertools
import re

from hkwatch.domain.errors import FormatError
from hkwatch.sources.charset import to_utf8
from hkwatch.sources.feed_expat import NotStrict, read_strict
from hkwatch.sources.feed_json import is_json, read_json
from hkwatch.sources.feed_library import read_tolerant
from hkwatch.sources.feed_mend import mend, prolog_end, without_doctype
from hkwatch.sources.feed_raw import MAX_ENTRIES, RawFeed

MAX_BYTES = 32 * 1024 * 1024
"""Longer documents are not read; the largest known feed has half a megabyte."""
# feedparser takes 16 µs a tag; the largest known feed has under 10,000.
MAX_TAGS = 100_000

_ENTITY_DECLARATION = re.compile(rb"<!ENTITY\b", re.IGNORECASE)
_ITEM_START = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s/>]", re.IGNORECASE)
_ITEM_END = re.compile(rb"</(?:\w+:)?(?:item|entry)\s*>", re.IGNORECASE)
_FEED_END = re.compile(rb"</(?:\w+:)?(?:rss|feed|rdf|channel)\s*>", re.IGNORECASE)
_FEED_START = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf|channel|entry)[\s>]", re.IGNORECASE)
_PAGE = re.compile(rb"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_TAG = re.compile(rb"</?[a-zA-Z]")


def read_document(
    body: bytes, base_url: str, content_type: str, lang: str, warnings: list[str], *, only_whole: bool = False
) -> RawFeed:
    """Read a feed; what had to be left out or mended is added to `warnings` in words.

    `base_url` resolves relative links, empty = not known. `content_type` and `lang` help with the encoding. `only_whole`
    leaves out the item in which a document breaks off: without its link it would be taken for another one.
    Raises FormatError `not-a-feed`, `too-complex`, `unreadable-feed` for broken JSON, or `broken-off`.
    """
    if len(body) > MAX_BYTES:
        raise FormatError("too-complex", f"The feed has {len(body):,} bytes and was not read.")
    text = to_utf8(body, content_type, lang)
    if is_json(text):
        feed = read_json(text, base_url)
        if feed.item_count > MAX_ENTRIES:
            warnings.append(f"only the first {MAX_ENTRIES} of {feed.item_count} items were read")
        return feed
    if _FEED_START.search(text) is None or _PAGE.match(text, prolog_end(text)):
        raise not_a_feed(text)
    items = None
    if text.count(b"<") > MAX_ENTRIES:
        items = len(_ITEM_START.findall(text))
        text = _bounded(text, items, warnings)
    if only_whole:
        text = _without_half_item(text, warnings)
    feed = _read_xml(text, base_url, warnings)
    if items is not None:
        feed.item_count = items
    elif not feed.entries:
        feed.item_count = items = len(_ITEM_START.findall(text))
    if not feed.is_known and not feed.entries and not items:
        raise not_a_feed(text)
    if feed.problem and feed.entries:
        warnings.append(f"ill-formed: {feed.problem}")
    return feed


def _read_xml(text: bytes, base_url: str, warnings: list[str]) -> RawFeed:
    try:
        return read_strict(text, base_url)
    except NotStrict as exc:
        problem = exc.problem
    text = _without_entities(text, warnings)
    try:
        feed = read_strict(mend(text), base_url)
    except NotStrict:
        return read_tolerant(text, base_url)
    feed.problem = problem
    return feed


def not_a_feed(text: bytes) -> FormatError:
    """The error for an answer that is something else; it quotes the beginning."""
    begin = repr(text[:40].decode("utf-8", "replace"))
    return FormatError("not-a-feed", f"The answer begins {begin} and is no feed.", "Check the address of this source.")


def _without_half_item(text: bytes, warnings: list[str]) -> bytes:
    if _FEED_END.search(text, max(0, len(text) - 500)) is not None:
        return text
    starts = [found.start() for found in _ITEM_START.finditer(text)]
    if not starts or _ITEM_END.search(text, starts[-1]) is not None:
        return text
    if len(starts) == 1:
        raise FormatError("broken-off", f"The feed breaks off after {len(text):,} bytes, inside its first item.")
    warnings.append("the document breaks off; its last item is not whole and was left out")
    return text[: starts[-1]]


def _bounded(text: bytes, items: int, warnings: list[str]) -> bytes:
    if items > MAX_ENTRIES:
        start = next(itertools.islice(_ITEM_START.finditer(text), MAX_ENTRIES, None)).start()
        text = text[:start] + _endings(text[:2000])
        warnings.append(f"only the first {MAX_ENTRIES} of {items} items were read")
    tags = _count_tags(text)
    if tags > MAX_TAGS:
        raise FormatError("too-complex", f"The feed has {tags:,} elements, more than any real one, and was not read.")
    return text


def _endings(head: bytes) -> bytes:
    if b"<feed" in head:
        return b"</feed>"
    return b"</rdf:RDF>" if b"<rdf:RDF" in head else b"</channel></rss>"


def _without_entities(text: bytes, warnings: list[str]) -> bytes:
    """No feed needs entities of its own; a few lines of them can unfold to gigabytes."""
    if _ENTITY_DECLARATION.search(text) is None:
        return text
    warnings.append("entity declarations ignored")
    return _ENTITY_DECLARATION.sub(b"<!IGNORED", without_doctype(text))


def _count_tags(text: bytes) -> int:
    """Opening and closing tags outside CDATA sections."""
    first, *rest = text.split(b"<![CDATA[")
    return sum(len(_TAG.findall(part)) for part in (first, *(part.partition(b"]]>")[2] for part in rest)))
