# SPDX-License-Identifier: MIT
"""What a chip writes into the box, and takes out of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.query import Field, parse_query
from hkwatch.domain.query_chips import chips_of, pressed, without_chips

TEXTS = (
    "",
    "roadmap",
    "a | b",
    "src:sfc a",
    "level:high.. a",
    "a -src:sfc",
    "(a | src:sfc) sort:pub",
    "a in:all level:low",
)


@pytest.mark.parametrize(
    ("before", "key", "after"),
    [
        ("", "level:high", "level:high"),
        ("roadmap", "src:sfc", "roadmap src:sfc"),
        ("roadmap src:sfc", "src:sfc", "roadmap"),
        ("level: high  roadmap", "level:critical", "roadmap level:critical"),
        ("roadmap level:high src:sfc", "level:high", "roadmap src:sfc"),
        ("level:high src:sfc roadmap", "all", "roadmap"),
        ("a | b", "src:sfc", "(a | b) src:sfc"),
        ("a | b sort:pub", "src:sfc", "(a | b) src:sfc sort:pub"),
        ("is:unread -src:sfc", "src:sfc", "is:unread -src:sfc src:sfc"),
        ("虛擬資產　reg：sfc", "src:sfc", "虛擬資產"),
    ],
)
def test_a_chip_writes_its_text_and_takes_it_out_again(before: str, key: str, after: str) -> None:
    assert pressed(before, key) == after


def test_a_text_that_cannot_be_read_stays_as_it_is() -> None:
    assert pressed('"half', "level:high") == '"half'


@given(st.sampled_from(TEXTS), st.sampled_from(["level:high", "level:low", "src:sfc", "src:hkma"]))
def test_pressed_twice_the_query_asks_for_the_same_without_that_field(text: str, key: str) -> None:
    field, _, value = key.partition(":")
    once = pressed(text, key)
    query = parse_query(text)
    if chips_of(query).get(Field(field)) != value:
        assert chips_of(parse_query(once))[Field(field)] == value
    others = {name: one for name, one in chips_of(query).items() if name.value != field}
    assert {name: one for name, one in chips_of(parse_query(once)).items() if name.value != field} == others
    assert without_chips(parse_query(pressed(text, "all"))) == without_chips(query)
    assert not chips_of(parse_query(pressed(text, "all")))
