# SPDX-License-Identifier: MIT
"""Deadlines from the publisher's list and from texts: one a consultation, followed, told once, closed by conclusions."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from fakes import START, SteppedClock
from hkwatch.domain.commands import Mark, MarkItems
from hkwatch.domain.deadline import KnownDeadline
from hkwatch.domain.events import ItemsChanged
from hkwatch.domain.ids import CommandId, ItemId, SourceId
from hkwatch.domain.item import Level
from hkwatch.domain.level import ROW_CHANGED, ROW_REMOVED, WATCHED
from hkwatch.domain.query_tree import Below
from hkwatch.replica import Consultation, HkmaItem, Replica, World
from hkwatch.store import deadlines as store
from hkwatch.store import pages
from hkwatch.store.plan_due import HAS_DEADLINE, due_test, open_test
from services.rig import API, EN, HKMA, Rig, release, run

LIST = SourceId("sfc-consultation-api")
TITLE = "Consultation on licensing of virtual asset dealers and custodians"
MAR_5 = date(2025, 3, 5)
"""Ten working days after `START`."""
MAR_19 = date(2025, 3, 19)
DAY = timedelta(days=1)


def paper(ref: str = "25CP2", at: datetime = START - 20 * DAY, **more: object) -> Consultation:
    """A consultation that is open at `START`."""
    return Consultation(ref, {"en": TITLE}, at, MAR_5, **more)  # type: ignore[arg-type]


async def known(rig: Rig) -> list[KnownDeadline]:
    return await rig.database.run(store.everything)


async def told(rig: Rig) -> list[tuple[str, str]]:
    """(title, body) of what is told by looking once."""
    before = len(rig.port.shown)
    await rig.deadlines.look()
    await rig.notices.step()
    return [(notice.title, notice.body) for notice in rig.port.shown[before:]]


def test_each_reminder_is_told_once_for_ever_even_over_restarts(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(paper())

    async def test() -> None:
        titles = []
        async with Rig(tmp_path, replica, clock, sources=(LIST,)) as rig:
            await rig.load()
            await rig.poll()
            (one,) = await known(rig)
            assert (one.ref, one.closes_on, one.stated) == ("25CP2", MAR_5, True)
            assert one.item is not None
            titles += await told(rig)
            assert await told(rig) == []
        for _ in range(20):
            clock.jump(DAY)
            # A new engine every day.
            async with Rig(tmp_path, replica, clock, sources=(LIST,)) as rig:
                await rig.load()
                await rig.poll()
                titles += await told(rig)
                titles += await told(rig)
        assert titles == [
            ("10 working days left: 25CP2", f"{TITLE} · until 5 Mar"),
            ("3 working days left: 25CP2", f"{TITLE} · until 5 Mar"),
            ("1 working day left: 25CP2", f"{TITLE} · until 5 Mar"),
        ]

    run(test())


def test_reminders_wait_for_nine_on_a_working_day(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(paper())

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(LIST,)) as rig:
            await rig.load()
            await rig.poll()
            # Saturday afternoon, then Monday a minute before nine, and nine.
            clock.jump(3 * DAY)
            assert await told(rig) == []
            clock.jump(DAY + timedelta(hours=18, minutes=59))
            assert await told(rig) == []
            clock.jump(timedelta(minutes=1))
            assert [title for title, _ in await told(rig)] == ["7 working days left: 25CP2"]

    run(test())


def test_no_reminder_where_none_is_wanted_and_reading_the_item_stops_none(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(paper())

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(LIST,)) as rig:
            await rig.load()
            await rig.poll()
            rig.deadlines.remind_at = ()
            assert await told(rig) == []
            rig.deadlines.remind_at = (10,)
            rig.deadlines.changed()
            (one,) = await known(rig)
            assert one.item is not None
            await rig.engine.handle(MarkItems(CommandId("c"), (one.item,), Mark.READ))
            assert [title for title, _ in await told(rig)] == ["10 working days left: 25CP2"]
            event = await rig.notices.activated(rig.port.shown[-1].id, "default", None)
            assert (event.action, event.item_ids) == ("open-deadlines", (one.item,))

    run(test())


def test_an_extension_is_told_marks_the_item_and_starts_the_reminders_anew(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(paper(extended=MAR_19, extended_at=START + DAY))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(LIST,)) as rig:
            await rig.load()
            await rig.poll()
            assert len(await told(rig)) == 1
            clock.jump(DAY)
            rig.events.clear()
            await rig.poll()
            assert await told(rig) == [("Deadline extended 5 Mar → 19 Mar: 25CP2", TITLE)]
            (one,) = await known(rig)
            assert (one.announced, one.closes_on, one.extended_from, one.moves) == (MAR_5, MAR_19, MAR_5, 1)
            assert one.item is not None
            assert one.item in {item for event in rig.of(ItemsChanged) for item in event.ids}
            assert await rig.one("SELECT state FROM item WHERE substance_ms IS NOT NULL") == 1
            await rig.poll()
            assert await told(rig) == []
            # 5 March: ten working days to the new day.
            clock.jump(13 * DAY)
            assert [title for title, _ in await told(rig)] == ["10 working days left: 25CP2"]

    run(test())


def test_conclusions_close_it_for_good_and_are_linked_with_the_paper(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(paper(conclusion_ref="25CC2", concluded_at=START + DAY))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(LIST,)) as rig:
            await rig.load()
            await rig.poll()
            clock.jump(DAY)
            await rig.poll()
            (one,) = await known(rig)
            assert (one.conclusion_ref, one.is_concluded) == ("25CC2", True)
            links = await rig.sql("SELECT item_id, other_id, kind FROM item_link ORDER BY 1")
            assert set(links) == {(one.item, one.conclusion, "conclusion"), (one.conclusion, one.item, "conclusion")}
            assert [title for title, _ in await told(rig)] == ["SFC · Conclusion · High"]
            found = await rig.database.run(store.of_item, ItemId(one.conclusion or 0))
            assert found == one

    run(test())


def test_the_release_that_leads_the_story_of_a_paper_shows_its_deadline_and_is_found_by_it(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(paper())
    world.publish(release(40, "SFC asks for views on dealing and custody", START - DAY))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN, LIST)) as rig:
            await rig.load()
            await rig.poll()
            (one,) = await known(rig)
            lead = ItemId(await rig.one("SELECT id FROM item WHERE ref = '25PR40'"))
            await rig.sql(f"UPDATE item SET story = 77, lead = id = {lead}")
            assert await rig.database.run(store.of_item, lead) == one
            rows = await rig.database.run(pages.rows_of, (lead,))
            assert rows[0].closes_on == MAR_5
            for test in (due_test(Below("400d", or_equal=False), clock.now(), frozenset), open_test(START.date())):
                found = f"SELECT id FROM item WHERE id = ? AND {test[0]}"
                assert await rig.database.run(lambda db, f=found, t=test: db.execute(f, (lead, *t[1])).fetchall()) == [
                    (lead,)
                ]
            other = await rig.sql(f"SELECT count(*) FROM item WHERE NOT {HAS_DEADLINE}")
            assert other == [(0,)]

    run(test())


RELEASE = release(
    21,
    "SFC consults on virtual asset dealing and custody",
    START - 20 * DAY,
    body="Interested parties may send their comments to the SFC on or before 5 March 2025.",
)


@pytest.mark.parametrize("order", [(EN, LIST), (LIST, EN)])
def test_a_release_and_the_list_make_one_deadline_whichever_comes_first(
    order: tuple[SourceId, SourceId], tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(paper())
    world.publish(RELEASE)

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(EN, LIST, API)) as rig:
            await rig.load()
            await rig.poll(order[0])
            await rig.read_all_bodies()
            first = await known(rig)
            assert len(first) == 1
            await told(rig)
            await rig.poll(order[1])
            await rig.read_all_bodies()
            rig.deadlines.changed()
            (one,) = await known(rig)
            assert (one.id, one.ref, one.closes_on) == (first[0].id, "25CP2", MAR_5)
            refs = "SELECT i.ref FROM deadline_item d JOIN item i ON i.id = d.item_id ORDER BY 1"
            assert await rig.sql(refs) == [("25CP2",), ("25PR21",)]
            assert await told(rig) == []

    run(test())


def test_an_extension_told_by_a_release_holds_until_the_list_knows_it_and_is_told_once(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(paper(extended=MAR_19, extended_at=START + 2 * DAY))
    text = "The SFC has extended the deadline for comments from 5 March 2025 to 19 March 2025."
    world.publish(release(30, "SFC gives more time on virtual asset dealing", START + timedelta(hours=1), body=text))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(LIST, EN, API)) as rig:
            await rig.load()
            await rig.poll(LIST, EN)
            clock.jump(timedelta(hours=2))
            rig.ingest.tell_from = None
            await rig.poll(EN)
            await rig.read_all_bodies()
            titles = [title for title, _ in await told(rig)]
            assert "Deadline extended 5 Mar → 19 Mar: 25CP2" in titles
            for _ in range(3):
                await rig.poll(LIST)
                (one,) = await known(rig)
                assert (one.closes_on, one.moves) == (MAR_19, 1)
                clock.jump(DAY)
            assert await told(rig) == []

    run(test())


def test_time_running_out_makes_a_high_item_critical_and_more_time_takes_that_back(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(paper(extended=MAR_19, extended_at=START + 13 * DAY))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(LIST,)) as rig:
            await rig.load()
            await rig.poll()
            await rig.sql("UPDATE item SET level = 2")
            clock.jump(12 * DAY)
            rig.events.clear()
            assert [notice[0] for notice in await told(rig)] == ["2 working days left: 25CP2"]
            assert rig.port.shown[-1].level is Level.CRITICAL
            assert await rig.sql("SELECT level, instr(reasons, 'deadline-near') > 0 FROM item") == [(3, 1)]
            assert len(rig.of(ItemsChanged)) == 1
            clock.jump(DAY)
            await rig.poll()
            rig.deadlines.changed()
            await rig.deadlines.look()
            assert await rig.sql("SELECT level, instr(reasons, 'deadline-near') FROM item") == [(2, 0)]

    run(test())


@pytest.mark.parametrize(
    ("rule", "level"), [(ROW_REMOVED, Level.CRITICAL), (WATCHED, Level.CRITICAL), (ROW_CHANGED, Level.HIGH)]
)
def test_more_time_leaves_an_item_critical_that_is_so_for_another_reason(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, rule: str, level: Level
) -> None:
    world.publish(paper(extended=MAR_19, extended_at=START + 13 * DAY))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(LIST,)) as rig:
            await rig.load()
            await rig.poll()
            await rig.sql("UPDATE item SET level = 2")
            clock.jump(12 * DAY)
            await rig.deadlines.look()
            await rig.sql("UPDATE item SET reasons = json_insert(reasons, '$[#]', json_object('rule', ?))", rule)
            clock.jump(DAY)
            await rig.poll()
            rig.deadlines.changed()
            await rig.deadlines.look()
            assert await rig.sql("SELECT level, instr(reasons, 'deadline-near') FROM item") == [(level, 0)]

    run(test())


def test_a_reminder_that_waited_until_the_day_was_put_off_is_not_told(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(paper(extended=MAR_19, extended_at=START + timedelta(hours=1)))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(LIST,)) as rig:
            await rig.load()
            await rig.poll()
            rig.port.takes = False
            assert await told(rig) == []
            clock.jump(timedelta(hours=1))
            await rig.poll()
            rig.port.takes = True
            assert [title for title, _ in await told(rig)] == ["Deadline extended 5 Mar → 19 Mar: 25CP2"]

    run(test())


def test_deadlines_of_the_past_are_kept_and_never_told(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(replace(paper("24CP1", datetime(2024, 1, 8, tzinfo=UTC)), deadline=date(2024, 3, 1)))
    world.publish(paper())

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(LIST,)) as rig:
            await rig.load()
            await rig.poll()
            assert [(one.ref, one.item is None) for one in await known(rig)] == [("24CP1", True), ("25CP2", False)]
            assert [title for title, _ in await told(rig)] == ["10 working days left: 25CP2"]
            assert await rig.database.run(store.count_open, START.date()) == 1

    run(test())


def test_what_is_no_business_of_ours_has_no_deadline(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    # A tender of the monetary authority asks for applications every week.
    world.publish(HkmaItem("20250219-3", {"en": "Tender of bills: applications by 26 February 2025"}, START - DAY))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock, sources=(HKMA,)) as rig:
            await rig.load()
            await rig.poll()
            assert await rig.one("SELECT count(*) FROM item") == 1
            assert await known(rig) == []

    run(test())
