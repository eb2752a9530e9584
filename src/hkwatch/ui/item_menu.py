# SPDX-License-Identifier: MIT
"""The menu of a row: what the menu Item offers, at the pointer."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from hkwatch.ui.actions import Actions
from hkwatch.ui.theme import round_menu
from hkwatch.ui.window import MainWindow

_RULE = ""
_ENTRIES = (
    *("acknowledge", "acknowledge-note", "note", _RULE, "read", "star", "archive", _RULE),
    *("open", "copy-link", "copy-rows", "cite", _RULE, "mute", "split-story", "merge-story", _RULE, "undo"),
)


class ItemMenu(QObject):
    """Holds the commands of the window, so that each shows its key."""

    def __init__(self, window: MainWindow, actions: Actions, on_gone: Callable[[], None]) -> None:
        """`on_gone` is called when the menu has closed."""
        super().__init__(window)
        self.menu = round_menu(QMenu(window))
        for name in _ENTRIES:
            if name == _RULE:
                self.menu.addSeparator()
            elif name == "mute":
                self.menu.addMenu(actions.submenu(name))
            else:
                self.menu.addAction(actions[name])
        self.menu.aboutToHide.connect(on_gone)
        window.inbox.view.menu_wanted.connect(self._show)

    def _show(self, at: QPoint) -> None:
        self.menu.popup(at)
