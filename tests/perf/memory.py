# SPDX-License-Identifier: MIT
"""Memory of both processes with 100,000 items, after some searching, scrolling and reading."""

import os
import time

from hkwatch.app.paths import AppPaths
from perf.big_store import data_folder
from perf.desk import desk, pss_mb
from perf.figures import Figure, Target, figure
from perf.mappings import leave_profile
from perf.program import running as program_running
from perf.servers import server

STORED_ITEMS = 100_000
SETTLE_S = 12.0
SEARCHES = ("licence", "牌照", "is:unread", "")
OPENED = 20
TIMES_PROFILED = False
"""What the time goes into is another question; and who is profiled needs memory for it."""


def measure(*, big: bool = False) -> list[Figure]:
    """One row: proportional set size, looked at five times in five seconds."""
    del big
    with (
        server() as served,
        data_folder(STORED_ITEMS) as paths,
        desk(paths, served.address, may_profile=False) as running,
    ):
        running.wait(lambda: running.inbox.model.rowCount() > 40 and running.parts.engine.is_connected)
        fresh = pss_mb(os.getpid())
        for text in SEARCHES:
            running.inbox.field.set_text(text)
            running.run_for(0.6)
        view = running.inbox.view
        for _ in range(OPENED):
            view.step(1, open_it=True)
            running.run_for(0.1)
        bar = view.verticalScrollBar()
        for _ in range(5):
            bar.setValue(bar.maximum())
            running.run_for(0.3)
        running.run_for(SETTLE_S)
        totals, split = [], (0.0, 0.0)
        for _ in range(5):
            running.run_for(1)
            split = (pss_mb(os.getpid()), pss_mb(running.parts.engine.pid))
            totals.append(sum(split))
        leave_profile({"window": os.getpid(), "engine": running.parts.engine.pid})
    with server() as served, data_folder(STORED_ITEMS) as paths:
        alone = _left_alone(paths, served.address)
    return [
        figure(
            f"memory (PSS), both processes, {STORED_ITEMS:,} items",
            "MB",
            totals,
            [Target("median", 180.0)],
            "RSS Guard 4.0.4: 474 MB",
            notes=(
                f"window {split[0]:.0f} MB ({fresh:.0f} MB after its start), engine {split[1]:.0f} MB",
                f"the program by itself, nothing done in it: window {alone[0]:.0f} MB, engine {alone[1]:.0f} MB",
                "other programs that use the same Qt and Python files at the same time lower PSS",
            ),
        )
    ]


def _left_alone(paths: AppPaths, address: str) -> tuple[float, float]:
    """Window and engine of the program without the measurement in it, in MB, some time after its start."""
    with program_running(paths, address, may_profile=False) as found:
        time.sleep(SETTLE_S)
        return pss_mb(found.pid), pss_mb(found.engine_pid)
