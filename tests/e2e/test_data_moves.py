# SPDX-License-Identifier: MIT
"""Moving, restoring and erasing the data from the settings, in the program itself: nothing is lost, nothing is left over."""

import contextlib
import os
import sqlite3
from pathlib import Path

import pytest

from e2e.desktop import Desktop, wait_until
from e2e.program import Program
from e2e.test_screen_reader import ScreenReader, reader
from e2e.test_window import Start, known, on, replica, world
from hkwatch.services.settings import load_settings

__all__ = ["known", "on", "reader", "replica", "world"]

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.timeout(240),
    pytest.mark.skipif(os.name == "nt" or not Path("/proc").is_dir(), reason="reads /proc"),
]

PATIENCE_S = 60.0


@pytest.fixture
def moved(desktop: Desktop) -> Path:
    """Where the data goes; not there yet."""
    return desktop.folder / "m"


def rows(file: Path, text: str) -> list[tuple[object, ...]]:
    """What a store holds; none while it cannot be read."""
    try:
        with contextlib.closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as db:
            return db.execute(text).fetchall()
    except sqlite3.OperationalError:
        return []


def show_data(desktop: Desktop, program: Program, reader: ScreenReader) -> None:
    """The page Data of the settings in front."""
    wait_until(lambda: program.is_active, PATIENCE_S, "the window")
    desktop.key("ctrl+comma")
    wait_until(lambda: desktop.windows("^Settings"), PATIENCE_S, "the settings")
    reader.ask("press", "radio button|push button|check box|toggle button", "Data")
    reader.ask("find", "push button", "Back up now")


def star_first(desktop: Desktop, reader: ScreenReader) -> None:
    """Star the first item, once the list is there."""
    wait_until(lambda: reader.ask("rows", "list", "Items"), PATIENCE_S, "rows")
    desktop.key("Home", "s")


def came_again(desktop: Desktop, program: Program, engine: int | None) -> None:
    """The same process, with another engine and its window in front."""
    wait_until(lambda: program.engine not in (None, engine), PATIENCE_S, "another engine")
    wait_until(lambda: program.is_active, PATIENCE_S, "the window again")


def choose(desktop: Desktop) -> None:
    """Take what is typed into the choice of a folder, whose suggestions may take a Return for themselves."""
    for _ in range(5):
        desktop.key("Return")
        with contextlib.suppress(TimeoutError):
            wait_until(lambda: not desktop.windows("Move the data folder to"), 5, "the choice closed")
            return


def test_the_data_is_moved_and_the_program_goes_on_there(
    desktop: Desktop, on: Start, reader: ScreenReader, moved: Path
) -> None:
    program = on(desktop)
    old = program.folder
    program.start()
    before = rows(old / "hkwatch.db", "SELECT id, identity, title FROM item ORDER BY id")
    assert before
    engine = program.engine
    show_data(desktop, program, reader)
    reader.ask("press", "push button", "Move the data folder")
    wait_until(lambda: desktop.windows("Move the data folder to"), PATIENCE_S, "the choice of a folder")
    moved.mkdir(mode=0o700)
    desktop.type(str(moved))
    choose(desktop)
    reader.ask("find", "label", "Move the data to ")
    reader.ask("press", "push button", "Move", whole=True)
    came_again(desktop, program, engine)
    assert rows(moved / "hkwatch.db", "SELECT id, identity, title FROM item ORDER BY id") == before
    # What comes now is written there and the old store stays as it was.
    star_first(desktop, reader)
    wait_until(lambda: rows(moved / "hkwatch.db", "SELECT 1 FROM item WHERE starred = 1"), PATIENCE_S, "the star")
    assert rows(old / "hkwatch.db", "SELECT 1 FROM item WHERE starred = 1") == []
    show_data(desktop, program, reader)
    reader.ask("press", "push button", "Delete the old data")
    reader.ask("press", "push button", "Delete", whole=True)
    wait_until(lambda: not (old / "hkwatch.db").exists(), PATIENCE_S, "the old data gone")
    assert load_settings(old / "settings.toml").look.theme == "light"


def test_a_backup_is_restored_and_its_items_are_the_items(desktop: Desktop, on: Start, reader: ScreenReader) -> None:
    program = on(desktop)
    program.start()
    show_data(desktop, program, reader)
    reader.ask("press", "push button", "Back up now")
    copies = program.folder / "backups"
    wait_until(lambda: list(copies.glob("hkwatch-*.db")), PATIENCE_S, "the copy")
    (copy,) = copies.glob("hkwatch-*.db")
    reader.ask("find", "label", f"Backed up as {copy.name}")
    desktop.key("Escape")
    wait_until(lambda: program.is_active, PATIENCE_S, "the window")
    star_first(desktop, reader)
    wait_until(lambda: program.count("item WHERE starred = 1"), PATIENCE_S, "the star")
    engine = program.engine
    show_data(desktop, program, reader)
    reader.ask("press", "push button", "Restore…")
    reader.ask("find", "label", "Restore the copy of")
    reader.ask("press", "push button", "Restore", whole=True)
    came_again(desktop, program, engine)
    assert program.count("item WHERE starred = 1") == 0
    assert program.count("item") == len(rows(copy, "SELECT 1 FROM item"))
    # What was there before is a copy itself.
    assert any(rows(one, "SELECT 1 FROM item WHERE starred = 1") for one in copies.glob("replaced-*.db"))


def test_erasing_leaves_an_empty_program_and_the_first_run(desktop: Desktop, on: Start, reader: ScreenReader) -> None:
    program = on(desktop)
    program.start("--welcome")
    show_data(desktop, program, reader)
    reader.ask("press", "push button", "Erase everything…")
    reader.ask("write", "text", "Type ERASE", text="ERASE")
    reader.ask("press", "push button", "Erase everything", whole=True)
    wait_until(lambda: desktop.windows("Welcome to hkwatch"), PATIENCE_S, "the first run")
    assert program.engine is None
    assert not (program.folder / "hkwatch.db").exists()
    assert not (program.folder / "settings.toml").exists()
    assert len(list((program.folder / "backups").glob("before-erase-*.db"))) == 1
