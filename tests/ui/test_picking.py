# SPDX-License-Identifier: MIT
"""Choosing several rows by keyboard and mouse, and what stays chosen when the list changes."""

import pytest
from inbox_rows import NAMES, NOW, two_days
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hkwatch.ui.inbox import InboxModel, InboxView
from hkwatch.ui.marks import Marks

IDS = [row.id for row in two_days()]
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(marks: Marks, qtbot: QtBot) -> InboxView:
    model = InboxModel()
    made = InboxView(model, marks)
    qtbot.addWidget(made)
    made.resize(768, 320)
    model.set_rows(two_days(), NOW, "en", NAMES)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def places(view: InboxView) -> list[int]:
    return [IDS.index(item) for item in view.picking.items()]


def told_to_qt(view: InboxView) -> list[int]:
    model = view.model()
    assert isinstance(model, InboxModel)
    rows = sorted(index.row() for index in view.selectionModel().selectedIndexes())
    return [IDS.index(found.row.id) for found in map(model.item_at, rows) if found is not None]


def click(view: InboxView, place: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    model = view.model()
    assert isinstance(model, InboxModel)
    at = view.visualRect(model.index(model.row_of(IDS[place]))).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifiers, at)


def menu_event(view: InboxView, at: QPoint) -> QContextMenuEvent:
    return QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))


def held_at(view: InboxView, at: QPoint) -> QMouseEvent:
    left = Qt.MouseButton.LeftButton
    place = QPointF(at)
    plain = Qt.KeyboardModifier.NoModifier
    return QMouseEvent(QEvent.Type.MouseMove, place, view.viewport().mapToGlobal(place), left, left, plain)


def test_without_a_choice_the_current_row_is_meant(view: InboxView) -> None:
    assert view.picking.items() == ()
    QTest.keyClick(view, Qt.Key.Key_J)
    assert (view.picking.count, places(view)) == (0, [0])


def test_x_chooses_row_by_row_and_j_keeps_what_is_chosen(view: InboxView) -> None:
    for key in (Qt.Key.Key_J, Qt.Key.Key_X, Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_X, Qt.Key.Key_N):
        QTest.keyClick(view, key)
    assert places(view) == told_to_qt(view) == [0, 2]
    assert view.current_id == IDS[3]
    QTest.keyClick(view, Qt.Key.Key_P)
    QTest.keyClick(view, Qt.Key.Key_X)
    assert places(view) == [0]


def test_shift_stretches_over_the_heads_of_days_and_back(view: InboxView) -> None:
    opened: list[object] = []
    QTest.keyClick(view, Qt.Key.Key_J)
    view.opened.connect(opened.append)
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_J, SHIFT)
    assert places(view) == told_to_qt(view) == [0, 1, 2, 3]
    QTest.keyClick(view, Qt.Key.Key_Up, SHIFT)
    assert places(view) == [0, 1, 2]
    assert opened == []


def test_a_stretch_may_go_up_from_where_it_began(view: InboxView) -> None:
    view.select_id(IDS[2])
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_K, SHIFT)
    assert places(view) == [1, 2]


def test_ctrl_and_shift_clicks_choose_and_a_plain_click_leaves_one(view: InboxView) -> None:
    click(view, 0)
    click(view, 2, CTRL)
    assert places(view) == [0, 2]
    click(view, 4, SHIFT)
    assert places(view) == [0, 2, 3, 4]
    click(view, 2, CTRL)
    assert places(view) == [0, 3, 4]
    click(view, 3)
    assert (view.picking.count, places(view), view.current_id) == (0, [3], IDS[3])


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Down])
def test_escape_and_arrows_leave_one_row(view: InboxView, key: Qt.Key) -> None:
    view.select_id(IDS[0])
    view.picking.everything()
    assert places(view) == [0, 1, 2, 3, 4]
    QTest.keyClick(view, key)
    assert view.picking.count == 0


def test_what_is_chosen_outlives_a_reload_and_goes_with_its_row(view: InboxView) -> None:
    model = view.model()
    assert isinstance(model, InboxModel)
    view.select_id(IDS[1])
    view.picking.toggle(IDS[1])
    view.picking.toggle(IDS[4])
    model.set_rows(two_days()[1:], NOW, "en", NAMES)
    assert places(view) == told_to_qt(view) == [1, 4]
    model.remove_rows([IDS[4]])
    assert places(view) == [1]


def test_a_press_that_moves_is_a_drag_of_all_chosen_rows(view: InboxView) -> None:
    dragged: list[object] = []
    view.drag_wanted.connect(dragged.append)
    click(view, 0)
    click(view, 1, CTRL)
    start = view.visualRect(view.currentIndex()).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for step in (2, 40, 60):
        view.mouseMoveEvent(held_at(view, start + QPoint(step, 0)))
    assert dragged == [(IDS[0], IDS[1])]


def test_the_menu_is_about_the_row_under_the_pointer_or_about_all_chosen(view: InboxView) -> None:
    model = view.model()
    assert isinstance(model, InboxModel)
    asked: list[object] = []
    view.menu_wanted.connect(asked.append)
    view.picking.toggle(IDS[0])
    view.picking.toggle(IDS[1])
    for place, expected in ((1, [0, 1]), (3, [3])):
        at = view.visualRect(model.index(model.row_of(IDS[place]))).center()
        view.contextMenuEvent(menu_event(view, at))
        assert places(view) == expected
    assert len(asked) == 2
