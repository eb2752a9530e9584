# SPDX-License-Identifier: MIT
"""The list for other readers holds what is watched, in folders, and reads back."""

from hkwatch.domain.events import SourceHealth, SourceState
from hkwatch.domain.ids import PublisherId, SourceId
from hkwatch.services.lists import sources_as_opml
from hkwatch.sources.opml import Outline, read_opml
from services.rig import API, EN, shipped


def line(
    source: str, url: str, state: SourceState = SourceState.OK, *, own: bool = False, folder: str = ""
) -> SourceHealth:
    row = shipped().catalogue.sources.get(SourceId(source))
    publisher = row.publisher.id if row is not None else PublisherId("example")
    short = row.publisher.short.en if row is not None else "example.test"
    return SourceHealth(
        SourceId(source),
        source,
        "",
        "",
        publisher,
        False,
        state,
        url=url,
        own=own,
        folder=folder,
        publisher_short_en=short,
    )


def test_watched_and_paused_feeds_are_listed_and_nothing_else() -> None:
    lines = [
        line(EN, "https://www.sfc.hk/a"),
        line(API, "https://apps.sfc.hk/api"),
        line("google-news-en", "https://news.google.com/rss", SourceState.OFF),
        line("sfc-press-tc", "https://www.sfc.hk/b", SourceState.OFF),
        line("mine", "https://m.example.test/a", own=True, folder="A & B / C"),
        line("paused", "https://m.example.test/b", SourceState.OFF, own=True),
    ]
    found = read_opml(sources_as_opml(lines, shipped().catalogue).encode())
    assert sorted(found, key=lambda one: one.url) == [
        Outline("https://m.example.test/a", "mine", ("A & B", "C")),
        Outline("https://m.example.test/b", "paused"),
        Outline("https://www.sfc.hk/a", EN, ("SFC",), "", "en"),
        Outline("https://www.sfc.hk/b", "sfc-press-tc", ("SFC",), "", "zh-Hant"),
    ]
