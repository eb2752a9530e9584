# SPDX-License-Identifier: MIT
"""Windows that are open while a monitor is unplugged are within reach afterwards."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from hkwatch.ui.placement import within_reach
from hkwatch.ui.screen_keeper import ScreenKeeper
from patience import PATIENCE_MS


def is_seen(window: QWidget) -> bool:
    return within_reach(window.geometry(), [screen.availableGeometry() for screen in QGuiApplication.screens()])


@pytest.mark.parametrize("state", [Qt.WindowState.WindowNoState, Qt.WindowState.WindowMaximized])
def test_windows_and_dialogs_of_two_monitors_that_go_come_back_and_the_others_stay(
    qapp: QApplication, qtbot: QtBot, state: Qt.WindowState
) -> None:
    keeper = ScreenKeeper(qapp)
    window, dialog, other = QWidget(), QDialog(), QWidget()
    for number, one in enumerate((window, dialog, other)):
        qtbot.addWidget(one)
        one.setGeometry(5520 + 20 * number, 300, 400, 300)
        one.show()
    other.setGeometry(40, 60, 300, 200)
    window.setWindowState(state)
    window.setGeometry(5520, 300, 400, 300)
    before = other.geometry()
    screen = QGuiApplication.primaryScreen()
    # One dock with two monitors tells of both.
    qapp.screenRemoved.emit(screen)
    qapp.screenRemoved.emit(screen)
    qtbot.waitUntil(lambda: is_seen(window) and is_seen(dialog), timeout=PATIENCE_MS)
    assert window.windowState() == state
    assert other.geometry() == before
    keeper.deleteLater()


def test_what_is_put_away_is_left_until_it_is_wanted(qapp: QApplication, qtbot: QtBot) -> None:
    keeper, hidden, shown = ScreenKeeper(qapp), QWidget(), QWidget()
    for one in (hidden, shown):
        qtbot.addWidget(one)
        one.setGeometry(5520, 300, 400, 300)
    shown.show()
    qapp.screenRemoved.emit(QGuiApplication.primaryScreen())
    qtbot.waitUntil(lambda: is_seen(shown), timeout=PATIENCE_MS)
    assert not is_seen(hidden)
    keeper.deleteLater()
