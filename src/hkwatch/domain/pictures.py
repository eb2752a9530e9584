# SPDX-License-Identifier: MIT
"""Pictures of a text that lie elsewhere: which may be fetched, and what came. Only ever at the user's word. Pure."""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from hkwatch.domain.address import host_of, is_web_address

MOST = 20
"""More pictures are not fetched at one word."""
MAX_BYTES = 3_000_000
"""A larger picture is not fetched."""

# The last part of an address by number, in the forms some systems read as one (0x7f000001, 127.1).
_NUMBER = re.compile(r"(?:0[xX][0-9a-fA-F]*|[0-9]+)$")


@dataclass(frozen=True, slots=True)
class FetchedPicture:
    """What came of one picture. `file` is where its bytes lie, empty where `error` says why there are none (English)."""

    url: str
    file: str
    error: str = ""


# Numbers of the sixth version that carry one of the fourth, by which a gateway or the system reaches that one: where it
# begins (RFC 4291, 6052, 8215, 3056). The last is the site-local network of old (RFC 3879).
_CARRIERS = tuple(
    (ipaddress.IPv6Network(net), shift)
    for net, shift in (
        *(("::/96", 0), ("::ffff:0:0/96", 0), ("::ffff:0:0:0/96", 0)),
        *(("64:ff9b::/96", 0), ("64:ff9b:1::/48", 0), ("2002::/16", 80)),
    )
)
_SITE = ipaddress.IPv6Network("fec0::/10")
INSIDE_NAMES = (".localhost", ".localdomain", ".local", ".internal", ".intranet", ".lan", ".home.arpa")
"""How names end that are of this computer or of its own network by what they say."""


def is_private(address: str) -> bool:
    """Whether an IP address is not of the public internet; what is no address counts as private."""
    try:
        parsed: ipaddress.IPv4Address | ipaddress.IPv6Address = ipaddress.ip_address(address.split("%", 1)[0])
    except ValueError:
        return True
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed in _SITE:
            return True
        carried = next((shift for net, shift in _CARRIERS if parsed in net), None)
        if carried is not None:
            parsed = ipaddress.IPv4Address((int(parsed) >> carried) & 0xFFFFFFFF)
    return not parsed.is_global or parsed.is_multicast


def is_inside_by_name(host: str) -> bool:
    """Whether a name, in lower case, says that it is of this computer or its own network: no public name is one word."""
    name = host.rstrip(".")
    return "." not in name or name.endswith(INSIDE_NAMES)


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
    looks_numeric = ":" in host or _NUMBER.match(host.rstrip(".").rsplit(".", 1)[-1]) is not None
    if is_private(host) if looks_numeric else is_inside_by_name(host):
        return f"{host} is a private address."
    return ""
