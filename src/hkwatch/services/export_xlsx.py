# SPDX-License-Identifier: MIT
"""A list of items as a workbook. Rows go to the disk as they come; texts are stored as texts, never as formulas."""

from collections.abc import Sequence
from typing import BinaryIO

from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.cell import WriteOnlyCell  # type: ignore[import-untyped]
from openpyxl.styles import Alignment, Font, PatternFill  # type: ignore[import-untyped]
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

from hkwatch.domain.export import Cell, Column, ExportRow, ExportWords, without_control

_LONGEST = 32_000
"""A cell of a workbook takes 32,767 characters."""
_WIDTHS = {
    Column.PUBLISHED: 26,
    Column.FIRST_SEEN: 26,
    Column.ACKNOWLEDGED: 26,
    Column.TITLE: 70,
    Column.NOTE: 40,
    Column.SUMMARY: 70,
    Column.LINK: 50,
    Column.TOPICS: 24,
    Column.TYPE: 18,
}


class XlsxWriter:
    """One sheet with a fixed head and a filter."""

    def __init__(self, target: BinaryIO, columns: Sequence[Column], words: ExportWords) -> None:
        self._target, self._columns, self._words = target, columns, words
        self._book = Workbook(write_only=True)
        self._sheet = self._book.create_sheet(_sheet_name(words.title))
        self._rows = 1

    def begin(self) -> None:
        """The head."""
        sheet = self._sheet
        sheet.freeze_panes = "A2"
        for number, column in enumerate(self._columns, 1):
            sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(column, 14)
        heads = []
        for column in self._columns:
            cell = self._text(self._words.head(column))
            cell.font = Font(bold=True)
            cell.fill = PatternFill("solid", fgColor="E8EDF3")
            cell.alignment = Alignment(vertical="center")
            heads.append(cell)
        sheet.append(heads)

    def row(self, row: ExportRow) -> None:
        """One item."""
        self._rows += 1
        self._sheet.append([self._cell(column, row.cells.get(column)) for column in self._columns])

    def end(self) -> None:
        """Put the workbook together."""
        self._sheet.auto_filter.ref = f"A1:{get_column_letter(len(self._columns))}{self._rows}"
        self._book.save(self._target)
        self._book.close()

    def _cell(self, column: Column, cell: Cell) -> "WriteOnlyCell | int | None":
        if cell is None or isinstance(cell, int):
            return cell
        return self._text(self._words.text(column, cell))

    def _text(self, text: str) -> WriteOnlyCell:
        made = WriteOnlyCell(self._sheet, without_control(text)[:_LONGEST])
        # A text with `=` in front would be stored as a formula.
        made.data_type = "s"
        return made


def _sheet_name(title: str) -> str:
    return "".join(char for char in title if char not in "[]:*?/\\'")[:31] or "hkwatch"
