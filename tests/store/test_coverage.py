# SPDX-License-Identifier: MIT
"""Polls counted for good, silences and runs of failures; the log of single polls is trimmed beside them."""

import sqlite3
from datetime import datetime, timedelta

import pytest

from hkwatch.domain.coverage import Month, Stretch, line_of
from hkwatch.domain.ids import SourceId
from hkwatch.domain.order import to_ms
from hkwatch.store import coverage, polls, switched
from hkwatch.store.polls import LOGGED, PollEntry

from .stored import NOW

SFC, RTHK = SourceId("sfc-press-en"), SourceId("rthk-en-finance")
MONTH = Month.of(NOW)


def ask(db: sqlite3.Connection, minutes: float, source: SourceId = SFC, error: str = "", every: float = 10) -> datetime:
    at = NOW + timedelta(minutes=minutes)
    entry = PollEntry(source, at, 200, 1, 1, 1, 0, error)
    polls.log_poll(db, entry)
    coverage.count_poll(db, entry, to_ms(at + timedelta(minutes=every)))
    return at


def of(db: sqlite3.Connection, source: str, now: datetime = MONTH.end) -> coverage.Counted:
    return next(one for one in coverage.counted(db, MONTH.start, MONTH.end, now) if one.source == source)


def test_counts_survive_the_trimming_of_the_log(db: sqlite3.Connection) -> None:
    for number in range(2 * LOGGED):
        ask(db, number, error="timeout" if number % 4 == 0 else "")
    assert len(polls.poll_log(db, SFC)) == LOGGED
    one = of(db, SFC)
    assert (one.checks, one.good) == (2 * LOGGED, LOGGED * 3 // 2)
    assert of(db, coverage.ALL).checks == 2 * LOGGED
    assert coverage.checks_between(db, NOW, NOW + timedelta(hours=2)) == coverage.Checks(100, 75, 1, 1)


def test_a_pause_within_three_polls_is_none_and_a_longer_one_is_a_silence(db: sqlite3.Connection) -> None:
    ask(db, 0, every=60)
    ask(db, 179, every=60)
    assert coverage.silences(db, NOW, NOW + timedelta(days=1), SFC) == ()
    end = ask(db, 179 + 181, every=60)
    assert coverage.silences(db, NOW, NOW + timedelta(days=1), SFC) == (Stretch(NOW + timedelta(minutes=179), end),)
    assert of(db, SFC).longest == timedelta(minutes=181)


def test_a_source_that_is_asked_often_may_still_be_an_hour_late(db: sqlite3.Connection) -> None:
    ask(db, 0, every=2)
    ask(db, 60, every=2)
    assert coverage.silences(db, NOW, NOW + timedelta(days=1), SFC) == ()
    assert coverage.fresh_sources(db, NOW + timedelta(minutes=120)) == {SFC}
    assert coverage.fresh_sources(db, NOW + timedelta(minutes=121)) == frozenset()


def test_failed_answers_end_no_silence(db: sqlite3.Connection) -> None:
    start = ask(db, 0)
    for minutes in range(10, 200, 10):
        ask(db, minutes, error="http-503")
    end = ask(db, 200)
    assert coverage.silences(db, start, end, SFC) == (Stretch(start, end),)


def test_while_one_source_answers_the_watch_is_on(db: sqlite3.Connection) -> None:
    ask(db, 0)
    for minutes in range(0, 200, 20):
        ask(db, minutes, RTHK)
    ask(db, 200)
    assert coverage.silences(db, NOW, NOW + timedelta(days=1)) == ()
    assert len(coverage.silences(db, NOW, NOW + timedelta(days=1), SFC)) == 1


def test_a_run_of_failures_is_one_with_its_times_and_ends_with_a_good_answer(db: sqlite3.Connection) -> None:
    ask(db, 0)
    first = ask(db, 10, error="timeout")
    ask(db, 15, RTHK, error="http-403")
    ask(db, 20, error="http-503")
    end = ask(db, 30)
    ask(db, 40, error="timeout")
    found = coverage.failures(db, NOW, NOW + timedelta(hours=1))
    assert [(run.source, run.end is None, run.checks, run.error_key) for run in found] == [
        (SFC, False, 2, "http-503"),
        (RTHK, True, 1, "http-403"),
        (SFC, True, 1, "timeout"),
    ]
    assert (found[0].start, found[0].end) == (first, end)
    assert coverage.failures(db, end + timedelta(minutes=1), end + timedelta(minutes=2)) == found[1:2]


def test_gaps_are_told_whatever_became_of_them(db: sqlite3.Connection) -> None:
    start, end = NOW, NOW + timedelta(minutes=30)
    polls.open_gap(db, "source", "sfc", start, end)
    polls.close_gaps(db, "source", "sfc", "filled", end)
    polls.open_gap(db, "source", RTHK, start, end)
    found = coverage.gaps(db, start, end)
    assert [(gap.source, gap.state, gap.closed_at) for gap in found] == [(RTHK, "open", None), ("sfc", "filled", end)]
    ask(db, 0, RTHK)
    assert (of(db, RTHK).gaps, of(db, RTHK).filled) == (1, 0)


@pytest.mark.parametrize(("days", "left"), [(1, 1), (-1, 0)])
def test_what_is_older_than_asked_for_goes(db: sqlite3.Connection, days: int, left: int) -> None:
    ask(db, 0)
    ask(db, 200)
    coverage.trim(db, NOW - timedelta(days=days))
    assert bool(coverage.counted(db, MONTH.start, MONTH.end, MONTH.end)) is bool(left)


def test_a_source_that_is_switched_off_is_silent_no_more(db: sqlite3.Connection) -> None:
    ask(db, 0)
    ask(db, 0, RTHK)
    off = NOW + timedelta(minutes=20)
    switched.note_watched(db, [RTHK], off)
    switched.note_watched(db, [RTHK], off + timedelta(hours=1))
    later = NOW + timedelta(days=2)
    assert of(db, SFC, later).off == (Stretch(off, later),)
    assert of(db, RTHK, later).off == ()
    line = line_of(of(db, SFC, later), MONTH.start, MONTH.end, later)
    assert (line.uptime, line.silent, line.longest) == (1.0, timedelta(0), timedelta(0))


def test_switched_on_again_only_what_it_lacked_while_it_was_on_is_a_silence(db: sqlite3.Connection) -> None:
    ask(db, 0)
    off, on = NOW + timedelta(hours=3), NOW + timedelta(hours=30)
    switched.note_watched(db, [], off)
    switched.note_watched(db, [SFC], on)
    end = ask(db, 30 * 60 + 5)
    assert coverage.silences(db, NOW, end, SFC) == (Stretch(NOW, off),)
    one = of(db, SFC, end)
    assert (one.longest, one.off) == (timedelta(hours=3), (Stretch(off, on),))
    line = line_of(one, MONTH.start, MONTH.end, end)
    assert line.uptime == pytest.approx(5 / 185)


def test_times_switched_off_go_with_the_counts_they_explain(db: sqlite3.Connection) -> None:
    ask(db, 0)
    switched.note_watched(db, [], NOW)
    switched.note_watched(db, [SFC], NOW + timedelta(hours=1))
    switched.note_watched(db, [], NOW + timedelta(hours=2))
    now = NOW + timedelta(hours=3)
    coverage.trim(db, NOW + timedelta(minutes=90))
    assert switched.off_times(db, now) == {SFC: (Stretch(NOW + timedelta(hours=2), now),)}
