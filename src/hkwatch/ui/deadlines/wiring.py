# SPDX-License-Identifier: MIT
"""Connects the deadline board with the desktop: reads, calendar files, the rail's entry, the reader's button."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from hkwatch.domain.deadline import CountedDeadline, KnownDeadline
from hkwatch.domain.hkt import to_hkt
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Level
from hkwatch.services.inbox import InboxReader
from hkwatch.ui.controller import Controller
from hkwatch.ui.deadlines.next_feed import NextDeadlineFeed
from hkwatch.ui.error_text import said
from hkwatch.ui.marks import Marks
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.window import MainWindow

if TYPE_CHECKING:
    from hkwatch.ui.deadlines.dialog import DeadlineBoard

RAIL_KEY = "deadlines"


class DeadlineManager(QObject):
    """Opens the board, keeps it true, and writes calendar files."""

    def __init__(
        self,
        window: MainWindow,
        marks: Marks,
        reads: ReadThread[InboxReader],
        files: ReadThread[None],
        controller: Controller,
        now: Callable[[], datetime],
        dialogs: OpenDialogs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._marks, self._reads, self._files = window, marks, reads, files
        self._controller, self._now, self._dialogs = controller, now, dialogs
        self._language = "en"
        self._select: ItemId | None = None
        self.ask_file: Callable[[QWidget, str, Callable[[Path], None]], None] = ask_calendar_file
        self._written: Path | None = None
        self._count = 0
        self._today = to_hkt(now()).date()
        controller.deadlines_wanted.connect(self.show)
        controller.inbox.changed.connect(self.refresh)
        controller.watch.ticked.connect(self._on_tick)
        window.reader.deadline.export_wanted.connect(lambda known: self.export((known,)))
        window.reader.deadline.board_wanted.connect(self.show)
        self._next = NextDeadlineFeed(window, reads, controller, self.show, now, self)

    @property
    def board(self) -> DeadlineBoard | None:
        """The open board."""
        return self._dialogs.of("deadlines", _board)

    def show(self, item: ItemId | None = None) -> None:
        """Open the board, or bring it up; with `item` its deadline is selected."""
        self._select = item
        board = self.board
        if board is None:
            board = _board()(self._marks, self._controller.names, self._language, self._window)
            board.open_wanted.connect(self._on_open)
            board.link_wanted.connect(self._controller.reading.open_link)
            board.export_wanted.connect(self.export)
            self._dialogs.present("deadlines", board)
        board.raise_()
        board.activateWindow()
        self.refresh()

    def refresh(self) -> None:
        """Read the deadlines again where they are shown."""
        if self.board is not None:
            self._reads.ask(self._on_read, lambda reader: reader.deadlines())

    def _on_tick(self, now: datetime) -> None:
        today = to_hkt(now).date()
        if today != self._today:
            # A day less is left.
            self._today = today
            self.refresh()

    def _on_read(self, deadlines: tuple[CountedDeadline, ...]) -> None:
        board = self.board
        if board is None:
            return
        board.set_deadlines(deadlines)
        wanted = next((one for one in deadlines if self._select in (one.deadline.item, one.deadline.conclusion)), None)
        if self._select is not None and wanted is not None:
            board.select(wanted.deadline.id)
        self._select = None

    def _on_open(self, item: ItemId) -> None:
        if self.board is not None:
            # It would stand over what it opens.
            self.board.accept()
        self._window.bring_up()
        self._controller.detour.show_items((item,))

    def set_language(self, language: str) -> None:
        """Interface language."""
        self._language = language
        self._next.set_publishers(self._controller.names)
        if self.board is not None:
            self.board.set_language(language, self._controller.names)

    # Calendar files

    def export(self, deadlines: tuple[KnownDeadline, ...]) -> None:
        """Ask for a file and write the deadlines into it."""
        parent: QWidget = self.board or self._window
        self.ask_file(parent, _file_name(deadlines), lambda file: self._write(file, deadlines))

    def _write(self, file: Path, deadlines: tuple[KnownDeadline, ...]) -> None:
        now = self._now()
        self._written, self._count = file, len(deadlines)

        def work(_: None) -> None:
            # Loaded only when it is wanted: the window must not wait for it at the start.
            from hkwatch.services.calendar_file import calendar_file

            file.write_bytes(calendar_file(deadlines, now))

        self._files.ask(self._on_written, work, self._on_not_written)

    def _on_written(self, _: object) -> None:
        said = (
            self.tr("1 deadline written") if self._count == 1 else self.tr("{0} deadlines written").format(self._count)
        )
        self._tell(said, str(self._written))

    def _on_not_written(self, error: Exception) -> None:
        self._tell(self.tr("The calendar file was not written"), said(error), Level.HIGH)

    def _tell(self, title: str, text: str, level: Level | None = None) -> None:
        if self.board is not None:
            self.board.toast.tell(title, text, level=level)
        else:
            self._controller.say(title, text, level)


def _file_name(deadlines: tuple[KnownDeadline, ...]) -> str:
    refs = [one.ref for one in deadlines if one.ref.isalnum()]
    return f"{refs[0]}.ics" if len(deadlines) == 1 and refs else "deadlines.ics"


def ask_calendar_file(parent: QWidget, name: str, then: Callable[[Path], None]) -> None:
    """Ask where to write a calendar file; the window goes on meanwhile."""
    translate = QCoreApplication.translate
    dialog = QFileDialog(parent)
    dialog.setNameFilters([translate("Deadlines", "Calendar files (*.ics)")])
    dialog.setWindowTitle(translate("Deadlines", "Add to calendar"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("ics")
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _board() -> type[DeadlineBoard]:
    """Imported when it is first opened."""
    from hkwatch.ui.deadlines.dialog import DeadlineBoard

    return DeadlineBoard
