# SPDX-License-Identifier: MIT
"""Far too much at once: bodies without end, bytes one by one, 100,000 items, 5,000 notices. The watch stays what it is."""

import asyncio
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from fakes import START, SteppedClock
from hkwatch.domain.errors import FetchError
from hkwatch.domain.item import Entry
from hkwatch.replica import Replica
from hkwatch.services.batch import Batch
from hkwatch.sources.feeds import MAX_ENTRIES, parse_feed
from hkwatch.sources.http import Fetcher, Request
from services.rig import EN, GRANT, RTHK, Rig
from sources.feed_rows import row
from sources.test_http import Answer, Asked, serving


def refused(reply: bytes | Answer, timeout_s: float = 15.0) -> tuple[FetchError, float, int]:
    """Why an answer is not taken, after how many seconds, and the most memory that took in bytes."""

    async def ask() -> FetchError:
        async with serving(reply) as server:
            fetcher = Fetcher(SteppedClock())
            try:
                with pytest.raises(FetchError) as caught:
                    await fetcher.fetch(Request(server.url, timeout_s=timeout_s))
                return caught.value
            finally:
                await fetcher.close()

    tracemalloc.start()
    started = time.monotonic()
    try:
        error = asyncio.run(ask())
        return error, time.monotonic() - started, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_feed_of_ten_megabytes_is_refused_without_being_held_in_memory() -> None:
    async def ten_megabytes(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: 10000000\r\n\r\n")
        for _ in range(100):
            writer.write(b"<item/>" + b" " * 99_993)
            await writer.drain()

    error, _, most = refused(ten_megabytes)
    assert error.key == "too-large"
    assert most < 12_000_000


def test_a_body_without_end_is_refused_at_the_limit() -> None:
    async def endless(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n<rss>")
        while True:
            writer.write(b"<item/>" * 10_000)
            await writer.drain()

    error, _, most = refused(endless)
    assert error.key == "too-large"
    assert most < 12_000_000


def test_a_body_of_one_byte_a_second_is_given_up_in_time() -> None:
    async def trickle(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n")
        for _ in range(60):
            writer.write(b"<")
            await writer.drain()
            await asyncio.sleep(1)

    error, seconds, _ = refused(trickle, timeout_s=1.5)
    assert error.key == "timeout"
    assert seconds < 30


def test_a_feed_of_a_hundred_thousand_items_is_read_in_part_and_in_time() -> None:
    body = b"<rss><channel>" + b"".join(b"<item><title>t%d</title></item>" % n for n in range(100_000))
    started = time.process_time()
    result = parse_feed(body + b"</channel></rss>", "", row(), START)
    assert time.process_time() - started < 5
    assert len(result.entries) == MAX_ENTRIES
    assert [entry.title for entry in result.entries[:2]] == ["t0", "t1"]


def entries(count: int, title: str) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            f"{title} {n}",
            f"https://news.example.test/{n}",
            "en",
            guid=f"n{n}",
            published_at=START - timedelta(seconds=n % 3000),
        )
        for n in range(count)
    )


async def flood(rig: Rig, count: int, title: str, lot: int) -> None:
    """So many items of one source in lots, as its answers would bring them."""
    found = entries(count, title)
    source = replace(rig.rows[RTHK], key="guid")
    for start in range(0, count, lot):
        await rig.ingest.take(Batch(source, found[start : start + lot], lambda _entry: False))


def test_hundreds_of_notices_at_once_are_one_on_the_screen(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    _notices(tmp_path, replica, clock, 400)


@pytest.mark.long
@pytest.mark.timeout(300)
def test_five_thousand_notices_due_at_once_are_one_on_the_screen(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    _notices(tmp_path, replica, clock, 5_000)


def _notices(folder: Path, replica: Replica, clock: SteppedClock, count: int) -> None:
    async def test() -> None:
        async with Rig(folder, replica, clock, sources=(EN, RTHK)) as rig:
            await rig.load()
            await flood(rig, count, GRANT, 500)
            due = await rig.one("SELECT count(*) FROM outbox WHERE state = 'due'")
            assert due >= 1
            assert len(await rig.tell()) <= 3
            assert await rig.tell() == []
            assert await rig.one("SELECT count(*) FROM outbox WHERE state = 'due'") == 0
            assert await rig.one("SELECT count(*) FROM item") == count

    asyncio.run(test())


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_a_hundred_thousand_items_at_once_are_all_stored_and_the_loop_is_never_held_up(
    tmp_path: Path, replica: Replica, clock: SteppedClock, figures: Callable[[str], None]
) -> None:
    longest = 0.0

    async def beat() -> None:
        nonlocal longest
        while True:
            started = time.monotonic()
            await asyncio.sleep(0.01)
            longest = max(longest, time.monotonic() - started - 0.01)

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN, RTHK)) as rig:
            await rig.load()
            heart = asyncio.create_task(beat())
            started = time.monotonic()
            await flood(rig, 100_000, "Bulletin of the day", 2_000)
            figures(f"100,000 items in {time.monotonic() - started:.0f} s, loop held up {longest:.2f} s at most")
            heart.cancel()
            await asyncio.gather(heart, return_exceptions=True)
            assert await rig.one("SELECT count(*) FROM item") == 100_000

    asyncio.run(test())
    assert longest < 2.0
