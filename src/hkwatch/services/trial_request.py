# SPDX-License-Identifier: MIT
"""One request as the settings say, to see whether it comes through: for a proxy that was just set."""

import asyncio

from hkwatch.domain.clock import Clock
from hkwatch.sources.http import Fetched, Fetcher
from hkwatch.sources.request import Request, Want

_TIMEOUT_S = 15.0


def try_request(clock: Clock, address: str, proxy: str, contact: str) -> int:
    """Ask one publisher through the proxy; how long it took in ms. Raises FetchError with cause and next step. Blocks."""

    async def ask() -> int:
        fetcher = Fetcher(clock)
        fetcher.set_usual(proxy, contact)
        try:
            found = await fetcher.fetch(Request(address, want=Want.ANY, timeout_s=_TIMEOUT_S))
        finally:
            await fetcher.close()
        return found.elapsed_ms if isinstance(found, Fetched) else 0

    return asyncio.run(ask())
