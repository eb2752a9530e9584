# SPDX-License-Identifier: MIT
"""What becomes of a notice: put off, told again until somebody answers, by which ways, and what is remembered of it."""

from pathlib import Path

import pytest

from fakes import FakePort, SteppedClock
from hkwatch.domain import commands as cmd
from hkwatch.domain.commands import Mark
from hkwatch.domain.delivery import ToldFact
from hkwatch.domain.events import NoticeWanted
from hkwatch.domain.ids import CommandId, ItemId
from hkwatch.domain.item import Level
from hkwatch.domain.journal import Act
from hkwatch.domain.notify_grid import Grid, NoticeRow
from hkwatch.notify.port import CloseReason
from hkwatch.replica import Replica, World
from hkwatch.store import deliveries
from services.rig import DULL, EN, GRANT, Rig, release, run

NEWS = f"{GRANT} no. 2"


class FakePlayer:
    """Remembers what was to be heard."""

    def __init__(self) -> None:
        self.played: list[str] = []

    def play(self, name: str) -> bool:
        self.played.append(name)
        return True

    async def play_out(self, name: str) -> bool:
        return self.play(name)


class DeafPlayer(FakePlayer):
    """Nothing here can be heard."""

    async def play_out(self, name: str) -> bool:
        self.played.append(name)
        return False


async def told_one(rig: Rig, world: World, clock: SteppedClock, level: Level = Level.CRITICAL) -> ItemId:
    """One item of news, told at this level."""
    rig.notices.repeat_critical = True
    await rig.load()
    await rig.poll(EN)
    world.publish(release(2, NEWS, clock.step(minutes=1)))
    await rig.poll(EN)
    await rig.sql("UPDATE outbox SET level = ?", int(level))
    assert await rig.tell() == [NEWS]
    return ItemId(await rig.one("SELECT id FROM item WHERE ref = '25PR2'"))


@pytest.fixture(autouse=True)
def back_catalogue(world: World) -> None:
    world.publish(release(1))


def test_critical_is_told_every_five_minutes_until_it_is_acknowledged_also_over_a_restart(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await told_one(rig, world, clock)
            clock.step(minutes=4.9)
            assert await rig.tell() == []
            clock.step(minutes=0.1)
            assert await rig.tell() == [NEWS]
            assert rig.port.shown[0].id == rig.port.shown[1].id, "it takes its own place on the screen"
        clock.step(minutes=5)
        async with Rig(tmp_path, replica, clock) as rig:
            rig.notices.repeat_critical = True
            await rig.load()
            assert await rig.tell() == [NEWS]
            await rig.engine.activated(rig.port.shown[0].id, "acknowledge", None)
            clock.step(minutes=5)
            assert await rig.tell() == []
            assert await rig.one("SELECT repeats FROM outbox") == 2

    run(test())


@pytest.mark.parametrize(
    ("reason", "is_repeated"),
    [(CloseReason.DISMISSED, False), (CloseReason.EXPIRED, True), (CloseReason.DAEMON_GONE, True)],
)
def test_only_what_the_user_closed_is_answered(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, reason: CloseReason, is_repeated: bool
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await told_one(rig, world, clock)
            await rig.notices.closed(rig.port.shown[0].id, reason)
            clock.step(minutes=5)
            assert bool(await rig.tell()) is is_repeated

    run(test())


@pytest.mark.parametrize("level", [Level.CRITICAL, Level.HIGH])
def test_nothing_is_told_again_that_was_read_or_is_not_critical(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, level: Level
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            item = await told_one(rig, world, clock, level)
            if level is Level.CRITICAL:
                await rig.engine.handle(cmd.MarkItems(CommandId("m"), (item,), Mark.READ))
            clock.step(minutes=30)
            assert await rig.tell() == []

    run(test())


def test_snoozed_item_comes_back_in_an_hour_also_over_a_restart(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await told_one(rig, world, clock)
            await rig.engine.activated(rig.port.shown[0].id, "snooze", None)
            clock.step(minutes=59)
            assert await rig.tell() == []
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            assert await rig.tell() == []
            clock.step(minutes=1)
            assert await rig.tell() == [NEWS]
            assert await rig.tell() == []

    run(test())


def test_snoozed_item_that_is_read_does_not_come_back(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            item = await told_one(rig, world, clock)
            await rig.engine.activated(rig.port.shown[0].id, "snooze", None)
            await rig.engine.handle(cmd.MarkItems(CommandId("m"), (item,), Mark.READ))
            clock.step(minutes=61)
            assert await rig.tell() == []

    run(test())


def test_what_the_daemon_says_after_a_snooze_is_no_answer_to_what_comes_back(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await told_one(rig, world, clock)
            notice = rig.port.shown[0].id
            await rig.engine.activated(notice, "snooze", None)
            await rig.notices.closed(notice, CloseReason.WITHDRAWN)
            clock.step(minutes=60)
            assert await rig.tell() == [NEWS]
            clock.step(minutes=5)
            assert await rig.tell() == [NEWS], "critical still, and nobody answered"
            await rig.engine.activated(notice, "acknowledge", None)
            assert await rig.one("SELECT ended FROM outbox") == "acknowledge"

    run(test())


def test_log_says_when_and_how_it_was_told_and_what_was_answered(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            item = await told_one(rig, world, clock, Level.HIGH)
            at = clock.now()
            (one,) = await rig.database.run(deliveries.newest)
            assert (one.state, one.told_at, one.ways, one.ended) == ("shown", at, ("popup", "sound"), "")
            assert (one.title, one.body) == (rig.port.shown[0].title, NEWS)
            await rig.engine.activated(rig.port.shown[0].id, "default", None)
            # The daemon closes what was clicked: that is not what the user did.
            await rig.notices.closed(rig.port.shown[0].id, CloseReason.DISMISSED)
            (one,) = await rig.database.run(deliveries.newest)
            assert one.ended == "default"
            assert await rig.database.run(deliveries.told_of_item, item) == ToldFact(at, ("popup", "sound"))

    run(test())


def test_item_told_in_a_summary_was_told_with_it(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll(EN)
            for number in range(2, 7):
                world.publish(release(number, f"{GRANT} no. {number}", clock.step(minutes=1)))
            await rig.poll(EN)
            item = ItemId(await rig.one("SELECT id FROM item WHERE ref = '25PR4'"))
            assert await rig.database.run(deliveries.told_of_item, item) is None
            assert await rig.tell() == ["5 new (5 high)"]
            told = await rig.database.run(deliveries.told_of_item, item)
            assert told is not None
            assert told.at == clock.now()
            every = [ItemId(row[0]) for row in await rig.sql("SELECT id FROM item WHERE back = 0")]
            await rig.engine.handle(cmd.MarkItems(CommandId("m"), tuple(every[1:]), Mark.READ))
            assert rig.port.withdrawn == []
            await rig.engine.handle(cmd.MarkItems(CommandId("n"), (every[0],), Mark.READ))
            assert rig.port.withdrawn == [rig.port.shown[0].id], "nothing is left to tell"

    run(test())


def test_grid_says_by_which_ways_and_the_level_what_is_heard(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    player = FakePlayer()

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            hand_over = rig.notices.hand_over
            hand_over.player, hand_over.sounds = player, {Level.CRITICAL: "alarm", Level.HIGH: "chime"}
            hand_over.grid = Grid({NoticeRow.CRITICAL: frozenset({"popup"}), NoticeRow.HIGH: frozenset({"sound"})})
            await told_one(rig, world, clock)
            assert player.played == ["none"]
            world.publish(release(3, f"{GRANT} no. 3", clock.step(minutes=1)))
            await rig.poll(EN)
            assert await rig.tell() == [], "heard, not shown"
            assert player.played[1:] == ["chime"]
            assert await rig.sql("SELECT state, ways FROM outbox ORDER BY id") == [
                ("shown", "popup"),
                ("shown", "sound"),
            ]
            hand_over.grid = Grid({})
            await rig.sql(
                "INSERT INTO outbox (key, kind, level, state, created_ms, due_ms) VALUES ('held:x:1', 'held', 2, 'due', 0, 0)"
            )
            assert await rig.tell() == []
            assert await rig.one("SELECT state FROM outbox WHERE kind = 'held'") == "off"

    run(test())


@pytest.mark.parametrize(
    ("player", "sounds", "state", "acts"),
    [
        (FakePlayer(), {Level.HIGH: "chime"}, "shown", {Act.NOTIFIED}),
        (DeafPlayer(), {Level.HIGH: "chime"}, "maybe", {Act.MAYBE_NOTIFIED}),
        (None, {Level.HIGH: "chime"}, "due", set()),
        (FakePlayer(), {Level.HIGH: "none"}, "off", set()),
    ],
)
def test_what_is_told_by_sound_alone_counts_as_told_where_it_was_heard(
    tmp_path: Path,
    world: World,
    replica: Replica,
    clock: SteppedClock,
    player: FakePlayer | None,
    sounds: dict[Level, str],
    state: str,
    acts: set[Act],
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            hand_over = rig.notices.hand_over
            hand_over.player, hand_over.sounds = player, sounds
            hand_over.grid = Grid({NoticeRow.HIGH: frozenset({"sound"})})
            await rig.load()
            await rig.poll(EN)
            world.publish(release(2, NEWS, clock.step(minutes=1)))
            await rig.poll(EN)
            assert await rig.tell() == []
            assert await rig.one("SELECT state FROM outbox") == state
            told = {Act.NOTIFIED, Act.MAYBE_NOTIFIED, Act.NOT_NOTIFIED}
            found = {Act(row[0]) for row in await rig.sql("SELECT kind FROM audit_log WHERE item IS NOT NULL")}
            assert found & told == acts

    run(test())


def test_daemon_that_plays_sounds_is_given_the_name_and_nobody_else_plays(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    player, port = FakePlayer(), FakePort()
    port.plays_sounds = True

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, port=port) as rig:
            rig.notices.hand_over.player = player
            rig.notices.hand_over.sounds = {Level.CRITICAL: "alarm"}
            await told_one(rig, world, clock)
            assert (port.shown[0].sound, player.played) == ("alarm", [])

    run(test())


def test_seventh_normal_item_in_an_hour_waits_for_the_others(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            rig.ingest.tell_from = Level.LOW
            await rig.load()
            await rig.poll(EN)
            told = []
            for number in range(2, 11):
                world.publish(release(number, f"{DULL} {number}", clock.step(minutes=2)))
                await rig.poll(EN)
                told.append(len(await rig.tell()))
            assert told == [1] * 6 + [0] * 3
            clock.step(minutes=44)  # the first is an hour old
            (title,) = await rig.tell()
            assert title == "3 new"

    run(test())


def test_answer_to_what_the_desktop_showed_counts_like_one_to_a_daemon(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock, desktop_shows=True) as rig:
            rig.port.takes = False
            rig.notices.repeat_critical = True
            await rig.load()
            await rig.poll(EN)
            world.publish(release(2, NEWS, clock.step(minutes=1)))
            await rig.poll(EN)
            await rig.sql("UPDATE outbox SET level = ?", int(Level.CRITICAL))
            await rig.notices.step()
            (wanted,) = rig.of(NoticeWanted)
            await rig.engine.handle(cmd.NoticeShown(CommandId("s"), wanted.notice_id))
            assert await rig.sql("SELECT ways, told_ms IS NOT NULL FROM outbox") == [("popup sound", 1)]
            clock.step(minutes=5)
            await rig.notices.step()
            assert len(rig.of(NoticeWanted)) == 2
            await rig.engine.handle(cmd.AnswerNotice(CommandId("a"), wanted.notice_id, "dismissed"))
            clock.step(minutes=5)
            await rig.notices.step()
            assert len(rig.of(NoticeWanted)) == 2
            assert await rig.one("SELECT ended FROM outbox") == "dismissed"

    run(test())
