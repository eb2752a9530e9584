# SPDX-License-Identifier: MIT
"""Marks in the whole desktop: what stays in its place, what is put away, and the ways back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.test_desktop import Desktop, item_id, pytestmark, start
from hkwatch.domain import events as ev
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import ItemState
from hkwatch.ui.inbox_query import Filter
from hkwatch.ui.note_editor import NoteEditor

__all__ = ["pytestmark", "start"]

FIRST, SECOND, THIRD = (ItemId(item_id(minutes)) for minutes in (60, 120, 180))
Start = Callable[..., Desktop]
SHIFT = Qt.KeyboardModifier.ShiftModifier


def state_of(desktop: Desktop, item: ItemId) -> ItemState:
    row = desktop.controller.reading.row_of(item)
    assert row is not None
    return row.state


def key(desktop: Desktop, which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(desktop.window.inbox.view, which, modifiers)


def reload_in_place(desktop: Desktop) -> None:
    with desktop.qtbot.waitSignal(desktop.controller.inbox.loaded):
        desktop.tell(ev.Resync())


def test_an_item_read_in_the_unread_view_stays_until_another_view_is_chosen(start: Start) -> None:
    desktop = start()
    inbox = desktop.controller.inbox
    with desktop.qtbot.waitSignal(inbox.loaded):
        inbox.set_filter(Filter(text="is:unread"))
    desktop.window.inbox.view.select_id(SECOND, open_it=False)
    key(desktop, Qt.Key.Key_M)
    assert state_of(desktop, SECOND) is ItemState.READ
    desktop.wait(lambda: "READ" in desktop.heard())
    desktop.writer.execute("UPDATE item SET state = 2 WHERE id = ?", (SECOND,))
    reload_in_place(desktop)
    assert desktop.rows() == ["Item 0", "Item 1", "Item 2"]
    assert desktop.window.inbox.view.current_id == SECOND
    with desktop.qtbot.waitSignal(inbox.loaded):
        inbox.reload()
    assert desktop.rows() == ["Item 0", "Item 2"]


def test_an_archived_item_goes_at_once_the_next_is_read_and_z_brings_it_back(start: Start) -> None:
    desktop = start()
    view = desktop.window.inbox.view
    view.setFocus()
    view.select_id(SECOND)
    desktop.writer.execute("UPDATE item SET archived = 1 WHERE id = ?", (SECOND,))
    with desktop.qtbot.waitSignal(desktop.controller.inbox.loaded):
        key(desktop, Qt.Key.Key_E)
        assert desktop.rows() == ["Item 0", "Item 2"]
        assert view.current_id == THIRD
    assert desktop.rows() == ["Item 0", "Item 2"]
    assert view.hasFocus()
    desktop.writer.execute("UPDATE item SET archived = 0 WHERE id = ?", (SECOND,))
    with desktop.qtbot.waitSignal(desktop.controller.inbox.loaded):
        key(desktop, Qt.Key.Key_Z)
    assert desktop.rows() == ["Item 0", "Item 1", "Item 2"]
    assert "UndoMarks" in desktop.heard()

    # The last one leaves the focus where keys still hold.
    view.picking.everything()
    desktop.writer.execute("UPDATE item SET archived = 1")
    with desktop.qtbot.waitSignal(desktop.controller.inbox.loaded):
        key(desktop, Qt.Key.Key_E)
    assert desktop.rows() == []
    assert desktop.window.inbox.empty.hasFocus()
    desktop.writer.execute("UPDATE item SET archived = 0")
    QTest.keyClick(desktop.window.inbox.empty, Qt.Key.Key_Z)
    desktop.wait_rows(3)


def test_a_list_marked_read_is_undone_after_other_views_were_shown(start: Start) -> None:
    desktop = start()
    pane, inbox = desktop.window.inbox, desktop.controller.inbox
    pane.view.setFocus()
    key(desktop, Qt.Key.Key_M, SHIFT)
    desktop.wait(lambda: pane.undone.isVisible())
    assert pane.undone.label.text() == "3 items marked read"
    assert {state_of(desktop, item) for item in (FIRST, SECOND, THIRD)} == {ItemState.READ}
    with desktop.qtbot.waitSignal(inbox.loaded):
        inbox.choose(view="flagged")
    with desktop.qtbot.waitSignal(inbox.loaded):
        inbox.choose(view="inbox")
    assert pane.undone.isVisible()
    pane.undone.buttons[0].click()
    assert not pane.undone.isVisible()
    desktop.wait(lambda: "UndoMarks" in desktop.heard())
    assert len(inbox.marks.steps) == 0

    for letter, view in (("f", "flagged"), ("n", "needs-ack"), ("e", "archive"), ("i", "inbox")):
        with desktop.qtbot.waitSignal(inbox.loaded):
            QTest.keyClicks(desktop.window.focusWidget(), f"g{letter}")
        assert inbox.filter.view == view


def test_several_rows_are_acknowledged_with_a_note_and_copied_as_cells(start: Start) -> None:
    desktop = start()
    view = desktop.window.inbox.view
    view.setFocus()
    for which in (Qt.Key.Key_J, Qt.Key.Key_X, Qt.Key.Key_J, Qt.Key.Key_X):
        key(desktop, which)
    assert desktop.window.inbox.chosen.label.text() == "2 items chosen"
    key(desktop, Qt.Key.Key_A, SHIFT)
    (editor,) = desktop.window.findChildren(NoteEditor)
    editor.text.setPlainText("  told the desk ")
    editor.keep.click()
    rows = [desktop.controller.reading.row_of(item) for item in (FIRST, SECOND)]
    assert [(row.acknowledged, row.note) for row in rows if row is not None] == [(True, "told the desk")] * 2
    assert not desktop.window.inbox.chosen.isVisible()
    desktop.wait(lambda: "note='told the desk'" in desktop.heard())
    desktop.window.activateWindow()
    desktop.wait(view.hasFocus)
    key(desktop, Qt.Key.Key_Z)
    rows = [desktop.controller.reading.row_of(item) for item in (FIRST, SECOND)]
    assert [(row.acknowledged, row.note) for row in rows if row is not None] == [(False, "")] * 2

    key(desktop, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().clear()
    key(desktop, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    desktop.wait(lambda: QGuiApplication.clipboard().text() != "")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[4] for line in lines] == ["Title", "Item 0", "Item 1", "Item 2"]

    window = desktop.window
    panes = (window.rail, window.price, window.status)
    before = [pane.isVisible() for pane in panes]
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not any(pane.isVisible() for pane in panes)
    assert view.isVisible()
    assert window.reader.isVisible()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert [pane.isVisible() for pane in panes] == before
