# SPDX-License-Identifier: MIT
"""Memory of both processes with 100,000 items, after some searching, scrolling and reading.

The program runs in its own processes and is looked at from outside, by one that has no Qt: libraries that two processes
use would count half.
"""

import subprocess
import time
from dataclasses import dataclass
from typing import IO

from hkwatch.app.paths import AppPaths
from perf.big_store import data_folder
from perf.figures import Figure, Target, figure
from perf.itself import script
from perf.mappings import anonymous_mb, leave_profile, pss_mb, whole_mb
from perf.program import Program, ending
from perf.program import running as program_running
from perf.servers import server

STORED_ITEMS = 100_000
SETTLE_S = 12.0
TIMES_PROFILED = False
"""What the time goes into is another question; and who is profiled needs memory for it."""
_Pair = tuple[float, float]
"""Window and engine, in MB."""


@dataclass(frozen=True, slots=True)
class _Used:
    """`fresh`: PSS of the window when it has come; `splits`: of both, five times some time after they were used."""

    fresh: float
    splits: list[_Pair]
    anonymous: _Pair
    whole: float
    rows: int


def measure(*, big: bool = False) -> list[Figure]:
    """One row: proportional set size, looked at five times in five seconds."""
    del big
    with server() as served, data_folder(STORED_ITEMS) as paths:
        used = _used(paths, served.address)
    with server() as served, data_folder(STORED_ITEMS) as paths:
        alone = _left_alone(paths, served.address)
    window, engine = used.splits[-1]
    return [
        figure(
            f"memory (PSS), both processes, {STORED_ITEMS:,} items",
            "MB",
            [sum(split) for split in used.splits],
            [Target("median", 180.0)],
            "RSS Guard 4.0.4: 474 MB",
            notes=(
                f"window {window:.0f} MB ({used.fresh:.0f} MB after its start), engine {engine:.0f} MB;"
                f" {used.rows} rows in the list",
                f"with nothing done in it: window {alone[0]:.0f} MB, engine {alone[1]:.0f} MB",
                f"of no file: window {used.anonymous[0]:.0f} MB, engine {used.anonymous[1]:.0f} MB",
                "other programs that use the same Qt and Python files at the same time lower PSS;"
                f" with all of the files both together hold {used.whole:.0f} MB",
            ),
        )
    ]


def _used(paths: AppPaths, address: str) -> _Used:
    process = subprocess.Popen(
        script("memory_child", str(paths.data_dir), address), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    with ending(process):
        found = Program(process)
        _read(process.stdout, "ready")
        fresh = pss_mb(found.pid)
        process.stdin.write(b"go on\n")
        process.stdin.flush()
        rows = int(_read(process.stdout, "worked")[0])
        time.sleep(SETTLE_S)
        splits = []
        for _ in range(5):
            time.sleep(1)
            splits.append((pss_mb(found.pid), pss_mb(found.engine_pid)))
        pids = {"window": found.pid, "engine": found.engine_pid}
        leave_profile(pids)
        anonymous = (anonymous_mb(found.pid), anonymous_mb(found.engine_pid))
        return _Used(fresh, splits, anonymous, whole_mb(pids.values()), rows)


def _read(said: IO[bytes], what: str) -> list[str]:
    """What the program says beside `what`, once it does. Raises RuntimeError when it says something else, or ends."""
    words = said.readline().decode().split()
    if words[:1] != [what]:
        raise RuntimeError(f"the window said {words} and not {what}")
    return words[1:]


def _left_alone(paths: AppPaths, address: str) -> _Pair:
    """The program with nothing of the measurement in it, in MB, some time after its start."""
    with program_running(paths, address, may_profile=False) as found:
        time.sleep(SETTLE_S)
        return pss_mb(found.pid), pss_mb(found.engine_pid)
