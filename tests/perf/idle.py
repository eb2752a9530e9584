# SPDX-License-Identifier: MIT
"""Processor time of both processes while nothing happens: default catalogue, all venues, the window in sight."""

import contextlib
import time
from datetime import UTC, datetime
from pathlib import Path

from hkwatch.app.paths import AppPaths, resources
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.store import backups
from perf.big_store import data_folder
from perf.desk import cpu_s
from perf.figures import Figure, Target, figure
from perf.program import Program, running
from perf.servers import server

STORED_ITEMS = 100_000
SETTLE_S = 60.0
"""The first answers of all sources come meanwhile."""
SPANS = 4
SPAN_S = 15.0
"""Each span holds one look at the venues."""


def measure(*, big: bool = False) -> list[Figure]:
    """One row: per cent of one core in four spans of a quarter of a minute."""
    del big
    with server() as served, data_folder(STORED_ITEMS) as paths:
        # Today's copy is there, as it is in all but one minute of a day: copying and checking is not what is measured.
        assert backups.daily(paths.database_file, paths.backups_dir, datetime.now(UTC)) is not None
        with running(paths, served.address) as found:
            time.sleep(SETTLE_S)
            return [_watched(found, paths)]


def _watched(found: Program, paths: AppPaths) -> Figure:
    pids = (found.pid, found.engine_pid)
    shares, used, woken = [], [0.0, 0.0], [0, 0]
    for _ in range(SPANS):
        before, turns, began = [cpu_s(pid) for pid in pids], [switches(pid) for pid in pids], time.perf_counter()
        time.sleep(SPAN_S)
        spent = [cpu_s(pid) - old for pid, old in zip(pids, before, strict=True)]
        shares.append(100 * sum(spent) / (time.perf_counter() - began))
        used = [so_far + more for so_far, more in zip(used, spent, strict=True)]
        woken = [so_far + switches(pid) - old for so_far, pid, old in zip(woken, pids, turns, strict=True)]
    whole = SPANS * SPAN_S
    catalogue, _ = load_catalogue(resources() / "catalogue", paths.catalogue_dir)
    sources = sum(row.enabled for row in catalogue.sources.values())
    venues = sum(row.enabled for row in catalogue.venues.values())
    names = zip(("window", "engine"), used, woken, strict=True)
    return figure(
        f"idle, both processes: {sources} sources, {venues} venues every 15 s, {whole:.0f} s",
        "%",
        shares,
        [Target("median", 1.0)],
        goal="of one core",
        notes=tuple(
            f"{name} {100 * spent / whole:.2f} %, {times / whole:.1f} wake-ups a second" for name, spent, times in names
        ),
    )


def switches(pid: int) -> int:
    """How often the threads of a process gave up the processor by themselves: each time they went to sleep."""
    total = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        # A thread may end meanwhile.
        with contextlib.suppress(OSError):
            for line in (task / "status").read_text().splitlines():
                if line.startswith("voluntary_ctxt_switches"):
                    total += int(line.split()[1])
    return total
