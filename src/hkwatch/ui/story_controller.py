# SPDX-License-Identifier: MIT
"""Splitting an item from its story, and merging two rows that tell of one event, each with undo."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from hkwatch.domain.commands import Command, MergeStories, SplitStory, UndoStories
from hkwatch.domain.ids import CommandId, ItemId
from hkwatch.ui.reading_controller import ReadingController
from hkwatch.ui.toast import Toast
from hkwatch.ui.window import MainWindow


class StoryController(QObject):
    """What the menu Item does with stories. `offer_undo` shows a message with a way back."""

    def __init__(
        self,
        window: MainWindow,
        reading: ReadingController,
        toast: Toast,
        send: Callable[[Command], bool],
        new_id: Callable[[], CommandId],
        offer_undo: Callable[[str, Callable[[], object]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._reading, self._toast = window, reading, toast
        self._send, self._new_id, self._offer_undo = send, new_id, offer_undo
        self._first: ItemId | None = None
        window.reader.story.chosen.connect(reading.open_item)

    @property
    def first(self) -> ItemId | None:
        """The item that waits to be merged with another; None while none does."""
        return self._first

    def split(self) -> None:
        """Take the item that is read, or else the selected one, out of its story."""
        item = self._chosen()
        if item is None:
            return
        detail = self._reading.detail
        is_read = detail is not None and detail.row.id == item
        row = self._reading.row_of(item)
        if (is_read and detail is not None and not detail.members) or (not is_read and row and row.sources_count < 2):
            self._toast.tell(self.tr("This item stands alone"), self.tr("It belongs to no story."))
            return
        command = SplitStory(self._new_id(), item)
        if self._send(command):
            self._offer_undo(self.tr("Split from its story"), lambda: self._undo(command.id))

    def merge(self) -> None:
        """The first time remember the item, the second time put it and the one chosen now into one story."""
        item = self._chosen()
        if item is None:
            return
        first, self._first = self._first, None
        if first is None or first == item:
            self._first = item
            self._toast.tell(
                self.tr("Now choose the other item"), self.tr("The same command there merges both into one story.")
            )
            return
        command = MergeStories(self._new_id(), (first, item))
        if self._send(command):
            self._offer_undo(self.tr("Merged into one story"), lambda: self._undo(command.id))

    def _undo(self, former: CommandId) -> None:
        self._send(UndoStories(self._new_id(), former))

    def _chosen(self) -> ItemId | None:
        """What the reader shows, where the selection is its story's row; else the selection."""
        selected = self._window.inbox.view.current_id
        detail = self._reading.detail
        if detail is not None and self._window.reader.item_id == detail.row.id:
            ours = {detail.row.id, *(member.id for member in detail.members)}
            if selected is None or selected in ours:
                return detail.row.id
        return selected
