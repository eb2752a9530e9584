# SPDX-License-Identifier: MIT
"""The single keys of the list itself: moving, choosing, opening."""

from collections.abc import Callable
from typing import Protocol, cast

from PySide6.QtCore import QCoreApplication, Qt, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

_KEYS = {
    "next": ("J",),
    "previous": ("K",),
    "list-next": ("N",),
    "list-previous": ("P",),
    "show-new": (".",),
    "open-reader": ("O",),
    "choose": ("X",),
    "choose-next": ("Shift+J", "Shift+Down"),
    "choose-previous": ("Shift+K", "Shift+Up"),
}
"""The first can be another by the user's choice; what follows stays."""


MOVING = frozenset(
    (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_End)
)
"""Keys that leave one row chosen, as in other lists; single letters keep what x chose."""


class ListOfItems(Protocol):
    """What the keys are for."""

    waiting_wanted: SignalInstance

    def step(self, by: int, *, open_it: bool) -> bool:
        """Go to the next or previous item."""

    def stretch(self, by: int) -> None:
        """Choose on to the next or previous item."""

    def choose_current(self) -> None:
        """Choose the current row, or leave it out."""

    def want_reader(self) -> None:
        """Go to the reader."""


class ListKeys:
    """Actions of the list, which hold while it has the focus."""

    def __init__(self, view: QWidget, run: Callable[[Callable[[], object]], None]) -> None:
        """`run` is given what a key means, to call it as something done by keyboard. `view` is a ListOfItems."""
        what = cast("ListOfItems", view)
        meanings: dict[str, Callable[[], object]] = {
            "next": lambda: what.step(1, open_it=True),
            "previous": lambda: what.step(-1, open_it=True),
            "list-next": lambda: what.step(1, open_it=False),
            "list-previous": lambda: what.step(-1, open_it=False),
            "show-new": what.waiting_wanted.emit,
            "open-reader": what.want_reader,
            "choose": what.choose_current,
            "choose-next": lambda: what.stretch(1),
            "choose-previous": lambda: what.stretch(-1),
        }
        self._actions: dict[str, QAction] = {}
        for name, keys in _KEYS.items():
            action = self._actions[name] = QAction(view)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _checked=False, act=meanings[name]: run(act))
            view.addAction(action)

    def set_keys(self, key: Callable[[str], str]) -> None:
        """Give every action the key that `key` names for it, in Qt's portable form; empty for none."""
        for name, action in self._actions.items():
            keys = [one for one in (key(name), *_KEYS[name][1:]) if one]
            action.setShortcuts([QKeySequence(one, QKeySequence.SequenceFormat.PortableText) for one in keys])

    def retranslate(self) -> None:
        """Texts in the language in force."""
        translate = QCoreApplication.translate
        texts = {
            "next": translate("InboxView", "Next item, open"),
            "previous": translate("InboxView", "Previous item, open"),
            "list-next": translate("InboxView", "Next item"),
            "list-previous": translate("InboxView", "Previous item"),
            "show-new": translate("InboxView", "Show new items"),
            "open-reader": translate("InboxView", "Go to the reader"),
            "choose": translate("InboxView", "Choose or leave out"),
            "choose-next": translate("InboxView", "Choose on to the next item"),
            "choose-previous": translate("InboxView", "Choose on to the previous item"),
        }
        for name, text in texts.items():
            self._actions[name].setText(text)
