# SPDX-License-Identifier: MIT
"""Tells the parts of the window that name a key which one it is now."""

from collections.abc import Callable

from hkwatch.ui.mark_controller import MarkController
from hkwatch.ui.reader.foot import Action
from hkwatch.ui.window import MainWindow

_FOOT = {
    Action.ACKNOWLEDGE: "acknowledge",
    Action.STAR: "star",
    Action.OPEN: "open",
    Action.UNREAD: "read",
    Action.COPY_LINK: "copy-link",
}


def tell_keys(window: MainWindow, marking: MarkController, key: Callable[[str], str]) -> None:
    """`key` names the key of a command, empty for none."""
    window.inbox.view.keys.set_keys(key)
    window.inbox.field.set_keys(key("search-key"), key("save-search"))
    window.inbox.chips.pill.key = window.new_key = key("show-new")
    window.inbox.chips.pill.refresh()
    window.reader.foot.set_keys({action: key(name) for action, name in _FOOT.items()})
    window.reader.revisions.set_key(key("redline"))
    window.reader.deadline.set_key(key("deadlines"))
    window.price.deadline.set_key(key("deadlines"))
    window.price.strip.set_key(key("price"))
    marking.key_of = key
