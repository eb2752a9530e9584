# SPDX-License-Identifier: MIT
"""Edits laid over shipped rules, and what remains of them when the packs change."""

from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.item import Topic
from hkwatch.domain.lexicon import WordList
from hkwatch.domain.rule_overlay import Overlay, Stray, WordsEdit, lay_over, switched, with_words
from hkwatch.domain.rules import Rule, RulePack, Stage


def a_rule(name: str) -> Rule:
    return Rule(name, "why", Stage.TOPIC, topics=(Topic.SFC,), any=("sfc",), pack="sfc")


PACK = RulePack(
    "test",
    1,
    (WordList("sfc", ("SFC", "證監會"), pack="sfc"), WordList("licence", ("licence",), pack="licence")),
    (a_rule("one"), a_rule("two")),
    off=(a_rule("asleep"),),
    versions=(("licence", 3), ("sfc", 7)),
)
names = st.sampled_from(["one", "two", "asleep", "gone"])
lists = st.sampled_from(["sfc", "licence", "gone"])
phrases = st.lists(st.sampled_from(["SFC", "證監會", "licence", "permit", "批給"]), max_size=3).map(tuple)
steps = st.lists(
    st.tuples(st.just("switch"), names, st.booleans())
    | st.tuples(st.just("words"), lists, st.tuples(phrases, phrases)),
    max_size=8,
)


def after(changes: list[tuple[str, str, object]]) -> Overlay:
    overlay = Overlay()
    for kind, name, value in changes:
        if kind == "switch":
            overlay = switched(overlay, PACK, name, enabled=bool(value))
        else:
            add, remove = value  # type: ignore[misc]
            overlay = with_words(overlay, PACK, name, add, remove)
    return overlay


def test_no_edit_changes_nothing() -> None:
    assert lay_over(PACK, Overlay()) == (PACK, ())


def test_a_rule_switched_off_and_one_woken_up() -> None:
    laid, strays = lay_over(PACK, Overlay({"one": False, "asleep": True}))
    assert [rule.id for rule in laid.rules] == ["two", "asleep"]
    assert [rule.id for rule in laid.off] == ["one"]
    assert strays == ()


def test_words_are_added_and_taken_out() -> None:
    laid, _ = lay_over(PACK, Overlay(words={"sfc": WordsEdit(("the watchdog",), ("SFC",))}))
    assert laid.words[0].phrases == ("證監會", "the watchdog")
    assert laid.words[1] == PACK.words[1]


def test_an_edit_of_what_is_not_there_any_more_is_named_and_stops_nothing() -> None:
    laid, strays = lay_over(PACK, Overlay({"gone": False, "one": False}, {"gone": WordsEdit(("x",))}))
    assert strays == (Stray("rule", "gone"), Stray("words", "gone"))
    assert [rule.id for rule in laid.rules] == ["two"]


def test_an_edit_outlives_a_new_version_of_its_pack() -> None:
    overlay = with_words(switched(Overlay(), PACK, "one", enabled=False), PACK, "sfc", ["the watchdog"], ["SFC"])
    newer = RulePack(
        "test", 2, (WordList("sfc", ("SFC", "證監會", "HK SFC"), pack="sfc"),), (a_rule("one"), a_rule("three"))
    )
    laid, strays = lay_over(newer, overlay)
    assert [rule.id for rule in laid.rules] == ["three"]
    assert laid.words[0].phrases == ("證監會", "HK SFC", "the watchdog")
    assert strays == ()


def test_the_version_at_the_time_of_the_edit_is_remembered() -> None:
    assert switched(Overlay(), PACK, "one", enabled=False).versions == {"sfc": 7}
    assert with_words(Overlay(), PACK, "licence", ["permit"], []).versions == {"licence": 3}


@given(steps)
def test_switching_and_switching_back_leaves_no_edit(changes: list[tuple[str, str, object]]) -> None:
    overlay = after(changes)
    for name, shipped in (("one", True), ("two", True), ("asleep", False)):
        overlay = switched(overlay, PACK, name, enabled=shipped)
    assert set(overlay.switches) <= {"gone"}


@given(steps)
def test_the_pack_says_what_the_last_step_said(changes: list[tuple[str, str, object]]) -> None:
    laid, _ = lay_over(PACK, after(changes))
    last = {name: value for kind, name, value in changes if kind == "switch" and name != "gone"}
    on = {rule.id for rule in laid.rules}
    assert {name for name, value in last.items() if value} <= on
    assert not {name for name, value in last.items() if not value} & on


@given(steps, lists, phrases)
def test_adding_puts_words_in_and_removing_takes_them_out(
    changes: list[tuple[str, str, object]], name: str, chosen: tuple[str, ...]
) -> None:
    def words(overlay: Overlay) -> set[str]:
        return {phrase for entry in lay_over(PACK, overlay)[0].words if entry.id == name for phrase in entry.phrases}

    overlay = after(changes)
    added = with_words(overlay, PACK, name, chosen, ())
    if name != "gone":
        assert set(chosen) <= words(added)
    assert not set(chosen) & words(with_words(added, PACK, name, (), chosen))


@given(steps)
def test_no_word_is_lost_but_those_taken_out(changes: list[tuple[str, str, object]]) -> None:
    overlay = after(changes)
    laid, _ = lay_over(PACK, overlay)
    for shipped, edited in zip(PACK.words, laid.words, strict=True):
        gone = set(shipped.phrases) - set(edited.phrases)
        assert gone <= set(overlay.words.get(shipped.id, WordsEdit()).removed)
        assert len(edited.phrases) == len(set(edited.phrases))
