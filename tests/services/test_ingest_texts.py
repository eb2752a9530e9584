# SPDX-License-Identifier: MIT
"""Texts and revisions: what a body, an edit or another language does to a stored item."""

from datetime import timedelta
from pathlib import Path

from fakes import START, SteppedClock
from hkwatch.domain.events import ItemsChanged
from hkwatch.domain.item import Level
from hkwatch.replica import HkmaItem, Replica, World, faults
from services.rig import API, DULL, EN, GRANT, HKMA, Rig, release, run

CONTENT = "apps.sfc.hk/edistributionWeb/api/news/content"
WEEK = timedelta(days=7)


def test_text_is_read_before_a_new_item_is_told(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(10))
    body = "The SFC today granted a licence to Example Exchange Ltd to operate a virtual asset trading platform."

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll()
            world.publish(release(11, "SFC announcement", clock.step(minutes=2), body=body))
            await rig.poll(EN)
            # The title alone says nothing: that it is told proves that the text was there when it was flagged.
            assert await rig.tell() == ["SFC announcement"]
            assert await rig.one("SELECT text FROM item_text WHERE lang = 'en' ORDER BY item_id DESC") == body

    run(test())


def test_missing_text_holds_no_item_back_and_raises_its_level_once_when_it_comes(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(10))
    body = "The SFC today granted a licence to Example Exchange Ltd to operate a virtual asset trading platform."

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll()
            await rig.read_all_bodies()
            replica.faults.set(CONTENT, faults.status(500))
            world.publish(release(11, "SFC announcement", clock.step(minutes=2), body=body))
            await rig.poll(EN)
            assert await rig.one("SELECT level FROM item WHERE ref = '25PR11'") < Level.HIGH
            assert rig.told_new() == 1
            assert await rig.tell() == []
            await rig.read_all_bodies()
            replica.faults.clear()
            clock.step(minutes=5)
            await rig.read_all_bodies()
            assert await rig.one("SELECT level FROM item WHERE ref = '25PR11'") == Level.HIGH
            assert await rig.tell() == ["SFC announcement"]
            clock.step(minutes=5)
            await rig.poll()
            await rig.read_all_bodies()
            assert await rig.tell() == []

    run(test())


def test_text_that_comes_after_the_item_was_read_tells_nothing(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(10))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll()
            replica.faults.set(CONTENT, faults.status(500))
            world.publish(release(11, "SFC announcement", clock.step(minutes=2), body=f"{GRANT} Example Two."))
            await rig.poll(EN)
            await rig.sql("UPDATE item SET state = 2 WHERE ref = '25PR11'")
            replica.faults.clear()
            clock.step(minutes=5)
            await rig.read_all_bodies()
            assert await rig.tell() == []

    run(test())


def test_release_edited_by_its_publisher_keeps_the_former_text_and_is_not_told_again(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(10))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll()
            issued = clock.step(minutes=2)
            title = f"{GRANT} Example Two"
            world.publish(
                release(
                    11,
                    title,
                    issued,
                    body="First wording.",
                    modified_at=issued + timedelta(minutes=30),
                    edited="Second wording.",
                )
            )
            await rig.poll(EN, API)
            await rig.read_all_bodies()
            assert len(await rig.tell()) == 1
            clock.step(minutes=60)
            await rig.poll(EN, API)
            await rig.read_all_bodies()
            rows = await rig.sql("SELECT text FROM item_text WHERE lang = 'en' AND source = ?", API)
            assert ("Second wording.",) in rows
            assert await rig.sql("SELECT text FROM revision") == [("First wording.",)]
            assert await rig.one("SELECT revision FROM item WHERE ref = '25PR11'") == 2
            assert rig.of(ItemsChanged)
            assert await rig.tell() == []

    run(test())


def test_release_edited_and_edited_back_is_not_asked_for_again_and_again(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    issued = START - timedelta(hours=2)
    world.publish(release(10, at=issued, body="A wording."))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll()
            await rig.read_all_bodies()
            later = clock.step(minutes=10)
            world.publish(release(10, at=issued, body="A wording.", modified_at=later, edited="A wording."))
            clock.step(minutes=60)
            await rig.poll(API)
            assert await rig.read_all_bodies() == 1
            asked = len(replica.requests_to(CONTENT))
            for _ in range(3):
                clock.step(minutes=60)
                await rig.poll(EN, API)
                assert await rig.read_all_bodies() == 0
            assert len(replica.requests_to(CONTENT)) == asked
            assert await rig.one("SELECT count(*) FROM revision") == 0

    run(test())


def test_feed_without_text_never_empties_the_text_of_the_archive(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(10, body="The whole text."))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll(API)
            await rig.read_all_bodies()
            # The feed's first answer, and one that differs by another item.
            await rig.poll(EN)
            world.publish(release(11, at=clock.step(minutes=3)))
            await rig.poll(EN)
            assert await rig.one("SELECT text FROM item_text JOIN item ON id = item_id WHERE ref = '25PR10'") == (
                "The whole text."
            )

    run(test())


def test_changed_title_of_an_item_without_text_is_a_revision_and_is_found_again(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    number = "20250218-3"
    world.publish(HkmaItem(number, {"en": "Monetary statistics for January"}, START - timedelta(days=1)))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(HKMA,)) as rig:
            await rig.load()
            await rig.poll()
            renamed = World(
                [HkmaItem(number, {"en": "Monetary statistics for January (corrected)"}, START - timedelta(days=1))]
            )
            with Replica(renamed, clock.now) as corrected:
                async with Rig(tmp_path, corrected, clock, sources=(HKMA,)) as again:
                    await again.load()
                    clock.step(minutes=20)
                    await again.poll()
                    assert await again.sql("SELECT title, revision FROM item") == [
                        ("Monetary statistics for January (corrected)", 2)
                    ]
                    assert await again.sql("SELECT title FROM revision") == [("Monetary statistics for January",)]

    run(test())


def test_many_new_items_at_once_are_not_held_back_by_their_texts(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(10))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll()
            await rig.read_all_bodies()
            replica.forget_requests()
            for number in range(11, 18):
                world.publish(release(number, f"{DULL} no. {number}", clock.step(minutes=1)))
            await rig.poll(EN)
            assert len(replica.requests_to(CONTENT)) == 5
            assert rig.told_new() == 7

    run(test())
