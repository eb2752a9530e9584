# SPDX-License-Identifier: MIT
"""Each known trap of a price API by name, on the rows as shipped."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from hkwatch.domain.catalogue import VenueRow
from hkwatch.domain.errors import FormatError
from hkwatch.domain.ids import VenueId
from hkwatch.domain.price import Quote
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.sources.venues import parse_ticker

NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
MS = 1_795_593_600_000
SHIPPED = Path(__file__).parents[2] / "resources" / "catalogue"
ROWS = load_catalogue(SHIPPED, None)[0].venues


def row(name: str) -> VenueRow:
    return ROWS[VenueId(name)]


def parse(name: str, document: Any, asset: str = "BTC") -> Quote:
    body = document if isinstance(document, bytes) else json.dumps(document).encode()
    return parse_ticker(row(name), asset, body, NOW)


def refused(name: str, document: Any, asset: str = "BTC") -> FormatError:
    with pytest.raises(FormatError) as found:
        parse(name, document, asset)
    return found.value


BINANCE = {
    "symbol": "BTCUSDT", "priceChangePercent": "1.204", "prevClosePrice": "94000.00000000",
    "lastPrice": "95531.00000000", "bidPrice": "95530.99000000", "askPrice": "95531.00000000",
    "openPrice": "94390.00000000", "openTime": MS - 86_400_000, "closeTime": MS, "count": 1,
}  # fmt: skip
OKX = {"code": "0", "msg": "", "data": [{"instId": "BTC-USDT", "last": "95530.1", "askPx": "95530.2", "bidPx": "95530",
       "open24h": "94390", "sodUtc0": "94001", "sodUtc8": "94800", "ts": str(MS)}]}  # fmt: skip
HASHKEY = [{"t": MS, "s": "BTCUSD", "c": "95498.2", "h": "96100", "l": "94700", "o": "94400", "b": "95490", "a": "95505",
            "v": "1.2", "qv": "114000"}]  # fmt: skip
GEMINI = {"bid": "95510.1", "ask": "95510.2", "last": "95509.9", "volume": {"BTC": "1", "USD": "2", "timestamp": MS}}
BITFINEX = [95507, 3.2, 95508, 1.1, 210, 0.0022, 95507.5, 88.1, 96100, 94790]


# Errors inside HTTP 200.


def test_krakens_rate_limit_comes_with_http_200():
    assert refused("kraken", {"error": ["EAPI:Rate limit exceeded"]}).key == "venue-error"


def test_okx_puts_its_errors_into_code_with_http_200():
    error = refused("okx", {"code": "50011", "msg": "Too Many Requests", "data": []})
    assert (error.key, "Too Many Requests" in error.detail) == ("venue-error", True)


def test_bitfinex_puts_its_errors_into_a_list():
    assert "10020 symbol: invalid" in refused("bitfinex", ["error", 10020, "symbol: invalid"]).detail


def test_osl_answers_an_unknown_pair_with_an_empty_list_and_http_200():
    assert "has 0 entries" in refused("osl", []).detail


def test_osl_may_answer_an_error_code_as_a_number_with_http_200():
    assert "symbol not exist" in refused("osl", {"code": -1107, "msg": "symbol not exist"}).detail


def test_coingecko_leaves_an_unknown_coin_out_with_http_200():
    assert "there are 0 keys" in refused("coingecko", {}).detail


def test_coingeckos_rate_limit_is_quoted():
    said = {"status": {"error_code": 429, "error_message": "You have exceeded the limit"}}
    assert "exceeded the limit" in refused("coingecko", said).detail


def test_hashkeys_404_is_a_web_page_under_the_name_of_json():
    assert "a web page" in refused("hashkey-usd", b"<html><body>404</body></html>").detail


def test_bullish_refuses_a_place_with_a_web_page():
    assert refused("bullish", b"<html>not currently available in your location</html>").key == "not-json"


# Another pair than the one asked for.


def test_krakens_key_is_not_the_one_asked_for():
    ticker = {"a": ["2", "1", "1"], "b": ["1", "1", "1"], "c": ["1.5", "1"]}
    assert parse("kraken", {"error": [], "result": {"XXBTZUSD": ticker}}).price == Decimal("1.5")
    assert parse("kraken", {"error": [], "result": {"XETHZUSD": ticker}}, "ETH").price == Decimal("1.5")
    assert parse("kraken-rate", {"error": [], "result": {"USDTZUSD": ticker}}, "USDT").price == Decimal("1.5")


def test_two_pairs_in_one_answer_of_kraken_are_not_guessed_at():
    ticker = {"a": ["2"], "b": ["1"], "c": ["1.5"]}
    error = refused("kraken", {"error": [], "result": {"XXBTZUSD": ticker, "XETHZUSD": ticker}})
    assert "`*` needs one" in error.detail


@pytest.mark.parametrize(
    ("name", "document"),
    [
        ("binance", {**BINANCE, "symbol": "BTCUSD1"}),
        ("okx", {**OKX, "data": [{**OKX["data"][0], "instId": "BTC-USDC"}]}),  # type: ignore[index,dict-item]
        ("hashkey-usd", [{**HASHKEY[0], "s": "BTCHKD"}]),
        ("hashkey-hkd", HASHKEY),
        ("osl", [{"symbol": "BTCHKD", "lastPrice": "745000"}]),
    ],
)
def test_an_answer_about_another_pair_is_refused_by_its_name(name, document):
    assert refused(name, document).key == "venue-pair"


# Text, numbers, order of columns.


def test_prices_come_as_text_from_some_and_as_numbers_from_others():
    assert parse("binance", BINANCE).price == Decimal("95531.00000000")
    assert parse("bitfinex", BITFINEX).price == Decimal("95507.5")
    assert parse("mempool", {"time": MS // 1000, "USD": 95500, "EUR": 88000}).price == 95500
    stated = {"bitcoin": {"usd": 95501.25, "hkd": 743000, "last_updated_at": MS // 1000}}
    assert parse("coingecko", stated).price == Decimal("95501.25")


def test_bullish_states_even_its_time_as_text():
    tick = {"createdAtTimestamp": str(MS), "last": "95510.0000", "bestBid": "95509.0000", "bestAsk": "95511.0000"}
    quote = parse("bullish", {**tick, "fieldAddedLater": [1, 2]})
    assert (quote.t_source, quote.currency) == (NOW, "USDC")


def test_bids_and_asks_that_are_empty_text_leave_the_price_standing():
    quote = parse("okx", {**OKX, "data": [{**OKX["data"][0], "bidPx": "", "askPx": ""}]})  # type: ignore[index,dict-item]
    assert (quote.price, quote.bid, quote.ask) == (Decimal("95530.1"), None, None)


@pytest.mark.parametrize("side", ["b", "a", "c"])
def test_a_dead_pair_of_hashkey_with_0_is_no_price(side):
    assert refused("hashkey-usd", [{**HASHKEY[0], side: "0"}]).key == "venue-number"


# Times.


def test_times_are_read_as_seconds_milliseconds_microseconds_and_iso():
    assert parse("mempool", {"time": MS // 1000, "USD": 1}).t_source == NOW
    assert parse("binance", BINANCE).t_source == NOW
    assert parse("binance", {**BINANCE, "closeTime": MS * 1000}).t_source == NOW
    iso = {"price": "1", "bid": "1", "ask": "1", "time": "2026-11-25T08:00:00.000000Z"}
    assert parse("coinbase", iso).t_source == NOW


@pytest.mark.parametrize(
    ("name", "document"), [("bitfinex", BITFINEX), ("osl", [{"symbol": "BTCUSD", "lastPrice": "1"}])]
)
def test_a_venue_without_a_time_is_stamped_on_receipt(name, document):
    quote = parse(name, document)
    assert (quote.t_source, quote.t_received) == (None, NOW)


def test_geminis_time_belongs_to_the_volume_and_is_not_taken_for_the_prices():
    assert parse("gemini", GEMINI).t_source is None


def test_a_quiet_pair_of_hashkey_keeps_its_old_time():
    assert parse("hashkey-usd", [{**HASHKEY[0], "t": MS - 226_000}]).t_source < NOW  # type: ignore[operator]


# What is said of a day means something else everywhere.


def test_no_row_reads_a_figure_of_the_last_24_hours():
    for venue in ROWS.values():
        paths = (venue.price, venue.bid, venue.ask, venue.time)
        words = ("open", "sod", "change", "high", "low", "vwap", "prev", ".o", ".p[")
        assert not [path for path in paths for word in words if word in path.lower()], venue.id


# The user's own rows.

OWN = """[[venue]]
id = "example"
name = "Example"
url = "https://example.test/{{symbol}}"
symbols = {{ BTC = "btc", SOL = "sol" }}
price = "{price}"
quote = "USD"
interval_s = 15.0
"""


def own(folder: Path, price: str) -> tuple[VenueRow | None, list[str]]:
    (folder / "own.toml").write_text(OWN.format(price=price), "utf-8")
    catalogue, problems = load_catalogue(SHIPPED, folder)
    return catalogue.venues.get(VenueId("example")), [problem.detail for problem in problems]


def test_a_user_adds_a_venue_and_an_asset_with_a_row(tmp_path):
    added, problems = own(tmp_path, "data[0].last")
    assert problems == []
    assert added is not None
    assert parse_ticker(added, "SOL", b'{"data": [{"last": "131.5"}]}', NOW).price == Decimal("131.5")


def test_a_wrong_path_of_a_user_says_which_and_where_it_stops(tmp_path):
    added, _ = own(tmp_path, "data[0].latest")
    assert added is not None
    with pytest.raises(FormatError) as found:
        parse_ticker(added, "BTC", b'{"data": [{"last": "1"}]}', NOW)
    assert "example: `data[0].latest` leads nowhere: at `data[0]` there is no key `latest`" in found.value.detail
    assert "catalogue" in found.value.next_step


@pytest.mark.parametrize("path", ["", "a..b", "a[x]", "a[1", "a b", ".a"])
def test_what_is_no_path_is_refused_when_the_file_is_read(tmp_path, path):
    added, problems = own(tmp_path, path)
    assert added is None
    assert "line 6" in problems[0]
    assert "price" in problems[0]


def test_a_rate_of_exchange_or_an_average_never_votes_whatever_its_row_says(tmp_path):
    (tmp_path / "own.toml").write_text('[[venue]]\nid = "coingecko"\nvote = true\n', "utf-8")
    catalogue, problems = load_catalogue(SHIPPED, tmp_path)
    assert problems == []
    assert catalogue.venues[VenueId("coingecko")].vote is False


def test_a_row_without_an_echo_checks_no_pair():
    quote = parse_ticker(replace(row("binance"), echo=""), "BTC", json.dumps({**BINANCE, "symbol": "X"}).encode(), NOW)
    assert quote.currency == "USDT"
