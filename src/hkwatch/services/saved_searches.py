# SPDX-License-Identifier: MIT
"""The saved searches: kept, changed by commands, and asked of what comes in.

command ─► table saved_search ─► SearchesChanged
new item ─► each search with `notify` ─► one notice in the same transaction, whatever the item's level

What holds a notice back: a mute, a rule that says never, a source of which nothing is told, an item that was told
already, by its level or by another search. The back catalogue and re-flagging do not come here.
"""

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from hkwatch.domain.clock import Clock
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.events import Event
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Level
from hkwatch.domain.order import sort_ms_of
from hkwatch.domain.query import QueryError, parse_query
from hkwatch.domain.query_due import Holidays
from hkwatch.domain.saved_search import (
    MOST,
    OrderSearches,
    RemoveSearch,
    RestoreSearch,
    SavedSearch,
    SaveSearch,
    SearchCommand,
    SearchesChanged,
    checked_name,
    checked_query,
)
from hkwatch.services.database import Database
from hkwatch.services.rule_book import explain_query
from hkwatch.services.telling import queue
from hkwatch.store import mutes, outbox, pages, stories
from hkwatch.store import saved_searches as store
from hkwatch.store.plan import plan
from hkwatch.store.stories import Rank

if TYPE_CHECKING:
    from hkwatch.services.parts import Parts

log = logging.getLogger(__name__)

_parsed = lru_cache(maxsize=MOST)(parse_query)
"""Each batch asks the same searches."""
_SPAN_MS = timedelta(hours=1) // timedelta(milliseconds=1)
"""Items this close together are asked about at once; between them a search looks at every row."""


@dataclass(frozen=True, slots=True)
class Heard:
    """An item that came in, or whose text did: what it is called in the outbox, and how much it matters."""

    item: ItemId
    identity: str
    level: Level


class SavedSearches:
    """All methods but `tell` belong to the engine's loop."""

    def __init__(
        self, clock: Clock, database: Database, folder: Folder, holidays: Holidays, emit: Callable[[Event], None]
    ) -> None:
        self._clock = clock
        self._database = database
        self._folder = folder
        self._holidays = holidays
        self._emit = emit
        self._loop: asyncio.AbstractEventLoop | None = None
        self._searches: tuple[SavedSearch, ...] = ()

    @classmethod
    def of(cls, parts: "Parts", emit: Callable[[Event], None]) -> "SavedSearches":
        """For an engine of these parts; what they take in is asked about from now on."""
        holidays = parts.poller.holidays
        made = cls(parts.clock, parts.database, parts.ingest.folder, lambda: holidays, emit)
        parts.ingest.searches = made
        return made

    async def load(self) -> None:
        """Read them; before any item comes in."""
        searches = await self._database.run(store.searches)
        self._loop, self._searches = asyncio.get_running_loop(), searches
        self.announce()

    async def carry_out(self, command: SearchCommand) -> None:
        """Change them and say how they are. Raises SettingsError where that cannot be."""
        now = self._clock.now()
        match command:
            case SaveSearch():
                await self._save(command, now)
            case RemoveSearch(_, search):
                await self._database.run(store.remove, search, now)
            case RestoreSearch(_, search):
                await self._database.run(store.restore, search)
            case OrderSearches(_, order):
                await self._database.run(store.put_in_order, order)
        await self._say()

    def announce(self) -> None:
        """Say how they are; nothing before they were read, or a desktop that is quicker would hear of none."""
        if self._loop is None:
            return
        self._emit(SearchesChanged(self._searches))

    async def _save(self, wanted: SaveSearch, now: datetime) -> None:
        name, query = checked_name(wanted.name), checked_query(wanted.query)
        try:
            plan(query, self._folder, now, self._holidays)
        except QueryError as error:
            raise SettingsError("search-query", f"It cannot be searched for: {explain_query(error)}") from error
        if not wanted.search and len(self._searches) >= MOST:
            raise SettingsError("search-many", f"{MOST} searches are saved already.", "Remove one first.")
        saved = await self._database.run(
            store.save, wanted.search, name, wanted.query.strip(), notify=wanted.notify, command=wanted.id, now=now
        )
        if saved is None:
            raise SettingsError("search-gone", "The saved search was removed meanwhile.", "Save it anew.")

    async def _say(self) -> None:
        await self.load()
        self.announce()

    def tell(self, db: sqlite3.Connection, heard: Sequence[Heard], now: datetime, rank: Rank | None) -> None:
        """Queue what the searches find, inside the transaction that stores it. In the database's thread."""
        wanted = [one for one in store.searches(db) if one.notify]
        if not wanted or not heard:
            return
        by_lead: dict[ItemId, list[Heard]] = {}
        for one in heard:
            if not mutes.is_muted(db, one.item):
                by_lead.setdefault(stories.lead_of(db, one.item), []).append(one)
        is_news = False
        # The index holds a reader of its own open after it was written to, and no function can be given to SQLite beside
        # an open reader; a savepoint makes it write out and let go.
        db.execute("SAVEPOINT saved_searches")
        db.execute("RELEASE saved_searches")
        for search in wanted:
            try:
                query, problem = _parsed(search.query), ""
                for leads in _close_together(sorted(by_lead)):
                    for lead in pages.matching(db, query, self._folder, leads, now, self._holidays):
                        for one in by_lead[lead]:
                            queue(db, one.item, one.identity, one.level, now, rank)
                            self._name(db, one.item, search)
            except QueryError as error:
                problem = explain_query(error)
                log.warning("search=%d key=%s", search.id, error.key)
            is_news |= store.set_problem(db, search.id, problem)
        if is_news and self._loop is not None:
            self._loop.call_soon_threadsafe(self._say_soon)

    def _name(self, db: sqlite3.Connection, item: ItemId, search: SavedSearch) -> None:
        """The notice that waits for this item's story says which search found it."""
        members = stories.members_of(db, [item]) or [item]
        for notice in outbox.told_of(db, members):
            if notice.state == "due":
                store.told_for(db, notice.id, search.id)

    def _say_soon(self) -> None:
        self._saying = asyncio.get_running_loop().create_task(self._say())


def _close_together(items: Sequence[ItemId]) -> Iterator[tuple[ItemId, ...]]:
    """Ascending items in runs of at most an hour."""
    run: list[ItemId] = []
    for item in items:
        if run and sort_ms_of(item) - sort_ms_of(run[0]) > _SPAN_MS:
            yield tuple(run)
            run = []
        run.append(item)
    if run:
        yield tuple(run)
