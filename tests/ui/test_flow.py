# SPDX-License-Identifier: MIT
"""Widgets in a row that goes on in the next line."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from hkwatch.ui.sources.flow import FlowLayout


@pytest.fixture
def box(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    flow = FlowLayout(made, gap=10, line_gap=5)
    for _ in range(4):
        label = QLabel()
        label.setFixedSize(50, 20)
        flow.addWidget(label)
    return made


@pytest.mark.parametrize(("width", "height"), [(230, 20), (229, 45), (110, 45), (109, 95), (10, 95)])
def test_its_height_follows_its_width(box: QWidget, width: int, height: int) -> None:
    layout = box.layout()
    assert layout is not None
    assert layout.heightForWidth(width) == height


def test_hidden_widgets_take_no_room(box: QWidget) -> None:
    layout = box.layout()
    assert layout is not None
    item = layout.itemAt(0)
    assert item is not None
    widget = item.widget()
    assert widget is not None
    widget.hide()
    assert layout.heightForWidth(170) == 20
