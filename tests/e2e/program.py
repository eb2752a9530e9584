# SPDX-License-Identifier: MIT
"""hkwatch with its window on a desktop of a test: two real processes, looked at from outside.

What it stored is read from its database, what it shows from the X server, what it started from /proc.
"""

import contextlib
import json
import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from e2e.command import HKWATCH
from e2e.desktop import Desktop, wait_until
from hkwatch.replica import Replica
from patience import PATIENCE_S

T = TypeVar("T")


class Program:
    """One data folder and whatever hkwatch runs on it. `folder` must be short: the socket lies in it."""

    def __init__(self, desktop: Desktop, replica: Replica, folder: Path) -> None:
        self.desktop = desktop
        self.folder = folder
        self._arguments = ["--data", str(folder), "--replica", replica.base_url]
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def command(self) -> list[str]:
        """What a person would type, with the test's folder and addresses."""
        return [*HKWATCH, *self._arguments]

    # Coming and going

    def start(self, *more: str) -> None:
        """Start it and wait for its window to have the focus; with `--hidden`, for its engine."""
        self.process = self.desktop.start([*self.command, *more], log="hkwatch.log")
        if "--hidden" in more:
            self.wait(lambda: self.engine, "the engine")
        else:
            self.wait(lambda: self.is_active, "the window")

    def quit(self) -> None:
        """Ctrl+Q in the window; both processes are gone."""
        assert self.process is not None
        self.desktop.key("ctrl+q")
        assert self.process.wait(PATIENCE_S) == 0
        assert self.processes() == []

    def processes(self) -> list[int]:
        """All that run on this folder, whoever started them."""
        found = []
        for listing in Path("/proc").glob("[0-9]*/cmdline"):
            with contextlib.suppress(OSError):
                if os.fsencode(self.folder) in listing.read_bytes().split(b"\0"):
                    found.append(int(listing.parent.name))
        return found

    def kill_engine(self) -> int:
        """kill -9; the process id it had."""
        engine = self.engine
        assert engine is not None
        os.kill(engine, signal.SIGKILL)
        return engine

    @property
    def engine(self) -> int | None:
        """Process id of the engine that the window started; None while there is none."""
        assert self.process is not None
        for listing in Path(f"/proc/{self.process.pid}/task").glob("*/children"):
            with contextlib.suppress(OSError):
                for pid in listing.read_text().split():
                    if b"\0engine\0" in Path(f"/proc/{pid}/cmdline").read_bytes():
                        return int(pid)
        return None

    @property
    def lock_kind(self) -> str:
        """Who says to hold the folder: `desktop`, `watch`, or empty."""
        try:
            return str(json.loads((self.folder / "hkwatch.lock").read_bytes())["kind"])
        except (OSError, ValueError):
            return ""

    # The window

    @property
    def window(self) -> int | None:
        """The main window while it is on the screen."""
        found = self.desktop.windows("^hkwatch$")
        return found[0] if found else None

    @property
    def is_active(self) -> bool:
        """Whether the main window has the focus."""
        active = self.desktop.run(["xdotool", "getactivewindow"], is_checked=False).stdout.strip()
        return active != "" and self.window == int(active)

    # What is stored

    def sql(self, text: str, *values: object) -> list[tuple[Any, ...]]:
        """Rows, read only; none while the database is not there yet."""
        try:
            address = f"{(self.folder / 'hkwatch.db').as_uri()}?mode=ro"
            with contextlib.closing(sqlite3.connect(address, uri=True)) as db:
                return db.execute(text, values).fetchall()
        except sqlite3.OperationalError:
            return []

    def count(self, text: str, *values: object) -> int:
        """How many rows there are: `count("firing")`, `count("item WHERE back = 0")`."""
        rows = self.sql(f"SELECT count(*) FROM {text}", *values)
        return int(rows[0][0]) if rows else 0

    def set_asked(self, *, due: bool) -> None:
        """Let a minute have passed since every source was asked, and its next time be now or in an hour.

        For the next engine: one that runs remembers these times itself.
        """
        next_ms = 0 if due else round(time.time() * 1000) + 3_600_000
        with contextlib.closing(sqlite3.connect(self.folder / "hkwatch.db", timeout=5)) as db, db:
            db.execute("UPDATE source_state SET last_try_ms = last_try_ms - 60000, next_ms = ?", (next_ms,))

    def asked_after(self, mark_ms: int) -> bool:
        """Whether every source was asked since."""
        return self.count("source_state") > 0 and self.count("source_state WHERE last_try_ms < ?", mark_ms) == 0

    def wait(self, predicate: Callable[[], T | None], what: str) -> T:
        """The first true answer."""
        return wait_until(predicate, PATIENCE_S, what)

    def wait_for(self, text: str, *values: object) -> None:
        """Wait until such a row is stored: `item WHERE starred = 1`."""
        self.wait(lambda: self.count(text, *values), f"{text} {values}")


class Rest:
    """Knows when the window has nothing to do any more: its process used no time for a while."""

    def __init__(self, program: Program) -> None:
        assert program.process is not None
        self._stat = Path(f"/proc/{program.process.pid}/stat")
        self._program = program
        self._last, self._same = "", 0

    def key(self, desktop: Desktop, *keys: str) -> None:
        """Press keys as a person does: each when what the one before opened is there."""
        for key in keys:
            desktop.key(key)
            self.wait()

    def wait(self) -> None:
        """Until some looks in a row found the same."""
        self._same = 0
        self._program.wait(self._is_there, "a window at rest")

    def _is_there(self) -> bool:
        # After the name in brackets, the 12th and 13th are the ticks in the program and in the system.
        ticks = " ".join(self._stat.read_text().rpartition(")")[2].split()[11:13])
        self._same = self._same + 1 if ticks == self._last else 0
        self._last = ticks
        return self._same >= 5
