# SPDX-License-Identifier: MIT
"""The last day for comments, read from a consultation's text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.closing_date import closing_date


@pytest.mark.parametrize(
    "text",
    [
        "Comments should reach us by 23 January 2026.",
        "The consultation ends on 23 January 2026.",
        "Please submit views no later than Friday, 23 January 2026.",
        "公眾可於2026年1月23日或之前提交意見。",
        "咨询期至2026年1月23日届满。",
    ],
)
def test_a_stated_day_is_read(text: str) -> None:
    assert closing_date(text) == date(2026, 1, 23)


def test_the_later_of_two_days_is_the_extended_one() -> None:
    assert closing_date("Comments were due by 5 May 2026. Comments are now taken until 19 May 2026.") == date(
        2026, 5, 19
    )


@pytest.mark.parametrize(
    "text",
    [
        "Published on 23 January 2026.",
        "The rules apply by 1 June 2026 to all firms.",
        "Comments by 31 February 2026.",
        "",
    ],
)
def test_another_day_is_none(text: str) -> None:
    assert closing_date(text) is None


@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    closing_date(text)
