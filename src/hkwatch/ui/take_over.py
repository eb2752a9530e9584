# SPDX-License-Identifier: MIT
"""Another process watches with this folder: say who, end a watcher in a terminal where the user wants that."""

from PySide6.QtCore import QCoreApplication, QObject

from hkwatch.domain import events as ev
from hkwatch.domain.item import Level
from hkwatch.link.desktop_end import EngineProcess
from hkwatch.services.inbox import InboxReader
from hkwatch.ui.banners import Banners, Rank
from hkwatch.ui.error_text import said
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.surroundings import Surroundings
from hkwatch.ui.toast import Toast
from hkwatch.ui.watch_controller import WatchController


class TakeOver(QObject):
    """Finds the other watcher and takes its place. Files and processes are looked at in the read thread."""

    def __init__(
        self,
        watch: WatchController,
        banners: Banners,
        toast: Toast,
        engine: EngineProcess,
        reads: ReadThread[InboxReader],
        around: Surroundings,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._watch, self._banners, self._toast = watch, banners, toast
        self._engine, self._reads, self._around = engine, reads, around
        watch.take_over_wanted.connect(self._take_over)

    def tell(self, event: ev.EngineFailed) -> None:
        """Say who holds the folder, as soon as that is known."""
        find = self._around.watcher_pid
        self._reads.ask(self._on_holder, lambda _reader: (event, find()))

    def _on_holder(self, answer: tuple[ev.EngineFailed, int]) -> None:
        self._watch.on_failed(*answer)

    def _take_over(self, pid: int) -> None:
        end = self._around.end_watcher
        self._reads.ask(self._on_watcher_gone, lambda _reader: end(pid), self._on_take_over_failed)

    def _on_watcher_gone(self, _: object) -> None:
        self._banners.drop(Rank.WATCHER)
        self._engine.start()

    def _on_take_over_failed(self, error: Exception) -> None:
        self._toast.tell(
            QCoreApplication.translate("Controller", "The watcher did not stop"), said(error), level=Level.HIGH
        )
