# SPDX-License-Identifier: MIT
"""Pictures of rows as they were last painted: a list that repaints draws them instead of their texts.

Drawing the texts of forty rows takes a list up to 15 ms, their pictures under one.
"""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

_MOST_BYTES = 8_000_000
_SCREENS = 1.5
"""Of rows that is as many as fill the list, and as many again as a turn of the wheel brings back. The oldest go first."""


class RowCache:
    """Keeps one picture an entry. An entry that changed is another object, and is painted anew."""

    def __init__(self) -> None:
        self._pictures: OrderedDict[int, tuple[object, object, QPixmap]] = OrderedDict()
        self._bytes = 0

    def clear(self) -> None:
        """Forget all: colours, fonts, columns or the language changed."""
        self._pictures.clear()
        self._bytes = 0

    def paint(
        self,
        painter: QPainter,
        rect: QRect,
        entry: object,
        look: object,
        ground: QColor,
        draw: Callable[[QPainter, QRect], None],
    ) -> None:
        """Paint `entry` into `rect`, from its picture where one with this size and `look` is at hand.

        `draw` paints it on a ground of the colour `ground`, into a rectangle of the same size at the origin.
        """
        ratio = painter.device().devicePixelRatioF()
        key = (rect.width(), rect.height(), ratio, look)
        known = self._pictures.get(id(entry))
        if known is not None and known[0] is entry and known[1] == key:
            self._pictures.move_to_end(id(entry))
            painter.drawPixmap(rect.topLeft(), known[2])
            return
        picture = QPixmap(QSize(round(rect.width() * ratio), round(rect.height() * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(ground)
        brush = QPainter(picture)
        brush.setRenderHints(painter.renderHints())
        draw(brush, QRect(0, 0, rect.width(), rect.height()))
        brush.end()
        if known is not None:
            self._bytes -= _size(known[2])
        # The entry is kept with its picture: another object may otherwise get its address.
        self._pictures[id(entry)] = (entry, key, picture)
        self._pictures.move_to_end(id(entry))
        self._bytes += _size(picture)
        most = min(_MOST_BYTES, _SCREENS * painter.device().width() * painter.device().height() * ratio**2 * 4)
        while self._bytes > most and len(self._pictures) > 1:
            _, (_, _, oldest) = self._pictures.popitem(last=False)
            self._bytes -= _size(oldest)
        painter.drawPixmap(rect.topLeft(), picture)


def _size(picture: QPixmap) -> int:
    return picture.width() * picture.height() * max(1, picture.depth() // 8)
