# SPDX-License-Identifier: MIT
"""A list that the user keeps: what is taken out comes back, and what was said of an entry goes with it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hkwatch.ui.settings.editable_list import EditableList, Typed


class Words(EditableList):
    """A list of words; one with a blank is none."""

    def read(self, typed: str, entries: tuple[str, ...]) -> Typed:
        return Typed(None, "Two words.") if " " in typed else Typed(typed, "Not in the dictionary.")


@pytest.fixture
def words(qtbot: QtBot) -> Words:
    made = Words(4)
    qtbot.addWidget(made)
    made.set_entries(("one", "two", "three"))
    made.show()
    return made


def undo(words: Words, where: QWidget) -> tuple[str, ...]:
    told: list[tuple[str, ...]] = []
    words.changed.connect(told.append)
    QTest.keyClick(where, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    words.changed.disconnect(told.append)
    return told[-1] if told else ()


def test_what_was_taken_out_comes_back_in_its_place_one_after_the_other(words: Words) -> None:
    words.list.setCurrentRow(1)
    QTest.keyClick(words.list, Qt.Key.Key_Delete)
    QTest.keyClick(words.list, Qt.Key.Key_Delete)
    assert undo(words, words.list) == ("one", "three")
    assert undo(words, words.list) == ("one", "two", "three")
    assert words.list.currentRow() == 1
    assert undo(words, words.list) == ()


def test_the_only_entry_comes_back_from_the_field_that_has_the_keys_then(words: Words) -> None:
    words.set_entries(("one",))
    words.list.setCurrentRow(0)
    QTest.keyClick(words.list, Qt.Key.Key_Delete)
    assert words.list.isHidden()
    assert undo(words, words.field) == ("one",)
    assert not words.list.isHidden()


def test_the_field_undoes_its_own_typing_first(words: Words) -> None:
    words.list.setCurrentRow(0)
    QTest.keyClick(words.list, Qt.Key.Key_Delete)
    QTest.keyClicks(words.field, "four")
    assert undo(words, words.field) == ()
    assert words.field.text() == ""


def test_a_list_set_from_elsewhere_takes_nothing_back(words: Words) -> None:
    words.list.setCurrentRow(0)
    QTest.keyClick(words.list, Qt.Key.Key_Delete)
    words.set_entries(("four",))
    assert undo(words, words.list) == ()


def test_what_was_said_of_an_entry_goes_when_it_is_typed_anew_or_taken_out(words: Words) -> None:
    QTest.keyClicks(words.field, "two words")
    QTest.keyClick(words.field, Qt.Key.Key_Return)
    assert words.hint.text() == "Two words."
    assert not words.hint.isHidden()
    QTest.keyClick(words.field, Qt.Key.Key_Backspace)
    assert words.hint.isHidden()
    words.field.setText("four")
    QTest.keyClick(words.field, Qt.Key.Key_Return)
    assert not words.hint.isHidden()
    words.list.setCurrentRow(3)
    QTest.keyClick(words.list, Qt.Key.Key_Delete)
    assert words.hint.isHidden()
