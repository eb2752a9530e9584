# SPDX-License-Identifier: MIT
"""What was searched for lately: remembered, offered, forgotten."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hkwatch.ui.inbox import InboxPane
from hkwatch.ui.marks import Marks
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.search_history import MOST, SearchHistory


@pytest.fixture
def files(qtbot: QtBot) -> Iterator[ReadThread[None]]:
    made: ReadThread[None] = ReadThread(None, name="files")
    yield made
    assert made.end(drop=False)


@pytest.fixture
def pane(marks: Marks, qtbot: QtBot) -> InboxPane:
    made = InboxPane(marks)
    qtbot.addWidget(made)
    made.resize(768, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.field.focus_all()
    return made


def test_down_in_the_empty_box_offers_the_last_searches(
    pane: InboxPane, files: ReadThread[None], tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "history.json"
    history = SearchHistory(pane.field, files, file)
    for text in ("custody", "src:sfc is:unread", "custody", "src:"):
        pane.field.set_text(text)
        QTest.keyClick(pane.field.edit, Qt.Key.Key_Return)
        pane.field.focus_all()
    assert history.searches == ["custody", "src:sfc is:unread"]
    pane.field.set_text("")
    QTest.keyClick(pane.field.edit, Qt.Key.Key_Down)
    assert pane.field.completion.offered == ["custody", "src:sfc is:unread"]
    QTest.keyClick(pane.field.edit, Qt.Key.Key_Down)
    QTest.keyClick(pane.field.edit, Qt.Key.Key_Return)
    assert pane.field.text == "src:sfc is:unread"
    qtbot.waitUntil(lambda: file.exists() and "custody" in file.read_text("utf-8"))
    again = SearchHistory(pane.field, files, file)
    qtbot.waitUntil(lambda: again.searches == ["custody", "src:sfc is:unread"])
    assert file.stat().st_mode & 0o777 == 0o600


def test_it_keeps_the_last_twenty_and_forgets_all(
    pane: InboxPane, files: ReadThread[None], tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "history.json"
    history = SearchHistory(pane.field, files, file)
    for number in range(MOST + 5):
        history.add(f"word{number}")
    assert (len(history.searches), history.searches[0]) == (MOST, f"word{MOST + 4}")
    history.clear()
    pane.field.set_text("")
    QTest.keyClick(pane.field.edit, Qt.Key.Key_Down)
    assert pane.field.completion.offered == []
    qtbot.waitUntil(lambda: file.exists() and file.read_text("utf-8") == '{"searches": [], "chosen": []}')


def test_a_file_of_another_kind_is_an_empty_history(
    pane: InboxPane, files: ReadThread[None], tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "history.json"
    for content in ("no json", "[]", '{"searches": 3, "chosen": [1, "a"]}'):
        file.write_text(content, "utf-8")
        history = SearchHistory(pane.field, files, file)
        history.add("custody")
        qtbot.waitUntil(lambda: "custody" in file.read_text("utf-8"))
        assert history.searches == ["custody"]


def test_a_history_that_cannot_be_written_is_said(
    pane: InboxPane, files: ReadThread[None], tmp_path: Path, qtbot: QtBot
) -> None:
    history = SearchHistory(pane.field, files, tmp_path / "missing" / "history.json")
    with qtbot.waitSignal(history.failed) as told:
        history.clear()
    assert "missing" in told.args[0]
