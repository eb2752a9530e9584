# SPDX-License-Identifier: MIT
"""The venues that quote in US dollars: Coinbase Exchange, Kraken, Bitstamp, Gemini, Bitfinex."""

from datetime import UTC, datetime

from hkwatch.replica.answer import Answer, Request, json_answer
from hkwatch.replica.tape import Tape
from hkwatch.replica.world import World

COINBASE_ROWS = 300
KRAKEN_ROWS = 720
BITSTAMP_ROWS = 1000
_COINBASE_STEPS_S = (60, 300, 900, 3600, 21_600, 86_400)
_KRAKEN_STEPS_MIN = (1, 5, 15, 30, 60, 240, 1440)
_BITSTAMP_STEPS_S = (60, 180, 300, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400)
#: Kraken answers under a name of its own, whichever alias was asked for.
_KRAKEN_PAIRS = {
    "XBTUSD": ("BTC", "XXBTZUSD"),
    "BTCUSD": ("BTC", "XXBTZUSD"),
    "XXBTZUSD": ("BTC", "XXBTZUSD"),
    "ETHUSD": ("ETH", "XETHZUSD"),
    "XETHZUSD": ("ETH", "XETHZUSD"),
    "USDTUSD": ("USDT", "USDTZUSD"),
    "USDTZUSD": ("USDT", "USDTZUSD"),
    "USDCUSD": ("USDC", "USDCUSD"),
}
_GEMINI_STEPS_S = {"1m": 60, "5m": 300, "15m": 900, "30m": 1800, "1hr": 3600, "6hr": 21_600, "1day": 86_400}


def coinbase(world: World, request: Request) -> Answer:
    """`/products/BTC-USD/ticker`, `/stats` and `/candles` on api.exchange.coinbase.com."""
    parts = request.path.strip("/").split("/")
    asset, _, quote = parts[1].partition("-") if len(parts) == 3 else ("", "", "")
    if parts[0] != "products" or quote != "USD" or asset not in world.prices.assets:
        return json_answer({"message": "NotFound"}, 404)
    tape = Tape(world, request, "coinbase", asset)
    if parts[2] == "candles":
        return _coinbase_candles(tape, request)
    day = tape.day()
    if parts[2] == "stats":
        return json_answer(
            {
                "open": str(day.open),
                "high": str(day.high),
                "low": str(day.low),
                "last": str(tape.last),
                "volume": str(day.volume),
                "volume_30day": str(day.volume * 30),
            }
        )
    if parts[2] != "ticker":
        return json_answer({"message": "NotFound"}, 404)
    return json_answer(
        {
            "ask": str(tape.ask),
            "bid": str(tape.bid),
            "volume": str(day.volume),
            "trade_id": tape.trade_id,
            "price": str(tape.last),
            "size": "0.00120415",
            "time": tape.traded_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        }
    )


def _coinbase_candles(tape: Tape, request: Request) -> Answer:
    step_s = request.number("granularity", 60, 1, 1_000_000)
    if step_s not in _COINBASE_STEPS_S:
        return json_answer({"message": "Unsupported granularity"}, 400)
    start, end = _instant(request.args.get("start")), _instant(request.args.get("end"))
    count = COINBASE_ROWS
    if start is not None:
        last = min(end or tape.at, tape.at)
        count = int(last.timestamp()) // step_s - int(start.timestamp() - 1) // step_s
        if count > COINBASE_ROWS:
            text = "granularity too small for the requested time range: more than 300 aggregations"
            return json_answer({"message": text}, 400)
    bars = tape.candles(step_s, count, end) if count > 0 else []
    rows = [
        [bar.start_s, float(bar.low), float(bar.high), float(bar.open), float(bar.close), float(bar.volume)]
        for bar in reversed(bars)
    ]
    return json_answer(rows)


def kraken(world: World, request: Request) -> Answer:
    """`/0/public/Ticker` and `/0/public/OHLC` on api.kraken.com. Mistakes are answered with HTTP 200."""
    call = request.path.removeprefix("/0/public/")
    if call not in ("Ticker", "OHLC"):
        return json_answer({"error": ["EGeneral:Unknown method"]})
    pairs = [_KRAKEN_PAIRS.get(name, ("", "")) for name in request.args.get("pair", "").split(",")]
    if any(not world.prices.has(asset) for asset, _ in pairs):
        return json_answer({"error": ["EQuery:Unknown asset pair"]})
    tapes = {key: Tape(world, request, "kraken", asset) for asset, key in pairs}
    if call == "OHLC":
        key, tape = next(iter(tapes.items()))
        return _kraken_candles(tape, key, request)
    return json_answer({"error": [], "result": {key: _kraken_ticker(tape) for key, tape in tapes.items()}})


def _kraken_ticker(tape: Tape) -> dict[str, object]:
    day = tape.day()
    return {
        "a": [f"{tape.ask:.5f}", "1", "1.000"],
        "b": [f"{tape.bid:.5f}", "2", "2.000"],
        "c": [f"{tape.last:.5f}", "0.00410972"],
        "v": [f"{day.volume / 2:.8f}", f"{day.volume:.8f}"],
        "p": [f"{day.vwap:.5f}", f"{day.vwap:.5f}"],
        "t": [day.trades // 2, day.trades],
        "l": [f"{day.low:.5f}", f"{day.low:.5f}"],
        "h": [f"{day.high:.5f}", f"{day.high:.5f}"],
        "o": f"{day.open:.5f}",
    }


def _kraken_candles(tape: Tape, key: str, request: Request) -> Answer:
    minutes = request.number("interval", 1, 1, 100_000)
    if minutes not in _KRAKEN_STEPS_MIN:
        return json_answer({"error": ["EGeneral:Invalid arguments:interval"]})
    since = request.number("since", 0, 0, 2**40)
    bars = [bar for bar in tape.candles(minutes * 60, KRAKEN_ROWS) if bar.start_s > since]
    rows = [
        [
            bar.start_s,
            str(bar.open),
            str(bar.high),
            str(bar.low),
            str(bar.close),
            str((bar.high + bar.low) / 2),
            str(bar.volume),
            bar.trades,
        ]
        for bar in bars
    ]
    # The last bar is still open; `last` names the newest that is closed.
    last = bars[-2].start_s if len(bars) > 1 else since
    return json_answer({"error": [], "result": {key: rows, "last": last}})


def bitstamp(world: World, request: Request) -> Answer:
    """`/api/v2/ticker/btcusd/` and `/api/v2/ohlc/btcusd/` on www.bitstamp.net."""
    parts = request.path.strip("/").split("/")
    pair = parts[3] if len(parts) == 4 else ""
    asset = pair.removesuffix("usd").upper()
    if parts[:2] != ["api", "v2"] or not pair.endswith("usd") or not world.prices.has(asset):
        return Answer(404, b"", "text/html")
    tape = Tape(world, request, "bitstamp", asset, quiet_s=7)
    name = f"{asset}/USD"
    if parts[2] == "ohlc":
        step_s = request.number("step", 0, 0, 1_000_000)
        if step_s not in _BITSTAMP_STEPS_S:
            return json_answer({"code": "validation-error", "errors": [{"field": "step", "message": "Invalid"}]}, 400)
        count = request.number("limit", 10, 1, BITSTAMP_ROWS)
        end, start = request.number("end", 0, 0, 2**40), request.number("start", 0, 0, 2**40)
        last = datetime.fromtimestamp(end, UTC) if end else None
        bars = [bar for bar in tape.candles(step_s, count, last) if bar.start_s >= start]
        rows = [
            {
                "close": str(bar.close),
                "high": str(bar.high),
                "low": str(bar.low),
                "open": str(bar.open),
                "timestamp": str(bar.start_s),
                "volume": str(bar.volume),
            }
            for bar in bars
        ]
        return json_answer({"data": {"ohlc": rows, "pair": name}})
    if parts[2] != "ticker":
        return Answer(404, b"", "text/html")
    day = tape.day()
    change = (tape.last / day.open - 1) * 100
    return json_answer(
        {
            "timestamp": str(tape.traded_ms // 1000),
            "open": str(day.open),
            "high": str(day.high),
            "low": str(day.low),
            "last": str(tape.last),
            "volume": str(day.volume),
            "vwap": str(day.vwap),
            "bid": str(tape.bid),
            "ask": str(tape.ask),
            "side": str(tape.trade_id % 2),
            "open_24": str(day.open),
            "percent_change_24": f"{change:.2f}",
            "pair": name,
        }
    )


def gemini(world: World, request: Request) -> Answer:
    """`/v1/pubticker/btcusd` and `/v2/candles/btcusd/1m` on api.gemini.com."""
    parts = request.path.strip("/").split("/")
    asset = parts[2].removesuffix("usd").upper() if len(parts) > 2 else ""
    if asset not in world.prices.assets:
        error = {
            "result": "error",
            "reason": "InvalidSymbol",
            "message": "Supplied value is not a valid symbol",
        }
        return json_answer(error, 400)
    tape = Tape(world, request, "gemini", asset, quiet_s=11)
    if parts[:2] == ["v2", "candles"] and len(parts) == 4 and parts[3] in _GEMINI_STEPS_S:
        bars = tape.candles(_GEMINI_STEPS_S[parts[3]], 1440)
        return json_answer(
            [
                [bar.start_s * 1000, *map(float, (bar.open, bar.high, bar.low, bar.close, bar.volume))]
                for bar in reversed(bars)
            ]
        )
    day = tape.day()
    volume = {
        asset: str(day.volume),
        "USD": str(day.volume * day.vwap),
        "timestamp": tape.traded_ms // 300_000 * 300_000,
    }
    return json_answer({"bid": str(tape.bid), "ask": str(tape.ask), "volume": volume, "last": str(tape.last)})


def bitfinex(world: World, request: Request) -> Answer:
    """`/v2/ticker/tBTCUSD` on api-pub.bitfinex.com: an array of numbers, errors as an array too."""
    asset = request.path.rpartition("/")[2].removeprefix("t").removesuffix("USD")
    if not request.path.startswith("/v2/ticker/") or asset not in world.prices.assets:
        return json_answer(["error", 10020, "symbol: invalid"], 500)
    tape = Tape(world, request, "bitfinex", asset)
    day = tape.day()
    change = tape.last - day.open
    numbers = (
        tape.bid,
        day.volume / 40,
        tape.ask,
        day.volume / 50,
        change,
        round(change / day.open, 8),
        tape.last,
        day.volume,
        day.high,
        day.low,
    )
    return json_answer([float(number) for number in numbers])


def _instant(text: str | None) -> datetime | None:
    """An instant from seconds since 1970 or ISO 8601 (UTC if it names no zone); None if there is none."""
    if not text:
        return None
    if text.isascii() and text.isdigit():
        return datetime.fromtimestamp(int(text), UTC)
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        return None
    return instant if instant.tzinfo is not None else instant.replace(tzinfo=UTC)
