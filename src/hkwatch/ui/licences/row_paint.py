# SPDX-License-Identifier: MIT
"""How a row of a `TextTable` is painted: one line for all scripts, one shape for what is selected, a hairline below."""

import math

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hkwatch.ui.chosen_row import paint_chosen
from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import baseline, has_ring

_PAD, _PX = 8, 13


class RowPaint(QStyledItemDelegate):
    """Texts stand where the heads' do. Qt alone would set a cell with Chinese a pixel lower than its neighbour."""

    def __init__(self, marks: Marks, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._marks, self._view = marks, view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        box, theme = QRectF(option.rect), self._marks.theme
        painter.save()
        painter.setClipRect(box)
        painter.fillRect(box, theme.colour("surface"))
        self._ground(painter, box, index, selected=bool(option.state & QStyle.StateFlag.State_Selected))
        metrics = QFontMetricsF(option.font)
        room = math.ceil(box.width() - 2 * _PAD) + 1
        text = metrics.elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, max(0, room))
        painter.setFont(option.font)
        painter.setPen(theme.colour("text"))
        painter.drawText(QPointF(box.left() + _PAD, baseline(box.top(), box.height(), _PX)), text)
        painter.restore()

    def _ground(
        self, painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex, *, selected: bool
    ) -> None:
        marks, width = self._marks, self._view.viewport().width()
        shape = QRectF(0, box.top(), width, box.height()).adjusted(0, 1, 0, -2)
        is_current = index.row() == self._view.currentIndex().row()
        if selected:
            paint_chosen(marks, painter, self._view, shape, is_current=is_current)
            return
        marks.hairline(painter, _PAD, width - _PAD, round(box.bottom()) - 1)
        if is_current and has_ring(self._view):
            marks.outline(painter, shape, marks.theme.radius("control"), marks.theme.colour("accent"), 2)
