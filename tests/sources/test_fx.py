# SPDX-License-Identifier: MIT
"""US dollar in Hong Kong dollars, kept inside the peg band."""

import tomllib
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from hkwatch.domain.catalogue import FxRow
from hkwatch.domain.errors import FormatError
from hkwatch.sources.fx import PEG_MID, FxRate, choose_rate, is_fresh, parse_rate

NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
FILE = Path(__file__).parents[2] / "resources" / "catalogue" / "venues.toml"
ROWS = {row["id"]: FxRow(**row) for row in tomllib.loads(FILE.read_text("utf-8"))["fx"]}


def test_frankfurter_is_read_with_its_day():
    body = b'{"date":"2026-11-24","base":"USD","quote":"HKD","rate":7.7821}'
    assert parse_rate(ROWS["frankfurter"], body, NOW) == FxRate(
        Decimal("7.7821"), "frankfurter", date(2026, 11, 24), NOW
    )


def test_er_api_is_read_with_its_day():
    body = b'{"result":"success","time_last_update_unix":1795564801,"base_code":"USD","rates":{"USD":1,"HKD":7.7819}}'
    assert parse_rate(ROWS["er-api"], body, NOW) == FxRate(Decimal("7.7819"), "er-api", date(2026, 11, 25), NOW)


def test_a_day_written_as_in_e_mail_is_read():
    row = FxRow("other", "https://fx.test", "r", 60, 7.7, 7.9, date="d")
    body = b'{"r":"7.8","d":"Wed, 25 Nov 2026 00:00:01 +0000"}'
    assert parse_rate(row, body, NOW).as_of == date(2026, 11, 25)


def test_a_service_without_a_day_has_none():
    row = FxRow("other", "https://fx.test", "r", 60, 7.7, 7.9)
    assert parse_rate(row, b'{"r":7.8}', NOW).as_of is None


@pytest.mark.parametrize(
    ("rate", "good"), [("7.70", True), ("7.90", True), ("7.6999", False), ("7.9001", False), ("0.128", False)]
)
def test_a_rate_outside_the_guard_is_refused_by_name(rate, good):
    body = f'{{"date":"2026-11-24","rate":{rate}}}'.encode()
    if good:
        assert parse_rate(ROWS["frankfurter"], body, NOW).rate == Decimal(rate)
    else:
        with pytest.raises(FormatError, match=r"frankfurter.*outside 7\.7–7\.9"):
            parse_rate(ROWS["frankfurter"], body, NOW)


@pytest.mark.parametrize(
    ("body", "key"),
    [
        (b"<html></html>", "not-json"),
        (b'{"status":404,"message":"not found"}', "fx-path"),
        (b'{"rate":"n/a","date":"2026-11-24"}', "fx-number"),
        (b'{"rate":null,"date":"2026-11-24"}', "fx-number"),
        (b'{"rate":7.8,"date":"tomorrow"}', "fx-date"),
        (b'{"rate":7.8}', "fx-path"),
    ],
)
def test_an_answer_of_another_form_is_refused_by_name(body, key):
    with pytest.raises(FormatError, match="frankfurter") as found:
        parse_rate(ROWS["frankfurter"], body, NOW)
    assert found.value.key == key


def rate(source: str, *, age: timedelta = timedelta(0), as_of: date | None = date(2026, 11, 24)) -> FxRate:
    return FxRate(Decimal("7.78"), source, as_of, NOW - age)


def test_the_first_fresh_rate_in_order_is_taken():
    assert choose_rate([rate("a"), rate("b")], NOW).source == "a"
    assert choose_rate([rate("a", age=timedelta(hours=37)), rate("b")], NOW).source == "b"


def test_with_nothing_fresh_the_middle_of_the_band_serves_and_says_so():
    chosen = choose_rate([rate("a", age=timedelta(days=3))], NOW)
    assert chosen is PEG_MID
    assert chosen.is_fallback
    assert chosen.rate == Decimal("7.80")
    assert not rate("a").is_fallback


def test_a_service_that_repeats_an_old_day_is_not_fresh():
    assert is_fresh(rate("a", as_of=date(2026, 11, 18)), NOW)
    assert not is_fresh(rate("a", as_of=date(2026, 11, 17)), NOW)
    assert is_fresh(rate("a", as_of=None), NOW)
    assert not is_fresh(PEG_MID, NOW)
