# SPDX-License-Identifier: MIT
"""How usual a move is: windows of a length over stored closes, and what too little history says."""

from array import array
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.detail import Columns
from hkwatch.domain.pins import LENGTHS, Ranks

START = datetime(2026, 1, 1, tzinfo=UTC).timestamp()
QUARTER, HOUR, DAY, WEEK = range(4)


def columns(closes: list[float], step_s: float = 60.0) -> Columns:
    times = array("d", [START + n * step_s for n in range(len(closes))])
    prices = array("d", closes)
    return Columns(times, prices, prices, prices, prices)


def test_a_steady_rise_makes_all_moves_alike():
    ranks = Ranks(columns([100 * 1.0001**n for n in range(3000)]))
    usual = 1.0001**15 - 1
    assert ranks.share_below(QUARTER, usual * 1.01) == 1
    assert ranks.share_below(QUARTER, usual * 0.99) == 0
    assert ranks.share_below(QUARTER, -usual * 1.01) == 1


def test_windows_begin_every_five_minutes():
    ranks = Ranks(columns([100.0] * 3000))
    assert ranks.count(QUARTER) == (3000 - 15 + 4) // 5
    assert ranks.count(HOUR) == (3000 - 60 + 4) // 5


def test_of_few_windows_no_share_is_said():
    ranks = Ranks(columns([100.0] * 900))
    assert ranks.count(QUARTER) < 200
    assert ranks.share_below(QUARTER, 0.01) is None
    assert Ranks(columns([])).share_below(WEEK, 0.01) is None


def test_hours_say_nothing_of_a_quarter_of_an_hour_and_enough_of_a_day():
    ranks = Ranks(columns([100.0 + n % 2 for n in range(2000)], 3600))
    assert ranks.count(QUARTER) == 0
    assert ranks.count(DAY) > 1900
    assert ranks.share_below(DAY, 0.5) == 1


def test_a_hole_makes_no_windows_across_it():
    times = [START + 60 * n for n in range(2000)] + [START + 10 * 86_400 + 60 * n for n in range(2000)]
    prices = array("d", [100.0] * 2000 + [200.0] * 2000)
    ranks = Ranks(Columns(array("d", times), prices, prices, prices, prices))
    # Nothing moved but over the hole, and no window of an hour holds it.
    assert ranks.share_below(HOUR, 1e-9) == 1


@given(st.integers(1300, 1400), st.lists(st.floats(1, 1000), min_size=1, max_size=20), st.floats(-0.5, 0.5))
def test_a_share_is_what_counting_gives(count, pattern, move):
    closes = [pattern[n * n % len(pattern)] for n in range(count)]
    ranks = Ranks(columns(closes))
    sizes = [abs(closes[n + 15] / closes[n] - 1) for n in range(0, len(closes) - 15, 5)]
    assert ranks.count(QUARTER) == len(sizes)
    share = ranks.share_below(QUARTER, move)
    assert share == pytest.approx(sum(size < abs(move) for size in sizes) / len(sizes))


def test_lengths_are_those_that_are_shown():
    assert [length.total_seconds() for length in LENGTHS] == [900, 3600, 86_400, 604_800]
