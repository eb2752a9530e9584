# SPDX-License-Identifier: MIT
"""Marks the user set that the engine has not confirmed yet: shown at once, taken back when they fail. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from hkwatch.domain.ids import CommandId, ItemId
from hkwatch.domain.item import ItemState, Level
from hkwatch.domain.mark import Mark
from hkwatch.domain.rows import InboxRow


def with_mark(row: InboxRow, mark: Mark, note: str = "") -> InboxRow:
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
            return replace(row, acknowledged=True, needs_ack=False, state=ItemState.READ, note=note or row.note)
        case Mark.UNACKNOWLEDGE:
            return replace(row, acknowledged=False, needs_ack=row.level is Level.CRITICAL)
        case Mark.ARCHIVE | Mark.UNARCHIVE:
            return replace(row, archived=mark is Mark.ARCHIVE)
        case Mark.NOTE:
            return replace(row, note=note)


def without_mark(row: InboxRow, before: InboxRow, mark: Mark) -> InboxRow:
    """The row once `mark` is undone, where it stood like `before`; what another mark changed meanwhile stays."""
    match mark:
        case Mark.SEEN:
            return row
        case Mark.READ:
            return replace(row, state=before.state)
        case Mark.STAR | Mark.UNSTAR:
            return replace(row, starred=before.starred)
        case Mark.UNREAD | Mark.ACKNOWLEDGE | Mark.UNACKNOWLEDGE:
            state = row.state if mark is Mark.UNACKNOWLEDGE else before.state
            note = before.note if mark is Mark.ACKNOWLEDGE else row.note
            return replace(row, state=state, acknowledged=before.acknowledged, needs_ack=before.needs_ack, note=note)
        case Mark.ARCHIVE | Mark.UNARCHIVE:
            return replace(row, archived=before.archived)
        case Mark.NOTE:
            return replace(row, note=before.note)


@dataclass(frozen=True, slots=True)
class _Pending:
    items: frozenset[ItemId]
    mark: Mark
    note: str = ""
    before: Mapping[ItemId, InboxRow] | None = field(default=None)
    """What an undo puts back; None for a mark that is set."""

    def apply(self, row: InboxRow) -> InboxRow:
        if row.id not in self.items:
            return row
        if self.before is None:
            return with_mark(row, self.mark, self.note)
        return without_mark(row, self.before[row.id], self.mark)


class PendingMarks:
    """Remembers marks by command, in the order they were set."""

    def __init__(self) -> None:
        self._marks: dict[CommandId, _Pending] = {}

    def add(self, command: CommandId, items: Iterable[ItemId], mark: Mark, note: str = "") -> None:
        """A mark is on its way."""
        self._marks[command] = _Pending(frozenset(items), mark, note)

    def add_undo(self, command: CommandId, before: Iterable[InboxRow], mark: Mark) -> None:
        """The undoing of a mark is on its way; the rows stood like `before`."""
        rows = {row.id: row for row in before}
        self._marks[command] = _Pending(frozenset(rows), mark, before=rows)

    def take(self, command: CommandId) -> tuple[ItemId, ...] | None:
        """The command came back; its items, None if it was no mark."""
        found = self._marks.pop(command, None)
        return None if found is None else tuple(found.items)

    def apply(self, row: InboxRow) -> InboxRow:
        """The row with every mark that is still on its way."""
        for pending in self._marks.values():
            row = pending.apply(row)
        return row

    def __len__(self) -> int:
        return len(self._marks)
