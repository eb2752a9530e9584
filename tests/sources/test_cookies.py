# SPDX-License-Identifier: MIT
"""Cookies: brought back to the host they came from, and never more than a few."""

import asyncio
from itertools import count

import httpx

from fakes import SteppedClock
from hkwatch.sources.cookies import MOST_CHARS, MOST_OF_A_HOST
from hkwatch.sources.http import Fetcher, Request
from sources.test_http import good


def asked(*urls: str, cookies: int, size: int = 20) -> list[str]:
    """The `Cookie` header of each question; every answer sends so many cookies, each by a new name."""
    sent: list[str] = []
    names = count()

    def handler(question: httpx.Request) -> httpx.Response:
        sent.append(question.headers.get("cookie", ""))
        fresh = [("set-cookie", f"n{next(names)}={'v' * size}") for _ in range(cookies)]
        return httpx.Response(200, headers=fresh, stream=good().stream)

    async def run() -> None:
        fetcher = Fetcher(SteppedClock(), transport=httpx.MockTransport(handler))
        try:
            for url in urls:
                await fetcher.fetch(Request(url, spacing_s=0))
        finally:
            await fetcher.close()

    asyncio.run(run())
    return sent


def test_a_host_gets_its_cookies_back_and_no_other_does() -> None:
    sent = asked("https://a.example.test/1", "https://a.example.test/2", "https://b.example.test/", cookies=1)
    assert sent == ["", f"n0={'v' * 20}", ""]


def test_a_host_that_sends_ever_more_cookies_gets_a_few_back() -> None:
    sent = asked(*(f"https://a.example.test/{number}" for number in range(6)), cookies=15)
    assert [len(header.split("; ")) if header else 0 for header in sent] == [0, 15, *[MOST_OF_A_HOST] * 4]


def test_a_cookie_as_large_as_a_page_is_not_kept() -> None:
    assert asked("https://a.example.test/1", "https://a.example.test/2", cookies=1, size=MOST_CHARS) == ["", ""]
