# SPDX-License-Identifier: MIT
"""Connects the coverage statement's window with the desktop: reads in the read thread, files in the file thread."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from hkwatch.domain.coverage import Month
from hkwatch.domain.item import Level
from hkwatch.services.coverage import CoverageWording, Statement
from hkwatch.services.inbox import InboxReader
from hkwatch.ui.away.coverage_dialog import CoverageDialog
from hkwatch.ui.away.texts import WindowTexts
from hkwatch.ui.error_text import said
from hkwatch.ui.marks import Marks
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.read_thread import ReadThread


class CoverageManager(QObject):
    """Opens the window and writes statements."""

    def __init__(
        self,
        window: QWidget,
        marks: Marks,
        reads: ReadThread[InboxReader],
        files: ReadThread[None],
        now: Callable[[], datetime],
        dialogs: OpenDialogs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._marks, self._reads, self._files = window, marks, reads, files
        self._now, self._dialogs = now, dialogs
        self._language = "en"
        self._written: Path | None = None
        self.ask_file: Callable[[QWidget, str, Callable[[Path], None]], None] = self._ask_file

    @property
    def dialog(self) -> CoverageDialog | None:
        """The open window."""
        found = self._dialogs.get("coverage")
        return found if isinstance(found, CoverageDialog) else None

    def show(self) -> None:
        """Open the window at the present month, or bring it up."""
        dialog = self.dialog
        if dialog is None:
            month = Month.of(self._now())
            dialog = CoverageDialog(self._marks, month, self._language, self._window)
            dialog.month_chosen.connect(self._on_month)
            dialog.save_wanted.connect(self._on_save)
            self._dialogs.present("coverage", dialog)
            self._on_month(month)
        dialog.raise_()
        dialog.activateWindow()

    def set_language(self, language: str) -> None:
        """Interface language."""
        self._language = language
        if self.dialog is not None:
            self.dialog.set_language(language)

    def _on_month(self, month: Month) -> None:
        self._reads.ask(self._on_read, lambda reader: reader.coverage(month))

    def _on_read(self, told: Statement) -> None:
        if self.dialog is not None:
            self.dialog.set_statement(told)

    def _on_save(self, told: Statement, form: str) -> None:
        words = CoverageWording(WindowTexts(self._language))
        text = words.csv(told) if form == "csv" else words.markdown(told)
        if self.dialog is not None:
            self.ask_file(self.dialog, f"hkwatch-coverage-{told.month}.{form}", lambda file: self._write(file, text))

    def _write(self, file: Path, text: str) -> None:
        self._written = file

        def work(_: None) -> None:
            # Loaded only when it is wanted: the window must not wait for it at the start.
            from hkwatch.services.digest import write_atomically

            write_atomically(file, text)

        self._files.ask(self._on_written, work, self._on_not_written)

    def _on_written(self, _: object) -> None:
        if self.dialog is not None:
            self.dialog.toast.tell(self.tr("Statement written"), str(self._written))

    def _on_not_written(self, error: Exception) -> None:
        if self.dialog is not None:
            self.dialog.toast.tell(self.tr("The statement was not written"), said(error), level=Level.HIGH)

    def _ask_file(self, parent: QWidget, name: str, then: Callable[[Path], None]) -> None:
        dialog = QFileDialog(parent)
        dialog.setWindowTitle(self.tr("Save the statement"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(name.rpartition(".")[2])
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
