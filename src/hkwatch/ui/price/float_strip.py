# SPDX-License-Identifier: MIT
"""A small strip with the prices that stays on top of everything, without a frame: dragged anywhere, closed by its menu."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from hkwatch.domain.events import PriceChanged
from hkwatch.ui.formats import Direction
from hkwatch.ui.marks import Marks
from hkwatch.ui.placement import within_reach
from hkwatch.ui.price.head_words import HeadText, Trust, head_text
from hkwatch.ui.price.popup import rounded
from hkwatch.ui.theme import Fonts, Icons, Theme, baseline, round_menu

ROW = 26
_PAD, _GAP = 12, 10


class FloatStrip(QWidget):
    """One row an asset: code, price, move over 24 hours, HK$, and the age where it is not fresh."""

    window_wanted = Signal()
    """The main window is wanted."""
    hidden_by_user = Signal()
    """The user does not want the strip any more."""
    moved = Signal(object)
    """QPoint of the upper left corner after it was dragged."""

    def __init__(self, theme: Theme, fonts: Fonts, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint,
        )
        # It must not end the program, nor take the keys away when it comes.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._theme, self._fonts = theme, fonts
        self._marks = Marks(theme, fonts, icons)
        self._language = "en"
        self._texts: tuple[tuple[str, HeadText], ...] = ()
        self._grip: QPoint | None = None
        theme.changed.connect(self.update)
        self._retranslate()

    def set_prices(self, prices: Sequence[PriceChanged], now: datetime, language: str) -> None:
        """The newest price of each asset as it stands at `now`."""
        texts = tuple((price.asset, head_text(price, price.asset, 0, now, language)) for price in prices)
        if (texts, language) == (self._texts, self._language):
            return
        self._texts, self._language = texts, language
        self.resize(self.sizeHint())
        self._retranslate()
        self.update()

    def put(self, at: QPoint | None) -> None:
        """Place it where it was, or at the upper right of the screen; never where no screen is."""
        self.resize(self.sizeHint())
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        if at is None or not within_reach(QRect(at, self.size()), screens):
            area = QGuiApplication.primaryScreen().availableGeometry()
            at = QPoint(area.right() - self.width() - 16, area.top() + 16)
        self.move(at)

    # Painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setMask(rounded(self.rect(), 8))
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.fillRect(self.rect(), self._theme.colour("line_strong"))
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(QPen(self._theme.colour("accent" if self.hasFocus() else "line_strong"), 1))
        p.setBrush(self._theme.colour("raised"))
        p.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if not self._texts:
            self._write(p, _PAD, 5, self.tr("Waiting for the first price"), "small", "muted")
        columns = self._columns()
        for row, (asset, text) in enumerate(self._texts):
            self._paint_row(p, 5 + row * ROW, asset, text, columns)

    def _paint_row(self, p: QPainter, top: int, asset: str, text: HeadText, columns: tuple[float, ...]) -> None:
        theme, middle = self._theme, top + ROW / 2
        code, price, _, _ = columns
        x = float(_PAD)
        self._write(p, x, top, asset, "small_strong", "muted")
        x += code + _GAP
        old = text.trust in (Trust.OLD, Trust.NONE)
        # Figures stand under each other by their last digit.
        wide = self._width("strong", text.price)
        self._write(p, x + price - wide, top, text.price or "–", "strong", "low" if old else "text")
        x += price + _GAP
        if text.pill:
            self._write(p, x, top, text.pill, "small_strong", "warn")
        elif text.move is not None:
            direction, size = text.move
            ink = {Direction.UP: theme.up(), Direction.DOWN: theme.down()}.get(direction, theme.colour("muted"))
            if direction is not Direction.FLAT:
                self._marks.triangle(p, x, middle, ink, up=direction is Direction.UP)
            p.setPen(ink)
            self._draw(p, x + 11, top, size, "small_strong")
        x += columns[2] + _GAP
        self._write(
            p, x + columns[3] - self._width("small", text.hkd), top, text.hkd, "small", "faint" if old else "text2"
        )

    def _columns(self) -> tuple[float, float, float, float]:
        """Widths of code, price, move and HK$."""
        texts = [text for _, text in self._texts]
        codes = [self._width("small_strong", asset) for asset, _ in self._texts]
        prices = [self._width("strong", text.price or "–") for text in texts]
        moves = [
            self._width("small_strong", text.pill)
            if text.pill
            else 11 + self._width("small_strong", (text.move or ("", ""))[1])
            for text in texts
        ]
        hkd = [self._width("small", text.hkd) for text in texts]
        return max(codes, default=20), max(prices, default=40), max(moves, default=30), max(hkd, default=0)

    def _write(self, p: QPainter, x: float, top: float, text: str, role: str, colour: str) -> None:
        p.setPen(self._theme.colour(colour))
        self._draw(p, x, top, text, role)

    def _draw(self, p: QPainter, x: float, top: float, text: str, role: str) -> None:
        p.setFont(self._fonts.font(role, self._language, figures=True))
        p.drawText(QPointF(x, baseline(top, ROW, 13)), text)

    def _width(self, role: str, text: str) -> float:
        return self._fonts.metrics(role, self._language, figures=True).horizontalAdvance(text)

    def sizeHint(self) -> QSize:
        width = sum(self._columns()) + 3 * _GAP + 2 * _PAD
        if not self._texts:
            width = self._width("small", self.tr("Waiting for the first price")) + 2 * _PAD
        return QSize(round(width) + 1, 10 + ROW * max(1, len(self._texts)))

    # Pointing and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            handle = self.windowHandle()
            # Where the system moves windows itself (Wayland lets nobody else), it is asked to.
            if handle is None or not handle.startSystemMove():
                self._grip = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self.move(event.globalPosition().toPoint() - self._grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self.moved.emit(self.pos())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.window_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.window_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.hidden_by_user.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = round_menu(QMenu(self))
        menu.addAction(self.tr("Show hkwatch")).triggered.connect(self.window_wanted)
        menu.addAction(self.tr("Hide the strip")).triggered.connect(self.hidden_by_user)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Prices"))
        self.setAccessibleName(self.tr("Prices"))
        self.setAccessibleDescription("; ".join(text.spoken for _, text in self._texts))
        self.setToolTip(self.tr("Drag to move, double-click for the window, right-click for more"))
