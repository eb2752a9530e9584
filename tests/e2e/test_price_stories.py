# SPDX-License-Identifier: MIT
"""The price chart touched as its user touches it, on a real desktop: a pin is clicked, an alert's level is dragged."""

import json
import os
import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest

from e2e.desktop import Desktop, wait_until
from e2e.program import Program
from e2e.test_window import RAIL, VENUES, Start, known, on, publish, replica, shows, state_of, world
from hkwatch.app.paths import resources
from hkwatch.replica import World
from hkwatch.replica.prices import level_path

__all__ = ["known", "on", "replica", "world"]

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(os.name == "nt" or not Path("/proc").is_dir(), reason="reads /proc"),
]

T = TypeVar("T")
LONG_S = 60.0
"""A busy machine is slow; what comes at all comes within this."""
CURVE = (980, 400, 200, 90)
"""Below the dotted line of the present price: only the curve of the days before has its colour here."""
LINES = (1012, 207, 180, 274)
"""The plot without the discs at its left and the dot of the present at its right, x, y, width and height."""
DISC_X = 992
PINS = (982, 508, 240, 34)
"""The rail under the chart."""


def in_time(predicate: Callable[[], T | None], what: str) -> T:
    return wait_until(predicate, LONG_S, what)


def start(program: Program) -> None:
    """Start, and wait until the window has the focus and has heard that the sources are well."""
    program.process = program.desktop.start(program.command, log="hkwatch.log")
    in_time(lambda: program.is_active, "the window")
    in_time(lambda: shows(program.desktop, "ok", RAIL), "the sources in the rail")


def find(desktop: Desktop, name: str, within: tuple[int, int, int, int]) -> tuple[int, int] | None:
    """Where on the screen a part of it has that colour of the light theme."""
    tokens = tomllib.loads((resources() / "theme" / "tokens.toml").read_text("utf-8"))
    colours = {key: value for group in tokens["light"].values() for key, value in group.items()}
    found = desktop.find_colour(colours[name], within)
    return None if found is None else (found[0] + within[0], found[1] + within[1])


def level(program: Program) -> Decimal:
    """The level of the only alert."""
    ((text,),) = program.sql("SELECT spec FROM alert")
    return Decimal(json.loads(text)["level"])


def drag(desktop: Desktop, x: int, y: int, down: int) -> None:
    """Press, move so many pixels down in steps, let go."""
    moves = [part for step in range(1, 9) for part in ("mousemove", str(x), str(y + down * step // 8))]
    desktop.run(["xdotool", "mousemove", str(x), str(y), "mousedown", "1", *moves, "mouseup", "1"])


def test_a_clicked_pin_opens_its_item(desktop: Desktop, on: Start, world: World) -> None:
    program = on(desktop)
    start(program)
    publish(world)
    desktop.key("shift+F5")
    in_time(lambda: program.count("item WHERE ref = '26PR9' AND flag <> 0"), "the release")
    at = in_time(lambda: find(desktop, "speech", PINS), "its pin")
    assert state_of(program, "26PR9") == 0
    desktop.click(*at)
    # A chosen pin is filled, and its card has the keys.
    in_time(lambda: not shows(desktop, "speech_t", PINS), "the pin chosen")
    desktop.key("Return")
    in_time(lambda: state_of(program, "26PR9") == 2, "the item read")


def test_an_alert_fires_at_the_level_its_line_was_dragged_to(desktop: Desktop, on: Start, world: World) -> None:
    program = on(desktop)
    (program.folder / "catalogue").mkdir(exist_ok=True)
    (program.folder / "catalogue" / "venues.toml").write_text(VENUES, "utf-8")
    start(program)
    in_time(lambda: shows(desktop, "chart_line", CURVE), "the prices of the last days")
    desktop.key("ctrl+n")
    desktop.type("96000")
    desktop.key("Return")
    in_time(lambda: program.count("alert WHERE state LIKE '%armed%'"), "the alert")
    in_time(lambda: program.is_active, "the window beneath the sheet")
    _, line = in_time(lambda: find(desktop, "text2", LINES), "its line")

    drag(desktop, DISC_X, line, 24)
    in_time(lambda: level(program) < 96_000, "a lower level")
    moved = level(program)
    assert 95_501 < moved < 95_990
    # It is armed anew there, and its line has stayed where it was let go or moved with the axis.
    in_time(lambda: find(desktop, "text2", LINES) not in (None, (0, line)), "the line")
    assert program.count("firing") == 0

    world.prices = level_path("BTC", moved + 100)
    in_time(lambda: program.count("outbox WHERE state = 'shown'"), "the firing told")
    assert program.count("firing") == 1
    assert [seen.summary for seen in desktop.notifications()] == [f"BTC above US${moved:,}"]
