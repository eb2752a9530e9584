# SPDX-License-Identifier: MIT
"""A list of items as a workbook. Rows go to the disk as they come; texts are stored as texts, never as formulas.

Times are dates that a spreadsheet sorts and counts with, on Hong Kong's clock, which the heads name; titles and addresses
are links, to http and https only.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import BinaryIO

from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.cell import WriteOnlyCell  # type: ignore[import-untyped]
from openpyxl.styles import Alignment, Font, PatternFill  # type: ignore[import-untyped]
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

from hkwatch.domain.export import Cell, Column, ExportRow, ExportWords, without_control
from hkwatch.domain.hkt import to_hkt

_LONGEST = 32_000
"""A cell of a workbook takes 32,767 characters."""
_MOST_LINKS, _LONGEST_LINK = 65_000, 2_000
"""Excel takes 65,530 links a sheet, and 2,083 characters each; the addresses of the rest stand there as texts."""
_MOMENT, _DAY = "yyyy-mm-dd hh:mm", "yyyy-mm-dd"
_TIMES = (Column.PUBLISHED, Column.FIRST_SEEN, Column.ACKNOWLEDGED)
_WIDTHS = {
    Column.PUBLISHED: 18,
    Column.FIRST_SEEN: 18,
    Column.ACKNOWLEDGED: 22,
    Column.TITLE: 70,
    Column.NOTE: 40,
    Column.SUMMARY: 70,
    Column.LINK: 50,
    Column.CITATION: 90,
    Column.TOPICS: 24,
    Column.TYPE: 18,
}


class XlsxWriter:
    """One sheet with a fixed head and a filter."""

    def __init__(self, target: BinaryIO, columns: Sequence[Column], words: ExportWords) -> None:
        self._target, self._columns, self._words = target, columns, words
        self._book = Workbook(write_only=True)
        self._sheet = self._book.create_sheet(_sheet_name(words.title))
        self._rows, self._links = 1, 0

    def begin(self) -> None:
        """The head."""
        sheet = self._sheet
        sheet.freeze_panes = "A2"
        for number, column in enumerate(self._columns, 1):
            sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(column, 14)
        heads = []
        for column in self._columns:
            head = self._words.head(column)
            cell = self._text(f"{head} (HKT)" if column in _TIMES else head)
            cell.font = Font(bold=True)
            cell.fill = PatternFill("solid", fgColor="E8EDF3")
            cell.alignment = Alignment(vertical="center")
            heads.append(cell)
        sheet.append(heads)

    def row(self, row: ExportRow) -> None:
        """One item."""
        self._rows += 1
        self._sheet.append([self._cell(column, row) for column in self._columns])

    def end(self) -> None:
        """Put the workbook together."""
        self._sheet.auto_filter.ref = f"A1:{get_column_letter(len(self._columns))}{self._rows}"
        self._book.save(self._target)
        self._book.close()

    def _cell(self, column: Column, row: ExportRow) -> "WriteOnlyCell | int | None":
        cell: Cell = row.cells.get(column)
        match cell:
            case None | int():
                return cell
            case datetime():
                return self._date(to_hkt(cell).replace(tzinfo=None), _MOMENT)
            case date():
                return self._date(cell, _DAY)
        made = self._text(self._words.text(column, cell))
        if column in (Column.TITLE, Column.LINK) and self._may_link(row.link):
            self._links += 1
            made.hyperlink = row.link
            made.font = Font(color="1F5FBF", underline="single")
        return made

    def _may_link(self, address: str) -> bool:
        is_web = address.startswith(("https://", "http://")) and without_control(address) == address
        return is_web and len(address) <= _LONGEST_LINK and self._links < _MOST_LINKS

    def _date(self, value: date, form: str) -> WriteOnlyCell:
        made = WriteOnlyCell(self._sheet, value)
        made.number_format = form
        made.alignment = Alignment(horizontal="left")
        return made

    def _text(self, text: str) -> WriteOnlyCell:
        made = WriteOnlyCell(self._sheet, without_control(text)[:_LONGEST])
        # A text with `=` in front would be stored as a formula.
        made.data_type = "s"
        return made


def _sheet_name(title: str) -> str:
    return "".join(char for char in title if char not in "[]:*?/\\'")[:31] or "hkwatch"
