# SPDX-License-Identifier: MIT
"""Batches that are made ready side by side: what one stores meanwhile, the other must not store again."""

import asyncio
from dataclasses import replace
from pathlib import Path

from fakes import START, SteppedClock
from hkwatch.domain.item import Entry
from hkwatch.replica import Replica
from hkwatch.services.batch import Batch
from services.rig import EN, RTHK, TC, Rig, run

LINK = "https://example.test/news/1"


def entry(number: int, lang: str = "en", title: str = "") -> Entry:
    return Entry(
        title=title or f"Example release {number}",
        link=f"{LINK}{number}",
        lang=lang,
        guid=f"25PR{number}",
        ref=f"25PR{number}",
        html="<p>One.</p>",
        text="One.",
        published_at=START,
    )


def test_the_same_release_from_two_sources_at_once_is_one_item(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock, with_bodies=False) as rig:
            await rig.load()
            english = Batch(rig.rows[EN], (entry(1), entry(2)), lambda one: False)
            chinese = Batch(
                rig.rows[TC], (entry(2, "zh-Hant", "示例二"), entry(3, "zh-Hant", "示例三")), lambda one: False
            )
            first, second = await asyncio.gather(rig.ingest.take(english), rig.ingest.take(chinese))
            assert (len(first.added), len(first.changed)) == (2, 0)
            assert (len(second.added), len(second.changed)) == (1, 1)
            assert second.changed[0] in first.added
            assert await rig.sql("SELECT langs FROM item ORDER BY identity") == [("en",), ("en zh-Hant",), ("zh-Hant",)]

    run(test())


def test_many_copies_of_one_batch_at_once_are_stored_once(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock, with_bodies=False) as rig:
            await rig.load()
            batch = Batch(rig.rows[RTHK], tuple(entry(number) for number in range(20)), lambda one: False)
            stored = await asyncio.gather(*(rig.ingest.take(batch) for _ in range(5)))
            assert [len(one.added) for one in stored] == [20, 0, 0, 0, 0]
            assert [one.known for one in stored] == [0, 20, 20, 20, 20]
            assert await rig.one("SELECT count(*) FROM item") == 20
            assert await rig.one("SELECT count(*) FROM item_fts") == 20

    run(test())


def test_a_revision_that_is_overtaken_by_a_newer_one_is_judged_against_that(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock, with_bodies=False) as rig:
            await rig.load()
            await rig.ingest.take(Batch(rig.rows[EN], (entry(1),), lambda one: False))
            newer = replace(entry(1), text="One and two.", html="<p>One and two.</p>")
            batch = Batch(rig.rows[EN], (newer,), lambda one: False)
            stored = await asyncio.gather(rig.ingest.take(batch), rig.ingest.take(batch))
            assert [len(one.changed) for one in stored] == [1, 0]
            assert await rig.one("SELECT count(*) FROM revision") == 1

    run(test())
