# SPDX-License-Identifier: MIT
"""Notices that speak of former ones: what was held while it was quiet, and what is told once more."""

from datetime import date, datetime, timedelta

from hkwatch.domain.deadline import CountedDeadline
from hkwatch.services import deadline_notices as deadlines
from hkwatch.services.database import Database
from hkwatch.services.wording import Wording
from hkwatch.store import alerts as alert_store
from hkwatch.store import deliveries, outbox, pages
from hkwatch.store.outbox import OutboxRow

REPEAT = timedelta(minutes=5)
"""How long after it was told a critical notice is told again."""
REPEATED = frozenset({"item", "alert", "summary", "quiet"})
"""Kinds that are told again while they are critical and nobody answers."""
OPENS = {
    "outage": "open-sources",
    "held": "open-licences",
    "life": "open-away",
    deadlines.REMINDER: "open-deadlines",
    deadlines.MOVED: "open-deadlines",
}
"""What a click on a notice opens, where that is no item, by the notice's kind."""


async def held_words(
    database: Database, wording: Wording, row: OutboxRow, today: date, holidays: frozenset[date]
) -> tuple[str, str] | None:
    """Title and body of the one notice that stands for all that was held, on a Hong Kong day; None where all is over."""
    parts = await database.run(deliveries.told_by, row.id)
    items = tuple(part.item for part in parts if part.kind == "item" and part.item is not None)
    found = await database.run(pages.rows_of, items)
    ordered = sorted(found, key=lambda one: (-one.level, -one.id))
    firings = [
        firing
        for part in parts
        if part.firing is not None and (firing := await database.run(alert_store.firing, part.firing)) is not None
    ]
    reminders = []
    for part in parts:
        if part.kind in (deadlines.REMINDER, deadlines.MOVED):
            told = await database.run(deadlines.to_tell, part, today, holidays)
            if told is not None:
                words = wording.reminder(told) if isinstance(told, CountedDeadline) else wording.moved(*told)
                reminders.append(words[0])
    troubles = sum(part.kind in ("outage", "held") for part in parts)
    if not (ordered or firings or reminders or troubles):
        return None
    return wording.quiet_over(ordered, firings, reminders, troubles)


async def repeated(database: Database, now: datetime, *, wanted: bool) -> list[OutboxRow]:
    """What is told once more now. Where that is not wanted, or all was dealt with, it is not asked for again."""
    found = []
    for row in await database.run(deliveries.repeats_due, now):
        items, _ = await database.run(outbox.items_of, row.id)
        if wanted and not await database.run(deliveries.is_answered, items):
            found.append(row)
        else:
            await database.run(deliveries.repeat_at, row.id, None)
    return found
