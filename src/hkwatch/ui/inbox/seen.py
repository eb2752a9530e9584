# SPDX-License-Identifier: MIT
"""Which items stand on screen, and which new ones stood there long enough to count as seen."""

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QListView

from hkwatch.domain.item import ItemState
from hkwatch.ui.inbox.model import InboxModel
from hkwatch.ui.inbox.prepared import PreparedRow

SEEN_AFTER_MS = 1000


class SeenWatch(QObject):
    """Time counts from the last move of the rows, and only in the active window."""

    seen = Signal(object)
    """list[ItemId]: new items that stood on screen for a second in the active window."""

    def __init__(self, view: QListView, model: InboxModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEEN_AFTER_MS)
        self._timer.timeout.connect(self._tell)

    def begin(self) -> None:
        """Rows moved, or the window became active: the time counts anew."""
        self._timer.start()

    def visible_items(self) -> list[PreparedRow]:
        """The items on screen, whole or in part."""
        first = self._view.indexAt(QPoint(8, 1)).row()
        if first < 0:
            return []
        found: list[PreparedRow] = []
        bottom = self._view.viewport().height()
        for row in range(first, self._model.rowCount()):
            if self._view.visualRect(self._model.index(row)).top() >= bottom:
                break
            prepared = self._model.item_at(row)
            if prepared is not None:
                found.append(prepared)
        return found

    def _tell(self) -> None:
        if not self._view.isVisible() or not self._view.isActiveWindow():
            return
        fresh = [p.row.id for p in self.visible_items() if p.row.state is ItemState.NEW]
        if fresh:
            self.seen.emit(fresh)
