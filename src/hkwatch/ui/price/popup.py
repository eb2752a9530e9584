# SPDX-License-Identifier: MIT
"""A card that stands over the window and goes when one clicks elsewhere or presses Escape."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from hkwatch.ui.theme import Theme

_RADIUS = 8


def rounded(box: QRect, radius: int) -> QRegion:
    """A window's shape with round corners. A translucent window would have black ones where nothing composes the screen."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(box), radius, radius)
    return QRegion(path.toFillPolygon().toPolygon())


class Popup(QFrame):
    """A raised ground with a fine edge; what stands on it is the subclass's."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._theme = theme
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setMask(rounded(self.rect(), _RADIUS))
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.fillRect(self.rect(), self._theme.colour("line_strong"))
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(QPen(self._theme.colour("line_strong"), 1))
        p.setBrush(self._theme.colour("raised"))
        p.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
