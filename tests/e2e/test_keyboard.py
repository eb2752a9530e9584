# SPDX-License-Identifier: MIT
"""Everything is set by keys alone, and the language changes under a window that stays where it is."""

import os
import tomllib
from functools import partial
from pathlib import Path

import pytest

from e2e.desktop import Desktop, wait_until
from e2e.program import Program, Rest
from e2e.test_window import Start, known, on, replica, start_watching, world

__all__ = ["known", "on", "replica", "world"]

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(os.name == "nt" or not Path("/proc").is_dir(), reason="reads /proc"),
]


def setting(program: Program, section: str, option: str) -> object:
    """What the settings file says; None where it says nothing."""
    settings = tomllib.loads((program.folder / "settings.toml").read_text("utf-8"))
    return settings.get(section, {}).get(option)


def holds(program: Program, section: str, option: str, value: object) -> bool:
    """Whether the settings file says this."""
    return setting(program, section, option) == value


def has_stars(program: Program, count: int) -> bool:
    """Whether so many items are starred."""
    return program.count("item WHERE starred = 1") == count


def place(desktop: Desktop, window: int) -> str:
    """Where a window is and how large."""
    return desktop.run(["xdotool", "getwindowgeometry", str(window)]).stdout


def test_language_theme_rows_notices_and_an_alert_are_set_by_keys_and_the_window_stays(
    desktop: Desktop, on: Start
) -> None:
    program = on(desktop)
    start_watching(program)
    window, engine = program.window, program.engine
    assert window is not None
    before = place(desktop, window)
    rest = Rest(program)
    rest.wait()

    # The letters of the menus are the same in every language. The entries: as the system, English, 繁體, 简体.
    for language, downs in (("zh-Hant", 2), ("zh-Hans", 3), ("en", 1)):
        rest.key(desktop, "alt+v", "l", *["Down"] * downs, "Return")
        program.wait(lambda language=language: setting(program, "general", "language") == language, language)
        rest.wait()
        assert program.window == window
        assert place(desktop, window) == before
    assert program.engine == engine

    rest.key(desktop, "alt+v", "t", "Down", "Down", "Return")
    program.wait(lambda: setting(program, "look", "theme") == "dark", "the dark theme")
    rest.wait()
    rest.key(desktop, "alt+v", "w")
    program.wait(lambda: setting(program, "look", "two_line_rows") is True, "two lines a row")
    rest.wait()
    rest.key(desktop, "alt+t", "n", "Down", "Return")
    program.wait(lambda: "popup" in str(setting(program, "notify", "normal")), "what is told")
    rest.wait()
    rest.key(desktop, "ctrl+n")
    desktop.type("91000")
    desktop.key("Return")
    program.wait_for("alert")
    program.wait(lambda: program.is_active, "the window")
    program.quit()


def test_keys_typed_right_behind_a_change_of_language_or_theme_are_heard(desktop: Desktop, on: Start) -> None:
    program = on(desktop)
    start_watching(program)
    rest = Rest(program)
    rest.wait()
    rest.key(desktop, "Home")
    # In one go, as somebody types who does not look: the menu is still closing when the star is pressed.
    for menu, downs, section, option, value, stars in (
        ("l", 2, "general", "language", "zh-Hant", 1),
        ("t", 2, "look", "theme", "dark", 0),
        ("l", 1, "general", "language", "en", 1),
    ):
        rest.key(desktop, "alt+v", menu)
        desktop.key(*["Down"] * downs, "Return", "s")
        wait_until(partial(holds, program, section, option, value), 60, value)
        wait_until(partial(has_stars, program, stars), 60, f"{stars} stars after {value}")
        rest.wait()
    program.quit()


def test_a_command_has_another_key_once_it_was_pressed_on_its_page(desktop: Desktop, on: Start) -> None:
    program = on(desktop)
    start_watching(program)
    rest = Rest(program)
    rest.wait()
    rest.key(desktop, "ctrl+comma")
    wait_until(lambda: desktop.windows("^Settings"), 60, "the settings")
    rest.wait()
    # The page of the keys by its name, then past the names of the pages into its search; the button of the command it leaves.
    desktop.type("Keyboard")
    rest.key(desktop, "Tab", "Tab")
    desktop.type("Archive")
    rest.wait()
    # With the second key the recording ends; then past two buttons to the one that uses it.
    rest.key(desktop, "Tab", "space", "F7", "F8", "Tab", "Tab", "Tab", "space")
    wait_until(lambda: setting(program, "keys", "archive") == "F7, F8", 60, "the key")
    rest.key(desktop, "alt+F4")
    wait_until(lambda: program.is_active, 60, "the window")
    rest.key(desktop, "Home", "F7", "F8")
    wait_until(lambda: program.count("item WHERE archived = 1"), 60, "an archived item")
    program.quit()
