# SPDX-License-Identifier: MIT
"""Fills the price panel: the newest price, stored points, alerts; carries out what is wanted of alerts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from PySide6.QtCore import QObject, QTimer, Signal

from hkwatch.domain.alerts import AlertSpec, Currency
from hkwatch.domain.commands import Command, MarkFirings, RemoveAlert, RestoreAlert, SaveAlert, SnoozeAlert, TryAlert
from hkwatch.domain.detail import ChartPoint
from hkwatch.domain.events import AlertsChanged, AlertView, PriceChanged
from hkwatch.domain.ids import AlertId, CommandId, ItemId
from hkwatch.domain.pins import Pin, Ranks
from hkwatch.services.inbox import InboxReader
from hkwatch.ui.alerts.late import LateAlertDialog
from hkwatch.ui.price.alert_words import PriceNow
from hkwatch.ui.price.panel import PricePanel
from hkwatch.ui.price.series import Series
from hkwatch.ui.read_thread import ReadThread

FIRST = "BTC"
"""What is shown first, and what the tray tells."""
_HISTORY = timedelta(days=91)
"""What the preview of an alert draws."""
_YEAR = timedelta(days=366)
_MINUTES = timedelta(days=8)
"""Minutes are read this far back until somebody looks closer at older ones."""
_CLOSE_S = 40 * 86_400
"""A window shorter than this is better drawn from minutes."""
_PINS_MS = 1500
_PINS_AGAIN = timedelta(minutes=5)
_RANKS_AGAIN = timedelta(hours=6)
_REREAD_MS = 3000
"""Points are read again at most this often: the curve's last stretch is drawn from the newest price anyway."""


class PriceController(QObject):
    """Owns what the price panel shows."""

    removed = Signal(object)
    """AlertId that was taken off the list: it can be brought back."""
    item_chosen = Signal(object)
    """ItemId whose pin was chosen: the list may want to select it."""
    item_wanted = Signal(object)
    """ItemId whose text is wanted."""
    ranked = Signal(str, object)
    """Asset, and the Ranks of its moves, as they were read."""
    changed = Signal()
    """Another price of any asset is known."""

    def __init__(
        self,
        panel: PricePanel,
        dialog: LateAlertDialog,
        reads: ReadThread[InboxReader],
        send: Callable[[Command], bool],
        new_id: Callable[[], CommandId],
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel, self._dialog, self._reads = panel, dialog, reads
        self._send, self._new_id, self._now = send, new_id, now
        self.asset = FIRST
        """What the panel shows."""
        self.prices: dict[str, PriceChanged] = {}
        """The newest price of each asset."""
        self._every_alert: tuple[AlertView, ...] = ()
        self._series: Series | None = None
        self._minutes_back = _MINUTES
        self._is_whole_wanted = True
        self._ranked_at: datetime | None = None
        self._pinned_at: datetime | None = None
        self._item: ItemId | None = None
        self._alerts: tuple[AlertView, ...] = ()
        self._points: Sequence[ChartPoint] = ()
        self._bar_at: datetime | None = None
        self._is_open = False
        self._reread = QTimer(self)
        self._reread.setSingleShot(True)
        self._reread.setInterval(_REREAD_MS)
        self._reread.timeout.connect(self.read_points)
        self._pinning = QTimer(self)
        self._pinning.setSingleShot(True)
        self._pinning.setInterval(_PINS_MS)
        self._pinning.timeout.connect(self.read_pins)
        panel.asset_chosen.connect(self.show_asset)
        panel.level_moved.connect(self._move_level)
        panel.pin_chosen.connect(self._on_pin_chosen)
        panel.item_wanted.connect(self.item_wanted)
        panel.chart.view_changed.connect(self._on_view)
        panel.alert_wanted.connect(self.new_alert)
        panel.edit_wanted.connect(self._edit)
        panel.remove_wanted.connect(self._remove)
        panel.snooze_wanted.connect(self._snooze)
        panel.rearm_wanted.connect(self.save)
        dialog.saved.connect(self.save)
        dialog.preview_wanted.connect(self._preview)
        dialog.test_wanted.connect(self._try)
        dialog.log_looked_at.connect(lambda alert, at: self._mark_firings(alert, at, acknowledge=False))
        dialog.log_acknowledged.connect(lambda alert, at: self._mark_firings(alert, at, acknowledge=True))
        panel.log_wanted.connect(self._show_log)

    def set_venue_names(self, names: Mapping[str, str]) -> None:
        """What the venues are called in the log of alerts, by their ids."""
        self._dialog.set_venue_names(names)

    @property
    def alerts(self) -> tuple[AlertView, ...]:
        """All alerts, as the engine last said."""
        return self._alerts

    @property
    def price(self) -> PriceChanged | None:
        """The newest price of what is watched first, None before the first."""
        return self.prices.get(FIRST) or next(iter(self.prices.values()), None)

    def open(self) -> None:
        """The database can be read."""
        self._is_open = True
        self._is_whole_wanted = True
        self.read_points()
        self.read_pins()

    def close(self) -> None:
        """The database is going away."""
        self._is_open = False

    def on_price(self, event: PriceChanged) -> None:
        """A new consensus."""
        is_said_again = event == self.prices.get(event.asset)
        if event.asset not in self.prices:
            self.prices[event.asset] = event
            self._panel.set_assets(sorted(self.prices, key=lambda asset: (asset != FIRST, asset)), self.asset)
        self.prices[event.asset] = event
        self.changed.emit()
        if event.asset != self.asset:
            return
        self._panel.set_price(event)
        self._dialog.set_price(self._price_now(), self._now())
        # The engine says the same price again when it has filled the history behind it.
        if event.bar_at != self._bar_at or is_said_again:
            self._bar_at = event.bar_at
            self._is_whole_wanted = self._is_whole_wanted or is_said_again
            if not self._reread.isActive():
                self._reread.start()

    def keep(self, assets: Sequence[str]) -> None:
        """Only these are priced from now on: what is known of others is old, and they cannot be chosen any more."""
        self.prices = {asset: price for asset, price in self.prices.items() if asset in assets}
        known = sorted(self.prices, key=lambda asset: (asset != FIRST, asset))
        shown = self.asset if self.asset in known or not known else known[0]
        self._panel.set_assets(known, shown)
        self.show_asset(shown)
        self.changed.emit()

    def on_alerts(self, event: AlertsChanged) -> None:
        """All alerts."""
        self._every_alert = event.alerts
        self._alerts = tuple(view for view in event.alerts if view.spec.asset == self.asset)
        self._panel.set_alerts(self._alerts)

    def find_alert(self, alert: AlertId) -> bool:
        """Show the asset of an alert; False where there is no such alert."""
        view = next((view for view in self._every_alert if view.spec.id == alert), None)
        if view is not None and view.spec.asset in self.prices:
            known = sorted(self.prices, key=lambda asset: (asset != FIRST, asset))
            self._panel.set_assets(known, view.spec.asset)
            self.show_asset(view.spec.asset)
        return view is not None

    def on_items(self) -> None:
        """Items came or changed."""
        if not self._pinning.isActive():
            self._pinning.start()

    def show_asset(self, asset: str) -> None:
        """Show another asset: its price, chart, pins and alerts."""
        if asset == self.asset:
            return
        self.asset, self._bar_at, self._points = asset, None, ()
        self._series, self._is_whole_wanted, self._ranked_at = None, True, None
        self._panel.forget_price(asset)
        if asset in self.prices:
            self._panel.set_price(self.prices[asset])
        self.on_alerts(AlertsChanged(self._every_alert))
        self.read_points()
        self.read_pins()

    def select_item(self, item: ItemId | None) -> None:
        """The list's selection: its pin is marked too."""
        if item != self._item:
            self._item = item
            self._panel.select_pin(item)

    def tick(self, now: datetime) -> None:
        """Ages go on."""
        self._panel.tick(now)
        if self._pinned_at is not None and now - self._pinned_at >= _PINS_AGAIN:
            self.on_items()

    def read_points(self) -> None:
        """Read the stored points for the chart: all of them, or what came since the last time."""
        if not self._is_open:
            return
        now, asset, series = self._now(), self.asset, self._series
        if series is None or not len(series) or self._is_whole_wanted:
            minutes_from = now - self._minutes_back
            self._reads.ask(
                self._on_points,
                lambda reader: (
                    asset,
                    reader.points(asset, now - _HISTORY, now),
                    Series.of(reader.history(asset, now - _YEAR, minutes_from)),
                    True,
                ),
            )
            return
        since = datetime.fromtimestamp(series.times[-1], UTC) - timedelta(minutes=2)
        self._reads.ask(
            self._on_points,
            lambda reader: (
                asset,
                reader.points(asset, now - _HISTORY, now),
                series.with_tail(reader.history(asset, since, since)),
                False,
            ),
        )

    def _on_points(self, answer: tuple[str, tuple[ChartPoint, ...], Series, bool]) -> None:
        asset, points, series, is_whole = answer
        if asset != self.asset:
            return
        if is_whole:
            self._is_whole_wanted = False
        self._points, self._series = points, series
        self._panel.set_points(series)
        first = datetime.fromtimestamp(series.times[0], UTC) if len(series) else None
        self._panel.set_collecting_since(first)

    def _on_view(self) -> None:
        """Somebody looks closer at a time of which only hours were read."""
        start, stop = self._panel.chart.shown.window
        if self._minutes_back < _YEAR and stop - start <= _CLOSE_S:
            edge = (self._now() - self._minutes_back).timestamp()
            if start < edge and self._series is not None and len(self._series):
                self._minutes_back, self._is_whole_wanted = _YEAR, True
                self.read_points()

    def read_pins(self) -> None:
        """Read the flagged items of a year, and once in a while how large moves usually are."""
        if not self._is_open:
            return
        now, asset = self._now(), self.asset
        self._reads.ask(self._on_pins, lambda reader: (asset, reader.pins(asset, now - _YEAR, now)))

    def _on_pins(self, answer: tuple[str, tuple[Pin, ...]]) -> None:
        asset, pins = answer
        if asset != self.asset:
            return
        now = self._now()
        self._pinned_at = now
        self._panel.set_pins(pins, now)
        self._panel.select_pin(self._item)
        if pins and self._is_open and (self._ranked_at is None or now - self._ranked_at >= _RANKS_AGAIN):
            self._ranked_at = now
            self._reads.ask(self._on_ranks, lambda reader: (asset, reader.ranks(asset, now)))

    def _on_ranks(self, answer: tuple[str, Ranks]) -> None:
        asset, ranks = answer
        if asset == self.asset:
            self._panel.plot.set_ranks(ranks)
        self.ranked.emit(asset, ranks)

    def _on_pin_chosen(self, item: ItemId) -> None:
        self._item = item
        self.item_chosen.emit(item)

    # Alerts

    def new_alert(self, level: Decimal | None = None) -> None:
        """Open the sheet for a new alert, at a level in US$ or at one it proposes."""
        self._dialog.open_new(self._price_now(), self._now(), self._points, level, self.asset)

    def save(self, spec: AlertSpec) -> None:
        """Store an alert and arm it."""
        self._send(SaveAlert(self._new_id(), spec))

    def _edit(self, alert: AlertId) -> None:
        spec = self._spec(alert)
        if spec is not None:
            self._dialog.open_edit(spec, self._price_now(), self._now(), self._points)

    def _remove(self, alert: AlertId) -> None:
        if self._spec(alert) is not None and self._send(RemoveAlert(self._new_id(), alert)):
            self.removed.emit(alert)

    def restore(self, alert: AlertId) -> None:
        """Bring a removed alert back as it was: a fired one stays fired."""
        self._send(RestoreAlert(self._new_id(), alert))

    def _preview(self, spec: AlertSpec) -> None:
        if self._is_open:
            fx, now = self._price_now().fx, self._now()
            self._reads.ask(self._dialog.show_preview, lambda reader: reader.alert_preview(spec, fx, now))

    def _try(self, spec: AlertSpec) -> None:
        self._send(TryAlert(self._new_id(), spec))

    def _show_log(self, alert: AlertId | None) -> None:
        if self._is_open:
            self._reads.ask(self._dialog.log.open_with, lambda reader: (alert, reader.firings(alert)))

    def _mark_firings(self, alert: AlertId | None, upto: datetime, *, acknowledge: bool) -> None:
        self._send(MarkFirings(self._new_id(), alert, upto, acknowledge))

    def _snooze(self, alert: AlertId, until: datetime | None) -> None:
        self._send(SnoozeAlert(self._new_id(), alert, until))

    def _move_level(self, alert: AlertId, price_usd: Decimal) -> None:
        """Its line was dragged: the same alert, armed anew at the new level."""
        spec = self._spec(alert)
        if spec is None:
            return
        level = price_usd
        if spec.currency is Currency.HKD:
            price = self.prices.get(self.asset)
            rate = price.fx_rate if price is not None else None
            if rate is None:
                return
            level = (price_usd * rate).quantize(Decimal(1))
        self.save(replace(spec, level=level))

    def _spec(self, alert: AlertId) -> AlertSpec | None:
        return next((view.spec for view in self._alerts if view.spec.id == alert), None)

    def _price_now(self) -> PriceNow:
        price = self.prices.get(self.asset)
        return PriceNow() if price is None else PriceNow(price.price_usd, price.fx_rate)
