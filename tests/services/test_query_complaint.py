# SPDX-License-Identifier: MIT
"""What is said of queries that cannot be read."""

import pytest

from hkwatch.domain.query import QueryError, parse_query
from hkwatch.services.query_complaint import complaint


def plain(_context: str, text: str) -> str:
    return text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("type:", "type: needs a value, e.g. type:enforcement"),
        ("ref:", "ref: needs a value, e.g. ref:26PR97"),
        ("type:circluar", "“circluar” is not known here. Did you mean circular?"),
        ("level:huge", "“huge” is not known here. Known: low, normal, high, critical."),
        ("pub:soon", "“soon” is no date. Examples: pub:today, pub:2026-11, pub:2026-01..2026-03."),
        ("price:5", "price: needs a comparison, e.g. price:<100000"),
        ("a OR", "OR needs a condition on both sides."),
        ("NOT", "NOT needs a condition after it."),
        ("(a", "A bracket is still open."),
        ("a)", "This bracket was never opened."),
        ("body:/a(/", "This expression cannot be read: missing )."),
        ("-in:all", "in: is for the whole query; it cannot be negated or in brackets."),
        ("a -", "Something is missing at character 3."),
    ],
)
def test_a_mistake_in_words(text: str, sentence: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query(text)
    assert complaint(caught.value, plain) == sentence


def test_what_cannot_be_searched_yet_is_named() -> None:
    error = QueryError("not-searchable", 0, "due", (), "due")
    assert complaint(error, plain) == "“due” cannot be searched yet."


@pytest.mark.parametrize(
    ("field", "allowed", "sentence"),
    [
        ("label", ("licence",), "There is no label “x”. Did you mean licence?"),
        ("src", ("sfc", "sfo"), "There is no source “x”. Did you mean sfc or sfo?"),
        ("rule", (), "There is no rule “x”."),
        ("entity", (), "No firm “x” is known."),
        ("ce", (), "No firm with the CE number x is known."),
    ],
)
def test_a_name_that_nothing_is_called_is_told(field: str, allowed: tuple[str, ...], sentence: str) -> None:
    assert complaint(QueryError("unknown-name", 0, "x", allowed, field), plain) == sentence
