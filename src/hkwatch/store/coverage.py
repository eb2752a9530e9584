# SPDX-License-Identifier: MIT
"""Polls counted for good: by source and Hong Kong day, silences that were too long, runs of failures. The log is trimmed."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta

from hkwatch.domain.coverage import Counted, Stretch, without
from hkwatch.domain.hkt import start_of, to_hkt
from hkwatch.domain.order import from_ms, to_ms
from hkwatch.store import switched
from hkwatch.store.polls import PollEntry

ALL = ""
"""Stands for all sources together: silent while nothing at all answers."""
LEAST_ALLOWED = timedelta(hours=1)
"""However often a source is asked, an answer of the last hour is none too old."""
ALLOWED_POLLS = 3
"""So many times the pause to the next poll may pass without a good answer."""
_HOUR_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class FailureRun:
    """Polls of a source that failed one after the other; `end` is the good answer after them, None while it goes on."""

    source: str
    start: datetime
    end: datetime | None
    checks: int
    error_key: str


@dataclass(frozen=True, slots=True)
class GapSpan:
    """A span that may lack items. `state` is open, filled or dismissed; `closed_at` None where that is open or not known."""

    kind: str
    source: str
    start: datetime
    end: datetime
    state: str
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Checks:
    """Polls of a time, of how many sources, and how many of those had a good answer in it."""

    checks: int
    good: int
    sources: int = 0
    answered: int = 0


def polls_ever(db: sqlite3.Connection) -> list[tuple[str, int, int | None]]:
    """For each source how many polls were counted, and when the last one was, in ms; None where that is not known."""
    return db.execute(
        "SELECT d.source, sum(d.checks), s.last_try_ms FROM poll_day d LEFT JOIN source_state s ON s.source = d.source"
        " WHERE d.source <> ? GROUP BY d.source",
        (ALL,),
    ).fetchall()


def count_poll(db: sqlite3.Connection, entry: PollEntry, next_ms: int | None) -> None:
    """Count a poll; inside the caller's transaction. `next_ms` is when the source is asked next, None if not known."""
    at = to_ms(entry.at)
    is_good = not entry.error_key
    pause = max(0, (next_ms or at) - at)
    allowed = max(ALLOWED_POLLS * pause, to_ms(from_ms(0) + LEAST_ALLOWED))
    day = to_ms(start_of(to_hkt(entry.at).date()))
    for source, may_be in ((str(entry.source), allowed), (ALL, to_ms(from_ms(0) + LEAST_ALLOWED))):
        longest = _watch(db, source, at, may_be, is_good=is_good)
        db.execute(
            "INSERT INTO poll_day VALUES (?,?,1,?,?) ON CONFLICT (source, day_ms) DO UPDATE SET checks = checks + 1,"
            " good = good + excluded.good, longest_ms = max(longest_ms, excluded.longest_ms)",
            (source, day, int(is_good), longest),
        )
    db.execute(
        "INSERT INTO poll_hour VALUES (?,1,?) ON CONFLICT (hour_ms) DO UPDATE SET checks = checks + 1,"
        " good = good + excluded.good",
        (at // _HOUR_MS * _HOUR_MS, int(is_good)),
    )
    _follow_failures(db, entry, at)


def _watch(db: sqlite3.Connection, source: str, at: int, allowed: int, *, is_good: bool) -> int:
    """Note the answer; the ms without a good one that end with it, 0 where none does."""
    known = db.execute("SELECT first_ms, good_ms, allowed_ms FROM poll_watch WHERE source = ?", (source,)).fetchone()
    if known is None:
        db.execute("INSERT INTO poll_watch VALUES (?,?,?,?)", (source, at, at if is_good else None, allowed))
        return 0
    if not is_good:
        return 0
    since = known[1] if known[1] is not None else known[0]
    waited = without(
        Stretch(from_ms(since), from_ms(max(since, at))), switched.off_times(db, from_ms(at)).get(source, ())
    )
    for one in waited:
        # Until the first good answer all the time is silence.
        if known[1] is None or to_ms(one.end) - to_ms(one.start) > known[2]:
            span = (source, to_ms(one.start), to_ms(one.end))
            db.execute("INSERT OR REPLACE INTO poll_silence VALUES (?,?,?)", span)
    db.execute(
        "UPDATE poll_watch SET good_ms = max(?, coalesce(good_ms, 0)), allowed_ms = ? WHERE source = ?",
        (at, allowed, source),
    )
    return max((to_ms(one.end) - to_ms(one.start) for one in waited), default=0)


def _follow_failures(db: sqlite3.Connection, entry: PollEntry, at: int) -> None:
    if not entry.error_key:
        db.execute("UPDATE poll_failure SET to_ms = ? WHERE source = ? AND to_ms IS NULL", (at, entry.source))
        return
    grown = db.execute(
        "UPDATE poll_failure SET checks = checks + 1, error_key = ? WHERE source = ? AND to_ms IS NULL",
        (entry.error_key, entry.source),
    )
    if not grown.rowcount:
        db.execute(
            "INSERT INTO poll_failure (source, from_ms, to_ms, checks, error_key) VALUES (?,?,NULL,1,?)",
            (entry.source, at, entry.error_key),
        )


def failures(db: sqlite3.Connection, start: datetime, end: datetime) -> tuple[FailureRun, ...]:
    """Runs of failures that touch a span, oldest first."""
    rows = db.execute(
        "SELECT source, from_ms, to_ms, checks, error_key FROM poll_failure"
        " WHERE from_ms <= ? AND (to_ms IS NULL OR to_ms >= ?) ORDER BY from_ms, source",
        (to_ms(end), to_ms(start)),
    )
    return tuple(
        FailureRun(source, from_ms(first), None if last is None else from_ms(last), checks, key)
        for source, first, last, checks, key in rows
    )


def gaps(db: sqlite3.Connection, start: datetime, end: datetime) -> tuple[GapSpan, ...]:
    """Gaps that touch a span, whatever became of them, oldest first."""
    rows = db.execute(
        "SELECT kind, source, from_ms, to_ms, state, closed_ms FROM gap WHERE from_ms <= ? AND to_ms >= ?"
        " ORDER BY from_ms, source",
        (to_ms(end), to_ms(start)),
    )
    return tuple(
        GapSpan(kind, source, from_ms(first), from_ms(last), state, None if closed is None else from_ms(closed))
        for kind, source, first, last, state, closed in rows
    )


def silences(db: sqlite3.Connection, start: datetime, end: datetime, source: str = ALL) -> tuple[Stretch, ...]:
    """Silences of a source, or of everything, that touch a span and are over, oldest first."""
    rows = db.execute(
        "SELECT from_ms, to_ms FROM poll_silence WHERE source = ? AND from_ms <= ? AND to_ms >= ? ORDER BY from_ms",
        (source, to_ms(end), to_ms(start)),
    )
    return tuple(Stretch(from_ms(first), from_ms(last)) for first, last in rows)


def checks_between(db: sqlite3.Connection, start: datetime, end: datetime) -> Checks:
    """Polls in the hours that a span touches; of sources, those watched before its end and those that answered in it."""
    checks, good = db.execute(
        "SELECT coalesce(sum(checks), 0), coalesce(sum(good), 0) FROM poll_hour WHERE hour_ms > ? AND hour_ms < ?",
        (to_ms(start) - _HOUR_MS, to_ms(end)),
    ).fetchone()
    days = (to_ms(start_of(to_hkt(start).date())), to_ms(end))
    answered = db.execute(
        "SELECT count(DISTINCT source) FROM poll_day WHERE source <> '' AND day_ms >= ? AND day_ms <= ? AND good > 0",
        days,
    ).fetchone()[0]
    sources = db.execute(
        "SELECT count(DISTINCT source) FROM poll_day WHERE source <> '' AND day_ms >= ? AND day_ms <= ?", days
    ).fetchone()[0]
    return Checks(checks, good, sources, answered)


def fresh_sources(db: sqlite3.Connection, now: datetime) -> frozenset[str]:
    """Sources whose last good answer is no older than it should be."""
    rows = db.execute("SELECT source FROM poll_watch WHERE source <> '' AND good_ms + allowed_ms >= ?", (to_ms(now),))
    return frozenset(row[0] for row in rows)


def counted_since(db: sqlite3.Connection) -> datetime | None:
    """When the first poll was counted; None before any was."""
    row = db.execute("SELECT first_ms FROM poll_watch WHERE source = ''").fetchone()
    return None if row is None else from_ms(row[0])


def counted(db: sqlite3.Connection, start: datetime, end: datetime, now: datetime) -> tuple[Counted, ...]:
    """What was counted between two Hong Kong midnights, of every source that was asked then; `ALL` is among them.

    Gaps of a publisher, whose archive fills them, stand under the publisher's name and are not here.
    """
    span = (to_ms(start), to_ms(end))
    found, off = [], switched.off_times(db, now)
    rows = db.execute(
        "SELECT d.source, sum(d.checks), sum(d.good), max(d.longest_ms), w.first_ms, w.good_ms, w.allowed_ms"
        " FROM poll_day d JOIN poll_watch w ON w.source = d.source WHERE d.day_ms >= ? AND d.day_ms < ?"
        " GROUP BY d.source ORDER BY d.source",
        span,
    ).fetchall()
    for source, checks, good, longest, first, last_good, allowed in rows:
        total, filled = db.execute(
            "SELECT count(*), coalesce(sum(state = 'filled'), 0) FROM gap WHERE source = ? AND kind = 'source'"
            " AND from_ms < ? AND to_ms >= ?",
            (source, span[1], span[0]),
        ).fetchone()
        found.append(
            Counted(
                source,
                from_ms(first),
                None if last_good is None else from_ms(last_good),
                timedelta(milliseconds=allowed),
                checks,
                good,
                timedelta(milliseconds=longest),
                silences(db, start, end, source),
                total,
                filled,
                off.get(source, ()),
            )
        )
    return tuple(found)


def trim(db: sqlite3.Connection, before: datetime) -> int:
    """Let what was counted before a time go; how many rows."""
    edge = (to_ms(before),)
    switched.trim(db, before)
    return sum(
        db.execute(f"DELETE FROM {table} WHERE {column} < ?", edge).rowcount
        for table, column in (
            ("poll_day", "day_ms"),
            ("poll_hour", "hour_ms"),
            ("poll_silence", "to_ms"),
            ("poll_failure", "to_ms"),
        )
    )
