# SPDX-License-Identifier: MIT
"""Reading on a real desktop: what a publisher changed is compared with keys alone."""

import contextlib
import os
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from e2e.desktop import Desktop
from e2e.program import Program
from hkwatch.app.paths import AppPaths, resources
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Entry
from hkwatch.domain.order import to_ms
from hkwatch.replica import Replica, World
from hkwatch.store.db import open_writer, transaction
from hkwatch.store.items import Body, Change, put_text
from services.stored_items import put

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(os.name == "nt" or not Path("/proc").is_dir(), reason="reads /proc"),
]
READER = (205, 560, 740, 150)
"""Where the text stands, under head and strips; x, y, width and height."""
TITLE = "SFC publishes a guide to virtual asset trading platforms"
FORMER, PRESENT = "Platforms may admit retail investors.", "Platforms may not admit retail investors."


@pytest.fixture
def replica() -> Iterator[Replica]:
    with Replica(World([]), lambda: datetime.now(UTC)) as running:
        yield running


def store_two_wordings(folder: Path) -> None:
    """A data folder with one release, of which a former wording is known."""
    paths, now = AppPaths.under(folder), datetime.now(UTC)
    paths.create()
    with contextlib.closing(open_writer(paths.database_file, paths.backups_dir, now)) as db, transaction(db):
        seen_ms = to_ms(now - timedelta(hours=3))
        put(db, 1, TITLE, ref="26PR1", first_seen_ms=seen_ms, published_ms=seen_ms)
        entry = Entry(TITLE, "https://example.test/26PR1", "en", text=PRESENT)
        former = replace(entry, text=FORMER)
        put_text(db, ItemId(1), former, "sfc-press-en", Change.BODY, Body.NONE, now - timedelta(hours=1))
        put_text(db, ItemId(1), entry, "sfc-press-en", Change.REVISED, Body.NONE, now, substance=True)


def has_colour(desktop: Desktop, name: str) -> bool:
    """Whether the text of the reader has that colour of the light theme."""
    tokens = tomllib.loads((resources() / "theme" / "tokens.toml").read_text("utf-8"))
    colours = {key: value for group in tokens["light"].values() for key, value in group.items()}
    return desktop.find_colour(colours[name], READER) is not None


def test_two_wordings_of_a_release_are_compared_by_key(replica: Replica, tmp_path: Path) -> None:
    with Desktop() as desktop:
        folder = desktop.folder / "w"
        store_two_wordings(folder)
        program = Program(desktop, replica, folder)
        (folder / "settings.toml").write_text('[look]\ntheme = "light"\n\n[prices]\nenabled = false\n', "utf-8")
        program.start()

        def is_read() -> bool:
            # The first key may come before the list is there; with one item the next ones change nothing.
            desktop.key("j")
            return program.count("item WHERE state = 2") == 1

        program.wait(is_read, "the release read in the reader")
        assert not has_colour(desktop, "up_tint")
        desktop.key("r")
        program.wait(lambda: has_colour(desktop, "up_tint"), "the added word")
        if folder_for_pictures := os.environ.get("HKWATCH_PICTURES"):
            desktop.screenshot(Path(folder_for_pictures) / "redline.png")
        desktop.key("r")
        program.wait(lambda: not has_colour(desktop, "up_tint"), "the text as it is")
        program.quit()
