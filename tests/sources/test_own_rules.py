# SPDX-License-Identifier: MIT
"""The user's rules file: read, changed, written, and nothing of it lost."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hkwatch.domain.errors import SettingsError
from hkwatch.domain.flags import Tell
from hkwatch.domain.ids import PublisherId
from hkwatch.domain.item import Level
from hkwatch.domain.rule_overlay import Overlay, WordsEdit
from hkwatch.domain.user_rules import LevelIs, Scope, UserRule
from hkwatch.sources import user_rules as files

PATH = Path("my-rules.toml")
WHOLE = UserRule(
    "vatp",
    "VATP licences",
    'title:"virtual asset" OR ref:26PR*',
    enabled=False,
    unless='title:"US SEC"',
    scope=Scope.CHOSEN,
    publishers=(PublisherId("sfc"), PublisherId("hkma")),
    level=Level.CRITICAL,
    level_is=LevelIs.SET,
    labels=("licence", "我的"),
    tell=Tell.ALWAYS,
    pin=True,
    needs_ack=True,
    stop=True,
    order=3,
)
SHORT = UserRule("short", "Short", "custody")
texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=15).filter(str.strip)
rules = st.builds(
    UserRule,
    id=st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True),
    name=texts,
    condition=texts,
    enabled=st.booleans(),
    unless=st.just("") | texts,
    scope=st.sampled_from([Scope.ALL, Scope.OFFICIAL]),
    level=st.none() | st.sampled_from(Level),
    level_is=st.sampled_from(LevelIs),
    labels=st.lists(st.from_regex(r"[a-z_-]{1,8}", fullmatch=True), max_size=2, unique=True).map(tuple),
    tell=st.sampled_from(Tell),
    pin=st.booleans(),
    needs_ack=st.booleans(),
    stop=st.booleans(),
    order=st.integers(-5, 5),
).filter(lambda rule: "other" not in rule.labels)


def parsed(text: str) -> files.RulesFile:
    return files.parse_own_rules(text, PATH)


def test_a_rule_is_read_as_it_was_written() -> None:
    file = parsed(files.with_rules(files.RulesFile(PATH), [WHOLE, SHORT]))
    assert file.rules == (WHOLE, SHORT)
    assert file.problems == ()


def test_a_short_rule_stays_short() -> None:
    assert files.export_rules([SHORT]) == '[[rule]]\nid = "short"\nname = "Short"\nif = "custody"\n'


@given(st.lists(rules, max_size=4, unique_by=lambda rule: rule.id))
def test_any_rules_come_back_from_their_export(own: list[UserRule]) -> None:
    file = parsed(files.export_rules(own))
    assert file.rules == tuple(own)
    assert files.compare(file, own).same == tuple(own)


@given(st.lists(rules, min_size=1, max_size=4, unique_by=lambda rule: rule.id))
def test_putting_a_rule_in_and_taking_it_out_leaves_the_others(own: list[UserRule]) -> None:
    file = parsed(files.with_rules(files.RulesFile(PATH), own))
    gone = own[0]
    assert parsed(files.without_rule(file, gone.id)).rules == tuple(own[1:])
    assert parsed(files.with_rule(file, WHOLE)).rules == (*[r for r in own if r.id != "vatp"], WHOLE)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ('level = "urgent"', "level: 'urgent' is not one of low, normal, high, critical"),
        ('notify = "loud"', "notify: 'loud'"),
        ('from = "friends"', "from: 'friends'"),
        ('labels = ["two words"]', "labels: 'two words'"),
        ('labels = ["other"]', "labels: 'other'"),
        ("colour = 3", "colour"),
    ],
)
def test_a_broken_rule_is_named_with_its_line_and_the_others_run(row: str, reason: str) -> None:
    file = parsed(f'# mine\n\n[[rule]]\nid = "bad"\nname = "B"\nif = "x"\n{row}\n\n' + files.export_rules([SHORT]))
    assert file.rules == (SHORT,)
    (problem,) = file.problems
    assert "my-rules.toml, line 3, rule bad" in problem.detail
    assert reason in problem.detail


def test_an_id_used_twice_is_named_and_the_first_stands() -> None:
    file = parsed(files.export_rules([SHORT]) + files.export_rules([UserRule("short", "Other", "y")]))
    assert file.rules == (SHORT,)
    assert "used by a rule above" in file.problems[0].detail


def test_a_rule_that_cannot_be_used_is_written_back_as_it_was() -> None:
    bad = '[[rule]]\nid = "bad"\nname = "B"\nif = "x"\ncolour = 3\n\n[words.w]\nadd = ["*"]\n\n[later]\nkey = 1\n'
    text = files.with_rule(parsed(bad), SHORT)
    text = files.with_overlay(parsed(text), Overlay({"one": False}))
    data = tomllib.loads(text)
    assert data["rule"][0] == {"id": "bad", "name": "B", "if": "x", "colour": 3}
    assert data["words"] == {"w": {"add": ["*"]}}
    assert data["later"] == {"key": 1}
    assert data["shipped"] == {"off": ["one"]}


def test_switches_that_cannot_be_read_are_not_written_over() -> None:
    file = parsed('[shipped]\noff = "one"\n')
    assert file.problems
    with pytest.raises(SettingsError):
        files.with_overlay(file, Overlay({"two": False}))


def test_rules_written_as_something_else_are_not_written_over() -> None:
    with pytest.raises(SettingsError):
        files.with_rule(parsed("rule = 3"), SHORT)


def test_edits_of_shipped_rules_come_back() -> None:
    overlay = Overlay({"a": False, "b": True}, {"licence": WordsEdit(("批給",), ("land",))}, {"sfc": 2})
    assert parsed(files.with_overlay(files.RulesFile(PATH), overlay)).overlay == overlay


def test_a_file_that_is_no_toml_is_named_and_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / "my-rules.toml").write_text('[[rule]\nid = "x"', "utf-8")
    file = files.read_own_rules(tmp_path)
    assert file.is_broken
    assert "line 1" in file.problems[0].detail


def test_a_missing_file_is_an_empty_one(tmp_path: Path) -> None:
    file = files.read_own_rules(tmp_path)
    assert (file.rules, file.problems, file.is_broken) == ((), (), False)


def test_a_file_that_cannot_be_written_is_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "my-rules.toml"
    files.write_own_rules(path, "a = 1\n")
    with pytest.raises(SettingsError, match="my-rules"):
        files.write_own_rules(path, "lone surrogate: \ud800")
    assert path.read_text() == "a = 1\n"


def test_an_import_is_told_apart_into_new_changed_and_same() -> None:
    file = parsed(files.with_rules(files.RulesFile(PATH), [WHOLE, SHORT]))
    changed = UserRule("short", "Short", "staking")
    found = files.compare(file, [WHOLE, changed, UserRule("new", "New", "z")])
    assert ([r.id for r in found.new], found.changed, found.same) == (["new"], (changed,), (WHOLE,))


@pytest.mark.parametrize("rule", [UserRule("Bad Id", "n", "x"), UserRule("a", " ", "x"), UserRule("a", "n", " ")])
def test_what_no_rule_may_be_is_refused(rule: UserRule) -> None:
    with pytest.raises(SettingsError):
        files.check_rule(rule)


names = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
words = st.lists(st.from_regex(r"[a-z]{3,8}", fullmatch=True), max_size=3, unique=True).map(tuple)
edits = st.builds(WordsEdit, words, words).filter(lambda edit: bool(edit.added or edit.removed))
overlays = st.builds(
    Overlay,
    st.dictionaries(names, st.booleans(), max_size=4),
    st.dictionaries(names, edits, max_size=3),
    st.dictionaries(names, st.integers(0, 9), max_size=3),
)


@settings(max_examples=25)
@given(st.lists(rules, max_size=2, unique_by=lambda rule: rule.id), overlays, st.dictionaries(names, st.integers(0, 9)))
def test_what_is_exported_and_imported_elsewhere_is_the_same_state(
    own: list[UserRule], overlay: Overlay, packs: dict[str, int]
) -> None:
    given_file = parsed(files.export_rules(own, overlay, packs))
    assert given_file.problems == ()
    assert given_file.packs == packs
    there = parsed(files.with_import(files.RulesFile(PATH), given_file))
    assert there.rules == tuple(own)
    assert there.overlay == overlay
    # Once more brings nothing.
    again = files.compare(there, given_file.rules, given_file.overlay)
    assert (again.new, again.changed, again.edits) == ((), (), 0)
    assert files.with_import(there, given_file) == there.text
    assert "packs" not in there.raw


def test_an_import_leaves_the_edits_it_does_not_name() -> None:
    here = parsed('[shipped]\noff = ["a", "b"]\n')
    given_file = parsed(files.export_rules([], Overlay({"b": True}, {"licence": WordsEdit(("permit",))}), {"base": 2}))
    assert files.compare(here, (), given_file.overlay).edits == 2
    merged = parsed(files.with_import(here, given_file)).overlay
    assert merged.switches == {"a": False, "b": True}
    assert merged.words == {"licence": WordsEdit(("permit",))}
