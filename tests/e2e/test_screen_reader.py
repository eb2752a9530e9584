# SPDX-License-Identifier: MIT
"""hkwatch as a blind person has it: over AT-SPI a row is read, acknowledged, an alert set and a deadline found."""

import contextlib
import json
import os
import sqlite3
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from e2e.desktop import Desktop, skip_or_fail
from e2e.program import Program
from e2e.test_window import GRANT, Start, known, on, replica, world
from hkwatch.domain.deadline import DeadlineKind
from hkwatch.domain.ids import ItemId
from hkwatch.store import deadlines

__all__ = ["known", "on", "replica", "world"]

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(os.name == "nt" or not Path("/proc").is_dir(), reason="reads /proc"),
]

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
PYTHON = Path("/usr/bin/python3")


class ScreenReader:
    """A process that asks the accessibility bus, as Orca does."""

    def __init__(self, desktop: Desktop) -> None:
        self._process = subprocess.Popen(
            [str(PYTHON), str(Path(__file__).with_name("spoken.py"))],
            env=desktop.env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def ask(self, do: str, role: str = "", name: str = "", **more: object) -> Any:
        """What it answers. AssertionError with its words where it finds nothing."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"do": do, "role": role, "name": name, **more}) + "\n")
        self._process.stdin.flush()
        told = json.loads(self._process.stdout.readline())
        assert "error" not in told, told["error"]
        return told["answer"]

    def end(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(5)
        self._process.stdout.close()


@pytest.fixture
def reader(desktop: Desktop) -> Iterator[ScreenReader]:
    """A screen reader on the desktop; what starts afterwards is heard by it."""
    known = subprocess.run([str(PYTHON), "-c", "import pyatspi"], capture_output=True) if PYTHON.exists() else None
    if not LAUNCHER.exists() or known is None or known.returncode:
        skip_or_fail("not installed: a screen reader's side (Debian: apt install at-spi2-core python3-pyatspi)")
    desktop.env["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
    desktop.start([str(LAUNCHER), "--launch-immediately"], log="at-spi.log")
    made = ScreenReader(desktop)
    yield made
    made.end()


def with_deadline(program: Program) -> None:
    """Comments on the grant may be sent for a month from now."""
    now = datetime.now(UTC)
    with contextlib.closing(sqlite3.connect(program.folder / "hkwatch.db")) as db, db:
        (item,) = db.execute("SELECT id FROM item WHERE ref = '26PR1'").fetchone()
        last = (now + timedelta(days=30)).date()
        new = deadlines.NewDeadline(
            *("sfc", "26CP1", ItemId(item), GRANT, DeadlineKind.COMMENTS),
            *(now, now.date(), last, last),
        )
        deadlines.insert(db, new, now)


def test_a_row_is_read_and_acknowledged_an_alert_set_and_a_deadline_found(
    desktop: Desktop, on: Start, reader: ScreenReader
) -> None:
    program = on(desktop)
    with_deadline(program)
    program.start()
    rows = program.wait(lambda: reader.ask("rows", "list", "Items"), "rows")
    spoken = next(row for row in rows if GRANT in row)
    state, level, kind, rest = spoken.split(", ", 3)
    assert (state, level) == ("Read", "high")
    assert kind
    assert rest.startswith(f"SFC: {GRANT}. ")

    desktop.key("Home", "j")
    reader.ask("press", "push button", "Acknowledge")
    program.wait_for("item WHERE acked_ms IS NOT NULL")

    reader.ask("press", "push button", "New alert")
    reader.ask("write", "text", "Level", text="123000")
    reader.ask("press", "push button", "Save alert")
    program.wait_for("alert")
    assert "123000" in program.sql("SELECT spec FROM alert")[0][0].replace("_", "")

    reader.ask("press", "radio button|push button|check box|toggle button", "Deadlines")
    cells = program.wait(lambda: reader.ask("rows", "table|tree table|tree|list", "Deadlines", most=40), "the board")
    assert any(GRANT in cell for cell in cells)
    desktop.key("Escape")
    program.wait(lambda: program.is_active, "the window")
    program.quit()
