# SPDX-License-Identifier: MIT
"""Registers: read a page, decide what it changes, store page, rows, changes and their items in one transaction.

fetch → read (worker) → observe ─┬─ held: the page is kept, nothing is compared
                                 └─ changes → an item each → linked with the release that names the same entity
"""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from hkwatch.domain.catalogue import SourceRow
from hkwatch.domain.clock import Clock
from hkwatch.domain.decide import Change
from hkwatch.domain.errors import FormatError, SettingsError
from hkwatch.domain.evidence import Evidence
from hkwatch.domain.flags import Flags, Reason
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import ItemId, SourceId
from hkwatch.domain.item import DocType, Entry, Level, Topic
from hkwatch.domain.level import ROW_CHANGED, ROW_REMOVED, WATCHED
from hkwatch.domain.order import to_ms
from hkwatch.domain.register import ISSUERS, SUSPICIOUS, ChangeKind, RegisterChange, RegisterRow, Snapshot
from hkwatch.domain.register_diff import Quarantine
from hkwatch.domain.register_watch import Belief, Held, Observed, accept, observe
from hkwatch.domain.register_words import text_of, title_en, title_zh
from hkwatch.services.batch import Batch, Stored
from hkwatch.services.database import Database
from hkwatch.services.ingest import Ingest
from hkwatch.services.worker import Worker
from hkwatch.sources import registers as source
from hkwatch.sources.html import as_paragraphs
from hkwatch.sources.request import Fetched
from hkwatch.store import items as item_store
from hkwatch.store import outbox
from hkwatch.store import registers as store
from hkwatch.store.index import index_item
from hkwatch.store.register_links import link_changes, link_releases

HELD_KEY = "page-changed"
"""Key of the error that a source shows while its page is not compared."""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page as it came, and what it says; `reading` is a Quarantine where nothing could be read in it."""

    answer: Fetched
    reading: Snapshot | Quarantine
    at: datetime


@dataclass(frozen=True, slots=True)
class Taken:
    """What a page came to. `error` says why it was not compared; `confirm_at` when to ask again for a removal's sake."""

    stored: Stored
    changes: tuple[RegisterChange, ...]
    rows: int
    error: FormatError | None
    confirm_at: datetime | None


class Registers:
    """The memory of every register. Used by the engine's loop only, after `load`."""

    def __init__(
        self,
        clock: Clock,
        database: Database,
        worker: Worker,
        ingest: Ingest,
        folder: Folder,
        rows: Sequence[SourceRow],
    ) -> None:
        """`rows` are all registers of the catalogue."""
        self._clock = clock
        self._database = database
        self._worker = worker
        self._ingest = ingest
        self._folder = folder
        self._rows = {row.id: row for row in rows}
        self._own = tuple(str(row.id) for row in rows)
        self.is_watched: Callable[[RegisterRow], bool] = lambda row: False
        """Whose every change is critical."""
        self._beliefs: dict[SourceId, Belief] | None = None
        self._turn = asyncio.Lock()
        """Held while a belief changes: a page that is accepted must not meet one that is just read."""
        ingest.link_more = self._link_releases

    async def load(self) -> None:
        """Read what is believed."""
        known = await self._database.run(store.beliefs)
        self._beliefs = {SourceId(name): belief for name, (belief, _, _) in known.items()}

    def held(self, register: SourceId) -> Held | None:
        """Why a register is not compared now; None while it is, or before `load`."""
        return (self._beliefs or {}).get(register, Belief()).held

    async def read(self, row: SourceRow, fetcher: source.Ask) -> ReadPage:
        """Ask for a register. A page without its tables comes back as a reading; raises FetchError for no answer."""
        answer = await source.fetch(row, fetcher)
        try:
            reading: Snapshot | Quarantine = await self._worker.read(source.read, row, answer)
        except FormatError as error:
            reading = Quarantine(error.key, error.detail)
        return ReadPage(answer, reading, self._clock.now())

    async def take(
        self, row: SourceRow, page: ReadPage, also: Callable[[sqlite3.Connection, Taken], None] | None = None
    ) -> Taken:
        """Store a page and all that it changes. `also` writes in the same transaction."""
        async with self._turn:
            return await self._take(row, page, also)

    async def _take(
        self, row: SourceRow, page: ReadPage, also: Callable[[sqlite3.Connection, Taken], None] | None
    ) -> Taken:
        if self._beliefs is None:
            await self.load()
        assert self._beliefs is not None
        found = observe(self._beliefs.get(row.id, Belief()), page.reading, page.at)
        held = found.belief.held
        reading = page.reading if isinstance(page.reading, Snapshot) else None
        state = "held" if held is not None else ("baseline" if found.is_baseline else "compared")

        def keep(db: sqlite3.Connection) -> int:
            return store.keep_page(
                db,
                row.id,
                page.at,
                page.answer.url,
                page.answer.content_type,
                page.answer.body_hash,
                page.answer.body,
                reading=reading,
                state=state,
                reason=held.quarantine.reason if held is not None else "",
                detail=held.quarantine.detail if held is not None else "",
            )

        return await self._store(row, found, page, keep, also)

    async def accept(self, register: SourceId) -> Taken:
        """Take the page that is held as the register's new layout. Raises SettingsError where there is none to take."""
        async with self._turn:
            return await self._accept(register)

    async def _accept(self, register: SourceId) -> Taken:
        if self._beliefs is None:
            await self.load()
        assert self._beliefs is not None
        row, belief = self._rows.get(register), self._beliefs.get(register, Belief())
        if row is None or belief.held is None:
            raise SettingsError(
                "nothing-held", f"No page of {register} waits to be accepted.", "It is compared as usual."
            )
        try:
            found = accept(belief)
        except ValueError as exc:
            raise SettingsError(
                "nothing-to-accept",
                f"The page of {register} holds no table that could be read.",
                "It is read again at the next poll; look at the page in a browser meanwhile.",
            ) from exc
        return await self._store(row, found, None, lambda db: store.accept_held(db, register), None)

    async def _store(
        self,
        row: SourceRow,
        found: Observed,
        page: ReadPage | None,
        keep: Callable[[sqlite3.Connection], int | None],
        also: Callable[[sqlite3.Connection, Taken], None] | None,
    ) -> Taken:
        now = self._clock.now()
        held = found.belief.held
        known = found.belief.known
        keyed = {
            f"{change.kind}:{change.row.list}:{change.row.key}:{to_ms(now)}:{n}": change
            for n, change in enumerate(found.told)
        }
        entries = tuple(
            Entry(title_en(change), row.url, "en", guid=guid, html=as_paragraphs(text_of(change)), text=text_of(change))
            for guid, change in keyed.items()
        )
        error = None
        if held is not None:
            error = FormatError(
                HELD_KEY,
                f"The page changed shape; not compared. {held.quarantine.detail}",
                "Look at the page, then accept it as the new layout, or wait until it reads as before.",
            )
        result: list[Taken] = []

        def write(db: sqlite3.Connection, stored: Stored) -> None:
            number = keep(db)
            store.save_belief(db, row.id, found.belief, now)
            if held is None and known is not None:
                store.put_rows(db, row.id, known.rows, None if found.is_baseline else now, found.told)
            items: list[ItemId] = []
            for guid, change in keyed.items():
                item = item_store.find_identity(db, f"{row.id}/guid:{guid}")
                store.add_change(db, row.id, change, now, number, item)
                if item is not None:
                    self._add_chinese(db, item, row, change, now)
                    items.append(item)
            linked = link_changes(db, items, self._officials(), self._own, self._folder)
            if found.notice and held is not None:
                outbox.add(db, f"held:{row.id}:{to_ms(held.since)}", "held", Level.HIGH, now)
            taken = Taken(
                Stored(stored.added, stored.back, stored.changed, stored.known, (*stored.linked, *linked)),
                found.told,
                0 if known is None else len(known.rows),
                error,
                found.belief.confirm_at,
            )
            result.append(taken)
            if also is not None:
                also(db, taken)

        verdicts = {entry.guid: keyed[entry.guid] for entry in entries}
        batch = Batch(
            row,
            entries,
            lambda _entry: False,
            original=None if page is None else _evidence(page),
            flags_of=lambda entry, flags: self._flags(row, verdicts[entry.guid], entry, flags),
        )
        await self._ingest.take(batch, write)
        assert self._beliefs is not None
        self._beliefs[row.id] = found.belief
        return result[0]

    def _flags(self, row: SourceRow, change: RegisterChange, entry: Entry, flags: Flags) -> Flags:
        is_grave = change.kind is ChangeKind.REMOVED or change.leaves_licensed
        watched = any(self.is_watched(one) for one in (change.old, change.new) if one is not None)
        topics = [Topic.LICENCE, *flags.topics]
        if row.publisher.id == "sfc":
            topics.append(Topic.SFC)
        if change.row.list == ISSUERS:
            topics.append(Topic.STABLECOIN)
        why = f"A public register changed: {change.kind.value}"
        if watched:
            why += "; an entity that you watch"
        # What makes it critical is named as elsewhere, so that it stays critical when a deadline is put off.
        rule = ROW_REMOVED if is_grave else WATCHED if watched else ROW_CHANGED
        reason = Reason(rule, Topic.LICENCE.value, "title", entry.title, 0, len(entry.title), why)
        return replace(
            flags,
            topics=tuple(dict.fromkeys(topics)),
            hk=True,
            flag=True,
            severity=max(flags.severity, Level.CRITICAL if is_grave or watched else Level.HIGH),
            doc_type=DocType.ALERT_LIST if change.row.list == SUSPICIOUS else DocType.LICENCE,
            reasons=(reason, *flags.reasons),
        )

    def _add_chinese(
        self, db: sqlite3.Connection, item: ItemId, row: SourceRow, change: RegisterChange, now: datetime
    ) -> None:
        text = text_of(change, chinese=True)
        entry = Entry(title_zh(change), row.url, "zh-Hant", html=as_paragraphs(text), text=text)
        item_store.put_text(db, item, entry, row.id, Change.LANGUAGE, item_store.Body.NONE, now)
        index_item(db, item, self._folder)

    def _officials(self) -> tuple[str, ...]:
        publishers = {str(row.publisher.id) for row in self._rows.values()}
        return tuple(sorted(publishers | set(self._ingest.official)))

    def _link_releases(self, db: sqlite3.Connection, items: Sequence[ItemId]) -> tuple[ItemId, ...]:
        return link_releases(db, items, self._officials(), self._own, self._folder)


def _evidence(page: ReadPage) -> Evidence:
    answer = page.answer
    return Evidence(answer.url, answer.status, page.at, answer.headers, answer.body_hash, len(answer.body), answer.body)
