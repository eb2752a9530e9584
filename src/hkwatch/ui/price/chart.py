# SPDX-License-Identifier: MIT
"""The price chart: one curve, its alert levels, and a crosshair that mouse and keyboard share."""

from decimal import Decimal

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from hkwatch.ui.price.chart_canvas import ChartCanvas
from hkwatch.ui.price.chart_layout import Geometry, PlacedLevel
from hkwatch.ui.theme import Fonts, Icons, Theme, round_menu

_GRAB_PX = 10.0
_NEAR_PX = 10.0
_SLOP_PX = 4.0
"""A pointer that moved less than this with the button down was clicked."""
_ZOOM = {Qt.Key.Key_Plus: 0.8, Qt.Key.Key_Equal: 0.8, Qt.Key.Key_Minus: 1.25}


class PriceChart(ChartCanvas):
    """Price over time in US$, times in Hong Kong time.

    Keys: ← → move the crosshair by a reading (with Ctrl by ten), Home and End to the ends, Enter offers an alert at the reading,
    Escape hides it. + − zoom, Shift with ← → moves through time, 0 goes back to the whole span. C draws candles, T asks for the
    table, Ctrl+C copies the picture. With a draft level ↑ ↓ move the level by 0.1 %.

    Mouse: the wheel zooms about the pointer, dragging the plot moves through time, dragging a level's disc or tag moves the
    alert, a double click goes back to the whole span.
    """

    accessible_role = QAccessible.Role.Chart

    alert_wanted = Signal(object)
    """Decimal, US$: the user asked for an alert at this level."""
    level_activated = Signal(object)
    """AlertId of a level line that was clicked."""
    level_moved = Signal(object, object)
    """AlertId, and Decimal in US$ where its line was dropped."""
    table_wanted = Signal()
    """The same data as a table."""
    export_wanted = Signal()
    """The stored prices as a file."""
    candles_toggled = Signal(bool)
    """Whether candles are drawn now, after the user said so."""
    draft_moved = Signal(object)
    """Decimal, US$: the level being placed was dragged or moved by key."""

    def __init__(
        self, theme: Theme, fonts: Fonts, icons: Icons, language: str = "en", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, fonts, icons, language, parent)
        self._dragging = False
        self._pressed: QPointF | None = None
        self._level: PlacedLevel | None = None
        self._pan: tuple[float, float] | None = None
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
        if self._pressed is not None and self._drag(g, at):
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
        self._pressed, self._level, self._pan = at, self._level_at(g, at), None
        if self._level is None and self._add_y is not None:
            self._pressed = None
            self.alert_wanted.emit(_as_decimal(self.price_at(at.y())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        level, moved = self._level, self._level is not None and self._given.draft is not None and not self._dragging
        self._dragging = False
        self._pressed, self._level, self._pan = None, None, None
        if level is None:
            return
        if not moved:
            self.level_activated.emit(level.level.alert_id)
            return
        price = self._given.draft
        self.set_draft(None)
        if price is not None:
            self.level_moved.emit(level.level.alert_id, _as_decimal(price))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.geometry_of_parts().inside(event.position().x(), event.position().y()):
            self.set_view_window(None, None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        g, x = self.geometry_of_parts(), event.position().x()
        turned = event.angleDelta().y() or event.pixelDelta().y()
        if turned and g.data_from is not None:
            self._zoom(0.8 ** (turned / 120), g.times.at(min(max(x, g.left), g.right)))
            event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.make_menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def make_menu(self) -> QMenu:
        """What can be done with the whole chart."""
        menu = round_menu(QMenu(self))
        candles = menu.addAction(f"{self.tr('Candles')}\tC")
        candles.setCheckable(True)
        candles.setChecked(self.shows_candles)
        candles.triggered.connect(self._toggle_candles)
        menu.addAction(f"{self.tr('Table')}\tT").triggered.connect(self.table_wanted)
        whole = menu.addAction(f"{self.tr('Whole span')}\t0")
        whole.setEnabled(self.is_zoomed)
        whole.triggered.connect(self._show_all)
        menu.addSeparator()
        menu.addAction(f"{self.tr('Copy as picture')}\tCtrl+C").triggered.connect(self.copy_picture)
        menu.addAction(self.tr("Export prices…")).triggered.connect(self.export_wanted)
        return menu

    def copy_picture(self) -> None:
        """Put what is shown on the clipboard, on the panel's ground."""
        picture = QPixmap(self.size() * self.devicePixelRatioF())
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        picture.fill(self._theme.colour("panel"))
        self._hide_pointer()
        self.render(picture, QPoint(), self.rect(), QWidget.RenderFlag.DrawChildren)
        QGuiApplication.clipboard().setPixmap(picture)

    @property
    def shown_window(self) -> tuple[float, float]:
        """Times of the left and the right edge, in seconds since 1970."""
        return self._given.window

    @property
    def is_zoomed(self) -> bool:
        """Whether something else than the whole span up to now is shown."""
        return self._given.length_s is not None or self._given.until is not None

    def _drag(self, g: Geometry, at: QPointF) -> bool:
        """What dragging from where the button went down comes to; False while it may still be a click."""
        assert self._pressed is not None
        if self._level is not None:
            if self._given.draft is None and abs(at.y() - self._pressed.y()) < _SLOP_PX:
                return False
            if g.prices is not None:
                self.set_draft(self.price_at(at.y()), self._level.level.alert_id)
            return True
        if not g.inside(self._pressed.x(), self._pressed.y()):
            return False
        if self._pan is None:
            if abs(at.x() - self._pressed.x()) < _SLOP_PX:
                return False
            start, stop = self._given.window
            self._pan = (stop, (stop - start) / (g.right - g.left))
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        stop, second_px = self._pan
        self.set_view_window(self._given.length_s, stop - (at.x() - self._pressed.x()) * second_px)
        return True

    def _zoom(self, factor: float, about: float) -> None:
        """Show `factor` times as long a stretch, with the time `about` where it is."""
        start, stop = self._given.window
        share = (about - start) / (stop - start)
        # The edge that follows the time stays there: the newest price is what most look at.
        if self.is_following and share > 0.85:
            share, about = 1.0, stop
        length = min(max((stop - start) * factor, 600.0), 366 * 86_400.0)
        self.set_view_window(length, about + (1 - share) * length)

    def _toggle_candles(self) -> None:
        self.set_candles(not self.shows_candles)
        self.candles_toggled.emit(self.shows_candles)

    def _show_all(self) -> None:
        self.set_view_window(None, None)

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
        first, after = self._given.series.window(*self._given.window)
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
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_picture()
        elif key in _ZOOM:
            start, stop = self._given.window
            self._zoom(_ZOOM[Qt.Key(key)], stop if self.is_following else (start + stop) / 2)
        elif key == Qt.Key.Key_0:
            self._show_all()
        elif key == Qt.Key.Key_C and not event.modifiers():
            self._toggle_candles()
        elif key == Qt.Key.Key_T and not event.modifiers():
            self.table_wanted.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            start, stop = self._given.window
            quarter = (stop - start) / 4
            self.set_view_window(self._given.length_s, stop + (quarter if key == Qt.Key.Key_Right else -quarter))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
            self._step(key, ten=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Escape and self._cross is not None:
            self._hide_pointer()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cross is not None and self._can_add:
            self.alert_wanted.emit(_as_decimal(round(self._given.series.closes[self._cross], 2)))
        else:
            super().keyPressEvent(event)

    def _step(self, key: int, *, ten: bool) -> None:
        first, after = self._given.series.window(*self._given.window)
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
        self.set_draft(float(value), self._given.moving)
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
