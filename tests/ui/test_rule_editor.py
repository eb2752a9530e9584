# SPDX-License-Identifier: MIT
"""The window in which a rule is written: rows and query say the same, the preview follows, marks propose edits."""

from dataclasses import replace

import pytest
from inbox_rows import NAMES, NOW
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from rule_rows import FOUND, ROWS, VATP

from hkwatch.domain.flags import Tell
from hkwatch.domain.ids import PublisherId
from hkwatch.domain.item import Level
from hkwatch.domain.query_tree import Field
from hkwatch.domain.rule_edit import Proposal
from hkwatch.domain.user_rules import LevelIs, Scope, UserRule
from hkwatch.ui.marks import Marks
from hkwatch.ui.rules.condition import ConditionEdit
from hkwatch.ui.rules.editor import RuleEditor
from hkwatch.ui.rules.rows import GroupEdit, RowEdit


@pytest.fixture
def condition(qtbot: QtBot, marks: Marks) -> ConditionEdit:
    made = ConditionEdit(marks)
    qtbot.addWidget(made)
    return made


def editor(qtbot: QtBot, marks: Marks, rule: UserRule, *, new: bool = False) -> RuleEditor:
    made = RuleEditor(marks, NAMES, "en", rule, None, new=new)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def rows(condition: ConditionEdit) -> list[RowEdit]:
    assert condition.form is not None
    return [part for part in condition.form.parts if isinstance(part, RowEdit)]


def test_a_query_is_shown_as_rows(condition: ConditionEdit) -> None:
    condition.set_text(VATP.condition)
    first, second = rows(condition)
    assert (first.row().field, first.test.currentText()) == (Field.TITLE, "has any of")
    assert first.values.text() == "virtual asset trading platform, VATP, 虛擬資產交易平台"
    assert (second.row().field, second.values.text()) == (Field.REF, "26PR*")
    assert condition.form is not None
    assert condition.form.mode.currentText() == "any of"


def test_what_is_typed_in_rows_is_the_query_at_once(condition: ConditionEdit) -> None:
    told: list[str] = []
    condition.changed.connect(lambda: told.append(condition.text))
    rows(condition)[0].values.setText("OTC, 場外")
    assert condition.text == "OTC | 場外"
    rows(condition)[0].test.setCurrentIndex(1)
    assert condition.text == "-(OTC | 場外)"
    assert told[-1] == condition.text


def test_what_is_typed_as_a_query_is_in_the_rows_at_once(condition: ConditionEdit) -> None:
    condition.query.setFocus()
    QTest.keyClicks(condition.query, "title:custody -src:hkma")
    assert condition.form is not None
    assert condition.form.mode.currentText() == "all of"
    assert [(row.field.currentText(), row.values.text()) for row in rows(condition)] == [
        ("title", "custody"),
        ("source", "hkma"),
    ]
    assert rows(condition)[1].test.currentText() == "has none of"


def test_no_key_is_lost_while_the_rows_follow(condition: ConditionEdit) -> None:
    condition.show()
    condition.query.setFocus()
    QTest.keyClicks(condition.query, "title:licence,licensed | ref:25PR* | (custody src:sfc)")
    assert condition.text == "title:licence,licensed | ref:25PR* | (custody src:sfc)"
    assert [row.values.text() for row in rows(condition)] == ["licence, licensed", "25PR*"]


def test_half_a_query_keeps_the_rows_and_says_what_is_missing(condition: ConditionEdit) -> None:
    condition.set_text("title:custody")
    QTest.keyClicks(condition.query, " (open")
    assert rows(condition)[0].values.text() == "custody"
    assert not condition.is_right
    assert condition.note.text()
    assert condition.query.accessibleDescription() == condition.note.text()


def test_a_query_that_rows_cannot_show_stays_a_text(condition: ConditionEdit) -> None:
    text = "a (b | (c (d | e)))"
    condition.set_text(text)
    assert condition.form is None
    assert condition.text == text
    assert condition.is_right
    assert condition.note.text() == "This query says more than rows can show."
    condition.set_text("a")
    assert condition.form is not None


def test_a_field_that_no_rule_may_ask_about_is_refused(condition: ConditionEdit) -> None:
    condition.set_text("is:unread")
    assert not condition.is_right


def test_rows_and_groups_are_added_and_removed(condition: ConditionEdit) -> None:
    condition.set_text("title:custody")
    form = condition.form
    assert form is not None
    form.add_group.click()
    group = form.parts[1]
    assert isinstance(group, GroupEdit)
    first, second = (part for part in group.parts if isinstance(part, RowEdit))
    first.values.setText("OTC")
    second.values.setText("sfc")
    assert condition.text == "title:custody | (OTC src:sfc)"
    second.remove.click()
    first.remove.click()
    assert condition.text == "title:custody"
    form.parts[0].remove.click()
    assert condition.text == ""
    assert len(rows(condition)) == 1


def test_a_rule_opens_and_comes_out_as_it_was(qtbot: QtBot, marks: Marks) -> None:
    rule = replace(
        VATP,
        scope=Scope.CHOSEN,
        publishers=(PublisherId("sfc"),),
        level_is=LevelIs.SET,
        tell=Tell.ALWAYS,
        pin=True,
        needs_ack=True,
        stop=True,
    )
    window = editor(qtbot, marks, rule)
    assert window.rule == rule
    assert not window.is_changed
    assert window.then.publishers.text() == NAMES["sfc"]
    window.then.level_is.setCurrentIndex(0)
    assert window.rule.level is None
    assert not window.then.level.isVisible()


def test_it_can_be_saved_only_when_it_can_run(qtbot: QtBot, marks: Marks) -> None:
    window = editor(qtbot, marks, UserRule("", "", ""), new=True)
    said = []
    for widget, text in ((window.name, "Custody"), (window.condition.query, "custody")):
        assert not window.save.isEnabled()
        said.append(window.save.toolTip())
        QTest.keyClicks(widget, text)
    assert said == ["The rule needs a name.", "Say what the rule looks for."]
    assert window.save.isEnabled()
    QTest.keyClicks(window.condition.query, " (open")
    assert window.save.toolTip() == "Correct the query marked red."
    window.condition.query.setText("")
    QTest.keyClicks(window.condition.query, "custody")
    with qtbot.waitSignal(window.save_wanted) as saved:
        window.save.click()
    assert saved.args == [UserRule("", "Custody", "custody"), True]
    window.refuse("The disk is full.")
    assert window.banner.fact == "Not saved."
    assert window.save.isEnabled()


def test_the_preview_is_asked_for_after_the_last_key_and_counts_what_it_finds(qtbot: QtBot, marks: Marks) -> None:
    window = editor(qtbot, marks, VATP)
    with qtbot.waitSignal(window.preview_wanted) as wanted:
        QTest.keyClicks(window.condition.query, "1")
    assert wanted.args[0].condition.endswith("26PR*1") or wanted.args[0].condition
    window.tell(FOUND, NOW)
    assert window.preview.counts.text() == "23 of 1,482 stored items match · 4 only because of «title:牌照»"
    assert "23 match" in window.to_stored.text()
    shown = [window.preview.table.topLevelItem(place) for place in range(2)]
    assert [item.text(0) for item in shown if item is not None] == ["✓", "✗"]
    assert [item.text(3) for item in shown if item is not None] == ["Should not match", "Should match"]


def test_a_marked_row_proposes_an_edit_that_is_made_only_when_taken_over(qtbot: QtBot, marks: Marks) -> None:
    window = editor(qtbot, marks, VATP)
    window.tell(FOUND, NOW)
    first = window.preview.table.topLevelItem(0)
    assert first is not None
    with qtbot.waitSignal(window.proposal_wanted) as wanted:
        window.preview.table.itemActivated.emit(first, 0)
    assert wanted.args == [VATP, ROWS[0], False]
    changed = replace(VATP, unless="title:美國證監會 | title:trading")
    window.propose(Proposal(changed, "title:trading", True, 0))
    assert window.preview.proposed.text() == "Unless title:trading — no other item shown is lost"
    assert window.rule == VATP
    window.preview.accept.click()
    assert window.rule == changed
    assert not window.preview.proposal.isVisible()
    window.propose(None)
    assert not window.preview.accept.isVisible()


def test_what_is_not_saved_is_not_lost_by_one_key(qtbot: QtBot, marks: Marks) -> None:
    window = editor(qtbot, marks, VATP)
    window.name.setText("Another")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert window.banner.fact == "Not saved yet."
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_every_control_has_a_name(qtbot: QtBot, marks: Marks) -> None:
    window = editor(qtbot, marks, VATP)
    window.tell(FOUND, NOW)
    nameless = [
        type(one).__name__
        for one in window.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisible()
        and not (one.accessibleName() or getattr(one, "text", str)())
    ]
    assert nameless == []


def test_a_level_is_chosen(qtbot: QtBot, marks: Marks) -> None:
    window = editor(qtbot, marks, VATP)
    window.then.level.setCurrentIndex(0)
    assert window.rule.level is Level.CRITICAL
