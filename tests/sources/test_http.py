# SPDX-License-Identifier: MIT
"""The HTTP client against real sockets on loopback, and against a stand-in where a socket cannot show the case."""

import asyncio
import errno
import gzip
import hashlib
import socket
import ssl
import tracemalloc
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import httpx
import pytest

import hkwatch
from hkwatch.domain.errors import FetchError, FormatError
from hkwatch.sources.answers import Unpacker
from hkwatch.sources.http import Fetched, Fetcher, Gate, Hop, NotModified, Request, Want

TLS = Path(__file__).parent.parent / "data" / "tls"
NOW = datetime(2026, 7, 7, 11, 0, tzinfo=UTC)
FEED = b'<?xml version="1.0"?><rss version="2.0"><channel><title>Example</title></channel></rss>'
PAGE = b"\xef\xbb\xbf \n<!DOCTYPE html>\n<html lang=en><head><title>Hello</title></head><body>x</body></html>"
T = TypeVar("T")


class SteppedClock:
    """Stands still but for the waits asked of it."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.waits: list[float] = []

    def now(self) -> datetime:
        return NOW + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.seconds += seconds
        await asyncio.sleep(0)

    def to_real(self, instant: datetime) -> datetime:
        return instant


class Asked:
    """One question as the server got it."""

    def __init__(self, raw: bytes, body: bytes) -> None:
        first, *lines = raw.decode("latin-1").split("\r\n")
        self.method, self.path, _version = first.split(" ", 2)
        self.headers = {
            name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if line)
        }
        self.body = body


Answer = Callable[[Asked, asyncio.StreamWriter], Awaitable[None]]


def answer(status: str = "200 OK", body: bytes = b"", **headers: str) -> bytes:
    """The bytes of one HTTP answer that closes the connection."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


class Server:
    """A server on loopback whose answers a test decides."""

    def __init__(self, port: int, asked: list[Asked], scheme: str) -> None:
        self.port, self.asked = port, asked
        self.url = f"{scheme}://127.0.0.1:{port}"


@asynccontextmanager
async def serving(reply: bytes | dict[str, bytes] | Answer, tls: str = "") -> AsyncIterator[Server]:
    """Serve one answer, one an address, or what a function writes."""
    asked: list[Asked] = []

    handlers: set[asyncio.Task[None]] = set()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        handlers.add(task)
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            question = Asked(head, b"")
            question.body = await reader.readexactly(int(question.headers.get("content-length", "0")))
            asked.append(question)
            if isinstance(reply, bytes):
                writer.write(reply)
            elif isinstance(reply, dict):
                writer.write(reply.get(question.path, answer("404 Not Found")))
            else:
                await reply(question, writer)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            # The client left, or the test is over.
            pass
        finally:
            writer.close()

    context = None
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(TLS / f"{tls}.pem")
    server = await asyncio.start_server(handle, "127.0.0.1", 0, ssl=context)
    try:
        port = server.sockets[0].getsockname()[1]
        yield Server(port, asked, "https" if tls else "http")
    finally:
        server.close()
        await server.wait_closed()
        for task in handlers:
            task.cancel()
        await asyncio.gather(*handlers)


def fetch(
    reply: bytes | dict[str, bytes] | Answer, path: str = "/", **values: object
) -> tuple[Fetched | NotModified, list[Asked]]:
    """Fetch one address of a server with this answer."""

    async def run() -> tuple[Fetched | NotModified, list[Asked]]:
        async with serving(reply) as server:
            fetcher = Fetcher(SteppedClock())
            try:
                return await fetcher.fetch(Request(server.url + path, **values)), server.asked  # type: ignore[arg-type]
            finally:
                await fetcher.close()

    return asyncio.run(run())


def failure(reply: bytes | dict[str, bytes] | Answer, path: str = "/", **values: object) -> FetchError:
    """The FetchError that one answer leads to."""
    with pytest.raises(FetchError) as caught:
        fetch(reply, path, **values)
    assert caught.value.detail
    return caught.value


def through(handler: Callable[[httpx.Request], httpx.Response], request: Request) -> Fetched | NotModified:
    """Fetch with a stand-in for the network."""

    async def run() -> Fetched | NotModified:
        fetcher = Fetcher(SteppedClock(), transport=httpx.MockTransport(handler))
        try:
            return await fetcher.fetch(request)
        finally:
            await fetcher.close()

    return asyncio.run(run())


def good() -> httpx.Response:
    """A feed that comes as a stream, as from a socket."""

    async def pieces() -> AsyncIterator[bytes]:
        yield FEED

    return httpx.Response(200, content=pieces())


def fetched(result: Fetched | NotModified) -> Fetched:
    assert isinstance(result, Fetched)
    return result


@pytest.fixture(autouse=True)
def no_proxy_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Proxies come from the environment; the tests that need one set it."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


# ---- good answers


def test_an_answer_comes_with_its_hash_validators_freshness_and_the_servers_time() -> None:
    reply = answer(
        body=FEED,
        Content_Type="text/xml; charset=utf-8",
        ETag='"a1"',
        Last_Modified="Tue, 07 Jul 2026 10:00:00 GMT",
        Date="Tue, 07 Jul 2026 10:59:00 GMT",
        Cache_Control="public, max-age=300",
        Age="20",
        Set_Cookie="secret=1",
    )
    got = fetched(fetch(reply, want=Want.FEED)[0])
    assert got.body == FEED
    assert got.body_hash == hashlib.sha256(FEED).hexdigest()
    assert (got.etag, got.last_modified) == ('"a1"', "Tue, 07 Jul 2026 10:00:00 GMT")
    assert got.max_age_s == 280
    assert got.server_date == datetime(2026, 7, 7, 10, 59, tzinfo=UTC)
    assert got.content_type == "text/xml; charset=utf-8"
    assert "set-cookie" not in got.headers
    assert got.moved_to is None


def test_every_request_names_the_program_and_what_it_wants() -> None:
    _, asked = fetch(answer(body=FEED), want=Want.FEED)
    assert asked[0].headers["user-agent"].startswith(f"hkwatch/{hkwatch.__version__} (+")
    assert "application/rss+xml" in asked[0].headers["accept"]
    assert asked[0].headers["accept-encoding"] == "gzip, deflate"
    assert "if-none-match" not in asked[0].headers


def test_validators_are_sent_and_an_unchanged_answer_keeps_them() -> None:
    result, asked = fetch(answer("304 Not Modified"), etag='"a1"', last_modified="Tue, 07 Jul 2026 10:00:00 GMT")
    assert isinstance(result, NotModified)
    assert (result.etag, result.last_modified) == ('"a1"', "Tue, 07 Jul 2026 10:00:00 GMT")
    assert asked[0].headers["if-none-match"] == '"a1"'
    assert asked[0].headers["if-modified-since"] == "Tue, 07 Jul 2026 10:00:00 GMT"


def test_not_modified_that_nobody_asked_for_is_an_error() -> None:
    assert failure(answer("304 Not Modified")).key == "http-304"


def test_json_and_form_bodies_are_posted() -> None:
    _, asked = fetch(answer(body=b"{}"), method="POST", json_body={"lang": "TC"}, want=Want.JSON)
    assert (asked[0].method, asked[0].body) == ("POST", b'{"lang":"TC"}')
    _, asked = fetch(answer(body=b"{}"), method="POST", form={"page": "1"})
    assert asked[0].body == b"page=1"


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(FEED, mtime=0)),
        ("gzip", gzip.compress(FEED[:20], mtime=0) + gzip.compress(FEED[20:], mtime=0) + b"\0\0"),
        ("deflate", zlib.compress(FEED)),
        ("deflate", zlib.compress(FEED)[2:-4]),
        ("identity", FEED),
    ],
)
def test_packed_answers_are_unpacked(encoding: str, packed: bytes) -> None:
    assert fetched(fetch(answer(body=packed, Content_Encoding=encoding))[0]).body == FEED


def test_a_status_that_is_expected_comes_back_even_with_an_empty_body() -> None:
    got = fetched(fetch(answer("404 Not Found"), accept_status=frozenset((404,)), want=Want.JSON)[0])
    assert (got.status, got.body) == (404, b"")


# ---- redirects


def test_redirects_are_followed_and_recorded_with_relative_addresses_resolved() -> None:
    replies = {
        "/rss/old": answer("301 Moved Permanently", Location="../new/feed?x=1#top"),
        "/new/feed?x=1": answer(body=FEED),
    }
    got = fetched(fetch(replies, "/rss/old", want=Want.FEED)[0])
    assert [hop.status for hop in got.redirects] == [301]
    assert got.url.endswith("/new/feed?x=1")
    assert got.moved_to == got.url


def test_a_temporary_redirect_on_the_way_means_that_nothing_moved_for_good() -> None:
    replies = {
        "/a": answer("308 Permanent Redirect", Location="/b"),
        "/b": answer("302 Found", Location="/c"),
        "/c": answer(body=FEED),
    }
    got = fetched(fetch(replies, "/a")[0])
    assert [(hop.status, hop.is_permanent) for hop in got.redirects] == [(308, True), (302, False)]
    assert got.moved_to is None


@pytest.mark.parametrize(
    ("status", "method"), [("302 Found", "GET"), ("303 See Other", "GET"), ("307 Temporary", "POST")]
)
def test_a_redirected_post_keeps_its_method_only_where_the_status_says_so(status: str, method: str) -> None:
    _, asked = fetch({"/a": answer(status, Location="/b"), "/b": answer(body=b"{}")}, "/a", method="POST", json_body={})
    assert [question.method for question in asked] == ["POST", method]


def test_a_redirect_loop_is_named() -> None:
    replies = {"/a": answer("302 Found", Location="/b"), "/b": answer("302 Found", Location="/a")}
    assert failure(replies, "/a").key == "redirect-loop"


def test_more_than_five_redirects_are_refused() -> None:
    replies = {f"/{n}": answer("302 Found", Location=f"/{n + 1}") for n in range(9)}
    assert failure(replies, "/0").key == "too-many-redirects"
    replies["/6"] = answer(body=FEED)
    assert failure(replies, "/0").key == "too-many-redirects"
    replies["/5"] = answer(body=FEED)
    assert len(fetched(fetch(replies, "/0")[0]).redirects) == 5


@pytest.mark.parametrize(
    ("location", "key"),
    [("", "redirect-broken"), ("http://[bad", "redirect-broken"), ("ftp://example.test/", "redirect-refused")],
)
def test_redirects_to_nowhere_are_named(location: str, key: str) -> None:
    assert failure(answer("301 Moved Permanently", Location=location)).key == key


def test_a_step_down_from_https_to_http_is_refused_unless_the_source_itself_is_http() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/start":
            return httpx.Response(301, headers={"Location": "http://www.example.test/feed"})
        return good()

    with pytest.raises(FetchError) as caught:
        through(handler, Request("https://www.example.test/start"))
    assert caught.value.key == "redirect-refused"
    got = fetched(through(handler, Request("http://www.example.test/start")))
    assert got.redirects == (Hop(301, "http://www.example.test/feed"),)


def test_headers_of_a_source_never_reach_another_host() -> None:
    seen: dict[str, str | None] = {}

    def handler(request: httpx.Request) -> httpx.Response:
        seen[request.url.host] = request.headers.get("x-key")
        if request.url.host == "one.example.test":
            return httpx.Response(302, headers={"Location": "https://two.example.test/"})
        return good()

    through(handler, Request("https://one.example.test/", headers={"x-key": "1"}))
    assert seen == {"one.example.test": "1", "two.example.test": None}


# ---- statuses


@pytest.mark.parametrize(
    ("status", "temporary"),
    [
        *((400, False), (401, False), (403, True), (404, False), (410, False), (418, True), (429, True)),
        *((451, False), (500, True), (502, True), (503, True), (504, True), (520, True)),
    ],
)
def test_each_status_is_an_error_of_its_own(status: int, temporary: bool) -> None:
    error = failure(answer(f"{status} Something", body=b"no"))
    assert (error.key, error.http_status, error.temporary) == (f"http-{status}", status, temporary)
    assert f"HTTP {status}" in error.detail


@pytest.mark.parametrize("status", [403, 418, 429, 451, 503])
def test_retry_after_in_seconds_is_read_with_every_refusal(status: int) -> None:
    error = failure(answer(f"{status} No", Retry_After="120"))
    assert error.retry_after_s == 120
    assert error.temporary
    assert "2 min" in error.detail


def test_retry_after_as_a_date_counts_from_the_servers_own_clock() -> None:
    later = "Tue, 07 Jul 2026 12:00:00 GMT"
    assert failure(answer("503 No", Retry_After=later, Date="Tue, 07 Jul 2026 11:58:30 GMT")).retry_after_s == 90
    assert failure(answer("503 No", Retry_After=later)).retry_after_s == 3600
    assert failure(answer("503 No", Retry_After="Tue, 07 Jul 2026 09:00:00 GMT")).retry_after_s == 0


@pytest.mark.parametrize(("text", "seconds"), [("99999999999", 86_400), ("soon", None), ("-5", None)])
def test_odd_retry_after_values_do_no_harm(text: str, seconds: float | None) -> None:
    assert failure(answer("429 No", Retry_After=text)).retry_after_s == seconds


def test_a_host_that_asked_for_a_pause_is_left_alone_until_it_is_over() -> None:
    async def run() -> tuple[str, float | None, int]:
        clock = SteppedClock()
        replies = {"/a": answer("429 Too Many", Retry_After="60"), "/b": answer(body=FEED)}
        async with serving(replies) as server:
            fetcher = Fetcher(clock)
            with pytest.raises(FetchError):
                await fetcher.fetch(Request(f"{server.url}/a"))
            clock.seconds = 20
            with pytest.raises(FetchError) as caught:
                await fetcher.fetch(Request(f"{server.url}/b"))
            clock.seconds = 61
            await fetcher.fetch(Request(f"{server.url}/b"))
            await fetcher.close()
            return caught.value.key, caught.value.retry_after_s, len(server.asked)

    assert asyncio.run(run()) == ("host-waits", 40, 2)


@pytest.mark.parametrize("status", ["403 Forbidden", "503 Service Unavailable"])
def test_a_cloudflare_challenge_is_told_from_a_plain_refusal(status: str) -> None:
    page = b"<html><title>Just a moment...</title><script>window._cf_chl_opt={}</script></html>"
    error = failure(answer(status, body=page, Server="cloudflare"))
    assert (error.key, error.http_status) == ("challenge", int(status[:3]))
    assert (
        failure(answer(status, body=gzip.compress(page), Server="cloudflare", Content_Encoding="gzip")).key
        == "challenge"
    )
    assert failure(answer(status, body=b"", cf_mitigated="challenge")).key == "challenge"
    assert failure(answer(status, body=page, Server="nginx")).key == f"http-{status[:3]}"


# ---- bodies


def test_an_empty_answer_is_an_error() -> None:
    assert failure(answer()).key == "empty-body"


@pytest.mark.parametrize("want", [Want.FEED, Want.JSON])
def test_a_web_page_where_a_feed_or_data_was_due_is_named(want: Want) -> None:
    for page in (
        PAGE,
        b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>',
        "\ufeff<html><p>x".encode("utf-16-le"),
    ):
        with pytest.raises(FormatError) as caught:
            fetch(answer(body=page), want=want)
        assert caught.value.key == "html-instead-of-feed"
    assert fetched(fetch(answer(body=PAGE), want=Want.HTML)[0]).body == PAGE


def test_a_feed_that_mentions_html_is_still_a_feed() -> None:
    feed = b'<?xml version="1.0"?><rss version="2.0"><channel><description>&lt;<html> tags</description>'
    assert fetched(fetch(answer(body=feed), want=Want.FEED)[0]).body == feed
    assert fetched(fetch(answer(body=b'{"html":"<html>"}'), want=Want.JSON)[0]).status == 200


def test_answers_over_the_cap_are_dropped_with_and_without_a_stated_length() -> None:
    big = b"x" * 50_001
    assert failure(answer(body=big), max_bytes=50_000).key == "too-large"

    async def unstated(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + big)

    assert failure(unstated, max_bytes=50_000).key == "too-large"
    assert len(fetched(fetch(answer(body=big), max_bytes=50_001)[0]).body) == 50_001


def test_a_gzip_bomb_is_refused_without_being_unfolded() -> None:
    over_the_cap = gzip.compress(b"\0" * 40_000_000)
    assert failure(answer(body=over_the_cap, Content_Encoding="gzip")).key == "too-large"
    a_thousandfold = gzip.compress(b"\0" * 3_000_000)
    error = failure(answer(body=a_thousandfold, Content_Encoding="gzip"))
    assert error.key == "too-large"
    assert "hundredfold" in error.detail
    assert not error.temporary


def test_a_gzip_bomb_never_takes_more_memory_than_the_cap() -> None:
    bomb = gzip.compress(b"\0" * 40_000_000)
    unpacker = Unpacker("gzip", "www.example.test", max_bytes=500_000)
    tracemalloc.start()
    try:
        with pytest.raises(FetchError):
            unpacker.feed(bomb)
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_small_bodies_may_pack_as_well_as_they_like() -> None:
    spaces = b" " * 400_000 + b"{}"
    assert fetched(fetch(answer(body=gzip.compress(spaces), Content_Encoding="gzip"))[0]).body == spaces


@pytest.mark.parametrize(
    ("body", "encoding", "key"),
    [
        (gzip.compress(FEED, mtime=0)[:-12], "gzip", "truncated"),
        (b"no gzip at all", "gzip", "broken-encoding"),
        (FEED, "br", "unknown-encoding"),
        (FEED, "gzip, gzip", "unknown-encoding"),
    ],
)
def test_answers_that_cannot_be_unpacked_are_named(body: bytes, encoding: str, key: str) -> None:
    assert failure(answer(body=body, Content_Encoding=encoding)).key == key


# ---- connections


def test_a_body_that_drips_past_the_deadline_is_a_time_out() -> None:
    async def drip(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        for _ in range(200):
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.02)

    error = failure(drip, timeout_s=0.2)
    assert (error.key, error.temporary) == ("timeout", True)
    assert "0.2 s" in error.detail


def test_the_deadline_covers_all_redirects_together() -> None:
    async def slow(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.15)
        writer.write(answer("302 Found", Location=f"{asked.path}x"))

    assert failure(slow, timeout_s=0.4).key == "timeout"


def test_a_server_that_never_answers_is_a_time_out() -> None:
    async def silent(_asked: Asked, _writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.5)

    assert failure(silent, timeout_s=0.1).key == "timeout"


def test_a_connection_dropped_before_or_within_the_answer_is_named() -> None:
    async def drop(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.close()

    async def half(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss>")

    assert failure(drop).key == "connection-lost"
    assert failure(half).key == "connection-lost"
    assert failure(b"this is no HTTP\r\n\r\n").key == "connection-lost"


def test_a_closed_port_is_refused() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    with pytest.raises(FetchError) as caught:
        asyncio.run(Fetcher(SteppedClock()).fetch(Request(f"http://127.0.0.1:{port}/")))
    assert caught.value.key == "refused"


@pytest.mark.parametrize(
    ("cause", "key"),
    [
        (socket.gaierror(-2, "Name or service not known"), "dns"),
        (OSError(errno.ENETUNREACH, "Network is unreachable"), "unreachable"),
        (
            ExceptionGroup("attempts", [OSError(errno.EHOSTUNREACH, "No route"), OSError(errno.ETIMEDOUT, "x")]),
            "unreachable",
        ),
        (ssl.SSLError(1, "wrong version number"), "tls"),
        (None, "connection-lost"),
    ],
)
def test_each_cause_of_a_failed_connection_has_its_name(cause: Exception | None, key: str) -> None:
    def handler(_request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("All connection attempts failed") from cause

    with pytest.raises(FetchError) as caught:
        through(handler, Request("https://www.example.test/"))
    assert (caught.value.key, caught.value.temporary) == (key, True)


@pytest.mark.parametrize(
    "text", ["", "example.test/feed", "ftp://example.test/", "https://", "file:///etc/passwd", "http://[x"]
)
def test_what_is_no_web_address_is_never_asked(text: str) -> None:
    with pytest.raises(FetchError) as caught:
        through(lambda _request: good(), Request(text))
    assert (caught.value.key, caught.value.temporary) == ("bad-address", False)


# ---- certificates


async def over_tls(certificate: str, context: ssl.SSLContext | None) -> tuple[Fetched | NotModified, list[Asked]]:
    async with serving(answer(body=FEED), tls=certificate) as server:
        fetcher = Fetcher(SteppedClock(), ssl_context=context)
        try:
            return await fetcher.fetch(Request(server.url)), server.asked
        finally:
            assert certificate == "good" or server.asked == []
            await fetcher.close()


def test_a_good_certificate_is_accepted() -> None:
    context = ssl.create_default_context(cafile=TLS / "authority.pem")
    assert fetched(asyncio.run(over_tls("good", context))[0]).body == FEED


@pytest.mark.parametrize(
    ("certificate", "key"),
    [
        ("expired", "tls-expired"),
        ("other-host", "tls-host-mismatch"),
        ("self-signed", "tls-unknown-issuer"),
        ("chain-left-out", "tls-unknown-issuer"),
    ],
)
def test_each_fault_of_a_certificate_is_named_and_never_overlooked(certificate: str, key: str) -> None:
    context = ssl.create_default_context(cafile=TLS / "authority.pem")
    with pytest.raises(FetchError) as caught:
        asyncio.run(over_tls(certificate, context))
    assert (caught.value.key, caught.value.temporary) == (key, False)
    assert "never skips" in caught.value.next_step


def test_the_systems_own_store_decides_when_nothing_else_is_said() -> None:
    with pytest.raises(FetchError) as caught:
        asyncio.run(over_tls("good", None))
    assert caught.value.key == "tls-unknown-issuer"


# ---- proxies


@pytest.mark.parametrize("status", ["403 Forbidden", "407 Proxy Authentication Required", "502 Bad Gateway"])
def test_a_proxy_that_refuses_is_named(status: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def run() -> tuple[str, str, list[str]]:
        async with serving(answer(status)) as proxy:
            monkeypatch.setenv("HTTPS_PROXY", f"http://me:secret@127.0.0.1:{proxy.port}")
            fetcher = Fetcher(SteppedClock())
            with pytest.raises(FetchError) as caught:
                await fetcher.fetch(Request("https://www.example.test/feed"))
            await fetcher.close()
            return caught.value.key, caught.value.detail, [question.method for question in proxy.asked]

    key, detail, methods = asyncio.run(run())
    assert key == "proxy"
    assert methods == ["CONNECT"]
    assert "secret" not in detail


def test_a_proxy_is_used_for_hosts_outside_and_never_for_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    async def run() -> tuple[list[str], list[str]]:
        async with serving(answer(body=FEED)) as proxy, serving(answer(body=FEED)) as server:
            monkeypatch.setenv("HTTP_PROXY", proxy.url)
            fetcher = Fetcher(SteppedClock())
            await fetcher.fetch(Request("http://www.example.test/feed"))
            await fetcher.fetch(Request(f"{server.url}/here"))
            await fetcher.close()
            return [question.path for question in proxy.asked], [question.path for question in server.asked]

    assert asyncio.run(run()) == (["http://www.example.test/feed"], ["/here"])


def test_a_dead_proxy_and_one_of_an_unknown_kind_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    for proxy, words in ((f"http://127.0.0.1:{port}", f"127.0.0.1:{port}"), ("nonsense://x", "cannot be used")):
        monkeypatch.setenv("HTTP_PROXY", proxy)
        with pytest.raises(FetchError) as caught:
            asyncio.run(Fetcher(SteppedClock()).fetch(Request("http://www.example.test/")))
        assert caught.value.key == "proxy"
        assert words in caught.value.detail


# ---- politeness


def test_one_host_is_asked_one_thing_at_a_time_and_eight_at_once_overall() -> None:
    async def run() -> tuple[int, int]:
        running: dict[str, int] = {}
        most_per_host = most_overall = 0

        async def handler(request: httpx.Request) -> httpx.Response:
            nonlocal most_per_host, most_overall
            host = request.url.host
            running[host] = running.get(host, 0) + 1
            most_per_host = max(most_per_host, running[host])
            most_overall = max(most_overall, sum(running.values()))
            for _ in range(20):
                await asyncio.sleep(0)
            running[host] -= 1
            return good()

        fetcher = Fetcher(SteppedClock(), transport=httpx.MockTransport(handler))
        urls = [f"https://host{number % 12}.example.test/{number}" for number in range(60)]
        await asyncio.gather(*(fetcher.fetch(Request(url)) for url in urls))
        await fetcher.close()
        return most_per_host, most_overall

    assert asyncio.run(run()) == (1, 8)


def test_a_slow_host_does_not_take_the_places_of_the_others() -> None:
    async def run() -> list[str]:
        clock, order = SteppedClock(), list[str]()
        gate, let_go = Gate(clock, overall=2), asyncio.Event()

        async def ask(host: str) -> None:
            async with gate.enter(host):
                if host == "slow":
                    await let_go.wait()
                order.append(host)

        waiting = [asyncio.create_task(ask("slow")) for _ in range(5)]
        await asyncio.sleep(0)
        await asyncio.wait_for(ask("quick"), 5)
        let_go.set()
        await asyncio.gather(*waiting)
        return order

    assert asyncio.run(run()) == ["quick", *["slow"] * 5]


def test_spacing_counts_on_the_programs_clock_from_the_start_of_the_last_request() -> None:
    async def run() -> list[float]:
        clock = SteppedClock()
        fetcher = Fetcher(clock, transport=httpx.MockTransport(lambda _: good()))
        for host in ("a", "a", "b", "a"):
            await fetcher.fetch(Request(f"https://{host}.example.test/", spacing_s=1.0))
        clock.seconds += 5
        await fetcher.fetch(Request("https://a.example.test/", spacing_s=1.0))
        await fetcher.close()
        return clock.waits

    assert asyncio.run(run()) == [1.0, 1.0]


def test_a_mapped_address_is_asked_in_place_of_the_original_which_all_reports_keep() -> None:
    async def run() -> tuple[Fetched | NotModified, list[str]]:
        replies = {"/www.example.test/feed": answer("301 Moved", Location="https://www.example.test/new")}
        replies["/www.example.test/new"] = answer(body=FEED)
        async with serving(replies) as server:
            fetcher = Fetcher(
                SteppedClock(),
                address_map=lambda url: url.replace("https://www.example.test", f"{server.url}/www.example.test"),
            )
            result = await fetcher.fetch(Request("https://www.example.test/feed"))
            await fetcher.close()
            return result, [question.path for question in server.asked]

    result, paths = asyncio.run(run())
    assert paths == ["/www.example.test/feed", "/www.example.test/new"]
    assert fetched(result).url == "https://www.example.test/new"


def test_a_cancelled_fetch_frees_its_host() -> None:
    async def run() -> bytes:
        async def silent_once(asked: Asked, writer: asyncio.StreamWriter) -> None:
            if asked.path == "/silent":
                await asyncio.sleep(0.3)
            writer.write(answer(body=FEED))

        async with serving(silent_once) as server:
            fetcher = Fetcher(SteppedClock())
            task = asyncio.create_task(fetcher.fetch(Request(f"{server.url}/silent")))
            while not server.asked:
                await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            result = await asyncio.wait_for(fetcher.fetch(Request(f"{server.url}/next")), 5)
            await fetcher.close()
            return fetched(result).body

    assert asyncio.run(run()) == FEED


def test_nothing_can_be_fetched_after_closing() -> None:
    async def run() -> None:
        fetcher = Fetcher(SteppedClock())
        await fetcher.close()
        with pytest.raises(RuntimeError):
            await fetcher.fetch(Request("https://www.example.test/"))

    asyncio.run(run())
