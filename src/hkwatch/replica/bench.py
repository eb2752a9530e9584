# SPDX-License-Identifier: MIT
"""Feeds of any number and size for measurements: the same bytes for the same question."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from hashlib import blake2b

from hkwatch.replica.answer import Answer, Request, not_found
from hkwatch.replica.feeds import element, rss, rss_date, with_validators

PREFIX = "/bench/feed/"
DEFAULT_ENTRIES = 25
DEFAULT_BYTES = 86_000
_EPOCH = datetime(2025, 1, 1, tzinfo=UTC)
_WORDS = (
    "platform",
    "market",
    "custody",
    "token",
    "licence",
    "review",
    "digital",
    "asset",
    "rule",
    "reserve",
    "client",
    "order",
    "trade",
    "report",
    "notice",
    "settlement",
    "exchange",
    "bank",
    "fund",
    "issuer",
    "public",
    "system",
    "standard",
    "measure",
    "capital",
    "record",
    "quarter",
    "account",
    "holder",
)
_CHINESE = ("虛擬資產", "交易平台", "牌照", "託管", "穩定幣", "監管", "市場", "投資者", "諮詢", "基金")


def feed(request: Request) -> Answer:
    """`/bench/feed/<n>.xml?entries=25&bytes=86000&version=1&every_s=0`.

    `version` shifts the window of entries by one each; with `every_s` it also grows by one every so many
    seconds of the replica's clock. The body has exactly `bytes` bytes unless the entries alone are longer.
    ETag and 304.
    """
    name = request.path[request.path.index(PREFIX) + len(PREFIX) :].removesuffix(".xml")
    if not (name.isascii() and name.isdigit()):
        return not_found()
    version = request.number("version", 1, 1, 10**9)
    every_s = request.number("every_s", 0, 0, 10**9)
    if every_s:
        version += max(0, int((request.at - _EPOCH).total_seconds())) // every_s
    entries = request.number("entries", DEFAULT_ENTRIES, 0, 5_000)
    size = request.number("bytes", DEFAULT_BYTES, 0, 64 * 1024 * 1024)
    changed_at = _EPOCH + timedelta(minutes=version + entries)
    return with_validators(request, render(int(name), version, entries, size), changed_at)


@lru_cache(maxsize=512)
def render(number: int, version: int, entries: int, size: int) -> bytes:
    """The feed as bytes.

    `entries` items, newest first, the texts filled up so that the whole has `size` bytes.
    """
    bare = _document(number, version, entries, 0)
    room = size - len(bare)
    if room <= 0 or entries == 0:
        return bare
    body = _document(number, version, entries, room // entries)
    return body + b"\n" * max(0, size - len(body))


def _document(number: int, version: int, entries: int, text_bytes: int) -> bytes:
    newest = version + entries - 1
    items = (_entry(number, serial, text_bytes) for serial in range(newest, newest - entries, -1))
    return rss(f"Bench feed {number}", f"https://bench.example.test{PREFIX}{number}.xml", items)


def _entry(number: int, serial: int, text_bytes: int) -> str:
    picks = blake2b(f"{number}/{serial}".encode(), digest_size=32).digest()
    title = " ".join(_WORDS[pick % len(_WORDS)] for pick in picks[:9]).capitalize()
    if serial % 3 == 0:
        title += " " + "".join(_CHINESE[pick % len(_CHINESE)] for pick in picks[9:13])
    address = f"https://bench.example.test/{number}/{serial}"
    return (
        element("title", f"{title} {number}-{serial}")
        + element("link", address)
        + element("guid", address, ' isPermaLink="true"')
        + element("description", _filler(picks, text_bytes))
        + element("pubDate", rss_date(_EPOCH + timedelta(minutes=serial)))
    )


@lru_cache(maxsize=1)
def _long_text() -> str:
    """A hundred kilobytes of words, from which every entry takes its own stretch."""
    picks = b"".join(blake2b(f"text/{part}".encode()).digest() for part in range(240))
    return " ".join(_WORDS[pick % len(_WORDS)] for pick in picks)


def _filler(picks: bytes, length: int) -> str:
    text = _long_text()
    start = int.from_bytes(picks[:4], "big") % len(text)
    copies = (start + length) // len(text) + 1
    return (text * copies)[start : start + length].strip().ljust(length, ".")
