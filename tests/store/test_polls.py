# SPDX-License-Identifier: MIT
"""What is remembered of sources, the log of polls, and gaps."""

import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hkwatch.domain.ids import SourceId
from hkwatch.domain.order import to_ms
from hkwatch.store import polls
from hkwatch.store.polls import LOGGED, PollEntry, SourceRecord

from .stored import NOW

SFC, HKMA = SourceId("sfc-press-en"), SourceId("hkma-press-en")


def at(minutes: float) -> datetime:
    return NOW + timedelta(minutes=minutes)


def poll(source: SourceId, n: int) -> PollEntry:
    return PollEntry(source, at(n), None if n % 2 else 200, 10 * n, n, 20, 1, "timeout" if n % 2 else "")


def spans(db: sqlite3.Connection) -> list[tuple[str, str, datetime, datetime]]:
    return [(gap.kind, gap.source, gap.start, gap.end) for gap in polls.gaps(db)]


def test_a_record_comes_back_as_it_was_saved(db: sqlite3.Connection) -> None:
    short = SourceRecord(SFC, added_ms=to_ms(NOW))
    long = SourceRecord(HKMA, 1, 2, 3, 4, 5, 6, 7, 503, "http-503", "down", "wait", '"e"', "Mon", 8, "hash", 9, 10, "u")
    polls.save_record(db, short)
    polls.save_record(db, long)
    assert polls.load_records(db) == {SFC: short, HKMA: long}


def test_a_record_saved_again_replaces_the_former(db: sqlite3.Connection) -> None:
    record = SourceRecord(SFC, added_ms=1)
    polls.save_record(db, record)
    polls.save_record(db, replace(record, failures=3))
    assert polls.load_records(db) == {SFC: replace(record, failures=3)}


def test_the_log_keeps_the_newest_polls_of_each_source(db: sqlite3.Connection) -> None:
    for n in range(LOGGED + 7):
        polls.log_poll(db, poll(SFC, n))
        polls.log_poll(db, poll(HKMA, n)) if n < 3 else None
    assert polls.poll_log(db, SFC) == [poll(SFC, n) for n in range(LOGGED + 6, 6, -1)]
    assert len(polls.poll_log(db, SFC)) == LOGGED == 50
    assert polls.poll_log(db, HKMA) == [poll(HKMA, n) for n in (2, 1, 0)]
    assert polls.poll_log(db, SourceId("other")) == []


@pytest.mark.parametrize(
    ("more", "left"),
    [
        pytest.param((5, 15), [(0, 15)], id="overlaps the end"),
        pytest.param((-5, 5), [(-5, 10)], id="overlaps the beginning"),
        pytest.param((10, 12), [(0, 12)], id="touches"),
        pytest.param((-3, 0), [(-3, 10)], id="touches before"),
        pytest.param((2, 3), [(0, 10)], id="inside"),
        pytest.param((-1, 11), [(-1, 11)], id="around"),
        pytest.param((11, 12), [(0, 10), (11, 12)], id="apart"),
    ],
)
def test_a_gap_that_touches_an_open_one_widens_it(
    db: sqlite3.Connection, more: tuple[int, int], left: list[tuple[int, int]]
) -> None:
    first = polls.open_gap(db, "source", SFC, at(0), at(10))
    second = polls.open_gap(db, "source", SFC, at(more[0]), at(more[1]))
    assert spans(db) == [("source", SFC, at(start), at(end)) for start, end in left]
    assert (first == second) is (len(left) == 1)


def test_a_gap_that_fills_the_space_between_two_makes_them_one(db: sqlite3.Connection) -> None:
    polls.open_gap(db, "prices", "", at(0), at(1))
    polls.open_gap(db, "prices", "", at(5), at(6))
    polls.open_gap(db, "prices", "", at(1), at(5))
    assert spans(db) == [("prices", "", at(0), at(6))]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6)), min_size=1, max_size=12))
def test_open_gaps_never_overlap_and_cover_what_was_recorded(
    db: sqlite3.Connection, recorded: list[tuple[int, int]]
) -> None:
    db.execute("DELETE FROM gap")
    for start, length in recorded:
        polls.open_gap(db, "source", SFC, at(start), at(start + length))
    found = [(gap.start, gap.end) for gap in polls.gaps(db)]
    assert all(one[1] < two[0] for one, two in pairwise(found))
    for start, length in recorded:
        assert any(one <= at(start) and at(start + length) <= two for one, two in found)


def test_gaps_of_another_source_or_kind_stay_apart(db: sqlite3.Connection) -> None:
    polls.open_gap(db, "source", SFC, at(0), at(10))
    polls.open_gap(db, "source", HKMA, at(1), at(11))
    polls.open_gap(db, "asleep", SFC, at(2), at(12))
    assert len(spans(db)) == 3


def test_a_closed_gap_is_gone_and_is_not_widened(db: sqlite3.Connection) -> None:
    polls.open_gap(db, "source", SFC, at(0), at(10))
    polls.open_gap(db, "source", SFC, at(20), at(30))
    other = polls.open_gap(db, "source", HKMA, at(0), at(10))
    assert polls.close_gaps(db, "source", SFC, "filled") == 2
    assert polls.close_gaps(db, "source", SFC, "filled") == 0
    assert [gap.id for gap in polls.gaps(db)] == [other]
    polls.open_gap(db, "source", SFC, at(5), at(6))
    assert ("source", SFC, at(5), at(6)) in spans(db)


def test_the_user_dismisses_one_gap(db: sqlite3.Connection) -> None:
    one = polls.open_gap(db, "source", SFC, at(0), at(10))
    two = polls.open_gap(db, "source", SFC, at(20), at(30))
    polls.dismiss_gap(db, one)
    assert [gap.id for gap in polls.gaps(db)] == [two]


def test_a_filled_gap_cannot_be_dismissed_afterwards(db: sqlite3.Connection) -> None:
    gap = polls.open_gap(db, "source", SFC, at(0), at(10))
    polls.close_gaps(db, "source", SFC, "filled")
    polls.dismiss_gap(db, gap)
    assert db.execute("SELECT state FROM gap").fetchall() == [("filled",)]
