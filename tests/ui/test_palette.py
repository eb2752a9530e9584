# SPDX-License-Identifier: MIT
"""The command palette: what it offers in which order, in every language, and how it is worked by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import SearchId
from hkwatch.domain.saved_search import SavedSearch
from hkwatch.ui.marks import Marks
from hkwatch.ui.palette import collect
from hkwatch.ui.palette.entries import Entry, Group, fitting, names_of
from hkwatch.ui.palette.view import Palette
from hkwatch.ui.translator import FileTranslator

FOLDER = Folder({"證": "证", "監": "监", "會": "会", "設": "设"})


def nothing() -> None:
    """Done by no entry of these tests."""


def entry(text: str, group: Group = Group.ACTION, *more: str) -> Entry:
    return Entry(text.lower(), group, text, "check", nothing, "", names_of(FOLDER, [text, *more]))


ENTRIES = [
    entry("Inbox", Group.VIEW, "收件箱"),
    entry("VATP", Group.SAVED),
    entry("Theme: Dark", Group.ACTION, "主題：深色"),
    entry("Settings", Group.ACTION, "設定"),
    entry("SFC", Group.SOURCE, "證監會", "证监会"),
]


def texts(typed: str, recent: tuple[str, ...] = ()) -> list[str]:
    return [one.text for _, one in fitting(ENTRIES, typed, recent, FOLDER)]


def test_with_nothing_typed_what_was_chosen_lately_comes_first() -> None:
    assert texts("") == ["Inbox", "VATP", "Theme: Dark", "Settings"]
    assert texts("", ("sfc", "settings", "gone")) == ["SFC", "Settings", "Inbox", "VATP", "Theme: Dark"]


def test_what_is_typed_is_found_in_both_languages_and_scripts() -> None:
    assert texts("dark") == texts("深色") == ["Theme: Dark"]
    assert texts("证监") == texts("證監") == texts("sfc") == ["SFC"]
    assert texts("设定") == ["Settings"]
    assert texts("nothing of the kind") == []


def test_of_two_that_fit_the_one_chosen_lately_goes_first() -> None:
    both = [entry("Check this source"), entry("Check all sources")]
    found = [one.text for _, one in fitting(both, "check", ("check all sources",), FOLDER)]
    assert found == ["Check all sources", "Check this source"]


def test_settings_and_views_are_gathered_in_every_language(qtbot: QtBot, resources: Path) -> None:
    tongues = collect.Tongues(FOLDER, [FileTranslator(resources, "zh-Hant")])
    shown: list[tuple[str, str]] = []
    found = collect.settings(tongues, lambda section, option: shown.append((section, option)))
    theme = next(one for one in found if one.key == "setting:look.theme")
    assert (theme.text, theme.detail) == ("Theme", "Look")
    assert [one.key for _, one in fitting(found, "主題", (), FOLDER)][:1] == [theme.key]
    theme.run()
    assert shown == [("look", "theme")]
    went: list[str] = []
    for one in collect.views(tongues, went.append):
        one.run()
    assert went == ["inbox", "flagged", "starred", "licences", "deadlines"]


def test_saved_searches_are_found_by_name_and_by_what_they_ask(qtbot: QtBot) -> None:
    went: list[str] = []
    found = collect.saved(FOLDER, [SavedSearch(SearchId(4), "VATP", "label:licence")], went.append)
    assert [one.text for _, one in fitting(found, "licence", (), FOLDER)] == ["VATP"]
    found[0].run()
    assert went == ["saved:4"]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.edit = QLineEdit()  # type: ignore[attr-defined]
    QVBoxLayout(made).addWidget(made.edit)  # type: ignore[attr-defined]
    made.resize(900, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_arrows_go_round_enter_chooses_and_the_focus_goes_back(window: QWidget, marks: Marks, qtbot: QtBot) -> None:
    palette = Palette(marks, "en", lambda group: group.name.lower(), window)
    chosen: list[Entry] = []
    palette.chosen.connect(chosen.append)
    edit: QLineEdit = window.edit  # type: ignore[attr-defined]
    palette.open(edit)
    palette.show_entries([(one.group, one) for one in ENTRIES])
    assert palette.edit.hasFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(palette.edit, key)
    assert [one.text for one in chosen] == ["VATP"]
    assert palette.isHidden()
    assert edit.hasFocus()
    palette.open(edit)
    QTest.keyClick(palette.edit, Qt.Key.Key_Escape)
    assert (palette.isHidden(), edit.hasFocus(), len(chosen)) == (True, True, 1)


def test_items_that_come_later_keep_what_is_chosen(window: QWidget, marks: Marks) -> None:
    palette = Palette(marks, "en", lambda group: group.name.lower(), window)
    palette.open(None)
    palette.show_entries([(one.group, one) for one in ENTRIES])
    QTest.keyClick(palette.edit, Qt.Key.Key_Down)
    item = entry("SFC grants a licence", Group.ITEM)
    palette.add_entries([(Group.ITEM, item)])
    palette.add_entries([(Group.ITEM, item)])
    assert [one.text for one in palette.entries] == [*(one.text for one in ENTRIES), item.text]
    assert palette.list.currentIndex().row() == 1
    assert palette.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == "VATP, saved"


def test_it_is_as_high_as_whole_rows(window: QWidget, marks: Marks) -> None:
    palette = Palette(marks, "en", str, window)
    many = [(Group.ACTION, entry(f"Do {n}")) for n in range(30)]
    for height in (900, 420):
        window.resize(900, height)
        palette.open(None)
        palette.show_entries(many)
        QApplication.processEvents()
        assert (palette.list.viewport().height(), palette.list.height() % 32) == (palette.list.height(), 0), height
        assert palette.geometry().bottom() < height
