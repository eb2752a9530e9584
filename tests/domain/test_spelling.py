# SPDX-License-Identifier: MIT
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.spelling import joined


@pytest.mark.parametrize(
    ("spelt", "word"),
    [
        ("a-s-p-i-re", "aspire"),
        ("「a-s-p-i-re」路線圖", "「aspire」路線圖"),
        ("the s.f.c. said", "the sfc said"),
        ("a spot e.t.f", "a spot etf"),
        ("現貨e.t.f.獲批", "現貨etf獲批"),
        ("s·f·c", "sfc"),
        ("u.s.a. and s.e.c.", "usa and sec"),
    ],
)
def test_a_name_spelt_letter_by_letter_is_one_word(spelt: str, word: str) -> None:
    assert joined(spelt) == word


@pytest.mark.parametrize(
    "text",
    [
        "u.s. rules, i.e. at 9 a.m.",
        "peer-to-peer, b-to-b and k-pop",
        "x-ray of a t-shirt",
        "see a.b.c.example.test",
        "write to a.b.c@example.test",
        "https://example.test/a-b-c-dozen",
        "1-2-3 and a-1-b",
        "web-a-b-c",
        "type a – b",
    ],
)
def test_what_is_no_name_stays_as_it_is(text: str) -> None:
    assert joined(text) == text


@given(st.text(alphabet="abz -.·9牌", max_size=30))
def test_nothing_but_marks_goes_and_a_second_time_changes_nothing(text: str) -> None:
    once = joined(text)
    bare = str.maketrans("", "", "-.·")
    assert once.translate(bare) == text.translate(bare)
    assert joined(once) == once
