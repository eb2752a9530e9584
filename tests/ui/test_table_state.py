# SPDX-License-Identifier: MIT
"""Columns and panes stay as they were left."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QSplitter, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hkwatch.ui.marks import Marks
from hkwatch.ui.row_table import RowTable
from hkwatch.ui.table_state import HeadKeeper, TableStates
from hkwatch.ui.window_state import WindowState, load_window_state, save_window_state

ROWS = [["one", "a rather long text that wants room", "three"]]


class Window(QDialog):
    """A table over a pane."""

    def __init__(self, marks: Marks) -> None:
        super().__init__()
        self.table = RowTable(marks, 3, 1)
        self.table.setHorizontalHeaderLabels(["First", "Second", "Third"])
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(QWidget())
        QVBoxLayout(self).addWidget(self.splitter)
        self.resize(600, 400)

    def widths(self) -> list[int]:
        return [self.table.columnWidth(column) for column in range(3)]


def shown(qtbot: QtBot, marks: Marks, states: TableStates) -> Window:
    window = Window(marks)
    qtbot.addWidget(window)
    states.adopt("test", window)
    window.show()
    window.table.fill(ROWS, None)
    QApplication.processEvents()
    return window


def drag_edge(window: Window, by: int) -> None:
    """Take the right edge of the first column."""
    head = window.table.horizontalHeader()
    start = QPoint(head.sectionViewportPosition(0) + head.sectionSize(0) - 2, head.height() // 2)
    QTest.mousePress(head.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(head.viewport(), start + QPoint(by, 0))
    QTest.mouseRelease(
        head.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start + QPoint(by, 0)
    )


def test_a_dragged_edge_and_a_moved_head_are_there_after_a_restart(qtbot: QtBot, marks: Marks, tmp_path: Path) -> None:
    state = WindowState()
    states = TableStates(state)
    window = shown(qtbot, marks, states)
    usual = window.widths()
    with qtbot.waitSignal(states.kept):
        drag_edge(window, 60)
    window.table.horizontalHeader().moveSection(2, 1)
    window.splitter.moveSplitter(120, 1)
    assert window.widths()[0] == usual[0] + 60
    # New texts do not take the columns back.
    window.table.fill([["a much longer first text than before", "b", "c"]], None)
    QApplication.processEvents()
    assert window.widths()[0] == usual[0] + 60
    save_window_state(tmp_path / "window.json", state)
    again = shown(qtbot, marks, TableStates(load_window_state(tmp_path / "window.json")))
    head = again.table.horizontalHeader()
    assert again.widths() == window.widths()
    assert [head.logicalIndex(place) for place in range(3)] == [0, 2, 1]
    assert again.splitter.sizes()[0] == window.splitter.sizes()[0]


def test_standard_widths_come_back_and_nothing_is_kept_of_others(qtbot: QtBot, marks: Marks) -> None:
    state = WindowState()
    states = TableStates(state)
    window = shown(qtbot, marks, states)
    usual = window.widths()
    drag_edge(window, 60)
    (keeper,) = window.findChildren(HeadKeeper)
    assert keeper.is_own
    keeper.reset()
    QApplication.processEvents()
    assert window.widths() == usual
    assert state.columns == {}


def test_a_table_that_nobody_took_hold_of_lays_itself_out(qtbot: QtBot, marks: Marks) -> None:
    state = WindowState()
    window = shown(qtbot, marks, TableStates(state))
    before = window.widths()
    window.resize(800, 400)
    QApplication.processEvents()
    assert window.widths()[1] == before[1] + 200
    assert state.columns == {}
