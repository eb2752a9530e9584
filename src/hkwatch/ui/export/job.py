# SPDX-License-Identifier: MIT
"""Writing a long file in a thread of its own: window and engine go on, and it can be given up."""

import logging
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot

from hkwatch.domain.errors import HkwatchError
from hkwatch.domain.query import QueryError
from hkwatch.services.exporting import CancelledError
from hkwatch.services.inbox import InboxReader
from hkwatch.services.store_reader import ReadInterruptedError

log = logging.getLogger(__name__)

Work = Callable[[InboxReader, Callable[[int], None], Callable[[], bool]], int]
"""Reads and writes; gets who hears how many items are done, and who says whether to give up. How many were written."""


class ExportJob(QObject):
    """One file. Ends with exactly one of `done`, `failed` or `cancelled`."""

    told = Signal(int)
    """How many items are written."""
    done = Signal(int)
    failed = Signal(object)
    """The HkwatchError or QueryError."""
    cancelled = Signal()
    _ended = Signal(object)

    def __init__(self, reader: InboxReader, work: Work, parent: QObject | None = None) -> None:
        """`reader` is not open yet and belongs to the job from now on."""
        super().__init__(parent)
        self._reader, self._work = reader, work
        self._stop = threading.Event()
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name="export", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Give up soon; nothing is left behind."""
        self._stop.set()
        self._reader.interrupt()

    def end(self, timeout_s: float = 2.0) -> bool:
        """Give up and wait; False when it did not end in time."""
        self.cancel()
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        answer: object
        try:
            self._reader.open()
            answer = self._work(self._reader, self.told.emit, self._stop.is_set)
        except (CancelledError, ReadInterruptedError):
            answer = None
        except (HkwatchError, QueryError) as error:
            answer = error
        finally:
            self._reader.close()
        self._ended.emit(answer)

    @Slot(object)
    def _on_ended(self, answer: object) -> None:
        if answer is None:
            self.cancelled.emit()
        elif isinstance(answer, int):
            self.done.emit(answer)
        else:
            log.warning("export error=%s", answer)
            self.failed.emit(answer)
