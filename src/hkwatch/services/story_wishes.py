# SPDX-License-Identifier: MIT
"""The user's own splits and merges of stories: carried out, kept, said."""

from collections.abc import Callable

from hkwatch.domain.clock import Clock
from hkwatch.domain.commands import MergeStories, SplitStory, UndoStories
from hkwatch.domain.events import Event, ItemsChanged, Resync
from hkwatch.services.database import Database
from hkwatch.services.stories import StoryKeeper


class StoryWishes:
    """Used by the engine's loop only. Without a keeper nothing is grouped, and every wish is already fulfilled."""

    def __init__(
        self, clock: Clock, database: Database, keeper: StoryKeeper | None, emit: Callable[[Event], None]
    ) -> None:
        self._clock = clock
        self._database = database
        self._keeper = keeper
        self._emit = emit

    async def carry_out(self, wish: SplitStory | MergeStories | UndoStories) -> None:
        """Do what the user asks of stories."""
        keeper, now = self._keeper, self._clock.now()
        if keeper is None:
            return
        match wish:
            case SplitStory(command, item):
                done = await self._database.run(keeper.split, item, command, now)
            case MergeStories(command, items):
                done = await self._database.run(keeper.merge, items, command, now)
            case UndoStories(_, former):
                done = await self._database.run(keeper.undo, former)
        if done.leads or done.gone:
            self._emit(ItemsChanged((*done.leads, *done.gone)))
            # Rows come and go in the midst of the list.
            self._emit(Resync())
