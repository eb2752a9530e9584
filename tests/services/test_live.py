# SPDX-License-Identifier: MIT
"""Live prices over real WebSockets to the replica: they come, they are watched for silence, and HTTP takes over."""

import asyncio
import json
import logging
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from decimal import Decimal
from pathlib import Path

import pytest

from fakes import START, SteppedClock
from hkwatch.app.choices import address_map
from hkwatch.domain.ids import VenueId
from hkwatch.domain.price import Quote
from hkwatch.replica import ControlPoint, PricePath, Replica, World, faults
from hkwatch.services.live import LivePrices
from hkwatch.sources.sockets import Sockets
from patience import PATIENCE_S
from services.rig import Rig, run, shipped

WS = {
    "coinbase": "ws-feed.exchange.coinbase.com",
    "kraken": "ws.kraken.com",
    "binance": "data-stream.binance.vision",
    "bitstamp": "ws.bitstamp.net",
    "okx": "ws.okx.com:8443",
}


PRICES = {"BTC": Decimal(95_500), "ETH": Decimal(3_200)}


class Bench:
    """Live prices of these venues, and everything they brought."""

    def __init__(self, replica: Replica, clock: SteppedClock, *venues: str, wanted: bool = True) -> None:
        self.clock = clock
        self.quotes: list[Quote] = []
        rows = [row for row in shipped().catalogue.venues.values() if row.id in (venues or WS)]
        sockets = Sockets("hkwatch/test", address_map(replica.base_url))
        self.live = LivePrices(
            clock, sockets, rows, ("BTC", "ETH"), self.quotes.append, random.Random(1), wanted=wanted
        )

    def heard(self) -> set[tuple[str, str]]:
        return {(quote.venue, quote.asset) for quote in self.quotes}

    async def until(self, is_so: object) -> None:
        assert callable(is_so)
        async with asyncio.timeout(PATIENCE_S):
            while not is_so():
                await asyncio.sleep(0.01)
                assert not [why for why in self.live.problems.values() if "refused" in why], self.live.problems


@asynccontextmanager
async def running(bench: Bench) -> AsyncIterator[Bench]:
    task = asyncio.create_task(bench.live.run())
    try:
        yield bench
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


@pytest.fixture(autouse=True)
def quick(replica: Replica, world: World) -> None:
    replica.tick_s = 0.05
    world.prices = PricePath({asset: [ControlPoint(START, price)] for asset, price in PRICES.items()})


def test_five_venues_send_both_assets(replica: Replica, clock: SteppedClock) -> None:
    async def test() -> None:
        async with running(Bench(replica, clock)) as bench:
            await bench.until(lambda: bench.heard() == {(venue, asset) for venue in WS for asset in PRICES})
            assert bench.live.is_connected
            assert bench.live.problems == {}
            assert all(abs(quote.price / PRICES[quote.asset] - 1) < Decimal("0.001") for quote in bench.quotes)
        assert not bench.live.is_connected

    run(test())


def test_connections_are_made_only_while_they_are_wanted(replica: Replica, clock: SteppedClock) -> None:
    async def test() -> None:
        async with running(Bench(replica, clock, "okx", wanted=False)) as bench:
            await asyncio.sleep(0.05)
            assert replica.requests == ()
            bench.live.want(True)
            await bench.until(lambda: bench.quotes)
            bench.live.hold(True)
            await bench.until(lambda: not bench.live.is_connected)
            count = len(bench.quotes)
            await asyncio.sleep(0.1)
            assert len(bench.quotes) == count
            bench.live.hold(False)
            await bench.until(lambda: len(bench.quotes) > count)

    run(test())


def test_connection_that_breaks_is_opened_again_after_a_pause(replica: Replica, clock: SteppedClock) -> None:
    replica.faults.set(WS["coinbase"], faults.drop(), times=1)

    async def test() -> None:
        async with running(Bench(replica, clock, "coinbase")) as bench:
            before = clock.monotonic()
            await bench.until(lambda: bench.quotes)
            # The pause grows from a second on; the clock is the test's, so waiting makes it go on.
            assert clock.monotonic() - before >= 0.75
            assert len(replica.requests_to(WS["coinbase"])) == 2

    run(test())


def test_connection_that_grows_silent_is_given_up_and_named(
    replica: Replica, clock: SteppedClock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)

    async def test() -> None:
        async with running(Bench(replica, clock, "kraken")) as bench:
            await bench.until(lambda: bench.quotes)
            replica.faults.set(WS["kraken"], faults.silence())
            while len(replica.requests_to(WS["kraken"])) < 2:
                clock.step(5)
                await asyncio.sleep(0.1)
            assert "Kraken sent nothing for 20 s." in caplog.text
            replica.faults.clear()
            count = len(bench.quotes)
            await bench.until(lambda: len(bench.quotes) > count)

    run(test())


def test_venue_that_asks_for_a_new_connection_gets_it_at_once(replica: Replica, clock: SteppedClock) -> None:
    text = json.dumps({"event": "bts:request_reconnect", "channel": "", "data": ""})
    replica.faults.set(WS["bitstamp"], faults.said(text), times=2)

    async def test() -> None:
        async with running(Bench(replica, clock, "bitstamp")) as bench:
            before = clock.monotonic()
            await bench.until(lambda: len(replica.requests_to(WS["bitstamp"])) >= 2 and bench.quotes)
            assert clock.monotonic() == before

    run(test())


def test_connection_is_opened_anew_before_the_venue_ends_it(replica: Replica, clock: SteppedClock) -> None:
    async def test() -> None:
        async with running(Bench(replica, clock, "binance")) as bench:
            await bench.until(lambda: bench.quotes)
            clock.step(23.6 * 3600)
            await bench.until(lambda: len(replica.requests_to(WS["binance"])) == 2)

    run(test())


def test_venue_is_not_asked_while_it_sends_and_asked_again_when_it_stops(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            bench = Bench(replica, clock, "coinbase")
            async with running(bench):
                await bench.until(lambda: ("coinbase", "BTC") in bench.heard())
                newest = next(quote for quote in bench.quotes if quote.asset == "BTC")
                rig.venues.take(newest)
                answers = await rig.venues.ask("BTC")
                assert answers[VenueId("coinbase")].quote == newest
                assert replica.requests_to("api.exchange.coinbase.com") == ()
                clock.step(15)
                await rig.venues.ask("BTC")
                assert len(replica.requests_to("api.exchange.coinbase.com")) == 1

    run(test())
