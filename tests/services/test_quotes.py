# SPDX-License-Identifier: MIT
"""Asking the venues: how often, what a failing one leaves behind, and history page by page."""

from datetime import timedelta
from pathlib import Path

from fakes import START, SteppedClock
from hkwatch.domain.ids import VenueId
from hkwatch.replica import Replica, World, faults
from services.rig import Rig, run

COINBASE = VenueId("coinbase")


def test_venue_is_asked_no_more_often_than_its_interval(tmp_path: Path, replica: Replica, clock: SteppedClock) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            for _ in range(4):
                await rig.venues.ask("BTC")
                clock.step(5)
            asked = {host: len(replica.requests_to(host)) for host in ("api.exchange.coinbase.com", "api.kraken.com")}
            # Coinbase every 10 seconds, Kraken every 15: at 0, 5, 10 and 15 that is twice each.
            assert asked == {"api.exchange.coinbase.com": 2, "api.kraken.com": 2}

    run(test())


def test_venue_that_fails_keeps_its_last_quote_and_says_what_went_wrong(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            before = (await rig.venues.ask("BTC"))[COINBASE]
            replica.faults.set("api.exchange.coinbase.com", faults.drop())
            clock.step(15)
            after = (await rig.venues.ask("BTC"))[COINBASE]
            assert after.quote == before.quote
            assert (before.error, bool(after.error)) == ("", True)
            replica.faults.clear()
            clock.step(15)
            again = (await rig.venues.ask("BTC"))[COINBASE]
            assert again.error == ""
            assert again.quote != before.quote

    run(test())


def test_venue_that_asks_for_a_pause_gets_it_and_is_asked_again_afterwards(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            replica.faults.set("api.exchange.coinbase.com", faults.status(429, retry_after=120), times=1)
            await rig.venues.ask("BTC")
            replica.forget_requests()
            for _ in range(7):
                clock.step(15)
                await rig.venues.ask("BTC")
            assert replica.requests_to("api.exchange.coinbase.com") == ()
            assert len(replica.requests_to("api.kraken.com")) == 7
            clock.step(16)
            assert (await rig.venues.ask("BTC"))[COINBASE].error == ""

    run(test())


def test_asset_that_no_venue_quotes_has_no_answers(tmp_path: Path, replica: Replica, clock: SteppedClock) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            assert await rig.venues.ask("DOGE") == {}
            assert replica.requests == ()

    run(test())


def test_history_of_a_day_is_whole_though_venues_give_it_in_pages(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            bars = await rig.venues.history("BTC", 60, START - timedelta(days=1), START)
            assert [bar.at for bar in bars] == [START - timedelta(minutes=n) for n in range(1440, 0, -1)]
            assert all(request.status == 200 for request in replica.requests)

    run(test())


def test_history_of_one_venue_alone_counts_for_nothing(tmp_path: Path, replica: Replica, clock: SteppedClock) -> None:
    for host in ("api.kraken.com", "www.bitstamp.net"):
        replica.faults.set(host, faults.status(503))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            assert await rig.venues.history("BTC", 60, START - timedelta(hours=1), START) == []

    run(test())


def test_exchange_rate_is_asked_every_six_hours_and_a_failing_service_every_five_minutes(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            for _ in range(12):
                await rig.fx.refresh()
                clock.step(minutes=29)
            assert len(replica.requests_to("api.frankfurter.dev")) == 1
            clock.step(minutes=30)
            replica.faults.set("api.frankfurter.dev", faults.status(503))
            await rig.fx.refresh()
            assert len(replica.requests_to("api.frankfurter.dev")) == 2
            assert rig.fx.current.source in ("frankfurter", "er-api")
            assert not rig.fx.current.is_fallback

    run(test())


def test_services_that_all_fail_are_not_asked_at_every_price(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    for host in ("api.frankfurter.dev", "open.er-api.com"):
        replica.faults.set(host, faults.status(500))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            for _ in range(21):
                await rig.fx.refresh()
                clock.step(15)
            assert len(replica.requests) == 4
            assert rig.fx.current.is_fallback

    run(test())


def test_service_whose_old_rate_is_held_is_not_asked_at_every_price_while_it_fails(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.fx.refresh()
            for host in ("api.frankfurter.dev", "open.er-api.com"):
                replica.faults.set(host, faults.status(500))
            clock.step(minutes=361)
            replica.forget_requests()
            for _ in range(21):
                await rig.fx.refresh()
                clock.step(15)
            # At once, and again after five minutes.
            assert len(replica.requests_to("api.frankfurter.dev")) == 2

    run(test())
