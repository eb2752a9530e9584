# SPDX-License-Identifier: MIT
"""How items are cited: exact in every form, and safe with any title."""

from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.citation import Cited, Form, cite

CITED = Cited(
    publisher="Securities and Futures Commission",
    title="Example Digital Ltd licensed",
    ref="26PR140",
    published=datetime(2026, 11, 20, 8, 31, tzinfo=UTC),
    first_seen=datetime(2026, 11, 20, 8, 33, tzinfo=UTC),
    url="https://apps.example.test/news?ref=26PR140&lang=EN",
    language="en",
)
HANT = replace(CITED, publisher="證券及期貨事務監察委員會", title="某公司獲發牌照", language="zh-Hant")
TITLES = st.text(min_size=1, max_size=60)


def test_english_names_publisher_title_reference_day_address_and_first_sight() -> None:
    assert cite(CITED, Form.PLAIN) == (
        "Securities and Futures Commission, “Example Digital Ltd licensed”, 26PR140, 20 Nov 2026, "
        "https://apps.example.test/news?ref=26PR140&lang=EN (first seen 20 Nov 2026 16:33 HKT)"
    )


def test_traditional_chinese_has_full_width_marks_and_a_gap_after_the_address() -> None:
    assert cite(HANT, Form.PLAIN) == (
        "證券及期貨事務監察委員會，〈某公司獲發牌照〉，26PR140，2026年11月20日，"
        "https://apps.example.test/news?ref=26PR140&lang=EN （首見於2026年11月20日 16:33，香港時間）"
    )


def test_simplified_chinese_has_book_title_marks() -> None:
    hans = replace(HANT, publisher="证券及期货事务监察委员会", title="某公司获发牌照", language="zh-Hans", url="")
    assert cite(hans, Form.PLAIN) == (
        "证券及期货事务监察委员会，《某公司获发牌照》，26PR140，2026年11月20日（首见于2026年11月20日 16:33，香港时间）"
    )


def test_days_are_hong_kongs() -> None:
    late = datetime(2026, 11, 20, 16, 30, tzinfo=UTC)
    assert "21 Nov 2026, " in cite(replace(CITED, published=late), Form.PLAIN)


def test_markdown_links_the_title() -> None:
    assert cite(CITED, Form.MARKDOWN) == (
        "Securities and Futures Commission, [“Example Digital Ltd licensed”]"
        "(https://apps.example.test/news?ref=26PR140&lang=EN), 26PR140, 20 Nov 2026"
        " (first seen 20 Nov 2026 16:33 HKT)"
    )


def test_html_links_the_title_and_names_its_language() -> None:
    assert cite(CITED, Form.HTML) == (
        '<p lang="en">Securities and Futures Commission, '
        '<a href="https://apps.example.test/news?ref=26PR140&amp;lang=EN">“Example Digital Ltd licensed”</a>, '
        "26PR140, 20 Nov 2026 (first seen 20 Nov 2026 16:33 HKT)</p>"
    )


@pytest.mark.parametrize("form", list(Form))
def test_what_is_not_known_leaves_no_hole(form: Form) -> None:
    bare = cite(replace(CITED, ref="", url="", published=None), form)
    assert ", ," not in bare
    assert "None" not in bare
    assert "()" not in bare


def test_an_address_with_brackets_stays_one_link_in_markdown() -> None:
    said = cite(replace(CITED, url="https://example.test/a_(b) c"), Form.MARKDOWN)
    assert "](https://example.test/a_%28b%29%20c)" in said


def test_the_text_follows_the_citation() -> None:
    whole = replace(CITED, text="First line\n# no heading\n\nSecond <b>part</b>\n")
    assert cite(whole, Form.PLAIN).endswith("HKT)\n\nFirst line\n# no heading\n\nSecond <b>part</b>")
    assert cite(whole, Form.MARKDOWN).endswith("\n\n> First line\n> \\# no heading\n>\n> Second \\<b\\>part\\</b\\>")
    assert cite(whole, Form.HTML).endswith(
        "<blockquote><p>First line<br># no heading</p><p>Second &lt;b&gt;part&lt;/b&gt;</p></blockquote>"
    )


@given(TITLES, st.sampled_from(["en", "zh-Hant", "zh-Hans"]))
def test_no_title_makes_markup_of_its_own(title: str, language: str) -> None:
    found: list[str] = []

    class Seen(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append(tag)

    said = cite(replace(CITED, title=title, text=title, language=language), Form.HTML)
    Seen().feed(said)
    assert set(found) <= {"p", "a", "blockquote", "br"}
    assert found.count("a") == 1


@given(TITLES)
def test_a_plain_citation_without_text_is_one_line(title: str) -> None:
    assert len(cite(replace(CITED, title=title), Form.PLAIN).splitlines()) == 1
