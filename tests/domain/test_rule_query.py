# SPDX-License-Identifier: MIT
"""A user's rule asked of items, by the one query language."""

from dataclasses import replace

import pytest

from hkwatch.domain.catalogue import Names, Publisher, Role
from hkwatch.domain.entities import Entity, EntityIndex
from hkwatch.domain.flags import FlagInput, Flags
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import PublisherId
from hkwatch.domain.item import DocType, Level, Topic
from hkwatch.domain.licence_event import Happening, LicenceEvent, Licensee
from hkwatch.domain.query_tree import QueryError
from hkwatch.domain.rule_query import ready_rule
from hkwatch.domain.user_rules import UserRule, apply_rules

FOLDER = Folder({"證": "证", "監": "监", "會": "会"})
NAMES = Names("SFC", "證監會", "香港证监会")
SFC = Publisher(PublisherId("sfc"), NAMES, NAMES, Role.REGULATOR, True)
ITEM = FlagInput(
    "證監會 on custody of virtual-asset funds", "Staking is not covered.", "en", SFC, "sfc-press-en", ref="26PR140"
)
FLAGS = Flags((Topic.SFC, Topic.LICENCE), True, True, Level.NORMAL, DocType.CIRCULAR, ())


def judged(condition: str, unless: str = "", *, item: FlagInput = ITEM) -> Flags:
    rule = UserRule("r", "A rule", condition, unless=unless, level=Level.HIGH)
    slow: list[str] = []
    flags = apply_rules([ready_rule(rule, FOLDER, lambda _, problem: slow.append(problem))], item, FLAGS)
    assert slow == []
    return flags


@pytest.mark.parametrize(
    "condition",
    [
        "custody",
        '"virtual asset"',
        "title:custody body:staking",
        "nothing OR custody",
        "ref:26PR*",
        "src:sfc",
        "type:circular label:licence level:normal",
        "is:flagged",
        "证监会",
        "/cust.dy/",
    ],
)
def test_a_rule_holds_where_the_search_would_find(condition: str) -> None:
    assert judged(condition).severity is Level.HIGH


@pytest.mark.parametrize("condition", ["bitcoin", "body:custody", "src:hkma", "custody -staking", "level:low"])
def test_a_rule_does_not_hold_where_the_search_would_not_find(condition: str) -> None:
    assert judged(condition) is FLAGS


def test_the_words_are_given_as_they_stand_with_their_place() -> None:
    reasons = judged("staking OR 证监会").reasons
    assert [(r.field, r.words) for r in reasons] == [("body", "Staking"), ("title", "證監會")]
    texts = {"title": ITEM.title, "body": ITEM.body}
    assert all(texts[r.field][r.start : r.end] == r.words for r in reasons)


def test_an_exception_takes_the_rule_back() -> None:
    assert judged("custody", unless="staking") is FLAGS
    assert judged("custody", unless="bitcoin").severity is Level.HIGH


@pytest.mark.parametrize(
    "condition",
    ["is:unread", "custody is:starred", "seen:7d", "pub:today", "price:>1", "move1h:>2%", "has:note", "in:all custody"],
)
def test_what_changes_from_day_to_day_cannot_decide(condition: str) -> None:
    with pytest.raises(QueryError) as caught:
        judged(condition)
    assert caught.value.key in ("not-in-rules", "not-searchable")


@pytest.mark.parametrize("condition", ["(custody", "colour:red", "label:", "   "])
def test_a_query_that_cannot_be_read_says_where(condition: str) -> None:
    with pytest.raises(QueryError) as caught:
        judged(condition)
    assert 0 <= caught.value.position <= len(condition)


def test_a_regular_expression_that_is_too_slow_is_given_up_and_told_once() -> None:
    told: list[tuple[str, str]] = []
    rule = UserRule("r", "A rule", r"body:/(a+)+(b|c)+(a+)+$/", level=Level.HIGH)
    ready = ready_rule(rule, FOLDER, lambda one, problem: told.append((one.id, problem)))
    item = FlagInput("x", "a" * 5000 + "b" * 5000 + "!", "en")
    for _ in range(3):
        assert apply_rules([ready], item, FLAGS) is FLAGS
    assert [name for name, _ in told] == ["r"]


def test_a_rule_asks_for_firms_by_any_name_also_without_a_watchlist() -> None:
    firm = Entity("example", "Example Digital", ("Example Digital Ltd",), ("Exempla",), ce="ZZZ001")
    entities = EntityIndex((firm,), FOLDER)
    event = LicenceEvent(
        Happening.GRANTED, (Licensee("Nobody", "ZZZ777"), Licensee("x", "", "example")), None, True, 0, 1
    )

    def holds(condition: str, title: str, flags: Flags = FLAGS) -> bool:
        rule = ready_rule(UserRule("r", "A rule", condition), FOLDER, lambda _, __: None, entities)
        return rule.test(FlagInput(title, "", "en"), flags) is not None

    assert holds("entity:example", "News of Example Digital Ltd")
    assert holds('entity:"example digital ltd"', "News of Example Digital Ltd")
    assert holds("ce:zzz001", "News of Example Digital Ltd")
    assert not holds("entity:example", "Exempla gratia")
    assert holds("entity:exempla ce:ZZZ777", "A licence", replace(FLAGS, licence_event=event))
