# SPDX-License-Identifier: MIT
"""From entries to stored, flagged, indexed items and queued notices.

    entries → identities → what is known → decide → bodies of the new ones → flags → ONE transaction → events

Two sources that carry the same release at once must not both find it new. Batches are made ready side by side, so that
one is flagged while another is stored; what a batch found known is looked up again in the transaction that writes it. Where
that has changed, or texts must be fetched first, the batch is made ready anew, one such batch at a time.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime

from hkwatch.domain.attachment import joined
from hkwatch.domain.catalogue import SourceRow
from hkwatch.domain.clock import Clock
from hkwatch.domain.decide import Change, Known, New, Updated, decide
from hkwatch.domain.errors import SourceError
from hkwatch.domain.events import Event
from hkwatch.domain.evidence import Evidence
from hkwatch.domain.flags import FlagInput, Flags, Tell
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import ItemId, MuteId, SourceId
from hkwatch.domain.item import Entry, Level
from hkwatch.domain.order import sort_at
from hkwatch.domain.own_source import NotifyFrom, told_from
from hkwatch.domain.story_words import Face
from hkwatch.domain.substance import is_substantial
from hkwatch.services import deadline_intake
from hkwatch.services.batch import Batch, ReadText, Stored, TextWish, UnreadableError
from hkwatch.services.database import Database
from hkwatch.services.ready_batch import ReadyBatch, Update, kept_with_keys, lookup
from hkwatch.services.saved_searches import Heard, SavedSearches
from hkwatch.services.stories import NOT_REGROUPED, StoryKeeper
from hkwatch.services.telling import queue
from hkwatch.services.worker import Worker
from hkwatch.store import attachments, evidence, links, mutes
from hkwatch.store import items as store
from hkwatch.store import stories as story_store
from hkwatch.store.index import index_item
from hkwatch.store.paper_links import link_papers

BODIES_FIRST = 5
"""Up to this many new items are told only after their text was read: a title alone says too little."""


class Ingest:
    """The one door into the store for items."""

    def __init__(
        self,
        clock: Clock,
        database: Database,
        worker: Worker,
        classify: Callable[[FlagInput], Flags],
        folder: Folder,
        emit: Callable[[Event], None],
    ) -> None:
        self._clock = clock
        self._database = database
        database.on_rollback(self._forget_stories)
        self._worker = worker
        self._classify = classify
        self._folder = folder
        self._emit = emit
        self.turn = asyncio.Lock()
        """Held while texts are fetched for a batch, and while old items are taken out."""
        self.true_now: Callable[[], datetime] = clock.now
        """The time by which an item counts as published in the future."""
        self.tell_from: Level | None = Level.HIGH
        """Lowest level that is told; None = nothing is."""
        self.tells: Callable[[SourceRow, Level], bool] | None = None
        """Whether items of a source and level are told; goes before `tell_from`."""
        self.notify: dict[SourceId, NotifyFrom] = {}
        """Sources for which another level holds."""
        self.fetch_body: Callable[[TextWish], Awaitable[ReadText]] | None = None
        """Reads one text. Raises FetchError or FormatError; None where no source gives texts."""
        self.official: frozenset[str] = frozenset()
        """Publishers whose releases may be issued jointly with others'."""
        self.link_more: Callable[[sqlite3.Connection, Sequence[ItemId]], tuple[ItemId, ...]] | None = None
        """Links items that were just stored, or whose text came now, with what belongs to them; those linked."""
        self.has_body: Callable[[SourceRow, Entry], bool] = lambda row, entry: False
        self.body_languages: tuple[str, ...] = ()
        self.stories: StoryKeeper | None = None
        """Groups items by event; None = each stands alone."""
        self.removes_register_row: Callable[[SourceRow, Entry], bool] = lambda row, entry: False
        """Whether an entry reports a row gone from a register; the source that compares registers knows."""
        self.mute_of: Callable[[FlagInput, Flags], MuteId | None] = lambda item, flags: None
        """The mute that hides an item."""
        self.searches: SavedSearches | None = None
        """Saved searches that new items are told for; None = there are none."""

    @property
    def folder(self) -> Folder:
        """How texts are folded."""
        return self._folder

    async def take(self, batch: Batch, also: Callable[[sqlite3.Connection, Stored], None] | None = None) -> Stored:
        """Store a batch. `also` writes in the same transaction (the source's memory), told what the batch came to."""
        now = self._clock.now()
        read = await self._read(batch, now, alone=False)
        stored = None
        if read is not None:
            # Nobody waits for the commit of another batch: those that are ready together are committed together.
            stored = await self._database.run(self._write_if_same, batch.row, read, now, also)
        if stored is None:
            async with self.turn:
                while stored is None:
                    now = self._clock.now()
                    read = await self._read(batch, now, alone=True)
                    assert read is not None
                    stored = await self._database.run(self._write_if_same, batch.row, read, now, also)
        for event in stored.events():
            self._emit(event)
        return stored

    async def _read(self, batch: Batch, now: datetime, *, alone: bool) -> ReadyBatch | None:
        """What is to be written of a batch. Unless `alone`, nothing is fetched: None where a text would have to be."""
        row = batch.row
        entries, keys = await self._worker.run(kept_with_keys, batch)
        store_knows = await self._database.run(lookup, row.publisher.id, keys)
        gone, known = store_knows
        # Taken out for its age, but still listed: it is as good as known.
        here = [one for one in zip(entries, keys, strict=True) if one[1][0] not in gone]
        if not alone and any(name not in known and self._lacks_text(batch, entry) for entry, (name, _) in here):
            return None
        new, updates = await self._sort_out(batch, here, known, now)
        listed = [(known[name].id, entry) for entry, (name, _) in here if name in known]
        originals = [(item, entry.lang, batch.original) for item, entry in listed if batch.original is not None]
        documents = [(item, entry) for item, entry in listed if entry.attachments]
        faces = await self._read_faces(new, now)
        return ReadyBatch(
            keys, store_knows, new, faces, updates, originals, documents, batch.deadlines, len(batch.entries)
        )

    async def _read_faces(self, new: list[store.NewItem], now: datetime) -> dict[str, Face]:
        """What new items tell, by identity; of those too old to get company none."""
        keeper = self.stories
        if keeper is None:
            return {}
        wanted = [one for one in new if keeper.is_recent(one.sort_at, now)]
        if not wanted:
            return {}
        faces = await self._worker.run(keeper.read, [one.entry for one in wanted])
        return {one.identity: face for one, face in zip(wanted, faces, strict=True)}

    async def _sort_out(
        self,
        batch: Batch,
        entries: Sequence[tuple[Entry, tuple[str, str]]],
        known: dict[str, Known],
        now: datetime,
    ) -> tuple[list[store.NewItem], list[Update]]:
        row = batch.row
        fresh: dict[str, tuple[Entry, str]] = {}
        updates: list[Update] = []
        met: set[tuple[str, str]] = set()
        for entry, (name, url) in entries:
            if (name, entry.lang) in met:
                # The same number twice in one document (a twin entry) is one item; the first stands. Comparing each
                # with the store would make them revise one another at every change.
                continue
            met.add((name, entry.lang))
            match decide(known.get(name), entry, row.id):
                case New():
                    fresh.setdefault(name, (entry, url))
                case Updated(change):
                    flags, lang = await self._flags_after(row, known[name], entry, change)
                    substance = await self._is_substance(known[name], entry, change)
                    updates.append(Update(known[name].id, entry, change, flags, lang, substance))
                case _:
                    pass
        originals, unreadable = await self._read_bodies(batch, fresh)
        flagged = await self._worker.run(self._classify_all, row, [entry for entry, _ in fresh.values()])
        if batch.flags_of is not None:
            flagged = [
                (batch.flags_of(entry, one), muted)
                for (entry, _), (one, muted) in zip(fresh.values(), flagged, strict=True)
            ]
        new = []
        true_now = self.true_now()
        for (name, (entry, url)), (flags, muted_by) in zip(fresh.items(), flagged, strict=True):
            back = batch.is_back(entry)
            new.append(
                store.NewItem(
                    identity=name,
                    second_key=url,
                    source=row.id,
                    publisher=row.publisher.id,
                    entry=entry,
                    flags=flags,
                    sort_at=sort_at(entry.published_at, entry.precision, true_now, back=back),
                    first_seen_at=now,
                    back=back,
                    body=store.Body.WANTED if self.has_body(row, entry) else store.Body.NONE,
                    original=originals.get(name) or batch.original,
                    unreadable=unreadable.get(name),
                    muted_by=muted_by,
                )
            )
        # Feeds begin with the newest; of equal times the first must get the highest id.
        return new[::-1], updates

    async def _read_bodies(
        self, batch: Batch, fresh: dict[str, tuple[Entry, str]]
    ) -> tuple[dict[str, Evidence], dict[str, UnreadableError]]:
        """Put the texts of new entries into `fresh`; the answers they came in and what was wrong with them, by identity."""
        originals: dict[str, Evidence] = {}
        unreadable: dict[str, UnreadableError] = {}
        wanting = [(name, entry, url) for name, (entry, url) in fresh.items() if self._lacks_text(batch, entry)]
        for name, entry, url in wanting[:BODIES_FIRST]:
            assert self.fetch_body is not None
            try:
                read = await self.fetch_body(TextWish(entry.ref or "", entry.lang, entry.link, entry.title))
            except UnreadableError as error:
                originals[name], unreadable[name] = error.original, error
                continue
            except SourceError:
                # It stays wanted; the item must not wait for its text.
                return originals, unreadable
            body = read.entry
            originals[name] = read.original
            fresh[name] = (
                replace(
                    entry,
                    html=body.html,
                    text=body.text,
                    modified_at=body.modified_at,
                    published_at=body.published_at or entry.published_at,
                    attachments=joined(entry.attachments, body.attachments),
                ),
                url,
            )
        return originals, unreadable

    def _lacks_text(self, batch: Batch, entry: Entry) -> bool:
        """Whether a new entry is told only after its text was fetched."""
        return (
            self.fetch_body is not None
            and not entry.text
            and not batch.is_back(entry)
            and self.has_body(batch.row, entry)
        )

    async def _is_substance(self, known: Known, entry: Entry, change: Change) -> bool:
        former = known.in_language(entry.lang)
        if change is not Change.REVISED or former is None:
            return False
        return await self._worker.run(is_substantial, former.title, former.text, entry.title, entry.text)

    async def _flags_after(
        self, row: SourceRow, known: Known, entry: Entry, change: Change
    ) -> tuple[Flags | None, str]:
        """The flags of a known item once the entry is in; None while they cannot differ."""
        if change is Change.OUTDATED:
            return None, ""
        texts = {text.lang: (text.title, text.text) for text in known.texts}
        texts[entry.lang] = (entry.title, entry.text)
        lang = next((lang for lang in store.LANG_ORDER if texts.get(lang, ("", ""))[1]), None) or next(iter(texts))
        if lang != entry.lang:
            return None, ""
        title, text = texts[lang]
        return await self._worker.run(self._classify, self._input(row, title, text, lang, entry)), lang

    def _classify_all(self, row: SourceRow, entries: Sequence[Entry]) -> list[tuple[Flags, MuteId | None]]:
        return [self._judge(self._input(row, entry.title, entry.text, entry.lang, entry)) for entry in entries]

    def _judge(self, item: FlagInput) -> tuple[Flags, MuteId | None]:
        flags = self._classify(item)
        return flags, self.mute_of(item, flags)

    def _input(self, row: SourceRow, title: str, text: str, lang: str, entry: Entry) -> FlagInput:
        return FlagInput(
            title,
            text,
            lang,
            row.publisher,
            row.id,
            entry.link,
            entry.published_at,
            self._clock.now(),
            self.removes_register_row(row, entry),
            entry.ref or "",
        )

    def _write_if_same(
        self,
        db: sqlite3.Connection,
        row: SourceRow,
        read: ReadyBatch,
        now: datetime,
        also: Callable[[sqlite3.Connection, Stored], None] | None,
    ) -> Stored | None:
        """Write, unless the store has since learnt something about what was read; then None."""
        if lookup(db, row.publisher.id, read.keys) != read.store_knows:
            return None
        try:
            return self._write(db, row, read, now, also)
        except BaseException:
            # Here and now: what is written next in this transaction builds on what the stories remember.
            self._forget_stories()
            raise

    def _forget_stories(self) -> None:
        if self.stories is not None:
            self.stories.forget()

    def _write(
        self,
        db: sqlite3.Connection,
        row: SourceRow,
        read: ReadyBatch,
        now: datetime,
        also: Callable[[sqlite3.Connection, Stored], None] | None,
    ) -> Stored:
        new, faces, updates = read.new, read.faces, read.updates
        added = store.insert_items(db, new, self._folder)
        back: list[ItemId] = []
        heard: list[Heard] = []
        records = list(zip(added, sorted(new, key=lambda one: one.sort_at), strict=True))
        placed = [(item, record.source, faces[record.identity]) for item, record in records if record.identity in faces]
        regrouped = self.stories.place(db, placed, now) if self.stories is not None and placed else NOT_REGROUPED
        for item, record in records:
            if record.back:
                back.append(item)
            else:
                self._queue(db, row, item, record.identity, record.flags, now)
                heard += self._heard(row, item, record.identity, record.flags)
            self._want_languages(db, item, row, record.entry, back=record.back)
        for update in updates:
            # Asked before the edit opens the item again: what was read or told once is never told again.
            settled = store.is_settled(db, update.item)
            body = self._body(row, update.entry)
            store.put_text(db, update.item, update.entry, row.id, update.change, body, now, substance=update.substance)
            if update.flags is not None:
                store.set_flags(db, update.item, update.flags, update.flags_lang)
            if update.substance:
                story_store.edited(db, update.item)
            index_item(db, story_store.lead_of(db, update.item), self._folder)
            if self.stories is not None:
                self.stories.text_added(db, update.item, update.entry)
                if update.flags is not None:
                    self.stories.settle(db, update.item)
            if update.flags is not None and not settled:
                self._queue(db, row, update.item, store.identity_of(db, update.item), update.flags, now)
                heard += self._heard(row, update.item, store.identity_of(db, update.item), update.flags)
        for item, lang, original in read.originals:
            evidence.keep(db, item, lang, original)
        for item, entry in read.documents:
            attachments.put(db, item, entry.lang, entry.attachments, whole=bool(entry.text))
        changed = tuple(dict.fromkeys(update.item for update in updates))
        linked: tuple[ItemId, ...] = ()
        if row.publisher.id in self.official:
            named = [one.item for one in updates if one.change in (Change.LANGUAGE, Change.REVISED)]
            linked = links.link_joint(db, (*added, *named), self.official, self._folder)
            linked += link_papers(db, (*added, *named))
            if self.link_more is not None:
                linked += self.link_more(db, (*added, *changed))
        dated = (
            *deadline_intake.take_stated(db, row.publisher.id, read.deadlines, now),
            *deadline_intake.take_texts(db, (*added, *changed), self.official, now),
            *deadline_intake.join_linked(db, linked),
        )
        if self.searches is not None:
            self.searches.tell(db, heard, now, self.stories.rank if self.stories is not None else None)
        known = read.entries - len(new) - len(updates)
        stored = Stored(tuple(added), tuple(back), changed, known, linked, regrouped, dated)
        if also is not None:
            also(db, stored)
        return stored

    def _queue(
        self, db: sqlite3.Connection, row: SourceRow, item: ItemId, name: str, flags: Flags, now: datetime
    ) -> None:
        level = flags.severity
        notify = self.notify.get(row.id, NotifyFrom.USUAL)
        tell_from = told_from(notify, self.tell_from)
        usual = tell_from is not None and level >= tell_from
        if notify is NotifyFrom.USUAL and self.tells is not None:
            usual = self.tells(row, level)
        told = usual if flags.tell is Tell.USUAL else flags.tell is Tell.ALWAYS
        by_channels = flags.tell is Tell.USUAL and notify is NotifyFrom.USUAL
        if (told or by_channels) and not mutes.is_muted(db, item):
            rank = self.stories.rank if self.stories is not None else None
            queue(db, item, name, level, now, rank, desktop=told)

    def _heard(self, row: SourceRow, item: ItemId, name: str, flags: Flags) -> list[Heard]:
        is_silent = flags.tell is Tell.NEVER or self.notify.get(row.id) is NotifyFrom.NOTHING
        return [] if is_silent else [Heard(item, name, flags.severity)]

    def _body(self, row: SourceRow, entry: Entry) -> store.Body:
        return store.Body.WANTED if self.has_body(row, entry) else store.Body.NONE

    def _want_languages(
        self, db: sqlite3.Connection, item: ItemId, row: SourceRow, entry: Entry, *, back: bool
    ) -> None:
        if not entry.ref or not self.has_body(row, entry):
            return
        # The Simplified text is a conversion of the Traditional one; fetching it for months of back catalogue
        # would only cost the publisher requests.
        for lang in self.body_languages:
            if lang != entry.lang and not (back and lang == "zh-Hans"):
                store.want_text(db, item, lang, row.id)
