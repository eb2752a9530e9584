# SPDX-License-Identifier: MIT
"""Releases that two bodies issue together are linked, whichever comes first, and nothing else is."""

from datetime import timedelta
from pathlib import Path

from fakes import START, SteppedClock
from hkwatch.domain.events import ItemsChanged
from hkwatch.domain.ids import ItemId
from hkwatch.replica import HkmaItem, Replica, RthkItem, World
from hkwatch.services.inbox import InboxReader
from hkwatch.store import links
from services.rig import EN, HKMA, RTHK, TC, Rig, release, run, shipped

TITLE = "Joint statement of SFC and HKMA on custody of virtual assets"
DAY = START - timedelta(hours=5)


def hkma(number: str = "20250219-4", title: str = TITLE, hours: float = 0) -> HkmaItem:
    return HkmaItem(number, {"en": title}, DAY + timedelta(hours=hours))


async def pairs(rig: Rig) -> set[tuple[str, str]]:
    """(reference, reference) of all links, both ways."""
    return set(
        await rig.sql(
            "SELECT a.ref, b.ref FROM item_link l JOIN item a ON a.id = l.item_id JOIN item b ON b.id = l.other_id"
            " WHERE l.kind = 'joint'"
        )
    )


BOTH = {("25PR13", "20250219-4"), ("20250219-4", "25PR13")}


def test_releases_of_two_bodies_are_linked_both_ways_whichever_comes_first(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(13, f"{TITLE.replace(' of ', '  of ')}", DAY))
    world.publish(hkma())

    async def test(folder: Path, first: str) -> None:
        folder.mkdir()
        order = (EN, HKMA) if first == "sfc" else (HKMA, EN)
        async with Rig(folder, replica, clock, sources=(EN, HKMA)) as rig:
            await rig.load()
            await rig.poll(order[0])
            assert await pairs(rig) == set()
            rig.events.clear()
            await rig.poll(order[1])
            assert await pairs(rig) == BOTH
            # Whoever looks at the older one sees the link come.
            assert {item for event in rig.of(ItemsChanged) for item in event.ids} == {
                ItemId(row[0]) for row in await rig.sql("SELECT id FROM item")
            }
            await rig.poll()
            assert await pairs(rig) == BOTH

    run(test(tmp_path / "a", "sfc"))
    run(test(tmp_path / "b", "hkma"))


def test_the_reader_is_given_the_other_release_with_its_publisher_and_time(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(13, TITLE, DAY, tc="證監會與金管局就託管虛擬資產發表聯合聲明"))
    world.publish(hkma())

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN, TC, HKMA)) as rig:
            await rig.load()
            await rig.poll()
            files = shipped()
            reader = InboxReader(rig.file, files.folder, files.catalogue)
            reader.open()
            reader.speak("zh-Hant")
            detail = reader.detail(ItemId(await rig.one("SELECT id FROM item WHERE publisher = 'hkma'")))
            reader.close()
            assert detail is not None
            ((kind, row),) = [(one.kind, one.row) for one in detail.related]
            assert (kind, row.publisher, row.ref) == (links.JOINT, "sfc", "25PR13")
            assert row.title == "證監會與金管局就託管虛擬資產發表聯合聲明"
            assert row.published_at is not None

    run(test())


def test_media_that_repeat_a_title_and_releases_days_apart_are_not_linked(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(13, TITLE, DAY))
    world.publish(RthkItem(1, TITLE, "In one sentence.", DAY))
    world.publish(hkma(number="20250215-4", hours=-24 * 4))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN, HKMA, RTHK)) as rig:
            await rig.load()
            await rig.poll()
            assert await rig.one("SELECT count(*) FROM item") == 3
            assert await pairs(rig) == set()

    run(test())


def test_a_title_that_comes_again_and_again_links_nothing(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    alert = "Scam alert related to banks and brokers"
    world.publish(release(13, alert, DAY))
    world.publish(hkma(title=alert))
    world.publish(hkma(number="20250122-4", title=alert, hours=-24 * 28))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN, HKMA)) as rig:
            await rig.load()
            await rig.poll()
            assert await pairs(rig) == set()

    run(test())


def test_a_link_goes_with_its_item(tmp_path: Path, world: World, replica: Replica, clock: SteppedClock) -> None:
    world.publish(release(13, TITLE, DAY))
    world.publish(hkma())

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN, HKMA)) as rig:
            await rig.load()
            await rig.poll()
            await rig.sql("DELETE FROM item_index WHERE item_id IN (SELECT id FROM item WHERE publisher = 'hkma')")
            await rig.sql("DELETE FROM item WHERE publisher = 'hkma'")
            assert await pairs(rig) == set()
            assert await rig.one("SELECT count(*) FROM item_link") == 0

    run(test())
