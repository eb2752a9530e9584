# SPDX-License-Identifier: MIT
"""What an empty list says, and where its ways on lead."""

import pytest
from PySide6.QtWidgets import QApplication

from hkwatch.ui.inbox_empty import EmptyWords, empty_words
from hkwatch.ui.inbox_query import VIEWS, Filter


def ways(words: EmptyWords) -> list[tuple[str, str]]:
    return [(way.text, way.filter.text) for way in (words.primary, words.secondary) if way is not None]


def test_nothing_unread_says_what_there_is_today(qapp: QApplication) -> None:
    words = empty_words(Filter(text="is:unread"), 41)
    assert (words.sentence, words.reason) == ("No unread items", "41 items today.")
    assert ways(words) == [("Show all", "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("zebra", [("Search everywhere", "zebra in:all"), ("Show all", "")]),
        (
            "zebra -type:speech",
            [("Search everywhere", "zebra -type:speech in:all"), ("Leave out -type:speech", "zebra")],
        ),
        ('pub:2024-01 "two words"', [("Search all time", '"two words"'), ('Leave out "two words"', "pub:2024-01")]),
        ("zebra in:all", [("Show all", "")]),
        ("zebra in:all src:sfc", [("Leave out src:sfc", "zebra in:all"), ("Show all", "")]),
    ],
)
def test_a_search_without_a_match_can_be_widened(
    qapp: QApplication, text: str, expected: list[tuple[str, str]]
) -> None:
    words = empty_words(Filter(view="flagged", text=text), 0)
    assert words.sentence == f"No match for “{text}”"
    assert ways(words) == expected


def test_every_view_has_a_sentence_of_its_own_and_a_way_out(qapp: QApplication) -> None:
    said = {view: empty_words(Filter(view=view), 3) for view in VIEWS}
    assert len({words.sentence for words in said.values()}) == len(VIEWS)
    assert all(words.primary is not None for view, words in said.items() if view != "inbox")
    assert empty_words(Filter(view="", publisher="sfc"), 3, "SFC").sentence == "Nothing from SFC yet"
    chip = empty_words(Filter(view="flagged", text="level:high"), 3)
    assert chip.primary is not None
    assert chip.primary.filter == Filter(view="flagged")
