# SPDX-License-Identifier: MIT
"""What a server's answer means: statuses, waiting times, challenge pages, packed bodies, HTML where a feed was due.

Pure; no socket and no HTTP library here. Every finding is a FetchError or FormatError in words a person understands.
"""

import re
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from hkwatch.domain.errors import FetchError, FormatError
from hkwatch.sources.request import Want

MAX_RETRY_AFTER_S = 86_400.0
"""A server's wish to wait longer than a day counts as a day."""
_MAX_RATIO = 100
# Small bodies may pack as well as they like.
_RATIO_FROM_BYTES = 1_000_000

_CHALLENGE_MARKS = (
    b"just a moment...",
    b"cf-chl",
    b"_cf_chl_opt",
    b"/cdn-cgi/challenge-platform",
    b"attention required! | cloudflare",
    b"cf-error-details",
)
_FEED_START = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf|channel)[\s>]", re.IGNORECASE)
_HTML_START = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<script[\s>]", re.IGNORECASE)

# status: (what happened, what to do, whether a later try may help)
_STATUSES: dict[int, tuple[str, str, bool]] = {
    400: ("calls the request wrong", "The source may have changed; check its address.", False),
    401: ("wants a login", "hkwatch cannot log in; open the page in a browser.", False),
    403: (
        "refuses this program",
        "Open the page in a browser; if that works, the host blocks programs or your network.",
        True,
    ),
    404: ("does not know this address", "Check the address of this source.", False),
    410: ("says that this address is gone for good", "Look for the source's new address.", False),
    418: ("has blocked this network for asking too often", "It is asked again after the pause it wants.", True),
    429: ("was asked too often", "It is asked again after the pause it wants.", True),
    451: ("may not serve this network for legal reasons", "Use another source for the same matter.", False),
    500: ("has a fault of its own", "", True),
    502: ("cannot reach its own back end", "", True),
    503: ("is overloaded or under maintenance", "", True),
    504: ("cannot reach its own back end in time", "", True),
}


def status_error(status: int, host: str, headers: Mapping[str, str], body: bytes, now: datetime) -> FetchError:
    """The error for an HTTP status that is no answer.

    `headers` have lower-case names; `body` is its beginning; `now` (aware UTC) counts only where the server sends a
    date to wait for but no date of its own.
    """
    wait_s = retry_after_s(headers, now)
    if is_challenge(status, headers, body):
        return FetchError(
            "challenge",
            f"{host} lets browsers in only after a check that programs cannot pass (Cloudflare, HTTP {status}).",
            "Open the page in a browser, or use another source for the same matter.",
            http_status=status,
            retry_after_s=wait_s,
        )
    if status == 407:
        return FetchError(
            "proxy",
            "The proxy wants a login (HTTP 407).",
            "Put name and password into the proxy's address (HTTPS_PROXY).",
            temporary=False,
            http_status=status,
        )
    known = _STATUSES.get(status)
    if known is None:
        known = ("has a fault of its own", "", True) if status >= 500 else ("does not answer the request", "", False)
    happened, next_step, temporary = known
    detail = f"{host} {happened} (HTTP {status})."
    if wait_s is not None:
        detail = f"{detail[:-1]} and asks to wait {_span(wait_s)}."
    return FetchError(
        f"http-{status}",
        detail,
        next_step,
        temporary=temporary or wait_s is not None,
        http_status=status,
        retry_after_s=wait_s,
    )


def retry_after_s(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds of a Retry-After header, written as seconds or as a date; None without a readable one.

    A date is measured against the server's own clock where it states it. From 0 to `MAX_RETRY_AFTER_S`.
    """
    text = headers.get("retry-after", "").strip()
    if not text:
        return None
    if text.isascii() and text.isdigit():
        return min(float(text[:9]), MAX_RETRY_AFTER_S)
    until = http_date(text)
    if until is None:
        return None
    since = http_date(headers.get("date", "")) or now
    return min(max((until - since).total_seconds(), 0.0), MAX_RETRY_AFTER_S)


def http_date(text: str) -> datetime | None:
    """`Tue, 07 Jul 2026 11:21:59 GMT` as aware UTC; None if it is not readable."""
    try:
        parsed = parsedate_to_datetime(text)
    except ValueError:
        return None
    return parsed.replace(tzinfo=UTC) if parsed.tzinfo is None else parsed.astimezone(UTC)


def max_age_s(headers: Mapping[str, str]) -> float | None:
    """How long the answer stays fresh by Cache-Control, less the age it already has; None where not stated."""
    control = headers.get("cache-control", "").lower()
    match = re.search(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,9})", control)
    if match is None or "no-cache" in control or "no-store" in control:
        return None
    age = headers.get("age", "").strip()
    return max(0.0, float(match[1]) - (float(age[:9]) if age.isascii() and age.isdigit() else 0.0))


def is_challenge(status: int, headers: Mapping[str, str], body: bytes) -> bool:
    """Whether this is Cloudflare's page that tests for a browser, and not the site itself."""
    if status not in (403, 429, 503):
        return False
    if headers.get("cf-mitigated", "").lower() == "challenge":
        return True
    by_cloudflare = "cloudflare" in headers.get("server", "").lower() or "cf-ray" in headers
    lowered = body[:65_536].lower()
    return by_cloudflare and any(mark in lowered for mark in _CHALLENGE_MARKS)


def check_form(want: Want, body: bytes, host: str) -> None:
    """Raises FormatError `html-instead-of-feed` when the body is a web page and a feed or JSON was wanted.

    Looks at the first 512 bytes after a byte order mark and white space, in UTF-8 or UTF-16.
    """
    if want not in (Want.FEED, Want.JSON):
        return
    head = body[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\f")[:512]
    if want is Want.FEED and _FEED_START.search(head):
        return
    if _HTML_START.search(head) and (want is Want.FEED or head.startswith(b"<")):
        due = "a feed" if want is Want.FEED else "data"
        raise FormatError(
            "html-instead-of-feed",
            f"{host} sent a web page where {due} was due.",
            "Open the address in a browser; the source may have moved or wants a check.",
        )


class Unpacker:
    """Unpacks a body piece by piece and never holds more than it may."""

    def __init__(self, encoding: str, host: str, max_bytes: int) -> None:
        """`encoding` is the Content-Encoding. Raises FetchError `unknown-encoding` for one that was not asked for."""
        self._host = host
        self._max_bytes = max_bytes
        self._packed = encoding.strip().lower() not in ("", "identity")
        if self._packed and encoding.strip().lower() not in ("gzip", "x-gzip", "deflate"):
            raise FetchError(
                "unknown-encoding", f"{host} packed its answer in a way that was not asked for ({encoding[:40]})."
            )
        # gzip or zlib by its own first bytes; bare deflate, which some servers send, is tried when these do not fit.
        self._zip = zlib.decompressobj(wbits=47)
        self._bytes_in = 0
        self._out = bytearray()

    def feed(self, piece: bytes) -> None:
        """Take one piece as it came. Raises FetchError `too-large` or `broken-encoding`."""
        self._bytes_in += len(piece)
        if not self._packed:
            self._out += piece
            self._check()
            return
        while piece:
            room = self._max_bytes + 1 - len(self._out)
            try:
                self._out += self._zip.decompress(piece, room)
            except zlib.error as exc:
                if self._out or self._bytes_in > len(piece):
                    raise self._broken() from exc
                self._out += self._bare(piece, room)
            self._check()
            if self._zip.eof:
                # Several gzip members may follow each other; zero padding may, too.
                piece = self._zip.unused_data.lstrip(b"\x00")
                if piece:
                    self._zip = zlib.decompressobj(wbits=47)
            else:
                piece = self._zip.unconsumed_tail

    def finish(self) -> bytes:
        """The whole body. Raises FetchError `truncated` when the packed stream ended early."""
        if self._packed and self._bytes_in and not self._zip.eof:
            raise FetchError("truncated", f"{self._host} broke off in the middle of its answer.")
        return bytes(self._out)

    def _bare(self, piece: bytes, room: int) -> bytes:
        self._zip = zlib.decompressobj(wbits=-15)
        try:
            return self._zip.decompress(piece, room)
        except zlib.error as exc:
            raise self._broken() from exc

    def _broken(self) -> FetchError:
        return FetchError("broken-encoding", f"{self._host} sent a packed answer that cannot be unpacked.")

    def _check(self) -> None:
        size = len(self._out)
        bomb = self._packed and size > _RATIO_FROM_BYTES and size > self._bytes_in * _MAX_RATIO
        if size > self._max_bytes or bomb:
            why = "unfolds more than a hundredfold" if bomb else f"is larger than {self._max_bytes:,} bytes"
            raise FetchError(
                "too-large", f"The answer of {self._host} {why} and was dropped.", "Check the address.", temporary=False
            )


def _span(seconds: float) -> str:
    if seconds < 120:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.0f} h"
