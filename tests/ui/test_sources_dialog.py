# SPDX-License-Identifier: MIT
"""The source manager's window: table, keys, details, states, words for screen readers."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from inbox_rows import NOW
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from source_rows import ALL, CATALOGUE, ERROR, PUBLISHERS, STATUS, STEP, health, poll

from hkwatch.domain.events import SourceState, WatchState
from hkwatch.domain.ids import SourceId
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources.dialog import SourcesDialog
from hkwatch.ui.sources.lines import Column, Grouping, View
from hkwatch.ui.table_state import TableStates
from hkwatch.ui.theme import Theme
from hkwatch.ui.window_state import WindowState


@pytest.fixture
def dialog(marks: Marks, qtbot: QtBot) -> Iterator[SourcesDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    shown = SourcesDialog(marks, CATALOGUE, PUBLISHERS, "en", parent)
    shown.set_status(STATUS, STATUS.sources, NOW)
    shown.show()
    qtbot.waitExposed(shown)
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.table.setFocus()
    yield shown
    shown.close()


def choose(dialog: SourcesDialog, name: str) -> None:
    dialog.select(SourceId(name))
    assert dialog.chosen is not None
    assert dialog.chosen.source == name


def shown(dialog: SourcesDialog) -> list[str]:
    rows = dialog.table.rows
    return [str(rows.index(row, 0).data()) for row in range(rows.rowCount())]


def test_watched_sources_are_listed_and_paused_ones_on_request(dialog: SourcesDialog) -> None:
    assert len(shown(dialog)) == 9
    assert dialog.toolbar.off is not None
    dialog.toolbar.off.click()
    assert len(shown(dialog)) == 11
    assert dialog.counts.text().startswith("9 watched · 4 OK · 3 failing")


def test_arrows_walk_enter_opens_and_escape_comes_back(dialog: SourcesDialog, qtbot: QtBot) -> None:
    assert dialog.chosen is not None
    first = dialog.chosen.source
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    assert dialog.chosen is not None
    assert dialog.chosen.source != first
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.detail.check.hasFocus()
    qtbot.keyClick(dialog.detail.check, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.table.hasFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_End)
    assert dialog.chosen.source == "blog"


def test_keys_tell_their_wish_for_the_selected_source(dialog: SourcesDialog, qtbot: QtBot) -> None:
    choose(dialog, "circulars")
    for key, signal, told in (
        (Qt.Key.Key_Delete, dialog.remove_wanted, ["circulars"]),
        (Qt.Key.Key_Space, dialog.switch_wanted, ["circulars", False]),
        (Qt.Key.Key_F5, dialog.check_wanted, ["circulars"]),
    ):
        with qtbot.waitSignal(signal) as wish:
            QTest.keyClick(dialog.table, key)
        assert wish.args == told
    choose(dialog, "paused-media")
    with qtbot.waitSignal(dialog.switch_wanted) as wish:
        qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert wish.args == ["paused-media", True]


def test_a_row_that_is_paused_stays_where_it_is(dialog: SourcesDialog, qtbot: QtBot) -> None:
    choose(dialog, "circulars")
    before = shown(dialog)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    paused = health("circulars", SourceState.OFF)
    dialog.set_status(STATUS, (ALL[0], paused, *STATUS.sources[2:]), NOW)
    assert shown(dialog) == before
    assert dialog.chosen is not None
    assert dialog.chosen.source == "circulars"
    with qtbot.waitSignal(dialog.switch_wanted) as wish:
        qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert wish.args == ["circulars", True]


def test_keys_of_the_window_work_from_the_table(dialog: SourcesDialog, qtbot: QtBot) -> None:
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    for key, held, signal in (
        (Qt.Key.Key_N, control, dialog.add_wanted),
        (Qt.Key.Key_Z, control, dialog.undo_wanted),
    ):
        with qtbot.waitSignal(signal):
            QTest.keyClick(dialog.table, key, held)
    with qtbot.waitSignal(dialog.check_wanted) as wish:
        QTest.keyClick(dialog.table, Qt.Key.Key_F5, shift)
    assert wish.args == [None]
    QTest.keyClick(dialog.table, Qt.Key.Key_Slash)
    assert dialog.toolbar.filter.hasFocus()


def test_letters_in_the_filter_are_text_and_escape_empties_it_first(dialog: SourcesDialog, qtbot: QtBot) -> None:
    field = dialog.toolbar.filter
    field.setFocus()
    qtbot.keyClicks(field, "blocked media")
    assert shown(dialog) == ["Blocked media"]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert dialog.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert dialog.table.hasFocus()


def test_a_filter_that_finds_nothing_says_so_and_can_be_cleared(dialog: SourcesDialog) -> None:
    dialog.toolbar.filter.setText("zzz")
    assert dialog.stack.currentWidget() is dialog.empty
    assert dialog.empty.accessibleName().startswith("No source matches “zzz”")
    dialog.empty.primary_button.click()
    assert len(shown(dialog)) == 9


def test_a_click_on_a_head_sorts_a_second_turns_it_round_a_third_takes_it_back(dialog: SourcesDialog) -> None:
    before = shown(dialog)
    dialog.table.head.sectionClicked.emit(int(Column.SOURCE))
    assert shown(dialog) == sorted(before)
    dialog.table.head.sectionClicked.emit(int(Column.SOURCE))
    assert shown(dialog) == sorted(before, reverse=True)
    dialog.table.head.sectionClicked.emit(int(Column.SOURCE))
    assert shown(dialog) == before


def test_failing_ones_come_first_on_a_click(dialog: SourcesDialog) -> None:
    assert dialog.toolbar.failing is not None
    dialog.toolbar.failing.click()
    assert shown(dialog)[:3] == ["Blocked media", "Changed media", "Broken media"]


def test_the_selected_source_stays_selected_through_order_and_groups(dialog: SourcesDialog) -> None:
    choose(dialog, "broken-media")
    dialog.toolbar.change(View(sort=Column.SOURCE, grouping=Grouping.PUBLISHER))
    assert dialog.chosen is not None
    assert dialog.chosen.source == "broken-media"


def test_heads_of_groups_cannot_be_selected(dialog: SourcesDialog, qtbot: QtBot) -> None:
    dialog.toolbar.change(View(grouping=Grouping.PUBLISHER))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Home)
    assert shown(dialog)[0] == "SFC, 8"
    assert dialog.table.currentIndex().row() == 1
    qtbot.keyClick(dialog.table, Qt.Key.Key_Up)
    assert dialog.chosen is not None


def test_when_a_source_leaves_its_neighbour_is_selected(dialog: SourcesDialog) -> None:
    choose(dialog, "circulars")
    rest = tuple(one for one in STATUS.sources if one.source != "circulars")
    dialog.set_status(STATUS, rest, NOW)
    assert dialog.chosen is not None
    assert dialog.chosen.source == "consultations"


def test_a_source_is_spoken_as_a_sentence(dialog: SourcesDialog) -> None:
    index = dialog.table.rows.index(dialog.table.rows.row_of(SourceId("blocked-media")), 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Blocked media: Blocked since 10:08. ")
    made = QAccessible.queryAccessibleInterface(dialog.table)
    assert made.text(QAccessible.Text.Name) == "Sources"


def test_everything_that_takes_the_focus_says_what_it_is(dialog: SourcesDialog) -> None:
    choose(dialog, "consultations")
    dialog.detail.show_log((poll(5, good=True),), NOW)
    parts = [one for one in dialog.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    parts = [one for one in parts if one.isVisible()]
    assert len(parts) > 15
    silent = [one for one in parts if not (one.accessibleName() or (isinstance(one, QAbstractButton) and one.text()))]
    assert [type(one).__name__ for one in silent] == []


def test_the_selected_source_shows_its_cause_next_step_and_log(dialog: SourcesDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.log_wanted) as asked:
        choose(dialog, "blocked-media")
    assert asked.args == ["blocked-media"]
    detail = dialog.detail
    assert detail.cause.text() == ERROR
    assert detail.next_step.text() == f"{STEP} Next try 17:13."
    assert detail.badge.text == "HTTP 403"
    assert detail.facts["address"][1].text().replace("\u200b", "") == "https://www.example.test/blocked-media.xml"
    assert not detail.use.isVisible()
    dialog.set_log(SourceId("blocked-media"), (poll(5, good=False), poll(10, good=True)))
    assert detail.log.lines() == ["17:03 403 http-403", "16:58 200 12\xa0kB · 1 new · 310\xa0ms"]


def test_the_log_is_asked_for_again_only_after_another_poll(dialog: SourcesDialog, qtbot: QtBot) -> None:
    choose(dialog, "blocked-media")
    with qtbot.assertNotEmitted(dialog.log_wanted):
        dialog.set_status(STATUS, STATUS.sources, NOW + timedelta(seconds=1))
    later = replace(ALL[3], next_at=NOW + timedelta(hours=1))
    with qtbot.waitSignal(dialog.log_wanted):
        dialog.set_status(STATUS, (*ALL[:3], later, *STATUS.sources[4:]), NOW)


def test_a_log_that_comes_late_does_not_stand_under_another_source(dialog: SourcesDialog) -> None:
    choose(dialog, "blocked-media")
    choose(dialog, "press-releases")
    dialog.set_log(SourceId("blocked-media"), (poll(5, good=False),))
    assert dialog.detail.log.lines() == []


def test_a_new_address_is_offered_with_both_choices(dialog: SourcesDialog, qtbot: QtBot) -> None:
    choose(dialog, "consultations")
    assert dialog.detail.move_text.text() == "The server says it moved to https://new.example.test/feed (seen 3×)."
    for button, wanted in ((dialog.detail.use, True), (dialog.detail.keep, False)):
        with qtbot.waitSignal(dialog.address_chosen) as decided:
            button.click()
        assert decided.args == ["consultations", wanted]


def test_the_diagnosis_holds_address_error_and_log(dialog: SourcesDialog) -> None:
    choose(dialog, "blocked-media")
    dialog.set_log(SourceId("blocked-media"), (poll(5, good=False), poll(10, good=True)))
    dialog.detail.log.copy.click()
    text = QGuiApplication.clipboard().text()
    assert "address: https://www.example.test/blocked-media.xml" in text
    assert f"error: http-403 {ERROR}" in text
    assert "good polls: 30 of 50" in text
    assert "200 12345 310 20 1" in text
    assert dialog.toast.isVisible()


def test_the_host_is_said_before_the_browser_opens(dialog: SourcesDialog, qtbot: QtBot) -> None:
    choose(dialog, "circulars")
    assert dialog.detail.open.toolTip() == "Opens www.example.test"
    with qtbot.waitSignal(dialog.open_wanted) as wish:
        dialog.detail.open.click()
    assert wish.args == ["https://www.example.test/circulars.xml"]


def test_an_address_that_is_none_of_the_web_cannot_be_opened(dialog: SourcesDialog) -> None:
    odd = health("odd", url="file:///etc/passwd")
    dialog.set_status(STATUS, (odd,), NOW)
    choose(dialog, "odd")
    assert dialog.detail.open.isHidden()


def test_asking_now_shows_that_it_is_under_way_until_an_answer_came(dialog: SourcesDialog) -> None:
    choose(dialog, "blocked-media")
    check = dialog.detail.check
    assert check.text() == "Try now"
    check.click()
    assert (check.text(), check.isEnabled()) == ("Asking…", False)
    dialog.set_status(STATUS, STATUS.sources, NOW)
    assert not check.isEnabled()
    answered = replace(ALL[3], next_at=NOW + timedelta(hours=6))
    dialog.set_status(STATUS, (*ALL[:3], answered, *STATUS.sources[4:]), NOW)
    assert (check.text(), check.isEnabled()) == ("Try now", True)


def test_terms_and_folder_are_shown_where_there_are_any(dialog: SourcesDialog) -> None:
    choose(dialog, "gathered")
    assert dialog.detail.facts["terms"][1].text() == "For personal use only."
    assert dialog.detail.facts["folder"][1].isHidden()
    assert dialog.detail.switch.text() == "Watch"
    choose(dialog, "blog")
    assert dialog.detail.facts["folder"][1].text() == "Law / Blogs"
    assert dialog.detail.facts["terms"][1].isHidden()
    choose(dialog, "paused-media")
    assert dialog.detail.switch.text() == "Watch again"


def test_offline_and_paused_watches_say_so_over_the_table(dialog: SourcesDialog, qtbot: QtBot) -> None:
    offline = replace(STATUS, state=WatchState.OFFLINE, offline_since=NOW - timedelta(minutes=8))
    dialog.set_status(offline, STATUS.sources, NOW)
    assert dialog.banner.fact == "Offline since 17:00."
    paused = replace(STATUS, state=WatchState.PAUSED)
    dialog.set_status(paused, STATUS.sources, NOW)
    assert dialog.banner.fact == "Paused until you resume."
    with qtbot.waitSignal(dialog.resume_wanted):
        dialog.banner.button.click()
    dialog.set_status(STATUS, STATUS.sources, NOW)
    assert dialog.banner.isHidden()


def test_before_the_engine_speaks_and_without_a_source_the_window_says_why_it_is_empty(dialog: SourcesDialog) -> None:
    dialog.set_status(None, (), NOW)
    assert dialog.empty.accessibleName().startswith("The engine is starting")
    dialog.set_status(STATUS, (), NOW)
    assert dialog.empty.accessibleName().startswith("No source is watched")
    dialog.set_status(STATUS, (health("a", SourceState.OFF),), NOW)
    assert dialog.empty.accessibleName().startswith("Every source is paused or off")
    dialog.empty.primary_button.click()
    assert shown(dialog) == ["A"]


def test_a_narrow_table_keeps_name_and_state(dialog: SourcesDialog) -> None:
    dialog.resize(520, 600)
    QApplication.processEvents()
    columns = dialog.table.shown_columns()
    assert columns[0] is Column.SOURCE
    assert Column.STATE in columns
    assert Column.KIND not in columns
    used = sum(dialog.table.columnWidth(int(column)) for column in columns)
    assert used <= dialog.table.viewport().width()
    dialog.resize(1500, 800)
    QApplication.processEvents()
    assert dialog.table.shown_columns() == list(Column)


def test_in_a_low_window_details_take_the_tables_place_and_give_it_back(dialog: SourcesDialog, qtbot: QtBot) -> None:
    choose(dialog, "circulars")
    dialog.resize(620, 400)
    QApplication.processEvents()
    assert not dialog.detail.isVisible()
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.detail.isVisible()
    assert not dialog.table.isVisible()
    dialog.back.click()
    assert dialog.table.isVisible()


def test_words_follow_the_language(dialog: SourcesDialog) -> None:
    dialog.set_language("zh-Hant", {"sfc": "證監會"})
    assert "來源" in shown(dialog)
    dialog.toolbar.change(View(grouping=Grouping.PUBLISHER))
    assert shown(dialog)[0].startswith("證監會")


def test_a_new_theme_reaches_the_open_window(dialog: SourcesDialog, theme: Theme) -> None:
    theme.set_scheme("dark")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    colour = dialog.grab().toImage().pixelColor(4, 4)
    assert colour.lightness() < 60


@pytest.mark.skipif(not os.environ.get("HKWATCH_PICTURES"), reason="pictures are drawn on request")
@pytest.mark.parametrize("name", ["press-releases", "circulars", "consultations", "blocked-media", "gathered"])
def test_pictures(dialog: SourcesDialog, name: str) -> None:
    choose(dialog, name)
    dialog.set_log(SourceId(name), [poll(5 * n, good=name != "blocked-media" or n > 8) for n in range(1, 50)])
    assert dialog.grab().save(f"{os.environ['HKWATCH_PICTURES']}/sources-{name}.png")


def test_a_column_made_wider_stays_so_while_the_table_fits_the_others_and_the_heads_still_sort(
    dialog: SourcesDialog, qtbot: QtBot
) -> None:
    dialog.resize(1100, 640)
    QApplication.processEvents()
    table, head, state = dialog.table, dialog.table.head, WindowState()
    states = TableStates(state)
    states.adopt("sources", dialog)
    usual = [head.sectionSize(section) for section in range(head.count())]

    def press(x: int, by: int) -> None:
        viewport, at = head.viewport(), QPoint(x, head.height() // 2)
        qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=at)
        if by:
            qtbot.mouseMove(viewport, at + QPoint(by, 0))
        qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=at + QPoint(by, 0))

    edge = head.sectionViewportPosition(0) + head.sectionSize(0) - 2
    press(edge, 0)
    assert state.columns == {}
    press(edge, 50)
    assert head.sectionSize(0) == usual[0] + 50
    dialog.resize(1120, 640)
    QApplication.processEvents()
    assert head.sectionSize(0) == usual[0] + 50
    with qtbot.waitSignal(table.sort_wanted):
        press(head.sectionViewportPosition(0) + 40, 0)
    states.reset_all()
    dialog.resize(1100, 640)
    QApplication.processEvents()
    assert [head.sectionSize(section) for section in range(head.count())] == usual
