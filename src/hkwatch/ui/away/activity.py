# SPDX-License-Identifier: MIT
"""Signs of the user: keys, buttons and the wheel in any window of the program, and a window that comes to the front."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication

from hkwatch.domain.away import LEAST

EVERY = timedelta(minutes=5)
"""The engine hears of a user who works on no more often than this."""
_SIGNS = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.WindowActivate,
        QEvent.Type.TouchBegin,
    )
)


class Activity(QObject):
    """Watches the application's events. A pointer that only passes over the window is no sign: it may be the desk's."""

    active = Signal(object)
    """When (aware UTC): the first sign, one after a pause of `LEAST`, and else at most one in `EVERY`."""
    came_back = Signal(object, bool)
    """When the user came back after `LEAST` or more, and whether it was to a window that was not in front before."""

    def __init__(self, app: QApplication, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._now = now
        self.presses = 0
        """How often the user did something himself; a window that comes to the front is not counted."""
        self._told: datetime | None = None
        self._last: datetime | None = None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Every event of the program comes by here: nothing but a look at its kind for nearly all of them.
        if event.type() in _SIGNS and (event.spontaneous() or event.type() is QEvent.Type.WindowActivate):
            self.note(arrived=event.type() is QEvent.Type.WindowActivate)
        return False

    def note(self, *, arrived: bool = False) -> None:
        """The user gave a sign."""
        self.presses += not arrived
        now = self._now()
        last, self._last = self._last, now
        was_away = last is not None and now - last >= LEAST
        if was_away or self._told is None or now - self._told >= EVERY:
            self._told = now
            self.active.emit(now)
        if was_away:
            self.came_back.emit(now, arrived)
