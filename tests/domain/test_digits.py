# SPDX-License-Identifier: MIT
"""Numbers out of text that anybody may have written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.digits import natural


@pytest.mark.parametrize("text", ["", " ", "-1", "1.5", "1_0", "²", "٣", "一", "12345678901", "9" * 5000])
def test_what_is_no_short_number_of_plain_digits_is_none(text: str) -> None:
    assert natural(text) is None


def test_a_number_is_read_with_the_space_around_it_and_zeros_before_it() -> None:
    assert (natural(" 007 "), natural("0"), natural("1234567890", 10)) == (7, 0, 1_234_567_890)


@given(st.text())
def test_no_text_is_an_error(text: str) -> None:
    assert natural(text) is None or natural(text) == int(text)
