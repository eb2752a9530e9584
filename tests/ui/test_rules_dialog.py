# SPDX-License-Identifier: MIT
"""The list of rules, and what its windows do with the engine, the store and files."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from inbox_rows import NAMES, NOW
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot
from rule_rows import FOUND, RULES, VATP

from hkwatch.domain.commands import Command
from hkwatch.domain.events import CommandDone
from hkwatch.domain.ids import CommandId
from hkwatch.domain.rule_commands import (
    CompareRules,
    EditWords,
    ImportRules,
    RemoveRule,
    RulesCompared,
    SaveRule,
    SetShippedRule,
    UndoRules,
)
from hkwatch.domain.rule_views import RuleProblem
from hkwatch.domain.user_rules import UserRule
from hkwatch.ui.marks import Marks
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.rules.dialog import RulesDialog
from hkwatch.ui.rules.editor import RuleEditor
from hkwatch.ui.rules.manager import Around, RulesManager
from hkwatch.ui.rules.table import Line, LineKind
from hkwatch.ui.rules_controller import RulesController


class Reader:
    """Answers every preview alike."""

    def preview(self, rule: UserRule, now: object) -> object:
        return FOUND

    def unknown_names(self, texts: tuple[str, ...], known: object) -> dict[str, object]:
        return {}


class Rig:
    """A manager whose commands are kept."""

    def __init__(self, qtbot: QtBot, marks: Marks, file: Path) -> None:
        self.sent: list[Command] = []
        self.undone: list[str] = []
        self.takes = True
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.controller = RulesController(self._send, self._id, lambda: NOW)
        self.reads: ReadThread[Reader] = ReadThread(Reader(), parent=self.window)
        self.files: ReadThread[None] = ReadThread(None, parent=self.window)
        around = Around(
            window=self.window,
            marks=marks,
            reads=self.reads,  # type: ignore[arg-type]
            files=self.files,
            rules=self.controller,
            send=self._send,
            new_id=self._id,
            now=lambda: NOW,
            names=lambda: dict(NAMES),
            offer_undo=lambda said, act: self.undone.append(said),
            ask_file=lambda parent, to_write, then: then(file),
        )
        self.manager = RulesManager(around, OpenDialogs(self.window), self.window)

    def end(self) -> None:
        for thread in (self.reads, self.files):
            thread.end()

    def uncheck(self, line: Line) -> None:
        """Take the tick off a rule, and let that be told."""
        before = len(self.sent)
        self.item(line).setCheckState(0, Qt.CheckState.Unchecked)
        QCoreApplication.processEvents()
        assert len(self.sent) == before + self.takes

    def _id(self) -> CommandId:
        return CommandId(f"c{len(self.sent)}")

    def _send(self, command: Command) -> bool:
        if self.takes:
            self.sent.append(command)
        return self.takes

    def done(self, error: str = "") -> None:
        """The engine has carried the last command out, or not."""
        self.manager.on_event(CommandDone(self.sent[-1].id, error))

    @property
    def dialog(self) -> RulesDialog:
        found = self.manager.dialog
        assert found is not None
        return found

    @property
    def editor(self) -> RuleEditor:
        found = self.manager.editor
        assert found is not None
        return found

    def item(self, line: Line) -> QTreeWidgetItem:
        assert self.dialog.table.select(line)
        found = self.dialog.table.currentItem()
        assert found is not None
        return found


@pytest.fixture
def rig(qtbot: QtBot, marks: Marks, tmp_path: Path) -> Iterator[Rig]:
    made = Rig(qtbot, marks, tmp_path / "rules.toml")
    made.controller.on_event(RULES)
    made.manager.show()
    yield made
    made.end()


OWN, SHIPPED = Line(LineKind.OWN, "vatp"), Line(LineKind.SHIPPED, "vatp")


def cells(item: QTreeWidgetItem) -> list[str]:
    return [item.text(column) for column in range(5)]


def test_every_rule_says_what_it_does_how_often_it_held_and_what_is_wrong(rig: Rig) -> None:
    assert rig.dialog.counts.text() == "2 of your own · 3 shipped · 1 switched off · 1 problem"
    assert cells(rig.item(OWN))[:3] == ["VATP licences", "at least High · licences and licensing, vatp", "23"]
    assert cells(rig.item(Line(LineKind.OWN, "old")))[4] == "character 1: ( has no ) after it"
    assert cells(rig.item(Line(LineKind.SHIPPED, "bulk")))[4].startswith("changed by you · Holds of more than 30 %")
    assert cells(rig.item(Line(LineKind.SHIPPED, "assets")))[2] == "–"


def test_problems_name_file_and_line(rig: Rig) -> None:
    assert cells(rig.item(Line(LineKind.PROBLEM, "0")))[0] == "⚠ rules/my-rules.toml, line 12, rule old"
    assert rig.dialog.detail.facts.text() == "A bracket is open. The other rules run."


def test_until_the_engine_has_spoken_the_window_says_so(qtbot: QtBot, marks: Marks, tmp_path: Path) -> None:
    rig = Rig(qtbot, marks, tmp_path / "x")
    rig.manager.show()
    assert rig.dialog.empty.isVisible()
    rig.controller.on_event(replace(RULES, own=(), problems=(), undo=""))
    assert rig.dialog.table.isVisible()
    assert not rig.dialog.undo.isVisible()
    # Changes of the shipped rules alone are worth a file.
    assert rig.dialog.export_file.isEnabled()
    rig.controller.on_event(replace(RULES, own=(), shipped=(), words=(), problems=(), undo=""))
    assert not rig.dialog.export_file.isEnabled()
    rig.end()


def test_search_leaves_what_has_the_words_and_words_of_lists_count(rig: Rig) -> None:
    rig.dialog.search.setText("permit")
    assert rig.dialog.table.select(Line(LineKind.WORDS, "licence-words"))
    assert not rig.dialog.table.select(SHIPPED)


def test_a_box_switches_a_rule_and_undo_is_offered(rig: Rig) -> None:
    rig.uncheck(SHIPPED)
    assert rig.sent == [SetShippedRule(CommandId("c0"), "vatp", False)]
    rig.done()
    assert rig.dialog.toast.isVisible()
    rig.dialog.toast.first_wanted.emit()
    assert rig.sent[-1] == UndoRules(CommandId("c1"))
    rig.uncheck(OWN)
    assert rig.sent[-1] == SaveRule(CommandId("c2"), replace(VATP, enabled=False), True)


def test_a_box_shows_what_holds_where_nothing_was_done(rig: Rig) -> None:
    rig.takes = False
    rig.uncheck(SHIPPED)
    assert rig.item(SHIPPED).checkState(0) is Qt.CheckState.Checked
    rig.takes = True
    rig.uncheck(SHIPPED)
    rig.done("The disk is full.")
    assert rig.item(SHIPPED).checkState(0) is Qt.CheckState.Checked
    assert rig.dialog.banner.fact == "Not changed."


def test_words_are_added_taken_out_and_put_back(rig: Rig) -> None:
    rig.item(Line(LineKind.WORDS, "licence-words"))
    detail = rig.dialog.detail
    detail.phrase.setText(" 批給 ")
    detail.add.click()
    assert [detail.phrases.item(place).text() for place in range(3)] == ["licence", "牌照", "+ permit"]
    detail.phrases.setCurrentRow(0)
    assert detail.take_out.text() == "Take out"
    detail.take_out.click()
    detail.phrases.setCurrentRow(1)
    assert detail.take_out.text() == "Put back"
    detail.take_out.click()
    assert rig.sent == [
        EditWords(CommandId("c0"), "licence-words", ("批給",), ()),
        EditWords(CommandId("c1"), "licence-words", (), ("licence",)),
        EditWords(CommandId("c2"), "licence-words", ("牌照",), ()),
    ]


def test_a_rule_is_edited_saved_and_selected(rig: Rig, qtbot: QtBot) -> None:
    rig.dialog.table.itemActivated.emit(rig.item(OWN), 0)
    qtbot.waitUntil(lambda: rig.editor.preview.matched == 23)
    rig.editor.name.setText("Platforms")
    rig.editor.save.click()
    assert rig.sent == [SaveRule(CommandId("c0"), replace(VATP, name="Platforms"), True)]
    rig.done()
    assert rig.manager.editor is None
    assert rig.dialog.toast.isVisible()


def test_a_refused_rule_stays_open_with_the_reason(rig: Rig) -> None:
    rig.manager.edit("vatp")
    rig.editor.save.click()
    rig.done("my-rules.toml cannot be written: disk full.")
    assert rig.editor.banner.fact == "Not saved."


def test_a_new_rule_gets_an_id_of_its_own(rig: Rig) -> None:
    rig.dialog.new.click()
    rig.editor.name.setText("VATP")
    rig.editor.condition.set_text("custody")
    rig.editor.condition.changed.emit()
    rig.editor.save.click()
    (saved,) = rig.sent
    assert isinstance(saved, SaveRule)
    assert saved.rule.id == "vatp-2"


def test_a_rule_is_deleted_with_the_key_and_taken_back(rig: Rig, qtbot: QtBot) -> None:
    rig.item(OWN)
    rig.dialog.table.setFocus()
    rig.dialog.detail.remove.click()
    assert rig.sent == [RemoveRule(CommandId("c0"), "vatp", True)]


def test_the_rule_that_flagged_an_item_is_opened(rig: Rig) -> None:
    rig.manager.show_rule("bulk")
    assert rig.dialog.table.line == Line(LineKind.SHIPPED, "bulk")
    rig.manager.show_rule("my:vatp")
    assert rig.editor.rule == VATP


def test_rules_leave_as_a_file_and_come_back_after_a_question(rig: Rig, qtbot: QtBot, tmp_path: Path) -> None:
    rig.dialog.export_file.click()
    file = tmp_path / "rules.toml"
    qtbot.waitUntil(file.exists)
    qtbot.waitUntil(rig.dialog.toast.isVisible)
    assert 'id = "vatp"' in file.read_text("utf-8")
    rig.dialog.import_file.click()
    qtbot.waitUntil(lambda: bool(rig.sent))
    (asked,) = rig.sent
    assert isinstance(asked, CompareRules)
    rig.controller.on_event(RulesCompared(asked.id, ("Another",), (), ("VATP licences",)))
    assert rig.dialog.banner.fact == "Import 1 new, 0 changed, 1 the same?"
    rig.dialog.banner.button.click()
    assert rig.sent[-1] == ImportRules(CommandId("c1"), asked.text)


def test_a_file_with_a_mistake_is_refused_with_its_place(rig: Rig, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_text("[[rule]]\n", "utf-8")
    rig.dialog.import_file.click()
    qtbot.waitUntil(lambda: bool(rig.sent))
    rig.controller.on_event(RulesCompared(rig.sent[0].id, (), (), (), (RuleProblem("import, line 1", "No id."),)))
    assert rig.dialog.banner.fact == "Nothing was imported."
    rig.dialog.banner.button.click()
    assert len(rig.sent) == 1


def test_space_switches_the_selected_rule(rig: Rig) -> None:
    rig.item(SHIPPED)
    QTest.keyClick(rig.dialog.table, Qt.Key.Key_Space)
    QCoreApplication.processEvents()
    assert rig.sent == [SetShippedRule(CommandId("c0"), "vatp", False)]


def test_every_control_has_a_name(rig: Rig) -> None:
    rig.item(Line(LineKind.WORDS, "licence-words"))
    nameless = [
        type(one).__name__
        for one in rig.dialog.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisible()
        and not (one.accessibleName() or getattr(one, "text", str)())
    ]
    assert nameless == []


def test_names_keep_their_room_in_a_narrow_window(rig: Rig) -> None:
    table = rig.dialog.table
    for width in (1080, 700):
        rig.dialog.resize(width, 560)
        QCoreApplication.processEvents()
        assert table.columnWidth(0) >= 200
    assert table.columnWidth(4) < table.columnWidth(0)
