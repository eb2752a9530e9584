# SPDX-License-Identifier: MIT
"""How many platforms were licensed over time, as a stepped line: dashed where hkwatch did not look itself."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hkwatch.domain.register_history import CountPoint
from hkwatch.ui.licences.words import day_text
from hkwatch.ui.marks import Marks

translate = QCoreApplication.translate

_LEFT, _RIGHT, _TOP, _BOTTOM = 36, 44, 12, 22


class CountsChart(QWidget):
    """A small chart; what it says is in its accessible description, too."""

    def __init__(self, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self._points: tuple[CountPoint, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(220)
        marks.theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(420, 148)

    def show_points(self, points: Sequence[CountPoint], language: str) -> None:
        """Draw these; their days are spoken in the interface's language."""
        self._points = tuple(points)
        self.setAccessibleName(translate("Licences", "Licensed platforms over time"))
        spoken = [f"{day_text(point.day, language)}: {point.count}" for point in self._points]
        self.setAccessibleDescription(", ".join(spoken))
        self.setToolTip(translate("Licences", "Dashed: from public facts, not from hkwatch's own observation"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, fonts = self._marks.theme, self._marks.fonts
        painter.fillRect(self.rect(), theme.colour("surface"))
        if len(self._points) < 2:
            return
        first, last = self._points[0].day.toordinal(), self._points[-1].day.toordinal()
        most = max(point.count for point in self._points)
        width, height = self.width() - _LEFT - _RIGHT, self.height() - _TOP - _BOTTOM

        def x(day: int) -> float:
            return _LEFT + width * (day - first) / max(1, last - first)

        def y(count: int) -> float:
            return _TOP + height * (1 - count / most)

        painter.setFont(fonts.shared("small"))
        step = 5 if most > 5 else 1
        for count in range(0, most + 1, step):
            painter.setPen(theme.colour("line"))
            painter.drawLine(QPointF(_LEFT, round(y(count)) + 0.5), QPointF(_LEFT + width, round(y(count)) + 0.5))
            painter.setPen(theme.colour("muted"))
            painter.drawText(QPointF(10, y(count) + 4), str(count))
        taken = -1000.0
        for year in range(self._points[0].day.year + 1, self._points[-1].day.year + 1):
            place = x(self._points[0].day.replace(year=year, month=1, day=1).toordinal())
            if place - taken > 44:
                painter.drawText(QPointF(place - 14, self.height() - 6), str(year))
                taken = place
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for one, following in pairwise(self._points):
            style = Qt.PenStyle.SolidLine if one.observed else Qt.PenStyle.DashLine
            painter.setPen(QPen(theme.colour("accent"), 2, style))
            corner = QPointF(x(following.day.toordinal()), y(one.count))
            painter.drawLine(QPointF(x(one.day.toordinal()), y(one.count)), corner)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawLine(corner, QPointF(corner.x(), y(following.count)))
        end = self._points[-1]
        painter.setPen(theme.colour("text"))
        painter.setFont(fonts.shared("strong"))
        painter.drawText(QPointF(x(end.day.toordinal()) + 8, y(end.count) + 5), str(end.count))
