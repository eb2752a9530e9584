# SPDX-License-Identifier: MIT
"""Which version is the newer one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.versions import is_newer


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ("0.2.0", "0.1.9"),
        ("0.10.0", "0.9.0"),
        ("1.0", "0.99.99"),
        ("1.0.1", "1.0"),
        ("1.0", "1.0rc1"),
        ("1.0rc2", "1.0rc1"),
        ("1.0rc1", "1.0b9"),
        ("1.0rc10", "1.0rc9"),
    ],
)
def test_the_newer_version_is_told_from_the_older(newer: str, older: str) -> None:
    assert is_newer(newer, older)
    assert not is_newer(older, newer)


@pytest.mark.parametrize(("one", "other"), [("1.0", "1.0.0"), ("1.0+local", "1.0"), ("", "")])
def test_the_same_version_written_otherwise_is_not_newer(one: str, other: str) -> None:
    assert not is_newer(one, other)
    assert not is_newer(other, one)


@given(st.text(max_size=20), st.text(max_size=20))
def test_of_any_two_texts_at_most_one_is_newer(one: str, other: str) -> None:
    assert not (is_newer(one, other) and is_newer(other, one))
