# SPDX-License-Identifier: MIT
"""The table of sources: sortable, walked by arrows, with the keys that act on the selected source."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from hkwatch.domain.ids import SourceId
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources.delegate import TEXT_LEFT, SourcesDelegate
from hkwatch.ui.sources.lines import Column, GroupHead, Line, SourceLine, column_names
from hkwatch.ui.sources.model import SourcesModel
from hkwatch.ui.theme import baseline

_LEAST_NAME, _NAME_ENOUGH = 190, 250
_LEAVE = (Column.KIND, Column.LAST, Column.INTERVAL, Column.NEXT, Column.NEW, Column.SHARE)
"""Which columns leave first where there is no room; the detail below says all of it."""


class SourcesHeader(QHeaderView):
    """Heads in muted; the sorted one carries a chevron."""

    def __init__(self, marks: Marks, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._marks = marks
        self.language = "en"
        self.sorted: tuple[Column, bool] | None = None
        """Column and whether it descends; None in the catalogue's order."""
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFixedHeight(marks.theme.size("table_head"))
        marks.theme.changed.connect(self.viewport().update)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        marks, theme = self._marks, self._marks.theme
        painter.save()
        painter.fillRect(rect, theme.colour("surface"))
        marks.hairline(painter, max(rect.left(), 0), rect.right() + 1, rect.bottom())
        column = Column(logicalIndex)
        left = rect.left() + (TEXT_LEFT if column is Column.SOURCE else 10)
        is_sorted = self.sorted is not None and self.sorted[0] is column
        painter.setFont(marks.fonts.shared("small_medium", self.language))
        painter.setPen(theme.colour("text" if is_sorted else "muted"))
        text = column_names()[column]
        painter.drawText(QPointF(left, baseline(rect.top(), rect.height(), 12)), text)
        if is_sorted and self.sorted is not None:
            width = marks.fonts.metrics("small_medium", self.language).horizontalAdvance(text)
            name = "chevron-down" if self.sorted[1] else "chevron-up"
            marks.icon(painter, name, "text2", left + width + 4, rect.center().y() - 5, 12)
        painter.restore()


class SourcesTable(QTableView):
    """Rows of sources. What a key or a click asks for is told, not done."""

    chosen = Signal(object)
    """SourceId of the current source, None without one."""
    details_wanted = Signal()
    remove_wanted = Signal()
    pause_wanted = Signal()
    sort_wanted = Signal(object)
    """Column whose head was clicked."""

    def __init__(self, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self._wanted: SourceId | None = None
        self._filling = False
        self.rows = SourcesModel(self)
        self.delegate = SourcesDelegate(marks, self, self)
        self.setItemDelegate(self.delegate)
        self.head = SourcesHeader(marks, self)
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
        self.setMouseTracking(False)
        self.head.sectionClicked.connect(lambda section: self.sort_wanted.emit(Column(section)))
        self.doubleClicked.connect(lambda _index: self.details_wanted.emit())
        marks.theme.changed.connect(self.viewport().update)

    @property
    def current(self) -> SourceId | None:
        """The selected source."""
        line = self.rows.line_at(self.currentIndex().row()) if self.selectionModel().hasSelection() else None
        return line.health.source if isinstance(line, SourceLine) else None

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these; the selected source stays selected wherever it went, or its neighbour when it left."""
        before, row = self.current or self._wanted, self.currentIndex().row()
        self._filling = True
        moved = self.rows.set_lines(lines)
        if moved:
            self.clearSpans()
            for place, line in enumerate(lines):
                if isinstance(line, GroupHead):
                    self.setSpan(place, 0, 1, len(Column))
            if before is not None and not self.select(before):
                self._select_near(row)
        self._filling = False
        self._fit_columns()
        self.chosen.emit(self.current)

    def select(self, source: SourceId) -> bool:
        """Select a source; False while it is not shown, and it is selected once it is."""
        row = self.rows.row_of(source)
        self._wanted = source if row < 0 else None
        if row < 0:
            return False
        self.setCurrentIndex(self.rows.index(row, 0))
        self.scrollTo(self.rows.index(row, 0))
        return True

    def _select_near(self, row: int) -> None:
        count = self.rows.rowCount()
        for place in (*range(max(0, row), count), *range(min(row, count) - 1, -1, -1)):
            if isinstance(self.rows.line_at(place), SourceLine):
                self._wanted = None
                self.setCurrentIndex(self.rows.index(place, 0))
                return

    def set_language(self, language: str) -> None:
        """Interface language."""
        self.delegate.language = self.head.language = language
        self._fit_columns()
        self.viewport().update()
        self.head.viewport().update()

    def set_sorted(self, column: Column | None, *, descending: bool) -> None:
        """Mark the column that lines are sorted by."""
        self.head.sorted = None if column is None else (column, descending)
        self.head.viewport().update()

    def shown_columns(self) -> list[Column]:
        """The columns there is room for."""
        return [column for column in Column if not self.isColumnHidden(column)]

    def _fit_columns(self) -> None:
        lines = [line for line in self.rows.lines() if isinstance(line, SourceLine)]
        wanted = {
            column: max([self.delegate.head_width(column), *(self.delegate.width_of(line, column) for line in lines)])
            for column in Column
        }
        room = self.viewport().width() - 8
        shown = list(Column)
        least = min(max(_LEAST_NAME, wanted[Column.SOURCE]), _NAME_ENOUGH)
        for leaving in _LEAVE:
            if sum(wanted[column] for column in shown[1:]) + least <= room:
                break
            shown.remove(leaving)
        for column in Column:
            self.setColumnHidden(column, column not in shown)
        rest = sum(wanted[column] for column in shown[1:])
        name = max(_LEAST_NAME, room - rest + 8)
        spare = name - wanted[Column.SOURCE]
        share = 0
        if spare > 0 and len(shown) > 1:
            # A long table reads better with its columns spread than with one wide gap after the name.
            share = round(spare * 0.7) // len(shown)
        for column in shown:
            self.setColumnWidth(
                column, wanted[column] + share if column is not Column.SOURCE else name - share * (len(shown) - 1)
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()
        if not self._filling:
            self._wanted = None
            self.chosen.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        acts = {
            Qt.Key.Key_Return: self.details_wanted,
            Qt.Key.Key_Enter: self.details_wanted,
            Qt.Key.Key_Delete: self.remove_wanted,
            Qt.Key.Key_Space: self.pause_wanted,
        }
        act = acts.get(Qt.Key(event.key())) if plain else None
        if act is not None:
            if self.current is not None:
                act.emit()
            event.accept()
            return
        if plain and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._jump(to_end=event.key() == Qt.Key.Key_End)
            return
        super().keyPressEvent(event)

    def _jump(self, *, to_end: bool) -> None:
        rows = range(self.rows.rowCount())
        for row in reversed(rows) if to_end else rows:
            if isinstance(self.rows.line_at(row), SourceLine):
                self.setCurrentIndex(self.rows.index(row, 0))
                return

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current is None and self.rows.rowCount():
            self._jump(to_end=False)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.viewport().update()
