# SPDX-License-Identifier: MIT
"""Each publisher's habits, in bytes of its shape, read by the shipped row of that publisher."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from fakes import SteppedClock
from hkwatch.domain.catalogue import SourceRow
from hkwatch.domain.errors import FormatError
from hkwatch.domain.identity import canonical_url, identity
from hkwatch.domain.ids import SourceId
from hkwatch.domain.item import Entry, Precision
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.sources.dates import HONG_KONG, read_loose
from hkwatch.sources.feeds import MAX_SUMMARY_CHARS, FeedResult, parse_feed
from hkwatch.sources.http import Fetcher
from hkwatch.sources.request import Request, Want

ROWS = load_catalogue(Path(__file__).parents[2] / "resources" / "catalogue", None)[0].sources
NOW = datetime(2026, 7, 9, tzinfo=UTC)
NAMESPACES = (
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"'
)


def source(name: str) -> SourceRow:
    return ROWS[SourceId(name)]


def read(name: str, items: str, head: str = "", encoding: str = "utf-8", content_type: str = "") -> FeedResult:
    """A channel with these items, read as the row's answer."""
    text = f'<?xml version="1.0" encoding="{encoding}"?><rss version="2.0"{NAMESPACES}><channel>{head}{items}</channel></rss>'
    return parse_feed(text.encode(encoding), source(name).url, source(name), NOW, content_type)


def one(name: str, inner: str, head: str = "") -> Entry:
    (entry,) = read(name, f"<item>{inner}</item>", head).entries
    return entry


# ---- the crypto press


def test_coindesks_empty_elements_behind_the_description_do_not_erase_it() -> None:
    entry = one(
        "coindesk",
        "<title><![CDATA[Two Firms Win Approval ]]></title><link>https://www.coindesk.com/policy/2025/12/12/two</link>"
        '<media:content url="https://cdn.example.test/a.jpg?w=1&amp;h=2" type="image/*" medium="image"/>'
        '<guid isPermaLink="false">06fc3a87-0000-4cff-be98-15d4b4cfe8ed</guid>'
        "<pubDate>Fri, 12 Dec 2025 16:04:27 +0000</pubDate><description><![CDATA[The summary. ]]></description>"
        "<dc:creator>A</dc:creator><dc:creator>B</dc:creator><content:encoded/><dc:description/>"
        '<category domain="tag"><![CDATA[SEC]]></category>',
        '<atom:link rel="hub" href="true"/><ttl>5</ttl>',
    )
    assert (entry.title, entry.text) == ("Two Firms Win Approval", "The summary.")
    assert entry.published_at == datetime(2025, 12, 12, 16, 4, 27, tzinfo=UTC)
    assert entry.guid == "06fc3a87-0000-4cff-be98-15d4b4cfe8ed"


DIGEST = (
    "<title>Here’s what happened today</title><pubDate>{0}</pubDate>"
    "<guid>https://cointelegraph.com/news/what-happened-in-crypto-today</guid>"
    "<link><![CDATA[https://cointelegraph.com/news/what-happened-in-crypto-today"
    "?utm_source=rss_feed&utm_medium=rss&utm_campaign=rss_partner_inbound]]></link>"
    '<description><![CDATA[<p style="float:right"><img src="https://images.example.test/a.jpg" alt="x"></p>'
    "<p>A digest of {1}.</p>]]></description>"
)


def test_cointelegraphs_digest_is_one_item_on_every_day() -> None:
    row = source("cointelegraph")
    days = [one("cointelegraph", DIGEST.format(f"{day} Dec 2025 14:12:26 +0000", day)) for day in ("11", "12")]
    assert identity(days[0], row) == identity(days[1], row)
    assert days[0].published_at != days[1].published_at
    assert days[1].text == "A digest of 12."


def test_tracking_parameters_make_no_second_item() -> None:
    entry = one("cointelegraph", DIGEST.format("12 Dec 2025 14:12:26 +0000", "x"))
    assert canonical_url(entry.link) == entry.guid
    block = one(
        "theblock",
        "<title>Call for &#8216;flawed&#8217; rules</title><guid isPermaLink='false'>https://www.theblock.co/post/382421</guid>"
        "<link>https://www.theblock.co/post/382421/call?utm_source=rss&amp;utm_medium=rss</link>",
    )
    assert canonical_url(block.link) == "https://www.theblock.co/post/382421/call"
    assert block.title == "Call for ‘flawed’ rules"


def test_the_blocks_times_are_new_yorks_and_its_text_is_padded() -> None:
    entry = one(
        "theblock",
        "<title>A</title><pubDate>Fri, 12 Dec 2025 15:23:11 -0500</pubDate>"
        "<description><![CDATA[\n            <p>Pushed back. </p>\n        ]]></description>"
        "<content:encoded><![CDATA[\n            <p>Pushed back. </p>\n        ]]></content:encoded>",
        "<lastBuildDate >Sat, 13 Dec 2025 00:53:19 +0000</lastBuildDate>",
    )
    assert entry.published_at == datetime(2025, 12, 12, 20, 23, 11, tzinfo=UTC)
    assert entry.text == "Pushed back."


def test_decrypts_double_escapes_and_empty_categories_do_no_harm() -> None:
    result = read(
        "decrypt",
        "<item><title>A &#39;Digital Toy&#39;</title><description>It isn&amp;#039;t &amp;amp; wasn&amp;#39;t.</description>"
        "<category></category><category>Coins</category></item>",
        "<title>Decrypt</title><description>What&amp;#039;s new</description><link>https://decrypt.co/feed</link>",
    )
    assert result.entries[0].title == "A 'Digital Toy'"
    assert result.entries[0].text == "It isn't & wasn't."


def test_wus_atom_has_no_ids_and_is_known_by_its_links() -> None:
    body = """<?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom"><entry>
            <title type="html"><![CDATA[某交易所更新路线图]]></title>
            <link href="https://www.wublock123.com/news/roadmap-63354"/>
            <updated>2026-06-23T21:38:27.000Z</updated>
            <summary type="html"><![CDATA[吴说获悉，某交易所更新路线图。]]></summary>
        </entry></feed>"""
    row = source("wublock")
    (entry,) = parse_feed(body.encode(), row.url, row, NOW).entries
    assert (entry.guid, entry.lang) == ("", "zh-Hans")
    assert entry.published_at == datetime(2026, 6, 23, 21, 38, 27, tzinfo=UTC)
    assert identity(entry, row) == "wublock/link:https://www.wublock123.com/news/roadmap-63354"


def test_blockbeats_puts_a_script_before_its_channel() -> None:
    row = source("blockbeats")
    body = """<rss xmlns:atom="http://www.w3.org/2005/Atom" version="2.0">
      <script/>
      <channel><title>BlockBeats</title><item><title>數據：某地址轉入</title>
        <description><![CDATA[ BlockBeats 消息，5 月 11 日。 ]]></description>
        <link>https://m.theblockbeats.info/flash/1</link><guid>https://m.theblockbeats.info/flash/1</guid>
        <pubDate>Thu, 11 May 2023 15:02:29 +0800</pubDate></item></channel></rss>"""
    (entry,) = parse_feed(body.encode(), row.url, row, NOW).entries
    assert entry.text == "BlockBeats 消息，5 月 11 日。"
    assert entry.published_at == datetime(2023, 5, 11, 7, 2, 29, tzinfo=UTC)


def test_google_news_hangs_the_publisher_on_the_title_and_nothing_of_its_text_is_kept() -> None:
    entry = one(
        "google-news-en",
        "<title>City licenses platform - Example Post</title><link>https://news.google.com/rss/articles/CBMi1</link>"
        '<guid isPermaLink="false">CBMi1</guid><pubDate>Wed, 08 Jul 2026 08:45:00 GMT</pubDate>'
        '<description>&lt;a href="x"&gt;City&lt;/a&gt;&amp;nbsp;&lt;font&gt;Example Post&lt;/font&gt;</description>'
        '<source url="https://post.example.test">Example Post</source>',
    )
    assert entry.title == "City licenses platform"
    assert (entry.text, entry.guid) == ("", "CBMi1")
    assert entry.published_at == datetime(2026, 7, 8, 8, 45, tzinfo=UTC)


# ---- Hong Kong's press


@pytest.mark.parametrize("name", ["rthk-en-finance", "rthk-en-local", "rthk-zh-finance", "rthk-zh-local"])
def test_rthk_gives_no_link_but_an_address_in_the_guid(name: str) -> None:
    address = "https://news.rthk.hk/rthk/en/component/k2/1790000-20250218.htm"
    entry = one(
        name, f"<title>A</title><guid>{address}</guid><description>One.\r\n\r\nTwo.</description>", "<ttl>10</ttl>"
    )
    assert (entry.link, entry.text) == (address, "One.\n\nTwo.")


def test_rthks_files_are_named_as_it_names_them() -> None:
    files = {row.url.rpartition("/")[2] for row in ROWS.values() if row.publisher.id == "rthk"}
    assert files == {
        *("e_expressnews_efinance.xml", "e_expressnews_elocal.xml"),
        *("c_expressnews_cfinance.xml", "c_expressnews_clocal.xml"),
    }


def test_no_more_of_a_subscribers_article_is_kept_than_its_summary() -> None:
    inner = (
        f"<title>A</title><description>{'word ' * 400}</description><content:encoded>{'whole ' * 900}</content:encoded>"
    )
    entry = one("scmp-hk", inner)
    assert len(entry.text) <= MAX_SUMMARY_CHARS
    assert "whole" not in entry.text


def test_of_the_exchange_only_title_and_link_are_kept() -> None:
    entry = one(
        "hkex-news-en", "<title>A</title><link>https://www.hkex.com.hk/a</link><description>Long text</description>"
    )
    assert (entry.title, entry.link, entry.text, entry.html) == ("A", "https://www.hkex.com.hk/a", "", "")


@pytest.mark.parametrize(("name", "encoding"), [("mingpao-econ", "big5"), ("wublock", "gbk")])
def test_chinese_in_the_encodings_of_old_is_read_whatever_the_header_says(name: str, encoding: str) -> None:
    title = "證監會公布路線圖" if encoding == "big5" else "证监会公布路线图"
    for content_type in ("", f"text/xml; charset={encoding}", "text/xml; charset=iso-8859-1"):
        result = read(
            name,
            f"<item><title>{title}</title><link>https://a.example.test/1</link></item>",
            "",
            encoding,
            content_type,
        )
        assert result.entries[0].title == title


def test_a_mark_at_the_start_changes_nothing() -> None:
    row = source("gia-zh")
    body = "\ufeff<?xml version='1.0'?><rss version='2.0'><channel><item><title>新聞公報</title></item></channel></rss>"
    assert parse_feed(body.encode(), row.url, row, NOW).entries[0].title == "新聞公報"


# ---- what comes in a feed's place


def fetch(answers: dict[str, httpx.Response], url: str) -> None:
    async def run() -> None:
        transport = httpx.MockTransport(lambda request: answers[str(request.url)])
        fetcher = Fetcher(SteppedClock(), transport=transport)
        try:
            await fetcher.fetch(Request(url, want=Want.FEED))
        finally:
            await fetcher.close()

    asyncio.run(run())


@pytest.mark.parametrize("name", ["hkfp", "thestandard"])
def test_a_feed_that_moved_to_a_web_page_is_named_and_never_read(name: str) -> None:
    url = source(name).url
    home = "https://www.example.test/"

    async def pieces() -> AsyncIterator[bytes]:
        yield b"<!DOCTYPE html><html><body>News</body></html>"

    page = httpx.Response(200, content=pieces(), headers={"content-type": "text/xml"})
    with pytest.raises(FormatError) as caught:
        fetch({url: httpx.Response(301, headers={"location": home}), home: page}, url)
    assert caught.value.key == "html-instead-of-feed"


# ---- the regulators


def test_sfc_consultations_are_press_releases_under_the_same_number() -> None:
    inner = (
        '<guid isPermaLink="false">26PR97</guid><title>SFC concludes consultation</title><description></description>'
        "<link>https://apps.sfc.hk/edistributionWeb/gateway/EN/news-and-announcements/news/doc?refNo=26PR97</link>"
        "<pubDate>Tue, 23 Jun 2026 17:01:09 +0800</pubDate>"
    )
    entries = [(one(name, inner), source(name)) for name in ("sfc-press-en", "sfc-press-tc", "sfc-consultations-en")]
    assert {identity(entry, row) for entry, row in entries} == {"sfc:26PR97"}
    assert {entry.text for entry, _ in entries} == {""}


def test_the_order_of_sfc_items_is_that_of_the_feed_and_not_of_their_numbers() -> None:
    items = "".join(
        f"<item><guid>26PR{number}</guid><title>A{number}</title><pubDate>{day} Jul 2026 17:00:00 +0800</pubDate></item>"
        for number, day in ((101, "09"), (107, "07"), (104, "06"))
    )
    assert [entry.ref for entry in read("sfc-press-en", items).entries] == ["26PR101", "26PR107", "26PR104"]


def test_a_time_in_the_small_hours_is_taken_as_it_stands() -> None:
    entry = one(
        "sfc-press-en", "<guid>26PR104</guid><title>A</title><pubDate>Mon, 06 Jul 2026 04:30:00 +0800</pubDate>"
    )
    assert entry.published_at == datetime(2026, 7, 5, 20, 30, tzinfo=UTC)


def test_all_papers_for_the_legislature_share_one_link_and_stay_apart() -> None:
    link = "https://www.hkma.gov.hk/eng/data-publications-and-research/legislative-council-issues"
    items = "".join(
        f"<item><title>Briefing on {day}</title><link>{link}</link><description>&lt;ul&gt;&lt;li&gt;"
        f"&lt;a href=&quot;/media/eng/doc/{number}.pdf&quot;&gt;Slides&lt;/a&gt;&lt;/li&gt;&lt;br&gt;&lt;/ul&gt;</description>"
        "<pubDate>Mon, 27 Apr 2026 00:00:00 +0800</pubDate></item>"
        for number, day in ((1, "4 May"), (2, "2 February"))
    )
    entries = read("hkma-legco-en", items).entries
    row = source("hkma-legco-en")
    assert len({identity(entry, row) for entry in entries}) == 2
    assert 'href="https://www.hkma.gov.hk/media/eng/doc/2.pdf"' in entries[1].html
    assert {entry.precision for entry in entries} == {Precision.DAY}


# ---- dates as they are written


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026年7月2日 下午3:05", datetime(2026, 7, 2, 7, 5, tzinfo=UTC)),
        ("2026年7月2日 上午9:05", datetime(2026, 7, 2, 1, 5, tzinfo=UTC)),
        ("04 Mar 2024", datetime(2024, 3, 3, 16, tzinfo=UTC)),
        ("4 Mar 2024", datetime(2024, 3, 3, 16, tzinfo=UTC)),
        ("2026-07-02 15:05:00", datetime(2026, 7, 2, 7, 5, tzinfo=UTC)),
    ],
)
def test_dates_of_hong_kong_sites_are_read_on_hong_kongs_clock(text: str, utc: datetime) -> None:
    stated = read_loose(text, HONG_KONG, is_chinese=True)
    assert stated is not None
    assert stated.at == utc
    entry = one("mingpao-econ", f"<title>A</title><link>https://a.example.test/1</link><pubDate>{text}</pubDate>")
    assert entry.published_at == utc


def test_a_day_alone_is_a_day() -> None:
    stated = read_loose("04 Mar 2024", HONG_KONG)
    assert stated is not None
    assert stated.precision is Precision.DAY


@pytest.mark.parametrize("date", ["", "<pubDate></pubDate>", "<pubDate>Sat, 01 Aug 2026 00:00:00 GMT</pubDate>"])
def test_an_item_without_a_date_or_dated_ahead_is_kept_without_one(date: str) -> None:
    assert one("thestandard", f"<title>A</title><link>https://a.example.test/1</link>{date}").published_at is None
