# SPDX-License-Identifier: MIT
"""Pasted lines become addresses or say why not; pages say where their feeds are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.sources.discovery import MAX_FEEDS, MAX_LINES, read_lines, read_page, stated_language
from hkwatch.sources.opml import plain_language

PAGE = "https://example.test/news/index.html"


@pytest.mark.parametrize(
    ("line", "urls"),
    [
        ("https://example.test/feed", ["https://example.test/feed"]),
        ("  HTTPS://example.test/feed  ", ["https://example.test/feed"]),
        ("<https://example.test/feed>,", ["https://example.test/feed"]),
        ("example.test", ["https://example.test/", "http://example.test/"]),
        ("//example.test/a", ["https://example.test/a", "http://example.test/a"]),
        ("example.test:8080/a", ["https://example.test:8080/a", "http://example.test:8080/a"]),
        ("localhost:8080", ["https://localhost:8080/", "http://localhost:8080/"]),
        ("feed://example.test/a", ["https://example.test/a", "http://example.test/a"]),
        ("feed:https://example.test/a", ["https://example.test/a"]),
        ("FEED:http://example.test/a", ["http://example.test/a"]),
        ("feed://https://example.test/a", ["https://example.test/a"]),
        ("https://例子.測試/訂閱", ["https://例子.測試/訂閱"]),
        ("http://[::1]:80/a", ["http://[::1]:80/a"]),
    ],
)
def test_line_is_an_address(line: str, urls: list[str]) -> None:
    (asked,) = read_lines(line)
    assert (list(asked.urls), asked.error) == (urls, "")


@pytest.mark.parametrize(
    "line",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://example.test/a",
        "mailto:someone@example.test",
        "data:text/html,x",
        "feed:javascript:alert(1)",
        "two words",
        "word",
        "https://",
        "http://[::1/a",
        "https://example.test:99999/",
        "https://exa mple.test/",
    ],
)
def test_line_that_is_no_address_is_refused_in_words(line: str) -> None:
    (asked,) = read_lines(line)
    assert not asked.urls
    assert asked.error
    assert asked.next_step


def test_one_place_counts_once_and_order_stays() -> None:
    text = "b.example.test\nhttps://a.example.test/x/\n\nhttp://www.A.example.test/x\nb.example.test/#top\n"
    assert [asked.urls[0] for asked in read_lines(text)] == ["https://b.example.test/", "https://a.example.test/x/"]


def test_too_many_lines_are_cut_and_that_is_said() -> None:
    asked = read_lines("\n".join(f"h{number}.example.test" for number in range(MAX_LINES + 50)))
    assert len(asked) == MAX_LINES + 1
    assert "More than" in asked[-1].error


@given(st.text(max_size=200))
def test_no_text_crashes(text: str) -> None:
    for asked in read_lines(text):
        assert bool(asked.urls) != bool(asked.error)


def declared(html: str, url: str = PAGE, content_type: str = "text/html; charset=utf-8") -> list[str]:
    return list(read_page(html.encode(), url, content_type).declared)


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<link rel="alternate" type="application/rss+xml" href="/rss">', ["https://example.test/rss"]),
        ("<link rel=alternate type=application/atom+xml href=atom.xml>", ["https://example.test/news/atom.xml"]),
        ('<LINK REL="Alternate" TYPE="Application/RSS+XML; charset=utf-8" HREF="../r">', ["https://example.test/r"]),
        ('<link rel="alternate" type="application/feed+json" href="?f=json">', [f"{PAGE}?f=json"]),
        (
            '<base href="/deep/"><link rel="alternate" type="application/rss+xml" href="r">',
            ["https://example.test/deep/r"],
        ),
        (
            '<base href="https://cdn.example.test/x/"><link rel="alternate home" type="application/rss+xml" href="r">',
            ["https://cdn.example.test/x/r"],
        ),
        (
            '<link rel="alternate" type="application/rss+xml" href="feed:https://f.example.test/r">',
            ["https://f.example.test/r"],
        ),
        (
            '<link rel="alternate" type="application/rss+xml" href="//f.example.test/r#top">',
            ["https://f.example.test/r"],
        ),
        ('<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">', []),
        ('<link rel="alternate" type="application/rss+xml" href="http://[broken">', []),
        ('<link rel="alternate" type="text/html" hreflang="zh" href="/zh">', []),
        ('<link rel="stylesheet" type="application/rss+xml" href="/rss">', []),
        ('<link rel="alternate" type="application/rss+xml">', []),
        ("", []),
    ],
)
def test_page_declares_its_feeds(html: str, found: list[str]) -> None:
    assert declared(f"<html><head>{html}</head><body></body></html>") == found


def test_same_feed_declared_twice_is_one_and_comments_come_only_alone() -> None:
    link = '<link rel="alternate" type="application/rss+xml" title="{}" href="{}">'
    comments = link.format("Comments Feed", "/comments/feed/")
    assert declared(link.format("A", "/feed/") + link.format("B", "/feed") + comments) == ["https://example.test/feed/"]
    assert declared(comments) == ["https://example.test/comments/feed/"]
    assert len(declared("".join(link.format(n, f"/{n}") for n in range(40)))) == MAX_FEEDS


@pytest.mark.parametrize(
    ("anchor", "is_one"),
    [
        ('<a href="/feed">Feed</a>', True),
        ('<a href="/feed/"><img alt=""></a>', True),
        ('<a href="/news.xml">RSS</a>', True),
        ('<a href="/news.xml" title="Atom"></a>', True),
        ('<a href="/news.xml">訂閱</a>', True),
        ('<a href="/sitemap.xml">Site map</a>', False),
        ('<a href="/about">RSS explained</a>', False),
        ('<a href="/feedback">Feedback</a>', False),
    ],
)
def test_anchors_that_speak_of_feeds_are_tried(anchor: str, *, is_one: bool) -> None:
    assert bool(read_page(anchor.encode(), PAGE, "text/html").anchors) is is_one


@pytest.mark.parametrize("encoding", ["big5", "gb18030", "utf-16", "utf-8-sig"])
def test_title_of_a_page_is_read_in_its_own_encoding(encoding: str) -> None:
    html = f'<html><head><meta charset="{encoding}"><title>香港  新聞</title></head></html>'
    assert read_page(html.encode(encoding), PAGE, "text/html").title == "香港 新聞"


@given(st.binary(max_size=400))
def test_no_page_crashes(body: bytes) -> None:
    read_page(b"<html><base href=" + body, PAGE, "text/html")
    read_page(b"<link rel=alternate type=application/rss+xml href='" + body + b"'>", PAGE, "")


@pytest.mark.parametrize(
    ("tag", "lang"),
    [
        ("en-US", "en"),
        ("zh-HK", "zh-Hant"),
        ("zh_TW", "zh-Hant"),
        ("zh-cn", "zh-Hans"),
        ("zh", ""),
        ("fr", ""),
        ("", ""),
    ],
)
def test_language_tags_come_to_the_three_that_are_known(tag: str, lang: str) -> None:
    assert plain_language(tag) == lang
    assert stated_language(f"<rss><channel><language>{tag}</language>".encode(), "") == lang
