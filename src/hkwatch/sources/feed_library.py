# SPDX-License-Identifier: MIT
"""Feeds of every kind and state, by feedparser (imported nowhere else). Tolerant and slow."""

import re
from collections.abc import Mapping
from typing import Any

from hkwatch.domain.errors import FormatError
from hkwatch.sources.feed_raw import NOTHING, RawEntry, RawFeed, RawText, absolute, is_web

# An empty element after the real one makes feedparser forget the text (CoinDesk).
_EMPTY_ELEMENT = re.compile(rb"<(dc:description|content:encoded)\s*(?:/>|>\s*</\1\s*>)")
# A guid that is no address is taken for a relative one unless it says that it is none.
_BARE_GUID = re.compile(rb"<guid>(?=\s*(?:<!\[CDATA\[)?\s*(?![a-zA-Z][a-zA-Z0-9+.-]*:))")
# A link that closes where none was opened, for one, is more than it expects.
_ITS_OWN_FAULTS = (LookupError, ValueError, TypeError, AttributeError, AssertionError, RecursionError)


def read_tolerant(text: bytes, base_url: str) -> RawFeed:
    """Read a feed in UTF-8 from which everything dangerous has been taken already.

    Raises FormatError `unreadable-feed` where the damage is more than feedparser bears.
    """
    import feedparser  # noqa: PLC0415 - two megabytes that most never want: the strict reader does for nearly all feeds

    try:
        # Links inside texts are made absolute by the sanitiser: feedparser's own way takes twice the time.
        parsed = feedparser.parse(
            _BARE_GUID.sub(b'<guid isPermaLink="false">', _EMPTY_ELEMENT.sub(b"", text)),
            response_headers={"content-type": "application/xml; charset=utf-8", "content-location": base_url},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except _ITS_OWN_FAULTS as exc:
        raise FormatError(
            "unreadable-feed", f"The feed is damaged beyond reading ({type(exc).__name__}: {str(exc)[:80]})."
        ) from exc
    home = _string(parsed.feed, "link")
    base = base_url or (home if is_web(home) else "")
    return RawFeed(
        entries=[_entry(raw, base) for raw in parsed.entries],
        title=_string(parsed.feed, "title"),
        ttl=_string(parsed.feed, "ttl"),
        item_count=len(parsed.entries),
        is_known=bool(parsed.get("version")),
        problem=" ".join(str(parsed.get("bozo_exception") or "ill-formed").split())[:200] if parsed.get("bozo") else "",
    )


def _entry(raw: Mapping[str, Any], base: str) -> RawEntry:
    guid = _string(raw, "id")
    contents = [_text(part) for part in raw.get("content") or ()]
    link = _string(raw, "feedburner_origlink") or _string(raw, "link")
    if not link:
        links = [part for part in raw.get("links") or () if isinstance(part, Mapping)]
        wanted = (part for rel in ("alternate", "enclosure") for part in links if part.get("rel") == rel)
        link = next((href for part in wanted if (href := _string(part, "href"))), "")
    # feedparser answers a missing `updated` with `published` and a warning; asking first avoids both.
    dates = {name: _string(raw, name) if name in raw else "" for name in ("published", "created", "updated")}
    return RawEntry(
        title=_text(raw.get("title_detail")),
        link=absolute(base, link) if link else "",
        guid=guid,
        published=dates["published"] or dates["created"],
        updated=dates["updated"],
        summary=_text(raw.get("summary_detail")),
        content=max(contents, key=lambda part: len(part.value), default=NOTHING),
        source=_string(raw.get("source") or {}, "title"),
    )


def _text(detail: Any) -> RawText:
    if not isinstance(detail, Mapping):
        return NOTHING
    return RawText(_string(detail, "value"), _string(detail, "type") != "text/plain", _string(detail, "base"))


def _string(raw: Mapping[str, Any], name: str) -> str:
    value = raw.get(name)
    return value.strip() if isinstance(value, str) else ""
