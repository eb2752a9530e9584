# SPDX-License-Identifier: MIT
"""hkwatch in the tray, at login, and called by links, as on its user's desktop."""

import configparser
import re
import shlex
from pathlib import Path

from e2e.command import HKWATCH
from e2e.desktop import Desktop
from e2e.program import Program
from e2e.test_window import (
    Start,
    ask_all_again,
    known,
    now_ms,
    on,
    pytestmark,
    replica,
    shows,
    start_watching,
    state_of,
    tray_icon,
    world,
)

__all__ = ["known", "on", "pytestmark", "replica", "world"]

MENU = (1000, 500, 200, 200)
"""Where the menu of the tray stands, x, y, width and height."""


def watch_windows(desktop: Desktop) -> Path:
    """Writes down every change of the windows that are on the screen, however short, from now on."""
    log = desktop.folder / "clients.log"
    desktop.start(["xprop", "-spy", "-root", "_NET_CLIENT_LIST"], log=log.name)
    return log


def windows_seen(log: Path) -> set[str]:
    return set(re.findall(r"0x[0-9a-f]+", log.read_text("utf-8")))


def carried_out(program: Program) -> int:
    """How many commands the engine carried out."""
    return program.count("command_done")


def test_closed_to_the_tray_quit_and_started_at_login_without_a_flash(desktop: Desktop, on: Start) -> None:
    program = on(desktop)
    start_watching(program)
    entries = desktop.folder / "config" / "autostart"
    desktop.key("ctrl+comma")
    desktop.wait_for_window("^Settings$")
    program.wait(lambda: not program.is_active, "the focus in the settings")
    # The search leads to the option.
    desktop.key("ctrl+f")
    desktop.type("login")
    desktop.key("Down", "space")
    (entry,) = program.wait(lambda: list(entries.glob("hkwatch-*.desktop")), "the entry")
    # Out of the search, then out of the window.
    desktop.key("Escape", "Escape")
    desktop.key("alt+F4")
    program.wait(lambda: program.window is None, "a hidden window")
    # The menu of the tray has Quit as its last line.
    desktop.click(*program.wait(lambda: tray_icon(desktop), "the tray icon"), 3)
    program.wait(lambda: shows(desktop, "raised", MENU), "the menu")
    desktop.key("Up", "Return")
    assert program.process is not None
    assert program.process.wait(4) == 0

    parser = configparser.RawConfigParser()
    parser.read(entry, "utf-8")
    command = shlex.split(parser["Desktop Entry"]["Exec"])
    assert command == [*HKWATCH, "--data", str(program.folder), "--hidden"]
    log = watch_windows(desktop)
    program.wait(lambda: log.exists() and log.read_text("utf-8"), "the first list of windows")
    before = windows_seen(log)
    program.start("--hidden")
    icon = program.wait(lambda: tray_icon(desktop), "the tray icon")
    assert windows_seen(log) <= before
    assert program.window is None
    desktop.click(*icon)
    program.wait(lambda: program.is_active, "the window")
    assert windows_seen(log) > before
    program.quit()


def test_links_and_wishes_reach_the_running_program(desktop: Desktop, on: Start) -> None:
    program = on(desktop)
    start_watching(program)
    desktop.key("slash")
    desktop.type("bulletin")
    desktop.key("ctrl+w")
    program.wait(lambda: program.window is None, "a hidden window")
    ((item,),) = program.sql("SELECT id FROM item WHERE ref = '20261101-3'")
    refused = desktop.run([*program.command, "hkwatch://run/xterm"], is_checked=False)
    assert refused.returncode == 2
    assert "is no link of hkwatch" in refused.stderr
    assert program.window is None

    since_ms = now_ms()
    assert desktop.run([*program.command, "--check-now"]).returncode == 0
    ask_all_again(program, since_ms)
    done = carried_out(program)
    assert desktop.run([*program.command, "--pause", "1h"]).returncode == 0
    program.wait(lambda: carried_out(program) > done, "the pause")
    assert program.window is None

    assert desktop.run([*program.command, f"hkwatch://item/{item}"]).returncode == 0
    program.wait(lambda: program.is_active, "the window")
    program.wait(lambda: state_of(program, "20261101-3") == 2, "the item read in the reader")
    program.quit()


def test_first_start_by_a_link_opens_it_and_one_by_a_pause_stays_in_the_tray(desktop: Desktop, on: Start) -> None:
    program = on(desktop)
    ((item,),) = program.sql("SELECT id FROM item WHERE ref = '26PR1'")
    program.start(f"hkwatch://item/{item}")
    program.wait(lambda: state_of(program, "26PR1") == 2, "the item read in the reader")
    program.quit()

    program.set_asked(due=True)
    done = carried_out(program)
    program.process = desktop.start([*program.command, "--pause", "1h"], log="hkwatch.log")
    program.wait(lambda: carried_out(program) > done, "the pause")
    program.wait(lambda: tray_icon(desktop), "the tray icon")
    assert program.window is None
    desktop.run(program.command)
    program.wait(lambda: program.is_active, "the window")
    program.quit()


def test_the_icon_comes_back_with_a_panel_that_was_started_again(desktop: Desktop, on: Start) -> None:
    program = on(desktop)
    start_watching(program)
    program.wait(lambda: tray_icon(desktop), "the tray icon")
    desktop.key("alt+F4")
    program.wait(lambda: program.window is None, "a hidden window")
    desktop.kill_panel()
    program.wait(lambda: not desktop.has_tray(), "a desktop without a tray")
    desktop.start_panel()
    icon = program.wait(lambda: tray_icon(desktop), "the icon in the new panel")
    if program.window is None:
        desktop.click(*icon)
    program.wait(lambda: program.is_active, "the window")
    program.quit()
