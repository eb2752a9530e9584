# SPDX-License-Identifier: MIT
"""What a window does not need for its first picture: loaded in a thread and put in step by step after it was painted.

begin ─► first paint ─► load (thread) ─► step, step, step … ─► done
              any key, click or wish to close ─► all that is left at once, then the key or click
"""

import logging
import threading
import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

log = logging.getLogger(__name__)

Steps = Callable[[], Iterator[None]]
LONGEST_WAIT_MS = 500
"""A window that is not painted by then (covered, minimised, nothing to read) goes on without."""
_TOGETHER_S = 0.008
"""Short steps follow each other for so long before the window is let in between."""
_ACTS = frozenset(
    (
        *(QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.InputMethod, QEvent.Type.Close),
        *(QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.Wheel),
        *(QEvent.Type.TouchBegin, QEvent.Type.TabletPress, QEvent.Type.ContextMenu, QEvent.Type.DragEnter),
    )
)


class Later(QObject):
    """Does it once. Whoever acts before it is done has it finished first, so nothing is lost and nothing overtaken."""

    begun = Signal()
    """What the window needs itself is there: what shall run beside it may begin."""
    done = Signal()
    """Everything is there."""
    failed = Signal()
    """`problem` says why it cannot be."""

    _read_over = Signal()

    def __init__(self, load: Callable[[], Steps], parent: QObject | None = None) -> None:
        """`load` touches no window, for a thread does it. What it gives puts in what was loaded, a little between two
        yields."""
        super().__init__(parent)
        self._load = load
        self._loaded: Steps | None = None
        self._steps: Iterator[None] | None = None
        self._thread: threading.Thread | None = None
        self._watched: list[QObject] = []
        self._is_read = self._is_stepping = self._is_over = False
        self.problem: Exception | None = None
        """What went wrong; None = nothing."""
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._go_on)
        self._read_over.connect(self._go_on, Qt.ConnectionType.QueuedConnection)

    def begin(self, window: QWidget, first: QWidget) -> None:
        """Begin once `first` was painted; whoever acts on `window` meanwhile has everything finished before."""
        handle = window.windowHandle()
        self._watched = [first] if handle is None else [first, handle]
        for one in self._watched:
            one.installEventFilter(self)
        self._turn.start(LONGEST_WAIT_MS)

    def finish(self) -> None:
        """Do all that is left now. May be called at any time."""
        if self._is_over or self._is_stepping:
            return
        if self._thread is None and self._steps is None:
            self.begun.emit()
            self._read()
        self._step(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(watched, QWindow):
            if kind in _ACTS:
                self.finish()
        elif kind is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._turn.start(0)
        return False

    def _go_on(self) -> None:
        if self._is_over:
            return
        if self._thread is None and self._steps is None:
            self.begun.emit()
            self._thread = threading.Thread(target=self._read, name="later", daemon=True)
            self._thread.start()
        if self._thread is not None and not self._is_read:
            return
        self._step(time.perf_counter() + _TOGETHER_S)
        if not self._is_over:
            self._turn.start(0)

    def _read(self) -> None:
        try:
            self._loaded = self._load()
        except Exception as problem:  # noqa: BLE001 - it is told by `failed`
            # Whoever waits for `done` hears of it in the window's thread.
            self.problem = problem
        self._is_read = True
        self._read_over.emit()

    def _step(self, until_s: float | None) -> None:
        self._is_stepping = True
        if self._thread is not None:
            # Its last breath must not be the one that lets go of this object.
            self._thread.join()
            self._thread = None
        try:
            if self.problem is not None:
                raise self.problem
            if self._loaded is not None:
                self._steps, self._loaded = self._loaded(), None
            for _ in self._steps or ():
                if until_s is not None and time.perf_counter() >= until_s:
                    return
        except Exception as problem:  # noqa: BLE001 - it is told by `failed`
            self.problem = problem
            self._end()
            self.failed.emit()
        else:
            self._end()
            self.done.emit()
        finally:
            self._is_stepping = False

    def _end(self) -> None:
        self._is_over = True
        self._turn.stop()
        for one in self._watched:
            one.removeEventFilter(self)
        self._watched.clear()
