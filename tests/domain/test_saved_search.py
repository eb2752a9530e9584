# SPDX-License-Identifier: MIT
"""Saved searches: what may be saved, their order, and what one may be called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.errors import SettingsError
from hkwatch.domain.ids import SearchId
from hkwatch.domain.query import parse_query
from hkwatch.domain.saved_search import NAME_CHARS, checked_name, checked_query, moved, suggested_name, waits_for_prices


def test_a_name_is_one_line_and_a_query_can_be_read() -> None:
    assert checked_name("  VATP \n licences ") == "VATP licences"
    assert checked_query("src:sfc") == parse_query("src:sfc")
    for name in ("", " \n", "x" * (NAME_CHARS + 1)):
        with pytest.raises(SettingsError):
            checked_name(name)
    for query in ("", "  ", "src:", "(a"):
        with pytest.raises(SettingsError):
            checked_query(query)


@given(st.lists(st.integers(1, 50), unique=True, max_size=6), st.integers(1, 50), st.integers(-9, 9))
def test_moving_one_keeps_the_order_of_the_others(order: list[int], one: int, by: int) -> None:
    ids = tuple(SearchId(n) for n in order)
    after = moved(ids, SearchId(one), by)
    assert sorted(after) == sorted(ids)
    assert [n for n in after if n != one] == [n for n in ids if n != one]
    if one in order:
        assert after.index(SearchId(one)) == max(0, min(len(order) - 1, order.index(one) + by))


def test_a_name_is_suggested_from_the_words() -> None:
    assert suggested_name("src:sfc label:licence") == "Sfc licence"
    assert suggested_name('title:"virtual asset"') == "Virtual asset"
    assert suggested_name("標題：牌照") == "標題：牌照"
    assert len(suggested_name("word " * 40)) <= NAME_CHARS


def test_what_waits_for_prices_is_known_by_its_fields() -> None:
    assert waits_for_prices(parse_query("a -move1h:>2%"))
    assert not waits_for_prices(parse_query("price:<100000"))
