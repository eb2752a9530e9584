# SPDX-License-Identifier: MIT
"""Venues that quote in a dollar stablecoin or in Hong Kong (Binance, OKX, HashKey, OSL,
Bullish), averages of others (CoinGecko, mempool.space), and exchange rates.
"""

from datetime import UTC, datetime, timedelta

from hkwatch.replica.answer import Answer, Request, json_answer
from hkwatch.replica.feeds import http_date
from hkwatch.replica.tape import Tape
from hkwatch.replica.world import World

_STEPS_S = {"1m": 60, "5m": 300, "15m": 900, "30m": 1800, "1h": 3600, "1H": 3600, "4h": 14_400, "1d": 86_400}
_SATURDAY = 5


def binance(world: World, request: Request) -> Answer:
    """`/api/v3/ticker/{24hr,price,bookTicker}` and `/klines` on data-api.binance.vision, pairs in USDT."""
    symbol = request.args.get("symbol", "")
    asset = symbol.removesuffix("USDT")
    if not symbol.endswith("USDT") or asset not in world.prices.assets:
        return json_answer({"code": -1121, "msg": "Invalid symbol."}, 400)
    tape = Tape(world, request, "binance", asset, quiet_s=1, quote="USDT")
    call = request.path.removeprefix("/api/v3/")
    if call == "klines":
        step_s = _STEPS_S.get(request.args.get("interval", ""), 0)
        if not step_s:
            return json_answer({"code": -1120, "msg": "Invalid interval."}, 400)
        bars = tape.candles(step_s, request.number("limit", 500, 1, 1000))
        return json_answer(
            [
                [
                    bar.start_s * 1000,
                    *(f"{price:.8f}" for price in (bar.open, bar.high, bar.low, bar.close, bar.volume)),
                    (bar.start_s + step_s) * 1000 - 1,
                    f"{bar.volume * bar.close:.8f}",
                    bar.trades,
                    f"{bar.volume / 2:.8f}",
                    f"{bar.volume * bar.close / 2:.8f}",
                    "0",
                ]
                for bar in bars
            ]
        )
    if call == "ticker/price":
        return json_answer({"symbol": symbol, "price": f"{tape.last:.8f}"})
    book = {
        "bidPrice": f"{tape.bid:.8f}",
        "bidQty": "1.20000000",
        "askPrice": f"{tape.ask:.8f}",
        "askQty": "0.90000000",
    }
    if call == "ticker/bookTicker":
        return json_answer({"symbol": symbol, **book})
    if call != "ticker/24hr":
        return Answer(404, b"", "text/html")
    day = tape.day()
    change = tape.last - day.open
    return json_answer(
        {
            "symbol": symbol,
            "priceChange": f"{change:.8f}",
            "priceChangePercent": f"{change / day.open * 100:.3f}",
            "weightedAvgPrice": f"{day.vwap:.8f}",
            "prevClosePrice": f"{day.open:.8f}",
            "lastPrice": f"{tape.last:.8f}",
            "lastQty": "0.00210000",
            **book,
            "openPrice": f"{day.open:.8f}",
            "highPrice": f"{day.high:.8f}",
            "lowPrice": f"{day.low:.8f}",
            "volume": f"{day.volume:.8f}",
            "quoteVolume": f"{day.volume * day.vwap:.8f}",
            "openTime": tape.traded_ms - 86_400_000,
            "closeTime": tape.traded_ms,
            "firstId": tape.trade_id - day.trades,
            "lastId": tape.trade_id,
            "count": day.trades,
        }
    )


def okx(world: World, request: Request) -> Answer:
    """`/api/v5/market/{ticker,candles}` on www.okx.com, pairs in USDT.

    Candles newest first; errors inside 200.
    """
    pair = request.args.get("instId", "")
    asset, _, quote = pair.partition("-")
    if quote != "USDT" or asset not in world.prices.assets:
        return json_answer({"code": "51001", "msg": "Instrument ID doesn't exist.", "data": []})
    tape = Tape(world, request, "okx", asset, quiet_s=2, quote="USDT")
    if request.path.endswith("/candles"):
        step_s = _STEPS_S.get(request.args.get("bar", "1m"), 60)
        bars = tape.candles(step_s, request.number("limit", 100, 1, 300))
        rows = [
            [
                str(bar.start_s * 1000),
                *map(str, (bar.open, bar.high, bar.low, bar.close, bar.volume, bar.volume)),
                str(bar.volume * bar.close),
                "0" if bar is bars[-1] else "1",
            ]
            for bar in reversed(bars)
        ]
        return json_answer({"code": "0", "msg": "", "data": rows})
    day = tape.day()
    row = {
        "instType": "SPOT",
        "instId": pair,
        "last": str(tape.last),
        "lastSz": "0.0021",
        "askPx": str(tape.ask),
        "askSz": "0.9",
        "bidPx": str(tape.bid),
        "bidSz": "1.2",
        "open24h": str(day.open),
        "high24h": str(day.high),
        "low24h": str(day.low),
        "volCcy24h": str(day.volume * day.vwap),
        "vol24h": str(day.volume),
        "ts": str(tape.traded_ms),
        "sodUtc0": str(day.open),
        "sodUtc8": str(day.open),
    }
    return json_answer({"code": "0", "msg": "", "data": [row]})


def hashkey(world: World, request: Request) -> Answer:
    """`/quote/v1/ticker/24hr?symbol=BTCUSD` on api-pro.hashkey.com.

    An array of one, the last trade minutes old.
    """
    symbol = request.args.get("symbol", "")
    asset, quote = symbol[:-3], symbol[-3:]
    if quote not in ("USD", "HKD") or asset not in world.prices.assets:
        return json_answer({"code": -100011, "msg": "Not supported symbols"}, 400)
    tape = Tape(world, request, "hashkey", asset, quiet_s=120, quote=quote)
    day = tape.day()
    row = {
        "t": tape.traded_ms,
        "s": symbol,
        "c": str(tape.last),
        "h": str(day.high),
        "l": str(day.low),
        "o": str(day.open),
        "b": str(tape.bid),
        "a": str(tape.ask),
        "v": f"{day.volume / 90:.5f}",
        "qv": f"{day.volume * day.vwap / 90:.5f}",
    }
    return json_answer([row])


def osl(world: World, request: Request) -> Answer:
    """`/api/v4/instrument?symbol=BTCUSD` on trade-hk.osl.com: an array of one, without a time; empty for an unknown pair."""
    symbol = request.args.get("symbol", "")
    asset = symbol.removesuffix("USD")
    if not symbol.endswith("USD") or asset not in world.prices.assets:
        return json_answer([])
    tape = Tape(world, request, "osl", asset, quiet_s=40)
    day = tape.day()
    row = {
        "symbol": symbol,
        "lastPrice": str(tape.last),
        "highPrice": str(day.high),
        "lowPrice": str(day.low),
        "prevClosePrice": str(day.open),
        "volume": f"{day.volume / 70:.5f}",
    }
    return json_answer([row])


def bullish(world: World, request: Request) -> Answer:
    """`/trading-api/v1/markets/BTCUSDC/tick` on api.exchange.bullish.com: everything text, the time in milliseconds too."""
    parts = request.path.strip("/").split("/")
    asset = parts[3].removesuffix("USDC") if len(parts) == 5 and parts[4] == "tick" else ""
    if asset not in world.prices.assets:
        return json_answer({"errorCode": 404, "errorCodeName": "NOT_FOUND", "message": "no such market"}, 404)
    tape = Tape(world, request, "bullish", asset, quiet_s=30, quote="USDC")
    row = {
        "createdAtTimestamp": str(tape.traded_ms),
        "last": f"{tape.last:.4f}",
        "bestBid": f"{tape.bid:.4f}",
        "bestAsk": f"{tape.ask:.4f}",
    }
    return json_answer(row)


_COINGECKO_IDS = {"bitcoin": "BTC", "ethereum": "ETH"}


def coingecko(world: World, request: Request) -> Answer:
    """`/api/v3/simple/price` on api.coingecko.com: JSON numbers; an unknown id is simply missing."""
    found: dict[str, object] = {}
    for ident in request.args.get("ids", "").split(","):
        asset = _COINGECKO_IDS.get(ident, "")
        if asset in world.prices.assets:
            tape = Tape(world, request, "coingecko", asset, quiet_s=60)
            usd = float(tape.last)
            hkd = round(usd * float(world.usd_hkd), 2)
            found[ident] = {"usd": usd, "hkd": hkd, "last_updated_at": tape.traded_ms // 1000}
    return json_answer(found)


def mempool(world: World, request: Request) -> Answer:
    """`/api/v1/prices` on mempool.space: bitcoin in whole dollars."""
    if "BTC" not in world.prices.assets:
        return json_answer({}, 503)
    tape = Tape(world, request, "mempool", "BTC", quiet_s=300)
    return json_answer({"time": tape.traded_ms // 1000, "USD": int(tape.last), "EUR": int(tape.last * 9 / 10)})


def frankfurter(world: World, request: Request) -> Answer:
    """`/v2/rate/USD/HKD` and `/v1/latest?base=USD&symbols=HKD` on api.frankfurter.dev.

    The last working day's rate.
    """
    day = _last_workday(request.at)
    rate = float(world.usd_hkd * request.price_factor)
    seconds = int((request.at.replace(hour=0, minute=0, second=0) + timedelta(days=1) - request.at).total_seconds())
    if request.path == "/v2/rate/USD/HKD":
        answer = json_answer({"date": day, "base": "USD", "quote": "HKD", "rate": rate})
    elif request.path == "/v1/latest" and request.args.get("base") == "USD":
        answer = json_answer({"amount": 1.0, "base": "USD", "date": day, "rates": {"HKD": rate}})
    else:
        return json_answer({"status": 404, "message": "not found"}, 404)
    answer.headers.append(("Cache-Control", f"public, max-age={seconds}"))
    return answer


def er_api(world: World, request: Request) -> Answer:
    """`/v6/latest/USD` on open.er-api.com, stamped with the last UTC midnight."""
    midnight = request.at.astimezone(UTC).replace(hour=0, minute=0, second=1, microsecond=0)
    following = midnight + timedelta(days=1)
    return json_answer(
        {
            "result": "success",
            "provider": "https://www.exchangerate-api.com",
            "time_last_update_unix": int(midnight.timestamp()),
            "time_last_update_utc": http_date(midnight).replace("GMT", "+0000"),
            "time_next_update_unix": int(following.timestamp()),
            "time_next_update_utc": http_date(following).replace("GMT", "+0000"),
            "base_code": "USD",
            "rates": {"USD": 1, "HKD": float(world.usd_hkd * request.price_factor)},
        }
    )


def _last_workday(now: datetime) -> str:
    """The day whose rate is out: today's comes in the evening, so it is the working day before."""
    day = now.astimezone(UTC) - timedelta(days=1)
    while day.weekday() >= _SATURDAY:
        day -= timedelta(days=1)
    return day.strftime("%Y-%m-%d")
