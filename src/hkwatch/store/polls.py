# SPDX-License-Identifier: MIT
"""What is remembered of each source between polls, the log of polls, and the spans that may be incomplete."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from hkwatch.domain.events import Gap
from hkwatch.domain.ids import GapId, SourceId
from hkwatch.domain.order import from_ms, to_ms
from hkwatch.store.db import set_meta

LOGGED = 50
"""Polls kept in the log per source."""


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A source's memory. Times are ms since 1970, None where it has not happened. `covered_ms`: complete up to there."""

    source: SourceId
    added_ms: int
    first_ok_ms: int | None = None
    last_ok_ms: int | None = None
    last_try_ms: int | None = None
    failing_since_ms: int | None = None
    failures: int = 0
    next_ms: int | None = None
    http_status: int | None = None
    error_key: str = ""
    error: str = ""
    next_step: str = ""
    etag: str = ""
    last_modified: str = ""
    validators_ms: int | None = None
    body_hash: str = ""
    covered_ms: int | None = None
    items: int = 0
    redirect: str = ""


@dataclass(frozen=True, slots=True)
class PollEntry:
    """One line of the log. `error_key` empty = it went well."""

    source: SourceId
    at: datetime
    http_status: int | None
    bytes: int
    elapsed_ms: int
    entries: int
    added: int
    error_key: str


_NAMES = tuple(field.name for field in fields(SourceRecord))


def load_records(db: sqlite3.Connection) -> dict[SourceId, SourceRecord]:
    """All remembered sources, also those no longer in the catalogue."""
    rows = db.execute(f"SELECT {', '.join(_NAMES)} FROM source_state")
    return {SourceId(row[0]): SourceRecord(*row) for row in rows}


def save_record(db: sqlite3.Connection, record: SourceRecord) -> None:
    """Remember a source; inside the caller's transaction or alone."""
    db.execute(
        f"INSERT OR REPLACE INTO source_state ({', '.join(_NAMES)}) VALUES ({', '.join('?' * len(_NAMES))})",
        tuple(getattr(record, name) for name in _NAMES),
    )


def save_records(db: sqlite3.Connection, records: Sequence[SourceRecord]) -> None:
    """Remember several sources."""
    for record in records:
        save_record(db, record)


def log_poll(db: sqlite3.Connection, entry: PollEntry) -> None:
    """Add to the log and drop what is older than the newest `LOGGED` of the source."""
    db.execute(
        "INSERT INTO poll_log (source, at_ms, http_status, bytes, elapsed_ms, entries, added, error_key)"
        " VALUES (?,?,?,?,?,?,?,?)",
        (
            entry.source,
            to_ms(entry.at),
            entry.http_status,
            entry.bytes,
            entry.elapsed_ms,
            entry.entries,
            entry.added,
            entry.error_key,
        ),
    )
    db.execute(
        "DELETE FROM poll_log WHERE source = ? AND id <= (SELECT id FROM poll_log WHERE source = ?"
        " ORDER BY id DESC LIMIT 1 OFFSET ?)",
        (entry.source, entry.source, LOGGED),
    )


def poll_log(db: sqlite3.Connection, source: SourceId) -> list[PollEntry]:
    """The last polls of a source, newest first."""
    rows = db.execute(
        "SELECT at_ms, http_status, bytes, elapsed_ms, entries, added, error_key FROM poll_log"
        " WHERE source = ? ORDER BY id DESC",
        (source,),
    )
    return [PollEntry(source, from_ms(row[0]), *row[1:]) for row in rows]


def outcomes(db: sqlite3.Connection) -> dict[SourceId, list[bool]]:
    """How the logged polls of each source went, oldest first; True = well."""
    found: dict[SourceId, list[bool]] = {}
    for source, error_key in db.execute("SELECT source, error_key FROM poll_log ORDER BY id"):
        found.setdefault(SourceId(source), []).append(not error_key)
    return found


def item_times(db: sqlite3.Connection) -> dict[SourceId, tuple[datetime, ...]]:
    """When the items were published that each source listed lately, ascending."""
    rows = db.execute("SELECT key, value FROM meta WHERE key >= 'times:' AND key < 'times;'")
    return {
        SourceId(key.removeprefix("times:")): tuple(from_ms(int(ms)) for ms in value.split()) for key, value in rows
    }


def save_item_times(db: sqlite3.Connection, source: SourceId, times: Sequence[datetime]) -> None:
    """Remember them in place of what was remembered."""
    set_meta(db, f"times:{source}", " ".join(str(to_ms(at)) for at in times))


def new_since(db: sqlite3.Connection, since: datetime) -> dict[SourceId, int]:
    """How many items were first seen since then, by the source that had them first; without back catalogue."""
    rows = db.execute(
        "SELECT source, count(*) FROM item WHERE first_seen_ms >= ? AND back = 0 GROUP BY source", (to_ms(since),)
    )
    return {SourceId(source): count for source, count in rows}


def open_gap(db: sqlite3.Connection, kind: str, source: str, start: datetime, end: datetime) -> GapId:
    """Record a span that may be incomplete; one that touches an open gap of the same source widens it."""
    touched = db.execute(
        "SELECT id, from_ms, to_ms FROM gap"
        " WHERE kind = ? AND source = ? AND state = 'open' AND to_ms >= ? AND from_ms <= ? ORDER BY id",
        (kind, source, to_ms(start), to_ms(end)),
    ).fetchall()
    if touched:
        idents, starts, ends = zip(*touched, strict=True)
        # The new span may fill the space between several: they are one gap now.
        db.executemany("DELETE FROM gap WHERE id = ?", [(ident,) for ident in idents[1:]])
        db.execute(
            "UPDATE gap SET from_ms = ?, to_ms = ? WHERE id = ?",
            (min(to_ms(start), *starts), max(to_ms(end), *ends), idents[0]),
        )
        return GapId(idents[0])
    cursor = db.execute(
        "INSERT INTO gap (kind, source, from_ms, to_ms, state) VALUES (?,?,?,?,'open')",
        (kind, source, to_ms(start), to_ms(end)),
    )
    return GapId(cursor.lastrowid or 0)


def close_gaps(db: sqlite3.Connection, kind: str, source: str, state: str, now: datetime | None = None) -> int:
    """Mark a source's open gaps as `filled` or `dismissed`; returns how many. `now` None leaves out when."""
    return db.execute(
        "UPDATE gap SET state = ?, closed_ms = ? WHERE kind = ? AND source = ? AND state = 'open'",
        (state, None if now is None else to_ms(now), kind, source),
    ).rowcount


def dismiss_gap(db: sqlite3.Connection, gap: GapId) -> None:
    """The user has seen it."""
    db.execute("UPDATE gap SET state = 'dismissed' WHERE id = ? AND state = 'open'", (gap,))


def gaps(db: sqlite3.Connection) -> tuple[Gap, ...]:
    """All open gaps, oldest first."""
    rows = db.execute("SELECT id, kind, source, from_ms, to_ms, state FROM gap WHERE state = 'open' ORDER BY from_ms")
    return tuple(
        Gap(GapId(ident), kind, source, from_ms(start), from_ms(end), state)
        for ident, kind, source, start, end, state in rows
    )
