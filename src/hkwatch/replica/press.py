# SPDX-License-Identifier: MIT
"""The press: every outlet's feed with the habits that trip readers up.

Kept on purpose: CoinDesk's empty elements behind its description, Cointelegraph's tracking parameters and its digest
under one guid every day, The Block's New York times, Decrypt's doubly escaped entities, Wu's Atom without ids.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime
from hashlib import blake2b
from html import escape as escape_html
from xml.sax.saxutils import escape

from hkwatch.replica.answer import Answer, Request
from hkwatch.replica.feeds import element, http_date, rss_date, with_validators
from hkwatch.replica.world import FeedItem, World

_NAMESPACES = (
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'
    ' xmlns:media="http://search.yahoo.com/mrss/"'
)
_NEW_YORK_WINTER = timezone(timedelta(hours=-5))
_HTML_TYPE = ' type="html"'
_HOURLY = "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>"


@dataclass(frozen=True, slots=True)
class Outlet:
    """One feed: where it is, which items it holds and how deep, its channel and how one item is written.

    `channel` takes the instant of the newest item. An item whose slug comes again replaces the older one.
    """

    host: str
    path: str
    name: str
    depth: int
    channel: Callable[[datetime], str]
    entry: Callable[[FeedItem], str]
    is_atom: bool = False

    def answer(self, world: World, request: Request) -> Answer:
        """The feed as it stands."""
        newest: dict[str, FeedItem] = {}
        for item in world.feed(self.name, request.at):
            newest.setdefault(item.slug, item)
        items = list(newest.values())[: self.depth]
        built = items[0].issued_at if items else request.at
        entries = "\n".join(self.entry(item) for item in items)
        if self.is_atom:
            text = (
                '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
                f"{self.channel(built)}\n{entries}\n</feed>\n"
            )
        else:
            text = (
                f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"{_NAMESPACES}>\n<channel>{self.channel(built)}\n'
                f"{entries}\n</channel></rss>\n"
            )
        return with_validators(request, text.encode(), built if items else None)


def _utc_date(at: datetime) -> str:
    return format_datetime(at.astimezone(UTC).replace(microsecond=0))


def _cdata(name: str, text: str, attributes: str = "") -> str:
    return f"<{name}{attributes}><![CDATA[{text}]]></{name}>"


def _item(*parts: str) -> str:
    return f"<item>{''.join(parts)}</item>"


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape_html(part, quote=False)}</p>" for part in text.split("\n\n"))


def _channel(title: str, link: str, words: str, extra: str = "") -> Callable[[datetime], str]:
    def write(built: datetime) -> str:
        head = element("title", title) + element("link", link) + element("description", words)
        return f"{head}<lastBuildDate>{_utc_date(built)}</lastBuildDate>{extra}"

    return write


def _uuid(item: FeedItem) -> str:
    digits = blake2b(f"{item.feed}/{item.slug}".encode(), digest_size=16).hexdigest()
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-8{digits[17:20]}-{digits[20:]}"


def _coindesk(item: FeedItem) -> str:
    day = item.issued_at.astimezone(UTC)
    section = item.tags[0] if item.tags else "Markets"
    return _item(
        _cdata("title", f"{item.title} "),
        element("link", f"https://www.coindesk.com/{section.lower()}/{day:%Y/%m/%d}/{item.slug}"),
        '<media:content url="https://images.example.test/one.jpg?w=1920&amp;h=1080" type="image/*" medium="image"/>',
        element("guid", _uuid(item), ' isPermaLink="false"'),
        element("pubDate", _utc_date(item.issued_at)),
        _cdata("description", item.text),
        "".join(element("dc:creator", name) for name in (item.author or "A Writer, B Writer").split(", ")),
        "<content:encoded/><dc:description/>",
        _cdata("category", section, f' domain="https://www.coindesk.com/{section.lower()}"'),
        "".join(_cdata("category", tag, ' domain="tag"') for tag in item.tags[1:]),
        element("category", "News", ' domain="https://www.coindesk.com/"'),
    )


def _cointelegraph(item: FeedItem) -> str:
    address = f"https://cointelegraph.com/news/{item.slug}"
    picture = "https://images.example.test/528_one.jpg"
    words = (
        f'<p style="float:right; margin:0 0 10px 15px; width:240px;"><img src="{picture}" alt="{escape_html(item.title)}"></p>'
        f"{_paragraphs(item.text)}"
    )
    return _item(
        element("title", item.title),
        element("pubDate", _utc_date(item.issued_at)),
        element("guid", address),
        _cdata("link", f"{address}?utm_source=rss_feed&utm_medium=rss&utm_campaign=rss_partner_inbound"),
        _cdata("description", words),
        element("dc:creator", f"Cointelegraph by {item.author or 'Cointelegraph'}"),
        f'<media:content url="{picture}" medium="image"/><enclosure url="{picture}" length="528" type="image/jpg"/>',
        "".join(element("category", tag) for tag in item.tags),
    )


def _theblock(item: FeedItem) -> str:
    address = f"https://www.theblock.co/post/{item.number}"
    words = f"\n            <p>{escape_html(item.text, quote=False)} </p>\n        "
    return _item(
        element("title", item.title).replace("’", "&#8217;").replace("‘", "&#8216;"),
        element("link", f"{address}/{item.slug}?utm_source=rss&utm_medium=rss"),
        element("pubDate", format_datetime(item.issued_at.astimezone(_NEW_YORK_WINTER).replace(microsecond=0))),
        _cdata("dc:creator", item.author or "A Writer"),
        "".join(f"\n\t\t{_cdata('category', tag)}" for tag in item.tags),
        element("guid", address, ' isPermaLink="false"'),
        _cdata("description", words),
        _cdata("content:encoded", words),
    )


def _decrypt(item: FeedItem) -> str:
    return _item(
        element("title", item.title).replace("'", "&#39;"),
        element("link", f"https://decrypt.co/{item.number}/{item.slug}"),
        element("pubDate", _utc_date(item.issued_at)),
        # Escaped once by the page and once more by the feed.
        element("description", escape_html(item.text)),
        element("dc:creator", item.author or "A Writer"),
        element("guid", f"https://decrypt.co/?p={item.number}", ' isPermaLink="false"'),
        "<category></category>",
        "".join(element("category", tag) for tag in item.tags),
    )


def _dlnews(item: FeedItem) -> str:
    return _item(
        _cdata("title", item.title),
        element("link", f"https://www.dlnews.com/articles/{(item.tags or ('regulation',))[0]}/{item.slug}/"),
        element("guid", f"https://www.dlnews.com/articles/{item.slug}/", ' isPermaLink="true"'),
        _cdata("dc:creator", item.author or "A Writer"),
        _cdata("description", item.text),
        element("pubDate", _utc_date(item.issued_at)),
        _cdata("content:encoded", _paragraphs(item.text)),
    )


def _scmp(item: FeedItem) -> str:
    address = f"https://www.scmp.com/news/hong-kong/article/{item.number}/{item.slug}"
    return _item(
        element("title", item.title),
        element("link", f"{address}?utm_source=rss_feed"),
        element("description", item.text),
        element("author", item.author or "A Writer"),
        element("pubDate", rss_date(item.issued_at)),
        element("guid", address, ' isPermaLink="true"'),
        '<enclosure url="https://images.example.test/one.jpg" length="1" type="image/jpeg"/>',
        '<media:content url="https://images.example.test/one.jpg"/><media:thumbnail url="https://images.example.test/t.jpg"/>',
    )


def _hkfp(item: FeedItem) -> str:
    day = item.issued_at.astimezone(UTC)
    return _item(
        element("title", item.title),
        element("link", f"https://hongkongfp.com/{day:%Y/%m/%d}/{item.slug}/"),
        _cdata("dc:creator", item.author or "A Writer"),
        element("pubDate", _utc_date(item.issued_at)),
        "".join(_cdata("category", tag) for tag in item.tags),
        element("guid", f"https://hongkongfp.com/?p={item.number}", ' isPermaLink="false"'),
        _cdata("description", f"<p>{escape_html(item.text)} [&#8230;]</p>"),
        _cdata("content:encoded", _paragraphs(item.text)),
    )


def _standard(item: FeedItem) -> str:
    return _item(
        _cdata("title", item.title),
        element("link", f"https://www.thestandard.com.hk/breaking-news/article/{item.number}/{item.slug}"),
        _cdata("description", item.text),
        element("pubDate", rss_date(item.issued_at)),
    )


def _mingpao(item: FeedItem) -> str:
    local = item.issued_at.astimezone(timezone(timedelta(hours=8)))
    return _item(
        _cdata("title", f" {item.title} "),
        element("link", f"https://news.mingpao.com/ins/經濟/article/{local:%Y%m%d}/s00002/{item.number}/{item.slug}"),
        _cdata("description", f'<img src="https://images.example.test/one.jpg" /><br />{escape_html(item.text)}'),
        element("pubDate", rss_date(item.issued_at)),
    )


def _panews(item: FeedItem) -> str:
    address = f"https://www.panewslab.com/zh-hant/articles/{item.slug}"
    return _item(
        _cdata("title", item.title),
        element("link", address),
        element("guid", address, ' isPermaLink="false"'),
        element("pubDate", http_date(item.issued_at)),
        _cdata("description", _paragraphs(item.text)),
    )


def _wublock(item: FeedItem) -> str:
    at = item.issued_at.astimezone(UTC)
    return (
        f"<entry>{_cdata('title', item.title, _HTML_TYPE)}"
        f'<link href="https://www.wublock123.com/news/{escape(item.slug)}-{item.number}"/>'
        f"<updated>{at:%Y-%m-%dT%H:%M:%S}.000Z</updated>"
        f'<summary type="html"><![CDATA[{item.text}]]></summary><author><name>吴说</name></author></entry>'
    )


def _wublock_channel(built: datetime) -> str:
    return element("title", "吴说") + f"<updated>{built.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.000Z</updated>"


def _decrypt_channel(built: datetime) -> str:
    words = "<description>What&amp;#039;s new in crypto and the decentralised web.</description>"
    built_at = f"<lastBuildDate>{_utc_date(built)}</lastBuildDate>"
    return (
        f"<title>Decrypt</title>{words}<language>en</language><link>https://decrypt.co/feed</link>{built_at}{_HOURLY}"
    )


_COINDESK = _channel(
    "CoinDesk: Bitcoin, Ethereum, Crypto News and Price Data",
    "https://www.coindesk.com/",
    "News of digital assets.",
    f'<atom:link rel="hub" href="true"/><language>en-US</language><ttl>5</ttl>{_HOURLY}',
)
_COINTELEGRAPH = _channel("Cointelegraph.com News", "https://cointelegraph.com", "The latest crypto news.", _HOURLY)
_SCMP = _channel("SCMP", "https://www.scmp.com", "South China Morning Post", "<language>en</language>")
_PANEWS_WORDS = "區塊鏈資訊與數據"

OUTLETS = (
    Outlet("www.coindesk.com", "/arc/outboundfeeds/rss", "coindesk", 25, _COINDESK, _coindesk),
    Outlet("cointelegraph.com", "/rss/tag/regulation", "cointelegraph-regulation", 30, _COINTELEGRAPH, _cointelegraph),
    Outlet("cointelegraph.com", "/rss", "cointelegraph", 30, _COINTELEGRAPH, _cointelegraph),
    Outlet(
        "www.theblock.co",
        "/rss.xml",
        "theblock",
        20,
        _channel("The Block", "https://www.theblock.co/rss.xml", "News of crypto.", f"<ttl>8</ttl>{_HOURLY}"),
        _theblock,
    ),
    Outlet("decrypt.co", "/feed", "decrypt", 56, _decrypt_channel, _decrypt),
    Outlet(
        "www.dlnews.com",
        "/arc/outboundfeeds/rss",
        "dlnews",
        100,
        _channel("DL News", "https://www.dlnews.com", "News of finance without banks."),
        _dlnews,
    ),
    Outlet("www.scmp.com", "/rss/2/feed", "scmp-hk", 50, _SCMP, _scmp),
    Outlet("www.scmp.com", "/rss/92/feed", "scmp-business", 50, _SCMP, _scmp),
    Outlet("www.scmp.com", "/rss/36/feed", "scmp-tech", 50, _SCMP, _scmp),
    Outlet(
        "hongkongfp.com",
        "/feed/",
        "hkfp",
        20,
        _channel("Hong Kong Free Press HKFP", "https://hongkongfp.com/", "Independent news.", _HOURLY),
        _hkfp,
    ),
    Outlet(
        "www.thestandard.com.hk",
        "/newsfeed/latest/news.xml",
        "thestandard",
        30,
        _channel("The Standard", "https://www.thestandard.com.hk", "Latest news"),
        _standard,
    ),
    Outlet(
        "news.mingpao.com",
        "/rss/ins/s00002.xml",
        "mingpao",
        30,
        _channel("明報 - 即時新聞 - 經濟", "https://news.mingpao.com/", "即時新聞"),
        _mingpao,
    ),
    Outlet(
        "www.panewslab.com",
        "/rss.xml",
        "panews",
        100,
        _channel("PANews", "https://www.panewslab.com", _PANEWS_WORDS, "<language>zh-hant</language>"),
        _panews,
    ),
    Outlet("www.wublock123.com", "/feed", "wublock", 50, _wublock_channel, _wublock, is_atom=True),
)
