# SPDX-License-Identifier: MIT
"""History of the venues: order of columns, order of time, limits a call."""

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest

from hkwatch.domain.bars import HOUR_S, Bar
from hkwatch.domain.errors import FormatError
from hkwatch.domain.ids import VenueId
from hkwatch.sources.candles import CANDLE_VENUES, candle_pages, candles_address, parse_candles

COINBASE, KRAKEN, BITSTAMP = VenueId("coinbase"), VenueId("kraken"), VenueId("bitstamp")
START = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
T = 1795593600
EXPECTED = [
    Bar(START, Decimal("95300.5"), Decimal("95400"), Decimal("95100.25"), Decimal("95350")),
    Bar(START + timedelta(minutes=1), Decimal(95350), Decimal(95360), Decimal(95320), Decimal("95330.1")),
]
BODIES = {
    COINBASE: f"[[{T + 60},95320,95360,95350,95330.1,3.1],[{T},95100.25,95400,95300.5,95350,12.75]]",
    KRAKEN: json.dumps(
        {
            "error": [],
            "result": {
                "XXBTZUSD": [
                    [T, "95300.5", "95400.0", "95100.25", "95350.0", "95290.1", "12.75", 88],
                    [T + 60, "95350.0", "95360.0", "95320.0", "95330.1", "0.0", "0.00000000", 0],
                ],
                "last": T,
            },
        }
    ),
    BITSTAMP: json.dumps(
        {
            "data": {
                "pair": "BTC/USD",
                "ohlc": [
                    {
                        "timestamp": str(T),
                        "open": "95300.5",
                        "high": "95400",
                        "low": "95100.25",
                        "close": "95350",
                        "volume": "9",
                    },
                    {
                        "timestamp": str(T + 60),
                        "open": "95350",
                        "high": "95360",
                        "low": "95320",
                        "close": "95330.1",
                        "volume": "0",
                    },
                ],
            }
        }
    ),
}


@pytest.mark.parametrize("venue", sorted(CANDLE_VENUES))
def test_the_same_minutes_are_read_alike_from_every_venue(venue):
    assert parse_candles(venue, BODIES[venue].encode()) == EXPECTED


def test_hours_are_read_as_hours():
    bars = parse_candles(BITSTAMP, BODIES[BITSTAMP].encode(), HOUR_S)
    assert bars[0].ends_at == START + timedelta(hours=1)


def test_a_row_that_comes_twice_counts_once():
    doubled = json.loads(BODIES[COINBASE])
    assert len(parse_candles(COINBASE, json.dumps(doubled * 2).encode())) == 2


def test_no_rows_are_no_bars():
    assert parse_candles(COINBASE, b"[]") == []
    assert parse_candles(KRAKEN, b'{"error":[],"result":{"XXBTZUSD":[],"last":0}}') == []


@pytest.mark.parametrize(
    ("venue", "body"),
    [
        (COINBASE, b'{"message":"granularity too small for the requested time range"}'),
        (KRAKEN, b'{"error":["EGeneral:Invalid arguments"]}'),
        (KRAKEN, b'{"error":[],"result":{"last":0}}'),
        (KRAKEN, b'{"error":[],"result":[]}'),
        (BITSTAMP, b'{"code":404,"errors":[{"field":"","message":"Not found"}]}'),
        (BITSTAMP, b"<html></html>"),
        (COINBASE, b"[[1795593600,1,2]]"),
        (COINBASE, b"[5]"),
        (COINBASE, b"[[1795593600,95320,95360,95350,0,3.1]]"),
        (COINBASE, b"[[1795593600,95360,95320,95350,95330,3.1]]"),
    ],
)
def test_an_answer_of_another_form_is_refused_by_name(venue, body):
    with pytest.raises(FormatError, match=venue):
        parse_candles(venue, body)


def test_addresses_ask_for_the_span_in_the_venues_own_way():
    end = START + timedelta(hours=1)
    assert candles_address(COINBASE, "BTC-USD", 60, START, end) == (
        "https://api.exchange.coinbase.com/products/BTC-USD/candles"
        "?granularity=60&start=2026-11-25T08:00:00Z&end=2026-11-25T09:00:00Z"
    )
    assert candles_address(KRAKEN, "XBTUSD", 3600, START, end) == (
        f"https://api.kraken.com/0/public/OHLC?pair=XBTUSD&interval=60&since={T - 1}"
    )
    assert candles_address(BITSTAMP, "btcusd", 60, START, end) == (
        f"https://www.bitstamp.net/api/v2/ohlc/btcusd/?step=60&limit=1000&start={T}&end={T + 3600}"
    )
    assert candles_address(KRAKEN, "XBTUSD", 60, START, end, "http://127.0.0.1:1/kraken/").startswith(
        "http://127.0.0.1:1/kraken/0/public/OHLC?"
    )


def test_a_day_of_minutes_is_asked_for_in_as_many_calls_as_the_venue_needs():
    day = (START, START + timedelta(days=1))
    pages = candle_pages(COINBASE, 60, *day)
    assert len(pages) == 5
    assert all(end - begin <= timedelta(minutes=300) for begin, end in pages)
    assert (pages[0][1], pages[-1][0]) == (day[1], day[0])
    assert all(newer[0] == older[1] for newer, older in pairwise(pages))
    assert len(candle_pages(BITSTAMP, 60, *day)) == 2


def test_kraken_gives_its_newest_rows_only():
    end = START + timedelta(days=1)
    assert candle_pages(KRAKEN, 60, START, end) == [(end - timedelta(minutes=720), end)]
    assert candle_pages(KRAKEN, HOUR_S, START - timedelta(days=29), end) == [(START - timedelta(days=29), end)]


def test_an_empty_span_needs_no_call():
    assert candle_pages(COINBASE, 60, START, START) == []
