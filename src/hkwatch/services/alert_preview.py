# SPDX-License-Identifier: MIT
"""What an alert would have done on the stored prices. For the reading thread: nothing here may be slow for a window."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from hkwatch.domain.alert_backtest import Backtest, backtest
from hkwatch.domain.alert_types import AlertSpec
from hkwatch.domain.bars import HOUR_S, MINUTE_S, Bar
from hkwatch.domain.detail import ChartPoint
from hkwatch.store import prices

REACH = timedelta(days=90)
_KEEP = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class AlertPreview:
    """`result` of the rule `spec`; prices from `own_since` on were watched here, earlier ones are fetched history.

    `known_since` is when the oldest price of all begins, also of those too old to be tried; None without one.
    """

    spec: AlertSpec
    result: Backtest
    own_since: datetime | None
    since: datetime | None
    until: datetime
    known_since: datetime | None = None


class AlertHistory:
    """The stored prices of one asset, read once and kept while an alert is being written."""

    def __init__(self) -> None:
        self._of: tuple[str, datetime] | None = None
        self._bars: list[Bar] = []
        self._own_since: datetime | None = None
        self._known_since: datetime | None = None

    def preview(self, db: sqlite3.Connection, spec: AlertSpec, fx: Decimal | None, now: datetime) -> AlertPreview:
        """Try an alert on the last 90 days: minutes where there are any, hours before them."""
        if self._of is None or self._of[0] != spec.asset or now - self._of[1] > _KEEP:
            self._read(db, spec.asset, now)
        since = self._bars[0].at if self._bars else None
        return AlertPreview(spec, backtest(spec, self._bars, fx=fx), self._own_since, since, now, self._known_since)

    def _read(self, db: sqlite3.Connection, asset: str, now: datetime) -> None:
        start = now - REACH
        minutes = prices.bars(db, asset, MINUTE_S, start)
        hours = prices.bars(db, asset, HOUR_S, start)
        # An hour that minutes began in is told by them; one of which they have the end only, twice in part.
        edge = minutes[0].at if minutes else now
        found = [_bar(hour, HOUR_S) for hour in hours if hour.at + timedelta(seconds=HOUR_S) <= edge]
        self._bars = found + [_bar(minute, MINUTE_S) for minute in minutes]
        self._own_since = prices.own_since(db, asset)
        self._known_since = prices.known_since(db, asset)
        self._of = (asset, now)


def _bar(point: ChartPoint, span_s: int) -> Bar:
    opened, high, low, close = (Decimal(f"{value:.2f}") for value in (point.open, point.high, point.low, point.close))
    return Bar(point.at, opened, high, low, close, span_s)
