# SPDX-License-Identifier: MIT
"""The price of three venues of the replica: what they agree on, what is filled in after a gap, what is stored."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from fakes import START, SteppedClock
from hkwatch.domain.alerts import AlertKind, Blocked, Gap
from hkwatch.domain.errors import StoreError
from hkwatch.domain.events import AlertFired, PriceChanged
from hkwatch.domain.ids import AlertId, CommandId
from hkwatch.domain.price import PriceState
from hkwatch.replica import Replica, World, faults
from services.rig import Rig, alert, price_path, run

COINBASE, KRAKEN, BITSTAMP = "api.exchange.coinbase.com", "api.kraken.com", "www.bitstamp.net"
NEAR = Decimal("0.0005")


def near(price: Decimal | None, wanted: float) -> bool:
    return price is not None and abs(price / Decimal(wanted) - 1) < NEAR


def why(event: PriceChanged) -> dict[str, str]:
    return {view.venue: view.why for view in event.venues if not view.kept}


async def minutes(rig: Rig, clock: SteppedClock, count: int) -> PriceChanged:
    """A sample every 15 seconds for that many minutes."""
    for _ in range(4 * count):
        clock.step(15)
        latest = await rig.price.sample()
    return latest


def test_three_venues_agree_and_the_rate_is_the_services(tmp_path: Path, replica: Replica, clock: SteppedClock) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            event = await rig.price.sample()
            assert (event.state, near(event.price_usd, 95_500)) == (PriceState.OK, True)
            assert [view.venue for view in event.venues if view.kept] == ["coinbase", "kraken", "bitstamp"]
            assert (event.fx_rate, event.fx_source) == (Decimal("7.7786"), "frankfurter")
            assert event.as_of == clock.now()

    run(test())


@pytest.mark.parametrize(
    ("broken", "state"),
    [((COINBASE,), PriceState.DEGRADED), ((COINBASE, KRAKEN), PriceState.SINGLE)],
)
def test_venues_that_are_out_lower_the_trust_and_say_why(
    tmp_path: Path, replica: Replica, clock: SteppedClock, broken: tuple[str, ...], state: PriceState
) -> None:
    for host in broken:
        replica.faults.set(host, faults.status(503))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            event = await rig.price.sample()
            assert (event.state, near(event.price_usd, 95_500)) == (state, True)
            assert len(why(event)) == len(broken)
            assert all("503" in reason for reason in why(event).values())

    run(test())


def test_without_any_venue_the_last_good_price_stands_with_its_age(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.price.sample()
            replica.faults.set("", faults.status(503))
            event = await minutes(rig, clock, 5)
            assert event.state is PriceState.STALE
            assert near(event.price_usd, 95_500)
            # Until a minute old, the venues' last answers still count.
            assert event.as_of is not None
            assert timedelta(minutes=4) <= event.at - event.as_of <= timedelta(minutes=5)
            assert event.change_24h is None

    run(test())


def test_venue_that_is_stuck_loses_its_vote(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path((0, 95_500), (10, 97_000))
    replica.faults.set(COINBASE, faults.stuck_price(START))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.price.sample()
            event = await minutes(rig, clock, 10)
            assert why(event) == {"coinbase": "old"}
            assert (event.state, near(event.price_usd, 97_000)) == (PriceState.DEGRADED, True)

    run(test())


def test_venue_at_half_the_price_is_an_outlier_and_moves_nothing(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.price.sample()
            replica.faults.set(BITSTAMP, faults.scaled_price())
            clock.step(15)
            event = await rig.price.sample()
            assert why(event) == {"bitstamp": "outlier"}
            assert (event.state, near(event.price_usd, 95_500)) == (PriceState.DEGRADED, True)

    run(test())


def test_error_of_a_venue_inside_http_200_is_a_reason_not_a_price(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    replica.faults.set(KRAKEN, faults.error_in_200())

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            event = await rig.price.sample()
            assert event.state is PriceState.DEGRADED
            assert "Rate limit" in why(event)["kraken"]

    run(test())


def test_rate_of_the_second_service_serves_when_the_first_is_out_and_the_peg_when_both_are(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        replica.faults.set("api.frankfurter.dev", faults.status(503))
        async with Rig(tmp_path, replica, clock) as rig:
            assert (await rig.price.sample()).fx_source == "er-api"
        replica.faults.set("open.er-api.com", faults.error_in_200())
        async with Rig(tmp_path, replica, clock) as rig:
            event = await rig.price.sample()
            assert (event.fx_rate, event.fx_source, event.fx_as_of) == (Decimal("7.80"), "", None)
            assert rig.fx.problem

    run(test())


def test_rate_outside_the_peg_band_is_refused(tmp_path: Path, replica: Replica, clock: SteppedClock) -> None:
    for host in ("api.frankfurter.dev", "open.er-api.com"):
        replica.faults.set(host, faults.scaled_price(Decimal("1.1")))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            event = await rig.price.sample()
            assert (event.fx_rate, event.fx_source) == (Decimal("7.80"), "")

    run(test())


def test_samples_become_minute_bars_and_hours(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path((0, 95_000), (60, 96_000))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await minutes(rig, clock, 10)
            await rig.price.flush()
            bars = await rig.sql(
                "SELECT at_ms, open, high, low, close, own FROM price_bar WHERE step_s = 60 ORDER BY at_ms"
            )
            assert len(bars) == 11
            assert all(low <= min(first, last) <= max(first, last) <= high for _, first, high, low, last, _ in bars)
            assert {own for *_, own in bars} == {1}
            assert await rig.one("SELECT count(*) FROM price_bar WHERE step_s = 3600") == 1

    run(test())


def test_history_is_fetched_once_and_gives_the_change_of_a_day(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path((-1500, 100_000), (-1400, 100_000), (-10, 95_500), (0, 95_500))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.price.fill_history()
            assert await rig.one("SELECT count(*) FROM price_bar WHERE step_s = 60") > 1400
            assert await rig.one("SELECT count(*) FROM price_bar WHERE step_s = 3600") > 700
            event = await rig.price.sample()
            assert event.change_24h is not None
            assert abs(event.change_24h + Decimal("0.045")) < Decimal("0.001")
            replica.forget_requests()
            await rig.price.fill_history()
            assert replica.requests == ()

    run(test())


def test_history_on_its_way_asks_nobody_while_the_watch_is_paused(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path((-1500, 100_000), (0, 95_500))

    async def test() -> None:
        unpaused = asyncio.Event()
        async with Rig(tmp_path, replica, clock) as rig:
            filling = asyncio.create_task(rig.price.fill_history(unpaused.wait))
            await rig.one("SELECT count(*) FROM price_bar")
            assert (replica.requests, filling.done()) == ((), False)
            unpaused.set()
            await filling
            assert await rig.one("SELECT count(*) FROM price_bar WHERE step_s = 60") > 1400

    run(test())


def test_gap_is_filled_with_bars_and_the_crossing_in_it_fires_late_and_once(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path((0, 95_500), (30, 95_500), (60, 94_500), (90, 94_500), (120, 95_600), (400, 95_600))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.price.sample()
            await rig.alerting.save(alert(95_000), CommandId("one"))
            clock.jump(timedelta(hours=3))
            clock.step(15)
            event = await rig.price.sample()
            # The price is back above: without the bars nobody would know.
            assert near(event.price_usd, 95_600)
            (fired,) = rig.of(AlertFired)
            assert (fired.firing.late, fired.firing.told) == (True, True)
            assert START + timedelta(minutes=44) < fired.firing.at < START + timedelta(minutes=47)
            assert await rig.one("SELECT count(*) FROM price_bar WHERE step_s = 60 AND own = 0") >= 178
            clock.step(15)
            await rig.price.sample()
            assert len(rig.of(AlertFired)) == 1
            assert len(await rig.tell()) == 1

    run(test())


@pytest.mark.parametrize("crossed_min", [20, 150, 700])
def test_crossing_before_the_last_day_of_a_long_gap_fires_late_and_once(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, crossed_min: int
) -> None:
    near_it = ((crossed_min - 10, 95_500), (crossed_min + 10, 94_500), (crossed_min + 30, 95_600))
    world.prices = price_path((0, 95_500), *near_it, (4000, 95_600))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            clock.step(minutes=5)
            await rig.price.sample()
            await rig.alerting.save(alert(95_000), CommandId("one"))
            clock.jump(timedelta(hours=40))
            clock.step(15)
            await rig.price.sample()
            (fired,) = rig.of(AlertFired)
            assert fired.firing.late
            assert abs(fired.firing.at - START - timedelta(minutes=crossed_min)) < timedelta(hours=1)
            clock.step(15)
            await rig.price.sample()
            assert len(rig.of(AlertFired)) == 1

    run(test())


def test_price_that_grew_old_while_a_gap_was_filled_fires_nothing(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.price.sample()
            await rig.alerting.save(alert(95_000), CommandId("one"))
            asked = clock.now()
            sample = replace(rig.alerting.latest("BTC"), at=asked, price_usd=Decimal(94_000))  # type: ignore[type-var]
            clock.step(minutes=4)
            for gap in (None, Gap(asked - timedelta(hours=1), asked)):
                outcome = rig.alerting.evaluate("BTC", sample, 15, gap)
                assert outcome.firings == ()
                assert outcome.states[AlertId(1)].blocked is Blocked.NO_PRICE

    run(test())


def test_gap_that_nobody_can_fill_fires_late_for_a_span_of_time(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path((0, 95_500), (30, 95_500), (60, 94_500))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.price.sample()
            await rig.alerting.save(alert(95_000), CommandId("one"))
            for host in (f"{COINBASE}/products/BTC-USD/candles", f"{KRAKEN}/0/public/OHLC", f"{BITSTAMP}/api/v2/ohlc"):
                replica.faults.set(host, faults.status(503))
            clock.jump(timedelta(hours=3))
            clock.step(15)
            await rig.price.sample()
            (fired,) = rig.of(AlertFired)
            assert fired.firing.late
            assert fired.firing.between == (START, START + timedelta(hours=3, seconds=15))

    run(test())


def test_restart_in_a_gap_still_finds_the_crossing(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path((0, 95_500), (30, 95_500), (60, 94_500), (90, 94_500), (120, 95_600), (400, 95_600))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.price.sample()
            await rig.alerting.save(alert(95_000), CommandId("one"))
            await minutes(rig, clock, 2)
        clock.jump(timedelta(hours=3))
        for _ in range(2):
            async with Rig(tmp_path, replica, clock) as rig:
                await rig.load()
                await rig.price.sample()
                assert await rig.one("SELECT count(*) FROM firing") == 1

    run(test())


def test_alert_fires_once_over_restarts(tmp_path: Path, world: World, replica: Replica, clock: SteppedClock) -> None:
    world.prices = price_path((0, 95_500), (4, 94_500), (8, 95_500), (12, 94_500), (20, 94_500))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.price.sample()
            await rig.alerting.save(alert(95_000), CommandId("one"))
        told = []
        for _ in range(12):
            async with Rig(tmp_path, replica, clock) as rig:
                await rig.load()
                await minutes(rig, clock, 1)
                told += await rig.tell()
        assert told == ["BTC below US$95,000"]
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            assert await rig.one("SELECT count(*) FROM firing") == 1
            assert await rig.one("SELECT count(*) FROM outbox") == 1

    run(test())


def test_firing_state_notice_and_bar_are_stored_together_or_not_at_all(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path((0, 95_500), (1, 95_500), (2, 94_500))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.price.sample()
            await rig.alerting.save(alert(95_000), CommandId("one"))
            before = await rig.sql("SELECT state FROM alert")
            await rig.sql("ALTER TABLE outbox RENAME TO elsewhere")
            clock.step(minutes=3)
            with pytest.raises(StoreError):
                await rig.price.sample()
            assert await rig.sql("SELECT state FROM alert") == before
            assert await rig.one("SELECT count(*) FROM firing") == 0
            assert await rig.one("SELECT count(*) FROM price_bar") == 0
            assert rig.of(AlertFired) == []
            await rig.sql("ALTER TABLE elsewhere RENAME TO outbox")
            clock.step(15)
            await rig.price.sample()
            assert len(rig.of(AlertFired)) == 1
            assert await rig.one("SELECT count(*) FROM outbox") == 1

    run(test())


def test_alert_above_fires_on_the_way_up_only(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path((0, 95_500), (3, 96_500), (6, 95_000))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.price.sample()
            await rig.alerting.save(alert(96_000, AlertKind.CROSS_ABOVE), CommandId("one"))
            await minutes(rig, clock, 6)
            (fired,) = rig.of(AlertFired)
            assert (fired.firing.late, len(fired.firing.venues)) == (False, 3)

    run(test())
