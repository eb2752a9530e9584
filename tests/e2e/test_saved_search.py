# SPDX-License-Identifier: MIT
"""A person saves a search in the window and is notified by it, though the item is of no high level."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from e2e.desktop import Desktop
from e2e.test_window import (
    Start,
    ask_all_again,
    english,
    known,
    now_ms,
    on,
    replica,
    world,
)
from hkwatch.replica import OfficialItem, World

__all__ = ["known", "on", "replica", "world"]

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(os.name == "nt" or not Path("/proc").is_dir(), reason="reads /proc"),
]

DULL = "SFC publishes its annual bulletin on staffing"


def test_save_a_search_and_be_notified_by_it(desktop: Desktop, on: Start, world: World) -> None:
    program = on(desktop)
    program.start()
    program.wait(lambda: program.engine, "the engine")
    desktop.key("ctrl+f")
    desktop.type("bulletin src:sfc")
    desktop.key("ctrl+s")
    program.wait(lambda: desktop.windows("Save this search"), "the dialog")
    desktop.type("Bulletins")
    # The box under the query and its words: told of new items.
    desktop.key("Tab", "Tab", "space", "Return")
    program.wait(lambda: program.count("saved_search WHERE notify = 1"), "the saved search")
    assert program.sql("SELECT name, query FROM saved_search") == [("Bulletins", "bulletin src:sfc")]
    program.wait(lambda: program.is_active, "the window")

    world.publish(OfficialItem("26PR9", english(DULL), datetime.now(UTC)))
    desktop.key("shift+F5")
    program.wait(lambda: desktop.displayed() == 1, "the notification")
    (seen,) = desktop.notifications()
    assert seen.summary.endswith("Normal")
    assert seen.body.startswith(DULL)
    assert "Saved search: Bulletins" in seen.body

    # A restart tells nothing again.
    program.quit()
    program.set_asked(due=True)
    again_ms = now_ms()
    program.start()
    ask_all_again(program, again_ms)
    assert len(desktop.notifications()) == 1
    program.quit()
