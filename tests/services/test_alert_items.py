# SPDX-License-Identifier: MIT
"""Alerts that look at items: saved searches, and prices that need an item; each item once, whatever happens."""

import json
import sqlite3
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from fakes import START, SteppedClock
from hkwatch.domain.alerts import (
    AlertKind,
    AlertSpec,
    Blocked,
    Currency,
    Hours,
    ItemCondition,
    Phase,
    Repeat,
    Status,
    status,
)
from hkwatch.domain.events import AlertFired
from hkwatch.domain.ids import AlertId, CommandId
from hkwatch.domain.item import Level
from hkwatch.replica import Replica, World
from hkwatch.store import outbox
from hkwatch.ui.alerts.draft import Draft, read
from services.rig import EN, GRANT, Rig, alert, price_path, release, run


def search(query: str = "licence", level: Level = Level.LOW, **more: object) -> AlertSpec:
    condition = ItemCondition(level, query)
    values = {"repeat": Repeat.EVERY, "cooldown_s": 0, "with_item": condition, **more}
    return AlertSpec(AlertId(0), "BTC", AlertKind.ITEM, Decimal(0), **values)  # type: ignore[arg-type]


async def started(rig: Rig, world: World, *specs: AlertSpec) -> None:
    """The first poll is back catalogue; then the alerts are made."""
    world.publish(release(1))
    await rig.load()
    await rig.poll(EN)
    for number, spec in enumerate(specs):
        await rig.alerting.save(spec, CommandId(f"c{number}"))


def test_saved_search_fires_once_for_each_new_item_and_not_for_what_was_there(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(2, f"{GRANT} Example Zero"))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await started(rig, world, search())
            assert await rig.alerting.look_at_items() is False
            world.publish(release(3, f"{GRANT} Example One", clock.step(minutes=5)))
            world.publish(release(4, "SFC warns of a scam", clock.step(minutes=1)))
            await rig.poll(EN)
            assert await rig.alerting.look_at_items() is True
            assert await rig.alerting.look_at_items() is False
            (event,) = rig.of(AlertFired)
            assert await rig.one("SELECT ref FROM item WHERE id = ?", event.firing.item) == "25PR3"
            assert await rig.sql("SELECT kind, alert_id FROM outbox WHERE kind = 'alert'") == [("alert", 1)]
            assert "Saved search: licence" in await rig.tell()

    run(test())


def test_items_that_came_in_before_a_crash_are_told_after_it_and_only_once(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await started(rig, world, search())
            world.publish(release(3, f"{GRANT} Example One", clock.step(minutes=5)))
            await rig.poll(EN)
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            assert len(rig.of(AlertFired)) == 1
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            assert rig.of(AlertFired) == []
            assert await rig.one("SELECT count(*) FROM firing") == 1

    run(test())


def test_firing_notice_and_mark_of_an_item_stand_or_fall_together(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await started(rig, world, search())
            world.publish(release(3, f"{GRANT} Example One", clock.step(minutes=5)))
            await rig.poll(EN)
            await rig.sql("CREATE TRIGGER full BEFORE INSERT ON alert_item BEGIN SELECT RAISE(ABORT, 'no'); END")
            with pytest.raises(Exception, match="no"):
                await rig.alerting.look_at_items()
            assert await rig.one("SELECT count(*) FROM firing") == 0
            assert await rig.one("SELECT count(*) FROM outbox WHERE kind = 'alert'") == 0
            await rig.sql("DROP TRIGGER full")
            await rig.alerting.look_at_items()
            assert await rig.one("SELECT count(*) FROM firing") == 1

    run(test())


def test_only_items_of_the_wanted_level_count(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await started(rig, world, search("", Level.HIGH), search("", Level.CRITICAL))
            world.publish(release(3, f"{GRANT} Example One", clock.step(minutes=5)))
            await rig.poll(EN)
            await rig.alerting.look_at_items()
            assert [event.firing.alert_id for event in rig.of(AlertFired)] == [1]

    run(test())


def test_search_that_cannot_be_read_is_said_and_not_fatal(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await started(rig, world, search("level:>=nonsense"))
            world.publish(release(3, f"{GRANT} Example One", clock.step(minutes=5)))
            await rig.poll(EN)
            await rig.alerting.look_at_items()
            assert rig.alerting.all()[0].state.blocked is Blocked.QUERY

    run(test())


def test_price_with_a_search_that_cannot_be_read_is_said_at_once_and_stays_said(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path((0, 95_500), (2, 94_500), (3, 94_500))
    broken = replace(alert(95_000), with_item=ItemCondition(Level.LOW, "level:>=nonsense", 1800))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.price.sample()
            await rig.alerting.save(broken, CommandId("one"))
            for _ in range(12):
                clock.step(15)
                await rig.price.sample()
            (view,) = rig.alerting.all()
            assert view.state.blocked is Blocked.QUERY
            assert status(view.spec, view.state, clock.now()) is Status.CANNOT_EVALUATE
            mended = replace(view.spec, with_item=ItemCondition(Level.LOW, "licence", 1800))
            await rig.alerting.save(mended, CommandId("two"))
            assert rig.alerting.all()[0].state.blocked is None
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.sql("UPDATE alert SET spec = ?", json.dumps(broken.to_dict() | {"id": 1}))
            await rig.load()
            assert rig.alerting.all()[0].state.blocked is Blocked.QUERY
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.sql("UPDATE alert SET spec = ?", json.dumps(mended.to_dict()))
            await rig.load()
            clock.step(15)
            await rig.price.sample()
            assert rig.alerting.all()[0].state.blocked is None
            assert rig.of(AlertFired) == []

    run(test())


def test_items_of_the_night_are_told_when_the_hours_begin(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            now = clock.now() + timedelta(hours=8)
            begins = (now.hour * 60 + now.minute + 120) % 1440
            await started(rig, world, search(hours=Hours(begins, (begins + 60) % 1440)))
            world.publish(release(3, f"{GRANT} Example One", clock.step(minutes=5)))
            await rig.poll(EN)
            assert await rig.alerting.look_at_items() is False
            clock.step(minutes=120)
            assert await rig.alerting.look_at_items() is True

    run(test())


def test_price_that_needs_an_item_fires_once_one_has_come(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path((0, 95_500), (10, 95_500), (11, 94_500), (60, 94_500))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            spec = replace(alert(95_000), with_item=ItemCondition(Level.HIGH, "", 1800))
            await rig.load()
            await rig.price.sample()
            await started(rig, world, spec)
            for _ in range(4 * 13):
                clock.step(15)
                await rig.price.sample()
            (view,) = rig.alerting.all()
            assert view.state.waiting is not None
            assert rig.of(AlertFired) == []
            world.publish(release(3, f"{GRANT} Example One", clock.step(minutes=1)))
            await rig.poll(EN)
            await rig.alerting.look_at_items()
            clock.step(15)
            await rig.price.sample()
            (event,) = rig.of(AlertFired)
            assert event.firing.between is not None
            assert rig.alerting.all()[0].state.phase is Phase.FIRED

    run(test())


def test_high_of_the_day_is_seeded_from_stored_bars_and_survives_a_restart(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path((-1000, 97_000), (-900, 97_000), (-800, 95_500), (5, 95_500), (10, 96_500), (15, 97_500))

    async def test() -> None:
        high = AlertSpec(
            AlertId(0), "BTC", AlertKind.NEW_HIGH, Decimal(0), repeat=Repeat.EVERY, cooldown_s=0, window_s=86_400
        )
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.price.fill_history()
            await rig.price.sample()
            await rig.alerting.save(high, CommandId("one"))
            memory = rig.alerting.all()[0].state.memory
            assert memory is not None
            assert memory.base is not None
            assert memory.base >= 96_900
            for _ in range(8):
                clock.step(15)
                await rig.price.sample()
            await rig.price.flush()
            before = rig.alerting.all()[0].state
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            assert rig.alerting.all()[0].state == before
            for _ in range(4 * 14):
                clock.step(15)
                await rig.price.sample()
            firings = [event.firing for event in rig.of(AlertFired)]
            assert firings
            assert all(firing.price_usd > 97_000 for firing in firings)

    run(test())


def test_window_that_only_moves_on_is_stored_once_a_minute_and_not_told_to_the_desktop(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        move = AlertSpec(
            AlertId(0), "BTC", AlertKind.MOVE, Decimal(0), repeat=Repeat.EVERY, pct=Decimal("0.2"), window_s=3600
        )
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.price.sample()
            await rig.alerting.save(move, CommandId("one"))
            said = len(rig.events)
            stored: set[str] = set()
            for _ in range(16):
                clock.step(15)
                await rig.price.sample()
                stored.add(await rig.one("SELECT state FROM alert"))
            assert 2 <= len(stored) <= 6
            changed = [event for event in rig.events[said:] if type(event).__name__ == "AlertsChanged"]
            assert len(changed) <= 1
            await rig.price.flush()
            kept = json.loads(await rig.one("SELECT state FROM alert"))
            assert kept == rig.alerting.all()[0].state.to_dict()

    run(test())


def test_test_of_an_alert_shows_it_at_once_and_logs_nothing(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.price.sample()
            await rig.notices.test_alert(alert(95_000), rig.alerting.latest("BTC"))
            assert rig.port.titles == ["Test: BTC below US$95,000"]
            assert await rig.one("SELECT count(*) FROM firing") == 0
            assert await rig.database.run(due_rows, clock) == 0

    run(test())


def due_rows(db: sqlite3.Connection, clock: SteppedClock) -> int:
    return len(outbox.due(db, clock.now()))


def drafted(**fields: object) -> AlertSpec:
    """The alert that the sheet saves for what is typed into it."""
    blank = Draft(AlertId(0), "BTC", Currency.USD, AlertKind.CROSS_BELOW, "95,000")
    spec = read(replace(blank, **fields), Decimal(95_500), None, START).spec  # type: ignore[arg-type]
    assert spec is not None
    return spec


def test_what_the_sheet_saves_fires_for_a_price_with_an_item_and_for_a_search_alone(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path((0, 95_500), (10, 95_500), (11, 94_500), (60, 94_500))
    both = drafted(with_item=True, item_level=Level.LOW, query_text="licence", item_minutes_text="30", in_inbox=True)
    other = drafted(with_item=True, item_level=Level.LOW, query_text="consultation", item_minutes_text="30")
    search_alone = drafted(kind=AlertKind.ITEM, item_level=Level.LOW, query_text="licence", note="Licences")

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.price.sample()
            await started(rig, world, both, other, search_alone)
            world.publish(release(3, f"{GRANT} Example One", clock.step(minutes=1)))
            await rig.poll(EN)
            await rig.alerting.look_at_items()
            assert [event.firing.alert_id for event in rig.of(AlertFired)] == [3]
            for _ in range(4 * 12):
                clock.step(15)
                await rig.price.sample()
            assert [event.firing.alert_id for event in rig.of(AlertFired)] == [3, 1]
            waiting = next(view for view in rig.alerting.all() if view.spec.id == 2)
            assert status(waiting.spec, waiting.state, clock.now()) is Status.PENDING
            shown = await rig.tell()
            assert {"Saved search: Licences", "BTC below US$95,000"} <= set(shown)
            assert await rig.one("SELECT title FROM item WHERE source = 'hkwatch-alerts'") == "BTC below US$95,000"

    run(test())
