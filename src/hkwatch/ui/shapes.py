# SPDX-License-Identifier: MIT
"""The shapes that stand for levels: octagon, diamond, disc, small disc."""

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from hkwatch.domain.item import Level


def _octagon(cx: float, cy: float, inset: float) -> QPainterPath:
    radius = 6 - inset
    cut = radius * math.tan(math.pi / 8)
    corners = [(-cut, -radius), (cut, -radius), (radius, -cut), (radius, cut)]
    corners += [(-x, -y) for x, y in corners]
    return _polygon(cx, cy, corners)


def _diamond(cx: float, cy: float, inset: float) -> QPainterPath:
    reach = 5.5 - inset * math.sqrt(2) * 0.7
    return _polygon(cx, cy, [(0, -reach), (reach, 0), (0, reach), (-reach, 0)])


def _disc(radius: float) -> Callable[[float, float, float], QPainterPath]:
    def path(cx: float, cy: float, inset: float) -> QPainterPath:
        made = QPainterPath()
        made.addEllipse(QPointF(cx, cy), radius - inset, radius - inset)
        return made

    return path


def _polygon(cx: float, cy: float, corners: list[tuple[float, float]]) -> QPainterPath:
    path = QPainterPath(QPointF(cx + corners[0][0], cy + corners[0][1]))
    for x, y in corners[1:]:
        path.lineTo(cx + x, cy + y)
    path.closeSubpath()
    return path


_SHAPES: dict[Level, Callable[[float, float, float], QPainterPath]] = {
    Level.CRITICAL: _octagon,
    Level.HIGH: _diamond,
    Level.NORMAL: _disc(4),
    Level.LOW: _disc(3),
}


def level_path(cx: float, cy: float, level: Level, inset: float) -> QPainterPath:
    """Outline round (cx, cy), drawn `inset` px inside its full size: half the line's width for an outline."""
    return _SHAPES[level](cx, cy, inset)
