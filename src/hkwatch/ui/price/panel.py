# SPDX-License-Identifier: MIT
"""The price panel: head, spans, chart, alerts. It takes values and tells wishes; `tick` once a second keeps the ages true."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from hkwatch.domain.detail import ChartPoint
from hkwatch.domain.events import AlertView, PriceChanged
from hkwatch.domain.ids import AlertId
from hkwatch.domain.price import PriceState
from hkwatch.ui.price.alert_list import AlertList
from hkwatch.ui.price.alert_words import PriceNow, chart_level, fired_count, waiting_count
from hkwatch.ui.price.chart import PriceChart
from hkwatch.ui.price.curve import Series
from hkwatch.ui.price.head import PriceHead
from hkwatch.ui.price.head_words import effective_state
from hkwatch.ui.price.scales import Span
from hkwatch.ui.price.segments import Segment, Segments
from hkwatch.ui.price.strip import AlertSum, PriceStrip
from hkwatch.ui.theme import Fonts, Icons, Theme

_CHART_SHAPE = 1.1
"""The chart is at most this many times as high as wide."""


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
        self.spans = Segments(theme, fonts)
        self.chart = PriceChart(theme, fonts, icons, language)
        self.alerts = AlertList(theme, fonts, icons, language)
        self._section = QLabel()
        self._section.setTextFormat(Qt.TextFormat.PlainText)
        self._section.setProperty("role", "muted")
        self._new = QPushButton()
        self._new.setProperty("kind", "link")
        self._new.setProperty("bar", True)
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
        upper.addWidget(self.spans)
        upper.addSpacing(6)
        upper.addWidget(self.chart, 1)
        # The head has 8 px of its own on both sides, where its focus ring stands.
        column.addWidget(self.head)
        column.addLayout(upper, 1)
        column.addSpacing(12)
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
        self._spare = QWidget()
        column.addWidget(self._spare)
        self._none.setContentsMargins(8, 2, 16, 0)
        self._row = row
        self._column = column

    def _connect(self) -> None:
        self.head.hide_wanted.connect(self.hide_wanted)
        self.spans.chosen.connect(self._on_span_chosen)
        self.chart.alert_wanted.connect(self.alert_wanted)
        self.chart.level_activated.connect(self._on_level_activated)
        self._new.clicked.connect(self._on_new_clicked)
        self.alerts.edit_wanted.connect(self.edit_wanted)
        self.alerts.remove_wanted.connect(self.remove_wanted)
        self.alerts.snooze_wanted.connect(self.snooze_wanted)
        self.alerts.rearm_wanted.connect(self.rearm_wanted)
        self.alerts.log_wanted.connect(self.log_wanted)

    # Values

    def set_price(self, price: PriceChanged) -> None:
        """The newest consensus. Its own time serves as the clock until the first `tick`."""
        self._price = price
        if self._now is None or price.at > self._now:
            self._now = price.at
        self._refresh()

    def set_alerts(self, alerts: tuple[AlertView, ...]) -> None:
        """All alerts of this asset."""
        self._alerts = alerts
        self._none.setVisible(not alerts)
        self.alerts.setVisible(bool(alerts))
        self._refresh()

    def set_points(self, points: Sequence[ChartPoint] | Series) -> None:
        """The stored prices for the chart."""
        self.chart.set_points(points)

    def set_collecting_since(self, at: datetime | None) -> None:
        """When the first price came, for the chart's empty state."""
        self.chart.set_collecting_since(at)

    def set_closed_days(self, days: frozenset[date]) -> None:
        """General holidays, on which the chart shades no trading session."""
        self.chart.set_closed_days(days)

    def set_span(self, span: Span) -> None:
        """Show a span without telling."""
        self.spans.set_current(span.value)
        self.chart.set_span(span)

    def set_language(self, language: str) -> None:
        """Language of dates, numbers' words and fonts; sentences follow the installed translation."""
        self._language = language
        for part in (self.head, self.strip, self.chart, self.alerts):
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

    def _on_span_chosen(self, key: str) -> None:
        span = Span(key)
        self.chart.set_span(span)
        self.span_chosen.emit(span)

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
        self._none.setFont(self._fonts.font("small", self._language))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        p = QPainter(self)
        p.setPen(QPen(self._theme.colour("line"), 0))
        y = self._row.geometry().top() + 1
        p.drawLine(16, y, self.width() - 16, y)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.chart.setMaximumHeight(round((self.width() - 32) * _CHART_SHAPE))
        super().resizeEvent(event)

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
        self._new.setText(self.tr("New alert"))
        self._none.setText(self.tr("No price alerts. Point at the chart's axis to set one there."))
        spans = {
            Span.HOUR: (self.tr("1H"), self.tr("1 hour")),
            Span.DAY: (self.tr("24H"), self.tr("24 hours")),
            Span.WEEK: (self.tr("7D"), self.tr("7 days")),
            Span.MONTH: (self.tr("30D"), self.tr("30 days")),
        }
        segments = [Segment(span.value, short, self._language, name) for span, (short, name) in spans.items()]
        self.spans.set_segments(segments, self.chart.span.value)
        self.spans.setAccessibleName(self.tr("Span of the chart"))
