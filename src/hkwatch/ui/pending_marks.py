# SPDX-License-Identifier: MIT
"""Marks the user set that the engine has not confirmed yet: shown at once, taken back when they fail. Pure."""

from collections.abc import Iterable
from dataclasses import replace

from hkwatch.domain.commands import Mark
from hkwatch.domain.ids import CommandId, ItemId
from hkwatch.domain.item import ItemState, Level
from hkwatch.domain.rows import InboxRow


def with_mark(row: InboxRow, mark: Mark) -> InboxRow:
    """The row as it will be once the mark is stored."""
    match mark:
        case Mark.SEEN:
            return replace(row, state=max(row.state, ItemState.SEEN))
        case Mark.READ:
            return replace(row, state=ItemState.READ)
        case Mark.UNREAD:
            return replace(row, state=ItemState.SEEN, acknowledged=False, needs_ack=row.level is Level.CRITICAL)
        case Mark.STAR | Mark.UNSTAR:
            return replace(row, starred=mark is Mark.STAR)
        case Mark.ACKNOWLEDGE:
            return replace(row, acknowledged=True, needs_ack=False, state=ItemState.READ)
        case Mark.UNACKNOWLEDGE:
            return replace(row, acknowledged=False, needs_ack=row.level is Level.CRITICAL)
        case Mark.ARCHIVE | Mark.UNARCHIVE:
            return replace(row, archived=mark is Mark.ARCHIVE)


class PendingMarks:
    """Remembers marks by command, in the order they were set."""

    def __init__(self) -> None:
        self._marks: dict[CommandId, tuple[frozenset[ItemId], Mark]] = {}

    def add(self, command: CommandId, items: Iterable[ItemId], mark: Mark) -> None:
        """A mark is on its way."""
        self._marks[command] = (frozenset(items), mark)

    def take(self, command: CommandId) -> tuple[ItemId, ...] | None:
        """The command came back; its items, None if it was no mark."""
        found = self._marks.pop(command, None)
        return None if found is None else tuple(found[0])

    def apply(self, row: InboxRow) -> InboxRow:
        """The row with every mark that is still on its way."""
        for items, mark in self._marks.values():
            if row.id in items:
                row = with_mark(row, mark)
        return row

    def __len__(self) -> int:
        return len(self._marks)
