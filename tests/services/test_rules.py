# SPDX-License-Identifier: MIT
"""Rules changed by commands: what they do to new items, to stored ones, and to the user's file."""

import asyncio
import json
from pathlib import Path

import pytest

from hkwatch.domain.errors import SettingsError
from hkwatch.domain.flags import Tell
from hkwatch.domain.ids import CommandId
from hkwatch.domain.item import Level
from hkwatch.domain.rule_commands import (
    CompareRules,
    EditWords,
    ImportRules,
    ReloadRules,
    RemoveRule,
    RulesChanged,
    RulesCompared,
    SaveRule,
    SetShippedRule,
    UndoRules,
)
from hkwatch.domain.rule_views import RuleProblem
from hkwatch.domain.user_rules import LevelIs
from hkwatch.services.rules import Rules
from hkwatch.sources.user_rules import export_rules
from services.rig import run
from services.rules_rig import DULL, HIGH, RulesRig, own_rule

RAISING = own_rule(level=Level.CRITICAL, labels=("bulletins",), pin=True, needs_ack=True)


async def said(rules: Rules, rig: RulesRig) -> RulesChanged:
    """The account of all rules."""
    await rules.say()
    found: RulesChanged = rig.of(RulesChanged)[-1]
    return found


def test_a_saved_rule_judges_what_comes_in_from_then_on(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await rig.take(DULL)
            await rig.do(SaveRule, RAISING)
            await rig.take(DULL + " again")
            columns = "level, labels, pinned, asks_ack"
            assert await rig.rows(columns, "title LIKE '%again'") == [(3, "bulletins", 1, 1)]
            assert await rig.rows(columns, "title NOT LIKE '%again'") == [(1, "", 0, 0)]
            assert await rig.queued() == [DULL + " again"]

    run(test())


def test_a_rule_decides_whether_an_item_is_told(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await rig.do(SaveRule, own_rule("quiet", "licence", tell=Tell.NEVER))
            await rig.do(SaveRule, own_rule("loud", "bulletin", tell=Tell.ALWAYS))
            await rig.take(HIGH, DULL)
            assert await rig.queued() == [DULL]
            assert await rig.rows("level", "title = 'SFC publishes its quarterly bulletin'") == [(1,)]

    run(test())


def test_back_catalogue_is_not_told_whatever_a_rule_says(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await rig.do(SaveRule, own_rule("loud", "bulletin", tell=Tell.ALWAYS))
            await rig.take(DULL, back=True)
            assert await rig.queued() == []

    run(test())


def test_a_rule_applied_to_stored_items_tells_nothing(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await rig.take(DULL)
            await rig.do(SaveRule, RAISING, to_stored=True)
            await rig.reflag()
            assert await rig.rows("level") == [(3,)]
            assert await rig.queued() == []
            await rig.do(RemoveRule, "bulletins", to_stored=True)
            await rig.reflag()
            assert await rig.rows("level, labels, pinned, asks_ack") == [(1, "", 0, 0)]

    run(test())


def test_a_shipped_rule_is_switched_off_and_on_again(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await rig.take(HIGH)
            known = {rule.id for rule in rig.rules.book.pack.rules}
            rules = [reason["rule"] for reason in await reasons(rig) if reason["rule"] in known]
            for name in set(rules):
                await rig.do(SetShippedRule, name, False)
            await rig.reflag()
            assert not set(rules) & {reason["rule"] for reason in await reasons(rig)}
            for name in set(rules):
                await rig.do(SetShippedRule, name, True)
            await rig.reflag()
            assert [reason["rule"] for reason in await reasons(rig) if reason["rule"] in known] == rules
            assert rig.rules.book.own.overlay.switches == {}

    run(test())


async def reasons(rig: RulesRig) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads((await rig.rows("reasons"))[0][0])
    return found


def test_words_added_to_a_shipped_list_are_found_and_shown_as_edits(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await rig.take("The Watchtower grants a licence", DULL)
            assert await rig.rows("topics", "title LIKE '%Watch%'") != [("sfc licence",)]
            await rig.do(EditWords, "sfc-full", ("The Watchtower",))
            await rig.reflag()
            assert "sfc" in (await rig.rows("topics", "title LIKE '%Watch%'"))[0][0].split()
            words = {one.name: one for one in (await said(rig.rules, rig)).words}
            assert words["sfc-full"].added == ("The Watchtower",)
            assert "The Watchtower" not in words["sfc-full"].phrases
            await rig.do(EditWords, "sfc-full", (), ("The Watchtower",))
            assert rig.rules.book.own.overlay.words == {}

    run(test())


@pytest.mark.parametrize(
    "wrong",
    [
        SaveRule(CommandId("x"), own_rule(condition="(open")),
        SaveRule(CommandId("x"), own_rule(condition="is:unread")),
        SaveRule(CommandId("x"), own_rule(labels=("two words",))),
        SetShippedRule(CommandId("x"), "no-such-rule", False),
        EditWords(CommandId("x"), "no-such-list", ("x",)),
        EditWords(CommandId("x"), "sfc-full", ("*",)),
        ImportRules(CommandId("x"), "[[rule]"),
        ImportRules(CommandId("x"), '[[rule]]\nid = "a"\nname = "A"\nif = "(open"\n'),
        UndoRules(CommandId("x")),
    ],
)
def test_what_cannot_be_done_is_refused_and_the_file_stays(
    tmp_path: Path, wrong: SaveRule | SetShippedRule | EditWords | ImportRules | UndoRules
) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            with pytest.raises(SettingsError):
                await rig.rules.carry_out(wrong)
            assert not (rig.own / "my-rules.toml").exists()

    run(test())


def test_a_broken_hand_edit_is_named_and_never_overwritten(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await rig.do(SaveRule, RAISING)
            file = rig.own / "my-rules.toml"
            file.write_text("[[rule]\n# half done", "utf-8")
            with pytest.raises(SettingsError, match="my-rules"):
                await rig.do(SaveRule, own_rule("other"))
            assert file.read_text("utf-8") == "[[rule]\n# half done"
            await rig.do(ReloadRules)
            account = await said(rig.rules, rig)
            assert account.own == ()
            assert any("my-rules.toml" in problem.where for problem in account.problems)

    run(test())


def test_a_broken_rule_is_named_while_the_others_run(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            text = export_rules([own_rule("bad", "label:nonsense ("), RAISING])
            (rig.own / "my-rules.toml").write_text(text, "utf-8")
            await rig.do(ReloadRules)
            await rig.take(DULL)
            assert await rig.rows("level") == [(3,)]
            account = await said(rig.rules, rig)
            broken = {one.rule.id: one.problem for one in account.own}
            assert broken["bulletins"] == ""
            assert "character" in broken["bad"]
            assert [p for p in account.problems if "line 1, rule bad" in p.where]

    run(test())


def test_an_edit_of_a_rule_that_is_gone_is_reported_and_stops_nothing(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            (rig.own / "my-rules.toml").write_text('[shipped]\noff = ["was-there-once"]\n', "utf-8")
            await rig.do(ReloadRules)
            account = await said(rig.rules, rig)
            assert [p for p in account.problems if "was-there-once" in p.reason]
            await rig.do(SaveRule, RAISING)
            assert "was-there-once" in (rig.own / "my-rules.toml").read_text("utf-8")

    run(test())


def test_changes_are_undone_one_after_the_other(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await rig.do(SaveRule, own_rule("one"))
            await rig.do(SaveRule, own_rule("two"))
            await rig.do(RemoveRule, "one")
            assert (await said(rig.rules, rig)).undo == "Rule one"
            await rig.do(UndoRules)
            assert [rule.id for rule in rig.rules.book.own.rules] == ["one", "two"]
            await rig.do(UndoRules)
            await rig.do(UndoRules)
            assert rig.rules.book.own.rules == ()
            assert (await said(rig.rules, rig)).undo == ""

    run(test())


def test_undo_does_not_throw_a_hand_edit_away(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await rig.do(SaveRule, RAISING)
            file = rig.own / "my-rules.toml"
            file.write_text(file.read_text("utf-8") + "# mine\n", "utf-8")
            with pytest.raises(SettingsError, match="edited since"):
                await rig.do(UndoRules)

    run(test())


def test_the_last_twenty_changes_are_kept(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            for number in range(25):
                await rig.do(SaveRule, own_rule(f"r{number}"))
            kept = await rig.database.run(lambda db: db.execute("SELECT count(*) FROM rule_change").fetchone()[0])
            assert kept == 20

    run(test())


def test_an_import_says_first_what_it_would_change(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await rig.do(SaveRule, own_rule("same"))
            await rig.do(SaveRule, own_rule("changed"))
            text = export_rules([own_rule("same"), own_rule("changed", "staking"), own_rule("new")])
            await rig.do(CompareRules, text)
            (found,) = rig.of(RulesCompared)
            assert (found.new, found.changed, found.same) == (("Rule new",), ("Rule changed",), ("Rule same",))
            assert len(rig.rules.book.own.rules) == 2
            await rig.do(ImportRules, text)
            assert [rule.id for rule in rig.rules.book.own.rules] == ["same", "changed", "new"]
            await rig.do(CompareRules, "[[rule]]\nid = 1\n")
            assert rig.of(RulesCompared)[-1].problems == (
                RuleProblem("import, line 1, rule 1", rig.of(RulesCompared)[-1].problems[0].reason),
            )

    run(test())


def test_each_rule_says_how_often_it_held_and_when_last(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await rig.do(SaveRule, RAISING)
            await rig.do(SaveRule, own_rule("never", "zzz"))
            await rig.take(DULL, DULL + " two")
            use = {one.rule.id: one.use for one in (await said(rig.rules, rig)).own}
            assert use["bulletins"].hits == 2
            assert use["bulletins"].last_at is not None
            assert (use["never"].hits, use["never"].last_at) == (0, None)

    run(test())


def test_a_rule_may_lower_a_level_when_it_says_so(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await rig.do(SaveRule, own_rule("low", "licence", level=Level.LOW, level_is=LevelIs.AT_MOST))
            await rig.take(HIGH)
            assert await rig.rows("level") == [(0,)]
            assert await rig.queued() == []

    run(test())


def test_rules_hold_after_a_restart(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await rig.do(SaveRule, RAISING)
        async with RulesRig(tmp_path) as rig:
            await rig.take(DULL)
            assert await rig.rows("level") == [(3,)]

    run(test())


def test_the_hits_are_told_again_once_the_stored_items_are_flagged(tmp_path: Path) -> None:
    async def test() -> None:
        async with RulesRig(tmp_path) as rig:
            await rig.take(DULL)
            works = [asyncio.create_task(work) for work in rig.rules.works()]
            await rig.do(SaveRule, own_rule(labels=("bulletins",)), to_stored=True)
            while not any(one.use.hits for event in rig.of(RulesChanged) for one in event.own):
                await asyncio.sleep(0)
            for work in works:
                work.cancel()
            await asyncio.gather(*works, return_exceptions=True)

    run(test())
