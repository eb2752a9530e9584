# SPDX-License-Identifier: MIT
"""RSS as text.

The writer that the feeds of the SFC, the HKMA and RTHK share, and validators for conditional requests.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import blake2b
from xml.sax.saxutils import escape

from hkwatch.replica.answer import XML, Answer, Request

HONG_KONG = timezone(timedelta(hours=8), "HKT")


def rss_date(instant: datetime) -> str:
    """`Wed, 19 Feb 2025 14:20:07 +0800`: Hong Kong time, cut to seconds."""
    return format_datetime(instant.astimezone(HONG_KONG).replace(microsecond=0))


def http_date(instant: datetime) -> str:
    """`Wed, 19 Feb 2025 06:20:07 GMT`, the form of HTTP headers."""
    return format_datetime(instant.astimezone(UTC).replace(microsecond=0), usegmt=True)


def element(name: str, text: str, attributes: str = "") -> str:
    """`<name attributes>text</name>` with the text escaped."""
    return f"<{name}{attributes}>{escape(text)}</{name}>"


def rss(title: str, link: str, items: Iterable[str], extra: str = "") -> bytes:
    """An RSS 2.0 document.

    `items` are the insides of the `<item>` elements, `extra` further channel elements.
    """
    head = element("title", title) + element("link", link) + element("description", title) + extra
    body = "".join(f"<item>{item}</item>\n" for item in items)
    declaration = '<?xml version="1.0" encoding="utf-8"?>'
    return f'{declaration}\n<rss version="2.0"><channel>{head}\n{body}</channel></rss>\n'.encode()


def with_validators(request: Request, body: bytes, changed_at: datetime | None) -> Answer:
    """A feed with ETag and, if known, Last-Modified; 304 without a body to a client that already has it."""
    etag = f'"{blake2b(body, digest_size=8).hexdigest()}"'
    headers = [("ETag", etag)]
    if changed_at is not None:
        headers.append(("Last-Modified", http_date(changed_at)))
    if _is_fresh(request, etag, changed_at):
        return Answer(304, b"", "", headers)
    return Answer(200, body, XML, headers)


def _is_fresh(request: Request, etag: str, changed_at: datetime | None) -> bool:
    known = request.headers.get("if-none-match")
    if known is not None:
        return known.strip() == "*" or etag in (part.strip().removeprefix("W/") for part in known.split(","))
    since = request.headers.get("if-modified-since")
    if since is None or changed_at is None:
        return False
    try:
        return parsedate_to_datetime(since) >= changed_at.replace(microsecond=0)
    except (TypeError, ValueError):
        return False
