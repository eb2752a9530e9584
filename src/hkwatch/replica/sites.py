# SPDX-License-Identifier: MIT
"""Small sites of invented publishers, for looking for feeds: one with two of them, one with none, one that lets nobody in.

two.example.test    page with a <base>, two declared feeds, a feed of comments, a link that moved for good
plain.example.test  page that declares nothing; its feed is at a usual place
none.example.test   page without any feed
shut.example.test   403 to every program
"""

from collections.abc import Callable

from hkwatch.replica.answer import HTML, Answer, Request, not_found
from hkwatch.replica.feeds import element, rss, rss_date, with_validators
from hkwatch.replica.world import FeedItem, World

TWO, PLAIN, NONE, SHUT = "two.example.test", "plain.example.test", "none.example.test", "shut.example.test"
_TWO_PAGE = """<!doctype html><html lang="en"><head><title>Example Two</title><base href="/site/">
<link rel="stylesheet" href="look.css">
<link rel="alternate" type="application/rss+xml" title="News" href="news.xml">
<link rel="alternate" type="application/atom+xml" title="Notices" href="../notices.xml">
<link rel="alternate" type="application/rss+xml" title="Comments" href="comments/feed">
<link rel="alternate" type="text/html" hreflang="zh-Hant" href="/zh/">
</head><body><h1>Example Two</h1><p>News and notices.</p></body></html>"""
_PLAIN_PAGE = "<!doctype html><html><head><title>Example Plain</title></head><body><p>We write.</p></body></html>"
_NONE_PAGE = (
    "<!doctype html><html><head><title>Example None</title></head>"
    '<body><p>Only words, and <a href="/about">a page about them</a>.</p></body></html>'
)
_SHUT_PAGE = "<html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1></body></html>"


def _page(text: str) -> Callable[[World, Request], Answer]:
    return lambda _world, _request: Answer(200, text.encode(), HTML)


def _feed(name: str, title: str, extra: str = "") -> Callable[[World, Request], Answer]:
    def answer(world: World, request: Request) -> Answer:
        items = world.feed(name, request.at)
        body = rss(title, f"https://{request.host}/", (_item(request.host, item) for item in items), extra)
        return with_validators(request, body, items[0].issued_at if items else None)

    return answer


def _item(host: str, item: FeedItem) -> str:
    link = item.link or f"https://{host}/{item.slug}"
    parts = (("title", item.title), ("link", link), ("guid", link), ("description", item.text))
    return "".join(element(name, text) for name, text in parts) + element("pubDate", rss_date(item.issued_at))


def _moved(_world: World, request: Request) -> Answer:
    return Answer(301, b"", HTML, [("Location", f"https://{request.host}/site/news.xml")])


def _shut(_world: World, _request: Request) -> Answer:
    return Answer(403, _SHUT_PAGE.encode(), HTML)


def _only(path: str, handler: Callable[[World, Request], Answer]) -> Callable[[World, Request], Answer]:
    return lambda world, request: handler(world, request) if request.path == path else not_found()


def table() -> dict[str, tuple[tuple[str, str, Callable[[World, Request], Answer]], ...]]:
    """Host → (method, beginning of the path, answer), as the router wants it."""
    return {
        TWO: (
            ("GET", "/site/news.xml", _feed("example-two-news", "Example Two news", "<language>en</language>")),
            ("GET", "/notices.xml", _feed("example-two-notices", "Example Two notices")),
            ("GET", "/site/comments/feed", _feed("example-two-comments", "Comments on Example Two")),
            ("GET", "/old.xml", _moved),
            ("GET", "/", _only("/", _page(_TWO_PAGE))),
        ),
        PLAIN: (
            ("GET", "/rss.xml", _feed("example-plain", "Example Plain")),
            ("GET", "/", _only("/", _page(_PLAIN_PAGE))),
        ),
        NONE: (("GET", "/", _only("/", _page(_NONE_PAGE))),),
        SHUT: (("GET", "/", _shut),),
    }
