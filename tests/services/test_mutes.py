# SPDX-License-Identifier: MIT
"""What a mute hides, from views and from notifications, and what comes back."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from hkwatch.domain.errors import SettingsError
from hkwatch.domain.ids import ItemId, SourceId
from hkwatch.domain.item import Level
from hkwatch.domain.mutes import MuteKind
from hkwatch.domain.query import Query
from hkwatch.domain.query_tree import Scope
from hkwatch.domain.rule_commands import AddMute, MuteItem, MutesChanged, RemoveMute, SaveRule
from hkwatch.domain.rule_views import MuteView
from hkwatch.store import deliveries, outbox, pages, view_counts
from hkwatch.store.db import open_reader
from services.rig import run, shipped
from services.rules_rig import HIGH, RulesRig, own_rule

TENDER = "Tender of 91-day bills on 3 May"
OTHER_TENDER = "Tender of 182-day bills on 10 June"


@contextmanager
def seen(folder: Path) -> Iterator["Seen"]:
    with closing(open_reader(folder / "hkwatch.db")) as db:
        yield Seen(db)


class Seen:
    """What the inbox shows, and how much it hides."""

    def __init__(self, db: object) -> None:
        self._db = db

    def titles(self, *, muted: bool = False) -> list[str]:
        query = Query(scope=Scope.MUTED if muted else Scope.VIEW)
        page = pages.page(self._db, query, shipped().folder)  # type: ignore[arg-type]
        return sorted(row.title for row in page.rows)

    @property
    def hidden(self) -> int:
        return view_counts.counts(self._db, Query(), shipped().folder).hidden  # type: ignore[arg-type]

    @property
    def unread(self) -> int:
        return view_counts.open_counts(self._db).inbox  # type: ignore[arg-type]


async def item(rig: RulesRig, title: str) -> ItemId:
    return ItemId((await rig.rows("id", f"title = '{title}'"))[0][0])


def mutes(rig: RulesRig) -> tuple[MuteView, ...]:
    found: tuple[MuteView, ...] = rig.of(MutesChanged)[-1].mutes
    return found


def test_a_template_hides_what_is_stored_and_what_comes(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await rig.take(TENDER, HIGH)
            await rig.do(MuteItem, await item(rig, TENDER), MuteKind.TEMPLATE)
            await rig.take(OTHER_TENDER)
            with seen(tmp_path) as view:
                assert view.titles() == [HIGH]
                assert view.titles(muted=True) == [OTHER_TENDER, TENDER]
                assert (view.hidden, view.unread) == (2, 1)
            await rig.mutes.announce()
            assert mutes(rig)[0].hidden == 2

    run(test())


def test_a_template_holds_for_its_publisher_and_a_story_for_everyone(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            hkma = SourceId("hkma-press-en")
            await rig.take(TENDER, "A story of two")
            await rig.do(MuteItem, await item(rig, TENDER), MuteKind.TEMPLATE)
            await rig.do(MuteItem, await item(rig, "A story of two"), MuteKind.STORY)
            await rig.take(OTHER_TENDER, "A STORY of two!", source=hkma)
            with seen(tmp_path) as view:
                assert view.titles() == [OTHER_TENDER]

    run(test())


def test_what_is_muted_is_not_told_and_what_waited_is_not_told_either(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await rig.take(HIGH)
            assert await rig.queued() == [HIGH]
            await rig.do(MuteItem, await item(rig, HIGH), MuteKind.STORY)
            assert await rig.queued() == []
            assert rig.withdrawn == [await item(rig, HIGH)]
            await rig.take(HIGH + ".")
            assert await rig.queued() == []

    run(test())


def test_what_is_held_while_it_is_quiet_and_muted_then_is_not_told_afterwards(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await rig.take(HIGH)
            (notice,) = await rig.database.run(outbox.due, rig.clock.now())
            await rig.database.run(deliveries.hold, [notice.id], rig.clock.now())
            await rig.do(MuteItem, await item(rig, HIGH), MuteKind.STORY)
            assert await rig.database.run(deliveries.held) == []

    run(test())


def test_unmuting_brings_everything_back_but_what_another_mute_covers(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await rig.take(TENDER, OTHER_TENDER)
            await rig.do(AddMute, MuteKind.PATTERN, "tender of")
            await rig.do(AddMute, MuteKind.STORY, TENDER)
            first = next(view.mute.id for view in mutes(rig) if view.mute.kind is MuteKind.PATTERN)
            await rig.do(RemoveMute, first)
            with seen(tmp_path) as view:
                assert view.titles() == [OTHER_TENDER]
            await rig.do(RemoveMute, mutes(rig)[0].mute.id)
            with seen(tmp_path) as view:
                assert (view.titles(), view.hidden) == ([OTHER_TENDER, TENDER], 0)
            assert mutes(rig) == ()

    run(test())


def test_a_mute_ends_by_the_clock(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await rig.take(TENDER)
            until = rig.clock.now() + timedelta(days=1)
            await rig.do(AddMute, MuteKind.PATTERN, "tender", "", until)
            rig.clock.step(minutes=24 * 60 - 1)
            await rig.mutes.end_those_over()
            assert len(mutes(rig)) == 1
            rig.clock.step(minutes=1)
            await rig.mutes.end_those_over()
            assert mutes(rig) == ()
            with seen(tmp_path) as view:
                assert view.titles() == [TENDER]

    run(test())


def test_an_entity_and_a_rule_can_be_muted(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await rig.do(SaveRule, own_rule("noise", "giveaway", level=Level.HIGH))
            await rig.take("Giveaway of the week", "Example Digital opens", "Something else")
            await rig.do(AddMute, MuteKind.RULE, "my:noise")
            await rig.do(AddMute, MuteKind.ENTITY, "Example Digital\nExDi")
            await rig.take("ExDi closes", "Another giveaway")
            with seen(tmp_path) as view:
                assert view.titles() == ["Something else"]

    run(test())


def test_flags_that_change_are_looked_at_by_the_mutes(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await rig.take("Giveaway of the week")
            await rig.do(AddMute, MuteKind.RULE, "my:noise")
            await rig.do(SaveRule, own_rule("noise", "giveaway", level=Level.HIGH), to_stored=True)
            await rig.reflag()
            with seen(tmp_path) as view:
                assert view.titles() == []

    run(test())


def test_mutes_hold_after_a_restart_and_one_sent_twice_is_one(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            command = AddMute("same", MuteKind.PATTERN, "tender")  # type: ignore[arg-type]
            await rig.rules.carry_out(command)
            await rig.rules.carry_out(command)
            assert len(mutes(rig)) == 1
            assert mutes(rig)[0].made_by == "same"
        async with RulesRig(tmp_path) as rig:
            await rig.take(TENDER)
            with seen(tmp_path) as view:
                assert view.titles() == []

    run(test())


@pytest.mark.parametrize(
    "wrong",
    [
        AddMute("x", MuteKind.PATTERN, "  "),  # type: ignore[arg-type]
        MuteItem("x", ItemId(1), MuteKind.STORY),  # type: ignore[arg-type]
    ],
)
def test_a_mute_of_nothing_is_refused(tmp_path: Path, wrong: AddMute | MuteItem) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            with pytest.raises(SettingsError):
                await rig.rules.carry_out(wrong)

    run(test())
