# SPDX-License-Identifier: MIT
"""Rows of the outbox as the notices need them: settled after a crash, folded into one, wanted still."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from hkwatch.domain.ids import NoticeId
from hkwatch.store import alerts as alert_store
from hkwatch.store import deliveries, outbox
from hkwatch.store.outbox import OutboxRow


def settle(db: sqlite3.Connection, now: datetime) -> int:
    """List what was being handed over when the engine died; how many such notices there are."""
    outbox.settle_after_crash(db, now)
    return len(outbox.maybe_not_shown(db))


def late_of(db: sqlite3.Connection, rows: Sequence[OutboxRow]) -> list[OutboxRow]:
    """Those of several alerts that were found after a gap."""
    found = []
    for row in rows:
        firing = None if row.firing is None else alert_store.firing(db, row.firing)
        if firing is not None and firing.late:
            found.append(row)
    return found


def folded_into(db: sqlite3.Connection, summary: NoticeId) -> int:
    """For how many others a notice stands."""
    return int(db.execute("SELECT count(*) FROM outbox WHERE summary_id = ?", (summary,)).fetchone()[0])


def fold(
    db: sqlite3.Connection, rows: Sequence[OutboxRow], alert: OutboxRow | None, now: datetime, key: str = ""
) -> OutboxRow:
    """One row that stands for all of `rows`: a summary of items, or `alert`'s notice for a storm of alerts."""
    key = key or f"summary:{rows[0].id}-{rows[-1].id}"
    kind = "summary" if alert is None else "alert"
    level = max(row.level for row in rows)
    about = (None, None) if alert is None else (alert.alert, alert.firing)
    summary = outbox.add(db, key, kind, level, now, alert=about[0], firing=about[1])
    if summary is None:
        raise AssertionError("these notices were folded before")
    outbox.begin_sending(db, [row.id for row in rows], summary)
    return OutboxRow(summary, key, kind, None, about[0], about[1], level)


def fold_held(db: sqlite3.Connection, rows: Sequence[OutboxRow], now: datetime) -> None:
    """One notice for all that was held while it was quiet; due now."""
    ids = [row.id for row in rows]
    # One that was held, put off and held again is in two summaries: the time makes the key another.
    key = f"quiet:{ids[0]}-{ids[-1]}:{now.isoformat()}"
    summary = outbox.add(db, key, "quiet", max(row.level for row in rows), now)
    if summary is None:
        raise AssertionError("these notices were folded before")
    deliveries.adopt(db, summary, ids)
    deliveries.release(db, ids)
    outbox.begin_sending(db, ids, summary)
