# SPDX-License-Identifier: MIT
"""Does something less often than it is asked for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Paced(QObject):
    """At once, but no more often than every so many milliseconds; what was asked for in between is done once, afterwards.

    Belongs to `parent`.
    """

    def __init__(self, act: Callable[[], None], every_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._act = act
        self._is_asked = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(every_ms)
        self._rest.timeout.connect(self._on_rested)

    def now(self) -> None:
        """Do it at once, whenever it was done last."""
        self._is_asked = False
        self._rest.start()
        self._act()

    def soon(self) -> None:
        """Do it at once, or when the time since it was last done is over."""
        if self._rest.isActive():
            self._is_asked = True
        else:
            self.now()

    def end(self) -> None:
        """Nothing that was asked for is done any more."""
        self._is_asked = False
        self._rest.stop()

    def _on_rested(self) -> None:
        if self._is_asked:
            self.now()


class Gathered(QObject):
    """So many milliseconds after it was first asked for, once for all that asked meanwhile. Belongs to `parent`."""

    def __init__(self, act: Callable[[], None], after_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(after_ms)
        self._wait.timeout.connect(act)

    def soon(self) -> None:
        """Do it when the time is over. Asking again does not put it off: what changes all the time would never be done."""
        if not self._wait.isActive():
            self._wait.start()
