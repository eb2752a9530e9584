# SPDX-License-Identifier: MIT
"""Habits of single publishers in bytes of their shape, as far as no other file of these tests has them."""

import time
from datetime import timedelta

import pytest

from hkwatch.domain.hkt import HKT
from hkwatch.domain.identity import canonical_url, identity
from hkwatch.domain.item import Precision
from hkwatch.sources import sfc
from sources.test_publisher_shapes import NOW, ROWS, one, read, source

JS_PAGE = "https://apps.sfc.hk/edistributionWeb/gateway/EN/news-and-announcements/news/doc?refNo=26PR97"


def test_the_page_that_only_a_browser_can_show_is_read_from_the_content_api_instead() -> None:
    entry = one("sfc-press-en", f"<guid>26PR97</guid><title>A release</title><link>{JS_PAGE}</link>")
    assert entry.link == JS_PAGE
    assert entry.ref is not None
    request = sfc.content_request(entry.ref, "zh-Hant")
    assert request.url == "https://apps.sfc.hk/edistributionWeb/api/news/content?refNo=26PR97&lang=TC"


def test_the_number_is_found_in_the_pages_address_where_the_guid_has_none() -> None:
    entry = one(
        "sfc-press-en", f"<title>A release</title><link>{JS_PAGE.replace('26PR97', '26PR97&amp;lang=EN')}</link>"
    )
    assert identity(entry, source("sfc-press-en")) == "sfc:26PR97"


@pytest.mark.parametrize(
    "empty", ["<description></description>", "<description/>", "<description><![CDATA[ ]]></description>", ""]
)
@pytest.mark.parametrize("name", ["sfc-press-en", "hkma-press-en"])
def test_an_empty_description_is_no_text_and_no_reason_to_drop_the_item(name: str, empty: str) -> None:
    link = "https://www.hkma.gov.hk/eng/news-and-media/press-releases/2026/07/20260702-3/"
    entry = one(name, f"<guid>26PR1</guid><title>Title alone</title><link>{link}</link>{empty}")
    assert (entry.title, entry.html, entry.text) == ("Title alone", "", "")


def test_a_date_of_the_hkma_is_a_day_in_hong_kong_though_it_is_written_as_its_midnight() -> None:
    entry = one(
        "hkma-press-en",
        "<title>A release</title><link>https://www.hkma.gov.hk/eng/news-and-media/press-releases/2026/07/20260702-3/</link>"
        "<pubDate>Thu, 02 Jul 2026 00:00:00 +0800</pubDate>",
    )
    assert entry.published_at is not None
    assert (entry.precision, entry.published_at.astimezone(HKT).isoformat()[:10]) == (Precision.DAY, "2026-07-02")
    assert (entry.guid, entry.ref) == ("", "20260702-3")


def test_the_governments_feeds_have_a_language_in_their_names_and_their_size_is_borne() -> None:
    addresses = {row.url for row in ROWS.values() if "/gia/rss/" in row.url}
    assert addresses == {f"https://www.info.gov.hk/gia/rss/general_{lang}.xml" for lang in ("en", "zh")}
    filler = "The Government said today that the matter is being followed up. " * 70
    items = "".join(
        f"<item><title>Release {number}</title><guid>https://www.info.gov.hk/gia/general/202607/02/P{number}.htm</guid>"
        f"<description><![CDATA[<p>{filler}</p>]]></description><pubDate>Thu, 02 Jul 2026 15:04:{number % 60:02}"
        " +0800</pubDate></item>"
        for number in range(100)
    )
    assert 440_000 < len(items) < 520_000
    started = time.thread_time()
    entries = read("gia-en", items).entries
    assert len(entries) == 100
    assert {entry.precision for entry in entries} == {Precision.SECOND}
    assert time.thread_time() - started < 2


def test_a_link_through_google_news_names_its_story_by_the_guid_and_keeps_the_address_as_given() -> None:
    story = "https://news.google.com/rss/articles/CBMiQGh0dHBz"
    first = one(
        _google(),
        f'<title>Licence granted - Example Daily</title><link>{story}?oc=5</link><guid isPermaLink="false">CBMiQGh0dHBz</guid>'
        '<pubDate>Thu, 02 Jul 2026 07:00:00 GMT</pubDate><source url="https://daily.example.test">Example Daily</source>',
    )
    assert first.title == "Licence granted"
    assert first.guid == "CBMiQGh0dHBz"
    assert first.link == f"{story}?oc=5"
    assert canonical_url(first.link) == story


def _google() -> str:
    return next(str(name) for name, row in ROWS.items() if "news.google.com" in row.url)


@pytest.mark.parametrize(
    ("zone", "hours"), [("+0000", 0), ("-0500", -5), ("-0400", -4), ("+0800", 8), ("GMT", 0), ("EST", -5), ("EDT", -4)]
)
def test_the_offset_a_publisher_states_is_the_one_that_counts(zone: str, hours: int) -> None:
    entry = one("theblock", f"<title>T</title><guid>1</guid><pubDate>Thu, 02 Jul 2026 12:00:00 {zone}</pubDate>")
    assert entry.published_at is not None
    assert entry.published_at.utcoffset() == timedelta(0)
    assert entry.published_at.hour == 12 - hours
    assert entry.published_at < NOW


@pytest.mark.parametrize("encoding", ["utf-8", "big5hkscs", "gb18030", "utf-16"])
def test_a_hong_kong_papers_encoding_is_found_whether_or_not_the_header_names_it(encoding: str) -> None:
    title = "證監會發牌予虛擬資產交易平台"
    for content_type in ("", "text/xml", f"text/xml; charset={encoding}"):
        (entry,) = read(
            "mingpao-econ",
            f"<item><title>{title}</title><guid>1</guid></item>",
            encoding=encoding,
            content_type=content_type,
        ).entries
        assert entry.title == title


def test_one_story_under_two_tracking_tails_is_one_address() -> None:
    tails = (
        "?utm_source=rss_feed&utm_medium=rss&utm_campaign=rss_partner_inbound",
        "?utm_source=rss&utm_medium=rss",
        "/?fbclid=x#top",
        "?oc=5&ref=home",
    )
    story = "https://cointelegraph.com/news/one-story"
    assert {canonical_url(story + tail) for tail in tails} == {story}
    assert canonical_url(f"{story}?page=2") != story
