# SPDX-License-Identifier: MIT
"""A firing that its alert puts in the inbox, and the sound that goes with its notice."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from fakes import SteppedClock
from hkwatch.domain.alerts import AlertKind, AlertSpec, ItemCondition, Repeat, Sound
from hkwatch.domain.errors import StoreError
from hkwatch.domain.events import AlertFired, ItemsAdded, NoticeWanted
from hkwatch.domain.ids import AlertId, CommandId
from hkwatch.domain.item import DocType, ItemState, Level
from hkwatch.replica import Replica, World
from hkwatch.store import alerts as store
from hkwatch.store import item_detail, pages, reflag
from services.rig import Rig, alert, price_path, run

LOUD = replace(alert(95_000), in_inbox=True, notify=Level.NORMAL, note="sell half")


def test_firing_is_an_item_of_the_inbox_and_only_one(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path((0, 95_500), (1, 94_500))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.price.sample()
            await rig.alerting.save(LOUD, CommandId("one"))
            # One that leaves the inbox alone, and a search that would find any item.
            await rig.alerting.save(alert(95_100), CommandId("two"))
            search = AlertSpec(
                AlertId(0),
                "BTC",
                AlertKind.ITEM,
                Decimal(0),
                repeat=Repeat.EVERY,
                with_item=ItemCondition(Level.LOW),
                in_inbox=True,
            )
            await rig.alerting.save(search, CommandId("three"))
            clock.step(minutes=1)
            await rig.price.sample()
            ids = [item for event in rig.of(ItemsAdded) for item in event.ids]
            (row,) = await rig.database.run(pages.rows_of, ids)
            assert row.title == "BTC below US$95,000"
            assert (row.doc_type, row.level, row.state) == (DocType.PRICE, Level.NORMAL, ItemState.NEW)
            assert (row.publisher, row.flagged) == ("hkwatch", False)
            detail = await rig.database.run(item_detail.detail, row.id)
            assert detail is not None
            assert detail.texts[0].text.startswith("US$94,499 (HK$")
            assert detail.texts[0].text.endswith("sell half")
            await rig.alerting.look_at_items()
            assert len(rig.of(AlertFired)) == 2
            assert await rig.database.run(reflag.read, None, 10) == []
            # Its notice is the alert's own; the item makes none.
            assert len(await rig.tell()) == 2

    run(test())


def test_firing_item_and_notice_are_stored_together_or_not_at_all(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path((0, 95_500), (1, 94_500))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.price.sample()
            await rig.alerting.save(LOUD, CommandId("one"))
            await rig.sql("ALTER TABLE item_text RENAME TO elsewhere")
            clock.step(minutes=1)
            with pytest.raises(StoreError):
                await rig.price.sample()
            for table in ("firing", "item", "outbox"):
                assert await rig.one(f"SELECT count(*) FROM {table}") == 0
            assert rig.of(ItemsAdded) == []
            await rig.sql("ALTER TABLE elsewhere RENAME TO item_text")
            clock.step(15)
            await rig.price.sample()
            assert [len(event.ids) for event in rig.of(ItemsAdded)] == [1]

    run(test())


@pytest.mark.parametrize(("sound", "name"), [(Sound.LEVEL, ""), (Sound.NONE, "none"), (Sound.PING, "ping")])
def test_notice_of_an_alert_bears_the_name_of_its_sound(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, sound: Sound, name: str
) -> None:
    world.prices = price_path((0, 95_500), (1, 94_500))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.price.sample()
            await rig.alerting.save(replace(alert(95_000), sound=sound), CommandId("one"))
            clock.step(minutes=1)
            await rig.price.sample()
            await rig.tell()
            assert [notice.sound for notice in rig.port.shown] == [name]
            firing = (await rig.database.run(store.firings))[0]
            assert firing.spec is not None
            await rig.notices.test_alert(firing.spec, None)
            assert rig.port.shown[-1].sound == name

    run(test())


def test_desktop_that_shows_a_notice_itself_is_told_its_sound(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.prices = price_path((0, 95_500), (1, 94_500))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, desktop_shows=True) as rig:
            rig.port.takes = False
            await rig.load()
            await rig.price.sample()
            await rig.alerting.save(replace(alert(95_000), sound=Sound.ALARM), CommandId("one"))
            clock.step(minutes=1)
            await rig.price.sample()
            await rig.tell()
            assert [event.sound for event in rig.of(NoticeWanted)] == ["alarm"]

    run(test())
