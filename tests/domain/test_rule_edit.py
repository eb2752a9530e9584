# SPDX-License-Identifier: MIT
"""The smallest change that makes a rule hold of one more item, or one less."""

from hkwatch.domain.catalogue import Names, Publisher, Role
from hkwatch.domain.flags import FlagInput, Flags
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import PublisherId
from hkwatch.domain.item import DocType, Level, Topic
from hkwatch.domain.rule_edit import exclude, include
from hkwatch.domain.rule_query import ready_rule
from hkwatch.domain.user_rules import UserRule, apply_rules

FOLDER = Folder({"證": "证", "監": "监", "會": "会"})
NAMES = Names("SFC", "證監會", "香港证监会")
SFC = Publisher(PublisherId("sfc"), NAMES, NAMES, Role.REGULATOR, True)
FLAGS = Flags((Topic.OTHER,), True, False, Level.LOW, DocType.PRESS, ())
RULE = UserRule("r", "Licences", "licence | 牌照", level=Level.HIGH)
TITLES = [
    "SFC grants licence to Example Digital",
    "SFC suspends licence of Example Securities",
    "Taxi licence fees rise",
    "政府調整車輛牌照費",
    "證監會批出虛擬資產牌照",
]


def holds(rule: UserRule) -> list[str]:
    ready = [ready_rule(rule, FOLDER, lambda _, problem: None)]
    inputs = [FlagInput(title, "", "en", SFC) for title in [*TITLES, "Register of platforms updated"]]
    return [item.title for item in inputs if apply_rules(ready, item, FLAGS).reasons]


def test_an_exception_takes_out_that_item_alone() -> None:
    for title in TITLES:
        kept = [one for one in holds(RULE) if one != title]
        proposal = exclude(RULE, title, kept, FOLDER)
        assert proposal is not None
        assert proposal.is_exception
        assert proposal.others == 0
        assert holds(proposal.rule) == kept


def test_another_way_to_hold_brings_that_item_in() -> None:
    proposal = include(RULE, "Register of platforms updated", ["Prices updated"], FOLDER)
    assert proposal is not None
    assert (proposal.term, proposal.is_exception) == ("title:platforms", False)
    assert holds(proposal.rule) == [*TITLES, "Register of platforms updated"]


def test_a_second_exception_is_added_to_the_first() -> None:
    first = exclude(RULE, TITLES[2], [title for title in TITLES if title != TITLES[2]], FOLDER)
    assert first is not None
    second = exclude(first.rule, TITLES[3], [TITLES[0], TITLES[1], TITLES[4]], FOLDER)
    assert second is not None
    assert holds(second.rule) == [TITLES[0], TITLES[1], TITLES[4]]


def test_a_headline_without_a_telling_word_gives_no_proposal() -> None:
    assert exclude(RULE, "a b 12", [], FOLDER) is None


def test_what_a_word_would_touch_besides_is_counted() -> None:
    proposal = exclude(RULE, "Licence fees", ["Licence fees rise", "Licence fees fall"], FOLDER)
    assert proposal is not None
    assert proposal.others == 2
