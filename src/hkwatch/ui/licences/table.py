# SPDX-License-Identifier: MIT
"""A table of texts that is sorted by its heads, filtered by words, and copied into a spreadsheet."""

import html
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from hkwatch.domain.fold import Folder
from hkwatch.ui.chosen_row import ChosenRow
from hkwatch.ui.marks import Marks

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
SORT_ROLE = Qt.ItemDataRole.UserRole
_MOST_WIDTH, _LEAST_WIDTH = 520, 90


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is read otherwise than it is pasted: `19 Feb 2025` and `2025-02-19`. `order` is what it is sorted by."""

    shown: str
    pasted: str
    order: str


AnyCell = str | Cell


def shown(cell: AnyCell) -> str:
    """What stands in the table."""
    return cell if isinstance(cell, str) else cell.shown


def pasted(cell: AnyCell) -> str:
    """What a spreadsheet gets."""
    return cell if isinstance(cell, str) else cell.pasted


class TextModel(QAbstractTableModel):
    """Rows of texts under heads; each row may stand for an object."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heads: tuple[str, ...] = ()
        self.texts: list[tuple[AnyCell, ...]] = []
        self.objects: list[object] = []

    def fill(self, heads: Sequence[str], rows: Sequence[tuple[Sequence[AnyCell], object]]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.heads = tuple(heads)
        self.texts = [tuple(texts) for texts, _ in rows]
        self.objects = [one for _, one in rows]
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.texts)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.texts[index.row()][index.column()]
        text = shown(cell)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return text if role == Qt.ItemDataRole.DisplayRole else html.escape(text)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.heads[index.column()]}: {text or '–'}"
            case _ if role == SORT_ROLE:
                return cell if isinstance(cell, str) else cell.order
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.heads[section]
        return None


class _Filtered(QSortFilterProxyModel):
    """Rows that hold every word, folded."""

    def __init__(self, folder: Folder, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._words: list[str] = []
        self.setSortRole(SORT_ROLE)
        self.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def set_words(self, text: str) -> None:
        self._words = self._folder.fold(text).split()
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: AnyIndex) -> bool:
        model = self.sourceModel()
        assert isinstance(model, TextModel)
        cells = model.texts[source_row]
        text = self._folder.fold(
            " ".join(f"{shown(one)} {'' if isinstance(one, str) else one.pasted}" for one in cells)
        )
        return all(word in text for word in self._words)


class TextTable(QTableView):
    """Ctrl+C copies the selected rows with tabs; Enter tells the current one."""

    chosen = Signal(object)
    """The object of the current row, None without one."""
    opened = Signal(object)
    """The object of the row that was pressed Enter on or clicked twice."""

    def __init__(self, marks: Marks, folder: Folder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widths: list[int] = []
        self.model_ = TextModel(self)
        self.filtered = _Filtered(folder, self)
        self.filtered.setSourceModel(self.model_)
        self.setModel(self.filtered)
        ChosenRow(self, marks.theme)
        self.setSortingEnabled(True)
        self.filtered.sort(-1)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.horizontalHeader().setSortIndicatorClearable(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setFixedHeight(marks.theme.size("table_head"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(marks.theme.size("table_row"))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(self.Shape.NoFrame)
        self.doubleClicked.connect(lambda _index: self.opened.emit(self.current))
        self.selectionModel().currentRowChanged.connect(lambda _new, _old: self.chosen.emit(self.current))

    @property
    def current(self) -> object:
        """The object of the current row."""
        index = self.filtered.mapToSource(self.currentIndex())
        return self.model_.objects[index.row()] if index.isValid() else None

    def fill(self, heads: Sequence[str], rows: Sequence[tuple[Sequence[AnyCell], object]]) -> None:
        """Show these rows; the current one stays where it stood."""
        before = self.current
        kept = self.model_.heads == tuple(heads) and bool(self.model_.texts)
        self.model_.fill(heads, rows)
        if not kept or self._widths != self._wanted():
            self._fit()
        if before is not None:
            self.select(before)

    def _wanted(self) -> list[int]:
        head = self.horizontalHeader()
        return [
            min(max(self.sizeHintForColumn(column), head.sectionSizeHint(column)) + 4, _MOST_WIDTH)
            for column in range(len(self.model_.heads))
        ]

    def _fit(self) -> None:
        """Columns as wide as their texts; where there is no room the widest give way."""
        self._widths = self._wanted()
        widths, room = list(self._widths), self.viewport().width()
        while sum(widths) > room and widths and max(widths) > _LEAST_WIDTH:
            widest = widths.index(max(widths))
            widths[widest] = max(_LEAST_WIDTH, widths[widest] - 8)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def select(self, wanted: object) -> bool:
        """Make the row of an object the current one; False where it has none."""
        for row, one in enumerate(self.model_.objects):
            if one == wanted:
                index = self.filtered.mapFromSource(self.model_.index(row, 0))
                if index.isValid():
                    self.setCurrentIndex(index)
                    self.scrollTo(index)
                    return True
        return False

    def shown(self) -> list[tuple[str, ...]]:
        """The rows as they stand, with the heads first."""
        rows = [self.filtered.mapToSource(self.filtered.index(row, 0)).row() for row in range(self.filtered.rowCount())]
        return [self.model_.heads, *(tuple(map(pasted, self.model_.texts[row])) for row in rows)]

    def copy(self) -> None:
        """The selected rows as text for a spreadsheet."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        texts = [self.model_.texts[self.filtered.mapToSource(self.filtered.index(row, 0)).row()] for row in rows]
        if texts:
            lines = ("\t".join(pasted(cell).replace("\t", " ").replace("\n", " ") for cell in row) for row in texts)
            QGuiApplication.clipboard().setText("\n".join(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)


def as_csv(rows: Sequence[Sequence[str]]) -> str:
    """Rows as CSV. A cell that a spreadsheet would take for a formula begins with an apostrophe."""
    return "".join(",".join(_cell(text) for text in row) + "\r\n" for row in rows)


def _cell(text: str) -> str:
    safe = f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
    quoted = safe.replace('"', '""')
    return f'"{quoted}"' if any(sign in safe for sign in ',"\r\n') else safe
