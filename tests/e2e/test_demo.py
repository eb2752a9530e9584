# SPDX-License-Identifier: MIT
"""The README's first command, as the installed program has it: the demo fills its window and leaves nothing behind."""

import contextlib
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from e2e.command import HKWATCH, environment
from patience import PATIENCE_S


@pytest.mark.skipif("sys.platform == 'win32'", reason="ends it by a signal")
def test_the_demo_brings_items_and_prices_and_its_folder_goes_with_it(tmp_path: Path) -> None:
    surroundings = {**environment(), "TMPDIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    child = subprocess.Popen([*HKWATCH, "--demo"], env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        until = time.monotonic() + PATIENCE_S
        while stored(tmp_path) is None:
            assert child.poll() is None, child.stdout and child.stdout.read().decode()
            assert time.monotonic() < until, "no item or no price came"
            time.sleep(0.1)
        child.send_signal(signal.SIGTERM)
        said, _ = child.communicate(timeout=PATIENCE_S)
    finally:
        child.kill()
    assert child.returncode == 0, said.decode()
    assert b"Traceback" not in said
    assert list(tmp_path.glob("hkwatch-demo-*")) == []


def stored(folder: Path) -> tuple[int, int] | None:
    """Items of the regulators and bars of prices in the demo's folder; None while one of them is missing."""
    for file in folder.glob("hkwatch-demo-*/hkwatch.db"):
        with (
            contextlib.suppress(sqlite3.Error),
            contextlib.closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as db,
        ):
            items = db.execute("SELECT count(*) FROM item").fetchone()[0]
            prices = db.execute("SELECT count(*) FROM price_bar").fetchone()[0]
            if items and prices:
                return items, prices
    return None
