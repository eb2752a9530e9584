# SPDX-License-Identifier: MIT
"""Windows on a monitor that is unplugged come back to one that is there.

Most window managers see to it themselves, and some do not; so they have half a second first.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from hkwatch.ui.placement import brought_back

PATIENCE_MS = 500
_KINDS = (Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Tool)


class ScreenKeeper(QObject):
    """Looks after all windows of the program as long as it lives."""

    def __init__(self, application: QGuiApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PATIENCE_MS)
        self._soon.timeout.connect(self._look)
        # Several monitors of one dock leave one after the other; the last of them starts the time anew.
        application.screenRemoved.connect(self._on_removed)

    def _on_removed(self, _screen: QScreen) -> None:
        self._soon.start()

    def _look(self) -> None:
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window.windowType() in _KINDS and not window.isMinimized():
                _bring_back(window, screens)


def _bring_back(window: QWidget, screens: Sequence[QRect]) -> None:
    place = window.geometry()
    wanted = brought_back(place, screens, window.minimumSize())
    if wanted == place:
        return
    state = window.windowState()
    window.setWindowState(state & ~(Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen))
    window.setGeometry(wanted)
    window.setWindowState(state)
