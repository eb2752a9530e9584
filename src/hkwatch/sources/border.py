# SPDX-License-Identifier: MIT
"""No server of the public internet may send this program to an address of this computer or of the user's own network.

a source of the internet ─► a redirect to 127.0.0.1, 10.x, localhost, or a name that leads there   refused
a source of the user's own network ─► a redirect inside it                                          followed
"""

import asyncio
import re
import socket
from collections.abc import Awaitable, Callable

from hkwatch.domain.errors import FetchError
from hkwatch.domain.pictures import is_inside_by_name, is_private

Resolve = Callable[[str], Awaitable[tuple[str, ...]]]
"""The IP addresses of a host; none where it has none."""
_NUMBER = re.compile(r"(?:0[xX][0-9a-fA-F]*|[0-9]+)$")


async def resolve(host: str) -> tuple[str, ...]:
    """Ask the system for the IP addresses of a host; none where it has none."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return ()
    return tuple(str(entry[4][0]) for entry in found)


async def leads_inside(host: str, resolver: Resolve | None) -> bool:
    """Whether a host is of this computer or of a private network; `resolver` None = judge by the name alone.

    A name that nobody knows leads nowhere, and so not inside.
    """
    name = host.strip("[]").rstrip(".").lower()
    if ":" in name or _NUMBER.match(name.rsplit(".", 1)[-1]):
        # A number in an unusual form (0x7f000001, 127.1) is read by some systems as an address: it counts as private.
        return is_private(name)
    if is_inside_by_name(name):
        return True
    return resolver is not None and any(is_private(address) for address in await resolver(name))


async def check_redirect(source: str, before: str, target: str, resolver: Resolve | None) -> None:
    """Raises FetchError `redirect-refused` where `before` sends from the internet to inside; all three are hosts.

    `source` is the host that was asked at first: one of the user's own network may stay in it.
    """
    if target in (source, before) or not await leads_inside(target, resolver):
        return
    if await leads_inside(source, resolver):
        return
    raise FetchError(
        "redirect-refused",
        f"{before} sends to {target}, an address of this computer or of a private network, which was not followed.",
        "Check the address of this source; if a public network asks you to log in, do so in a browser.",
        temporary=False,
    )
