# SPDX-License-Identifier: MIT
"""The head of the price panel: pair, price, move over 24 hours, and how far the price may be trusted."""

from datetime import datetime

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolButton, QToolTip, QWidget

from hkwatch.domain.events import PriceChanged
from hkwatch.ui.formats import Direction
from hkwatch.ui.price.head_words import HeadText, Trust, head_text, tooltip
from hkwatch.ui.theme import Fonts, Icons, Theme, baseline, has_ring

_HEIGHT = 92
_INSET = 8.0
_RIGHT, _GIVES = 16.0, 6.0
_PAIR_Y, _PRICE_Y, _FACTS_Y = 14.0, 49.0, 78.0
_PILL_H = 22.0
_TRIANGLE_W, _TRIANGLE_H = 7.0, 6.0


class PriceHead(QWidget):
    """Painted in one piece. A click or Enter asks for every venue; the tooltip lists them in short."""

    accessible_role = QAccessible.Role.Button

    hide_wanted = Signal()
    """The user wants the panel out of the way."""
    venues_wanted = Signal()
    """Every venue is wanted, by a click or Enter."""

    def __init__(
        self, theme: Theme, fonts: Fonts, icons: Icons, language: str = "en", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._fonts, self._icons, self._language = theme, fonts, icons, language
        self._asset, self._units = "BTC", "both"
        self._price: PriceChanged | None = None
        self._waiting = 0
        self._now: datetime | None = None
        self._text: HeadText | None = None
        self._switch: QWidget | None = None
        self._hide = QToolButton(self)
        self._hide.setCursor(Qt.CursorShape.ArrowCursor)
        self._hide.clicked.connect(self.hide_wanted)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        theme.changed.connect(self.update)
        self._set_icon()
        self._retranslate()

    def set_price(self, price: PriceChanged | None, waiting: int, now: datetime) -> None:
        """Show a price as it stands at `now`. `waiting` is how many alerts need one."""
        self._price, self._waiting, self._now = price, waiting, now
        if price is not None:
            self._asset = price.asset
        self._refresh()

    def set_asset(self, asset: str) -> None:
        """What is shown until its first price comes."""
        self._asset, self._price = asset, None
        self._refresh()

    def set_switch(self, switch: QWidget | None) -> None:
        """A control at the right of the name, None = none."""
        if self._switch is not None and self._switch is not switch:
            self._switch.hide()
        self._switch = switch
        if switch is not None:
            switch.setParent(self)
            switch.setCursor(Qt.CursorShape.ArrowCursor)
            switch.show()
        self._place()

    def set_units(self, units: str) -> None:
        """`both`, `usd` or `hkd`, as in the settings."""
        self._units = units
        self._refresh()

    def set_language(self, language: str) -> None:
        """Language of numbers' words and of the fonts."""
        self._language = language
        self._refresh()

    @property
    def text(self) -> HeadText | None:
        """What is shown, None before the first `set_price`."""
        return self._text

    def _refresh(self) -> None:
        if self._now is None:
            return
        text = head_text(self._price, self._asset, self._waiting, self._now, self._language, self._units)
        if text != self._text:
            self._text = text
            self.setAccessibleName(text.spoken)
            self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        text = self._text
        if text is None:
            return
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = self._draw(p, _INSET, _PAIR_Y, text.name, "strong", "text")
        self._draw(p, x + 8, _PAIR_Y, text.pair, "small", "muted")
        if text.price:
            self._paint_price(p, text)
        elif text.trust is Trust.NONE:
            # The first fact stands where the number will be.
            said = text.facts[0] if text.facts else text.pill
            self._draw(p, _INSET, _PRICE_Y, said[:1].upper() + said[1:], "h2", "muted")
        self._paint_facts(p, text)
        if has_ring(self):
            p.setPen(QPen(self._theme.colour("accent"), 2))
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -5, -1), 6, 6)

    def _paint_price(self, p: QPainter, text: HeadText) -> None:
        x = self._draw(p, _INSET - 1, _PRICE_Y, text.price, "price", "low" if text.trust is Trust.OLD else "text")
        gap = 12.0
        if text.pill:
            x += gap
            width = self._width("small_strong", text.pill) + 16
            self._pill(p, x, width, self._theme.colour("warn_t"))
            self._draw(p, x + 8, _PRICE_Y, text.pill, "small_strong", "warn")
        elif text.move is not None:
            direction, size = text.move
            ink = {Direction.UP: self._theme.up(), Direction.DOWN: self._theme.down()}.get(
                direction, self._theme.colour("muted")
            )
            tints = {Direction.UP: self._theme.up_tint(), Direction.DOWN: self._theme.down_tint()}
            tint = tints.get(direction, self._theme.colour("sunken"))
            mark = 0.0 if direction is Direction.FLAT else _TRIANGLE_W + 4
            width = self._width("small_strong", size) + mark + 14
            period = self.tr("24 h")
            # Gaps give way before the words do, and both keep to the edge of all that stands below.
            lacks = x + gap + width + 7 + self._width("small", period) - (self.width() - _RIGHT)
            x += gap - (lacks if 0 < lacks <= _GIVES else 0.0)
            self._pill(p, x, width, tint)
            if mark:
                self._triangle(p, x + 7, _PRICE_Y, ink, up=direction is Direction.UP)
            self._draw_ink(p, x + 7 + mark, _PRICE_Y, size, "small_strong", ink)
            if lacks <= _GIVES:
                self._draw(p, x + width + 7, _PRICE_Y, period, "small", "muted")

    def _paint_facts(self, p: QPainter, text: HeadText) -> None:
        old = text.trust in (Trust.OLD, Trust.NONE)
        x = _INSET
        if text.hkd:
            x = self._draw(p, _INSET, _FACTS_Y, text.hkd, "medium", "faint" if old else "text") + 13
        facts = list(text.facts) if text.price else []
        # What does not fit leaves from the end: the age is needed most.
        while facts and x + 16 + self._width("small", _join(facts)) > self.width() - _RIGHT + 1:
            facts.pop()
        if not facts:
            return
        if text.trust is Trust.GOOD:
            p.drawPixmap(QPointF(x, _FACTS_Y - 7), self._icons.pixmap("check", "ok", 14, self.devicePixelRatioF()))
            self._draw(p, x + 16, _FACTS_Y, _join(facts), "small", "muted")
        else:
            self._draw(p, x, _FACTS_Y, _join(facts), "small", "warn")

    def _pill(self, p: QPainter, x: float, width: float, ground: QColor) -> None:
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(ground)
        p.drawRoundedRect(QRectF(x, _PRICE_Y - _PILL_H / 2, width, _PILL_H), 5, 5)

    def _triangle(self, p: QPainter, x: float, cy: float, ink: QColor, *, up: bool) -> None:
        tip = -_TRIANGLE_H / 2 if up else _TRIANGLE_H / 2
        path = QPainterPath(QPointF(x + _TRIANGLE_W / 2, cy + tip))
        path.lineTo(x + _TRIANGLE_W, cy - tip)
        path.lineTo(x, cy - tip)
        path.closeSubpath()
        p.fillPath(path, ink)

    def _draw(self, p: QPainter, x: float, cy: float, text: str, role: str, colour: str) -> float:
        return self._draw_ink(p, x, cy, text, role, self._theme.colour(colour))

    def _draw_ink(self, p: QPainter, x: float, cy: float, text: str, role: str, ink: QColor) -> float:
        """Draw centred on `cy`; the right end is returned."""
        p.setFont(self._fonts.font(role, self._language, figures=True))
        p.setPen(ink)
        px = max(13, self._fonts.px(role, self._language))
        p.drawText(QPointF(x, baseline(cy - 20, 40, px)), text)
        return x + self._width(role, text)

    def _width(self, role: str, text: str) -> float:
        return self._fonts.metrics(role, self._language, figures=True).horizontalAdvance(text)

    # Events

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_venues(event)
            return True
        return super().event(event)

    def _show_venues(self, event: QHelpEvent | None = None) -> None:
        if self._price is None or self._now is None:
            return
        at = event.globalPos() if event else self.mapToGlobal(self.rect().bottomLeft())
        QToolTip.showText(at, tooltip(self._price, self._now, self._language), self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.venues_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
        super().resizeEvent(event)

    def _place(self) -> None:
        self._hide.setGeometry(self.width() - 36, 2, 24, 24)
        if self._switch is not None:
            wide = min(self._switch.sizeHint().width(), 110)
            self._switch.setGeometry(self.width() - 44 - wide, 0, wide, self._switch.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._price is not None:
            self.venues_wanted.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self._set_icon()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._hide.setToolTip(self.tr("Hide the price panel"))
        self._hide.setAccessibleName(self.tr("Hide the price panel"))
        self._refresh()
        self.update()

    def _set_icon(self) -> None:
        self._hide.setIcon(self._icons.icon("panel-right-close", "muted"))

    def sizeHint(self) -> QSize:
        return QSize(296, _HEIGHT)


def _join(facts: list[str]) -> str:
    return "  ·  ".join(facts)
