# SPDX-License-Identifier: MIT
"""What the list reads: first its rows and what an empty one says, then the numbers over them. Runs in the read thread."""

import time
from dataclasses import dataclass, replace
from datetime import timedelta

from hkwatch.domain.ids import ItemId
from hkwatch.domain.query import Query, QueryError, parse_query
from hkwatch.domain.query_known import Known
from hkwatch.domain.rows import InboxRow
from hkwatch.services.inbox import Counts, InboxReader, Page
from hkwatch.ui.inbox_query import Filter

_FIRST_ROWS = 60
_MOST_PAGES = 10
_TODAY = parse_query("pub:today in:all")
_AHEAD = timedelta(days=8)
"""An item stands where it was published or, dated ahead, where it was seen: today's are not looked for below this."""


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

    def read(self, reader: InboxReader) -> "Loaded":
        """Read the rows. Raises QueryError and StoreError."""
        start = time.perf_counter()
        if self.items is not None:
            page = Page(reader.rows(self.items), more=False)
        else:
            page = _pages(reader, self.query, self.pages, self.sought)
        took_ms = 1000 * (time.perf_counter() - start)
        held = reader.standing(self.held) if self.held and self.items is None else ()
        today = 0 if page.rows or held else reader.count(_TODAY, _AHEAD)
        return Loaded(self, page, took_ms, held, today)


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is said over the rows: `counts` on the chips, how many were `found`. `took_ms` is the time of rows and numbers."""

    counts: Counts
    found: Counts
    took_ms: float
    doubt: QueryError | None
    """A name in the query that nothing goes by; None where all are known."""

    def with_counts(self, counts: Counts) -> "Numbers":
        """The same with other numbers on the chips."""
        return replace(self, counts=counts)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The answer to `wanted`. `took_ms` is the time of the rows."""

    wanted: Wanted
    page: Page
    took_ms: float
    held: tuple[InboxRow, ...]
    """Rows that stay in the view though their mark takes them out of it."""
    today: int
    """How many items were published today, counted where nothing was found."""

    def count(self, reader: InboxReader) -> Numbers:
        """Count what the rows are part of. Raises QueryError and StoreError."""
        start, wanted = time.perf_counter(), self.wanted
        counts = reader.counts(wanted.base)
        found = counts if wanted.query == wanted.base else reader.counts(wanted.query)
        took_ms = self.took_ms + 1000 * (time.perf_counter() - start)
        return Numbers(counts, found, took_ms, reader.unknown_name(wanted.typed, wanted.known))


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
