# SPDX-License-Identifier: MIT
"""The line at the foot of the text that says where the link under the pointer, or with the focus, leads."""

from PySide6.QtCore import QRect, Qt, QUrl
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hkwatch.ui.theme import Fonts, Theme, baseline

_HEIGHT, _PAD, _GAP = 24, 10, 8


class LinkLine(QWidget):
    """Host first, as it decides where one goes; then the whole address, cut in its middle where it is long."""

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._fonts = theme, fonts
        self._host = self._address = ""
        self._area = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def words(self) -> str:
        """What is said; empty while no link is meant."""
        return f"{self._host} {self._address}".strip() if not self.isHidden() else ""

    def show_address(self, url: QUrl) -> None:
        """Say where a link leads; an empty one hides the line."""
        # As the network has it: letters of other alphabets may look like those of a host one trusts.
        self._host = url.host(QUrl.ComponentFormattingOption.FullyEncoded)
        self._address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        self.setVisible(bool(self._host))
        self._fit()

    def place(self, area: QRect) -> None:
        """The part of the parent that the text has."""
        self._area = area
        self._fit()

    def _fit(self) -> None:
        if self.isHidden():
            return
        wanted = self._width("small_strong", self._host) + _GAP + self._width("small", self._address) + 2 * _PAD
        width = min(round(wanted) + 1, self._area.width())
        self.setGeometry(self._area.left(), self._area.bottom() + 1 - _HEIGHT, width, _HEIGHT)
        self.raise_()
        self.update()

    def _width(self, role: str, text: str) -> float:
        return self._fonts.metrics(role).horizontalAdvance(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, p = self._theme, QPainter(self)
        p.fillRect(self.rect(), theme.colour("panel"))
        p.setPen(theme.colour("line_strong"))
        p.drawRect(self.rect().adjusted(0, 0, -1, -1))
        y = baseline(0, _HEIGHT, 12)
        p.setFont(self._fonts.font("small_strong"))
        p.setPen(theme.colour("text"))
        p.drawText(_PAD, y, self._host)
        x = _PAD + round(self._width("small_strong", self._host)) + _GAP
        metrics = self._fonts.metrics("small")
        p.setFont(self._fonts.font("small"))
        p.setPen(theme.colour("muted"))
        p.drawText(x, y, metrics.elidedText(self._address, Qt.TextElideMode.ElideMiddle, self.width() - x - _PAD))
