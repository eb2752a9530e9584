# SPDX-License-Identifier: MIT
"""Items of realistic length in both scripts, put together from the demo's own texts; the same for the same seed."""

import random
import tomllib
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from hkwatch.app.paths import resources
from hkwatch.domain.item import Entry

TITLE, TEXT = 70, 400
_SHARE_CHINESE = 0.4


class Texts:
    """Sentences of the demo, English and Chinese apart, cut and joined at random."""

    def __init__(self, seed: int = 7) -> None:
        self._chance = random.Random(seed)
        english: list[str] = []
        chinese: list[str] = []
        for file in sorted((resources() / "demo").glob("*.toml")):
            for text in _strings(tomllib.loads(file.read_text("utf-8"))):
                if len(text) > 12 and "{" not in text:
                    is_chinese = any("\u4e00" <= letter <= "\u9fff" for letter in text)
                    (chinese if is_chinese else english).append(text)
        self._english = [part for text in english for part in text.split(". ") if " " in part]
        self._chinese = [part for text in chinese for part in text.split("。") if len(part) > 4]

    def entry(self, number: int, at: datetime, *, title: int = TITLE, text: int = TEXT) -> Entry:
        """An item of its own: title and text of at most so many characters."""
        is_chinese = self._chance.random() < _SHARE_CHINESE
        parts, joint = (self._chinese, "。") if is_chinese else (self._english, ". ")
        # A number of its own keeps two items from being one, and gives the index words that are rare.
        head = f"{self._chance.choice(parts).rstrip('.。')} {number:x}"
        while len(head) < title:
            head += joint + self._chance.choice(parts)
        body = ""
        while len(body) < text:
            body += self._chance.choice(parts) + joint
        return Entry(
            title=head[:title],
            link=f"https://bench.example.test/{number}",
            lang="zh-Hant" if is_chinese else "en",
            guid=f"bench-{number}",
            html="",
            text=body[:text],
            published_at=at,
        )

    def entries(self, count: int, newest: datetime, over: timedelta) -> Iterator[Entry]:
        """`count` items spread evenly over a time, oldest first."""
        step = over / max(1, count)
        for number in range(count):
            yield self.entry(number, newest - step * (count - 1 - number))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
