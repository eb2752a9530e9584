# SPDX-License-Identifier: MIT
"""How the chosen rows of a table or tree look: one rounded piece each, not a stripe for each cell.

`paint_chosen` draws the piece for delegates that paint whole rows; `ChosenRow` draws it under cells that Qt paints.
"""

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QTableView, QTreeView

from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import has_ring

_BAR, _BAR_RADIUS = 18, 1.5


def paint_chosen(
    marks: Marks, painter: QPainter, view: QAbstractItemView, shape: QRectF, *, is_current: bool = True
) -> None:
    """The ground of a chosen row: quieter where the view has no focus, with a bar where it has, a ring by keyboard.

    `is_current` = false for further chosen rows: what moves with the keys is elsewhere.
    """
    theme, is_active = marks.theme, view.hasFocus()
    radius = theme.radius("control")
    marks.round_rect(painter, shape, radius, theme.colour("select" if is_active else "select_off"))
    if not is_active or not is_current:
        return
    if has_ring(view):
        marks.outline(painter, shape, radius, theme.colour("accent"), 2)
    else:
        bar = QRectF(shape.left(), shape.center().y() - _BAR / 2, theme.size("selection_bar"), _BAR)
        marks.round_rect(painter, bar, _BAR_RADIUS, theme.colour("accent"))


class ChosenRow(QObject):
    """Paints under the cells of a view, whose own ground for them the style sheet leaves out. Lives as long as it."""

    def __init__(self, view: QTableView | QTreeView, marks: Marks) -> None:
        super().__init__(view)
        self._view, self._marks = view, marks
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
        viewport, current = self._view.viewport(), self._view.currentIndex()
        painter = QPainter(viewport)
        for index in chosen.selectedRows():
            place = self._view.visualRect(index)
            if place.height() > 0:
                shape = QRectF(0, place.y(), viewport.width(), place.height())
                is_current = index.row() == current.row() and index.parent() == current.parent()
                paint_chosen(self._marks, painter, self._view, shape, is_current=is_current)
        painter.end()
