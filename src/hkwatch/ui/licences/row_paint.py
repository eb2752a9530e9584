# SPDX-License-Identifier: MIT
"""How a row of a `TextTable` is painted: one line for all scripts, one shape for what is selected, a hairline below."""

import math

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

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
        marks, theme, width = self._marks, self._marks.theme, self._view.viewport().width()
        active = self._view.hasFocus()
        shape = QRectF(0, box.top(), width, box.height()).adjusted(0, 1, 0, -2)
        if selected:
            ground = theme.colour("select" if active else "select_off")
            marks.round_rect(painter, shape, theme.radius("control"), ground)
        else:
            marks.hairline(painter, _PAD, width - _PAD, round(box.bottom()) - 1)
        if active and index.row() == self._view.currentIndex().row():
            if has_ring(self._view):
                marks.outline(painter, shape, theme.radius("control"), theme.colour("accent"), 2)
            elif selected:
                bar = QRectF(0, box.center().y() - 9, theme.size("selection_bar"), 18)
                marks.round_rect(painter, bar, 1.5, theme.colour("accent"))
