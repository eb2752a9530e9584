# SPDX-License-Identifier: MIT
"""The list under the search field, and the help that can be tried."""

from datetime import UTC, datetime

import pytest
from inbox_rows import NAMES, NOW, two_days
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hkwatch.app.paths import resources
from hkwatch.domain.query import parse_query
from hkwatch.domain.query_fields import FIELDS
from hkwatch.services.inbox import FirmNames
from hkwatch.sources.fold_table import load_folder
from hkwatch.store.plan import plan
from hkwatch.ui.inbox import InboxPane
from hkwatch.ui.inbox.search_help import SearchHelp
from hkwatch.ui.inbox.search_words import field_meaning, value_meaning
from hkwatch.ui.marks import Marks

SOURCES = {"sfc": "SFC", "hkma": "HKMA", "sfc-press-en": "SFC press releases"}


@pytest.fixture
def pane(marks: Marks, qtbot: QtBot) -> InboxPane:
    made = InboxPane(marks)
    qtbot.addWidget(made)
    made.resize(768, 500)
    made.field.completion.set_sources(SOURCES, "en")
    made.model.set_rows(two_days(), NOW, "en", NAMES)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.field.focus_all()
    return made


def press(pane: InboxPane, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(pane.field.edit, key)


def test_values_are_offered_after_the_colon_and_put_in_with_the_keys(pane: InboxPane) -> None:
    QTest.keyClicks(pane.field.edit, "licence is:re")
    assert pane.field.completion.offered == ["read", "revised"]
    press(pane, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert pane.field.text == "licence is:revised "
    assert pane.field.completion.offered == []
    assert pane.field.edit.hasFocus()


def test_enter_with_nothing_chosen_goes_to_the_list(pane: InboxPane) -> None:
    QTest.keyClicks(pane.field.edit, "is:re")
    press(pane, Qt.Key.Key_Return)
    assert pane.field.text == "is:re"
    assert pane.field.completion.offered == []
    assert pane.view.hasFocus()


def test_a_name_put_in_is_followed_by_its_values(pane: InboxPane, qtbot: QtBot) -> None:
    QTest.keyClick(pane.field.edit, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert "src:" in pane.field.completion.offered
    QTest.keyClicks(pane.field.edit, "sr")
    press(pane, Qt.Key.Key_Down, Qt.Key.Key_Tab)
    assert pane.field.text == "src:"
    assert pane.field.completion.offered == list(SOURCES)


def test_a_click_puts_a_value_in(pane: InboxPane) -> None:
    QTest.keyClicks(pane.field.edit, "level:h")
    popup = pane.field.completion.popup
    place = popup.visualRect(popup.model().index(1, 0)).center()
    QTest.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert pane.field.text == "level:high.. "


def test_escape_takes_a_choice_back_before_it_clears_the_search(pane: InboxPane) -> None:
    QTest.keyClicks(pane.field.edit, "is:re")
    press(pane, Qt.Key.Key_Down, Qt.Key.Key_Escape)
    assert (pane.field.text, pane.field.completion.offered) == ("is:re", [])
    press(pane, Qt.Key.Key_Escape)
    assert pane.field.text == ""


def test_escape_closes_the_offers_and_keeps_what_was_typed(pane: InboxPane) -> None:
    QTest.keyClicks(pane.field.edit, "custody type:")
    assert pane.field.completion.offered
    press(pane, Qt.Key.Key_Escape)
    assert (pane.field.text, pane.field.completion.offered) == ("custody type:", [])
    press(pane, Qt.Key.Key_Escape)
    assert pane.field.text == ""


def test_enter_on_a_search_without_a_match_does_not_take_the_focus_later(pane: InboxPane) -> None:
    pane.model.set_rows([], NOW, "en", NAMES)
    QTest.keyClicks(pane.field.edit, "nosuchword")
    press(pane, Qt.Key.Key_Return)
    assert pane.empty.hasFocus() or pane.empty.isAncestorOf(pane.focusWidget())
    pane.field.focus_all()
    QTest.keyClicks(pane.field.edit, "l")
    # What comes now must not turn the letters that follow into commands.
    pane.model.set_rows(two_days(), NOW, "en", NAMES)
    assert pane.field.edit.hasFocus()
    QTest.keyClicks(pane.field.edit, "icence")
    assert pane.field.text == "licence"


def test_the_list_lies_under_the_line_that_explains(pane: InboxPane) -> None:
    QTest.keyClicks(pane.field.edit, "type:")
    pane.search.set_error("type: needs a value, e.g. type:enforcement", 0)
    popup = pane.field.completion.popup
    bottom = pane.search.line.mapTo(pane.window(), QPoint(0, pane.search.line.height())).y()
    assert popup.isVisible()
    assert popup.y() >= bottom


def test_the_list_goes_with_the_focus(pane: InboxPane) -> None:
    QTest.keyClicks(pane.field.edit, "is:")
    assert pane.field.completion.offered
    pane.focus_list()
    assert pane.field.completion.offered == []


def test_f1_in_the_field_asks_for_help(pane: InboxPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.field.help_wanted):
        press(pane, Qt.Key.Key_F1)


def test_every_example_of_the_help_can_be_tried_and_read(marks: Marks, qtbot: QtBot, pane: InboxPane) -> None:
    shown = SearchHelp(marks.fonts, "en", pane)
    tried: list[str] = []
    shown.tried.connect(tried.append)
    examples = list(shown.area.widget().findChildren(QPushButton))
    for button in examples:
        button.click()
    assert len(tried) == len(examples) > 40
    assert {"type:circular", "label:stablecoin", "level:high.."} <= set(tried)
    for text in tried:
        assert parse_query(text).terms or text.startswith(("in:", "sort:"))
    shown.set_language("zh-Hant")
    assert len(shown.area.widget().findChildren(QPushButton)) == len(examples)


def test_values_are_told_in_words(pane: InboxPane) -> None:
    assert value_meaning("type", "speech") == "speeches"
    assert value_meaning("level", "high..") == "level High or above"
    assert value_meaning("sort", "pub") == "earliest published first"
    assert value_meaning("is", "unread") == ""
    assert field_meaning("src").startswith("publisher")
    assert field_meaning("nothing") == ""


def test_every_field_of_the_help_can_be_searched(pane: InboxPane) -> None:
    folder = load_folder(resources() / "fold" / "hant_hans.tsv")
    for spec in FIELDS.values():
        for example in spec.examples:
            assert plan(parse_query(example), folder, datetime(2026, 11, 20, tzinfo=UTC)).where


def test_firms_are_offered_by_any_of_their_names(pane: InboxPane) -> None:
    firms = {"example": FirmNames("Example Digital", ("例子數字", "ZZZ001")), "sample": FirmNames("Sample", ())}
    pane.field.completion.set_firms(firms)
    QTest.keyClicks(pane.field.edit, "entity:")
    assert pane.field.completion.offered == ["example", "sample"]
    for typed in ("digi", "zzz", "EXAM"):
        pane.field.edit.setText("")
        QTest.keyClicks(pane.field.edit, f"entity:{typed}")
        assert pane.field.completion.offered == ["example"]
    model = pane.field.completion.popup.model()
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "example, Example Digital"
