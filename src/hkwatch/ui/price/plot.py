# SPDX-License-Identifier: MIT
"""The chart with what belongs to it: the row of spans above, the rail of pins below, the table in its place, the pins' card."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from hkwatch.domain.detail import ChartPoint
from hkwatch.domain.ids import ItemId
from hkwatch.domain.pins import Pin, Ranks
from hkwatch.ui.marks import Marks
from hkwatch.ui.price.chart import PriceChart
from hkwatch.ui.price.chart_table import ChartTable, table_rows
from hkwatch.ui.price.pin_card import PinCard
from hkwatch.ui.price.pin_rail import PinRail
from hkwatch.ui.price.scales import Span
from hkwatch.ui.price.segments import Segment, Segments
from hkwatch.ui.price.series import Series
from hkwatch.ui.theme import Fonts, Icons, Theme


class Plot(QWidget):
    """Takes values and tells wishes. Which pin is selected is the same on the rail, on the curve and in the list."""

    span_chosen = Signal(object)
    """Span."""
    pin_chosen = Signal(object)
    """ItemId of a pin the user chose here."""
    item_wanted = Signal(object)
    """ItemId whose text is wanted."""
    pins_moved = Signal()
    """Other pins are in the window now, or another is selected."""

    def __init__(
        self, theme: Theme, fonts: Fonts, icons: Icons, language: str = "en", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icons, self._language = icons, language
        self._now: datetime | None = None
        self._ranks: Ranks | None = None
        self._names: dict[str, str] = {}
        self._fx: Decimal | None = None
        self.spans = Segments(theme, fonts)
        self.chart = PriceChart(theme, fonts, icons, language)
        self.rail = PinRail(Marks(theme, fonts, icons), language)
        self.table = ChartTable(theme, fonts, language)
        self.card = PinCard(theme, fonts, icons, self)
        self._candles, self._as_table = QToolButton(), QToolButton()
        for button in (self._candles, self._as_table):
            button.setCheckable(True)
            button.setFixedSize(28, 28)
            button.setIconSize(QSize(16, 16))
        self._lay_out()
        self._connect()
        self._set_icons()
        self._retranslate()

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.spans, 1)
        row.addSpacing(4)
        row.addWidget(self._candles)
        row.addWidget(self._as_table)
        column.addLayout(row)
        column.addSpacing(6)
        column.addWidget(self.chart, 1)
        column.addWidget(self.rail)
        column.addWidget(self.table, 1)
        self.table.hide()

    def _connect(self) -> None:
        self.spans.chosen.connect(self._on_span)
        self.chart.view_changed.connect(self._on_view)
        self.chart.table_wanted.connect(self.show_table)
        self.chart.candles_toggled.connect(self._candles.setChecked)
        self.table.chart_wanted.connect(self.show_chart)
        self.table.item_wanted.connect(self._on_row)
        self.rail.chosen.connect(self._on_pin)
        self.rail.card_wanted.connect(self._on_card)
        self.card.open_wanted.connect(self.item_wanted)
        self.card.turned.connect(self._on_pin)
        self._candles.clicked.connect(self.chart.set_candles)
        self._as_table.clicked.connect(self._on_table_button)

    # Values

    def set_points(self, points: Sequence[ChartPoint] | Series) -> None:
        """The stored prices."""
        self.chart.set_points(points)
        self._on_view()

    def set_pins(self, pins: tuple[Pin, ...], now: datetime) -> None:
        """All pins, oldest first."""
        held = self.rail.selected
        self.rail.set_pins(pins, now)
        self.select_pin(held)

    def set_ranks(self, ranks: Ranks) -> None:
        """How large moves usually are."""
        self._ranks = ranks

    def set_names(self, names: dict[str, str]) -> None:
        """Publishers' short names."""
        self._names = names

    def tick(self, now: datetime, fx_rate: Decimal | None) -> None:
        """The time is `now`; the window may have moved on by a pixel."""
        self._now, self._fx = now, fx_rate
        if self.chart.geometry_of_parts().times != self.rail.scale:
            self._on_view()

    def select_pin(self, item: ItemId | None) -> None:
        """Mark an item's pin without telling; None or an item without a pin marks none."""
        self.rail.select(item)
        pin = self.rail.pin_of(self.rail.selected)
        self.chart.set_marked(pin.at.timestamp() if pin is not None else None)
        self.pins_moved.emit()

    def set_span(self, span: Span) -> None:
        """Show a span without telling."""
        self.spans.set_current(span.value)
        self.chart.set_span(span)

    def set_language(self, language: str) -> None:
        """Language of dates and fonts."""
        self._language = language
        self.chart.set_language(language)
        self.rail.set_language(language)
        self.table.set_language(language)
        self._retranslate()
        self._fill_table()

    @property
    def is_table(self) -> bool:
        """Whether the table stands in place of the chart."""
        return not self.table.isHidden()

    @property
    def shown(self) -> QWidget:
        """The chart, or the table in its place."""
        return self.table if self.is_table else self.chart

    def show_table(self) -> None:
        """The same data as a table, with the focus in it."""
        self._swap(table=True)
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_chart(self) -> None:
        """The chart again, with the focus on it."""
        self._swap(table=False)
        self.chart.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _swap(self, *, table: bool) -> None:
        self.chart.setHidden(table)
        self.rail.setHidden(table)
        self.table.setVisible(table)
        self._as_table.setChecked(table)
        self._fill_table()
        if table and self.table.currentIndex().row() < 0:
            self.table.selectRow(0)

    # Reactions

    def _on_view(self) -> None:
        self.rail.set_scale(self.chart.geometry_of_parts().times)
        self._fill_table()
        self.pins_moved.emit()

    def _fill_table(self) -> None:
        if self.is_table:
            self.table.fill(table_rows(self.chart.shown, self.rail.pins, self._fx))

    def _on_span(self, key: str) -> None:
        span = Span(key)
        self.chart.set_span(span)
        self.span_chosen.emit(span)

    def _on_pin(self, item: ItemId) -> None:
        self.select_pin(item)
        self.pin_chosen.emit(item)

    def _on_row(self, item: ItemId) -> None:
        self._on_pin(item)
        row = self.table.visualRect(self.table.currentIndex())
        self._on_card(item, self.table.viewport().mapToGlobal(row.bottomLeft() + QPoint(self.width() // 2, 0)))

    def _on_card(self, item: ItemId, at: QPoint) -> None:
        pins = self.rail.cluster_of(item) or tuple(pin for pin in self.rail.pins if pin.row.id == item)
        if pins and self._now is not None:
            self.card.show_pins(pins, item, self._ranks, self._now, at, names=self._names, language=self._language)

    def _on_table_button(self, checked: bool) -> None:
        if checked:
            self.show_table()
        else:
            self.show_chart()

    def _set_icons(self) -> None:
        self._candles.setIcon(self._icons.icon("chart-candlestick", "muted"))
        self._as_table.setIcon(self._icons.icon("table-2", "muted"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self._set_icons()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        spans = {
            Span.HOUR: (self.tr("1H"), self.tr("1 hour")),
            Span.DAY: (self.tr("24H"), self.tr("24 hours")),
            Span.WEEK: (self.tr("7D"), self.tr("7 days")),
            Span.MONTH: (self.tr("30D"), self.tr("30 days")),
            Span.YEAR: (self.tr("1Y"), self.tr("1 year")),
        }
        segments = [Segment(span.value, short, self._language, name) for span, (short, name) in spans.items()]
        self.spans.set_segments(segments, self.chart.span.value)
        self.spans.setAccessibleName(self.tr("Span of the chart"))
        for button, text, key in (
            (self._candles, self.tr("Candles"), "C"),
            (self._as_table, self.tr("Table"), "T"),
        ):
            button.setToolTip(f"{text} ({key})")
            button.setAccessibleName(text)
