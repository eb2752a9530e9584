# SPDX-License-Identifier: MIT
"""Fills the impact strip of a reader: reads the price around the first sight, and how large moves usually are."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer

from hkwatch.domain.ids import ItemId
from hkwatch.domain.impact import Impact
from hkwatch.domain.pins import Ranks
from hkwatch.services.inbox import InboxReader
from hkwatch.ui.price_controller import FIRST, PriceController
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.reader.pane import ReaderPane

_SETTLED_MS = 150
"""Whoever runs through the list with j does not wait for prices of items passed by."""
_AGAIN_MS = 60_000
_RANKS_MS = 4000
"""The chart asks for the same; only where it does not, as without pins, they are asked for here."""
_RANKS_AGAIN = timedelta(hours=6)


class RanksKeeper(QObject):
    """How large the moves of bitcoin usually are: read once for all readers, as late as possible."""

    def __init__(
        self,
        prices: PriceController,
        reads: ReadThread[InboxReader],
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reads, self._now = reads, now
        self._asked_at: datetime | None = None
        self.ranks: Ranks | None = None
        """None until they are read."""
        self._listeners: list[Callable[[], None]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_RANKS_MS)
        self._timer.timeout.connect(self._ask)
        prices.ranked.connect(self._on_ranked)

    def want(self, listener: Callable[[], None]) -> None:
        """Somebody shows moves; told once when the ranks come."""
        if listener not in self._listeners:
            self._listeners.append(listener)
        is_old = self._asked_at is None or self._now() - self._asked_at >= _RANKS_AGAIN
        if is_old and not self._timer.isActive():
            self._timer.start()

    def _ask(self) -> None:
        now = self._now()
        if self._asked_at is not None and now - self._asked_at < _RANKS_AGAIN:
            return
        self._asked_at = now
        self._reads.ask(self._on_ranks, lambda reader: reader.ranks(FIRST, now))

    def _on_ranked(self, asset: str, ranks: Ranks) -> None:
        if asset == FIRST:
            self._asked_at = self._now()
            self._on_ranks(ranks)

    def _on_ranks(self, ranks: Ranks) -> None:
        self.ranks = ranks
        listeners, self._listeners = self._listeners, []
        for listener in listeners:
            listener()


class ImpactFeed(QObject):
    """One reader's strip."""

    def __init__(
        self,
        pane: ReaderPane,
        prices: PriceController,
        reads: ReadThread[InboxReader],
        ranks: RanksKeeper,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(pane)
        self._pane, self._prices, self._reads, self._ranks, self._now = pane, prices, reads, ranks, now
        self._item: ItemId | None = None
        self._impact: Impact | None = None
        self._settled = self._timer(_SETTLED_MS, once=True)
        self._again = self._timer(_AGAIN_MS, once=False)
        pane.shown.connect(self._on_shown)
        self._on_shown(pane.item_id)

    def _timer(self, interval_ms: int, *, once: bool) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(once)
        timer.setInterval(interval_ms)
        timer.timeout.connect(self.read)
        return timer

    def _on_shown(self, item: ItemId | None) -> None:
        self._item, self._impact = item, None
        self._again.stop()
        if item is None:
            self._settled.stop()
        else:
            self._settled.start()

    def read(self) -> None:
        """Read the item's prices now."""
        item, now = self._item, self._now()
        if item is not None:
            self._reads.ask(self._on_read, lambda reader: reader.impact(FIRST, item, now))

    def _on_read(self, impact: Impact | None) -> None:
        if impact is None or impact.item != self._item:
            return
        if self._impact is not None and impact == self._impact and self._ranks.ranks is not None:
            return
        self._impact = impact
        # Whether time goes sixty times as fast does not matter: a minute is soon enough for a strip.
        self._again.start()
        self._show()
        if impact.telling is not None:
            self._ranks.want(self._show)

    def _show(self) -> None:
        price = self._prices.prices.get(FIRST)
        rate = price.fx_rate if price is not None else None
        self._pane.show_impact(self._impact, self._ranks.ranks, rate, self._now())
