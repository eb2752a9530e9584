# SPDX-License-Identifier: MIT
"""Where a window may stand so that its user can take hold of it. Pure; all in logical pixels."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize

GRIP = QSize(160, 32)
"""So much of a window's upper edge must be on a screen, or nobody can move it back."""


def within_reach(place: QRect, screens: Sequence[QRect]) -> bool:
    """Whether enough of the upper edge is on one of the screens (their areas without panels)."""
    edge = QRect(place.topLeft(), QSize(place.width(), GRIP.height()))
    width = min(GRIP.width(), place.width())
    for area in screens:
        shared = area.intersected(edge)
        if shared.width() >= width and shared.height() >= GRIP.height() // 2:
            return True
    return False


def brought_back(place: QRect, screens: Sequence[QRect], smallest: QSize) -> QRect:
    """The place, or where it is moved to when its screen is gone or has become smaller.

    It goes to the nearest screen, as large as it was where there is room. `screens` has the primary one first.
    """
    if not screens or within_reach(place, screens):
        return place
    area = min(screens, key=lambda area: _far(place.center(), area))
    size = place.size().boundedTo(area.size()).expandedTo(smallest)
    x = min(max(place.x(), area.x()), area.x() + max(0, area.width() - size.width()))
    y = min(max(place.y(), area.y()), area.y() + max(0, area.height() - size.height()))
    return QRect(QPoint(x, y), size)


def _far(point: QPoint, area: QRect) -> int:
    dx = max(area.left() - point.x(), 0, point.x() - area.right())
    dy = max(area.top() - point.y(), 0, point.y() - area.bottom())
    return dx * dx + dy * dy
