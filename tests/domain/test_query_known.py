# SPDX-License-Identifier: MIT
"""Names that nothing is called, and what was meant."""

import pytest

from hkwatch.domain.fold import Folder
from hkwatch.domain.query import parse_query
from hkwatch.domain.query_known import Known, doubtful, meant
from hkwatch.domain.query_tree import Field

KNOWN = Known(
    {
        Field.SRC: ("sfc", "hkma", "sfc-press-en"),
        Field.LABEL: ("licence", "etf", "my-own", "穩定幣"),
        Field.RULE: ("sfc-own", "VATP licences", "我的规则"),
        Field.ENTITY: ("匯豐", "滙豐"),
        Field.CE: (),
    }
)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("label:lcence", [("lcence", ("licence",))]),
        ("src:scf", [("scf", ("sfc",))]),
        ("reg:hkam -label:eft", [("hkam", ("hkma",)), ("eft", ("etf",))]),
        ("src:sfc,xyzzy", [("xyzzy", ())]),
        ("rule:sfc-ownn", [("sfc-ownn", ("sfc-own",))]),
        ("a (src:sfc | label:nothing-like-it)", [("nothing-like-it", ())]),
        ("src:sfc-pres*", []),
        ("src:SFC_Press_EN label:MY_OWN label:穩定幣", []),
        ('rule:"vatp licences"', []),
        ("licnce title:scf", []),
        ("ce:ZZZ999", [("ZZZ999", ())]),
        ("rule:牌照", [("牌照", ())]),
        ("entity:滙豐", []),
        ("entity:恒生", [("恒生", ())]),
    ],
)
def test_names_that_nothing_is_called_are_told_with_what_was_meant(
    text: str, wrong: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(error.value, error.allowed) for _, error in doubtful(parse_query(text), KNOWN)] == wrong


def test_the_place_and_the_value_alone_are_given() -> None:
    ((term, error),) = doubtful(parse_query("licence src:sfc,scf"), KNOWN)
    assert (error.key, error.position, error.field) == ("unknown-name", 8, "src")
    assert [getattr(value, "text", "") for value in term.values] == ["scf"]


def test_equally_good_guesses_are_both_given() -> None:
    assert meant("sfb", ("sfc", "sfd", "hkma")) == ("sfc", "sfd")
    assert meant("", ("sfc",)) == ()


def test_what_is_not_known_yet_is_not_checked() -> None:
    assert list(doubtful(parse_query("rule:xyzzy ce:ZZZ999"), Known({Field.SRC: ("sfc",)}))) == []


def test_a_rule_goes_by_its_name_in_any_language() -> None:
    folder = Folder({"規": "规", "則": "则"}, lambda: {"A platform's licence": ("平台牌照規則", "平台牌照规则")})
    known = Known({Field.RULE: ("A platform's licence",)}, folder)
    assert list(doubtful(parse_query("rule:平台牌照规则 rule:平台*"), known)) == []
    assert [error.value for _, error in doubtful(parse_query("rule:平台 rule:照*"), known)] == ["平台", "照"]
