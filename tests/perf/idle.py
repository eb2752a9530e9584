# SPDX-License-Identifier: MIT
"""Processor time of both processes while nothing happens: default catalogue, all venues, the window in sight."""

import os
import time

from perf.big_store import data_folder
from perf.desk import cpu_s, desk
from perf.figures import Figure, Target, figure
from perf.servers import server

ITEMS = 100_000
SETTLE_S = 30.0
SPANS = 4
SPAN_S = 15.0
"""Each span holds one look at the venues."""


def measure(*, big: bool = False) -> list[Figure]:
    """One row: per cent of one core in four spans of a quarter of a minute."""
    del big
    shares, ours, engines = [], 0.0, 0.0
    with server() as served, data_folder(ITEMS) as paths, desk(paths, served.address) as running:
        running.wait(lambda: running.parts.engine.is_connected)
        running.run_for(SETTLE_S)
        pids = (os.getpid(), running.parts.engine.pid)
        sources = sum(row.enabled for row in running.parts.catalogue.sources.values())
        venues = sum(row.enabled for row in running.parts.catalogue.venues.values())
        for _ in range(SPANS):
            before, began = [cpu_s(pid) for pid in pids], time.perf_counter()
            running.run_for(SPAN_S)
            used = [cpu_s(pid) - old for pid, old in zip(pids, before, strict=True)]
            shares.append(100 * sum(used) / (time.perf_counter() - began))
            ours, engines = ours + used[0], engines + used[1]
    whole = SPANS * SPAN_S
    return [
        figure(
            f"idle, both processes: {sources} sources, {venues} venues every 15 s, {whole:.0f} s",
            "%",
            shares,
            [Target("median", 1.0)],
            goal="of one core",
            notes=(f"window {100 * ours / whole:.2f} %, engine {100 * engines / whole:.2f} %",),
        )
    ]
