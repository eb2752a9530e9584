# SPDX-License-Identifier: MIT
"""The ground of a chosen row is one rounded piece."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from hkwatch.ui.marks import Marks
from hkwatch.ui.row_table import RowTable
from hkwatch.ui.theme.focus import PROPERTY


@pytest.fixture
def table(qtbot: QtBot, marks: Marks) -> RowTable:
    found = RowTable(marks, 3, 1)
    qtbot.addWidget(found)
    found.resize(400, 200)
    found.fill([("", "", ""), ("", "", "")], 1)
    with qtbot.waitActive(found):
        found.show()
    return found


def picture(table: RowTable) -> QImage:
    return table.viewport().grab().toImage()


def at(drawn: QImage, x: int, y: int) -> str:
    return drawn.pixelColor(x, y).name()


def test_the_ground_is_whole_across_the_cells_and_round_at_its_ends(table: RowTable, marks: Marks) -> None:
    table.clearFocus()
    drawn, place = picture(table), table.visualRect(table.model().index(1, 0))
    ground, surface = marks.theme.colour("select_off"), marks.theme.colour("surface")
    middle = place.center().y()
    assert {at(drawn, x, middle) for x in range(2, drawn.width() - 2)} == {ground.name()}
    assert at(drawn, 0, place.top()) == surface.name()
    assert at(drawn, drawn.width() - 1, place.top()) == surface.name()


def test_the_table_that_has_the_keys_is_known_by_its_ground_and_a_bar(table: RowTable, marks: Marks) -> None:
    table.setFocus()
    table.setProperty(PROPERTY, False)
    drawn, middle = picture(table), table.visualRect(table.model().index(1, 0)).center().y()
    assert at(drawn, 1, middle) == marks.theme.colour("accent").name()
    assert at(drawn, 200, middle) == marks.theme.colour("select").name()


def test_who_came_by_keyboard_sees_a_ring_round_the_whole_row(table: RowTable, marks: Marks) -> None:
    table.setFocus()
    table.setProperty(PROPERTY, True)
    drawn, place = picture(table), table.visualRect(table.model().index(1, 0))
    accent = marks.theme.colour("accent").name()
    assert at(drawn, 200, place.top()) == accent
    assert at(drawn, 200, place.bottom()) == accent
    assert at(drawn, drawn.width() - 1, place.center().y()) == accent


def test_the_ground_goes_with_the_choice(table: RowTable, marks: Marks) -> None:
    surface = marks.theme.colour("surface").name()
    table.selectRow(0)
    drawn, place = picture(table), table.visualRect(table.model().index(1, 0))
    assert at(drawn, 200, place.center().y()) == surface
    table.clearSelection()
    drawn, place = picture(table), table.visualRect(table.model().index(0, 0))
    assert at(drawn, 200, place.center().y()) == surface
