# SPDX-License-Identifier: MIT
"""Somebody comes back on Monday: what happened stands before him by itself, one key clears it, the inbox stands."""

import contextlib
import os
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from e2e.command import hkwatch
from e2e.desktop import Desktop, wait_until
from e2e.program import Program
from e2e.test_window import SETTINGS, a_world, now_ms, publish, shows
from hkwatch.replica import Replica
from hkwatch.replica.registers import VATP
from hkwatch.replica.world import RegisterLine, RegisterState

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.timeout(600),
    pytest.mark.skipif(os.name == "nt" or not Path("/proc").is_dir(), reason="reads /proc"),
]

PATIENCE_S = 90.0
"""A machine that does much else at the same time is slow, and must not make this fail."""
ABSENCE = timedelta(hours=64)
LIT = (12, 240, 24, 60)
"""Where the page's entry stands in the rail, x, y, width and height. Pop-ups lie over the page's own buttons."""
LICENSED = RegisterLine("licensed", "Example One Limited", "示例一有限公司", "ExOne", "ZZZ001")
NEWCOMER = RegisterLine("licensed", "Example Newcomer Limited", "示例新星有限公司", "Newcomer", "ZZZ050")
REGISTER_CHANGE = "item WHERE title LIKE 'Example Newcomer Limited%'"


def test_after_a_weekend_the_page_says_what_happened_one_key_clears_it_and_the_inbox_stands(desktop: Desktop) -> None:
    world = a_world()
    world.set_register(RegisterState(VATP, datetime.now(UTC) - ABSENCE, (LICENSED,)))
    with Replica(world, lambda: datetime.now(UTC)) as replica:
        folder = desktop.folder / "w"
        done = hkwatch("check", "--data", folder, "--replica", replica.base_url)
        assert done.returncode == 0, done.stdout + done.stderr
        (folder / "settings.toml").write_text(SETTINGS, "utf-8")
        program = Program(desktop, replica, folder)
        leave(program)
        publish(world)
        world.set_register(RegisterState(VATP, datetime.now(UTC), (LICENSED, NEWCOMER)))

        # The watch goes on in the tray while nobody is there.
        program.start("--hidden")
        wait(lambda: program.count("item WHERE ref = '26PR9'"), "the release")
        wait(lambda: program.count(REGISTER_CHANGE), "the change of the register")
        wait(lambda: program.count("price_bar"), "prices")
        assert program.count("away") == 0
        archived = program.count("item WHERE archived = 1")

        # The second launch brings the window up; nothing is pressed.
        desktop.start(program.command, log="second.log")
        wait(lambda: program.is_active, "the window")
        wait(lambda: program.count("away WHERE to_ms - from_ms > ?", 60 * 3_600_000), "the end of the absence")
        wait(lambda: program.count("away WHERE seen_ms IS NOT NULL AND cleared_ms IS NULL"), "the page, looked at")
        wait(lambda: shows(desktop, "select_rail", LIT), "the entry of the page, lit")

        desktop.key("e")
        wait(lambda: program.count("away WHERE cleared_ms IS NOT NULL"), "a cleared page")
        # The same key puts items away in the list, and must not have done so.
        assert program.count("item WHERE archived = 1") == archived
        wait(lambda: not shows(desktop, "select_rail", LIT), "the list in its place")
        desktop.key("Home")
        news = "item WHERE state = 2 AND (ref = '26PR9' OR title LIKE 'Example Newcomer%')"
        wait(lambda: program.count(news) == 1, "the newest item, read")
        desktop.key("ctrl+q")
        assert program.process is not None
        program.process.wait(PATIENCE_S)
        wait(lambda: program.processes() == [], "the end of all processes")


def leave(program: Program) -> None:
    """The user's last sign is of Friday, and all sources are due."""
    with contextlib.closing(sqlite3.connect(program.folder / "hkwatch.db", timeout=20)) as db, db:
        last = now_ms() - round(ABSENCE.total_seconds() * 1000)
        db.execute("INSERT OR REPLACE INTO meta (key, value) VALUES ('away:active', ?)", (str(last),))
        db.execute("UPDATE source_state SET last_try_ms = last_try_ms - 7200000, next_ms = 0")


def wait(is_so: Callable[[], object], what: str) -> None:
    wait_until(is_so, PATIENCE_S, what)
