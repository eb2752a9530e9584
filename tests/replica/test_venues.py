# SPDX-License-Identifier: MIT
"""Each venue answers in its own form, and all of them from one price path."""

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from hkwatch.replica import Replica
from hkwatch.replica.scenario import Scenario

from .client import Moment, get

COINBASE = "https://api.exchange.coinbase.com/products/BTC-USD"
KRAKEN = "https://api.kraken.com/0/public"
BITSTAMP = "https://www.bitstamp.net/api/v2"


def last_prices(replica: Replica) -> dict[str, Decimal]:
    return {
        "coinbase": Decimal(get(replica, f"{COINBASE}/ticker").json["price"]),
        "kraken": Decimal(get(replica, f"{KRAKEN}/Ticker?pair=XBTUSD").json["result"]["XXBTZUSD"]["c"][0]),
        "bitstamp": Decimal(get(replica, f"{BITSTAMP}/ticker/btcusd/").json["last"]),
        "gemini": Decimal(get(replica, "https://api.gemini.com/v1/pubticker/btcusd").json["last"]),
        "bitfinex": Decimal(str(get(replica, "https://api-pub.bitfinex.com/v2/ticker/tBTCUSD").json[6])),
        "binance": Decimal(
            get(replica, "https://data-api.binance.vision/api/v3/ticker/price?symbol=BTCUSDT").json["price"]
        ),
        "okx": Decimal(
            get(replica, "https://www.okx.com/api/v5/market/ticker?instId=BTC-USDT").json["data"][0]["last"]
        ),
        "hashkey": Decimal(get(replica, "https://api-pro.hashkey.com/quote/v1/ticker/24hr?symbol=BTCUSD").json[0]["c"]),
    }


def test_venues_differ_by_little_and_not_by_nothing(demo: Replica, scenario: Scenario, moment: Moment) -> None:
    prices = last_prices(demo)
    middle = scenario.prices.price("BTC", moment.at)
    assert len(set(prices.values())) == len(prices)
    assert all(abs(price / middle - 1) < Decimal("0.001") for price in prices.values())


def test_coinbase_ticker_has_text_prices_and_a_time(replica: Replica, moment: Moment) -> None:
    ticker = get(replica, f"{COINBASE}/ticker").json
    assert set(ticker) == {"ask", "bid", "volume", "trade_id", "price", "size", "time"}
    assert all(isinstance(ticker[name], str) for name in ("ask", "bid", "price", "volume"))
    assert Decimal(ticker["bid"]) < Decimal(ticker["price"]) < Decimal(ticker["ask"])
    traded = datetime.fromisoformat(ticker["time"])
    assert timedelta(0) <= moment.at - traded < timedelta(seconds=3)
    assert ticker["time"].endswith("Z")


def test_coinbase_candles_are_numbers_low_before_high_newest_first(demo: Replica, moment: Moment) -> None:
    rows = get(demo, f"{COINBASE}/candles?granularity=60").json
    assert len(rows) == 300
    starts = [row[0] for row in rows]
    assert starts == sorted(starts, reverse=True)
    assert starts[0] == int(moment.at.timestamp()) // 60 * 60
    assert all(low <= opened <= high and low <= closed <= high for _, low, high, opened, closed, _ in rows)
    assert all(isinstance(number, float) for number in rows[0][1:])


def test_coinbase_candles_keep_to_the_asked_span_and_refuse_a_long_one(demo: Replica) -> None:
    span = "start=2025-02-18T16:00:00Z&end=2025-02-18T16:09:00Z"
    rows = get(demo, f"{COINBASE}/candles?granularity=60&{span}").json
    assert [row[0] for row in rows] == [1739894940 - 60 * step for step in range(10)]
    long = "start=2025-02-17T00:00:00Z&end=2025-02-19T00:00:00Z"
    assert get(demo, f"{COINBASE}/candles?granularity=60&{long}").status == 400
    assert get(demo, f"{COINBASE}/candles?granularity=61").json == {"message": "Unsupported granularity"}


def test_kraken_answers_under_its_own_name_and_gives_no_time(replica: Replica) -> None:
    answer = get(replica, f"{KRAKEN}/Ticker?pair=XBTUSD").json
    assert list(answer["result"]) == ["XXBTZUSD"]
    assert set(answer["result"]["XXBTZUSD"]) == set("abcvptlho")
    assert answer["error"] == []


def test_kraken_gives_several_pairs_at_once(demo: Replica) -> None:
    result = get(demo, f"{KRAKEN}/Ticker?pair=XBTUSD,USDTUSD").json["result"]
    assert list(result) == ["XXBTZUSD", "USDTZUSD"]
    assert Decimal("0.999") < Decimal(result["USDTZUSD"]["c"][0]) < Decimal("1.001")


def test_kraken_mistake_is_an_error_inside_200(replica: Replica) -> None:
    got = get(replica, f"{KRAKEN}/Ticker?pair=NOSUCH")
    assert (got.status, got.json) == (200, {"error": ["EQuery:Unknown asset pair"]})


def test_kraken_candles_are_720_rows_with_text_prices_and_honour_since(demo: Replica) -> None:
    result = get(demo, f"{KRAKEN}/OHLC?pair=XBTUSD&interval=1").json["result"]
    rows = result["XXBTZUSD"]
    assert len(rows) == 720
    assert [type(value).__name__ for value in rows[0]] == ["int", *["str"] * 6, "int"]
    assert result["last"] == rows[-2][0]
    later = get(demo, f"{KRAKEN}/OHLC?pair=XBTUSD&interval=1&since={rows[-11][0]}").json["result"]["XXBTZUSD"]
    assert [row[0] for row in later] == [row[0] for row in rows[-10:]]


def test_bitstamp_ticker_is_all_text_with_epoch_seconds(replica: Replica, moment: Moment) -> None:
    ticker = get(replica, f"{BITSTAMP}/ticker/btcusd/").json
    assert all(isinstance(value, str) for value in ticker.values())
    assert ticker["pair"] == "BTC/USD"
    assert 0 <= moment.at.timestamp() - int(ticker["timestamp"]) < 8
    assert get(replica, f"{BITSTAMP}/ticker/xyzusd/").status == 404


def test_bitstamp_candles_are_up_to_a_thousand_oldest_first(demo: Replica, moment: Moment) -> None:
    data = get(demo, f"{BITSTAMP}/ohlc/btcusd/?step=60&limit=5000").json["data"]
    stamps = [int(row["timestamp"]) for row in data["ohlc"]]
    assert len(stamps) == 1000
    assert stamps == sorted(stamps)
    assert moment.at.timestamp() - stamps[-1] < 60
    assert get(demo, f"{BITSTAMP}/ohlc/btcusd/?step=61&limit=5").status == 400


def test_candles_of_a_closed_minute_never_change(demo: Replica, moment: Moment) -> None:
    def closed_at(start_s: int) -> object:
        rows = get(demo, f"{COINBASE}/candles?granularity=60").json
        return next(row for row in rows if row[0] == start_s)

    minute = int(moment.at.timestamp()) // 60 * 60 - 120
    before = closed_at(minute)
    moment.at += timedelta(minutes=30)
    assert closed_at(minute) == before


def test_candle_of_an_hour_spans_what_the_ticker_showed(demo: Replica, scenario: Scenario) -> None:
    end = datetime(2025, 2, 18, 17, 30, tzinfo=UTC)
    bar = scenario.prices.candles("coinbase", "BTC", 3600, end, 2)[0]
    assert bar.open > Decimal(95_400)
    assert bar.close < Decimal(94_700)
    assert bar.low == bar.close


@pytest.mark.parametrize(
    ("url", "status", "text"),
    [
        ("https://api.exchange.coinbase.com/products/NO-USD/ticker", 404, "NotFound"),
        ("https://api.gemini.com/v1/pubticker/nousd", 400, "InvalidSymbol"),
        ("https://api-pub.bitfinex.com/v2/ticker/tNOUSD", 500, '["error",'),
        ("https://data-api.binance.vision/api/v3/ticker/24hr?symbol=NOUSDT", 400, "-1121"),
        ("https://www.okx.com/api/v5/market/ticker?instId=NO-USDT", 200, '"code":"51001"'),
        ("https://api-pro.hashkey.com/quote/v1/ticker/24hr?symbol=NOUSD", 400, "-100011"),
    ],
)
def test_unknown_pair_is_refused_in_each_venues_way(replica: Replica, url: str, status: int, text: str) -> None:
    got = get(replica, url)
    assert got.status == status
    assert text in got.body.decode()


def test_stablecoin_venues_have_times_in_milliseconds(replica: Replica, moment: Moment) -> None:
    now_ms = moment.at.timestamp() * 1000
    day = get(replica, "https://data-api.binance.vision/api/v3/ticker/24hr?symbol=BTCUSDT").json
    assert 0 <= now_ms - day["closeTime"] < 1000
    okx = get(replica, "https://www.okx.com/api/v5/market/candles?instId=BTC-USDT&bar=1m").json["data"]
    assert int(okx[0][0]) > int(okx[1][0])
    klines = get(replica, "https://data-api.binance.vision/api/v3/klines?symbol=BTCUSDT&interval=1m&limit=3").json
    assert [len(row) for row in klines] == [12, 12, 12]
    gemini = get(replica, "https://api.gemini.com/v2/candles/btcusd/1m").json
    assert gemini[0][0] > gemini[1][0]


def test_exchange_rate_is_the_last_working_days(replica: Replica, moment: Moment) -> None:
    moment.at = datetime(2025, 2, 17, 3, 0, tzinfo=UTC)
    got = get(replica, "https://api.frankfurter.dev/v2/rate/USD/HKD")
    assert got.json == {"date": "2025-02-14", "base": "USD", "quote": "HKD", "rate": 7.7786}
    assert got.headers["cache-control"] == "public, max-age=75600"
    old = get(replica, "https://api.frankfurter.dev/v1/latest?base=USD&symbols=HKD").json
    assert old["rates"] == {"HKD": 7.7786}
    other = get(replica, "https://open.er-api.com/v6/latest/USD").json
    assert (other["result"], other["rates"]["HKD"]) == ("success", 7.7786)
    assert json.dumps(other["time_last_update_utc"]) == '"Mon, 17 Feb 2025 00:00:01 +0000"'
