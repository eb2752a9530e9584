# SPDX-License-Identifier: MIT
"""What is asked of a server and what comes of it, as plain values; `http.py` carries them out."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

MAX_BODY_BYTES = 4_000_000
"""Most that one answer may hold after unpacking. The largest known feed has half a megabyte."""
TIMEOUT_S = 15.0
"""Real seconds for one request with its redirects and its whole body; waiting at the gate does not count."""


class Want(StrEnum):
    """What the answer must be. HTML in place of a feed or of JSON is an error of its own."""

    FEED = "feed"
    JSON = "json"
    HTML = "html"
    ANY = "any"


ACCEPT = {
    Want.FEED: "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1",
    Want.JSON: "application/json, */*;q=0.1",
    Want.HTML: "text/html, application/xhtml+xml;q=0.9, */*;q=0.1",
    Want.ANY: "*/*",
}


@dataclass(frozen=True, slots=True)
class Request:
    """One question to a server.

    `json_body` or `form` make the body of a POST; at most one of them. `headers` go to the host of `url` only, never
    to another host it redirects to. `etag` and `last_modified` are what the last answer carried, None to ask anew.
    `spacing_s` is the least time since the last request to the same host, on the program's clock.
    `accept_status` lists HTTP statuses outside 2xx that are answers here (404 = "no such item"), not errors; such
    an answer, and only such, may be empty.
    """

    url: str
    want: Want = Want.ANY
    method: str = "GET"
    json_body: Mapping[str, object] | None = None
    form: Mapping[str, str] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    accept: str = ""
    etag: str | None = None
    last_modified: str | None = None
    max_bytes: int = MAX_BODY_BYTES
    timeout_s: float = TIMEOUT_S
    spacing_s: float = 0.0
    accept_status: frozenset[int] = frozenset()
    content: bytes | None = field(default=None, repr=False)
    """The body of a POST as it stands, in place of `json_body` and `form`. Such a request tells something: it is redirected
    within its own server only, and what the server says of the time is not believed."""
    proxy: str = ""
    """The proxy for this request alone: `http://host:port`, `direct` for none, empty = as the system says."""
    may_ask: Callable[[str], Awaitable[None]] | None = None
    """Called with each address before it is asked, redirects included; raises FetchError to refuse it."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect that was followed: its HTTP status and the address it led to."""

    status: int
    url: str

    @property
    def is_permanent(self) -> bool:
        """Whether the server says the old address is gone for good."""
        return self.status in (301, 308)


@dataclass(frozen=True, slots=True)
class NotModified:
    """The server says that nothing changed (304). `etag` and `last_modified` are to be sent next time."""

    url: str
    etag: str | None
    last_modified: str | None
    redirects: tuple[Hop, ...] = ()
    max_age_s: float | None = None
    server_date: datetime | None = None
    elapsed_ms: int = 0

    @property
    def moved_to(self) -> str | None:
        """The new address, when every redirect on the way was permanent; None otherwise."""
        return _moved_to(self.redirects)


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer. `url` is where it came from in the end; `redirects` the way there, in order.

    `headers` are the few worth keeping as evidence, names in lower case. `body_hash` is the SHA-256 of the unpacked
    body in hex. `max_age_s` is how long the server calls it fresh and `server_date` the time on its clock, None where
    it does not say. `elapsed_ms` is real time, without the wait at the gate.
    """

    status: int
    url: str
    body: bytes
    body_hash: str
    headers: Mapping[str, str] = field(default_factory=dict)
    redirects: tuple[Hop, ...] = ()
    etag: str | None = None
    last_modified: str | None = None
    max_age_s: float | None = None
    server_date: datetime | None = None
    elapsed_ms: int = 0

    @property
    def content_type(self) -> str:
        """As the server states it, with the charset; empty where it does not."""
        return self.headers.get("content-type", "")

    @property
    def moved_to(self) -> str | None:
        """The new address, when every redirect on the way was permanent; None otherwise."""
        return _moved_to(self.redirects)


def _moved_to(redirects: tuple[Hop, ...]) -> str | None:
    if redirects and all(hop.is_permanent for hop in redirects):
        return redirects[-1].url
    return None
