# SPDX-License-Identifier: MIT
"""How much time is left, how a deadline stands, and which reminder is due."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.deadline import (
    REMIND_AT,
    DeadlineKind,
    DeadlineState,
    KnownDeadline,
    counted,
    reminder_due,
)
from hkwatch.domain.ids import ItemId

NEW_YEAR = frozenset({date(2026, 2, 17), date(2026, 2, 18), date(2026, 2, 19)})
LAST = date(2026, 2, 20)
ONE = KnownDeadline(1, ItemId(7), "sfc", "26CP4", "Dealing", DeadlineKind.COMMENTS, LAST, LAST)


def test_working_days_leave_out_weekends_and_holidays_and_the_last_day_counts() -> None:
    left = counted(ONE, date(2026, 2, 13), NEW_YEAR)
    assert (left.days, left.workdays) == (7, 2)
    assert left.is_near
    assert counted(ONE, LAST, NEW_YEAR).workdays == 0
    assert counted(ONE, date(2026, 2, 21), NEW_YEAR).days == -1


@pytest.mark.parametrize(
    ("deadline", "today", "state"),
    [
        (ONE, LAST, DeadlineState.OPEN),
        (replace(ONE, announced=date(2026, 2, 6)), LAST, DeadlineState.EXTENDED),
        (ONE, LAST + timedelta(days=1), DeadlineState.CLOSED),
        (replace(ONE, conclusion_ref="26CC4"), LAST - timedelta(days=9), DeadlineState.CONCLUDED),
        (replace(ONE, concluded_at=datetime(2026, 6, 1, tzinfo=UTC)), date(2026, 7, 1), DeadlineState.CONCLUDED),
    ],
)
def test_a_deadline_is_open_on_its_last_day_closed_after_it_and_concluded_for_good(
    deadline: KnownDeadline, today: date, state: DeadlineState
) -> None:
    left = counted(deadline, today, frozenset())
    assert left.state is state
    assert left.is_open is (state in (DeadlineState.OPEN, DeadlineState.EXTENDED))


@pytest.mark.parametrize(
    ("left", "learned_left", "due"),
    [
        (11, None, None),
        (10, None, 10),
        (8, None, 10),
        (3, None, 3),
        (2, 40, 3),
        (1, 40, 1),
        (0, 40, 1),
        (-1, 40, None),
        # Told when it was new, with eight left: the step at ten was behind it.
        (8, 8, None),
        (4, 8, None),
        (3, 8, 3),
        (2, 2, None),
        (1, 2, 1),
    ],
)
def test_the_nearest_step_reached_is_due_unless_it_was_behind_when_the_day_was_told(
    left: int, learned_left: int | None, due: int | None
) -> None:
    assert reminder_due(left, learned_left, REMIND_AT) == due


@given(learned=st.integers(0, 60), steps=st.sets(st.integers(0, 30)))
def test_a_watch_that_looks_every_day_makes_each_step_once(learned: int, steps: set[int]) -> None:
    told = [due for left in range(learned, -1, -1) if (due := reminder_due(left, learned, steps)) is not None]
    assert sorted(set(told), reverse=True) == sorted((step for step in steps if step < learned), reverse=True)
