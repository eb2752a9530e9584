#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Takes the README's pictures from the demo: `python3 packaging/pictures/make.py [NAME ...] [--out DIR]`.

Needs an X display with a window manager (any Xvfb with openbox will do), xdotool and ImageMagick; hkwatch must be
importable (`python3 run.py` has set up `.venv`, whose python is the one to use). Each run of the demo has its own
throw-away folder, language and theme; the pictures are of hkwatch's window or dialog alone, with a hairline round it: on
a page of the window's own ground nobody would see where it ends.

    NAME = page-theme-language, as flagged-light-en; without names all of `PICTURES` are taken.
"""

import argparse
import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
SIZE = (1280, 800)
HAIRLINES = {"light": "#d0d7de", "dark": "#30363d"}
READY_S = 120.0
"""A demo that has not read its registers and stored its back catalogue by then is given up."""


@dataclass(frozen=True)
class Page:
    """What is typed to reach a page of the program, and the title of its window, empty for the main one."""

    keys: tuple[str, ...]
    is_dialog: bool = False
    then: tuple[str, ...] = ()
    """Typed in the dialog."""


PAGES = {
    "flagged": Page(("g", "f", "Home", "j")),
    # A circular that is there in Chinese too.
    "reader": Page(("g", "f", "Home", "j", "j", "j", "j")),
    "licences": Page(("g", "l"), is_dialog=True, then=("Right",)),
    "sources": Page(("g", "s"), is_dialog=True),
    "guide": Page(("F1",), is_dialog=True),
}
LOOKS = (("flagged", "en"), ("reader", "zh-Hant"), ("licences", "en"), ("sources", "en"), ("guide", "en"))
PICTURES = tuple(f"{page}-{theme}-{language}" for page, language in LOOKS for theme in ("light", "dark"))


def main(arguments: Sequence[str]) -> int:
    """Take the pictures that are named; 1 if one could not be taken."""
    parser = argparse.ArgumentParser(description="Takes the README's pictures from the demo.")
    parser.add_argument("names", nargs="*", default=PICTURES, metavar="NAME", help="as flagged-light-en; all of them")
    parser.add_argument("--out", type=Path, default=HERE, metavar="DIR", help="where they go (beside this file)")
    asked = parser.parse_args(arguments)
    for needed in ("xdotool", "import", "convert"):
        if shutil.which(needed) is None:
            parser.error(f"{needed} is missing")
    if not os.environ.get("DISPLAY"):
        parser.error("there is no display: start this under xvfb-run or in a desktop")
    asked.out.mkdir(parents=True, exist_ok=True)
    wrong = 0
    for (theme, language), pages in by_run(asked.names).items():
        with demo(theme, language) as window:
            for page in pages:
                file = asked.out / f"{page}-{theme}-{language}.png"
                try:
                    take(window, PAGES[page], file)
                    draw_round(file, HAIRLINES[theme])
                    print(file)
                except (subprocess.CalledProcessError, TimeoutError) as error:
                    print(f"{file.name}: {error}", file=sys.stderr)
                    wrong = 1
    return wrong


def by_run(names: Sequence[str]) -> dict[tuple[str, str], list[str]]:
    """Pages by theme and language: one run of the demo takes all of them. ValueError for a name that is no picture's."""
    runs: dict[tuple[str, str], list[str]] = {}
    for name in names:
        parts = name.split("-", 2)
        if len(parts) < 3 or parts[0] not in PAGES or parts[1] not in ("light", "dark"):
            raise ValueError(f"{name}: write it as flagged-light-en; pages are {', '.join(PAGES)}")
        runs.setdefault((parts[1], parts[2]), []).append(parts[0])
    return runs


@contextlib.contextmanager
def demo(theme: str, language: str) -> Iterator[str]:
    """The demo in this look; gives the id of its window once it can be photographed."""
    with tempfile.TemporaryDirectory(prefix="hkwatch-pictures-") as folder:
        program = [sys.executable, str(HERE / "demo.py"), folder, theme, language]
        child = subprocess.Popen(program, stdout=subprocess.DEVNULL)
        try:
            await_items(Path(folder) / "hkwatch.db", child)
            window = main_window(child.pid)
            tool("xdotool", "windowsize", "--sync", window, str(SIZE[0]), str(SIZE[1]))
            tool("xdotool", "mousemove", "0", "0")
            yield window
        finally:
            child.terminate()
            child.wait(30)


def await_items(database: Path, child: "subprocess.Popen[bytes]") -> None:
    """Wait until the registers are read and no new item or text has come for a while. TimeoutError if that never is."""
    seen, since, until = -1, time.monotonic(), time.monotonic() + READY_S
    while time.monotonic() < until and child.poll() is None:
        time.sleep(0.5)
        with (
            contextlib.suppress(sqlite3.Error),
            contextlib.closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as db,
        ):
            # Texts are fetched after their items; each leaves the answer it came in.
            count = "SELECT (SELECT count(*) FROM item) + (SELECT count(*) FROM evidence)"
            items = int(db.execute(count).fetchone()[0])
            registers = int(db.execute("SELECT count(*) FROM register_row").fetchone()[0])
            if items != seen:
                seen, since = items, time.monotonic()
            elif items and registers and time.monotonic() - since > 4:
                return
    raise TimeoutError("the demo was not ready in time")


def main_window(process: int) -> str:
    """The id of the window, which on a busy machine may come after the items. TimeoutError if it never does."""
    until = time.monotonic() + READY_S
    while time.monotonic() < until:
        with contextlib.suppress(subprocess.CalledProcessError):
            return tool("xdotool", "search", "--onlyvisible", "--pid", str(process), "--name", "^hkwatch$").split()[0]
        time.sleep(0.5)
    raise TimeoutError("the demo showed no window in time")


def take(window: str, page: Page, file: Path) -> None:
    """Go to a page, photograph it, and come back. TimeoutError if its window does not come."""
    tool("xdotool", "windowactivate", "--sync", window)
    for key in page.keys:
        kind = "type" if ":" in key else "key"
        tool("xdotool", kind, "--clearmodifiers", *(["--delay", "40"] if kind == "type" else []), key)
        time.sleep(0.5)
    pictured = dialog_over(window) if page.is_dialog else window
    time.sleep(1.5)
    for key in page.then:
        tool("xdotool", "key", key)
        time.sleep(0.8)
    tool("import", "-window", pictured, "-strip", str(file))
    if page.is_dialog:
        tool("xdotool", "key", "Escape")
        time.sleep(0.6)


def draw_round(file: Path, colour: str) -> None:
    """Put a hairline in the place of the picture's outermost pixels."""
    tool("convert", str(file), "-shave", "1x1", "-bordercolor", colour, "-border", "1", "-strip", str(file))


def dialog_over(window: str) -> str:
    """The window that opened over this one."""
    for _ in range(50):
        active = tool("xdotool", "getactivewindow").strip()
        if active != window:
            return active
        time.sleep(0.1)
    raise TimeoutError("no window opened")


def tool(*command: str) -> str:
    """Run a tool; returns what it prints."""
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=30).stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
