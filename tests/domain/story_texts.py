# SPDX-License-Identifier: MIT
"""Stories out of short texts, for tests."""

from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from hkwatch.domain.stories import Stories, StoryItem
from hkwatch.domain.story_words import StoryReader
from hkwatch.sources.fold_table import load_folder
from hkwatch.sources.story_words import load_story_words

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
START = datetime(2026, 3, 2, 1, tzinfo=UTC)


@cache
def reader() -> StoryReader:
    """Reads with the shipped dictionaries."""
    return StoryReader(load_story_words(RESOURCES / "stories"), load_folder(RESOURCES / "fold" / "hant_hans.tsv"))


def item(key: str, title: str, text: str = "", *, hours: float = 0, outlet: str = "", ref: str = "") -> StoryItem[str]:
    """An item of an outlet of its own unless one is named."""
    return StoryItem(key, START + timedelta(hours=hours), outlet or key, (reader().read(title, text, ref),))


def together(*items: StoryItem[str]) -> bool:
    """Whether all of them are one story."""
    found = Stories[str](reader().opposites).take(items)
    return len(set(found.values())) == 1
