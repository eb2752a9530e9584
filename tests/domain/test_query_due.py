# SPDX-License-Identifier: MIT
"""What `due:` means: days ahead, working days ahead, calendar words."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.hkt import workdays_between
from hkwatch.domain.query import parse_query
from hkwatch.domain.query_due import is_due
from hkwatch.domain.query_tree import Term

WEDNESDAY = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
TODAY = date(2026, 11, 25)
HOLIDAYS = frozenset({date(2026, 12, 25), date(2026, 12, 26), date(2027, 1, 1)})


def due(text: str, day: date, now: datetime = WEDNESDAY) -> bool:
    term = parse_query(f"due:{text}").root
    assert isinstance(term, Term)
    return is_due(day, term.values, now, lambda: HOLIDAYS)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("today", "2026-11-25", "2026-11-25"),
        ("week", "2026-11-23", "2026-11-29"),
        ("month", "2026-11-01", "2026-11-30"),
        ("2027-01", "2027-01-01", "2027-01-31"),
        ("7d", "2026-11-25", "2026-12-02"),
        ("<7d", "2026-11-25", "2026-12-01"),
        # Friday is two working days away; Saturday and Sunday leave no more than that.
        ("2wd", "2026-11-25", "2026-11-29"),
        ("<2wd", "2026-11-25", "2026-11-26"),
        ("<=2wd", "2026-11-25", "2026-11-29"),
        ("2wd..3wd", "2026-11-27", "2026-11-30"),
        # 24 December is Thursday; two days of Christmas and a weekend follow.
        ("21wd..21wd", "2026-12-24", "2026-12-27"),
    ],
)
def test_a_span_has_a_first_and_a_last_day(text: str, first: str, last: str) -> None:
    low, high = date.fromisoformat(first), date.fromisoformat(last)
    days = [low - timedelta(days=1), low, high, high + timedelta(days=1)]
    assert [due(text, day) for day in days] == [False, True, True, False]


def test_past_and_beyond_have_one_end() -> None:
    assert due("past", TODAY - timedelta(days=900))
    assert not due("past", TODAY)
    assert due(">2wd", date(2026, 11, 30))
    assert not due(">2wd", date(2026, 11, 29))
    assert due(">=2wd", date(2026, 11, 27))


@given(count=st.integers(0, 90), ahead=st.integers(0, 130), later=st.integers(0, 400))
def test_working_days_are_counted_as_everywhere_else(count: int, ahead: int, later: int) -> None:
    now = WEDNESDAY + timedelta(days=later)
    today = TODAY + timedelta(days=later)
    day = today + timedelta(days=ahead)
    left = workdays_between(today, day, HOLIDAYS)
    assert due(f"<={count}wd", day, now) is (left <= count)
    assert due(f"<{count}wd", day, now) is (left < count)
    assert due(f">{count}wd", day, now) is (left > count)
    assert due(f">={count}wd", day, now) is (left >= count)
