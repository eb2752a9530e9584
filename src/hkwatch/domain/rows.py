# SPDX-License-Identifier: MIT
"""One row of the inbox: all that a list needs to show an item, so that painting fetches nothing."""

from dataclasses import dataclass
from datetime import date, datetime

from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import DocType, ItemState, Level, Precision


@dataclass(frozen=True, slots=True)
class InboxRow:
    """An item as the list shows it. Times are aware UTC.

    `sort_at` orders the list, newest first; `published_at` is None where the source states none.
    `publisher` is the text of a PublisherId. `lang` is the language of `title`, `langs` all languages the
    item exists in. `revision` counts from 1. `sources_count` is how many sources carry it, at least 1.
    `summary` has at most 160 characters and may be empty.
    """

    id: ItemId
    sort_at: datetime
    published_at: datetime | None
    precision: Precision
    first_seen_at: datetime
    title: str
    lang: str
    publisher: str
    doc_type: DocType
    level: Level
    state: ItemState
    starred: bool
    acknowledged: bool
    archived: bool
    flagged: bool
    ref: str
    langs: tuple[str, ...]
    sources_count: int
    revision: int
    needs_ack: bool
    summary: str
    is_changed: bool = False
    """The publisher changed what it says since it was first seen, not only how it is written."""
    closes_on: date | None = None
    """The last Hong Kong day of its deadline, None without one or once conclusions are out."""
    extended_from: date | None = None
    """The last day named at first, where it is another one by now."""
    note: str = ""
    """What the user wrote of it."""
