# SPDX-License-Identifier: MIT
"""What rules can say, with small packs made for the purpose."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.catalogue import Names, Publisher, Role
from hkwatch.domain.classifier import Classifier
from hkwatch.domain.compiled_rules import only_against
from hkwatch.domain.flags import FlagInput, Flags
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import PublisherId
from hkwatch.domain.item import Level, Topic
from hkwatch.domain.lexicon import WordList
from hkwatch.domain.rules import LEAD_CHARS, Field, Near, Rule, RulePack, Stage

FOLDER = Folder({"證": "证", "監": "监", "會": "会", "國": "国"})
NAMES = Names("SFC", "證監會", "香港证监会")
SFC = Publisher(PublisherId("sfc"), NAMES, NAMES, Role.REGULATOR, True)
WORDS = (
    WordList("sfc", ("SFC", "證監會")),
    WordList("csrc", ("中國證監會",), hides=("sfc",)),
    WordList("licence", ("licence", "licences")),
    WordList("event", ("granted", "refused")),
    WordList("place", ("Hong Kong",)),
)
ON_SFC = Rule("on-sfc", "named", Stage.TOPIC, topics=(Topic.SFC,), any=("sfc",))
ON_LICENCE = Rule(
    "on-licence", "near", Stage.TOPIC, topics=(Topic.LICENCE,), near=(Near(("licence",), ("event",), within=12),)
)
IN_HK = Rule("in-hk", "named", Stage.HK, any=("place",))


def judge(*rules: Rule, title: str, body: str = "", publisher: Publisher | None = None, source: str = "") -> Flags:
    pack = RulePack("test", 1, WORDS, rules)
    return Classifier(pack, FOLDER).classify(FlagInput(title, body, "en", publisher, source))


def test_a_rule_without_a_hit_leaves_the_item_other_and_low() -> None:
    flags = judge(ON_SFC, title="Weather report")
    assert flags.topics == (Topic.OTHER,)
    assert (flags.hk, flags.flag, flags.severity, flags.reasons) == (False, False, Level.LOW, ())


def test_a_reason_carries_the_words_as_they_stand_with_their_place() -> None:
    flags = judge(ON_SFC, title="Notice", body="Today the ＳＦＣ spoke.")
    (reason,) = flags.reasons
    assert (reason.rule, reason.topic, reason.field, reason.words) == ("on-sfc", "sfc", "body", "ＳＦＣ")
    assert "Today the ＳＦＣ spoke."[reason.start : reason.end] == "ＳＦＣ"


def test_another_commission_hides_the_short_name_inside_its_own() -> None:
    assert judge(ON_SFC, title="中國證監會公布").topics == (Topic.OTHER,)
    assert judge(ON_SFC, title="證監會公布").topics == (Topic.SFC,)


def test_a_licence_is_flagged_only_with_hong_kong() -> None:
    assert not judge(ON_LICENCE, IN_HK, title="Licence granted in Dubai").flag
    assert judge(ON_LICENCE, IN_HK, title="Licence granted in Hong Kong").flag


@pytest.mark.parametrize(
    ("title", "holds"),
    [
        ("licence granted", True),
        ("granted a licence", True),
        ("licence, after long talks, granted", False),
        ("licence. granted", False),
    ],
)
def test_near_asks_for_one_sentence_and_a_short_way(title: str, holds: bool) -> None:
    assert (Topic.LICENCE in judge(ON_LICENCE, title=title).topics) is holds


def test_ordered_near_asks_for_the_first_side_first() -> None:
    rule = replace(ON_LICENCE, near=(Near(("licence",), ("event",), within=12, ordered=True),))
    assert judge(rule, title="licence granted").topics == (Topic.LICENCE,)
    assert judge(rule, title="granted a licence").topics == (Topic.OTHER,)


@pytest.mark.parametrize(
    ("field", "holds"),
    [
        (Field.TITLE, (True, False, False, False)),
        (Field.FIRST, (True, True, False, False)),
        (Field.OPENING, (True, True, True, False)),
        (Field.BODY, (False, True, True, True)),
        (Field.TEXT, (True, True, True, True)),
    ],
)
def test_a_rule_looks_only_in_its_field(field: Field, holds: tuple[bool, ...]) -> None:
    rule = replace(ON_SFC, field=field)
    items = [("SFC", "x."), ("x", "SFC. y."), ("x", "y. SFC."), ("x", "y. " + "z" * 300 + " SFC.")]
    assert tuple(Topic.SFC in judge(rule, title=t, body=b).topics for t, b in items) == holds


def test_only_the_lead_of_a_long_body_is_read() -> None:
    assert judge(ON_SFC, title="x", body="y " * LEAD_CHARS + "SFC").topics == (Topic.OTHER,)


def test_a_veto_word_counts_anywhere_or_only_close_by() -> None:
    rule = replace(ON_SFC, none=("place",))
    title = "SFC notice, with a long tail of words before Hong Kong"
    assert judge(rule, title=title).topics == (Topic.OTHER,)
    assert judge(replace(rule, none_within=5), title=title).topics == (Topic.SFC,)


def test_at_least_counts_hits() -> None:
    rule = replace(ON_SFC, at_least=2)
    assert judge(rule, title="SFC").topics == (Topic.OTHER,)
    assert judge(rule, title="SFC", body="SFC").topics == (Topic.SFC,)


def test_the_source_alone_can_be_the_evidence() -> None:
    rule = Rule("own", "own feed", Stage.TOPIC, topics=(Topic.SFC,), publishers=frozenset({"sfc"}))
    flags = judge(rule, title="Notice", publisher=SFC)
    assert flags.topics == (Topic.SFC,)
    assert (flags.reasons[0].field, flags.reasons[0].words) == ("source", "sfc")
    assert judge(rule, title="Notice").topics == (Topic.OTHER,)


def test_a_later_stage_builds_on_labels_and_bars() -> None:
    label = Rule("l", "x", Stage.LABEL, label="place", any=("place",))
    needing = replace(ON_SFC, needs=frozenset({"label:place"}))
    bar = Rule("b", "x", Stage.TOPIC_BAR, bars=("topic:sfc",), any=("event",))
    assert judge(needing, label, title="SFC in Hong Kong").topics == (Topic.SFC,)
    assert judge(needing, label, title="SFC").topics == (Topic.OTHER,)
    assert judge(needing, label, bar, title="SFC in Hong Kong, granted").topics == (Topic.OTHER,)


def test_the_highest_severity_counts_unless_a_cap_holds() -> None:
    normal = Rule("n", "x", Stage.SEVERITY, severity=Level.NORMAL, needs=frozenset({"topic:sfc"}))
    high = Rule("h", "x", Stage.SEVERITY, severity=Level.HIGH, any=("event",))
    cap = Rule("c", "x", Stage.SEVERITY, cap=Level.LOW, any=("place",))
    rules = (ON_SFC, normal, high, cap)
    assert judge(*rules, title="SFC").severity is Level.NORMAL
    assert judge(*rules, title="SFC granted").severity is Level.HIGH
    assert judge(*rules, title="SFC granted, Hong Kong").severity is Level.LOW


def test_parts_of_the_source_let_a_rule_in_or_keep_it_out() -> None:
    only = replace(ON_SFC, sources=("local",))
    never = replace(ON_SFC, not_sources=("sport",))
    assert judge(only, title="SFC", source="rthk-en-local").topics == (Topic.SFC,)
    assert judge(only, title="SFC", source="rthk-en-world").topics == (Topic.OTHER,)
    assert judge(never, title="SFC", source="rthk-en-sport").topics == (Topic.OTHER,)


def test_an_unknown_publisher_is_media() -> None:
    rule = replace(ON_SFC, roles=frozenset({"media"}))
    assert judge(rule, title="SFC").topics == (Topic.SFC,)
    assert judge(rule, title="SFC", publisher=SFC).topics == (Topic.OTHER,)


@given(st.text(max_size=80), st.text(max_size=200))
def test_any_text_is_judged_twice_alike_and_reasons_quote_it(title: str, body: str) -> None:
    pack = RulePack("test", 1, WORDS, (ON_SFC, ON_LICENCE, IN_HK))
    classifier = Classifier(pack, FOLDER)
    item = FlagInput(title, body, "en")
    flags = classifier.classify(item)
    assert flags == classifier.classify(item)
    for reason in flags.reasons:
        text = title if reason.field == "title" else body
        assert text[reason.start : reason.end] == reason.words


def test_a_list_that_only_speaks_against_rules_is_looked_for_where_one_would_hold() -> None:
    words = (*WORDS, WordList("abroad", ("Macau", "Taiwan")), WordList("taipei", ("Taipei",), hides=("place",)))
    rules = (replace(ON_SFC, none=("abroad", "taipei", "event")), ON_LICENCE, IN_HK)
    assert only_against(words, rules) == {"abroad"}

    def topics(title: str) -> tuple[Topic, ...]:
        return Classifier(RulePack("test", 1, words, rules), FOLDER).classify(FlagInput(title, "", "en")).topics

    assert topics("The SFC speaks") == (Topic.SFC,)
    assert topics("The SFC speaks in Macau") == (Topic.OTHER,)
    assert topics("The SFC refused") == (Topic.OTHER,)
