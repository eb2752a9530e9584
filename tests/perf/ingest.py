# SPDX-License-Identifier: MIT
"""How long 200 feeds take: all new (fetched, parsed, flagged, indexed, stored), then unchanged."""

import asyncio
import sys
import tempfile
import time
import tracemalloc  # noqa: F401 - imported by nothing else; kept out of the measured part
import urllib.request
from pathlib import Path

from hkwatch.app.compose import Options, build, make_clock
from hkwatch.app.paths import AppPaths
from perf.servers import bench_server, feed_rows

FEEDS = 200
ENTRIES = 50
BYTES = 86_000


async def _measure(address: str, folder: Path, cold: bool) -> tuple[float, float, int]:
    options = Options(AppPaths.under(folder), address)
    running = await build(options, make_clock(options), lambda event: None, use_dbus=False)
    rows = [row for row in running.files.catalogue.sources.values() if row.id.startswith("feed-")]
    await running.poller.load(rows)
    try:
        started = time.perf_counter()
        first = await asyncio.gather(*(running.poller.poll(row) for row in rows))
        new_s = time.perf_counter() - started
        errors = [one.error for one in first if one.error]
        assert not errors, errors[0]
        added = sum(len(one.stored.added) for one in first)
        started = time.perf_counter()
        again = await asyncio.gather(*(running.poller.poll(row) for row in rows))
        same_s = time.perf_counter() - started
        assert all(one.unchanged for one in again)
        return new_s, same_s, added
    finally:
        await running.close()


def measure(runs: int = 3) -> tuple[list[float], list[float], int]:
    """Seconds for all new and for all unchanged, one of each a run, and the items stored a run."""
    new, same, added = [], [], 0
    with bench_server() as address:
        for number in range(FEEDS):
            # The replica draws each feed once; drawing is not what is measured.
            url = f"{address}/feed{number}.example.test/bench/feed/{number}.xml?entries={ENTRIES}&bytes={BYTES}"
            with urllib.request.urlopen(urllib.request.Request(url, headers={"User-Agent": "bench"})) as answer:
                answer.read()
        for _ in range(runs):
            with tempfile.TemporaryDirectory() as text:
                folder = Path(text)
                AppPaths.under(folder).create()
                (AppPaths.under(folder).catalogue_dir / "bench.toml").write_text(feed_rows(FEEDS, ENTRIES, BYTES))
                new_s, same_s, added = asyncio.run(_measure(address, folder, True))
                new.append(new_s)
                same.append(same_s)
    return new, same, added


if __name__ == "__main__":
    print(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
