# SPDX-License-Identifier: MIT
"""The alert's sheet as the window knows it before anybody asked for one: imported and made when it is first opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hkwatch.domain.alert_types import AlertSpec
from hkwatch.domain.detail import ChartPoint
from hkwatch.ui.theme import Fonts, Icons, Theme

if TYPE_CHECKING:
    from hkwatch.services.alert_preview import AlertPreview
    from hkwatch.ui.alerts.dialog import AlertDialog
    from hkwatch.ui.alerts.log import AlertLog
    from hkwatch.ui.price.alert_words import PriceNow
    from hkwatch.ui.price.series import Series


class LateAlertDialog(QObject):
    """Stands for an AlertDialog; see there what each call and signal means."""

    saved = Signal(object)
    preview_wanted = Signal(object)
    test_wanted = Signal(object)
    names_wanted = Signal()
    log_looked_at = Signal(object, object)
    log_acknowledged = Signal(object, object)

    def __init__(self, theme: Theme, fonts: Fonts, icons: Icons, window: QWidget) -> None:
        super().__init__(window)
        self._made_of = (theme, fonts, icons, window)
        self._language = "en"
        self._venue_names: Mapping[str, str] = {}
        self.made: AlertDialog | None = None
        """The sheet, None before it was first wanted."""

    @property
    def sheet(self) -> AlertDialog:
        """The sheet itself, made now if there is none."""
        if self.made is None:
            from hkwatch.ui.alerts.dialog import AlertDialog

            self.made = AlertDialog(*self._made_of, self._language)
            self.made.saved.connect(self.saved)
            self.made.preview_wanted.connect(self.preview_wanted)
            self.made.test_wanted.connect(self.test_wanted)
            self.made.names_wanted.connect(self.names_wanted)
            self.made.set_language(self._language)
            self.made.log.names = self._venue_names
            self.made.log.looked_at.connect(self.log_looked_at)
            self.made.log.acknowledged.connect(self.log_acknowledged)
        return self.made

    @property
    def log(self) -> AlertLog:
        """The list of what fired."""
        return self.sheet.log

    def open_new(
        self,
        price: PriceNow,
        now: datetime,
        points: Sequence[ChartPoint] | Series,
        level: Decimal | None = None,
        asset: str = "BTC",
    ) -> None:
        """A new alert."""
        self.sheet.open_new(price, now, points, level, asset)

    def open_edit(self, spec: AlertSpec, price: PriceNow, now: datetime, points: Sequence[ChartPoint] | Series) -> None:
        """Change an alert."""
        self.sheet.open_edit(spec, price, now, points)

    def show_preview(self, preview: AlertPreview) -> None:
        """What the alert would have done."""
        self.sheet.show_preview(preview)

    def queries(self) -> tuple[str, ...]:
        """The search that an item must match."""
        return self.made.queries() if self.made is not None else ()

    def tell_names(self, doubts: Mapping[str, str]) -> None:
        """What is said of a search that names something unknown."""
        if self.made is not None:
            self.made.tell_names(doubts)

    def set_price(self, price: PriceNow, now: datetime) -> None:
        """The price moved; whoever opens the sheet gives it the price anew."""
        if self.made is not None:
            self.made.set_price(price, now)

    def set_venue_names(self, names: Mapping[str, str]) -> None:
        """What the venues are called in the list of what fired, by their ids."""
        self._venue_names = names
        if self.made is not None:
            self.made.log.names = names

    def set_language(self, language: str) -> None:
        """Language of dates and fonts."""
        self._language = language
        if self.made is not None:
            self.made.set_language(language)
