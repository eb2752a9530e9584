# SPDX-License-Identifier: MIT
"""Feeds in JSON: JSON Feed (jsonfeed.org) and RSS in JSON (`{"rss": {"channel": {"item": […]}}}`)."""

import json
from collections.abc import Mapping
from typing import Any

from hkwatch.domain.errors import FormatError
from hkwatch.sources.feed_raw import MAX_ENTRIES, NOTHING, RawEntry, RawFeed, RawText, absolute, is_web


def is_json(text: bytes) -> bool:
    """Whether a document without leading white space begins as a JSON object does."""
    return text[:1] == b"{"


def read_json(text: bytes, base_url: str) -> RawFeed:
    """Read a feed in UTF-8. Values of a wrong type count as not stated.

    Raises FormatError `unreadable-feed` for broken JSON, `not-a-feed` for JSON that is something else.
    """
    try:
        whole = json.loads(text.decode("utf-8", "replace"), strict=False)
    except (ValueError, RecursionError) as exc:
        raise FormatError("unreadable-feed", f"The JSON of this feed is broken: {str(exc)[:120]}.") from exc
    items: Any
    rss = _dict(_dict(whole).get("rss"))
    if rss:
        channel = _dict(rss.get("channel"))
        places = [part.get(name) for part in (channel, rss) for name in ("item", "items")]
        items = next((found for found in places if found), [])
        base = base_url or _string(channel, "link")
        entry = _rss_entry
    elif isinstance(whole.get("items"), list):
        channel, items, entry = whole, whole["items"], _entry
        base = base_url or _string(whole, "feed_url") or _string(whole, "home_page_url")
    else:
        raise FormatError("not-a-feed", "The answer is JSON, but no feed.", "Check the address of this source.")
    found = [item for item in (items if isinstance(items, list) else [items]) if isinstance(item, dict)]
    return RawFeed(
        entries=[entry(item, base if is_web(base) else "") for item in found[:MAX_ENTRIES]],
        title=_string(channel, "title"),
        ttl=_string(channel, "ttl"),
        item_count=len(found),
    )


def _entry(item: Mapping[str, Any], base: str) -> RawEntry:
    guid = _string(item, "id")
    plain, html = _string(item, "content_text"), _string(item, "content_html")
    link = _string(item, "url") or _string(item, "external_url") or (guid if is_web(guid) else "")
    return RawEntry(
        title=RawText(_string(item, "title"), False),
        link=absolute(base, link or _attached(item.get("attachments"))),
        guid=guid,
        published=_string(item, "date_published"),
        updated=_string(item, "date_modified"),
        summary=RawText(_string(item, "summary"), False, base),
        content=RawText(html, True, base) if html else RawText(plain, False, base),
    )


def _rss_entry(item: Mapping[str, Any], base: str) -> RawEntry:
    guid = item.get("guid")
    says_no = isinstance(guid, dict) and str(guid.get("isPermaLink", "true")).lower() == "false"
    name = _string(item, "guid")
    link = _string(item, "link") or (name if is_web(name) and not says_no else "")
    content = _string(item, "content:encoded")
    return RawEntry(
        title=RawText(_string(item, "title")),
        link=absolute(base, link or _attached(item.get("enclosure"))),
        guid=name,
        published=_string(item, "pubDate"),
        updated=_string(item, "dc:date") or _string(item, "atom:updated"),
        summary=RawText(_string(item, "description"), True, base),
        content=RawText(content, True, base) if content else NOTHING,
    )


def _attached(value: Any) -> str:
    parts = value if isinstance(value, list) else [value]
    return next((link for part in parts if isinstance(part, dict) and (link := _string(part, "url"))), "")


def _dict(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _string(raw: Mapping[str, Any], name: str) -> str:
    value = raw.get(name)
    if isinstance(value, dict):
        # RSS in JSON: an element with attributes keeps its text under a name of its own.
        value = value.get("#value")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()
