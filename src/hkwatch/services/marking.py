# SPDX-License-Identifier: MIT
"""The user's own marks on items: stored, said, and their notices taken off the screen."""

from collections.abc import Callable, Iterable

from hkwatch.domain.clock import Clock
from hkwatch.domain.commands import Mark
from hkwatch.domain.events import Event, ItemsChanged
from hkwatch.domain.ids import ItemId
from hkwatch.services.actor import Actor, system_user
from hkwatch.services.database import Database
from hkwatch.services.notices import Notices
from hkwatch.store import items, stories

_SETTLES = frozenset({Mark.READ, Mark.ACKNOWLEDGE, Mark.ARCHIVE})
"""Marks after which nobody needs to be told of an item."""


class Marking:
    """Used by the engine's loop only."""

    def __init__(
        self,
        clock: Clock,
        database: Database,
        notices: Notices,
        emit: Callable[[Event], None],
        actor: Actor | None = None,
    ) -> None:
        """`actor` is who the journal names; None = the account alone."""
        self._actor = actor or Actor(system_user())
        self._clock = clock
        self._database = database
        self._notices = notices
        self._emit = emit

    async def mark(self, chosen: Iterable[ItemId], mark: Mark, note: str = "") -> None:
        """Set `mark` on the items and all in their stories; `note` belongs to an acknowledgement."""
        # A mark on a story holds for all that tell of it.
        marked = await self._database.run(stories.members_of, tuple(chosen))
        await self._database.run(items.mark_items, marked, mark, note, self._clock.now(), self._actor.text)
        self._emit(ItemsChanged(marked))
        if mark in _SETTLES:
            await self._notices.withdraw(marked)
