# SPDX-License-Identifier: MIT
"""hkwatch as it is, started and ended from outside: nothing of the measurement is in its processes."""

import contextlib
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from hkwatch.app.paths import AppPaths
from perf.itself import profile_of, program, script


class Program:
    """A window and its engine."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process
        self.pid = process.pid

    @property
    def engine_pid(self) -> int:
        """The engine's process, 0 while none runs."""
        for folder in Path("/proc").glob("[0-9]*"):
            # A process may end while it is looked at.
            with contextlib.suppress(OSError):
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                if parent == self.pid and b"\0engine\0" in (folder / "cmdline").read_bytes():
                    return int(folder.name)
        return 0

    def wait(self, condition: Callable[[], bool], most_s: float = 60.0) -> None:
        """Look again and again. Raises TimeoutError, and RuntimeError when the program has ended."""
        until = time.monotonic() + most_s
        while not condition():
            if (code := self._process.poll()) is not None:
                raise RuntimeError(f"hkwatch ended with code {code}")
            if time.monotonic() > until:
                raise TimeoutError(f"not within {most_s:g} s")
            time.sleep(0.05)

    def quit(self, most_s: float = 30.0) -> float:
        """Tell it to quit; seconds until its process was gone."""
        began = time.monotonic()
        self._process.terminate()
        self._process.wait(most_s)
        return time.monotonic() - began


@contextlib.contextmanager
def running(paths: AppPaths, address: str, *, may_profile: bool = True) -> Iterator[Program]:
    """The program while the block runs, its engine started; it asks the replica at `address`.

    Where a profile is asked for, both processes leave one, unless `may_profile` is False.
    """
    asked = arguments(paths, address)
    command = (
        [*program(), *asked] if profile_of("") is None or not may_profile else script("profiled", "window", *asked)
    )
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    with ending(process):
        found = Program(process)
        found.wait(lambda: found.engine_pid != 0)
        yield found


@contextlib.contextmanager
def ending(process: "subprocess.Popen[bytes]") -> Iterator[None]:
    """The process is told to end after the block, and made to if it does not."""
    try:
        yield
    finally:
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def arguments(paths: AppPaths, address: str) -> list[str]:
    """Which data folder and which addresses, for the command line."""
    return ["--data", str(paths.data_dir), "--replica", address]
