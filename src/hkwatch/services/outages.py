# SPDX-License-Identifier: MIT
"""An official source that cannot be read in its busy hours is told, once an outage; its recovery takes the notice back.

failing > 30 min, seen by us ─► a working-day band holds now ─► no outage of the same host told already ─► outbox
"""

import logging
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from hkwatch.domain.cadence import band_at
from hkwatch.domain.catalogue import SourceRow
from hkwatch.domain.clock import Clock
from hkwatch.domain.events import SourceHealth
from hkwatch.domain.ids import SourceId
from hkwatch.domain.item import Level
from hkwatch.domain.order import to_ms
from hkwatch.services.database import Database
from hkwatch.services.notices import Notices
from hkwatch.services.registers import HELD_KEY
from hkwatch.store import outbox

log = logging.getLogger(__name__)

PATIENCE = timedelta(minutes=30)
"""A failure is told after this; sooner, failures would outnumber the news."""


class Outages:
    """Knows which outages are on. Used by the engine's loop only."""

    def __init__(self, clock: Clock, database: Database, notices: Notices, holidays: frozenset[date]) -> None:
        self._clock = clock
        self._holidays = holidays
        self._database = database
        self._notices = notices
        self._counts_from = clock.now()
        self._told: dict[SourceId, str] = {}

    def count_anew(self) -> None:
        """The machine slept or was offline: what failed meanwhile was not the source's doing."""
        self._counts_from = self._clock.now()

    async def look(self, rows: Mapping[SourceId, SourceRow], lines: Sequence[SourceHealth]) -> None:
        """Queue a notice for each official source that is out for too long now; take back those that are over."""
        now = self._clock.now()
        failing = {line.source: line for line in lines if line.is_failing and line.failing_since is not None}
        for source in [source for source in self._told if source not in failing]:
            await self._notices.withdraw_outage(self._told.pop(source))
        is_new = False
        hosts = {_host(rows[source]) for source in self._told if source in rows}
        for line in failing.values():
            row = rows[line.source]
            # A page that only changed its shape is no outage; it has a notice of its own, a day later.
            is_out = line.official and line.error_key != HELD_KEY
            if line.source in self._told or not is_out or _host(row) in hosts:
                continue
            if not self._is_due(row, line, now):
                continue
            key = key_of(line.source, line.failing_since or now)
            self._told[line.source] = key
            hosts.add(_host(row))
            added = await self._database.run(outbox.add, key, "outage", Level.HIGH, now)
            if added is not None:
                is_new = True
                log.info("outage source=%s since=%s", line.source, line.failing_since)
        self._notices.outages = {key: failing[source] for source, key in self._told.items()}
        if is_new:
            self._notices.wake()

    async def over(self, source: SourceId, failing_since: datetime) -> None:
        """A source answered again; what was told of its outage, also by an engine before this one, is taken back."""
        self._told.pop(source, None)
        await self._notices.withdraw_outage(key_of(source, failing_since))

    def _is_due(self, row: SourceRow, line: SourceHealth, now: datetime) -> bool:
        since = max(line.failing_since or now, self._counts_from)
        return now - since > PATIENCE and band_at(row.poll, now, self._holidays).workdays_only


def key_of(source: SourceId, failing_since: datetime) -> str:
    """The outbox key of one outage of one source."""
    return f"outage:{source}:{to_ms(failing_since)}"


def _host(row: SourceRow) -> str:
    return urlsplit(row.url).netloc
