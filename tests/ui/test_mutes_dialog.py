# SPDX-License-Identifier: MIT
"""The list of mutes: who, what, until when, and ending one."""

from datetime import timedelta

import pytest
from inbox_rows import NOW
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hkwatch.domain.ids import CommandId, MuteId
from hkwatch.domain.mutes import Mute, MuteKind
from hkwatch.domain.rule_views import MuteView
from hkwatch.ui.marks import Marks
from hkwatch.ui.rules.mutes_dialog import MutesDialog


def view(number: int, kind: MuteKind, value: str, *, publisher: str = "", days: int | None = None) -> MuteView:
    until = NOW + timedelta(days=days) if days is not None else None
    return MuteView(Mute(MuteId(number), kind, value, NOW, until, publisher), 10 + number, CommandId(f"c{number}"))


MUTES = (
    view(1, MuteKind.TEMPLATE, "Tender of 91-day bills", publisher="hkma", days=7),
    view(2, MuteKind.ENTITY, "Example Digital\nExDi"),
)


@pytest.fixture
def dialog(qtbot: QtBot, marks: Marks) -> MutesDialog:
    found = MutesDialog(marks, "en", {"hkma": "HKMA"}, None)
    found.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(found)
    found.show()
    return found


def cells(dialog: MutesDialog, place: int) -> list[str]:
    found = (dialog.table.item(place, column) for column in range(5))
    return [item.text() for item in found if item is not None]


def test_each_mute_says_what_whose_until_when_and_how_many(dialog: MutesDialog) -> None:
    dialog.set_mutes(MUTES, NOW)
    assert cells(dialog, 0)[:3] == ["Tender of 91-day bills", "Headlines like this", "HKMA"]
    assert cells(dialog, 0)[4] == "11"
    assert cells(dialog, 1) == ["Example Digital · ExDi", "Name", "everyone", "for ever", "12"]
    assert not dialog.empty.isVisible()


def test_a_muted_rule_goes_by_its_name_and_by_its_id_where_it_is_gone(dialog: MutesDialog) -> None:
    dialog.rules = {"sfc-title": "The SFC by its full name in the headline"}
    dialog.set_mutes((view(1, MuteKind.RULE, "sfc-title"), view(2, MuteKind.RULE, "withdrawn")), NOW)
    assert cells(dialog, 0)[0] == "The SFC by its full name in the headline"
    assert cells(dialog, 1)[0] == "withdrawn"


def test_without_mutes_it_says_how_one_is_made(dialog: MutesDialog) -> None:
    dialog.set_mutes((), NOW)
    assert dialog.empty.isVisible()
    assert not dialog.table.isVisible()
    assert not dialog.unmute.isEnabled()


def test_the_button_and_delete_end_the_selected_mute(dialog: MutesDialog, qtbot: QtBot) -> None:
    dialog.set_mutes(MUTES, NOW)
    dialog.table.selectRow(1)
    with qtbot.waitSignal(dialog.unmute_wanted) as caught:
        dialog.unmute.click()
    assert caught.args == [MuteId(2)]
    with qtbot.waitSignal(dialog.unmute_wanted):
        qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)


def test_the_selected_mute_stays_selected_when_another_ends(dialog: MutesDialog, qtbot: QtBot) -> None:
    dialog.set_mutes(MUTES, NOW)
    dialog.table.selectRow(1)
    dialog.set_mutes(MUTES[1:], NOW)
    with qtbot.waitSignal(dialog.unmute_wanted) as caught:
        dialog.unmute.click()
    assert caught.args == [MuteId(2)]


def test_words_of_headlines_are_muted_from_the_list(dialog: MutesDialog) -> None:
    told: list[str] = []
    dialog.words_wanted.connect(told.append)
    assert not dialog.mute_words.isEnabled()
    QTest.keyClicks(dialog.words, " weekly digest ")
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    assert told == ["weekly digest"]
    assert dialog.words.text() == ""
