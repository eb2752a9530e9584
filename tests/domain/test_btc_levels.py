# SPDX-License-Identifier: MIT
"""The grammar of levels, with a small vocabulary; the shipped one is tested with its file."""

from decimal import Decimal

import pytest

from hkwatch.domain.btc_levels import LevelHit, LevelReader, LevelWords
from hkwatch.domain.fold import Folder

FOLDER = Folder({"幣": "币", "萬": "万", "關": "关", "見": "见", "將": "将"})
WORDS = LevelWords(
    names=("bitcoin", "BTC", "比特幣"),
    moves_up=("climb*", "rise", "rises"),
    moves_down=("falls", "dip", "dips"),
    moves=("returns", "settl*"),
    arrivals_above=("above", "past"),
    arrivals_below=("below", "under"),
    arrivals=("to",),
    reach_up=("tops", "突破", "破"),
    reach_down=("loses", "跌破"),
    reach=("hits", "record high"),
    doubts=("could", "will", "將"),
    doubts_before=("can", "若"),
    doubts_after=(" next", "目標"),
    wagers=("odds", "bet"),
    looks_back=("a year ago",),
    not_quite=("nearly", "from", "逼近"),
    others=("ether", "gold"),
    not_the_price=("ETF", "市值"),
    records=("record high",),
    lows=("low",),
    rests=("settl*",),
    floors=(" support",),
    ceilings=(" resistance",),
)
READER = LevelReader(WORDS, FOLDER)


def read(title: str, body: str = "") -> LevelHit | None:
    text = FOLDER.aligned(f"{title}\n{body}").replace("-", " ")
    end = text.find(".", len(title))
    return READER.read(text, len(title), len(text) if end < 0 else end)


@pytest.mark.parametrize(
    ("title", "usd", "direction"),
    [
        ("Bitcoin tops US$95k", 95_000, "above"),
        ("BTC falls below $42,000 mark", 42_000, "below"),
        ("Bitcoin climbs 5% to USD 31K", 31_000, "above"),
        ("Bitcoin returns to lows under $29K", 29_000, "below"),
        ("Bitcoin below USD 20K, markets red", 20_000, "below"),
        ("Bitcoin hits $109,071", 109_071, "above"),
        ("比特幣突破10萬美元", 100_000, "above"),
        ("比特幣跌破9.3萬美元大關", 93_000, "below"),
        ("比特币突破6万520美元", 60_520, "above"),
        ("比特幣破十萬美元", 100_000, "above"),
        ("BTC 突破 124,000", 124_000, "above"),
        ("ＢＴＣ突破１２萬美元", 120_000, "above"),
    ],
)
def test_a_reached_level_gives_value_and_direction(title: str, usd: int, direction: str) -> None:
    hit = read(title)
    assert hit is not None
    assert (hit.value.usd, hit.value.direction, hit.value.reached) == (Decimal(usd), direction, True)


def test_an_amount_in_hong_kong_dollars_is_told_in_us_dollars() -> None:
    hit = read("比特幣突破78萬港元")
    assert hit is not None
    assert hit.value.usd == Decimal(100_000)


@pytest.mark.parametrize(
    "title",
    [
        "Bitcoin could climb to $28K",
        "Can BTC rise above $30,000?",
        "比特幣將突破12萬美元",
        "Bitcoin will hits $1 million",
    ],
)
def test_a_forecast_is_a_level_that_is_not_reached(title: str) -> None:
    hit = read(title)
    assert hit is not None
    assert not hit.value.reached


@pytest.mark.parametrize(
    "title",
    [
        "Bitcoin climbs to nearly $124K",
        "Bitcoin falls from $40,000",
        "Bitcoin steadies as gold hits $2,000",
        "Bitcoin ETF tops $10,000 a share",
        "比特幣突破1100枚",
        "比特幣市值突破2萬億美元",
        "Bitcoin hits 2025 with a bang",
        "Ether tops $40,000",
        "A firm buys Bitcoin for $50,000",
    ],
)
def test_what_is_no_level_of_bitcoin_gives_nothing(title: str) -> None:
    assert read(title) is None


def test_the_first_sentence_counts_when_the_headline_says_nothing() -> None:
    hit = read("Traders cheer", "Bitcoin tops $70,000. It was $60,000 before")
    assert hit is not None
    assert (hit.value.usd, hit.round_10k) == (Decimal(70_000), False)


def test_a_later_sentence_does_not_count() -> None:
    assert read("Traders cheer", "Markets rose. Bitcoin tops $70,000") is None


def test_records_and_multiples_of_ten_thousand_are_marked() -> None:
    record = read("Bitcoin hits record high of $109,071")
    round_one = read("Bitcoin tops $100,000")
    assert record is not None
    assert round_one is not None
    assert (record.record, record.round_10k) == (True, False)
    assert (round_one.record, round_one.round_10k) == (False, True)


@pytest.mark.parametrize(
    "title", ["Odds of bitcoin hits $90K", "They bet bitcoin tops $90K", "A year ago, BTC tops $90K"]
)
def test_what_is_bet_on_and_what_opens_with_a_past_day_is_not_reached(title: str) -> None:
    hit = read(title)
    assert hit is not None
    assert not hit.value.reached


@pytest.mark.parametrize("title", ["Despite odds, bitcoin tops $90K", "Flat a year ago, BTC tops $90K"])
def test_a_bet_in_another_clause_and_a_past_day_in_passing_undo_nothing(title: str) -> None:
    hit = read(title)
    assert hit is not None
    assert hit.value.reached


@pytest.mark.parametrize(
    "title",
    ["Bitcoin settles above US$61,000 support", "Quiet Sunday as BTC settled below $64,500 resistance once more"],
)
def test_a_price_that_rests_on_its_own_side_of_a_support_or_resistance_reached_nothing(title: str) -> None:
    assert read(title) is None
    assert read("Markets at noon", f"{title}.") is None


@pytest.mark.parametrize(
    ("title", "direction"),
    [
        ("Bitcoin settles below US$61,000 support", "below"),
        ("BTC settled above $64,500 resistance", "above"),
        ("BTC climbs above $61,000 support", "above"),
        ("BTC falls below $64,500 resistance", "below"),
        ("Bitcoin settles above US$61,000", "above"),
    ],
)
def test_a_price_that_breaks_a_support_or_resistance_reaches_its_level(title: str, direction: str) -> None:
    hit = read(title)
    assert hit is not None
    assert hit.value.reached
    assert hit.value.direction == direction
