# SPDX-License-Identifier: MIT
"""The deadline board: groups, order, keys, copying, calendar wishes, words for screen readers; the reader's line."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from inbox_rows import NAMES, NOW, make_row
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hkwatch.domain.deadline import CountedDeadline, DeadlineKind, KnownDeadline, counted
from hkwatch.domain.ids import ItemId
from hkwatch.ui.deadlines.dialog import DeadlineBoard
from hkwatch.ui.deadlines.lines import Column, GroupHead
from hkwatch.ui.deadlines.words import reader_line
from hkwatch.ui.inbox.prepared import prepare, spoken
from hkwatch.ui.marks import Marks, Tag, TagKind
from hkwatch.ui.reader.deadline import DeadlineStrip

TODAY = date(2025, 2, 19)
WHEN_OUT = datetime(2025, 1, 10, 8, 0, tzinfo=UTC)


def known(number: int, days: int, **more: object) -> KnownDeadline:
    """`25CP<number>`, closing so many days after today."""
    day = TODAY + timedelta(days=days)
    one = KnownDeadline(
        number, ItemId(number), "sfc", f"25CP{number}", f"Paper {number}", DeadlineKind.COMMENTS, day, day
    )
    return replace(one, **more)  # type: ignore[arg-type]


def count(*deadlines: KnownDeadline) -> tuple[CountedDeadline, ...]:
    return tuple(counted(one, TODAY, frozenset()) for one in deadlines)


FAR = known(1, 40)
NEAR = known(2, 2)
MOVED = known(3, 14, announced=TODAY + timedelta(days=2), moves=1)
OVER = known(4, -3)
DONE = known(5, -60, conclusion_ref="25CC5", conclusion=ItemId(50), concluded_at=WHEN_OUT)
LOST = known(6, -400, item=None, url="")
ALL = count(LOST, DONE, OVER, NEAR, MOVED, FAR)


@pytest.fixture
def board(marks: Marks, qtbot: QtBot) -> Iterator[DeadlineBoard]:
    parent = QWidget()
    qtbot.addWidget(parent)
    shown = DeadlineBoard(marks, NAMES, "en", parent)
    shown.set_deadlines(ALL)
    shown.show()
    qtbot.waitExposed(shown)
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.table.setFocus()
    yield shown
    shown.close()


def refs(board: DeadlineBoard) -> list[str]:
    return [
        f"[{line.name} {line.count}]" if isinstance(line, GroupHead) else line.left.deadline.ref
        for line in board.table.rows.lines()
    ]


def rows(board: DeadlineBoard) -> QAbstractItemModel:
    return board.table.rows


def test_the_nearest_stands_first_and_the_past_is_folded(board: DeadlineBoard) -> None:
    assert refs(board) == ["[Open 3]", "25CP2", "25CP3", "25CP1", "[Past 3]"]
    assert board.chosen == ALL[3]
    assert board.counts.text() == "3 open · 1 with 3 working days or fewer"
    cells = [rows(board).index(2, column).data() for column in Column]
    assert cells == ["Paper 3", "SFC 25CP3", "Wed 5 Mar 2025", "14", "10", "Extended from 21 Feb", ""]


def test_space_unfolds_the_past_the_latest_first(board: DeadlineBoard, qtbot: QtBot) -> None:
    qtbot.keyClick(board.table, Qt.Key.Key_End)
    assert board.chosen is None
    assert not board.export.isEnabled()
    qtbot.keyClick(board.table, Qt.Key.Key_Space)
    assert refs(board)[4:] == ["[Past 3]", "25CP4", "25CP5", "25CP6"]
    assert rows(board).index(6, Column.CONCLUSION).data() == "→ 25CC5, 10 Jan 2025"
    qtbot.keyClick(board.table, Qt.Key.Key_Left)
    assert refs(board)[4:] == ["[Past 3]"]


def test_heads_sort_up_then_down_then_not(board: DeadlineBoard) -> None:
    for wanted in (["25CP1", "25CP2", "25CP3"], ["25CP3", "25CP2", "25CP1"], ["25CP2", "25CP3", "25CP1"]):
        board.table.head.sectionClicked.emit(int(Column.TITLE))
        assert refs(board)[1:4] == wanted
    assert board.chosen == ALL[3]


def test_enter_opens_the_paper_and_control_enter_its_conclusions(board: DeadlineBoard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(board.open_wanted) as opened:
        qtbot.keyClick(board.table, Qt.Key.Key_Return)
    assert opened.args == [ItemId(2)]
    assert not board.conclusions.isEnabled()
    board.select(5)
    assert board.chosen == ALL[1]
    with qtbot.waitSignal(board.open_wanted) as opened:
        board.conclusions.click()
    assert opened.args == [ItemId(50)]


def test_a_paper_that_is_not_stored_is_opened_at_its_source_or_said_to_be_too_old(
    board: DeadlineBoard, qtbot: QtBot
) -> None:
    board.select(6)
    with qtbot.assertNotEmitted(board.open_wanted):
        qtbot.keyClick(board.table, Qt.Key.Key_Return)
    assert board.toast.isVisible()
    board.set_deadlines(count(replace(LOST, url="https://example.test/6")))
    board.select(6)
    with qtbot.waitSignal(board.link_wanted) as opened:
        qtbot.keyClick(board.table, Qt.Key.Key_Return)
    assert opened.args == ["https://example.test/6"]


def test_one_or_all_open_ones_go_into_a_calendar_and_one_to_the_clipboard(board: DeadlineBoard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(board.export_wanted) as wanted:
        board.export.click()
    assert wanted.args == [(NEAR,)]
    with qtbot.waitSignal(board.export_wanted) as wanted:
        board.export_all.click()
    assert {one.ref for one in (wanted.args or [()])[0]} == {"25CP1", "25CP2", "25CP3"}
    board.copy.click()
    assert QGuiApplication.clipboard().text().split("\t")[:3] == ["Paper 2", "SFC 25CP2", "2025-02-21"]


def test_what_is_selected_stays_selected_when_days_pass(board: DeadlineBoard) -> None:
    board.select(1)
    board.set_deadlines(tuple(counted(one.deadline, TODAY + timedelta(days=3), frozenset()) for one in ALL))
    assert refs(board) == ["[Open 2]", "25CP3", "25CP1", "[Past 4]"]
    assert board.chosen is not None
    assert board.chosen.deadline == FAR


def test_a_row_is_spoken_whole_and_controls_have_names(board: DeadlineBoard) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    assert rows(board).index(1, 0).data(role) == ("Open. SFC 25CP2. Paper 2. Fri 21 Feb 2025. Days: 2. Working days: 2")
    assert rows(board).index(1, Column.CONCLUSION).data(role) == "Conclusions: –"
    assert all(one.accessibleName() for one in (board.table, board.open_item, board.copy, board.export))


def test_without_any_deadline_the_board_says_what_will_stand_there(marks: Marks, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    shown = DeadlineBoard(marks, NAMES, "en", parent)
    shown.set_deadlines(())
    assert shown.stack.currentWidget() is shown.empty
    assert "No deadline is known yet" in shown.empty.accessibleName()
    assert not shown.export_all.isEnabled()
    shown.close()


@pytest.mark.parametrize(
    ("deadline", "line"),
    [
        (FAR, "Comments by Mon 31 Mar 2025 (28 working days)"),
        (known(7, 0), "Comments by Wed 19 Feb 2025 (last day today)"),
        (known(7, 1), "Comments by Thu 20 Feb 2025 (1 working day)"),
        (replace(FAR, kind=DeadlineKind.APPLICATIONS), "Applications by Mon 31 Mar 2025 (28 working days)"),
        (MOVED, "Comments by Wed 5 Mar 2025 (10 working days) · extended from 21 Feb"),
        (OVER, "Comments by Sun 16 Feb 2025 (closed)"),
        (DONE, "Comments by Sat 21 Dec 2024 (concluded)"),
    ],
)
def test_the_reader_says_until_when_and_how_long(
    marks: Marks, qtbot: QtBot, deadline: KnownDeadline, line: str
) -> None:
    (left,) = count(deadline)
    assert reader_line(left, "en") == line
    strip = DeadlineStrip(marks)
    qtbot.addWidget(strip)
    assert strip.isHidden()
    strip.show_deadline(left)
    assert strip.line.text() == strip.line.accessibleName() == line
    assert strip.export.isHidden() is not left.is_open
    with qtbot.waitSignal(strip.export_wanted) as wanted:
        strip.export.click()
    assert wanted.args == [deadline]
    with qtbot.waitSignal(strip.board_wanted) as shown:
        strip.board.click()
    assert shown.args == [deadline.item]
    strip.show_deadline(None)
    assert strip.isHidden()


def test_a_row_of_the_list_shows_its_last_day_and_whether_it_moved() -> None:
    row = make_row(NOW, closes_on=TODAY)
    assert prepare(row, NAMES).tags == (Tag(TagKind.DEADLINE, "19 Feb"),)
    assert prepare(row, NAMES, "zh-Hant").tags == (Tag(TagKind.DEADLINE, "2月19日"),)
    moved = prepare(replace(row, extended_from=date(2025, 2, 12), is_changed=True), NAMES)
    assert moved.tags == (Tag(TagKind.DEADLINE, "Δ 19 Feb"),)
    assert "Deadline 19 Feb." in spoken(moved)
