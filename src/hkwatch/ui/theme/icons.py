# SPDX-License-Identifier: MIT
"""Icons: outlines tinted to a colour of the theme, drawn sharp at every size and screen ratio."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from hkwatch.ui.theme.theme import Theme

_RATIOS = (1.0, 1.5, 2.0, 3.0)
# The gap between icon and text of a button is too small and cannot be set; the pixmap carries it.
_BUTTON_GAP_PX = 6


class Icons(QObject):
    """Pixmaps by icon name and colour token; the cache is dropped when the theme changes."""

    def __init__(self, resources: Path, theme: Theme) -> None:
        super().__init__()
        self._folder = resources / "icons"
        self._theme = theme
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, str, int, float, float], QPixmap] = {}
        theme.changed.connect(self._pixmaps.clear)

    def pixmap(self, name: str, colour_name: str, size_px: int, ratio: float) -> QPixmap:
        """A square pixmap of `size_px` logical pixels for a screen of this device pixel ratio.

        FileNotFoundError for an icon that is not shipped, KeyError for an unknown colour.
        """
        return self.tinted(name, self._theme.hex(colour_name), size_px, ratio)

    def tinted(self, name: str, hex_colour: str, size_px: int, ratio: float) -> QPixmap:
        """The same for a colour that is no token, `#rrggbb`."""
        stroke = self._theme.stroke(size_px)
        key = (name, hex_colour, size_px, stroke, ratio)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = self._render(self.svg(name, hex_colour, stroke), size_px, ratio)
        return found

    def icon(self, name: str, colour_name: str = "muted", size_px: int = 16) -> QIcon:
        """An icon for actions and menus; disabled it is drawn in `faint`."""
        icon = QIcon()
        for ratio in _RATIOS:
            icon.addPixmap(self.pixmap(name, colour_name, size_px, ratio))
            icon.addPixmap(self.pixmap(name, "faint", size_px, ratio), QIcon.Mode.Disabled)
        return icon

    def button_icon(self, name: str, colour_name: str = "muted") -> tuple[QIcon, QSize]:
        """An icon with the gap to the text built in, and the size to give to `setIconSize`."""
        icon = QIcon()
        for ratio in _RATIOS:
            icon.addPixmap(self._with_gap(self.pixmap(name, colour_name, 16, ratio), ratio))
            icon.addPixmap(self._with_gap(self.pixmap(name, "faint", 16, ratio), ratio), QIcon.Mode.Disabled)
        return icon, QSize(16 + _BUTTON_GAP_PX, 16)

    def app_icon(self) -> QIcon:
        """The program's own icon in its usual sizes; the small ones come from a drawing on whole pixels."""
        icon = QIcon()
        for size in (16, 22, 24, 32, 48, 64, 128, 256):
            name = "app-icon-16" if size <= 24 else "app-icon"
            icon.addPixmap(self._render(self._source(name), size, 1.0))
        return icon

    def svg(self, name: str, hex_colour: str, stroke: float) -> str:
        """The icon's text with colour and stroke width put in: QtSvg draws `currentColor` as black."""
        text = self._source(name).replace("currentColor", hex_colour)
        return text.replace('stroke-width="2"', f'stroke-width="{stroke:g}"')

    def _source(self, name: str) -> str:
        text = self._sources.get(name)
        if text is None:
            text = self._sources[name] = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        return text

    @staticmethod
    def _render(svg: str, size_px: int, ratio: float) -> QPixmap:
        device = max(1, round(size_px * ratio))
        pixmap = QPixmap(device, device)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, device, device))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    @staticmethod
    def _with_gap(icon: QPixmap, ratio: float) -> QPixmap:
        wide = QPixmap(round((16 + _BUTTON_GAP_PX) * ratio), round(16 * ratio))
        wide.setDevicePixelRatio(ratio)
        wide.fill(Qt.GlobalColor.transparent)
        painter = QPainter(wide)
        painter.drawPixmap(0, 0, icon)
        painter.end()
        return wide
