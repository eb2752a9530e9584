# SPDX-License-Identifier: MIT
"""Which widget shows the focus ring: only one that got the focus by keyboard."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

PROPERTY = "kbfocus"


class FocusRing(QObject):
    """Sets the dynamic property `kbfocus` on the focused widget, for the style sheet and for painted widgets.

    A pressed mouse button during the change tells that the mouse did it; this costs one call a focus change,
    where a filter on the application would cost one an event.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._last: QWidget | None = None
        app.focusChanged.connect(self._moved)

    def _moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            # The window lost the focus; the ring comes back with it.
            return
        if now is self._last:
            return
        self._last = now
        if old is not None:
            _mark(old, False)
        by_mouse = bool(QApplication.mouseButtons().value)
        _mark(now, not by_mouse)


def has_ring(widget: QWidget) -> bool:
    """Whether to draw the ring on a painted widget."""
    return widget.hasFocus() and bool(widget.property(PROPERTY))


def _mark(widget: QWidget, ring: bool) -> None:
    if bool(widget.property(PROPERTY)) == ring:
        return
    widget.setProperty(PROPERTY, ring)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
