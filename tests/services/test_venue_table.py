# SPDX-License-Identifier: MIT
"""All shipped venues at the replica: who votes, who is shown, how coins are converted, and an hour in which much fails."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from fakes import START, SteppedClock
from hkwatch.domain.alerts import AlertKind
from hkwatch.domain.events import AlertFired, PriceChanged, VenueView
from hkwatch.domain.ids import CommandId
from hkwatch.domain.price import PriceState
from hkwatch.replica import ControlPoint, PricePath, Replica, World, faults
from services.rig import Rig, alert, price_path, run

VOTERS = ["coinbase", "kraken", "bitstamp", "gemini", "bitfinex", "binance", "okx"]


def views(event: PriceChanged) -> dict[str, VenueView]:
    return {view.venue: view for view in event.venues}


def pegged(usdt: str, *points: tuple[float, float]) -> PricePath:
    """BTC and ETH through (minutes, US dollars of BTC), USDT at a price of its own."""
    at = [(START + timedelta(minutes=minutes), Decimal(price)) for minutes, price in points]
    return PricePath(
        {
            "BTC": [ControlPoint(moment, price) for moment, price in at],
            "ETH": [ControlPoint(moment, price / 30) for moment, price in at],
            "USDT": [ControlPoint(START, Decimal(usdt))],
        }
    )


def test_seven_venues_vote_and_the_others_are_shown(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path((0, 95_500))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, venues=None) as rig:
            event = await rig.price.sample()
            assert [view.venue for view in event.venues if view.kept] == VOTERS
            shown = [view for view in event.venues if not view.kept]
            assert {view.venue for view in shown} == {"hashkey-usd", "hashkey-hkd", "osl", "coingecko", "mempool"}
            assert {view.why for view in shown} == {"no-vote"}
            assert [view.venue for view in shown if view.licensed_hk] == ["hashkey-usd", "hashkey-hkd", "osl"]

    run(test())


def test_venue_licensed_in_hong_kong_is_shown_with_its_premium_in_us_dollars(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path((0, 95_500))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, venues=None) as rig:
            found = views(await rig.price.sample())
            hkd, osl = found["hashkey-hkd"], found["osl"]
            assert hkd.currency == "HKD"
            assert hkd.price is not None
            assert hkd.price > 700_000
            assert hkd.price_usd is not None
            assert abs(hkd.price_usd / 95_500 - 1) < Decimal("0.001")
            assert hkd.deviation is not None
            assert Decimal("-0.0003") < hkd.deviation < 0 < (osl.deviation or 0) < Decimal("0.0004")

    run(test())


def test_coin_is_converted_at_the_median_of_two_venues(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = pegged("0.9900", (0, 95_500))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, venues=None) as rig:
            event = await rig.price.sample()
            rates = await rig.venues.rates()
            assert abs(rates["USDT"].rate - Decimal("0.99")) < Decimal("0.0001")
            binance = views(event)["binance"]
            assert binance.kept
            assert binance.price is not None
            assert binance.price > 96_400
            assert abs((binance.price_usd or 0) / 95_500 - 1) < Decimal("0.0005")
            # USDC is asked for by nobody, so it is not asked about.
            assert not [request for request in replica.requests if "usdc" in f"{request.path}{request.query}".lower()]

    run(test())


def test_coin_off_its_peg_takes_the_vote_of_those_who_quote_in_it(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = pegged("0.97", (0, 95_500))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, venues=None) as rig:
            event = await rig.price.sample()
            assert {venue: view.why for venue, view in views(event).items() if view.votes and not view.kept} == {
                "binance": "no-rate",
                "okx": "no-rate",
            }
            assert event.state is PriceState.OK

    run(test())


def test_coin_whose_rate_nobody_states_takes_the_vote_until_somebody_does(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path((0, 95_500))
    rates = ("api.kraken.com", "www.bitstamp.net/api/v2/ticker/usdtusd")
    for place in rates:
        replica.faults.set(place, faults.status(503))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, venues=None) as rig:
            assert views(await rig.price.sample())["okx"].why == "no-rate"
            replica.faults.clear(rates[1])
            clock.step(60)
            assert views(await rig.price.sample())["okx"].kept

    run(test())


def test_second_opinion_that_is_far_off_is_a_warning_and_moves_nothing(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path((0, 95_500))
    replica.faults.set("api.coingecko.com", faults.scaled_price(Decimal("0.95")))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, venues=None) as rig:
            event = await rig.price.sample()
            found = views(event)
            assert (found["coingecko"].why, found["mempool"].why) == ("far-off", "no-vote")
            assert abs((event.price_usd or 0) / 95_500 - 1) < Decimal("0.0005")

    run(test())


def test_two_assets_are_asked_and_kept_apart(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = pegged("0.9998", (0, 95_500))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, venues=None) as rig:
            found = {asset: await rig.venues.ask(asset) for asset in ("BTC", "ETH")}
            for asset, middle in (("BTC", 95_500), ("ETH", Decimal(95_500) / 30)):
                prices = [one.quote.price for one in found[asset].values() if one.quote and one.quote.currency == "USD"]
                assert len(prices) >= 7
                assert all(abs(price / middle - 1) < Decimal("0.001") for price in prices)
            assert "mempool" not in found["ETH"]

    run(test())


@pytest.mark.parametrize(("status", "rest_s"), [(418, 120), (429, 30), (403, 900), (451, 3600)])
def test_venue_that_refuses_without_saying_for_how_long_is_left_alone(
    tmp_path: Path, replica: Replica, clock: SteppedClock, status: int, rest_s: int
) -> None:
    replica.faults.set("data-api.binance.vision", faults.status(status), times=1)

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, venues=("binance",)) as rig:
            assert str(status) in (await rig.venues.ask("BTC"))["binance"].error  # type: ignore[index]
            replica.forget_requests()
            clock.step(rest_s - 5)
            await rig.venues.ask("BTC")
            assert replica.requests == ()
            clock.step(21)
            assert (await rig.venues.ask("BTC"))["binance"].error == ""  # type: ignore[index]

    run(test())


async def faulty_hour(
    rig: Rig, world: World, replica: Replica, clock: SteppedClock, every_s: int = 15
) -> list[PriceChanged]:
    """An hour with one venue stuck, one at half the price, two that go away, USDT at 0.97 and a clock that runs ahead."""
    out = []
    for number in range(3600 // every_s):
        minute = number * every_s / 60
        if minute == 5:
            replica.faults.set("api.gemini.com", faults.stuck_price(clock.now()))
        elif minute == 12:
            replica.faults.set("api-pub.bitfinex.com", faults.scaled_price())
        elif minute == 20:
            replica.faults.set("api.exchange.coinbase.com", faults.drop())
            replica.faults.set("www.okx.com", faults.status(503))
        elif minute == 30:
            replica.faults.set("www.bitstamp.net", faults.date_skew(timedelta(hours=2)))
            replica.faults.set("data-api.binance.vision", faults.stuck_price(clock.now() + timedelta(minutes=3)))
        elif minute == 40:
            for host in ("api.exchange.coinbase.com", "www.okx.com"):
                replica.faults.clear(host)
            replica.faults.clear("data-api.binance.vision")
            world.prices = pegged("0.97", *HOUR)
        elif minute == 50:
            replica.faults.clear()
            world.prices = pegged("0.9998", *HOUR)
        out.append(await rig.price.sample())
        clock.step(every_s)
    return out


async def set_alerts(rig: Rig) -> None:
    """Alerts that only a wrong price reaches."""
    for number, (level, kind) in enumerate(
        (
            (94_500, AlertKind.CROSS_BELOW),
            (96_500, AlertKind.CROSS_ABOVE),
            (60_000, AlertKind.CROSS_BELOW),
            (97_500, AlertKind.CROSS_ABOVE),
        )
    ):
        await rig.alerting.save(alert(level, kind), CommandId(str(number)))


HOUR = ((0, 95_500), (15, 95_900), (30, 95_300), (45, 95_800), (60, 95_600))
"""A quiet hour: never near the alerts."""


def test_hour_in_which_much_fails_keeps_the_price_and_fires_nothing(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = pegged("0.9998", *HOUR)

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, venues=None) as rig:
            await rig.load()
            await rig.price.sample()
            await set_alerts(rig)
            clock.step(15)
            # Half as many looks as the program has: the whole hour is drawn by `perf/faulty_hour.py`.
            events = await faulty_hour(rig, world, replica, clock, every_s=30)
            assert rig.of(AlertFired) == []
            for event in events:
                true = world.prices.price("BTC", event.at)
                assert event.price_usd is not None
                # The stuck venues may pull the median by what the others differ, no more.
                assert abs(event.price_usd / true - 1) < Decimal("0.004"), event.at
            assert {event.state for event in events} <= {PriceState.OK, PriceState.DEGRADED}
            reasons = {view.why for event in events for view in event.venues if view.votes}
            assert {"outlier", "no-rate"} <= reasons

    run(test())
