# SPDX-License-Identifier: MIT
"""A watcher in a terminal makes way for the window; nobody else is ever asked to."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hkwatch.app.lock import acquire
from hkwatch.app.watcher import end_watcher, watcher_pid

HOLD = """
import sys, time
from pathlib import Path
from hkwatch.app.lock import acquire
with acquire(Path(sys.argv[1]), sys.argv[2]):
    print("held", flush=True)
    time.sleep(60)
"""


@contextmanager
def holding(folder: Path, kind: str) -> Iterator[subprocess.Popen[str]]:
    arguments = [sys.executable, "-c", HOLD, str(folder), kind]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def test_nobody_holds_a_new_folder(tmp_path: Path) -> None:
    assert watcher_pid(tmp_path) == 0


def test_a_window_is_no_watcher(tmp_path: Path) -> None:
    with acquire(tmp_path, "desktop"):
        assert watcher_pid(tmp_path) == 0


def test_the_watcher_is_ended_and_the_folder_is_free(tmp_path: Path) -> None:
    with holding(tmp_path, "watch") as process:
        assert watcher_pid(tmp_path) == process.pid
        end_watcher(tmp_path, process.pid)
        assert process.wait(timeout=5) != 0
        assert watcher_pid(tmp_path) == 0


def test_a_pid_that_does_not_hold_the_folder_is_left_alone(tmp_path: Path) -> None:
    with holding(tmp_path, "desktop") as other:
        end_watcher(tmp_path, other.pid)
        end_watcher(tmp_path, os.getpid())
        assert other.poll() is None
