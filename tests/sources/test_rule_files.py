# SPDX-License-Identifier: MIT
"""Rule files: what is read, what a user's own folder changes, and how each mistake is named."""

from pathlib import Path

import pytest

from hkwatch.domain.classifier import Classifier
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.flags import FlagInput
from hkwatch.domain.fold import Folder
from hkwatch.domain.item import Topic
from hkwatch.domain.rules import RulePack
from hkwatch.sources.fold_table import load_folder
from hkwatch.sources.rules import load_rule_packs

SHIPPED = """
version = 3

[words.sfc]
phrases = ["SFC", "證監會"]

[[rule]]
id = "sfc-title"
why = "named"
topic = "sfc"
any = ["@sfc"]
in = "title"
"""


def write(folder: Path, text: str, name: str = "a.toml") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def topics(pack: RulePack, title: str) -> tuple[Topic, ...]:
    return Classifier(pack, Folder({"證": "证"})).classify(FlagInput(title, "", "en")).topics


def test_a_good_file_gives_words_and_rules(tmp_path: Path) -> None:
    pack = load_rule_packs([write(tmp_path / "shipped", SHIPPED)])
    assert pack.problems == ()
    assert (pack.version, [r.id for r in pack.rules]) == (3, ["sfc-title"])
    assert topics(pack, "SFC speaks") == (Topic.SFC,)


def test_the_users_folder_overrides_by_id_and_adds(tmp_path: Path) -> None:
    shipped = write(tmp_path / "shipped", SHIPPED)
    mine = write(
        tmp_path / "mine",
        """
        [words.sfc]
        also = ["The Commission"]

        [[rule]]
        id = "sfc-title"
        why = "mine"
        topic = "enforcement"
        any = ["@sfc"]

        [[rule]]
        id = "etf"
        why = "new"
        topic = "etf"
        any = ["ETF"]
        """,
    )
    pack = load_rule_packs([shipped, mine])
    assert pack.problems == ()
    assert [r.id for r in pack.rules] == ["sfc-title", "etf"]
    assert topics(pack, "The Commission speaks") == (Topic.ENFORCEMENT,)
    assert topics(pack, "SFC speaks") == (Topic.ENFORCEMENT,)


def test_the_user_may_switch_a_rule_off(tmp_path: Path) -> None:
    shipped = write(tmp_path / "shipped", SHIPPED)
    mine = write(tmp_path / "mine", '[[rule]]\nid = "sfc-title"\nwhy = "off"\ntopic = "sfc"\nenabled = false\n')
    assert topics(load_rule_packs([shipped, mine]), "SFC speaks") == (Topic.OTHER,)


def test_a_missing_folder_holds_nothing(tmp_path: Path) -> None:
    pack = load_rule_packs([tmp_path / "none"])
    assert (pack.rules, pack.words, pack.problems) == ((), (), ())


def _rule(body: str, why: str = 'why = "x"') -> str:
    return f'\n[[rule]]\nid = "broken"\n{why}\n{body}\n'


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (_rule('topic = "weather"\nany = ["rain"]'), ["line 14", "rule broken", "weather"]),
        (_rule('topic = "sfc"\nany = ["@nobody"]'), ["line 14", "rule broken", "nobody"]),
        (_rule('topic = "sfc"\nanny = ["x"]'), ["line 14", "rule broken", "anny"]),
        (_rule('topic = "sfc"\nany = [5]'), ["line 14", "rule broken", "int"]),
        (_rule('any = ["x"]'), ["rule broken", "exactly one"]),
        (_rule('topic = "sfc"\nhk = true'), ["rule broken", "exactly one"]),
        (_rule('topic = "sfc"\nany = ["ab*"]'), ["rule broken", "four letters"]),
        (_rule('topic = "sfc"\nany = ["x"]\nin = "footer"'), ["rule broken", "footer", "title"]),
        (_rule('topic = "sfc"\nnear = [["x"]]'), ["rule broken", "two sides"]),
        (_rule('topic = "sfc"\nneeds = ["Hong Kong"]'), ["rule broken", "needs", "Hong Kong"]),
        (_rule('severity = "urgent"'), ["rule broken", "urgent"]),
        (_rule('topic = "sfc"', why=""), ["rule broken", "why"]),
        ("[words.bad]\nphrases = ['']\n", ["words.bad", "empty phrase"]),
        ("[words.bad]\nphrase = ['x']\n", ["words.bad", "phrase"]),
        ("[words.bad]\nphrases = ['x']\nhides = ['nobody']\n", ["words.bad", "nobody"]),
        ("[btc_level]\nnames = ['btc']\nups = ['tops']\n", ["btc_level.ups"]),
        ("[btc_level]\nnames = 'btc'\n", ["btc_level.names"]),
        ("[rules]\n", ["key rules"]),
    ],
)
def test_a_broken_part_is_named_and_the_rest_runs(tmp_path: Path, text: str, named: list[str]) -> None:
    pack = load_rule_packs([write(tmp_path / "r", SHIPPED + text)])
    (problem,) = pack.problems
    for word in ("a.toml" if "hides" not in text else "", *named):
        assert word in problem.detail
    assert problem.next_step
    assert topics(pack, "SFC speaks") == (Topic.SFC,)


def test_a_file_that_is_no_toml_is_named_with_its_line_and_the_others_run(tmp_path: Path) -> None:
    folder = write(tmp_path / "r", SHIPPED)
    write(folder, "version = 1\n[words.x\n", "b.toml")
    (folder / "c.toml").write_bytes(b"# \xff\n")
    pack = load_rule_packs([folder])
    first, second = pack.problems
    assert "b.toml" in first.detail
    assert "line 2" in first.detail
    assert "c.toml" in second.detail
    assert topics(pack, "SFC speaks") == (Topic.SFC,)


def test_a_folding_table_is_read(tmp_path: Path) -> None:
    table = tmp_path / "t.tsv"
    table.write_text("證\t证\n監\t监\n", encoding="utf-8")
    assert load_folder(table).fold("證監") == "证监"


@pytest.mark.parametrize("text", ["證证\n", "證\t\n", "證\t证\n\n"])
def test_a_broken_folding_table_is_refused_with_its_line(tmp_path: Path, text: str) -> None:
    table = tmp_path / "t.tsv"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"t\.tsv, line"):
        load_folder(table)


def test_a_missing_folding_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"t\.tsv"):
        load_folder(tmp_path / "t.tsv")
