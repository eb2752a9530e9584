# SPDX-License-Identifier: MIT
"""Who is told, once: bursts, storms, crashes in between, nobody there, and what comes back from a click."""

import asyncio
import logging
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from fakes import FakePort, SteppedClock
from hkwatch.domain import commands as cmd
from hkwatch.domain.audit import item_audit
from hkwatch.domain.commands import Mark
from hkwatch.domain.events import NoticeActivated, NoticeWanted
from hkwatch.domain.ids import AlertId, CommandId, ItemId, NoticeId
from hkwatch.domain.item import Level
from hkwatch.replica import Replica, World
from hkwatch.store import journal, outbox
from services.rig import EN, GRANT, Rig, alert, price_path, release, run


async def with_news(rig: Rig, world: World, clock: SteppedClock, *numbers: int) -> None:
    """The back catalogue, then these releases as news that is due."""
    await rig.load()
    await rig.poll(EN)
    for number in numbers:
        world.publish(release(number, f"{GRANT} no. {number}", clock.step(minutes=1)))
    await rig.poll(EN)


async def with_firings(rig: Rig, world: World, clock: SteppedClock, count: int) -> None:
    """So many alerts that fire with one sample."""
    world.prices = price_path((0, 95_500), (1, 94_000), start=clock.now())
    await rig.price.sample()
    for number in range(count):
        await rig.alerting.save(alert(95_000 - 10 * number), CommandId(f"alert-{number}"))
    clock.step(minutes=1)
    await rig.price.sample()


async def states(rig: Rig) -> list[str]:
    return [row[0] for row in await rig.sql("SELECT state FROM outbox ORDER BY id")]


def test_three_new_items_are_three_notices_and_four_are_one(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await with_news(rig, world, clock, 2, 3, 4)
            assert len(await rig.tell()) == 3
            for number in (5, 6, 7, 8):
                world.publish(release(number, f"{GRANT} no. {number}", clock.step(minutes=1)))
            await rig.poll(EN)
            (title,) = await rig.tell()
            assert title == "4 new (4 high)"
            assert await states(rig) == ["shown"] * 3 + ["folded"] * 4 + ["shown"]
            assert rig.port.shown[-1].body.count("\n") == 2

    run(test())


def test_summary_is_told_once_over_restarts(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await with_news(rig, world, clock, 2, 3, 4, 5)
            assert len(await rig.tell()) == 1
        for _ in range(2):
            async with Rig(tmp_path, replica, clock) as rig:
                await rig.load()
                await rig.poll(EN)
                assert await rig.tell() == []

    run(test())


def test_click_on_a_summary_names_all_its_items(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await with_news(rig, world, clock, 2, 3, 4, 5)
            await rig.tell()
            await rig.engine.activated(rig.port.shown[0].id, "default", "token")
            (event,) = rig.of(NoticeActivated)
            assert len(event.item_ids) == 4
            assert (event.alert_id, event.activation_token) == (None, "token")

    run(test())


def test_notice_that_was_being_handed_over_when_the_engine_died_is_listed_and_not_popped_up(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await with_news(rig, world, clock, 2)
            await rig.sql("UPDATE outbox SET state = 'sending'")
        for _ in range(2):
            async with Rig(tmp_path, replica, clock) as rig:
                await rig.load()
                assert rig.notices.maybe_not_shown == 1
                assert await rig.tell() == []
                assert await states(rig) == ["maybe"]
                assert [row.item for row in await rig.database.run(outbox.maybe_not_shown)] != [None]

    run(test())


def test_crash_between_folding_and_telling_still_tells_the_summary_once(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))
    nobody = FakePort()
    nobody.takes = False

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, port=nobody) as rig:
            await with_news(rig, world, clock, 2, 3, 4, 5)
            assert await rig.notices.step()
            assert await states(rig) == ["folded"] * 4 + ["due"]
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            assert await rig.tell() == ["4 new (4 high)"]
            assert await rig.tell() == []

    run(test())


def test_without_a_daemon_notices_stay_due_and_are_told_when_one_comes(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            rig.port.takes = False
            await with_news(rig, world, clock, 2, 3)
            assert await rig.notices.step()
            assert await rig.sql("SELECT state, error FROM outbox") == [("due", rig.port.reason)] * 2
            assert rig.notices.describe() == ("", rig.port.reason)
            rig.port.takes = True
            assert len(await rig.tell()) == 2
            assert rig.notices.describe()[1] == ""

    run(test())


def test_without_a_daemon_the_desktop_is_asked_and_its_answer_counts(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, desktop_shows=True) as rig:
            rig.port.takes = False
            await with_news(rig, world, clock, 2, 3)
            assert not await rig.notices.step()
            first, second = rig.of(NoticeWanted)
            assert first.body == f"{GRANT} no. 2"
            assert await states(rig) == ["sending", "sending"]
            await rig.engine.handle(cmd.NoticeShown(CommandId("a"), first.notice_id))
            await rig.engine.handle(cmd.NoticeShown(CommandId("b"), second.notice_id, "no tray"))
            assert await states(rig) == ["shown", "failed"]
            assert await rig.notices.step() is False
            assert len(rig.of(NoticeWanted)) == 2

    run(test())


@pytest.mark.parametrize(
    ("way", "said"), [("terminal", "terminal"), ("tray", "tray"), ("own window", "own window"), ("", "shown")]
)
def test_a_report_names_the_place_where_a_notice_was_shown(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, way: str, said: str
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, desktop_shows=True) as rig:
            rig.port.takes = False
            await with_news(rig, world, clock, 2)
            await rig.notices.step()
            (wanted,) = rig.of(NoticeWanted)
            await rig.engine.handle(cmd.NoticeShown(CommandId("a"), wanted.notice_id, way=way))
            ((item,),) = await rig.sql("SELECT item_id FROM outbox")
            entries = await rig.database.run(lambda db: journal.of_items(db, [item], journal.head(db).id))
            assert item_audit(item, entries[item]).notified_how == said

    run(test())


def test_daemon_that_hangs_makes_a_notice_uncertain_and_never_repeats_it(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, caplog: pytest.LogCaptureFixture
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            rig.port.breaks = True
            await with_news(rig, world, clock, 2)
            await rig.notices.step()
            rig.port.breaks = False
            assert await rig.tell() == []
            assert await states(rig) == ["maybe"]
            assert rig.notices.maybe_not_shown == 1

    run(test())
    (warning,) = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert warning.getMessage().startswith("notice 1 may not have been shown")


def test_storm_of_alerts_ends_in_one_notice_that_counts_the_rest(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await with_firings(rig, world, clock, 12)
            told = await rig.tell()
            assert len(told) == 7
            assert "and 5 more price alerts" in rig.port.shown[-1].body
            assert await states(rig) == ["shown"] * 6 + ["folded"] * 6 + ["shown"]
            assert await rig.one("SELECT count(*) FROM firing") == 12
            assert await rig.tell() == []

    run(test())


def test_storm_that_nobody_could_show_is_told_later_with_its_count(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await with_firings(rig, world, clock, 6)
            await rig.tell()
            rig.port.takes = False
            world.prices = price_path((0, 94_000), (1, 90_000), start=clock.now())
            for number in range(4):
                await rig.alerting.save(alert(93_000 - 10 * number), CommandId(f"more-{number}"))
            clock.step(minutes=1)
            await rig.price.sample()
            assert await rig.notices.step()
            rig.port.takes = True
            assert len(await rig.tell()) == 1
            assert "and 3 more price alerts" in rig.port.shown[-1].body
            assert await states(rig) == ["shown"] * 6 + ["folded"] * 4 + ["shown"]

    run(test())


async def one_by_one(rig: Rig, world: World, clock: SteppedClock, count: int) -> int:
    """So many alerts, each fired and told with a sample of its own, 15 s apart. Returns how many popped up."""
    start = clock.now()
    world.prices = price_path((0, 95_500), (1, 95_000), (count / 4 + 1, 95_000 - 100 * count), start=start)
    await rig.price.sample()
    for number in range(count):
        await rig.alerting.save(alert(94_950 - 100 * number), CommandId(f"each-{number}"))
    clock.step(minutes=1)
    shown = 0
    for _ in range(count):
        clock.step(15)
        await rig.price.sample()
        shown += len(await rig.tell())
    assert await rig.one("SELECT count(*) FROM firing") == count
    return shown


def test_storm_that_comes_one_alert_a_sample_is_held_and_told_as_one_when_it_is_over(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            assert await one_by_one(rig, world, clock, 16) == 7
            assert (await states(rig)).count("due") == 8
            assert await rig.notices.step(), "what is held must be tried again"
            clock.step(minutes=5)
            assert len(await rig.tell()) == 1
            assert "and 7 more price alerts" in rig.port.shown[-1].body
            assert (await states(rig)).count("due") == 0

    run(test())


def test_storm_is_held_where_the_desktop_shows_notices(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock, desktop_shows=True) as rig:
            rig.port.takes = False
            await rig.load()
            await one_by_one(rig, world, clock, 12)
            assert len(rig.of(NoticeWanted)) == 7

    run(test())


def test_storm_goes_on_over_a_restart(tmp_path: Path, world: World, replica: Replica, clock: SteppedClock) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await one_by_one(rig, world, clock, 9)
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            assert await rig.tell() == []
            assert (await states(rig)).count("due") == 1

    run(test())


def test_notices_of_items_use_up_nothing_of_what_alerts_may_pop_up(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await with_news(rig, world, clock, 2, 3, 4)
            assert len(await rig.tell()) == 3
            await with_firings(rig, world, clock, 6)
            assert len(await rig.tell()) == 6

    run(test())


def test_acknowledge_on_a_notification_marks_its_item(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await with_news(rig, world, clock, 2)
            await rig.tell()
            (notice,) = rig.port.shown
            assert [key for key, _ in notice.actions] == ["default", "acknowledge", "snooze"]
            await rig.engine.activated(notice.id, "acknowledge", None)
            assert await rig.sql("SELECT state, acked_ms IS NOT NULL FROM item WHERE ref = '25PR2'") == [(2, 1)]
            (event,) = rig.of(NoticeActivated)
            assert (event.item_ids, event.action) == ((notice.item_id,), "acknowledge")
            assert set(rig.port.withdrawn) == {notice.id}

    run(test())


def test_snooze_on_a_notification_keeps_its_alert_quiet_for_an_hour(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await with_firings(rig, world, clock, 1)
            await rig.tell()
            await rig.engine.activated(rig.port.shown[0].id, "snooze", None)
            (view,) = rig.alerting.all()
            assert view.state.snoozed_until == clock.now() + timedelta(hours=1)
            assert rig.of(NoticeActivated)[0].alert_id == AlertId(1)

    run(test())


@pytest.mark.parametrize(("mark", "is_withdrawn"), [(Mark.READ, True), (Mark.ARCHIVE, True), (Mark.STAR, False)])
def test_notice_leaves_the_screen_when_its_item_was_dealt_with(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, mark: Mark, is_withdrawn: bool
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await with_news(rig, world, clock, 2, 3)
            await rig.tell()
            first = rig.port.shown[0]
            assert first.item_id is not None
            await rig.engine.handle(cmd.MarkItems(CommandId("m"), (first.item_id,), mark))
            assert rig.port.withdrawn == ([first.id] if is_withdrawn else [])

    run(test())


def test_item_that_was_read_before_it_could_be_told_is_not_told(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            rig.port.takes = False
            await with_news(rig, world, clock, 2, 3)
            await rig.notices.step()
            item = ItemId(await rig.one("SELECT id FROM item WHERE ref = '25PR2'"))
            await rig.engine.handle(cmd.MarkItems(CommandId("m"), (item,), Mark.READ))
            rig.port.takes = True
            assert await rig.tell() == [f"{GRANT} no. 3"]
            assert await rig.tell() == []

    run(test())


def test_level_from_which_items_are_told_is_the_settings(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            rig.ingest.tell_from = None
            await with_news(rig, world, clock, 2)
            assert await rig.tell() == []
            rig.ingest.tell_from = Level.LOW
            world.publish(release(3, "SFC publishes its quarterly bulletin", clock.step(minutes=1)))
            await rig.poll(EN)
            assert await rig.tell() == ["SFC publishes its quarterly bulletin"]

    run(test())


def test_test_notice_goes_out(tmp_path: Path, replica: Replica, clock: SteppedClock) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.engine.handle(cmd.TestNotice(CommandId("t")))
            await rig.engine.handle(cmd.TestNotice(CommandId("t")))
            assert await rig.tell() == ["hkwatch test notification"]

    run(test())


def test_paused_notices_wait_and_are_told_after_the_pause(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await with_news(rig, world, clock, 2)
            rig.notices.paused = True
            running = asyncio.create_task(rig.notices.run())
            rig.notices.wake()
            for _ in range(20):
                await asyncio.sleep(0)
            assert rig.port.shown == []
            rig.notices.paused = False
            rig.notices.wake()
            await rig.until(lambda: rig.port.shown)
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)

    run(test())


def test_notice_of_an_unknown_number_leads_nowhere(tmp_path: Path, replica: Replica, clock: SteppedClock) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.engine.activated(NoticeId(404), "acknowledge", None)
            (event,) = rig.of(NoticeActivated)
            assert (event.item_ids, event.alert_id) == ((), None)

    run(test())


def test_firing_says_price_venues_and_when_it_is_ready_again(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await with_firings(rig, world, clock, 1)
            await rig.tell()
            (notice,) = rig.port.shown
            assert notice.title == "BTC below US$95,000"
            assert "median of 3" in notice.body
            price = await rig.one("SELECT json_extract(data, '$.price_usd') FROM firing")
            assert f"US${Decimal(price):,.0f} (HK$" in notice.body

    run(test())


def test_what_alerts_missed_in_one_absence_is_one_notice(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path((0, 95_500), (10, 95_500), (20, 92_500), (200, 92_500))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.price.sample()
            for number, level in enumerate((95_000, 94_000, 93_000)):
                await rig.alerting.save(alert(level), CommandId(f"c{number}"))
            clock.step(minutes=60)
            await rig.price.sample()
            assert await rig.tell() == ["While away: 3 price alerts"]
            assert await rig.one("SELECT count(*) FROM firing WHERE late = 1") == 3
            assert await rig.tell() == []

    run(test())
