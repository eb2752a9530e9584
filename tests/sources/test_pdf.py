# SPDX-License-Identifier: MIT
"""The text of a PDF: what is joined, what is cut, and what is said where there is none."""

import logging
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pdfs
from hkwatch.sources.pdf import paragraphs, read_pdf
from hkwatch.sources.pdf_outcome import Outcome, decode, encode


@pytest.fixture(autouse=True)
def no_grumbling() -> Iterator[None]:
    """The library warns of each thing that it mends; the reading process has nobody to read that."""
    log = logging.getLogger("pypdf")
    before, log.level = log.level, logging.CRITICAL
    yield
    log.level = before


def test_the_text_comes_as_paragraphs_whose_lines_are_joined() -> None:
    outcome = read_pdf(pdfs.good())
    assert outcome.text.split("\n\n") == list(pdfs.TEXT)
    assert (outcome.error, outcome.pages, outcome.is_cut) == ("", 1, False)


def test_chinese_lines_are_joined_without_a_space() -> None:
    text = "證監會提醒持牌虛擬資產交易平台營運者，須在兩個工作日內報告任何重大事故，並保存有關紀錄不少於七年。" * 2
    assert read_pdf(pdfs.good(text)).text == text


def test_points_and_ends_of_sentences_begin_a_new_paragraph() -> None:
    lines = ["A sentence that is as long as the line", "goes on. It ends:", "(a) one", "• two", "3. three", "and on"]
    assert paragraphs(lines).split("\n\n") == [
        "A sentence that is as long as the line goes on. It ends:",
        "(a) one",
        "• two",
        "3. three and on",
    ]


def test_signs_that_no_text_can_hold_are_left_out() -> None:
    assert paragraphs(["a\x00b\ud800c\x07 \ufffe d"]) == "abc d"
    assert decode(encode(Outcome(text=paragraphs(["\udfff"])))) == Outcome()


def test_more_pages_or_characters_than_allowed_are_cut_and_said_so() -> None:
    long = pdfs.good(*[f"Paragraph {number} of a long document." for number in range(200)])
    few = read_pdf(long, max_pages=2)
    assert (few.is_cut, few.pages) == (True, 9)
    assert "Paragraph 30 " in few.text
    assert "Paragraph 199 " not in few.text
    short = read_pdf(long, max_chars=100)
    assert (short.is_cut, len(short.text)) == (True, 100)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "not-pdf"),
        (b"PK\x03\x04 an office document", "not-pdf"),
        (b"\n<!DOCTYPE html><html><body>Service unavailable</body></html>", "html"),
        (pdfs.encrypted("secret"), "encrypted"),
        (pdfs.without_text(), "no-text"),
        (pdfs.good()[:300], "broken"),
        (b"%PDF-1.4\n", "broken"),
    ],
)
def test_a_document_without_a_text_says_why(data: bytes, error: str) -> None:
    assert read_pdf(data) == Outcome(error=error, pages=1 if error == "no-text" else 0)


def test_a_document_that_only_forbids_changes_is_read() -> None:
    assert read_pdf(pdfs.encrypted("")).text.startswith("Circular to intermediaries")


def test_an_answer_that_breaks_off_is_no_outcome() -> None:
    line = encode(Outcome(text="whole"))
    assert decode(line) == Outcome(text="whole")
    assert decode(line[:10]) is None
    assert decode(b"") is None
    assert decode(b"\xff\xfe") is None


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=20))
def test_no_line_of_text_is_lost(lines: list[str]) -> None:
    joined = "".join(paragraphs(lines).split())
    for line in lines:
        for word in paragraphs([line]).split():
            assert word in joined
