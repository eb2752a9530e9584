# SPDX-License-Identifier: MIT
"""Every window once, with a day in it: nothing warns, no text is cut, everything has a name and is large enough to hit.

The window as large as usual, and as small as a screen of 1920 × 1080 leaves it when texts are set to 200 %.
"""

import logging
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import pytest
from gallery_dialogs import DIALOGS, SCENES
from gallery_measure import MIN_HIT, accessible, cut_texts, small_targets, unnamed
from gallery_scenes import STATES
from gallery_stage import Stage
from gallery_world import make_world
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from test_theme import contrast

from hkwatch.domain.item import ItemState
from hkwatch.ui.inbox.model import ENTRY_ROLE, InboxModel
from hkwatch.ui.inbox.prepared import PreparedRow
from hkwatch.ui.reader.foot import Action
from hkwatch.ui.theme import has_ring

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "systemTrayWindowChanged", extend=True)

HALF = QSize(960, 506)
"""What a screen of 1920 × 1080 has, between panel and frame, when everything is twice as large."""
OTHERS = frozenset(("settings", "keys", "search-help"))
"""Windows that scroll by themselves or are measured elsewhere."""
WINDOWS = tuple(name for name in SCENES if name not in DIALOGS)
SMALL_WINDOWS = tuple(name for name in DIALOGS if not name.startswith("settings-"))
"""The pages of the settings are measured with their own window."""
OWN_SIZE = frozenset(("wide", "narrow", "float-strip", "venues", "price-table"))


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gallery") / "w"
    make_world(folder)
    return folder


@pytest.fixture(scope="module")
def stage(qapp: QApplication, world: Path) -> Iterator[Stage]:
    """One desktop for all; a test leaves it as it found it."""
    made = Stage(qapp, world)
    made.pace = 0.2
    made.start()
    yield made
    made.end()


Look = Callable[[QWidget], list[str]]


def look_at_all(stage: Stage, *looks: Look, at: Collection[str] = WINDOWS) -> dict[str, list[str]]:
    """What was found wrong, by scene, in the usual and in the small size."""
    found: dict[str, list[str]] = {}
    for name in at:
        widget = SCENES[name](stage)
        stage.spin(100)
        wrong = [line for look in looks for line in look(widget)] if name not in OTHERS else []
        if widget.isWindow() and not isinstance(widget, QMenu) and name not in OWN_SIZE | OTHERS:
            wrong += _in_half(stage, widget)
        if wrong:
            found[name] = wrong
        stage.to_list()
        if name in STATES:
            stage.tell_all()
    return found


def _in_half(stage: Stage, widget: QWidget) -> list[str]:
    before, least = widget.size(), widget.minimumSize()
    if widget is stage.window:
        # On such a screen it would have asked for no more.
        widget.setMinimumSize(least.boundedTo(HALF))
    widget.resize(before.boundedTo(HALF))
    stage.spin(250)
    wrong = [f"at 200 %: {line}" for line in cut_texts(widget)]
    if widget.width() > HALF.width() or widget.height() > HALF.height():
        wrong.append(f"at 200 %: is {widget.width()} × {widget.height()}")
    widget.setMinimumSize(least)
    widget.resize(before)
    return wrong


def test_every_window_is_whole_named_and_large_enough(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert look_at_all(stage, cut_texts, unnamed, _small) == {}
    assert [record.getMessage() for record in caplog.records if "plugin" not in record.getMessage()] == []


def test_every_small_window_is_whole_named_and_large_enough(stage: Stage) -> None:
    assert look_at_all(stage, cut_texts, unnamed, _small, at=SMALL_WINDOWS) == {}


def _small(widget: QWidget) -> list[str]:
    return small_targets(widget)


@pytest.mark.long
@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans"])
def test_no_text_is_cut_in_chinese(stage: Stage, language: str) -> None:
    stage.set_language(language)
    try:
        assert look_at_all(stage, cut_texts, unnamed) == {}
    finally:
        stage.set_language("en")


# What a screen reader walks


def test_the_tree_of_the_window_has_a_name_for_everything_that_takes_the_focus(stage: Stage) -> None:
    SCENES["inbox"](stage)
    faces = [face for face in accessible(stage.window) if face.isValid()]
    stops = [face for face in faces if face.state().focusable and not face.state().invisible]
    assert len(stops) > 40
    assert [str(face.object()) for face in stops if not face.text(QAccessible.Text.Name).strip()] == []
    buttons = [face for face in faces if face.role() is QAccessible.Role.Button and not face.state().invisible]
    assert all(face.text(QAccessible.Text.Name).strip() for face in buttons)
    roles = {face.object().objectName() or type(face.object()).__name__: face.role() for face in faces if face.object()}
    assert roles["PriceChart"] is QAccessible.Role.Chart
    assert roles["PriceHead"] is QAccessible.Role.Button
    assert roles["InboxView"] in (QAccessible.Role.List, QAccessible.Role.Table)
    stage.to_list()


def test_a_row_says_state_level_and_title_before_its_marks(stage: Stage) -> None:
    model = stage.window.inbox.model
    index = next(
        model.index(row)
        for row in range(model.rowCount())
        if isinstance(model.data(model.index(row), ENTRY_ROLE), PreparedRow)
    )
    prepared = model.data(index, ENTRY_ROLE)
    assert isinstance(prepared, PreparedRow)
    words = str(model.data(index, Qt.ItemDataRole.AccessibleTextRole))
    assert words.startswith(("New, ", "Unread, ", "Seen, ", "Read, ", "Acknowledged, "))
    assert words.index(prepared.row.title.rstrip(".")) < words.index(prepared.time)
    view = QAccessible.queryAccessibleInterface(stage.window.inbox.view)
    assert view is not None
    assert view.childCount() >= model.rowCount()
    assert isinstance(prepared.row.state, ItemState)
    assert isinstance(model, InboxModel)


def region_of(stage: Stage, widget: QWidget | None) -> str:
    """The part of the window in which a widget stands."""
    window = stage.window
    parts = {
        "rail": window.rail,
        "search": window.inbox.search,
        "chips": window.inbox.chips,
        "list": window.inbox.view,
        "reader": window.reader,
        "price": window.price,
        "status": window.status,
    }
    return next((n for n, one in parts.items() if widget is one or (widget and one.isAncestorOf(widget))), "other")


def test_tab_goes_through_the_regions_in_their_order(stage: Stage) -> None:
    SCENES["inbox"](stage)
    stage.window.rail.focus_current()
    passed: list[str] = []
    for _ in range(120):
        here = region_of(stage, QApplication.focusWidget())
        if not passed or passed[-1] != here:
            passed.append(here)
        if here == "status":
            break
        QTest.keyClick(QApplication.focusWidget() or stage.window, Qt.Key.Key_Tab)
    assert passed == ["rail", "search", "chips", "list", "reader", "price", "status"]
    stage.to_list()


def test_f6_goes_from_region_to_region_and_shift_f6_back(stage: Stage) -> None:
    SCENES["inbox"](stage)
    stage.window.rail.focus_current()
    seen = [region_of(stage, QApplication.focusWidget())]
    for _ in range(6):
        stage.shell.actions["regions"].trigger()
        seen.append(region_of(stage, QApplication.focusWidget()))
    assert seen == ["rail", "search", "list", "reader", "price", "status", "rail"]
    stage.shell.actions["regions-back"].trigger()
    assert region_of(stage, QApplication.focusWidget()) == "status"
    stage.to_list()


def test_escape_goes_one_level_up_and_ends_in_the_list(stage: Stage) -> None:
    SCENES["inbox"](stage)
    window = stage.window
    window.inbox.field.focus_all()
    QTest.keyClicks(window.inbox.field.edit, "licence")
    QTest.keyClick(window.inbox.field.edit, Qt.Key.Key_Escape)
    assert window.inbox.field.text == ""
    assert window.inbox.field.edit.hasFocus()
    QTest.keyClick(window.inbox.field.edit, Qt.Key.Key_Escape)
    assert region_of(stage, QApplication.focusWidget()) == "list"
    for start in (window.price.chart, window.reader.text, window.status):
        start.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(start, Qt.Key.Key_Escape)
        assert region_of(stage, QApplication.focusWidget()) == "list"
    board = SCENES["deadlines"](stage)
    QTest.keyClick(board, Qt.Key.Key_Escape)
    stage.spin(10)
    assert "deadlines" not in stage.shell._dialogs
    stage.to_list()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_ring_of_the_focus_is_seen_on_a_selected_row(stage: Stage, scheme: str) -> None:
    stage.set_scheme(scheme)
    SCENES["inbox"](stage)
    view, theme = stage.window.inbox.view, stage.parts.marks.theme
    stage.window.activateWindow()
    stage.wait(stage.window.isActiveWindow, "the window in use")
    stage.window.rail.setFocus()
    stage.wait(lambda: not view.hasFocus(), "the focus elsewhere")
    view.setFocus(Qt.FocusReason.TabFocusReason)
    stage.wait(lambda: has_ring(view), "the ring")
    index = view.currentIndex()
    box = view.visualRect(index)
    image = view.viewport().grab(box).toImage()
    wanted = theme.colour("accent").name()
    ring = [x for x in range(12) if image.pixelColor(x, box.height() // 2).name() == wanted]
    column = [y for y in range(box.height()) if image.pixelColor(image.width() // 2, y).name() == wanted]
    assert len(ring) >= 2
    assert len(column) >= 4
    assert contrast(theme.colour("accent"), theme.colour("select")) >= 3
    stage.set_scheme("light")
    stage.to_list()


def test_the_focus_stays_in_the_list_when_its_row_is_put_away(stage: Stage) -> None:
    SCENES["inbox"](stage)
    stage.controller.marking.do(Action.ACKNOWLEDGE)
    stage.controller.marking.archive()
    stage.spin(20)
    assert region_of(stage, QApplication.focusWidget()) == "list"
    assert stage.window.inbox.view.current_id is not None
    stage.controller.marking.undo()
    stage.controller.marking.undo()
    stage.to_list()


def test_no_target_is_smaller_than_a_finger_s_least(stage: Stage) -> None:
    assert stage.parts.marks.theme.size("min_hit") == MIN_HIT


def test_the_message_that_offers_the_away_page_goes_when_the_page_comes(stage: Stage) -> None:
    away, toast = stage.shell.away, stage.controller.toast
    away.show()
    stage.wait(lambda: away.is_shown and away.page.told is not None, "the page")
    told = away.page.told
    away.leave()
    away._on_told(told)
    assert toast.isVisible()
    away.show()
    stage.wait(lambda: away.is_shown, "the page again")
    assert not toast.isVisible()
    away._on_told(told)
    assert not toast.isVisible()
    # What else was said meanwhile stays.
    away.leave()
    away._on_told(told)
    stage.controller.say("Rows copied", "")
    away.show()
    stage.wait(lambda: away.is_shown, "the page once more")
    assert toast.isVisible()
    stage.to_list()


def test_the_chosen_row_stays_in_sight_when_rows_grow(stage: Stage) -> None:
    SCENES["inbox"](stage)
    view = stage.window.inbox.view
    stage.window.set_two_lines(True)
    stage.wait(lambda: view.viewport().rect().contains(view.visualRect(view.currentIndex())), "the row in sight")
    stage.to_list()
