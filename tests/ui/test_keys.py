# SPDX-License-Identifier: MIT
"""Keys of one's own: what can be a key, conflicts, the file, the page that changes them, the sheet that shows them."""

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hkwatch.services.settings import Settings, load_settings
from hkwatch.ui.keys.caps import KeyCaps
from hkwatch.ui.keys.commands import COMMANDS, Task, task_words, words
from hkwatch.ui.keys.keymap import KeyMap, usable
from hkwatch.ui.keys.page import KeyPage
from hkwatch.ui.keys.sequence import caps, collide, portable, problem, shown
from hkwatch.ui.keys.sheet import KeySheet
from hkwatch.ui.marks import Marks
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.settings_store import SettingsStore
from hkwatch.ui.translator import FileTranslator

SINGLE, ANYWHERE = COMMANDS["star"], COMMANDS["settings"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def keymap(qapp: QApplication, file: Path) -> Iterator[KeyMap]:
    """A key map whose settings go through a real file."""
    files: ReadThread[None] = ReadThread(None, name="files")
    store = SettingsStore(Settings(), file, files)
    yield KeyMap(store)
    files.end(drop=False)


def test_no_two_shipped_keys_are_in_each_others_way() -> None:
    clashes = [
        (one.name, other.name) for one, other in combinations(COMMANDS.values(), 2) if collide(one.key, other.key)
    ]
    assert clashes == []


def test_every_shipped_key_is_one_the_rules_allow(qapp: QApplication) -> None:
    assert {name: problem(one, one.key) for name, one in COMMANDS.items() if problem(one, one.key)} == {}


@pytest.mark.parametrize(
    ("text", "hears"),
    [
        ("Ctrl+Foo", "is no key"),
        ("Ctrl+", "is no key"),
        ("Shift", "is no key"),
        ("A, B, C", "two strokes"),
        ("Return", "need this key themselves"),
        ("Shift+Tab", "need this key themselves"),
        ("G, Down", "need this key themselves"),
    ],
)
def test_what_is_no_key_is_said_with_the_reason(qapp: QApplication, text: str, hears: str) -> None:
    assert hears in problem(SINGLE, text)


@pytest.mark.parametrize("text", ["X", "Shift+X", "?", "Space", "G, X", "Ctrl+K, X"])
def test_a_bare_letter_is_no_key_for_what_holds_while_one_types(qapp: QApplication, text: str) -> None:
    assert "also while you type" in problem(ANYWHERE, text)
    assert problem(SINGLE, text) == ""


@pytest.mark.parametrize("text", ["Ctrl+X", "Alt+X", "F7", "Shift+F7", "Ctrl+K, Ctrl+X", "Ctrl+Return", ""])
def test_a_key_with_ctrl_or_a_function_key_is_one_for_everything(qapp: QApplication, text: str) -> None:
    assert problem(ANYWHERE, text) == problem(SINGLE, text) == ""


def test_a_key_that_begins_another_is_in_its_way() -> None:
    assert collide("G", "G, I")
    assert collide("G, I", "G")
    assert collide("g, i", "G, I")
    assert not collide("G, I", "G, F")
    assert not collide("", "G")
    assert not collide("", "")


def test_what_is_printed_on_the_keys() -> None:
    assert caps("Ctrl+Shift+K") == [["Ctrl", "Shift", "K"]]
    assert caps("G, I") == [["G"], ["I"]]
    assert caps("Ctrl+,") == [["Ctrl", ","]]
    assert caps("Ctrl++") == [["Ctrl", "+"]]
    assert caps("+") == [["+"]]
    assert caps("") == []
    assert shown("G, I") == "G I"


def test_lines_that_cannot_be_used_are_named_and_the_others_hold() -> None:
    own, wrong = usable({"star": "Ctrl+D", "stra": "X", "open": "Ctrl+Foo", "settings": "X", "archive": "S, S"})
    assert own == {"star": "Ctrl+D", "archive": "S, S"}
    said = [error.detail for error in wrong]
    assert "[keys] stra: there is no such command. Did you mean `star`?" in said
    assert sorted(error.key for error in wrong) == ["bad-key", "bad-key", "unknown-command"]
    assert all(error.next_step for error in wrong)


def test_a_key_of_another_command_is_not_taken_from_the_file() -> None:
    own, wrong = usable({"star": "E"})
    assert own == {}
    assert "E is the key of archive already" in wrong[0].detail


def test_two_commands_may_swap_keys_in_the_file() -> None:
    own, wrong = usable({"star": "E", "archive": "S"})
    assert (own, wrong) == ({"star": "E", "archive": "S"}, ())


KEYS = st.sampled_from(["", "S", "E", "A", "X", "G", "G, I", "Ctrl+D", "F7", "nonsense", "Return", "?"])


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(COMMANDS)), KEYS, max_size=6))
def test_whatever_the_file_says_no_two_commands_end_with_the_same_key(wanted: dict[str, str]) -> None:
    own, _ = usable(wanted)
    held = [own.get(name, one.key) for name, one in COMMANDS.items()]
    assert not any(collide(one, other) for one, other in combinations([key for key in held if key], 2))


def test_taking_a_key_takes_it_from_who_had_it_and_both_are_on_disk(qtbot: QtBot, keymap: KeyMap, file: Path) -> None:
    assert keymap.conflicts("star", "E") == ["archive"]
    keymap.assign("star", "E")
    assert (keymap.key("star"), keymap.key("archive")) == ("E", "")
    qtbot.waitUntil(lambda: load_settings(file).keys == {"star": "E", "archive": ""})


def test_resetting_one_and_all_brings_the_shipped_keys_back(qtbot: QtBot, keymap: KeyMap, file: Path) -> None:
    keymap.assign("star", "E")
    keymap.reset("archive")
    # Its shipped key was another's meanwhile, who has none now.
    assert (keymap.key("star"), keymap.key("archive")) == ("", "E")
    keymap.reset_all()
    assert not keymap.has_own()
    qtbot.waitUntil(lambda: file.exists() and load_settings(file).keys == {})
    assert keymap.key("star") == "S"


def test_what_cannot_be_a_key_is_refused_and_changes_nothing(keymap: KeyMap) -> None:
    with pytest.raises(ValueError, match="also while you type"):
        keymap.assign("settings", "X")
    assert keymap.key("settings") == "Ctrl+,"


@pytest.fixture
def page(qtbot: QtBot, marks: Marks, keymap: KeyMap) -> KeyPage:
    page = KeyPage(marks, keymap)
    qtbot.addWidget(page)
    page.resize(760, 600)
    page.show()
    return page


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_a_key_is_recorded_and_holds_at_once(qtbot: QtBot, page: KeyPage, keymap: KeyMap) -> None:
    page.changes["star"].click()
    assert page.recorder is not None
    page.recorder.edit.setKeySequence(QKeySequence())
    QTest.keyClick(page.recorder.edit, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    # A second stroke may follow for a second.
    qtbot.waitUntil(page.recorder.use.isEnabled)
    assert page.recorder.key == "Ctrl+D"
    page.recorder.use.click()
    assert keymap.key("star") == "Ctrl+D"
    assert page.recorder is None
    assert page.reset_all.isEnabled()


def test_a_conflict_is_named_before_anything_changes(page: KeyPage, keymap: KeyMap) -> None:
    page.record("star")
    assert page.recorder is not None
    page.recorder.edit.setKeySequence(QKeySequence("E"))
    assert words(COMMANDS["archive"]) in page.recorder.said.text()
    assert page.recorder.use.text() == "Take it"
    assert keymap.key("archive") == "E"
    page.recorder.use.click()
    assert (keymap.key("star"), keymap.key("archive")) == ("E", "")


def test_a_key_that_is_not_allowed_cannot_be_used(page: KeyPage) -> None:
    page.record("settings")
    assert page.recorder is not None
    page.recorder.edit.setKeySequence(QKeySequence("X"))
    assert not page.recorder.use.isEnabled()
    assert "while you type" in page.recorder.said.text()


def test_esc_leaves_the_recorder_and_nothing_changes(qtbot: QtBot, page: KeyPage, keymap: KeyMap) -> None:
    page.record("star")
    assert page.recorder is not None
    QTest.keyClick(page.recorder.edit, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.recorder is None)
    assert keymap.key("star") == "S"


def test_a_key_can_be_taken_away_and_brought_back(page: KeyPage, keymap: KeyMap) -> None:
    page.record("star")
    assert page.recorder is not None
    page.recorder.none.click()
    assert keymap.key("star") == ""
    page.reset_all.click()
    assert keymap.key("star") == "S"


def test_commands_are_found_by_their_words_and_by_their_keys(page: KeyPage) -> None:
    page.search.setText("acknowledge")
    assert {"acknowledge", "acknowledge-all", "acknowledge-note", "go-needs-ack"} == set(page.changes)
    page.search.setText("g d")
    assert "deadlines" in page.changes
    page.search.setText("zzz")
    assert page.changes == {}
    assert "No command for “zzz”." in texts(page)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def sheet(marks: Marks, keymap: KeyMap, parent: QWidget) -> KeySheet:
    return KeySheet(marks, keymap, "en", parent)


def test_the_sheet_shows_every_key_there_is_by_task(sheet: KeySheet, keymap: KeyMap) -> None:
    listed = {key for task in Task for _, keys in sheet.lines(task) for key in keys}
    assert {one.key for one in COMMANDS.values() if one.key} <= listed
    assert [task_words(task) for task in Task] == ["Move", "Act", "Go", "Search", "Price", "Window"]


def test_the_sheet_follows_a_changed_key(sheet: KeySheet, keymap: KeyMap) -> None:
    keymap.assign("star", "Ctrl+D")
    assert ("Star", ("Ctrl+D",)) in sheet.lines(Task.ACT)
    assert "Ctrl+D" in [one.accessibleName() for one in sheet.area.widget().findChildren(KeyCaps)]


class OnSmallScreen(KeySheet):
    """As with texts of twice the size."""

    def room(self) -> QSize:
        return QSize(480, 380)


def test_the_sheet_has_one_column_where_two_would_be_cut(marks: Marks, keymap: KeyMap, parent: QWidget) -> None:
    sheet = OnSmallScreen(marks, keymap, "en", parent)
    body = sheet.area.widget()
    assert body is not None
    sheet.show()
    assert sheet.width() <= 480
    assert body.minimumSizeHint().width() <= sheet.area.viewport().width()
    told = {label.text() for label in body.findChildren(QLabel)}
    assert {task_words(task) for task in Task} <= told


def test_typing_narrows_the_sheet_down(sheet: KeySheet) -> None:
    before = len(sheet.area.widget().findChildren(KeyCaps))
    sheet.search.setText("redline")
    assert 0 < len(sheet.area.widget().findChildren(KeyCaps)) < before
    sheet.search.setText("zzz")
    assert "No key for “zzz”." in texts(sheet)


def _cut(widget: QWidget) -> list[str]:
    """Texts that have less room than they need."""
    return [
        label.text()
        for label in widget.findChildren(QLabel)
        if label.isVisibleTo(widget) and not label.wordWrap() and label.width() < label.sizeHint().width()
    ]


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans"])
@pytest.mark.parametrize("made", ["sheet", "page"])
def test_nothing_is_cut_in_any_language(
    qapp: QApplication,
    resources: Path,
    sheet: KeySheet,
    page: KeyPage,
    language: str,
    made: str,
) -> None:
    translator = FileTranslator(resources, language)
    if language != "en":
        assert QCoreApplication.installTranslator(translator)
    try:
        widget: QWidget = sheet if made == "sheet" else page
        (sheet if made == "sheet" else page).set_language(language)
        widget.show()
        QApplication.processEvents()
        assert _cut(widget) == []
        area = (sheet if made == "sheet" else page).area
        assert area.widget().sizeHint().width() <= area.viewport().width()
    finally:
        QCoreApplication.removeTranslator(translator)


def test_a_sequence_is_kept_in_the_form_files_are_written_in() -> None:
    read: Callable[[str], str] = portable
    assert read("ctrl+d") == "Ctrl+D"
    assert read("g,i") == "G, I"
    assert read("Ctrl+Foo") == ""
