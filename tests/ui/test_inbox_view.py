# SPDX-License-Identifier: MIT
"""The list: keys, selection by item, paging, what was on screen, and what rows look like."""

import time
from dataclasses import replace
from datetime import timedelta

import pytest
from inbox_rows import NAMES, NOW, hkt, make_row, two_days
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import ItemState, Level
from hkwatch.domain.rows import InboxRow
from hkwatch.ui.inbox import Density, InboxModel, InboxView, RowDelegate
from hkwatch.ui.marks import Marks
from patience import PATIENCE_MS

IDS = [row.id for row in two_days()]


@pytest.fixture
def view(marks: Marks, qtbot: QtBot) -> InboxView:
    return shown(marks, qtbot, two_days())


def shown(marks: Marks, qtbot: QtBot, rows: list[InboxRow], *, more: bool = False) -> InboxView:
    model = InboxModel()
    made = InboxView(model, marks)
    qtbot.addWidget(made)
    made.resize(768, 320)
    model.set_rows(rows, NOW, "en", NAMES, more=more)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def inbox(view: InboxView) -> InboxModel:
    model = view.model()
    assert isinstance(model, InboxModel)
    return model


def painted(view: InboxView, row: int, *, selected: bool = False, hover: bool = False) -> QImage:
    """One row as the delegate paints it."""
    image = QImage(768, 80, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 768, 32)
    if selected:
        option.state |= QStyle.StateFlag.State_Selected
    if hover:
        option.state |= QStyle.StateFlag.State_MouseOver
    view.itemDelegate().paint(painter, option, inbox(view).index(row))
    painter.end()
    return image


def test_j_and_k_open_while_n_and_p_only_move(view: InboxView) -> None:
    opened: list[object] = []
    selected: list[object] = []
    view.opened.connect(opened.append)
    view.selected.connect(selected.append)
    for key in (Qt.Key.Key_J, Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_P, Qt.Key.Key_K):
        QTest.keyClick(view, key)
    assert opened == [IDS[0], IDS[1]]
    assert selected == [IDS[0], IDS[1], IDS[2], IDS[3], IDS[2], IDS[1]]


def test_heads_are_passed_over_and_the_ends_hold(view: InboxView) -> None:
    view.select_id(IDS[2])
    assert view.step(1, open_it=False)
    assert view.current_id == IDS[3]
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.current_id == IDS[4]
    assert not view.step(1, open_it=False)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.current_id == IDS[0]
    assert not view.step(-1, open_it=False)


def test_enter_and_o_ask_for_the_reader_and_the_dot_for_the_new_items(view: InboxView) -> None:
    wanted: list[object] = []
    dots: list[bool] = []
    view.reader_wanted.connect(wanted.append)
    view.waiting_wanted.connect(lambda: dots.append(True))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert wanted == []
    view.select_id(IDS[1])
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_O)
    QTest.keyClick(view, Qt.Key.Key_Period)
    assert wanted == [IDS[1], IDS[1]]
    assert dots == [True]


def test_the_arrows_close_and_open_a_day(view: InboxView) -> None:
    view.select_id(IDS[3])
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert inbox(view).row_of(IDS[3]) == -1
    assert view.current_id is None
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert inbox(view).row_of(IDS[3]) == 5
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert inbox(view).row_of(IDS[3]) == -1


def test_a_click_opens_an_item_and_closes_a_day(view: InboxView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.opened) as told:
        click_row(view, 2)
    assert told.args == [IDS[1]]
    click_row(view, 0)
    assert inbox(view).rowCount() == 4


def click_row(view: InboxView, row: int) -> None:
    middle = view.visualRect(inbox(view).index(row)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def test_the_same_item_stays_selected_when_others_come_in(view: InboxView) -> None:
    view.select_id(IDS[1])
    opened: list[object] = []
    selected: list[object] = []
    view.opened.connect(opened.append)
    view.selected.connect(selected.append)
    inbox(view).hold([make_row(hkt(19, 17, 0))])
    inbox(view).show_waiting()
    assert view.current_id == IDS[1]
    assert view.currentIndex().row() == 3
    assert (opened, selected) == ([], [])


def test_an_item_that_is_gone_leaves_nothing_selected(view: InboxView) -> None:
    view.select_id(IDS[1])
    selected: list[object] = []
    view.selected.connect(selected.append)
    inbox(view).set_rows([two_days()[0]], NOW, "en", NAMES)
    assert view.current_id is None
    assert selected == [None]


def test_after_an_item_is_put_away_the_next_one_is_selected(view: InboxView) -> None:
    view.select_id(IDS[2])
    opened: list[object] = []
    selected: list[object] = []
    view.opened.connect(opened.append)
    view.selected.connect(selected.append)
    inbox(view).remove_rows([IDS[2], IDS[3]])
    assert view.current_id == IDS[4]
    assert (opened, selected) == ([IDS[4]], [IDS[4]])
    inbox(view).remove_rows([IDS[4]])
    assert view.current_id == IDS[1]
    inbox(view).remove_rows(IDS)
    assert selected == [IDS[4], IDS[1], None]


def test_putting_away_another_item_keeps_the_selection(view: InboxView) -> None:
    view.select_id(IDS[2])
    selected: list[object] = []
    view.selected.connect(selected.append)
    inbox(view).remove_rows([IDS[0]])
    assert (view.current_id, selected) == (IDS[2], [])


def test_closing_the_day_of_the_selection_by_mouse_selects_nothing_else(view: InboxView) -> None:
    view.select_id(IDS[4])
    opened: list[object] = []
    view.opened.connect(opened.append)
    click_row(view, 4)
    assert opened == []
    assert view.current_id is None


def test_reading_an_item_neither_scrolls_nor_moves_the_list(marks: Marks, qtbot: QtBot) -> None:
    rows = many(200)
    view = shown(marks, qtbot, rows)
    view.verticalScrollBar().setValue(900)
    at = view.visualRect(inbox(view).index(40))
    inbox(view).update_rows([replace(row, state=ItemState.READ) for row in rows[:60]])
    assert view.verticalScrollBar().value() == 900
    assert view.visualRect(inbox(view).index(40)) == at


def test_a_list_that_gets_lower_keeps_the_chosen_row_in_sight_unless_one_has_scrolled_away(
    marks: Marks, qtbot: QtBot
) -> None:
    view = shown(marks, qtbot, many(60))
    assert view.select_id(inbox(view).loaded()[30])
    view.resize(view.width(), view.height() - 32)
    place = view.visualRect(view.currentIndex())
    assert view.viewport().rect().contains(place)
    view.verticalScrollBar().setValue(0)
    view.resize(view.width(), view.height() - 32)
    assert view.verticalScrollBar().value() == 0


def many(count: int) -> list[InboxRow]:
    start = hkt(19, 17, 0)
    languages = ("en", "zh-Hant", "zh-Hans")
    titles = {
        "en": "Banks asked to run name checks on every transfer where they apply, number {0}",
        "zh-Hant": "金管局鼓勵銀行對所有適用轉帳進行名稱核對，第 {0} 號",
        "zh-Hans": "金管局鼓励银行对所有适用转账进行名称核对，第 {0} 号",
    }
    return [
        make_row(
            start - timedelta(minutes=9 * n),
            titles[languages[n % 3]].format(n),
            lang=languages[n % 3],
            langs=languages,
            sources_count=1 + n % 3,
            revision=1 + n % 2,
            level=Level(n % 4),
            state=ItemState(n % 3),
            needs_ack=n % 7 == 0,
        )
        for n in range(count)
    ]


def test_older_items_are_asked_for_before_the_end_is_reached(marks: Marks, qtbot: QtBot) -> None:
    view = shown(marks, qtbot, many(300), more=True)
    asked: list[object] = []
    inbox(view).more_wanted.connect(asked.append)
    view.verticalScrollBar().setValue(1000)
    assert asked == []
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() - bar.pageStep())
    assert len(asked) == 1


def test_a_short_list_asks_for_more_by_itself(marks: Marks, qtbot: QtBot) -> None:
    model = InboxModel()
    view = InboxView(model, marks)
    qtbot.addWidget(view)
    view.resize(768, 320)
    view.show()
    with qtbot.waitSignal(model.more_wanted):
        model.set_rows(two_days(), NOW, "en", NAMES, more=True)


def test_only_new_items_on_screen_are_told_as_seen(marks: Marks, qtbot: QtBot) -> None:
    rows = [replace(row, state=ItemState.NEW if n % 2 else ItemState.READ) for n, row in enumerate(many(200))]
    view = shown(marks, qtbot, rows)
    with qtbot.waitSignal(view.seen, timeout=PATIENCE_MS) as told:
        view.verticalScrollBar().setValue(64)
    ids: list[ItemId] = told.args[0]
    on_screen = {prepared.row.id for prepared in view.visible_items()}
    assert set(ids) <= on_screen
    assert ids
    assert {row.state for row in rows if row.id in set(ids)} == {ItemState.NEW}
    assert len(on_screen) < 15


def test_states_look_different_and_read_is_quieter(view: InboxView) -> None:
    looks = []
    for state in ItemState:
        inbox(view).update_rows([replace(two_days()[1], state=state)])
        looks.append(painted(view, 2))
    assert looks[0] != looks[1] != looks[2]
    inbox(view).update_rows([replace(two_days()[1], state=ItemState.READ, acknowledged=True)])
    assert painted(view, 2) != looks[2]


def test_selection_bar_and_ring_follow_focus_and_keyboard(view: InboxView, marks: Marks) -> None:
    delegate = view.itemDelegate()
    assert isinstance(delegate, RowDelegate)
    delegate.active, delegate.ring = True, False
    active = painted(view, 2, selected=True)
    delegate.ring = True
    ringed = painted(view, 2, selected=True)
    delegate.active, delegate.ring = False, False
    passive = painted(view, 2, selected=True)
    hovered = painted(view, 2, hover=True)
    assert active.pixelColor(700, 16).name() == marks.theme.hex("select")
    assert passive.pixelColor(700, 16).name() == marks.theme.hex("select_off")
    assert hovered.pixelColor(700, 16).name() == marks.theme.hex("hover")
    assert active.pixelColor(5, 16).name() == marks.theme.hex("accent")
    assert passive.pixelColor(5, 16).name() == marks.theme.hex("select_off")
    assert ringed.pixelColor(400, 1).name() == marks.theme.hex("accent")
    assert active.pixelColor(400, 1).name() == marks.theme.hex("select")


def test_the_title_starts_where_the_design_puts_it(view: InboxView) -> None:
    delegate = view.itemDelegate()
    assert isinstance(delegate, RowDelegate)
    assert abs(delegate.title_x - 228) <= 4


def test_rows_have_the_heights_of_their_density_and_width(view: InboxView, qtbot: QtBot) -> None:
    def heights() -> list[int]:
        QTest.qWait(0)
        model = inbox(view)
        return [view.visualRect(model.index(row)).height() for row in range(model.rowCount())]

    assert heights() == [32] * 7
    view.set_density(Density.TWO_LINES)
    qtbot.waitUntil(lambda: heights() == [32, 56, 56, 56, 32, 56, 56])
    view.resize(300, 320)
    qtbot.waitUntil(lambda: heights() == [32, 80, 60, 60, 32, 60, 60])
    view.resize(768, 320)
    view.set_density(Density.ONE_LINE)
    qtbot.waitUntil(lambda: heights() == [32] * 7)


def test_reading_a_narrow_row_does_not_change_its_height(view: InboxView, qtbot: QtBot) -> None:
    view.resize(300, 400)
    model = inbox(view)
    qtbot.waitUntil(lambda: view.visualRect(model.index(1)).height() == 80)
    model.update_rows([replace(two_days()[0], state=ItemState.READ)])
    view.doItemsLayout()
    assert view.visualRect(model.index(1)).height() == 80


def test_the_first_item_of_a_day_comes_with_its_head(marks: Marks, qtbot: QtBot) -> None:
    view = shown(marks, qtbot, many(100))
    view.verticalScrollBar().setValue(2000)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.verticalScrollBar().value() == 0


def test_a_full_page_of_mixed_languages_is_painted_in_time(marks: Marks, qtbot: QtBot) -> None:
    view = shown(marks, qtbot, many(10_000))
    view.resize(768, 720)
    image = QImage(768, 720, QImage.Format.Format_RGB32)
    took: list[float] = []
    for step in range(12):
        view.verticalScrollBar().setValue(4000 + step * 640)
        began = time.thread_time()
        view.viewport().render(image, QPoint(0, 0))
        took.append((time.thread_time() - began) * 1000)
    # The budget is 10 ms; the margin is for a busy machine, the median for a single hiccup.
    assert sorted(took)[len(took) // 2] < 25
