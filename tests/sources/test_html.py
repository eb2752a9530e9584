# SPDX-License-Identifier: MIT
"""Foreign HTML: what is shown is safe, what is read is plain, and neither takes long."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.sources.html import (
    MAX_TEXT_CHARS,
    as_paragraphs,
    has_markup,
    plain_line,
    plain_text,
    sanitise,
    tidy,
    without_images,
)

BASE = "https://www.example.test/news/today/"


def test_text_headings_lists_tables_and_emphasis_stay() -> None:
    html = (
        "<h3>Title</h3><p>A <strong>b</strong> <em>c</em> x<sup>2</sup></p><ul><li>one</li></ul>"
        '<table><tbody><tr><td colspan="2">1</td></tr></tbody></table><blockquote>said</blockquote>'
    )
    assert sanitise(html, BASE) == html


def test_scripts_styles_frames_and_handlers_are_gone_without_a_trace() -> None:
    dirty = (
        "<p onclick=\"x()\" style='color:red' class=c>a<script>alert(1)</script><style>p{}</style>"
        "<img src=http://tracker.example.test/1.gif width=1 height=1>"
        "<iframe src=x>frame</iframe><svg><script>2</script></svg>b</p><!-- c -->"
    )
    assert sanitise(dirty, BASE) == "<p>ab</p>"


def test_a_drawing_keeps_its_words_and_loses_its_shapes() -> None:
    drawing = (
        '<p>See <svg width="9"><title>Turnover</title><desc>by month</desc><circle r="5" onclick="x()"/></svg>.</p>'
    )
    assert plain_text(sanitise(drawing, BASE)) == "See Turnover by month."
    assert "svg" not in sanitise(drawing, BASE)


@pytest.mark.parametrize("name", ["embed", "object", "meta", "svg", "video", "form", "section"])
def test_elements_that_are_never_shown_are_markup_all_the_same(name: str) -> None:
    assert has_markup(f"a <{name} x=y> b")
    assert plain_line(f"a <{name} x=y> b") == "a b"


def test_only_links_to_the_web_stay_and_relative_ones_become_absolute() -> None:
    html = (
        '<a href="../media/doc.pdf">1</a><a href="javascript:alert(1)">2</a><a href="mailto:a@example.test">3</a>'
        '<a href="data:text/html,x">4</a><a href="file:///etc/passwd">5</a><a href=" //other.example.test/x ">6</a>'
    )
    clean = sanitise(html, BASE)
    assert 'href="https://www.example.test/news/media/doc.pdf"' in clean
    assert 'href="https://other.example.test/x"' in clean
    assert clean.count("href=") == 2
    assert "5</a>" in clean


def test_words_of_containers_do_not_run_together() -> None:
    assert sanitise("<div>one</div><div>two</div><section><h1>three</h1></section>", BASE) == (
        "<p>one</p><p>two</p><h3>three</h3>"
    )
    assert plain_text("<div>one</div><div>two</div>") == "one\n\ntwo"


def test_plain_text_has_paragraphs_lines_bullets_and_cells() -> None:
    html = (
        "<p>The\r\n  SFC&rsquo;s  list:<br>second line</p>\r\n<ol><li>first</li><li>last</li></ol>"
        "<table><tr><th>Name</th><th>CE</th></tr><tr><td>Example Digital Ltd</td><td>ZZZ001</td></tr></table><p>End</p>"
    )
    assert plain_text(html) == (
        "The SFC’s list:\nsecond line\n\n• first\n• last\n\nName | CE\nExample Digital Ltd | ZZZ001\n\nEnd"
    )


def test_what_was_escaped_twice_is_unescaped_twice() -> None:
    assert plain_text("It&amp;#039;s &amp;quot;so&amp;quot;") == 'It\'s "so"'
    assert plain_text("&lt;p&gt;one&lt;/p&gt;&lt;p&gt;two &amp;amp; three&lt;/p&gt;") == "one\n\ntwo & three"
    assert plain_line("Fish &amp;amp; chips &amp;lt;b&amp;gt;") == "Fish & chips <b>"


@pytest.mark.parametrize(
    "text", ["BTC < 95,000 and > 94,000", "R&D", "?a=1&copy=2", "a <b", "證監會 < 金管局", "1 & 2 &nothing;"]
)
def test_signs_that_are_no_markup_stay_in_titles(text: str) -> None:
    assert plain_line(text) == text
    assert not has_markup(text)


def test_titles_lose_markup_line_breaks_and_double_spaces() -> None:
    assert plain_line("SFC  suspends <b>Example\r\n Digital</b> Ltd\r\n") == "SFC suspends Example Digital Ltd"
    assert plain_line("Q&amp;A on <i>licence</i>s<br>again") == "Q&A on licences again"


def test_plain_text_becomes_paragraphs_and_is_escaped() -> None:
    assert as_paragraphs("one\r\ntwo\n\n\n\nthree <script>") == "<p>one<br>two</p><p>three &lt;script&gt;</p>"


def test_scripts_never_reach_the_plain_text() -> None:
    assert plain_text("<p>a</p><script>var b</script><style>c</style>") == "a"


def test_both_are_bounded_in_size() -> None:
    assert len(plain_text("<p>word </p>" * 200_000)) <= MAX_TEXT_CHARS
    assert len(sanitise("<p>word</p>" * 200_000, BASE)) <= 1_000_100


def test_html_nested_absurdly_deep_keeps_its_words() -> None:
    deep = "<span>" * 5000 + "inside" + "</span>" * 5000
    assert sanitise(deep, BASE) == "<p>inside</p>"
    assert plain_text(deep) == "inside"
    fine = "<ul><li>" * 60 + "inside" + "</li></ul>" * 60
    assert "<ul>" in sanitise(fine, BASE)


@pytest.mark.parametrize(
    "bad",
    [
        "<div>" * 100_000,
        "<span>" * 100_000,
        "<table><tr><td>" * 50_000,
        "<p><b id=1>" * 50_000,
        "<" * 400_000,
        "<!--" * 200_000,
        "<a href=" * 100_000,
        "<li>" * 100_000,
        "&lt;p&gt;" * 100_000,
        "<![CDATA[" * 100_000,
        "<span><!--" * 80_000,
        "<svg>" * 100_000 + "<title>" * 50_000 + "</svg>",
        "<svg " * 100_000,
        ("y" * 999 + " ") * 1000,
        ("y" * 999 + "證") * 1000,
    ],
    ids=lambda bad: bad[:10],
)
def test_hostile_html_takes_no_time(bad: str) -> None:
    started = time.process_time()
    sanitise(bad, BASE)
    plain_text(bad)
    plain_line(bad)
    # Unbounded, the first case takes half a minute.
    assert time.process_time() - started < 5


PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<div>", "<a href='", "javascript:", "'>", "<script>", "</script>", "&lt;", "&amp;", "x", "<"),
        *(
            ">",
            "\n",
            "<b",
            " onload=y",
            "<!--",
            "-->",
            "<ul><li>",
            "<table><td>",
            "證",
            "<svg>",
            "<style>",
            "<img src=x>",
        ),
        *("&#0;", "<a href=//e.test>", "<math>", "<noscript>", "</style>"),
    ]
)
ALLOWED = re.compile(
    r"</?(?:p|br|hr|ul|ol|li|b|strong|i|em|u|sup|sub|blockquote|h[345]|table|caption|thead|tbody|tfoot|tr|td|th|a"
    r'(?: href="https?://[^"<>]+")?(?: rel="noopener noreferrer")?|img src="https?://[^"<>]+"(?: alt="[^"<>]+")?)>'
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_nothing_but_the_allowed_elements_ever_comes_out(html: str) -> None:
    clean = sanitise(html, BASE)
    left = ALLOWED.sub("", clean)
    assert "<" not in left
    assert sanitise(clean, BASE) == clean


@given(st.text(max_size=300))
def test_tidying_twice_is_tidying_once(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert "\n\n\n" not in tidy(text)


def test_the_line_break_of_a_counting_pixel_that_is_gone_goes_too() -> None:
    assert sanitise(
        '<img src="https://example.test/a.jpg" width="1" height="1"/><br/>Text<br>more<br/>', "https://example.test/"
    ) == ("Text<br>more")
    assert sanitise('<p><img src="data:image/gif;base64,R0"><br>Text</p>', "https://example.test/") == "<p>Text</p>"


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        (
            '<img src="a b.jpg" alt="A  chart" onerror="x()">',
            '<img src="https://example.test/en/a b.jpg" alt="A chart">',
        ),
        (
            '<img alt="x" width="640" src="//cdn.example.test/c.png" srcset="y 2x">',
            '<img src="https://cdn.example.test/c.png" alt="x">',
        ),
        ('a<img src="javascript:alert(1)">b', "ab"),
        ('a<img src="file:///etc/passwd">b', "ab"),
        ('a<img src="https://example.test/p.gif" width="1px" height="1">b', "ab"),
        (
            '<img src="https://example.test/?a=1&amp;b=2&quot;>">',
            '<img src="https://example.test/?a=1&amp;b=2&quot;&gt;">',
        ),
    ],
)
def test_of_an_image_its_web_address_and_what_it_shows_are_left(dirty: str, clean: str) -> None:
    assert sanitise(dirty, "https://example.test/en/news") == clean


def test_html_can_be_had_without_its_images() -> None:
    safe = sanitise('<p><img src="https://example.test/a.png" alt="x > y"></p><p>Text</p>', BASE)
    assert "<img" in safe
    assert without_images(safe) == "<p>Text</p>"
    assert without_images("<p>Text</p>") == "<p>Text</p>"
