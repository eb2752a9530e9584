# SPDX-License-Identifier: MIT
"""The source manager's middle: opens its windows, hands wishes to the engine and its answers back, keeps what can be undone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hkwatch.domain import commands as cmd
from hkwatch.domain import events as ev
from hkwatch.domain.ids import CommandId, SourceId
from hkwatch.domain.item import Level
from hkwatch.domain.own_source import SourceOptions
from hkwatch.services.poll_entry import PollEntry
from hkwatch.ui.error_text import error_text, said
from hkwatch.ui.formats import DOT
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.sources.adder import SourceAdder
from hkwatch.ui.sources.surroundings import Surroundings
from hkwatch.ui.terms import terms_text
from hkwatch.ui.watch_words import source_name
from hkwatch.ui.web import host_of, open_address

if TYPE_CHECKING:
    from hkwatch.ui.sources import opml
    from hkwatch.ui.sources.dialog import SourcesDialog
    from hkwatch.ui.sources.small_dialogs import BodyDialog


class SourceManager(QObject):
    """One for the program; its windows come and go, what can be undone stays."""

    log_wanted = Signal(object)
    """SourceId whose last polls are to be given to `show_log`."""

    def __init__(self, around: Surroundings, dialogs: OpenDialogs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around, self._dialogs = around, dialogs
        self._language = "en"
        self._removed: list[tuple[SourceId, str]] = []
        self._hidden: set[SourceId] = set()
        self._removing: dict[CommandId, SourceId] = {}
        self._failing_words: dict[CommandId, str] = {}
        self._reading: CommandId | None = None
        self._select: SourceId | None = None
        self.adder = SourceAdder(around, dialogs, self)
        self.adder.done.connect(self._on_added)

    # Windows

    @property
    def language(self) -> str:
        """Interface language."""
        return self._language

    @property
    def dialog(self) -> SourcesDialog | None:
        """The open window."""
        return self._dialogs.of("sources", _dialog)

    def show(self) -> SourcesDialog:
        """Bring the window up."""
        dialog = self.dialog
        if dialog is not None:
            dialog.raise_()
            dialog.activateWindow()
            return dialog
        around = self._around
        dialog = _dialog()(around.marks, around.catalogue, around.publishers(), self._language, around.window)
        dialog.check_wanted.connect(lambda source: around.send(cmd.CheckNow(around.new_id(), source)))
        dialog.log_wanted.connect(self.log_wanted)
        dialog.switch_wanted.connect(self.switch)
        dialog.remove_wanted.connect(self.remove)
        dialog.undo_wanted.connect(self.undo)
        dialog.undo_all_wanted.connect(self.undo_all)
        dialog.options_wanted.connect(self._set_options)
        dialog.body_wanted.connect(self._read_body)
        dialog.address_chosen.connect(self._choose_address)
        dialog.open_wanted.connect(self._open)
        dialog.add_wanted.connect(self.adder.add)
        dialog.import_wanted.connect(self.adder.import_opml)
        dialog.export_wanted.connect(self.export_opml)
        dialog.resume_wanted.connect(lambda: around.send(cmd.Resume(around.new_id())))
        dialog.finished.connect(lambda _code: self._on_closed())
        self._dialogs.present("sources", dialog)
        self.refresh()
        dialog.table.setFocus()
        return dialog

    def _on_closed(self) -> None:
        # They belong to the window that goes away.
        for name in ("add-sources", "body", "terms"):
            child = self._dialogs.get(name)
            if child is not None:
                child.done(0)

    def refresh(self) -> None:
        """Show the engine's last word."""
        dialog, status = self.dialog, self._around.status()
        if dialog is None:
            return
        sources = () if status is None else tuple(one for one in status.sources if one.source not in self._hidden)
        dialog.set_status(status, sources, self._around.now())
        if self._select is not None and any(one.source == self._select for one in sources):
            dialog.select(self._select)
            self._select = None

    def show_log(self, source: SourceId, entries: tuple[PollEntry, ...]) -> None:
        """A source's last polls, newest first."""
        if self.dialog is not None:
            self.dialog.set_log(source, entries)

    def set_language(self, language: str) -> None:
        """Interface language."""
        self._language = language
        if self.dialog is not None:
            self.dialog.set_language(language, self._around.publishers())
        self.adder.set_language(language)

    # One source

    def switch(self, source: SourceId, on: bool) -> None:
        """Pause a source, or watch it; its terms are shown before it is watched."""
        health = self._health(source)
        if on and health is not None and health.terms and self.dialog is not None:
            name = source_name(health, self._language)
            from hkwatch.ui.sources.small_dialogs import TermsDialog

            terms = TermsDialog(self._around.marks, self._language, name, terms_text(health.terms), self.dialog)
            terms.agreed.connect(lambda: self._switch(source, on=True))
            self._dialogs.present("terms", terms)
            return
        self._switch(source, on=on)

    def _switch(self, source: SourceId, *, on: bool) -> None:
        self._send(cmd.SwitchSource(self._around.new_id(), source, on), self.tr("The source was not switched"))

    def remove(self, source: SourceId) -> None:
        """Remove a source at once; it can be taken back as long as the program runs."""
        health = self._health(source)
        if health is None:
            return
        ident = self._around.new_id()
        if not self._send(cmd.RemoveSource(ident, source), self.tr("The source was not removed")):
            return
        self._removing[ident] = source
        self._removed.append((source, source_name(health, self._language)))
        self._hidden.add(source)
        self.refresh()
        self._tell_removed()

    def _tell_removed(self) -> None:
        if self.dialog is None or not self._removed:
            return
        name, count = self._removed[-1][1], len(self._removed)
        self.dialog.toast.tell(
            self.tr("“{0}” removed").format(name),
            self.tr("Its items stay")
            if count == 1
            else self.tr("{0} removed so far · Ctrl+Z one by one").format(count),
            first=self.tr("Undo"),
            second="" if count == 1 else self.tr("Undo all"),
        )

    def undo(self) -> None:
        """Take back the last removal."""
        if not self._removed:
            return
        source, name = self._removed.pop()
        if not self._restore(source):
            self._removed.append((source, name))
            return
        self.refresh()
        if self.dialog is None:
            return
        title = self.tr("“{0}” is back").format(name)
        if self._removed:
            rest = self.tr("“{0}” is still removed").format(self._removed[-1][1])
            self.dialog.toast.tell(title, rest, first=self.tr("Undo"))
        else:
            self.dialog.toast.tell(title)

    def undo_all(self) -> None:
        """Take back every removal."""
        count = len(self._removed)
        while self._removed and self._restore(self._removed[-1][0]):
            self._removed.pop()
        self.refresh()
        if self.dialog is not None and not self._removed:
            self.dialog.toast.tell(self.tr("{0} sources are back").format(count))

    def _restore(self, source: SourceId) -> bool:
        if not self._send(cmd.RestoreSource(self._around.new_id(), source), self.tr("The source did not come back")):
            return False
        self._hidden.discard(source)
        self._select = source
        return True

    def _set_options(self, source: SourceId, options: SourceOptions) -> None:
        self._send(cmd.SetSourceOptions(self._around.new_id(), source, options), self.tr("The options were not set"))

    def _choose_address(self, source: SourceId, use: bool) -> None:
        self._send(cmd.UseAddress(self._around.new_id(), source, use), self.tr("The address was not changed"))

    def _read_body(self, source: SourceId) -> None:
        health = self._health(source)
        ident = self._around.new_id()
        if health is None or self.dialog is None or not self._around.send(cmd.ReadBody(ident, source)):
            return
        self._reading = ident
        name = source_name(health, self._language)
        self._dialogs.present("body", _body_dialog()(self._around.marks, self._language, name, self.dialog))

    def _open(self, address: str) -> None:
        host = host_of(address)
        if self.dialog is None:
            return
        if not host:
            self.dialog.toast.tell(self.tr("This is no web address"), address)
        elif open_address(address):
            self.dialog.toast.tell(self.tr("Opening {0} in the browser").format(host))
        else:
            self.dialog.toast.tell(self.tr("No browser answered"), address)

    # OPML

    def export_opml(self) -> None:
        """Ask for a file and write the feeds into it."""
        dialog = self.show()
        from hkwatch.ui.sources import opml

        exported = opml.export(dialog.lines, self._around.catalogue)
        self._around.ask_file(dialog, True, lambda file: self._write(file, exported))

    def _write(self, file: Path, exported: opml.Export) -> None:
        def work(_: None) -> tuple[Path, opml.Export]:
            from hkwatch.ui.sources import opml

            opml.write_text(file, exported.text)
            return file, exported

        self._around.files.ask(self._on_written, work, self._on_not_written)

    def _on_written(self, written: tuple[Path, opml.Export]) -> None:
        file, exported = written
        if self.dialog is None:
            return
        parts = [file.name]
        if exported.left_out == 1:
            parts.append(self.tr("1 API or page left out: no other reader reads it"))
        elif exported.left_out:
            parts.append(self.tr("{0} APIs and pages left out: no other reader reads them").format(exported.left_out))
        count = exported.count
        title = self.tr("1 feed exported") if count == 1 else self.tr("{0} feeds exported").format(count)
        self.dialog.toast.tell(title, f" {DOT} ".join(parts))

    def _on_not_written(self, error: Exception) -> None:
        self._tell_failure(self.tr("Nothing was exported"), said(error))

    # The engine's answers

    def on_event(self, event: ev.Event) -> None:
        """An answer to one of the wishes; others are none of its business."""
        self.adder.on_event(event)
        match event:
            case ev.BodyRead() if event.command_id == self._reading:
                self._reading = None
                body = self._dialogs.of("body", _body_dialog)
                if body is not None:
                    body.show_body(event.text, event.at, error_text(event.error))
            case ev.CommandDone():
                self._on_done(event)
            case _:
                return

    def _on_added(self, added: tuple[SourceId, ...], known: int) -> None:
        self._hidden.difference_update(added)
        self._removed = [one for one in self._removed if one[0] not in added]
        dialog = self.show()
        if added:
            self._select = added[0]
        self.refresh()
        from hkwatch.ui.sources.words import added_text

        dialog.toast.tell(added_text(len(added), known))

    def _on_done(self, event: ev.CommandDone) -> None:
        removed = self._removing.pop(event.command_id, None)
        words = self._failing_words.pop(event.command_id, "")
        if not event.error:
            return
        if removed is not None:
            self._hidden.discard(removed)
            self._removed = [one for one in self._removed if one[0] != removed]
            self.refresh()
        if event.command_id == self._reading:
            self._reading = None
            body = self._dialogs.of("body", _body_dialog)
            if body is not None:
                body.show_body("", None, error_text(event.error))
        elif words:
            self._tell_failure(words, error_text(event.error))

    def _tell_failure(self, title: str, text: str) -> None:
        if self.dialog is not None:
            self.dialog.toast.tell(title, text, level=Level.HIGH)

    def _send(self, command: cmd.Command, words: str) -> bool:
        if not self._around.send(command):
            return False
        self._failing_words[command.id] = words
        return True

    def _health(self, source: SourceId) -> ev.SourceHealth | None:
        status = self._around.status()
        return next((one for one in status.sources if one.source == source), None) if status is not None else None


def _dialog() -> type[SourcesDialog]:
    """Imported when it is first opened."""
    from hkwatch.ui.sources.dialog import SourcesDialog

    return SourcesDialog


def _body_dialog() -> type[BodyDialog]:
    """Imported when it is first opened."""
    from hkwatch.ui.sources.small_dialogs import BodyDialog

    return BodyDialog
