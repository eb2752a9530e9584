# SPDX-License-Identifier: MIT
"""What people do with the inbox every day, by keys on a real desktop."""

import contextlib
import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from e2e.desktop import Desktop
from e2e.program import Program
from e2e.test_window import (
    FRESH,
    Start,
    english,
    is_read_by_home,
    known,
    on,
    publish,
    replica,
    shows,
    start_watching,
    world,
)
from hkwatch.replica import OfficialItem, World

__all__ = ["known", "on", "replica", "world"]

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(os.name == "nt" or not Path("/proc").is_dir(), reason="reads /proc"),
]

PILL = (820, 100, 130, 80)
"""Where the pill of the new items comes, with a banner or without."""
DULL = "SFC appoints members of its investor committee"


def come_in(program: Program, world: World) -> None:
    """Two releases come out and are let into the list, the serious one last and so on top."""
    world.publish(OfficialItem("26PR8", english(DULL), datetime.now(UTC)))
    publish(world)
    program.desktop.key("shift+F5")
    program.wait(lambda: program.count("item WHERE ref IN ('26PR8', '26PR9')") == 2, "both releases")
    program.wait(lambda: shows(program.desktop, "accent", PILL), "the pill")
    program.desktop.key("period")
    program.wait(lambda: program.count("item WHERE ref IN ('26PR8', '26PR9') AND state = 1") == 2, "both seen")


def test_the_morning_is_read_and_acknowledged_one_item_with_a_note(desktop: Desktop, on: Start, world: World) -> None:
    program = on(desktop)
    start_watching(program)
    come_in(program, world)
    desktop.key("Home")
    program.wait_for("item WHERE ref = '26PR9' AND state = 2")
    desktop.key("a")
    program.wait_for("item WHERE ref = '26PR9' AND acked_ms IS NOT NULL AND note = ''")
    desktop.key("j")
    desktop.key("shift+a")
    desktop.wait_for_window("Acknowledge with a note")
    desktop.type("told the desk")
    desktop.key("ctrl+Return")
    program.wait_for("item WHERE ref = '26PR8' AND acked_ms IS NOT NULL AND note = 'told the desk'")
    # The focus is in the list again: the next key is a command.
    program.wait(lambda: program.is_active, "the window")
    desktop.key("e")
    program.wait_for("item WHERE ref = '26PR8' AND archived = 1")
    desktop.key("ctrl+z")
    program.wait_for("item WHERE ref = '26PR8' AND archived = 0")
    program.quit()


def test_a_licence_is_found_by_its_chinese_word(desktop: Desktop, on: Start) -> None:
    program = on(desktop)
    with contextlib.closing(sqlite3.connect(program.folder / "hkwatch.db")) as db, db:
        db.execute("UPDATE item SET state = 1")
    start_watching(program)
    desktop.key("slash")
    desktop.type_signs("牌照")
    desktop.key("Return")
    # Home opens the first item; without the search that is a newer one.
    program.wait(lambda: is_read_by_home(program, "26PR1"), "the item found and read")
    program.quit()


def test_a_list_marked_read_by_mistake_comes_back_from_another_view(desktop: Desktop, on: Start, world: World) -> None:
    program = on(desktop)
    start_watching(program)
    come_in(program, world)
    desktop.key("shift+m")
    program.wait(lambda: program.count("item WHERE state < 2") == 0, "a read list")
    desktop.key("g", "f")
    desktop.key("z")
    program.wait(lambda: program.count("item WHERE state = 1") == 2, "what was unread")
    assert [notice.body for notice in desktop.notifications()] == [FRESH]
    program.quit()
