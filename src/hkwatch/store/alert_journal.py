# SPDX-License-Identifier: MIT
"""What the journal holds of alerts: that one fired, that it was told, seen, opened and acknowledged.

Such an entry names no item, as most firings are none; the firing's number stands in its detail. Where a firing was put
into the inbox too, its item has entries of its own, and the firing names it.
"""

import json
import sqlite3
from collections.abc import Collection
from datetime import datetime

from hkwatch.domain.alert_types import Firing
from hkwatch.domain.ids import AlertId, ItemId, NoticeId
from hkwatch.domain.journal import PROGRAM, Act, JournalEntry, detail_text
from hkwatch.domain.order import to_ms
from hkwatch.store import journal

_ANSWERS = {"default": (Act.SEEN, Act.READ), "acknowledge": (Act.SEEN, Act.ACKNOWLEDGE)}
"""What an answer to a notification says; any other says that it was seen."""
_MOST = 200


def note_fired(
    db: sqlite3.Connection, row: int, firing: Firing, title: str, untold: str, item: ItemId | None, now: datetime
) -> None:
    """An alert fired and was stored as `row`. `untold` is why nobody is told, empty where somebody is."""
    detail = detail_text(
        firing=row,
        alert=firing.alert_id,
        title=title,
        level=None if firing.spec is None else firing.spec.notify.name.lower(),
        price_usd=None if firing.price_usd is None else str(firing.price_usd),
        published_ms=to_ms(firing.at),
        late=firing.late,
        untold=untold,
        item=item,
    )
    journal.append(db, [(to_ms(now), Act.ALERT_FIRED.value, None, PROGRAM, detail)])


def note_answer(db: sqlite3.Connection, notice: NoticeId, action: str, now: datetime, actor: str) -> None:
    """The user answered a notice; nothing where it speaks of no alert."""
    acts = _ANSWERS.get(action, (Act.SEEN,))
    _note(db, journal.firings_of(db, notice), acts, now, actor)


def note_looked_at(
    db: sqlite3.Connection, alert: AlertId | None, upto: datetime, *, acknowledge: bool, now: datetime, actor: str
) -> None:
    """What fired up to an instant is on the screen, of one alert or (None) of all, or is acknowledged there."""
    rows = db.execute(
        "SELECT id FROM firing WHERE (?1 IS NULL OR alert_id = ?1) AND at_ms <= ?2 ORDER BY id DESC LIMIT ?3",
        (alert, to_ms(upto), _MOST),
    ).fetchall()
    act = Act.ACKNOWLEDGE if acknowledge else Act.SEEN
    done = {firing_of(entry) for entry in journal.of_none(db, journal.head(db).id) if entry.kind == act.value}
    _note(db, sorted(row[0] for row in rows if row[0] not in done), (act,), now, actor)


def of_firings(
    db: sqlite3.Connection, upto: int, firings: Collection[int] | None = None
) -> dict[int, list[JournalEntry]]:
    """The entries about these firings, or (None) about all, up to a number; those that fired before the journal knew of
    alerts are left out.
    """
    found: dict[int, list[JournalEntry]] = {}
    for entry in journal.of_none(db, upto):
        firing = firing_of(entry)
        if firing is None or (firings is not None and firing not in firings):
            continue
        if entry.kind == Act.ALERT_FIRED.value or firing in found:
            found.setdefault(firing, []).append(entry)
    return found


def firing_of(entry: JournalEntry) -> int | None:
    """The number of the firing an entry is about, None for any other entry."""
    try:
        facts = json.loads(entry.detail)
    except ValueError:
        return None
    firing = facts.get("firing") if isinstance(facts, dict) else None
    return firing if isinstance(firing, int) else None


def _note(db: sqlite3.Connection, firings: Collection[int], acts: tuple[Act, ...], now: datetime, actor: str) -> None:
    details = [detail_text(firing=firing) for firing in firings]
    journal.append(db, [(to_ms(now), act.value, None, actor, detail) for act in acts for detail in details])
