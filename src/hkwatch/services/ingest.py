# SPDX-License-Identifier: MIT
"""From entries to stored, flagged, indexed items and queued notices.

    entries → identities → what is known → decide → bodies of the new ones → flags → ONE transaction → events

One batch at a time: two sources that carry the same release at once must not both find it new.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from hkwatch.domain.attachment import joined
from hkwatch.domain.catalogue import Keep, SourceRow
from hkwatch.domain.clock import Clock
from hkwatch.domain.deadline import Deadline
from hkwatch.domain.decide import Change, Known, New, Updated, decide
from hkwatch.domain.errors import FormatError, SourceError
from hkwatch.domain.events import Event, ItemsAdded, ItemsChanged, Resync
from hkwatch.domain.evidence import Evidence
from hkwatch.domain.flags import FlagInput, Flags, Tell
from hkwatch.domain.fold import Folder
from hkwatch.domain.identity import identity, second_keys
from hkwatch.domain.ids import ItemId, MuteId, SourceId
from hkwatch.domain.item import Entry, Level
from hkwatch.domain.order import sort_at
from hkwatch.domain.own_source import NotifyFrom, told_from
from hkwatch.domain.story_words import Face
from hkwatch.domain.substance import is_substantial
from hkwatch.services import deadline_intake
from hkwatch.services.database import Database
from hkwatch.services.stories import NOT_REGROUPED, Regrouped, StoryKeeper
from hkwatch.services.telling import queue
from hkwatch.services.worker import Worker
from hkwatch.store import attachments, evidence, links, mutes, retention
from hkwatch.store import items as store
from hkwatch.store import stories as story_store
from hkwatch.store.index import index_item

BODIES_FIRST = 5
"""Up to this many new items are told only after their text was read: a title alone says too little."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Entries of one answer. `back` decides for each whether it is back catalogue."""

    row: SourceRow
    entries: tuple[Entry, ...]
    is_back: Callable[[Entry], bool]
    original: Evidence | None = None
    """The answer itself, where it is the text of one release and to be kept with it."""
    identity: str = ""
    """What its one entry is stored under, where that is known already; empty = found by the row's rules."""
    flags_of: Callable[[Entry, Flags], Flags] | None = None
    """What to make of the rules' answer, for entries whose meaning is known; None = it stands."""
    deadlines: tuple[Deadline, ...] = ()
    """What the publisher's data say of its consultations, whether their papers are among the entries or not."""


@dataclass(frozen=True, slots=True)
class TextWish:
    """The text of which item is wanted. `ref` is empty where there is no number; `link` and `title` may be."""

    ref: str
    lang: str
    link: str = ""
    title: str = ""


class UnreadableError(FormatError):
    """An answer came and no text could be read from it; the answer is kept all the same."""

    def __init__(self, cause: FormatError, original: Evidence) -> None:
        super().__init__(cause.key, cause.detail, cause.next_step)
        self.original = original


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text that was asked for, and the answer it was read from."""

    entry: Entry
    original: Evidence


@dataclass(frozen=True, slots=True)
class Stored:
    """What a batch came to."""

    added: tuple[ItemId, ...]
    back: tuple[ItemId, ...]
    changed: tuple[ItemId, ...]
    known: int
    linked: tuple[ItemId, ...] = ()
    """Items, of this batch or older, that were found to belong together."""
    regrouped: Regrouped = NOT_REGROUPED
    dated: tuple[ItemId, ...] = ()
    """Items, of this batch or older, with another deadline than before."""


@dataclass(frozen=True, slots=True)
class _Update:
    item: ItemId
    entry: Entry
    change: Change
    flags: Flags | None
    flags_lang: str
    substance: bool


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
        self._worker = worker
        self._classify = classify
        self._folder = folder
        self._emit = emit
        self.turn = asyncio.Lock()
        """Held while a batch is sorted out and stored: what it found known must still be there when it is written."""
        self.true_now: Callable[[], datetime] = clock.now
        """The time by which an item counts as published in the future."""
        self.tell_from: Level | None = Level.HIGH
        """Lowest level that is told; None = nothing is."""
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

    async def take(self, batch: Batch, also: Callable[[sqlite3.Connection, Stored], None] | None = None) -> Stored:
        """Store a batch. `also` writes in the same transaction (the source's memory), told what the batch came to."""
        async with self.turn:
            now = self._clock.now()
            row = batch.row
            entries = tuple(_kept(entry, row.keep) for entry in batch.entries)
            urls = second_keys(entries)
            keys = [(batch.identity or identity(entry, row), url) for entry, url in zip(entries, urls, strict=True)]
            gone = await self._database.run(retention.gone, row.publisher.id, keys)
            if gone:
                # Taken out for its age, but still listed: it is as good as known.
                here = [number for number, (name, _) in enumerate(keys) if name not in gone]
                entries, keys = tuple(entries[number] for number in here), [keys[number] for number in here]
            known = await self._database.run(store.known_items, row.publisher.id, keys)
            new, updates = await self._sort_out(batch, entries, keys, known, now)
            originals = [
                (known[name].id, entry.lang, batch.original)
                for entry, (name, _) in zip(entries, keys, strict=True)
                if batch.original is not None and name in known
            ]
            documents = [
                (known[name].id, entry)
                for entry, (name, _) in zip(entries, keys, strict=True)
                if entry.attachments and name in known
            ]
            faces = await self._read_faces(new, now)
            try:
                stored = await self._database.run(
                    self._write, row, new, faces, updates, originals, documents, batch, now, also
                )
            except BaseException:
                if self.stories is not None:
                    self.stories.forget()
                raise
        told = tuple(item for item in stored.added if item not in set(stored.back))
        if told:
            self._emit(ItemsAdded(told, back=False))
        if stored.back:
            self._emit(ItemsAdded(stored.back, back=True))
        altered = tuple(dict.fromkeys((*stored.changed, *stored.linked, *stored.regrouped.leads, *stored.dated)))
        if altered:
            self._emit(ItemsChanged(altered))
        if stored.regrouped.gone:
            # Rows went from one place of the list to another.
            self._emit(Resync())
        return stored

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
        entries: Sequence[Entry],
        keys: Sequence[tuple[str, str]],
        known: dict[str, Known],
        now: datetime,
    ) -> tuple[list[store.NewItem], list[_Update]]:
        row = batch.row
        fresh: dict[str, tuple[Entry, str]] = {}
        updates: list[_Update] = []
        met: set[tuple[str, str]] = set()
        for entry, (name, url) in zip(entries, keys, strict=True):
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
                    updates.append(_Update(known[name].id, entry, change, flags, lang, substance))
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
        if self.fetch_body is None:
            return originals, unreadable
        wanting = [
            (name, entry, url)
            for name, (entry, url) in fresh.items()
            if not entry.text and not batch.is_back(entry) and self.has_body(batch.row, entry)
        ]
        for name, entry, url in wanting[:BODIES_FIRST]:
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

    def _write(
        self,
        db: sqlite3.Connection,
        row: SourceRow,
        new: list[store.NewItem],
        faces: dict[str, Face],
        updates: list[_Update],
        originals: Sequence[tuple[ItemId, str, Evidence]],
        documents: Sequence[tuple[ItemId, Entry]],
        batch: Batch,
        now: datetime,
        also: Callable[[sqlite3.Connection, Stored], None] | None,
    ) -> Stored:
        added = store.insert_items(db, new, self._folder)
        back: list[ItemId] = []
        records = list(zip(added, sorted(new, key=lambda one: one.sort_at), strict=True))
        placed = [(item, record.source, faces[record.identity]) for item, record in records if record.identity in faces]
        regrouped = self.stories.place(db, placed, now) if self.stories is not None and placed else NOT_REGROUPED
        for item, record in records:
            if record.back:
                back.append(item)
            else:
                self._queue(db, row, item, record.identity, record.flags, now)
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
        for item, lang, original in originals:
            evidence.keep(db, item, lang, original)
        for item, entry in documents:
            attachments.put(db, item, entry.lang, entry.attachments, whole=bool(entry.text))
        changed = tuple(dict.fromkeys(update.item for update in updates))
        linked: tuple[ItemId, ...] = ()
        if row.publisher.id in self.official:
            named = [one.item for one in updates if one.change in (Change.LANGUAGE, Change.REVISED)]
            linked = links.link_joint(db, (*added, *named), self.official, self._folder)
            if self.link_more is not None:
                linked += self.link_more(db, (*added, *changed))
        dated = (
            *deadline_intake.take_stated(db, row.publisher.id, batch.deadlines, now),
            *deadline_intake.take_texts(db, (*added, *changed), self.official, now),
            *deadline_intake.join_linked(db, linked),
        )
        known = len(batch.entries) - len(new) - len(updates)
        stored = Stored(tuple(added), tuple(back), changed, known, linked, regrouped, dated)
        if also is not None:
            also(db, stored)
        return stored

    def _queue(
        self, db: sqlite3.Connection, row: SourceRow, item: ItemId, name: str, flags: Flags, now: datetime
    ) -> None:
        level = flags.severity
        tell_from = told_from(self.notify.get(row.id, NotifyFrom.USUAL), self.tell_from)
        usual = tell_from is not None and level >= tell_from
        told = usual if flags.tell is Tell.USUAL else flags.tell is Tell.ALWAYS
        if told and not mutes.is_muted(db, item):
            queue(db, item, name, level, now, self.stories.rank if self.stories is not None else None)

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


def _kept(entry: Entry, keep: Keep) -> Entry:
    """No more of an entry than its publisher's terms allow."""
    match keep:
        case Keep.FULL:
            return entry
        case Keep.SUMMARY:
            return entry
        case Keep.TITLE_LINK:
            return replace(entry, html="", text="", attachments=())
