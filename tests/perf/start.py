# SPDX-License-Identifier: MIT
"""From `hkwatch` typed to the inbox painted with its rows: a process of its own for every start, the real engine beside it."""

import os
import subprocess
import time
from statistics import median

from hkwatch.app.paths import AppPaths
from perf.big_store import data_folder
from perf.figures import Figure, Target, figure
from perf.imports import leave_profile
from perf.itself import PROFILE, profile_of, script
from perf.servers import server

STORED_ITEMS = 100_000
RUNS = 9
TIMES_PROFILED = False
"""The children are, one by one."""


def measure(*, big: bool = False) -> list[Figure]:
    """One row. The first start, which writes Python's caches, is left out."""
    del big
    with server() as served, data_folder(STORED_ITEMS) as paths:
        if profile_of("") is not None:
            leave_profile(_run(paths, served.address, tells_imports=True).stderr.decode())
            _run(paths, served.address, profiled=True)
        found = [_start(paths, served.address) for _ in range(RUNS + 1)][1:]
    steps = [
        f"{name.replace('_', ' ')} {median(one[name][0] for one in found):.0f} ({median(one[name][1] for one in found):.0f})"
        for name in found[0]
    ]
    return [
        figure(
            f"`hkwatch` typed → inbox painted with its rows, {STORED_ITEMS:,} items",
            "s",
            [one["painted"][0] / 1000 for one in found],
            [Target("median", 0.5)],
            "RSS Guard 4.0.4: window without rows after 0.36 s; bare PySide6 window 0.2 s",
            notes=(f"ms since the process was started (of the window's processor time): {', '.join(steps)}",),
        )
    ]


def _start(paths: AppPaths, address: str) -> dict[str, tuple[float, float]]:
    """When each step was over, and the processor time used until then, ms."""
    began = time.monotonic()
    lines = [line.split() for line in _run(paths, address).stdout.decode().splitlines()]
    return {name: (1000 * (float(at) - began), 1000 * float(used)) for name, at, used in lines}


def _run(
    paths: AppPaths, address: str, *, tells_imports: bool = False, profiled: bool = False
) -> "subprocess.CompletedProcess[bytes]":
    # Some shells keep Python from writing its caches; whoever installed the program has them.
    without = {"PYTHONDONTWRITEBYTECODE", *(() if profiled else (PROFILE,))}
    return subprocess.run(
        script("start_child", str(paths.data_dir), address, tells_imports=tells_imports),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE if tells_imports else None,
        timeout=60,
        check=True,
        env={name: value for name, value in os.environ.items() if name not in without},
    )
