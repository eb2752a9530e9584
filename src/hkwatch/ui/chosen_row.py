# SPDX-License-Identifier: MIT
"""The ground of the chosen rows of a table or tree: one rounded piece, not a stripe for each cell."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTableView, QTreeView

from hkwatch.ui.theme import Theme

_RADIUS = 6


class ChosenRow(QObject):
    """Paints under the cells of a view, whose own ground for them the style sheet leaves out. Lives as long as it."""

    def __init__(self, view: QTableView | QTreeView, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme
        view.setProperty("chosen", "row")
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and watched is self._view.viewport():
            self._paint()
        return False

    def _paint(self) -> None:
        chosen = self._view.selectionModel()
        if chosen is None or not chosen.hasSelection():
            return
        viewport = self._view.viewport()
        painter = QPainter(viewport)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("select"))
        for index in chosen.selectedRows():
            place = self._view.visualRect(index)
            if place.height() > 0:
                painter.drawRoundedRect(QRectF(0, place.y(), viewport.width(), place.height()), _RADIUS, _RADIUS)
        painter.end()
