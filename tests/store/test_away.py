# SPDX-License-Identifier: MIT
"""When the user was away: kept over restarts, joined while nobody looked, cleared and had again."""

import itertools
import sqlite3
from datetime import datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hkwatch.domain.away import LEAST, AwayMark, AwaySpan
from hkwatch.domain.order import to_ms
from hkwatch.store import away

from .stored import NOW


def at(hours: float) -> datetime:
    return NOW + timedelta(hours=hours)


def test_less_than_two_hours_are_no_absence_and_two_are(db: sqlite3.Connection) -> None:
    assert away.note_active(db, at(0)) is None
    assert away.note_active(db, at(1.99)) is None
    assert away.current(db, at(2)) is None
    span = away.note_active(db, at(3.99))
    assert span == AwaySpan(1, at(1.99), at(3.99))
    assert away.current(db, at(4)) == span


def test_an_absence_that_goes_on_can_be_told_before_the_user_is_back(db: sqlite3.Connection) -> None:
    away.note_active(db, at(0))
    assert away.current(db, at(1)) is None
    assert away.current(db, at(64)) == AwaySpan(0, at(0), at(64))


def test_what_nobody_looked_at_is_joined_with_the_next_absence(db: sqlite3.Connection) -> None:
    for hour in (0, 64, 64.1, 67):
        away.note_active(db, at(hour))
    assert away.current(db, at(67)) == AwaySpan(1, at(0), at(67))
    assert away.current(db, at(70)) == AwaySpan(0, at(0), at(70))
    away.mark(db, 1, AwayMark.SEEN, at(67))
    away.note_active(db, at(70))
    assert away.current(db, at(70)) == AwaySpan(2, at(67), at(70))


def test_clearing_can_be_taken_back(db: sqlite3.Connection) -> None:
    away.note_active(db, at(0))
    away.note_active(db, at(5))
    away.mark(db, 1, AwayMark.CLEARED, at(5))
    assert away.current(db, at(5)) == AwaySpan(1, at(0), at(5), cleared=True)
    away.mark(db, 1, AwayMark.OPEN, at(5))
    assert away.current(db, at(5)) == AwaySpan(1, at(0), at(5))
    away.mark(db, 1, AwayMark.CLEARED, at(5))
    assert away.note_active(db, at(9)) == AwaySpan(2, at(5), at(9))


def test_absences_are_told_again_after_a_clock_that_was_far_ahead_was_set_right(db: sqlite3.Connection) -> None:
    away.note_active(db, at(0), at(0))
    away.note_active(db, at(30_000), at(30_000))
    away.mark(db, 1, AwayMark.SEEN, at(30_000))
    assert away.note_active(db, at(1), at(1)) is None
    assert away.note_active(db, at(9), at(9)) == AwaySpan(2, at(1), at(9))


def test_a_sign_that_comes_late_does_not_move_the_last_one_back(db: sqlite3.Connection) -> None:
    away.note_active(db, at(5), at(5))
    assert away.note_active(db, at(1), at(6)) is None
    assert away.last_active(db) == at(5)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(st.lists(st.integers(-60, 600), min_size=1, max_size=25))
def test_absences_never_overlap_and_each_is_two_hours_or_more(db: sqlite3.Connection, steps: list[int]) -> None:
    db.execute("DELETE FROM away")
    db.execute("DELETE FROM meta WHERE key = 'away:active'")
    now = NOW
    for number, step in enumerate(steps):
        # A clock may be set back.
        now += timedelta(minutes=step)
        span = away.note_active(db, now)
        if span is not None and number % 2:
            away.mark(db, span.id, AwayMark.SEEN, now)
    found = db.execute("SELECT from_ms, to_ms FROM away ORDER BY id").fetchall()
    assert all(last - first >= LEAST.total_seconds() * 1000 for first, last in found)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(found))


def test_each_firing_is_told_once_with_one_of_two_spans_however_late_it_was_found(db: sqlite3.Connection) -> None:
    def fire(hours: float) -> str:
        name = f"at {hours}"
        db.execute(
            "INSERT INTO firing (alert_id, at_ms, told, late, data) VALUES (1, ?, 1, 0, ?)", (to_ms(at(hours)), name)
        )
        return name

    db.execute("PRAGMA foreign_keys = OFF")
    known = [fire(hours) for hours in (1, 23, 24.1, 26)]
    first = away.firings_between(db, at(0), at(24))
    told = away.last_firing(db)
    # Found after the first was told: one of its time, one of the next.
    known += [fire(hours) for hours in (12, 24.2, 30)]
    second = away.firings_between(db, at(24), at(48), told)
    assert sorted([*first, *second]) == sorted(known)
