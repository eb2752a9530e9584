# SPDX-License-Identifier: MIT
"""A table of texts in which one row is chosen."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from hkwatch.ui.chosen_row import ChosenRow
from hkwatch.ui.marks import Marks

_Shown = TypeVar("_Shown")


class RowTable(QTableWidget):
    """Only read; Tab leaves it. Its rows stand for things that whoever fills it keeps in the same order."""

    def __init__(self, marks: Marks, columns: int, stretched: int) -> None:
        """The column `stretched` takes what the others leave."""
        super().__init__(0, columns)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        ChosenRow(self, marks)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(marks.theme.size("table_row"))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for place in range(columns):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)

    def fill(
        self, rows: Sequence[Sequence[str]], chosen: int | None, tips: Mapping[tuple[int, int], str] | None = None
    ) -> None:
        """Show these texts and choose a row, the first where `chosen` is None. A cell's tip is its text unless given."""
        self.setRowCount(len(rows))
        for place, cells in enumerate(rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip((tips or {}).get((place, column), text))
                self.setItem(place, column, item)
        if rows:
            self.selectRow(0 if chosen is None else chosen)

    def chosen_of(self, shown: Sequence[_Shown]) -> _Shown | None:
        """Which of the things its rows stand for is chosen; None where none is."""
        rows = self.selectionModel().selectedRows()
        return shown[rows[0].row()] if rows and rows[0].row() < len(shown) else None
