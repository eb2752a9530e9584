# SPDX-License-Identifier: MIT
"""The look of the window on a desktop that turns dark and light while it runs."""

import os
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from e2e.desktop import Desktop
from e2e.portal import Portal
from e2e.program import Program
from hkwatch.app.paths import resources
from hkwatch.replica import Replica, World

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.long,
    pytest.mark.skipif(os.name == "nt" or not Path("/proc").is_dir(), reason="reads /proc"),
]


def ground(scheme: str) -> str:
    tokens = tomllib.loads((resources() / "theme" / "tokens.toml").read_text("utf-8"))
    return str(tokens[scheme]["surface"]["window"])


def test_the_window_turns_dark_and_light_with_the_desktop(desktop: Desktop) -> None:
    desktop.env["XDG_CURRENT_DESKTOP"] = "GNOME"
    desktop.env["QT_QPA_PLATFORMTHEME"] = "gnome"
    address = desktop.env["DBUS_SESSION_BUS_ADDRESS"]
    with Replica(World(), lambda: datetime.now(UTC)) as replica, Portal(address, dark=False) as portal:
        program = Program(desktop, replica, desktop.folder / "d")
        program.start()
        program.wait(lambda: desktop.find_colour(ground("light")), "a light window")
        for dark in (True, False):
            portal.turn(dark=dark)
            wanted, other = ("dark", "light") if dark else ("light", "dark")
            program.wait(lambda scheme=wanted: desktop.find_colour(ground(scheme)), f"a {wanted} window")
            program.wait(lambda scheme=other: desktop.find_colour(ground(scheme)) is None, f"nothing {other}")
        program.quit()
