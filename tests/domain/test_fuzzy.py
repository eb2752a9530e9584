# SPDX-License-Identifier: MIT
"""How names are found by a few letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.fuzzy import score

NAMES = ("theme dark", "search language", "send a test notification", "check all sources", "牌照", "text size")


def best(typed: str) -> str:
    found = [(fit, name) for name in NAMES if (fit := score(typed, [name])) is not None]
    return max(found)[1] if found else ""


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("dark", "theme dark"),
        ("sear", "search language"),
        ("test", "send a test notification"),
        ("sl", "search language"),
        ("chsou", "check all sources"),
        ("sources check", "check all sources"),
        ("牌", "牌照"),
        ("照", "牌照"),
        ("tsize", "text size"),
        ("zq", ""),
        ("rk dx", ""),
    ],
)
def test_the_name_that_is_meant_comes_first(typed: str, name: str) -> None:
    assert best(typed) == name


def test_whole_names_go_before_beginnings_and_those_before_what_is_inside() -> None:
    found = [score("look", [name]) for name in ("look", "look at it", "take a look", "outlook")]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == 4


@given(st.text(alphabet="abc 牌", max_size=8), st.text(alphabet="abc 牌", max_size=30))
def test_what_is_a_part_of_a_name_is_found(typed: str, name: str) -> None:
    whole = f"{name}{typed}"
    assert score(typed.strip(), [whole.strip()]) is not None
