# SPDX-License-Identifier: MIT
"""The elements of the feed formats and their modules, and what each of them is to us."""

from dataclasses import dataclass
from enum import IntEnum, auto
from functools import lru_cache


class Slot(IntEnum):
    """What an element says. A number is found in a dict sooner than a member of a plain Enum."""

    ROOT = auto()
    CHANNEL = auto()
    ITEM = auto()
    GROUP = auto()
    MEDIA = auto()
    TITLE = auto()
    LINK = auto()
    GUID = auto()
    ENCLOSURE = auto()
    PUBLISHED = auto()
    UPDATED = auto()
    SUMMARY = auto()
    CONTENT = auto()
    SOURCE = auto()
    TTL = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """An element's meaning, None where it has none here. A lower `rank` goes before a higher one in the same slot."""

    slot: Slot | None
    rank: int = 0
    local: str = ""
    is_core: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A text that is being read: where it belongs. `is_core` says that it is the format's own, not a module's."""

    slot: Slot
    rank: int
    of_feed: bool
    is_core: bool


# Without scheme, `www.`, letter case and a slash at the end: publishers write all of these in several ways.
_CORE = frozenset(
    {
        *("", "backend.userland.com/rss", "blogs.law.harvard.edu/tech/rss", "purl.org/rss/1.0"),
        *("my.netscape.com/rdf/simple/0.9", "channel.netscape.com/rdf/simple/0.9", "purl.org/net/rss1.1"),
        *("w3.org/2005/atom", "purl.org/atom/ns", "purl.org/rss/1.0/modules/rss091", "example.com/newformat"),
        *("example.com/necho", "purl.org/echo", "purl.org/pie", "cyber.law.harvard.edu/rss"),
    }
)
_MODULES = {
    "purl.org/rss/1.0/modules/content": "content",
    "purl.org/dc/elements/1.1": "dc",
    "purl.org/dc/elements/1.0": "dc",
    "purl.org/dc/terms": "dcterms",
    "search.yahoo.com/mrss": "media",
    "rssboard.org/media-rss": "media",
    "itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "w3.org/1999/xhtml": "xhtml",
    "w3.org/1999/02/22-rdf-syntax-ns": "rdf",
    "rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "prismstandard.org/namespaces/1.2/basic": "prism",
    "prismstandard.org/namespaces/basic/2.0": "prism",
}
_MEANINGS: dict[str, tuple[Slot, int]] = {
    "rss": (Slot.ROOT, 0),
    "feed": (Slot.ROOT, 0),
    "rdf": (Slot.ROOT, 0),
    "rdf:rdf": (Slot.ROOT, 0),
    "channel": (Slot.CHANNEL, 0),
    "item": (Slot.ITEM, 0),
    "entry": (Slot.ITEM, 0),
    "media:group": (Slot.GROUP, 0),
    "title": (Slot.TITLE, 0),
    "dc:title": (Slot.TITLE, 1),
    "media:title": (Slot.TITLE, 2),
    "itunes:title": (Slot.TITLE, 3),
    "link": (Slot.LINK, 0),
    "feedburner:origlink": (Slot.LINK, 1),
    "guid": (Slot.GUID, 0),
    "id": (Slot.GUID, 0),
    "enclosure": (Slot.ENCLOSURE, 0),
    "media:content": (Slot.MEDIA, 0),
    "pubdate": (Slot.PUBLISHED, 0),
    "published": (Slot.PUBLISHED, 0),
    "issued": (Slot.PUBLISHED, 0),
    "dcterms:issued": (Slot.PUBLISHED, 1),
    "dcterms:created": (Slot.PUBLISHED, 2),
    "created": (Slot.PUBLISHED, 2),
    "prism:publicationdate": (Slot.PUBLISHED, 3),
    "updated": (Slot.UPDATED, 0),
    "modified": (Slot.UPDATED, 0),
    "lastbuilddate": (Slot.UPDATED, 0),
    "dcterms:modified": (Slot.UPDATED, 1),
    "dc:date": (Slot.UPDATED, 2),
    "description": (Slot.SUMMARY, 0),
    "summary": (Slot.SUMMARY, 0),
    "abstract": (Slot.SUMMARY, 0),
    "dc:description": (Slot.SUMMARY, 1),
    "itunes:summary": (Slot.SUMMARY, 2),
    "media:description": (Slot.SUMMARY, 3),
    "itunes:subtitle": (Slot.SUMMARY, 4),
    "content": (Slot.CONTENT, 0),
    "content:encoded": (Slot.CONTENT, 0),
    "xhtml:body": (Slot.CONTENT, 0),
    "body": (Slot.CONTENT, 0),
    "fullitem": (Slot.CONTENT, 0),
    "source": (Slot.SOURCE, 0),
    "ttl": (Slot.TTL, 0),
}


@lru_cache(maxsize=1024)
def name_of(namespace: str, local: str, prefix: str) -> Part:
    """An element by its namespace; by its prefix where the namespace is not known, as in feeds that mistype it."""
    namespace = namespace.strip()
    plain = namespace.lower().partition("://")[2] or namespace.lower()
    plain = plain.removeprefix("www.").rstrip("/#")
    if plain in _CORE or "backend.userland.com/rss" in plain:
        module = ""
    else:
        module = _MODULES.get(plain, prefix.lower())
    lower = local.lower()
    meaning = _MEANINGS.get(f"{module}:{lower}" if module else lower)
    if meaning is None:
        return Part(None, 0, lower, not module)
    return Part(meaning[0], meaning[1], lower, not module)
