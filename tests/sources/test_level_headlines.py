# SPDX-License-Identifier: MIT
"""Levels of bitcoin in headlines, read with the shipped words: value, direction, reached or only forecast."""

from decimal import Decimal

import pytest

from hkwatch.domain.btc_levels import BtcLevel
from hkwatch.domain.flags import FlagInput
from services.rig import shipped


def level(title: str, body: str = "") -> BtcLevel | None:
    return shipped().classifier.classify(FlagInput(title, body, "")).btc_level


@pytest.mark.parametrize(
    ("title", "usd", "direction"),
    [
        ("Bitcoin tops US$100k for the first time", 100_000, "above"),
        ("Bitcoin hits record high of $109,071", 109_071, "above"),
        ("Bitcoin climbs above HK$936,000, a record", 120_000, "above"),
        ("Bitcoin at $125,000: new all-time high", 125_000, "above"),
        ("Bitcoin price: BTC rallies 8% to top 70,000 dollars", 70_000, "above"),
        ("Bitcoin reaches 13-week low at $54,000", 54_000, "below"),
        ("BTC/USD crosses 100,000", 100_000, "above"),
        ("比特幣升破10萬美元", 100_000, "above"),
        ("比特幣突破十萬美元大關", 100_000, "above"),
        ("比特幣見11.2萬美元歷史新高", 112_000, "above"),
        ("比特幣升至每枚逾93萬港元", 119_231, "above"),
        ("BTC突破120000 USDT", 120_000, "above"),
        ("比特币短时跌破91,000美元", 91_000, "below"),
        ("比特币在央行减息后一度突破116,000美元", 116_000, "above"),
        ("比特幣失守十萬關口", 100_000, "below"),
    ],
)
def test_a_reached_level_is_read(title: str, usd: int, direction: str) -> None:
    assert level(title) == BtcLevel(Decimal(usd), direction, reached=True)


@pytest.mark.parametrize(
    "title",
    [
        "Bitcoin could reach $150,000 by year-end, bank says",
        "渣打料比特幣年底升至20萬美元",
        "比特幣有望衝上15萬美元",
        "比特币有短时跌破10万美元可能性",
        "Bitcoin's all-time high: a look back at $69,000",
        "Traders wait for bitcoin to top $120,000",
        "A year ago today, bitcoin rose above $70,000",
        "Bitcoin broke $90,000 a month ago, and the market has cooled since",
        "Bitcoin dropped below $80,000 last March: three lessons",
        "Punters bet on bitcoin topping $140,000",
        "Odds of bitcoin falling below $50,000 double on Kalshi",
        "Bitcoin climbs above $130,000 by September, says strategist",
        "Bitcoin tops $160,000 by year-end, bank tells clients",
    ],
)
def test_a_forecast_and_a_look_back_are_not_reached(title: str) -> None:
    found = level(title)
    assert found is None or not found.reached


@pytest.mark.parametrize(
    "title",
    [
        "After lost bets, bitcoin tops $120,000",
        "Bitcoin falls below $80,000, first time since last March",
        "Bitcoin breaks above $110,000 by a wide margin",
        "Flat a year ago, bitcoin tops $120,000",
    ],
)
def test_a_bet_or_a_past_day_beside_a_crossing_does_not_undo_it(title: str) -> None:
    found = level(title)
    assert found is not None
    assert found.reached


@pytest.mark.parametrize(
    "title",
    [
        "Bitcoin trades at $97,000",
        "Bitcoin stable above $60,000",
        "比特币自12.5万美元历史新高回调",
        "Bitcoin reclaims six figures",
        "Bitcoin Hyper presale tops $190,000",
        "比特幣逼近10萬美元",
    ],
)
def test_what_only_stands_near_a_price_is_no_level(title: str) -> None:
    found = level(title)
    assert found is None or not found.reached


def test_a_when_in_the_text_looks_back_while_in_a_headline_it_dates() -> None:
    assert level("比特币短时突破91,000美元") == BtcLevel(Decimal(91_000), "above", reached=True)
    found = level("市場觀察", "比特币上次加息后突破91,000美元。")
    assert found is not None
    assert not found.reached
