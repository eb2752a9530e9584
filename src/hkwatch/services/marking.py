# SPDX-License-Identifier: MIT
"""The user's own marks on items: stored, said, put back, and their notices taken off the screen."""

import sqlite3
from collections.abc import Callable, Iterable
from datetime import datetime

from hkwatch.domain.clock import Clock
from hkwatch.domain.commands import Mark
from hkwatch.domain.errors import StoreError
from hkwatch.domain.events import Event, ItemsChanged
from hkwatch.domain.ids import CommandId, ItemId
from hkwatch.services.actor import Actor, system_user
from hkwatch.services.database import Database
from hkwatch.services.notices import Notices
from hkwatch.store import commands, items, mark_steps, stories

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

    async def mark(
        self, chosen: Iterable[ItemId], mark: Mark, note: str = "", command: CommandId | None = None
    ) -> None:
        """Set `mark` on the items and all in their stories; `note` belongs to an acknowledgement, or is what NOTE sets.

        With `command` it can be put back by `undo`.
        """
        now, actor = self._clock.now(), self._actor.text
        marked = await self._database.run(_mark, tuple(chosen), mark, note, command, now, actor)
        self._emit(ItemsChanged(marked))
        if mark in _SETTLES:
            await self._notices.withdraw(marked)

    async def undo(self, former: CommandId, command: CommandId) -> None:
        """Put back what the command `former` marked, as `command` wants.

        Raises StoreError `nothing-to-undo` where nothing is known of it any more.
        """
        changed = await self._database.run(_undo, former, command, self._clock.now(), self._actor.text)
        if not changed:
            raise StoreError("nothing-to-undo", "It is too long ago to be undone.", "Change the items themselves.")
        self._emit(ItemsChanged(changed))


def _mark(
    db: sqlite3.Connection,
    chosen: tuple[ItemId, ...],
    mark: Mark,
    note: str,
    command: CommandId | None,
    now: datetime,
    actor: str,
) -> tuple[ItemId, ...]:
    """One transaction: what can be put back must be what was changed, and a command sent again acts once."""
    # A mark on a story holds for all that tell of it.
    marked = stories.members_of(db, chosen)
    if command is not None:
        mark_steps.remember(db, command, marked, mark, now)
    items.mark_items(db, marked, mark, note, now, actor)
    if command is not None:
        commands.add(db, command, now, "")
    return marked


def _undo(
    db: sqlite3.Connection, former: CommandId, command: CommandId, now: datetime, actor: str
) -> tuple[ItemId, ...]:
    """One transaction: sent again after a crash, it must not say that there is nothing to undo."""
    changed = mark_steps.put_back(db, former, now, actor)
    if changed:
        commands.add(db, command, now, "")
    return changed
