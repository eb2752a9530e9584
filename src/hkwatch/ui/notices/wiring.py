# SPDX-License-Identifier: MIT
"""Connects log, tests and quiet with the desktop, and shows what the engine cannot show itself."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication

from hkwatch.domain import commands as cmd
from hkwatch.domain.delivery import Delivery
from hkwatch.domain.events import BeepWanted, NoticeWanted
from hkwatch.domain.hkt import HKT
from hkwatch.domain.ids import CommandId, ItemId, NoticeId
from hkwatch.domain.notify_grid import TRAY
from hkwatch.domain.quiet import next_morning
from hkwatch.services.inbox import InboxReader
from hkwatch.ui.command_ids import new_id
from hkwatch.ui.controller import Controller
from hkwatch.ui.marks import Marks
from hkwatch.ui.notices.log import NoticeLog
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.toast import Toast
from hkwatch.ui.window import MainWindow

_TRAY_TEST_MS = 4000
_SETTLE_MS = 300
"""A notice is told in several steps; the log is read once they are over."""


class NoticeManager(QObject):
    """Used by the shell, which sets the wishes it cannot carry out itself."""

    def __init__(
        self,
        window: MainWindow,
        marks: Marks,
        toast: Toast,
        reads: ReadThread[InboxReader],
        send: Callable[[cmd.Command], object],
        new_id: Callable[[], CommandId],
        now: Callable[[], datetime],
        dialogs: OpenDialogs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._marks, self._toast, self._reads = window, marks, toast, reads
        self._send, self._new_id, self._now, self._dialogs = send, new_id, now, dialogs
        self._language = "en"
        self._problem = ""
        self._last_outside: NoticeId | None = None
        self._in_toast: NoticeId | None = None
        self.show_outside: Callable[[str, str], bool] = lambda _title, _text: False
        self.show_items: Callable[[tuple[ItemId, ...]], object] = lambda _items: None
        self.show_settings: Callable[[], object] = lambda: None
        self.badge: Callable[[bool], object] = lambda _on: None
        """Shows and takes away the tray's mark, for a test."""
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._read)
        toast.first_wanted.connect(lambda: self._answer("default"))
        toast.dismissed.connect(lambda: self._answer("expired" if toast.timed_out else "dismissed"))
        toast.replaced.connect(self._on_toast_told)

    # Shown by the desktop

    def on_wanted(self, event: NoticeWanted, open_text: str) -> None:
        """Show a notice for which the engine has no daemon: in the window, or beside the tray while it is hidden."""
        error, way = "", "own window"
        if self._window.isVisible() and not self._window.isMinimized():
            self._toast.tell(event.title, event.body, level=event.level, first=open_text)
            self._in_toast = event.notice_id
        elif self.show_outside(event.title, event.body):
            self._last_outside, way = event.notice_id, "tray"
        else:
            # What nobody could see must not count as told.
            error = "no window and no tray to show it in"
        self._send(cmd.NoticeShown(self._new_id(), event.notice_id, error, way))
        self._settle.start()

    def clicked_outside(self) -> bool:
        """A message beside the tray was clicked; the system does not say which, so it was the last. False without one."""
        last, self._last_outside = self._last_outside, None
        if last is not None:
            self._send(cmd.AnswerNotice(self._new_id(), last, "default"))
        return last is not None

    def _on_toast_told(self) -> None:
        self._in_toast = None

    def _answer(self, action: str) -> None:
        shown, self._in_toast = self._in_toast, None
        if shown is not None:
            self._send(cmd.AnswerNotice(self._new_id(), shown, action))

    def beep(self) -> None:
        """A sound is due and nothing plays files here."""
        QApplication.beep()

    # Wishes

    def quiet_hour(self) -> None:
        """Quiet for an hour."""
        self._send(cmd.Quiet(self._new_id(), self._now() + timedelta(hours=1)))

    def quiet_morning(self) -> None:
        """Quiet until the next 08:00 in Hong Kong."""
        self._send(cmd.Quiet(self._new_id(), next_morning(self._now(), HKT)))

    def quiet_off(self) -> None:
        """Tell again, and what was held at once."""
        self._send(cmd.Quiet(self._new_id(), None))

    def test(self, way: str = "") -> None:
        """Try a way out; empty = as a notice of level high goes."""
        if way == TRAY:
            self.badge(True)
            QTimer.singleShot(_TRAY_TEST_MS, self, lambda: self.badge(False))
        else:
            self._send(cmd.TestNotice(self._new_id(), way))
        self._settle.start()

    # Log

    @property
    def log(self) -> NoticeLog | None:
        """The open log."""
        found = self._dialogs.get("notices")
        return found if isinstance(found, NoticeLog) else None

    def show(self) -> None:
        """Open the log, or bring it up."""
        log = self.log
        if log is None:
            log = NoticeLog(self._marks, self._language, self._window)
            log.item_wanted.connect(self._on_item)
            log.test_wanted.connect(self.test)
            log.settings_wanted.connect(lambda: self.show_settings())
            log.set_problem(self._problem)
            self._dialogs.present("notices", log)
        log.raise_()
        log.activateWindow()
        self._read()

    def refresh(self, problem: str) -> None:
        """Something happened; `problem` says why nobody shows notices."""
        self._problem = problem
        if self.log is not None:
            self.log.set_problem(problem)
            self._settle.start()

    def _read(self) -> None:
        if self.log is not None:
            self._reads.ask(self._on_read, lambda reader: reader.deliveries())

    def _on_read(self, found: tuple[Delivery, ...]) -> None:
        if self.log is not None:
            self.log.set_deliveries(found, self._now())

    def _on_item(self, item: ItemId) -> None:
        if self.log is not None:
            # It would stand over what it opens.
            self.log.accept()
        self._window.bring_up()
        self.show_items((item,))

    def set_language(self, language: str) -> None:
        """Interface language."""
        self._language = language
        if self.log is not None:
            self.log.set_language(language)


def make_notice_manager(
    window: MainWindow,
    marks: Marks,
    toast: Toast,
    reads: ReadThread[InboxReader],
    controller: Controller,
    now: Callable[[], datetime],
    dialogs: OpenDialogs,
    parent: QObject,
) -> NoticeManager:
    """The manager, connected with what the engine says."""
    made = NoticeManager(window, marks, toast, reads, controller.send, new_id, now, dialogs, parent)
    made.show_items = controller.detour.show_items

    def on_wanted(event: NoticeWanted | BeepWanted) -> None:
        if isinstance(event, BeepWanted):
            made.beep()
        else:
            controller.forget_undo()
            made.on_wanted(event, QCoreApplication.translate("Notices", "Open"))

    controller.notice_wanted.connect(on_wanted)
    controller.watch.changed.connect(
        lambda: made.refresh(controller.watch.status.notices_problem if controller.watch.status is not None else "")
    )
    return made
