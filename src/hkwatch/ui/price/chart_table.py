# SPDX-License-Identifier: MIT
"""What the chart shows as a table, newest first: prices at round times, flagged items between them."""

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from hkwatch.domain.ids import ItemId
from hkwatch.domain.pins import Pin
from hkwatch.ui import formats
from hkwatch.ui.formats import Direction
from hkwatch.ui.price.chart_layout import ChartInput
from hkwatch.ui.price.curve import candle_step, candles
from hkwatch.ui.price.pin_words import direction_of, length_text, move_text
from hkwatch.ui.price.scales import TimeScale
from hkwatch.ui.shown_time import hong_kong
from hkwatch.ui.theme import Fonts, Theme

_ROWS_PX = 600.0
"""So many pixels would a chart with as many candles be wide: a hundred rows."""
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: a stretch of time with its prices, or an item (`pin`) with its title in place of prices."""

    at: float
    cells: tuple[str, ...]
    change: float | None = None
    pin: Pin | None = None


def table_rows(given: ChartInput, pins: tuple[Pin, ...], fx_rate: Decimal | None) -> list[TableRow]:
    """The rows of what the chart shows, newest first. `fx_rate` is HK$ per US$, None without one."""
    scale = TimeScale(*given.window, 0, _ROWS_PX)
    rows: list[TableRow] = []
    before: float | None = None
    language = given.language
    for candle in candles(given.series, scale, candle_step(scale, given.series)):
        change = None if not before else candle.close / before - 1
        before = candle.close
        hkd = "" if fx_rate is None else formats.amount(candle.close * float(fx_rate))
        moved = "" if change is None else move_text(change)
        rows.append(
            TableRow(candle.start, (_time(candle.start, language), formats.amount(candle.close), hkd, moved), change)
        )
    for pin in pins:
        at = pin.at.timestamp()
        if scale.start <= at <= scale.end:
            moved = ""
            if pin.latest is not None:
                length, move = pin.latest
                moved = f"  ·  {move_text(move)} {length_text(length)}"
            rows.append(TableRow(at, (_time(at, language), f"{pin.row.title}{moved}", "", ""), None, pin))
    return sorted(rows, key=lambda row: row.at, reverse=True)


def _time(at: float, language: str) -> str:
    moment = datetime.fromtimestamp(at, UTC)
    with hong_kong():
        return f"{formats.day_month(moment, language)} {formats.clock(moment)}"


class _Model(QAbstractTableModel):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[TableRow] = []

    def fill(self, rows: list[TableRow]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Time, HKT"), "US$", "HK$", self.tr("Change"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and row.pin is not None:
            return row.cells[1]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(0 if row.pin is not None else index.column())
        if role == Qt.ItemDataRole.ForegroundRole:
            if row.pin is not None and index.column() == 1:
                return self._theme.colour("accent")
            if index.column() == 3 and row.change is not None:
                way = direction_of(row.change)
                return {Direction.UP: self._theme.up(), Direction.DOWN: self._theme.down()}.get(
                    way, self._theme.colour("muted")
                )
            if index.column() in (0, 2):
                return self._theme.colour("muted")
        return None


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


class ChartTable(QTableView):
    """Walked by arrows; Enter opens an item's card, T and Escape go back to the chart."""

    chart_wanted = Signal()
    item_wanted = Signal(object)
    """ItemId of a row that was entered."""

    def __init__(self, theme: Theme, fonts: Fonts, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fonts, self._language = fonts, language
        self._model = _Model(theme, self)
        self.setModel(self._model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        # Wrapped, a title would be cut at a blank with half of the cell empty.
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(24)
        head = self.horizontalHeader()
        # Titles of items reach over three columns and must not make one of them as wide.
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setStretchLastSection(True)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._on_entered)
        self._set_fonts()
        self._retranslate()

    def fill(self, rows: list[TableRow]) -> None:
        """Show rows, newest first; the selected time stays selected."""
        held = self._current()
        self.clearSpans()
        self._model.fill(rows)
        self._size_columns()
        for number, row in enumerate(rows):
            if row.pin is not None:
                self.setSpan(number, 1, 1, 3)
        if held is not None:
            nearest = min(range(len(rows)), key=lambda number: abs(rows[number].at - held.at), default=-1)
            if nearest >= 0:
                self.selectRow(nearest)

    @property
    def rows(self) -> list[TableRow]:
        """What is shown, newest first."""
        return self._model.rows

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_columns()

    def _size_columns(self) -> None:
        """As wide as the widest text; HK$ leaves first where there is no room."""
        metrics = self._fonts.metrics("small", self._language, figures=True)
        plain = [row for row in self._model.rows if row.pin is None]
        widths = [max((metrics.horizontalAdvance(row.cells[n]) for row in plain), default=40.0) + 18 for n in range(4)]
        room = self.viewport().width()
        for column in range(3):
            self.setColumnWidth(column, round(widths[column]))
        self.setColumnHidden(2, sum(widths) > room + 8)

    def set_language(self, language: str) -> None:
        """Language of the fonts; the texts come ready."""
        self._language = language
        self._set_fonts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_T and not event.modifiers()):
            self.chart_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_entered()
        else:
            super().keyPressEvent(event)

    def _current(self) -> TableRow | None:
        number = self.currentIndex().row()
        return self._model.rows[number] if 0 <= number < len(self._model.rows) else None

    def _on_entered(self) -> None:
        row = self._current()
        if row is not None and row.pin is not None:
            item: ItemId = row.pin.row.id
            self.item_wanted.emit(item)

    def _set_fonts(self) -> None:
        self.setFont(self._fonts.font("small", self._language, figures=True))
        self.horizontalHeader().setFont(self._fonts.font("small_medium", self._language))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Prices as a table"))
        self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 3)
