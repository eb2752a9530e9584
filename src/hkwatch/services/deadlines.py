# SPDX-License-Identifier: MIT
"""Looks every day which deadlines come near: reminders are queued, and what is near becomes critical.

From nine in the morning of a Hong Kong working day on: nobody can do anything about it at midnight.
"""

import json
import logging
import sqlite3
from collections.abc import Callable
from dataclasses import asdict
from datetime import date, datetime

from hkwatch.domain.clock import Clock
from hkwatch.domain.deadline import REMIND_AT, CountedDeadline, counted, reminder_due
from hkwatch.domain.events import Event, ItemsChanged
from hkwatch.domain.flags import Reason
from hkwatch.domain.fold import Folder
from hkwatch.domain.hkt import is_workday, to_hkt, workdays_between
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Level
from hkwatch.domain.level import ROW_REMOVED, WATCHED
from hkwatch.services.database import Database
from hkwatch.services.deadline_notices import queue_reminder
from hkwatch.services.notices import Notices
from hkwatch.store import deadlines as store
from hkwatch.store.index import index_item

log = logging.getLogger(__name__)

FROM_HOUR = 9
"""Reminders are told from this hour on, Hong Kong's."""
NEAR = "deadline-near"
"""The reason for which an item is critical."""
_OTHERS = frozenset((WATCHED, ROW_REMOVED))
"""Other reasons for which one is."""
_WHY = "Three working days or fewer are left to comment"


class Deadlines:
    """Used by the engine's loop only."""

    def __init__(
        self,
        clock: Clock,
        database: Database,
        notices: Notices,
        folder: Folder,
        holidays: frozenset[date],
        emit: Callable[[Event], None],
    ) -> None:
        self._clock = clock
        self._database = database
        self._notices = notices
        self._folder = folder
        self._holidays = holidays
        self._emit = emit
        self._looked: date | None = None
        self.remind_at: tuple[int, ...] = REMIND_AT
        """Working days left at which a reminder is due; empty = never."""

    def changed(self) -> None:
        """Items or settings are other than before: look again at the next opportunity."""
        self._looked = None

    async def look(self) -> None:
        """Queue what is due; nothing to do where that was done today and nothing changed."""
        now = self._clock.now()
        local = to_hkt(now)
        if local.hour < FROM_HOUR or not is_workday(local.date(), self._holidays) or self._looked == local.date():
            return
        self._looked = local.date()
        queued, raised = await self._database.run(self._write, local.date(), now)
        if raised:
            self._emit(ItemsChanged(raised))
        if queued:
            log.info("deadline reminders=%d", queued)
            self._notices.wake()

    def _write(self, db: sqlite3.Connection, today: date, now: datetime) -> tuple[int, tuple[ItemId, ...]]:
        queued, raised = 0, _lower(db, today, self._holidays, self._folder)
        for one in store.open_ones(db, today):
            left = counted(one.known, today, self._holidays)
            if left.is_near and one.known.item is not None and one.level == Level.HIGH:
                _raise(db, one.known.item, self._folder)
                raised.append(one.known.item)
            if not one.flagged:
                continue
            learned_on = to_hkt(one.learned_at).date()
            told = one.told or one.known.moves > 0
            learned_left = workdays_between(learned_on, one.known.closes_on, self._holidays) if told else None
            step = reminder_due(left.workdays, learned_left, self.remind_at)
            if step is not None and queue_reminder(db, one.known, step, self._level(left, one.level), now):
                queued += 1
        return queued, tuple(raised)

    def _level(self, left: CountedDeadline, level: int | None) -> Level:
        serious = level is not None and level >= Level.HIGH
        return Level.CRITICAL if left.is_near and serious else Level.HIGH


def _lower(db: sqlite3.Connection, today: date, holidays: frozenset[date], folder: Folder) -> list[ItemId]:
    """Items that were critical for a deadline that is over or was put off are high again."""
    rows = db.execute(
        "SELECT i.id, i.reasons, d.id FROM item i JOIN deadline d ON d.item_id = i.id"
        " WHERE i.level = ? AND instr(i.reasons, ?) > 0",
        (int(Level.CRITICAL), f'"{NEAR}"'),
    ).fetchall()
    lowered = []
    for item, reasons, ident in rows:
        known = store.known(db, ident)
        if known is None or counted(known, today, holidays).is_near:
            continue
        kept = [one for one in json.loads(reasons) if one["rule"] != NEAR]
        level = Level.CRITICAL if _OTHERS & {one["rule"] for one in kept} else Level.HIGH
        text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
        db.execute("UPDATE item SET level = ?, reasons = ? WHERE id = ?", (int(level), text, item))
        index_item(db, item, folder)
        lowered.append(ItemId(item))
    return lowered


def _raise(db: sqlite3.Connection, item: ItemId, folder: Folder) -> None:
    """Make an item critical and say why."""
    reasons, publisher = db.execute("SELECT reasons, publisher FROM item WHERE id = ?", (item,)).fetchone()
    reason = asdict(Reason(NEAR, "severity", "source", publisher, 0, 0, _WHY))
    merged = [reason, *(one for one in json.loads(reasons) if one.get("rule") != NEAR)]
    text = json.dumps(merged, ensure_ascii=False, separators=(",", ":"))
    db.execute("UPDATE item SET level = ?, reasons = ? WHERE id = ?", (int(Level.CRITICAL), text, item))
    index_item(db, item, folder)
