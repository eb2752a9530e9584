# SPDX-License-Identifier: MIT
"""Room in the window for reader and price, kept free until they come: what stands there already does not move then."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from hkwatch.ui.price.panel import PricePanel
    from hkwatch.ui.reader.pane import ReaderPane

STRIP_HEIGHT = 40
"""The price in one line."""


class KeptRoom:
    """The three places. In each stands a pane, or empty ground of its colour."""

    def __init__(self, reader: "ReaderPane | None", price: "PricePanel | None") -> None:
        """Both or none of the two."""
        has_both = reader is not None and price is not None
        self.reader: QWidget = reader if has_both and reader is not None else _Ground("surface")
        self.price: QWidget = price if has_both and price is not None else _Ground("panel")
        self.strip: QWidget = price.strip if has_both and price is not None else _Ground("panel")
        self.strip.setFixedHeight(STRIP_HEIGHT)
        self._bound()

    def give(self, reader: "ReaderPane", price: "PricePanel") -> tuple[QWidget, QWidget, QWidget]:
        """Reader, price and strip take the places, as visible as those; what stood there, for whoever laid it out."""
        before = self.reader, self.price, self.strip
        self.reader, self.price, self.strip = reader, price, price.strip
        self._bound()
        return before

    def _bound(self) -> None:
        self.reader.setMinimumSize(360, 180)
        self.price.setMinimumWidth(280)
        self.price.setMaximumWidth(480)


class _Ground(QWidget):
    def __init__(self, ground: str) -> None:
        super().__init__()
        self.setProperty("ground", ground)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
