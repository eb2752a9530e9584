# SPDX-License-Identifier: MIT
"""What the user's own rules make of the shipped rules' answer."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.catalogue import Names, Publisher, Role
from hkwatch.domain.flags import FlagInput, Flags, Tell
from hkwatch.domain.ids import PublisherId
from hkwatch.domain.item import DocType, Level, Topic
from hkwatch.domain.user_rules import Found, LevelIs, ReadyRule, Scope, UserRule, apply_rules, in_order

NAMES = Names("X", "X", "X")
SFC = Publisher(PublisherId("sfc"), NAMES, NAMES, Role.REGULATOR, True)
PRESS = Publisher(PublisherId("daily"), NAMES, NAMES, Role.MEDIA, True)
ITEM = FlagInput("Custody rules for platforms", "", "en", SFC, "sfc-press-en")
PLAIN = Flags((Topic.OTHER,), False, False, Level.LOW, DocType.PRESS, ())
WORD = Found("title", "Custody", 0, 7)

levels = st.sampled_from(Level)
rules = st.builds(
    UserRule,
    id=st.from_regex(r"[a-z]{1,6}", fullmatch=True),
    name=st.just("n"),
    condition=st.just("x"),
    level=st.none() | levels,
    level_is=st.sampled_from(LevelIs),
    labels=st.lists(st.sampled_from(["licence", "sfc", "custody", "tax"]), max_size=3).map(tuple),
    tell=st.sampled_from(Tell),
    pin=st.booleans(),
    needs_ack=st.booleans(),
)


def rule(**more: object) -> UserRule:
    return replace(UserRule("r", "A rule", "custody"), **more)  # type: ignore[arg-type]


def holding(one: UserRule, *, unless: bool = False) -> ReadyRule:
    return ReadyRule(one, lambda item, flags: (WORD,), (lambda item, flags: ()) if unless else None)


def judged(*own: UserRule, flags: Flags = PLAIN, item: FlagInput = ITEM) -> Flags:
    return apply_rules([holding(one) for one in own], item, flags)


def test_a_rule_says_its_name_and_its_words_as_a_reason() -> None:
    (reason,) = judged(rule(level=Level.HIGH)).reasons
    assert (reason.rule, reason.why, reason.words, reason.start, reason.end) == ("my:r", "A rule", "Custody", 0, 7)
    assert reason.topic == "severity"


def test_a_rule_without_words_gives_the_speaker_as_its_reason() -> None:
    (reason,) = apply_rules([ReadyRule(rule(), lambda item, flags: ())], ITEM, PLAIN).reasons
    assert (reason.field, reason.words, reason.topic) == ("source", "sfc", "rule")


def test_a_rule_that_does_not_hold_changes_nothing() -> None:
    silent = ReadyRule(rule(level=Level.CRITICAL, tell=Tell.ALWAYS), lambda item, flags: None)
    assert apply_rules([silent], ITEM, PLAIN) is PLAIN


def test_an_exception_that_holds_takes_the_rule_back() -> None:
    assert apply_rules([holding(rule(level=Level.HIGH), unless=True)], ITEM, PLAIN) is PLAIN


def test_a_topic_replaces_other_and_raises_the_flag_as_the_shipped_rules_would() -> None:
    flags = judged(rule(labels=("sfc", "my-desk")))
    assert flags.topics == (Topic.SFC,)
    assert flags.flag
    assert flags.labels == ("my-desk",)


def test_a_licence_label_raises_the_flag_only_in_hong_kong() -> None:
    assert not judged(rule(labels=("licence",))).flag
    assert judged(rule(labels=("licence",)), flags=replace(PLAIN, hk=True)).flag


def test_no_later_rule_is_asked_after_one_that_says_stop() -> None:
    first, later = rule(id="a", stop=True), rule(id="b", level=Level.CRITICAL)
    assert judged(first, later).severity is Level.LOW
    assert judged(rule(id="a"), later).severity is Level.CRITICAL


def test_where_one_rule_wants_it_told_and_one_not_it_is_told() -> None:
    assert judged(rule(tell=Tell.NEVER), rule(id="b", tell=Tell.ALWAYS)).tell is Tell.ALWAYS
    assert judged(rule(tell=Tell.NEVER), rule(id="b")).tell is Tell.NEVER


def test_scope_decides_whose_items_are_looked_at() -> None:
    high = rule(level=Level.HIGH)
    from_press = replace(ITEM, publisher=PRESS)
    unknown = replace(ITEM, publisher=None)
    official = replace(high, scope=Scope.OFFICIAL)
    assert [judged(official, item=item).severity for item in (ITEM, from_press, unknown)] == [2, 0, 0]
    chosen = replace(high, scope=Scope.CHOSEN, publishers=(PublisherId("daily"),))
    assert [judged(chosen, item=item).severity for item in (ITEM, from_press, unknown)] == [0, 2, 0]
    assert [judged(high, item=item).severity for item in (ITEM, from_press, unknown)] == [2, 2, 2]


def test_rules_come_by_their_order_and_then_as_given() -> None:
    a, b, c = rule(id="a", order=2), rule(id="b", order=1), rule(id="c", order=1)
    assert [one.id for one in in_order([a, b, c])] == ["b", "c", "a"]


@given(st.lists(rules, max_size=5), levels)
def test_without_stop_the_order_of_rules_decides_nothing(own: list[UserRule], level: Level) -> None:
    flags = replace(PLAIN, severity=level)
    one, other = judged(*own, flags=flags), judged(*own[::-1], flags=flags)
    assert replace(one, reasons=(), labels=()) == replace(other, reasons=(), labels=())
    assert set(one.labels) == set(other.labels)


@given(st.lists(rules, max_size=5), levels)
def test_only_a_rule_that_says_so_lowers_a_level(own: list[UserRule], level: Level) -> None:
    flags = judged(*own, flags=replace(PLAIN, severity=level))
    lowering = [r for r in own if r.level is not None and r.level_is is not LevelIs.AT_LEAST and r.level < level]
    assert flags.severity >= level or lowering


@given(st.lists(rules, max_size=5))
def test_what_the_shipped_rules_found_stays(own: list[UserRule]) -> None:
    shipped = replace(PLAIN, topics=(Topic.ETF,), flag=True)
    flags = judged(*own, flags=shipped)
    assert Topic.ETF in flags.topics
    assert flags.flag
    assert flags.reasons[: len(shipped.reasons)] == shipped.reasons
