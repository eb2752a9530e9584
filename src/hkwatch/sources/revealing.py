# SPDX-License-Identifier: MIT
"""A request with the secrets in it that its proxy and headers only refer to."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from hkwatch.domain.errors import FetchError
from hkwatch.domain.source_secrets import references
from hkwatch.sources.request import Request

Reveal = Callable[[str], Awaitable[str]]
"""Gives a text its secrets; raises FetchError."""


async def revealed(request: Request, reveal: Reveal | None) -> Request:
    """The request as it goes out. Raises FetchError `no-secret` where a secret cannot be had."""
    if not any(references(text) for text in (request.proxy, *request.headers.values())):
        return request
    if reveal is None:
        raise FetchError("no-secret", "Secrets of sources cannot be read here.", "Ask this source in the window.")
    headers = {name: await reveal(value) for name, value in request.headers.items()}
    return replace(request, proxy=await reveal(request.proxy), headers=headers)
