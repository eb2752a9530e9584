# SPDX-License-Identifier: MIT
"""Saved searches: kept over restarts and in backups, and told of what they find, once."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from fakes import START, SteppedClock
from hkwatch.domain.commands import Command, Mark, MarkItems
from hkwatch.domain.events import CommandDone
from hkwatch.domain.ids import CommandId, ItemId, SearchId
from hkwatch.domain.item import Level
from hkwatch.domain.mutes import MuteKind
from hkwatch.domain.own_source import NotifyFrom
from hkwatch.domain.rule_commands import AddMute
from hkwatch.domain.saved_search import (
    OrderSearches,
    RemoveSearch,
    RestoreSearch,
    SaveSearch,
    SearchesChanged,
)
from hkwatch.replica import Replica, World
from hkwatch.services.saved_searches import SavedSearches
from hkwatch.store import backups
from services.rig import DULL, EN, GRANT, RTHK, Rig, release, run
from services.rules_rig import RulesRig

_NEW = SearchId(0)


async def do(rig: Rig, command: Command) -> str:
    """Carry a command out; its error."""
    await rig.engine.handle(command)
    done: str = rig.of(CommandDone)[-1].error
    return done


async def saved(rig: Rig, name: str, query: str, *, notify: bool = False, of: SearchId = _NEW) -> SearchId:
    assert await do(rig, SaveSearch(CommandId(f"save {name}{of}{notify}"), of, name, query, notify)) == ""
    return next(one.id for one in kept(rig) if one.name == name)


def kept(rig: Rig) -> Any:
    return rig.of(SearchesChanged)[-1].searches


async def bulletin(rig: Rig, world: World, clock: SteppedClock, number: int, title: str = DULL, body: str = "") -> None:
    """A new item of the level normal."""
    world.publish(release(number, f"{title} no. {number}", clock.step(minutes=1), body=body))
    await rig.poll(EN)


def test_saved_searches_survive_a_restart_in_their_order_and_are_in_a_copy(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            first, second = await saved(rig, "VATP", "label:licence"), await saved(rig, "Bulletins", "bulletin")
            await do(rig, OrderSearches(CommandId("o"), (second, first)))
            await saved(rig, "Platforms", "label:licence src:sfc", of=first)
            copy = tmp_path / "copy.db"
            assert backups.copy(rig.file, copy).counts["saved_search"] == 2
        async with Rig(tmp_path, replica, clock) as rig:
            # A desktop may ask before they are read: it must not be told that there are none.
            rig.engine.announce_all()
            assert rig.of(SearchesChanged) == []
            await rig.engine._load()
            assert [(one.name, one.query) for one in kept(rig)] == [
                ("Bulletins", "bulletin"),
                ("Platforms", "label:licence src:sfc"),
            ]

    run(test())


def test_a_removed_search_comes_back_to_its_place_and_a_command_sent_twice_saves_once(
    tmp_path: Path, replica: Replica, clock: SteppedClock
) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            first = await saved(rig, "A", "a")
            await saved(rig, "B", "b")
            await do(rig, SaveSearch(CommandId("save B0False"), _NEW, "B", "b"))
            await do(rig, RemoveSearch(CommandId("r"), first))
            assert [one.name for one in kept(rig)] == ["B"]
            await do(rig, RestoreSearch(CommandId("u"), first))
            assert [one.name for one in kept(rig)] == ["A", "B"]

    run(test())


def test_what_cannot_be_saved_is_refused_with_its_reason(tmp_path: Path, replica: Replica, clock: SteppedClock) -> None:
    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            for name, query, word in (
                (" ", "a", "no name"),
                ("x" * 61, "a", "longer than 60"),
                ("A", "  ", "asks for nothing"),
                ("A", "src:", "cannot be read"),
            ):
                assert word in await do(rig, SaveSearch(CommandId(name + query), _NEW, name, query))
            assert "removed meanwhile" in await do(rig, SaveSearch(CommandId("x"), SearchId(9), "A", "a"))

    run(test())


def test_a_new_item_that_a_search_finds_is_told_below_the_threshold_and_names_the_search(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await saved(rig, "Bulletins", "title:bulletin src:sfc", notify=True)
            await saved(rig, "Silent", "bulletin")
            await rig.poll(EN)
            assert await rig.tell() == []  # the back catalogue
            await bulletin(rig, world, clock, 2)
            assert len(await rig.tell()) == 1
            assert rig.port.shown[-1].title.startswith("SFC · ")
            assert rig.port.shown[-1].body == f"{DULL} no. 2\nSaved search: Bulletins"
            # Once, also over later looks at the same feed and a restart.
            await rig.poll(EN)
            assert await rig.tell() == []
        async with Rig(tmp_path, replica, clock, port=rig.port) as again:
            await again.load()
            await again.poll(EN)
            assert await again.tell() == []

    run(test())


def test_an_item_told_by_its_level_names_the_searches_that_found_it_as_well(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll(EN)
            await saved(rig, "One", "virtual asset", notify=True)
            await saved(rig, "Two", "licence", notify=True)
            await bulletin(rig, world, clock, 2, GRANT)
            assert len(await rig.tell()) == 1
            assert rig.port.shown[-1].body.endswith("\nSaved search: One · Two")
            # A burst is one notice, which names them too.
            for number in (3, 4, 5, 6):
                world.publish(release(number, f"{GRANT} no. {number}", clock.step(minutes=1)))
            await rig.poll(EN)
            assert len(await rig.tell()) == 1
            assert rig.port.shown[-1].body.endswith("\nSaved search: One · Two")

    run(test())


def test_a_mute_a_silenced_source_and_a_switch_turned_off_hold_it_back(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll(EN)
            search = await saved(rig, "Bulletins", "bulletin in:all", notify=True)
            rig.ingest.notify[EN] = NotifyFrom.NOTHING
            await bulletin(rig, world, clock, 2)
            assert await rig.tell() == []
            rig.ingest.notify.clear()
            await saved(rig, "Bulletins", "bulletin", of=search)
            await bulletin(rig, world, clock, 3)
            assert await rig.tell() == []
            rig.ingest.tell_from = None
            await saved(rig, "Bulletins again", "bulletin in:all", notify=True, of=search)
            await bulletin(rig, world, clock, 4)
            assert len(await rig.tell()) == 1

    run(test())


def test_what_a_mute_hides_is_not_told_and_flagging_anew_tells_nothing(tmp_path: Path) -> None:

    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            searches = SavedSearches(rig.clock, rig.database, rig.ingest.folder, frozenset, rig.events.append)
            await searches.carry_out(SaveSearch(CommandId("s"), _NEW, "All", "in:all bulletin", notify=True))
            await rig.take(DULL)
            rig.ingest.searches = searches
            await rig.reflag()
            assert await rig.queued() == []
            await rig.do(AddMute, MuteKind.PATTERN, "quarterly")
            await rig.take(f"{DULL} in colour")
            assert await rig.queued() == []
            await rig.take("SFC publishes its monthly bulletin")
            assert await rig.queued() == ["SFC publishes its monthly bulletin"]

    run(test())


def test_a_story_is_told_once_though_several_of_its_items_are_found(tmp_path: Path) -> None:

    async def test() -> None:
        async with RulesRig(tmp_path, stories=True) as rig:
            rig.ingest.searches = SavedSearches(
                rig.clock, rig.database, rig.ingest.folder, frozenset, rig.events.append
            )
            await rig.ingest.searches.carry_out(SaveSearch(CommandId("s"), _NEW, "Levies", "levy", notify=True))
            headline = "SFC reduces the annual levy for licensed Example Digital Ltd by HK$9 million"
            await rig.take(headline)
            await rig.take(headline, source=RTHK)
            assert len(await rig.queued()) == 1

    run(test())


def test_an_item_is_told_once_its_text_says_what_the_search_asks_for(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.poll(EN)
            await saved(rig, "Custody", "custody -is:read", notify=True)
            at = clock.step(minutes=1)
            world.publish(release(2, DULL, at, body="Rules on custody of client assets."))
            await rig.poll(EN)
            await rig.read_all_bodies()
            assert await rig.tell() != []
            # Read, then edited: nobody is told again.
            item = ItemId(await rig.one("SELECT max(id) FROM item"))
            await do(rig, MarkItems(CommandId("m"), (item,), Mark.READ))
            assert await rig.one("SELECT level FROM item WHERE id = ?", item) == int(Level.NORMAL)

    run(test())


def test_a_search_that_cannot_be_asked_says_so_and_the_others_are_told(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock, caplog: pytest.LogCaptureFixture
) -> None:
    world.publish(release(1))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await rig.engine._searches.load()
            await rig.poll(EN)
            slow = await saved(rig, "Slow", r"/(a|aa)+$/", notify=True)
            await saved(rig, "Bulletins", "bulletin", notify=True)
            await bulletin(rig, world, clock, 2, body="a" * 3000 + "!")
            await rig.read_all_bodies()
            assert len(await rig.tell()) == 1
            await rig.until(lambda: kept(rig)[0].problem)
            assert (kept(rig)[0].id, "slow regex" in kept(rig)[0].problem) == (slow, True)

    run(test())
    assert {record.getMessage() for record in caplog.records if record.levelname == "WARNING"} <= {
        "search=1 key=slow-regex"
    }


def test_the_first_look_at_a_source_is_back_catalogue_for_a_search_too(
    tmp_path: Path, world: World, replica: Replica, clock: SteppedClock
) -> None:
    world.publish(release(1, at=START - timedelta(days=3)))

    async def test() -> None:
        async with Rig(tmp_path, replica, clock) as rig:
            await rig.load()
            await saved(rig, "All", "src:sfc", notify=True)
            await rig.poll()
            await rig.read_all_bodies()
            assert await rig.tell() == []

    run(test())
