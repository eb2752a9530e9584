# SPDX-License-Identifier: MIT
"""What makes two entries the same item.

The reference number, where the publisher gives one, wins over everything: one number appears in several feeds and
languages. Else the key the catalogue names for the source; else guid, canonical URL, title with date, in this order.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from hkwatch.domain.catalogue import SourceRow
from hkwatch.domain.item import Entry

# Parameters that say where a reader came from, not what is read.
_TRACKING = frozenset({"fbclid", "gclid", "oc", "ref"})
# An address of which nothing but slashes at its end can go; taking it apart and putting it together costs ten times as much.
_PLAIN = re.compile(r"https?://[a-z0-9.-]+(?:/[A-Za-z0-9._~/-]*)?")


# Each entry of a document is asked for twice, as a key and as a second one.
@lru_cache(maxsize=2048)
def canonical_url(url: str) -> str:
    """An address without tracking parameters, fragment, trailing slash and default port; host in small letters.

    An address that is not http(s) comes back stripped but otherwise unchanged.
    """
    if _PLAIN.fullmatch(url) is not None:
        return url.rstrip("/")
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url.strip()
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return url.strip()
    host = parts.hostname.lower()
    if port and port != {"http": 80, "https": 443}[parts.scheme]:
        host = f"{host}:{port}"
    kept = [
        (key, value)
        for key, value in parse_qsl(parts.query, keep_blank_values=True)
        if not key.lower().startswith("utm_") and key.lower() not in _TRACKING
    ]
    return urlunsplit((parts.scheme, host, parts.path.rstrip("/"), urlencode(kept), ""))


def identity(entry: Entry, row: SourceRow) -> str:
    """The string that is equal for two entries exactly when they are the same item.

    Reference numbers are the publisher's, so they join sources; every other key belongs to its source alone.
    """
    if entry.ref:
        return f"{row.publisher.id}:{entry.ref.upper()}"
    url = canonical_url(entry.link)
    match row.key:
        case "link" if url:
            key = f"link:{url}"
        case "link+title" if url:
            key = f"link+title:{url}\n{entry.title}"
        case "title+date" if entry.published_at:
            # Compared without case and spacing: twins of one document differ in them.
            title = "".join(entry.title.casefold().split())
            key = f"title:{title}\n{entry.published_at.date().isoformat()}"
        case "guid" if entry.guid:
            key = f"guid:{entry.guid}"
        case _ if entry.guid:
            key = f"guid:{entry.guid}"
        case _ if url:
            key = f"link:{url}"
        case _:
            day = entry.published_at.date().isoformat() if entry.published_at else ""
            key = f"title:{entry.title}\n{day}"
    return f"{row.id}/{key}"


def second_keys(entries: Sequence[Entry]) -> list[str]:
    """For each entry its canonical URL as a second key, empty where two entries of the document share it or none
    other could tell: a feed of one entry may give every entry the same link.

    It only recognises an item whose guid changed. HKMA's LegCo feed gives all its entries one link, which names none.
    """
    if len(entries) < 2:
        return [""] * len(entries)
    urls = [canonical_url(entry.link) if entry.link else "" for entry in entries]
    times = Counter(urls)
    return [url if url and times[url] == 1 else "" for url in urls]
