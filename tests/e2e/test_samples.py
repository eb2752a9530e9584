# SPDX-License-Identifier: MIT
"""`hkwatch watch --once` on feeds that were recorded from the publishers, where HKWATCH_RECORDED_FEEDS names their folder."""

import contextlib
import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from e2e.command import hkwatch
from hkwatch.replica import Replica, World
from hkwatch.replica.prices import level_path

SAMPLES = Path(os.environ.get("HKWATCH_RECORDED_FEEDS") or "/nonexistent")
PRESS = "www.sfc.hk/en/RSS-Feeds/Press-releases"
ROWS = {
    "sfc-circulars-en": ("www.sfc.hk/en/RSS-Feeds/Circulars", "sfc", "ref", "sfc_circulars_2026-07-09.xml"),
    "sfc-consultations-en": (
        "www.sfc.hk/en/RSS-Feeds/Consultations-and-Conclusions",
        "sfc",
        "ref",
        "sfc_consultations_2026-07-09.xml",
    ),
    "hkma-circulars-en": (
        "www.hkma.gov.hk/eng/other-information/rss/rss_circulars.xml",
        "hkma",
        "link",
        "hkma_circulars_2026-07-09.xml",
    ),
    "hkma-legco-en": (
        "www.hkma.gov.hk/eng/other-information/rss/rss_legislative-council-issues.xml",
        "hkma",
        "link+title",
        "hkma_legislative_council_issues_2026-07-09.xml",
    ),
}


@pytest.fixture
def samples() -> Path:
    if not SAMPLES.is_dir():
        pytest.skip("HKWATCH_RECORDED_FEEDS names no folder with recorded feeds")
    return SAMPLES


@pytest.fixture
def replica() -> Iterator[Replica]:
    with Replica(World(prices=level_path("BTC", Decimal(95_500))), lambda: datetime.now(UTC)) as running:
        yield running


def configure(folder: Path) -> None:
    """The feeds beyond the shipped ones as a user adds them; the archive off, which was not recorded whole."""
    (folder / "catalogue").mkdir(mode=0o700)
    rows = ""
    for name, (place, publisher, key, _) in ROWS.items():
        quirks = '["sfc-ref"]' if publisher == "sfc" else '["date-only"]'
        rows += (
            f'[[source]]\nid = "{name}"\nname = "{name}"\nkind = "rss"\nurl = "https://{place}"\nlang = "en"\n'
            f'publisher = "{publisher}"\npoll = [{{ every_min = 60 }}]\nkey = "{key}"\nquirks = {quirks}\n'
        )
    (folder / "catalogue" / "recorded.toml").write_text(rows, "utf-8")
    (folder / "settings.toml").write_text('[sources]\noff = ["sfc-news-api"]\n', "utf-8")


def entries(file: Path) -> list[dict[str, str]]:
    return [
        {name: item.findtext(name) or "" for name in ("guid", "title", "link")}
        for item in ElementTree.parse(file).iter("item")
    ]


def rows_of(folder: Path, text: str, *values: object) -> list[tuple[Any, ...]]:
    with contextlib.closing(sqlite3.connect(folder / "hkwatch.db")) as db:
        return db.execute(text, values).fetchall()


def test_every_recorded_item_is_stored_once_with_its_reference_number_as_identity(
    tmp_path: Path, samples: Path, replica: Replica, figures: Callable[[str], None]
) -> None:
    configure(tmp_path)
    for place, _, _, file in ROWS.values():
        replica.load_feed_bytes(place, (samples / file).read_bytes())
    for day in ("2026-07-09", "2026-07-25", "2026-07-25"):
        replica.load_feed_bytes(PRESS, (samples / f"sfc_press_releases_{day}.xml").read_bytes())
        done = hkwatch("watch", "--once", "--data", tmp_path, "--replica", replica.base_url)
        assert done.returncode == 0, done.stderr
    assert "0 items stored" in done.stdout

    sfc = [
        *entries(samples / "sfc_press_releases_2026-07-09.xml"),
        *entries(samples / "sfc_press_releases_2026-07-25.xml"),
        *(entry for name in ("sfc-circulars-en", "sfc-consultations-en") for entry in entries(samples / ROWS[name][3])),
    ]
    stored = Counter(ref for (ref,) in rows_of(tmp_path, "SELECT ref FROM item WHERE publisher = 'sfc'"))
    assert stored == Counter({entry["guid"]: 1 for entry in sfc})
    assert rows_of(tmp_path, "SELECT count(*) FROM item WHERE publisher = 'sfc' AND identity <> 'sfc:' || ref") == [
        (0,)
    ]
    titles = dict(rows_of(tmp_path, "SELECT ref, title FROM item WHERE publisher = 'sfc'"))
    assert {"26PR107", "26PR115", "26PR97", "26EC34"} <= set(titles)
    assert all(title.strip() == title != "" for title in titles.values())

    circulars = {entry["link"] for entry in entries(samples / ROWS["hkma-circulars-en"][3])}
    assert rows_of(tmp_path, "SELECT count(*) FROM item WHERE source = 'hkma-circulars-en'") == [(len(circulars),)]
    # All of these share one link; their titles tell them apart.
    legco = {entry["title"] for entry in entries(samples / ROWS["hkma-legco-en"][3])}
    assert {title for (title,) in rows_of(tmp_path, "SELECT title FROM item WHERE source = 'hkma-legco-en'")} == legco

    everything = rows_of(tmp_path, "SELECT count(*), sum(back), sum(state = 2) FROM item")
    total = len(stored) + len(circulars) + len(legco)
    assert everything == [(total, total, total)]
    assert rows_of(tmp_path, "SELECT count(*) FROM outbox") == [(0,)]
    figures(f"recorded feeds: {len(stored)} SFC items, {len(circulars)} + {len(legco)} HKMA items")


def test_recorded_items_are_found_by_words_of_their_titles(tmp_path: Path, samples: Path, replica: Replica) -> None:
    configure(tmp_path)
    for place, _, _, file in ROWS.values():
        replica.load_feed_bytes(place, (samples / file).read_bytes())
    hkwatch("watch", "--once", "--data", tmp_path, "--replica", replica.base_url)
    found = hkwatch("search", "virtual asset advisory", "--data", tmp_path)
    assert "26PR75" in found.stdout
