# SPDX-License-Identifier: MIT
"""A watcher in a terminal that holds the data folder: who it is, and how it makes way for the window."""

import os
import signal
import time
from pathlib import Path

from hkwatch.app.lock import holder
from hkwatch.domain.errors import StoreError

_WAIT_S = 10.0
_STEP_S = 0.1


def watcher_pid(data_dir: Path) -> int:
    """Process id of the `hkwatch watch` that holds the folder, 0 when it is somebody else or nobody."""
    held = holder(data_dir)
    return held.pid if held is not None and held.kind == "watch" else 0


def end_watcher(data_dir: Path, pid: int) -> None:
    """Ask that watcher to end and wait until it let go of the folder; for a thread that may wait.

    Only the process that holds the lock is asked: a pid that was given to another program since is left alone.
    Raises StoreError when it does not end within ten seconds.
    """
    if watcher_pid(data_dir) == pid and pid > 0:
        os.kill(pid, signal.SIGTERM)
    end = time.monotonic() + _WAIT_S
    while watcher_pid(data_dir) == pid:
        if time.monotonic() > end:
            raise StoreError("locked", f"The watcher (pid {pid}) is still running.", "End it in its terminal.")
        time.sleep(_STEP_S)
