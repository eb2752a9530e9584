# SPDX-License-Identifier: MIT
"""A release is edited by its publisher: what is marked, who is told, and what is kept as evidence."""

import hashlib
import json
from datetime import timedelta
from pathlib import Path

import pytest

from fakes import START, SteppedClock
from hkwatch.domain.commands import Mark
from hkwatch.domain.item import ItemState
from hkwatch.domain.query import parse_query
from hkwatch.replica import Replica, World, faults
from hkwatch.services.inbox import InboxReader
from hkwatch.sources import sfc
from hkwatch.store import evidence
from hkwatch.store import items as store
from services.rig import API, EN, GRANT, Rig, release, run, shipped

CONTENT = "apps.sfc.hk/edistributionWeb/api/news/content"
FIRST = "The firm was fined HK$5 million for what it did not tell its clients in the spring."
SUBSTANCE = FIRST.replace("HK$5", "HK$6")
TIDIED = FIRST.replace("million for", "million, for")


async def edit(rig: Rig, world: World, clock: SteppedClock, edited: str, *, read_first: bool = True) -> None:
    """A release is told, read, and edited an hour later."""
    await rig.load()
    await rig.poll()
    issued = clock.step(minutes=2)
    later = issued + timedelta(minutes=30)
    world.publish(release(11, f"{GRANT} Example", issued, body=FIRST, modified_at=later, edited=edited))
    await rig.poll(EN, API)
    await rig.read_all_bodies()
    assert len(await rig.tell()) == 1
    if read_first:
        item = await rig.one("SELECT id FROM item WHERE ref = '25PR11'")
        await rig.database.run(store.mark_items, [item], Mark.READ, "", clock.now())
    clock.step(minutes=60)
    await rig.poll(EN, API)
    await rig.read_all_bodies()


@pytest.mark.parametrize(
    ("edited", "is_changed", "state"), [(SUBSTANCE, True, ItemState.SEEN), (TIDIED, False, ItemState.READ)]
)
def test_edit_of_substance_opens_the_item_again_and_a_tidied_text_does_not(
    tmp_path: Path,
    world: World,
    replica: Replica,
    clock: SteppedClock,
    edited: str,
    is_changed: bool,
    state: ItemState,
) -> None:
    world.publish(release(10))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await edit(rig, world, clock, edited)
            files = shipped()
            reader = InboxReader(rig.file, files.folder, files.catalogue)
            reader.open()
            (row,) = reader.page(parse_query("is:revised")).rows
            assert (row.is_changed, row.state, row.revision) == (is_changed, state, 2)
            detail = reader.detail(row.id)
            assert detail is not None
            first, second = detail.versions_in("en")
            assert (first.text, second.text) == (FIRST, edited)
            assert second.modified_at == START + timedelta(minutes=32)
            reader.close()

    run(test())


@pytest.mark.parametrize("read_first", [True, False])
def test_nobody_is_told_of_an_edit_then_or_later(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, read_first: bool
) -> None:
    world.publish(release(10))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await edit(rig, world, clock, SUBSTANCE, read_first=read_first)
            assert await rig.tell() == []
            again = clock.step(minutes=5)
            issued = START + timedelta(minutes=2)
            text = FIRST.replace("HK$5", "HK$7")
            world.publish(release(11, f"{GRANT} Example", issued, body=FIRST, modified_at=again, edited=text))
            clock.step(minutes=60)
            await rig.poll(EN, API)
            await rig.read_all_bodies()
            assert await rig.one("SELECT revision FROM item WHERE ref = '25PR11'") == 3
            assert await rig.tell() == []

    run(test())


def test_answers_that_texts_were_read_from_are_kept_to_the_byte(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(10, tc="證監會文件"))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await edit(rig, world, clock, SUBSTANCE)
            item = await rig.one("SELECT id FROM item WHERE ref = '25PR11'")
            kept = await rig.database.run(evidence.kept, item, "en")
            assert [sfc.parse_content(one.body or b"").text for one in kept] == [FIRST, SUBSTANCE]
            for one in kept:
                assert hashlib.sha256(one.body or b"").hexdigest() == one.hash
                assert (one.status, one.size) == (200, len(one.body or b""))
                assert CONTENT in one.url
                assert "json" in one.headers["content-type"]
            assert kept[0].fetched_at <= START + timedelta(minutes=5)
            assert kept[1].fetched_at >= START + timedelta(minutes=60)
            texts = await rig.sql("SELECT item_id, lang FROM item_text WHERE body = ?", int(store.Body.STORED))
            assert sorted(texts) == sorted(set(await rig.sql("SELECT item_id, lang FROM evidence")))

    run(test())


def test_no_answer_is_kept_without_its_text_nor_the_text_without_it(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(10))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll(API)
            # Whatever stops the one stops the other: they are written together.
            await rig.sql(
                "CREATE TEMP TRIGGER stop BEFORE INSERT ON evidence BEGIN SELECT RAISE(ABORT, 'disk is full'); END"
            )
            assert rig.bodies is not None
            with pytest.raises(Exception, match="disk is full"):
                await rig.bodies.step()
            assert await rig.one("SELECT count(*) FROM item_text WHERE text <> ''") == 0
            await rig.sql("DROP TRIGGER stop")
            await rig.read_all_bodies()
            assert await rig.one("SELECT count(*) FROM item_text WHERE text <> ''") == 1
            assert await rig.one("SELECT count(*) FROM evidence") == 1

    run(test())


def test_answers_that_are_no_text_are_not_kept(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(10))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll(API)
            replica.faults.set(CONTENT, faults.status(503), times=1)
            assert rig.bodies is not None
            await rig.bodies.step()
            other = {"newsRefNo": "25PR99", "lang": "EN", "title": "Another", "html": "<p>Another.</p>"}
            replica.load_feed_bytes(CONTENT, json.dumps(other).encode())
            clock.step(minutes=5)
            await rig.bodies.step()
            assert await rig.one("SELECT count(*) FROM evidence") == 0

    run(test())
