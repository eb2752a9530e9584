# SPDX-License-Identifier: MIT
"""Alerts with their arm state, and the log of firings. State, firing and notice are written in one transaction."""

import json
import sqlite3
from datetime import datetime

from hkwatch.domain.alerts import AlertSpec, AlertState, Firing
from hkwatch.domain.events import AlertView
from hkwatch.domain.ids import AlertId, ItemId
from hkwatch.domain.item import Level
from hkwatch.domain.order import from_ms, to_ms

FIRED, PUBLISHER = "hkwatch-alerts", "hkwatch"
"""What an item that is a firing has as its source, and who publishes it: the program itself."""


def load_alerts(db: sqlite3.Connection) -> list[AlertView]:
    """All alerts that were not removed, oldest first."""
    rows = db.execute("SELECT spec, state FROM alert WHERE removed_ms IS NULL ORDER BY id")
    return [
        AlertView(AlertSpec.from_dict(json.loads(spec)), AlertState.from_dict(json.loads(state)))
        for spec, state in rows
    ]


def new_alert_id(db: sqlite3.Connection) -> AlertId:
    """The next free id; ids of removed alerts are not used again."""
    return AlertId(db.execute("SELECT coalesce(max(id), 0) + 1 FROM alert").fetchone()[0])


def save_alert(db: sqlite3.Connection, spec: AlertSpec, state: AlertState, now: datetime) -> None:
    """Store an alert, new or changed; one that was removed is on the list again."""
    db.execute(
        "INSERT INTO alert (id, spec, state, created_ms) VALUES (?,?,?,?)"
        " ON CONFLICT (id) DO UPDATE SET spec = excluded.spec, state = excluded.state, removed_ms = NULL",
        (spec.id, json.dumps(spec.to_dict()), json.dumps(state.to_dict()), to_ms(now)),
    )


def save_state(db: sqlite3.Connection, alert: AlertId, state: AlertState) -> None:
    """Store how far an alert got."""
    db.execute("UPDATE alert SET state = ? WHERE id = ?", (json.dumps(state.to_dict()), alert))


def remove_alert(db: sqlite3.Connection, alert: AlertId, now: datetime) -> None:
    """Take an alert off the list; its firings stay."""
    db.execute("UPDATE alert SET removed_ms = ? WHERE id = ?", (to_ms(now), alert))


def restore_alert(db: sqlite3.Connection, alert: AlertId) -> AlertView | None:
    """Put a removed alert on the list again, as it was. None where there is none of this id that was removed."""
    row = db.execute("SELECT spec, state FROM alert WHERE id = ? AND removed_ms IS NOT NULL", (alert,)).fetchone()
    if row is None:
        return None
    db.execute("UPDATE alert SET removed_ms = NULL WHERE id = ?", (alert,))
    return AlertView(AlertSpec.from_dict(json.loads(row[0])), AlertState.from_dict(json.loads(row[1])))


def add_firing(db: sqlite3.Connection, firing: Firing) -> int:
    """Log a firing; returns its row id."""
    cursor = db.execute(
        "INSERT INTO firing (alert_id, at_ms, told, late, data) VALUES (?,?,?,?,?)",
        (firing.alert_id, to_ms(firing.at), firing.told, firing.late, json.dumps(firing.to_dict())),
    )
    return int(cursor.lastrowid or 0)


def firings(db: sqlite3.Connection, limit: int = 200, alert: AlertId | None = None) -> list[Firing]:
    """The log, newest first; of one alert, or of all, removed ones included."""
    if alert is None:
        rows = db.execute("SELECT data FROM firing ORDER BY id DESC LIMIT ?", (limit,))
    else:
        rows = db.execute("SELECT data FROM firing WHERE alert_id = ? ORDER BY id DESC LIMIT ?", (alert, limit))
    return [Firing.from_dict(json.loads(row[0])) for row in rows]


def told_items(db: sqlite3.Connection, alert: AlertId) -> set[ItemId]:
    """The items of which an alert has fired."""
    return {ItemId(row[0]) for row in db.execute("SELECT item_id FROM alert_item WHERE alert_id = ?", (alert,))}


def add_told_item(db: sqlite3.Connection, alert: AlertId, item: ItemId, firing_row: int) -> None:
    """Remember that an alert fired of an item; with the firing, in the same transaction."""
    db.execute("INSERT INTO alert_item VALUES (?,?,?)", (alert, item, firing_row))


def new_items(db: sqlite3.Connection, since: datetime, level: Level) -> list[tuple[ItemId, datetime]]:
    """Items of at least `level` that were first seen at or after `since` and are no back catalogue, oldest first."""
    rows = db.execute(
        # That an alert fired must make no other fire.
        "SELECT id, first_seen_ms FROM item WHERE back = 0 AND first_seen_ms >= ? AND level >= ? AND source <> ?"
        " ORDER BY first_seen_ms, id",
        (to_ms(since), int(level), FIRED),
    )
    return [(ItemId(item), from_ms(seen)) for item, seen in rows]


def firing(db: sqlite3.Connection, ident: int) -> Firing | None:
    """One firing by its row id."""
    row = db.execute("SELECT data FROM firing WHERE id = ?", (ident,)).fetchone()
    return None if row is None else Firing.from_dict(json.loads(row[0]))
