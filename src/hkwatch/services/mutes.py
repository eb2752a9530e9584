# SPDX-License-Identifier: MIT
"""The mutes at work: which new items they hide, what is hidden when one is added, what comes back when one ends."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from hkwatch.domain.clock import Clock
from hkwatch.domain.entities import EntityIndex
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.events import Event, ItemsChanged, Resync
from hkwatch.domain.flags import FlagInput, Flags
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import ItemId, MuteId
from hkwatch.domain.mutes import Mute, MuteKind, Muter, Subject
from hkwatch.domain.rule_commands import AddMute, MuteItem, MutesChanged
from hkwatch.domain.rule_views import MuteView
from hkwatch.services.database import Database
from hkwatch.services.worker import Worker
from hkwatch.store import mutes as store

_BATCH = 1000
_LOOK_S = 30.0
"""A mute ends at most so long after its time: the wall clock may be set, and the machine may sleep."""


class Mutes:
    """All methods but `mute_of` belong to the engine's loop."""

    def __init__(
        self,
        clock: Clock,
        database: Database,
        worker: Worker,
        folder: Folder,
        entities: EntityIndex | None,
        emit: Callable[[Event], None],
        withdraw: Callable[[tuple[ItemId, ...]], Awaitable[None]],
    ) -> None:
        """`withdraw` takes notices of items off the screen."""
        self._clock = clock
        self._database = database
        self._worker = worker
        self._folder = folder
        self._entities = entities
        self._emit = emit
        self._withdraw = withdraw
        self._views: list[MuteView] = []
        self._muter = Muter((), folder)

    async def load(self) -> None:
        """Read the mutes; before any item comes in."""
        self._views = await self._database.run(store.mutes)
        self._muter = Muter([view.mute for view in self._views], self._folder, self._entities)

    def mute_of(self, item: FlagInput, flags: Flags) -> MuteId | None:
        """The mute that hides a new item. From any thread."""
        if not self._views:
            return None
        who = item.publisher.id if item.publisher is not None else ""
        event = flags.licence_event
        firms = frozenset(one.entity for one in event.firms if one.entity) if event is not None else frozenset()
        rules = frozenset(reason.rule for reason in flags.reasons)
        subject = Subject(item.title, item.body, who, rules, firms=firms)
        return self._muter.mute_of(subject, self._clock.now())

    async def mute_item(self, command: MuteItem) -> None:
        """Mute an item's story or template. Raises SettingsError for an item that is not there, or another kind."""
        found = await self._database.run(store.about, command.item)
        if found is None:
            raise SettingsError("mute", "The item is not stored any more.")
        if command.kind not in (MuteKind.STORY, MuteKind.TEMPLATE):
            raise SettingsError("mute", f"An item's {command.kind} cannot be muted by the item alone.", "Name it.")
        # The same story comes from many publishers; a recurring headline belongs to one.
        is_story = command.kind is MuteKind.STORY
        who = "" if is_story else found.publisher
        mute = AddMute(command.id, command.kind, found.title, who, command.until)
        await self.add(mute, found.story if is_story else None)

    async def add(self, command: AddMute, story: int | None = None) -> None:
        """Add a mute and hide what it covers; `story` as in `Mute`. Raises SettingsError where it names nothing."""
        if not command.value.strip():
            raise SettingsError("mute", "The mute names nothing.", "Say what is to be muted.")
        mute = Mute(MuteId(0), command.kind, command.value, self._clock.now(), command.until, command.publisher, story)
        await self._database.run(store.add, mute, command.id)
        await self.load()
        before: ItemId | None = None
        while True:
            found = await self._database.run(store.subjects, before, _BATCH)
            if not found:
                break
            before = found[-1][0]
            await self._hide(found)
        await self.announce()

    async def remove(self, mute: MuteId) -> None:
        """End a mute; what another one covers stays hidden."""
        items = await self._database.run(store.remove, mute)
        await self.load()
        await self.look_at(items)
        self._say_changed(items)
        await self.announce()

    async def look_at(self, items: Sequence[ItemId]) -> None:
        """Hide those of these items that a mute covers."""
        if self._views:
            await self._hide(await self._database.run(store.subjects_of, items))

    async def run(self) -> None:
        """End mutes when their time is over, until cancelled."""
        while True:
            await self.end_those_over()
            now = self._clock.now()
            ends = [view.mute.until for view in self._views if view.mute.until is not None]
            rest = min((end - now for end in ends), default=timedelta(seconds=_LOOK_S))
            await self._clock.sleep(max(0.5, min(_LOOK_S, rest / timedelta(seconds=1))))

    async def end_those_over(self) -> None:
        """End every mute whose time is over."""
        now = self._clock.now()
        for view in self._views:
            if not view.mute.holds(now):
                await self.remove(view.mute.id)

    async def announce(self) -> None:
        """Say how they are."""
        self._views = await self._database.run(store.mutes)
        self._emit(MutesChanged(tuple(self._views)))

    async def _hide(self, found: Sequence[tuple[ItemId, Subject]]) -> None:
        muter, now = self._muter, self._clock.now()

        def covered() -> list[tuple[ItemId, MuteId]]:
            verdicts = ((item, muter.mute_of(subject, now)) for item, subject in found)
            return [(item, mute) for item, mute in verdicts if mute is not None]

        hidden = await self._worker.run(covered)
        if hidden:
            await self._database.run(store.hide, hidden)
            items = tuple(item for item, _ in hidden)
            await self._withdraw(items)
            self._say_changed(items)

    def _say_changed(self, items: tuple[ItemId, ...]) -> None:
        if len(items) > _BATCH:
            self._emit(Resync())
        elif items:
            self._emit(ItemsChanged(items))
