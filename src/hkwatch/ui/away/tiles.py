# SPDX-License-Identifier: MIT
"""The row of cards at the top of the Away view: a number each, and a few words under it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hkwatch.domain.item import Level
from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import baseline

_HEIGHT = 88
_PAD = 14


@dataclass(frozen=True, slots=True)
class TileText:
    """`mark` is a level's shape or an icon with its colour; `number` is grey where `is_calm`."""

    mark: Level | tuple[str, str]
    name: str
    number: str
    note: str
    is_calm: bool


class Tile(QWidget):
    """A card; it is read aloud as `High: 3. 2 SFC, 1 HKMA`."""

    def __init__(self, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks, self._language = marks, "en"
        self._text = TileText(("info", "muted"), "", "", "", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        marks.theme.changed.connect(self.update)

    def tell(self, text: TileText, language: str) -> None:
        """Show this."""
        self._text, self._language = text, language
        self.setToolTip(f"{text.name}: {text.note}")
        self.setAccessibleName(f"{text.name}: {text.number}. {text.note}")
        self.update()

    @property
    def text(self) -> TileText:
        """What it shows."""
        return self._text

    def sizeHint(self) -> QSize:
        return QSize(160, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        marks, theme, text = self._marks, self._marks.theme, self._text
        p = QPainter(self)
        box = QRectF(self.rect())
        marks.round_rect(p, box, theme.radius("card"), theme.colour("surface"))
        marks.outline(p, box, theme.radius("card"), theme.colour("line"))
        if isinstance(text.mark, Level):
            marks.level_shape(p, _PAD + 8, 24, text.mark, filled=not text.is_calm)
        else:
            marks.icon(p, text.mark[0], "muted" if text.is_calm else text.mark[1], _PAD, 16, 16)
        room = self.width() - 2 * _PAD
        self._line(p, "body", "text2", text.name, _PAD + 24, baseline(14, 20, 13), room - 24)
        self._line(p, "title", "muted" if text.is_calm else "text", text.number, _PAD, baseline(36, 26, 20), room)
        self._line(p, "small", "muted", text.note, _PAD, baseline(62, 18, 12), room)

    def _line(self, p: QPainter, role: str, colour: str, text: str, x: float, y: float, room: float) -> None:
        fonts = self._marks.fonts
        p.setFont(fonts.shared(role, self._language))
        p.setPen(self._marks.theme.colour(colour))
        p.drawText(
            QPointF(x, y),
            fonts.metrics(role, self._language).elidedText(text, Qt.TextElideMode.ElideRight, round(room)),
        )
