# SPDX-License-Identifier: MIT
"""Own rules, mutes and re-flagging together with stories, the watchlist and licence events: none undoes another's work."""

from contextlib import closing
from pathlib import Path

from hkwatch.domain.flags import Tell
from hkwatch.domain.ids import CommandId, ItemId, MuteId, SourceId
from hkwatch.domain.item import Level
from hkwatch.domain.mutes import MuteKind
from hkwatch.domain.own_source import NotifyFrom
from hkwatch.domain.query import parse_query
from hkwatch.domain.rule_commands import MuteItem, MutesChanged, RemoveMute, SaveRule
from hkwatch.services.judging import Choices
from hkwatch.store import licences, pages, view_counts
from hkwatch.store.db import open_reader
from services.rig import EN, RTHK, run, shipped
from services.rules_rig import DULL, HIGH, RulesRig, own_rule

GRANT = "SFC grants virtual asset trading platform licence to Example Digital Limited"
RETOLD = "Example Digital Limited granted virtual asset trading platform licence by SFC"
MORE = "Example Digital Limited wins SFC virtual asset trading platform licence"
FINE = "SFC revokes licence of virtual asset firm Example Asset Limited"
MEDIA, OTHER_MEDIA = RTHK, SourceId("scmp-hk")


async def story(rig: RulesRig) -> tuple[ItemId, ItemId]:
    """The regulator's own release, then what a paper makes of it: one story."""
    (lead,) = (await rig.take(GRANT)).added
    (member,) = (await rig.take(RETOLD, source=MEDIA)).added
    assert await rig.rows("title, lead") == [(GRANT, 1), (RETOLD, 0)]
    return lead, member


async def muted(rig: RulesRig) -> list[str]:
    return [title for (title,) in await rig.rows("title", "muted_by IS NOT NULL")]


def test_flagging_anew_loses_neither_critical_nor_the_licence_event(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path, choices=Choices(("Example Digital Limited",))) as rig:
            (item,) = (await rig.take(GRANT)).added
            before = await rig.rows("level, flag, reasons")
            event = await rig.database.run(licences.of_item, item)
            assert before[0][0] == Level.CRITICAL
            assert event is not None
            await rig.do(SaveRule, own_rule(condition="Digital", labels=("mine",)), to_stored=True)
            await rig.reflag()
            assert await rig.rows("level, labels") == [(Level.CRITICAL, "mine")]
            assert await rig.database.run(licences.of_item, item) == event

    run(test())


def test_what_does_not_change_is_not_written_again(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path, stories=True, choices=Choices(("Example Digital Limited",))) as rig:
            await story(rig)
            before = rig.database.run
            rows = await before(lambda db: db.total_changes)
            await rig.reflagger.start()
            await rig.reflag()
            # The progress alone is noted.
            assert await before(lambda db: db.total_changes) <= rows + 3

    run(test())


def test_a_licence_row_that_was_lost_comes_back(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            (item,) = (await rig.take(GRANT)).added
            await rig.database.run(licences.put, item, ())
            await rig.reflagger.start()
            await rig.reflag()
            event = await rig.database.run(licences.of_item, item)
            assert event is not None
            assert event.firms[0].firm == "Example Digital Limited"

    run(test())


def test_the_lead_bears_the_highest_level_after_flagging_anew(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path, stories=True) as rig:
            lead, member = await story(rig)
            rule = own_rule(condition=f'"{RETOLD}"', level=Level.CRITICAL, labels=("retold",))
            await rig.do(SaveRule, rule, to_stored=True)
            await rig.reflag()
            levels = dict(await rig.rows("id, level"))
            assert levels == {lead: Level.CRITICAL, member: Level.CRITICAL}
            assert await rig.rows("own_level", f"id = {lead}") == [(Level.HIGH,)]
            with closing(open_reader(tmp_path / "hkwatch.db")) as db:
                for text in ("label:retold", "level:critical"):
                    found = pages.page(db, parse_query(text), shipped().folder).rows
                    assert [row.id for row in found] == [lead], text
            await rig.do(SaveRule, own_rule(condition="nothing"), to_stored=True)
            await rig.reflag()
            assert dict(await rig.rows("id, coalesce(own_level, level)"))[lead] == Level.HIGH
            assert (await rig.rows("level", f"id = {lead}"))[0][0] == Level.HIGH

    run(test())


def test_a_member_that_is_to_be_acknowledged_makes_the_row_of_the_story_ask(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path, stories=True) as rig:
            lead, _ = await story(rig)
            await rig.do(SaveRule, own_rule(condition=f'"{RETOLD}"', needs_ack=True), to_stored=True)
            await rig.reflag()
            with closing(open_reader(tmp_path / "hkwatch.db")) as db:
                assert [(row.id, row.needs_ack) for row in pages.rows_of(db, (lead,))] == [(lead, True)]

    run(test())


def test_a_muted_story_hides_all_its_members_and_those_that_come_later(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path, stories=True) as rig:
            lead, _ = await story(rig)
            await rig.do(MuteItem, lead, MuteKind.STORY)
            assert sorted(await muted(rig)) == sorted([GRANT, RETOLD])
            await rig.take(MORE, source=OTHER_MEDIA)
            assert sorted(await muted(rig)) == sorted([GRANT, RETOLD, MORE])
            assert await rig.queued() == []
            await rig.mutes.announce()
            assert [view.hidden for view in rig.of(MutesChanged)[-1].mutes] == [1]
            with closing(open_reader(tmp_path / "hkwatch.db")) as db:
                assert view_counts.counts(db, parse_query(""), shipped().folder).hidden == 1
                assert [row.id for row in pages.page(db, parse_query("in:muted"), shipped().folder).rows] == [lead]

    run(test())


def test_a_story_mute_leaves_another_story_of_the_same_headline_alone(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path, stories=True) as rig:
            lead, _ = await story(rig)
            await rig.do(MuteItem, lead, MuteKind.STORY)
            rig.ingest.stories = None
            await rig.take(GRANT)
            assert len(await muted(rig)) == 2

    run(test())


def test_one_item_muted_as_a_story_hides_who_joins_it(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path, stories=True) as rig:
            (lead,) = (await rig.take(GRANT)).added
            await rig.do(MuteItem, lead, MuteKind.STORY)
            await rig.take(RETOLD, source=MEDIA)
            assert sorted(await muted(rig)) == sorted([GRANT, RETOLD])

    run(test())


def test_who_leaves_a_muted_story_is_seen_again_and_unmuting_shows_the_rest(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path, stories=True) as rig:
            lead, member = await story(rig)
            await rig.do(MuteItem, lead, MuteKind.STORY)
            assert rig.ingest.stories is not None
            await rig.database.run(rig.ingest.stories.split, member, CommandId("split"), rig.clock.now())
            assert await muted(rig) == [GRANT]
            ((mute,),) = await rig.database.run(lambda db: db.execute("SELECT id FROM mute").fetchall())
            await rig.do(RemoveMute, MuteId(mute))
            assert await muted(rig) == []

    run(test())


def test_a_rule_tells_and_silences_whatever_holds_for_the_source(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path, stories=True) as rig:
            await rig.do(SaveRule, own_rule("loud", "bulletin", tell=Tell.ALWAYS))
            await rig.do(SaveRule, own_rule("quiet", "platform", tell=Tell.NEVER))
            rig.ingest.notify[EN] = NotifyFrom.NOTHING
            await rig.take(DULL, HIGH)
            assert await rig.queued() == [DULL]
            rig.ingest.notify.clear()
            await rig.take("SFC issues a bulletin on stablecoins", GRANT, FINE)
            assert sorted(await rig.queued()) == sorted([DULL, "SFC issues a bulletin on stablecoins", FINE])

    run(test())
