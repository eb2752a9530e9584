# SPDX-License-Identifier: MIT
"""The underlines of the menu bar's access keys."""

from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from hkwatch.ui.theme import Theme
from hkwatch.ui.theme.mnemonics import Mnemonics


def test_underlines_come_and_go_and_the_keys_stay(theme: Theme, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    bar = window.menuBar()
    bar.addMenu("&File")
    mnemonics = Mnemonics(bar)
    window.show()
    without = bar.grab().toImage()
    mnemonics.show(True)
    assert mnemonics.are_shown
    assert bar.grab().toImage() != without
    mnemonics.show(False)
    assert bar.grab().toImage() == without
    assert bar.actions()[0].text() == "&File"


def test_they_survive_a_change_of_theme(theme: Theme, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    bar = window.menuBar()
    bar.addMenu("&File")
    mnemonics = Mnemonics(bar)
    window.show()
    theme.set_scheme("dark")
    without = bar.grab().toImage()
    mnemonics.show(True)
    assert bar.grab().toImage() != without
