# SPDX-License-Identifier: MIT
"""What a saved search's line of the rail can do: its menu and its keys."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu

from hkwatch.ui.theme import round_menu

if TYPE_CHECKING:
    from hkwatch.ui.rail import Rail, RailButton

_ALT = Qt.KeyboardModifier.AltModifier


class SavedLine(QObject):
    """F2 edits, Delete removes, Alt with an arrow moves; the menu has all of it."""

    def __init__(self, button: "RailButton", rail: "Rail") -> None:
        super().__init__(button)
        self._button, self._rail = button, rail
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent):
            at = event.globalPos() if event.reason() is QContextMenuEvent.Reason.Mouse else self._under()
            self.menu().popup(at)
            return True
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def menu(self) -> QMenu:
        """What can be done; gone when it is closed."""
        rail, key = self._rail, self._button.key
        menu = round_menu(QMenu(self._button))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add(menu, self.tr("Open"), "").triggered.connect(self._button.click)
        self._add(menu, self.tr("Edit…"), "F2").triggered.connect(lambda: rail.edit_wanted.emit(key))
        notify = self._add(menu, self.tr("Notify of new items"), "")
        notify.setCheckable(True)
        notify.setChecked(bool(getattr(self._button.entry, "notify", False)))
        notify.triggered.connect(lambda on: rail.notify_wanted.emit(key, on))
        menu.addSeparator()
        self._add(menu, self.tr("Move up"), "Alt+Up").triggered.connect(lambda: rail.move_wanted.emit(key, -1))
        self._add(menu, self.tr("Move down"), "Alt+Down").triggered.connect(lambda: rail.move_wanted.emit(key, 1))
        menu.addSeparator()
        self._add(menu, self.tr("Remove"), "Del").triggered.connect(lambda: rail.remove_wanted.emit(key))
        return menu

    def _add(self, menu: QMenu, text: str, key: str) -> QAction:
        # The key is shown; what answers it is the line itself.
        return menu.addAction(f"{text}\t{key}" if key else text)

    def _under(self) -> QPoint:
        return self._button.mapToGlobal(QPoint(24, self._button.height()))

    def _on_key(self, event: QKeyEvent) -> bool:
        rail, key = self._rail, self._button.key
        match event.key():
            case Qt.Key.Key_F2:
                rail.edit_wanted.emit(key)
            case Qt.Key.Key_Delete:
                rail.remove_wanted.emit(key)
            case Qt.Key.Key_Up | Qt.Key.Key_Down if event.modifiers() & _ALT:
                rail.move_wanted.emit(key, -1 if event.key() == Qt.Key.Key_Up else 1)
            case _:
                return False
        return True
