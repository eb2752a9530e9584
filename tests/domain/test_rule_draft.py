# SPDX-License-Identifier: MIT
"""A rule's query as rows of a form, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.query import parse_query
from hkwatch.domain.query_tree import Field, QueryError
from hkwatch.domain.rule_draft import Group, Row, form_of, split_values, text_of

T, TITLE, REF, SRC, TYPE = Field.TEXT, Field.TITLE, Field.REF, Field.SRC, Field.TYPE


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("", Group(True)),
        ("custody", Group(True, (Row(T, ("custody",)),))),
        ('title:"virtual asset",VATP', Group(True, (Row(TITLE, ("virtual asset", "VATP")),))),
        ("title:牌照 | ref:26PR*", Group(True, (Row(TITLE, ("牌照",)), Row(REF, ("26PR*",))))),
        ("custody staking", Group(False, (Row(T, ("custody",)), Row(T, ("staking",))))),
        ("custody | 託管 | ref:26PR1", Group(True, (Row(T, ("custody", "託管")), Row(REF, ("26PR1",))))),
        (
            "(custody | 託管) src:sfc",
            Group(False, (Row(T, ("custody", "託管")), Row(SRC, ("sfc",)))),
        ),
        (
            "ref:26PR* | (src:sfc -type:speech)",
            Group(True, (Row(REF, ("26PR*",)), Group(False, (Row(SRC, ("sfc",)), Row(TYPE, ("speech",), True))))),
        ),
        ("a -(b | c)", Group(False, (Row(T, ("a",)), Row(T, ("b", "c"), True)))),
        ('"one"', Group(True, (Row(T, ('"one"',)),))),
        ("title:/a.b/i", Group(True, (Row(TITLE, ("/a.b/i",)),))),
        ("level:high..", Group(True, (Row(Field.LEVEL, ("high..",)),))),
    ],
)
def test_a_query_is_shown_as_rows_and_says_the_same_again(text: str, group: Group) -> None:
    assert form_of(text) == group
    assert parse_query(text_of(group)) == parse_query(text)


@pytest.mark.parametrize("text", ["a (b | (c d))", "-(a b)", "a in:all", "a sort:-pub", "x | (y (z | (w v)))"])
def test_what_rows_cannot_show_stays_a_text(text: str) -> None:
    assert form_of(text) is None


def test_what_cannot_be_read_says_so() -> None:
    with pytest.raises(QueryError):
        form_of("(open")


def test_empty_rows_say_nothing() -> None:
    assert text_of(Group(False, (Row(T, ()), Row(TITLE, (" ", '""')), Group(True, (Row(T, ()),))))) == ""


@pytest.mark.parametrize(
    "value", ["OR", "a,b", "(x)", "-minus", "src:x", "http://a.test/b", "two words", "a|b", "/half"]
)
def test_any_value_can_be_typed_without_quotation_marks(value: str) -> None:
    (row,) = form_of(text_of(Group(True, (Row(TITLE, (value,)),)))).parts  # type: ignore[union-attr]
    assert isinstance(row, Row)
    assert row.values == (value,) or row.values == (f'"{value}"',)


def test_values_are_divided_by_commas_but_not_within_quotation_marks() -> None:
    assert split_values('virtual asset, VATP，虛擬資產、"a, b",, VATP\nx') == (
        "virtual asset",
        "VATP",
        "虛擬資產",
        '"a, b"',
        "x",
    )


words = st.sampled_from(["custody", "託管", "virtual asset", "26PR*", "ETF", "a-b"])
rows = st.builds(
    Row,
    st.sampled_from([T, TITLE, Field.BODY]),
    st.lists(words, min_size=1, max_size=3).map(tuple),
    st.booleans(),
)
groups = st.builds(
    Group,
    st.booleans(),
    st.lists(rows | st.builds(Group, st.booleans(), st.lists(rows, min_size=2, max_size=3).map(tuple)), max_size=4).map(
        tuple
    ),
)


@given(groups)
def test_whatever_rows_say_can_be_read_and_shown_again_without_changing_its_meaning(group: Group) -> None:
    text = text_of(group)
    query = parse_query(text)
    again = form_of(text)
    if again is not None:
        assert parse_query(text_of(again)) == query
