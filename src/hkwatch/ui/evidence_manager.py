# SPDX-License-Identifier: MIT
"""Opens the evidence of an item and writes it into archives."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from hkwatch.domain.errors import StoreError
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Level
from hkwatch.services.inbox import InboxReader
from hkwatch.ui.error_text import said
from hkwatch.ui.marks import Marks
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.read_thread import ReadThread

if TYPE_CHECKING:
    from hkwatch.services.evidence_file import KeptAnswer
    from hkwatch.ui.evidence_dialog import EvidenceDialog

Say = Callable[[str, str, Level | None], object]
AskFile = Callable[[QWidget, str, Callable[[Path], None]], None]


class EvidenceManager(QObject):
    """One window at a time."""

    def __init__(
        self,
        window: QWidget,
        marks: Marks,
        reads: ReadThread[InboxReader],
        files: ReadThread[None],
        dialogs: OpenDialogs,
        say: Say,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._marks, self._reads, self._files = window, marks, reads, files
        self._dialogs, self._say, self._now = dialogs, say, now
        self._written: Path | None = None
        self.language = "en"
        self._prefer = ""
        self.ask_file: AskFile = self._ask_file

    def show(self, item: ItemId, prefer: str = "") -> None:
        """Open what was kept of an item, or say that nothing was; `prefer` is the language to begin with."""
        self._prefer = prefer
        self._reads.ask(self._on_read, lambda reader: reader.evidence(item), self._on_failed)

    def set_language(self, language: str) -> None:
        """Interface language."""
        self.language = language
        dialog = self._dialogs.of("evidence", _dialog_kind)
        if dialog is not None:
            dialog.set_language(language)

    def _on_read(self, answers: "tuple[KeptAnswer, ...]") -> None:
        if not answers:
            self._say(
                self.tr("No evidence was kept of this item"),
                self.tr("Its text came with the list, which is not kept, or was never fetched."),
                None,
            )
            return
        dialog = _dialog_kind()(self._marks, self.language, answers, self._window, self._prefer)
        dialog.save_wanted.connect(self.save)
        self._dialogs.present("evidence", dialog)

    def _on_failed(self, error: Exception) -> None:
        self._say(self.tr("The evidence could not be read"), said(error), Level.HIGH)

    def save(self, answer: "KeptAnswer") -> None:
        """Ask for a file and write the archive into it."""
        parent = self._dialogs.get("evidence") or self._window
        self.ask_file(parent, answer.archive_name, lambda file: self._write(file, answer))

    def _write(self, file: Path, answer: "KeptAnswer") -> None:
        now = self._now()
        self._written = file

        def work(_: None) -> None:
            from hkwatch.services.evidence_file import make_archive

            write_file(file, make_archive(answer, now))

        self._files.ask(self._on_written, work, self._on_not_written)

    def _on_written(self, _: object) -> None:
        self._say(self.tr("Evidence saved"), str(self._written), None)

    def _on_not_written(self, error: Exception) -> None:
        self._say(self.tr("The evidence was not saved"), said(error), Level.HIGH)

    def _ask_file(self, parent: QWidget, name: str, then: Callable[[Path], None]) -> None:
        ask_file(parent, name, "zip", self.tr("Save evidence"), self.tr("Zip archives (*.zip)"), then)


def write_file(file: Path, content: bytes) -> None:
    """Write a file the user named, in a thread that may wait. Raises StoreError."""
    try:
        file.write_bytes(content)
    except OSError as error:
        raise StoreError("unwritable", f"{file}: {error}.", "Choose another folder.") from error


def ask_file(parent: QWidget, name: str, suffix: str, title: str, kinds: str, then: Callable[[Path], None]) -> None:
    """Ask where to save something; the window goes on meanwhile."""
    dialog = QFileDialog(parent)
    dialog.setNameFilters([kinds])
    dialog.setWindowTitle(title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _dialog_kind() -> "type[EvidenceDialog]":
    from hkwatch.ui.evidence_dialog import EvidenceDialog

    return EvidenceDialog
