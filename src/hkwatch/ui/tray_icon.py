# SPDX-License-Identifier: MIT
"""The tray icon's states, each drawn at each size a panel may ask for."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from hkwatch.ui.theme import Fonts
from hkwatch.ui.tray_grid import on_whole_pixels

SIZES = (16, 22, 24, 32, 48, 64)
_GRID = 16
_BADGE_CENTRE = (11.5, 4.5)
_DIGIT_PX = 8.0
_DIGIT_ROOM = 7.6
_INK = QColor("#FFFFFF")


class TrayState(StrEnum):
    """What the icon says; one at a time."""

    IDLE = "idle"
    COUNT = "count"
    FAIL = "fail"
    OFFLINE = "offline"
    PAUSED = "paused"
    ALERT = "alert"


def tray_state(*, paused: bool, offline: bool, alert: bool, count: int, failing: bool) -> TrayState:
    """The state that wins: what limits the watch comes before what it found.

    `alert` holds until the fired alert was opened; `count` is unread items of the levels that the user let the tray count.
    """
    if paused:
        return TrayState.PAUSED
    if offline:
        return TrayState.OFFLINE
    if alert:
        return TrayState.ALERT
    if count > 0:
        return TrayState.COUNT
    return TrayState.FAIL if failing else TrayState.IDLE


def badge_text(count: int, size: int) -> str:
    """What fits into the disc at an icon size in px; empty = the disc alone."""
    if count <= 9:
        return str(count)
    if size < 22:
        return ""
    if size < 32:
        return "9+"
    return str(count) if count <= 99 else "99+"


class TrayIcons:
    """Makes and keeps the icons. `dark_panel` chooses the light drawing for dark panels."""

    def __init__(self, resources: Path, fonts: Fonts) -> None:
        self._folder = resources / "icons"
        self._fonts = fonts
        self._made: dict[tuple[TrayState, str, bool], QIcon] = {}

    def icon(self, state: TrayState, count: int = 0, *, dark_panel: bool = True) -> QIcon:
        """An icon with all sizes. `count` matters in state COUNT only."""
        shown = str(min(count, 100)) if state is TrayState.COUNT else ""
        key = (state, shown, dark_panel)
        found = self._made.get(key)
        if found is None:
            found = QIcon()
            for size in SIZES:
                found.addPixmap(self.pixmap(state, count, size, dark_panel=dark_panel))
            self._made[key] = found
        return found

    def pixmap(self, state: TrayState, count: int, size: int, *, dark_panel: bool = True) -> QPixmap:
        """One drawing, `size` device pixels square."""
        # The files are named by the colour of the drawing, which is the opposite of the panel's.
        name = f"tray-{'light' if dark_panel else 'dark'}-{state}"
        svg = on_whole_pixels((self._folder / f"{name}.svg").read_text("utf-8"), size).encode()
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, size, size))
        if state is TrayState.COUNT:
            self._digit(painter, badge_text(count, size), size)
        painter.end()
        return pixmap

    def _digit(self, painter: QPainter, text: str, size: int) -> None:
        if not text:
            return
        unit = size / _GRID
        font = self._fonts.font("badge")
        px = _DIGIT_PX * unit
        font.setPixelSize(max(5, round(px)))
        wide = QFontMetricsF(font).horizontalAdvance(text)
        # Two and three characters share the disc of one.
        font.setPixelSize(max(5, int(px * min(1.0, _DIGIT_ROOM * unit / wide))))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        painter.setPen(_INK)
        width = QFontMetricsF(font).horizontalAdvance(text)
        x, y = _BADGE_CENTRE[0] * unit - width / 2, _BADGE_CENTRE[1] * unit + 0.364 * font.pixelSize()
        painter.drawText(QPointF(x, round(y)), text)
