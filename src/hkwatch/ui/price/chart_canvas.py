# SPDX-License-Identifier: MIT
"""What the price chart shows and how it comes onto the screen; pointing and keys are in `chart.py`.

A layer with all that stands still is kept as a pixmap and made anew when something changed; the crosshair is painted over it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hkwatch.domain.detail import ChartPoint
from hkwatch.domain.ids import AlertId
from hkwatch.ui import formats
from hkwatch.ui.price import chart_paint as paint
from hkwatch.ui.price.chart_layout import ChartInput, ChartLevel, Geometry, lay_out, message_y
from hkwatch.ui.price.curve import Series
from hkwatch.ui.price.scales import Span, nice_step
from hkwatch.ui.shown_time import hong_kong
from hkwatch.ui.theme import Fonts, Icons, Theme, baseline, has_ring

_SHORTEST_S, _LONGEST_S = 600.0, 366 * 86_400.0


class ChartState(Enum):
    """What the chart has to show."""

    LOADING = auto()
    EMPTY = auto()
    LIVE = auto()
    STALE = auto()


class ChartCanvas(QWidget):
    """Price over time in US$, times in Hong Kong time, without any reaction to the user."""

    view_changed = Signal()
    """Another stretch of time is shown, or it is shown at another width."""

    def __init__(
        self, theme: Theme, fonts: Fonts, icons: Icons, language: str = "en", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._fonts, self._icons = theme, fonts, icons
        self._given = ChartInput(Series(), Span.WEEK, 0, 0, 0, language=language)
        self._geometry: Geometry | None = None
        self._layer: QPixmap | None = None
        self._layer_scheme = ""
        self._loading = True
        self._since: datetime | None = None
        self._cross: int | None = None
        self._add_y: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(180, 130)
        theme.changed.connect(self.update)

    # What it shows

    def set_points(self, points: Sequence[ChartPoint] | Series) -> None:
        """The stored prices, in any order; ends the loading state also when there are none.

        A `Series` may be made in another thread.
        """
        self._loading = False
        self._cross = None
        self._change(series=points if isinstance(points, Series) else Series(points))

    def set_now(self, price: float | None, at: datetime) -> None:
        """The current price in US$, None without one, and the time at the right edge."""
        self._change(now=price, end=at.timestamp())

    def set_levels(self, levels: Sequence[ChartLevel]) -> None:
        """The alert levels, in US$."""
        self._change(levels=tuple(levels))

    def set_view(self, price: float | None, at: datetime, levels: Sequence[ChartLevel]) -> None:
        """`set_now` and `set_levels` at once; a tick that changes no price repaints nothing until a pixel has passed."""
        given = self._given
        start, stop = given.window
        pixel_s = (stop - start) / max(1, self.width() - 54)
        moved = not 0 <= at.timestamp() - given.end < pixel_s
        if moved or price != given.now or tuple(levels) != given.levels:
            self._change(now=price, end=at.timestamp(), levels=tuple(levels))

    def set_span(self, span: Span) -> None:
        """How much of the past to show."""
        self._cross = None
        self._change(span=span, length_s=None, until=None)
        self.view_changed.emit()

    def set_view_window(self, length_s: float | None, until: float | None) -> None:
        """Show `length_s` seconds up to a time; None = the span's own length, and up to now.

        It never shows less than ten minutes or more than a year, nor what is still to come.
        """
        given = self._given
        if length_s is not None:
            length_s = min(max(length_s, _SHORTEST_S), _LONGEST_S)
        length = length_s or given.span.seconds
        if until is not None:
            until = max(until, given.end - _LONGEST_S + length)
            # So near to now that the next minute would show it: follow again.
            until = None if until >= given.end - length / 100 else until
        if (length_s, until) != (given.length_s, given.until):
            self._cross = None
            self._change(length_s=length_s, until=until)
            self.view_changed.emit()

    def set_candles(self, as_candles: bool) -> None:
        """Draw candles in place of a line."""
        self._change(as_candles=as_candles)

    @property
    def shows_candles(self) -> bool:
        """Whether candles are drawn."""
        return self._given.as_candles

    def set_marked(self, at: float | None) -> None:
        """The time, in seconds since 1970, that a selected pin stands for; None = no pin is selected."""
        if at != self._given.marked:
            self._change(marked=at)

    @property
    def is_following(self) -> bool:
        """Whether the right edge is now."""
        return self._given.until is None

    @property
    def shown(self) -> ChartInput:
        """All that decides the picture, for tables and copies of it."""
        return self._given

    def set_draft(self, price: float | None, moving: AlertId | None = None) -> None:
        """A level being placed: it can be dragged and moved by key. None ends it.

        `moving` is the alert it belongs to, which stands faint where it was; None = a new one.
        """
        self._change(draft=price, moving=moving)

    def set_stale(self, stale: bool) -> None:
        """Draw the curve in grey: the price is not live."""
        if stale == self._given.live:
            self._change(live=not stale)

    def set_collecting_since(self, at: datetime | None) -> None:
        """When the first price came, for the empty state; None when none came yet."""
        self._since = at
        self._repaint_all()

    def set_language(self, language: str) -> None:
        """Language of dates; the sentences follow the installed translation."""
        self._change(language=language)

    def set_closed_days(self, days: frozenset[date]) -> None:
        """General holidays: no trading session is shaded on them."""
        self._change(closed_days=days)

    @property
    def span(self) -> Span:
        """The span shown."""
        return self._given.span

    @property
    def state(self) -> ChartState:
        """Loading until `set_points`, empty while the window holds no price."""
        if self._loading:
            return ChartState.LOADING
        if self.geometry_of_parts().data_from is None:
            return ChartState.EMPTY
        return ChartState.LIVE if self._given.live else ChartState.STALE

    def geometry_of_parts(self) -> Geometry:
        """Where everything is, worked out when it changed."""
        if self._geometry is None:
            given = replace(self._given, width=float(self.width()), height=float(self.height()))
            metrics = self._fonts.metrics("micro", given.language)
            self._geometry = lay_out(given, metrics.horizontalAdvance)
        return self._geometry

    def reading(self) -> tuple[datetime, float] | None:
        """Time and price under the crosshair, None while it is hidden."""
        if self._cross is None:
            return None
        series = self._given.series
        return datetime.fromtimestamp(series.times[self._cross], UTC), series.closes[self._cross]

    def _repaint_all(self) -> None:
        self._layer = None
        self.update()

    def _change(self, **changes: object) -> None:
        self._given = replace(self._given, **changes)  # type: ignore[arg-type]
        self._geometry = self._layer = None
        self._describe()
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        b = paint.Brushes(self._theme, self._fonts, self._icons, self.devicePixelRatioF())
        layer = self._layer
        if layer is None or layer.devicePixelRatio() != b.ratio or self._layer_scheme != self._theme.scheme:
            layer = self._layer = self._paint_layer(b)
            self._layer_scheme = self._theme.scheme
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.drawPixmap(0, 0, layer)
        g = self.geometry_of_parts()
        reading = self.reading()
        if reading is None:
            paint.paint_time_labels(p, g, b, self._given.language)
        if g.prices is not None:
            pointed = [] if reading is None else [g.prices.y(reading[1])]
            paint.paint_price_labels(p, g, b, pointed if self._add_y is None else [self._add_y])
            self._paint_pointer(p, g, b, reading)
        if has_ring(self) and self._given.draft is None:
            p.setPen(QPen(self._theme.colour("accent"), 2))
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_layer(self, b: paint.Brushes) -> QPixmap:
        """All that stands still while the pointer moves: stroking the curve costs milliseconds, a pixmap none."""
        layer = QPixmap(max(1, round(self.width() * b.ratio)), max(1, round(self.height() * b.ratio)))
        layer.setDevicePixelRatio(b.ratio)
        layer.fill(Qt.GlobalColor.transparent)
        p = QPainter(layer)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        g, dim = self.geometry_of_parts(), not self._given.live
        paint.paint_ground(p, g, b)
        if g.data_from is None:
            self._paint_message(p, g)
        if g.prices is not None:
            if g.candles:
                paint.paint_candles(p, g, b, dim=dim)
            else:
                paint.paint_curve(p, g, paint.curve_paths(g.lines, g.bottom), b, dim=dim)
            if g.mark is not None:
                paint.paint_mark(p, g, *g.mark, b)
            self._paint_since(p, g)
            for placed in g.levels:
                paint.paint_level_line(p, g, placed, b)
            if g.now is not None:
                placing = self._given.draft is not None
                paint.paint_now(p, g, formats.amount(g.now.price), b, dim=dim, quiet=placing)
            for placed in g.levels:
                if placed.is_left:
                    # The tag went with the pointer.
                    continue
                paint.paint_level_tag(p, g, placed, formats.amount(placed.level.price), b)
        p.end()
        return layer

    def _paint_pointer(
        self, p: QPainter, g: Geometry, b: paint.Brushes, reading: tuple[datetime, float] | None
    ) -> None:
        assert g.prices is not None
        if self._given.draft is not None:
            y = g.prices.y(self._given.draft)
            paint.paint_draft(p, g, y, formats.amount(self._given.draft), b, ring=has_ring(self))
        if self._add_y is not None:
            text = formats.amount(self.price_at(self._add_y))
            paint.paint_add(p, g, self._add_y, text, b)
        if reading is not None:
            at, price = reading
            x, y = g.times.x(at.timestamp()), g.prices.y(price)
            language = self._given.language
            with hong_kong():
                time = f"{formats.day_month(at, language)} {formats.clock(at)} HKT"
            paint.paint_crosshair(p, g, x, y, b)
            paint.paint_crosshair_tags(p, g, x, y, formats.amount(price), time, b, language)

    def _paint_message(self, p: QPainter, g: Geometry) -> None:
        # With a price on the axis there is one: only its history is still to come.
        if self._loading or (self._since is None and self._given.now is not None):
            text = self.tr("Loading prices…")
        elif self._since is None:
            text = self.tr("No price yet")
        else:
            now = datetime.fromtimestamp(self._given.end, UTC)
            since = formats.short_time(self._since, now, self._given.language)
            text = self.tr("Collecting prices since {time}").format(time=since)
        language = self._given.language
        p.setFont(self._fonts.font("body", language))
        p.setPen(self._theme.colour("muted"))
        width = self._fonts.metrics("body", language).horizontalAdvance(text)
        p.drawText(QPointF((g.left + g.right - width) / 2, baseline(message_y(g) - 10, 20, 13)), text)

    def _paint_since(self, p: QPainter, g: Geometry) -> None:
        """Say where the data begins when it begins late, so that an empty left half is no riddle."""
        if g.data_from is None:
            return
        x = g.times.x(g.data_from)
        at = datetime.fromtimestamp(g.data_from, UTC)
        language = self._given.language
        now = datetime.fromtimestamp(self._given.end, UTC)
        text = self.tr("Prices since {time}").format(time=formats.short_time(at, now, language))
        width = self._fonts.metrics("small", language).horizontalAdvance(text)
        if x - g.left < max(width + 20, (g.right - g.left) * 0.3):
            return
        p.setFont(self._fonts.font("small", language))
        p.setPen(self._theme.colour("muted"))
        p.drawText(QPointF(x - width - 8, baseline(g.bottom - 26, 20, 12)), text)

    def price_at(self, y: float) -> float:
        """The price at a pixel, rounded to what a person would type: a hundredth of what the axis spans."""
        g = self.geometry_of_parts()
        assert g.prices is not None
        price = max(g.prices.price(min(max(y, g.top), g.bottom)), 0.01)
        step = nice_step(g.prices.high - g.prices.low, 100)
        return round(price / step) * step

    def _describe(self) -> None:
        """The chart in a sentence, for screen readers."""
        reading = self.reading()
        if reading is not None:
            at, price = reading
            self.setAccessibleDescription(
                f"{formats.day_month(at, self._given.language)} {formats.clock(at)} HKT, {formats.money(price)}"
            )
            return
        found = self._given.series.extremes(*self._given.window)
        if found is None:
            self.setAccessibleDescription("")
            return
        text = self.tr("{span}: lowest {low}, highest {high}")
        low, high = formats.money(found[0]), formats.money(found[1])
        self.setAccessibleDescription(text.format(span=self._given.span.value, low=low, high=high))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._geometry = self._layer = None
        super().resizeEvent(event)
        self.view_changed.emit()

    def sizeHint(self) -> QSize:
        return QSize(280, 210)
