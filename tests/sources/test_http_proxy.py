# SPDX-License-Identifier: MIT
"""A proxy for one request alone, over real sockets on loopback."""

import asyncio

import pytest

from hkwatch.domain.errors import FetchError
from hkwatch.sources.http import DIRECT, Fetched, Fetcher, Request
from sources.test_http import FEED, SteppedClock, answer, serving

TARGET = "http://news.example.test/feed"


@pytest.fixture(autouse=True)
def no_proxy_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def test_request_with_a_proxy_goes_through_it_and_the_others_do_not() -> None:
    async def test() -> None:
        async with (
            serving(answer(body=FEED)) as first,
            serving(answer(body=FEED)) as second,
            serving(answer(body=FEED)) as server,
        ):
            fetcher = Fetcher(SteppedClock())
            try:
                for proxy in (first.url, second.url, first.url):
                    assert isinstance(await fetcher.fetch(Request(TARGET, proxy=proxy)), Fetched)
                await fetcher.fetch(Request(f"{server.url}/direct"))
            finally:
                await fetcher.close()
            assert [one.path for one in first.asked] == [TARGET, TARGET]
            assert [one.path for one in second.asked] == [TARGET]
            assert [one.path for one in server.asked] == ["/direct"]

    asyncio.run(test())


def test_direct_goes_past_the_proxy_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    async def test() -> None:
        async with serving(answer(body=FEED)) as proxy:
            monkeypatch.setenv("HTTP_PROXY", proxy.url)
            # An address of this computer at which nobody listens, and which is no name for it that is never proxied.
            fetcher = Fetcher(SteppedClock(), address_map=lambda _url: f"http://127.0.0.2:{proxy.port}/a")
            try:
                assert isinstance(await fetcher.fetch(Request(TARGET)), Fetched)
                with pytest.raises(FetchError) as caught:
                    await fetcher.fetch(Request(TARGET, proxy=DIRECT))
            finally:
                await fetcher.close()
            assert caught.value.key == "refused"
            assert len(proxy.asked) == 1

    asyncio.run(test())


def test_client_of_a_proxy_is_made_once() -> None:
    async def test() -> None:
        async with serving(answer(body=FEED)) as proxy:
            fetcher = Fetcher(SteppedClock())
            for _ in range(3):
                await fetcher.fetch(Request(TARGET, proxy=proxy.url))
            assert list(fetcher._clients) == [proxy.url]
            await fetcher.close()
            assert fetcher._clients == {}

    asyncio.run(test())


@pytest.mark.parametrize(
    ("proxy", "words"),
    [
        ("http://me:secret@127.0.0.1:9", "127.0.0.1:9 refuses"),
        ("nonsense://me:secret@proxy.example.test", "cannot be used"),
    ],
)
def test_proxy_that_does_not_work_is_named_without_its_password(proxy: str, words: str) -> None:
    async def test() -> None:
        fetcher = Fetcher(SteppedClock())
        try:
            with pytest.raises(FetchError) as caught:
                await fetcher.fetch(Request(TARGET, proxy=proxy))
        finally:
            await fetcher.close()
        assert caught.value.key == "proxy"
        assert words in caught.value.detail
        assert "secret" not in f"{caught.value.detail} {caught.value.next_step} {caught.value.__cause__}"

    asyncio.run(test())


def test_proxy_that_refuses_is_said_to_be_this_sources() -> None:
    async def test() -> None:
        async with serving(answer("403 Forbidden")) as proxy:
            fetcher = Fetcher(SteppedClock())
            try:
                with pytest.raises(FetchError) as caught:
                    await fetcher.fetch(Request("https://news.example.test/feed", proxy=proxy.url))
            finally:
                await fetcher.close()
            assert [one.method for one in proxy.asked] == ["CONNECT"]
            assert "the proxy of this source" in caught.value.next_step

    asyncio.run(test())


def test_the_usual_proxy_and_name_hold_from_the_next_request_on_and_a_sources_own_goes_before() -> None:
    async def test() -> None:
        async with (
            serving(answer(body=FEED)) as usual,
            serving(answer(body=FEED)) as own,
            serving(answer(body=FEED)) as server,
        ):
            fetcher = Fetcher(SteppedClock())
            try:
                fetcher.set_usual(usual.url, "mail@example.test")
                await fetcher.fetch(Request(TARGET))
                await fetcher.fetch(Request(TARGET, proxy=own.url))
                # This computer's own addresses are out of a proxy's reach.
                await fetcher.fetch(Request(f"{server.url}/a"))
                fetcher.set_usual(own.url)
                await fetcher.fetch(Request(TARGET))
            finally:
                await fetcher.close()
            assert [one.path for one in usual.asked] == [TARGET]
            assert [one.path for one in own.asked] == [TARGET, TARGET]
            assert [one.path for one in server.asked] == ["/a"]
            assert "(+mail@example.test)" in usual.asked[0].headers["user-agent"]
            assert "example.test" not in own.asked[1].headers["user-agent"]

    asyncio.run(test())


def test_a_usual_proxy_that_is_down_is_named_with_its_place_in_the_settings() -> None:
    async def test() -> None:
        fetcher = Fetcher(SteppedClock())
        try:
            fetcher.set_usual("http://127.0.0.1:9")
            with pytest.raises(FetchError) as caught:
                await fetcher.fetch(Request(TARGET))
        finally:
            await fetcher.close()
        assert caught.value.key == "proxy"
        assert "127.0.0.1:9" in caught.value.detail

    asyncio.run(test())
