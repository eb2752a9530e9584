# SPDX-License-Identifier: MIT
"""Texts that would hold up the window for seconds or minutes are made simpler; those people write stay as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.sources.html import plain_line, plain_text, sanitise
from hkwatch.sources.html_bounds import LONGEST_WORD, MOST_BLOCKS, MOST_SPAN, has_vast_tables, with_breakable_words

BASE = "https://www.example.test/"


def test_tables_within_tables_without_end_are_paragraphs() -> None:
    clean = sanitise("<table><tr><td>a" * 60 + "x", BASE)
    assert "<table" not in clean
    assert plain_text(clean).split() == ["a"] * 59 + ["ax"]
    letter = "<table><tr><td>" * 4 + "x" + "</td></tr></table>" * 4
    assert sanitise(letter, BASE).count("<table") == 4


@pytest.mark.parametrize("side", ["colspan", "rowspan"])
@pytest.mark.parametrize("value", [str(MOST_SPAN + 1), "20480", "1000000000", "-1", "0", "x", "٣"])
def test_a_cell_that_spans_more_than_a_table_has_spans_one(side: str, value: str) -> None:
    clean = sanitise(f'<table><tr><td {side}="{value}">x</td></tr></table>', BASE)
    assert side not in clean
    assert "<td>x</td>" in clean


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr>" + "<td>x" * 20_000 + "</table>",
        "<table>" + "<tr><td colspan=50>x</td></tr>" * 400 + "</table>",
        "<table>" + ("<tr>" + "<td rowspan=50>x" * 10) * 60 + "</table>",
        "<table>" + "<tr></tr>" * 5_000 + "<tr>" + "<td>x" * 50 + "</table>",
    ],
    ids=["many cells", "many spanned", "many reaching down", "many empty rows"],
)
def test_a_table_with_more_cells_than_anybody_reads_is_paragraphs(html: str) -> None:
    clean = sanitise(html, BASE)
    assert "<t" not in clean
    assert "x" in clean


def test_a_table_as_publishers_make_them_stays() -> None:
    rows = "".join(f'<tr><td rowspan="2">{n}</td><td>b</td><td colspan="3">c</td></tr>' for n in range(200))
    assert not has_vast_tables(sanitise(f"<table>{rows}</table>", BASE))
    assert "<table" in sanitise(f"<table>{rows}</table>", BASE)


@pytest.mark.parametrize("block", ["<p>x", "x<br>", "<li>x", "<blockquote>x</blockquote>"])
def test_thousands_of_paragraphs_are_one_that_keeps_the_words(block: str) -> None:
    few, many = sanitise(block * 500, BASE), sanitise(block * (MOST_BLOCKS + 1), BASE)
    assert few.count("x") == 500
    assert few != f"<p>{plain_text(few)}</p>"
    assert many.startswith("<p>x" if block != "<li>x" else "<p>• x")
    assert many.count("<p>") == 1
    assert many.count("x") == MOST_BLOCKS + 1


def test_a_word_without_end_may_break() -> None:
    clean = sanitise(f'<p><a href="{BASE}{"y" * 1500}">{"x" * 900_000}</a></p>', BASE)
    assert max(map(len, plain_text(clean).split())) <= LONGEST_WORD
    assert "y" * 1500 in clean
    assert sanitise(clean, BASE) == clean
    chinese = "證" * 5000
    assert sanitise(f"<p>{chinese}</p>", BASE) == f"<p>{chinese}</p>"


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200b", "\ufeff", "\x9b", "\u00ad"], ids=ascii)
def test_characters_nobody_sees_are_in_no_title_and_no_text(sign: str) -> None:
    for dirty in (f"SFC lic{sign}ence", f"SFC lic&#{ord(sign)};ence"):
        if sign == "\x9b" and "&#" in dirty:
            # HTML reads this number as a quotation mark.
            continue
        assert plain_line(dirty) == "SFC licence"
        assert plain_text(f"<p>{dirty}</p>") == "SFC licence"
        assert sanitise(f"<p>{dirty}</p>", BASE) == "<p>SFC licence</p>"


@given(st.integers(0, 1200), st.integers(900, 1700), st.integers(0, 1200))
def test_wherever_a_word_stands_only_one_that_is_too_long_is_broken(before: int, length: int, after: int) -> None:
    html = f"<p>{'a ' * before}{'x' * length}{' b' * after}</p>"
    words = with_breakable_words(html).split()
    assert max(map(len, words)) <= LONGEST_WORD + len("<p>")
    assert "".join(words) == "".join(html.split())
    if length <= LONGEST_WORD - len("<p></p>"):
        assert with_breakable_words(html) == html
