# SPDX-License-Identifier: MIT
"""The channels the user made, and how each does; what goes through them is in `channel_queue`."""

import json
import secrets
import sqlite3
from collections.abc import Sequence
from datetime import datetime

from hkwatch.domain.channels import ChannelKind, ChannelSpec, ChannelView, SecretPlace, Subject, Undelivered
from hkwatch.domain.ids import ChannelId
from hkwatch.domain.item import Level
from hkwatch.domain.order import from_ms, to_ms

_LISTED = 20


def save(db: sqlite3.Connection, spec: ChannelSpec, now: datetime) -> ChannelId:
    """Store a channel, new or changed; what waited for its next try is tried again at once."""
    values = (
        spec.name,
        spec.kind.value,
        spec.address,
        f" {' '.join(subject.value for subject in spec.subjects)} ",
        int(spec.least),
        spec.waits,
        spec.paused,
        spec.secret.value,
        spec.variable,
    )
    if not spec.id:
        cursor = db.execute(
            "INSERT INTO channel (name, kind, address, subjects, least, waits, paused, secret, variable, uid, created_ms)"
            " VALUES (?,?,?,?,?,?,?,?,?,?,?)",
            (*values, secrets.token_hex(8), to_ms(now)),
        )
        return ChannelId(cursor.lastrowid or 0)
    db.execute(
        "UPDATE channel SET name = ?, kind = ?, address = ?, subjects = ?, least = ?, waits = ?, paused = ?, secret = ?,"
        " variable = ?, error = '', next_step = '' WHERE id = ?",
        (*values, spec.id),
    )
    db.execute("UPDATE delivery SET due_ms = ? WHERE channel_id = ? AND state = 'due'", (to_ms(now), spec.id))
    return spec.id


def pause(db: sqlite3.Connection, channel: ChannelId, *, paused: bool) -> None:
    """Send nothing by it, or send again."""
    db.execute("UPDATE channel SET paused = ? WHERE id = ?", (paused, channel))


def remove(db: sqlite3.Connection, channel: ChannelId, now: datetime) -> None:
    """Take a channel off the list; what waits is not sent while it is."""
    db.execute("UPDATE channel SET removed_ms = ? WHERE id = ? AND removed_ms IS NULL", (to_ms(now), channel))


def restore(db: sqlite3.Connection, channel: ChannelId) -> bool:
    """Put a removed channel on the list again. False where it is gone for good."""
    return db.execute("UPDATE channel SET removed_ms = NULL WHERE id = ?", (channel,)).rowcount > 0


def removed(db: sqlite3.Connection) -> list[tuple[ChannelId, str, SecretPlace]]:
    """Removed channels, each with the name of its secret and where that is."""
    rows = db.execute("SELECT id, uid, secret FROM channel WHERE removed_ms IS NOT NULL")
    return [(ChannelId(row[0]), str(row[1]), SecretPlace(row[2])) for row in rows]


def forget(db: sqlite3.Connection, channel: ChannelId) -> None:
    """Delete a channel with all its deliveries."""
    db.execute("DELETE FROM channel WHERE id = ?", (channel,))


def find(db: sqlite3.Connection, channel: ChannelId) -> tuple[ChannelSpec, str] | None:
    """A channel that was not removed, and the name of its secret; None where there is none."""
    row = db.execute(
        "SELECT id, name, kind, address, subjects, least, waits, paused, secret, variable, uid FROM channel"
        " WHERE id = ? AND removed_ms IS NULL",
        (channel,),
    ).fetchone()
    return None if row is None else (_spec(row[:10]), str(row[10]))


def views(db: sqlite3.Connection) -> tuple[ChannelView, ...]:
    """All channels that were not removed, oldest first."""
    rows = db.execute(
        "SELECT id, name, kind, address, subjects, least, waits, paused, secret, variable, ok_ms, failed_ms, error,"
        " next_step, (SELECT count(*) FROM delivery d WHERE d.channel_id = c.id AND d.state IN ('new', 'due', 'sending')),"
        " (SELECT min(due_ms) FROM delivery d WHERE d.channel_id = c.id AND d.state = 'due' AND d.error <> ''),"
        " (SELECT count(*) FROM delivery d WHERE d.channel_id = c.id AND d.state IN ('failed', 'maybe'))"
        " FROM channel c WHERE removed_ms IS NULL ORDER BY id"
    ).fetchall()
    return tuple(
        ChannelView(
            _spec(row[:10]),
            _at(row[10]),
            _at(row[11]),
            row[12],
            row[13],
            row[14],
            _at(row[15]),
            _lost(db, row[0]),
            row[16],
        )
        for row in rows
    )


def _lost(db: sqlite3.Connection, channel: int) -> tuple[Undelivered, ...]:
    rows = db.execute(
        "SELECT message, created_ms, state, error FROM delivery WHERE channel_id = ? AND state IN ('failed', 'maybe')"
        " ORDER BY id DESC LIMIT ?",
        (channel, _LISTED),
    )
    return tuple(
        Undelivered(json.loads(text)["title"] if text else "", from_ms(at), state == "maybe", error)
        for text, at, state, error in rows
    )


def tell_state(db: sqlite3.Connection, channel: ChannelId, now: datetime, error: str = "", next_step: str = "") -> None:
    """How the last try of a channel went; empty `error` = well."""
    column = "failed_ms" if error else "ok_ms"
    db.execute(
        f"UPDATE channel SET {column} = ?, error = ?, next_step = ? WHERE id = ?",
        (to_ms(now), error, next_step, channel),
    )


def _spec(row: Sequence[object]) -> ChannelSpec:
    ident, name, kind, address, subjects, least, waits, paused, secret, variable = row
    return ChannelSpec(
        ChannelId(int(str(ident))),
        str(name),
        ChannelKind(str(kind)),
        str(address),
        tuple(Subject(word) for word in str(subjects).split()),
        Level(int(str(least))),
        bool(waits),
        bool(paused),
        SecretPlace(str(secret)),
        str(variable),
    )


def _at(ms: int | None) -> datetime | None:
    return None if ms is None else from_ms(ms)
