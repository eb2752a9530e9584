# SPDX-License-Identifier: MIT
"""Fills the price panel: the newest price, stored points, alerts; carries out what is wanted of alerts."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from PySide6.QtCore import QObject, QTimer, Signal

from hkwatch.domain.alerts import AlertSpec
from hkwatch.domain.commands import Command, RemoveAlert, SaveAlert, SnoozeAlert, TryAlert
from hkwatch.domain.detail import ChartPoint
from hkwatch.domain.events import AlertsChanged, AlertView, PriceChanged
from hkwatch.domain.ids import AlertId, CommandId
from hkwatch.services.inbox import InboxReader
from hkwatch.ui.alerts.dialog import AlertDialog
from hkwatch.ui.price.alert_words import PriceNow
from hkwatch.ui.price.panel import PricePanel
from hkwatch.ui.read_thread import ReadThread

ASSET = "BTC"
_HISTORY = timedelta(days=31)
_REREAD_MS = 3000
"""Points are read again at most this often: the curve's last stretch is drawn from the newest price anyway."""


class PriceController(QObject):
    """Owns what the price panel shows."""

    removed = Signal(object)
    """AlertSpec that was taken off the list: it can be brought back."""

    def __init__(
        self,
        panel: PricePanel,
        dialog: AlertDialog,
        reads: ReadThread[InboxReader],
        send: Callable[[Command], bool],
        new_id: Callable[[], CommandId],
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel, self._dialog, self._reads = panel, dialog, reads
        self._send, self._new_id, self._now = send, new_id, now
        self.price: PriceChanged | None = None
        self._alerts: tuple[AlertView, ...] = ()
        self._points: Sequence[ChartPoint] = ()
        self._bar_at: datetime | None = None
        self._is_open = False
        self._reread = QTimer(self)
        self._reread.setSingleShot(True)
        self._reread.setInterval(_REREAD_MS)
        self._reread.timeout.connect(self.read_points)
        panel.alert_wanted.connect(self.new_alert)
        panel.edit_wanted.connect(self._edit)
        panel.remove_wanted.connect(self._remove)
        panel.snooze_wanted.connect(self._snooze)
        panel.rearm_wanted.connect(self.save)
        dialog.saved.connect(self.save)
        dialog.preview_wanted.connect(self._preview)
        dialog.test_wanted.connect(self._try)
        panel.log_wanted.connect(self._show_log)

    @property
    def alerts(self) -> tuple[AlertView, ...]:
        """All alerts, as the engine last said."""
        return self._alerts

    def open(self) -> None:
        """The database can be read."""
        self._is_open = True
        self.read_points()

    def close(self) -> None:
        """The database is going away."""
        self._is_open = False

    def on_price(self, event: PriceChanged) -> None:
        """A new consensus."""
        if event.asset != ASSET:
            return
        is_said_again = event == self.price
        self.price = event
        self._panel.set_price(event)
        self._dialog.set_price(self._price_now(), self._now())
        # The engine says the same price again when it has filled the history behind it.
        if event.bar_at != self._bar_at or is_said_again:
            self._bar_at = event.bar_at
            if not self._reread.isActive():
                self._reread.start()

    def on_alerts(self, event: AlertsChanged) -> None:
        """All alerts."""
        self._alerts = tuple(view for view in event.alerts if view.spec.asset == ASSET)
        self._panel.set_alerts(self._alerts)

    def tick(self, now: datetime) -> None:
        """Ages go on."""
        self._panel.tick(now)

    def read_points(self) -> None:
        """Read the stored points for the chart."""
        if not self._is_open:
            return
        now = self._now()
        self._reads.ask(self._on_points, lambda reader: reader.points(ASSET, now - _HISTORY, now))

    def _on_points(self, points: tuple[ChartPoint, ...]) -> None:
        self._points = points
        self._panel.set_points(points)
        self._panel.set_collecting_since(points[0].at if points else None)

    # Alerts

    def new_alert(self, level: Decimal | None = None) -> None:
        """Open the sheet for a new alert, at a level in US$ or at one it proposes."""
        self._dialog.open_new(self._price_now(), self._now(), self._points, level, ASSET)

    def save(self, spec: AlertSpec) -> None:
        """Store an alert and arm it."""
        self._send(SaveAlert(self._new_id(), spec))

    def _edit(self, alert: AlertId) -> None:
        spec = self._spec(alert)
        if spec is not None:
            self._dialog.open_edit(spec, self._price_now(), self._now(), self._points)

    def _remove(self, alert: AlertId) -> None:
        spec = self._spec(alert)
        if spec is not None and self._send(RemoveAlert(self._new_id(), alert)):
            # Brought back it is a new alert: the id of a removed one is not used again.
            self.removed.emit(replace(spec, id=AlertId(0)))

    def _preview(self, spec: AlertSpec) -> None:
        if self._is_open:
            fx, now = self._price_now().fx, self._now()
            self._reads.ask(self._dialog.show_preview, lambda reader: reader.alert_preview(spec, fx, now))

    def _try(self, spec: AlertSpec) -> None:
        self._send(TryAlert(self._new_id(), spec))

    def _show_log(self, alert: AlertId | None) -> None:
        if self._is_open:
            self._reads.ask(self._dialog.log.open_with, lambda reader: (alert, reader.firings(alert)))

    def _snooze(self, alert: AlertId, until: datetime | None) -> None:
        self._send(SnoozeAlert(self._new_id(), alert, until))

    def _spec(self, alert: AlertId) -> AlertSpec | None:
        return next((view.spec for view in self._alerts if view.spec.id == alert), None)

    def _price_now(self) -> PriceNow:
        price = self.price
        return PriceNow() if price is None else PriceNow(price.price_usd, price.fx_rate)
