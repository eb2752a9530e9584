# SPDX-License-Identifier: MIT
"""Every menu stands in one column on a small screen: Qt breaks one that is higher than the screen into two."""

from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from hkwatch.ui.actions import SUBMENUS, Actions
from hkwatch.ui.theme import Theme

_SCREEN_PX = 720


def whole_height(menu: QMenu) -> int:
    """What the menu's lines need together, px; its hint is cut to the screen."""
    around = 2 * menu.fontMetrics().height()
    return around + sum(menu.actionGeometry(action).height() for action in menu.actions())


def test_no_menu_of_the_bar_is_higher_than_a_small_screen(qtbot: QtBot, theme: Theme) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window, [], {})
    for menu in (*actions.menus(), *(actions.submenu(name) for name in SUBMENUS)):
        assert menu.sizeHint().height() > 0
        assert whole_height(menu) <= _SCREEN_PX, menu.title()


def test_access_keys_of_the_item_menu_are_its_own(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window, [], {})
    item = next(menu for menu in actions.menus() if menu.title() == "&Item")
    keys = [text[text.index("&") + 1].lower() for text in (one.text() for one in item.actions()) if "&" in text]
    assert len(keys) == len(set(keys)) >= 15, sorted(keys)
