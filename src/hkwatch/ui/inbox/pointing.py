# SPDX-License-Identifier: MIT
"""What the mouse does in the list: open, choose several, fold a day, drag rows out, ask for the menu."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from hkwatch.ui.inbox.model import InboxModel
from hkwatch.ui.inbox.picking import Picking


class Pointing:
    """Says what an event on the list means; the list carries it out. Rows are numbers, -1 for none."""

    def __init__(self, model: InboxModel, picking: Picking) -> None:
        self._model, self._picking = model, picking
        self._pressed_at: QPoint | None = None

    def press(self, event: QMouseEvent, row: int) -> bool:
        """A press of the left button on an item; True where the row is to be opened."""
        prepared = self._model.item_at(row)
        if prepared is None:
            return False
        item, modifiers = prepared.row.id, event.modifiers()
        self._pressed_at = event.position().toPoint()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._picking.toggle(item, with_current=True)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._picking.stretch_to(item)
        elif not self._picking.holds(item):
            # A press on a chosen row may begin a drag of them all.
            self._picking.clear()
            return True
        return False

    def is_held(self, event: QMouseEvent) -> bool:
        """Whether a row is held with the left button: Qt's own way would choose what the pointer passes over."""
        return self._pressed_at is not None and bool(event.buttons() & Qt.MouseButton.LeftButton)

    def begins_drag(self, event: QMouseEvent) -> bool:
        """Whether the pointer went far enough to drag; True once a press."""
        at = self._pressed_at
        if at is None:
            return False
        if (event.position().toPoint() - at).manhattanLength() < QApplication.startDragDistance():
            return False
        self._pressed_at = None
        return True

    def release(self, event: QMouseEvent) -> QPoint | None:
        """The end of a press; the place to open where a press on a chosen row was a click after all, else None."""
        at, self._pressed_at = self._pressed_at, None
        if at is None or event.modifiers() != Qt.KeyboardModifier.NoModifier or not self._picking.count:
            return None
        self._picking.clear()
        return at

    def menu(self, event: QContextMenuEvent, row: int) -> bool:
        """The menu is asked for at a row with an item; True where that row must become the current one."""
        prepared = self._model.item_at(row)
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        if prepared is None or is_by_key or self._picking.holds(prepared.row.id):
            return False
        self._picking.clear()
        return True
