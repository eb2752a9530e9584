# SPDX-License-Identifier: MIT
"""A card that stands over the window and goes when one clicks elsewhere or presses Escape."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from hkwatch.ui.theme import Theme

_RADIUS = 8


class Popup(QFrame):
    """A raised ground with a fine edge; what stands on it is the subclass's."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._theme = theme
        # A rounded window keeps square corners until it is translucent.
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        theme.changed.connect(self.update)

    def show_at(self, point: QPoint, *, centred: bool = True) -> None:
        """Show under a point of the screen, moved so that all of it can be seen."""
        self.adjustSize()
        size = self.sizeHint().expandedTo(self.minimumSize())
        left = point.x() - size.width() // 2 if centred else point.x()
        place = QRect(QPoint(left, point.y() + 4), size)
        screen = QGuiApplication.screenAt(point) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry().adjusted(8, 8, -8, -8)
        if place.bottom() > room.bottom():
            place.moveBottom(max(point.y() - 34, room.top() + size.height()))
        place.moveLeft(min(max(place.left(), room.left()), room.right() - size.width()))
        self.setGeometry(place)
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(QPen(self._theme.colour("line_strong"), 1))
        p.setBrush(self._theme.colour("raised"))
        p.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
