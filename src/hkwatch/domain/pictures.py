# SPDX-License-Identifier: MIT
"""Pictures of a text that lie elsewhere: which may be fetched, and what came. Only ever at the user's word. Pure."""

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from hkwatch.domain.address import host_of, is_web_address

MOST = 20
"""More pictures are not fetched at one word."""
MAX_BYTES = 3_000_000
"""A larger picture is not fetched."""


@dataclass(frozen=True, slots=True)
class FetchedPicture:
    """What came of one picture. `file` is where its bytes lie, empty where `error` says why there are none (English)."""

    url: str
    file: str
    error: str = ""


def is_private(address: str) -> bool:
    """Whether an IP address is not of the public internet; what is no address counts as private."""
    try:
        parsed = ipaddress.ip_address(address.split("%", 1)[0])
    except ValueError:
        return True
    mapped = parsed.ipv4_mapped if isinstance(parsed, ipaddress.IPv6Address) else None
    return not (mapped or parsed).is_global or parsed.is_multicast


def problem_of(url: str, own_url: str) -> str:
    """Why an address is refused before anybody is asked; empty where it is not. `own_url` is that of the item.

    A host given by number must be public, unless the item itself comes from it.
    """
    if not is_web_address(url):
        return "This is no http or https address."
    if urlsplit(url).username is not None:
        return "The address holds a name or a password."
    host = urlsplit(url).hostname or ""
    if host_of(url) == host_of(own_url):
        return ""
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return f"{host} is a private address."
    looks_numeric = ":" in host or host.replace(".", "").isdigit()
    if looks_numeric and is_private(host):
        return f"{host} is a private address."
    return ""
