# SPDX-License-Identifier: MIT
"""How long quitting takes while 200 polls wait for answers, and whether anything is left."""

import os
import subprocess
import sys
import time
from pathlib import Path

from hkwatch.app.paths import AppPaths
from hkwatch.domain.commands import CheckNow
from hkwatch.ui.command_ids import new_id
from perf.big_store import data_folder
from perf.desk import desk
from perf.figures import Figure, Target, figure
from perf.servers import feed_rows, server

FEEDS = 200
RUNS = 5
_SLOW_S = 60.0


def measure(*, big: bool = False) -> list[Figure]:
    """One row: from the wish to quit until the process is gone."""
    del big
    taken, left = [], []
    with server() as served:
        served.slow_down(_SLOW_S)
        for _ in range(RUNS):
            with data_folder(2000) as paths:
                (paths.catalogue_dir / "bench.toml").write_text(feed_rows(FEEDS, 40, 86_000))
                seconds, pids = _quit_once(paths, served.address)
                taken.append(seconds)
                left += [pid for pid in pids if Path(f"/proc/{pid}").exists()]
                left += _using(paths.data_dir)
    return [
        figure(
            f"quit with {FEEDS} polls in flight",
            "s",
            taken,
            [Target("worst", 2.0)],
            "median 0.5 s in a bare prototype",
            notes=(f"left running: {left or 'nothing'}",),
        )
    ]


def _quit_once(paths: AppPaths, address: str) -> tuple[float, list[int]]:
    done = subprocess.run(
        [sys.executable, "-m", "perf.quitting", str(paths.data_dir), address],
        stdout=subprocess.PIPE,
        timeout=60,
        check=True,
    )
    ended = time.monotonic()
    at, *pids = done.stdout.decode().split()
    return ended - float(at), [int(pid) for pid in pids]


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


def _child(folder: Path, address: str) -> None:
    """The desktop: asks everything at once, then quits and says when it was told to."""
    with desk(AppPaths.under(folder), address) as running:
        engine = running.parts.engine
        running.wait(lambda: engine.is_connected)
        engine.send(CheckNow(new_id(), None))
        running.wait(lambda: not engine.unconfirmed)
        # The schedule fires in the engine's next turns; nothing is answered for a minute.
        running.run_for(3)
        print(time.monotonic(), os.getpid(), engine.pid, flush=True)


if __name__ == "__main__":
    _child(Path(sys.argv[1]), sys.argv[2])
