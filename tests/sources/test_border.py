# SPDX-License-Identifier: MIT
"""A server of the internet cannot make this program ask this computer or the user's own network."""

import asyncio

import httpx
import pytest

from fakes import SteppedClock
from hkwatch.domain.errors import FetchError
from hkwatch.sources.border import leads_inside, resolve
from hkwatch.sources.http import Fetched, Fetcher, NotModified, Request
from sources.test_http import answer, good, serving

NAMES = {"www.example.test": "93.184.215.14", "cdn.example.test": "93.184.215.15", "trap.example.test": "10.0.0.1"}
NAMES |= {"news.office.test": "192.168.1.4", "more.office.test": "192.168.1.5"}
INSIDE = (
    *("127.0.0.1", "10.1.2.3", "172.16.0.9", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "[::1]"),
    *("[fe80::1]", "[fd00::2]", "[::ffff:127.0.0.1]", "localhost", "LOCALHOST.", "printer.local", "a.localhost"),
    *("2130706433", "0x7f000001", "0x7f.1", "127.1", "017700000001"),
    # Numbers of the sixth version that gateways and systems turn into those of the fourth.
    *("[::127.0.0.1]", "[::ffff:0:127.0.0.1]", "[64:ff9b::10.0.0.1]", "[2002:7f00:1::]", "[fec0::1]"),
    *("ip6-localhost", "localhost.localdomain", "router", "intranet."),
)


async def known(host: str) -> tuple[str, ...]:
    """A name server of the test's own."""
    return (NAMES[host],) if host in NAMES else ()


def follow(start: str, *targets: str) -> tuple[Fetched | NotModified, list[str]]:
    """Fetch what redirects to the targets one after the other; also which addresses were asked."""
    asked: list[str] = []

    def handler(question: httpx.Request) -> httpx.Response:
        asked.append(str(question.url))
        if len(asked) <= len(targets):
            return httpx.Response(302, headers={"location": targets[len(asked) - 1]})
        return good()

    async def run() -> Fetched | NotModified:
        fetcher = Fetcher(SteppedClock(), transport=httpx.MockTransport(handler), resolver=known)
        try:
            return await fetcher.fetch(Request(start))
        finally:
            await fetcher.close()

    return asyncio.run(run()), asked


@pytest.mark.parametrize("host", INSIDE)
def test_a_redirect_from_the_internet_to_a_private_address_is_refused_in_every_spelling(host: str) -> None:
    with pytest.raises(FetchError) as caught:
        follow("http://www.example.test/feed", f"http://{host}/admin")
    assert (caught.value.key, caught.value.temporary) == ("redirect-refused", False)
    assert "www.example.test" in caught.value.detail


def test_a_name_that_leads_into_a_private_network_is_refused() -> None:
    with pytest.raises(FetchError, match=r"trap\.example\.test"):
        follow("http://www.example.test/feed", "http://trap.example.test/")


def test_the_way_over_a_second_public_host_is_refused_as_well() -> None:
    with pytest.raises(FetchError, match=r"cdn\.example\.test sends to 127\.0\.0\.1"):
        follow("http://www.example.test/feed", "http://cdn.example.test/", "http://127.0.0.1:631/")


def test_other_public_hosts_and_unknown_ones_are_asked() -> None:
    got, asked = follow("http://www.example.test/feed", "http://cdn.example.test/a", "http://nobody.example.test/b")
    assert isinstance(got, Fetched)
    assert [url.split("/")[2] for url in asked] == ["www.example.test", "cdn.example.test", "nobody.example.test"]


def test_a_source_of_the_users_own_network_may_redirect_inside_it() -> None:
    assert len(follow("http://news.office.test/feed", "http://more.office.test/feed")[1]) == 2
    assert len(follow("http://192.168.1.4/feed", "http://192.168.1.5/feed")[1]) == 2
    assert len(follow("http://127.0.0.1:8080/feed", "http://localhost:8081/feed")[1]) == 2


def test_a_source_of_the_users_own_network_may_redirect_to_the_internet_but_not_back_from_it() -> None:
    assert len(follow("http://news.office.test/feed", "http://www.example.test/feed")[1]) == 2


def test_by_name_alone_only_what_the_name_says_counts() -> None:
    assert asyncio.run(leads_inside("trap.example.test", None)) is False
    assert asyncio.run(leads_inside("10.0.0.1", None)) is True


def test_over_a_proxy_numbers_are_refused_and_no_name_server_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    names: list[str] = []

    async def remember(host: str) -> tuple[str, ...]:
        names.append(host)
        return ()

    async def run() -> str:
        async with serving(answer("302 Found", Location="http://10.0.0.1/")) as proxy:
            monkeypatch.setenv("HTTP_PROXY", proxy.url)
            fetcher = Fetcher(SteppedClock(), resolver=remember)
            try:
                with pytest.raises(FetchError) as caught:
                    await fetcher.fetch(Request("http://www.example.test/feed"))
                return caught.value.key
            finally:
                await fetcher.close()

    assert asyncio.run(run()) == "redirect-refused"
    assert names == []


@pytest.mark.parametrize("host", ["a..b", "x" * 64 + ".test"])
def test_a_name_that_cannot_be_looked_up_has_no_address(host: str) -> None:
    assert asyncio.run(resolve(host)) == ()
