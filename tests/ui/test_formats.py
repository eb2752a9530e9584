# SPDX-License-Identifier: MIT
"""Times, ages, prices and percentages as they are written in three languages."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.ui import formats
from hkwatch.ui.formats import Direction

NOW = datetime(2025, 2, 19, 9, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("99812.4", "US$99,812"),
        ("99812.5", "US$99,813"),
        ("1000", "US$1,000"),
        ("999.999", "US$1,000.00"),
        ("0.5", "US$0.50"),
        ("-1500", "−US$1,500"),
        ("0", "US$0.00"),
    ],
)
def test_prices_are_whole_from_a_thousand_and_have_cents_below(value: str, text: str) -> None:
    assert formats.money(Decimal(value)) == text


def test_hong_kong_dollars_have_their_own_symbol() -> None:
    assert formats.money(Decimal("776737"), "HKD") == "HK$776,737"


def test_an_unknown_currency_is_named_by_its_code() -> None:
    assert formats.money(Decimal("5000"), "EUR") == "EUR\N{NO-BREAK SPACE}5,000"


@pytest.mark.parametrize(
    ("value", "text"), [("95000", "95,000"), ("95000.50", "95,000.5"), ("0.052", "0.052"), ("1E+5", "100,000")]
)
def test_a_level_is_never_rounded(value: str, text: str) -> None:
    assert formats.level(Decimal(value)) == f"US${text}"


@pytest.mark.parametrize(
    ("fraction", "direction", "text"),
    [
        ("0.0068", Direction.UP, "0.7"),
        ("-0.0214", Direction.DOWN, "2.1"),
        ("0.0004", Direction.FLAT, "0.0"),
        ("-0.0004", Direction.FLAT, "0.0"),
        ("-0.0005", Direction.DOWN, "0.1"),
    ],
)
def test_a_change_is_told_by_direction_and_size(fraction: str, direction: Direction, text: str) -> None:
    assert formats.change(Decimal(fraction)) == (direction, f"{text}\N{NO-BREAK SPACE}%")


def test_a_negative_percentage_has_the_true_minus() -> None:
    assert formats.percent(Decimal("-0.021")).startswith("−2.1")


@given(st.decimals(min_value="-1e9", max_value="1e9", places=4))
def test_no_number_is_written_with_a_hyphen_or_as_minus_zero(value: Decimal) -> None:
    for text in (formats.amount(value), formats.percent(value), formats.money(value)):
        assert "-" not in text
        assert not (text.startswith("−") and not any(c in "123456789" for c in text))


def test_times_are_shown_in_hong_kong_whatever_their_zone() -> None:
    assert formats.clock(datetime(2025, 2, 18, 23, 5, 9, tzinfo=UTC)) == "07:05"
    assert formats.clock(datetime(2025, 2, 18, 23, 5, 9, tzinfo=UTC), seconds=True) == "07:05:09"


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        formats.clock(datetime(2025, 2, 19, 9, 8))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("language", "full", "short", "weekday"),
    [
        ("en", "19 Feb 2025", "19 Feb", "Wed 19 Feb"),
        ("zh-Hant", "2025年2月19日", "2月19日", "2月19日 星期三"),
        ("zh-Hans", "2025年2月19日", "2月19日", "2月19日 星期三"),
        ("fr", "19 Feb 2025", "19 Feb", "Wed 19 Feb"),
    ],
)
def test_dates_follow_the_language(language: str, full: str, short: str, weekday: str) -> None:
    assert formats.date(NOW, language) == full
    assert formats.day_month(NOW, language) == short
    assert formats.weekday_date(NOW, language) == weekday


def test_the_hong_kong_day_decides_and_not_the_utc_day() -> None:
    assert formats.date(datetime(2025, 2, 18, 16, 0, tzinfo=UTC), "en") == "19 Feb 2025"


def test_a_short_time_names_the_day_only_when_it_is_another_one() -> None:
    assert formats.short_time(NOW - timedelta(hours=2), NOW, "en") == "15:08"
    assert formats.short_time(datetime(2025, 2, 14, 14, 40, tzinfo=UTC), NOW, "en") == "14 Feb 22:40"
    assert formats.short_time(datetime(2025, 2, 14, 14, 40, tzinfo=UTC), NOW, "zh-Hant") == "2月14日 22:40"
    assert formats.short_time(datetime(2024, 12, 31, 14, 40, tzinfo=UTC), NOW, "en") == "31 Dec 2024 22:40"


@pytest.mark.parametrize(
    ("seconds", "english", "hant", "hans"),
    [
        (12, "12 s ago", "12 秒前", "12 秒前"),
        (59, "59 s ago", "59 秒前", "59 秒前"),
        (60, "1 min ago", "1 分鐘前", "1 分钟前"),
        (3 * 3600, "3 h ago", "3 小時前", "3 小时前"),
        (47 * 3600, "47 h ago", "47 小時前", "47 小时前"),
        (49 * 3600, "2 d ago", "2 天前", "2 天前"),
        (-5, "0 s ago", "0 秒前", "0 秒前"),
    ],
)
def test_an_age_has_one_whole_unit(seconds: int, english: str, hant: str, hans: str) -> None:
    at = NOW - timedelta(seconds=seconds)
    for language, text in (("en", english), ("zh-Hant", hant), ("zh-Hans", hans)):
        assert formats.age(at, NOW, language).replace("\N{NO-BREAK SPACE}", " ") == text


def test_an_old_price_says_how_old() -> None:
    text = formats.old(NOW - timedelta(minutes=6), NOW, "en")
    assert text.replace("\N{NO-BREAK SPACE}", " ") == "6 min old"
