# SPDX-License-Identifier: MIT
"""What happened while the user was away: nothing is lost, nothing told twice, the worst first."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.away import AwayFacts, AwaySpan, FailedRun, price_path, summarise, troubles
from hkwatch.domain.coverage import Stretch
from hkwatch.domain.detail import ChartPoint
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import DocType, ItemState, Level, Precision
from hkwatch.domain.rows import InboxRow

START = datetime(2025, 2, 14, 9, 0, tzinfo=UTC)
END = START + timedelta(hours=64)
SPAN = AwaySpan(1, START, END)
NAMES = ("A source", "來源", "来源")


def row(number: int, level: Level) -> InboxRow:
    at = START + timedelta(minutes=number)
    return InboxRow(
        *(ItemId(number), at, at, Precision.SECOND, at, f"Item {number}", "en", "sfc", DocType.PRESS, level),
        *(ItemState.NEW, False, False, False, False, "", ("en",), 1, 1, False, ""),
    )


ROWS = st.lists(st.sampled_from(Level), max_size=30).map(
    lambda levels: tuple(row(number, level) for number, level in reversed(list(enumerate(levels))))
)


@given(ROWS)
def test_every_item_stands_in_exactly_one_place_and_in_its_order(rows: tuple[InboxRow, ...]) -> None:
    told = summarise(AwayFacts(SPAN, rows))
    parts = (told.critical, told.high, told.others)
    assert sorted(one.id for part in parts for one in part) == sorted(one.id for one in rows)
    assert all([*part] == sorted(part, key=lambda one: -one.id) for part in parts)
    assert all(one.level is Level.CRITICAL for one in told.critical)
    assert all(one.level is Level.HIGH for one in told.high)
    assert all(one.level < Level.HIGH for one in told.others)
    assert told.is_quiet is (not rows)


PRICES = st.floats(1, 200_000, allow_nan=False)
BARS = st.lists(st.tuples(PRICES, PRICES, PRICES, PRICES), min_size=1, max_size=40).map(
    lambda bars: [
        ChartPoint(START + timedelta(minutes=n), one[0], max(one), min(one), one[1]) for n, one in enumerate(bars)
    ]
)


@given(BARS)
def test_a_path_begins_and_ends_between_its_high_and_its_low(bars: list[ChartPoint]) -> None:
    path = price_path("BTC", bars)
    assert path is not None
    assert path.low <= min(path.first, path.last) <= max(path.first, path.last) <= path.high
    assert (path.first, path.last) == (bars[0].open, bars[-1].close)
    assert path.change == path.last / path.first - 1


def test_without_a_price_there_is_no_path() -> None:
    assert price_path("BTC", []) is None


RUNS = st.lists(
    st.tuples(st.sampled_from("abc"), st.integers(-200, 4000), st.integers(0, 900), st.integers(1, 9), st.booleans()),
    max_size=20,
).map(
    lambda runs: [
        FailedRun(
            source,
            NAMES,
            START + timedelta(minutes=first),
            None if is_on else START + timedelta(minutes=first + length),
            checks,
            "timeout",
        )
        for source, first, length, checks, is_on in runs
    ]
)


@given(RUNS)
def test_a_source_that_failed_has_one_line_with_all_its_checks(runs: list[FailedRun]) -> None:
    found = troubles(runs, START, END)
    assert {one.source for one in found} == {run.source for run in runs}
    assert len({one.source for one in found}) == len(found)
    assert sum(one.checks for one in found) == sum(run.checks for run in runs)
    assert sum(one.runs for one in found) == len(runs)
    assert [one.lost for one in found] == sorted((one.lost for one in found), reverse=True)
    for one in found:
        assert timedelta(0) <= one.lost
        assert (one.end is None) is any(run.end is None for run in runs if run.source == one.source)


def test_only_the_time_inside_the_absence_counts_as_not_watched() -> None:
    before, inside = timedelta(hours=5), timedelta(hours=2)
    facts = AwayFacts(SPAN, unwatched=(Stretch(START - before, START + inside), Stretch(END - inside, END + before)))
    assert summarise(facts).lost == 2 * inside
