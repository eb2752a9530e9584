# SPDX-License-Identifier: MIT
"""Addresses compared: one place on the web may be written in several ways. Pure text; nothing is asked."""

from collections.abc import Iterable
from urllib.parse import SplitResult, quote, unquote, urlsplit

_DEFAULT_PORTS = {"http": 80, "https": 443}
_KEPT = "/:@!$&'()*+,;=~-._"


def canonical(url: str) -> str:
    """What two spellings of one address have in common: for comparing, not for asking.

    http and https, `www.`, upper-case hosts, default ports, fragments, a slash at the end and needless escapes make no
    difference; the query does. Text that is no address comes back stripped.
    """
    try:
        parts = urlsplit(url.strip())
        host = host_of(url)
        port = parts.port
    except ValueError:
        return url.strip()
    if not host:
        return url.strip()
    place = host if port is None or port == _DEFAULT_PORTS.get(parts.scheme) else f"{host}:{port}"
    path = quote(unquote(parts.path), safe=_KEPT).rstrip("/")
    return f"{place}{path}?{parts.query}" if parts.query else f"{place}{path}"


def host_of(url: str) -> str:
    """The host in lower case without `www.`; empty where there is none."""
    try:
        name = (urlsplit(url.strip()).hostname or "").rstrip(".")
    except ValueError:
        return ""
    try:
        name = name.encode("idna").decode("ascii") if not name.isascii() else name
    except UnicodeError:
        return ""
    return name.lower().removeprefix("www.")


def is_web_address(url: str) -> bool:
    """Whether this is an http or https address with a host and without white space or control characters."""
    try:
        parts: SplitResult = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    is_clean = not any(char.isspace() or ord(char) < 32 for char in url)
    return is_clean and parts.scheme in ("http", "https") and bool(host_of(url)) and port != 0 and len(url) <= 2000


def belongs_to(host: str, sites: Iterable[str]) -> str | None:
    """The longest of `sites` (hosts without `www.`) that is `host` or a parent of it; None where none is."""
    found = [site for site in sites if host == site or host.endswith(f".{site}")]
    return max(found, key=len, default=None)
