# SPDX-License-Identifier: MIT
"""Price history from files: both layouts, every unit of time, and rows that are wrong."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.bars import Bar
from hkwatch.domain.detail import ChartPoint
from hkwatch.domain.errors import FormatError
from hkwatch.sources.price_csv import hours_of, read_bars, write_bars

AT = datetime(2025, 1, 20, 7, 5, tzinfo=UTC)
S = 1_737_356_700


def klines(unit: int, step_s: int = 60, rows: int = 3) -> list[str]:
    """As Binance's downloads have them."""
    return [f"{(S + n * step_s) * unit},101.5,103.0,100.25,102.0,8.1,{(S + (n + 1) * step_s) * unit - 1},0,1,0,0,0"
            for n in range(rows)]  # fmt: skip


BITSTAMP = ["timestamp,open,high,low,close,volume", f"{S + 60},102,104,101,103,1.5", f"{S},101,103,100,102,2.5"]
DOWNLOAD = [
    "https://www.example.test/data",
    "unix,date,symbol,open,high,low,close,Volume BTC,Volume USD",
    f"{S + 60},2025-01-20 07:06:00,BTC/USD,102,104,101,103,1,1",
    f"{S},2025-01-20 07:05:00,BTC/USD,101,103,100,102,1,1",
]


@pytest.mark.parametrize("unit", [1, 1_000, 1_000_000])
def test_seconds_milliseconds_and_microseconds_are_told_apart(unit):
    bars = read_bars("x.csv", klines(unit))
    assert bars[0] == Bar(AT, Decimal("101.5"), Decimal(103), Decimal("100.25"), Decimal(102), 60)
    assert [bar.at - AT for bar in bars] == [timedelta(minutes=n) for n in range(3)]


@pytest.mark.parametrize("lines", [BITSTAMP, DOWNLOAD])
def test_bitstamps_layouts_are_read_newest_first_or_last(lines):
    bars = read_bars("x.csv", lines)
    assert [(bar.at, bar.open, bar.close) for bar in bars] == [(AT, 101, 102), (AT + timedelta(minutes=1), 102, 103)]


def test_a_header_of_binance_is_read_as_one():
    bars = read_bars("x.csv", ["open_time,open,high,low,close,volume,close_time", *klines(1000)])
    assert len(bars) == 3


def test_times_may_be_written_out():
    rows = ["timestamp,open,high,low,close", "2025-01-20 07:05:00,1,1,1,1", "2025-01-20 07:06:00,1,1,1,1"]
    assert read_bars("x.csv", rows)[0].at == AT


def test_hours_are_known_as_hours_and_a_row_that_comes_twice_counts_once():
    bars = read_bars("x.csv", [*klines(1000, 3600), klines(1000, 3600)[0]])
    assert [bar.span_s for bar in bars] == [3600] * 3


def test_a_gap_does_not_change_what_the_rows_are():
    assert len(read_bars("x.csv", [*klines(1, rows=5), f"{S + 86_400},1,1,1,1"])) == 6


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([], "holds no prices"),
        (["a,b,c"] * 6, "no header in the first 5 lines"),
        (klines(1, rows=1), "one row"),
        (klines(1, 300), "0:05:00"),
        ([*klines(1), f"{S},1,2"], "line 4"),
        ([*klines(1), f"{S},1,2,3,x"], "'x' is no number"),
        ([*klines(1), f"{S},0,2,0,1"], "above 0"),
        ([*klines(1), f"{S},5,2,1,1"], "do not enclose"),
        ([*klines(1), "12345678901234567890123,1,1,1,1"], "line 4"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(rows, says):
    with pytest.raises(FormatError, match=r"x\.csv") as found:
        read_bars("x.csv", rows)
    assert says in found.value.detail


prices = st.lists(st.integers(1, 10**9).map(lambda cents: Decimal(cents) / 100), min_size=4, max_size=4)


@given(st.lists(prices, min_size=2, max_size=30), st.sampled_from([60, 3600]))
def test_what_is_written_is_read_back(rows, step_s):
    at = AT.replace(minute=0)
    points = [
        ChartPoint(
            at + timedelta(seconds=n * step_s), float(a), float(max(a, b, c, d)), float(min(a, b, c, d)), float(b)
        )
        for n, (a, b, c, d) in enumerate(rows)
    ]
    again = read_bars("x.csv", write_bars(points))
    assert [(bar.at, float(bar.open), float(bar.close), bar.span_s) for bar in again] == [
        (point.at, point.open, point.close, step_s) for point in points
    ]


def test_minutes_make_the_hours_they_lie_in():
    start = AT.replace(minute=58)
    minutes = [
        Bar(start + timedelta(minutes=n), Decimal(n + 1), Decimal(n + 9), Decimal(1), Decimal(n + 2)) for n in range(4)
    ]
    first, second = hours_of(minutes)
    assert (first.at, first.open, first.high, first.close, first.span_s) == (AT.replace(minute=0), 1, 10, 3, 3600)
    assert (second.open, second.high, second.close) == (3, 12, 5)
