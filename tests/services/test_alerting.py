# SPDX-License-Identifier: MIT
"""Alerts in the engine: saved, armed, fired, stored, told."""

import asyncio
import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from fakes import SteppedClock
from hkwatch.domain.alerts import AlertKind, Phase, Repeat, Status, status
from hkwatch.domain.events import AlertFired, AlertsChanged
from hkwatch.domain.ids import AlertId, CommandId
from hkwatch.replica import Replica, World
from services.rig import Rig, alert, price_path, run


def test_saved_alert_is_armed_from_the_latest_price_and_never_fires_by_being_saved(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.price.sample()
            await rig.alerting.save(alert(95_000), CommandId("armed"))
            await rig.alerting.save(alert(96_000), CommandId("beyond"))
            phases = [view.state.phase for view in rig.alerting.all()]
            assert phases == [Phase.ARMED, Phase.REARMING]
            clock.step(15)
            await rig.price.sample()
            assert rig.of(AlertFired) == []

    run(test())


def test_alert_saved_before_the_first_price_is_armed_by_it(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.alerting.save(alert(95_000), CommandId("one"))
            assert rig.alerting.all()[0].state.phase is Phase.NEW
            clock.step(15)
            await rig.price.sample()
            assert rig.alerting.all()[0].state.phase is Phase.ARMED

    run(test())


def test_each_new_alert_gets_a_number_of_its_own_and_all_are_there_after_a_restart(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.price.sample()
            for number, level in enumerate((95_000, 94_000, 93_000)):
                await rig.alerting.save(alert(level), CommandId(f"c{number}"))
            await rig.alerting.remove(AlertId(3))
            await rig.alerting.save(alert(92_000), CommandId("c4"))
            before = rig.alerting.all()
            assert [view.spec.id for view in before] == [1, 2, 4]
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            assert rig.alerting.all() == before
            assert rig.of(AlertsChanged)[-1].alerts == before

    run(test())


def test_edited_alert_is_armed_anew_and_keeps_its_record(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path((0, 95_500), (2, 94_800), (10, 94_800))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.price.sample()
            await rig.alerting.save(alert(95_000), CommandId("one"))
            clock.step(minutes=1.8)
            await rig.price.sample()
            (view,) = rig.alerting.all()
            assert (view.state.phase, view.state.fires) == (Phase.FIRED, 1)
            await rig.alerting.save(replace(view.spec, level=Decimal(94_000)), CommandId("two"))
            (view,) = rig.alerting.all()
            assert (view.spec.level, view.state.phase, view.state.fires) == (Decimal(94_000), Phase.ARMED, 1)

    run(test())


def test_repeating_alert_arms_itself_beyond_the_band_and_is_told_once_in_its_cooldown(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path(*((at, 95_500 if at % 4 == 0 else 94_500) for at in range(0, 40, 2)))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.price.sample()
            await rig.alerting.save(alert(95_000, repeat=Repeat.EVERY), CommandId("one"))
            for _ in range(4 * 14):
                clock.step(15)
                await rig.price.sample()
            fired = [event.firing for event in rig.of(AlertFired)]
            assert len(fired) == 4
            assert [firing.told for firing in fired] == [True, False, False, False]
            assert len(await rig.tell()) == 1
            for _ in range(4 * 6):
                clock.step(15)
                await rig.price.sample()
            (late,) = [event.firing for event in rig.of(AlertFired)][4:]
            assert (late.told, late.times) == (True, 4)

    run(test())


def test_alert_switched_off_in_the_settings_is_logged_and_not_told(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path((0, 95_500), (1, 94_500))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            rig.alerting.tell = False
            await rig.load()
            await rig.price.sample()
            await rig.alerting.save(alert(95_000), CommandId("one"))
            clock.step(minutes=1)
            await rig.price.sample()
            assert await rig.one("SELECT count(*) FROM firing") == 1
            assert await rig.tell() == []

    run(test())


def test_snoozed_alert_is_recorded_without_a_pop_up_and_the_snooze_outlives_a_restart(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path((0, 95_500), (1, 94_500))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.price.sample()
            await rig.alerting.save(alert(95_000), CommandId("one"))
            await rig.alerting.snooze(AlertId(1), clock.now() + timedelta(hours=1))
            await rig.alerting.snooze(AlertId(99), None)
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            clock.step(minutes=1)
            await rig.price.sample()
            (fired,) = rig.of(AlertFired)
            assert not fired.firing.told
            assert await rig.tell() == []

    run(test())


@pytest.mark.parametrize("is_saved_first", [True, False])
def test_alert_changed_while_a_price_is_being_stored_stays_as_it_was_saved(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, is_saved_first: bool
) -> None:
    world.prices = price_path((0, 95_500), (1, 94_500), (10, 94_500))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.price.sample()
            await rig.alerting.save(alert(95_000), CommandId("one"))
            (view,) = rig.alerting.all()
            edited = replace(view.spec, level=Decimal(93_000))
            clock.step(minutes=1)
            # The venues are asked now, so that both below wait for nothing but the database.
            assert len(await rig.venues.ask("BTC")) == 3
            both = [rig.alerting.save(edited, CommandId("two")), rig.price.sample()]
            await asyncio.gather(*(both if is_saved_first else reversed(both)))
            (view,) = rig.alerting.all()
            ((spec, state),) = await rig.sql("SELECT spec, state FROM alert")
            assert (view.spec, view.state.phase) == (edited, Phase.ARMED)
            assert (json.loads(spec), json.loads(state)) == (view.spec.to_dict(), view.state.to_dict())

    run(test())


def test_alert_removed_while_a_price_is_being_stored_does_not_come_back(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path((0, 95_500), (1, 94_500), (10, 94_500))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.price.sample()
            await rig.alerting.save(alert(95_000, AlertKind.CROSS_BELOW), CommandId("one"))
            clock.step(minutes=1)
            await asyncio.gather(rig.alerting.remove(AlertId(1)), rig.price.sample())
            assert rig.alerting.all() == ()
            assert rig.of(AlertsChanged)[-1].alerts == ()

    run(test())


def test_alert_on_what_is_not_priced_says_so_until_it_is_again(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.price.sample()
            await rig.alerting.save(alert(95_000), CommandId("one"))
        async with Rig(tmp_path, replica, clock) as rig:
            rig.alerting.assets = frozenset({"ETH"})
            await rig.load()
            (view,) = rig.of(AlertsChanged)[-1].alerts
            assert status(view.spec, view.state, clock.now()) is Status.CANNOT_EVALUATE
            assert rig.of(AlertFired) == []
        async with Rig(tmp_path, replica, clock) as rig:
            rig.alerting.assets = frozenset({"BTC"})
            await rig.load()
            clock.step(15)
            await rig.price.sample()
            (view,) = rig.alerting.all()
            assert status(view.spec, view.state, clock.now()) is Status.ARMED

    run(test())
