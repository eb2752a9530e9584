# SPDX-License-Identifier: MIT
"""What the window reads: pages, one item whole, counts, prices. For one thread; only `interrupt` may come from another.

Every call is over when it returns: all rows are fetched and no transaction stays open, so checkpoints can run.
"""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hkwatch.domain.catalogue import Catalogue, Role
from hkwatch.domain.detail import ChartPoint, ItemDetail, Related
from hkwatch.domain.errors import StoreError
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import ItemId, SourceId
from hkwatch.domain.query import Query
from hkwatch.domain.rows import InboxRow
from hkwatch.domain.rule_edit import Proposal, exclude, include
from hkwatch.domain.user_rules import UserRule
from hkwatch.services.rule_preview import Preview, preview
from hkwatch.store import db as store
from hkwatch.store import pages, polls, prices

Page = pages.Page
Counts = pages.Counts
OpenCounts = pages.OpenCounts
PollEntry = polls.PollEntry
MINUTES_KEPT = timedelta(hours=26)
"""Up to this far back the chart shows minutes; before that, hours."""


class ReadInterruptedError(Exception):
    """Another thread asked for the running read to end; its result is not wanted."""


class InboxReader:
    """Reads the database the engine writes. All methods raise StoreError; `not-ready` before `open`."""

    def __init__(
        self,
        database_file: Path,
        folder: Folder,
        catalogue: Catalogue,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """`now` is what dates in a query are counted from."""
        self._file = database_file
        self._folder = folder
        self._catalogue = catalogue
        self._now = now
        self._db: sqlite3.Connection | None = None
        self._language = "en"

    @property
    def is_open(self) -> bool:
        """Whether reads can be answered."""
        return self._db is not None

    def open(self, schema: int | None = None) -> None:
        """Open read-only at the engine's schema (None = this program's own); an open file is opened anew."""
        self.close()
        self._db = store.open_reader(self._file, schema)

    def close(self) -> None:
        """Let go of the file. May be called twice."""
        db, self._db = self._db, None
        if db is not None:
            db.close()

    def interrupt(self) -> None:
        """End the running read with ReadInterruptedError; from any thread, also while nothing runs."""
        db = self._db
        if db is not None:
            try:
                db.interrupt()
            except sqlite3.ProgrammingError:
                return  # closed in between: nothing runs

    def speak(self, language: str) -> None:
        """Give titles in this language where an item exists in it, from the next read on; from any thread."""
        self._language = language

    def page(self, query: Query, before: ItemId | None = None, limit: int = pages.PAGE) -> Page:
        """The next rows older than `before` (None = from the newest), at most `limit`. Raises QueryError."""
        with self._reading() as db:
            found = pages.page(db, query, self._folder, before=before, limit=limit, now=self._now())
            return replace(found, rows=pages.in_language(db, found.rows, self._language))

    def counts(self, query: Query) -> Counts:
        """Rows per level and publisher in a view. Raises QueryError."""
        with self._reading() as db:
            return pages.counts(db, query, self._folder, self._now())

    def preview(self, rule: UserRule, now: datetime) -> Preview:
        """What a rule would hold of among the stored items. Raises QueryError."""
        publishers = self._catalogue.publishers.values()
        official = tuple(one.id for one in publishers if one.role is not Role.MEDIA)
        with self._reading() as db:
            found = preview(db, rule, self._folder, now, official)
            rows, others = (pages.in_language(db, part, self._language) for part in (found.rows, found.others))
            return replace(found, rows=rows, others=others)

    def proposal(self, rule: UserRule, title: str, others: tuple[str, ...], *, wanted: bool) -> Proposal | None:
        """The smallest edit after which a rule holds of the item with this headline (or with `wanted` False, does not)."""
        edit = include if wanted else exclude
        return edit(rule, title, others, self._folder)

    def open_counts(self) -> OpenCounts:
        """Unread items for rail and tray."""
        with self._reading() as db:
            return pages.open_counts(db)

    def rows(self, items: tuple[ItemId, ...]) -> tuple[InboxRow, ...]:
        """These items' rows, newest first."""
        with self._reading() as db:
            return pages.in_language(db, pages.rows_of(db, items), self._language)

    def matching(self, query: Query, items: tuple[ItemId, ...]) -> tuple[InboxRow, ...]:
        """The rows of those items that the query finds. Raises QueryError."""
        with self._reading() as db:
            found = pages.matching(db, query, self._folder, items, self._now())
            return pages.in_language(db, pages.rows_of(db, found), self._language)

    def detail(self, item: ItemId) -> ItemDetail | None:
        """One item whole, None if it does not exist."""
        with self._reading() as db:
            found = pages.detail(db, item)
            if found is None:
                return None
            rows = pages.in_language(db, tuple(one.row for one in found.related), self._language)
        found = replace(
            found,
            related=tuple(Related(one.kind, row) for one, row in zip(found.related, rows, strict=True)),
            members=tuple(replace(m, source_names=self._names(m.source_names)) for m in found.members),
        )
        row = self._catalogue.sources.get(SourceId(found.source_names[0]))
        if row is None:
            return found
        return replace(found, source_names=self._names(found.source_names), attribution=row.attribution)

    def _names(self, stored: tuple[str, str, str]) -> tuple[str, str, str]:
        row = self._catalogue.sources.get(SourceId(stored[0]))
        return stored if row is None else (row.name.en, row.name.zh_hant, row.name.zh_hans)

    def poll_log(self, source: SourceId) -> tuple[SourceId, tuple[PollEntry, ...]]:
        """The source and its last polls, newest first."""
        with self._reading() as db:
            return source, tuple(polls.poll_log(db, source))

    def latest_serious(self, limit: int = 3) -> tuple[InboxRow, ...]:
        """The newest items of level high and above."""
        with self._reading() as db:
            return pages.in_language(db, pages.latest_serious(db, limit), self._language)

    def points(self, asset: str, since: datetime, now: datetime) -> tuple[ChartPoint, ...]:
        """Prices from `since` on, oldest first: hours far back, minutes for the last day."""
        edge = now - MINUTES_KEPT
        with self._reading() as db:
            minutes = prices.bars(db, asset, prices.MINUTE_S, max(since, edge))
            if since >= edge:
                return tuple(minutes)
            first = minutes[0].at if minutes else now
            hours = prices.bars(db, asset, prices.HOUR_S, since)
        return (*(hour for hour in hours if hour.at < first), *minutes)

    def _reading(self) -> "_Reading":
        if self._db is None:
            raise StoreError("not-ready", f"{self._file} is not open yet.")
        return _Reading(self._db, self._file)


class _Reading:
    """Turns what SQLite raises into what callers know."""

    def __init__(self, db: sqlite3.Connection, file: Path) -> None:
        self._db = db
        self._file = file

    def __enter__(self) -> sqlite3.Connection:
        return self._db

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, sqlite3.OperationalError) and "interrupted" in str(error):
            raise ReadInterruptedError from error
        if isinstance(error, sqlite3.Error):
            raise store.as_store_error(error, self._file) from error
