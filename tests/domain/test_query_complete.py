# SPDX-License-Identifier: MIT
"""What is offered while a query is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.query import Query, QueryError, parse_query
from hkwatch.domain.query_complete import complete
from hkwatch.domain.query_fields import NAMES

SOURCES = {"sfc": "SFC", "hkma": "金管局", "sfc-press-en": "SFC press releases", "rthk": "RTHK"}


def offered(text: str, *, asked: bool = False) -> list[str]:
    found = complete(text, len(text), SOURCES, asked=asked)
    return [one.text for one in found.candidates] if found is not None else []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("is:unr", ["unread"]),
        ("licence -is:re", ["read", "revised"]),
        ("(is:re", ["read", "revised"]),
        ("is:unread,st", ["starred"]),
        ("type：con", ["consultation", "conclusion"]),
        ("level:h", ["high", "high.."]),
        ("lang:zh-", ["zh-hant", "zh-hans"]),
        ("src:sf", ["sfc", "sfc-press-en"]),
        ("reg:金管", ["hkma"]),
        ("src:press", ["sfc-press-en"]),
        ("sort:", ["pub", "seen", "level", "due"]),
        ("in:a", ["all", "archive"]),
        ("pub:t", ["today"]),
        ("mo", ["move1h:", "move24h:"]),
        ("ty", ["type:"]),
    ],
)
def test_what_begins_like_what_is_typed_is_offered(text: str, found: list[str]) -> None:
    assert offered(text) == found


@pytest.mark.parametrize("text", ["", "l", "licence", "is:unread", "is:x", '"is:', "title:", "foo:", "src:sfc "])
def test_nothing_is_offered_where_nothing_fits_or_all_is_typed(text: str) -> None:
    assert offered(text) == []


def test_all_names_are_there_when_asked_for() -> None:
    assert offered("licence ", asked=True) == [f"{name}:" for name in NAMES]


def test_only_what_stands_before_the_cursor_counts() -> None:
    found = complete("is:un licence", 5, SOURCES)
    assert found is not None
    assert (found.start, found.end, [one.text for one in found.candidates]) == (3, 5, ["unread"])


@given(
    st.sampled_from(["is:", "type:", "label:", "level:", "lang:", "has:", "pub:", "in:", "src:", "seen:"]), st.data()
)
def test_what_is_offered_can_be_read(begun: str, data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from(offered(begun)))
    try:
        assert parse_query(begun + chosen) != Query() or chosen == "view"
    except QueryError as error:
        pytest.fail(str(error))


def test_firms_are_found_by_the_beginning_of_a_word_and_by_any_chinese() -> None:
    firms = {"example": ("Example Digital", "例子數字"), "sample": ("Sample",)}

    def offered(text: str) -> list[str]:
        found = complete(text, len(text), {}, firms)
        return [one.text for one in found.candidates] if found is not None else []

    assert offered("entity:") == ["example", "sample"]
    assert offered("entity:數字") == offered("entity:sample,digi") == ["example"]
    assert offered("entity:ample") == []
    assert offered("entity:sample") == []


def test_rules_are_offered_by_any_word_of_what_they_are_called_and_quoted_where_they_must_be() -> None:
    rules = ("VATP", "Talk in the headline, no act", "標題只有言論，沒有行動")

    def offered(text: str) -> list[str]:
        found = complete(text, len(text), {}, rules=rules)
        return [] if found is None else [one.text for one in found.candidates]

    assert offered("rule:") == ["VATP", '"Talk in the headline, no act"', '"標題只有言論，沒有行動"']
    assert offered("rule:head") == ['"Talk in the headline, no act"']
    assert offered("rule:言論") == ['"標題只有言論，沒有行動"']
    assert offered("licence -rule:vat") == ["VATP"]
    assert offered("rule:VATP,沒有") == ['"標題只有言論，沒有行動"']
    assert offered("rule:nothing") == []
