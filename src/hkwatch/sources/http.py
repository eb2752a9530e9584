# SPDX-License-Identifier: MIT
"""The one HTTP client (httpx is imported nowhere else): polite, bounded, and exact about what went wrong.

    Request → gate → socket → redirects by hand → NotModified | Fetched
                                                └→ FetchError (`answers.py`, `failures.py`) or FormatError

A certificate that cannot be verified is never accepted. Time-outs count real time, pauses the program's clock.
"""

import asyncio
import hashlib
import ssl
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from http.cookiejar import DefaultCookiePolicy
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx
import truststore

import hkwatch
from hkwatch.domain.clock import Clock
from hkwatch.domain.errors import FetchError, FormatError
from hkwatch.sources import answers, border
from hkwatch.sources.cookies import FewCookies
from hkwatch.sources.failures import connection_error, timeout_error
from hkwatch.sources.gate import Gate
from hkwatch.sources.proxies import DIRECT, place_of, unusable, without_secret
from hkwatch.sources.request import ACCEPT, Fetched, Hop, NotModified, Request, Want
from hkwatch.sources.revealing import Reveal, revealed
from hkwatch.sources.skew import ClockSkew
from hkwatch.sources.telling import refuse_to_carry

__all__ = ["Fetched", "Fetcher", "Gate", "Hop", "NotModified", "Request", "Want", "user_agent"]

# httpcore looks for this package at every step of a request. Where it is not installed, each look searches all folders:
# a tenth of what a request costs. None says at once that it is not there.
sys.modules.setdefault("sniffio", None)  # type: ignore[arg-type]

MAX_REDIRECTS = 5
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_ERROR_BODY_BYTES = 65_536
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_EVIDENCE = frozenset(
    {
        *("content-type", "content-length", "content-encoding", "content-language", "etag", "last-modified"),
        *("date", "cache-control", "expires", "age", "server", "retry-after"),
    }
)


def user_agent(contact: str = "desktop news watcher") -> str:
    """The name this program goes by at every server; `contact` says whom to ask about it."""
    return f"hkwatch/{hkwatch.__version__} (+{contact})"


@dataclass(frozen=True, slots=True)
class _Answer:
    """One answer of one host. `body` is empty for a redirect and for 304."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Fetcher:
    """Carries out requests, one at a time to a host. Make one for the whole program and close it at the end."""

    def __init__(
        self,
        clock: Clock,
        *,
        contact: str = "desktop news watcher",
        address_map: Callable[[str], str] | None = None,
        gate: Gate | None = None,
        ssl_context: ssl.SSLContext | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        keeps_cookies: bool = True,
        resolver: border.Resolve | None = None,
    ) -> None:
        """`address_map` turns an address into the one that is really asked (None: the same); the gate and everything
        that is reported keep the original. `ssl_context` None trusts what the system trusts. `transport` replaces the
        network. With `keeps_cookies` False no cookie is taken or sent. `resolver` tells where the host of a redirect is;
        None = the system, and nobody where address map or transport lead elsewhere anyway.
        """
        self._clock = clock
        self._user_agent = user_agent(contact)
        self._address_map = address_map or str
        self._gate = gate or Gate(clock)
        self._ssl_context = ssl_context
        self._transport = transport
        self._keeps_cookies = keeps_cookies
        self._resolver = resolver or (border.resolve if address_map is None and transport is None else None)
        self.skew = ClockSkew(clock)
        """What the servers' clocks say about ours."""
        self.reveal: Reveal | None = None
        """Gives headers and proxies the secrets they refer to; None = there are none."""
        self.on_ask: Callable[[str], None] = lambda _host: None
        """Called with the host of each request, redirects included, before it is sent."""
        self._usual_proxy = ""
        self._clients: dict[str, httpx.AsyncClient] = {}
        self._retired: list[httpx.AsyncClient] = []
        self._building = asyncio.Lock()
        self._is_closed = False

    def set_usual(self, proxy: str, contact: str = "") -> None:
        """From the next request on go through `proxy`, where a request names none, and say `contact` in the program's name.

        `proxy` is `http://host:port`, `direct`, or empty = as the system says; `contact` empty = the usual words.
        """
        name = user_agent(contact) if contact else user_agent()
        if (proxy, name) == (self._usual_proxy, self._user_agent):
            return
        self._usual_proxy, self._user_agent = proxy, name
        # Who asks through them now is not disturbed.
        self._retired += self._clients.values()
        self._clients = {}

    async def fetch(self, request: Request) -> NotModified | Fetched:
        """Ask and follow redirects.

        Raises FetchError when no usable answer came and FormatError when it is a web page in place of data.
        Raises RuntimeError after `close`.
        """
        request = await revealed(request, self.reveal)
        client = await self._open(request.proxy or self._usual_proxy, usual=not request.proxy)
        url, method = _checked_url(request.url), request.method
        left_s, hops, seen = request.timeout_s, list[Hop](), {(request.method, url)}
        loop = asyncio.get_running_loop()
        while True:
            host = _host(url)
            self._refuse_if_closed(host)
            if request.may_ask is not None:
                await request.may_ask(url)
            async with self._gate.enter(host, request.spacing_s):
                started = loop.time()
                answer = await self._ask(client, request, method, url, left_s)
                left_s -= loop.time() - started
            if answer.status not in _REDIRECTS:
                break
            if len(hops) == MAX_REDIRECTS:
                raise FetchError(
                    "too-many-redirects",
                    f"{host} sends on and on: more than {MAX_REDIRECTS} redirects.",
                    "Check the address of this source.",
                    http_status=answer.status,
                )
            target = _redirect_target(request.url, url, answer)
            # A proxy finds the hosts by itself: ours may not know them.
            resolver = None if self._proxy_for(target, request) else self._resolver
            await border.check_redirect(_host(_checked_url(request.url)), host, _host(target), resolver)
            if request.content is not None:
                refuse_to_carry(url, target, answer.status)
            url = target
            if answer.status == 303 or (answer.status in (301, 302) and method == "POST"):
                method = "GET"
            if (method, url) in seen:
                raise FetchError(
                    "redirect-loop",
                    f"{host} sends in a circle, back to {url}.",
                    "Check the address of this source.",
                    http_status=answer.status,
                )
            seen.add((method, url))
            hops.append(Hop(answer.status, url))
        return self._judge(request, url, answer, tuple(hops), round((request.timeout_s - left_s) * 1000))

    async def close(self) -> None:
        """Close all connections. Nothing can be fetched afterwards."""
        self._is_closed = True
        self._retired += self._clients.values()
        self._clients = {}
        while self._retired:
            await self._retired.pop().aclose()

    async def _open(self, proxy: str, *, usual: bool) -> httpx.AsyncClient:
        if self._is_closed:
            raise RuntimeError("the fetcher is closed")
        key = "" if usual else proxy
        async with self._building:
            if key not in self._clients:
                # Reading the system's certificates takes up to 90 ms, too long for the engine's loop.
                self._clients[key] = await asyncio.to_thread(self._build, proxy, usual=usual)
        return self._clients[key]

    def _build(self, proxy: str, *, usual: bool) -> httpx.AsyncClient:
        try:
            client = httpx.AsyncClient(
                verify=self._ssl_context or truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
                headers={"User-Agent": self._user_agent, "Accept-Encoding": "gzip, deflate"},
                follow_redirects=False,
                trust_env=not proxy,
                proxy=proxy if proxy not in ("", DIRECT) else None,
                transport=self._transport,
                # Every request looks at every idle connection. Kept are those to the hosts just asked, for their next page.
                limits=httpx.Limits(max_connections=100, max_keepalive_connections=4, keepalive_expiry=5.0),
                # A proxy cannot reach this computer's own addresses.
                mounts={f"all://{'[::1]' if host == '::1' else host}": None for host in _LOOPBACK}
                if self._transport is None and usual and proxy != DIRECT
                else None,
            )
            jar = client.cookies.jar
            jar.set_policy(FewCookies(jar) if self._keeps_cookies else DefaultCookiePolicy(allowed_domains=()))
            return client
        except (ImportError, ValueError, httpx.InvalidURL) as exc:
            if proxy:
                # The exception may quote the address with its password.
                raise FetchError("proxy", *unusable(proxy, is_own=not usual), temporary=False) from None
            raise FetchError(
                "proxy",
                f"The proxy of this system cannot be used: {exc}.",
                "Check HTTPS_PROXY, HTTP_PROXY and ALL_PROXY; only http:// and https:// proxies work.",
                temporary=False,
            ) from exc

    async def _ask(self, client: httpx.AsyncClient, request: Request, method: str, url: str, left_s: float) -> _Answer:
        host, target = _host(url), self._address_map(url)
        self.on_ask(host)
        try:
            question = client.build_request(
                method,
                _parsed(target),
                headers=_headers(request, url),
                json=dict(request.json_body) if request.json_body is not None and method == "POST" else None,
                content=request.content if method == "POST" else None,
                data=dict(request.form) if request.form is not None and method == "POST" else None,
                timeout=request.timeout_s,
            )
            async with asyncio.timeout(left_s):
                response = await client.send(question, stream=True)
                try:
                    return await _read(response, request, host)
                finally:
                    await response.aclose()
        except (TimeoutError, httpx.TimeoutException) as exc:
            raise timeout_error(host, request.timeout_s) from exc
        except httpx.ProxyError as exc:
            raise FetchError(
                "proxy",
                f"The proxy {self._proxy_for(target, request) or ''} will not connect to {host} ({exc}).".replace(
                    "  ", " "
                ),
                f"Check {place_of(request.proxy, self._usual_proxy)}, or ask whoever runs the proxy.",
            ) from exc
        except (httpx.UnsupportedProtocol, httpx.InvalidURL, httpx.LocalProtocolError) as exc:
            raise _bad_address(url) from exc
        except httpx.TransportError as exc:
            raise connection_error(exc, host, self._proxy_for(target, request)) from exc

    def _judge(
        self, request: Request, url: str, answer: _Answer, hops: tuple[Hop, ...], elapsed_ms: int
    ) -> NotModified | Fetched:
        host, headers = _host(url), answer.headers
        etag, last_modified = headers.get("etag"), headers.get("last-modified")
        server_date = answers.http_date(headers.get("date", ""))
        max_age_s = answers.max_age_s(headers)
        if answer.status == 304 and (request.etag or request.last_modified):
            return NotModified(
                url,
                etag or request.etag,
                last_modified or request.last_modified,
                hops,
                max_age_s,
                server_date,
                elapsed_ms,
            )
        if server_date is not None and request.content is None:
            self.skew.observe(host, server_date, headers)
        is_expected = answer.status in request.accept_status
        if not (200 <= answer.status < 300 or is_expected):
            error = answers.status_error(answer.status, host, headers, answer.body, self._clock.now())
            if error.retry_after_s:
                self._gate.close_host(host, error.retry_after_s)
            error.body = answer.body
            raise error
        if not answer.body and not is_expected:
            raise FetchError("empty-body", f"{host} sent an empty answer.", http_status=answer.status)
        try:
            answers.check_form(request.want, answer.body, host)
        except FormatError as error:
            error.body = answer.body
            raise
        return Fetched(
            status=answer.status,
            url=url,
            body=answer.body,
            body_hash=hashlib.sha256(answer.body).hexdigest(),
            headers={name: value for name, value in headers.items() if name in _EVIDENCE},
            redirects=hops,
            etag=etag,
            last_modified=last_modified,
            max_age_s=max_age_s,
            server_date=server_date,
            elapsed_ms=elapsed_ms,
        )

    def _refuse_if_closed(self, host: str) -> None:
        wait_s = self._gate.closed_for_s(host)
        if wait_s > 0:
            raise FetchError(
                "host-waits",
                f"{host} asked not to be asked for another {wait_s:.0f} s.",
                "It is asked again after that.",
                retry_after_s=wait_s,
            )

    def _proxy_for(self, target: str, request: Request) -> str | None:
        if request.proxy:
            return None if request.proxy == DIRECT else without_secret(request.proxy)
        url = httpx.URL(target)
        if self._usual_proxy:
            is_around = self._usual_proxy == DIRECT or url.host in _LOOPBACK
            return None if is_around else without_secret(self._usual_proxy)
        if self._transport is not None or url.host in _LOOPBACK or proxy_bypass(url.host):
            return None
        proxies = getproxies()
        found = proxies.get(url.scheme) or proxies.get("all")
        return without_secret(found) if found else None


async def _read(response: httpx.Response, request: Request, host: str) -> _Answer:
    status, headers = response.status_code, {name.lower(): value for name, value in response.headers.items()}
    if status in _REDIRECTS or status == 304:
        return _Answer(status, headers, b"")
    is_wanted = 200 <= status < 300 or status in request.accept_status
    max_bytes = request.max_bytes if is_wanted else _ERROR_BODY_BYTES
    unpacker = answers.Unpacker(headers.get("content-encoding", "") if is_wanted else "", host, max_bytes)
    if is_wanted:
        async for piece in response.aiter_raw():
            unpacker.feed(piece)
        return _Answer(status, headers, unpacker.finish())
    return _Answer(status, headers, await _beginning(response, headers.get("content-encoding", ""), host))


async def _beginning(response: httpx.Response, encoding: str, host: str) -> bytes:
    """What an error page begins with; nothing if even that cannot be read, because the status says enough."""
    raw = bytearray()
    try:
        async for piece in response.aiter_raw():
            raw += piece
            if len(raw) >= _ERROR_BODY_BYTES:
                break
        unpacker = answers.Unpacker(encoding, host, 10 * _ERROR_BODY_BYTES)
        unpacker.feed(bytes(raw))
        return unpacker.finish()
    except (httpx.TransportError, FetchError):
        return bytes(raw)


def _headers(request: Request, url: str) -> dict[str, str]:
    headers = dict(request.headers) if _host(url) == _host(request.url) else {}
    headers["Accept"] = request.accept or ACCEPT[request.want]
    if request.etag:
        headers["If-None-Match"] = request.etag
    if request.last_modified:
        headers["If-Modified-Since"] = request.last_modified
    return headers


@lru_cache(maxsize=1024)
def _checked_url(text: str) -> str:
    try:
        url = httpx.URL(text.strip())
        # Finds what httpx lets pass: a bracket that is never closed.
        urlsplit(text)
    except (httpx.InvalidURL, ValueError) as exc:
        raise _bad_address(text) from exc
    if url.scheme not in ("http", "https") or not url.host:
        raise _bad_address(text)
    return str(url.copy_with(fragment=None))


def _bad_address(text: str) -> FetchError:
    return FetchError(
        "bad-address",
        f"{text[:200]!r} is no web address.",
        "It must begin with https:// or http://.",
        temporary=False,
    )


@lru_cache(maxsize=1024)
def _parsed(url: str) -> httpx.URL:
    # The same few hundred addresses again and again, each looked at several times a request.
    return httpx.URL(url)


@lru_cache(maxsize=1024)
def _host(url: str) -> str:
    return _parsed(url).host


def _redirect_target(first_url: str, url: str, answer: _Answer) -> str:
    host, location = _host(url), answer.headers.get("location", "").strip()
    step = "Check the address of this source."
    if not location:
        raise FetchError(
            "redirect-broken", f"{host} sends elsewhere without saying where.", step, http_status=answer.status
        )
    try:
        target = httpx.URL(url).join(location).copy_with(fragment=None)
        urlsplit(location)
    except (httpx.InvalidURL, ValueError) as exc:
        raise FetchError("redirect-broken", f"{host} sends to {location[:200]!r}, which is no address.", step) from exc
    if target.scheme not in ("http", "https") or not target.host:
        raise FetchError(
            "redirect-refused", f"{host} sends to {location[:200]!r}, which is no web address.", step, temporary=False
        )
    if target.scheme == "http" and httpx.URL(first_url).scheme == "https":
        raise FetchError(
            "redirect-refused",
            f"{host} sends from a secure to an open address ({target.host}), which was not followed.",
            step,
            http_status=answer.status,
        )
    return str(target)
