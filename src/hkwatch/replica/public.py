# SPDX-License-Identifier: MIT
"""Feeds of public bodies that are lists of documents: the HKMA's, the government's, the legislature's, the exchange's.

Kept on purpose: the HKMA gives midnight dates, no guid and no text, one circular twice, each attachment as an item and,
for its papers to the legislature, one link for all. The government's feed is a hundred items with their whole texts.
"""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape as escape_html

from hkwatch.replica.answer import Answer, Request
from hkwatch.replica.feeds import HONG_KONG, element, rss, rss_date, with_validators
from hkwatch.replica.world import FeedItem, World

GOVERNMENT_DEPTH = 100
_HKMA = "https://www.hkma.gov.hk"
_HKMA_RSS = "/eng/other-information/rss"
_ONE_LINK = f"{_HKMA}/eng/data-publications-and-research/legislative-council-issues"


@dataclass(frozen=True, slots=True)
class PublicFeed:
    """One feed: where it is, which items it holds and how deep, and how one of them is written."""

    host: str
    path: str
    name: str
    title: str
    entry: Callable[[FeedItem], str]
    depth: int = 1000
    extra: str = ""

    def answer(self, world: World, request: Request) -> Answer:
        """The feed as it stands."""
        items = world.feed(self.name, request.at)[: self.depth]
        link = f"https://{self.host}{self.path}"
        body = rss(self.title, link, (self.entry(item) for item in items), self.extra)
        return with_validators(request, body, items[0].issued_at if items else None)


def _midnight(item: FeedItem) -> str:
    day = item.issued_at.astimezone(HONG_KONG).replace(hour=0, minute=0, second=0, microsecond=0)
    return element("pubDate", rss_date(day))


def _html(text: str) -> str:
    return "".join(f"<p>{escape_html(part, quote=False)}</p>" for part in text.split("\n\n"))


def _document(item: FeedItem) -> str:
    return element("title", item.title) + element("link", item.link) + "<description></description>" + _midnight(item)


def _speech(item: FeedItem) -> str:
    local = item.issued_at.astimezone(HONG_KONG)
    link = f"{_HKMA}/eng/news-and-media/speeches/{local:%Y/%m/%Y%m%d}-{item.number % 9 + 1}/"
    return element("title", item.title) + element("link", link) + "<description></description>" + _midnight(item)


def _legco_paper(item: FeedItem) -> str:
    rows = "".join(
        f'<li><a href="/media/eng/doc/about-the-hkma/legislative-council-issues/{item.slug}e{number}.pdf">{words}</a></li><br>'
        for number, words in enumerate(item.text.split("\n\n"), 1)
    )
    return (
        element("title", item.title)
        + element("link", _ONE_LINK)
        + element("description", f"<ul>{rows}</ul>")
        + _midnight(item)
    )


def _release(item: FeedItem) -> str:
    local = item.issued_at.astimezone(HONG_KONG)
    link = f"https://www.info.gov.hk/gia/general/{local:%Y%m/%d}/P{local:%Y%m%d}{item.number:05}.htm"
    return (
        f"<title><![CDATA[{item.title}]]></title>"
        + element("link", link)
        + element("guid", link)
        + f"<description><![CDATA[{_html(item.text)}]]></description>"
        + element("pubDate", rss_date(item.issued_at))
    )


def _story(item: FeedItem) -> str:
    local = item.issued_at.astimezone(HONG_KONG)
    place = f"{local:%Y/%m/%Y%m%d}/{local:%Y%m%d_%H%M%S}_{item.number % 1000:03}.html"
    link = f"https://www.news.gov.hk/{'en' if item.feed.endswith('en') else 'tc'}/{place}"
    return (
        element("title", item.title)
        + element("link", link)
        + element("description", item.text)
        + element("pubDate", rss_date(item.issued_at))
        + element("guid", link, ' isPermaLink="true"')
    )


def _bill(item: FeedItem) -> str:
    return (
        element("title", item.title)
        + element("link", f"https://www.legco.gov.hk/tc/legco-business/council/bill.html?bill_key={item.number}")
        + element("description", item.text)
        + element("pubDate", rss_date(item.issued_at))
    )


def _exchange(item: FeedItem) -> str:
    local = item.issued_at.astimezone(HONG_KONG)
    link = f"https://www.hkex.com.hk/News/News-Release/{local:%Y}/{local:%y%m%d}{item.number % 10}news?sc_lang=en"
    return (
        element("guid", link, ' isPermaLink="false"')
        + element("link", link)
        + element("title", item.title)
        + element("description", _html(item.text))
        + element("pubDate", rss_date(item.issued_at))
    )


FEEDS = (
    PublicFeed("www.hkma.gov.hk", f"{_HKMA_RSS}/rss_circulars.xml", "hkma-circulars", "HKMA Circulars", _document),
    PublicFeed(
        "www.hkma.gov.hk", f"{_HKMA_RSS}/rss_consultations.xml", "hkma-consultations", "HKMA Consultations", _document
    ),
    PublicFeed("www.hkma.gov.hk", f"{_HKMA_RSS}/rss_guidelines.xml", "hkma-guidelines", "HKMA Guidelines", _document),
    PublicFeed("www.hkma.gov.hk", f"{_HKMA_RSS}/rss_speeches.xml", "hkma-speeches", "HKMA Speeches", _speech),
    PublicFeed(
        "www.hkma.gov.hk",
        f"{_HKMA_RSS}/rss_legislative-council-issues.xml",
        "hkma-legco",
        "HKMA LegCo issues",
        _legco_paper,
    ),
    PublicFeed(
        "www.info.gov.hk",
        "/gia/rss/general_en.xml",
        "gia-en",
        "Press Releases",
        _release,
        GOVERNMENT_DEPTH,
        "<language>en-us</language>",
    ),
    PublicFeed(
        "www.info.gov.hk",
        "/gia/rss/general_zh.xml",
        "gia-zh",
        "新聞公報",
        _release,
        GOVERNMENT_DEPTH,
        "<language>zh-tw</language>",
    ),
    PublicFeed(
        "www.news.gov.hk",
        "/en/categories/finance/html/articlelist.rss.xml",
        "newsgov-en",
        "news.gov.hk - Finance",
        _story,
        20,
    ),
    PublicFeed("www.legco.gov.hk", "/tc/rss/cbills.xml", "legco-bills", "立法會：法案", _bill, 20),
    PublicFeed("www.hkex.com.hk", "/Services/RSS-Feeds/News-Releases", "hkex", "HKEX News Releases", _exchange, 40),
)
