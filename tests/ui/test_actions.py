# SPDX-License-Identifier: MIT
"""Keys of the commands outside list and reader."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from hkwatch.ui.actions import Actions


def test_a_page_of_its_own_is_left_by_the_keys_that_lead_elsewhere(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    both, page = QWidget(), QWidget()
    both.setParent(window)
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.setCentralWidget(page)
    actions = Actions(window, [both], {})
    done: list[str] = []
    for name in ("go-inbox", "deadlines", "undo-key", "archive"):
        actions.on(name, lambda name=name: done.append(name))  # type: ignore[misc]
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Z)
    assert done == []
    actions.go_from(page)
    for key in (Qt.Key.Key_G, Qt.Key.Key_I, Qt.Key.Key_G, Qt.Key.Key_D, Qt.Key.Key_Z):
        QTest.keyClick(page, key)
    # What is about an item stays with the list.
    QTest.keyClick(page, Qt.Key.Key_E)
    assert done == ["go-inbox", "deadlines", "undo-key"]
