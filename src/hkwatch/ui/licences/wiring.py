# SPDX-License-Identifier: MIT
"""Opens the licence board and keeps it fresh: reads in the read thread, wishes as commands, files in the file thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from hkwatch.domain.commands import AcceptLayout
from hkwatch.domain.events import CommandDone
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import CommandId, ItemId
from hkwatch.domain.item import Level
from hkwatch.services.inbox import InboxReader
from hkwatch.ui.command_ids import new_id
from hkwatch.ui.controller import Controller
from hkwatch.ui.error_text import error_text, said
from hkwatch.ui.marks import Marks
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.window import MainWindow

if TYPE_CHECKING:
    from hkwatch.services.register_board import Board, BoardRegister
    from hkwatch.ui.licences.dialog import LicenceBoard

translate = QCoreApplication.translate

_PAUSE_MS = 400
_NAME, _RAW = "licences", "licences-raw"


class Licences(QObject):
    """The board as the rest of the desktop knows it."""

    def __init__(
        self,
        window: MainWindow,
        marks: Marks,
        controller: Controller,
        reads: ReadThread[InboxReader],
        files: ReadThread[None],
        now: Callable[[], datetime],
        folder: Folder,
        history: Path,
        dialogs: OpenDialogs,
        parent: QObject,
    ) -> None:
        """`history` is the shipped file of known licences."""
        super().__init__(parent)
        self._window, self._marks, self._controller = window, marks, controller
        self._reads, self._files, self._now = reads, files, now
        self._folder, self._history, self._dialogs = folder, history, dialogs
        self._language = "en"
        self._wanted: ItemId | None = None
        self._accepting: CommandId | None = None
        self._csv = ""
        self._raw_of: BoardRegister | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._read)
        controller.licences_wanted.connect(self.show)
        controller.items_wanted.connect(self._on_notice)
        controller.watch.changed.connect(self.refresh)
        controller.sources_told.connect(self._on_event)

    @property
    def dialog(self) -> LicenceBoard | None:
        """The open window, None while there is none."""
        return self._dialogs.of(_NAME, _board)

    def show(self) -> None:
        """Open the board, or bring the open one up."""
        dialog = self.dialog
        if dialog is None:
            dialog = _board()(self._marks, self._folder, self._language, self._now(), self._window)
            dialog.item_wanted.connect(self._on_item)
            dialog.raw_wanted.connect(self._on_raw)
            dialog.accept_wanted.connect(self._on_accept)
            dialog.csv_wanted.connect(self._on_csv)
            self._dialogs.present(_NAME, dialog)
        dialog.raise_()
        dialog.activateWindow()
        self._read()

    def show_item(self, item: ItemId) -> None:
        """The change that an item is about."""
        self._wanted = item
        self.show()

    def show_check(self) -> None:
        """Ready for a name."""
        self.show()
        if self.dialog is not None:
            self.dialog.start_check()

    def set_language(self, language: str) -> None:
        """Interface language."""
        self._language = language
        if self.dialog is not None:
            self.dialog.set_language(language)

    def refresh(self) -> None:
        """Something may have changed: read again soon, while the board is open."""
        if self.dialog is not None:
            self._pause.start()

    def _read(self) -> None:
        history = self._history
        self._reads.ask(self._on_board, lambda reader: reader.board(history), self._on_error)

    def _on_board(self, board: Board) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        dialog.set_board(board, self._now())
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            dialog.show_item(wanted)

    def _on_error(self, error: Exception) -> None:
        if self.dialog is not None:
            self.dialog.set_error(said(error))

    def _on_notice(self, items: tuple[ItemId, ...]) -> None:
        """A notice led to the inbox: the board, if it is open, shows the same change."""
        if self.dialog is not None and items:
            self._wanted = items[0]
            self._read()

    def _on_item(self, item: ItemId) -> None:
        self._controller.detour.show_items((item,))
        self._window.raise_()
        self._window.activateWindow()

    def _on_raw(self, register: BoardRegister) -> None:
        self._raw_of = register
        page = register.page
        self._reads.ask(self._on_page, lambda reader: reader.register_page(page), self._on_error)

    def _on_page(self, body: bytes | None) -> None:
        dialog, register = self.dialog, self._raw_of
        if dialog is None or register is None:
            return
        if body is None:
            dialog.toast.tell(translate("Licences", "The page was too large to keep"), register.url, level=Level.HIGH)
            return
        from hkwatch.ui.licences.dialog import RawPage
        from hkwatch.ui.licences.words import register_name

        title = translate("Licences", "{register}: the page as it came").format(
            register=register_name(register, self._language)
        )
        self._dialogs.present(_RAW, RawPage(title, body.decode("utf-8", "replace"), dialog))

    def _on_accept(self, register: BoardRegister) -> None:
        self._accepting = new_id()
        self._controller.send(AcceptLayout(self._accepting, register.source))

    def _on_event(self, event: object) -> None:
        dialog = self.dialog
        if not isinstance(event, CommandDone) or event.command_id != self._accepting or dialog is None:
            return
        self._accepting = None
        if event.error:
            dialog.toast.tell(
                translate("Licences", "The layout was not accepted"), error_text(event.error), level=Level.HIGH
            )
        else:
            dialog.toast.tell(translate("Licences", "Compared with the new layout from now on"), "")
        self._read()

    def _on_csv(self, text: str) -> None:
        self._csv = text
        ask = QFileDialog(self.dialog or self._window)
        ask.setWindowTitle(translate("Licences", "Save the rows as CSV"))
        ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        ask.setNameFilters([translate("Licences", "Tables (*.csv)")])
        ask.setDefaultSuffix("csv")
        ask.selectFile("hkwatch-registers.csv")
        ask.fileSelected.connect(self._on_file)
        ask.finished.connect(ask.deleteLater)
        ask.open()

    def _on_file(self, name: str) -> None:
        text = self._csv
        # With a mark at its start a spreadsheet reads the Chinese as what it is.
        self._files.ask(self._on_saved, lambda _: _write(Path(name), text))

    def _on_saved(self, answer: str) -> None:
        if self.dialog is not None:
            failed = bool(answer)
            words = (
                translate("Licences", "The rows were not saved")
                if failed
                else translate("Licences", "The rows are saved")
            )
            self.dialog.toast.tell(words, answer, level=Level.HIGH if failed else Level.NORMAL)


def _write(file: Path, text: str) -> str:
    try:
        file.write_text(text, encoding="utf-8-sig", newline="")
    except OSError as error:
        return f"{file}: {error.strerror}"
    return ""


def _board() -> type[LicenceBoard]:
    """Imported when it is first opened."""
    from hkwatch.ui.licences.dialog import LicenceBoard

    return LicenceBoard
