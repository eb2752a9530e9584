# SPDX-License-Identifier: MIT
"""What is typed into the alert dialog, and what it amounts to."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.alerts import AlertKind, AlertSpec, Currency, Repeat
from hkwatch.domain.ids import AlertId
from hkwatch.domain.item import Level
from hkwatch.ui.alerts.draft import (
    Draft,
    Expiry,
    Problem,
    draft_of,
    fitting_kind,
    parse_amount,
    read,
    suggest_level,
)
from hkwatch.ui.alerts.words import beyond_text, distance_text, problem_text, rearm_text, sentence
from hkwatch.ui.formats import exact

NOW = datetime(2025, 2, 19, 9, 8, tzinfo=UTC)
PRICE, FX = Decimal("96214"), Decimal("7.8")
BELOW = Draft(AlertId(0), "BTC", Currency.USD, AlertKind.CROSS_BELOW, "95,000")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("95,000", "95000"),
        (" 95 000.50 ", "95000.50"),
        ("US$95,000", "95000"),
        ("hk$740k", "740000"),
        ("95k", "95000"),
        ("95.5K", "95500"),
        ("９５０００", "95000"),
        ("9.5萬", "95000"),
        ("9.5万", "95000"),
        ("−5", "-5"),
    ],
)
def test_an_amount_is_read_as_people_write_it(text: str, value: str) -> None:
    assert parse_amount(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "abc", "95x", "1.2.3", "nan", "inf", "US$", "k"])
def test_what_is_no_number_gives_none(text: str) -> None:
    assert parse_amount(text) is None


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(text: str) -> None:
    reading = read(replace(BELOW, level_text=text, band_text=text, cooldown_text=text), PRICE, FX, NOW)
    assert (reading.spec is None) == bool(reading.problems)


@given(st.decimals(min_value="0.01", max_value="10000000", places=2))
def test_a_level_survives_being_shown_and_read_again(level: Decimal) -> None:
    assert parse_amount(exact(level)) == level


def test_a_good_draft_becomes_the_alert() -> None:
    draft = replace(
        BELOW, repeat=Repeat.EVERY, cooldown_text="30", notify=Level.NORMAL, expiry=Expiry.WEEK, note=" look "
    )
    assert read(draft, PRICE, FX, NOW).spec == AlertSpec(
        AlertId(0),
        "BTC",
        AlertKind.CROSS_BELOW,
        Decimal(95_000),
        Currency.USD,
        Decimal("0.0025"),
        1800,
        Repeat.EVERY,
        Level.NORMAL,
        NOW + timedelta(days=7),
        "look",
    )


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"level_text": "  "}, Problem.LEVEL_MISSING),
        ({"level_text": "95x"}, Problem.LEVEL_UNREADABLE),
        ({"level_text": "0"}, Problem.LEVEL_NOT_POSITIVE),
        ({"level_text": "-5"}, Problem.LEVEL_NOT_POSITIVE),
        ({"band_text": "wide"}, Problem.BAND_UNREADABLE),
        ({"band_text": "50"}, Problem.BAND_RANGE),
        ({"band_text": "-1"}, Problem.BAND_RANGE),
        ({"repeat": Repeat.EVERY, "cooldown_text": "soon"}, Problem.COOLDOWN_UNREADABLE),
        ({"repeat": Repeat.EVERY, "cooldown_text": "1.5"}, Problem.COOLDOWN_UNREADABLE),
        ({"repeat": Repeat.EVERY, "cooldown_text": "20000"}, Problem.COOLDOWN_RANGE),
        ({"expiry": Expiry.KEEP, "kept_until": NOW - timedelta(seconds=1)}, Problem.EXPIRED),
    ],
)
def test_each_mistake_has_its_own_sentence(changes: dict[str, object], problem: Problem) -> None:
    reading = read(replace(BELOW, **changes), PRICE, FX, NOW)  # type: ignore[arg-type]
    assert reading.problems == (problem,)
    assert reading.spec is None
    assert problem_text(problem).endswith((".", "end."))


def test_every_problem_has_a_sentence_of_its_own() -> None:
    assert len({problem_text(problem) for problem in Problem}) == len(Problem)


def test_a_pause_that_rests_is_not_in_the_way() -> None:
    assert read(replace(BELOW, cooldown_text="soon"), PRICE, FX, NOW).spec is not None


def test_a_band_of_zero_is_allowed() -> None:
    reading = read(replace(BELOW, band_text="0 %"), PRICE, FX, NOW)
    assert reading.spec is not None
    assert reading.rearm_level == Decimal(95_000)


def test_the_level_that_arms_again_lies_back_beyond_the_band() -> None:
    assert rearm_text(BELOW, read(BELOW, PRICE, FX, NOW)) == "ready again above US$95,237.50"
    above = replace(BELOW, kind=AlertKind.CROSS_ABOVE, level_text="100,000")
    assert rearm_text(above, read(above, PRICE, FX, NOW)) == "ready again below US$99,750"


@pytest.mark.parametrize(
    ("kind", "level", "beyond"),
    [
        (AlertKind.CROSS_BELOW, "95000", False),
        (AlertKind.CROSS_BELOW, "96214", True),
        (AlertKind.CROSS_BELOW, "97000", True),
        (AlertKind.CROSS_ABOVE, "97000", False),
        (AlertKind.CROSS_ABOVE, "96214", True),
    ],
)
def test_a_price_already_past_the_level_is_told(kind: AlertKind, level: str, beyond: bool) -> None:
    draft = replace(BELOW, kind=kind, level_text=level)
    reading = read(draft, PRICE, FX, NOW)
    assert reading.is_beyond is beyond
    assert ("Fires on the next crossing" in beyond_text(draft, reading)) is beyond


def test_a_level_in_hong_kong_dollars_is_compared_in_hong_kong_dollars() -> None:
    draft = replace(BELOW, currency=Currency.HKD, level_text="740,000")
    reading = read(draft, PRICE, FX, NOW)
    assert reading.distance == pytest.approx(Decimal("-0.01397"), abs=Decimal("0.0001"))
    text = distance_text(reading, PRICE * FX, "HKD").replace("\N{NO-BREAK SPACE}", " ")
    assert text == "1.4 % below HK$750,469"
    assert read(draft, PRICE, None, NOW).distance is None


def test_without_a_price_nothing_is_compared() -> None:
    reading = read(BELOW, None, None, NOW)
    assert reading.distance is None
    assert not reading.is_beyond
    assert reading.spec is not None


@pytest.mark.parametrize(
    ("price", "level"),
    [("96900", "96000"), ("96100", "95000"), ("100000", "90000"), ("3456", "3400"), ("0.52", "0.51")],
)
def test_a_proposed_level_is_round_and_not_too_near(price: str, level: str) -> None:
    assert suggest_level(Decimal(price)) == Decimal(level)


@given(st.decimals(min_value="0.01", max_value="10000000", places=2))
def test_a_proposed_level_lies_under_the_price_and_above_zero(price: Decimal) -> None:
    level = suggest_level(price)
    assert 0 < level < price
    assert fitting_kind(level, price) is AlertKind.CROSS_BELOW


def test_an_alert_that_is_edited_comes_back_as_it_was() -> None:
    spec = AlertSpec(
        AlertId(7),
        "BTC",
        AlertKind.CROSS_ABOVE,
        Decimal("98000.5"),
        Currency.HKD,
        Decimal("0.005"),
        3600,
        Repeat.EVERY,
        Level.NORMAL,
        NOW + timedelta(days=3),
        "month end",
    )
    assert read(draft_of(spec), PRICE, FX, NOW).spec == spec


def test_the_sentence_says_what_will_happen() -> None:
    once = sentence(BELOW, read(BELOW, PRICE, FX, NOW), NOW, "en")
    assert once == "Tell me once, when BTC falls through US$95,000."
    every = replace(BELOW, repeat=Repeat.EVERY, expiry=Expiry.DAY)
    assert sentence(every, read(every, PRICE, FX, NOW), NOW, "en") == (
        "Tell me each time BTC falls through US$95,000, at most every 15 min; ready again once it is back above"
        " US$95,237.50. Until 20 Feb 2025 17:08 HKT."
    )
    wrong = replace(BELOW, level_text="")
    assert sentence(wrong, read(wrong, PRICE, FX, NOW), NOW, "en") == ""
