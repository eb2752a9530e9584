# SPDX-License-Identifier: MIT
"""A choice made by a screen reader does what a click does; one that the program shows does nothing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from hkwatch.ui.price.segments import Segment, Segments
from hkwatch.ui.theme import Fonts, Theme


def track(theme: Theme, fonts: Fonts, qtbot: QtBot) -> tuple[Segments, list[str]]:
    made, told = Segments(theme, fonts), []
    qtbot.addWidget(made)
    made.set_segments([Segment("btc", "BTC"), Segment("eth", "ETH"), Segment("sol", "SOL")], "btc")
    made.chosen.connect(told.append)
    made.show()
    return made, told


def test_a_screen_reader_chooses_as_a_click_does_and_once(theme: Theme, fonts: Fonts, qtbot: QtBot) -> None:
    made, told = track(theme, fonts, qtbot)
    buttons = made.findChildren(QAbstractButton)
    face = QAccessible.queryAccessibleInterface(buttons[1])
    assert face is not None
    action = face.actionInterface()
    assert action is not None
    action.doAction(action.actionNames()[0])
    assert told == ["eth"]
    assert made.current() == "eth"
    QTest.mouseClick(buttons[2], Qt.MouseButton.LeftButton)
    assert told == ["eth", "sol"]


def test_what_the_program_shows_is_not_told(theme: Theme, fonts: Fonts, qtbot: QtBot) -> None:
    made, told = track(theme, fonts, qtbot)
    made.set_current("eth")
    assert told == []
    assert made.current() == "eth"
