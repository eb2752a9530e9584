# SPDX-License-Identifier: MIT
"""The ways a real server fails, switched on by host and path. Each factory below makes one fault."""

import gzip
import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal

from hkwatch.replica.answer import HTML, Answer, Request, json_answer
from hkwatch.replica.feeds import http_date

_MIB = 1024 * 1024
SILENCE = "silence"
"""Name of the fault that keeps a WebSocket open and says nothing."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to fail. `before` changes what the route sees, `after` changes what it answered."""

    name: str
    before: Callable[[Request], Request] | None = None
    after: Callable[[Request, Answer], Answer] | None = None
    text: str = ""
    """Over a WebSocket: said once a tick beside the ticker."""


@dataclass(slots=True)
class _Switched:
    prefix: str
    fault: Fault
    left: int | None


class Faults:
    """The faults that are on. Safe to switch from another thread while the server runs."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._on: list[_Switched] = []

    def set(self, prefix: str, fault: Fault, times: int | None = None) -> None:
        """Fail every request whose `host/path` starts with `prefix`; empty = all, `https://` in front is ignored.

        `times` None = until cleared, otherwise that many requests. Faults under other prefixes stay on; the
        longest prefix wins, and of equal ones the newest.
        """
        key = prefix.removeprefix("https://").removeprefix("http://")
        with self._lock:
            self._on.append(_Switched(key, fault, times))

    def clear(self, prefix: str | None = None) -> None:
        """Switch off the faults set with this very prefix; None = all."""
        key = None if prefix is None else prefix.removeprefix("https://").removeprefix("http://")
        with self._lock:
            self._on = [] if key is None else [switched for switched in self._on if switched.prefix != key]

    def take(self, target: str) -> Fault | None:
        """The fault for a request to `host/path`, counted as used; None if it is to be answered properly."""
        with self._lock:
            best: _Switched | None = None
            for switched in self._on:
                if target.startswith(switched.prefix) and (best is None or len(switched.prefix) >= len(best.prefix)):
                    best = switched
            if best is None:
                return None
            if best.left is not None:
                best.left -= 1
                if best.left <= 0:
                    self._on.remove(best)
            return best.fault


def status(code: int, retry_after: int | str | None = None, body: bytes | None = None) -> Fault:
    """This status with a small page. `retry_after` is seconds or an HTTP date."""

    def after(request: Request, answer: Answer) -> Answer:
        del request, answer
        page = f"<html><head><title>{code}</title></head><body><h1>{code}</h1></body></html>\n".encode()
        headers = [] if retry_after is None else [("Retry-After", str(retry_after))]
        return Answer(code, page if body is None else body, HTML, headers)

    return Fault(f"status {code}", after=after)


def captive_portal() -> Fault:
    """A hotel's log-in page with 200 in place of whatever was asked for."""

    def after(request: Request, answer: Answer) -> Answer:
        del request, answer
        page = (
            "<!DOCTYPE html>\n<html><head><title>Sign in to Example Wi-Fi</title></head><body><form>"
            "<p>Accept the terms to go on line.</p><button>Accept</button></form></body></html>\n"
        )
        return Answer(200, page.encode(), HTML)

    return Fault("captive portal", after=after)


def drop(after_bytes: int = 0) -> Fault:
    """Close the connection after this many bytes of the body; 0 = before the status line."""
    return Fault("drop", after=lambda _request, answer: replace(answer, cut_after=after_bytes))


def slow(delay_s: float = 0.0, bytes_per_s: float | None = None) -> Fault:
    """Wait `delay_s` before the first byte, then send head and body at `bytes_per_s` (None = at once)."""
    return Fault(
        "slow",
        after=lambda _request, answer: replace(answer, delay_s=delay_s, bytes_per_s=bytes_per_s),
    )


def gzip_bomb(mib: int = 64) -> Fault:
    """A small body that unpacks to `mib` MiB of blanks."""
    packed = gzip.compress(b" " * (mib * _MIB), compresslevel=6, mtime=0)

    def after(request: Request, answer: Answer) -> Answer:
        del request
        return Answer(200, packed, answer.content_type, [("Content-Encoding", "gzip")])

    return Fault("gzip bomb", after=after)


def oversize(mib: int = 5) -> Fault:
    """The true body with `mib` MiB of blanks behind it."""
    return Fault(
        "oversize",
        after=lambda _request, answer: replace(answer, body=answer.body + b" " * (mib * _MIB)),
    )


def truncated(share: float = 0.6) -> Fault:
    """Only the first part of the body, with the Content-Length of that part: the document breaks off."""
    return Fault(
        "truncated",
        after=lambda _request, answer: replace(answer, body=answer.body[: int(len(answer.body) * share)]),
    )


def wrong_charset(declared: str | None = None, actual: str | None = None) -> Fault:
    """A Content-Type that names `declared`, a body encoded as `actual`; None leaves that side as it is."""

    def after(request: Request, answer: Answer) -> Answer:
        del request
        body = answer.body if actual is None else answer.body.decode(answer.charset).encode(actual, "replace")
        media = answer.content_type.partition(";")[0]
        content_type = answer.content_type if declared is None else f"{media}; charset={declared}"
        return replace(answer, body=body, content_type=content_type)

    return Fault("wrong charset", after=after)


def redirect(to: str, code: int = 301) -> Fault:
    """Send the client to `to`, an original address as the real host would send it."""

    def after(request: Request, answer: Answer) -> Answer:
        del request, answer
        return Answer(code, b"", HTML, [("Location", to)])

    return Fault(f"redirect {code}", after=after)


def redirect_loop(code: int = 302) -> Fault:
    """Send the client back to the address it asked for."""

    def after(request: Request, answer: Answer) -> Answer:
        del answer
        query = f"?{request.query}" if request.query else ""
        return Answer(code, b"", HTML, [("Location", f"https://{request.host}{request.path}{query}")])

    return Fault("redirect loop", after=after)


def empty_items() -> Fault:
    """A search answer with the right `total` and no `items`, as one long session with the SFC's API got."""

    def after(request: Request, answer: Answer) -> Answer:
        del request
        if not answer.content_type.startswith("application/json"):
            return answer
        content = json.loads(answer.body)
        return json_answer({**content, "items": []}, answer.status)

    return Fault("empty items", after=after)


def error_in_200() -> Fault:
    """The host's own way to report an error with HTTP 200."""

    def after(request: Request, answer: Answer) -> Answer:
        del answer
        if request.host == "api.hkma.gov.hk":
            header = {"success": False, "err_code": "9999", "err_msg": "Internal error"}
            return json_answer({"header": header, "result": None})
        if request.host == "www.okx.com":
            return json_answer({"code": "50011", "msg": "Too Many Requests", "data": []})
        if request.host == "open.er-api.com":
            return json_answer({"result": "error", "error-type": "quota-reached"})
        return json_answer({"error": ["EAPI:Rate limit exceeded"]})

    return Fault("error in 200", after=after)


def stuck_price(at: datetime) -> Fault:
    """A venue that goes on quoting the price and the time of `at`."""
    return Fault("stuck price", before=lambda request: replace(request, market_at=at))


def scaled_price(factor: Decimal = Decimal("0.5")) -> Fault:
    """A venue (or exchange-rate service) whose figures are `factor` times the right ones: half by default."""
    return Fault("scaled price", before=lambda request: replace(request, price_factor=factor))


def date_skew(by: timedelta) -> Fault:
    """A Date header that is off by `by`."""

    def after(request: Request, answer: Answer) -> Answer:

        return replace(answer, headers=[*answer.headers, ("Date", http_date(request.at + by))])

    return Fault("date skew", after=after)


def silence() -> Fault:
    """A WebSocket that stays open and says nothing; plain requests are answered."""
    return Fault(SILENCE)


def said(text: str) -> Fault:
    """A WebSocket whose server says this beside its ticker."""
    return Fault("said", text=text)
