# SPDX-License-Identifier: MIT
"""Signs of the user: keys, buttons and the wheel in any window of the program, and a window that comes to the front."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication

from hkwatch.domain.away import LEAST

EVERY = timedelta(minutes=5)
"""The engine hears of a user who works on no more often than this."""
_SIGNS = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    )
)


class Activity(QObject):
    """Watches what the system tells the windows. A pointer that only passes over one is no sign: it may be the desk's.

    The windows, and not the application: all that goes on between widgets would come by there too, thousands of events
    for a dialog that opens, and Python takes a third of its time to look at them.
    """

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
        self._watch()
        app.focusWindowChanged.connect(self._on_focus)

    def _watch(self) -> None:
        # A window that has the filter already keeps the one.
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)

    def _on_focus(self, window: QWindow | None) -> None:
        if window is not None:
            self._watch()
            self.note(arrived=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS and event.spontaneous():
            self.note()
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
