# SPDX-License-Identifier: MIT
"""The tab of registers: every row of every list, filtered by list and words, copied and written as CSV."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hkwatch.domain.fold import Folder
from hkwatch.domain.hkt import to_hkt
from hkwatch.services.register_board import Board, Row
from hkwatch.ui.inbox.empty import EmptyState
from hkwatch.ui.licences.table import AnyCell, Cell, TextTable, as_csv
from hkwatch.ui.licences.words import date_cell, day_cell, list_name
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources.parts import IconButton
from hkwatch.ui.sources.toolbar import FilterField

translate = QCoreApplication.translate

_ORDER = ("licensed", "applicants", "deemed", "closing-down", "returned", "suspicious", "issuers", "registered")


class RowsTab(QWidget):
    """What it shows comes in with `set_board`."""

    story_wanted = Signal(object)
    """RegisterRow whose story is wanted."""
    csv_wanted = Signal(str)
    """The rows as they stand, as CSV."""

    def __init__(self, marks: Marks, folder: Folder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board: Board | None = None
        self.language = "en"
        """Of the interface: dates are shown in it."""
        self.lists = QComboBox()
        self.filter = FilterField()
        self.filter.setMaximumWidth(280)
        self.copy = IconButton(marks, "copy")
        self.csv = IconButton(marks, "download")
        self.table = TextTable(marks, folder)
        self.table.setSelectionMode(TextTable.SelectionMode.ExtendedSelection)
        self.empty = EmptyState(marks)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 10, 8, 10)
        bar.setSpacing(8)
        bar.addWidget(self.lists)
        bar.addWidget(self.filter, 1)
        bar.addStretch(1)
        bar.addWidget(self.copy)
        bar.addWidget(self.csv)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(bar)
        box.addWidget(self.stack, 1)
        self.lists.currentIndexChanged.connect(self._fill)
        self.filter.textChanged.connect(self._on_words)
        self.filter.left.connect(self.table.setFocus)
        self.copy.clicked.connect(self._on_copy)
        self.csv.clicked.connect(lambda: self.csv_wanted.emit(as_csv(self.table.shown())))
        self.table.opened.connect(self._on_opened)

    def set_board(self, board: Board | None) -> None:
        """Show the rows of a board; None = it is being read."""
        self._board = board
        self.lists.setAccessibleName(translate("Licences", "List"))
        self.filter.setAccessibleName(translate("Licences", "Filter the rows"))
        self.filter.setPlaceholderText(translate("Licences", "Filter by name, number or platform"))
        self.filter.setToolTip(self.filter.placeholderText())
        self.table.setAccessibleName(translate("Licences", "Rows of the registers"))
        self.copy.set_words(
            translate("Licences", "Copy"), translate("Licences", "Selected rows for a spreadsheet (Ctrl+C)")
        )
        self.csv.set_words(translate("Licences", "CSV…"), translate("Licences", "Save the rows shown"))
        chosen = self.lists.currentData()
        self.lists.blockSignals(True)
        self.lists.clear()
        rows = () if board is None else board.rows
        self.lists.addItem(translate("Licences", "All lists ({count})").format(count=len(rows)), "")
        for name in sorted({stored.row.list for _, stored in rows}, key=_place):
            count = sum(stored.row.list == name for _, stored in rows)
            self.lists.addItem(f"{list_name(name)} ({count})", name)
        self.lists.setCurrentIndex(max(0, self.lists.findData(chosen)))
        self.lists.blockSignals(False)
        self._fill()

    def choose_list(self, name: str) -> None:
        """Show one list only."""
        self.lists.setCurrentIndex(max(0, self.lists.findData(name)))

    def _fill(self) -> None:
        wanted = self.lists.currentData() or ""
        heads = [
            translate("Licences", "List"),
            translate("Licences", "Number"),
            translate("Licences", "English name"),
            translate("Licences", "Chinese name"),
            translate("Licences", "Platform"),
            translate("Licences", "Date"),
            translate("Licences", "On it since"),
        ]
        rows = [one for _, one in (self._board.rows if self._board else ()) if not wanted or one.row.list == wanted]
        rows.sort(key=lambda one: _place(one.row.list))
        self.table.fill(heads, [(_texts(one, self.language), one) for one in rows])
        self._show()

    def _show(self) -> None:
        self.stack.setCurrentWidget(self.table if self.table.filtered.rowCount() else self.empty)
        for button in (self.copy, self.csv):
            button.setEnabled(bool(self.table.filtered.rowCount()))
        if self._board is None:
            self.empty.tell("table-2", translate("Licences", "Reading the registers…"))
        elif self.filter.text():
            self.empty.tell(
                "search-x",
                translate("Licences", "No row has these words."),
                translate("Licences", "To look over former names too, check the name."),
            )
        else:
            self.empty.tell(
                "table-2",
                translate("Licences", "No register was read yet."),
                translate("Licences", "They are asked at the next poll."),
            )

    def _on_words(self, text: str) -> None:
        self.table.filtered.set_words(text)
        self._show()

    def _on_copy(self) -> None:
        if not self.table.selectionModel().hasSelection():
            self.table.selectAll()
        self.table.copy()

    def _on_opened(self, one: object) -> None:
        if isinstance(one, Row):
            self.story_wanted.emit(one.row)


def _texts(one: Row, language: str) -> tuple[AnyCell, ...]:
    row = one.row
    name = f"{row.name_en} #" if ("deemed", "yes") in row.fields else row.name_en
    if one.since is None:
        # Older than any day that was seen, so it is sorted before them all.
        baseline = translate("Licences", "baseline")
        since = Cell(baseline, baseline, "")
    else:
        since = day_cell(to_hkt(one.since).date(), language)
    return list_name(row.list), row.ce, name, row.name_zh, row.platform, date_cell(row.date, language), since


def _place(name: str) -> int:
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)
