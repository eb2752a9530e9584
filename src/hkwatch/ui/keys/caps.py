# SPDX-License-Identifier: MIT
"""Keys drawn as they look on a keyboard."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hkwatch.ui.keys.sequence import caps, shown
from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import baseline

_HEIGHT = 22
_PAD = 6
_LEAST = 22
_BETWEEN = 3
_STROKES = 8
_OTHERS = 12


class KeyCaps(QWidget):
    """One or more keys of a command, side by side; each stroke's keys stand close together."""

    def __init__(self, marks: Marks, keys: tuple[str, ...], parent: QWidget | None = None) -> None:
        """`keys` are sequences in Qt's portable form; `Shift+J, Down` is one of two strokes."""
        super().__init__(parent)
        self._marks = marks
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_keys(keys)
        marks.theme.changed.connect(self.update)

    def set_keys(self, keys: tuple[str, ...]) -> None:
        """Show these in place of what is shown."""
        self._keys = [caps(key) for key in keys if key]
        self.setAccessibleName(", ".join(shown(key) for key in keys if key))
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self._walk(None)) + 1, _HEIGHT + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._walk(QPainter(self))

    def _walk(self, painter: QPainter | None) -> float:
        """Draw from the left, or only measure; returns the width."""
        theme, metrics = self._marks.theme, self._marks.fonts.metrics("small_medium")
        x = 0.5
        for number, strokes in enumerate(self._keys):
            x += _OTHERS if number else 0
            for place, stroke in enumerate(strokes):
                x += _STROKES if place else 0
                for at, text in enumerate(stroke):
                    x += _BETWEEN if at else 0
                    wide = metrics.horizontalAdvance(text)
                    width = max(_LEAST, wide + 2 * _PAD)
                    if painter is not None:
                        box = QRectF(x, 0.5, width, _HEIGHT)
                        # The lower edge is thicker, as of a key seen from above.
                        self._marks.round_rect(painter, box.translated(0, 1), 5, theme.colour("line_strong"))
                        self._marks.round_rect(painter, box, 5, theme.colour("raised"))
                        self._marks.outline(painter, box, 5, theme.colour("line_strong"))
                        painter.setFont(self._marks.fonts.shared("small_medium"))
                        painter.setPen(theme.colour("text"))
                        painter.drawText(QPointF(x + (width - wide) / 2, baseline(0, _HEIGHT + 1, 12)), text)
                    x += width
        return x
