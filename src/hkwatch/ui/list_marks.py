# SPDX-License-Identifier: MIT
"""Marks on the rows of the list: sent, shown at once, held in place, undone."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hkwatch.domain.ids import CommandId, ItemId
from hkwatch.domain.item import ItemState
from hkwatch.domain.mark import Mark
from hkwatch.domain.rows import InboxRow
from hkwatch.ui.inbox import InboxModel
from hkwatch.ui.pending_marks import PendingMarks
from hkwatch.ui.undo_steps import Step, UndoSteps

if TYPE_CHECKING:
    from hkwatch.domain.commands import Command
    from hkwatch.domain.events import CommandDone

_TOGETHER = 2000
"""So many items go out in one command: the engine answers others in between."""


class ListMarks(QObject):
    """Rows stay where they are until another view is chosen, but for those that are put away."""

    marked = Signal(object)
    """Step: the user's own mark is on its way."""
    changed = Signal()
    """Counts may be different."""
    nothing_unread = Signal()
    """A list was to be marked read that holds nothing unread."""
    reload_wanted = Signal()
    """Rows come or go: the list must be read again, in its place."""

    def __init__(
        self,
        model: InboxModel,
        send: Callable[["Command"], bool],
        new_id: Callable[[], CommandId],
        hides_archived: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """`send` returns False when commands cannot be sent; `hides_archived` says so of the view."""
        super().__init__(parent)
        self._model, self._send, self._new_id, self._hides_archived = model, send, new_id, hides_archived
        self.pending = PendingMarks()
        self.steps = UndoSteps()
        self.held: set[ItemId] = set()
        """What was marked in this view, and stays in it."""
        self._reload_after: set[CommandId] = set()

    def row(self, item: ItemId) -> InboxRow | None:
        """The loaded row of an item, None when it is not in the list."""
        return self._model.loaded_row(item)

    def set(self, items: tuple[ItemId, ...], mark: Mark, note: str = "", *, own: bool = False) -> bool:
        """Set a mark, pending until the engine confirms it; False where nothing could be sent.

        `own` marks are the user's and can be undone.
        """
        from hkwatch.domain.commands import MarkItems  # all commands come with it: the first rows wait for none

        rows = [row for row in map(self.row, items) if row is not None]
        sent: list[CommandId] = []
        for start in range(0, len(items), _TOGETHER):
            command = MarkItems(self._new_id(), items[start : start + _TOGETHER], mark, note)
            if not self._send(command):
                break
            self.pending.add(command.id, command.items, mark, note)
            sent.append(command.id)
        if not sent:
            return False
        step = Step(tuple(sent), mark, len(items), tuple(rows))
        if own:
            self.steps.push(step)
        self.held.update(items)
        self._model.update_rows([self.pending.apply(row) for row in rows])
        if mark is Mark.ARCHIVE and self._hides_archived():
            self.held.difference_update(items)
            self._model.remove_rows(items)
            self._reload_after.add(sent[-1])
        if own:
            self.marked.emit(step)
        self.changed.emit()
        return True

    def set_read(self, items: tuple[ItemId, ...]) -> None:
        """The user marks a list read; what waits behind the pill was never shown and stays."""
        waiting = self._model.waiting_ids()
        rows = {item: self.row(item) for item in items if item not in waiting}
        wanted = tuple(item for item, row in rows.items() if row is None or row.state is not ItemState.READ)
        if not wanted:
            self.nothing_unread.emit()
        self.set(wanted, Mark.READ, own=True)

    def undo_last(self) -> Step | None:
        """Undo the newest step; None where there is none, or nothing could be sent."""
        step = self.steps.pop()
        return step if step is not None and self._undo(step) else None

    def undo_step(self, step: Step) -> bool:
        """Undo this step out of turn; False where it is undone already or nothing could be sent."""
        return self.steps.take(step) and self._undo(step)

    def _undo(self, step: Step) -> bool:
        from hkwatch.domain.commands import UndoMarks

        for former in step.commands:
            command = UndoMarks(self._new_id(), former)
            if not self._send(command):
                return False
        self.pending.add_undo(command.id, step.before, step.mark)
        now = [row for row in (self.row(former.id) for former in step.before) if row is not None]
        self._model.update_rows([self.pending.apply(row) for row in now])
        if step.mark in (Mark.ARCHIVE, Mark.UNARCHIVE):
            self._reload_after.add(command.id)
        self.changed.emit()
        return True

    def on_done(self, event: "CommandDone") -> tuple[ItemId, ...]:
        """The engine answered a command; the items whose mark it could not store."""
        items = self.pending.take(event.command_id)
        if event.command_id in self._reload_after:
            self._reload_after.discard(event.command_id)
            self.reload_wanted.emit()
        if items is None or not event.error:
            return ()
        self.steps.forget(event.command_id)
        return items
