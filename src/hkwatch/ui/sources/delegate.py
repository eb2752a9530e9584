# SPDX-License-Identifier: MIT
"""Paints the source table: dot, name with its language, state, share of good polls as a bar, heads of groups."""

import math

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from hkwatch.ui.chosen_row import paint_chosen
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources.lines import Column, GroupHead, SourceLine, column_names
from hkwatch.ui.sources.model import SourcesModel
from hkwatch.ui.sources.words import DOTS, state_colour
from hkwatch.ui.theme import baseline

TEXT_LEFT = 44
"""Where names start: hairlines start there too."""
_DOT_X = 24
_INSET = 8
_PAD = 10
_BAR_WIDTH, _BAR_HEIGHT, _BAR_GAP = 56, 6, 10
_TAG_GAP = 10
_GOOD, _FAIR = 0.9, 0.5
_WIDTHS_KEPT = 3000


class SourcesDelegate(QStyledItemDelegate):
    """One cell after the other; the selection is one shape over the whole row, of which each cell paints its part."""

    def __init__(self, marks: Marks, view: QTableView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks, self._view = marks, view
        self.language = "en"
        self._widths: dict[tuple[str, str, str], float] = {}

    def _width(self, role: str, language: str, text: str) -> float:
        key = (role, language, text)
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) > _WIDTHS_KEPT:
                self._widths.clear()
            found = self._widths[key] = self._marks.fonts.metrics(role, language).horizontalAdvance(text)
        return found

    def width_of(self, line: SourceLine, column: Column) -> int:
        """How wide the cell wants to be, with its insets."""
        text = line.cells[column]
        role = "medium" if column is Column.SOURCE else self._role(line, column)
        width = self._width(role, self.language, text) if text else 0.0
        if column is Column.SOURCE:
            width += TEXT_LEFT - _PAD
            if line.tag:
                width += _TAG_GAP + self._width("small", "zh-Hant", line.tag)
        elif column is Column.SHARE and text:
            width += _BAR_WIDTH + _BAR_GAP
        return math.ceil(width) + 2 * _PAD

    def head_width(self, column: Column) -> int:
        """How wide the column's head is, with the mark of sorting."""
        text = column_names()[column]
        return (
            math.ceil(self._marks.fonts.metrics("small_medium", self.language).horizontalAdvance(text)) + 2 * _PAD + 16
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, self._marks.theme.size("table_row"))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        assert isinstance(model, SourcesModel)
        line = model.line_at(index.row())
        box = QRectF(option.rect)
        painter.save()
        if isinstance(line, GroupHead):
            self._group(painter, box, line)
        elif line is not None:
            # The style's own selection is square and would show round the corners.
            painter.fillRect(box, self._marks.theme.colour("surface"))
            state: QStyle.StateFlag = option.state
            self._ground(painter, box, index.row(), selected=bool(state & QStyle.StateFlag.State_Selected))
            self._cell(painter, box, line, Column(index.column()))
        painter.restore()

    def _ground(self, painter: QPainter, box: QRectF, row: int, *, selected: bool) -> None:
        marks, width = self._marks, self._view.viewport().width()
        whole = QRectF(0, box.top(), width, box.height())
        painter.save()
        painter.setClipRect(box)
        if not selected:
            marks.hairline(painter, TEXT_LEFT, width - 16, round(box.bottom()) - 1)
            painter.restore()
            return
        paint_chosen(marks, painter, self._view, whole.adjusted(_INSET, 1, -_INSET, -2))
        painter.restore()

    def _role(self, line: SourceLine, column: Column) -> str:
        if column is Column.STATE and line.health.is_failing:
            return "medium"
        if column is Column.NEW and line.health.new_today:
            return "strong"
        return "body"

    def _cell(self, painter: QPainter, box: QRectF, line: SourceLine, column: Column) -> None:
        left = box.left() + _PAD
        right = box.right() - _PAD
        match column:
            case Column.SOURCE:
                self._name(painter, box, line)
            case Column.STATE:
                self._text(
                    painter, left, right, box, line.cells[column], self._role(line, column), state_colour(line.health)
                )
            case Column.NEW:
                colour = "text" if line.health.new_today else "muted"
                self._text(painter, left, right, box, line.cells[column], self._role(line, column), colour)
            case Column.SHARE:
                self._share(painter, left, right, box, line)
            case _:
                self._text(
                    painter, left, right, box, line.cells[column], "body", "muted" if column is Column.KIND else "text2"
                )

    def _name(self, painter: QPainter, box: QRectF, line: SourceLine) -> None:
        marks = self._marks
        off = line.cells[Column.NEXT] == "" and not line.health.interval_min and not line.health.is_good
        marks.source_dot(painter, box.left() + _DOT_X, box.center().y(), DOTS[line.health.state])
        tag = self._width("small", "zh-Hant", line.tag) + _TAG_GAP if line.tag else 0.0
        left = box.left() + TEXT_LEFT
        shown = self._text(
            painter, left, box.right() - 4 - tag, box, line.cells[0], "medium", "muted" if off else "text"
        )
        if line.tag:
            self._text(painter, left + shown + _TAG_GAP, box.right(), box, line.tag, "small", "muted", "zh-Hant")

    def _share(self, painter: QPainter, left: float, right: float, box: QRectF, line: SourceLine) -> None:
        marks, theme, health = self._marks, self._marks.theme, line.health
        if not health.polls:
            return
        share = health.good_polls / health.polls
        bar = QRectF(left, box.center().y() - _BAR_HEIGHT / 2, _BAR_WIDTH, _BAR_HEIGHT)
        radius = _BAR_HEIGHT / 2
        marks.round_rect(painter, bar, radius, theme.colour("line_strong"))
        colour = "ok" if share >= _GOOD else "high" if share >= _FAIR else "critical"
        if share:
            filled = QRectF(bar.left(), bar.top(), max(_BAR_HEIGHT, _BAR_WIDTH * share), _BAR_HEIGHT)
            marks.round_rect(painter, filled, radius, theme.colour(colour))
        self._text(painter, bar.right() + _BAR_GAP, right + _PAD, box, line.cells[Column.SHARE], "body", "text2")

    def _group(self, painter: QPainter, box: QRectF, head: GroupHead) -> None:
        marks = self._marks
        width = self._view.viewport().width()
        marks.hairline(painter, 24, width - 16, round(box.bottom()) - 1)
        # A span of all columns: the text may go where cells would end.
        low = QRectF(box.left(), box.top() + 4, width, box.height() - 4)
        shown = self._text(painter, 24, width - 80, low, head.name, "small_strong", "text")
        self._text(painter, 24 + shown + 8, width - 16, low, str(head.count), "small", "muted")

    def _text(
        self,
        painter: QPainter,
        left: float,
        right: float,
        box: QRectF,
        text: str,
        role: str,
        colour: str,
        language: str = "",
    ) -> float:
        language = language or self.language
        width, shown = self._width(role, language, text), text
        if width > right - left:
            metrics = self._marks.fonts.metrics(role, language)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, right - left))
            width = metrics.horizontalAdvance(shown)
        painter.setFont(self._marks.fonts.shared(role, language))
        painter.setPen(self._marks.theme.colour(colour))
        painter.drawText(QPointF(left, baseline(box.top(), box.height(), 13)), shown)
        return width
