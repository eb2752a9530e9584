# SPDX-License-Identifier: MIT
"""Fills the price panel's section about the next deadline: read after every change and when a Hong Kong day begins."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QObject

from hkwatch.domain.deadline import CountedDeadline
from hkwatch.domain.hkt import to_hkt
from hkwatch.services.inbox import InboxReader
from hkwatch.ui.controller import Controller
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.window import MainWindow


class NextDeadlineFeed(QObject):
    """Reads what ends next and carries out what is wanted of it."""

    def __init__(
        self,
        window: MainWindow,
        reads: ReadThread[InboxReader],
        controller: Controller,
        show_board: Callable[[], object],
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._shown, self._reads, self._controller = window.price.deadline, reads, controller
        self._show_board = show_board
        self._today = to_hkt(now()).date()
        self._is_known = False
        # The store is counted when it was opened and, a moment later, after each change.
        controller.stored.counted.connect(self._on_counted)
        controller.watch.ticked.connect(self._on_tick)
        self._shown.chosen.connect(self._on_chosen)
        self._shown.all_wanted.connect(self._on_all)

    def set_publishers(self, names: Mapping[str, str]) -> None:
        """The publishers' short names by id, in the interface language."""
        self._shown.set_publishers(names)

    def refresh(self) -> None:
        """Read it again."""
        self._reads.ask(self._on_read, lambda reader: reader.next_deadline())

    def _on_counted(self, *_: object) -> None:
        self._is_known = True
        self.refresh()

    def _on_tick(self, now: datetime) -> None:
        today = to_hkt(now).date()
        if today != self._today:
            # A day less is left, or it is over.
            self._today = today
            if self._is_known:
                self.refresh()

    def _on_read(self, left: CountedDeadline | None) -> None:
        self._shown.show_deadline(left)

    def _on_chosen(self, left: CountedDeadline) -> None:
        if left.deadline.item is not None:
            self._controller.detour.show_items((left.deadline.item,))
        elif left.deadline.url:
            self._controller.reading.open_link(left.deadline.url)
        else:
            self._show_board()

    def _on_all(self) -> None:
        self._show_board()
