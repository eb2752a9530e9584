# SPDX-License-Identifier: MIT
"""Tickers that venues send by themselves: where, how to subscribe, how to tell that a connection is alive, text → `Quote`.

    text → JSON → control word? → the asset it is about → numbers, time → Heard

Nothing here connects; `sockets.py` does. A venue without an entry here is asked over HTTP.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from hkwatch.domain.catalogue import VenueRow
from hkwatch.domain.errors import FormatError
from hkwatch.domain.ids import VenueId
from hkwatch.domain.price import Quote
from hkwatch.sources.venues import decimal_of, moment_of, read_json

_Ticker = tuple[str, Any, Any, Any, Any]
"""The venue's name of the pair, price, bid, ask, time; None where it states none."""


@dataclass(frozen=True, slots=True)
class Stream:
    """How a venue's stream works.

    `ping` is sent every `ping_every_s` (0 = never); a connection without a message for `silent_s` is dead; after `lives_s`
    it is opened anew before the venue ends it. `names` turns the catalogue's symbol and the asset into the stream's name.
    """

    url: str
    names: Callable[[str, str], str]
    subscribe: Callable[[list[str]], list[str]]
    tickers: Callable[[dict[str, Any]], list[_Ticker]]
    silent_s: float
    ping: str = ""
    ping_every_s: float = 0.0
    lives_s: float = 23.5 * 3600


@dataclass(frozen=True, slots=True)
class Heard:
    """What a message said: quotes, and whether the venue wants the connection opened anew."""

    quotes: tuple[Quote, ...] = ()
    reconnect: bool = False


_NOTHING = Heard()


def stream_of(venue: VenueId) -> Stream | None:
    """The venue's stream, None where it has none that is known."""
    return _STREAMS.get(venue)


def wanted_names(row: VenueRow, assets: tuple[str, ...]) -> dict[str, str]:
    """The stream's name of each pair → the asset, of those the row has a symbol for. Raises KeyError without a stream."""
    stream = _STREAMS[row.id]
    return {stream.names(row.symbols[asset], asset): asset for asset in assets if asset in row.symbols}


def hear(row: VenueRow, names: Mapping[str, str], text: str, received_at: datetime) -> Heard:
    """What a message says. Control messages say nothing; pairs nobody asked for are left out.

    Raises FormatError for what is no JSON, an error of the venue's, and a ticker without a price.
    """
    if text == "pong":
        return _NOTHING
    message = read_json(row.id, text.encode())
    if not isinstance(message, dict):
        return _NOTHING
    if message.get("event") == "bts:request_reconnect" or message.get("e") == "serverShutdown":
        return Heard(reconnect=True)
    _raise_refusal(row, message)
    quotes = []
    try:
        for name, price, bid, ask, at in _STREAMS[row.id].tickers(message):
            if name not in names:
                continue
            value = decimal_of(price)
            if value <= 0:
                raise ValueError(f"{price!r} is no price")
            quotes.append(
                Quote(
                    venue=row.id,
                    asset=names[name],
                    price=value,
                    t_received=received_at,
                    bid=_side(bid),
                    ask=_side(ask),
                    t_source=None if at is None else moment_of(at),
                    currency=row.quote,
                    vote=row.vote,
                    every_s=row.interval_s,
                    max_age_s=row.max_age_s,
                )
            )
    except (LookupError, TypeError, ValueError, ArithmeticError, AttributeError, OSError) as exc:
        raise FormatError("stream-ticker", f"{row.id}: {text[:160]}: {exc}") from exc
    return Heard(tuple(quotes))


def _side(value: Any) -> Decimal | None:
    return None if value is None or value == "" else decimal_of(value)


def _raise_refusal(row: VenueRow, message: dict[str, Any]) -> None:
    """A subscription that failed is an error, not a silence."""
    is_error = (
        message.get("type") == "error"
        or message.get("success") is False
        or message.get("event") in ("error", "bts:error")
        or bool(message.get("error"))
    )
    if is_error:
        raise FormatError("stream-refused", f"{row.id}: {json.dumps(message)[:200]}")


# Coinbase Exchange: a ticker a trade, a heartbeat a second; the first message must come within five seconds.


def _coinbase(message: dict[str, Any]) -> list[_Ticker]:
    if message.get("type") != "ticker":
        return []
    sides = message.get("best_bid"), message.get("best_ask")
    return [(message["product_id"], message["price"], *sides, message.get("time"))]


# Kraken v2: JSON numbers; only newer snapshots have a time.


def _kraken(message: dict[str, Any]) -> list[_Ticker]:
    if message.get("channel") != "ticker":
        return []
    return [
        (one["symbol"], one["last"], one.get("bid"), one.get("ask"), one.get("timestamp"))
        for one in message["data"]
        if "last" in one
    ]


# Binance: a mini ticker a second, without a book.


def _binance(message: dict[str, Any]) -> list[_Ticker]:
    if message.get("e") != "24hrMiniTicker":
        return []
    return [(f"{message['s'].lower()}@miniTicker", message["c"], None, None, message["E"])]


# Bitstamp: trades. `price` is a JSON number that may have lost digits, `price_str` is whole.


def _bitstamp(message: dict[str, Any]) -> list[_Ticker]:
    if message.get("event") != "trade":
        return []
    data = message["data"]
    price = data["price_str"] if "price_str" in data else data["price"]
    return [(message["channel"], price, None, None, data.get("microtimestamp") or data.get("timestamp"))]


# OKX: a ticker a trade; silent for thirty seconds it wants to be asked with the word `ping`.


def _okx(message: dict[str, Any]) -> list[_Ticker]:
    if message.get("arg", {}).get("channel") != "tickers" or "data" not in message:
        return []
    return [(one["instId"], one["last"], one.get("bidPx"), one.get("askPx"), one.get("ts")) for one in message["data"]]


_STREAMS = {
    VenueId("coinbase"): Stream(
        "wss://ws-feed.exchange.coinbase.com/",
        lambda symbol, _: symbol,
        lambda names: [json.dumps({"type": "subscribe", "product_ids": names, "channels": ["ticker", "heartbeat"]})],
        _coinbase,
        silent_s=15.0,
    ),
    VenueId("kraken"): Stream(
        "wss://ws.kraken.com/v2",
        lambda _, asset: f"{asset}/USD",
        lambda names: [
            json.dumps({"method": "subscribe", "params": {"channel": "ticker", "symbol": names}, "req_id": 1})
        ],
        _kraken,
        silent_s=20.0,
        ping=json.dumps({"method": "ping", "req_id": 2}),
        ping_every_s=10.0,
    ),
    VenueId("binance"): Stream(
        "wss://data-stream.binance.vision/ws",
        lambda symbol, _: f"{symbol.lower()}@miniTicker",
        lambda names: [json.dumps({"method": "SUBSCRIBE", "params": names, "id": 1})],
        _binance,
        silent_s=30.0,
    ),
    VenueId("bitstamp"): Stream(
        "wss://ws.bitstamp.net/",
        lambda symbol, _: f"live_trades_{symbol}",
        lambda names: [json.dumps({"event": "bts:subscribe", "data": {"channel": name}}) for name in names],
        _bitstamp,
        silent_s=45.0,
        ping=json.dumps({"event": "bts:heartbeat"}),
        ping_every_s=20.0,
    ),
    VenueId("okx"): Stream(
        "wss://ws.okx.com:8443/ws/v5/public",
        lambda symbol, _: symbol,
        lambda names: [json.dumps({"op": "subscribe", "args": [{"channel": "tickers", "instId": n} for n in names]})],
        _okx,
        silent_s=30.0,
        ping="ping",
        ping_every_s=18.0,
    ),
}
