# SPDX-License-Identifier: MIT
"""How many items may pop up: bursts, and six normal ones an hour."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.item import Level
from hkwatch.domain.notice_budget import BURST_WINDOW, NORMAL_AN_HOUR, NORMAL_WINDOW, Plan, Shown, plan

NOW = datetime(2025, 2, 21, 6, tzinfo=UTC)
HIGH, NORMAL, CRITICAL = Level.HIGH, Level.NORMAL, Level.CRITICAL


def ago(seconds: float, level: Level = HIGH, count: int = 1) -> Shown:
    return Shown(NOW - timedelta(seconds=seconds), level, count)


def test_three_are_told_and_four_are_one() -> None:
    assert plan([HIGH] * 3, [], NOW) == Plan(tell=(0, 1, 2))
    assert plan([HIGH] * 4, [], NOW) == Plan(fold=(0, 1, 2, 3))


def test_a_fourth_within_a_minute_waits_until_the_first_is_a_minute_old() -> None:
    shown = [ago(50), ago(30), ago(10)]
    assert plan([HIGH], shown, NOW) == Plan(wait=(0,), again_at=NOW + timedelta(seconds=10))
    assert plan([HIGH], shown, NOW + timedelta(seconds=10)) == Plan(tell=(0,))


def test_critical_does_not_wait() -> None:
    told = plan([HIGH, CRITICAL], [ago(5), ago(4), ago(3)], NOW)
    assert (told.tell, told.wait) == ((1,), (0,))


def test_one_summary_a_minute() -> None:
    told = plan([HIGH] * 5, [ago(20, count=4)], NOW)
    assert (told.tell, told.fold, told.wait) == ((), (), (0, 1, 2, 3, 4))


def test_a_seventh_normal_one_in_an_hour_waits_and_then_comes_with_the_others_as_one() -> None:
    shown = [ago(600 * n + 300, NORMAL) for n in range(6)]
    told = plan([NORMAL, HIGH], shown, NOW)
    assert (told.tell, told.wait) == ((1,), (0,))
    assert told.again_at == NOW + timedelta(seconds=300)
    later = plan([NORMAL, NORMAL], shown, NOW + timedelta(seconds=300))
    assert later.fold == (0, 1)


@given(
    st.lists(st.sampled_from(Level), max_size=12),
    st.lists(st.tuples(st.integers(0, 4000), st.sampled_from(Level), st.integers(1, 6)), max_size=12),
)
def test_each_item_has_one_fate_and_what_waits_has_a_time(
    levels: list[Level], before: list[tuple[int, Level, int]]
) -> None:
    shown = [ago(seconds, level, count) for seconds, level, count in before]
    told = plan(levels, shown, NOW)
    assert sorted((*told.tell, *told.fold, *told.wait)) == list(range(len(levels)))
    assert bool(told.wait) == (told.again_at is not None)
    if told.again_at is not None:
        assert NOW < told.again_at <= NOW + NORMAL_WINDOW
    assert not any(levels[place] is Level.CRITICAL for place in told.wait if len(told.tell) or not told.fold) or (
        len(levels) > 3
    )
    rare = [one for one in shown if one.level <= NORMAL and NOW - one.at < NORMAL_WINDOW]
    assert len(rare) + sum(levels[place] <= NORMAL for place in told.tell) <= max(NORMAL_AN_HOUR, len(rare))
    assert BURST_WINDOW < NORMAL_WINDOW
