# SPDX-License-Identifier: MIT
"""What the list reads at once: its rows, the numbers over them, and what an empty one says. Runs in the read thread."""

import time
from dataclasses import dataclass

from hkwatch.domain.ids import ItemId
from hkwatch.domain.query import Query, QueryError, parse_query
from hkwatch.domain.query_known import Known
from hkwatch.domain.rows import InboxRow
from hkwatch.services.inbox import Counts, InboxReader, Page
from hkwatch.ui.inbox_query import Filter

_FIRST_ROWS = 60
_MOST_PAGES = 10
_TODAY = parse_query("pub:today in:all")


@dataclass(frozen=True, slots=True)
class Loaded:
    """The answer to `Wanted`. `took_ms` is the time of rows and counts."""

    filter: Filter
    page: Page
    counts: Counts
    found: Counts
    took_ms: float
    keep_place: bool
    held: tuple[InboxRow, ...]
    """Rows that stay in the view though their mark takes them out of it."""
    today: int
    """How many items were published today, counted where nothing was found."""
    doubt: QueryError | None
    """A name in the query that nothing goes by; None where all are known."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """`query` with the chips, `base` without them, `typed` what stands in the box alone.

    `items` are all that is shown, None for what the query finds.
    """

    filter: Filter
    query: Query
    base: Query
    typed: Query
    known: Known
    items: tuple[ItemId, ...] | None
    pages: int
    sought: ItemId | None
    """Read on until this one is reached."""
    held: tuple[ItemId, ...]
    keep_place: bool

    def read(self, reader: InboxReader) -> Loaded:
        """Read it all. Raises QueryError and StoreError."""
        start = time.perf_counter()
        counts = reader.counts(self.base)
        if self.items is not None:
            page = Page(reader.rows(self.items), more=False)
        else:
            page = _pages(reader, self.query, self.pages, self.sought)
        found = counts if self.query == self.base else reader.counts(self.query)
        took_ms = 1000 * (time.perf_counter() - start)
        held = reader.standing(self.held) if self.held and self.items is None else ()
        today = 0 if page.rows or held else reader.counts(_TODAY).total
        doubt = reader.unknown_name(self.typed, self.known)
        return Loaded(self.filter, page, counts, found, took_ms, self.keep_place, held, today, doubt)


def _pages(reader: InboxReader, query: Query, count: int, sought: ItemId | None) -> Page:
    """The first pages: as many as were loaded, or as many as it takes to reach an item."""
    # What is typed is answered by one screen of rows; the rest comes when it is scrolled to.
    page = reader.page(query, limit=_FIRST_ROWS) if count == 1 and sought is None else reader.page(query)
    rows, more, read = list(page.rows), page.more, 1
    while more and (read < count or (sought is not None and rows[-1].id > sought and read < _MOST_PAGES)):
        page = reader.page(query, rows[-1].id)
        rows += page.rows
        more, read = page.more, read + 1
    return Page(tuple(rows), more)
