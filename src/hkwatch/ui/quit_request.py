# SPDX-License-Identifier: MIT
"""The system's own wish that the program ends: Quit in the Dock's menu, and logging out, on macOS."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject


class QuitRequest(QObject):
    """Filters the application's events. Qt would close the windows, and the main one only hides when it is closed:
    the program would neither end nor let its user log out.
    """

    def __init__(self, end: Callable[[], None], parent: QObject | None = None) -> None:
        """`end` ends the program in order, at once or later; it may be called more than once."""
        super().__init__(parent)
        self._end = end

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Takes a Quit event that comes from outside; the program's own, at its end, is not spontaneous."""
        if event.type() is not QEvent.Type.Quit or not event.spontaneous():
            return False
        event.accept()
        self._end()
        return True
