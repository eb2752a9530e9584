# SPDX-License-Identifier: MIT
"""Adding from first to last: the dialog, files, what the engine finds and adds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hkwatch.domain import commands as cmd
from hkwatch.domain import events as ev
from hkwatch.domain.ids import CommandId
from hkwatch.domain.own_source import NewSource
from hkwatch.ui.error_text import error_text, said
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.sources.surroundings import Surroundings

if TYPE_CHECKING:
    from hkwatch.ui.sources.add_dialog import AddDialog

_AT_ONCE = 500
"""Sources the engine adds in one go."""


class SourceAdder(QObject):
    """Opens the dialog for adding and sees to it that what is wanted there is done."""

    done = Signal(object, int)
    """tuple of SourceId that are new, and how many of all found were known."""

    def __init__(self, around: Surroundings, dialogs: OpenDialogs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around, self._dialogs = around, dialogs
        self._language = "en"
        self._finding: CommandId | None = None
        self._adding: dict[CommandId, ev.SourcesAdded | None] = {}
        self._known = 0

    @property
    def adding(self) -> AddDialog | None:
        """The open dialog."""
        return self._dialogs.of("add-sources", _dialog)

    def set_language(self, language: str) -> None:
        """Interface language."""
        self._language = language
        if self.adding is not None:
            self.adding.set_language(language)

    def add(self) -> AddDialog:
        """Open the dialog for adding, or bring it up."""
        dialog = self.adding
        if dialog is not None:
            dialog.raise_()
            dialog.activateWindow()
            return dialog
        parent = self._dialogs.get("sources") or self._around.window
        dialog = _dialog()(self._around.marks, self._language, parent)
        dialog.find_wanted.connect(self._find)
        dialog.stopped.connect(self._stop_finding)
        dialog.add_wanted.connect(self._add)
        dialog.file_wanted.connect(self.import_opml)
        dialog.file_dropped.connect(self.read_file)
        self._dialogs.present("add-sources", dialog)
        return dialog

    def _find(self, text: str) -> None:
        ident = self._around.new_id()
        if self._around.send(cmd.FindSources(ident, text)):
            self._finding = ident
        elif self.adding is not None:
            self.adding.show_error(self.tr("This window only reads; another hkwatch watches."))

    def _stop_finding(self) -> None:
        self._finding = None

    def _add(self, sources: tuple[NewSource, ...]) -> None:
        self._known = self.adding.known if self.adding is not None else 0
        self._adding = {}
        for start in range(0, len(sources), _AT_ONCE):
            ident = self._around.new_id()
            self._adding[ident] = None
            if not self._around.send(cmd.AddSources(ident, sources[start : start + _AT_ONCE])):
                self._adding = {}
                if self.adding is not None:
                    self.adding.show_error(self.tr("This window only reads; another hkwatch watches."))
                return

    def import_opml(self) -> None:
        """Ask for a file and look what it holds."""
        self._around.ask_file(self.adding or self._dialogs.get("sources") or self._around.window, False, self.read_file)

    def read_file(self, file: Path) -> None:
        """Look what a file holds and offer it."""
        from hkwatch.ui.sources import opml

        self._around.files.ask(self._on_file_read, lambda _: opml.read_text(file), self._on_file_unreadable)

    def _on_file_read(self, text: str) -> None:
        self.add().search(text)

    def _on_file_unreadable(self, error: Exception) -> None:
        self.add().show_error(said(error))

    # The engine's answers

    def on_event(self, event: ev.Event) -> None:
        """An answer to a search or to adding; others are none of its business."""
        match event:
            case ev.SourcesFound() if event.command_id == self._finding:
                self._finding = None
                if self.adding is not None:
                    self.adding.show_found(event.found, self._around.now(), error_text(event.error))
            case ev.SourcesAdded() if event.command_id in self._adding:
                self._on_added(event)
            case ev.CommandDone() if event.error and event.command_id == self._finding:
                self._finding = None
                self._fail(error_text(event.error))
            case ev.CommandDone() if event.error and event.command_id in self._adding:
                self._adding = {}
                self._fail(error_text(event.error))
            case _:
                return

    def _on_added(self, event: ev.SourcesAdded) -> None:
        self._adding[event.command_id] = event
        answers = [one for one in self._adding.values() if one is not None]
        if len(answers) < len(self._adding):
            return
        self._adding = {}
        if self.adding is not None:
            self.adding.accept()
        added = tuple(source for answer in answers for source in answer.added)
        self.done.emit(added, self._known + sum(answer.known for answer in answers))

    def _fail(self, error: str) -> None:
        if self.adding is not None:
            self.adding.show_error(error)


def _dialog() -> type[AddDialog]:
    """Imported when it is first opened."""
    from hkwatch.ui.sources.add_dialog import AddDialog

    return AddDialog
