# SPDX-License-Identifier: MIT
"""Tickers that venues send: one message of each in the shape it really has, and what is no ticker."""

import json
from contextlib import suppress
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.errors import FormatError
from hkwatch.domain.ids import VenueId
from hkwatch.domain.price import Quote
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.sources.streams import Heard, hear, stream_of, wanted_names

NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
MS = 1_795_593_600_000
ROWS = load_catalogue(Path(__file__).parents[2] / "resources" / "catalogue", None)[0].venues
VENUES = ("coinbase", "kraken", "binance", "bitstamp", "okx")

TICKERS = {
    "coinbase": {"type": "ticker", "sequence": 9, "product_id": "BTC-USD", "price": "95512.44", "best_bid": "95512.4",
                 "best_ask": "95512.5", "time": "2026-11-25T08:00:00.000000Z", "trade_id": 7},
    "kraken": {"channel": "ticker", "type": "update", "data": [{"symbol": "BTC/USD", "bid": 95512.4, "ask": 95512.5,
               "last": 95512.44}]},
    "binance": {"e": "24hrMiniTicker", "E": MS, "s": "BTCUSDT", "c": "95512.44", "o": "1", "h": "1", "l": "1"},
    "bitstamp": {"event": "trade", "channel": "live_trades_btcusd", "data": {"price": 95512.4, "price_str": "95512.44",
                 "microtimestamp": str(MS * 1000), "timestamp": str(MS // 1000)}},
    "okx": {"arg": {"channel": "tickers", "instId": "BTC-USDT"}, "data": [{"instId": "BTC-USDT", "last": "95512.44",
            "bidPx": "95512.4", "askPx": "", "ts": str(MS)}]},
}  # fmt: skip


def heard(venue: str, message: object) -> Heard:
    row = ROWS[VenueId(venue)]
    text = message if isinstance(message, str) else json.dumps(message)
    return hear(row, wanted_names(row, ("BTC", "ETH")), text, NOW)


def only(venue: str, message: object) -> Quote:
    (quote,) = heard(venue, message).quotes
    return quote


@pytest.mark.parametrize("venue", VENUES)
def test_a_ticker_of_every_venue_is_read_whole(venue):
    quote = only(venue, TICKERS[venue])
    assert (quote.venue, quote.asset, quote.price) == (venue, "BTC", Decimal("95512.44"))
    assert quote.currency == ("USDT" if venue in ("binance", "okx") else "USD")
    assert quote.t_source == (None if venue == "kraken" else NOW)
    assert quote.t_received == NOW


def test_a_newer_snapshot_of_kraken_states_its_time():
    data = {**TICKERS["kraken"]["data"][0], "timestamp": "2026-11-25T08:00:00.000000Z"}  # type: ignore[index]
    assert only("kraken", {**TICKERS["kraken"], "data": [data]}).t_source == NOW


@pytest.mark.parametrize(
    ("venue", "message"),
    [
        ("coinbase", {"type": "subscriptions", "channels": []}),
        ("coinbase", {"type": "heartbeat", "product_id": "BTC-USD"}),
        ("kraken", {"channel": "heartbeat"}),
        ("kraken", {"channel": "status", "data": [{"system": "online"}]}),
        ("kraken", {"method": "pong", "req_id": 2}),
        ("binance", {"result": None, "id": 1}),
        ("bitstamp", {"event": "bts:subscription_succeeded", "channel": "live_trades_btcusd", "data": {}}),
        ("bitstamp", {"event": "bts:heartbeat", "data": {"status": "success"}}),
        ("okx", "pong"),
        ("okx", {"event": "subscribe", "arg": {"channel": "tickers", "instId": "BTC-USDT"}}),
        ("coinbase", {**TICKERS["coinbase"], "product_id": "DOGE-USD"}),
        ("okx", "[1, 2]"),
    ],
)
def test_what_is_no_wanted_ticker_says_nothing(venue, message):
    assert heard(venue, message) == Heard()


@pytest.mark.parametrize(
    ("venue", "message"),
    [
        ("bitstamp", {"event": "bts:request_reconnect", "channel": "", "data": ""}),
        ("binance", {"e": "serverShutdown", "E": MS}),
    ],
)
def test_a_venue_that_asks_for_a_new_connection_is_understood(venue, message):
    assert heard(venue, message).reconnect


@pytest.mark.parametrize(
    ("venue", "message"),
    [
        ("coinbase", {"type": "error", "message": "Failed to subscribe"}),
        ("kraken", {"method": "subscribe", "success": False, "error": "Currency pair not supported"}),
        ("bitstamp", {"event": "bts:error", "data": {"message": "Bad subscription"}}),
        ("okx", {"event": "error", "code": "60018", "msg": "doesn't exist"}),
        ("binance", {"error": {"code": 2, "msg": "Invalid request"}, "id": 1}),
        ("coinbase", {**TICKERS["coinbase"], "price": "0"}),
        ("coinbase", {**TICKERS["coinbase"], "price": None}),
        ("coinbase", {"type": "ticker"}),
        ("okx", "pang"),
    ],
)
def test_a_refusal_or_a_ticker_without_a_price_is_an_error_and_no_silence(venue, message):
    with pytest.raises(FormatError, match=venue):
        heard(venue, message)


@pytest.mark.parametrize("venue", VENUES)
def test_every_stream_is_asked_for_both_assets_and_has_a_rule_for_silence(venue):
    stream = stream_of(VenueId(venue))
    assert stream is not None
    names = wanted_names(ROWS[VenueId(venue)], ("BTC", "ETH"))
    assert sorted(names.values()) == ["BTC", "ETH"]
    asked = " ".join(stream.subscribe(list(names)))
    assert all(name in asked for name in names)
    assert stream.url.startswith("wss://")
    assert 10 <= stream.silent_s <= 60
    assert stream.lives_s < 24 * 3600
    assert stream.ping_every_s < stream.silent_s
    assert bool(stream.ping) == bool(stream.ping_every_s)


@given(st.sampled_from(VENUES), st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["type", "event", "data", "channel", "arg", "e", "s", "c", "last", "symbol"])
        | st.sampled_from(["product_id", "error"]), inner, max_size=4)))  # fmt: skip
def test_no_message_gives_anything_but_quotes_or_a_format_error(venue, message):
    with suppress(FormatError):
        assert all(quote.price > 0 for quote in heard(venue, message).quotes)
