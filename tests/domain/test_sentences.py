# SPDX-License-Identifier: MIT
"""Where a sentence ends."""

import pytest

from hkwatch.domain.sentences import first_sentence_end


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("bitcoin rose 1.2 percent. then it fell.", "bitcoin rose 1.2 percent."),
        ("example digital ltd. was fined. more", "example digital ltd. was fined."),
        ("证监会公布,今日生效。其后", "证监会公布,今日生效。"),
        ("真的?是的", "真的?"),
        ("no end at all", "no end at all"),
        ("  first\nsecond", "  first\n"),
    ],
)
def test_a_sentence_ends_at_its_mark_and_not_inside_a_number_or_short_form(text: str, sentence: str) -> None:
    assert text[: first_sentence_end(text, 0)] == sentence
