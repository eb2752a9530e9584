# SPDX-License-Identifier: MIT
"""Before the main window, on a real desktop: a first run that asks nobody, and a damaged store that comes back."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from e2e.desktop import Desktop
from e2e.program import Program
from hkwatch.domain.order import to_ms
from hkwatch.replica import Replica, World
from hkwatch.services.settings import load_settings
from hkwatch.store import backups
from hkwatch.store.db import open_writer
from services.stored_items import put

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(os.name == "nt" or not Path("/proc").is_dir(), reason="reads /proc"),
]

NOW = datetime.now(UTC)


@pytest.fixture
def folder() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix="hkr-"))
    yield made
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture
def replica() -> Iterator[Replica]:
    with Replica(World(), lambda: datetime.now(UTC)) as running:
        yield running


def flip(file: Path) -> None:
    """Turn a byte over in every half kilobyte but the first page."""
    raw = bytearray(file.read_bytes())
    for at in range(4096, len(raw), 512):
        raw[at] ^= 0xFF
    file.write_bytes(raw)


def test_recover_from_a_damaged_database_by_keyboard(desktop: Desktop, replica: Replica, folder: Path) -> None:
    database, copies = folder / "hkwatch.db", folder / "backups"
    copies.mkdir(mode=0o700)
    db = open_writer(database, copies, NOW)
    for number in range(40):
        put(db, (to_ms(NOW) - number * 60_000) * 1024, f"Item {number}")
    db.close()
    backups.daily(database, copies, NOW)
    flip(database)
    program = Program(desktop, replica, folder)
    program.process = desktop.start([*program.command], log="hkwatch.log")
    program.wait(lambda: program.is_active, "the recovery window")
    assert program.engine is None
    # Restore has the focus.
    desktop.key("Return")
    program.wait(lambda: program.engine, "the engine")
    program.wait(lambda: program.count("item") >= 40, "the items")
    assert list(copies.glob("replaced-*.db"))
    program.wait(lambda: program.is_active, "the main window")
    program.quit()


def test_a_first_run_asks_nobody_before_it_is_told_to_start(desktop: Desktop, replica: Replica, folder: Path) -> None:
    program = Program(desktop, replica, folder)
    program.process = desktop.start([*program.command, "--welcome"], log="hkwatch.log")
    program.wait(lambda: desktop.windows("Welcome to hkwatch"), "the first window")
    assert program.engine is None
    assert replica.requests == ()
    assert not (folder / "settings.toml").exists()
    desktop.key("Return")
    program.wait(lambda: program.engine, "the engine")
    program.wait(lambda: replica.requests, "a first request")
    made = load_settings(folder / "settings.toml")
    assert made.notify.tell_from == "high"
    assert "coindesk" in made.sources.off
    program.wait(lambda: program.is_active, "the main window")
    program.quit()
