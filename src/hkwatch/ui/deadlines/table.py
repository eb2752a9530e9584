# SPDX-License-Identifier: MIT
"""The table of deadlines: heads that fold, rows that sort, the time left in the colour of its urgency and in words."""

import math
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from hkwatch.domain.deadline import DeadlineState
from hkwatch.ui.chosen_row import paint_chosen
from hkwatch.ui.deadlines.lines import NUMBERS, Column, DeadlineLine, GroupHead, Line, column_names
from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import baseline

AnyIndex = QModelIndex | QPersistentModelIndex
_LEFT, _PAD, _INSET = 24, 10, 8
_LEAST_TITLE = 220
_LEAVE = (Column.CONCLUSION, Column.DAYS, Column.BODY, Column.STATE)
"""Which columns leave first where there is no room."""


class DeadlinesModel(QAbstractTableModel):
    """The lines as they are arranged."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Replace all lines."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def line_at(self, row: int) -> Line | None:
        """The line in a row, None past the end."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def lines(self) -> list[Line]:
        """All lines, heads too."""
        return list(self._lines)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line_at(index.row())
        if isinstance(line, GroupHead):
            named = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return f"{line.name}, {line.count}" if named and index.column() == 0 else None
        if line is None:
            return None
        text = line.cells[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return text
            case Qt.ItemDataRole.AccessibleTextRole:
                if index.column() == Column.TITLE:
                    return line.spoken
                return f"{column_names()[Column(index.column())]}: {text or '–'}"
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return column_names()[Column(section)]
        return None


class DeadlinesDelegate(QStyledItemDelegate):
    """Paints cells; the selection is one shape over the whole row."""

    def __init__(self, marks: Marks, view: QTableView) -> None:
        super().__init__(view)
        self._marks, self._view = marks, view
        self.language = "en"

    def width_of(self, line: DeadlineLine, column: Column) -> int:
        """How wide the cell wants to be, with its insets."""
        role = _role(line, column)
        return (
            math.ceil(self._marks.fonts.metrics(role, self.language).horizontalAdvance(line.cells[column])) + 2 * _PAD
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(80, self._marks.theme.size("table_row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = index.model()
        assert isinstance(model, DeadlinesModel)
        line, box = model.line_at(index.row()), QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.fillRect(box, self._marks.theme.colour("surface"))
        self._ground(painter, box, selected=bool(state & QStyle.StateFlag.State_Selected))
        if isinstance(line, GroupHead):
            self._head(painter, box, line)
        elif line is not None:
            self._cell(painter, box, line, Column(index.column()))
        painter.restore()

    def _ground(self, painter: QPainter, box: QRectF, *, selected: bool) -> None:
        marks, width = self._marks, self._view.viewport().width()
        painter.save()
        painter.setClipRect(box)
        if not selected:
            marks.hairline(painter, _LEFT, width - 16, round(box.bottom()) - 1)
            painter.restore()
            return
        shape = QRectF(0, box.top(), width, box.height()).adjusted(_INSET, 1, -_INSET, -2)
        paint_chosen(marks, painter, self._view, shape)
        painter.restore()

    def _head(self, painter: QPainter, box: QRectF, head: GroupHead) -> None:
        icon = "chevron-right" if head.folded else "chevron-down"
        self._marks.icon(painter, icon, "muted", _LEFT - 4, box.center().y() - 7, 14)
        width = self._text(painter, box, _LEFT + 16, self._view.viewport().width(), head.name, "small_strong", "text")
        self._text(painter, box, _LEFT + 24 + width, self._view.viewport().width(), str(head.count), "small", "muted")

    def _cell(self, painter: QPainter, box: QRectF, line: DeadlineLine, column: Column) -> None:
        left, right = box.left() + (_LEFT if column is Column.TITLE else _PAD), box.right() - _PAD
        text, role = line.cells[column], _role(line, column)
        if column in NUMBERS:
            left = max(left, right - self._marks.fonts.metrics(role, self.language).horizontalAdvance(text))
        self._text(painter, box, left, right, text, role, _colour(line, column))

    def _text(
        self, painter: QPainter, box: QRectF, left: float, right: float, text: str, role: str, colour: str
    ) -> float:
        metrics = self._marks.fonts.metrics(role, self.language)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, math.ceil(max(0.0, right - left)) + 1)
        painter.setFont(self._marks.fonts.shared(role, self.language))
        painter.setPen(self._marks.theme.colour(colour))
        painter.drawText(QPointF(left, baseline(box.top(), box.height(), 13)), shown)
        return metrics.horizontalAdvance(shown)


def _role(line: DeadlineLine, column: Column) -> str:
    if column is Column.TITLE:
        return "medium"
    if column is Column.WORKDAYS and line.left.is_near:
        return "strong"
    return "body"


def _colour(line: DeadlineLine, column: Column) -> str:
    if column is Column.TITLE:
        return "text" if line.left.is_open else "text2"
    if column is Column.WORKDAYS and line.left.is_near:
        return "critical"
    if column is Column.STATE and line.left.state is DeadlineState.EXTENDED:
        return "consultation"
    return "text2" if line.left.is_open and column is not Column.BODY else "muted"


class DeadlinesHeader(QHeaderView):
    """Heads in muted; the sorted one carries a chevron."""

    def __init__(self, marks: Marks, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._marks = marks
        self.language = "en"
        self.sorted: tuple[Column, bool] | None = None
        """Column and whether it descends; None in the order of the days."""
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFixedHeight(marks.theme.size("table_head"))
        marks.theme.changed.connect(self.viewport().update)

    def width_of(self, column: Column) -> int:
        """How wide a head is, with the mark of sorting."""
        metrics = self._marks.fonts.metrics("small_medium", self.language)
        return math.ceil(metrics.horizontalAdvance(column_names()[column])) + 2 * _PAD + 16

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        marks, theme, column = self._marks, self._marks.theme, Column(logicalIndex)
        painter.save()
        painter.fillRect(rect, theme.colour("surface"))
        marks.hairline(painter, max(rect.left(), 0), rect.right() + 1, rect.bottom())
        text, is_sorted = column_names()[column], self.sorted is not None and self.sorted[0] is column
        width = marks.fonts.metrics("small_medium", self.language).horizontalAdvance(text)
        left = float(rect.left() + (_LEFT if column is Column.TITLE else _PAD))
        if column in NUMBERS:
            left = rect.right() + 1 - _PAD - width
        painter.setFont(marks.fonts.shared("small_medium", self.language))
        painter.setPen(theme.colour("text" if is_sorted else "muted"))
        painter.drawText(QPointF(left, baseline(rect.top(), rect.height(), 12)), text)
        if is_sorted and self.sorted is not None:
            name = "chevron-down" if self.sorted[1] else "chevron-up"
            at = left - 15 if column in NUMBERS else left + width + 4
            marks.icon(painter, name, "text2", at, rect.center().y() - 5, 12)
        painter.restore()


class DeadlinesTable(QTableView):
    """Rows of deadlines. What a key or a click asks for is told, not done."""

    chosen = Signal()
    open_wanted = Signal()
    """Enter or a double click on a deadline."""
    fold_wanted = Signal(str)
    """Key of the group whose head was clicked, or Enter or Space pressed on it."""
    sort_wanted = Signal(object)
    """Column whose head was clicked."""

    def __init__(self, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self.rows = DeadlinesModel(self)
        self.delegate = DeadlinesDelegate(marks, self)
        self.setItemDelegate(self.delegate)
        self.head = DeadlinesHeader(marks, self)
        self.setHorizontalHeader(self.head)
        self.setModel(self.rows)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(marks.theme.size("table_row"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(self.Shape.NoFrame)
        self.head.sectionClicked.connect(lambda section: self.sort_wanted.emit(Column(section)))
        self.doubleClicked.connect(lambda _index: self._activate())
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self.chosen.emit())
        marks.theme.changed.connect(self.viewport().update)

    @property
    def current(self) -> Line | None:
        """The selected line."""
        return self.rows.line_at(self.currentIndex().row()) if self.selectionModel().hasSelection() else None

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these; what is selected stays selected wherever it went."""
        before, row = self.current, self.currentIndex().row()
        self.rows.set_lines(lines)
        self.clearSpans()
        for place, line in enumerate(lines):
            if isinstance(line, GroupHead):
                self.setSpan(place, 0, 1, len(Column))
        keys = [_key(line) for line in lines]
        if before is not None and keys:
            at = keys.index(_key(before)) if _key(before) in keys else min(max(row, 0), len(keys) - 1)
            self.setCurrentIndex(self.rows.index(at, 0))
        self._fit_columns()
        self.chosen.emit()

    def select(self, ident: int) -> bool:
        """Select a deadline by its id; False while it is not shown."""
        for row, line in enumerate(self.rows.lines()):
            if isinstance(line, DeadlineLine) and line.left.deadline.id == ident:
                self.setCurrentIndex(self.rows.index(row, 0))
                self.scrollTo(self.rows.index(row, 0))
                return True
        return False

    def select_first(self) -> None:
        """Select the first deadline, or the first head where there is none."""
        rows = [row for row, line in enumerate(self.rows.lines()) if isinstance(line, DeadlineLine)]
        if self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(rows[0] if rows else 0, 0))

    def set_language(self, language: str) -> None:
        """Interface language."""
        self.delegate.language = self.head.language = language
        self._fit_columns()
        self.viewport().update()
        self.head.viewport().update()

    def shown_columns(self) -> list[Column]:
        """The columns there is room for."""
        return [column for column in Column if not self.isColumnHidden(column)]

    def _fit_columns(self) -> None:
        lines = [line for line in self.rows.lines() if isinstance(line, DeadlineLine)]
        wanted = {
            column: max([self.head.width_of(column), *(self.delegate.width_of(line, column) for line in lines)])
            for column in Column
        }
        room, shown = self.viewport().width() - 8, list(Column)
        for leaving in _LEAVE:
            if sum(wanted[column] for column in shown[1:]) + _LEAST_TITLE <= room:
                break
            shown.remove(leaving)
        for column in Column:
            self.setColumnHidden(column, column not in shown)
        rest = sum(wanted[column] for column in shown[1:])
        # The last one reaches to the edge: a head without a column there would be painted by the style.
        wanted[shown[-1]] += 8
        for column in shown:
            self.setColumnWidth(column, max(_LEAST_TITLE, room - rest) if column is Column.TITLE else wanted[column])

    def _activate(self) -> None:
        line = self.current
        if isinstance(line, GroupHead):
            self.fold_wanted.emit(line.key)
        elif line is not None:
            self.open_wanted.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        line = self.rows.line_at(self.indexAt(event.position().toPoint()).row())
        if isinstance(line, GroupHead) and event.button() is Qt.MouseButton.LeftButton:
            self.fold_wanted.emit(line.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Two clicks on a head fold and unfold it; a third meaning would undo the second.
        if not isinstance(self.rows.line_at(self.indexAt(event.position().toPoint()).row()), GroupHead):
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        line, key = self.current, Qt.Key(event.key())
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        folds = isinstance(line, GroupHead) and (
            key is Qt.Key.Key_Space or key is (Qt.Key.Key_Right if line.folded else Qt.Key.Key_Left)
        )
        if plain and (enter or folds):
            self._activate()
            event.accept()
            return
        if plain and key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0 if key is Qt.Key.Key_Home else self.rows.rowCount() - 1, 0))
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current is None:
            self.select_first()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()


def _key(line: Line) -> tuple[str, object]:
    return ("group", line.key) if isinstance(line, GroupHead) else ("deadline", line.left.deadline.id)
