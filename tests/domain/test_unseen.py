# SPDX-License-Identifier: MIT
"""What nobody sees is taken out of foreign texts, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.unseen import one_visible_line, without_unseen


@pytest.mark.parametrize(
    "sign",
    [
        *("\x00", "\x1b", "\x7f", "\x90", "\x9b", "\x9d", "\ud800"),
        *("\u202e", "\u2066", "\u2069", "\u200f", "\u061c"),
        *("\u200b", "\u2060", "\ufeff", "\u00ad", "\U000e0041"),
    ],
    ids=ascii,
)
def test_what_nobody_sees_is_gone(sign: str) -> None:
    assert without_unseen(f"licen{sign}ce") == "licence"
    assert one_visible_line(f"licen{sign}ce") == "licence"


@pytest.mark.parametrize(
    "text", ["證監會 – 牌照\n二", "a\tb", "👩\u200d👩\u200d👧", "می\u200cخواهم", "e\u0301 ☑\ufe0f", "x\u2003y"]
)
def test_what_a_text_needs_stays(text: str) -> None:
    assert without_unseen(text) == text


@given(st.text())
def test_a_line_for_a_terminal_is_one_line_that_steers_nothing(text: str) -> None:
    line = one_visible_line(text)
    assert len(line.splitlines()) <= 1
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in line)
    assert one_visible_line(line) == line
