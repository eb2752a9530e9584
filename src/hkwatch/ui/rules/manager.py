# SPDX-License-Identifier: MIT
"""The rules' windows at work: what they wish goes to the engine, what it answers comes back to them.

RulesDialog ─┐                       ┌─► engine: SaveRule, SetShippedRule, EditWords, ImportRules, UndoRules …
RuleEditor ──┴─► RulesManager ───────┼─► store: preview, smallest edit (in the thread that reads)
                                     └─► files: export, import (in the thread of files)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hkwatch.domain.commands import Command
from hkwatch.domain.events import CommandDone
from hkwatch.domain.ids import CommandId
from hkwatch.domain.item import Level
from hkwatch.domain.query_known import Known
from hkwatch.domain.query_tree import QueryError
from hkwatch.domain.rows import InboxRow
from hkwatch.domain.rule_commands import (
    CompareRules,
    EditWords,
    ImportRules,
    RemoveRule,
    RulesChanged,
    RulesCompared,
    SaveRule,
    SetShippedRule,
    UndoRules,
)
from hkwatch.domain.rules_account import overlay_of
from hkwatch.domain.user_rules import OWN, UserRule, free_id
from hkwatch.services.inbox import InboxReader
from hkwatch.ui.error_text import error_text, said
from hkwatch.ui.inbox.explain import complaint
from hkwatch.ui.marks import Marks
from hkwatch.ui.name_doubts import NameDoubts
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.rules.file_questions import Ask
from hkwatch.ui.rules_controller import RulesController

if TYPE_CHECKING:
    from hkwatch.domain.rule_edit import Proposal
    from hkwatch.services.rule_preview import Preview
    from hkwatch.ui.rules.dialog import RulesDialog
    from hkwatch.ui.rules.editor import RuleEditor
    from hkwatch.ui.rules.table import Line


@dataclass(frozen=True, slots=True)
class Around:
    """What the windows need from the desktop around them."""

    window: QWidget
    marks: Marks
    reads: ReadThread[InboxReader]
    files: ReadThread[None]
    rules: RulesController
    send: Callable[[Command], bool]
    new_id: Callable[[], CommandId]
    now: Callable[[], datetime]
    names: Callable[[], dict[str, str]]
    """The publishers' short names in the interface language."""
    offer_undo: Callable[[str, Callable[[], object]], None]
    """Says in the main window what was done, with a way back."""
    ask_file: Ask
    known: Callable[[], Known] = Known
    """The names that a query may ask for."""


class RulesManager(QObject):
    """Owns the windows while they are open."""

    def __init__(self, around: Around, dialogs: OpenDialogs, parent: QObject) -> None:
        super().__init__(parent)
        self._around, self._dialogs = around, dialogs
        self._language = "en"
        self._waiting: dict[CommandId, str] = {}
        """Commands under way, with what is said once they are carried out; empty: nothing."""
        self._saving: CommandId | None = None
        self._comparing: CommandId | None = None
        self._to_import = ""
        self._selected: Line | None = None
        around.rules.changed.connect(self._refresh)
        around.rules.compared.connect(self._on_compared)

    @property
    def dialog(self) -> RulesDialog | None:
        """The open list of rules."""
        return self._dialogs.of("rules", _list)

    @property
    def editor(self) -> RuleEditor | None:
        """The rule that is being written."""
        return self._dialogs.of("rule", _editor)

    def set_language(self, language: str) -> None:
        """Interface language; an open editor keeps what is typed in it."""
        self._language = language
        if self.dialog is not None:
            self.dialog.set_language(language)

    # Windows

    def show(self) -> RulesDialog:
        """The list of rules, in front."""
        dialog = self.dialog
        if dialog is None:
            dialog = self._make_dialog()
            self._dialogs.present("rules", dialog)
            self._refresh()
            dialog.table.setFocus()
        dialog.activateWindow()
        return dialog

    def _make_dialog(self) -> RulesDialog:
        dialog = _list()(self._around.marks, self._language, self._around.window)
        dialog.new_wanted.connect(self.new)
        dialog.edit_wanted.connect(self.edit)
        dialog.remove_wanted.connect(self.remove)
        dialog.switch_wanted.connect(self.switch)
        dialog.words_wanted.connect(self._edit_words)
        dialog.import_wanted.connect(self._ask_import)
        dialog.export_wanted.connect(self._ask_export)
        dialog.undo_wanted.connect(self.undo)
        dialog.banner_acted.connect(self._on_banner)
        return dialog

    def show_rule(self, name: str) -> None:
        """Open the rule that an item names as its reason: an own one for editing, a shipped one in the list."""
        if name.startswith(OWN):
            self.edit(name.removeprefix(OWN))
            return
        from hkwatch.ui.rules.table import Line, LineKind

        self._selected = Line(LineKind.SHIPPED, name)
        self.show()
        self._select_wanted()

    def new(self, rule: UserRule | None = None) -> None:
        """Write another rule, from this draft if given."""
        self._open(rule if rule is not None else UserRule("", "", "", level=Level.HIGH), new=True)

    def edit(self, rule: str) -> None:
        """Open one of the user's rules; the list where it is gone."""
        found = next((one for one in self._own() if one.id == rule), None)
        if found is None:
            self.show()
        else:
            self._open(found, new=False)

    def _own(self) -> tuple[UserRule, ...]:
        rules = self._around.rules.rules
        return tuple(one.rule for one in rules.own) if rules is not None else ()

    def _open(self, rule: UserRule, *, new: bool) -> None:
        around = self._around
        parent = self.dialog if self.dialog is not None else around.window
        editor = _editor()(around.marks, around.names(), self._language, rule, parent, new=new)
        editor.save_wanted.connect(self._save)
        editor.preview_wanted.connect(self._look)
        editor.proposal_wanted.connect(self._propose)
        NameDoubts(around.reads, around.known, editor, editor)
        self._dialogs.present("rule", editor)

    def _refresh(self) -> None:
        if self.dialog is not None:
            self.dialog.show_rules(self._around.rules.rules, self._around.now())
            self._select_wanted()

    def _select_wanted(self) -> None:
        if self.dialog is not None and self._selected is not None and self.dialog.select(self._selected):
            self._selected = None

    # Changes

    def _save(self, rule: UserRule, to_stored: bool) -> None:
        if not rule.id:
            rule = replace(rule, id=free_id(rule.name, [one.id for one in self._own()]))
        ident = self._send(SaveRule(self._around.new_id(), rule, to_stored), self.tr("“{0}” saved").format(rule.name))
        if ident is None:
            if self.editor is not None:
                self.editor.refuse(self.tr("This window only reads."))
            return
        self._saving = ident
        from hkwatch.ui.rules.table import Line, LineKind

        self._selected = Line(LineKind.OWN, rule.id)

    def remove(self, rule: str) -> None:
        """Delete one of the user's rules at once; it can be taken back."""
        name = next((one.name for one in self._own() if one.id == rule), rule)
        self._send(RemoveRule(self._around.new_id(), rule, to_stored=True), self.tr("“{0}” deleted").format(name))

    def switch(self, line: Line, on: bool) -> None:
        """Let a rule run, or not."""
        ident = self._around.new_id()
        from hkwatch.ui.rules.table import LineKind

        if line.kind is LineKind.SHIPPED:
            said = self.tr("Shipped rule switched on") if on else self.tr("Shipped rule switched off")
            self._send(SetShippedRule(ident, line.id, on), said)
            return
        found = next((one for one in self._own() if one.id == line.id), None)
        if found is not None:
            said = self.tr("“{0}” switched on") if on else self.tr("“{0}” switched off")
            self._send(SaveRule(ident, replace(found, enabled=on), to_stored=True), said.format(found.name))

    def _edit_words(self, words: str, add: tuple[str, ...], remove: tuple[str, ...]) -> None:
        self._send(EditWords(self._around.new_id(), words, add, remove), self.tr("Word list changed"))

    def undo(self) -> None:
        """Take the last change back."""
        rules = self._around.rules.rules
        if rules is not None and rules.undo:
            self._send(UndoRules(self._around.new_id()), "")

    def _send(self, command: Command, said: str) -> CommandId | None:
        if not self._around.send(command):
            # A box must not go on showing what was not done.
            self._refresh()
            return None
        self._waiting[command.id] = said
        return command.id

    def on_event(self, event: object) -> None:
        """An answer to one of the wishes; others are none of its business."""
        if not isinstance(event, CommandDone) or event.command_id not in self._waiting:
            return
        said = self._waiting.pop(event.command_id)
        editor, is_save = self.editor, event.command_id == self._saving
        if event.error:
            if is_save and editor is not None:
                editor.refuse(error_text(event.error))
            else:
                self._tell_problem(self.tr("Not changed."), error_text(event.error))
            self._refresh()
            return
        if is_save and editor is not None:
            editor.finish()
        if not said:
            return
        if self.dialog is not None:
            self.dialog.banner.dismiss()
            self.dialog.toast.tell(said, first=self.tr("Undo"))
        else:
            self._around.offer_undo(said, self.undo)

    def _tell_problem(self, fact: str, reason: str) -> None:
        self.show().tell_problem(fact, reason)

    # Preview

    def _look(self, rule: UserRule) -> None:
        now = self._around.now()
        self._around.reads.ask(self._on_preview, lambda reader: (reader.preview(rule, now), now), self._on_no_preview)

    def _on_preview(self, found: tuple[Preview, datetime]) -> None:
        if self.editor is not None:
            self.editor.tell(*found)

    def _on_no_preview(self, error: Exception) -> None:
        if self.editor is not None:
            self.editor.tell_failure(complaint(error) if isinstance(error, QueryError) else said(error))

    def _propose(self, rule: UserRule, row: InboxRow, wanted: bool) -> None:
        editor = self.editor
        if editor is None:
            return
        others = tuple(one.title for one in editor.preview.rows(matching=not wanted) if one.id != row.id)
        title = row.title

        def work(reader: InboxReader) -> Proposal | None:
            return reader.proposal(rule, title, others, wanted=wanted)

        self._around.reads.ask(self._on_proposal, work, self._on_no_preview)

    def _on_proposal(self, proposal: Proposal | None) -> None:
        if self.editor is not None:
            self.editor.propose(proposal)

    # Files

    def _ask_export(self) -> None:
        known = self._around.rules.rules
        if known is not None and self.dialog is not None:
            self._around.ask_file(self.dialog, True, lambda file: self._write(file, known))

    def _write(self, file: Path, known: RulesChanged) -> None:
        rules, overlay = tuple(one.rule for one in known.own), overlay_of(known)
        packs = {pack.name: pack.version for pack in known.packs}

        def work(_: None) -> tuple[Path, int]:
            from hkwatch.sources.user_rules import export_rules
            from hkwatch.ui.sources.opml import write_text

            write_text(file, export_rules(rules, overlay, packs))
            return file, len(rules)

        self._around.files.ask(self._on_written, work, self._on_file_failed)

    def _on_written(self, written: tuple[Path, int]) -> None:
        file, count = written
        if self.dialog is not None:
            title = self.tr("1 rule exported") if count == 1 else self.tr("{0} rules exported").format(count)
            self.dialog.toast.tell(title, file.name)

    def _on_file_failed(self, error: Exception) -> None:
        self._tell_problem(self.tr("The file was not used."), said(error))

    def _ask_import(self) -> None:
        if self.dialog is not None:
            self._around.ask_file(self.dialog, False, self._read)

    def _read(self, file: Path) -> None:
        from hkwatch.ui.sources.opml import read_text

        self._around.files.ask(self._on_read, lambda _: read_text(file), self._on_file_failed)

    def _on_read(self, text: str) -> None:
        ident = self._around.new_id()
        if self._around.send(CompareRules(ident, text)):
            self._comparing, self._to_import = ident, text

    def _on_compared(self, found: RulesCompared) -> None:
        dialog = self.dialog
        if found.command_id != self._comparing or dialog is None:
            return
        self._comparing = None
        if found.problems:
            self._to_import = ""
            first = found.problems[0]
            dialog.tell_problem(
                self.tr("Nothing was imported."), f"{first.where}: {error_text(first.reason)}".lstrip(": ")
            )
            return
        counts = self.tr("{0} new, {1} changed, {2} the same").format(
            len(found.new), len(found.changed), len(found.same)
        )
        if found.edits:
            counts += " · " + self.tr("{0} changes of shipped rules").format(found.edits)
        if not found.new and not found.changed and not found.edits:
            self._to_import = ""
            dialog.tell_problem(self.tr("Nothing to import:"), self.tr("all rules of the file are here already."))
            return
        names = ", ".join((*found.new, *found.changed)[:3])
        if found.other_packs:
            names += " · " + self.tr("written with other versions: {0}").format(", ".join(found.other_packs[:3]))
        dialog.ask(self.tr("Import {0}?").format(counts), names.removeprefix(" · "), self.tr("Import"))

    def _on_banner(self) -> None:
        text, self._to_import = self._to_import, ""
        if self.dialog is not None:
            self.dialog.banner.dismiss()
        if text:
            self._send(ImportRules(self._around.new_id(), text), self.tr("Rules imported"))


def _list() -> type[RulesDialog]:
    """Imported when it is first opened."""
    from hkwatch.ui.rules.dialog import RulesDialog

    return RulesDialog


def _editor() -> type[RuleEditor]:
    """Imported when it is first opened."""
    from hkwatch.ui.rules.editor import RuleEditor

    return RuleEditor
