# SPDX-License-Identifier: MIT
"""From `hkwatch` typed to the inbox painted with its rows: a process of its own for every start, the real engine beside it."""

import os
import subprocess
import sys
import time
from pathlib import Path

from hkwatch.app.paths import AppPaths
from perf.big_store import data_folder
from perf.figures import Figure, Target, figure
from perf.servers import server

STORED_ITEMS = 100_000
RUNS = 9


def measure(*, big: bool = False) -> list[Figure]:
    """One row. The first start, which writes Python's caches, is left out."""
    del big
    with server() as served, data_folder(STORED_ITEMS) as paths:
        found = [_start(paths, served.address) for _ in range(RUNS + 1)][1:]
    marks = {name: sorted(one[name] for one in found)[len(found) // 2] for name in found[0]}
    processor_ms, thread_ms = marks.pop("processor"), marks.pop("thread")
    steps = ", ".join(f"{name} {value:.0f} ms" for name, value in marks.items())
    return [
        figure(
            f"`hkwatch` typed → inbox painted with its rows, {STORED_ITEMS:,} items",
            "s",
            [one["painted"] / 1000 for one in found],
            [Target("median", 0.5)],
            "RSS Guard 4.0.4: window without rows after 0.36 s; bare PySide6 window 0.2 s",
            notes=(
                f"medians since the process was started: {steps}",
                f"processor time of the window's process until the rows were painted {processor_ms:.0f} ms, of which in the"
                f" window's own thread {thread_ms:.0f} ms; `whole` is when everything else was there",
            ),
        )
    ]


def _start(paths: AppPaths, address: str) -> dict[str, float]:
    child = Path(__file__).with_name("start_child.py")
    # Some shells keep Python from writing its caches; whoever installed the program has them.
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, str(child), str(paths.data_dir), address],
        stdout=subprocess.PIPE,
        timeout=60,
        check=True,
        env=surroundings,
    )
    lines = [line.split() for line in done.stdout.decode().splitlines()]
    return {name: 1000 * (float(at) - (0 if name in ("processor", "thread") else began)) for name, at in lines}
