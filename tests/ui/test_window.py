# SPDX-License-Identifier: MIT
"""The main window: panes by width, what is remembered, and that closing is somebody else's decision."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QSplitter, QWidget
from pytestqt.qtbot import QtBot
from test_reader import DETAIL

from hkwatch.ui.inbox import Density, InboxPane
from hkwatch.ui.marks import Marks
from hkwatch.ui.placement import within_reach
from hkwatch.ui.price.panel import PricePanel
from hkwatch.ui.rail import Rail
from hkwatch.ui.reader.pane import ReaderPane
from hkwatch.ui.statusbar import StatusBar
from hkwatch.ui.theme import Fonts, Icons, Theme
from hkwatch.ui.window import Arrangement, MainWindow
from hkwatch.ui.window_state import WindowState, load_window_state, save_window_state

NOW = datetime(2025, 2, 19, 9, 8, tzinfo=UTC)
Make = Callable[..., MainWindow]


@pytest.fixture
def make(qtbot: QtBot, theme: Theme, fonts: Fonts, icons: Icons, marks: Marks) -> Iterator[Make]:
    made: list[MainWindow] = []

    def build(state: WindowState | None = None) -> MainWindow:
        window = MainWindow(
            theme,
            icons.app_icon(),
            Rail(marks),
            InboxPane(marks),
            ReaderPane(theme, fonts, icons),
            PricePanel(theme, fonts, icons),
            StatusBar(marks),
            state or WindowState(),
        )
        made.append(window)
        return window

    yield build
    for window in made:
        window.let_close()
        window.close()
        window.deleteLater()


def shown(window: MainWindow, qtbot: QtBot, width: int = 1280, height: int = 800) -> MainWindow:
    window.resize(width, height)
    with qtbot.waitExposed(window):
        window.show()
    return window


def reading(window: MainWindow) -> QSplitter:
    splitter = window.inbox.parentWidget()
    assert isinstance(splitter, QSplitter)
    return splitter


def test_at_the_usual_width_the_list_stands_over_the_reader_and_the_price_beside_them(make: Make, qtbot: QtBot) -> None:
    window = shown(make(), qtbot)
    assert window.arrangement is Arrangement.STACKED
    assert reading(window).orientation() is Qt.Orientation.Vertical
    assert window.rail.width() == 200
    assert window.price.width() == 312
    assert window.menuBar().height() == 32
    assert window.inbox.view.density is Density.ONE_LINE


def test_a_wide_window_has_three_columns_with_two_line_rows(make: Make, qtbot: QtBot) -> None:
    window = shown(make(), qtbot, 1920, 1000)
    assert window.arrangement is Arrangement.WIDE
    assert reading(window).orientation() is Qt.Orientation.Horizontal
    assert (window.rail.width(), window.inbox.width(), window.price.width()) == (224, 552, 432)
    assert window.inbox.view.density is Density.TWO_LINES


def test_without_the_price_panel_the_reader_stands_beside_a_narrow_list(make: Make, qtbot: QtBot) -> None:
    window = shown(make(), qtbot)
    window.set_price_shown(False)
    assert window.price.isHidden()
    assert reading(window).orientation() is Qt.Orientation.Horizontal
    assert window.inbox.width() == 340
    window.set_price_shown(True)
    assert window.price.isVisible()
    assert reading(window).orientation() is Qt.Orientation.Vertical


def test_a_narrow_window_leaves_the_price_panel_out_and_brings_it_back(make: Make, qtbot: QtBot) -> None:
    window = shown(make(), qtbot)
    window.resize(1000, 700)
    qtbot.waitUntil(window.price.isHidden)
    assert window.state.show_price
    window.resize(1280, 800)
    qtbot.waitUntil(window.price.isVisible)


def test_in_a_narrow_window_the_price_panel_comes_when_it_is_asked_for(make: Make, qtbot: QtBot) -> None:
    window = shown(make(), qtbot, 1000, 700)
    assert window.price.isHidden()
    window.set_price_shown(True)
    assert window.price.isVisible()
    window.resize(1010, 700)
    assert window.price.isVisible()
    window.set_price_shown(False)
    assert window.price.isHidden()


def test_a_narrow_window_has_the_price_in_one_line_in_place_of_the_panel(make: Make, qtbot: QtBot) -> None:
    window = shown(make(), qtbot)
    strip = window.price.strip
    assert strip.isHidden()
    window.resize(1000, 700)
    qtbot.waitUntil(strip.isVisible)
    assert strip.height() == 40
    assert strip.width() == window.inbox.width()
    with qtbot.waitSignal(window.price_moved) as moved:
        qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert moved.args == [True]
    assert window.price.isVisible()
    assert strip.isHidden()
    assert window.inbox.view.density is Density.TWO_LINES
    window.set_price_shown(False)
    assert strip.isVisible()
    assert window.inbox.view.density is Density.ONE_LINE


def test_what_is_asked_for_in_a_narrow_window_changes_nothing_in_a_wide_one(make: Make, qtbot: QtBot) -> None:
    window = shown(make(), qtbot, 1000, 700)
    window.set_price_shown(True)
    window.set_price_shown(False)
    assert window.state.show_price
    hidden = shown(make(WindowState(show_price=False)), qtbot, 1000, 700)
    assert hidden.price.strip.isVisible()
    hidden.resize(1280, 800)
    qtbot.waitUntil(hidden.price.strip.isHidden)
    assert hidden.price.isHidden()


def test_everything_that_takes_the_focus_says_what_it_is(make: Make, qtbot: QtBot) -> None:
    window = shown(make(), qtbot)
    window.price.tick(NOW)
    window.reader.show_item(DETAIL)
    window.inbox.view.retranslate()
    stops = [window.menuBar(), *window.findChildren(QWidget)]
    focusable = [one for one in stops if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible()]
    assert len(focusable) > 15
    silent = [one for one in focusable if not (one.accessibleName() or _text_of(one))]
    assert [f"{type(one).__name__} in {type(one.parentWidget()).__name__}" for one in silent] == []


def test_from_every_pane_esc_leads_back_to_what_stands_in_the_middle(make: Make, qtbot: QtBot) -> None:
    window = shown(make(), qtbot)
    window.inbox.empty.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for pane in (window.price.head, window.price.chart, window.status):
        pane.setFocus()
        assert pane.hasFocus()
        qtbot.keyClick(pane, Qt.Key.Key_Escape)
        assert window.inbox.empty.hasFocus()


def test_a_menu_bar_that_is_left_gives_the_focus_away_and_one_that_is_walked_through_keeps_it(
    make: Make, qtbot: QtBot
) -> None:
    window = shown(make(), qtbot)
    window.inbox.empty.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    bar = window.menuBar()
    menu = bar.addMenu("&File")
    bar.setFocus()
    bar.setActiveAction(menu.menuAction())
    menu.hide()
    bar.setFocus()
    assert bar.activeAction() is not None
    window.keep_focus()
    assert bar.hasFocus()
    bar.setActiveAction(None)  # type: ignore[arg-type]
    window.keep_focus()
    assert window.inbox.empty.hasFocus()


def test_a_click_on_a_span_leaves_the_keys_with_the_list(make: Make, qtbot: QtBot) -> None:
    window = shown(make(), qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.inbox.field.edit.setFocus()
    span = window.price.spans.findChildren(QAbstractButton)[0]
    with qtbot.waitSignal(window.price.span_chosen):
        qtbot.mouseClick(span, Qt.MouseButton.LeftButton)
    assert window.inbox.field.edit.hasFocus()


def _text_of(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def test_the_tab_key_goes_from_rail_to_search_list_reader_price_and_status(make: Make, qtbot: QtBot) -> None:
    window = shown(make(), qtbot, 1000, 700)
    window.reader.show_item(DETAIL)
    wanted = [window.rail, window.inbox.search, window.inbox.view, window.reader, window.price.strip, window.status]
    order: list[QWidget] = []
    at: QWidget | None = window.rail
    for _ in range(300):
        assert at is not None
        region = next((one for one in wanted if one is at or one.isAncestorOf(at)), None)
        if region is not None and region not in order:
            order.append(region)
        at = at.nextInFocusChain()
    assert order == wanted


def test_the_rail_can_be_hidden(make: Make, qtbot: QtBot) -> None:
    window = shown(make(), qtbot)
    window.set_rail_shown(False)
    assert window.rail.isHidden()


def test_closing_only_tells_the_wish(make: Make, qtbot: QtBot) -> None:
    window = shown(make(), qtbot)
    with qtbot.waitSignal(window.close_wanted):
        window.close()
    assert window.isVisible()
    window.let_close()
    assert window.close()
    assert not window.isVisible()


def test_what_changed_is_told_once_when_the_user_is_done(make: Make, qtbot: QtBot) -> None:
    window = shown(make(), qtbot)
    with qtbot.waitSignal(window.remembered) as remembered:
        window.resize(1200, 760)
        window.resize(1210, 770)
    state = remembered.args[0]
    assert state.geometry[2:] == (1210, 770)


def test_without_the_price_panel_the_rail_is_as_wide_as_it_was_left(make: Make, qtbot: QtBot) -> None:
    state = WindowState(show_price=False)
    window = shown(make(state), qtbot)
    rail = window.rail.width()
    window._columns.moveSplitter(rail + 40, 1)
    wanted = window.rail.width()
    assert wanted == rail + 40
    anew = shown(make(window.current_state()), qtbot)
    assert anew.rail.width() == wanted


def test_it_comes_up_where_it_was(make: Make, qtbot: QtBot) -> None:
    window = make(WindowState(geometry=(10, 20, 1000, 640), show_rail=False))
    with qtbot.waitExposed(window):
        window.show()
    assert window.geometry().getRect() == (10, 20, 1000, 640)
    assert window.rail.isHidden()


def test_a_place_on_a_screen_that_is_gone_is_not_used(make: Make, qtbot: QtBot) -> None:
    window = make(WindowState(geometry=(9000, 9000, 1000, 640)))
    assert window.geometry().x() < 9000


@pytest.mark.qt_log_ignore("does not support raise")
def test_two_monitors_unplugged_while_it_was_put_away_leave_it_within_reach(make: Make, qtbot: QtBot) -> None:
    window = shown(make(), qtbot)
    window.hide()
    # It stood on the outermost of three.
    window.setGeometry(2 * 2560 + 400, 300, 1280, 800)
    window.bring_up()
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    assert within_reach(window.geometry(), screens)


def test_window_state_survives_the_file(tmp_path: Path) -> None:
    state = WindowState((1, 2, 1000, 700), True, False, False, {"columns-stacked": [200, 700, 300]}, side_by_side=True)
    save_window_state(tmp_path / "new" / "window.json", state)
    assert load_window_state(tmp_path / "new" / "window.json") == state


@pytest.mark.parametrize("text", ["", "[]", '{"geometry": [1, 2]}', '{"splits": 3}', '{"geometry": "abcd"}'])
def test_a_spoilt_state_file_means_the_defaults(tmp_path: Path, text: str, caplog: pytest.LogCaptureFixture) -> None:
    file = tmp_path / "window.json"
    file.write_text(text)
    assert load_window_state(file).geometry is None
    assert load_window_state(tmp_path / "missing.json") == WindowState()
