# SPDX-License-Identifier: MIT
"""Rows and feeds that the tests of the feed readers share."""

import dataclasses
from datetime import UTC, datetime
from pathlib import Path

from hkwatch.domain.catalogue import Keep, Kind, Names, PollBand, Publisher, Role, SourceRow, Status
from hkwatch.domain.ids import PublisherId, SourceId

FEEDS = Path(__file__).parent.parent / "data" / "feeds"
NOW = datetime(2026, 10, 9, tzinfo=UTC)
URL = "https://www.example.test/feed"
_NAMES = Names("Example", "範例", "范例")
_ROW = SourceRow(
    id=SourceId("example"),
    name=_NAMES,
    kind=Kind.RSS,
    url=URL,
    lang="en",
    publisher=Publisher(PublisherId("example"), _NAMES, _NAMES, Role.MEDIA, in_hk=False),
    aliases=(),
    poll=(PollBand(30),),
    key="guid",
    enabled=True,
    status=Status.SEEN,
    quirks=frozenset(),
    keep=Keep.FULL,
    attribution="",
)


def row(*quirks: str, in_hk: bool = False, lang: str = "en") -> SourceRow:
    """A source of which everything may be kept."""
    publisher = dataclasses.replace(_ROW.publisher, in_hk=in_hk)
    return dataclasses.replace(_ROW, quirks=frozenset(quirks), publisher=publisher, lang=lang)


def rss(items: str, namespaces: str = "") -> bytes:
    """An RSS 2.0 document around items."""
    return f'<rss version="2.0"{namespaces}><channel><title>Example</title>{items}</channel></rss>'.encode()
