# SPDX-License-Identifier: MIT
"""Old items leave once a day, after the day's copy, and do not come back with the next poll."""

import asyncio
from datetime import timedelta
from pathlib import Path

from fakes import SteppedClock
from hkwatch.domain.events import ItemsAdded, Resync
from hkwatch.replica import Replica, World
from hkwatch.services.retention import BATCH, Retention
from services.rig import GRANT, RTHK, Rig, flash, run


def keeper(rig: Rig, days: int, *, copied: bool = True) -> Retention:
    return Retention(rig.clock, rig.database, rig.ingest, rig.events.append, lambda: copied, days)


async def with_items(rig: Rig, world: World, count: int = 3) -> None:
    """The back catalogue, of which the last is flagged."""
    for number in range(1, count + 1):
        title = GRANT if number == count else f"Weather {number}"
        world.publish(flash(number, title, rig.clock.now() - timedelta(hours=number)))
    await rig.load()
    await rig.poll(RTHK)


def test_what_is_old_leaves_and_the_feed_that_still_lists_it_brings_nothing_back(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(RTHK,)) as rig:
            await with_items(rig, world)
            clock.jump(timedelta(days=31))
            assert await keeper(rig, 30).step() == 2
            assert await rig.one("SELECT count(*) FROM item") == 1
            assert rig.of(Resync)
            rig.events.clear()
            world.publish(flash(9, f"{GRANT} Example Nine", clock.now()))
            (polled,) = await rig.poll(RTHK)
            assert polled.entries == 4
            assert polled.missing_since is None
            assert len(polled.stored.added) == 1
            assert await rig.one("SELECT count(*) FROM item") == 2
            assert sum(len(event.ids) for event in rig.of(ItemsAdded)) == 1
            assert await rig.one("SELECT count(*) FROM outbox WHERE item_id NOT IN (SELECT id FROM item)") == 0

    run(test())


def test_a_feed_of_removed_items_only_has_not_overflowed(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    for number in range(1, 4):
        world.publish(flash(number, f"Weather {number}", clock.now() - timedelta(hours=number)))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(RTHK,)) as rig:
            await rig.load()
            await rig.poll(RTHK)
            clock.jump(timedelta(days=31))
            assert await keeper(rig, 30).step() == 3
            rig.poller.records[RTHK] = type(rig.poller.records[RTHK])(RTHK, 0, 0, 0, items=3)
            (polled,) = await rig.poll(RTHK)
            assert (polled.stored.added, polled.stored.known, polled.missing_since) == ((), 3, None)

    run(test())


def test_it_is_done_once_a_day_and_not_before_the_days_copy(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(RTHK,)) as rig:
            await with_items(rig, world)
            clock.jump(timedelta(days=31))
            assert await keeper(rig, 30, copied=False).step() == 0
            assert await keeper(rig, 30).step() == 2
            await rig.sql("UPDATE item SET level = 0, flag = 0")
            assert await keeper(rig, 30).step() == 0
            clock.jump(timedelta(days=1))
            assert await keeper(rig, 30).step() == 1

    run(test())


def test_for_ever_is_for_ever(tmp_path: Path, world: World, replica: Replica, clock: SteppedClock) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(RTHK,)) as rig:
            await with_items(rig, world)
            clock.jump(timedelta(days=30_000))
            assert await keeper(rig, 0, copied=False).step() == 0
            assert await rig.one("SELECT count(*) FROM item") == 3

    run(test())


def test_many_leave_in_small_batches_while_a_poll_waits_for_one_batch_only(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(RTHK,)) as rig:
            await with_items(rig, world)
            # Many more of the same kind, as months of polling leave them.
            await rig.sql(
                "WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < 450)"
                " INSERT INTO item (id, identity, source, publisher, ref, second_key, title, lang, summary, langs, doc_type,"
                " level, topics, hk, flag, reasons, reasons_lang, published_ms, precision, first_seen_ms, changed_ms, back,"
                " revision, state, starred, archived, acked_ms, note, substance_ms)"
                " SELECT id + k, 'copy:' || k, source, publisher, '', '', title, lang, summary, langs,"
                " doc_type, 1, topics, hk, 0, reasons, reasons_lang, published_ms, precision, first_seen_ms, changed_ms,"
                " back, revision, state, starred, archived, acked_ms, note, substance_ms FROM item, n"
                " WHERE id = (SELECT min(id) FROM item)"
            )
            clock.jump(timedelta(days=31))
            before = clock.monotonic()
            removing = asyncio.create_task(keeper(rig, 30).step())
            await rig.poll(RTHK)
            assert await removing == 452
            assert clock.monotonic() - before >= 0.2 * (452 // BATCH)

    run(test())
