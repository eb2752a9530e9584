# SPDX-License-Identifier: MIT
"""Days, ages and numbers as queries write them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.hkt import HKT
from hkwatch.domain.order import from_ms
from hkwatch.domain.query import parse_query
from hkwatch.domain.query_values import Bounds, bounds, interval, is_day, number

NOW = datetime(2026, 11, 25, 2, 30, tzinfo=HKT)
"""A Wednesday, still the 24th in London."""


def span(text: str, now: datetime = NOW) -> tuple[str | None, str | None]:
    (term,) = parse_query(f"pub:{text}").terms
    found = interval(term.values[0], now)
    ends = (found.low, found.high)
    low, high = (None if end is None else f"{from_ms(end).astimezone(HKT):%Y-%m-%d %H:%M}" for end in ends)
    return (low and low.removesuffix(" 00:00"), high and high.removesuffix(" 00:00"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("today", ("2026-11-25", "2026-11-26")),
        ("yesterday", ("2026-11-24", "2026-11-25")),
        ("week", ("2026-11-23", "2026-11-26")),
        ("month", ("2026-11-01", "2026-11-26")),
        ("2026", ("2026-01-01", "2027-01-01")),
        ("2026-11", ("2026-11-01", "2026-12-01")),
        ("2026-12", ("2026-12-01", "2027-01-01")),
        ("2026-2", ("2026-02-01", "2026-03-01")),
        ("2026-11-05", ("2026-11-05", "2026-11-06")),
        ("2026-01..2026-03", ("2026-01-01", "2026-04-01")),
        ("2026-01..", ("2026-01-01", None)),
        ("..2026-03", (None, "2026-04-01")),
        ("7d..yesterday", ("2026-11-19", "2026-11-25")),
        ("7d", ("2026-11-19", "2026-11-26")),
        ("1d", ("2026-11-25", "2026-11-26")),
        ("2w", ("2026-11-12", "2026-11-26")),
        ("24h", ("2026-11-24 02:30", None)),
        (">7d", (None, "2026-11-19")),
        ("<7d", ("2026-11-19", None)),
        (">2026-11", ("2026-12-01", None)),
        (">=2026-11", ("2026-11-01", None)),
        ("<2026-11", (None, "2026-11-01")),
        ("<=2026-11", (None, "2026-12-01")),
    ],
)
def test_a_date_means_hong_kong_days(text: str, found: tuple[str | None, str | None]) -> None:
    assert span(text) == found


@given(st.integers(946_684_800, 4_102_444_800).map(lambda second: datetime.fromtimestamp(second, UTC)))
def test_today_holds_now_and_yesterday_ends_where_today_begins(now: datetime) -> None:
    (today, yesterday) = (
        interval(parse_query(f"pub:{word}").terms[0].values[0], now) for word in ("today", "yesterday")
    )
    assert today.holds(int(now.timestamp() * 1000))
    assert yesterday.high == today.low
    assert today.low is not None
    assert today.high is not None
    assert today.high - today.low == timedelta(days=1) / timedelta(milliseconds=1)


@pytest.mark.parametrize(
    "text", ["", "soon", "2026-13", "2026-02-30", "0d", "7x", "26-11", "9999", "2026-11-05T10:00", "٢٠٢٦"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    assert not is_day(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("100000", 1e5), ("100,000", 1e5), ("US$95k", 95e3), ("10萬", 1e5), ("1.5m", 1.5e6), ("-5", -5), ("\u22125", -5), (".5", 0.5)],  # noqa: E501
)  # fmt: skip
def test_numbers_are_written_in_many_ways(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["", "k", "1,00", "1e5", "nan", "inf", "--5", "5%%", "9" * 16])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        number(text)


def test_the_end_of_a_comparison_counts_only_with_the_equals_sign() -> None:
    over, least = (bounds(parse_query(f"price:{text}").terms[0].values[0]) for text in (">100k", ">=100k"))
    assert (over.holds(1e5), least.holds(1e5), over.holds(100_001), least.holds(99_999)) == (False, True, True, False)
    assert bounds(parse_query("move1h:-5%..2%").terms[0].values[0]) == Bounds(-5, 2)
