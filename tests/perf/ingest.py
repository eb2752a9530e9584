# SPDX-License-Identifier: MIT
"""How long 200 feeds take: all new (fetched, parsed, flagged, indexed, stored), then unchanged."""

import asyncio
import gc
import sys
import time

from hkwatch.app.compose import build
from hkwatch.app.engine import TURN_S
from hkwatch.app.options import Options, make_clock
from hkwatch.app.paths import AppPaths
from perf.big_store import data_folder
from perf.figures import Figure, Target, figure
from perf.servers import draw_feeds, feed_rows, server

FEEDS = 200
ENTRIES = 50
BYTES = 86_000
RUNS = 3


async def _once(address: str, paths: AppPaths) -> tuple[float, float]:
    options = Options(paths, address)
    running = await build(options, make_clock(options), lambda event: None, use_dbus=False)
    rows = [row for row in running.files.catalogue.sources.values() if row.id.startswith("feed-")]
    await running.poller.load(rows)
    # As the engine does.
    gc.freeze()
    sys.setswitchinterval(TURN_S)
    try:
        started = time.perf_counter()
        first = await asyncio.gather(*(running.poller.poll(row) for row in rows))
        new_s = time.perf_counter() - started
        errors = [one.error for one in first if one.error]
        assert not errors, errors[0]
        assert sum(len(one.stored.added) for one in first) == FEEDS * ENTRIES
        started = time.perf_counter()
        again = await asyncio.gather(*(running.poller.poll(row) for row in rows))
        same_s = time.perf_counter() - started
        assert all(one.unchanged for one in again)
        return new_s, same_s
    finally:
        await running.close()


def measure(*, big: bool = False) -> list[Figure]:
    """Two rows: all new, all unchanged."""
    del big
    new, same = [], []
    used_s = time.process_time()
    with server() as served:
        draw_feeds(served.address, FEEDS, ENTRIES, BYTES)
        for _ in range(RUNS):
            with data_folder(0) as paths:
                (paths.catalogue_dir / "bench.toml").write_text(feed_rows(FEEDS, ENTRIES, BYTES))
                new_s, same_s = asyncio.run(_once(served.address, paths))
                new.append(new_s)
                same.append(same_s)
    used_s = (time.process_time() - used_s) / RUNS
    return [
        figure(
            f"{FEEDS} feeds × {ENTRIES} new items fetched, parsed, flagged, indexed, stored",
            "s",
            new,
            [Target("median", 4.0)],
            "newsboat 2.21: 5.0 s; lemon24/reader 3.26: 6.6 s",
            goal="goal 2.5 s",
            notes=(f"processor time {used_s:.1f} s a run, start and both rows together",),
        ),
        figure(
            f"the same {FEEDS} feeds unchanged",
            "s",
            same,
            [Target("median", 0.45)],
            "lemon24/reader: 0.42 s; newsboat: 5.6 s",
        ),
    ]
