# SPDX-License-Identifier: MIT
"""Rules from the terminal, and rules in the engine as the program builds it."""

import asyncio
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from hkwatch.app import rules
from hkwatch.app.compose import build
from hkwatch.app.options import Options, make_clock
from hkwatch.app.paths import AppPaths
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.events import CommandDone, Event
from hkwatch.domain.ids import CommandId
from hkwatch.domain.item import Level
from hkwatch.domain.rule_commands import MutesChanged, RulesChanged, SaveRule
from hkwatch.domain.user_rules import UserRule
from hkwatch.sources.user_rules import export_rules

RULE = UserRule("vatp", "VATP licences", "platform | 平台", level=Level.CRITICAL)


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    """A folder with one own rule."""
    found = AppPaths.under(tmp_path / "data")
    found.create()
    (found.rules_dir / "my-rules.toml").write_text(export_rules([RULE]), "utf-8")
    return found


def test_own_rules_are_listed_and_shipped_ones_when_asked(paths: AppPaths, capsys: pytest.CaptureFixture[str]) -> None:
    assert rules.list_rules(paths, shipped=False) == 0
    own = capsys.readouterr().out
    assert "VATP licences" in own
    assert "licence-title" not in own
    rules.list_rules(paths, shipped=True)
    assert "licence-title" in capsys.readouterr().out


def test_a_rule_is_shown_whole_whether_own_or_shipped(paths: AppPaths, capsys: pytest.CaptureFixture[str]) -> None:
    rules.show(paths, "vatp")
    assert tomllib.loads(capsys.readouterr().out)["rule"][0]["id"] == "vatp"
    rules.show(paths, "licence-title")
    shown = capsys.readouterr().out
    assert "topic:licence" in shown
    assert "licence.toml, line" in shown
    with pytest.raises(SettingsError):
        rules.show(paths, "no-such-rule")


def test_what_cannot_be_used_is_named_with_file_and_line(paths: AppPaths, capsys: pytest.CaptureFixture[str]) -> None:
    assert rules.check(paths) == 0
    assert "nothing is wrong" in capsys.readouterr().out
    file = paths.rules_dir / "my-rules.toml"
    file.write_text(export_rules([RULE, replace(RULE, id="bad", condition="(open")]), "utf-8")
    assert rules.check(paths) == 2
    assert "my-rules.toml, line 7, rule bad: query, character 1" in capsys.readouterr().out


def test_a_made_up_item_is_judged_by_own_and_shipped_rules(paths: AppPaths, capsys: pytest.CaptureFixture[str]) -> None:
    rules.test(paths, "SFC grants licence to a virtual asset trading platform", "", "sfc-press-en")
    out = capsys.readouterr().out
    assert out.startswith("critical · flagged")
    assert "my:vatp" in out
    with pytest.raises(SettingsError):
        rules.test(paths, "x", "", "no-such-source")


def test_rules_travel_from_one_folder_to_another(
    paths: AppPaths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "out.toml"
    rules.export(paths, "", file)
    other = AppPaths.under(tmp_path / "other")
    rules.import_rules(other, file, dry_run=True)
    assert "1 new · 0 changed · 0 same" in capsys.readouterr().out
    assert not (other.rules_dir / "my-rules.toml").exists()
    rules.import_rules(other, file, dry_run=False)
    capsys.readouterr()
    rules.export(other, "", None)
    text = capsys.readouterr().out
    assert text == file.read_text("utf-8")
    assert text.startswith(export_rules([RULE]))
    assert "[packs]" in text
    rules.import_rules(other, file, dry_run=False)
    assert "0 new · 0 changed · 1 same" in capsys.readouterr().out
    with pytest.raises(SettingsError, match="is there already"):
        rules.export(paths, "", file)


def test_reflagging_an_empty_store_says_so(paths: AppPaths, capsys: pytest.CaptureFixture[str]) -> None:
    assert rules.reflag(paths) == 0
    assert capsys.readouterr().out == "0 items flagged anew.\n"


def test_the_engine_carries_rule_commands_out_and_tells_a_new_desktop(paths: AppPaths) -> None:
    events: list[Event] = []

    async def test() -> None:
        options = Options(paths, "")
        running = await build(options, make_clock(options), events.append, use_dbus=False)
        try:
            await running.engine.handle(SaveRule(CommandId("1"), UserRule("new", "New", "custody")))
            await running.engine.handle(SaveRule(CommandId("2"), UserRule("bad", "Bad", "(custody")))
            parts = running.engine._parts
            assert parts.rules is not None
            await parts.rules.say()
        finally:
            await running.close()

    asyncio.run(test())
    done = [event for event in events if isinstance(event, CommandDone)]
    assert done[0] == CommandDone(CommandId("1"))
    assert "cannot be saved" in done[1].error
    (account,) = [event for event in events if isinstance(event, RulesChanged)]
    assert [one.rule.id for one in account.own] == ["vatp", "new"]
    assert account.undo == "New"
    assert {pack.name: pack.version for pack in account.packs}["licence"] == 1
    assert [event for event in events if isinstance(event, MutesChanged)] == [MutesChanged(())]
