# SPDX-License-Identifier: MIT
"""A choice of colours for rising and falling prices, shown by its own two triangles."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from hkwatch.services.settings import PriceColours
from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import baseline, has_ring

_TOKENS = {"green-up": ("up", "down"), "red-up": ("down", "up"), "blue-orange": ("cb_up", "cb_down")}
_HEIGHT = 30
_TEXT_X = 44


class PriceChoice(QAbstractButton):
    """Exclusive in a QButtonGroup; arrow keys go from one to the next."""

    def __init__(self, key: PriceColours, text: str, marks: Marks, language: str) -> None:
        super().__init__()
        self._key, self._marks, self._language = key, marks, language
        self.setCheckable(True)
        self.setText(text)
        self.setAccessibleName(text)
        self.setFixedHeight(_HEIGHT)

    def sizeHint(self) -> QSize:
        width = self._marks.fonts.metrics("medium", self._language).horizontalAdvance(self.text())
        return QSize(round(width) + _TEXT_X + 18, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = self._marks.theme, self.isChecked()
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if has_ring(self) else 1
        p.setPen(QPen(theme.colour("accent" if on else "line_strong"), width))
        p.setBrush(theme.colour("accent_tint" if on else "raised"))
        edge = width / 2
        p.drawRoundedRect(self.rect().toRectF().adjusted(edge, edge, -edge, -edge), 6, 6)
        up, down = (theme.colour(name) for name in _TOKENS[self._key])
        _triangle(p, 12, _HEIGHT / 2, up, up=True)
        _triangle(p, 26, _HEIGHT / 2, down, up=False)
        p.setFont(self._marks.fonts.font("medium", self._language))
        p.setPen(theme.colour("accent" if on else "text"))
        p.drawText(QPointF(_TEXT_X, baseline(0, _HEIGHT, 13)), self.text())


def _triangle(p: QPainter, x: float, cy: float, ink: QColor, *, up: bool) -> None:
    tip = -3.5 if up else 3.5
    path = QPainterPath(QPointF(x + 4.5, cy + tip))
    path.lineTo(x + 9, cy - tip)
    path.lineTo(x, cy - tip)
    path.closeSubpath()
    p.setPen(Qt.PenStyle.NoPen)
    p.fillPath(path, ink)
