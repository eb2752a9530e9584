# SPDX-License-Identifier: MIT
"""Does something no more often than every so many milliseconds; what was asked for in between is done once, afterwards."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Paced(QObject):
    """Belongs to `parent`."""

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
