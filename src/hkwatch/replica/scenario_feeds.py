# SPDX-License-Identifier: MIT
"""Reads a scenario's feeds: single items, routine ones made by rules, and the SFC's circulars and consultations."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from hkwatch.replica.feeds import HONG_KONG
from hkwatch.replica.release_text import with_seconds
from hkwatch.replica.world import Circular, Consultation, FeedItem

_FIRST_NUMBER = 3100
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
DISTRICTS = {
    "en": (
        *("Central and Western", "Wan Chai", "Eastern", "Southern", "Yau Tsim Mong", "Sham Shui Po", "Kowloon City"),
        *(
            "Wong Tai Sin",
            "Kwun Tong",
            "Kwai Tsing",
            "Tsuen Wan",
            "Tuen Mun",
            "Yuen Long",
            "North",
            "Tai Po",
            "Sha Tin",
        ),
        *("Sai Kung", "Islands"),
    ),
    "zh": (
        *(
            "中西區",
            "灣仔區",
            "東區",
            "南區",
            "油尖旺區",
            "深水埗區",
            "九龍城區",
            "黃大仙區",
            "觀塘區",
            "葵青區",
            "荃灣區",
        ),
        *("屯門區", "元朗區", "北區", "大埔區", "沙田區", "西貢區", "離島區"),
    ),
}
"""A routine release says something about each of them, which is why it is long."""


def archived(content: dict[str, Any]) -> Iterator[Circular | Consultation]:
    """`[[circular]]` and `[[consultation]]` rows. Raises KeyError naming what is missing."""
    for row in content.get("circular", ()):
        yield Circular(
            row["ref"],
            dict(row["title"]),
            with_seconds(row["ref"], row["at"]),
            row.get("path", "circular"),
            int(row.get("kind", 110)),
            tuple(row.get("appendices", ())),
            {lang: tuple(paragraphs) for lang, paragraphs in row.get("body", {}).items()},
            bool(row.get("pdf_only", False)),
        )
    for row in content.get("consultation", ()):
        yield Consultation(
            row["ref"],
            dict(row["title"]),
            with_seconds(row["ref"], row["at"]),
            row["deadline"],
            row.get("extended"),
            row.get("conclusion_ref", ""),
            row.get("concluded_at"),
            row.get("extended_at"),
        )


def feed_items(content: dict[str, Any], place: str) -> Iterator[FeedItem]:
    """`[[item]]` and `[[series]]` rows of one file. Raises KeyError naming what is missing."""
    rows = [*content.get("item", ()), *(row for series in content.get("series", ()) for row in _series(series))]
    rows.sort(key=lambda row: row["at"])
    base = _FIRST_NUMBER + sum(place.encode()) % 97 * 1000
    for index, row in enumerate(rows):
        number = int(row.get("number", base + index * 7))
        text = "\n\n".join([row["text"]] if isinstance(row["text"], str) else row["text"])
        slug = row.get("slug") or _NOT_SLUG.sub("-", row["title"].lower()).strip("-")[:80]
        if len(slug) < 12 and "slug" not in row:
            slug = f"{slug}-{number}".strip("-")
        yield FeedItem(
            feed=row["feed"],
            number=number,
            slug=slug,
            title=row["title"],
            text=text,
            issued_at=with_seconds(f"{row['feed']}/{row['title']}", row["at"]),
            link=row.get("link", ""),
            author=row.get("author", ""),
            tags=tuple(row.get("tags", ())),
        )


def _series(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """One routine release a day, weekends included, in both languages of the government's feed."""
    day: date = row["start"]
    at: time = row["time"]
    count = 0
    while day <= row["end"]:
        for lang, feed in (("en", "gia-en"), ("zh", "gia-zh")):
            said = f"{day.day} {day:%B %Y}" if lang == "en" else f"{day.year}年{day.month}月{day.day}日"
            districts = DISTRICTS[lang]
            lines = [
                row[lang]["line"].format(district=name, number=(count * 7 + place * 5) % 9 + 2)
                for place, name in enumerate(districts)
            ]
            yield {
                "feed": feed,
                "at": datetime.combine(day, at, HONG_KONG),
                "title": row[lang]["title"].format(date=said),
                "text": [row[lang]["lead"].format(date=said), *lines],
            }
        count += 1
        day += timedelta(days=1)
