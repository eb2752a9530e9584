# SPDX-License-Identifier: MIT
"""The rail: choice, counts, source states in words, keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hkwatch.ui.marks import DotState, Marks
from hkwatch.ui.rail import Rail, RailButton, RailEntry, RailSource, SourceDot

VIEWS = [RailEntry("inbox", "Inbox", "inbox", 4), RailEntry("flagged", "Flagged", "flag", 2)]
SOURCES = [
    RailSource("sfc", "SFC", SourceDot(DotState.OK, "All 2 sources answer"), 9),
    RailSource("media", "Hong Kong media", SourceDot(DotState.PART, "1 of 6 failing since 09:12"), 5),
]


@pytest.fixture
def rail(marks: Marks, qtbot: QtBot) -> Rail:
    made = Rail(marks)
    qtbot.addWidget(made)
    made.resize(200, 600)
    made.set_views(VIEWS)
    made.set_sources(SOURCES)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def line(rail: Rail, key: str) -> RailButton:
    button = rail.button(key)
    assert button is not None
    return button


def test_the_first_view_is_chosen_and_one_line_at_a_time(rail: Rail) -> None:
    views: list[str] = []
    sources: list[str] = []
    rail.view_chosen.connect(views.append)
    rail.source_chosen.connect(sources.append)
    assert rail.current == "inbox"
    line(rail, "flagged").click()
    line(rail, "media").click()
    assert (views, sources, rail.current) == (["flagged"], ["media"], "media")
    assert not line(rail, "flagged").isChecked()


def test_new_counts_keep_lines_choice_and_focus(rail: Rail) -> None:
    line(rail, "flagged").click()
    line(rail, "flagged").setFocus()
    before = line(rail, "flagged")
    rail.set_views([VIEWS[0], RailEntry("flagged", "Flagged", "flag", 3), RailEntry("a", "Alerts", "bell")])
    assert rail.current == "flagged"
    assert line(rail, "flagged") is before
    assert before.hasFocus()
    assert before.accessibleName() == "Flagged, 3 items"
    assert line(rail, "a").accessibleName() == "Alerts"
    assert before.y() < line(rail, "a").y() < line(rail, "sfc").y()


def test_the_state_of_sources_is_told_in_words(rail: Rail) -> None:
    media = line(rail, "media")
    assert media.toolTip() == "1 of 6 failing since 09:12"
    assert media.accessibleName() == "Hong Kong media, 1 of 6 failing since 09:12, 5 items"


def test_each_source_state_has_a_shape_of_its_own(rail: Rail) -> None:
    shapes = []
    for state in DotState:
        rail.set_sources([RailSource("sfc", "SFC", SourceDot(state, "words"), 9)])
        shapes.append(line(rail, "sfc").grab().toImage())
    assert all(a != b for at, a in enumerate(shapes) for b in shapes[at + 1 :])


def test_a_line_that_is_gone_is_gone_and_saved_searches_have_their_own_head(rail: Rail) -> None:
    rail.set_sources(SOURCES[:1])
    assert rail.button("media") is None
    rail.set_saved([RailEntry("vatp", "VATP platforms", "bookmark", 3)])
    assert line(rail, "flagged").y() < line(rail, "vatp").y() < line(rail, "sfc").y()
    assert line(rail, "vatp").isVisible()


def test_a_head_once_shown_is_not_pushed_down_by_a_section_that_comes_later(marks: Marks, qtbot: QtBot) -> None:
    rail = Rail(marks)
    qtbot.addWidget(rail)
    rail.set_views(VIEWS)
    saved = [RailEntry("saved:1", "Tokens", "bookmark")]
    assert rail._labels["sources"].isHidden()
    rail.set_saved(saved)
    assert rail._labels["sources"].isHidden()
    rail.set_sources(SOURCES)
    assert not rail._labels["sources"].isHidden()


def test_arrows_move_and_choose(rail: Rail, qapp: QApplication) -> None:
    told: list[str] = []
    rail.view_chosen.connect(told.append)
    rail.focus_current()
    QTest.keyClick(line(rail, "inbox"), Qt.Key.Key_Down)
    assert told == ["flagged"]
    assert qapp.focusWidget() is line(rail, "flagged")
    QTest.keyClick(line(rail, "flagged"), Qt.Key.Key_Home)
    assert rail.current == "inbox"


def test_choosing_from_outside_tells_nobody(rail: Rail) -> None:
    told: list[str] = []
    rail.view_chosen.connect(told.append)
    assert rail.choose("flagged")
    assert not rail.choose("nowhere")
    assert (rail.current, told) == ("flagged", [])


def test_lines_have_the_height_and_ground_of_the_design(rail: Rail, marks: Marks) -> None:
    inbox = line(rail, "inbox")
    assert inbox.height() == marks.theme.size("rail_row") == 28
    assert inbox.grab().toImage().pixelColor(120, 3).name() == marks.theme.hex("select_rail")
    marks.theme.set_scheme("dark")
    assert inbox.grab().toImage().pixelColor(120, 3).name() == marks.theme.hex("select_rail")
