# SPDX-License-Identifier: MIT
"""Requests are counted by host, added up over restarts, and counted for what really asks."""

import asyncio
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx

from fakes import SteppedClock
from hkwatch.services.asked import AskedHosts
from hkwatch.services.database import Database
from hkwatch.sources.http import Fetcher
from hkwatch.sources.request import Request, Want
from hkwatch.store import asked as store
from hkwatch.store.db import open_reader, open_writer

NOW = datetime(2026, 11, 25, 3, tzinfo=UTC)


def test_counts_of_two_runs_add_up_and_the_last_time_is_the_latest(tmp_path: Path) -> None:
    db = open_writer(tmp_path / "hkwatch.db", tmp_path / "backups", NOW)
    store.add(db, {"venue.example.test": store.Asked(3, NOW)})
    store.add(
        db, {"venue.example.test": store.Asked(2, NOW + timedelta(hours=1)), "other.example.test": store.Asked(1, NOW)}
    )
    assert store.read(db) == {
        "venue.example.test": store.Asked(5, NOW + timedelta(hours=1)),
        "other.example.test": store.Asked(1, NOW),
    }
    db.close()


def test_a_request_and_where_it_is_sent_on_are_counted_and_written_down(tmp_path: Path) -> None:
    file = tmp_path / "hkwatch.db"
    clock = SteppedClock()

    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.host == "old.example.test":
            return httpx.Response(301, stream=httpx.ByteStream(b""), headers={"Location": "https://new.example.test/"})
        return httpx.Response(200, stream=httpx.ByteStream(b"{}"), headers={"Content-Type": "application/json"})

    async def run() -> None:
        database = Database(lambda: open_writer(file, tmp_path / "backups", NOW), file)
        await database.open()
        asked = AskedHosts(clock, database)
        fetcher = Fetcher(clock, transport=httpx.MockTransport(handler))
        fetcher.on_ask = asked.note
        await fetcher.fetch(Request("https://old.example.test/", Want.JSON))
        await fetcher.fetch(Request("https://new.example.test/", Want.JSON))
        await asked.flush()
        await fetcher.close()
        await database.close()

    asyncio.run(run())
    with closing(open_reader(file)) as db:
        assert {host: one.count for host, one in store.read(db).items()} == {
            "old.example.test": 1,
            "new.example.test": 2,
        }
