# SPDX-License-Identifier: MIT
"""Settings that hold at once in the running window, and the system's look that is followed while it runs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.test_desktop import Start, item_id, start
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import ItemState

__all__ = ("start",)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "systemTrayWindowChanged", extend=True)


def test_the_window_follows_the_systems_light_and_dark_while_it_runs(start: Start) -> None:
    desktop = start(what="deaf-to-all")
    theme, changed = desktop.parts.marks.theme, QGuiApplication.styleHints().colorSchemeChanged

    def ground() -> int:
        return desktop.window.palette().window().color().lightness()

    changed.emit(Qt.ColorScheme.Dark)
    assert theme.scheme == "dark"
    assert ground() < 80
    changed.emit(Qt.ColorScheme.Light)
    assert theme.scheme == "light"
    assert ground() > 180
    # Who chose a look keeps it, whatever the system does.
    desktop.parts.store.set("look", "theme", "light")
    changed.emit(Qt.ColorScheme.Dark)
    assert theme.scheme == "light"
    # And follows again, from the next change on, where that was asked for.
    desktop.parts.store.set("look", "theme", "system")
    changed.emit(Qt.ColorScheme.Dark)
    assert theme.scheme == "dark"


def test_what_makes_an_item_read_holds_at_once(start: Start) -> None:
    desktop = start()
    desktop.parts.store.set("general", "mark_read", "by-hand")
    desktop.window.activateWindow()
    desktop.wait(desktop.window.isActiveWindow)
    desktop.window.inbox.view.setFocus()
    desktop.press(Qt.Key.Key_J)
    first = ItemId(item_id(60))
    desktop.wait(lambda: desktop.window.reader.item_id == first)
    row = desktop.controller.reading.row_of(first)
    assert row is not None
    assert row.state is not ItemState.READ
    desktop.parts.store.set("general", "mark_read", "opened")

    def is_read() -> bool:
        found = desktop.controller.reading.row_of(first)
        return found is not None and found.state is ItemState.READ

    desktop.wait(is_read)
