# SPDX-License-Identifier: MIT
"""Stored items flagged anew: all of them, without a word, and on after a restart."""

import asyncio
import shutil
from contextlib import closing
from pathlib import Path

from hkwatch.domain.commands import Mark
from hkwatch.domain.decide import Change
from hkwatch.domain.events import ItemsChanged
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Entry, Level
from hkwatch.domain.query import parse_query
from hkwatch.domain.rule_commands import ReflagProgress, SaveRule
from hkwatch.services.judging import Choices
from hkwatch.store import items, pages
from hkwatch.store import reflag as store
from hkwatch.store.db import open_reader
from patience import PATIENCE_S
from services.rig import RTHK, run, shipped
from services.rules_rig import DULL, HIGH, RulesRig, own_rule

RAISING = own_rule(level=Level.CRITICAL, labels=("etf",))


async def saved(rig: RulesRig, count: int = 10) -> None:
    """Dull items, and a rule that finds them, not applied yet."""
    await rig.take(*(f"{DULL} {number}" for number in range(count)))
    await rig.do(SaveRule, RAISING, to_stored=True)


def test_every_item_is_flagged_anew_and_progress_is_told(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await saved(rig)
            assert await rig.reflag() == 5
            assert {level for (level,) in await rig.rows("level")} == {3}
            assert [(one.done, one.total) for one in rig.of(ReflagProgress)] == [
                (0, 10),
                (3, 10),
                (6, 10),
                (9, 10),
                (10, 10),
                (10, 10),
            ]

    run(test())


def test_the_index_finds_what_the_rules_now_say(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await saved(rig, 4)

            def found(text: str) -> int:
                return len(pages.page(db_reader, parse_query(text), shipped().folder).rows)

            with closing(open_reader(tmp_path / "hkwatch.db")) as db_reader:
                assert (found("label:etf"), found("level:critical"), found("bulletin")) == (0, 0, 4)
                await rig.reflag()
                assert (found("label:etf"), found("level:critical"), found("bulletin")) == (4, 4, 4)
            check = "INSERT INTO item_fts (item_fts) VALUES ('integrity-check')"
            await rig.database.run(lambda db: db.execute(check).fetchall())

    run(test())


def test_what_the_user_did_stays(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await rig.take(DULL, DULL + " two")
            (one,), (two,) = await rig.rows("id")
            now = rig.clock.now()
            await rig.database.run(items.mark_items, [ItemId(one)], Mark.ACKNOWLEDGE, "mine", now)
            await rig.database.run(items.mark_items, [ItemId(two)], Mark.STAR, "", now)
            columns = "id, state, starred, archived, acked_ms, note, changed_ms, revision, substance_ms"
            before = await rig.rows(columns)
            await rig.do(SaveRule, RAISING, to_stored=True)
            await rig.reflag()
            assert await rig.rows(columns) == before
            assert await rig.rows("level") == [(3,), (3,)]

    run(test())


def test_it_goes_on_after_a_restart(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await saved(rig)
            await rig.reflagger.step()
            await rig.reflagger.step()
        async with RulesRig(tmp_path) as rig:
            assert rig.reflagger.progress == (6, 10)
            assert sorted(await rig.rows("level")) == [(1,)] * 4 + [(3,)] * 6
            assert await rig.reflag() == 3
            assert {level for (level,) in await rig.rows("level")} == {3}
        async with RulesRig(tmp_path) as rig:
            assert rig.reflagger.progress is None

    run(test())


def test_a_change_on_the_way_begins_again(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await saved(rig)
            await rig.reflagger.step()
            await rig.do(SaveRule, own_rule("later", "bulletin", labels=("derivatives",)), to_stored=True)
            await rig.reflag()
            assert {topics for (topics,) in await rig.rows("topics")} == {"sfc etf derivatives"}

    run(test())


def test_other_shipped_rules_flag_everything_anew_at_the_next_start(tmp_path: Path) -> None:
    async def test() -> None:
        packs = tmp_path / "packs"
        shutil.copytree(shipped().resources / "rules", packs)
        async with RulesRig(tmp_path, shipped_rules=packs) as rig:
            assert rig.reflagger.progress is None
            await rig.take(DULL)
        async with RulesRig(tmp_path, shipped_rules=packs) as rig:
            assert rig.reflagger.progress is None
        (packs / "extra.toml").write_text(
            '[[rule]]\nid = "extra"\nwhy = "Bulletins"\ntopic = "etf"\nany = ["bulletin"]\n', "utf-8"
        )
        async with RulesRig(tmp_path, shipped_rules=packs) as rig:
            assert rig.reflagger.progress == (0, 1)
            await rig.reflag()
            assert (await rig.rows("topics"))[0][0].split() == ["sfc", "etf"]
            assert await rig.queued() == []

    run(test())


def test_a_store_of_an_older_program_is_flagged_anew_and_an_empty_one_is_not(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await rig.take(DULL)
            await rig.database.run(lambda db: db.execute("DELETE FROM meta WHERE key LIKE 'rules.%'").fetchall())
        async with RulesRig(tmp_path) as rig:
            assert rig.reflagger.progress == (0, 1)

    run(test())


def test_a_text_that_came_meanwhile_keeps_its_own_flags(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await saved(rig, 1)
            # What is read here is written only after another text came in.
            (found,) = await rig.database.run(store.read, None, 10)
            item, later = found.id, rig.clock.step(5)
            entry = Entry("Another headline", "https://example.test/new", "en")
            put = (item, entry, "sfc-press-en", Change.REVISED, items.Body.NONE, later)
            await rig.database.run(items.put_text, *put)
            verdict = found.verdict(rig.rules.classify(found.input(None, later)))
            assert verdict is not None
            assert await rig.database.run(store.write, [verdict]) == ()
            assert await rig.rows("title, level") == [("Another headline", 1)]

    run(test())


def test_only_items_whose_flags_changed_are_said_to_have_changed(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await rig.take("Nothing of note", DULL)
            await rig.do(SaveRule, RAISING, to_stored=True)
            rig.events.clear()
            await rig.reflag()
            ((changed,),) = await rig.rows("id", "title LIKE '%bulletin%'")
            assert rig.of(ItemsChanged) == [ItemsChanged((ItemId(changed),))]

    run(test())


def test_other_choices_are_applied_to_what_is_stored_without_a_notice(tmp_path: Path) -> None:
    chosen = Choices(("HKVAX",), foreign_licences=True)

    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await rig.take(HIGH + " HKVAX")
            await rig.take("Example Widgets obtains a crypto licence in Dubai", source=RTHK)
            assert await rig.rows("flag, level") == [(1, Level.HIGH), (0, Level.NORMAL)]
            assert rig.judge.choose(chosen)
            told = await rig.queued()
            working = asyncio.create_task(rig.reflagger.run())
            rig.reflagger.ask()
            async with asyncio.timeout(PATIENCE_S):
                while rig.reflagger.progress is not None or not rig.of(ReflagProgress):
                    await asyncio.sleep(0.005)
            working.cancel()
            await asyncio.wait({working})
            assert await rig.rows("flag, level") == [(1, Level.CRITICAL), (1, Level.NORMAL)]
            assert await rig.queued() == told
        async with RulesRig(tmp_path, choices=chosen) as rig:
            assert rig.reflagger.progress is None
        async with RulesRig(tmp_path) as rig:
            assert rig.reflagger.progress == (0, 2)

    run(test())
