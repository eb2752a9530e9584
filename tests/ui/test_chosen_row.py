# SPDX-License-Identifier: MIT
"""The ground of a chosen row is one rounded piece."""

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from hkwatch.ui.marks import Marks
from hkwatch.ui.row_table import RowTable


@pytest.fixture
def table(qtbot: QtBot, marks: Marks) -> RowTable:
    found = RowTable(marks, 3, 1)
    qtbot.addWidget(found)
    found.resize(400, 200)
    found.fill([("", "", ""), ("", "", "")], 1)
    found.show()
    return found


def picture(table: RowTable) -> QImage:
    return table.viewport().grab().toImage()


def test_the_ground_is_whole_across_the_cells_and_round_at_its_ends(table: RowTable, marks: Marks) -> None:
    drawn, place = picture(table), table.visualRect(table.model().index(1, 0))
    select, surface = marks.theme.colour("select"), marks.theme.colour("surface")
    middle = place.center().y()
    assert {QColor(drawn.pixelColor(x, middle)).name() for x in range(2, drawn.width() - 2)} == {select.name()}
    assert drawn.pixelColor(0, place.top()).name() == surface.name()
    assert drawn.pixelColor(drawn.width() - 1, place.top()).name() == surface.name()


def test_the_ground_goes_with_the_choice(table: RowTable, marks: Marks) -> None:
    table.selectRow(0)
    drawn, place = picture(table), table.visualRect(table.model().index(1, 0))
    assert drawn.pixelColor(200, place.center().y()).name() == marks.theme.colour("surface").name()
    table.clearSelection()
    drawn, place = picture(table), table.visualRect(table.model().index(0, 0))
    assert drawn.pixelColor(200, place.center().y()).name() == marks.theme.colour("surface").name()
