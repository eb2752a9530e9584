# SPDX-License-Identifier: MIT
"""Shows and hides the price strip, keeps it fresh, and remembers where it stood."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QPoint, Signal

from hkwatch.ui.marks import Marks
from hkwatch.ui.price.float_strip import FloatStrip
from hkwatch.ui.price_controller import FIRST, PriceController
from hkwatch.ui.window import MainWindow
from hkwatch.ui.window_actions import WindowActions


class StripHolder(QObject):
    """Owns the strip. What the user chose is part of the window's state."""

    window_wanted = Signal()

    def __init__(
        self,
        window: MainWindow,
        prices: PriceController,
        marks: Marks,
        actions: WindowActions,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._prices, self._now, self._language = window, prices, now, "en"
        # No child of the window: it stays while the window is in the tray.
        self.strip = FloatStrip(marks.theme, marks.fonts, marks.icons)
        self._action = actions["float-strip"]
        self._action.toggled.connect(self._show)
        self.strip.hidden_by_user.connect(self._hide)
        self.strip.moved.connect(self._on_moved)
        self.strip.window_wanted.connect(self.window_wanted)
        prices.changed.connect(self.refresh)
        self._action.setChecked(window.state.show_strip)

    def refresh(self) -> None:
        """Prices or their ages changed."""
        if self.strip.isVisible():
            known = self._prices.prices
            order = sorted(known, key=lambda asset: (asset != FIRST, asset))
            self.strip.set_prices([known[asset] for asset in order], self._now(), self._language)

    def set_language(self, language: str) -> None:
        """Language of numbers' words and of the fonts."""
        self._language = language
        self.refresh()

    def end(self) -> None:
        """The program ends."""
        # Ticks still come until the engine has ended.
        self.strip.close()

    def _show(self, shown: bool) -> None:
        self._window.state.show_strip = shown
        if shown:
            at = self._window.state.strip_at
            self.strip.show()
            self.refresh()
            self.strip.put(QPoint(*at) if at is not None else None)
        else:
            self.strip.hide()

    def _hide(self) -> None:
        self._action.setChecked(False)

    def _on_moved(self, at: QPoint) -> None:
        self._window.state.strip_at = (at.x(), at.y())
