# SPDX-License-Identifier: MIT
"""Keeps the stories of the last days in memory and in the database alike, and carries out the user's splits and merges.

What costs processor time (`read`) runs in the worker; all else runs on the database's thread, inside a transaction. Should one
of those fail, memory is read anew from what is stored.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from hkwatch.domain.catalogue import Publisher, Role
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import CommandId, ItemId, PublisherId
from hkwatch.domain.item import Entry
from hkwatch.domain.order import from_ms, sort_ms_of
from hkwatch.domain.stories import REFERENCE_WINDOW, WINDOW, Stories, StoryItem
from hkwatch.domain.story_words import Face, StoryReader
from hkwatch.store import stories as store

_KEPT = WINDOW + timedelta(hours=24)
"""So long items stay in memory: a late arrival finds its neighbours on both sides."""
_RANKS = {Role.REGULATOR: 0, Role.GOVERNMENT: 1, Role.EXCHANGE: 2, Role.MEDIA: 3}


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What became of the list: rows that now stand for a story, and rows that are shown no longer."""

    leads: tuple[ItemId, ...]
    gone: tuple[ItemId, ...]


NOT_REGROUPED = Regrouped((), ())


class StoryKeeper:
    """One for each database."""

    def __init__(self, reader: StoryReader, publishers: Mapping[PublisherId, Publisher], folder: Folder) -> None:
        self._reader = reader
        self._ranks = {str(name): _RANKS[publisher.role] for name, publisher in publishers.items()}
        self._folder = folder
        self._stories: Stories[int] | None = None
        self._swept: datetime | None = None

    def rank(self, publisher: str) -> int:
        """0 for a regulator, 1 government, 2 exchange, 3 media and whoever is not known."""
        return self._ranks.get(publisher, _RANKS[Role.MEDIA])

    def read(self, entries: Sequence[Entry]) -> list[Face]:
        """What the texts tell; for the worker."""
        return [self._reader.read(entry.title, entry.text, entry.ref or "") for entry in entries]

    def is_recent(self, at: datetime, now: datetime) -> bool:
        """Whether an item of this time may get company at all; older ones stay on their own."""
        return at >= now - _KEPT

    def place(self, db: sqlite3.Connection, new: Sequence[tuple[ItemId, str, Face]], now: datetime) -> Regrouped:
        """Give new stored items (with their sources) their stories."""
        stories = self._loaded(db, now, without={item for item, _, _ in new})
        try:
            return self._place(db, stories, new)
        except BaseException:
            self.forget()
            raise

    def forget(self) -> None:
        """Memory may say more than the database: read it anew next time."""
        self._stories = None

    def text_added(self, db: sqlite3.Connection, item: ItemId, entry: Entry) -> None:
        """An item got a text in another language or another wording: later arrivals are compared with it too."""
        stories = self._stories
        known = None if stories is None else stories.item(int(item))
        if stories is None or known is None or not entry.title:
            return
        face = self._reader.read(entry.title, entry.text, entry.ref or "")
        others = tuple(one for one in known.faces if one.chinese != face.chinese)
        story = stories.story_of(int(item))
        assert story is not None
        stories.remember(replace(known, faces=(*others, face)), story)

    def settle(self, db: sqlite3.Connection, item: ItemId) -> None:
        """An item's own level or words changed: its story is put in order."""
        story = store.story_of(db, item)
        if story is not None:
            store.settle(db, story, self.rank, self._folder)

    def settle_all(self, db: sqlite3.Connection, items: Sequence[ItemId]) -> tuple[ItemId, ...]:
        """Own levels of these items changed: their stories are put in order, each once. The leads that are not among them."""
        found = dict.fromkeys(store.story_of(db, item) for item in items)
        leads = [store.settle(db, story, self.rank, self._folder) for story in found if story is not None]
        return tuple(lead for lead in leads if lead is not None and lead not in set(items))

    def split(self, db: sqlite3.Connection, item: ItemId, command: CommandId, now: datetime) -> Regrouped:
        """The user says that an item tells of something else: it stands alone, and the others stay together."""
        story = store.story_of(db, item)
        if story is None:
            return NOT_REGROUPED
        self.forget()
        members = store.members_of(db, [item])
        rest = [one for one in members if one != item]
        store.note_choice(db, command, "split", [(one, story) for one in members], None, now)
        store.alone(db, item, self._folder)
        store.leave_mute(db, item)
        store.settle(db, story, self.rank, self._folder)
        return Regrouped((item, store.lead_of(db, rest[0])), ())

    def merge(self, db: sqlite3.Connection, items: Sequence[ItemId], command: CommandId, now: datetime) -> Regrouped:
        """The user says that these items, with all in their stories, tell of one event."""
        members = store.members_of(db, items)
        before = [(member, store.story_of(db, member)) for member in members]
        known = {story for _, story in before}
        if len(members) < 2 or (len(known) == 1 and None not in known):
            return NOT_REGROUPED
        self.forget()
        story = min((one for one in known if one is not None), default=None)
        if story is None:
            story = store.free_number(db, members[0])
        store.note_choice(db, command, "merge", before, story, now)
        db.executemany("UPDATE item SET story = ? WHERE id = ?", [(story, member) for member in members])
        store.share_state(db, members)
        return self._shown(store.settle(db, story, self.rank, self._folder), members)

    def undo(self, db: sqlite3.Connection, command: CommandId) -> Regrouped:
        """Take back what a command of the user's split or merged."""
        moved = store.take_choice(db, command)
        self.forget()
        touched: set[int] = set()
        for item, story in moved:
            now_in = store.story_of(db, item)
            touched |= {one for one in (now_in, story) if one is not None}
            db.execute("UPDATE item SET story = ? WHERE id = ?", (story, item))
            if story is None:
                store.alone(db, item, self._folder)
        for story in touched:
            store.settle(db, story, self.rank, self._folder)
        items = store.members_of(db, [item for item, _ in moved])
        leads = tuple(dict.fromkeys(store.lead_of(db, item) for item in items))
        return Regrouped(leads, tuple(item for item in items if item not in leads))

    def _place(
        self, db: sqlite3.Connection, stories: Stories[int], new: Sequence[tuple[ItemId, str, Face]]
    ) -> Regrouped:
        fresh = {item for item, _, _ in new}
        taken = stories.take(StoryItem(int(item), _at(item), source, (face,)) for item, source, face in new)
        leads: list[ItemId] = []
        gone: list[ItemId] = []
        for story in dict.fromkeys(taken.values()):
            members = [ItemId(key) for key in sorted(stories.members(story))]
            if len(members) < 2:
                continue
            stored = [one for one in members if one not in fresh]
            before = tuple(dict.fromkeys(store.lead_of(db, one) for one in stored))
            if len(before) > 1:
                store.unite(db, stored, story)
            base = stored or members[:1]
            for one in members:
                if one not in base:
                    store.join(db, one, story, base)
            lead = store.settle(db, story, self.rank, self._folder)
            if before and lead is not None:
                leads.append(lead)
                gone += [one for one in before if one != lead]
        return Regrouped(tuple(leads), tuple(gone))

    def _shown(self, lead: ItemId | None, members: Sequence[ItemId]) -> Regrouped:
        if lead is None:
            return NOT_REGROUPED
        return Regrouped((lead,), tuple(member for member in members if member != lead))

    def _loaded(self, db: sqlite3.Connection, now: datetime, without: set[ItemId]) -> Stories[int]:
        if self._stories is None:
            self._stories = self._load(db, now, without)
            self._swept = now
        elif self._swept is None or now - self._swept > timedelta(hours=1):
            self._stories.forget_before(now - _KEPT)
            self._swept = now
        return self._stories

    def _load(self, db: sqlite3.Connection, now: datetime, without: set[ItemId]) -> Stories[int]:
        stories: Stories[int] = Stories(self._reader.opposites)
        faces: dict[ItemId, list[Face]] = {}
        about: dict[ItemId, store.StoredText] = {}
        for text in store.recent_texts(db, now - _KEPT, now - REFERENCE_WINDOW):
            if text.item not in without:
                faces.setdefault(text.item, []).append(self._reader.read(text.title, text.text, text.ref))
                about[text.item] = text
        for item, found in faces.items():
            text = about[item]
            story = text.story if text.story is not None else store.free_number(db, item)
            stories.remember(StoryItem(int(item), _at(item), text.source, tuple(found)), story)
        for parted in store.partings(db):
            stories.part(int(item) for item in parted)
        for story in store.merged_stories(db):
            stories.loosen(story)
        return stories


def _at(item: ItemId) -> datetime:
    return from_ms(sort_ms_of(item))
