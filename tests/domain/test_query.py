# SPDX-License-Identifier: MIT
"""The search box's language."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hkwatch.domain.query import IS_VALUES, Field, Query, QueryError, Term, parse_query


def only(text: str) -> Term:
    (term,) = parse_query(text).terms
    return term


def error(text: str) -> QueryError:
    with pytest.raises(QueryError) as caught:
        parse_query(text)
    return caught.value


@pytest.mark.parametrize("text", ["", " ", "\t\n "])
def test_nothing_typed_means_everything(text: str) -> None:
    assert parse_query(text) == Query()


def test_the_docstrings_example_reads_as_six_terms() -> None:
    text = 'licence "virtual asset" is:unread src:sfc -type:speech label:licence'
    assert parse_query(text).terms == (
        Term(Field.TEXT, ("licence",)),
        Term(Field.TEXT, ("virtual asset",), phrase=True),
        Term(Field.IS, ("unread",)),
        Term(Field.SRC, ("sfc",)),
        Term(Field.TYPE, ("speech",), negated=True),
        Term(Field.LABEL, ("licence",)),
    )


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("牌照", Term(Field.TEXT, ("牌照",))),
        ("-fined", Term(Field.TEXT, ("fined",), negated=True)),
        ('-"virtual asset"', Term(Field.TEXT, ("virtual asset",), negated=True, phrase=True)),
        ("reg:sfc", Term(Field.SRC, ("sfc",))),
        ("source:sfc", Term(Field.SRC, ("sfc",))),
        ("SRC:sfc", Term(Field.SRC, ("sfc",))),
        ("topic:etf", Term(Field.LABEL, ("etf",))),
        ("src:sfc,hkma", Term(Field.SRC, ("sfc", "hkma"))),
        ("src:sfc,,hkma,", Term(Field.SRC, ("sfc", "hkma"))),
        ("is:UNREAD", Term(Field.IS, ("unread",))),
        ("level:high", Term(Field.LEVEL, ("high",))),
        ("level:high..", Term(Field.LEVEL, ("high",), or_higher=True)),
        ("-level:high..", Term(Field.LEVEL, ("high",), negated=True, or_higher=True)),
        ("lang:zh-Hant", Term(Field.LANG, ("zh-hant",))),
        ("ref:26PR107", Term(Field.REF, ("26PR107",))),
        ("ref:26PR*", Term(Field.REF, ("26PR*",))),
        ("type:alert-list", Term(Field.TYPE, ("alert-list",))),
        ("label:btc_threshold", Term(Field.LABEL, ("btc_threshold",))),
        ("10:30", Term(Field.TEXT, ("10:30",))),
        ("https://example.test/a", Term(Field.TEXT, ("https://example.test/a",))),
        ("e-money", Term(Field.TEXT, ("e-money",))),
    ],
)
def test_one_term(text: str, term: Term) -> None:
    assert only(text) == term


@pytest.mark.parametrize("text", ["src: sfc", "src:   sfc", "src:\tsfc", "  src: sfc  "])
def test_a_blank_after_the_colon_is_tolerated(text: str) -> None:
    assert only(text) == Term(Field.SRC, ("sfc",))


def test_a_phrase_keeps_commas_and_case() -> None:
    assert only('src:"RTHK, Finance"') == Term(Field.SRC, ("RTHK, Finance",), phrase=True)


@pytest.mark.parametrize(
    ("text", "key", "position", "value"),
    [
        ("licence foo:bar", "unknown-field", 8, "foo"),
        ("text:licence", "unknown-field", 0, "text"),
        ("is:unraed", "unknown-value", 0, "unraed"),
        ("  is:unread,raed", "unknown-value", 2, "raed"),
        ("licence src:", "missing-value", 8, "src"),
        ("licence src:  ", "missing-value", 8, "src"),
        ("src:,", "missing-value", 0, "src"),
        ('src:""', "missing-value", 0, "src"),
        ("level:..", "missing-value", 0, "level"),
        ('a "virtual asset', "open-quote", 2, '"virtual'),
        ('"virtual"asset', "open-quote", 0, '"virtual"asset'),
        ('"', "open-quote", 0, '"'),
        ("licence -", "empty-term", 8, ""),
        ("- licence", "empty-term", 0, ""),
        ('""', "empty-term", 0, ""),
        ('a "  "', "empty-term", 2, "  "),
        ("is:unread..", "unknown-value", 0, "unread.."),
        ("level:low,high..", "unknown-value", 0, "low,high.."),
        ('level:"high.."', "unknown-value", 0, "high.."),
    ],
)
def test_what_cannot_be_understood_is_named_with_its_place(text: str, key: str, position: int, value: str) -> None:
    found = error(text)
    assert (found.key, found.position, found.value) == (key, position, value)


def test_a_reference_that_ends_in_dots_is_taken_as_it_stands() -> None:
    assert only("ref:26PR..") == Term(Field.REF, ("26PR..",))


def test_an_error_says_what_would_be_allowed() -> None:
    assert error("is:unraed").allowed == IS_VALUES
    assert error("is:").allowed == IS_VALUES
    assert "critical" in error("level:urgent").allowed
    assert "consultation" in error("type:x").allowed
    assert "stablecoin" in error("label:x").allowed
    assert "zh-hans" in error("lang:fr").allowed
    assert set(error("foo:bar").allowed) == {"is", "src", "label", "type", "level", "lang", "ref"}


def read(text: str) -> Query | QueryError:
    try:
        return parse_query(text)
    except QueryError as refused:
        return refused


@given(st.text())
@example("src:" * 1000)
@example('-"' * 50)
@example("\x1c\x85\u3000")
def test_any_text_is_either_understood_or_refused_with_a_place_inside_it(text: str) -> None:
    answer = read(text)
    if isinstance(answer, QueryError):
        assert 0 <= answer.position < len(text)
    else:
        assert all(term.values and all(term.values) for term in answer.terms)
        assert all(0 <= term.position < len(text) for term in answer.terms)


PIECES = st.sampled_from(
    [
        "licence",
        "牌照",
        '"virtual asset"',
        "is:unread",
        "src:",
        " ",
        "-",
        "level:high..",
        "type:press",
        '"',
        ",",
        "ref:",
        ":",
        "//",
    ]
)


@given(st.lists(PIECES).map("".join))
def test_pieces_of_the_language_in_any_order_never_crash(text: str) -> None:
    answer = read(text)
    assert isinstance(answer, Query) or 0 <= answer.position < len(text)


GOOD_TERMS = st.sampled_from(
    [
        "licence",
        "-fined",
        "牌照",
        '"a b"',
        "is:unread",
        "-is:read,seen",
        "src:sfc",
        "level:high..",
        "lang:en",
        "ref:26PR1",
    ]
)


@given(st.lists(GOOD_TERMS), st.lists(GOOD_TERMS))
def test_terms_read_alike_alone_and_among_others(left: list[str], right: list[str]) -> None:
    whole = parse_query(" ".join(left + right)).terms
    assert whole == parse_query(" ".join(left)).terms + parse_query("  ".join(right)).terms
