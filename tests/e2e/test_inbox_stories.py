# SPDX-License-Identifier: MIT
"""What people do with the inbox every day, by keys on a real desktop."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from e2e.desktop import Desktop
from e2e.program import Program
from e2e.test_window import FRESH, Start, english, known, on, publish, replica, start_watching, world
from hkwatch.replica import OfficialItem, World

__all__ = ["known", "on", "replica", "world"]

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(os.name == "nt" or not Path("/proc").is_dir(), reason="reads /proc"),
]

DULL = "SFC appoints members of its investor committee"


def come_in(program: Program, world: World) -> None:
    """Two releases come out and are let into the list, the serious one last and so on top."""
    world.publish(OfficialItem("26PR8", english(DULL), datetime.now(UTC) - timedelta(minutes=5)))
    publish(world)
    program.desktop.key("shift+F5")
    program.wait(lambda: program.count("item WHERE back = 0") == 2, "both releases")
    # The point lets in what waits; pressed too early it does nothing.
    program.wait(lambda: program.desktop.key("period") or program.count("item WHERE state = 1") == 2, "both seen")


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
    start_watching(program)
    desktop.key("slash")
    desktop.type("牌照")
    desktop.key("Return")
    # Only one item has the word; what is starred is what was found.
    program.wait(lambda: desktop.key("Home", "s") or program.count("item WHERE starred = 1"), "a star")
    assert {row[0] for row in program.sql("SELECT ref FROM item WHERE starred = 1")} <= {"26PR1"}
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
