# SPDX-License-Identifier: MIT
"""Whether somebody has looked at what is shown: so long on screen, in the window that is in use, without interruption."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_WATCHED = frozenset((QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate))


class Viewed(QObject):
    """Watches a widget; tells once after each `start_anew` that it was really before somebody's eyes."""

    viewed = Signal()

    def __init__(self, widget: QWidget, after_ms: int) -> None:
        super().__init__(widget)
        self._widget = widget
        self._is_told, self._is_wanted = True, True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(after_ms)
        self._timer.timeout.connect(self._on_time)
        # Qt tells the change of activation to the window alone, and these events to all in it.
        widget.installEventFilter(self)

    def set_after(self, after_ms: int | None) -> None:
        """How long it takes from now on, 0 = at once, None = nothing is ever told; what is shown counts anew."""
        self._is_wanted = after_ms is not None
        self._timer.setInterval(after_ms or 0)
        self._watch()

    def start_anew(self) -> None:
        """Something else is shown: count from now."""
        self._is_told = False
        self._watch()

    def stop(self) -> None:
        """Nothing is told until the next start: nothing is shown, or the user has decided already."""
        self._is_told = True
        self._timer.stop()

    def _watch(self) -> None:
        """Time counts only while it is seen, and starts anew after each interruption."""
        # Once an item: one that was marked unread after it was read must stay so when the window comes back.
        if self._is_wanted and not self._is_told and self._widget.isVisible() and self._widget.isActiveWindow():
            self._timer.start()
        else:
            self._timer.stop()

    def _on_time(self) -> None:
        self._is_told = True
        self.viewed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self._timer.stop()
        elif event.type() in _WATCHED:
            # The widget's own handling comes after this; a visible one is visible now already.
            self._watch()
        return super().eventFilter(watched, event)
