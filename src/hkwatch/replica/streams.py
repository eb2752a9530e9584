# SPDX-License-Identifier: MIT
"""What venues send over WebSockets: Coinbase, Kraken, Binance, Bitstamp and OKX, from the same price path as their REST.

client's messages ─► take() ─► answers at once
every tick        ─► tick() ─► tickers, heartbeats
"""

import json
from abc import ABC, abstractmethod
from datetime import UTC
from typing import Any

from hkwatch.replica.answer import Request
from hkwatch.replica.tape import Tape
from hkwatch.replica.world import World


class Stream(ABC):
    """One connection's state. Texts in, texts out."""

    def __init__(self, world: World, request: Request) -> None:
        self._world = world
        self.request = request
        """The request as it came; its `at` moves on with every tick, price faults change it."""
        self.assets: list[str] = []
        """What was subscribed to, in order."""
        self.ticks = 0

    @abstractmethod
    def take(self, text: str) -> list[str]:
        """What is answered to a message of the client."""

    @abstractmethod
    def tick(self) -> list[str]:
        """What is sent because a tick has passed."""

    def _tape(self, venue: str, asset: str, quote: str = "USD") -> Tape:
        return Tape(self._world, self.request, venue, asset, quiet_s=1, quote=quote)

    def _subscribe(self, asset: str) -> bool:
        known = asset in self._world.prices.assets
        if known and asset not in self.assets:
            self.assets.append(asset)
        return known


class Coinbase(Stream):
    """`wss://ws-feed.exchange.coinbase.com`: ticker and a heartbeat a second."""

    def take(self, text: str) -> list[str]:
        message = _read(text)
        if message.get("type") != "subscribe":
            return [_text({"type": "error", "message": "Malformed JSON"})]
        wanted = message.get("product_ids", [])
        if not all(name.endswith("-USD") and self._subscribe(name.removesuffix("-USD")) for name in wanted):
            return [_text({"type": "error", "message": "Failed to subscribe", "reason": "not a valid product"})]
        channels = [{"name": name, "product_ids": wanted} for name in message.get("channels", [])]
        return [_text({"type": "subscriptions", "channels": channels})]

    def tick(self) -> list[str]:
        out = []
        for asset in self.assets:
            tape = self._tape("coinbase", asset)
            time = tape.traded_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
            ticker = {"type": "ticker", "sequence": self.ticks, "product_id": f"{asset}-USD", "price": str(tape.last)}
            sides = {"best_bid": str(tape.bid), "best_ask": str(tape.ask), "time": time, "trade_id": tape.trade_id}
            out.append(_text({**ticker, **sides}))
            out.append(_text({"type": "heartbeat", "sequence": self.ticks, "product_id": f"{asset}-USD", "time": time}))
        return out


class Kraken(Stream):
    """`wss://ws.kraken.com/v2`: JSON numbers, the first message of a pair a snapshot."""

    def __init__(self, world: World, request: Request) -> None:
        super().__init__(world, request)
        self._greeted: set[str] = set()

    def take(self, text: str) -> list[str]:
        message = _read(text)
        if message.get("method") == "ping":
            return [_text({"method": "pong", "req_id": message.get("req_id")})]
        params = message.get("params", {})
        out = []
        for name in params.get("symbol", []):
            known = name.endswith("/USD") and self._subscribe(name.removesuffix("/USD"))
            answer = {"method": "subscribe", "success": known, "result": {"channel": "ticker", "symbol": name}}
            out.append(_text(answer if known else {**answer, "error": f"Currency pair not supported {name}"}))
        return out

    def tick(self) -> list[str]:
        out = [_text({"channel": "heartbeat"})]
        for asset in self.assets:
            tape = self._tape("kraken", asset)
            kind = "update" if asset in self._greeted else "snapshot"
            self._greeted.add(asset)
            data = {"symbol": f"{asset}/USD", "bid": float(tape.bid), "ask": float(tape.ask), "last": float(tape.last)}
            out.append(_text({"channel": "ticker", "type": kind, "data": [data]}))
        return out


class Binance(Stream):
    """`wss://data-stream.binance.vision/ws`: a mini ticker a second; ended after a day."""

    def take(self, text: str) -> list[str]:
        message = _read(text)
        for name in message.get("params", []):
            pair, _, channel = name.partition("@")
            if channel == "miniTicker" and pair.endswith("usdt"):
                self._subscribe(pair.removesuffix("usdt").upper())
        return [_text({"result": None, "id": message.get("id")})]

    def tick(self) -> list[str]:
        out = []
        for asset in self.assets:
            tape = self._tape("binance", asset, "USDT")
            day = tape.scaled(tape.last)
            event = {"e": "24hrMiniTicker", "E": tape.traded_ms, "s": f"{asset}USDT", "c": str(tape.last)}
            out.append(_text({**event, "o": str(day), "h": str(day), "l": str(day), "v": "1", "q": "1"}))
        return out


class Bitstamp(Stream):
    """`wss://ws.bitstamp.net`: trades, and an answer to a heartbeat."""

    def take(self, text: str) -> list[str]:
        message = _read(text)
        if message.get("event") == "bts:heartbeat":
            return [_text({"event": "bts:heartbeat", "channel": "", "data": {"status": "success"}})]
        channel = message.get("data", {}).get("channel", "")
        pair = channel.removeprefix("live_trades_")
        if not pair.endswith("usd") or not self._subscribe(pair.removesuffix("usd").upper()):
            return [_text({"event": "bts:error", "channel": "", "data": {"code": None, "message": "Bad subscription"}})]
        return [_text({"event": "bts:subscription_succeeded", "channel": channel, "data": {}})]

    def tick(self) -> list[str]:
        out = []
        for asset in self.assets:
            tape = self._tape("bitstamp", asset)
            micro = str(tape.traded_ms * 1000)
            data = {"price": float(tape.last), "price_str": str(tape.last), "microtimestamp": micro, "type": 0}
            stamp = {"timestamp": str(tape.traded_ms // 1000), "amount_str": "0.01"}
            channel = f"live_trades_{asset.lower()}usd"
            out.append(_text({"data": {**data, **stamp}, "channel": channel, "event": "trade"}))
        return out


class Okx(Stream):
    """`wss://ws.okx.com:8443/ws/v5/public`: answers the word `ping` with the word `pong`."""

    def take(self, text: str) -> list[str]:
        if text == "ping":
            return ["pong"]
        out = []
        for wanted in _read(text).get("args", []):
            pair = wanted.get("instId", "")
            if pair.endswith("-USDT") and self._subscribe(pair.removesuffix("-USDT")):
                out.append(_text({"event": "subscribe", "arg": wanted, "connId": "a1"}))
            else:
                out.append(_text({"event": "error", "code": "60018", "msg": f"{pair} doesn't exist"}))
        return out

    def tick(self) -> list[str]:
        out = []
        for asset in self.assets:
            tape = self._tape("okx", asset, "USDT")
            pair = f"{asset}-USDT"
            data = {"instType": "SPOT", "instId": pair, "last": str(tape.last), "ts": str(tape.traded_ms)}
            sides = {"bidPx": str(tape.bid), "askPx": str(tape.ask)}
            out.append(_text({"arg": {"channel": "tickers", "instId": pair}, "data": [{**data, **sides}]}))
        return out


STREAMS: dict[str, tuple[str, type[Stream]]] = {
    "ws-feed.exchange.coinbase.com": ("/", Coinbase),
    "ws.kraken.com": ("/v2", Kraken),
    "data-stream.binance.vision": ("/ws", Binance),
    "ws.bitstamp.net": ("/", Bitstamp),
    "ws.okx.com:8443": ("/ws/v5/public", Okx),
}
"""Host → path and what speaks there."""


def stream_for(world: World, request: Request) -> Stream | None:
    """Who speaks at this address, None if nobody."""
    path, kind = STREAMS.get(request.host, ("", None))
    return kind(world, request) if kind is not None and request.path == path else None


def _read(text: str) -> dict[str, Any]:
    try:
        message = json.loads(text)
    except ValueError:
        return {}
    return message if isinstance(message, dict) else {}


def _text(message: object) -> str:
    return json.dumps(message, separators=(",", ":"))
