# SPDX-License-Identifier: MIT
"""What the desktop asks of the engine: done once, confirmed each time, and paced."""

from datetime import timedelta
from pathlib import Path

from fakes import SteppedClock
from hkwatch.domain import commands as cmd
from hkwatch.domain.alerts import Phase
from hkwatch.domain.commands import Mark
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.events import AlertsChanged, CommandDone, ItemsChanged
from hkwatch.domain.ids import AlertId, CommandId, GapId, ItemId
from hkwatch.replica import Replica, World
from services.rig import EN, Rig, alert, price_path, release, run


def test_command_sent_twice_acts_once_and_is_confirmed_twice(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            save = cmd.SaveAlert(CommandId("same"), alert(95_000))
            await rig.engine.handle(save)
            await rig.engine.handle(save)
            assert rig.of(CommandDone) == [CommandDone(CommandId("same"))] * 2
            assert len(rig.alerting.all()) == 1
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            # Sent again after a crash of the engine.
            await rig.engine.handle(save)
            assert len(rig.alerting.all()) == 1

    run(test())


def test_crash_between_storing_an_alert_and_confirming_it_makes_no_second_one(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        save = cmd.SaveAlert(CommandId("same"), alert(95_000))
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.alerting.save(save.spec, save.id)
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.engine.handle(save)
            assert len(rig.alerting.all()) == 1
            assert rig.of(CommandDone) == [CommandDone(CommandId("same"))]

    run(test())


def test_each_command_does_what_it_says(tmp_path: Path, world: World, replica: Replica, clock: SteppedClock) -> None:
    world.publish(release(1))
    world.publish(release(2))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll(EN)
            one, two = (ItemId(row[0]) for row in await rig.sql("SELECT id FROM item"))
            await rig.engine.handle(cmd.MarkItems(CommandId("1"), (one, two), Mark.UNREAD))
            await rig.engine.handle(cmd.MarkItems(CommandId("2"), (one,), Mark.ACKNOWLEDGE, "seen by the desk"))
            await rig.engine.handle(cmd.MarkItems(CommandId("3"), (two,), Mark.STAR))
            assert await rig.sql("SELECT state, starred, acked_ms > 0, note FROM item ORDER BY id = ?", two) == [
                (2, 0, 1, "seen by the desk"),
                (1, 1, None, ""),
            ]
            assert rig.of(ItemsChanged)[-1].ids == (two,)
            await rig.engine.handle(cmd.SaveAlert(CommandId("4"), alert(95_000)))
            until = clock.now() + timedelta(hours=1)
            await rig.engine.handle(cmd.SnoozeAlert(CommandId("5"), AlertId(1), until))
            assert rig.alerting.all()[0].state.snoozed_until == until
            await rig.engine.handle(cmd.RemoveAlert(CommandId("6"), AlertId(1)))
            assert rig.alerting.all() == ()
            await rig.sql(
                "INSERT INTO gap (kind, source, from_ms, to_ms, state) VALUES ('source', 'sfc', 1, 2, 'open')"
            )
            await rig.engine.handle(cmd.DismissGap(CommandId("7"), GapId(1)))
            assert await rig.sql("SELECT state FROM gap") == [("dismissed",)]
            await rig.engine.handle(cmd.ReloadSettings(CommandId("8")))
            assert rig.reloads == 1
            assert [done.error for done in rig.of(CommandDone)] == [""] * 8

    run(test())


def test_alert_that_was_removed_is_restored_with_its_number_state_and_log(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path((0, 95_500), (1, 94_500), (9, 94_500))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.price.sample()
            for number, level in enumerate((95_000, 90_000)):
                await rig.engine.handle(cmd.SaveAlert(CommandId(f"save-{number}"), alert(level)))
            clock.step(minutes=1)
            await rig.price.sample()
            before = rig.alerting.all()
            assert before[0].state.phase is Phase.FIRED
            await rig.engine.handle(cmd.RemoveAlert(CommandId("remove"), AlertId(1)))
            await rig.engine.handle(cmd.RestoreAlert(CommandId("back"), AlertId(1)))
            await rig.engine.handle(cmd.RestoreAlert(CommandId("again"), AlertId(1)))
            assert rig.alerting.all() == before
            assert rig.of(AlertsChanged)[-1].alerts == before
            clock.step(minutes=1)
            await rig.price.sample()
            assert await rig.sql("SELECT alert_id FROM firing") == [(1,)]
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            assert [view.state.phase for view in rig.alerting.all()] == [Phase.FIRED, Phase.ARMED]

    run(test())


def test_command_that_fails_says_why_and_what_to_do(tmp_path: Path, replica: Replica, clock: SteppedClock) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()

            def refuse() -> None:
                raise SettingsError("bad-toml", "settings.toml: line 3.", "Correct the line.")

            rig.engine.dispatch.reload = refuse
            await rig.engine.handle(cmd.ReloadSettings(CommandId("r")))
            assert rig.of(CommandDone) == [CommandDone(CommandId("r"), "settings.toml: line 3. Correct the line.")]

    run(test())
