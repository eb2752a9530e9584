# SPDX-License-Identifier: MIT
"""What is told while it is quiet, and after: by hours, by hand, by the desktop, over a restart."""

from datetime import time, timedelta
from pathlib import Path

from fakes import START, SteppedClock
from hkwatch.domain import commands as cmd
from hkwatch.domain.commands import Mark
from hkwatch.domain.events import NoticeActivated, WatchStatusChanged
from hkwatch.domain.hkt import HKT
from hkwatch.domain.ids import CommandId, ItemId
from hkwatch.domain.item import Level
from hkwatch.domain.quiet import DAYS, QuietHours, QuietReason
from hkwatch.replica import Replica, World
from hkwatch.services.quiet import QuietKeeper
from hkwatch.store import outbox
from services.rig import EN, GRANT, Rig, alert, price_path, release, run

NIGHT = QuietHours(time(22), time(8), DAYS, HKT)


class FakeAttention:
    """A desktop that says what the test put in."""

    def __init__(self) -> None:
        self.says: QuietReason | None = None
        self.is_closed = False

    async def reason(self) -> QuietReason | None:
        return self.says

    async def close(self) -> None:
        self.is_closed = True


async def publish(rig: Rig, world: World, clock: SteppedClock, *numbers: int) -> None:
    for number in numbers:
        world.publish(release(number, f"{GRANT} no. {number}", clock.step(minutes=1)))
    await rig.poll(EN)


async def states(rig: Rig) -> list[str]:
    return [row[0] for row in await rig.sql("SELECT state FROM outbox ORDER BY id")]


async def make_critical(rig: Rig) -> None:
    await rig.sql(f"UPDATE outbox SET level = {int(Level.CRITICAL)} WHERE state IN ('due', 'held')")


def test_a_night_is_told_in_the_morning_as_one_over_restarts(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            rig.notices.quiet.hours = NIGHT
            await rig.load()
            await rig.poll(EN)
            clock.step(minutes=9 * 60)  # 23:00 in Hong Kong
            await publish(rig, world, clock, 2, 3)
            assert await rig.tell() == []
            assert await states(rig) == ["held", "held"]
            assert rig.notices.quiet_now is not None
            assert rig.notices.quiet_now.until == START + timedelta(hours=18)
        async with Rig(tmp_path, replica, clock) as rig:
            rig.notices.quiet.hours = NIGHT
            await rig.load()
            await publish(rig, world, clock, 4)
            assert await rig.tell() == []
        # Nobody ran at 08:00.
        clock.step(minutes=12 * 60)
        async with Rig(tmp_path, replica, clock) as rig:
            rig.notices.quiet.hours = NIGHT
            await rig.load()
            assert await rig.tell() == ["While it was quiet: 3 new, 3 high"]
            assert rig.port.shown[-1].body.count("\n") == 2
            assert await rig.tell() == []
            assert await states(rig) == ["folded"] * 3 + ["shown"]
            assert await rig.one("SELECT count(*) FROM item WHERE state = 0") == 3, "all are new in the inbox"
            await rig.engine.activated(rig.port.shown[-1].id, "default", None)
            assert len(rig.of(NoticeActivated)[0].item_ids) == 3

    run(test())


def test_critical_passes_where_the_user_wants_that_and_what_becomes_critical_later_too(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll(EN)
            await rig.engine.handle(cmd.Quiet(CommandId("q"), clock.now() + timedelta(hours=1)))
            await publish(rig, world, clock, 2)
            assert await rig.tell() == []
            await make_critical(rig)
            assert await rig.tell() == [f"{GRANT} no. 2"]
            rig.notices.quiet.critical_passes = False
            await publish(rig, world, clock, 3)
            await make_critical(rig)
            assert await rig.tell() == []
            assert await states(rig) == ["shown", "held"]

    run(test())


def test_quiet_by_hand_outlives_a_restart_and_off_ends_it_with_the_hours_that_are_on(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.engine.handle(cmd.Quiet(CommandId("q"), clock.now() + timedelta(hours=10)))
            assert rig.notices.quiet_now is not None
            assert rig.of(WatchStatusChanged) == [], "the engine does not run, so it says nothing"
        clock.step(minutes=8 * 60 + 30)
        async with Rig(tmp_path, replica, clock) as rig:
            rig.notices.quiet.hours = NIGHT
            await rig.load()
            planned = rig.notices.quiet.planned()
            assert planned is not None
            assert planned.reason is QuietReason.HOURS, "the later end counts"
            await rig.engine.handle(cmd.Quiet(CommandId("off"), None))
            assert rig.notices.quiet.planned() is None
        async with Rig(tmp_path, replica, clock) as rig:
            rig.notices.quiet.hours = NIGHT
            await rig.load()
            assert rig.notices.quiet.planned() is None
            clock.step(minutes=24 * 60)
            assert rig.notices.quiet.planned() is not None, "the next night is quiet again"

    run(test())


def test_a_desktop_not_to_be_disturbed_holds_until_it_may_be_again(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))
    desktop = FakeAttention()

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            rig.notices.quiet = QuietKeeper(clock, rig.database, desktop)
            await rig.load()
            await rig.poll(EN)
            desktop.says = QuietReason.FULL_SCREEN
            await publish(rig, world, clock, 2)
            assert await rig.tell() == []
            rig.notices.quiet.with_desktop = False
            assert await rig.tell() == ["While it was quiet: 1 new, 1 high"]
            rig.notices.quiet.with_desktop = True
            await publish(rig, world, clock, 3)
            assert await rig.tell() == []
            desktop.says = None
            assert await rig.tell() == ["While it was quiet: 1 new, 1 high"]
            await rig.notices.close()
            assert desktop.is_closed

    run(test())


def test_what_comes_behind_a_locked_screen_is_told_once_it_is_unlocked_but_critical_at_once(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))
    desktop = FakeAttention()

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            rig.notices.quiet = QuietKeeper(clock, rig.database, desktop)
            await rig.load()
            await rig.poll(EN)
            desktop.says = QuietReason.LOCKED
            await publish(rig, world, clock, 2, 3)
            assert await rig.tell() == []
            await publish(rig, world, clock, 4)
            await rig.sql(f"UPDATE outbox SET level = {int(Level.CRITICAL)} WHERE state = 'due'")
            assert [title.endswith("no. 4") for title in await rig.tell()] == [True]
            desktop.says = None
            assert await rig.tell() == ["While it was quiet: 2 new, 2 high"]
            assert await rig.tell() == []

    run(test())


def test_what_was_read_meanwhile_is_not_told_and_alerts_are_counted(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll(EN)
            await rig.engine.handle(cmd.Quiet(CommandId("q"), clock.now() + timedelta(hours=1)))
            world.prices = price_path((0, 95_500), (1, 94_000), start=clock.now())
            await rig.price.sample()
            await rig.alerting.save(alert(95_000), CommandId("a"))
            await publish(rig, world, clock, 2, 3)
            await rig.price.sample()
            assert await rig.tell() == []
            item = ItemId(await rig.one("SELECT id FROM item WHERE ref = '25PR2'"))
            await rig.engine.handle(cmd.MarkItems(CommandId("m"), (item,), Mark.READ))
            await rig.engine.handle(cmd.Quiet(CommandId("off"), None))
            assert await rig.tell() == ["While it was quiet: 1 new, 1 high, 1 price alert"]
            assert rig.port.shown[-1].body.splitlines()[1] == "BTC below US$95,000"
            assert sorted(await states(rig)) == ["failed", "folded", "folded", "shown"]

    run(test())


def test_what_is_no_news_is_told_in_its_own_words_once_it_is_no_longer_quiet(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def words() -> tuple[str, str]:
        return "18:30: 4 checks", ""

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            rig.notices.worded["life"] = words
            await rig.engine.handle(cmd.Quiet(CommandId("q"), clock.now() + timedelta(hours=1)))
            await rig.database.run(outbox.add, "life:2025-02-19", "life", Level.LOW, clock.now())
            assert await rig.tell() == []
            await rig.engine.handle(cmd.Quiet(CommandId("off"), None))
            assert await rig.tell() == ["18:30: 4 checks"]
            assert await rig.tell() == []

    run(test())


def test_nothing_is_told_of_what_was_over_before_it_was_no_longer_quiet(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.engine.handle(cmd.Quiet(CommandId("q"), clock.now() + timedelta(hours=1)))
            key = "deadline:7:2025-02-20:1"
            await rig.database.run(outbox.add, key, "deadline", Level.HIGH, clock.now())
            assert await rig.tell() == []
            await rig.engine.handle(cmd.Quiet(CommandId("off"), None))
            assert await rig.tell() == []
            assert await states(rig) == ["folded", "failed"]

    run(test())


def test_other_ways_out_are_held_from_the_first_moment_of_quiet_hours_on(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            rig.notices.quiet.hours = NIGHT
            await rig.load()
            clock.step(minutes=7 * 60 + 59)
            assert not rig.notices.holds(Level.HIGH)
            clock.step(minutes=2)
            # Nothing became due meanwhile, so nobody has looked.
            assert rig.notices.holds(Level.HIGH)
            assert not rig.notices.holds(Level.CRITICAL)
            clock.step(minutes=10 * 60)
            assert not rig.notices.holds(Level.HIGH)

    run(test())


def test_a_test_is_heard_although_it_is_quiet(tmp_path: Path, replica: Replica, clock: SteppedClock) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.engine.handle(cmd.Quiet(CommandId("q"), clock.now() + timedelta(hours=1)))
            await rig.engine.handle(cmd.TestNotice(CommandId("t")))
            assert await rig.tell() == ["hkwatch test notification"]

    run(test())
