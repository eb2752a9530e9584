# SPDX-License-Identifier: MIT
"""The price chart: one curve, its alert levels, and a crosshair that mouse and keyboard share."""

from decimal import Decimal

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from hkwatch.ui.price.chart_canvas import ChartCanvas
from hkwatch.ui.price.chart_layout import Geometry, PlacedLevel
from hkwatch.ui.theme import Fonts, Icons, Theme

_GRAB_PX = 10.0
_NEAR_PX = 10.0


class PriceChart(ChartCanvas):
    """Price over time in US$, times in Hong Kong time.

    Keys: ← → move the crosshair by a reading (with Ctrl by ten), Home and End to the ends, Enter offers an alert at the reading,
    Escape hides it. With a draft level ↑ ↓ move the level by 0.1 %.
    """

    alert_wanted = Signal(object)
    """Decimal, US$: the user asked for an alert at this level."""
    level_activated = Signal(object)
    """AlertId of a level line that was clicked."""
    draft_moved = Signal(object)
    """Decimal, US$: the level being placed was dragged or moved by key."""

    def __init__(
        self, theme: Theme, fonts: Fonts, icons: Icons, language: str = "en", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, fonts, icons, language, parent)
        self._dragging = False
        self._can_add = True
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._retranslate()

    def set_can_add(self, can: bool) -> None:
        """Whether pointing at the axis offers a new alert."""
        self._can_add = can

    # Pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        g, at = self.geometry_of_parts(), event.position()
        if self._dragging and g.prices is not None:
            self._move_draft(self.price_at(at.y()))
            return
        self._cross, self._add_y = None, None
        if g.prices is not None:
            if self._over_draft(g, at.y()):
                self.setCursor(Qt.CursorShape.SizeVerCursor)
            elif at.x() > g.right and g.top <= at.y() <= g.bottom and self._can_add:
                self.setCursor(Qt.CursorShape.PointingHandCursor)
                self._add_y = at.y()
            elif g.inside(at.x(), at.y()):
                self.setCursor(Qt.CursorShape.CrossCursor)
                self._cross = self._nearest_in_window(g.times.at(at.x()))
            else:
                self.unsetCursor()
        level = self._level_at(g, at)
        if level is not None:
            self._cross = self._add_y = None
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            QToolTip.showText(event.globalPosition().toPoint(), level.level.label, self)
        else:
            QToolTip.hideText()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        g, at = self.geometry_of_parts(), event.position()
        if self._over_draft(g, at.y()):
            self._dragging = True
            return
        level = self._level_at(g, at)
        if level is not None:
            self.level_activated.emit(level.level.alert_id)
        elif self._add_y is not None:
            self.alert_wanted.emit(_as_decimal(self.price_at(at.y())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragging = False

    def leaveEvent(self, event: QEvent) -> None:
        self._hide_pointer()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._hide_pointer()
        super().focusOutEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def _hide_pointer(self) -> None:
        self._cross = self._add_y = None
        self.unsetCursor()
        self.update()

    def _over_draft(self, g: Geometry, y: float) -> bool:
        draft = self._given.draft
        return draft is not None and g.prices is not None and abs(g.prices.y(draft) - y) <= _GRAB_PX

    def _level_at(self, g: Geometry, at: QPointF) -> PlacedLevel | None:
        """A level whose disc or tag lies under the pointer."""
        for placed in g.levels:
            on_disc = at.x() <= g.left + 20 and abs(at.y() - placed.y) <= _NEAR_PX
            on_tag = at.x() > g.right and abs(at.y() - placed.tag_y) <= _NEAR_PX
            if on_disc or on_tag:
                return placed
        return None

    def _nearest_in_window(self, at: float) -> int | None:
        first, after = self._given.series.window(self._given.end - self._given.span.seconds, self._given.end)
        nearest = self._given.series.nearest(at)
        if nearest is None or first >= after:
            return None
        return min(max(nearest, first), after - 1)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        draft = self._given.draft
        if draft is not None and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move_draft(draft * (1.001 if key == Qt.Key.Key_Up else 0.999))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
            self._step(key, ten=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Escape and self._cross is not None:
            self._hide_pointer()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cross is not None and self._can_add:
            self.alert_wanted.emit(_as_decimal(round(self._given.series.closes[self._cross], 2)))
        else:
            super().keyPressEvent(event)

    def _step(self, key: int, *, ten: bool) -> None:
        first, after = self._given.series.window(self._given.end - self._given.span.seconds, self._given.end)
        if first >= after:
            return
        # One key press moves one pixel where there are more readings than pixels.
        pixels = max(1.0, self.geometry_of_parts().right)
        stride = max(1, round((after - first) / pixels)) * (10 if ten else 1)
        current = after - 1 if self._cross is None else self._cross
        moved = {
            Qt.Key.Key_Left: current - stride,
            Qt.Key.Key_Right: current + stride,
            Qt.Key.Key_Home: first,
            Qt.Key.Key_End: after - 1,
        }[Qt.Key(key)]
        self._cross = min(max(moved, first), after - 1)
        self._describe()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()

    def _move_draft(self, price: float) -> None:
        value = _as_decimal(max(0.01, round(price) if price >= 1000 else round(price, 2)))
        self.set_draft(float(value))
        self.draft_moved.emit(value)

    # Words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Price chart"))
        self._describe()
        self._repaint_all()


def _as_decimal(price: float) -> Decimal:
    value = Decimal(repr(round(price, 2)))
    return value.to_integral_value() if value == value.to_integral_value() else value
