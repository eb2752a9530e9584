# SPDX-License-Identifier: MIT
"""The price panel: head, spans, chart, alerts, next deadline. It takes values and tells wishes; `tick` once a second keeps
the ages true.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from hkwatch.domain.detail import ChartPoint
from hkwatch.domain.events import AlertView, PriceChanged
from hkwatch.domain.ids import AlertId, ItemId
from hkwatch.domain.pins import Pin
from hkwatch.domain.price import PriceState
from hkwatch.ui.marks import Marks
from hkwatch.ui.price.alert_list import ROW_PX as ALERT_ROW
from hkwatch.ui.price.alert_list import AlertList
from hkwatch.ui.price.alert_words import PriceNow, chart_level, fired_count, waiting_count
from hkwatch.ui.price.head import PriceHead
from hkwatch.ui.price.head_words import asset_name, effective_state
from hkwatch.ui.price.next_deadline import NextDeadline
from hkwatch.ui.price.pin_list import ROW as PIN_ROW
from hkwatch.ui.price.pin_list import PinList, rows_for
from hkwatch.ui.price.plot import Plot
from hkwatch.ui.price.scales import Span
from hkwatch.ui.price.segments import Segment, Segments
from hkwatch.ui.price.series import Series
from hkwatch.ui.price.strip import AlertSum, PriceStrip
from hkwatch.ui.price.venue_table import VenueTable
from hkwatch.ui.theme import Fonts, Icons, Theme

_CHART_SHAPE = 1.1
"""The chart is at most this many times as high as wide."""
_LEAST_PLOT, _HEADS = 252, 76
"""Height in px under which levels and pins run into each other, and of what stands between the sections."""
_LEAST_WITH_DEADLINE = 500


class PricePanel(QWidget):
    """Everything about one asset's price. Until the first `tick` nothing is said about ages."""

    alert_wanted = Signal(object)
    """Decimal in US$, or None for the dialog's own proposal: the user wants a new alert."""
    edit_wanted = Signal(object)
    """AlertId."""
    remove_wanted = Signal(object)
    """AlertId."""
    snooze_wanted = Signal(object, object)
    """AlertId, and until when (aware UTC) or None to end it."""
    rearm_wanted = Signal(object)
    """AlertSpec that is wanted again."""
    log_wanted = Signal(object)
    """AlertId whose log is wanted, None for that of all."""
    span_chosen = Signal(object)
    """Span: the window may want to fetch its points."""
    hide_wanted = Signal()
    asset_chosen = Signal(str)
    """The code of another asset."""
    level_moved = Signal(object, object)
    """AlertId and Decimal in US$: its line was dragged there."""
    pin_chosen = Signal(object)
    """ItemId of a pin that was chosen here."""
    item_wanted = Signal(object)
    """ItemId whose text is wanted."""

    def __init__(
        self, theme: Theme, fonts: Fonts, icons: Icons, language: str = "en", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._fonts, self._icons, self._language = theme, fonts, icons, language
        self._price: PriceChanged | None = None
        self._alerts: tuple[AlertView, ...] = ()
        self._now: datetime | None = None
        self.head = PriceHead(theme, fonts, icons, language)
        self.strip = PriceStrip(theme, fonts, icons, language)
        """The same price in one line, for whoever has no room for the panel: it stands outside of it."""
        self.plot = Plot(theme, fonts, icons, language)
        self.chart, self.spans = self.plot.chart, self.plot.spans
        self.switch = Segments(theme, fonts)
        self.switch.hide()
        # It is put into the head later, when everything else has its place.
        self.switch.tab_after = self.head
        self.venues = VenueTable(theme, fonts, self)
        self._pin_section = QLabel()
        self._pin_section.setTextFormat(Qt.TextFormat.PlainText)
        self._pin_section.setProperty("role", "muted")
        self.pins = PinList(Marks(theme, fonts, icons), language)
        self.alerts = AlertList(theme, fonts, icons, language)
        self.deadline = NextDeadline(Marks(theme, fonts, icons), language)
        self._section = QLabel()
        self._section.setTextFormat(Qt.TextFormat.PlainText)
        self._section.setProperty("role", "muted")
        self._new = QPushButton()
        self._new.setProperty("kind", "link")
        self._new.setProperty("bar", True)
        self._knows_alerts = False
        self._none = QLabel()
        self._none.setTextFormat(Qt.TextFormat.PlainText)
        self._none.setProperty("role", "muted")
        self._none.setWordWrap(True)
        self._none.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._lay_out()
        self._connect()
        self._set_icon()
        self._set_fonts()
        self._retranslate()

    def _lay_out(self) -> None:
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 0, 12)
        column.setSpacing(0)
        upper = QVBoxLayout()
        upper.setContentsMargins(8, 0, 16, 0)
        upper.setSpacing(0)
        upper.addSpacing(6)
        upper.addWidget(self.plot, 1)
        # The head has 8 px of its own on both sides, where its focus ring stands.
        column.addWidget(self.head)
        column.addLayout(upper, 1)
        column.addSpacing(6)
        self._pin_section.setContentsMargins(8, 8, 8, 4)
        # What is over belongs under the last section, not around a heading.
        self._pin_section.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column.addWidget(self._pin_section)
        seen = QHBoxLayout()
        seen.setContentsMargins(0, 0, 8, 0)
        seen.addWidget(self.pins)
        column.addLayout(seen)
        column.addSpacing(6)
        row = QHBoxLayout()
        row.setContentsMargins(8, 9, 7, 0)
        row.addWidget(self._section)
        row.addStretch(1)
        row.addWidget(self._new)
        column.addLayout(row)
        # Rows begin 8 px left of the text, so that a selected one has air around it.
        rows = QHBoxLayout()
        rows.setContentsMargins(0, 0, 8, 0)
        rows.addWidget(self.alerts)
        self.alerts.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        column.addLayout(rows)
        column.addWidget(self._none)
        column.addWidget(self.deadline)
        self._spare = QWidget()
        column.addWidget(self._spare)
        self._none.setContentsMargins(8, 2, 16, 0)
        self._row = row
        self._column = column

    def _connect(self) -> None:
        self.head.hide_wanted.connect(self.hide_wanted)
        self.head.venues_wanted.connect(self._on_venues)
        self.switch.chosen.connect(self.asset_chosen)
        self.plot.span_chosen.connect(self.span_chosen)
        self.plot.pin_chosen.connect(self.pin_chosen)
        self.plot.item_wanted.connect(self.item_wanted)
        self.plot.pins_moved.connect(self._show_pins)
        self.pins.chosen.connect(self._on_pin_row)
        self.deadline.appeared.connect(self._show_pins)
        self.chart.level_moved.connect(self.level_moved)
        self.chart.alert_wanted.connect(self.alert_wanted)
        self.chart.level_activated.connect(self._on_level_activated)
        self._new.clicked.connect(self._on_new_clicked)
        self.alerts.edit_wanted.connect(self.edit_wanted)
        self.alerts.remove_wanted.connect(self.remove_wanted)
        self.alerts.snooze_wanted.connect(self.snooze_wanted)
        self.alerts.rearm_wanted.connect(self.rearm_wanted)
        self.alerts.log_wanted.connect(self.log_wanted)

    # Values

    def set_units(self, units: str) -> None:
        """`both`, `usd` or `hkd`, as in the settings."""
        self.head.set_units(units)
        self._refresh()

    def set_price(self, price: PriceChanged) -> None:
        """The newest consensus. Its own time serves as the clock until the first `tick`."""
        self._price = price
        if self._now is None or price.at > self._now:
            self._now = price.at
        self._refresh()

    def set_alerts(self, alerts: tuple[AlertView, ...]) -> None:
        """All alerts of this asset."""
        self._alerts = alerts
        if not self._knows_alerts:
            self._knows_alerts = True
            self._retranslate()
        self._none.setVisible(not alerts)
        self.alerts.setVisible(bool(alerts))
        self._refresh()

    def set_points(self, points: Sequence[ChartPoint] | Series) -> None:
        """The stored prices for the chart."""
        self.plot.set_points(points)

    def set_assets(self, assets: Sequence[str], current: str) -> None:
        """What can be shown; with one asset there is no switch."""
        segments = [Segment(asset, asset, "en", asset_name(asset)) for asset in assets]
        self.switch.set_segments(segments, current)
        self.switch.setAccessibleName(self.tr("Asset"))
        self.head.set_switch(self.switch if len(assets) > 1 else None)
        self.switch.keep_place()

    def forget_price(self, asset: str) -> None:
        """Another asset is shown from now on; nothing is known of it yet."""
        self._price = None
        self.head.set_asset(asset)
        self.chart.set_view_window(None, None)
        self.chart.set_points([])
        # The other asset's price would stretch the axis until the first of this one comes.
        self.chart.set_now(None, self._now or datetime.now(UTC))
        self._refresh()

    def set_pins(self, pins: tuple[Pin, ...], now: datetime) -> None:
        """Flagged items for the rail, oldest first."""
        self.plot.set_pins(pins, now)

    def select_pin(self, item: ItemId | None) -> None:
        """Mark an item's pin, if it has one, without telling."""
        self.plot.select_pin(item)

    def set_collecting_since(self, at: datetime | None) -> None:
        """When the first price came, for the chart's empty state."""
        self.chart.set_collecting_since(at)

    def set_closed_days(self, days: frozenset[date]) -> None:
        """General holidays, on which the chart shades no trading session."""
        self.chart.set_closed_days(days)

    def set_span(self, span: Span) -> None:
        """Show a span without telling."""
        self.plot.set_span(span)

    def set_language(self, language: str) -> None:
        """Language of dates, numbers' words and fonts; sentences follow the installed translation."""
        self._language = language
        for part in (self.head, self.strip, self.plot, self.pins, self.alerts, self.deadline):
            part.set_language(language)
        self._set_fonts()
        self._retranslate()

    def tick(self, now: datetime) -> None:
        """The time is `now` (aware UTC): ages count on, and a price that nobody renewed turns stale."""
        self._now = now
        self._refresh()

    def select_alert(self, alert: AlertId) -> None:
        """Put the cursor on an alert and the focus in the list."""
        self.alerts.select(alert)
        self.alerts.setFocus()

    @property
    def span(self) -> Span:
        """The span shown."""
        return self.chart.span

    def _refresh(self) -> None:
        now = self._now
        if now is None:
            return
        price = self._price
        self.plot.tick(now, price.fx_rate if price is not None else None)
        waiting = waiting_count(self._alerts, now)
        self.head.set_price(price, waiting, now)
        self.strip.set_facts(self.head.text, AlertSum(len(self._alerts), fired_count(self._alerts, now) > 0))
        known = PriceNow()
        is_live = False
        if price is not None:
            is_live = effective_state(price, now) not in (PriceState.STALE, PriceState.DISPUTED)
            # A distance to a price that is hours old would be a guess.
            known = PriceNow(price.price_usd if is_live else None, price.fx_rate)
        self.alerts.set_alerts(self._alerts, known, now)
        levels = [chart_level(view, known, now, self._language) for view in self._alerts]
        self.chart.set_stale(price is not None and not is_live)
        self.chart.set_view(
            float(price.price_usd) if price is not None and price.price_usd is not None else None,
            now,
            [level for level in levels if level is not None],
        )

    # Reactions

    def _on_venues(self) -> None:
        if self._price is not None and self._now is not None:
            at = self.head.mapToGlobal(self.head.rect().bottomLeft())
            self.venues.show_price(self._price, self._now, self._language, at)

    def _on_pin_row(self, item: ItemId) -> None:
        self.plot.select_pin(item)
        self.pin_chosen.emit(item)

    def _show_pins(self) -> None:
        # The board of deadlines is a key away; a chart that is squeezed can be read nowhere else.
        self.deadline.set_room(self.height() >= _LEAST_WITH_DEADLINE)
        # A low panel keeps its room for the chart, whose rail has the pins as well.
        room = rows_for(self.height(), with_deadline=self.deadline.shown is not None)
        shown = () if self.plot.is_table or not room else self.plot.rail.shown
        self.pins.set_pins(shown, self.plot.rail.selected, room)
        self._pin_section.setVisible(bool(shown))
        self._limit_alerts(min(len(shown), room))

    def _limit_alerts(self, pins: int) -> None:
        """A long list of alerts scrolls instead of pressing the chart flat; two rows it always has."""
        others = _LEAST_PLOT + _HEADS + self.head.height() + (pins * PIN_ROW + 34 if pins else 0)
        if not self.deadline.isHidden():
            others += self.deadline.sizeHint().height()
        self.alerts.setMaximumHeight(max(2 * ALERT_ROW, self.height() - others))

    def _on_level_activated(self, alert: AlertId) -> None:
        self.select_alert(alert)

    def _on_new_clicked(self) -> None:
        proposal: Decimal | None = None
        self.alert_wanted.emit(proposal)

    def _set_icon(self) -> None:
        self._new.setIcon(self._icons.icon("plus", "accent"))
        self._new.setIconSize(QSize(16, 16))

    def _set_fonts(self) -> None:
        self._section.setFont(self._fonts.font("label", self._language))
        self._pin_section.setFont(self._fonts.font("label", self._language))
        self._none.setFont(self._fonts.font("small", self._language))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            # The lines between the parts move with them, and lie where no part paints.
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        p = QPainter(self)
        p.setPen(QPen(self._theme.colour("line"), 0))
        y = self._row.geometry().top() + 1
        p.drawLine(16, y, self.width() - 16, y)
        if self._pin_section.isVisible():
            p.drawLine(16, self._pin_section.y(), self.width() - 16, self._pin_section.y())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.plot.setMaximumHeight(round((self.width() - 32) * _CHART_SHAPE) + 70)
        super().resizeEvent(event)
        self._show_pins()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            # The theme changed: icons carry their colour.
            self._set_icon()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Price"))
        self._section.setText(self.tr("Price alerts"))
        self._pin_section.setText(self.tr("On the chart"))
        self._new.setText(self.tr("New alert"))
        # Before the alerts are known it would deny those that there are.
        if self._knows_alerts:
            self._none.setText(self.tr("No price alerts. Point at the chart's axis to set one there."))
