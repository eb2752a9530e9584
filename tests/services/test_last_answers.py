# SPDX-License-Identifier: MIT
"""The last answers, kept for people to look at, within bounds."""

import random

from fakes import START
from hkwatch.domain.ids import SourceId
from hkwatch.services.last_answers import MAX_CHARS, MAX_PACKED_BYTES, LastAnswers, pack

A = SourceId("a")


def text_of(body: bytes, content_type: str = "", lang: str = "en") -> str:
    answers = LastAnswers()
    answers.keep(A, START, pack(body), content_type, lang)
    kept = answers.text(A)
    assert kept is not None
    assert kept[0] == START
    return kept[1]


def test_answer_is_decoded_as_a_feed_is() -> None:
    assert text_of("證監會".encode("big5"), "text/xml; charset=big5") == "證監會"
    assert text_of(b"\xef\xbb\xbf  <rss>\r\nx\ry\t</rss>") == "<rss>\nx\ny\t</rss>"
    assert text_of("<a>".encode("utf-16")) == "<a>"


def test_marks_that_turn_text_around_and_control_signs_are_left_out() -> None:
    assert text_of("a\u202eb\x00c\x1b[31md\u2066e\n".encode()) == "abc[31mde\n"


def test_no_more_than_the_limit_is_given_however_large_it_was() -> None:
    assert len(text_of(b"x" * 3_000_000)) == MAX_CHARS
    assert len(text_of("證".encode() * 1_000_000)) == MAX_CHARS


def test_all_together_stay_within_bounds_and_the_oldest_goes_first() -> None:
    answers = LastAnswers()
    noise = random.Random(1).randbytes(700_000)
    for number in range(20):
        answers.keep(SourceId(f"s{number}"), START, pack(noise), "", "en")
    assert answers._bytes <= MAX_PACKED_BYTES
    assert answers.text(SourceId("s0")) is None
    assert answers.text(SourceId("s19")) is not None
    answers.keep(SourceId("s19"), START, pack(b"small"), "", "en")
    answers.forget(SourceId("s18"))
    assert answers.text(SourceId("s18")) is None


def test_nothing_is_known_of_a_source_that_did_not_answer() -> None:
    assert LastAnswers().text(A) is None
