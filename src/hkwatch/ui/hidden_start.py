# SPDX-License-Identifier: MIT
"""A start without a window, as at login: the panel may come up later than we do, so its tray is waited for a while."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

PATIENCE_MS = 6000
"""So long a tray may take to appear; without one after that, only the window can show that hkwatch runs."""
_LOOK_MS = 200


class HiddenStart(QObject):
    """Shows the window only if no tray comes. Until then nothing of it is mapped, so nothing flashes."""

    def __init__(
        self,
        has_tray: Callable[[], bool],
        show: Callable[[], None],
        parent: QObject | None = None,
        *,
        patience_ms: int = PATIENCE_MS,
    ) -> None:
        super().__init__(parent)
        self._has_tray, self._show = has_tray, show
        self._left = -(-patience_ms // _LOOK_MS)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Look now, and again until there is a tray or the patience is over."""
        if not self._has_tray():
            self._timer.start()

    def end(self) -> None:
        """The window came up otherwise, or the program ends."""
        self._timer.stop()

    def _look(self) -> None:
        self._left -= 1
        if self._has_tray():
            self._timer.stop()
        elif self._left <= 0:
            self._timer.stop()
            self._show()
