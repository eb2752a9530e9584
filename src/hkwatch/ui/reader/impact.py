# SPDX-License-Identifier: MIT
"""The impact strip: the price from 15 minutes before the first sight to a day after it, and the moves since then.

╱╲_│╱╲_   BTC US$99,812 (HK$776,737) when first seen   15 min ▲ 0.1 %   1 h ▼ 0.8 %   24 h not yet   7 d not yet
           1 h: smaller than 70 % of ordinary hours · timing only, not cause
"""

import html
from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from hkwatch.domain.impact import AFTER, BEFORE, Impact
from hkwatch.domain.pins import LENGTHS, Ranks
from hkwatch.ui.formats import Direction
from hkwatch.ui.marks import Marks
from hkwatch.ui.price.pin_words import direction_of, length_text
from hkwatch.ui.reader.impact_words import lines, move_cell, price_short, price_text, summary
from hkwatch.ui.theme import baseline, has_ring

IMPACT_HEIGHT = 48
_PAD, _CURVE_W, _GAP, _CELL_GAP = 12.0, 108.0, 14.0, 14.0
_CURVE_WIDTH_FROM = 440
_CURVE_FROM_S = 3600
"""In a narrower strip the words need the curve's place."""


def _has_course(impact: Impact) -> bool:
    """Whether there is a curve to look at: in the first hour it is a dot at the left end of a void."""
    return not impact.curve or impact.curve[-1][0] >= _CURVE_FROM_S


class ImpactStrip(QWidget):
    """Painted in one piece; told in full by tooltip and to screen readers."""

    accessible_role = QAccessible.Role.Chart

    def __init__(self, marks: Marks, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks, self._language = marks, language
        self._impact: Impact | None = None
        self._ranks: Ranks | None = None
        self._rate: Decimal | None = None
        self._now: datetime | None = None
        self.setFixedHeight(IMPACT_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        marks.theme.changed.connect(self.update)
        self.hide()

    def show_impact(
        self, impact: Impact | None, ranks: Ranks | None, hkd_rate: Decimal | None, now: datetime | None
    ) -> None:
        """Replace what is shown; None shows nothing. `hkd_rate` is HK$ for a US$ today, None where it is not known."""
        self._impact, self._ranks, self._rate, self._now = impact, ranks, hkd_rate, now
        self._retranslate()
        self.update()

    @property
    def has_something(self) -> bool:
        """Whether there is anything to show."""
        return self._impact is not None

    @property
    def lines(self) -> list[str]:
        """All that is said, a line each."""
        if self._impact is None or self._now is None:
            return []
        return lines(self._impact, self._ranks, self._rate, self._now)

    def markup(self) -> str:
        """The same as small text, for a reader that is too low for the strip."""
        said = self.lines
        if not said:
            return ""
        body = "<br>".join(html.escape(line) for line in said)
        return f'<p class="small">{body}</p>'

    def set_language(self, language: str) -> None:
        """Language of the words."""
        self._language = language
        self._retranslate()
        self.update()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Price after it was first seen"))
        self.setAccessibleDescription(". ".join(self.lines))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._impact is None or self._now is None:
            return
        marks, p = self._marks, QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        marks.round_rect(p, box, 6, marks.theme.colour("panel"))
        is_ringed = has_ring(self)
        marks.outline(p, box, 6, marks.theme.colour("accent" if is_ringed else "line"), 2 if is_ringed else 1)
        x = _PAD
        if self.width() >= _CURVE_WIDTH_FROM and _has_course(self._impact):
            self._paint_curve(p, QRectF(x, 8, _CURVE_W, IMPACT_HEIGHT - 16), self._impact)
            x += _CURVE_W + _GAP
        self._paint_words(p, x, self._impact, self._now)

    def _paint_curve(self, p: QPainter, area: QRectF, impact: Impact) -> None:
        theme = self._marks.theme
        span_s = (BEFORE + AFTER).total_seconds()
        seen_x = area.left() + area.width() * BEFORE.total_seconds() / span_s
        p.setPen(QPen(theme.colour("line_strong"), 1))
        p.drawLine(QPointF(round(seen_x) + 0.5, area.top()), QPointF(round(seen_x) + 0.5, area.bottom()))
        if len(impact.curve) < 2:
            p.setPen(QPen(theme.colour("line_strong"), 1, Qt.PenStyle.DotLine))
            p.drawLine(QPointF(area.left(), area.center().y()), QPointF(area.right(), area.center().y()))
            return
        low = min(price for _, price in impact.curve)
        high = max(price for _, price in impact.curve)
        # A calm day must not look like a storm: a quarter of a per cent is the least that fills the height.
        least = 0.0025 * high
        middle, reach = (low + high) / 2, max(high - low, least) / 2
        factor = area.width() / span_s
        points = [
            QPointF(
                area.left() + (at + BEFORE.total_seconds()) * factor,
                area.center().y() - (price - middle) / reach * (area.height() / 2 - 2),
            )
            for at, price in impact.curve
        ]
        fill = QColor(theme.colour("chart_line"))
        fill.setAlphaF(0.12)
        under = QPolygonF([*points, QPointF(points[-1].x(), area.bottom()), QPointF(points[0].x(), area.bottom())])
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(fill)
        p.drawPolygon(under)
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(QPen(theme.colour("chart_line"), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        p.drawPolyline(QPolygonF(points))
        # The end of what is known.
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(theme.colour("chart_line"))
        p.drawEllipse(points[-1], 2.5, 2.5)
        p.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_words(self, p: QPainter, x: float, impact: Impact, now: datetime) -> None:
        theme, limit = self._marks.theme, self.width() - _PAD
        cells = [(length_text(length), move_cell(impact, n, now)) for n, length in enumerate(LENGTHS)]
        widths = [self._width("small", name) + 5 + self._width("small_strong", move) for name, move in cells]
        price = price_text(impact, self._rate)
        needed = sum(widths) + _CELL_GAP * (len(widths) - 1)
        room = limit - x - needed - _CELL_GAP
        if impact.telling is None and impact.price is None:
            self._text(p, x, 16, self._cut(price, limit - x), "small", "muted")
            self._text(p, x, 34, self._cut(self.tr("timing only, not cause"), limit - x), "small", "muted")
            return
        start = x
        # The price leaves first where there is no room: the chart has it too.
        for words in (price, price_short(impact, self._rate), price_short(impact, None)):
            if words and room >= self._width("small", words):
                start = self._text(p, x, 15, words, "small", "muted") + _CELL_GAP
                break
        inks = {Direction.UP: theme.up(), Direction.DOWN: theme.down(), Direction.FLAT: theme.colour("text2")}
        for index, (name, move) in enumerate(cells):
            if start + widths[index] > limit:
                break
            start = self._text(p, start, 15, name, "small", "muted") + 5
            value = impact.moves[index]
            ink = theme.colour("faint") if value is None else inks[direction_of(value)]
            role = "small" if value is None else "small_strong"
            start = self._ink(p, start, 15, move, role, ink) + _CELL_GAP
        self._text(p, x, 33, self._cut(summary(impact, self._ranks), limit - x), "small", "text2")

    def _cut(self, text: str, room: float) -> str:
        metrics = self._marks.fonts.metrics("small", self._language, figures=True)
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)

    def _width(self, role: str, text: str) -> float:
        return self._marks.fonts.metrics(role, self._language, figures=True).horizontalAdvance(text)

    def _text(self, p: QPainter, x: float, cy: float, text: str, role: str, colour: str) -> float:
        return self._ink(p, x, cy, text, role, self._marks.theme.colour(colour))

    def _ink(self, p: QPainter, x: float, cy: float, text: str, role: str, ink: QColor) -> float:
        p.setFont(self._marks.fonts.font(role, self._language, figures=True))
        p.setPen(ink)
        p.drawText(QPointF(x, baseline(cy - 10, 20, 13)), text)
        return x + self._width(role, text)

    def sizeHint(self) -> QSize:
        return QSize(400, IMPACT_HEIGHT)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), "".join(f"<p>{html.escape(line)}</p>" for line in self.lines), self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.update()
        super().changeEvent(event)
