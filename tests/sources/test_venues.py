# SPDX-License-Identifier: MIT
"""Answers of price venues, in the shapes they really have, and in the broken ones."""

import json
import tomllib
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.catalogue import Status, VenueRow
from hkwatch.domain.errors import FormatError, SettingsError
from hkwatch.domain.ids import VenueId
from hkwatch.sources.venues import address, decimal_of, find, moment_of, parse_ticker, status_error

NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
FILE = Path(__file__).parents[2] / "resources" / "catalogue" / "venues.toml"


def shipped() -> dict[str, VenueRow]:
    rows = tomllib.loads(FILE.read_text("utf-8"))["venue"]
    return {row["id"]: VenueRow(**{**row, "status": Status(row["status"])}) for row in rows}


ROWS = shipped()

COINBASE = b"""{"ask":"95512.45","bid":"95512.44","volume":"4821.10337204","trade_id":900000123,"price":"95512.44",
"size":"0.00210000","time":"2026-11-25T07:59:58.123456Z","rfq_volume":"12.5"}"""
KRAKEN = b"""{"error":[],"result":{"XXBTZUSD":{"a":["95510.10000","2","2.000"],"b":["95510.00000","1","1.000"],
"c":["95509.80000","0.00120000"],"v":["812.5","2904.1"],"p":["95480.2","95402.7"],"t":[9120,31877],
"l":["95011.0","94800.2"],"h":["95830.0","96120.5"],"o":"95300.00000"}}}"""
BITSTAMP = b"""{"timestamp":"1795593596","open":"95301","high":"96100","low":"94790","last":"95508","volume":"1402.8",
"vwap":"95410","bid":"95507","ask":"95509","side":"0","open_24":"95150","percent_change_24":"0.24",
"market_type":"SPOT","pair":"BTC/USD"}"""

GEMINI = VenueRow(VenueId("gemini"), "Gemini", "https://gemini.test/{symbol}", {"BTC": "btcusd"}, "last", "USD", 15.0,
                  "bid", "ask", "volume.timestamp")  # fmt: skip
BITFINEX = VenueRow(VenueId("bitfinex"), "Bitfinex", "https://bitfinex.test/{symbol}", {"BTC": "tBTCUSD"}, "[6]", "USD",
                    15.0, "[0]", "[2]")  # fmt: skip
OKX = VenueRow(VenueId("okx"), "OKX", "https://okx.test/?instId={symbol}", {"BTC": "BTC-USDT"}, "data[0].last", "USDT",
               15.0, "data[0].bidPx", "data[0].askPx", "data[0].ts", ok_path="code", ok_equals="0")  # fmt: skip
HASHKEY = VenueRow(VenueId("hashkey"), "HashKey", "https://hashkey.test/?symbol={symbol}", {"BTC": "BTCUSD"}, "[0].c",
                   "USD", 15.0, "[0].b", "[0].a", "[0].t", vote=False, licensed_hk=True, reject=("0",))  # fmt: skip


def parse(row: VenueRow, document: Any) -> Any:
    body = document if isinstance(document, bytes) else json.dumps(document).encode()
    return parse_ticker(row, "BTC", body, NOW)


def refused(row: VenueRow, document: Any) -> FormatError:
    with pytest.raises(FormatError) as found:
        parse(row, document)
    assert row.id in found.value.detail
    return found.value


def test_coinbase_states_text_and_its_own_time():
    quote = parse(ROWS["coinbase"], COINBASE)
    assert (quote.price, quote.bid, quote.ask) == (Decimal("95512.44"), Decimal("95512.44"), Decimal("95512.45"))
    assert quote.t_source == datetime(2026, 11, 25, 7, 59, 58, 123456, UTC)
    assert (quote.venue, quote.asset, quote.currency, quote.vote, quote.t_received) == (
        "coinbase",
        "BTC",
        "USD",
        True,
        NOW,
    )


def test_krakens_key_is_not_the_one_asked_for_and_its_time_is_unknown():
    quote = parse(ROWS["kraken"], KRAKEN)
    assert (quote.price, quote.bid, quote.ask) == (Decimal("95509.8"), Decimal(95510), Decimal("95510.1"))
    assert quote.t_source is None


def test_bitstamp_states_seconds_as_text():
    quote = parse(ROWS["bitstamp"], BITSTAMP)
    assert (quote.price, quote.t_source) == (95508, datetime(2026, 11, 25, 7, 59, 56, tzinfo=UTC))


def test_milliseconds_deep_inside_are_found():
    quote = parse(GEMINI, {"bid": "1", "ask": "2", "last": "1.5", "volume": {"BTC": "9", "timestamp": 1795593600000}})
    assert quote.t_source == datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


def test_a_bare_list_of_numbers_is_read_without_rounding():
    quote = parse(BITFINEX, b"[95507.1, 3.2, 95507.3, 1.1, 210, 0.0022, 95507.123456789012345, 88.1, 96100, 94790]")
    assert quote.price == Decimal("95507.123456789012345")
    assert (quote.bid, quote.ask) == (Decimal("95507.1"), Decimal("95507.3"))


def test_the_quote_currency_and_the_missing_vote_are_passed_on():
    document = {"code": "0", "data": [{"last": "95", "bidPx": "94", "askPx": "96", "ts": "1795593600000"}]}
    assert parse(OKX, document).currency == "USDT"
    assert parse(HASHKEY, [{"t": 1795593600000, "c": "95", "b": "94", "a": "96"}]).vote is False


# Errors inside HTTP 200.


def test_krakens_error_inside_200_is_found_and_quoted():
    error = refused(ROWS["kraken"], {"error": ["EAPI:Rate limit exceeded"]})
    assert error.key == "venue-error"
    assert "EAPI:Rate limit exceeded" in error.detail


def test_an_error_code_inside_200_is_found_with_its_message():
    error = refused(OKX, {"code": "51001", "msg": "Instrument ID does not exist", "data": []})
    assert "`code` is '51001', not 0: Instrument ID does not exist" in error.detail


def test_an_ok_code_may_be_a_number():
    row = replace(OKX, ok_equals="0")
    assert parse(row, {"code": 0, "data": [{"last": "1", "bidPx": "", "askPx": None, "ts": ""}]}).price == 1


def test_an_error_list_in_place_of_numbers_is_no_price():
    assert "it says 10020 symbol: invalid" in refused(BITFINEX, ["error", 10020, "symbol: invalid"]).detail


def test_an_error_document_without_a_declared_predicate_is_quoted_with_the_path():
    error = refused(ROWS["coinbase"], {"message": "NotFound"})
    assert error.key == "venue-path"
    assert "`price` leads nowhere" in error.detail
    assert "NotFound" in error.detail


@pytest.mark.parametrize(
    "body", [b"<!DOCTYPE html><title>Attention</title>", b"", b"null and void", b"\xff\xfe", b"[" * 100_000]
)
def test_what_is_no_json_is_named_so(body):
    assert refused(ROWS["coinbase"], body).key == "not-json"


def test_a_web_page_is_called_one():
    assert "a web page" in refused(ROWS["coinbase"], b" <html>not available in your location</html>").detail


# Paths.


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("cost", "at the beginning there is no key `cost`"),
        ("list[3]", "the list at `list` has 2 entries, none at [3]"),
        ("price.last", "at `price` there are no keys to look for `last`"),
        ("price[0]", "at `price` there is no list for [0]"),
        ("two.*", "at `two` there are 2 keys, `*` needs one"),
        ("one.*.x", "at `one.k` there is no key `x`"),
    ],
)
def test_a_wrong_path_says_where_it_stops(path, says):
    document = {"price": "1", "list": [1, 2], "two": {"a": 1, "b": 2}, "one": {"k": {}}}
    error = refused(replace(ROWS["coinbase"], price=path), document)
    assert says in error.detail
    assert path in error.detail


def test_a_wrong_path_of_the_bid_or_the_time_is_no_silence():
    document = json.loads(COINBASE)
    assert "`bids`" in refused(replace(ROWS["coinbase"], bid="bids"), document).detail
    assert "`when`" in refused(replace(ROWS["coinbase"], time="when"), document).detail


def test_paths_walk_keys_places_and_only_keys():
    assert find({"a": {"only": [[5]]}}, "a.*[0][0]") == 5
    assert find([[1], 2], "[1]") == 2


# Numbers and times.


@pytest.mark.parametrize(
    "bad", ["0", "0.00", "-1", "", "NaN", "Infinity", "1,000", "1_000", "一", "1e999", None, True, [], {}]
)
def test_what_is_no_price_is_refused_with_its_path(bad):
    error = refused(ROWS["coinbase"], {**json.loads(COINBASE), "price": bad})
    assert error.key == "venue-number"
    assert "`price`" in error.detail


def test_a_bare_nan_is_no_json():
    assert refused(ROWS["coinbase"], b'{"price": NaN}').key == "not-json"


def test_a_dead_pair_with_zero_bid_and_ask_is_refused():
    error = refused(HASHKEY, [{"t": 1795593600000, "c": "0.5", "b": "0", "a": "0"}])
    assert "dead" in error.detail


def test_values_a_row_rejects_are_refused():
    assert refused(replace(ROWS["coinbase"], reject=("95512.44",)), COINBASE).key == "venue-number"


@pytest.mark.parametrize("empty", ["", None])
def test_an_empty_side_of_the_book_leaves_the_price_standing(empty):
    quote = parse(ROWS["coinbase"], {**json.loads(COINBASE), "bid": empty})
    assert quote.bid is None
    assert quote.price == Decimal("95512.44")


def test_an_empty_time_means_stamped_on_receipt():
    assert parse(ROWS["coinbase"], {**json.loads(COINBASE), "time": None}).t_source is None


@pytest.mark.parametrize(
    "bad", ["yesterday", "0", 12, 99999999999999999999, True, [], "2026-13-01T00:00:00Z", "1999-01-01"]
)
def test_what_is_no_time_is_refused_with_its_path(bad):
    error = refused(ROWS["coinbase"], {**json.loads(COINBASE), "time": bad})
    assert error.key == "venue-time"
    assert "`time`" in error.detail


@pytest.mark.parametrize(
    "stated",
    [
        1795593600,
        "1795593600",
        "1795593600.000",
        1795593600000,
        "1795593600000",
        1795593600000000,
        "1795593600000000000",
        Decimal("1795593600.0"),
        "2026-11-25T08:00:00Z",
        "2026-11-25T16:00:00+08:00",
        "2026-11-25T08:00:00",
        "2026-11-25T08:00:00.000000000Z",
    ],
)
def test_seconds_to_nanoseconds_and_iso_are_told_apart_by_themselves(stated):
    assert moment_of(stated) == NOW


def test_a_unit_that_changed_without_a_word_is_still_read_right():
    row = replace(ROWS["bitstamp"], time_unit="s")
    body = {**json.loads(BITSTAMP), "timestamp": "1795593596000000"}
    assert parse(row, body).t_source == datetime(2026, 11, 25, 7, 59, 56, tzinfo=UTC)


@given(st.decimals("0.00000001", "99999999", places=8))
def test_numbers_are_read_exactly_as_text_or_as_json_numbers(value):
    text = format(value, "f")
    assert decimal_of(text) == value
    assert json.loads(text, parse_float=Decimal) == value


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5),
                    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
                        st.sampled_from(["error", "result", "c", "a", "b", "code"]), inner, max_size=3)))  # fmt: skip
def test_no_document_gives_anything_but_a_quote_or_a_format_error(document):
    body = json.dumps(document).encode()
    for row in (*ROWS.values(), OKX, BITFINEX, HASHKEY):
        with suppress(FormatError):
            assert parse_ticker(row, "BTC", body, NOW).price > 0


# Addresses and refusals.


def test_the_address_holds_the_venues_own_name_of_the_pair():
    assert address(ROWS["kraken"], "ETH") == "https://api.kraken.com/0/public/Ticker?pair=ETHUSD"
    assert address(ROWS["bitstamp"], "BTC") == "https://www.bitstamp.net/api/v2/ticker/btcusd/"
    odd = replace(ROWS["kraken"], symbols={"BTC": "a/b&c"})
    assert address(odd, "BTC").endswith("pair=a%2Fb%26c")


def test_an_asset_the_row_does_not_know_is_a_settings_error():
    with pytest.raises(SettingsError, match="coinbase has no symbol for DOGE"):
        address(ROWS["coinbase"], "DOGE")


@pytest.mark.parametrize(
    ("status", "headers", "temporary", "retry_after_s"),
    [
        (429, {"Retry-After": "7"}, True, 7),
        (429, {}, True, None),
        (418, {"retry-after": "300"}, True, 300),
        (418, {}, True, 120),
        (451, {}, False, None),
        (403, {"Retry-After": "soon"}, True, None),
        (503, {}, True, None),
        (404, {}, False, None),
    ],
)
def test_a_refusal_says_whether_and_when_to_try_again(status, headers, temporary, retry_after_s):
    error = status_error(ROWS["coinbase"], status, headers, b"")
    assert (error.key, error.http_status) == (f"http-{status}", status)
    assert (error.temporary, error.retry_after_s) == (temporary, retry_after_s)
    assert error.detail == f"Coinbase answered HTTP {status}."


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            {"code": 0, "msg": "Service unavailable from a restricted location"},
            "Service unavailable from a restricted location",
        ),
        ({"errors": [{"id": "rate_limit_exceeded"}]}, "rate_limit_exceeded"),
        ({"status": {"error_code": 429, "error_message": "You've exceeded the limit"}}, "You've exceeded the limit"),
        (["error", 11010, "ratelimit: error"], "11010 ratelimit: error"),
    ],
)
def test_a_refusal_quotes_the_venue(body, said):
    assert said in status_error(ROWS["coinbase"], 429, {}, json.dumps(body).encode()).detail


def test_a_refusal_as_a_web_page_is_not_quoted():
    detail = status_error(ROWS["coinbase"], 403, {}, b"<html>" + b"x" * 5000).detail
    assert detail == "Coinbase answered HTTP 403."


def test_the_shipped_venues_that_vote_quote_dollars_or_a_measured_coin_for_bitcoin_and_ether():
    voters = {name: row for name, row in ROWS.items() if row.vote and row.role == "price"}
    assert set(voters) == {"coinbase", "kraken", "bitstamp", "gemini", "bitfinex", "binance", "okx"}
    measured = {currency for row in ROWS.values() if row.role == "conversion" for currency in row.symbols}
    for row in voters.values():
        assert row.quote in {"USD", *measured}
        assert set(row.symbols) == {"BTC", "ETH"}
        assert "{symbol}" in row.url


def test_no_shipped_venue_that_is_asked_is_a_guess():
    assert all(row.status is not Status.INFERRED for row in ROWS.values() if row.enabled)


def test_venues_licensed_in_hong_kong_are_shown_without_a_vote():
    licensed = {row.name for row in ROWS.values() if row.licensed_hk}
    assert licensed == {"HashKey Exchange", "OSL", "Bullish"}
    assert not any(row.vote for row in ROWS.values() if row.licensed_hk)
