# SPDX-License-Identifier: MIT
"""Quit in the Dock's menu and logging out end the program, whose window would only hide."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from hkwatch.ui.actions import SPECS
from hkwatch.ui.menu_roles import menu_role
from hkwatch.ui.quit_request import QuitRequest


class SpontaneousQuit(QEvent):
    """As the system sends it."""

    def __init__(self) -> None:
        super().__init__(QEvent.Type.Quit)

    def spontaneous(self) -> bool:
        return True


def test_the_systems_wish_to_quit_ends_the_program_in_order(qtbot: QtBot) -> None:
    ended: list[bool] = []
    request = QuitRequest(lambda: ended.append(True))
    event = SpontaneousQuit()
    event.ignore()
    assert request.eventFilter(request, event)
    assert event.isAccepted()
    assert ended == [True]


def test_the_programs_own_end_and_other_events_pass(qtbot: QtBot) -> None:
    ended: list[bool] = []
    request = QuitRequest(lambda: ended.append(True))
    for kind in (QEvent.Type.Quit, QEvent.Type.Close):
        assert not request.eventFilter(request, QEvent(kind))
    assert ended == []


def test_macos_gets_the_three_actions_for_its_own_menu_and_guesses_no_others() -> None:
    kept = {spec.name for spec in SPECS if menu_role(spec.name) is not QAction.MenuRole.NoRole}
    assert kept == {"quit", "settings", "about"}
    assert len({menu_role(name) for name in kept}) == 3
