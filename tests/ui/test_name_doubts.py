# SPDX-License-Identifier: MIT
"""Dialogs with a query say which of its names nothing is called, and let it be saved all the same."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from inbox_rows import NAMES
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from rule_rows import RULES

from hkwatch.domain.item import Level
from hkwatch.domain.query import Query, parse_query
from hkwatch.domain.query_known import Known, doubtful
from hkwatch.domain.query_tree import Field, QueryError
from hkwatch.domain.user_rules import UserRule
from hkwatch.ui.alerts.dialog import AlertDialog
from hkwatch.ui.alerts.late import LateAlertDialog
from hkwatch.ui.known_names import known_names, offered_rules
from hkwatch.ui.marks import Marks
from hkwatch.ui.name_doubts import AsksNames, NameDoubts
from hkwatch.ui.price.alert_words import PriceNow
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.rules.editor import RuleEditor
from hkwatch.ui.saved.dialog import SearchDialog
from hkwatch.ui.theme import Fonts, Icons, Theme

NOW = datetime(2025, 2, 19, 9, 8, tzinfo=UTC)
KNOWN = Known({Field.SRC: ("sfc", "hkma"), Field.LABEL: ("licence",)})
SCF = "There is no source “scf”. Did you mean sfc?"


class Names:
    """The part of the store's reader that is asked, without a store."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []

    def unknown_names(self, texts: tuple[str, ...], known: Known) -> dict[str, tuple[QueryError, ...]]:
        self.asked.append(texts)
        return {text: found for text in texts if (found := tuple(error for _, error in doubtful(_read(text), known)))}


def _read(text: str) -> Query:
    try:
        return parse_query(text)
    except QueryError:
        return parse_query("")


@pytest.fixture
def names() -> Names:
    return Names()


@pytest.fixture
def reads(names: Names) -> Iterator[ReadThread[Names]]:
    made = ReadThread(names)
    yield made
    assert made.end()


def follow(reads: ReadThread[Names], dialog: AsksNames, parent: QWidget) -> None:
    NameDoubts(reads, lambda: KNOWN, dialog, parent)  # type: ignore[arg-type]


def test_a_saved_search_is_doubted_while_it_is_typed(
    qtbot: QtBot, fonts: Fonts, reads: ReadThread[Names], names: Names
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = SearchDialog(fonts, "en", None, "src:scf licence", {"sfc": "SFC"}, parent)
    follow(reads, dialog, dialog)
    qtbot.waitUntil(lambda: dialog.words.text() == SCF)
    assert dialog.words.property("role") == "warn"
    assert dialog.query.accessibleDescription() == SCF
    assert dialog.save.isEnabled()
    dialog.query.setText("src:sfc licence")
    # At once: what was said is not about this query.
    assert dialog.words.text() == "from SFC · has licence"
    dialog.query.setText("label:licence src:hkmaa")
    qtbot.waitUntil(lambda: "Did you mean hkma?" in dialog.words.text())
    assert names.asked[-1] == ("label:licence src:hkmaa",)
    dialog.query.setText("src:(")
    assert dialog.words.property("role") == "error"
    dialog.close()


def test_both_conditions_of_a_rule_are_doubted_each_at_its_place(
    qtbot: QtBot, marks: Marks, reads: ReadThread[Names]
) -> None:
    rule = UserRule("a", "A rule", "src:scf 牌照", unless="label:licnece", level=Level.HIGH)
    editor = RuleEditor(marks, NAMES, "en", rule, None, new=False)
    editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(editor)
    follow(reads, editor, editor)
    qtbot.waitUntil(lambda: editor.condition.note.text() == SCF)
    assert editor.unless.note.text() == "There is no label “licnece”. Did you mean licence?"
    assert editor.save.isEnabled()
    editor.condition.query.clear()
    QTest.keyClicks(editor.condition.query, "src:sfc")
    assert editor.condition.note.text() == ""
    assert editor.unless.note.text() != ""


def test_the_search_of_an_alert_is_doubted_only_where_it_counts(
    qtbot: QtBot, theme: Theme, fonts: Fonts, icons: Icons, reads: ReadThread[Names]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1100, 760)
    late = LateAlertDialog(theme, fonts, icons, window)
    follow(reads, late, window)
    window.show()
    late.open_new(PriceNow(Decimal(96_214), Decimal("7.8")), NOW, [], Decimal(95_000))
    sheet: AlertDialog = late.sheet
    sheet.fields.with_item.setChecked(True)
    sheet.fields.query.setText("src:scf")
    sheet.fields.query.textEdited.emit("src:scf")
    qtbot.waitUntil(lambda: sheet.message.text() == SCF)
    assert sheet.message.property("role") == "warn"
    assert sheet.save.isEnabled()
    sheet.fields.with_item.setChecked(False)
    assert sheet.message.text() == ""


def test_rules_are_offered_and_known_by_what_they_are_called() -> None:
    assert offered_rules(None) == ()
    offered = offered_rules(RULES)
    assert offered[0] == "VATP licences"
    assert "A platform's licence" in offered
    known = known_names(("sfc",), None, RULES)
    assert all(known.has(Field.RULE, name) for name in (*offered, "my:vatp", "bulk"))
