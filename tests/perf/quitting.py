# SPDX-License-Identifier: MIT
"""How long quitting takes while 200 polls wait for answers, and whether anything is left."""

import subprocess
import time
from pathlib import Path

from hkwatch.app.paths import AppPaths
from perf.big_store import data_folder
from perf.figures import Figure, Target, figure
from perf.itself import program
from perf.program import arguments, running
from perf.servers import Server, feed_rows, server

FEEDS = 200
RUNS = 5
AT_ONCE = 8
"""Requests that hkwatch has open at a time."""
_SLOW_S = 60.0
"""Nothing is answered meanwhile."""
_FIRING_S = 3.0
"""The schedule fires in the engine's next turns."""


def measure(*, big: bool = False) -> list[Figure]:
    """One row: from the wish to quit until the process is gone."""
    del big
    taken, left, waiting = [], [], []
    with server() as served:
        served.slow_down(_SLOW_S)
        for _ in range(RUNS):
            with data_folder(2000) as paths:
                (paths.catalogue_dir / "bench.toml").write_text(feed_rows(FEEDS, 40, 86_000))
                served.forget()
                seconds, asked, pids = _quit_once(paths, served)
                taken.append(seconds)
                waiting.append(asked)
                left += [pid for pid in pids if Path(f"/proc/{pid}").exists()]
                left += _using(paths.data_dir)
    return [
        figure(
            f"quit with {FEEDS} polls in flight",
            "s",
            taken,
            [Target("worst", 2.0)],
            "median 0.5 s in a bare prototype",
            notes=(
                f"left running: {left or 'nothing'}; {min(waiting)} hosts owed an answer, the others' turn had not come",
            ),
        )
    ]


def _quit_once(paths: AppPaths, served: Server) -> tuple[float, int, list[int]]:
    """Seconds, how many hosts had not answered, and the processes that were."""
    with running(paths, served.address) as found:
        # The second start hands the wish to the first.
        subprocess.run(
            [*program(), *arguments(paths, served.address), "--check-now"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            timeout=60,
            check=True,
        )
        # No more are asked at once; the others stand in line, their polls begun.
        found.wait(lambda: served.hosts_asked() >= AT_ONCE)
        time.sleep(_FIRING_S)
        pids = [found.pid, found.engine_pid]
        asked = served.hosts_asked()
        return found.quit(), asked, pids


def _using(folder: Path) -> list[int]:
    """Processes with this folder in their command line."""
    found = []
    for line in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if str(folder).encode() in line.read_bytes():
                found.append(int(line.parent.name))
        except OSError:
            continue  # it has just ended
    return found
