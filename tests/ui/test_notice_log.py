# SPDX-License-Identifier: MIT
"""What the log and the reader say of a notice, and answers to what the window shows itself."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hkwatch.domain import commands as cmd
from hkwatch.domain.delivery import Delivery, ToldFact
from hkwatch.domain.events import NoticeWanted
from hkwatch.domain.ids import CommandId, ItemId, NoticeId
from hkwatch.domain.item import Level
from hkwatch.ui.marks import Marks
from hkwatch.ui.notices.log import NoticeLog
from hkwatch.ui.notices.wiring import NoticeManager
from hkwatch.ui.notices.words import by_ways, state_text, told_text
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.toast import Toast

NOW = datetime(2025, 2, 21, 8, 33, tzinfo=UTC)
ONE = Delivery(
    NoticeId(1),
    "item",
    Level.HIGH,
    "shown",
    "SFC · Press · High",
    "A headline",
    ("popup", "sound"),
    NOW,
    NOW,
    NOW,
    "",
    None,
    "",
    0,
    ItemId(5),
)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Shown by pop-up"),
        ({"ways": ("sound",)}, "Shown by sound"),
        ({"ended": "acknowledge"}, "Acknowledged"),
        ({"ended": "open-chart"}, "Opened"),
        ({"ended": "expired", "repeats": 3}, "Timed out on the screen · repeated 3 times"),
        ({"state": "maybe"}, "May not have been shown"),
        ({"state": "held"}, "Held while it is quiet"),
        ({"state": "due", "due_at": NOW + timedelta(hours=1)}, "Snoozed until 17:33"),
        ({"state": "due", "told_at": None, "error": "No daemon"}, "Waits: nobody can show it"),
        ({"state": "failed", "error": "over before it could be told"}, "Over before it could be told"),
        ({"state": "failed", "error": "no tray"}, "Not shown: no tray"),
    ],
)
def test_state_of_a_notice_in_words(changes: dict[str, Any], said: str) -> None:
    assert state_text(replace(ONE, **changes), "en") == said


def test_told_names_time_and_ways() -> None:
    assert told_text(ToldFact(NOW, ("popup", "sound")), NOW, "en") == "Told 16:33 HKT by pop-up"
    assert told_text(ToldFact(NOW, ()), NOW - timedelta(days=1), "en") == "Told 21 Feb 16:33 HKT"
    assert by_ways(("popup", "my phone")) == "by pop-up and my phone"


def test_log_keeps_its_selection_and_opens_the_item(marks: Marks, qtbot: QtBot) -> None:
    log = NoticeLog(marks, "en", None)
    qtbot.addWidget(log)
    log.show()
    other = replace(ONE, id=NoticeId(2), item=None, title="", body="", kind="alert")
    log.set_deliveries([ONE], NOW)
    log.set_deliveries([other, ONE], NOW)
    assert log.table.currentRow() == 1 or log.table.selectionModel().selectedRows()[0].row() == 1
    with qtbot.waitSignal(log.item_wanted) as caught:
        QTest.keyClick(log.table, Qt.Key.Key_Return)
        log.open_item.click()
    assert caught.args == [5]
    log.table.selectRow(0)
    assert not log.open_item.isEnabled()
    assert log.table.item(0, 1).text() == "Price alert"
    log.set_problem("No notification daemon is running.")
    assert not log.problem.isHidden()


class Window(QWidget):
    """A window that is shown or hidden."""

    def bring_up(self) -> None:
        self.show()


def test_answers_in_the_window_and_beside_the_tray_reach_the_engine(marks: Marks, qtbot: QtBot) -> None:
    window, sent = Window(), []
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    toast = Toast(marks.theme, marks.fonts, marks.icons, window)
    owner = QObject(window)
    manager = NoticeManager(
        window,  # type: ignore[arg-type]
        marks,
        toast,
        None,  # type: ignore[arg-type]
        sent.append,
        lambda: CommandId("c"),
        lambda: NOW,
        OpenDialogs(owner),
        owner,
    )
    manager.on_wanted(NoticeWanted(NoticeId(7), "title", "body", Level.CRITICAL), "Open")
    toast.first.click()
    assert sent == [
        cmd.NoticeShown(CommandId("c"), NoticeId(7)),
        cmd.AnswerNotice(CommandId("c"), NoticeId(7), "default"),
    ]
    sent.clear()
    manager.on_wanted(NoticeWanted(NoticeId(8), "title", "body", Level.CRITICAL), "Open")
    toast.tell("something else", first="Undo")
    toast.first.click()
    assert [type(one) for one in sent] == [cmd.NoticeShown], "undoing answers no notice"
    manager.on_wanted(NoticeWanted(NoticeId(9), "title", "body", Level.CRITICAL), "Open")
    toast.dismiss()
    assert sent[-1] == cmd.AnswerNotice(CommandId("c"), NoticeId(9), "dismissed")

    window.hide()
    manager.on_wanted(NoticeWanted(NoticeId(10), "title", "body", Level.HIGH), "Open")
    assert sent[-1] == cmd.NoticeShown(CommandId("c"), NoticeId(10), "no window and no tray to show it in")
    assert not manager.clicked_outside()
    manager.show_outside = lambda _title, _text: True
    manager.on_wanted(NoticeWanted(NoticeId(11), "title", "body", Level.HIGH), "Open")
    assert manager.clicked_outside()
    assert sent[-1] == cmd.AnswerNotice(CommandId("c"), NoticeId(11), "default")

    manager.quiet_morning()
    assert sent[-1] == cmd.Quiet(CommandId("c"), datetime(2025, 2, 22, 0, tzinfo=UTC))
    marked: list[bool] = []
    manager.badge = marked.append
    manager.test("tray")
    assert marked == [True]
